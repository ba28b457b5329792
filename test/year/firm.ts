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
import { addPerson } from '../../src/server/store/people.ts'
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
    case 'phone':
      return '000-5550 1234'
    case 'mail':
      return 'service@example.com'
    case 'url':
      return 'https://fuwu.example.com'
    case 'text':
      return '服务台'
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
export function teamsIn({ promises }: Plan): string[] {
  const leaves = Object.values(promises).flatMap((clause) => clauseEvents(clause).flatMap(({ event }) => leavesOf(event)))
  const named = leaves.flatMap((leaf) => (leaf.kind === 'fact' ? [...(leaf.where?.cel ?? '').matchAll(/team == "([^"]+)"/g)] : []))
  return [...new Set(named.map(([, team]) => team!))]
}

export function demand({ status, body, text }: Answer, what: string): any {
  assert.ok(status >= 200 && status < 300, `${what}: ${status} ${text}`)
  return body
}

/** `name`: by which its customer, contract and devices are told from others. `zones`: one site each. */
export type NewHouse = {
  readonly plan: Plan
  readonly manner: Manner
  readonly name: string
  readonly terms: readonly Term[]
  readonly zones: readonly (string | undefined)[]
  readonly devicesEach?: number
  readonly endsOn?: string | undefined
}

/** A customer with sites and devices, and a contract over them that is signed now. */
export async function foundHouse(manager: Person, house: NewHouse): Promise<House> {
  const { plan, manner, name, terms, zones, devicesEach = 1, endsOn } = house
  const customer = demand(await manager.post('/api/customers', { name: `${name} 医院` }), 'customer').id as string
  const sites: Site[] = []
  for (const zone of zones) {
    const site = { customer, name: `院区 ${sites.length + 1}`, ...(zone === undefined ? {} : { zone }) }
    sites.push({ id: demand(await manager.post('/api/sites', site), 'site').id, zone })
  }
  const device = async (site: Site, serial: string): Promise<Asset> => {
    const model = `M-${name}`
    const body = { customer, site: site.id, name: '主机', model, serial: `${name}-${serial}`, class: 'a' }
    return { id: demand(await manager.post('/api/assets', body), 'asset').id, site, model }
  }
  const assets: Asset[] = []
  for (const site of sites) for (let number = 0; number < devicesEach; number++) assets.push(await device(site, String(assets.length)))
  const spare = await device(sites[0]!, 'spare')
  const signed = demand(
    await manager.post('/api/contracts', {
      number: `HT-${name}`,
      title: `${plan.title} ${name}`,
      customer,
      plan: `${plan.id}@${plan.version}`,
      terms,
      endsOn,
      sites: sites.map(({ id }) => id),
      assets: assets.map(({ id }) => id),
    }),
    `contract ${name}`,
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

export type People = Omit<Firm, 'plan' | 'houses'>

type Staffing = Omit<Founding, 'yaml'> & { readonly teams: readonly string[] }

/** A firm with its people, and nobody to serve yet. */
export async function foundPeople({ server, tenant, random, teams }: Staffing): Promise<People> {
  await plantTenant(server, tenant, { demo: true })
  await inTransaction(server.services.pool, tenant, async (tx) => {
    await tx.query(`INSERT INTO person_role (tenant_id, person, role) VALUES ($1, $2, 'service-manager')`, [tenant, `${tenant}-engineer`])
    // who is no own staff: by the list of people, and by nothing that is ticked
    const now = await server.services.clock.now(tenant)
    const fitter = { id: `${tenant}-fitter`, name: '外队某', account: 'fitter', phone: undefined, team: undefined, customer: undefined }
    await addPerson(tx, { ...fitter, subcontractor: '临江安装队', roles: ['engineer'], now })
  })
  const [manager, second] = [await logInAs(server, `service-manager@${tenant}`), await logInAs(server, `engineer@${tenant}`)]
  const administrator = await logInAs(server, `administrator@${tenant}`)
  for (const team of teams) demand(await administrator.post('/api/teams', { id: team, name: team }), 'team')
  const now = () => server.services.clock.now(tenant)
  return { server, tenant, manager, second, random, refused: new Map(), now }
}

/** A firm with three customers, each under a contract of this plan, signed now. */
export async function foundFirm({ yaml, ...founding }: Founding): Promise<Firm> {
  const { plan, findings } = examinePlan(yaml)
  assert.ok(plan, JSON.stringify(findings))
  const people = await foundPeople({ ...founding, teams: teamsIn(plan) })
  const { manager } = people
  demand(await manager.post('/api/plans', { yaml }), 'plan')
  const houses: House[] = []
  const zones = plan.zones.length > 0 ? plan.zones.map(({ id }) => id) : [undefined]
  for (const manner of MANNERS) {
    houses.push(await foundHouse(manager, { plan, manner, name: manner, terms: termsFor(plan, manner), zones }))
  }
  return { ...people, plan, houses }
}
