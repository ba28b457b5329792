import { instantOf, localOf } from '../../../core/time/zone.ts'
import type { DeskToday } from '../../../wire/desk.ts'
import { withTenant } from '../../database/pool.ts'
import { judgedSince } from '../../store/desk-today.ts'
import { loadZone } from '../../zones.ts'
import { refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

/** 今天: what came in and what was kept or broken since the firm's midnight. */
export async function today({ http, caller }: Call<'ticket.read', undefined, undefined, undefined>): Promise<DeskToday | Refused> {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const { pool, clock } = http.services
  const now = await clock.now(caller.tenant)
  return withTenant(pool, caller.tenant, async (tx) => {
    const [firm] = await tx.query<{ timezone: string }>('SELECT timezone FROM tenant')
    const zone = loadZone(firm?.timezone ?? 'Asia/Shanghai')
    return { now, ...(await judgedSince(tx, caller, { since: instantOf(zone, localOf(zone, now).day, 0) })) }
  })
}
