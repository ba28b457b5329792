import { desksOf } from '../../../core/service/known-words.ts'
import { mondayOf } from '../../../core/roster/repeat.ts'
import { formatDay, parseDay } from '../../../core/time/civil.ts'
import type { Span } from '../../../core/time/span.ts'
import { instantOf, localOf } from '../../../core/time/zone.ts'
import type { Zone } from '../../../core/time/zone.ts'
import type { Locale } from '../../../core/words.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { RosterQuery, RosterWeek } from '../../../wire/roster.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { deskIn, onDutyAt, shiftIn, unansweredAt } from '../../duty.ts'
import { findContracts } from '../../store/contract-queries.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { absencesWithin, brokenWithin, ownPeople, shiftsWithin } from '../../store/roster.ts'
import type { AbsenceRow, BrokenHours, OwnPerson, RosterShiftRow, Window } from '../../store/roster.ts'
import { tenantRow } from '../../store/session.ts'
import { loadZone } from '../../zones.ts'
import type { Caller } from '../caller.ts'
import { plansFor } from '../plan-of.ts'
import { obligationId } from '../present/clock.ts'
import { refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { desksOver } from '../services/roster.ts'
import { deskNamed, presentDuty } from './duty.ts'

/** Contracts that run at once; a firm with more plans them by their own pages. */
const MOST_CONTRACTS = 500
const WEEK_DAYS = 7

type Week = Window & { readonly days: RosterWeek['days'] }

/** The week of a day, from Monday, by the wall clock of the firm. */
export function weekOf(day: number, zone: Zone): Week {
  const monday = mondayOf(day)
  const start = (place: number) => instantOf(zone, monday + place, 0)
  const days = Array.from({ length: WEEK_DAYS }, (_, place) => ({
    day: formatDay(monday + place),
    start: start(place),
    end: start(place + 1),
  }))
  return { from: start(0), until: start(WEEK_DAYS), days }
}

type Read = {
  readonly contracts: readonly ContractRow[]
  readonly shifts: readonly RosterShiftRow[]
  readonly absences: readonly AbsenceRow[]
  readonly people: readonly OwnPerson[]
  readonly broken: readonly BrokenHours[]
  readonly plans: ReadonlyMap<string, BoundPlan>
}

type Seeing = { readonly week: Week; readonly now: number; readonly locale: Locale }

type Desk = RosterWeek['desks'][number]

/** What was broken as it was judged, what is still to come as the roster stands; hours of one gap that runs are told once. */
function gapsOf(
  { contract, promise, ahead }: { readonly contract: string; readonly promise: string; readonly ahead: readonly Span[] },
  { broken }: Read,
  { week, now }: Seeing,
): Desk['gaps'] {
  const past = broken
    .filter((one) => one.contract === contract && one.promise === promise)
    .map((one): Desk['gaps'][number] => ({
      start: Math.max(one.broken_at, week.from),
      end: Math.min(one.until ?? now, week.until),
      state: 'broken',
      obligation: obligationId(one),
    }))
  return [...past.filter(({ start, end }) => start < end), ...ahead.map((gap) => ({ ...gap, state: 'open' as const }))]
}

function desksFor(read: Read, seeing: Seeing): RosterWeek['desks'] {
  const { week, now } = seeing
  return read.contracts.flatMap((contract) => {
    const bound = read.plans.get(contract.bound_hash)
    if (!bound || contract.ended) return []
    const rows = read.shifts.filter((one) => one.contract === contract.id)
    const from = Math.min(Math.max(week.from, now), week.until)
    return desksOver({ bound, contract, rows, from, until: week.until, nameOf: (id) => id }).map((desk): Desk => ({
      contract: { id: contract.id, number: contract.number, title: contract.title },
      promise: desk.promise,
      title: desk.title,
      ...(desk.desk === undefined ? {} : { desk: desk.desk }),
      atLeast: desk.atLeast,
      gaps: gapsOf({ contract: contract.id, promise: desk.promise, ahead: desk.gaps }, read, seeing),
    }))
  })
}

function shiftShown(row: RosterShiftRow, { plans }: Read, { week, locale }: Seeing) {
  const shift = shiftIn(row)
  if (!shift || shift.start >= shift.end || shift.end <= week.from || shift.start >= week.until) return undefined
  const { id, number, title } = { id: row.contract, number: row.number, title: row.title }
  const desk = deskNamed(plans.get(row.bound_hash)?.plan, deskIn(row), locale)
  return { person: shift.person, shown: { record: row.id, contract: { id, number, title }, desk, start: shift.start, end: shift.end } }
}

/** Each of our people with what they are planned for and when they are away; who left the firm stands with what they were planned for. */
function peopleFor(read: Read, seeing: Seeing): RosterWeek['people'] {
  const shifts = read.shifts.flatMap((row) => shiftShown(row, read, seeing) ?? [])
  return read.people.map(({ id, name, team, team_name }) => ({
    id,
    name,
    ...(team === null ? {} : { team: { id: team, name: team_name ?? team } }),
    shifts: shifts
      .filter(({ person }) => person === id)
      .map(({ shown }) => shown)
      .toSorted((a, b) => a.start - b.start),
    absences: read.absences
      .filter(({ person }) => person === id)
      .map(({ id: absence, start_at, end_at, reason, note }) => ({
        id: absence,
        start: start_at,
        end: end_at,
        reason,
        ...(note === null ? {} : { note }),
      })),
  }))
}

async function readWeek(tx: Tx, caller: Caller, week: Week) {
  const contracts = await findContracts(tx, caller, { limit: MOST_CONTRACTS })
  return {
    contracts: contracts.slice(0, MOST_CONTRACTS),
    shifts: await shiftsWithin(tx, week),
    absences: await absencesWithin(tx, week),
    people: await ownPeople(tx),
  }
}

/** The clauses of a plan that promise somebody on duty. */
function dutyClauses({ plan }: BoundPlan): readonly string[] {
  return Object.values(plan.promises).flatMap((one) => (one.form === 'level' && one.measure.kind === 'on-duty' ? [one.id] : []))
}

function contractsFor({ contracts, plans }: Read, locale: Locale): RosterWeek['contracts'] {
  return contracts
    .filter(({ ended }) => !ended)
    .flatMap(({ id, number, title, bound_hash }) => {
      const plan = plans.get(bound_hash)?.plan
      return plan ? [{ id, number, title, desks: desksOf(plan).map((desk) => deskNamed(plan, desk, locale)) }] : []
    })
}

/** 排班 of a week: who is on duty when, who is away, which promised hours nobody covers, and who is on duty now. */
export async function getWeek({
  http,
  caller,
  query,
  locale,
}: Call<'service.read', undefined, RosterQuery, undefined>): Promise<RosterWeek | Refused> {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const { pool, clock } = http.services
  const now = await clock.now(caller.tenant)
  const tenant = await withTenant(pool, caller.tenant, tenantRow)
  const zone = loadZone(tenant!.timezone)
  const week = weekOf((query.day === undefined ? undefined : parseDay(query.day)) ?? localOf(zone, now).day, zone)
  const found = await withTenant(pool, caller.tenant, (tx) => readWeek(tx, caller, week))
  const plans = await plansFor(http, caller.tenant, [...found.contracts, ...found.shifts])
  const promises = found.contracts.flatMap(({ id, bound_hash }) =>
    dutyClauses(plans.get(bound_hash)!).map((promise) => ({ contract: id, promise })),
  )
  const [broken, held, unanswered] = await withTenant(pool, caller.tenant, async (tx) => [
    await brokenWithin(tx, { from: week.from, until: Math.min(now, week.until) }, promises),
    await onDutyAt(tx, { now }),
    await unansweredAt(tx, now),
  ])
  const read: Read = { ...found, broken, plans }
  const seeing = { week, now, locale }
  return {
    now,
    ...week,
    people: peopleFor(read, seeing),
    desks: desksFor(read, seeing),
    contracts: contractsFor(read, locale),
    onDuty: await presentDuty(http, caller, { held, locale, unanswered }),
  }
}
