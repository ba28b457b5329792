import { withTenant } from '../database/pool.ts'
import type { Services } from '../services.ts'
import { deliverEffect } from '../store/inbox.ts'

/** What a delivery job carries. */
export type Delivery = { readonly tenant: string; readonly effect: string }

/** Brings one effect to the inboxes of those whom it concerns; twice is the same as once. */
export async function deliver(services: Services, { tenant, effect }: Delivery): Promise<void> {
  const now = await services.clock.now(tenant)
  const people = await withTenant(services.pool, tenant, (tx) => deliverEffect(tx, effect, now))
  if (people.length > 0) services.live.changed({ tenant, kind: 'inbox', ids: people })
}
