import { dayOf, daysInMonth, formatDay, weekdayOf } from '../../core/time/civil.ts'

export type GridDay = { readonly date: string; readonly day: number; readonly weekend: boolean }

/** A month as weeks from Monday to Sunday; undefined: a day of another month. */
export function weeksOf(year: number, month: number): readonly (readonly (GridDay | undefined)[])[] {
  const first = dayOf(year, month, 1)
  const before = weekdayOf(first) - 1
  const days = Array.from({ length: before + daysInMonth(year, month) }, (_, place): GridDay | undefined => {
    const civil = first + place - before
    return place < before ? undefined : { date: formatDay(civil), day: place - before + 1, weekend: weekdayOf(civil) > 5 }
  })
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => Array.from({ length: 7 }, (__, at) => days[week * 7 + at]))
}
