import type { Shift } from '../core/promise/level/duty.ts'
import type { Entry, ServiceState } from '../core/service/state.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Tx } from './database/pool.ts'
import { absencesWithin, ownPeople, shiftsWithin, unansweredCalls } from './store/roster.ts'
import type { OwnPerson, RosterShiftRow } from './store/roster.ts'

type Kept = { readonly state_json: ServiceState }

function standing({ entries }: ServiceState, type: Entry['type']): Entry | undefined {
  return entries.findLast((one) => one.type === type && !one.voided)
}

/** The step that planned a shift, as it stands. */
export function plannedIn({ state_json }: Kept): Entry | undefined {
  return standing(state_json, 'shift.planned')
}

/** A shift as it stands: until its end, or until somebody was taken off it. */
export function shiftIn(row: Kept): Shift | undefined {
  const { start, end, person } = plannedIn(row)?.data ?? {}
  if (typeof start !== 'number' || typeof end !== 'number') return undefined
  const dropped = standing(row.state_json, 'shift.dropped')
  const until = dropped ? Math.min(end, Math.max(start, dropped.at)) : end
  return { start, end: until, person: typeof person === 'string' ? person : '' }
}

/** The desk of a shift: a role or a line of the plan; undefined: anywhere. */
export function deskIn(row: Kept): string | undefined {
  const desk = plannedIn(row)?.data.desk
  return typeof desk === 'string' ? desk : undefined
}

/** Who leads the desk where no shift says so: reached at any hour, unless away. */
export const LEADING = 'service-manager'

/** `desk`: the role or line that they are there for, as its plan names it; of the firm's own roles, the role's id. */
export type DutyHeld = {
  readonly person: OwnPerson
  readonly desk: string | undefined
  readonly by: 'shift' | 'role'
  readonly until: Instant | undefined
  readonly shift: RosterShiftRow | undefined
}

/** So far back calls to those on duty are counted. */
const CALLS_MS = 7 * 86_400_000

/** 未接: how many calls of the last days each of them did not answer. */
export function unansweredAt(tx: Tx, now: Instant): Promise<ReadonlyMap<string, number>> {
  return unansweredCalls(tx, now - CALLS_MS)
}

type Asked = { readonly now: Instant; readonly contract?: string | undefined }

function runningShift(row: RosterShiftRow, now: Instant, people: readonly OwnPerson[]): DutyHeld[] {
  const shift = shiftIn(row)
  const person = people.find(({ id }) => id === shift?.person)
  if (!shift || !person || shift.start > now || shift.end <= now) return []
  return [{ person, desk: deskIn(row), by: 'shift', until: shift.end, shift: row }]
}

/** 值班: who is on duty at an instant, of the whole firm or under one contract: whose shift runs, and the managers who are not away. The one answer that everybody who asks gets. */
export async function onDutyAt(tx: Tx, { now, contract }: Asked): Promise<readonly DutyHeld[]> {
  const window = { from: now, until: now + 1 }
  const [rows, people, away] = [await shiftsWithin(tx, window, contract), await ownPeople(tx), await absencesWithin(tx, window)]
  const shifts = rows.flatMap((row) => runningShift(row, now, people))
  const managers = people
    .filter(({ id, roles }) => roles.includes(LEADING) && !away.some(({ person }) => person === id))
    .map((person): DutyHeld => ({ person, desk: LEADING, by: 'role', until: undefined, shift: undefined }))
  return [...shifts, ...managers]
}
