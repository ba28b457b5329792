import { withTenant } from '../database/pool.ts'
import type { Pool, Tx } from '../database/pool.ts'

/** As the sequence's increment: one round trip hands out so many positions. */
const POSITIONS = 64

/**
 * Ledger positions for this process, from blocks of the database's sequence. For one subject they must grow in the order of writing:
 * where the block in hand lies before what the subject has seen, a new one is fetched, which is after all that was ever handed out.
 */
export class Positions {
  #next = 0
  #end = 0

  /** `count` positions, all after `after`. */
  async take(tx: Tx, count: number, after: number): Promise<number[]> {
    const taken: number[] = []
    while (taken.length < count) {
      if (this.#next >= this.#end || this.#next <= after) await this.#fetch(tx)
      taken.push(this.#next++)
    }
    return taken
  }

  async #fetch(tx: Tx): Promise<void> {
    const [row] = await tx.query<{ first: number }>({ name: 'take-positions', text: `SELECT nextval('ledger_position') AS first` })
    // Two fetches may cross: the later block wins, the other's positions are gaps, which mean nothing.
    if (row!.first < this.#next) return
    this.#next = row!.first
    this.#end = row!.first + POSITIONS
  }
}

type Block = { next: number; end: number; size: number; takenAtMs: number; returned: number[] }

/** A block used up within this time makes the next one twice as large; else the next one is a single number. */
const QUICK_MS = 2_000
const LARGEST = 64

/**
 * Readable numbers: per tenant, kind and year. A counter that each ticket increments would make tickets wait for each other's commit; so numbers
 * are taken beforehand, one by one as long as they come slowly, in growing blocks when they come fast.
 */
export class Numbers {
  readonly #pool: Pool
  readonly #blocks = new Map<string, Block>()
  readonly #fetching = new Map<string, Promise<void>>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async next(tenant: string, kind: string, year: number): Promise<number> {
    const key = `${tenant} ${kind} ${year}`
    for (;;) {
      const block = this.#blocks.get(key)
      const returned = block?.returned.pop()
      if (returned !== undefined) return returned
      if (block && block.next < block.end) return block.next++
      await this.#fetchOnce(key, { tenant, kind, year })
    }
  }

  /** A number that came to nothing, since the command was refused, is given to the next ticket. */
  giveBack(tenant: string, kind: string, place: { readonly year: number; readonly number: number }): void {
    this.#blocks.get(`${tenant} ${kind} ${place.year}`)?.returned.push(place.number)
  }

  #fetchOnce(key: string, of: { tenant: string; kind: string; year: number }): Promise<void> {
    const running = this.#fetching.get(key)
    if (running) return running
    const fetching = this.#fetch(key, of).finally(() => this.#fetching.delete(key))
    this.#fetching.set(key, fetching)
    return fetching
  }

  async #fetch(key: string, { tenant, kind, year }: { tenant: string; kind: string; year: number }): Promise<void> {
    const before = this.#blocks.get(key)
    const now = performance.now()
    const size = before && now - before.takenAtMs < QUICK_MS ? Math.min(before.size * 2, LARGEST) : 1
    const text = `INSERT INTO number_sequence AS s (tenant_id, kind, year, last) VALUES ($1, $2, $3, $4)
      ON CONFLICT (tenant_id, kind, year) DO UPDATE SET last = s.last + excluded.last RETURNING last`
    const [row] = await withTenant(this.#pool, tenant, (tx) =>
      tx.query<{ last: number }>({ name: 'take-numbers', text, values: [tenant, kind, year, size] }),
    )
    this.#blocks.set(key, { next: row!.last - size + 1, end: row!.last + 1, size, takenAtMs: now, returned: before?.returned ?? [] })
  }
}
