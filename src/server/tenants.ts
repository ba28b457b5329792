import { SHIPPED_ROLES } from '../core/access/roles.ts'
import type { Instant } from '../core/time/instant.ts'
import { inTransaction, openPool } from './database/pool.ts'
import type { Pool, Transaction } from './database/pool.ts'
import type { DatabaseAddress } from './database/connection.ts'

export type NewTenant = {
  readonly id: string
  readonly name: string
  readonly timezone: string
  readonly demo: boolean
  readonly clockOffsetMs?: number
  readonly at: Instant
}

/** Only the owner makes tenants: no request is ever served as it. */
export async function withOwner<T>(address: DatabaseAddress, work: (owner: Pool) => Promise<T>): Promise<T> {
  const owner = openPool({ address, role: 'owner', max: 1 })
  try {
    return await work(owner)
  } finally {
    await owner.close()
  }
}

/** False where the code is taken. */
async function insertTenant(tx: Transaction, tenant: NewTenant): Promise<boolean> {
  const made = await tx.query(
    'INSERT INTO tenant (tenant_id, name, timezone, demo, clock_offset_ms, created_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING tenant_id',
    [tenant.id, tenant.name, tenant.timezone, tenant.demo, tenant.clockOffsetMs ?? 0, tenant.at],
  )
  return made.length === 1
}

async function insertShippedRoles(tx: Transaction): Promise<void> {
  for (const role of SHIPPED_ROLES)
    await tx.query('INSERT INTO role (tenant_id, id, grants) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      tx.tenant,
      role.id,
      JSON.stringify(role.grants),
    ])
}

/** Within a transaction of the owner's that is bound to the new tenant; it goes on as whoever serves. Undefined: the code is taken. */
export async function foundIn<T>(
  tx: Transaction,
  tenant: NewTenant,
  fill: (tx: Transaction) => Promise<T>,
): Promise<{ readonly filled: T } | undefined> {
  if (!(await insertTenant(tx, tenant))) return undefined
  // All but the row itself is written as by anybody who serves: inside this tenant, with no more rights.
  await tx.query('SET LOCAL ROLE nuoxing_app')
  await insertShippedRoles(tx)
  return { filled: await fill(tx) }
}

/**
 * A tenant with the shipped roles and what `fill` puts into it, in one transaction: a founding that is cut short leaves nothing, not even its code taken.
 * Answers what `fill` did; undefined where the code is taken.
 */
export function foundTenant<T>(
  address: DatabaseAddress,
  tenant: NewTenant,
  fill: (tx: Transaction) => Promise<T>,
): Promise<{ readonly filled: T } | undefined> {
  return withOwner(address, (owner) => inTransaction(owner, tenant.id, (tx) => foundIn(tx, tenant, fill)))
}

/** All tenants' codes, for work that goes through them one by one. */
export async function tenantCodes(address: DatabaseAddress): Promise<readonly string[]> {
  return withOwner(address, async (owner) =>
    (await owner.raw.query<{ tenant_id: string }>('SELECT tenant_id FROM tenant ORDER BY tenant_id')).rows.map((row) => row.tenant_id),
  )
}
