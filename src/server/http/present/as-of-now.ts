import { lookAt } from '../../../core/promise/record.ts'
import type { BoundPlan, Obligation } from '../../../core/promise/types.ts'
import type { RecordState } from '../../../core/promise/record.ts'
import type { Instant } from '../../../core/time/instant.ts'
import { withTenant } from '../../database/pool.ts'
import { readRecords } from '../../store/ledger.ts'
import type { StoredObligation } from '../../store/obligation-queries.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { plansFor } from '../plan-of.ts'

const keyOf = ({ promise, episode }: Pick<Obligation, 'promise' | 'episode'>): string => `${promise} ${episode}`

type Seen = { readonly record: RecordState | undefined; readonly bound: BoundPlan; readonly now: Instant }

/**
 * Obligations of one record as they stand now: what was stored, with the arithmetic (used, left, running pauses) carried on to this instant by the same fold.
 * What the waker has not written down yet shows as it will stand.
 */
export function seenNow(stored: readonly StoredObligation[], { record, bound, now }: Seen): StoredObligation[] {
  if (!record) return [...stored]
  const fresh = new Map(lookAt(bound, record, now).obligations.map((one) => [keyOf(one), one]))
  return stored.map((one) => ({ ...one, ...fresh.get(keyOf(one)) }))
}

/** The same for obligations of any subjects: only those that still run are looked at anew. */
export async function allSeenNow(http: Http, caller: Caller, stored: readonly StoredObligation[]): Promise<StoredObligation[]> {
  const runs = (one: StoredObligation) => one.state === 'open' || one.state === 'paused'
  const subjects = [...new Set(stored.filter(runs).map(({ subject }) => subject))]
  if (subjects.length === 0) return [...stored]
  const records = await withTenant(http.services.pool, caller.tenant, (tx) => readRecords(tx, subjects))
  const plans = await plansFor(http, caller.tenant, records)
  const now = await http.services.clock.now(caller.tenant)
  return stored.map((one) => {
    const found = runs(one) ? records.find(({ subject }) => subject === one.subject) : undefined
    const bound = found?.boundHash === undefined ? undefined : plans.get(found.boundHash)
    return bound ? seenNow([one], { record: found?.record, bound, now })[0]! : one
  })
}
