import type { TicketRow } from '../../wire/tickets.ts'
import { NEARNESS, nearnessOf } from '../tickets/groups.ts'
import type { Nearness } from '../tickets/groups.ts'

/** Whose tickets a queue holds. */
export const QUEUES = ['mine', 'team', 'unassigned'] as const
export type Queue = (typeof QUEUES)[number]

/** The query of a queue; the team's are those that wait at the team or at any of its people. */
export function queueFilters(queue: Queue, team: string | undefined): Readonly<Record<string, string | undefined>> {
  const view = queue === 'mine' ? 'mine' : queue === 'team' ? 'open' : 'unassigned'
  return { view, sort: 'due', limit: '100', team: queue === 'mine' ? undefined : team }
}

/** How many tickets are how near to their next clock; what none is does not show. */
export function urgencies(
  rows: readonly TicketRow[],
  now: number,
  zone: string,
): readonly { readonly nearness: Nearness; readonly count: number }[] {
  const counts = Map.groupBy(rows, (row) => nearnessOf(row, now, zone))
  return NEARNESS.flatMap((nearness) => {
    const count = counts.get(nearness)?.length ?? 0
    return count === 0 ? [] : [{ nearness, count }]
  })
}

/** A queue by how near its clocks are; among those that are equally near what is ranked ahead comes first, else the server's order stands. */
export function inQueue(rows: readonly TicketRow[], now: number, zone: string): readonly TicketRow[] {
  const rank = (row: TicketRow): number => NEARNESS.indexOf(nearnessOf(row, now, zone)) * 2 + (row.priority === 'high' ? 0 : 1)
  return rows.toSorted((a, b) => rank(a) - rank(b))
}
