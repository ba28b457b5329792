/** After this many wrong passwords in a row the account rests; the count starts anew when it has rested. */
export const MAX_FAILURES = 8
export const LOCK_MS = 15 * 60_000

type Attempts = { failures: number; lockedUntil: number }

/**
 * Accounts that do not exist lock like those that do, else the lock would tell which exist. Kept in memory alone: there
 * is nothing to protect but the difference.
 */
export class StrangerLocks {
  readonly #attempts = new Map<string, Attempts>()

  /** Milliseconds that the account still rests; 0: it may try. */
  restMs(account: string, now: number): number {
    return Math.max(0, (this.#attempts.get(account)?.lockedUntil ?? 0) - now)
  }

  fail(account: string, now: number): void {
    if (this.#attempts.size >= 10_000) this.#attempts.clear()
    const before = this.#attempts.get(account)
    const failures = before === undefined || (before.lockedUntil > 0 && before.lockedUntil <= now) ? 1 : before.failures + 1
    this.#attempts.set(account, { failures, lockedUntil: failures >= MAX_FAILURES ? now + LOCK_MS : 0 })
  }
}
