import type { BoundPlan } from '../../core/promise/types.ts'
import type { Http } from './http.ts'

/** A pinned plan version never changes, so it is read once per process. */
export async function boundOf(http: Http, tenant: string, hash: string): Promise<BoundPlan> {
  const bound = await http.services.plans.bound(tenant, hash)
  if (!bound) throw new Error(`a row names the bound plan ${hash}, which is not there`)
  return bound
}

/** All plans that some rows stand under, by hash. */
export async function plansFor(
  http: Http,
  tenant: string,
  rows: readonly { readonly bound_hash?: string | null; readonly boundHash?: string | undefined }[],
): Promise<ReadonlyMap<string, BoundPlan>> {
  const hashes = new Set(rows.map((row) => row.bound_hash ?? row.boundHash).filter((hash) => typeof hash === 'string'))
  const bound = await Promise.all([...hashes].map(async (hash) => [hash, await boundOf(http, tenant, hash)] as const))
  return new Map(bound)
}

/** `zhineng`: which plan a contract is under, whatever its version; undefined: none. */
export async function planIdOf(http: Http, tenant: string, contract: string | undefined): Promise<string | undefined> {
  const known = contract === undefined ? undefined : await http.services.plans.contract(tenant, contract)
  return known?.bound.ref.split('@', 1)[0]
}
