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
  // Lists of one's own that are read once, and no look beside each row: of a million tickets each row is asked.
  const own = `(${ticket}.assignee = ${me}
    OR ${ticket}.contract IN (SELECT own.contract FROM contract_person own WHERE own.person = ${me})
    OR ${ticket}.id IN (SELECT substr(about, 8) FROM fact f CROSS JOIN LATERAL unnest(f.also || f.subject) about
      WHERE f.type = 'ticket.reported' AND f.by_person = ${me} AND about LIKE 'ticket/%')
    OR ${ticket}.id IN (SELECT tw.ticket FROM ticket_watcher tw WHERE tw.person = ${me}))`
  if (scope === 'own') return own
  return `(${ticket}.team = ANY(${sql.value(teamsIn(scope, actor))}) OR ${own})`
}

const teamsIn = (scope: 'team' | 'branch', { team, branch }: Actor): readonly string[] => (scope === 'team' ? [team ?? ''] : branch)

/**
 * For what belongs to a ticket or to none (a contract's own visits, a device's, a place's): with a ticket it is seen as that is; without one it is its
 * customer's, and one's own where its contract names oneself; it belongs to the teams of those whom its contract names. `owner`: the row that says whose it is.
 */
export function ownerReach(
  sql: Sql,
  actor: Actor,
  { action, ticket, owner }: { readonly action: Action; readonly ticket: string; readonly owner: string },
): string {
  const scope = widestScope(actor.grants, action)
  if (scope === undefined) return 'false'
  if (scope === 'all' && actor.customer === undefined) return 'true'
  const customer = actor.customer === undefined ? [] : [`${owner}.customer = ${sql.value(actor.customer)}`]
  const beyond = [...customer, scope === 'all' ? 'true' : namedCondition(sql, actor, { scope, owner })].join(' AND ')
  return `(CASE WHEN ${owner}.ticket IS NULL THEN ${beyond} ELSE ${ticketReach(sql, actor, { action, ticket })} END)`
}

function namedCondition(
  sql: Sql,
  actor: Actor,
  { scope, owner }: { readonly scope: 'own' | 'team' | 'branch'; readonly owner: string },
): string {
  const named = `SELECT FROM contract_person own JOIN person p ON p.tenant_id = own.tenant_id AND p.id = own.person
    WHERE own.tenant_id = ${owner}.tenant_id AND own.contract = ${owner}.contract`
  const me = `own.person = ${sql.value(actor.person)}`
  return scope === 'own'
    ? `EXISTS (${named} AND ${me})`
    : `EXISTS (${named} AND (${me} OR p.team = ANY(${sql.value(teamsIn(scope, actor))})))`
}

/** Obligations and what came of them, by a row that says whose they are. */
export function obligationReach(sql: Sql, actor: Actor, owner: 'o' | 'r'): string {
  return ownerReach(sql, actor, { action: 'obligation.read', ticket: 't', owner })
}

/** For records that belong to a customer and to no team: sites, assets, contracts, the customer itself. */
export function customerReach(sql: Sql, actor: Actor, { action, column }: { readonly action: Action; readonly column: string }): string {
  if (widestScope(actor.grants, action) === undefined) return 'false'
  return actor.customer === undefined ? 'true' : `${column} = ${sql.value(actor.customer)}`
}
