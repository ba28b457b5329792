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
export async function insertTenant(owner: Pool, tenant: NewTenant): Promise<boolean> {
  const { rowCount } = await owner.raw.query(
    'INSERT INTO tenant (tenant_id, name, timezone, demo, clock_offset_ms, created_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
    [tenant.id, tenant.name, tenant.timezone, tenant.demo, tenant.clockOffsetMs ?? 0, tenant.at],
  )
  return rowCount === 1
}

export async function insertShippedRoles(tx: Transaction): Promise<void> {
  for (const role of SHIPPED_ROLES)
    await tx.query('INSERT INTO role (tenant_id, id, grants) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      tx.tenant,
      role.id,
      JSON.stringify(role.grants),
    ])
}

/** A tenant with the shipped roles and nobody in it: its first administrator comes in by a one-time link. False where the code is taken. */
export async function createTenant(address: DatabaseAddress, pool: Pool, tenant: NewTenant): Promise<boolean> {
  const made = await withOwner(address, (owner) => insertTenant(owner, tenant))
  if (made) await inTransaction(pool, tenant.id, insertShippedRoles)
  return made
}

/** All tenants' codes, for work that goes through them one by one. */
export async function tenantCodes(address: DatabaseAddress): Promise<readonly string[]> {
  return withOwner(address, async (owner) =>
    (await owner.raw.query<{ tenant_id: string }>('SELECT tenant_id FROM tenant ORDER BY tenant_id')).rows.map((row) => row.tenant_id),
  )
}
