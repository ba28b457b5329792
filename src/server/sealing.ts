import { createHash } from 'node:crypto'
import { fingerprint, headPayload } from '../core/seal/head.ts'
import { EMPTY, append, leafOf, rootOf, sizeOf } from '../core/seal/tree.ts'
import type { Frontier } from '../core/seal/tree.ts'
import type { Instant } from '../core/time/instant.ts'
import { withTenant, inTransaction } from './database/pool.ts'
import type { Pool } from './database/pool.ts'
import type { Signer } from './seal-key.ts'
import { allHeads, countFacts, factsToSeal, lastHead, leavesFrom, sealedText, strayFacts, writeHead } from './store/seal.ts'
import type { HeadRow, LeafRow, SealedRow, StandingLeaf } from './store/seal.ts'
import { textHash } from './text-seal.ts'

/** The platform's SHA-256 in the tree's shape: the same digits as core/hash.ts, a hundred times faster. */
export const hashText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Whose ledger, and its last head before. */
type Standing = { readonly tenant: string; readonly before: HeadRow | undefined }

const FACTS_A_HEAD = 5_000
const BEFORE_ALL = { xid: '0', seq: 0 }

export type SealOptions = { readonly pool: Pool; readonly signer: Signer; readonly machine: () => Instant }

function headAfter(
  { tenant, before }: Standing,
  rows: readonly SealedRow[],
  { signer, machine }: SealOptions,
): { head: HeadRow; leaves: LeafRow[] } {
  let frontier: Frontier = before?.frontier ?? EMPTY
  const from = sizeOf(frontier)
  const leaves = rows.map((row, index): LeafRow => ({
    n: from + index,
    seq: row.seq,
    fact: row.id,
    leaf: leafOf(hashText, row.salt, sealedText(row)),
  }))
  for (const { leaf } of leaves) frontier = append(hashText, frontier, leaf)
  const size = sizeOf(frontier)
  const root = rootOf(hashText, frontier)
  const previous = before && fingerprint(hashText, before.payload, before.signature)
  const at = machine()
  const payload = headPayload({ tenant, size, root, previous, at })
  const last = rows.at(-1)!
  const head: HeadRow = {
    size,
    root,
    previous: previous ?? null,
    at,
    payload,
    signature: signer.sign(payload),
    key_id: signer.keyId,
    frontier,
    last_xid: last.xid,
    last_seq: last.seq,
  }
  return { head, leaves }
}

/** Seals what can be sealed of one tenant, in heads of at most some thousand facts. Returns how many facts were sealed by this call. */
export async function sealTenant(options: SealOptions, tenant: string): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await inTransaction(options.pool, tenant, async (tx) => {
      const before = await lastHead(tx)
      const rows = await factsToSeal(tx, before ? { xid: before.last_xid, seq: before.last_seq } : BEFORE_ALL, FACTS_A_HEAD)
      if (rows.length === 0) return 0
      const { head, leaves } = headAfter({ tenant, before }, rows, options)
      // another process was first: its head is as good, and the next round goes on from it
      return (await writeHead(tx, head, leaves)) ? rows.length : 0
    })
    sealed += count
    if (count < FACTS_A_HEAD) return sealed
  }
}

/** What is wrong with a seal. `fact` and `seq` name the fact where one can be named. */
export type SealFault =
  | {
      readonly kind: 'fact-changed' | 'fact-missing' | 'leaf-missing' | 'fact-slipped-in'
      readonly seq: number
      readonly fact: string
      readonly n: number | undefined
    }
  | {
      readonly kind: 'text-changed' | 'text-missing' | 'text-slipped-in'
      readonly seq: number
      readonly fact: string
      readonly n: number | undefined
      readonly field: string
    }
  /** every fact is sealed, or waits beyond the last head; these are neither, or both */
  | { readonly kind: 'count-differs'; readonly facts: number; readonly sealed: number; readonly unsealed: number }
  | { readonly kind: 'root-differs' | 'signature-wrong' | 'key-unknown' | 'chain-broken'; readonly size: number; readonly at: Instant }
  /** a head that was written down elsewhere is not in this ledger: it was cut off behind it, or is another one */
  | { readonly kind: 'head-gone'; readonly size: number; readonly root: string }

export type SealReport = {
  readonly heads: number
  /** facts in the ledger; with nothing amiss each is either sealed or not yet sealed */
  readonly facts: number
  readonly sealed: number
  readonly unsealed: number
  readonly root: string | undefined
  readonly faults: readonly SealFault[]
}

export function checkHead(head: HeadRow, { tenant, before }: Standing, signer: Pick<Signer, 'verify'>): SealFault[] {
  const at = { size: head.size, at: head.at }
  const faults: SealFault[] = []
  const previous = before && fingerprint(hashText, before.payload, before.signature)
  if ((head.previous ?? undefined) !== previous) faults.push({ kind: 'chain-broken', ...at })
  const payload = headPayload({ tenant, size: head.size, root: head.root, previous: head.previous ?? undefined, at: head.at })
  const verdict = payload === head.payload && signer.verify(head.payload, head.signature, head.key_id)
  if (verdict === undefined) faults.push({ kind: 'key-unknown', ...at })
  else if (!verdict) faults.push({ kind: 'signature-wrong', ...at })
  return faults
}

/** Texts stand beside their fact, which holds their salted hashes: each must still be the one that was written, or erased. */
export function textFaults({ row, beside, seq, fact, n }: StandingLeaf): SealFault[] {
  if (!row) return []
  const hashes = row.texts as Readonly<Record<string, string>>
  const fault = (kind: 'text-changed' | 'text-missing' | 'text-slipped-in', field: string): SealFault => ({ kind, seq, fact, n, field })
  const standing = new Map(beside.map((one) => [one.field, one]))
  const known = Object.entries(hashes).flatMap(([field, hash]) => {
    const text = standing.get(field)
    if (!text) return [fault('text-missing', field)]
    if (text.erased && text.text === null) return []
    return text.text !== null && textHash(text.salt, text.text) === hash ? [] : [fault('text-changed', field)]
  })
  return [...known, ...beside.filter(({ field }) => !Object.hasOwn(hashes, field)).map(({ field }) => fault('text-slipped-in', field))]
}

type Walk = { frontier: Frontier; n: number; readonly faults: SealFault[] }

/** One leaf as it was sealed, beside the fact as it stands: the stored leaf builds the tree, the fact must still hash to it. */
function walkLeaf(walk: Walk, leaf: StandingLeaf): void {
  for (; walk.n < leaf.n; walk.n++) walk.faults.push({ kind: 'leaf-missing', seq: leaf.seq, fact: leaf.fact, n: walk.n })
  const named = { seq: leaf.seq, fact: leaf.fact, n: leaf.n }
  if (!leaf.row) walk.faults.push({ kind: 'fact-missing', ...named })
  else if (leafOf(hashText, leaf.row.salt, sealedText(leaf.row)) !== leaf.leaf) walk.faults.push({ kind: 'fact-changed', ...named })
  walk.faults.push(...textFaults(leaf))
  walk.frontier = append(hashText, walk.frontier, leaf.leaf)
  walk.n = leaf.n + 1
}

/** A head as somebody wrote it down: how many facts it stood for, and their root. */
export type KnownHead = { readonly size: number; readonly root: string }

/**
 * Verifies every head, every leaf, every sealed fact and the texts beside it of one tenant, and says how many of the newest facts are not sealed yet.
 * `known`: a head that was written down outside of this database. Who has the database in hand can cut off the newest facts together with all that speaks
 * of them; against a head that is kept elsewhere that cannot be hidden.
 */
export async function verifySeals({ pool, signer }: SealOptions, tenant: string, known?: KnownHead): Promise<SealReport> {
  return withTenant(pool, tenant, async (tx) => {
    const heads = await allHeads(tx)
    const faults = heads.flatMap((head, index) => checkHead(head, { tenant, before: heads[index - 1] }, signer))
    const walk: Walk = { frontier: EMPTY, n: 0, faults }
    let ahead = 0
    let met = known === undefined
    for (let from = 0; ; from += FACTS_A_HEAD) {
      const leaves = await leavesFrom(tx, from, FACTS_A_HEAD)
      for (const leaf of leaves) {
        walkLeaf(walk, leaf)
        if (known?.size === walk.n && rootOf(hashText, walk.frontier) === known.root) met = true
        for (; ahead < heads.length && heads[ahead]!.size <= walk.n; ahead++) {
          const head = heads[ahead]!
          if (head.size !== walk.n || rootOf(hashText, walk.frontier) !== head.root)
            faults.push({ kind: 'root-differs', size: head.size, at: head.at })
        }
      }
      if (leaves.length < FACTS_A_HEAD) break
    }
    for (const head of heads.slice(ahead)) faults.push({ kind: 'root-differs', size: head.size, at: head.at })
    if (!met && known) faults.push({ kind: 'head-gone', ...known })
    const last = heads.at(-1)
    const end = last ? { xid: last.last_xid, seq: last.last_seq } : BEFORE_ALL
    for (const stray of last ? await strayFacts(tx, end) : [])
      faults.push({ kind: 'fact-slipped-in', seq: stray.seq, fact: stray.id, n: undefined })
    const sealed = last?.size ?? 0
    const { facts, unsealed } = await countFacts(tx, end)
    // where a fact is named as missing or slipped in, the count says nothing new
    if (facts !== sealed + unsealed && faults.length === 0) faults.push({ kind: 'count-differs', facts, sealed, unsealed })
    return { heads: heads.length, facts, sealed, unsealed, root: last?.root, faults }
  })
}
