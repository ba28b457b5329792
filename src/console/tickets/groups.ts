import type { TicketRow } from '../../wire/tickets.ts'
import { isoDay } from '../../ui/time.ts'

/** How near the next clock of a ticket is: the headings of a list in the order of its due times. */
export type Nearness = 'overdue' | 'half-hour' | 'two-hours' | 'today' | 'later' | 'paused' | 'no-clock'
export const NEARNESS: readonly Nearness[] = ['overdue', 'half-hour', 'two-hours', 'today', 'later', 'paused', 'no-clock']

const HALF_HOUR_MS = 30 * 60_000
const TWO_HOURS_MS = 120 * 60_000

export function nearnessOf({ nearest }: Pick<TicketRow, 'nearest'>, now: number, zone: string): Nearness {
  if (!nearest) return 'no-clock'
  if (nearest.state === 'broken' && nearest.fulfilledAt === undefined) return 'overdue'
  if (nearest.state === 'paused') return 'paused'
  if (nearest.state !== 'open' || nearest.dueAt === undefined) return 'no-clock'
  const left = nearest.dueAt - now
  if (left < 0) return 'overdue'
  if (left <= HALF_HOUR_MS) return 'half-hour'
  if (left <= TWO_HOURS_MS) return 'two-hours'
  return isoDay(nearest.dueAt - 1, zone) === isoDay(now, zone) ? 'today' : 'later'
}

export type Group = { readonly nearness: Nearness; readonly rows: readonly TicketRow[] }

/** Rows under their headings. Within a heading the order of the server stands; a heading without rows is left out. */
export function groupRows(rows: readonly TicketRow[], now: number, zone: string): readonly Group[] {
  const byNearness = Map.groupBy(rows, (row) => nearnessOf(row, now, zone))
  return NEARNESS.flatMap((nearness) => {
    const found = byNearness.get(nearness)
    return found ? [{ nearness, rows: found }] : []
  })
}
