import { paperHash, paperText } from '../../../core/contract/signature.ts'
import type { Paper, Side } from '../../../core/contract/signature.ts'
import { evolve, initialState } from '../../../core/contract/state.ts'
import type { ContractState } from '../../../core/contract/state.ts'
import type { Fact, Json } from '../../../core/fact.ts'
import type { FileRef } from '../../../core/file/ref.ts'
import type { ContractDetail } from '../../../wire/contracts.ts'
import type { Signature } from '../../../wire/signatures.ts'
import type { Tx } from '../../database/pool.ts'
import { agreedFacts, factById, textsOf } from '../../store/fact-queries.ts'
import { findFiles } from '../../store/files.ts'
import type { FileRow } from '../../store/files.ts'
import { readPlan } from '../../store/plan.ts'
import { nameBook } from '../../store/ticket-queries.ts'

/** One paper as it was signed: the text that was hashed, who put their seals to it, and whether something else is agreed by now. */
export type Signed = {
  readonly text: string
  readonly hash: string
  readonly amended: boolean
  readonly signatures: readonly Signature[]
}

/** All that was signed of a contract: its first paper, and each amendment that somebody signed, the oldest first. */
export type Papers = Signed & { readonly amendments: readonly (Signed & { readonly fact: Fact; readonly reason: string | undefined })[] }

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

/** The fact with which a contract began, and the title that it was signed under. Undefined: its row was planted without facts. */
async function beginningOf(tx: Tx, state: ContractState | null): Promise<{ readonly fact: Fact; readonly title: string } | undefined> {
  const [first] = state?.agreements ?? []
  const fact = first && (await factById(tx, first.fact))
  return fact && { fact, title: (await textsOf(tx, [fact.id])).get(fact.id)?.title ?? '' }
}

/** The contract as it stands now. Undefined: its row was planted without facts. */
export async function paperNow(tx: Tx, state: ContractState | null): Promise<Paper | undefined> {
  const began = await beginningOf(tx, state)
  return state && began ? paperOf(tx, state, began.title) : undefined
}

/** What an amendment agrees on, as far as it is part of a paper. */
type Anew = Pick<ContractDetail, 'plan'> & { readonly reason?: string | undefined } & Partial<
    Pick<ContractState, 'startsOn' | 'endsOn' | 'sites' | 'assets' | 'people'>
  > & { readonly terms: ContractState['agreements'][number]['terms'] }

/** The contract as it would stand after an amendment, to be signed by both sides. Undefined: nobody can say what it was. */
export async function amendedPaper(tx: Tx, state: ContractState | null, { reason, ...anew }: Anew): Promise<Paper | undefined> {
  const began = await beginningOf(tx, state)
  if (!state || !began) return undefined
  const { fact, title } = began
  const data = JSON.parse(JSON.stringify(anew)) as Fact['data']
  const after = evolve(state, { ...fact, id: 'amendment', type: 'contract.amended', data })
  return amending(await paperOf(tx, after, title), { before: await paperOf(tx, state, title), reason })
}

function amending(paper: Paper, { before, reason }: { readonly before: Paper; readonly reason: string | undefined }): Paper {
  const why = reason?.trim() ?? ''
  return { ...paper, amends: { base: paperHash(before), ...(why === '' ? {} : { reason: why }) } }
}

type Noted = { readonly fact: Fact; readonly texts: Readonly<Record<string, string>> }

/** `attested`: its signatures that were attached later */
type Edition = Noted & { readonly plain: Paper; readonly paper: Paper; readonly attested: readonly Noted[] }

/** What was agreed, version by version: the contract as it stood then (`plain`), and as it was to be signed. */
async function editionsOf(tx: Tx, state: ContractState): Promise<readonly Edition[]> {
  const began = await beginningOf(tx, state)
  if (!began) return []
  const facts = await agreedFacts(tx, began.fact.subject)
  const texts = await textsOf(
    tx,
    facts.map(({ id }) => id),
  )
  const [attesting, agreeing] = [facts.filter(isAttested), facts.filter((fact) => !isAttested(fact))]
  const editions: Edition[] = []
  let stood = initialState()
  for (const fact of agreeing) {
    stood = evolve(stood, fact)
    const said = texts.get(fact.id) ?? {}
    const plain = await paperOf(tx, stood, began.title)
    const before = editions.at(-1)?.plain
    const attested = attesting.filter(({ data }) => data.of === fact.id).map((one) => ({ fact: one, texts: texts.get(one.id) ?? {} }))
    editions.push({ fact, texts: said, plain, paper: before ? amending(plain, { before, reason: said.reason }) : plain, attested })
  }
  return editions
}

const isAttested = ({ type }: Fact): boolean => type === 'contract.attested'

/** Its signatures with what noted them; of a side that was noted again, the newest. */
function notedIn({ fact, texts, attested }: Edition): readonly (Noted & { readonly one: Stated })[] {
  const all = [{ fact, texts }, ...attested].flatMap((noted) => statedIn(noted.fact).map((one) => ({ ...noted, one })))
  return [...new Map(all.map((noted) => [noted.one.side, noted])).values()]
}

/** Undefined: its row was planted without facts. */
export async function signedOf(tx: Tx, state: ContractState | null): Promise<Papers | undefined> {
  const editions = state ? await editionsOf(tx, state) : []
  const [first, last] = [editions[0], editions.at(-1)]
  if (!first || !last) return undefined
  const noted = editions.flatMap(notedIn)
  const refs = noted.flatMap(({ one }) => [one.seal, one.document])
  const files = await findFiles(
    tx,
    refs.flatMap((ref) => ref?.id ?? []),
  )
  const names = await nameBook(tx, { people: noted.flatMap(({ fact }) => fact.by ?? []), teams: [] })
  const today = paperHash(last.plain)
  const signed = (edition: Edition): Signed => {
    const [hash, amended] = [paperHash(edition.paper), paperHash(edition.plain) !== today]
    const signatures = notedIn(edition).map(({ one, fact, texts }) => {
      const by = fact.by === undefined ? undefined : { id: fact.by, name: names.get(`person/${fact.by}`) ?? fact.by }
      return presentStated(one, { fact, texts, files, by, hash, amended })
    })
    return { text: paperText(edition.paper), hash, amended, signatures }
  }
  const amendments = editions.slice(1).filter((one) => notedIn(one).length > 0)
  return { ...signed(first), amendments: amendments.map((one) => ({ ...signed(one), fact: one.fact, reason: one.texts.reason })) }
}

/** The paper by which what stands today was signed: the last amendment that both sides signed, where nothing was changed since; else the first. */
export function paperToday(papers: Papers): Signed {
  return papers.amendments.findLast(({ amended, signatures }) => !amended && signatures.length === 2) ?? papers
}
