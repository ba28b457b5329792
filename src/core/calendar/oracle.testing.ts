import type { CalendarSource } from './calendar.ts'
import type { Instant } from '../time/instant.ts'
import { HOLIDAYS_CN } from './holidays-cn.ts'

/**
 * The slow truth that the calendar is held against: every minute of a window asked one by one, by Temporal, straight from what the plan says.
 * It shares no arithmetic with the calendar. All hours and clock changes lie on whole minutes, so minutes are enough.
 */
export type Minutes = {
  readonly zone: string
  readonly start: Instant
  readonly open: Uint8Array
  readonly works: (date: string) => boolean
}

const MINUTE = 60_000
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const SETTLED = new Map(HOLIDAYS_CN.days.map((day) => [day.date, day.isOffDay]))

function keyHolds(key: string, weekday: number): boolean {
  const [first, last] = key.split('-').map((name) => WEEK.indexOf(name))
  if (last === undefined) return weekday === first
  return first! <= last ? weekday >= first! && weekday <= last : weekday >= first! || weekday <= last
}

function weekHours(weekly: Readonly<Record<string, readonly string[]>>, weekday: number): readonly string[] {
  return Object.entries(weekly).flatMap(([key, hours]) => (keyHolds(key, weekday) ? hours : []))
}

/** What the plan says of one date. */
function hoursOn(source: CalendarSource, date: Temporal.PlainDate): readonly string[] {
  if (!('weekly' in source)) return ['00:00-24:00']
  const text = date.toString()
  const override = source.overrides?.find(({ date: from, until }) => from <= text && text <= (until ?? from))
  if (override) return override.hours
  const isOffDay = source.holidays === 'CN' ? SETTLED.get(text) : undefined
  if (isOffDay === true) return []
  const weekday = isOffDay === false ? WEEK.indexOf(source['make-up-as'] ?? 'mon') : date.dayOfWeek - 1
  return weekHours(source.weekly, weekday)
}

function clock(date: Temporal.PlainDate, time: string, zone: string): Instant {
  const day = time === '24:00' ? date.add({ days: 1 }) : date
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time === '24:00' ? '00:00' : time) }).epochMilliseconds
}

/** The ends of one opening that begins on a date. */
function endsOf(date: Temporal.PlainDate, hours: string, zone: string): readonly [Instant, Instant] {
  const [start, end] = hours.split('-') as [string, string]
  return [clock(date, start, zone), clock(end > start ? date : date.add({ days: 1 }), end, zone)]
}

function worksOn(source: CalendarSource, zone: string): (text: string) => boolean {
  return (text) => {
    const date = Temporal.PlainDate.from(text)
    if ('weekly' in source) return hoursOn(source, date).some((hours) => endsOf(date, hours, zone)[0] < endsOf(date, hours, zone)[1])
    const isOffDay = 'holidays' in source && source.holidays === 'CN' ? SETTLED.get(text) : undefined
    return !(isOffDay ?? date.dayOfWeek > 5)
  }
}

type Openings = readonly (readonly [Instant, Instant])[]

/** All that may be open on a date. Two days back: where a clock was moved, an opening of the evening before may end later than it says. */
function openingsAround(source: CalendarSource, date: Temporal.PlainDate, zone: string): Openings {
  const dates = [date.subtract({ days: 2 }), date.subtract({ days: 1 }), date]
  return dates.flatMap((day) => hoursOn(source, day).map((hours) => endsOf(day, hours, zone)))
}

/** Asks every minute from the midnight of a date on, for some days. */
export function minutesOf(source: CalendarSource, zone: string, window: { readonly first: string; readonly days: number }): Minutes {
  const first = Temporal.PlainDate.from(window.first)
  const midnights = Array.from({ length: window.days + 1 }, (_, days) => first.add({ days }).toZonedDateTime(zone).epochMilliseconds)
  const [start, end] = [midnights[0]!, midnights[window.days]!]
  const open = new Uint8Array((end - start) / MINUTE)
  for (let day = 0; day < window.days; day += 1) {
    const openings = openingsAround(source, first.add({ days: day }), zone)
    for (let instant = midnights[day]!; instant < midnights[day + 1]!; instant += MINUTE) {
      if (openings.some(([from, until]) => from <= instant && instant < until)) open[(instant - start) / MINUTE] = 1
    }
  }
  return { zone, start, open, works: worksOn(source, zone) }
}

/** Minute by minute until the working time is used up; undefined when the window ends first. */
export function slowAdd({ start, open }: Minutes, from: Instant, ms: number): Instant | undefined {
  let left = ms
  let instant = from
  while (left > 0) {
    const minute = Math.floor((instant - start) / MINUTE)
    if (minute >= open.length) return undefined
    const end = start + (minute + 1) * MINUTE
    if (open[minute] === 1) {
      if (left <= end - instant) return instant + left
      left -= end - instant
    }
    instant = end
  }
  return instant
}

export function slowBetween({ start, open }: Minutes, a: Instant, b: Instant): number {
  let ms = 0
  for (let i = 0; i < open.length; i += 1) {
    if (open[i] === 1) ms += Math.max(0, Math.min(b, start + (i + 1) * MINUTE) - Math.max(a, start + i * MINUTE))
  }
  return ms
}

function dateOf(minutes: Minutes, instant: Instant): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(minutes.zone).toPlainDate()
}

/** The end of the last open minute of a date; undefined when it has none; `beyond` when the window does not hold the date. */
export function lastOpenOf(minutes: Minutes, date: Temporal.PlainDate): Instant | undefined | 'beyond' {
  const [midnight, next] = [date, date.add({ days: 1 })].map((day) => day.toZonedDateTime(minutes.zone).epochMilliseconds) as [
    Instant,
    Instant,
  ]
  const [first, end] = [(midnight - minutes.start) / MINUTE, (next - minutes.start) / MINUTE]
  if (first < 0 || end > minutes.open.length) return 'beyond'
  for (let i = end - 1; i >= first; i -= 1) if (minutes.open[i] === 1) return minutes.start + (i + 1) * MINUTE
  return undefined
}

/** Day by day: from the start day + n on, the first one with an open minute. */
export function slowDueOn(minutes: Minutes, target: Temporal.PlainDate): Instant | undefined {
  for (let date = target; ; date = date.add({ days: 1 })) {
    const last = lastOpenOf(minutes, date)
    if (last === 'beyond') return undefined
    if (last !== undefined) return last
  }
}

/** Day by day, the start day not counted, until n working days have passed. */
export function slowWorkdays(minutes: Minutes, from: Instant, n: number): Instant | undefined {
  let date = dateOf(minutes, from)
  for (let left = n; left > 0;) {
    date = date.add({ days: 1 })
    if (minutes.works(date.toString())) left -= 1
  }
  const last = lastOpenOf(minutes, date)
  return last === 'beyond' ? undefined : last
}

export function slowTarget(
  minutes: Minutes,
  from: Instant,
  duration: { readonly days?: number; readonly weeks?: number; readonly months?: number },
): Temporal.PlainDate {
  return dateOf(minutes, from).add(duration)
}

/** The open time of a date that lies after an instant, minute by minute. */
function openAfter(minutes: Minutes, date: Temporal.PlainDate, instant: Instant): number {
  const [midnight, next] = [date, date.add({ days: 1 })].map((day) => day.toZonedDateTime(minutes.zone).epochMilliseconds) as [
    Instant,
    Instant,
  ]
  return slowBetween(minutes, Math.max(midnight, instant), Math.max(next, instant))
}

/**
 * A share of a day, minute by minute: that share of the open time of the first date (of working dates, if `works` is given) with open time left,
 * counted on from the instant. Undefined when the window ends first.
 */
export function slowShare(
  minutes: Minutes,
  from: Instant,
  { share, works }: { readonly share: number; readonly works?: (date: string) => boolean },
): Instant | undefined {
  const end = dateOf(minutes, minutes.start + minutes.open.length * MINUTE)
  for (let date = dateOf(minutes, from); Temporal.PlainDate.compare(date, end) < 0; date = date.add({ days: 1 })) {
    if ((works && !works(date.toString())) || openAfter(minutes, date, from) === 0) continue
    return slowAdd(minutes, from, Math.round(openAfter(minutes, date, -Infinity) * share))
  }
  return undefined
}

/** The same minutes with all closed that lie outside working dates: where service never rests, working days alone are counted. */
export function onlyWorkdays(minutes: Minutes): Minutes {
  const open = minutes.open.map((isOpen, i) =>
    isOpen === 1 && minutes.works(dateOf(minutes, minutes.start + i * MINUTE).toString()) ? 1 : 0,
  )
  return { ...minutes, open }
}
