import { paperHash, paperText } from '../../../core/contract/signature.ts'
import type { Side } from '../../../core/contract/signature.ts'
import { evolve, initialState } from '../../../core/contract/state.ts'
import type { ContractState } from '../../../core/contract/state.ts'
import type { Fact, Json } from '../../../core/fact.ts'
import type { FileRef } from '../../../core/file/ref.ts'
import type { Signature } from '../../../wire/signatures.ts'
import type { Tx } from '../../database/pool.ts'
import { factById, textsOf } from '../../store/fact-queries.ts'
import { findFiles } from '../../store/files.ts'
import type { FileRow } from '../../store/files.ts'
import { readPlan } from '../../store/plan.ts'
import { nameBook } from '../../store/ticket-queries.ts'

/** What was signed, as its first fact has it: the text that was hashed, and who put their seals to it. */
export type Signed = { readonly text: string; readonly hash: string; readonly signatures: readonly Signature[] }

/** A signature as the fact carries it; the name of who signed stands beside. */
type Stated = {
  readonly side: Side
  readonly signedOn: string
  readonly hash: string
  readonly seal?: FileRef | undefined
  readonly document?: FileRef | undefined
}

function statedIn({ data }: Fact): readonly Stated[] {
  return Array.isArray(data.signatures) ? (data.signatures as readonly Json[] as unknown as readonly Stated[]) : []
}

type Around = {
  readonly fact: Fact
  readonly texts: Readonly<Record<string, string>>
  readonly files: readonly FileRow[]
  readonly by: Signature['by']
  readonly hash: string
}

function presentStated(one: Stated, { fact, texts, files, by, hash }: Around): Signature {
  const shown = (ref: FileRef | undefined) => {
    const row = files.find(({ id }) => id === ref?.id)
    return ref && row && { id: row.id, name: row.name, size: row.size, mediaType: row.media_type ?? '', sha256: ref.sha256 }
  }
  const isKept = (ref: FileRef | undefined) => ref === undefined || files.find(({ id }) => id === ref.id)?.content === ref.sha256
  return {
    side: one.side,
    signer: texts[`signer-${one.side}`],
    signedOn: one.signedOn,
    hash: one.hash,
    matches: one.hash === hash && isKept(one.seal) && isKept(one.document),
    seal: shown(one.seal),
    document: shown(one.document),
    by,
    at: fact.recordedAt,
  }
}

/** Undefined: its row was planted without facts. */
export async function signedOf(tx: Tx, state: ContractState | null): Promise<Signed | undefined> {
  const [first] = state?.agreements ?? []
  const fact = first && (await factById(tx, first.fact))
  if (!fact) return undefined
  const { number, customer, startsOn, endsOn, sites, assets, people, agreements } = evolve(initialState(), fact)
  const [{ plan, terms }] = agreements as [ContractState['agreements'][number]]
  const texts = (await textsOf(tx, [fact.id])).get(fact.id) ?? {}
  const { title = '' } = texts
  const planHash = (await readPlan(tx, plan))?.hash ?? ''
  const paper = { number, title, customer, plan, planHash, terms, startsOn, endsOn, sites, assets, people }
  const hash = paperHash(paper)
  const stated = statedIn(fact)
  const refs = stated.flatMap(({ seal, document }) => [seal, document]).filter((ref) => ref !== undefined)
  const files = await findFiles(
    tx,
    refs.map(({ id }) => id),
  )
  const names = await nameBook(tx, { people: fact.by === undefined ? [] : [fact.by], teams: [] })
  const by = fact.by === undefined ? undefined : { id: fact.by, name: names.get(`person/${fact.by}`) ?? fact.by }
  return { text: paperText(paper), hash, signatures: stated.map((one) => presentStated(one, { fact, texts, files, by, hash })) }
}
