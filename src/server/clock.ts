import type { Instant } from '../core/time/instant.ts'
import { withTenant } from './database/pool.ts'
import type { Pool } from './database/pool.ts'

/**
 * The one clock port. `now(tenant)` is what commands, the waker, scheduled messages and badges go by: the machine's time plus the tenant's offset,
 * which only grows (demo tenants travel). `machine` is for sessions, tokens, limits and leases.
 */
export type Clock = {
  readonly machine: () => Instant
  readonly now: (tenant: string) => Promise<Instant>
  readonly offset: (tenant: string) => Promise<number>
  /** Moves a demo tenant's clock forward; undefined: not a demo tenant. Other processes hear of it from whoever calls (`clock` event). */
  readonly advance: (tenant: string, ms: number) => Promise<{ readonly now: Instant; readonly offsetMs: number } | undefined>
  /** forgets a tenant's offset, or all: it has changed somewhere */
  readonly drop: (tenant?: string) => void
}

export function openClock(pool: Pool, machine: () => Instant = Date.now): Clock {
  const offsets = new Map<string, Promise<number>>()
  const load = async (tenant: string): Promise<number> => {
    const rows = await withTenant(pool, tenant, (tx) =>
      tx.query<{ clock_offset_ms: number }>('SELECT clock_offset_ms FROM tenant WHERE tenant_id = $1', [tenant]),
    )
    return rows[0]?.clock_offset_ms ?? 0
  }
  const offset = (tenant: string): Promise<number> => {
    const known = offsets.get(tenant)
    if (known) return known
    const loading = load(tenant)
    offsets.set(tenant, loading)
    loading.catch(() => offsets.delete(tenant))
    return loading
  }
  const advance = async (tenant: string, ms: number): Promise<{ now: Instant; offsetMs: number } | undefined> => {
    const move = 'UPDATE tenant SET clock_offset_ms = clock_offset_ms + $2 WHERE tenant_id = $1 AND demo RETURNING clock_offset_ms'
    const [row] = await withTenant(pool, tenant, (tx) => tx.query<{ clock_offset_ms: number }>(move, [tenant, ms]))
    if (!row) return undefined
    offsets.set(tenant, Promise.resolve(row.clock_offset_ms))
    return { now: machine() + row.clock_offset_ms, offsetMs: row.clock_offset_ms }
  }
  return {
    machine,
    offset,
    now: async (tenant) => machine() + (await offset(tenant)),
    advance,
    drop: (tenant) => (tenant === undefined ? offsets.clear() : void offsets.delete(tenant)),
  }
}
