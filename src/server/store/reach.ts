import type { Actor } from '../../core/access/can.ts'
import { widestScope } from '../../core/access/can.ts'
import type { Action } from '../../core/access/actions.ts'
import type { Sql } from './rows.ts'

/**
 * The same rule as `can`, as a condition on rows, so that a list never reads what it may not show: a customer's people see
 * their customer alone; then the widest scope of the grant. `false` where there is no grant at all.
 */
export function ticketReach(sql: Sql, actor: Actor, { action, ticket }: { readonly action: Action; readonly ticket: string }): string {
  const scope = widestScope(actor.grants, action)
  if (scope === undefined) return 'false'
  const customer = actor.customer === undefined ? [] : [`${ticket}.customer = ${sql.value(actor.customer)}`]
  return [...customer, scope === 'all' ? 'true' : scopeCondition(sql, actor, { scope, ticket })].join(' AND ')
}

function scopeCondition(
  sql: Sql,
  actor: Actor,
  { scope, ticket }: { readonly scope: 'own' | 'team' | 'branch'; readonly ticket: string },
): string {
  const me = sql.value(actor.person)
  const own = `(${ticket}.assignee = ${me}
    OR EXISTS (SELECT FROM contract_person own WHERE own.tenant_id = ${ticket}.tenant_id AND own.contract = ${ticket}.contract AND own.person = ${me})
    OR EXISTS (SELECT FROM fact_subject fs JOIN fact f ON f.tenant_id = fs.tenant_id AND f.seq = fs.seq
      WHERE fs.tenant_id = ${ticket}.tenant_id AND fs.subject = 'ticket/' || ${ticket}.id AND f.type = 'ticket.reported' AND f.by_person = ${me}))`
  if (scope === 'own') return own
  const teams = scope === 'team' ? [actor.team ?? ''] : actor.branch
  return `(${ticket}.team = ANY(${sql.value(teams)}) OR ${own})`
}

/** For records that belong to a customer and to no team: sites, assets, contracts, the customer itself. */
export function customerReach(sql: Sql, actor: Actor, { action, column }: { readonly action: Action; readonly column: string }): string {
  if (widestScope(actor.grants, action) === undefined) return 'false'
  return actor.customer === undefined ? 'true' : `${column} = ${sql.value(actor.customer)}`
}
