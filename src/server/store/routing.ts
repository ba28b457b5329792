import type { RoutingRule } from '../../core/routing/route.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Tx } from '../database/pool.ts'

export type StoredRouting = { readonly version: number; readonly otherwise: string | undefined; readonly rules: readonly RoutingRule[] }

type RuleRow = { id: string; name: string; conditions: RoutingRule['when']; team: string | null; high: boolean }

/** The rules as they stand; a team that was retired takes nothing any more, so its rules only rank. */
export async function routingOf(tx: Tx): Promise<StoredRouting> {
  const [row] = await tx.query<{ version: number; otherwise: string | null }>('SELECT version, otherwise FROM routing')
  const rules = await tx.query<RuleRow>('SELECT id, name, conditions, team, high FROM routing_rule ORDER BY place, id')
  return {
    version: row?.version ?? 0,
    otherwise: row?.otherwise ?? undefined,
    rules: rules.map(({ id, name, conditions, team, high }) => ({ id, name, when: conditions, team: team ?? undefined, high })),
  }
}

export type NewRouting = StoredRouting & { readonly by: string; readonly now: Instant }

/** Puts other rules in the place of all; false: somebody changed them since `version` was looked at. */
export async function replaceRouting(tx: Tx, { version, otherwise, rules, by, now }: NewRouting): Promise<boolean> {
  const rows = await tx.query(
    version === 0
      ? 'INSERT INTO routing (tenant_id, otherwise, changed_by, changed_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING version'
      : 'UPDATE routing SET otherwise = $2, changed_by = $3, changed_at = $4, version = version + 1 WHERE tenant_id = $1 AND version = $5 RETURNING version',
    [tx.tenant, otherwise ?? null, by, now, ...(version === 0 ? [] : [version])],
  )
  if (rows.length === 0) return false
  await tx.query('DELETE FROM routing_rule')
  for (const [place, { id, name, when, team, high }] of rules.entries())
    await tx.query('INSERT INTO routing_rule (tenant_id, id, place, name, conditions, team, high) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      tx.tenant,
      id,
      place,
      name,
      JSON.stringify(when),
      team ?? null,
      high ?? false,
    ])
  return true
}

/** The classes that devices have. */
export async function deviceClasses(tx: Tx): Promise<readonly string[]> {
  return (await tx.query<{ class: string }>('SELECT DISTINCT class FROM asset WHERE class IS NOT NULL ORDER BY class LIMIT 200')).map(
    (row) => row.class,
  )
}
