import type { Term } from '../plan/types.ts'
import { parseDuration } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import { instantOf, localOf } from '../time/zone.ts'
import type { Zone } from '../time/zone.ts'

/** Days in which to object to something, and in which the other side answers, where the contract says nothing. */
export const DISPUTE_DAYS = 15

const MOST_DAYS = 366

/** The value of the contract's term `dispute-within`: whole days, `15d`. Undefined: no such value. */
export function readDisputeDays(value: unknown): number | undefined {
  const read = typeof value === 'string' ? parseDuration(value) : undefined
  return read?.unit === 'd' && Number.isInteger(read.value) && read.value >= 1 && read.value <= MOST_DAYS ? read.value : undefined
}

export function disputeDays(terms: readonly Term[]): number {
  return readDisputeDays(terms.find(({ key }) => key === 'dispute-within')?.value) ?? DISPUTE_DAYS
}

/** The midnight with which the last day ends: civil days, the day of recording or judging not counted; half-open. */
export function termEnd(zone: Zone, since: Instant, days: number): Instant {
  return instantOf(zone, localOf(zone, since).day + days + 1, 0)
}
