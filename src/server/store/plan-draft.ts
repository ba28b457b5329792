import type { Tx } from '../database/pool.ts'
import { readCursor } from './rows.ts'

export type PlanDraftRow = {
  readonly id: string
  readonly version: number
  readonly base: string | null
  readonly yaml: string
  readonly person: string
  readonly person_name: string
  readonly changed_at: number
}

const COLUMNS = `d.id, d.version, d.base, d.yaml, d.person, p.name AS person_name, d.changed_at
  FROM plan_draft d JOIN person p ON p.tenant_id = d.tenant_id AND p.id = d.person`

/** The last touched first. */
export function findPlanDrafts(
  tx: Tx,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<PlanDraftRow[]> {
  const [at, id] = readCursor(cursor, ['instant', 'text']) ?? [null, null]
  return tx.query<PlanDraftRow>(
    `SELECT ${COLUMNS} WHERE $1::bigint IS NULL OR (d.changed_at, d.id) < ($1, $2) ORDER BY d.changed_at DESC, d.id DESC LIMIT $3`,
    [at, id, limit + 1],
  )
}

export async function readPlanDraft(tx: Tx, id: string): Promise<PlanDraftRow | undefined> {
  return (await tx.query<PlanDraftRow>(`SELECT ${COLUMNS} WHERE d.id = $1`, [id]))[0]
}

export type PlanDraftWrite = { readonly id: string; readonly yaml: string; readonly person: string; readonly now: number }

export async function addPlanDraft(tx: Tx, { id, yaml, person, now }: PlanDraftWrite, base: string | undefined): Promise<void> {
  await tx.query('INSERT INTO plan_draft (tenant_id, id, base, yaml, person, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $6)', [
    tx.tenant,
    id,
    base ?? null,
    yaml,
    person,
    now,
  ])
}

/** False: it is not the version that the writer saw any more, or not there. */
export async function changePlanDraft(tx: Tx, { id, yaml, person, now }: PlanDraftWrite, version: number): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE plan_draft SET yaml = $3, person = $4, changed_at = $5, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id',
    [id, version, yaml, person, now],
  )
  return rows.length > 0
}

export async function removePlanDraft(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query('DELETE FROM plan_draft WHERE id = $1 RETURNING id', [id])).length > 0
}
