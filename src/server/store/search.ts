import type { Actor } from '../../core/access/can.ts'
import { widestScope } from '../../core/access/can.ts'
import type { SearchHit } from '../../wire/desk.ts'
import type { Tx } from '../database/pool.ts'
import { customerReach, ticketReach } from './reach.ts'
import { Sql } from './rows.ts'

/** The index functions know tenants and not people: enough ids are taken that what a person may see is among them. */
const CANDIDATES = 500

/** Records for Ctrl+K: a few of each kind, whatever the person may see of it and nothing else. */
export function searchRecords(tx: Tx, actor: Actor, { q, limit }: { q: string; limit: number }): Promise<SearchHit[]> {
  const sql = new Sql()
  const words = sql.value(q)
  const most = sql.value(limit)
  const found = (kind: string) => `search_${kind}(${words}, ${CANDIDATES})`
  const staff = actor.customer === undefined && widestScope(actor.grants, 'person.read') !== undefined
  const parts = [
    `(SELECT 1 AS rank, 'ticket' AS kind, t.id, t.number || ' ' || t.title AS title, coalesce(c.name, '') AS detail FROM ${found('tickets')} h
      JOIN ticket t ON t.id = h.id LEFT JOIN customer c ON c.tenant_id = t.tenant_id AND c.id = t.customer
      WHERE ${ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })} ORDER BY t.closed_at IS NOT NULL, t.reported_at DESC LIMIT ${most})`,
    `(SELECT 2, 'customer', c.id, c.name, coalesce(c.contact_name, '') FROM ${found('customers')} h JOIN customer c ON c.id = h.id
      WHERE ${customerReach(sql, actor, { action: 'customer.read', column: 'c.id' })} ORDER BY c.initials LIMIT ${most})`,
    `(SELECT 3, 'asset', a.id, concat_ws(' ', a.name, a.model), concat_ws(' ', c.name, a.serial) FROM ${found('assets')} h JOIN asset a ON a.id = h.id
      JOIN customer c ON c.tenant_id = a.tenant_id AND c.id = a.customer
      WHERE ${customerReach(sql, actor, { action: 'asset.read', column: 'a.customer' })} ORDER BY a.initials LIMIT ${most})`,
    `(SELECT 4, 'site', s.id, s.name, concat_ws(' ', c.name, s.address) FROM ${found('sites')} h JOIN site s ON s.id = h.id
      JOIN customer c ON c.tenant_id = s.tenant_id AND c.id = s.customer
      WHERE ${customerReach(sql, actor, { action: 'site.read', column: 's.customer' })} ORDER BY s.initials LIMIT ${most})`,
    `(SELECT 5, 'contract', k.id, k.number || ' ' || k.title, c.name FROM ${found('contracts')} h JOIN contract k ON k.id = h.id
      JOIN customer c ON c.tenant_id = k.tenant_id AND c.id = k.customer
      WHERE ${customerReach(sql, actor, { action: 'contract.read', column: 'k.customer' })} ORDER BY k.number LIMIT ${most})`,
    ...(staff
      ? [
          `(SELECT 6, 'person', p.id, p.name, coalesce(m.name, '') FROM ${found('people')} h JOIN person p ON p.id = h.id
      LEFT JOIN team m ON m.tenant_id = p.tenant_id AND m.id = p.team WHERE p.left_at IS NULL ORDER BY p.initials LIMIT ${most})`,
        ]
      : []),
  ]
  return tx.query(`SELECT kind, id, title, detail FROM (${parts.join(' UNION ALL ')}) hits ORDER BY rank`, sql.values)
}
