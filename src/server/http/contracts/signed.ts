import { paperHash, paperText } from '../../../core/contract/signature.ts'
import type { Paper, Side } from '../../../core/contract/signature.ts'
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

/** What was signed, as its first fact has it: the text that was hashed, who put their seals to it, and whether something else is agreed by now. */
export type Signed = {
  readonly text: string
  readonly hash: string
  readonly amended: boolean
  readonly signatures: readonly Signature[]
}

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
  readonly amended: boolean
}

function presentStated(one: Stated, { fact, texts, files, by, hash, amended }: Around): Signature {
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
    amended,
    seal: shown(one.seal),
    document: shown(one.document),
    by,
    at: fact.recordedAt,
  }
}

/** The paper that a contract would be signed as, the way it stands in this state. */
async function paperOf(tx: Tx, { agreements, ...state }: ContractState, title: string): Promise<Paper> {
  const { number, customer, startsOn, endsOn, sites, assets, people } = state
  const { plan, terms } = agreements.at(-1)!
  const planHash = (await readPlan(tx, plan))?.hash ?? ''
  return { number, title, customer, plan, planHash, terms, startsOn, endsOn, sites, assets, people }
}

/** Undefined: its row was planted without facts. */
export async function signedOf(tx: Tx, state: ContractState | null): Promise<Signed | undefined> {
  const [first] = state?.agreements ?? []
  const fact = first && (await factById(tx, first.fact))
  if (!state || !fact) return undefined
  const texts = (await textsOf(tx, [fact.id])).get(fact.id) ?? {}
  const { title = '' } = texts
  const paper = await paperOf(tx, evolve(initialState(), fact), title)
  const hash = paperHash(paper)
  const amended = hash !== paperHash(await paperOf(tx, state, title))
  const stated = statedIn(fact)
  const refs = stated.flatMap(({ seal, document }) => [seal, document]).filter((ref) => ref !== undefined)
  const files = await findFiles(
    tx,
    refs.map(({ id }) => id),
  )
  const names = await nameBook(tx, { people: fact.by === undefined ? [] : [fact.by], teams: [] })
  const by = fact.by === undefined ? undefined : { id: fact.by, name: names.get(`person/${fact.by}`) ?? fact.by }
  return {
    text: paperText(paper),
    hash,
    amended,
    signatures: stated.map((one) => presentStated(one, { fact, texts, files, by, hash, amended })),
  }
}
