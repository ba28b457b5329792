import type { BoardMark } from '../../wire/board.ts'
import { fromInput } from '../../ui/time.ts'

/** What the axis shows at once, and which one of the year: month and quarter are counted from 0. */
export const ZOOMS = ['year', 'quarter', 'month'] as const
export type Zoom = (typeof ZOOMS)[number]
export type Window = { readonly zoom: Zoom; readonly year: number; readonly part: number }

const PARTS: Readonly<Record<Zoom, number>> = { year: 1, quarter: 4, month: 12 }

function monthStart(year: number, month: number, zone: string): number {
  const [y, m] = [year + Math.floor(month / 12), ((month % 12) + 12) % 12]
  return fromInput(`${y}-${String(m + 1).padStart(2, '0')}-01T00:00`, zone) ?? 0
}

/** The first month of a window and how many it has. */
function monthsOf({ zoom, part }: Window): { readonly first: number; readonly count: number } {
  const count = 12 / PARTS[zoom]
  return { first: part * count, count }
}

/** `[from, until)` in the contract's zone, and where its months begin. */
export function spanOf(window: Window, zone: string): { readonly from: number; readonly until: number; readonly months: readonly Month[] } {
  const { first, count } = monthsOf(window)
  const months = Array.from({ length: count }, (_, index) => ({
    month: first + index + 1,
    at: monthStart(window.year, first + index, zone),
  }))
  return { from: months[0]!.at, until: monthStart(window.year, first + count, zone), months }
}

export type Month = { readonly month: number; readonly at: number }

/** The window before or after; over the end of a year it goes on with the next. */
export function stepped({ zoom, year, part }: Window, by: 1 | -1): Window {
  const place = year * PARTS[zoom] + part + by
  return { zoom, year: Math.floor(place / PARTS[zoom]), part: place % PARTS[zoom] }
}

/** Another zoom keeps in view what was at its beginning; out of a year it goes to the month of `now`, where that is in the year. */
export function zoomed(window: Window, zoom: Zoom, now: { readonly year: number; readonly month: number }): Window {
  const { first } = monthsOf(window)
  const month = window.zoom === 'year' && window.year === now.year ? now.month - 1 : first
  return { zoom, year: window.year, part: Math.floor(month / (12 / PARTS[zoom])) }
}

/** Marks that would lie on one another stand as one, which says how many and the worst of them; the link leads to that one. */
export type Gathered = { readonly id: string; readonly at: number; readonly state: BoardMark['state']; readonly count: number }

const WORST: readonly BoardMark['state'][] = ['broken', 'paused', 'open', 'excused', 'kept', 'cancelled']

const SLOTS = 90

export function gathered(
  marks: readonly BoardMark[],
  { from, until }: { readonly from: number; readonly until: number },
): readonly Gathered[] {
  const slots = new Map<number, Gathered>()
  for (const mark of marks) {
    if (mark.state === 'cancelled' || mark.at < from || mark.at >= until) continue
    const slot = Math.floor(((mark.at - from) / (until - from)) * SLOTS)
    const there = slots.get(slot)
    if (!there) slots.set(slot, { ...mark, count: 1 })
    else {
      const worse = WORST.indexOf(mark.state) < WORST.indexOf(there.state)
      slots.set(slot, { ...(worse ? mark : there), count: there.count + 1 })
    }
  }
  return [...slots.values()].sort((a, b) => a.at - b.at)
}
