import type { Obligation } from '../core/promise/types.ts'
import type { TicketClock } from './store/ledger.ts'

const OPEN = 1
const PAUSED = 2
const OVERDUE = 3

function earliest(obligations: readonly Obligation[]): Obligation | undefined {
  return obligations.filter((one) => one.dueAt !== undefined).toSorted((a, b) => a.dueAt! - b.dueAt!)[0] ?? obligations[0]
}

/** The clock by which a ticket is listed: the nearest open one, else a paused one, else the last that broke. */
export function ticketClock(obligations: readonly Obligation[]): TicketClock {
  const open = obligations.filter((one) => one.state === 'open')
  const paused = obligations.filter((one) => one.state === 'paused')
  const broken = obligations.filter((one) => one.state === 'broken').toSorted((a, b) => b.brokenAt! - a.brokenAt!)
  const overdue = broken.filter((one) => one.fulfilledAt === undefined)
  const shown = earliest(open) ?? earliest(paused) ?? overdue[0] ?? broken[0]
  const rank = overdue.length > 0 ? OVERDUE : open.length > 0 ? OPEN : paused.length > 0 ? PAUSED : 0
  return { rank, dueAt: shown?.dueAt, promise: shown?.promise }
}
