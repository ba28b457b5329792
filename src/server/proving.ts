import { proverOf } from '../core/seal/prove.ts'
import { EMPTY, leafOf, verifyInclusion } from '../core/seal/tree.ts'
import type { ProofStep } from '../core/seal/tree.ts'
import type { Tx } from './database/pool.ts'
import type { KeyRing } from './seal-key.ts'
import { checkHead, hashText, textFaults } from './sealing.ts'
import { headBefore, headsOver, leavesBetween, leavesOfFacts, sealedText } from './store/seal.ts'
import type { HeadRow, SealedRow, StandingLeaf, StandingText } from './store/seal.ts'

/** How a fact stands to its seal; everything but `sound` and `waiting` is a fault, the graver first. */
export const SEAL_VERDICTS = ['fact-changed', 'text-changed', 'root-differs', 'signature-wrong', 'key-unknown', 'sound', 'waiting'] as const
export type SealVerdict = (typeof SEAL_VERDICTS)[number]

/** All that is needed to check one sealed fact without this program: leaf = hash of salt and text, then up the proof to the root of a signed head. */
export type Proved = {
  readonly fact: string
  readonly n: number
  readonly salt: string
  /** what was sealed, as it stands today */
  readonly text: string
  readonly row: SealedRow
  readonly beside: readonly StandingText[]
  readonly leaf: string
  readonly proof: readonly ProofStep[]
  readonly head: HeadRow
  readonly verdict: SealVerdict
}

/** What a head added to the tree, ready to prove any of it. */
type Standing = { readonly head: HeadRow; readonly faults: readonly string[]; readonly prove: ReturnType<typeof proverOf> }

async function standingHead(tx: Tx, head: HeadRow, keys: KeyRing): Promise<Standing> {
  const before = await headBefore(tx, head.size)
  const leaves = await leavesBetween(tx, before?.size ?? 0, head.size)
  const faults = checkHead(head, { tenant: tx.tenant, before }, keys).map(({ kind }) => kind)
  return { head, faults, prove: proverOf(hashText, { before: before?.frontier ?? EMPTY, leaves }) }
}

function verdictOf(
  leaf: StandingLeaf,
  { text, proof, standing }: { text: string; proof: readonly ProofStep[]; standing: Standing },
): SealVerdict {
  const { head, faults } = standing
  if (leafOf(hashText, leaf.row!.salt, text) !== leaf.leaf) return 'fact-changed'
  if (textFaults(leaf).length > 0) return 'text-changed'
  if (!verifyInclusion(hashText, { leaf: leaf.leaf, root: head.root, proof })) return 'root-differs'
  if (faults.includes('signature-wrong') || faults.includes('chain-broken')) return 'signature-wrong'
  return faults.includes('key-unknown') ? 'key-unknown' : 'sound'
}

/** The proofs of some facts by their ids, each against the first signed head that covers it; a fact that is not sealed yet has none. */
export async function proveFacts(tx: Tx, facts: readonly string[], keys: KeyRing): Promise<ReadonlyMap<string, Proved>> {
  if (facts.length === 0) return new Map()
  const leaves = await leavesOfFacts(tx, facts)
  const heads = await headsOver(
    tx,
    leaves.map(({ n }) => n),
  )
  const standing: Standing[] = []
  for (const head of heads) standing.push(await standingHead(tx, head, keys))
  return new Map(
    leaves.flatMap((leaf): [string, Proved][] => {
      const over = standing.find(({ head }) => head.size > leaf.n)
      if (!over || !leaf.row) return []
      const { fact, n, row, beside } = leaf
      const text = sealedText(row)
      const proof = over.prove(n) ?? []
      const verdict = verdictOf(leaf, { text, proof, standing: over })
      return [[fact, { fact, n, salt: row.salt, text, row, beside, leaf: leaf.leaf, proof, head: over.head, verdict }]]
    }),
  )
}
