import { fromPinned, toPinned } from '../../core/calendar/compile.ts'
import type { CompiledCalendar } from '../../core/calendar/compile.ts'
import type { PinnedCalendar } from '../../core/calendar/pinned.ts'
import { amendedPlan, withSuccessors } from '../../core/promise/amended.ts'
import { bindPlan } from '../../core/plan/bind.ts'
import type { Plan, Term } from '../../core/plan/types.ts'
import type { BoundPlan } from '../../core/promise/types.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { followingOf } from './holidays.ts'

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

/** A version that no contract was ever bound to may still be put right; true: it was. */
export async function replacePlan(tx: Tx, { plan, yaml, hash, at }: NewPlan): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE plan p SET title = $3, yaml = $4, parsed = $5, hash = $6, created_at = $7 WHERE p.tenant_id = $1 AND p.ref = $2
       AND NOT EXISTS (SELECT FROM bound_plan b WHERE b.tenant_id = p.tenant_id AND b.plan = p.ref) RETURNING p.ref`,
    [tx.tenant, planRef(plan), plan.title, yaml, JSON.stringify(plan), hash, at],
  )
  return rows.length > 0
}

export type PlanVersion = { readonly plan: Plan; readonly hash: string; readonly retired: boolean }

export async function readPlan(tx: Tx, ref: string): Promise<PlanVersion | undefined> {
  const text = 'SELECT parsed AS plan, hash, retired_at IS NOT NULL AS retired FROM plan WHERE tenant_id = $1 AND ref = $2'
  return (await tx.query<PlanVersion>(text, [tx.tenant, ref]))[0]
}

/** Whoever signs under a plan and whoever replaces its text wait for each other: a contract is never bound to a text that has just gone. */
export async function holdPlan(
  tx: Tx,
  ref: string,
  why: 'to sign it' | 'to change it',
): Promise<{ hash: string; retired: boolean } | undefined> {
  const lock = why === 'to sign it' ? 'FOR SHARE' : 'FOR UPDATE'
  const text = `SELECT hash, retired_at IS NOT NULL AS retired FROM plan WHERE tenant_id = $1 AND ref = $2 ${lock}`
  return (await tx.query<{ hash: string; retired: boolean }>(text, [tx.tenant, ref]))[0]
}

/** False: there is no such plan, or it stands so already. */
export async function retirePlan(tx: Tx, ref: string, retiredAt: Instant | null): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE plan SET retired_at = $3 WHERE tenant_id = $1 AND ref = $2 AND (retired_at IS NULL) <> ($3::bigint IS NULL) RETURNING ref',
    [tx.tenant, ref, retiredAt],
  )
  return rows.length > 0
}

/** What a plan is made of that is more than one binding: its editions with the facts that agreed on them, or a plain one with its successors. By hash. */
type Composed = {
  readonly editions?: readonly { readonly hash: string; readonly amendedBy?: string | undefined }[]
  readonly plain?: string
  readonly successors?: readonly string[]
}

function composedOf({ editions, plain, successors }: BoundPlan): Composed | undefined {
  if (editions) return { editions: editions.map(({ bound, amendedBy }) => ({ hash: bound.hash, amendedBy })) }
  return plain && successors ? { plain: plain.hash, successors: Object.keys(successors) } : undefined
}

/** Pins a bound plan with its compiled calendars, once; of one that is composed, its parts too. */
export async function saveBound(tx: Transaction, bound: BoundPlan, at: Instant): Promise<void> {
  const parts = bound.editions?.map((one) => one.bound) ?? (bound.plain ? [bound.plain, ...Object.values(bound.successors ?? {})] : [])
  for (const part of parts) await saveBound(tx, part, at)

  const calendars = Object.values(bound.calendars).map((calendar) => ({ hash: calendar.hash, id: calendar.id, pinned: toPinned(calendar) }))
  await tx.query(
    `INSERT INTO calendar (tenant_id, hash, id, pinned, created_at)
     SELECT $1, c.hash, c.id, c.pinned, $3 FROM json_to_recordset($2::json) AS c(hash text, id text, pinned jsonb) ON CONFLICT DO NOTHING`,
    [tx.tenant, JSON.stringify(calendars), at],
  )
  const composed = composedOf(bound)
  const hashes = Object.fromEntries(Object.entries(bound.calendars).map(([id, calendar]) => [id, calendar.hash]))
  await tx.query(
    `INSERT INTO bound_plan (tenant_id, hash, plan, terms, calendars, backfill_ms, composed, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT DO NOTHING`,
    [
      tx.tenant,
      bound.hash,
      planRef(bound.plan),
      JSON.stringify(bound.terms),
      JSON.stringify(hashes),
      bound.backfillMs ?? null,
      composed === undefined ? null : JSON.stringify(composed),
      at,
    ],
  )
}

type BoundRow = {
  readonly backfill_ms: number | null
  readonly parsed: Plan
  readonly terms: readonly Term[]
  readonly calendars: Readonly<Record<string, string>>
  readonly composed: Composed | null
}

/** Reads what `saveBound` pinned and binds it again; the hash must come out the same, or due times would rest on something nobody signed. */
export async function readBound(tx: Tx, hash: string, bind: Bind): Promise<BoundPlan | undefined> {
  const bound = await readPinned(tx, hash, bind)
  return bound && withPublished(tx, bound)
}

/** With the calendars that follow on its own, once a list of holidays was published: outside its hash, named by facts. */
async function withPublished(tx: Tx, bound: BoundPlan): Promise<BoundPlan> {
  const parts = [bound, ...(bound.editions ?? []).map((one) => one.bound), ...Object.values(bound.successors ?? {})]
  const hashes = parts.flatMap(({ calendars }) => Object.values(calendars).map((one) => one.hash))
  const following = await followingOf(tx, [...new Set(hashes)])
  if (following.length === 0) return bound
  const published = Object.fromEntries(following.map(({ calendar }) => [calendar.hash, calendar]))
  const announced = Object.entries(bound.calendars).flatMap(([id, { hash }]) => {
    const last = following.findLast(({ follows }) => follows === hash)
    return last ? [[id, last.calendar.hash]] : []
  })
  return { ...bound, published, announced: Object.fromEntries(announced) }
}

async function readPinned(tx: Tx, hash: string, bind: Bind): Promise<BoundPlan | undefined> {
  const text = `SELECT p.parsed, b.terms, b.calendars, b.backfill_ms, b.composed FROM bound_plan b JOIN plan p ON p.tenant_id = b.tenant_id AND p.ref = b.plan WHERE b.tenant_id = $1 AND b.hash = $2`
  const [row] = await tx.query<BoundRow>(text, [tx.tenant, hash])
  if (!row) return undefined
  if (row.composed) return checked(hash, await readComposed(tx, row.composed, bind))
  const pinned = await tx.query<{ hash: string; pinned: PinnedCalendar }>(
    'SELECT hash, pinned FROM calendar WHERE tenant_id = $1 AND hash = ANY($2)',
    [tx.tenant, Object.values(row.calendars)],
  )
  const byHash = new Map(pinned.map((one) => [one.hash, one.pinned]))
  const calendars = Object.fromEntries(Object.entries(row.calendars).map(([id, calendar]) => [id, fromPinned(byHash.get(calendar)!)]))
  const bound = bind({ plan: row.parsed, terms: row.terms, calendars })
  return row.backfill_ms === null ? checked(hash, bound) : { ...checked(hash, bound), backfillMs: row.backfill_ms }
}

function checked(hash: string, bound: BoundPlan): BoundPlan {
  if (bound.hash !== hash) throw new Error(`the bound plan ${hash} comes out as ${bound.hash}`)
  return bound
}

/** Put together again from its parts, each read by its own hash. */
async function readComposed(tx: Tx, { editions, plain, successors = [] }: Composed, bind: Bind): Promise<BoundPlan> {
  const part = async (hash: string): Promise<BoundPlan> => {
    const found = await readBound(tx, hash, bind)
    if (!found) throw new Error(`a part ${hash} of a bound plan is not there`)
    return found
  }
  if (plain !== undefined) {
    const more = []
    for (const hash of successors) more.push(await part(hash))
    return withSuccessors(await part(plain), more)
  }
  let bound: BoundPlan | undefined
  for (const { hash, amendedBy } of editions ?? []) bound = bound ? amendedPlan(bound, await part(hash), amendedBy ?? '') : await part(hash)
  if (!bound) throw new Error('a bound plan is composed of nothing')
  return bound
}

/** `wholeHash`: under what the contract's own record stands, which follows its amendments. */
export type ContractInForce = {
  readonly id: string
  readonly version: number
  readonly customer: string
  readonly boundHash: string
  readonly wholeHash: string
}

export async function readContract(tx: Tx, id: string): Promise<ContractInForce | undefined> {
  const [row] = await tx.query<{ version: number; customer: string; bound_hash: string; whole_hash: string | null }>(
    `SELECT k.version, k.customer, k.bound_hash, r.bound_hash AS whole_hash
     FROM contract k LEFT JOIN record_state r ON r.tenant_id = k.tenant_id AND r.subject = 'contract/' || k.id
     WHERE k.tenant_id = $1 AND k.id = $2`,
    [tx.tenant, id],
  )
  return row && { id, version: row.version, customer: row.customer, boundHash: row.bound_hash, wholeHash: row.whole_hash ?? row.bound_hash }
}
