import { civilOf, dayOf, isCivilDate } from './civil.ts'

/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX). */
export type Instant = number

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

const MONTH_DAYS = 30

/** 30 天内: the last instant that is within a month from now, whatever month it is. */
export function monthFrom(now: Instant): Instant {
  return now + MONTH_DAYS * DAY_MS
}

const TEN_YEARS_DAYS = 3_653

/** More than ten years back: whoever enters such a time mistook the year, or gave none at all (0). */
export function isLongAgo(at: Instant, now: Instant): boolean {
  return at < now - TEN_YEARS_DAYS * DAY_MS
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-])(\d{2})(?::?(\d{2}))?)$/

function timeOfDayMs(parts: RegExpExecArray): number | undefined {
  const [hour, minute, second] = [Number(parts[4]), Number(parts[5]), Number(parts[6] ?? 0)]
  const ms = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3))
  // ISO 8601 lets a day end at 24:00; a leap second has no epoch millisecond of its own and is refused.
  const isEndOfDay = hour === 24 && minute === 0 && second === 0 && ms === 0
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 59) return undefined
  return hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS + ms
}

function offsetMsOf(parts: RegExpExecArray): number | undefined {
  if (parts[8] === undefined) return 0
  const [hours, minutes] = [Number(parts[9]), Number(parts[10] ?? 0)]
  if (hours > 23 || minutes > 59) return undefined
  return (parts[8] === '-' ? -1 : 1) * (hours * HOUR_MS + minutes * MINUTE_MS)
}

/**
 * Reads an ISO 8601 instant that says its offset (`2026-09-30T18:00+08:00`, `2026-09-30T10:00:00.123Z`), years 0000–9999.
 * Digits finer than a millisecond are cut off, towards the past. Anything else, a missing offset above all, is undefined:
 * a local time without its place is not an instant, and the host's zone is not a guess worth making.
 */
export function parseInstant(text: string): Instant | undefined {
  const parts = ISO.exec(text)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (!isCivilDate(year, month, day)) return undefined
  const timeMs = timeOfDayMs(parts)
  const offsetMs = offsetMsOf(parts)
  if (timeMs === undefined || offsetMs === undefined) return undefined
  return dayOf(year, month, day) * DAY_MS + timeMs - offsetMs
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** Always `2026-09-30T10:00:00.000Z`, so that texts sort like instants. Throws RangeError for what is no whole millisecond of the years 0000–9999. */
export function formatInstant(at: Instant): string {
  const day = Math.floor(at / DAY_MS)
  const { year, month, day: dayOfMonth } = civilOf(day)
  if (!Number.isSafeInteger(at) || year < 0 || year > 9999) throw new RangeError(`not an instant: ${at}`)
  const ms = at - day * DAY_MS
  const hour = Math.floor(ms / HOUR_MS)
  const minute = Math.floor(ms / MINUTE_MS) % 60
  const second = Math.floor(ms / SECOND_MS) % 60
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`
  return `${date}T${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}.${digits(ms % 1000, 3)}Z`
}
