import { fromPinned, toPinned } from '../../core/calendar/compile.ts'
import type { CompiledCalendar } from '../../core/calendar/compile.ts'
import type { PinnedCalendar } from '../../core/calendar/pinned.ts'
import { bindPlan } from '../../core/plan/bind.ts'
import type { Plan, Term } from '../../core/plan/types.ts'
import type { BoundPlan } from '../../core/promise/types.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Transaction, Tx } from '../database/pool.ts'

/** How plan, terms and calendars become what derive reads. Throws when they do not fit: what was bound once always fits. */
export type Bind = (parts: {
  readonly plan: Plan
  readonly terms: readonly Term[]
  readonly calendars: Readonly<Record<string, CompiledCalendar>>
}) => BoundPlan

/** Binds with the calendars that were pinned, never with newly compiled ones. */
export const bindPinned: Bind = ({ plan, terms, calendars }) => {
  const result = bindPlan({ plan, terms, calendars })
  if (!result.ok) throw new Error(`the plan ${planRef(plan)} no longer binds: ${result.findings.map((finding) => finding.code).join(' ')}`)
  return result.bound
}

/** `shebei-2nian@1` */
export function planRef(plan: Pick<Plan, 'id' | 'version'>): string {
  return `${plan.id}@${plan.version}`
}

export type NewPlan = { readonly plan: Plan; readonly yaml: string; readonly hash: string; readonly at: Instant }

/** A plan version is written once. The same again changes nothing; another text under the same version is refused: false. */
export async function savePlan(tx: Tx, { plan, yaml, hash, at }: NewPlan): Promise<boolean> {
  const text = `
    WITH fresh AS (INSERT INTO plan (tenant_id, ref, id, version, title, yaml, parsed, hash, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING hash)
    SELECT hash FROM fresh UNION ALL SELECT hash FROM plan WHERE tenant_id = $1 AND ref = $2`
  const values = [tx.tenant, planRef(plan), plan.id, plan.version, plan.title, yaml, JSON.stringify(plan), hash, at]
  const [row] = await tx.query<{ hash: string }>(text, values)
  return row?.hash === hash
}

/** Pins a bound plan with its compiled calendars, once. */
export async function saveBound(tx: Transaction, bound: BoundPlan, at: Instant): Promise<void> {
  const calendars = Object.values(bound.calendars).map((calendar) => ({ hash: calendar.hash, id: calendar.id, pinned: toPinned(calendar) }))
  await tx.query(
    `INSERT INTO calendar (tenant_id, hash, id, pinned, created_at)
     SELECT $1, c.hash, c.id, c.pinned, $3 FROM json_to_recordset($2::json) AS c(hash text, id text, pinned jsonb) ON CONFLICT DO NOTHING`,
    [tx.tenant, JSON.stringify(calendars), at],
  )
  const hashes = Object.fromEntries(Object.entries(bound.calendars).map(([id, calendar]) => [id, calendar.hash]))
  await tx.query(
    'INSERT INTO bound_plan (tenant_id, hash, plan, terms, calendars, backfill_ms, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING',
    [tx.tenant, bound.hash, planRef(bound.plan), JSON.stringify(bound.terms), JSON.stringify(hashes), bound.backfillMs ?? null, at],
  )
}

type BoundRow = {
  readonly backfill_ms: number | null
  readonly parsed: Plan
  readonly terms: readonly Term[]
  readonly calendars: Readonly<Record<string, string>>
}

/** Reads what `saveBound` pinned and binds it again; the hash must come out the same, or due times would rest on something nobody signed. */
export async function readBound(tx: Tx, hash: string, bind: Bind): Promise<BoundPlan | undefined> {
  const text = `SELECT p.parsed, b.terms, b.calendars, b.backfill_ms FROM bound_plan b JOIN plan p ON p.tenant_id = b.tenant_id AND p.ref = b.plan WHERE b.tenant_id = $1 AND b.hash = $2`
  const [row] = await tx.query<BoundRow>(text, [tx.tenant, hash])
  if (!row) return undefined
  const pinned = await tx.query<{ hash: string; pinned: PinnedCalendar }>(
    'SELECT hash, pinned FROM calendar WHERE tenant_id = $1 AND hash = ANY($2)',
    [tx.tenant, Object.values(row.calendars)],
  )
  const byHash = new Map(pinned.map((one) => [one.hash, one.pinned]))
  const calendars = Object.fromEntries(Object.entries(row.calendars).map(([id, calendar]) => [id, fromPinned(byHash.get(calendar)!)]))
  const bound = bind({ plan: row.parsed, terms: row.terms, calendars })
  if (bound.hash !== hash) throw new Error(`the bound plan ${hash} comes out as ${bound.hash}`)
  return row.backfill_ms === null ? bound : { ...bound, backfillMs: row.backfill_ms }
}

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
}

/** Writes a signed contract with all that belongs to it. Its plan version stands already (`savePlan`); its binding is pinned here. */
export async function saveContract(tx: Transaction, contract: NewContract): Promise<void> {
  const { id, bound, at } = contract
  await saveBound(tx, bound, at)
  await tx.query(
    `INSERT INTO contract (tenant_id, id, number, title, initials, customer, plan, terms, bound_hash, signed_on, starts_on, ends_on, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
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
    ],
  )
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

export type ContractInForce = { readonly id: string; readonly version: number; readonly customer: string; readonly boundHash: string }

export async function readContract(tx: Tx, id: string): Promise<ContractInForce | undefined> {
  const [row] = await tx.query<{ version: number; customer: string; bound_hash: string }>(
    'SELECT version, customer, bound_hash FROM contract WHERE tenant_id = $1 AND id = $2',
    [tx.tenant, id],
  )
  return row && { id, version: row.version, customer: row.customer, boundHash: row.bound_hash }
}
