import { hash } from 'node:crypto'
import { canonicalJson } from '../core/canonical.ts'
import { subjectsOf } from '../core/fact.ts'
import type { Fact, Subject } from '../core/fact.ts'
import { compilePlan } from '../core/promise/compile.ts'
import { concerns } from '../core/promise/fold.ts'
import { isShared, toldTo } from '../core/promise/owner.ts'
import { adopt, begin, learn, needsHistory } from '../core/promise/record.ts'
import type { Learned } from '../core/promise/record.ts'
import { standing } from '../core/promise/render.ts'
import type { BoundPlan, Effect, Obligation } from '../core/promise/types.ts'
import type { Tx } from './database/pool.ts'
import type { Change, RecordChange, StoredRecord } from './store/ledger.ts'
import { readFactsOf } from './store/owner-records.ts'

type Written = Pick<Change, 'records' | 'obligations' | 'withdrawn' | 'beliefs' | 'effects'>

/** What was learned, as the difference to what is stored. */
export type Learning = { readonly change: Written; readonly obligationsOf: (subject: Subject) => readonly Obligation[] }

export const NOTHING_LEARNED: Written = { records: [], obligations: [], withdrawn: [], beliefs: [], effects: [] }

export function nounOf(subject: Subject): string {
  return subject.slice(0, subject.indexOf('/'))
}

/** Does the plan promise anything to subjects of this kind? Where it does not, there is nothing to fold. */
export function hasClauses(bound: BoundPlan, subject: Subject): boolean {
  return compilePlan(bound, nounOf(subject)).clauses.length > 0
}

/** The subjects named by the facts for whose kind the plan has clauses to which one of them says something. */
export function ownersOf(bound: BoundPlan, facts: readonly Pick<Fact, 'subject' | 'also' | 'type'>[]): Subject[] {
  const subjects = new Set(facts.flatMap((fact) => subjectsOf(fact).filter((subject) => concerns(bound, subject, fact))))
  return [...subjects].filter((subject) => hasClauses(bound, subject))
}

/** Of what an obligation's row says, as far as not only time moves it: a row is written anew when this has changed. */
export function digestOf(obligation: Obligation): string {
  return hash('sha256', canonicalJson(standing(obligation)), 'base64').slice(0, 16)
}

function rowKey({ promise, episode }: Pick<Obligation, 'promise' | 'episode'>): string {
  return `${promise}|${episode}`
}

/** The ticket that a new record belongs to: the subject itself, or the first that its facts name. */
export function ticketOf(subject: Subject, facts: readonly Pick<Fact, 'subject' | 'also'>[]): string | undefined {
  const named = [subject, ...facts.filter((fact) => subjectsOf(fact).includes(subject)).flatMap(subjectsOf)]
  return named.find((one) => one.startsWith('ticket/'))?.slice('ticket/'.length)
}

/** What one record's step adds and changes: only rows whose digest differs, only lines and effects that are new. */
export function differenceOf(bound: BoundPlan, before: StoredRecord, learned: Learned): Written {
  const { subject, contract, customer, ticket } = before
  const clauses = Object.keys(bound.plan.promises)
  const written = Object.fromEntries(learned.obligations.map((obligation) => [rowKey(obligation), digestOf(obligation)]))
  const changed = learned.obligations
    .map((obligation) => ({ ...obligation, place: clauses.indexOf(obligation.promise), ticket, contract, customer }))
    .filter((obligation) => before.written[rowKey(obligation)] !== written[rowKey(obligation)])
  const gone = Object.keys(before.written).filter((key) => !Object.hasOwn(written, key))
  const withdrawn = gone.map((key) => ({
    subject,
    promise: key.slice(0, key.lastIndexOf('|')),
    episode: Number(key.slice(key.lastIndexOf('|') + 1)),
  }))
  const beliefs = learned.beliefs.map((belief, index) => ({ ...belief, id: before.beliefs + index + 1 }))
  const record: RecordChange = {
    ...before,
    position: Math.max(before.position, learned.record.position),
    record: learned.record,
    written,
    beliefs: before.beliefs + beliefs.length,
    nextWakeAt: learned.nextWakeAt,
  }
  return { records: [record], obligations: changed, withdrawn, beliefs, effects: learned.effects }
}

/** Changes of several records as one. */
export function joined(changes: readonly Written[]): Written {
  return {
    records: changes.flatMap((change) => change.records),
    obligations: changes.flatMap((change) => change.obligations),
    withdrawn: changes.flatMap((change) => change.withdrawn),
    beliefs: changes.flatMap((change) => change.beliefs),
    effects: changes.flatMap((change): readonly Effect[] => change.effects),
  }
}

type LearnFacts = {
  readonly tx: Tx
  /** the plan that a record is folded under: its own, which another one of the same contract need not share; undefined: none rules it */
  readonly boundOf: (record: StoredRecord) => BoundPlan | undefined
  readonly records: readonly StoredRecord[]
  readonly facts: readonly Fact[]
}

/** Every record learns the facts that are told to it; where no plan rules, or the plan promises it nothing, only the position moves on. */
export async function learnFacts({ tx, boundOf, records, facts }: LearnFacts): Promise<Learning> {
  const changes: Written[] = []
  const obligations = new Map<Subject, readonly Obligation[]>()
  for (const before of records) {
    const own = toldTo(before, facts)
    const bound = boundOf(before)
    if (!bound || !hasClauses(bound, before.subject)) {
      changes.push({
        ...NOTHING_LEARNED,
        records: [{ ...before, position: Math.max(before.position, ...own.map((fact) => fact.seq)), nextWakeAt: undefined }],
      })
      continue
    }
    const learned = await learnOne(tx, { bound, before, own })
    obligations.set(before.subject, learned.obligations)
    changes.push(differenceOf(bound, before, learned))
  }
  return { change: joined(changes), obligationsOf: (subject) => obligations.get(subject) ?? [] }
}

type LearnOne = { readonly bound: BoundPlan; readonly before: StoredRecord; readonly own: readonly Fact[] }

/** In order facts fold on; a late one, or a fact about facts, needs the subject's whole history, which is only then read. */
async function learnOne(tx: Tx, { bound, before, own }: LearnOne): Promise<Learned> {
  const { record } = before
  if (!record) {
    const facts = own.filter((fact) => concerns(bound, before.subject, fact))
    return begin(bound, before.subject, { facts, history: isShared(before.subject) ? await readFactsOf(tx, before) : [] })
  }
  if (record.plan !== bound.hash) {
    const adopted = adopt(bound, record, { facts: own, history: await readFactsOf(tx, before) })
    if (needsHistory(adopted)) throw new Error(`the history of ${before.subject} was not enough`)
    return adopted
  }
  const learned = learn(bound, record, own)
  if (!needsHistory(learned)) return learned
  const history = await readFactsOf(tx, before)
  const again = learn(bound, record, { facts: own, history: () => history })
  if (needsHistory(again)) throw new Error(`the history of ${before.subject} was not enough`)
  return again
}
