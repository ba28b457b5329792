import type { Subject } from '../../../core/fact.ts'
import { ownerIn } from '../../../core/promise/owner.ts'
import { coversAt } from '../../../core/promise/cover/at.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Place } from '../../../core/ticket/command.ts'
import type { ReportFault } from '../../../wire/ticket-commands.ts'
import { withTenant } from '../../database/pool.ts'
import type { StoredRecord } from '../../store/ledger.ts'
import { readRecordsUnder } from '../../store/owner-records.ts'
import { openingGround } from '../../store/opening.ts'
import type { OpeningGround, OpeningWanted } from '../../store/opening.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { present } from '../../store/rows.ts'
import { refuseField } from '../problem.ts'
import type { Refused } from '../problem.ts'

/**
 * Customers, sites and devices change seldom and are reported on often: what a report stands on is kept in memory, dropped
 * when any of the tenant's parties changes, and by age should a message be lost.
 */
export class GroundMemory {
  readonly #known = new Map<string, { readonly ground: OpeningGround; readonly until: number }>()

  get(key: string, now: number): OpeningGround | undefined {
    const entry = this.#known.get(key)
    return entry && entry.until > now ? entry.ground : undefined
  }

  put(key: string, ground: OpeningGround, now: number): void {
    if (this.#known.size >= MOST) this.#known.clear()
    this.#known.set(key, { ground, until: now + MAX_AGE_MS })
  }

  drop(tenant?: string): void {
    for (const key of this.#known.keys()) if (tenant === undefined || key.startsWith(`${tenant} `)) this.#known.delete(key)
  }
}

const MOST = 20_000
const MAX_AGE_MS = 5_000

export type Ground = {
  readonly contract: string | undefined
  readonly site: string | undefined
  readonly place: Place
  readonly timezone: string
  readonly standing: OpeningGround
}

/** Does it all belong together, and to somebody whom the caller may speak for? Fields are named as the report names them. */
export async function standOn(http: Http, caller: Caller, body: ReportFault): Promise<Ground | Refused> {
  // For a customer's person another customer is as if it were not there.
  if (caller.customer !== undefined && caller.customer !== body.customer)
    return refuseField('customer', 'field.no-such', { value: body.customer })
  const wanted = { customer: body.customer, site: body.site, asset: body.asset, contract: body.contract }
  const ground = await groundFor(http, caller.tenant, wanted)
  const wrong = mismatch(ground, wanted)
  if (wrong) return wrong
  if (ground.contract_ended) return refuseField('contract', 'contract.ended-takes-none')
  const contract = body.contract ?? ground.covering ?? undefined
  return {
    contract,
    site: body.site ?? ground.asset_site ?? undefined,
    place: { ...placeIn(ground), cover: await coverInForce(http, caller.tenant, { contract, asset: body.asset, at: body.occurredAt }) },
    timezone: ground.timezone,
    standing: ground,
  }
}

/** A fault of before that happened under this contract. */
export type PastFault = { readonly site: string | undefined; readonly asset: string | undefined; readonly at: Instant }

type Past = { readonly customer: string; readonly contract: string; readonly faults: readonly PastFault[] }

/**
 * Where faults of before were, in their order, as their reports would have found it: each device and its record is read once for all of them. Whether the
 * contract has ended since is not asked: they happened under it.
 */
export async function placesBefore(http: Http, tenant: string, { customer, contract, faults }: Past): Promise<(Place | Refused)[]> {
  const coverOf = await coverReader(http, tenant, { contract, assets: faults.flatMap(({ asset }) => asset ?? []) })
  const grounds = new Map<string, OpeningGround>()
  const places: (Place | Refused)[] = []
  for (const { site, asset, at } of faults) {
    const wanted = { customer, site, asset, contract }
    const key = JSON.stringify([site, asset])
    const ground = grounds.get(key) ?? (await groundFor(http, tenant, wanted))
    grounds.set(key, ground)
    places.push(mismatch(ground, wanted) ?? { ...placeIn(ground), cover: await coverOf(asset, at) })
  }
  return places
}

type Device = { readonly contract: string | undefined; readonly asset: string | undefined; readonly at: Instant | undefined }

/** The cover in force for a device, else for its contract, at an instant (default: now); undefined: the plan has none. */
export async function coverInForce(http: Http, tenant: string, { contract, asset, at }: Device): Promise<string | undefined> {
  if (contract === undefined) return undefined
  const coverOf = await coverReader(http, tenant, { contract, assets: asset === undefined ? [] : [asset] })
  return coverOf(asset, at)
}

type Covered = { readonly contract: string; readonly assets: readonly string[] }
type CoverOf = (asset: string | undefined, at: Instant | undefined) => Promise<string | undefined>

/**
 * Tells the cover in force when a fault happened: the device's own, else one that the contract has as a whole, each judged from its own record. Undefined where
 * the plan has no covers.
 */
async function coverReader(http: Http, tenant: string, { contract, assets }: Covered): Promise<CoverOf> {
  const { plans, pool, clock } = http.services
  const known = await plans.contract(tenant, contract)
  if (!known || !Object.values(known.bound.plan.promises).some(({ form }) => form === 'cover')) return () => Promise.resolve(undefined)
  const owners = [...new Set(assets.map((asset): Subject => `asset/${asset}`))]
  const stored = await withTenant(pool, tenant, (tx) => readRecordsUnder(tx, contract, owners))
  const records = new Map(stored.map((one) => [ownerIn(one.subject), one]))
  return async (asset, at) => {
    const when = at ?? (await clock.now(tenant))
    for (const subject of [...(asset === undefined ? [] : [`asset/${asset}` as const]), `contract/${contract}` as const]) {
      const found = await coverOn(http, tenant, { stored: records.get(subject), when })
      if (found !== undefined) return found
    }
    return 'none'
  }
}

type Standing = { readonly stored: StoredRecord | undefined; readonly when: Instant }

async function coverOn({ services }: Http, tenant: string, { stored, when }: Standing): Promise<string | undefined> {
  if (!stored?.record || stored.boundHash === undefined) return undefined
  const covers = coversAt(await services.plans.bound(tenant, stored.boundHash), stored.record, when)
  return covers.find((one) => one.owner === ownerIn(stored.subject) && one.state === 'in-force')?.cover
}

/** Zone, class and dimensions as they stand now: they end up in the fact, and are never looked up again. */
function placeIn(ground: OpeningGround): Place {
  const dimensions = { ...ground.site_dimensions, ...ground.asset_dimensions }
  return { zone: present(ground.zone), class: present(ground.asset_class), model: present(ground.asset_model), dimensions }
}

/** The place that an edit moves a ticket to, if it all belongs to the ticket's customer. */
export async function placeFor(http: Http, tenant: string, wanted: OpeningWanted): Promise<{ readonly place: Place } | Refused> {
  const ground = await groundFor(http, tenant, wanted)
  return mismatch(ground, wanted) ?? { place: placeIn(ground) }
}

async function groundFor(http: Http, tenant: string, wanted: OpeningWanted): Promise<OpeningGround> {
  const now = http.services.clock.machine()
  const key = `${tenant} ${JSON.stringify(Object.values(wanted).map((one) => one ?? null))}`
  const known = http.grounds.get(key, now)
  if (known) return known
  const ground = await withTenant(http.services.pool, tenant, (tx) => openingGround(tx, wanted))
  http.grounds.put(key, ground, now)
  return ground
}

function mismatch(ground: OpeningGround, wanted: OpeningWanted): Refused | undefined {
  if (ground.customer === null) return refuseField('customer', 'field.no-such', { value: wanted.customer })
  const owners = { site: ground.site_customer, asset: ground.asset_customer, contract: ground.contract_customer }
  for (const field of ['site', 'asset', 'contract'] as const) {
    const value = wanted[field]
    if (value === undefined) continue
    if (owners[field] === null) return refuseField(field, 'field.no-such', { value })
    if (owners[field] !== ground.customer) return refuseField(field, 'field.of-other-customer')
  }
  if (wanted.site !== undefined && ground.asset_site !== null && ground.asset_site !== wanted.site)
    return refuseField('asset', 'asset.at-other-site')
  return undefined
}
