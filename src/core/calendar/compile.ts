import type { CalendarProblem, CalendarSource } from './calendar.ts'
import type { HolidayList, HolidayLists } from './holidays.ts'
import type { Opening } from './hours.ts'
import type { CivilDay } from '../time/civil.ts'
import type { Instant } from '../time/instant.ts'
import type { Span } from '../time/span.ts'
import type { Zone } from '../time/zone.ts'
import { checkCalendar } from './check.ts'
import { DAYS, parseDays, parseHours } from './hours.ts'
import { hashOf, indexed } from './pinned.ts'
import { dayOf, parseDay, weekdayOf } from '../time/civil.ts'
import { merge } from '../time/span.ts'
import { cutZone, instantOf } from '../time/zone.ts'

export { fromPinned, toPinned } from './pinned.ts'

/**
 * A calendar as instants: what is counted with, and what is pinned. Immutable.
 * Span i is open from `starts[i]` up to, not including, `ends[i]` (epoch ms, ascending, never touching); `prefix[i]` is the open time in ms before it,
 * `prefix[starts.length]` all of it. It speaks of `[from, until)` only.
 */
export type CompiledCalendar = {
  readonly id: string
  readonly zone: Zone
  /** open at every instant, before `from` and after `until` too */
  readonly always: boolean
  readonly starts: Float64Array
  readonly ends: Float64Array
  readonly prefix: Float64Array
  /** slot d holds how many spans start at or before `from` + d × 24 h less a ms: where a search may begin */
  readonly index: Int32Array
  readonly from: Instant
  readonly until: Instant
  /** up to here the hours are certain; later holidays are not announced yet. Infinity: nothing is waited for */
  readonly knownUntil: Instant
  /** the days that `wd` counts, ascending */
  readonly workdays: Int32Array
  /** up to this day, not included, the working days are certain; Infinity: all are */
  readonly workdaysKnownUntil: CivilDay
  /** over what is counted, not over the version of the zone rules: the same hours keep their hash when the host's rules are renewed */
  readonly hash: string
}

/** The years that are compiled where nothing else is asked: back for logs and old contracts, on for the longest cover. About 10 ms and 40 kB an office. */
export const COMPILED_YEARS = { fromYear: 2000, untilYear: 2060 } as const

export type CompileInput = {
  readonly id: string
  readonly source: CalendarSource
  /** the zone that `source.timezone`, or else the plan, names */
  readonly zone: Zone
  readonly holidays: HolidayLists
  /** compiled from 1 January of this year … */
  readonly fromYear: number
  /** … up to, not including, 1 January of this one */
  readonly untilYear: number
}

export type Compiled =
  | { readonly ok: true; readonly calendar: CompiledCalendar }
  | { readonly ok: false; readonly problems: readonly CalendarProblem[] }

type WeeklySource = Extract<CalendarSource, { weekly: unknown }>

/** `at` and `workday` tell of one day: its openings, and whether `wd` counts it. */
type Days = { readonly openingsOn: (day: CivilDay) => readonly Opening[]; readonly isWorkday: (day: CivilDay) => boolean }

function openingsOf(texts: readonly string[]): readonly Opening[] {
  return texts.map(parseHours).filter((read) => typeof read !== 'string')
}

function holidayMap(list: HolidayList | undefined): ReadonlyMap<CivilDay, boolean> {
  return new Map(list?.days.map(({ date, isOffDay }) => [parseDay(date)!, isOffDay]))
}

/** Weekday 1 … 7 → openings. */
function weekOf(source: WeeklySource): readonly (readonly Opening[])[] {
  const week: Opening[][] = Array.from({ length: 8 }, () => [])
  for (const [days, texts] of Object.entries(source.weekly))
    for (const weekday of parseDays(days) ?? []) week[weekday]!.push(...openingsOf(texts))
  return week
}

function overrideMap(source: WeeklySource): ReadonlyMap<CivilDay, readonly Opening[]> {
  const map = new Map<CivilDay, readonly Opening[]>()
  for (const { date, until, hours } of source.overrides ?? []) {
    const [first, last, openings] = [parseDay(date)!, parseDay(until ?? date)!, openingsOf(hours)]
    for (let day = first; day <= last; day += 1) map.set(day, openings)
  }
  return map
}

/** An override wins over the list, the list over the week. */
function weeklyDays(source: WeeklySource, list: HolidayList | undefined): Days {
  const [week, overrides, holidays] = [weekOf(source), overrideMap(source), holidayMap(list)]
  const makeUp = week[DAYS.indexOf(source['make-up-as'] ?? 'mon') + 1]!
  const openingsOn = (day: CivilDay) => {
    const override = overrides.get(day)
    if (override) return override
    const isOffDay = holidays.get(day)
    return isOffDay === undefined ? week[weekdayOf(day)]! : isOffDay ? [] : makeUp
  }
  return { openingsOn, isWorkday: (day) => openingsOn(day).length > 0 }
}

const ALL_DAY: readonly Opening[] = [{ startMs: 0, endMs: 86_400_000 }]

/** Always open says nothing about working days: Mon–Fri, as the holiday list changes it if one is named. */
function alwaysDays(list: HolidayList | undefined): Days {
  const holidays = holidayMap(list)
  return { openingsOn: () => ALL_DAY, isWorkday: (day) => !(holidays.get(day) ?? weekdayOf(day) > 5) }
}

function spansOn(zone: Zone, day: CivilDay, openings: readonly Opening[]): Span[] {
  return openings.map(({ startMs, endMs }) => ({ start: instantOf(zone, day, startMs), end: instantOf(zone, day, endMs) }))
}

type Frame = {
  readonly zone: Zone
  readonly firstDay: CivilDay
  readonly untilDay: CivilDay
  readonly from: Instant
  readonly until: Instant
}

/** Open spans cut to the compiled years; the day before them may reach in over midnight. */
function spansIn({ zone, firstDay, untilDay, from, until }: Frame, days: Days): Span[] {
  const spans: Span[] = []
  for (let day = firstDay - 1; day < untilDay; day += 1) {
    for (const { start, end } of spansOn(zone, day, days.openingsOn(day)))
      spans.push({ start: Math.max(start, from), end: Math.min(end, until) })
  }
  return merge(spans)
}

/** A day whose only opening falls into the hour that the clock skips is no working day. */
function workdaysIn({ zone, firstDay, untilDay }: Frame, days: Days): Int32Array {
  const workdays: number[] = []
  for (let day = firstDay; day < untilDay; day += 1) {
    if (days.isWorkday(day) && spansOn(zone, day, days.openingsOn(day)).some(({ start, end }) => start < end)) workdays.push(day)
  }
  return Int32Array.from(workdays)
}

/** Before its first year a holiday list says nothing, and a number counted there would be wrong in silence: the calendar begins with its list. */
function frameOf({ zone, fromYear, untilYear }: CompileInput, list: HolidayList | undefined): Frame {
  const firstDay = Math.max(dayOf(fromYear, 1, 1), list?.knownFrom ?? -Infinity)
  const untilDay = dayOf(untilYear, 1, 1)
  if (untilDay <= firstDay) throw new RangeError(`no years to compile: ${fromYear} to ${untilYear}`)
  return { zone, firstDay, untilDay, from: instantOf(zone, firstDay, 0), until: instantOf(zone, untilDay, 0) }
}

function knownOf(always: boolean, zone: Zone, list: HolidayList | undefined): Pick<CompiledCalendar, 'knownUntil' | 'workdaysKnownUntil'> {
  if (!list) return { knownUntil: Infinity, workdaysKnownUntil: Infinity }
  return { knownUntil: always ? Infinity : instantOf(zone, list.knownUntil, 0), workdaysKnownUntil: list.knownUntil }
}

function problemIn(code: CalendarProblem['code'], path: string): Compiled {
  return { ok: false, problems: [{ code, path, params: {} }] }
}

/**
 * Turns a calendar into instants. What the writer can mend comes back as problems; a zone that is not the calendar's own, or no years at all,
 * is the caller's mistake and throws RangeError. Deterministic, and the same on every host.
 */
export function compileCalendar(input: CompileInput): Compiled {
  const { id, source, zone, holidays } = input
  const problems = checkCalendar(source, Object.keys(holidays))
  if (problems.length > 0) return { ok: false, problems }
  if (source.timezone !== undefined && source.timezone.toLowerCase() !== zone.id.toLowerCase())
    throw new RangeError(`${id} wants the zone ${source.timezone}, not ${zone.id}`)
  const always = 'hours' in source
  if (always && source.hours === 'unstated') return problemIn('hours-unstated', 'hours')
  const list = 'holidays' in source && source.holidays !== undefined ? holidays[source.holidays] : undefined
  const days = 'weekly' in source ? weeklyDays(source, list) : alwaysDays(list)
  const frame = frameOf(input, list)
  const spans = always ? [{ start: frame.from, end: frame.until }] : spansIn(frame, days)
  if (spans.length === 0) return problemIn('no-open-time', 'weekly')
  const [starts, ends] = [Float64Array.from(spans, (span) => span.start), Float64Array.from(spans, (span) => span.end)]
  const counted = {
    id,
    zone: cutZone(zone, frame.from, frame.until),
    always,
    from: frame.from,
    until: frame.until,
    ...indexed({ starts, ends, from: frame.from, until: frame.until }),
    ...knownOf(always, zone, list),
    workdays: workdaysIn(frame, days),
  }
  return { ok: true, calendar: { ...counted, hash: hashOf(counted) } }
}
