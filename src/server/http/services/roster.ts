import { compileCondition } from '../../../core/plan/condition.ts'
import { fieldsOf } from '../../../core/plan/fields.ts'
import type { LevelClause, Measure } from '../../../core/plan/forms.ts'
import type { Plan } from '../../../core/plan/types.ts'
import { contractEnd, contractStart } from '../../../core/promise/contract-dates.ts'
import { gapsIn } from '../../../core/promise/level/duty.ts'
import type { Shift } from '../../../core/promise/level/duty.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Instant } from '../../../core/time/instant.ts'
import { DAY_MS } from '../../../core/time/instant.ts'
import type { Roster } from '../../../wire/services.ts'
import { withTenant } from '../../database/pool.ts'
import { plannedIn, shiftIn } from '../../duty.ts'
import { findContracts } from '../../store/contract-queries.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { present } from '../../store/rows.ts'
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

function whereOf({ of }: Duty): string | undefined {
  return of.kind === 'fact' ? of.where?.cel : undefined
}

/** The shifts that a clause counts, each under its record. */
function shiftsFor(duty: Duty, plan: Plan, rows: readonly ShiftRow[]): ReadonlyMap<string, Shift> {
  const cel = whereOf(duty)
  const condition = cel === undefined ? undefined : compileCondition(cel, fieldsOf(plan, 'shift.planned'))
  const counts = ({ state_json }: ShiftRow): boolean =>
    condition === undefined || (condition.ok && condition.judge(plannedIn({ state_json })?.data ?? {}))
  return new Map(
    rows.filter(counts).flatMap((row) => {
      const shift = shiftIn(row)
      return shift ? [[row.id, shift] as const] : []
    }),
  )
}

const scalarOf = <T>(value: { readonly kind: string; readonly value?: T } | undefined): T | undefined =>
  value?.kind === 'scalar' ? value.value : undefined

/** `owed`: the part of it in which the contract runs. */
type Look = {
  readonly bound: BoundPlan
  readonly rows: readonly ShiftRow[]
  readonly from: Instant
  readonly until: Instant
  readonly owed: { readonly from: Instant; readonly until: Instant }
}

/** When somebody has to be on duty under a contract, of the time that is looked at. */
function owedWithin(
  bound: BoundPlan,
  { state_json: state, created_at, starts_on }: ContractRow,
  { from, until }: Look['owed'],
): Look['owed'] {
  const starts = contractStart(bound, { at: state?.agreements[0]?.from ?? created_at, startsOn: present(starts_on) })
  return { from: Math.max(from, starts), until: Math.min(until, state?.endedAt ?? until, contractEnd(bound, state?.endsOn) ?? until) }
}

function deskOf(
  clause: LevelClause & { readonly measure: Duty },
  { bound, rows, from, until, owed }: Look,
  nameOf: (id: string) => string,
): Desk {
  const { plan } = bound
  const shifts = shiftsFor(clause.measure, plan, rows)
  const atLeast = scalarOf<number>(clause.atLeast) ?? 0
  const calendar = bound.calendars[scalarOf<string>(clause.calendar) ?? 'always']
  const all = Object.fromEntries(shifts)
  const id = /desk == "([^"]+)"/.exec(whereOf(clause.measure) ?? '')?.[1]
  return {
    promise: clause.id,
    title: clause.title ?? clause.id,
    desk: id === undefined ? undefined : { id, name: deskName(plan, id) ?? id },
    atLeast,
    shifts: [...shifts]
      .filter(([, { start, end }]) => start < end && end > from && start < until)
      .map(([record, { start, end, person }]) => ({ record, start, end, person: { id: person, name: nameOf(person) } }))
      .toSorted((a, b) => a.start - b.start || a.end - b.end),
    gaps: gapsIn({ shifts: all }, { ...owed, atLeast, calendar }),
  }
}

/** What is looked at of a contract: its shifts, over a time. */
export type DesksOf = {
  readonly bound: BoundPlan
  readonly contract: ContractRow
  readonly rows: readonly ShiftRow[]
  readonly from: Instant
  readonly until: Instant
  readonly nameOf: (person: string) => string
}

/** By each clause that promises somebody on duty: who is there over a time, and when nobody is. */
export function desksOver({ bound, contract, rows, from, until, nameOf }: DesksOf): Desk[] {
  const clauses = Object.values(bound.plan.promises).flatMap((clause) =>
    clause.form === 'level' && clause.measure.kind === 'on-duty' ? [{ ...clause, measure: clause.measure }] : [],
  )
  const look = { bound, rows, from, until, owed: owedWithin(bound, contract, { from, until }) }
  return clauses.map((clause) => deskOf(clause, look, nameOf))
}

/** Who is on duty under a contract over the next two weeks, and when nobody is: the gaps are there to be seen before they come. */
export async function getRoster({
  http,
  caller,
  params,
}: Call<'service.read', { readonly id: string }, undefined, undefined>): Promise<Roster | Refused> {
  if (caller.customer !== undefined) return recordMissing()
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
  const nameOf = (id: string) => names.get(`person/${id}`) ?? id
  return { from, until, desks: desksOver({ bound, contract: row, rows, from, until, nameOf }) }
}
