import type { Subject } from '../../src/core/fact.ts'
import type { Json } from '../../src/core/fact.ts'
import { withTenant } from '../../src/server/database/pool.ts'
import type { Firm } from './firm.ts'
import type { Scene } from './tell.ts'

/** An obligation as it is stored, as far as stories go by it. */
export type Standing = {
  readonly subject: Subject
  readonly promise: string
  readonly episode: number
  readonly contract: string | null
  readonly state: string
  readonly opened_at: number
  readonly due_at: number | null
  readonly fulfilled_at: number | null
  readonly detail: { readonly [key: string]: Json } | null
}

const COLUMNS = `subject, promise, episode, contract, state, opened_at, due_at, fulfilled_at, why->'detail' AS detail`

export const keyOf = ({ subject, promise, episode }: Pick<Standing, 'subject' | 'promise' | 'episode'>): string =>
  `${subject} ${promise} ${episode}`

/** What runs now, of the whole firm. */
export function running({ server, tenant }: Firm): Promise<Standing[]> {
  const text = `SELECT ${COLUMNS} FROM obligation WHERE tenant_id = $1 AND state IN ('open', 'paused')`
  return withTenant(server.services.pool, tenant, (tx) => tx.query<Standing>(text, [tenant]))
}

/** The latest instance of a promise among those whom the scene speaks about. */
export async function instanceOf({ server, tenant }: Firm, { subjects }: Scene, promise: string): Promise<Standing | undefined> {
  const text = `SELECT ${COLUMNS} FROM obligation WHERE tenant_id = $1 AND promise = $2 AND subject = ANY($3)
    ORDER BY opened_at DESC, episode DESC LIMIT 1`
  const [one] = await withTenant(server.services.pool, tenant, (tx) => tx.query<Standing>(text, [tenant, promise, [...subjects]]))
  return one
}

/** All that has come of these promises in a contract. */
export function standingsOf(
  { server, tenant }: Firm,
  contract: string,
  promises: readonly string[],
): Promise<(Standing & { broken: boolean })[]> {
  const text = `SELECT ${COLUMNS}, broken_at IS NOT NULL AS broken FROM obligation WHERE tenant_id = $1 AND contract = $2 AND promise = ANY($3)`
  return withTenant(server.services.pool, tenant, (tx) => tx.query(text, [tenant, contract, promises]))
}

/** When the next record wants to be woken, by the firm's own clock. */
export async function nextWake({ server, tenant }: Firm): Promise<number | undefined> {
  const text = 'SELECT min(next_wake_at) AS at FROM record_state WHERE tenant_id = $1'
  const [row] = await withTenant(server.services.pool, tenant, (tx) => tx.query<{ at: number | null }>(text, [tenant]))
  return row?.at ?? undefined
}
