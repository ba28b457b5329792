import type { Fact, Subject } from '../../../core/fact.ts'
import { factWords } from '../../../core/promise/event-words.ts'
import { lookAt } from '../../../core/promise/record.ts'
import { becauseWords } from '../../../core/promise/rule/because.ts'
import { effectWords } from '../../../core/promise/rule/say.ts'
import type { BoundPlan, Consequence } from '../../../core/promise/types.ts'
import { SERVICE_WHOLES } from '../../../core/service/vocabulary.ts'
import { isMoney } from '../../../core/remedy/amount.ts'
import { remediesOf } from '../../../core/remedy/standing.ts'
import type { Remedy } from '../../../core/remedy/standing.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Locale } from '../../../core/words.ts'
import type { Consequence as ConsequenceOut } from '../../../wire/obligations.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { contractsNaming } from '../../store/contract-queries.ts'
import type { ContractNamed } from '../../store/contract-queries.ts'
import { factsOf, textsOf } from '../../store/fact-queries.ts'
import { readRecords } from '../../store/ledger.ts'
import { readRecordsOf } from '../../store/owner-records.ts'
import { namesOfSubjects, ticketsOf } from '../../store/subject-names.ts'
import type { TicketName } from '../../store/subject-names.ts'
import { billedFor, remedyEntries } from '../../store/remedies.ts'
import { reviewsOf } from '../../store/tasks.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { loadZone } from '../../zones.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { contractRoleName } from '../names.ts'
import { plansFor } from '../plan-of.ts'
import { foundIn } from '../remedies/ground.ts'
import { isOpen, presentMoney } from '../remedies/present.ts'

type Seen = { readonly one: Consequence; readonly bound: BoundPlan; readonly contract: string | undefined }

/** How the house arranges the work is no business of a customer's people. */
function isForCustomer({ kind, to }: Consequence): boolean {
  return kind !== 'escalate' && kind !== 'open-task' && (kind !== 'notify' || to === 'customer')
}

type Book = {
  readonly names: ReadonlyMap<string, string>
  readonly tickets: ReadonlyMap<Subject, TicketName>
  readonly facts: ReadonlyMap<string, Fact>
  readonly texts: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly contracts: ReadonlyMap<string, ContractNamed>
  readonly people: ReadonlyMap<string, string>
  readonly remedies: ReadonlyMap<string, Remedy>
}

const assetOf = ({ params }: Consequence): Subject | undefined => {
  const asset = params?.asset
  return typeof asset === 'string' && asset.startsWith('asset/') ? (asset as Subject) : undefined
}

const ticketIn = ({ subject, also }: Fact): Subject | undefined => [subject, ...also].find((one) => one.startsWith('ticket/'))

/** Its own ticket, or where it is a device's or a contract's, that of the fact with which its rule acted. */
function ticketFor({ subject, fact }: Consequence, { tickets, facts }: Book): TicketName | undefined {
  const cause = fact === undefined ? undefined : facts.get(fact)
  return tickets.get(subject) ?? tickets.get((cause && ticketIn(cause)) ?? subject)
}

/** Everything that the words of these name, read in one go. */
async function readBook(tx: Tx, seen: readonly Seen[]): Promise<Book> {
  const subjects = [...new Set(seen.flatMap(({ one }) => [one.subject, assetOf(one) ?? one.subject]))]
  const facts = await factsOf(
    tx,
    seen.flatMap(({ one }) => [one.settled?.fact ?? [], one.fact ?? []].flat()),
  )
  const contracts = [...new Set(seen.flatMap(({ contract }) => contract ?? []))]
  const people = await nameBook(tx, { people: facts.flatMap((fact) => fact.by ?? []), teams: [] })
  return {
    names: await namesOfSubjects(tx, subjects),
    tickets: await ticketsOf(tx, [...subjects, ...facts.flatMap((fact) => ticketIn(fact) ?? [])]),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    texts: await textsOf(
      tx,
      facts.map(({ id }) => id),
    ),
    contracts: await contractsNaming(tx, contracts),
    people,
    remedies: await remediesAmong(tx, seen),
  }
}

/** What was done of a task is said in somebody's own sentence. */
function settledOf({ settled }: Consequence, { facts, texts, people }: Book, locale: Locale): ConsequenceOut['settled'] {
  if (!settled) return undefined
  const fact = settled.fact === undefined ? undefined : facts.get(settled.fact)
  const by = fact?.by === undefined ? undefined : { id: fact.by, name: people.get(`person/${fact.by}`) ?? fact.by }
  const did = fact && texts.get(fact.id)?.did
  return { at: settled.at, words: did ?? (fact ? factWords(fact.type, locale) : ''), by }
}

/** What of them is money: said with what was given of it so far. */
async function remediesAmong(tx: Tx, seen: readonly Seen[]): Promise<ReadonlyMap<string, Remedy>> {
  const money = seen.filter(({ one }) => isMoney(one))
  if (money.length === 0) return new Map()
  const subjects = [...new Set(money.map(({ one }) => one.subject))]
  const ground = {
    found: money.map(({ one, bound }) => foundIn(one, bound)),
    entries: await remedyEntries(tx, { remedies: money.map(({ one }) => one.key) }),
    billed: await billedFor(tx, subjects, []),
  }
  return new Map(remediesOf(ground).map((remedy) => [remedy.key, remedy]))
}

/** Of which a record form can be filled in: by their own, or as part of them. */
const FILLABLE: readonly string[] = ['ticket', 'contract', 'asset', ...SERVICE_WHOLES]

/** A task is done by the record form of its name, where the plan has one and its owner hears of it; any other by somebody's word. */
function formOf({ one: { kind, to, subject }, bound }: Seen): string | undefined {
  if (kind === 'require-form') return to
  return kind === 'open-task' && Object.hasOwn(bound.plan.forms, to) && FILLABLE.includes(subject.split('/')[0] ?? '') ? to : undefined
}

function taskOwner({ one: { kind, params }, bound, contract }: Seen, { contracts }: Book, locale: Locale): ConsequenceOut['owner'] {
  const role = params?.owner
  if (kind !== 'open-task' || typeof role !== 'string') return undefined
  const named = contracts.get(contract ?? '')?.people.filter((one) => one.role === role) ?? []
  return {
    role: contractRoleName(bound.plan, { id: role, name: null }, locale),
    people: named.map(({ person: id, name }) => ({ id, name })),
  }
}

function contractOf({ contract }: Seen, { contracts }: Book): ConsequenceOut['contract'] {
  const number = contracts.get(contract ?? '')?.number
  return contract === undefined || number === undefined ? undefined : { id: contract, number }
}

function present(seen: Seen, book: Book, locale: Locale): ConsequenceOut {
  const { one, bound } = seen
  const remedy = book.remedies.get(one.key)
  const clause = bound.plan.promises[one.promise]
  const asset = assetOf(one)
  const name = asset === undefined ? undefined : book.names.get(asset)
  return {
    id: one.key,
    subject: one.subject,
    promise: one.promise,
    title: clause?.title ?? one.promise,
    text: clause?.text,
    source: [...(clause?.source ?? [])],
    episode: one.episode,
    kind: one.kind,
    at: one.at,
    words: effectWords(one, { plan: bound.plan, zone: loadZone(bound.plan.timezone) }, locale),
    because: clause?.form === 'rule' ? becauseWords(clause, bound.plan, locale) : '',
    of: name ?? book.names.get(one.subject) ?? '',
    ticket: ticketFor(one, book),
    asset: asset === undefined || name === undefined ? undefined : { id: asset.slice('asset/'.length), name },
    contract: contractOf(seen, book),
    form: formOf(seen),
    owner: taskOwner(seen, book, locale),
    money: remedy && presentMoney(remedy, bound, locale),
    open: remedy ? isOpen(remedy, one.open ?? false) : (one.open ?? false),
    settled: settledOf(one, book, locale),
  }
}

type Looking = {
  readonly subjects: readonly Subject[]
  /** owners of whom only what came of these facts is asked: the device of a ticket */
  readonly beside?: { readonly subjects: readonly Subject[]; readonly facts: ReadonlySet<string> } | undefined
  readonly now: Instant
  readonly locale: Locale
}

/** 后果: what the rules of these subjects have brought about as it stands now, the newest first: said from their records, and counted nowhere else. */
export async function consequencesOf(http: Http, caller: Caller, { subjects, beside, now, locale }: Looking): Promise<ConsequenceOut[]> {
  const besides = beside?.subjects ?? []
  if (subjects.length + besides.length === 0) return []
  const { records, reviews } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    records: [...(await readRecords(tx, subjects)), ...(besides.length === 0 ? [] : await readRecordsOf(tx, besides))],
    reviews: await reviewsOf(tx, subjects),
  }))
  const plans = await plansFor(http, caller.tenant, records)
  const seen = records.flatMap(({ subject, record, contract, boundHash = '' }): Seen[] => {
    const bound = plans.get(boundHash)
    if (!record || !bound) return []
    const own = reviews.filter((one) => one.subject === subject)
    const { consequences } = lookAt(bound, record, now)
    const came = subjects.includes(subject)
      ? consequences
      : consequences.filter(({ fact }) => fact !== undefined && beside?.facts.has(fact))
    return [...came, ...own].map((one) => ({ one, bound, contract }))
  })
  const shown = caller.customer === undefined ? seen : seen.filter(({ one }) => isForCustomer(one))
  const book = await withTenant(http.services.pool, caller.tenant, (tx) => readBook(tx, shown))
  return shown.map((one) => present(one, book, locale)).toSorted((a, b) => b.at - a.at || a.id.localeCompare(b.id, 'en'))
}
