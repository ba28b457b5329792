import assert from 'node:assert/strict'
import { openPlaces } from '../../src/core/plan/open-places.ts'
import type { OpenPlace } from '../../src/core/plan/open-places.ts'
import { agreedPlan } from '../../src/core/plan/bind.ts'
import type { Plan, Term } from '../../src/core/plan/types.ts'
import { leavesOf } from '../../src/core/plan/event.ts'
import { clauseEvents } from '../../src/core/plan/clause-events.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import type { Random } from '../../src/server/demo/random.ts'
import { inTransaction } from '../../src/server/database/pool.ts'
import { logInAs, plantTenant } from '../../src/server/http/http.testing.ts'
import type { Answer, Person, TestServer } from '../../src/server/http/http.testing.ts'
import { examinePlan } from '../../src/server/plan-intake.ts'

/**
 * How a contract of the year is lived with. `measured`: only what must be agreed is agreed, so that what the plan leaves open stays open, and things happen
 * as they come. `kept`, `broken`: all open places are filled, and what is promised is meant to be kept, or broken.
 */
export type Manner = 'measured' | 'kept' | 'broken'

export type Site = { readonly id: string; readonly zone: string | undefined }
export type Asset = { readonly id: string; readonly site: Site; readonly model: string }

/** One customer with one contract under the plan. `spare`: a device that the contract does not cover. */
export type House = {
  readonly manner: Manner
  readonly customer: string
  readonly contract: string
  readonly plan: Plan
  readonly sites: readonly Site[]
  readonly assets: readonly Asset[]
  readonly spare: Asset
  version: number
}

export type Firm = {
  readonly server: TestServer
  readonly tenant: string
  readonly plan: Plan
  /** two managers: what one of them entered late, the other approves */
  readonly manager: Person
  readonly second: Person
  readonly houses: readonly House[]
  readonly random: Random
  /** what was refused, by the code of its problem */
  readonly refused: Map<string, number>
  readonly now: () => Promise<Instant>
}

/** How an open place is filled: by its kind and its number in the plan, never by the plan. */
function fillingOf({ kind, field, choices }: OpenPlace, number: number): unknown {
  switch (kind) {
    case 'span':
      if (field === 'term') return '13mo'
      return field === 'every' ? '2mo' : ['4d', '3wd', '1w', '10d'][number % 4]
    case 'calendar':
    case 'choice':
      return choices[number % choices.length]
    case 'hours':
      return { weekly: { 'mon-fri': ['09:00-17:30'] }, holidays: 'CN' }
    case 'day':
      return '2025-01-01'
    case 'number':
      return '50%'
    case 'rate':
      return choices[number % choices.length]
    case 'km':
      return 30
    case 'money':
      return '120.00'
    case 'parts':
      return [{ code: 'P-1', name: '水泵', price: '1200.00' }]
    default:
      return kind satisfies never
  }
}

const MANNERS: readonly Manner[] = ['measured', 'kept', 'broken']

function termsFor(plan: Plan, manner: Manner): Term[] {
  return openPlaces(plan).flatMap((place, number) =>
    place.required || manner !== 'measured'
      ? [{ key: place.key, value: fillingOf(place, number + MANNERS.indexOf(manner)), source: '合同附件一' }]
      : [],
  )
}

/** The teams to which the plan listens by their names. */
function teamsIn({ promises }: Plan): string[] {
  const leaves = Object.values(promises).flatMap((clause) => clauseEvents(clause).flatMap(({ event }) => leavesOf(event)))
  const named = leaves.flatMap((leaf) => (leaf.kind === 'fact' ? [...(leaf.where?.cel ?? '').matchAll(/team == "([^"]+)"/g)] : []))
  return [...new Set(named.map(([, team]) => team!))]
}

export function demand({ status, body, text }: Answer, what: string): any {
  assert.ok(status >= 200 && status < 300, `${what}: ${status} ${text}`)
  return body
}

async function foundHouse(manager: Person, { plan, manner }: { readonly plan: Plan; readonly manner: Manner }): Promise<House> {
  const customer = demand(await manager.post('/api/customers', { name: `${manner} 医院` }), 'customer').id as string
  const zones = plan.zones.length > 0 ? plan.zones.map(({ id }) => id) : [undefined]
  const sites: Site[] = []
  for (const zone of zones) {
    const site = { customer, name: `院区 ${sites.length + 1}`, ...(zone === undefined ? {} : { zone }) }
    sites.push({ id: demand(await manager.post('/api/sites', site), 'site').id, zone })
  }
  const device = async (site: Site, serial: string): Promise<Asset> => {
    const model = `M-${manner}`
    const body = { customer, site: site.id, name: '主机', model, serial: `${manner}-${serial}`, class: 'a' }
    return { id: demand(await manager.post('/api/assets', body), 'asset').id, site, model }
  }
  const assets: Asset[] = []
  for (const site of sites) assets.push(await device(site, String(assets.length)))
  const spare = await device(sites[0]!, 'spare')
  const terms = termsFor(plan, manner)
  const signed = demand(
    await manager.post('/api/contracts', {
      number: `HT-${manner}`,
      title: `${plan.title} ${manner}`,
      customer,
      plan: `${plan.id}@${plan.version}`,
      terms,
      sites: sites.map(({ id }) => id),
      assets: assets.map(({ id }) => id),
    }),
    `contract ${manner}`,
  )
  const agreed = agreedPlan(plan, terms)
  assert.ok(agreed.ok)
  return { manner, customer, contract: signed.id, plan: agreed.plan, sites, assets, spare, version: signed.version }
}

export type Founding = {
  readonly server: TestServer
  readonly tenant: string
  readonly yaml: string
  readonly random: Random
}

/** A firm with three customers, each under a contract of this plan, signed now. */
export async function foundFirm({ server, tenant, yaml, random }: Founding): Promise<Firm> {
  const { plan, findings } = examinePlan(yaml)
  assert.ok(plan, JSON.stringify(findings))
  await plantTenant(server, tenant, { demo: true })
  await inTransaction(server.services.pool, tenant, async (tx) => {
    await tx.query(`INSERT INTO person_role (tenant_id, person, role) VALUES ($1, $2, 'service-manager')`, [tenant, `${tenant}-engineer`])
  })
  const [manager, second] = [await logInAs(server, `service-manager@${tenant}`), await logInAs(server, `engineer@${tenant}`)]
  const administrator = await logInAs(server, `administrator@${tenant}`)
  for (const team of teamsIn(plan)) demand(await administrator.post('/api/teams', { id: team, name: team }), 'team')
  demand(await manager.post('/api/plans', { yaml }), 'plan')
  const houses: House[] = []
  for (const manner of MANNERS) houses.push(await foundHouse(manager, { plan, manner }))
  const now = () => server.services.clock.now(tenant)
  return { server, tenant, plan, manager, second, houses, random, refused: new Map(), now }
}
