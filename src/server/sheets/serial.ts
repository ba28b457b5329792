import { dayOf, formatDay } from '../../core/time/civil.ts'

/** A civil day (days since 1970) with the time on it; `ms` undefined: a day alone. */
export type Moment = { readonly day: number; readonly ms: number | undefined }

/**
 * The day that a spreadsheet counts as 0, in each of its two ways. The first counts a 1900-02-29 that never was, so its zero stands a day early and holds from
 * March 1900 on; the second counts no such day.
 */
const DAY_ZERO = { 1900: dayOf(1899, 12, 30), 1904: dayOf(1904, 1, 1) } as const
const SECONDS_OF_DAY = 86_400
const HIGHEST = 100_000

/** What a spreadsheet means by a number of days, to the second. Undefined: no day that it would show. */
export function momentOfSerial(serial: number, epoch1904: boolean): Moment | undefined {
  if (!(serial > 0 && serial < HIGHEST)) return undefined
  const seconds = Math.round(serial * SECONDS_OF_DAY)
  const day = Math.floor(seconds / SECONDS_OF_DAY)
  const rest = seconds - day * SECONDS_OF_DAY
  return { day: day + DAY_ZERO[epoch1904 ? 1904 : 1900], ms: rest === 0 ? undefined : rest * 1000 }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-09-20`, or `2026-09-20 14:20` where it says a time or shows one: midnight too is a time then. */
export function momentText({ day, ms }: Moment, showsTime: boolean): string {
  if (ms === undefined && !showsTime) return formatDay(day)
  const seconds = Math.floor((ms ?? 0) / 1000)
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  return `${formatDay(day)} ${time}${seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`}`
}
