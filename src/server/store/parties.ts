import type { Actor } from '../../core/access/can.ts'
import type { AddAsset, AddCustomer, AddSite, AssetQuery, NameQuery, SiteQuery } from '../../wire/parties.ts'
import type { Tx } from '../database/pool.ts'
import { initialsOf } from './initials.ts'
import { customerReach } from './reach.ts'
import { Sql, likePattern, readCursor } from './rows.ts'

type Narrow = { readonly id?: string | undefined }

/** Chinese text anywhere, pinyin initials from the start of the name or within it. */
export function nameCondition(
  sql: Sql,
  q: string | undefined,
  { alias, also }: { readonly alias: string; readonly also: readonly string[] },
): string {
  if (!q) return 'true'
  const like = sql.value(likePattern(q))
  const initials = q.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const columns = [`${alias}.name`, ...also].map((column) => `${column} ILIKE ${like}`)
  return `(${[...columns, ...(initials === '' ? [] : [`${alias}.initials LIKE ${sql.value(likePattern(initials))}`])].join(' OR ')})`
}

/** Lists of names are in the order of their initials, then of their ids: a cursor is a place in that order. */
function after(sql: Sql, alias: string, cursor: string | undefined): string {
  const place = readCursor(cursor, ['text', 'text'])
  return place ? `(${alias}.initials, ${alias}.id) > (${sql.value(place[0])}, ${sql.value(place[1])})` : 'true'
}

export type CustomerRow = {
  id: string
  version: number
  name: string
  initials: string
  contact_name: string | null
  contact_phone: string | null
  note: string | null
  class: 'key' | 'standard' | null
  sites: number
  assets: number
  contracts: number
  open_tickets: number
}

export function findCustomers(tx: Tx, actor: Actor, query: NameQuery & Narrow): Promise<CustomerRow[]> {
  const sql = new Sql()
  const where = [
    customerReach(sql, actor, { action: 'customer.read', column: 'c.id' }),
    query.id === undefined ? 'true' : `c.id = ${sql.value(query.id)}`,
    nameCondition(sql, query.q, { alias: 'c', also: ['c.contact_name'] }),
    after(sql, 'c', query.cursor),
  ]
  const count = (table: string, more = '') =>
    `(SELECT count(*)::int FROM ${table} x WHERE x.tenant_id = c.tenant_id AND x.customer = c.id${more})`
  return tx.query(
    `SELECT c.id, c.version, c.name, c.initials, c.contact_name, c.contact_phone, c.note, c.class, ${count('site')} AS sites, ${count('asset')} AS assets,
       ${count('contract')} AS contracts, ${count('ticket', ' AND x.closed_at IS NULL')} AS open_tickets
     FROM customer c WHERE ${where.join(' AND ')} ORDER BY c.initials, c.id LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}

export type SiteRow = {
  id: string
  version: number
  customer: string
  customer_name: string
  name: string
  initials: string
  address: string | null
  zone: string | null
  timezone: string
}

export function findSites(tx: Tx, actor: Actor, query: SiteQuery & Narrow): Promise<SiteRow[]> {
  const sql = new Sql()
  const where = [
    customerReach(sql, actor, { action: 'site.read', column: 's.customer' }),
    query.id === undefined ? 'true' : `s.id = ${sql.value(query.id)}`,
    query.customer === undefined ? 'true' : `s.customer = ${sql.value(query.customer)}`,
    nameCondition(sql, query.q, { alias: 's', also: ['s.address'] }),
    after(sql, 's', query.cursor),
  ]
  return tx.query(
    `SELECT s.id, s.version, s.customer, c.name AS customer_name, s.name, s.initials, s.address, s.zone, s.timezone
     FROM site s JOIN customer c ON c.tenant_id = s.tenant_id AND c.id = s.customer
     WHERE ${where.join(' AND ')} ORDER BY s.initials, s.id LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}

export type AssetRow = {
  id: string
  version: number
  customer: string
  customer_name: string
  site: string
  site_name: string
  name: string
  initials: string
  model: string | null
  serial: string | null
  class: string | null
  accepted_on: string | null
  open_tickets: number
}

export function findAssets(tx: Tx, actor: Actor, query: AssetQuery & Narrow): Promise<AssetRow[]> {
  const sql = new Sql()
  const where = [
    customerReach(sql, actor, { action: 'asset.read', column: 'a.customer' }),
    query.id === undefined ? 'true' : `a.id = ${sql.value(query.id)}`,
    query.customer === undefined ? 'true' : `a.customer = ${sql.value(query.customer)}`,
    query.site === undefined ? 'true' : `a.site = ${sql.value(query.site)}`,
    nameCondition(sql, query.q, { alias: 'a', also: ['a.model', 'a.serial'] }),
    after(sql, 'a', query.cursor),
  ]
  return tx.query(
    `SELECT a.id, a.version, a.customer, c.name AS customer_name, a.site, s.name AS site_name, a.name, a.initials, a.model, a.serial, a.class, a.accepted_on,
       (SELECT count(*)::int FROM ticket t WHERE t.tenant_id = a.tenant_id AND t.asset = a.id AND t.closed_at IS NULL) AS open_tickets
     FROM asset a JOIN customer c ON c.tenant_id = a.tenant_id AND c.id = a.customer JOIN site s ON s.tenant_id = a.tenant_id AND s.id = a.site
     WHERE ${where.join(' AND ')} ORDER BY a.initials, a.id LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}

type New<Body> = Body & { readonly id: string; readonly now: number }

export async function addCustomer(
  tx: Tx,
  { id, now, name, contactName, contactPhone, note, class: kind }: New<AddCustomer>,
): Promise<void> {
  await tx.query(
    `INSERT INTO customer (tenant_id, id, name, initials, contact_name, contact_phone, note, class, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [tx.tenant, id, name, initialsOf(name), contactName ?? null, contactPhone ?? null, note ?? null, kind ?? null, now],
  )
}

/** Without a zone of its own a site lives by its tenant's. */
export async function addSite(tx: Tx, { id, now, customer, name, address, zone, timezone }: New<AddSite>): Promise<void> {
  await tx.query(
    `INSERT INTO site (tenant_id, id, customer, name, initials, address, zone, timezone, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, coalesce($8, (SELECT timezone FROM tenant WHERE tenant_id = $1)), $9, $9)`,
    [tx.tenant, id, customer, name, initialsOf(name), address ?? null, zone ?? null, timezone ?? null, now],
  )
}

export async function addAsset(tx: Tx, body: New<AddAsset>): Promise<void> {
  await tx.query(
    `INSERT INTO asset (tenant_id, id, customer, site, name, initials, model, serial, class, accepted_on, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
    [
      tx.tenant,
      body.id,
      body.customer,
      body.site,
      body.name,
      initialsOf(body.name, body.model),
      body.model ?? null,
      body.serial ?? null,
      body.class ?? null,
      body.acceptedOn ?? null,
      body.now,
    ],
  )
}

/** The customer of a site, asset or contract; undefined where there is no such record. */
export async function customerOf(tx: Tx, table: 'site' | 'asset' | 'contract', id: string): Promise<string | undefined> {
  const [row] = await tx.query<{ customer: string }>(`SELECT customer FROM ${table} WHERE id = $1`, [id])
  return row?.customer
}
