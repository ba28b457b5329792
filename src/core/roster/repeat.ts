import { weekdayOf } from '../time/civil.ts'
import type { CivilDay } from '../time/civil.ts'
import { DAY_MS } from '../time/instant.ts'
import type { Span } from '../time/span.ts'
import { instantOf } from '../time/zone.ts'
import type { Zone } from '../time/zone.ts'

/**
 * 重复: a shift said once for many days. `startMs`, `endMs`: times of day by the wall clock, 0 ≤ ms ≤ 24 h; an end at or before the start is on the next day.
 * `weekdays`: 1 = Monday … 7 = Sunday.
 */
export type Pattern = {
  readonly firstDay: CivilDay
  readonly lastDay: CivilDay
  readonly weekdays: readonly number[]
  readonly startMs: number
  readonly endMs: number
}

/** One entry plans no more than this at once: a year of daily shifts. */
export const MOST_SHIFTS = 366

/** The Monday on or before a day. */
export function mondayOf(day: CivilDay): CivilDay {
  return day - (weekdayOf(day) - 1)
}

/** The shifts of a pattern in a zone, in order. By the wall clock: a night over which the clock is put forward is an hour shorter. */
export function shiftsOfPattern({ firstDay, lastDay, weekdays, startMs, endMs }: Pattern, zone: Zone): Span[] {
  const length = Math.max(0, lastDay - firstDay + 1)
  const days = Array.from({ length }, (_, place) => firstDay + place).filter((day) => weekdays.includes(weekdayOf(day)))
  const until = endMs > startMs ? endMs : endMs + DAY_MS
  return days.map((day) => ({ start: instantOf(zone, day, startMs), end: instantOf(zone, day, until) }))
}

/** What is left of a shift when somebody is away for a time: nothing, or the part before it, after it, or both. */
export function leftOver(shift: Span, away: Span): Span[] {
  const before = { start: shift.start, end: Math.min(shift.end, away.start) }
  const after = { start: Math.max(shift.start, away.end), end: shift.end }
  return [before, after].filter(({ start, end }) => start < end)
}

/** Do two half-open times share an instant? */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
