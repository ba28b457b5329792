import type { Actor } from '../../core/access/can.ts'
import type { Subject } from '../../core/fact.ts'
import type { ReleaseKind } from '../../core/release/ask.ts'
import type { ReleaseStanding } from '../../core/release/decide.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { ReleaseQuery } from '../../wire/releases.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { ownOrOwned } from './owned.ts'
import { ownerReach } from './reach.ts'
import { Sql, readCursor } from './rows.ts'

export type NewRelease = {
  readonly id: string
  readonly kind: ReleaseKind
  readonly subject: Subject
  readonly promise: string
  readonly episode: number | undefined
  readonly alone: boolean
  readonly waits: boolean
  readonly customer: string | undefined
  readonly contract: string | undefined
  readonly ticket: string | undefined
  readonly by: string
  readonly at: Instant
}

/** False where another one of the same obligation waits already. */
export async function saveRelease(tx: Transaction, release: NewRelease): Promise<boolean> {
  const { id, kind, subject, promise, episode, alone, waits, customer, contract, ticket, by, at } = release
  const state: ReleaseStanding = waits ? 'waiting' : 'in-force'
  const rows = await tx.query(
    `INSERT INTO release (tenant_id, id, kind, subject, promise, episode, state, alone, customer, contract, ticket, asked_by, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id`,
    [tx.tenant, id, kind, subject, promise, episode ?? null, state, alone, customer ?? null, contract ?? null, ticket ?? null, by, at],
  )
  return rows.length > 0
}

export type Decided = {
  readonly id: string
  readonly from: ReleaseStanding
  readonly state: ReleaseStanding
  readonly decision: string
  readonly by: string
  readonly at: Instant
}

/** False where it does not stand as the decision saw it: somebody was faster. */
export async function changeRelease(tx: Transaction, { id, from, state, decision, by, at }: Decided): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE release SET state = $4, decision = $5, decided_by = $6, decided_at = $7 WHERE tenant_id = $1 AND id = $2 AND state = $3 RETURNING id`,
    [tx.tenant, id, from, state, decision, by, at],
  )
  return rows.length > 0
}

export type ReleaseRow = {
  id: string
  kind: ReleaseKind
  state: ReleaseStanding
  subject: Subject
  promise: string
  episode: number | null
  alone: boolean
  customer: string | null
  contract: string | null
  contract_number: string | null
  ticket: string | null
  ticket_number: string | null
  ticket_title: string | null
  ticket_team: string | null
  ticket_assignee: string | null
  bound_hash: string | null
  reason: string | null
  asked_by: string
  asked_name: string | null
  asked_at: Instant
  decision: string | null
  decided_by: string | null
  decided_name: string | null
  decided_at: Instant | null
}

/** Those of obligations that the person may waive, the newest first. */
export function findReleases(tx: Tx, actor: Actor, query: ReleaseQuery & { readonly id?: string | undefined }): Promise<ReleaseRow[]> {
  const sql = new Sql()
  const place = readCursor(query.cursor, ['instant', 'text'])
  const where = [
    ownerReach(sql, actor, { action: 'obligation.waive', ticket: 't', owner: 'w' }),
    query.id === undefined ? 'true' : `w.id = ${sql.value(query.id)}`,
    query.mine === undefined
      ? 'true'
      : ownOrOwned({ person: sql.value(actor.person), ticket: 't' }, 'o.subject = w.subject AND o.promise = w.promise'),
    query.state === undefined ? 'true' : `w.state = ${sql.value(query.state)}`,
    place ? `(w.asked_at, w.id) < (${sql.value(place[0])}, ${sql.value(place[1])})` : 'true',
  ]
  return tx.query(
    `SELECT w.id, w.kind, w.state, w.subject, w.promise, w.episode, w.alone, w.customer, w.contract, k.number AS contract_number, w.ticket, t.number AS ticket_number,
       t.title AS ticket_title, t.team AS ticket_team, t.assignee AS ticket_assignee, r.bound_hash, f.data ->> 'reason' AS reason,
       w.asked_by, p.name AS asked_name, w.asked_at, w.decision, w.decided_by, d.name AS decided_name, w.decided_at
     FROM release w JOIN fact f ON f.tenant_id = w.tenant_id AND f.id = w.id
       LEFT JOIN ticket t ON t.tenant_id = w.tenant_id AND t.id = w.ticket
       LEFT JOIN contract k ON k.tenant_id = w.tenant_id AND k.id = w.contract
       LEFT JOIN record_state r ON r.tenant_id = w.tenant_id AND r.subject = w.subject
       LEFT JOIN person p ON p.tenant_id = w.tenant_id AND p.id = w.asked_by
       LEFT JOIN person d ON d.tenant_id = w.tenant_id AND d.id = w.decided_by
     WHERE ${where.join(' AND ')} ORDER BY w.asked_at DESC, w.id DESC LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}

/** Is there anybody else in the firm who may approve it? */
export async function isAlone(tx: Tx, person: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT p.id FROM person p JOIN person_role h ON h.tenant_id = p.tenant_id AND h.person = p.id
       JOIN role r ON r.tenant_id = h.tenant_id AND r.id = h.role AND r.retired_at IS NULL
     WHERE p.id <> $1 AND p.left_at IS NULL AND p.customer IS NULL AND r.grants @> '[{"action": "obligation.waive"}]' LIMIT 1`,
    [person],
  )
  return rows.length === 0
}

/** The roles that a person has by a contract. */
export async function rolesByContract(tx: Tx, contract: string | undefined, person: string): Promise<string[]> {
  if (contract === undefined) return []
  const rows = await tx.query<{ role: string }>('SELECT role FROM contract_person WHERE contract = $1 AND person = $2 ORDER BY role', [
    contract,
    person,
  ])
  return rows.map(({ role }) => role)
}

/** Does any contract name this person for a role? */
export async function isNamedByContract(tx: Tx, person: string): Promise<boolean> {
  return (await tx.query('SELECT FROM contract_person WHERE person = $1 LIMIT 1', [person])).length > 0
}
