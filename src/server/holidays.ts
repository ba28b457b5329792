import type { CompiledCalendar } from '../core/calendar/compile.ts'
import type { HolidayLists } from '../core/calendar/holidays.ts'
import type { Fact, Subject } from '../core/fact.ts'
import { agreedPlan } from '../core/plan/bind.ts'
import { earliestRecordedAt, learn, lookAt, needsHistory } from '../core/promise/record.ts'
import type { BoundPlan, Obligation } from '../core/promise/types.ts'
import type { Instant } from '../core/time/instant.ts'
import { withTenant } from './database/pool.ts'
import type { Transaction, Tx } from './database/pool.ts'
import { announcedTo } from './announced.ts'
import { compileCalendars } from './plan-binding.ts'
import { ownerAggregate } from './release.ts'
import type { Services } from './services.ts'
import { boundCalendars, provisionalSubjects, saveFollowing, subjectsUnder } from './store/holidays.ts'
import type { BoundCalendars } from './store/holidays.ts'
import { readRecords } from './store/ledger.ts'
import type { StoredRecord } from './store/ledger.ts'
import { readFactsOf } from './store/owner-records.ts'
import { transact } from './transact.ts'

/** What the calendars of one binding become under these lists: by id, those alone that change. */
function newCalendars({ parsed, terms, calendars }: BoundCalendars, lists: HolidayLists): Readonly<Record<string, CompiledCalendar>> {
  const agreed = agreedPlan(parsed, terms)
  const compiled = agreed.ok ? compileCalendars(agreed.plan, lists) : undefined
  if (!compiled?.ok) return {}
  const changed = Object.entries(compiled.calendars).filter(([id, one]) => calendars[id] !== undefined && one.hash !== calendars[id])
  return Object.fromEntries(changed.filter(([id]) => namesList(parsed, id) || namesList(agreed.ok ? agreed.plan : parsed, id)))
}

function namesList({ calendars }: BoundCalendars['parsed'], id: string): boolean {
  const source = calendars[id]
  return source !== undefined && 'holidays' in source && source.holidays !== undefined
}

/** Pins what each calendar of the firm becomes under the lists in force. Answers the bindings that are concerned. */
export async function pinFollowing(tx: Transaction, lists: HolidayLists, at: Instant): Promise<string[]> {
  const concerned: string[] = []
  for (const bound of await boundCalendars(tx)) {
    const changed = Object.entries(newCalendars(bound, lists))
    if (changed.length === 0) continue
    concerned.push(bound.hash)
    for (const [id, calendar] of changed) await saveFollowing(tx, { follows: bound.calendars[id]!, calendar }, at)
  }
  return concerned
}

export type Moved = {
  readonly subject: Subject
  readonly promise: string
  readonly episode: number
  readonly before: Obligation
  readonly after: Obligation | undefined
}

const keyOf = ({ promise, episode }: Obligation): string => `${promise} ${episode}`

/** How the due times of one record move when it hears of the calendars; nothing is written. */
function movesOf(record: StoredRecord, { bound, calendars, facts, now }: Hearing): Moved[] {
  if (!record.record) return []
  const published = Object.fromEntries(Object.values(calendars).map((one) => [one.hash, one]))
  const hearing: BoundPlan = { ...bound, published: { ...bound.published, ...published } }
  const recordedAt = Math.max(now, earliestRecordedAt(record.record) ?? now)
  const named = Object.fromEntries(Object.entries(calendars).map(([id, one]) => [id, one.hash]))
  const fact: Fact = {
    id: 'dry-run',
    seq: Number.MAX_SAFE_INTEGER,
    subject: record.subject,
    also: [],
    type: 'calendar.published',
    occurredAt: recordedAt,
    recordedAt,
    source: 'system',
    data: { calendars: named },
  }
  const learned = learn(hearing, record.record, { facts: [fact], history: () => facts })
  if (needsHistory(learned)) return []
  const after = new Map(learned.obligations.map((one) => [keyOf(one), one]))
  return lookAt(bound, record.record, now)
    .obligations.filter((one) => one.provisional && one.why.provisional === 'calendar-unknown')
    .map((one) => ({ subject: record.subject, promise: one.promise, episode: one.episode, before: one, after: after.get(keyOf(one)) }))
}

type Hearing = {
  readonly bound: BoundPlan
  readonly calendars: Readonly<Record<string, CompiledCalendar>>
  readonly facts: readonly Fact[]
  readonly now: Instant
}

/** What publishing these lists would move, obligation by obligation, by the very fold that publishing uses. */
export async function dryRun(services: Services, tenant: string, lists: HolidayLists): Promise<Moved[]> {
  const now = await services.clock.now(tenant)
  const { records, bounds, facts } = await withTenant(services.pool, tenant, async (tx) => {
    const found = await readRecords(tx, await provisionalSubjects(tx))
    const known = new Map((await boundCalendars(tx)).map((one) => [one.hash, one]))
    return { records: found, bounds: known, facts: await factsOfAll(tx, found) }
  })
  const moves: Moved[] = []
  for (const record of records) {
    const row = bounds.get(record.boundHash ?? '')
    if (!row) continue
    const bound = await services.plans.bound(tenant, row.hash)
    moves.push(...movesOf(record, { bound, calendars: newCalendars(row, lists), facts: facts.get(record.subject) ?? [], now }))
  }
  return moves
}

async function factsOfAll(tx: Tx, records: readonly StoredRecord[]): Promise<ReadonlyMap<Subject, readonly Fact[]>> {
  const facts = new Map<Subject, readonly Fact[]>()
  for (const record of records) facts.set(record.subject, await readFactsOf(tx, record))
  return facts
}

/**
 * Tells every record that goes on of the calendars that were pinned for it: the fact `calendar.published` on each, through the seam. Whoever has heard it already is
 * passed over, so an interrupted spreading goes on where it stopped; records that are told later hear it with their next fact. Answers how many were told.
 */
export async function spread(services: Services, tenant: string, { concerned, person }: Spreading): Promise<number> {
  services.plans.dropBound(tenant)
  const subjects = await withTenant(services.pool, tenant, (tx) => subjectsUnder(tx, concerned))
  let told = 0
  for (const subject of subjects) if (await tellOne(services, { tenant, subject, person })) told += 1
  return told
}

type Spreading = { readonly concerned: readonly string[]; readonly person: string }

async function tellOne(
  services: Services,
  { tenant, subject, person }: { tenant: string; subject: Subject; person: string },
): Promise<boolean> {
  const [record] = await withTenant(services.pool, tenant, (tx) => readRecords(tx, [subject]))
  if (record?.boundHash === undefined) return false
  const news = announcedTo(await services.plans.bound(tenant, record.boundHash), record.record)
  if (!news) return false
  const outcome = await transact<unknown, never>(services, {
    tenant,
    subject,
    aggregate: ownerAggregate(subject),
    decide: ({ now, newId }) => ({
      ok: true,
      facts: [
        {
          id: newId(),
          subject,
          also: [],
          type: 'calendar.published',
          occurredAt: now,
          source: 'system',
          by: person,
          data: { calendars: news },
        },
      ],
    }),
  })
  return outcome.kind === 'done'
}
