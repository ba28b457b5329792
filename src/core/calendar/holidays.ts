import type { CivilDay } from '../time/civil.ts'
import { parseDay } from '../time/civil.ts'

/** One day that a list settles: off, or worked although it is a weekend (调休上班). */
export type Holiday = { readonly date: string; readonly name: string; readonly isOffDay: boolean }

/**
 * A published list. What it does not name is an ordinary day, but only from `knownFrom` up to, not including, `knownUntil`:
 * outside nothing has been said. `version` names the last announcement in it.
 */
export type HolidayList = {
  readonly id: string
  readonly version: string
  readonly knownFrom: CivilDay
  readonly knownUntil: CivilDay
  readonly days: readonly Holiday[]
}

/** Lists by the name that calendars call them by. */
export type HolidayLists = Readonly<Record<string, HolidayList>>

/** What was published: the days it settles, from `from` up to, not including, `knownUntil`. */
export type Announcement = {
  readonly version: string
  readonly from: CivilDay
  readonly knownUntil: CivilDay
  readonly days: readonly Holiday[]
}

/**
 * A list with one more announcement: what it says replaces what was known of its days, and more is known. Undefined when it would leave a hole
 * behind what is known, or settles a day that does not exist or lies outside it: a hole would be silent.
 */
export function withAnnouncement(list: HolidayList, { version, from, knownUntil, days }: Announcement): HolidayList | undefined {
  if (from > list.knownUntil || from < list.knownFrom || knownUntil <= from) return undefined
  const isInside = ({ date }: Holiday) => {
    const day = parseDay(date)
    return day !== undefined && day >= from && day < knownUntil
  }
  if (!days.every(isInside)) return undefined
  const kept = list.days.filter((holiday) => !isInside(holiday))
  return { ...list, version, knownUntil: Math.max(knownUntil, list.knownUntil), days: [...kept, ...days] }
}
