import type { RosterWeek } from '../../wire/roster.ts'

export type Hours = { readonly start: number; readonly end: number }
export type Day = RosterWeek['days'][number]
export type RosterPerson = RosterWeek['people'][number]
export type RosterDesk = RosterWeek['desks'][number]

/** What of some hours falls on a day; undefined: nothing. */
export function onDay<Of extends Hours>(hours: Of, day: Day): Of | undefined {
  const [start, end] = [Math.max(hours.start, day.start), Math.min(hours.end, day.end)]
  return start < end ? { ...hours, start, end } : undefined
}

export function isWholeDay({ start, end }: Hours, day: Day): boolean {
  return start <= day.start && end >= day.end
}

/** The day that lies so many days after another one: `2026-11-23` and 7 → `2026-11-30`. */
export function dayAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

/** Desks of whose promised hours some are not covered in the week. */
export function lacking(desks: readonly RosterDesk[]): readonly RosterDesk[] {
  return desks.filter(({ gaps }) => gaps.length > 0)
}
