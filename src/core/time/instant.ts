import { formatDay, parseDay } from './civil.ts'

/** A point on the time line: milliseconds since 1970-01-01T00:00:00Z, no leap seconds. */
export type Instant = number

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

const ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/

function offsetMs(text: string): number | undefined {
  if (text === 'Z') return 0
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))]
  if (hours > 23 || minutes > 59) return undefined
  return (text.startsWith('-') ? -1 : 1) * (hours * HOUR_MS + minutes * MINUTE_MS)
}

/** ISO 8601 with `Z` or an offset; without one it is no instant, and undefined. Digits beyond the millisecond are cut. */
export function parseInstant(text: string): Instant | undefined {
  const match = ISO.exec(text)
  if (!match) return undefined
  const [, date = '', hours = '', minutes = '', seconds = '0', fraction = '', zone = ''] = match
  const day = parseDay(date)
  const offset = offsetMs(zone)
  if (day === undefined || offset === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const clock = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS + Number(fraction.slice(0, 3).padEnd(3, '0'))
  return day * DAY_MS + clock - offset
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Always `2026-09-30T10:00:00.000Z`: one spelling, so that texts compare as instants do. */
export function formatInstant(at: Instant): string {
  const day = Math.floor(at / DAY_MS)
  const ms = at - day * DAY_MS
  const clock = `${two(Math.floor(ms / HOUR_MS))}:${two(Math.floor((ms % HOUR_MS) / MINUTE_MS))}:${two(Math.floor((ms % MINUTE_MS) / SECOND_MS))}`
  return `${formatDay(day)}T${clock}.${String(ms % SECOND_MS).padStart(3, '0')}Z`
}
