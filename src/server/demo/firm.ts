import type { ContractCommand } from '../../core/contract/decide.ts'
import type { Plan } from '../../core/plan/types.ts'
import type { BoundPlan } from '../../core/promise/types.ts'
import { formatDay, parseDay } from '../../core/time/civil.ts'
import { instantOf, localOf } from '../../core/time/zone.ts'
import type { Instant } from '../../core/time/instant.ts'
import { bundledPlans } from '../bundled-plans.ts'
import { writeContract } from '../contract.ts'
import { hashPassword } from '../http/passwords.ts'
import type { Transaction } from '../database/pool.ts'
import { bindWithZones } from '../plan-binding.ts'
import { examinePlan, takeInPlan } from '../plan-intake.ts'
import type { Services } from '../services.ts'
import { initialsOf } from '../store/initials.ts'
import { addPerson } from '../store/people.ts'
import { setPassword } from '../store/session.ts'
import { loadZone } from '../zones.ts'
import { foundTenant } from '../tenants.ts'
import { CONTRACTS, CUSTOMERS, DEMO_PASSWORD, PEOPLE, TEAMS, VENDOR } from './vendor.ts'
import type { DemoAsset, DemoContract, DemoSite } from './vendor.ts'

export type DemoPlan = { readonly plan: Plan; readonly yaml: string }

/** The plans that the demo's contracts are under, from the bundled files. Throws when a bundled file is no plan: a test of theirs fails first. */
export function demoPlans(folder?: string): ReadonlyMap<string, DemoPlan> {
  const ids = new Set(CONTRACTS.map((contract) => contract.plan))
  const files = bundledPlans(folder).filter(({ file }) => ids.has(file.replace('.yaml', '')))
  return new Map(files.map(({ file, yaml }) => [file.replace('.yaml', ''), { plan: demandPlan(file, yaml), yaml }]))
}

function demandPlan(file: string, yaml: string): Plan {
  const { plan, findings } = examinePlan(yaml)
  if (!plan) throw new Error(`${file}: ${findings.map((one) => `${one.at.line} ${one.code}`).join(', ')}`)
  return plan
}

type Row = readonly unknown[]

/** The demo's customers and what belongs to them, as of the day before the story begins. */
async function insertParties(tx: Transaction, at: Instant): Promise<void> {
  const insert = (table: string, columns: string, values: Row) =>
    tx.query(
      `INSERT INTO ${table} (tenant_id, ${columns}, created_at, changed_at) VALUES ($1, ${values.map((_, n) => `$${n + 2}`).join(', ')}, $${values.length + 2}, $${values.length + 2})`,
      [tx.tenant, ...values, at],
    )
  const site = (customer: string, one: DemoSite) =>
    insert('site', 'id, customer, name, initials, address, timezone, zone', [
      one.id,
      customer,
      one.name,
      initialsOf(one.name),
      one.address,
      VENDOR.timezone,
      one.zone,
    ])
  const asset = (customer: string, one: DemoAsset) =>
    insert('asset', 'id, customer, site, name, initials, model, serial, class, accepted_on', [
      one.id,
      customer,
      one.site,
      one.name,
      initialsOf(one.name),
      one.model,
      one.serial,
      one.class,
      one.acceptedOn,
    ])
  for (const customer of CUSTOMERS) {
    await insert('customer', 'id, name, initials, contact_name', [customer.id, customer.name, initialsOf(customer.name), customer.contact])
    for (const one of customer.sites) await site(customer.id, one)
    for (const one of customer.assets) await asset(customer.id, one)
  }
}

async function insertPeople(tx: Transaction, at: Instant): Promise<void> {
  for (const team of TEAMS)
    await tx.query('INSERT INTO team (tenant_id, id, name, parent) VALUES ($1, $2, $3, $4)', [
      tx.tenant,
      team.id,
      team.name,
      team.parent ?? null,
    ])
  const password = await hashPassword(DEMO_PASSWORD)
  for (const one of PEOPLE) {
    await addPerson(tx, {
      id: one.id,
      name: one.name,
      account: one.account,
      phone: one.phone,
      team: one.team || undefined,
      customer: one.customer,
      roles: [...one.roles],
      now: at,
    })
    await setPassword(tx, one.id, password)
  }
}

/** Who signs for the demo vendor. */
const SIGNER = 'yu'

/** Who looks at what was entered late for the demo vendor. */
const APPROVER = 'gu'

/** What was reached before the story: entered late with its paper, and approved by a second person, as anybody would; what stands already stays. */
async function reachMilestones(services: Services, { id, reached = [] }: DemoContract, bound: BoundPlan): Promise<void> {
  const zone = loadZone(VENDOR.timezone)
  const say = (person: string, command: ContractCommand) => writeContract(services, { tenant: VENDOR.id, id, person, bound, command })
  for (const { milestone, on, evidence } of reached) {
    const occurredAt = instantOf(zone, parseDay(on) ?? 0, NOON_MS)
    const outcome = await say(SIGNER, { name: 'reach', milestone, evidence, occurredAt, lateReason: '签约前已完成，随合同一并录入' })
    if (outcome.kind === 'done') await say(APPROVER, { name: 'approve', of: outcome.done.facts[0]!.id })
  }
}

const NOON_MS = 12 * 3_600_000

/** Signs one of the demo's contracts through the seam; one that was signed before the founding was interrupted stays as it is. */
async function signContract(services: Services, contract: DemoContract, plan: Plan): Promise<void> {
  const bound = bindWithZones(plan, contract.terms)
  if (!bound.ok)
    throw new Error(`${contract.number}: ${bound.findings.map((one) => `${one.code} ${JSON.stringify(one.params)}`).join(', ')}`)
  const customer = CUSTOMERS.find((one) => one.id === contract.customer)!
  const { id, number, title, terms, signedOn, startsOn, endsOn } = contract
  const outcome = await writeContract(services, {
    tenant: VENDOR.id,
    id,
    person: SIGNER,
    bound: bound.bound,
    plan,
    command: {
      name: 'sign',
      number,
      title,
      customer: contract.customer,
      plan: bound.bound.ref,
      terms,
      signedOn,
      startsOn,
      endsOn,
      sites: customer.sites.map((one) => one.id),
      assets: customer.assets.map((one) => one.id),
      people: Object.fromEntries(Object.entries(contract.people).map(([role, person]) => [role, [person]])),
    },
  })
  if (outcome.kind !== 'done' && outcome.kind !== 'exists') throw new Error(`${number}: ${JSON.stringify(outcome)}`)
  await reachMilestones(services, contract, bound.bound)
}

/**
 * The demo vendor with its people, customers, devices and plans; its clock stands at `storyBegins`. False where it is there already: a second start keeps
 * the data. `begun` appears with it: what tells a later start that the rest is still to be done.
 */
export async function foundDemoFirm(
  { address, clock }: Services,
  plans: ReadonlyMap<string, DemoPlan>,
  { storyBegins, begun }: { readonly storyBegins: Instant; readonly begun: object },
): Promise<boolean> {
  const machine = clock.machine()
  const tenant = { ...VENDOR, demo: true, clockOffsetMs: storyBegins - machine, at: machine }
  const founded = await foundTenant(address, tenant, async (tx) => {
    await insertParties(tx, storyBegins)
    await insertPeople(tx, storyBegins)
    for (const { plan, yaml } of plans.values()) await takeInPlan(tx, { plan, yaml, at: storyBegins })
    await tx.query('UPDATE tenant SET seeding = $2 WHERE tenant_id = $1', [tx.tenant, JSON.stringify(begun)])
  })
  return founded !== undefined
}

/** The demo's contracts, signed on the vendor's clock before its story begins. */
export async function signDemoContracts(services: Services, plans: ReadonlyMap<string, DemoPlan>, cutOver: Instant): Promise<void> {
  const value = formatDay(localOf(loadZone(VENDOR.timezone), cutOver).day)
  const takenOver = { key: 'cut-over', value, source: '接管清单' }
  for (const contract of CONTRACTS)
    await signContract(services, { ...contract, terms: [...contract.terms, takenOver] }, plans.get(contract.plan)!.plan)
}
