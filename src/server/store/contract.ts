import type { BoundPlan } from '../../core/promise/types.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Transaction } from '../database/pool.ts'
import { planRef, saveBound } from './plan.ts'

export type NewContract = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly initials: string
  readonly customer: string
  readonly bound: BoundPlan
  readonly signedOn: string | undefined
  readonly startsOn: string | undefined
  readonly endsOn: string | undefined
  readonly sites: readonly string[]
  readonly assets: readonly string[]
  /** role → person */
  readonly people: readonly { readonly role: string; readonly person: string }[]
  readonly at: Instant
  /** what its facts made of it, for the next decision; undefined: its row is planted without facts, by a test */
  readonly state?: object | undefined
}

/** Writes a signed contract with all that belongs to it. Its plan version stands already (`savePlan`); its binding is pinned here. */
export async function saveContract(tx: Transaction, contract: NewContract): Promise<void> {
  const { id, bound, at } = contract
  await saveBound(tx, bound, at)
  await tx.query(
    `INSERT INTO contract (tenant_id, id, number, title, initials, customer, plan, terms, bound_hash, signed_on, starts_on, ends_on, created_at, changed_at, state_json)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14)`,
    [
      tx.tenant,
      id,
      contract.number,
      contract.title,
      contract.initials,
      contract.customer,
      planRef(bound.plan),
      JSON.stringify(bound.terms),
      bound.hash,
      contract.signedOn ?? null,
      contract.startsOn ?? null,
      contract.endsOn ?? null,
      at,
      contract.state === undefined ? null : JSON.stringify(contract.state),
    ],
  )
  await linkContract(tx, contract)
}

/** What a contract covers and whom it names, as it stands now. */
async function linkContract(tx: Transaction, contract: Pick<NewContract, 'id' | 'sites' | 'assets' | 'people'>): Promise<void> {
  const { id } = contract
  for (const table of ['contract_site', 'contract_asset', 'contract_person'])
    await tx.query(`DELETE FROM ${table} WHERE tenant_id = $1 AND contract = $2`, [tx.tenant, id])
  const link = (table: string, column: string, ids: readonly string[]) =>
    tx.query(`INSERT INTO ${table} (tenant_id, contract, ${column}) SELECT $1, $2, unnest($3::text[])`, [tx.tenant, id, ids])
  await link('contract_site', 'site', contract.sites)
  await link('contract_asset', 'asset', contract.assets)
  const people = [contract.people.map((one) => one.role), contract.people.map((one) => one.person)]
  await tx.query('INSERT INTO contract_person (tenant_id, contract, role, person) SELECT $1, $2, * FROM unnest($3::text[], $4::text[])', [
    tx.tenant,
    id,
    ...people,
  ])
}

export type ChangedContract = Omit<NewContract, 'number' | 'title' | 'initials' | 'customer'> & {
  readonly version: number
  readonly endedAt: Instant | undefined
}

/** What an amendment, an acceptance or an end made of a contract. Tickets that run stay under the plan of their opening; new ones open under this one. */
export async function changeContract(tx: Transaction, contract: ChangedContract): Promise<void> {
  const { id, bound, at } = contract
  await saveBound(tx, bound, at)
  await tx.query(
    `UPDATE contract SET version = $3, plan = $4, terms = $5, bound_hash = $6, starts_on = $7, ends_on = $8, changed_at = $9, state_json = $10, ended_at = $11,
       signed_on = $12
     WHERE tenant_id = $1 AND id = $2`,
    [
      tx.tenant,
      id,
      contract.version,
      planRef(bound.plan),
      JSON.stringify(bound.terms),
      bound.hash,
      contract.startsOn ?? null,
      contract.endsOn ?? null,
      at,
      JSON.stringify(contract.state),
      contract.endedAt ?? null,
      contract.signedOn ?? null,
    ],
  )
  await linkContract(tx, contract)
}
