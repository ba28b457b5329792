import { compileCondition } from '../../../core/plan/condition.ts'
import { fieldsOf } from '../../../core/plan/fields.ts'
import type { LevelClause, Measure } from '../../../core/plan/forms.ts'
import type { Plan } from '../../../core/plan/types.ts'
import { gapsIn } from '../../../core/promise/level/duty.ts'
import type { Shift } from '../../../core/promise/level/duty.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Entry, ServiceState } from '../../../core/service/state.ts'
import type { Instant } from '../../../core/time/instant.ts'
import { DAY_MS } from '../../../core/time/instant.ts'
import type { Roster } from '../../../wire/services.ts'
import { withTenant } from '../../database/pool.ts'
import { findContracts } from '../../store/contract-queries.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { shiftsOf } from '../../store/services.ts'
import type { ShiftRow } from '../../store/services.ts'
import { boundOf } from '../plan-of.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { deskName } from './read.ts'

const AHEAD_DAYS = 14

type Duty = Extract<Measure, { kind: 'on-duty' }>
type Desk = Roster['desks'][number]

function standing({ entries }: ServiceState, type: Entry['type']): Entry | undefined {
  return entries.findLast((one) => one.type === type && !one.voided)
}

/** A shift as it stands: until its end, or until somebody was taken off it. */
function shiftIn({ state_json }: ShiftRow): Shift | undefined {
  const planned = standing(state_json, 'shift.planned')
  const { start, end, person } = planned?.data ?? {}
  if (typeof start !== 'number' || typeof end !== 'number') return undefined
  const dropped = standing(state_json, 'shift.dropped')
  const until = dropped ? Math.min(end, Math.max(start, dropped.at)) : end
  return { start, end: until, person: typeof person === 'string' ? person : '' }
}

function whereOf({ of }: Duty): string | undefined {
  return of.kind === 'fact' ? of.where?.cel : undefined
}

/** The shifts that a clause counts, each under its record. */
function shiftsFor(duty: Duty, plan: Plan, rows: readonly ShiftRow[]): ReadonlyMap<string, Shift> {
  const cel = whereOf(duty)
  const condition = cel === undefined ? undefined : compileCondition(cel, fieldsOf(plan, 'shift.planned'))
  const counts = ({ state_json }: ShiftRow): boolean =>
    condition === undefined || (condition.ok && condition.judge(standing(state_json, 'shift.planned')?.data ?? {}))
  return new Map(
    rows.filter(counts).flatMap((row) => {
      const shift = shiftIn(row)
      return shift ? [[row.id, shift] as const] : []
    }),
  )
}

const scalarOf = <T>(value: { readonly kind: string; readonly value?: T } | undefined): T | undefined =>
  value?.kind === 'scalar' ? value.value : undefined

type Look = { readonly bound: BoundPlan; readonly rows: readonly ShiftRow[]; readonly from: Instant; readonly until: Instant }

function deskOf(
  clause: LevelClause & { readonly measure: Duty },
  { bound, rows, from, until }: Look,
  nameOf: (id: string) => string,
): Desk {
  const { plan } = bound
  const shifts = shiftsFor(clause.measure, plan, rows)
  const atLeast = scalarOf<number>(clause.atLeast) ?? 0
  const calendar = bound.calendars[scalarOf<string>(clause.calendar) ?? 'always']
  const all = Object.fromEntries(shifts)
  const since = Math.min(...[...shifts.values()].map(({ start }) => start))
  const id = /desk == "([^"]+)"/.exec(whereOf(clause.measure) ?? '')?.[1]
  return {
    promise: clause.id,
    title: clause.title ?? clause.id,
    desk: id === undefined ? undefined : { id, name: deskName(plan, id) ?? id },
    atLeast,
    begun: shifts.size > 0,
    shifts: [...shifts]
      .filter(([, { start, end }]) => start < end && end > from && start < until)
      .map(([record, { start, end, person }]) => ({ record, start, end, person: { id: person, name: nameOf(person) } }))
      .toSorted((a, b) => a.start - b.start || a.end - b.end),
    gaps: shifts.size === 0 ? [] : gapsIn({ shifts: all, since }, { from, until, atLeast, calendar }),
  }
}

/** Who is on duty under a contract over the next two weeks, and when nobody is: the gaps are there to be seen before they come. */
export async function getRoster({
  http,
  caller,
  params,
}: Call<'service.read', { readonly id: string }, undefined, undefined>): Promise<Roster | Refused> {
  const from = await http.services.clock.now(caller.tenant)
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [row] = await findContracts(tx, caller, { id: params.id, limit: 1 })
    if (!row) return undefined
    const rows = await shiftsOf(tx, row.id)
    const people = rows.flatMap((one) => shiftIn(one)?.person ?? [])
    return { row, rows, names: await nameBook(tx, { people: [...new Set(people)], teams: [], assets: [], files: [] }) }
  })
  if (!found) return recordMissing()
  const { row, rows, names } = found
  const bound = await boundOf(http, caller.tenant, row.bound_hash)
  const until = from + AHEAD_DAYS * DAY_MS
  const clauses = Object.values(bound.plan.promises).flatMap((clause) =>
    clause.form === 'level' && clause.measure.kind === 'on-duty' ? [{ ...clause, measure: clause.measure }] : [],
  )
  const nameOf = (id: string) => names.get(`person/${id}`) ?? id
  return { from, until, desks: clauses.map((clause) => deskOf(clause, { bound, rows, from, until }, nameOf)) }
}
