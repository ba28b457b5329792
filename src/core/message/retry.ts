import { HOUR_MS, MINUTE_MS } from '../time/instant.ts'
import type { Instant } from '../time/instant.ts'

const FIRST_WAIT_MS = MINUTE_MS
const LONGEST_WAIT_MS = 6 * HOUR_MS
/** So long after the first attempt nobody tries any more. */
export const GIVE_UP_AFTER_MS = 72 * HOUR_MS

export type Tried = { readonly attempts: number; readonly firstTriedAt: Instant; readonly now: Instant }

/** 重试: 1 min after the first attempt, twice as long after each further one, at most 6 h apart, for 72 h; undefined: it is given up. */
export function nextTry({ attempts, firstTriedAt, now }: Tried): Instant | undefined {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_WAIT_MS)
  return now + wait > firstTriedAt + GIVE_UP_AFTER_MS ? undefined : now + wait
}
