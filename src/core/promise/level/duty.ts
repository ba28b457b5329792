import type { CompiledCalendar } from '../../calendar/compile.ts'
import { isOpen, nextEdge } from '../../calendar/clock.ts'
import type { Instant } from '../../time/instant.ts'
import { merge } from '../../time/span.ts'
import type { Span } from '../../time/span.ts'
import type { Happening } from '../machine.ts'
import { textOf } from '../read-data.ts'

/** 班次: who is on duty from when to when, half-open. */
export type Shift = { readonly start: Instant; readonly end: Instant; readonly person: string }

/** 排班 as far as it was told: shifts by the record that they stand in. Where none was told nobody is on duty. */
export type Roster = { readonly shifts: { readonly [record: string]: Shift } }

const NOBODY: Roster = { shifts: {} }

const isInstant = (value: unknown): value is Instant => typeof value === 'number' && Number.isSafeInteger(value)

function recordOf({ cause }: Happening): string {
  return cause.about?.[0] ?? ''
}

function without(roster: Roster, record: string): Roster {
  return { shifts: Object.fromEntries(Object.entries(roster.shifts).filter(([one]) => one !== record)) }
}

/** One more shift; those that are over are forgotten. */
export function plan(roster: Roster | undefined, happening: Happening): Roster | undefined {
  const { start, end, ...data } = happening.cause.data ?? {}
  if (!isInstant(start) || !isInstant(end) || end <= start) return roster
  const running = Object.entries(roster?.shifts ?? {}).filter(([, one]) => one.end > happening.at)
  const shift: Shift = { start, end, person: textOf(data, 'person') ?? '' }
  return { shifts: { ...Object.fromEntries(running), [recordOf(happening)]: shift } }
}

/** Who was to come does not, or goes: from then on that shift covers nothing. */
export function drop(roster: Roster | undefined, happening: Happening): Roster | undefined {
  const record = recordOf(happening)
  const shift = roster && Object.hasOwn(roster.shifts, record) ? roster.shifts[record] : undefined
  if (!roster || !shift) return roster
  if (shift.start >= happening.at) return without(roster, record)
  return { shifts: { ...roster.shifts, [record]: { ...shift, end: Math.min(shift.end, happening.at) } } }
}

/** How many people are on duty; undefined outside the hours that are promised. */
export function onDuty(roster: Roster = NOBODY, at: Instant, calendar: CompiledCalendar | undefined): number | undefined {
  if (calendar && !isOpen(calendar, at)) return undefined
  const there = Object.values(roster.shifts).filter(({ start, end }) => start <= at && at < end)
  return new Set(there.map(({ person }) => person)).size
}

/** The next instant at which the number may turn: a shift begins or ends, the hours open or close. */
export function nextTurn(rosters: readonly Roster[], after: Instant, calendar: CompiledCalendar | undefined): Instant | undefined {
  const edge = calendar && nextEdge(calendar, after)
  const turns = rosters.flatMap(({ shifts }) => Object.values(shifts).flatMap(({ start, end }) => [start, end])).filter((at) => at > after)
  if (edge !== undefined) turns.push(edge)
  return turns.length === 0 ? undefined : turns.reduce((a, b) => Math.min(a, b))
}

/** The end of the last shift: nobody is on duty later. */
export function lastEnd(rosters: readonly Roster[]): Instant {
  return rosters.flatMap(({ shifts }) => Object.values(shifts).map(({ end }) => end)).reduce((a, b) => Math.max(a, b), -Infinity)
}

export type Looking = {
  readonly from: Instant
  readonly until: Instant
  /** how many people are promised */
  readonly atLeast: number
  readonly calendar: CompiledCalendar | undefined
}

/** 空档 still to come: where fewer are on duty than are promised, as the roster stands. */
export function gapsIn(roster: Roster, { from, until, atLeast, calendar }: Looking): Span[] {
  const gaps: Span[] = []
  for (let at: Instant | undefined = from; at !== undefined && at < until;) {
    const next = nextTurn([roster], at, calendar)
    const there = onDuty(roster, at, calendar)
    if (there !== undefined && there < atLeast) gaps.push({ start: at, end: Math.min(next ?? until, until) })
    at = next
  }
  return merge(gaps)
}
