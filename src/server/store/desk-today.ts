import type { Actor } from '../../core/access/can.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { DeskToday } from '../../wire/desk.ts'
import type { Tx } from '../database/pool.ts'
import { ticketReach } from './reach.ts'
import { Sql } from './rows.ts'

type Since = { readonly since: Instant }

/** What came in and what was judged since an instant, on the tickets that one may see. A promise that broke stands on a ticket that is open or changed since. */
export async function judgedSince(tx: Tx, actor: Actor, { since }: Since): Promise<Omit<DeskToday, 'now'>> {
  const sql = new Sql()
  const at = sql.value(since)
  const reach = ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })
  const [row] = await tx.query<Omit<DeskToday, 'now'>>(
    `SELECT (SELECT count(*)::int FROM ticket t WHERE t.reported_at >= ${at} AND ${reach}) AS reported,
       (SELECT count(*)::int FROM ticket t WHERE t.closed_at IS NULL AND t.assignee IS NULL AND ${reach}) AS unassigned,
       count(*) FILTER (WHERE o.kept_at >= ${at})::int AS kept, count(*) FILTER (WHERE o.broken_at >= ${at})::int AS broken
     FROM ticket t JOIN obligation o ON o.tenant_id = t.tenant_id AND o.ticket = t.id
     WHERE t.id IN (SELECT id FROM ticket WHERE closed_at IS NULL UNION SELECT id FROM ticket WHERE changed_at >= ${at}) AND ${reach}`,
    sql.values,
  )
  return row ?? { reported: 0, unassigned: 0, kept: 0, broken: 0 }
}
