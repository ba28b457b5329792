import type { CompiledCalendar } from './compile.ts'
import type { CivilDay } from '../time/civil.ts'
import type { Duration } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import { addMonths } from '../time/civil.ts'
import { elapsedMsOf } from '../time/duration.ts'
import { DAY_MS } from '../time/instant.ts'
import { instantOf, localOf } from '../time/zone.ts'

/**
 * Working time. Laws, for instants inside the compiled years and m, n ≥ 0:
 * - inverse: `between(c, a, add(c, a, n)) = n`
 * - earliest: `add` is the first instant at which n is used up: closing time, not the next opening; `add(c, a, 0) = a`, open or closed
 * - monotone: a ≤ b ⇒ `add(c, a, n) ≤ add(c, b, n)`; m ≤ n ⇒ `add(c, a, m) ≤ add(c, a, n)`
 * - additive: `add(c, add(c, a, m), n) = add(c, a, m + n)`
 * - sums: `between(c, a, b) + between(c, b, d) = between(c, a, d)`; `between(c, b, a) = -between(c, a, b)`
 * Backwards (n < 0) is the mirror image: the latest instant from which |n| is used up by `a`.
 */

/** How many spans start at or before `at`, which lies inside the compiled years: the day's slot narrows it down, a binary search does the rest. */
function startedBy({ from, index, starts }: CompiledCalendar, at: Instant): number {
  const slot = ((at - from) / DAY_MS) | 0
  let low = index[slot]!
  let high = index[slot + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Open time in ms from `calendar.from` to `at`, when `started` spans have started by then. */
function usedAt(calendar: CompiledCalendar, at: Instant, started: number): number {
  if (started === 0) return 0
  const last = started - 1
  const end = calendar.ends[last]!
  return calendar.prefix[last]! + (Math.min(at, end) - calendar.starts[last]!)
}

function usedBy(calendar: CompiledCalendar, at: Instant): number {
  return usedAt(calendar, at, startedBy(calendar, at))
}

function covers(calendar: CompiledCalendar, at: Instant): boolean {
  return at >= calendar.from && at <= calendar.until
}

/**
 * The first instant at which `used` ms, more than none, are used up since `calendar.from`; it lies in span `near` or later. Most clocks end in this span
 * or the next, so the search strides out from there, doubling, and halves back: O(log n) at worst.
 */
function firstAt({ prefix, starts }: CompiledCalendar, used: number, near: number): Instant {
  let low = near
  let stride = 1
  while (low + stride < starts.length && prefix[low + stride]! < used) {
    low += stride
    stride *= 2
  }
  let high = Math.min(low + stride, starts.length)
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (prefix[middle]! < used) low = middle
    else high = middle
  }
  return starts[low]! + (used - prefix[low]!)
}

/** The last instant at which no more than `used` ms, less than all, are used up. */
function lastAt({ prefix, starts }: CompiledCalendar, used: number): Instant {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (prefix[middle]! <= used) low = middle
    else high = middle
  }
  return starts[low]! + (used - prefix[low]!)
}

/**
 * The instant at which `ms` of working time after `from` are used up (whole ms; negative: before it). Undefined outside the compiled years,
 * never a wrong number. O(log n).
 */
export function add(calendar: CompiledCalendar, from: Instant, ms: number): Instant | undefined {
  if (calendar.always) return from + ms
  if (!covers(calendar, from)) return undefined
  if (ms === 0) return from
  const started = startedBy(calendar, from)
  const used = usedAt(calendar, from, started) + ms
  const all = calendar.prefix[calendar.starts.length]!
  if (ms > 0) return used > all ? undefined : firstAt(calendar, used, started === 0 ? 0 : started - 1)
  return used < 0 ? undefined : lastAt(calendar, used)
}

/** Working time in ms from `a` to `b`, negative when `b` comes first. Undefined outside the compiled years. O(log n). */
export function between(calendar: CompiledCalendar, a: Instant, b: Instant): number | undefined {
  if (calendar.always) return b - a
  if (!covers(calendar, a) || !covers(calendar, b)) return undefined
  return usedBy(calendar, b) - usedBy(calendar, a)
}

/** Whether service runs at this instant; outside the compiled years it is not known to. */
export function isOpen(calendar: CompiledCalendar, at: Instant): boolean {
  if (calendar.always) return true
  if (!covers(calendar, at)) return false
  const started = startedBy(calendar, at)
  return isBefore(at, calendar.ends[started - 1])
}

/** Before the first span nothing has started, and nothing has an end. */
function isBefore(at: Instant, end: Instant | undefined): boolean {
  return end !== undefined && at < end
}

/** The next opening or closing after this instant; undefined where there is none, or none is known. O(log n). */
export function nextEdge(calendar: CompiledCalendar, after: Instant): Instant | undefined {
  if (calendar.always || !covers(calendar, after)) return undefined
  const started = startedBy(calendar, after)
  const end = started > 0 ? calendar.ends[started - 1] : undefined
  return end !== undefined && end > after ? end : calendar.starts[started]
}

/** `provisional`: it lies where holidays are not announced yet, and the published list may move it. */
export type Due = { readonly at: Instant; readonly provisional: boolean }

/** `beyond-calendar`: outside the compiled years. `fraction`: a share of a unit that has none (half a month), or of a day backwards. */
export type DueError = { readonly error: 'beyond-calendar' | 'fraction' }

const BEYOND: DueError = { error: 'beyond-calendar' }

/** The first span that is open at `at` or later; undefined when none is left. */
function spanFrom(calendar: CompiledCalendar, at: Instant): number | undefined {
  const started = startedBy(calendar, at)
  const index = isBefore(at, calendar.ends[started - 1]) ? started - 1 : started
  return index < calendar.starts.length ? index : undefined
}

/** The last open instant of a day that has one: closing time, or 24:00 where it stays open over midnight. */
function closingOf(calendar: CompiledCalendar, day: CivilDay): Instant {
  const midnight = instantOf(calendar.zone, day + 1, 0)
  const started = startedBy(calendar, midnight - 1)
  return Math.min(calendar.ends[started - 1]!, midnight)
}

/** The first day, this one or later, that has open time. */
function openDayFrom(calendar: CompiledCalendar, day: CivilDay): CivilDay | undefined {
  const midnight = instantOf(calendar.zone, day, 0)
  if (!covers(calendar, midnight)) return undefined
  const index = spanFrom(calendar, midnight)
  return index === undefined ? undefined : localOf(calendar.zone, Math.max(calendar.starts[index]!, midnight)).day
}

/** How many working days lie before `day`. */
function workdaysBefore({ workdays }: CompiledCalendar, day: CivilDay): number {
  let low = 0
  let high = workdays.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (workdays[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}

/** The n-th working day after `day`, which is not counted; n = 0: itself or the next one; n < 0: before it. */
function workdayFrom(calendar: CompiledCalendar, day: CivilDay, n: number): CivilDay | undefined {
  const before = workdaysBefore(calendar, n > 0 ? day + 1 : day)
  return calendar.workdays[n > 0 ? before + n - 1 : before + n]
}

/** The day on which a whole civil duration from `day` ends. */
function dueDay(calendar: CompiledCalendar, day: CivilDay, { value, unit }: Duration): CivilDay | undefined {
  switch (unit) {
    case 'wd':
      return workdayFrom(calendar, day, value)
    case 'd':
      return openDayFrom(calendar, day + value)
    case 'w':
      return openDayFrom(calendar, day + value * 7)
    case 'mo':
      return openDayFrom(calendar, addMonths(day, value))
    case 'y':
      return openDayFrom(calendar, addMonths(day, Math.round(value * 12)))
    default:
      throw new Error(`not a civil unit: ${unit}`)
  }
}

function dueOn(calendar: CompiledCalendar, day: CivilDay, unit: Duration['unit']): Due {
  const at = closingOf(calendar, day)
  return { at, provisional: at > calendar.knownUntil || (unit === 'wd' && day >= calendar.workdaysKnownUntil) }
}

/** The day whose hours a share is taken of: the first one, of working days for `wd`, that still has open time after `from`. */
function sharedDay(calendar: CompiledCalendar, from: Instant, unit: Duration['unit']): CivilDay | undefined {
  const { day } = localOf(calendar.zone, from)
  if (unit === 'wd') {
    const first = workdayFrom(calendar, day, 0)
    return first === day && closingOf(calendar, day) <= from ? workdayFrom(calendar, day, 1) : first
  }
  const index = spanFrom(calendar, from)
  return index === undefined ? undefined : localOf(calendar.zone, Math.max(calendar.starts[index]!, from)).day
}

/** Always open, working days counted alone: what is left after one day goes on with the next working day. */
function addOnWorkdays(calendar: CompiledCalendar, from: Instant, ms: number): Instant | undefined {
  let [at, left] = [from, ms]
  for (;;) {
    const day = sharedDay(calendar, at, 'wd')
    if (day === undefined) return undefined
    const start = Math.max(at, instantOf(calendar.zone, day, 0))
    const end = instantOf(calendar.zone, day + 1, 0)
    if (start + left <= end) return start + left
    left -= end - start
    at = end
  }
}

/** A share of a day is working time: that share of the hours of the day at hand, counted on from `from`. */
function addShare(calendar: CompiledCalendar, from: Instant, { value, unit }: Duration): Due | DueError {
  const day = sharedDay(calendar, from, unit)
  if (day === undefined) return BEYOND
  const hours = usedBy(calendar, instantOf(calendar.zone, day + 1, 0)) - usedBy(calendar, instantOf(calendar.zone, day, 0))
  const ms = Math.round(hours * value)
  const at = calendar.always && unit === 'wd' ? addOnWorkdays(calendar, from, ms) : add(calendar, from, ms)
  if (at === undefined || !covers(calendar, at)) return BEYOND
  return { at, provisional: at > calendar.knownUntil || (unit === 'wd' && day >= calendar.workdaysKnownUntil) }
}

function isWhole({ value, unit }: Duration): boolean {
  return Number.isInteger(unit === 'y' ? value * 12 : value)
}

/**
 * When a duration from `from` is over; the readings chosen, once for all clauses:
 * - `min h` elapse inside the calendar (`add`), to the millisecond.
 * - `d w mo y` are civil: the start day (by the wall clock of the calendar's zone) is not counted; due at the last open instant of the first day with
 *   open time ≥ start day + n. `mo y` keep the day of the month, or take the month's last day.
 * - The last open instant of a day is its closing time, and 24:00 where the calendar is open over midnight; hours that reached in from the evening
 *   before are open time of the day too.
 * - `wd` counts working days: the days that the calendar opens by itself (hours reaching in over midnight do not make one); for `always` Mon–Fri,
 *   changed by the holiday list it names. The n-th after the start day, whether or not that is one itself.
 * - `0.5wd` (and `0.5d`) is working time: half of the open time of the first working (open) day that still has some after `from`, counted from
 *   `from`: in an office of ten hours five hours, over closing time into the next working day. `1.5wd` is `1wd`, and half a day counted from there.
 *   Rejected: the middle of the next working day, which would give a fault of the morning a longer half day than one of the evening.
 * - Negative durations (`equipment.end - 10d`) follow the same sentences with start day − n.
 * O(log n). Never throws for durations that `parseDuration` gives.
 */
export function addDuration(calendar: CompiledCalendar, from: Instant, duration: Duration): Due | DueError {
  const ms = elapsedMsOf(duration)
  if (ms !== undefined) {
    const at = add(calendar, from, ms)
    return at === undefined ? BEYOND : { at, provisional: at > calendar.knownUntil }
  }
  if (!covers(calendar, from)) return BEYOND
  const { value, unit } = duration
  if (isWhole(duration)) {
    const day = dueDay(calendar, localOf(calendar.zone, from).day, duration)
    return day === undefined ? BEYOND : dueOn(calendar, day, unit)
  }
  if (value < 0 || (unit !== 'wd' && unit !== 'd')) return { error: 'fraction' }
  const whole = Math.floor(value)
  if (whole === 0) return addShare(calendar, from, duration)
  const day = dueDay(calendar, localOf(calendar.zone, from).day, { value: whole, unit })
  return day === undefined ? BEYOND : addShare(calendar, closingOf(calendar, day), { value: value - whole, unit })
}
