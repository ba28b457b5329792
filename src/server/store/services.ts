import type { Actor } from '../../core/access/can.ts'
import type { Subject } from '../../core/fact.ts'
import type { ServiceState } from '../../core/service/state.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { ServiceQuery } from '../../wire/services.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { ownerReach } from './reach.ts'
import { Sql, readCursor } from './rows.ts'

export type ServiceOwners = {
  readonly customer: string
  readonly contract: string | undefined
  readonly ticket: string | undefined
  readonly site: string | undefined
  readonly asset: string | undefined
  /** the record that it is part of, `rma/…` */
  readonly partOf?: Subject | undefined
}

export type NewService = ServiceOwners & { readonly id: string; readonly noun: string; readonly state: ServiceState; readonly at: Instant }

const idOf = (subject: Subject | undefined): string | null => subject?.slice(subject.indexOf('/') + 1) ?? null

export async function saveService(tx: Transaction, { id, noun, state, at, ...owners }: NewService): Promise<void> {
  const { customer, contract, ticket, site, asset, partOf } = owners
  await tx.query(
    `INSERT INTO service_record (tenant_id, id, noun, phase, version, customer, contract, ticket, site, asset, part_of, state_json, opened_at, changed_at)
     VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
    [
      tx.tenant,
      id,
      noun,
      state.phase,
      customer,
      contract ?? null,
      ticket ?? null,
      site ?? null,
      asset ?? null,
      idOf(partOf),
      JSON.stringify(state),
      at,
    ],
  )
}

export type ChangedService = { readonly id: string; readonly version: number; readonly state: ServiceState; readonly at: Instant }

export async function changeService(tx: Transaction, { id, version, state, at }: ChangedService): Promise<void> {
  await tx.query('UPDATE service_record SET version = $3, phase = $4, state_json = $5, changed_at = $6 WHERE tenant_id = $1 AND id = $2', [
    tx.tenant,
    id,
    version,
    state.phase,
    JSON.stringify(state),
    at,
  ])
}

/** Where a record stands, held for a change; undefined: there is no such record. */
export async function holdService(
  tx: Transaction,
  id: string,
): Promise<{ readonly version: number; readonly state_json: ServiceState } | undefined> {
  const rows = await tx.query<{ version: number; state_json: ServiceState }>(
    'SELECT version, state_json FROM service_record WHERE id = $1 FOR UPDATE',
    [id],
  )
  return rows[0]
}

export type ServiceRecordRow = {
  id: string
  noun: string
  phase: string
  version: number
  customer: string
  customer_name: string
  contract: string | null
  contract_number: string | null
  ticket: string | null
  ticket_number: string | null
  site: string | null
  site_name: string | null
  asset: string | null
  asset_name: string | null
  part_of: string | null
  part_of_noun: string | null
  state_json: ServiceState
  opened_at: Instant
  changed_at: Instant
}

/** What says nothing of a device is about that of its ticket. */
const ofDevice = (asset: string) =>
  `(r.asset = ${asset} OR (r.asset IS NULL AND r.ticket IN (SELECT id FROM ticket x WHERE x.tenant_id = r.tenant_id AND x.asset = ${asset})))`

/** `closed`: complaints that are over, or those that are not; `owner`: complaints that this person looks after. */
type Narrow = { readonly id?: string | undefined; readonly closed?: boolean | undefined; readonly owner?: string | undefined }

/** The person of the last owner's entry that stands. */
const OWNER = `(SELECT e.value #>> '{data,person}' FROM jsonb_array_elements(r.state_json -> 'entries') WITH ORDINALITY e (value, place)
  WHERE e.value ->> 'type' = 'complaint.assigned' AND e.value -> 'voided' IS NULL ORDER BY e.place DESC LIMIT 1)`

/** Service records that the person may see, the last changed first. Who is on duty when is how we arrange the work, and not a customer's. */
export function findServices(tx: Tx, actor: Actor, query: ServiceQuery & Narrow): Promise<ServiceRecordRow[]> {
  const sql = new Sql()
  const place = readCursor(query.cursor, ['instant', 'text'])
  const is = (column: string, value: string | undefined) => (value === undefined ? 'true' : `${column} = ${sql.value(value)}`)
  const where = [
    ownerReach(sql, actor, { action: 'service.read', ticket: 't', owner: 'r' }),
    actor.customer === undefined ? 'true' : `r.noun <> 'shift'`,
    is('r.id', query.id),
    is('r.contract', query.contract),
    is('r.ticket', query.ticket),
    is('r.noun', query.noun),
    query.except === undefined ? 'true' : `r.noun <> ${sql.value(query.except)}`,
    query.closed === undefined ? 'true' : `r.phase ${query.closed ? '=' : '<>'} 'closed'`,
    is(OWNER, query.owner),
    query.asset === undefined ? 'true' : ofDevice(sql.value(query.asset)),
    place ? `(r.changed_at, r.id) < (${sql.value(place[0])}, ${sql.value(place[1])})` : 'true',
  ]
  return tx.query(
    `SELECT r.id, r.noun, r.phase, r.version, r.customer, c.name AS customer_name, r.contract, k.number AS contract_number, r.ticket, t.number AS ticket_number,
       r.site, s.name AS site_name, r.asset, a.name AS asset_name, r.part_of, p.noun AS part_of_noun, r.state_json, r.opened_at, r.changed_at
     FROM service_record r
     JOIN customer c ON c.tenant_id = r.tenant_id AND c.id = r.customer
     LEFT JOIN contract k ON k.tenant_id = r.tenant_id AND k.id = r.contract
     LEFT JOIN ticket t ON t.tenant_id = r.tenant_id AND t.id = r.ticket
     LEFT JOIN site s ON s.tenant_id = r.tenant_id AND s.id = r.site
     LEFT JOIN asset a ON a.tenant_id = r.tenant_id AND a.id = r.asset
     LEFT JOIN service_record p ON p.tenant_id = r.tenant_id AND p.id = r.part_of
     WHERE ${where.join(' AND ')} ORDER BY r.changed_at DESC, r.id DESC LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}

export type ShiftRow = { id: string; state_json: ServiceState }

/** Far more than anybody plans ahead and looks back on at once. */
const MOST_SHIFTS = 2_000

/** 班次 recorded under a contract, the newest first. */
export function shiftsOf(tx: Tx, contract: string): Promise<ShiftRow[]> {
  return tx.query(`SELECT id, state_json FROM service_record WHERE contract = $1 AND noun = 'shift' ORDER BY opened_at DESC, id LIMIT $2`, [
    contract,
    MOST_SHIFTS,
  ])
}
