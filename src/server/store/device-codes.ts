import type { Actor } from '../../core/access/can.ts'
import type { Tx } from '../database/pool.ts'
import { customerReach } from './reach.ts'
import { Sql } from './rows.ts'

export type CodedRow = {
  id: string
  name: string
  model: string | null
  serial: string | null
  site_name: string
  secret: string | null
  made_at: number | null
}

type Of = { readonly customer: string; readonly limit: number }

/** The devices of a customer by their places, each with the code that holds. */
export function codedDevices(tx: Tx, actor: Actor, { customer, limit }: Of): Promise<CodedRow[]> {
  const sql = new Sql()
  const where = [`a.customer = ${sql.value(customer)}`, customerReach(sql, actor, { action: 'asset.manage', column: 'a.customer' })]
  return tx.query(
    `SELECT a.id, a.name, a.model, a.serial, s.name AS site_name, k.secret, k.made_at
     FROM asset a JOIN site s ON s.tenant_id = a.tenant_id AND s.id = a.site
       LEFT JOIN device_code k ON k.tenant_id = a.tenant_id AND k.asset = a.id AND k.revoked_at IS NULL
     WHERE ${where.join(' AND ')} ORDER BY s.initials, s.id, a.initials, a.id LIMIT ${sql.value(limit)}`,
    sql.values,
  )
}

export type NewCode = { readonly id: string; readonly asset: string; readonly secret: string }

/** Two who make them at once: a device keeps the code that came first. */
export async function addCodes(tx: Tx, codes: readonly NewCode[], { by, at }: { readonly by: string; readonly at: number }): Promise<void> {
  await tx.query(
    `INSERT INTO device_code (tenant_id, id, asset, secret, made_at, made_by)
     SELECT $1, id, asset, secret, $5, $6 FROM unnest($2::text[], $3::text[], $4::text[]) AS made (id, asset, secret)
     ON CONFLICT (tenant_id, asset) WHERE revoked_at IS NULL DO NOTHING`,
    [tx.tenant, codes.map(({ id }) => id), codes.map(({ asset }) => asset), codes.map(({ secret }) => secret), at, by],
  )
}

/** False: the device has none. */
export async function revokeCode(tx: Tx, asset: string, { by, at }: { readonly by: string; readonly at: number }): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE device_code SET revoked_at = $2, revoked_by = $3 WHERE asset = $1 AND revoked_at IS NULL RETURNING id',
    [asset, at, by],
  )
  return rows.length > 0
}

export type CodeRow = { readonly id: string; readonly asset: string; readonly customer: string; readonly firm: string }

export async function codeOf(tx: Tx, secret: string): Promise<CodeRow | undefined> {
  const [row] = await tx.query<CodeRow>(
    `SELECT k.id, k.asset, a.customer, t.name AS firm FROM device_code k JOIN asset a ON a.tenant_id = k.tenant_id AND a.id = k.asset
       JOIN tenant t ON t.tenant_id = k.tenant_id WHERE k.secret = $1 AND k.revoked_at IS NULL`,
    [secret],
  )
  return row
}

const HOUR_MS = 3_600_000

type Use = { readonly id: string; readonly now: number; readonly most: number }

/** Takes one of the reports that a code has within an hour; undefined: taken, else how long (ms) until the next. */
export async function useCode(tx: Tx, { id, now, most }: Use): Promise<number | undefined> {
  const [row] = await tx.query<{ hour_from: number; used: number }>(
    `UPDATE device_code SET hour_from = CASE WHEN hour_from > $2::bigint - $3::bigint THEN hour_from ELSE $2 END,
       used = CASE WHEN hour_from > $2::bigint - $3::bigint THEN least(used, $4::int) + 1 ELSE 1 END
     WHERE id = $1 RETURNING hour_from, used`,
    [id, now, HOUR_MS, most],
  )
  return row === undefined || row.used <= most ? undefined : row.hour_from + HOUR_MS - now
}
