import type { Fact, Subject } from '../../../core/fact.ts'
import { factWords } from '../../../core/promise/event-words.ts'
import { lookAt } from '../../../core/promise/record.ts'
import { becauseWords } from '../../../core/promise/rule/because.ts'
import { effectWords } from '../../../core/promise/rule/say.ts'
import type { BoundPlan, Consequence } from '../../../core/promise/types.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Locale } from '../../../core/words.ts'
import type { Consequence as ConsequenceOut } from '../../../wire/obligations.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { factsOf } from '../../store/fact-queries.ts'
import { readRecords } from '../../store/ledger.ts'
import { namesOfSubjects, ticketsOf } from '../../store/subject-names.ts'
import type { TicketName } from '../../store/subject-names.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { loadZone } from '../../zones.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { plansFor } from '../plan-of.ts'

type Seen = { readonly one: Consequence; readonly bound: BoundPlan }

/** How the house arranges the work is no business of a customer's people. */
function isForCustomer({ kind, to }: Consequence): boolean {
  return kind !== 'escalate' && kind !== 'open-task' && (kind !== 'notify' || to === 'customer')
}

type Book = {
  readonly names: ReadonlyMap<string, string>
  readonly tickets: ReadonlyMap<Subject, TicketName>
  readonly facts: ReadonlyMap<string, Fact>
  readonly people: ReadonlyMap<string, string>
}

const assetOf = ({ params }: Consequence): Subject | undefined => {
  const asset = params?.asset
  return typeof asset === 'string' && asset.startsWith('asset/') ? (asset as Subject) : undefined
}

/** Everything that the words of these name, read in one go. */
async function readBook(tx: Tx, seen: readonly Seen[]): Promise<Book> {
  const subjects = [...new Set(seen.flatMap(({ one }) => [one.subject, assetOf(one) ?? one.subject]))]
  const facts = await factsOf(
    tx,
    seen.flatMap(({ one }) => one.settled?.fact ?? []),
  )
  const people = await nameBook(tx, { people: facts.flatMap((fact) => fact.by ?? []), teams: [] })
  return {
    names: await namesOfSubjects(tx, subjects),
    tickets: await ticketsOf(tx, subjects),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    people,
  }
}

function settledOf({ settled }: Consequence, { facts, people }: Book, locale: Locale): ConsequenceOut['settled'] {
  if (!settled) return undefined
  const fact = settled.fact === undefined ? undefined : facts.get(settled.fact)
  const by = fact?.by === undefined ? undefined : { id: fact.by, name: people.get(`person/${fact.by}`) ?? fact.by }
  return { at: settled.at, words: fact ? factWords(fact.type, locale) : '', by }
}

function present({ one, bound }: Seen, book: Book, locale: Locale): ConsequenceOut {
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
    ticket: book.tickets.get(one.subject),
    asset: asset === undefined || name === undefined ? undefined : { id: asset.slice('asset/'.length), name },
    form: one.kind === 'require-form' ? one.to : undefined,
    open: one.open ?? false,
    settled: settledOf(one, book, locale),
  }
}

type Looking = { readonly subjects: readonly Subject[]; readonly now: Instant; readonly locale: Locale }

/** 后果: what the rules of these subjects have brought about as it stands now, the newest first: said from their records, and counted nowhere else. */
export async function consequencesOf(http: Http, caller: Caller, { subjects, now, locale }: Looking): Promise<ConsequenceOut[]> {
  if (subjects.length === 0) return []
  const records = await withTenant(http.services.pool, caller.tenant, (tx) => readRecords(tx, subjects))
  const plans = await plansFor(http, caller.tenant, records)
  const seen = records.flatMap(({ record, boundHash = '' }): Seen[] => {
    const bound = plans.get(boundHash)
    return record && bound ? lookAt(bound, record, now).consequences.map((one) => ({ one, bound })) : []
  })
  const shown = caller.customer === undefined ? seen : seen.filter(({ one }) => isForCustomer(one))
  const book = await withTenant(http.services.pool, caller.tenant, (tx) => readBook(tx, shown))
  return shown.map((one) => present(one, book, locale)).toSorted((a, b) => b.at - a.at || a.id.localeCompare(b.id, 'en'))
}
