import type { Effect } from '../../core/promise/types.ts'
import type { InboxQuery } from '../../wire/desk.ts'
import type { Tx } from '../database/pool.ts'
import { markRead } from './messages.ts'
import { Sql, readCursor } from './rows.ts'

export type InboxRow = {
  id: string
  kind: Effect['kind']
  to: string
  params: NonNullable<Effect['params']> | null
  subject: string
  promise: string
  episode: number
  at: number
  delivered_at: number
  acknowledged_at: number | null
  ticket: string | null
  ticket_number: string | null
  ticket_title: string | null
  bound_hash: string | null
  contract: string | null
  contract_number: string | null
  /** what the contract, site or device is called that it is about */
  owner_name: string | null
}

/** One's own inbox, newest first. */
export function findInbox(tx: Tx, person: string, query: InboxQuery & { readonly id?: string }): Promise<InboxRow[]> {
  const sql = new Sql()
  const place = readCursor(query.cursor, ['instant', 'text'])
  const where = [
    `i.person = ${sql.value(person)}`,
    query.id === undefined ? 'true' : `i.id = ${sql.value(query.id)}`,
    query.state === 'unread' ? 'i.acknowledged_at IS NULL' : 'true',
    place ? `(i.delivered_at, i.id) < (${sql.value(place[0])}, ${sql.value(place[1])})` : 'true',
  ]
  return tx.query(
    `SELECT i.id, i.kind, coalesce(e."to", '') AS "to", e.params, i.subject, i.promise, i.episode, i.at, i.delivered_at, i.acknowledged_at, t.id AS ticket, t.number AS ticket_number, t.title AS ticket_title, r.bound_hash, k.id AS contract, k.number AS contract_number,
       coalesce(a.name, s.name, CASE WHEN i.subject = 'contract/' || k.id THEN k.title END) AS owner_name
     FROM inbox i LEFT JOIN effect e ON e.tenant_id = i.tenant_id AND e.key = i.effect LEFT JOIN ticket t ON t.tenant_id = i.tenant_id AND i.subject = 'ticket/' || t.id
       LEFT JOIN record_state r ON r.tenant_id = i.tenant_id AND r.subject = i.subject
       LEFT JOIN contract k ON k.tenant_id = i.tenant_id AND k.id = r.contract
       LEFT JOIN site s ON s.tenant_id = i.tenant_id AND r.owner = 'site/' || s.id
       LEFT JOIN asset a ON a.tenant_id = i.tenant_id AND r.owner = 'asset/' || a.id
     WHERE ${where.join(' AND ')} ORDER BY i.delivered_at DESC, i.id DESC LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}

export async function unreadOf(tx: Tx, person: string): Promise<number> {
  const [row] = await tx.query<{ unread: number }>(
    'SELECT count(*)::int AS unread FROM inbox WHERE person = $1 AND acknowledged_at IS NULL',
    [person],
  )
  return row?.unread ?? 0
}

/** A line by its own id, or by the effect that it tells of. */
type Line = { readonly id?: string; readonly effect?: string; readonly person: string; readonly now: number }

/** The first acknowledgement stands. */
export async function acknowledge(tx: Tx, { id, effect, person, now }: Line): Promise<boolean> {
  const [row] = await tx.query<{ effect: string }>(
    'UPDATE inbox SET acknowledged_at = coalesce(acknowledged_at, $3) WHERE (id = $1 OR effect = $4) AND person = $2 RETURNING effect',
    [id ?? null, person, now, effect ?? null],
  )
  if (row) await markRead(tx, { effect: row.effect, person, now })
  return row !== undefined
}
