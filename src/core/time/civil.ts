/** A day of the Gregorian calendar without a place: whole days since 1970-01-01. */
export type CivilDay = number

export type CivilDate = { readonly year: number; readonly month: number; readonly day: number }

const DAYS_PER_ERA = 146_097

/**
 * The day of a date. Years are counted from March, so that the leap day comes last, in eras of 400 years.
 * Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, `days_from_civil`.
 */
export function dayOf(year: number, month: number, day: number): CivilDay {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - 719_468
}

/** The date of a day; the inverse of `dayOf` (Hinnant, `civil_from_days`). */
export function civilOf(day: CivilDay): CivilDate {
  const z = day + 719_468
  const era = Math.floor(z / DAYS_PER_ERA)
  const dayOfEra = z - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 }
}

/** 1 = Monday … 7 = Sunday, as ISO 8601 counts; 1970-01-01 was a Thursday. */
export function weekdayOf(day: CivilDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

export function isCivilDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * The same day of the month, `months` later (or earlier); where that month is shorter, its last day. Count from the anchor each time
 * (31 Jan + 1, + 2, + 3), never from the date before: a clamped 28 Feb would drag every later month down to the 28th.
 */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const { year, month, day: dayOfMonth } = civilOf(day)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return dayOf(y, m, Math.min(dayOfMonth, daysInMonth(y, m)))
}

/** Reads `2026-09-30`; undefined for anything else and for days that do not exist (2026-02-29). */
export function parseDay(text: string): CivilDay | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return isCivilDate(year, month, day) ? dayOf(year, month, day) : undefined
}

/** `2026-09-30`. Throws RangeError outside the years 0000–9999. */
export function formatDay(day: CivilDay): string {
  const { year, month, day: dayOfMonth } = civilOf(day)
  if (!Number.isSafeInteger(day) || year < 0 || year > 9999) throw new RangeError(`not a day: ${day}`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}
