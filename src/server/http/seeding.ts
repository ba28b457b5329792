import { withTenant } from '../database/pool.ts'
import { tenantRow } from '../store/session.ts'
import type { Caller } from './caller.ts'
import type { Http } from './http.ts'
import { refuse } from './problem.ts'
import type { Refused } from './problem.ts'
import { writes } from './route.ts'
import type { Route } from './route.ts'

const ASK_AGAIN_SECONDS = 10

/**
 * While the demo's past is told, the tenant's clock runs through it: what anybody else recorded would stand in the middle of that past. They may look on,
 * try out (what is keyless records nothing) and change what is theirs alone.
 */
export async function heldBySeeding(http: Http, route: Route, { tenant }: Caller): Promise<Refused | undefined> {
  if (http.tellsPast || tenant !== http.options.demoTenant) return undefined
  if (!writes(route) || route.keyless || route.permission === 'self') return undefined
  const row = await withTenant(http.services.pool, tenant, tenantRow)
  return row?.seeding ? refuse(503, 'demo.seeding').with({ retryAfterSeconds: ASK_AGAIN_SECONDS }) : undefined
}
