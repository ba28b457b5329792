import type { Actor } from '../../core/access/can.ts'
import type { ContractState, Reached } from '../../core/contract/state.ts'
import type { Plan, Term } from '../../core/plan/types.ts'
import type { ContractQuery } from '../../wire/contracts.ts'
import type { Tx } from '../database/pool.ts'
import { customerReach } from './reach.ts'
import { Sql, likePattern, readCursor } from './rows.ts'

export type ContractRow = {
  id: string
  version: number
  number: string
  title: string
  customer: string
  customer_name: string
  plan: string
  plan_title: string
  terms: Term[]
  bound_hash: string
  signed_on: string | null
  starts_on: string | null
  ends_on: string | null
  ended: boolean
  state_json: ContractState | null
  created_at: number
  /** of its plan: its days are this zone's */
  timezone: string
}

/** What a contract has reached, as its facts have made it. */
export async function milestonesOf(tx: Tx, contract: string): Promise<readonly Reached[]> {
  const [row] = await tx.query<{ state_json: ContractState | null }>('SELECT state_json FROM contract WHERE id = $1', [contract])
  return row?.state_json?.milestones ?? []
}

export function findContracts(tx: Tx, actor: Actor, query: ContractQuery & { readonly id?: string | undefined }): Promise<ContractRow[]> {
  const sql = new Sql()
  const place = readCursor(query.cursor, ['text'])
  const like = query.q ? sql.value(likePattern(query.q)) : undefined
  const where = [
    customerReach(sql, actor, { action: 'contract.read', column: 'k.customer' }),
    query.id === undefined ? 'true' : `k.id = ${sql.value(query.id)}`,
    query.customer === undefined ? 'true' : `k.customer = ${sql.value(query.customer)}`,
    like === undefined
      ? 'true'
      : `(k.number ILIKE ${like} OR k.title ILIKE ${like} OR c.name ILIKE ${like} OR k.initials LIKE lower(${like}) OR c.initials LIKE lower(${like}))`,
    place ? `k.number > ${sql.value(place[0])}` : 'true',
  ]
  return tx.query(
    `SELECT k.id, k.version, k.number, k.title, k.customer, c.name AS customer_name, k.plan, p.title AS plan_title, k.terms, k.bound_hash, k.signed_on, k.starts_on, k.ends_on, k.ended_at IS NOT NULL AS ended, k.state_json, k.created_at,
       p.parsed->>'timezone' AS timezone
     FROM contract k JOIN customer c ON c.tenant_id = k.tenant_id AND c.id = k.customer JOIN plan p ON p.tenant_id = k.tenant_id AND p.ref = k.plan
     WHERE ${where.join(' AND ')} ORDER BY k.number LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}

export type ContractParts = {
  readonly sites: { id: string; name: string }[]
  readonly assets: { id: string; name: string; model: string | null; serial: string | null; site: string }[]
}

export async function contractParts(tx: Tx, contract: string): Promise<ContractParts> {
  const sites = await tx.query<ContractParts['sites'][number]>(
    'SELECT s.id, s.name FROM contract_site x JOIN site s ON s.tenant_id = x.tenant_id AND s.id = x.site WHERE x.contract = $1 ORDER BY s.name',
    [contract],
  )
  const assets = await tx.query<ContractParts['assets'][number]>(
    'SELECT a.id, a.name, a.model, a.serial, a.site FROM contract_asset x JOIN asset a ON a.tenant_id = x.tenant_id AND a.id = x.asset WHERE x.contract = $1 ORDER BY a.name',
    [contract],
  )
  return { sites, assets }
}

export type ContractNamed = {
  readonly number: string
  readonly people: readonly { readonly role: string; readonly person: string; readonly name: string }[]
}

/** These contracts by number, each with whom it names for what. */
export async function contractsNaming(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ContractNamed>> {
  const rows = await tx.query<ContractNamed & { id: string }>(
    `SELECT k.id, k.number, coalesce((SELECT jsonb_agg(jsonb_build_object('role', cp.role, 'person', cp.person, 'name', p.name) ORDER BY p.name)
       FROM contract_person cp JOIN person p ON p.tenant_id = cp.tenant_id AND p.id = cp.person WHERE cp.tenant_id = k.tenant_id AND cp.contract = k.id), '[]') AS people
     FROM contract k WHERE k.id = ANY($1)`,
    [ids],
  )
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}

/** The models of the devices that a contract covers, and of these, by device. */
export async function modelsUnder(tx: Tx, contract: string, assets: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const rows = await tx.query<{ id: string; model: string }>(
    `SELECT id, model FROM asset
     WHERE model IS NOT NULL AND (id = ANY($2) OR id IN (SELECT asset FROM contract_asset WHERE contract = $1))`,
    [contract, assets],
  )
  return Object.fromEntries(rows.map(({ id, model }) => [id, model]))
}

export type CoveredAsset = { readonly id: string; readonly name: string; readonly model: string | null; readonly serial: string | null }

/** Devices under a contract, by name. */
export function assetsUnder(
  tx: Tx,
  contract: string,
  { limit, after }: { readonly limit: number; readonly after: readonly (string | number | null)[] | undefined },
): Promise<CoveredAsset[]> {
  const sql = new Sql()
  const place = after ? `(a.name, a.id) > (${sql.value(after[0])}, ${sql.value(after[1])})` : 'true'
  return tx.query(
    `SELECT a.id, a.name, a.model, a.serial FROM contract_asset x JOIN asset a ON a.tenant_id = x.tenant_id AND a.id = x.asset
     WHERE x.contract = ${sql.value(contract)} AND ${place} ORDER BY a.name, a.id LIMIT ${sql.value(limit)}`,
    sql.values,
  )
}

export type ContractOfAsset = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly plan_title: string
  readonly bound_hash: string
}

/** The contracts that name a device, the newest first: for whoever may see the device. */
export function contractsOfAsset(tx: Tx, asset: string): Promise<ContractOfAsset[]> {
  return tx.query(
    `SELECT k.id, k.number, k.title, p.title AS plan_title, k.bound_hash FROM contract_asset x JOIN contract k ON k.tenant_id = x.tenant_id AND k.id = x.contract
       JOIN plan p ON p.tenant_id = k.tenant_id AND p.ref = k.plan
     WHERE x.asset = $1 ORDER BY k.signed_on DESC NULLS LAST, k.number LIMIT 50`,
    [asset],
  )
}

export type PlanRow = {
  ref: string
  id: string
  version: number
  title: string
  hash: string
  contracts: number
  /** a contract was bound to it: its text stays */
  signed: boolean
  retired: boolean
  created_at: number
  yaml: string
  parsed: Plan
}

/** `ref`: one version; `id`: all versions of a plan, the newest first. */
export type PlanWanted = { readonly ref?: string | undefined; readonly id?: string | undefined }

/** A customer's people see the plans that their own contracts stand under. */
export function findPlans(tx: Tx, actor: Actor, { ref, id }: PlanWanted = {}): Promise<PlanRow[]> {
  const sql = new Sql()
  const contracts = `contract k WHERE k.tenant_id = p.tenant_id AND k.plan = p.ref AND ${customerReach(sql, actor, { action: 'plan.read', column: 'k.customer' })}`
  const own = actor.customer === undefined ? 'true' : `EXISTS (SELECT FROM ${contracts})`
  return tx.query(
    `SELECT p.ref, p.id, p.version, p.title, p.hash, p.yaml, p.parsed, p.created_at, p.retired_at IS NOT NULL AS retired,
       EXISTS (SELECT FROM bound_plan b WHERE b.tenant_id = p.tenant_id AND b.plan = p.ref) AS signed, (SELECT count(*)::int FROM ${contracts}) AS contracts
     FROM plan p WHERE ${own} AND ${ref === undefined ? 'true' : `p.ref = ${sql.value(ref)}`}
       AND ${id === undefined ? 'true' : `p.id = ${sql.value(id)}`} ORDER BY p.id, p.version DESC`,
    sql.values,
  )
}

export type ZoneRow = { id: string; names: string[]; plans: string[] }

/** The zones that the firm's plans go by, each once; to a customer's people those of their own contracts' plans. */
export function findZones(tx: Tx, actor: Actor): Promise<ZoneRow[]> {
  const sql = new Sql()
  const reach = customerReach(sql, actor, { action: 'site.read', column: 'k.customer' })
  const own =
    actor.customer === undefined
      ? 'true'
      : `EXISTS (SELECT FROM contract k WHERE k.tenant_id = p.tenant_id AND k.plan = p.ref AND ${reach})`
  return tx.query(
    `SELECT z ->> 'id' AS id, array_agg(DISTINCT z ->> 'name') AS names, array_agg(DISTINCT p.title) AS plans
     FROM plan p, json_array_elements(p.parsed -> 'zones') z WHERE p.retired_at IS NULL AND ${own} GROUP BY 1 ORDER BY min(p.title), 1`,
    sql.values,
  )
}
