import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '../../core/hash.ts'
import { parsePlan } from '../../core/plan/parse.ts'
import type { Plan } from '../../core/plan/types.ts'
import type { Instant } from '../../core/time/instant.ts'
import { hashPassword } from '../http/passwords.ts'
import { inTransaction } from '../database/pool.ts'
import type { Transaction } from '../database/pool.ts'
import { bindWithZones } from '../plan-binding.ts'
import { readPlanText } from '../plan-file.ts'
import type { Services } from '../services.ts'
import { initialsOf } from '../store/initials.ts'
import { addPerson } from '../store/people.ts'
import { saveContract, savePlan } from '../store/plan.ts'
import { setPassword } from '../store/session.ts'
import { insertShippedRoles, insertTenant, withOwner } from '../tenants.ts'
import { CONTRACTS, CUSTOMERS, DEMO_PASSWORD, PEOPLE, TEAMS, VENDOR } from './vendor.ts'
import type { DemoAsset, DemoContract, DemoSite } from './vendor.ts'

/** plans/ beside src/ in a checkout, beside dist/ in a package. */
const PLANS = join(import.meta.dirname, '../../../plans')

export type DemoPlan = { readonly plan: Plan; readonly yaml: string }

/** The plans that the demo's contracts are under, from the bundled files. Throws when a bundled file is no plan: a test of theirs fails first. */
export function demoPlans(folder = PLANS): ReadonlyMap<string, DemoPlan> {
  const ids = new Set(CONTRACTS.map((contract) => contract.plan))
  return new Map([...ids].map((id) => [id, readDemoPlan(join(folder, `${id}.yaml`))]))
}

function readDemoPlan(file: string): DemoPlan {
  const yaml = readFileSync(file, 'utf8')
  const read = readPlanText(yaml)
  const parsed = read.ok ? parsePlan(read.node) : read
  if (!parsed.ok) throw new Error(`${file}: ${parsed.findings.map((one) => `${one.at.line} ${one.code}`).join(', ')}`)
  return { plan: parsed.plan, yaml }
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

async function insertContract(tx: Transaction, contract: DemoContract, { plan, at }: { plan: Plan; at: Instant }): Promise<void> {
  const bound = bindWithZones(plan, contract.terms)
  if (!bound.ok)
    throw new Error(`${contract.number}: ${bound.findings.map((one) => `${one.code} ${JSON.stringify(one.params)}`).join(', ')}`)
  const customer = CUSTOMERS.find((one) => one.id === contract.customer)!
  await saveContract(tx, {
    id: contract.id,
    number: contract.number,
    title: contract.title,
    initials: initialsOf(contract.title),
    customer: contract.customer,
    bound: bound.bound,
    signedOn: contract.signedOn,
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    sites: customer.sites.map((one) => one.id),
    assets: customer.assets.map((one) => one.id),
    people: Object.entries(contract.people).map(([role, person]) => ({ role, person })),
    at,
  })
}

/**
 * The demo vendor with its people, customers, devices and contracts; its clock stands at `storyBegins`. False where it is there already: a second start keeps
 * the data. The firm appears whole: one transaction, after the tenant's row.
 */
export async function foundDemoFirm(services: Services, plans: ReadonlyMap<string, DemoPlan>, storyBegins: Instant): Promise<boolean> {
  const machine = services.clock.machine()
  const tenant = { ...VENDOR, demo: true, clockOffsetMs: storyBegins - machine, at: machine }
  if (!(await withOwner(services.address, (owner) => insertTenant(owner, tenant)))) return false
  await inTransaction(services.pool, VENDOR.id, async (tx) => {
    await insertShippedRoles(tx)
    await insertParties(tx, storyBegins)
    await insertPeople(tx, storyBegins)
    for (const { plan, yaml } of plans.values()) {
      await savePlan(tx, { plan, yaml, hash: sha256Hex(yaml), at: storyBegins })
    }
    for (const contract of CONTRACTS) await insertContract(tx, contract, { plan: plans.get(contract.plan)!.plan, at: storyBegins })
  })
  return true
}
