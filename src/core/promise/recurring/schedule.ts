import type { CompiledCalendar } from '../../calendar/compile.ts'
import { between } from '../../calendar/clock.ts'
import type { PhaseSpan, RecurringClause, Schedule } from '../../plan/forms.ts'
import { addMonths, civilOf, dayOf, daysInMonth } from '../../time/civil.ts'
import type { CivilDay } from '../../time/civil.ts'
import type { Duration } from '../../time/duration.ts'
import { elapsedMsOf, isElapsed } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import { instantOf, localOf } from '../../time/zone.ts'
import { reachDuration } from '../reach.ts'

/** When one occurrence is to be done: from `from` to `due`, that instant included; `number` k ≥ 1 in the order of the due instants. */
export type Occurrence = {
  readonly number: number
  readonly from: Instant
  readonly due: Instant
  /** its day hangs on holidays that are not announced yet */
  readonly provisional: boolean
  readonly checklist: readonly string[]
  readonly people: { readonly min: number; readonly max: number } | undefined
}

/** From where occurrences are counted, and in whose days. */
export type Series = { readonly anchor: Instant; readonly calendar: CompiledCalendar }

/** A window by its instants, before holidays move its end. `day`: its last day; undefined where hours are counted. */
type Window = { readonly from: Instant; readonly due: Instant; readonly day?: CivilDay | undefined }
type Spot = { readonly window: Window; readonly phase?: Extract<Schedule, { kind: 'phases' }>['phases'][number] | undefined }

const startOf = ({ calendar }: Series, day: CivilDay): Instant => instantOf(calendar.zone, day, 0)
const endOf = ({ calendar }: Series, day: CivilDay): Instant => instantOf(calendar.zone, day + 1, 0)
const anchorDay = ({ anchor, calendar }: Series): CivilDay => localOf(calendar.zone, anchor).day

const MONTHS_IN: Readonly<Partial<Record<Duration['unit'], number>>> = { mo: 1, y: 12 }
const DAYS_IN: Readonly<Partial<Record<Duration['unit'], number>>> = { d: 1, w: 7 }

/** `times` × a civil duration after a day, month ends counted from that day each time; undefined for hours and working days. */
function dayAfter(day: CivilDay, { value, unit }: Duration, times = 1): CivilDay | undefined {
  const months = MONTHS_IN[unit]
  if (months !== undefined) return addMonths(day, Math.round(months * value * times))
  const days = DAYS_IN[unit]
  return days === undefined ? undefined : day + Math.floor(days * value * times)
}

/** The end of the `times`-th period: 24:00 of its last day, or the instant at which so many hours have been used up in the clause's calendar. */
function periodEnd(series: Series, every: Duration, times: number): { readonly at: Instant; readonly day?: CivilDay } | undefined {
  if (times === 0) return { at: series.anchor, day: anchorDay(series) }
  const day = dayAfter(anchorDay(series), every, times)
  if (day !== undefined) return { at: endOf(series, day), day }
  const at = reachDuration(series.calendar, series.anchor, { ...every, value: every.value * times })?.at
  if (at === undefined) return undefined
  return isElapsed(every.unit) ? { at } : { at, day: localOf(series.calendar.zone, at - 1).day }
}

function period(series: Series, every: Duration, number: number): Window | undefined {
  const before = periodEnd(series, every, number - 1)
  const end = periodEnd(series, every, number)
  return before && end && { from: before.at, due: end.at, day: end.day }
}

type On = Extract<Schedule, { kind: 'on' }>

/** The days of the year's months, in order, from the first window that does not begin before the anchor's day. */
function onDays(series: Series, { months, days }: On, number: number): Window | undefined {
  const first = anchorDay(series)
  const { year, month } = civilOf(first)
  const sorted = [...months].sort((a, b) => a - b)
  const begun = dayOf(year, month, Math.min(days.from, daysInMonth(year, month))) < first
  const skipped = sorted.filter((one) => one < month || (one === month && begun)).length
  const index = skipped + number - 1
  const at = { year: year + Math.floor(index / sorted.length), month: sorted[index % sorted.length]! }
  const on = (day: number) => dayOf(at.year, at.month, Math.min(day, daysInMonth(at.year, at.month)))
  return { from: startOf(series, on(days.from)), due: endOf(series, on(days.to)), day: on(days.to) }
}

/** Where a run of weeks or months begins, and after which day it is over. */
function phaseDays(series: Series, { unit, from, to }: PhaseSpan): { readonly first: CivilDay; readonly last: CivilDay | undefined } {
  const day = (count: number) => dayAfter(anchorDay(series), { value: count, unit })!
  return { first: day(from - 1), last: to === undefined ? undefined : day(to) }
}

type Phase = Extract<Schedule, { kind: 'phases' }>['phases'][number]

/** The n-th occurrence inside one phase. Months of a phase in months are counted from the anchor, so that month ends do not drift. */
function inPhase(series: Series, { during, every }: Phase, number: number): Window | undefined {
  const { first, last } = phaseDays(series, during)
  const inMonths = MONTHS_IN[every.unit] !== undefined && during.unit !== 'w'
  const months = (times: number) =>
    (during.from - 1) * (MONTHS_IN[during.unit] ?? 0) + Math.round((MONTHS_IN[every.unit] ?? 0) * every.value * times)
  const workday = (times: number) => (times === 0 ? first : periodEnd({ ...series, anchor: startOf(series, first) }, every, times)?.day)
  const day = (times: number) =>
    inMonths ? addMonths(anchorDay(series), months(times)) : (dayAfter(first, every, times) ?? workday(times))
  const [before, end] = [day(number - 1), day(number)]
  if (before === undefined || end === undefined || (last !== undefined && end > last)) return undefined
  const from = before === anchorDay(series) ? series.anchor : endOf(series, before)
  return { from, due: endOf(series, end), day: end }
}

function phased(series: Series, { phases }: Extract<Schedule, { kind: 'phases' }>, number: number): Spot | undefined {
  let left = number
  for (const phase of phases) {
    for (let n = 1; ; n++) {
      const window = inPhase(series, phase, n)
      if (!window) break
      if (--left === 0) return { window, phase }
    }
  }
  return undefined
}

function spotOf(clause: RecurringClause, series: Series, number: number): Spot | undefined {
  const { schedule } = clause
  switch (schedule.kind) {
    case 'every':
      return spot(period(series, schedule.every, number))
    case 'unstated':
      return undefined
    case 'on':
      return spot(onDays(series, schedule, number))
    case 'times':
      return spot(period(series, schedule.per, Math.ceil(number / schedule.min)))
    case 'phases':
      return phased(series, schedule, number)
    default:
      return schedule satisfies never
  }
}

function spot(window: Window | undefined): Spot | undefined {
  return window && { window }
}

function hasHours({ calendar, ...series }: Series, day: CivilDay): boolean {
  const open = between(calendar, startOf({ ...series, calendar }, day), endOf({ ...series, calendar }, day))
  // Outside the compiled years nothing is known to be closed.
  return open === undefined || open > 0
}

/** No holiday lasts so long. */
const LONGEST_REST_DAYS = 60

function workdayFrom(series: Series, day: CivilDay, step: 1 | -1): CivilDay {
  for (let tried = 0; tried < LONGEST_REST_DAYS; tried++) if (hasHours(series, day + tried * step)) return day + tried * step
  return day
}

/** A workday before the holidays is one only as long as it comes after what is counted from: over a long rest the first one behind it takes its place. */
function offHolidays(series: Series, day: CivilDay, holiday: RecurringClause['holiday']): CivilDay {
  if (holiday === 'keep') return day
  const before = holiday === 'previous-workday' ? workdayFrom(series, day, -1) : undefined
  return before !== undefined && endOf(series, before) > series.anchor ? before : workdayFrom(series, day, 1)
}

/** Its own list, that of its phase, and what falls into certain months: those go with the first occurrence that ends in or after such a month. */
function checklistOf(
  clause: RecurringClause,
  series: Series,
  { number, at }: { readonly number: number; readonly at: Spot },
): readonly string[] {
  const own = at.phase?.checklist ?? clause.checklist
  const day = at.window.day
  if (clause.extra.length === 0 || day === undefined) return own
  const before = number > 1 ? spotOf(clause, series, number - 1)?.window.day : undefined
  const isIn = (month: number) => {
    const wanted = addMonths(anchorDay(series), month)
    return day >= wanted && (before === undefined || before < wanted)
  }
  return [...own, ...clause.extra.filter(({ months }) => months.some(isIn)).map(({ checklist }) => checklist)]
}

/**
 * The k-th occurrence of a series; undefined where there is none. An occurrence counts from the end of the period before it, from the first of its days,
 * or from `window` before its last day; on the anchor's own day it counts from the anchor on.
 */
export function occurrenceOf(clause: RecurringClause, series: Series, number: number): Occurrence | undefined {
  const at = spotOf(clause, series, number)
  if (!at) return undefined
  const { window } = at
  const moved = window.day === undefined ? undefined : offHolidays(series, window.day, clause.holiday)
  const due = moved === undefined || moved === window.day ? window.due : endOf(series, moved)
  return {
    number,
    from: Math.min(clause.window ? earlier(series, due, clause.window) : window.from, due),
    due,
    provisional: clause.holiday !== 'keep' && !series.calendar.always && due > series.calendar.knownUntil,
    checklist: checklistOf(clause, series, { number, at }),
    people: at.phase?.people,
  }
}

/** So long before an instant: whole days end with its own day, hours are counted in the calendar. */
export function earlier(series: Series, at: Instant, by: Duration): Instant {
  const day = localOf(series.calendar.zone, at - 1).day
  const civil = dayAfter(day, { ...by, value: -by.value })
  if (civil !== undefined) return endOf(series, civil)
  if (series.calendar.always) return at - (elapsedMsOf(by) ?? 0)
  return reachDuration(series.calendar, at, { ...by, value: -by.value })?.at ?? at
}

/** The first instant that is so long after the anchor: whole days are counted by their dates. */
export function notBefore(series: Series, by: Duration): Instant {
  const day = dayAfter(anchorDay(series), by)
  return day === undefined ? (periodEnd(series, by, 1)?.at ?? series.anchor) : startOf(series, day)
}
