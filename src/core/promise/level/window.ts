import type { Over } from '../../plan/forms.ts'
import { addMonths, civilOf, dayOf } from '../../time/civil.ts'
import type { CivilDay } from '../../time/civil.ts'
import { elapsedMsOf } from '../../time/duration.ts'
import type { Duration } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import { instantOf, localOf } from '../../time/zone.ts'
import type { Zone } from '../../time/zone.ts'

/** Where windows are counted from. Half-open and civil: a month ends at the midnight after its last day, which is the next one's first instant. */
export type Frame = { readonly anchor: Instant; readonly zone: Zone }

const MONTHS: Readonly<Partial<Record<string, number>>> = { month: 1, quarter: 3, year: 12 }

/** The first day of the month, quarter or year that comes after this day's. */
function nextFirst(day: CivilDay, months: number): CivilDay {
  const { year, month } = civilOf(day)
  const begins = month - ((month - 1) % months)
  return addMonths(dayOf(year, begins, 1), months)
}

function after(day: CivilDay, { value, unit }: Duration, times: number): CivilDay {
  if (unit === 'mo' || unit === 'y') return addMonths(day, Math.round(value * times * (unit === 'y' ? 12 : 1)))
  return day + Math.max(1, Math.floor(value * times * (unit === 'w' ? 7 : 1)))
}

/**
 * The end of the window that `from` begins or lies in; undefined for `now`, which has none. Calendar months are those of the wall clock, the first one from
 * the anchor on; years of the contract and runs of days are counted
 * from the anchor as a cover is, its own day not counted, so that month ends do not drift.
 */
export function windowEnd(over: Over, { anchor, zone }: Frame, from: Instant): Instant | undefined {
  if (over === 'now') return undefined
  const named = typeof over === 'string' ? MONTHS[over] : undefined
  if (named !== undefined) return instantOf(zone, nextFirst(localOf(zone, from).day, named), 0)
  const length: Duration = typeof over === 'string' ? { value: 1, unit: 'y' } : over
  const ms = elapsedMsOf(length)
  if (ms !== undefined) return anchor + (Math.floor((from - anchor) / ms) + 1) * ms
  const first = localOf(zone, anchor).day
  for (let times = 1; ; times++) {
    const end = instantOf(zone, after(first, length, times) + 1, 0)
    if (end > from) return end
  }
}
