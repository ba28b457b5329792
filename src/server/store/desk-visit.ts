import type { Actor } from '../../core/access/can.ts'
import type { FactType } from '../../core/fact.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Tx } from '../database/pool.ts'
import { ticketReach } from './reach.ts'
import { Sql } from './rows.ts'

/** Whoever is not seen at the desk for so long has left it. */
const AWAY_MS = 30 * 60_000

export type DeskVisit = { left_at: Instant | null; seen_at: Instant }

export async function visitOf(tx: Tx, person: string): Promise<DeskVisit | undefined> {
  return (await tx.query<DeskVisit>('SELECT left_at, seen_at FROM desk_visit WHERE person = $1', [person]))[0]
}

type Seen = { readonly person: string; readonly now: Instant; readonly read: boolean }

/** Somebody is at the desk. Who comes back after a while left when they were last seen; `read`: they have read what changed, and count from now. */
export async function seenAtDesk(tx: Tx, { person, now, read }: Seen): Promise<void> {
  await tx.query(
    `INSERT INTO desk_visit (tenant_id, person, left_at, seen_at) VALUES ($1, $2, CASE WHEN $4 THEN $3::bigint END, $3)
     ON CONFLICT (tenant_id, person) DO UPDATE SET
       left_at = CASE WHEN $4 THEN $3 WHEN $3 - desk_visit.seen_at > $5 THEN desk_visit.seen_at ELSE desk_visit.left_at END,
       seen_at = greatest(desk_visit.seen_at, $3)`,
    [tx.tenant, person, now, read, AWAY_MS],
  )
}

export type ChangeRow = {
  ticket: string
  number: string
  title: string
  type: FactType
  recorded_at: Instant
  by_person: string | null
  by_name: string | null
  count: number
}

type Since = { readonly since: Instant; readonly limit: number }

/** Of the tickets of this person and their team: what others recorded since an instant, the newest of each with how many there are, the newest ticket first. */
export function changesSince(tx: Tx, actor: Actor, { since, limit }: Since): Promise<ChangeRow[]> {
  const sql = new Sql()
  const [me, at] = [sql.value(actor.person), sql.value(since)]
  const own = actor.team === undefined ? `t.assignee = ${me}` : `(t.assignee = ${me} OR t.team = ${sql.value(actor.team)})`
  return tx.query(
    `SELECT t.id AS ticket, t.number, t.title, f.type, f.recorded_at, f.by_person, p.name AS by_name, f.count
     FROM ticket t JOIN LATERAL (
       SELECT f.type, f.recorded_at, f.by_person, count(*) OVER ()::int AS count FROM fact_subject s JOIN fact f ON f.tenant_id = s.tenant_id AND f.seq = s.seq
       WHERE s.tenant_id = t.tenant_id AND s.subject = 'ticket/' || t.id AND f.recorded_at > ${at} AND f.by_person IS DISTINCT FROM ${me}
       ORDER BY f.seq DESC LIMIT 1) f ON true
     LEFT JOIN person p ON p.tenant_id = t.tenant_id AND p.id = f.by_person
     WHERE t.changed_at > ${at} AND ${own} AND ${ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })}
     ORDER BY f.recorded_at DESC, t.id LIMIT ${sql.value(limit)}`,
    sql.values,
  )
}

export type BrokenRow = { ticket: string; number: string; title: string; promise: string; bound_hash: string | null; broken_at: Instant }

/** Of the same tickets: which promises broke since. */
export function brokenSince(tx: Tx, actor: Actor, { since, limit }: Since): Promise<BrokenRow[]> {
  const sql = new Sql()
  const [me, at] = [sql.value(actor.person), sql.value(since)]
  const own = actor.team === undefined ? `t.assignee = ${me}` : `(t.assignee = ${me} OR t.team = ${sql.value(actor.team)})`
  return tx.query(
    `SELECT t.id AS ticket, t.number, t.title, o.promise, o.broken_at, r.bound_hash FROM obligation o JOIN ticket t ON t.tenant_id = o.tenant_id AND t.id = o.ticket
       LEFT JOIN record_state r ON r.tenant_id = o.tenant_id AND r.subject = o.subject
     WHERE t.closed_at IS NULL AND o.broken_at > ${at} AND ${own} AND ${ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })}
     ORDER BY o.broken_at DESC, t.id LIMIT ${sql.value(limit)}`,
    sql.values,
  )
}
