import { sqlState, withTenant } from '../database/pool.ts'
import type { Pool } from '../database/pool.ts'
import { writeChanges } from './ledger.ts'
import type { Change } from './ledger.ts'

/** Statements of one tenant on their way at once: what arrives meanwhile goes out together, so nobody waits for company. */
const MOST_UNDER_WAY = 1
const MOST_TOGETHER = 16

type Waiting = { readonly change: Change; readonly done: () => void; readonly fail: (error: unknown) => void }

type Queue = { readonly waiting: Waiting[]; underWay: number }

/**
 * Changes that only open something, written together when several wait at the same moment: one statement, one commit. Each still stands or falls by
 * itself: a statement that a constraint refuses has written nothing, and each of its changes is then written alone.
 */
export class GroupCommit {
  readonly #pool: Pool
  readonly #queues = new Map<string, Queue>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Done once it is committed. Throws as `writeChanges` does for this change alone. Whoever calls must hold no connection. */
  write(tenant: string, change: Change): Promise<void> {
    return new Promise((done, fail) => {
      const queue = this.#queues.get(tenant) ?? { waiting: [], underWay: 0 }
      this.#queues.set(tenant, queue)
      queue.waiting.push({ change, done, fail })
      this.#send(tenant, queue)
    })
  }

  #send(tenant: string, queue: Queue): void {
    if (queue.underWay >= MOST_UNDER_WAY) return
    const together = queue.waiting.splice(0, MOST_TOGETHER)
    if (together.length === 0) {
      this.#queues.delete(tenant)
      return
    }
    queue.underWay += 1
    void this.#write(tenant, together).finally(() => {
      queue.underWay -= 1
      this.#send(tenant, queue)
    })
  }

  async #write(tenant: string, together: readonly Waiting[]): Promise<void> {
    try {
      await withTenant(this.#pool, tenant, (tx) =>
        writeChanges(
          tx,
          together.map(({ change }) => change),
        ),
      )
      for (const { done } of together) done()
    } catch (error) {
      if (together.length > 1 && sqlState(error)) await Promise.all(together.map((one) => this.#write(tenant, [one])))
      else for (const { fail } of together) fail(error)
    }
  }
}
