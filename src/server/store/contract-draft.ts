import type { Tx } from '../database/pool.ts'
import { readCursor } from './rows.ts'

export type DraftRow = {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly content: object
  readonly person: string
  readonly person_name: string
  readonly changed_at: number
  /** of an amendment: which contract, its number, and the hash of what it said when the draft was begun */
  readonly contract: string | null
  readonly contract_number: string | null
  readonly base: string | null
}

/** A draft, in the version that somebody has looked at. */
export type DraftVersion = Pick<DraftRow, 'id' | 'version'>

const COLUMNS = `d.id, d.version, d.title, d.content, d.person, p.name AS person_name, d.changed_at, d.contract, k.number AS contract_number, d.base
  FROM contract_draft d JOIN person p ON p.tenant_id = d.tenant_id AND p.id = d.person
    LEFT JOIN contract k ON k.tenant_id = d.tenant_id AND k.id = d.contract`

/** The last touched first. */
export function findDrafts(
  tx: Tx,
  { cursor, limit, contract }: { readonly cursor?: string | undefined; readonly limit: number; readonly contract?: string | undefined },
): Promise<DraftRow[]> {
  const [at, id] = readCursor(cursor, ['instant', 'text']) ?? [null, null]
  return tx.query<DraftRow>(
    `SELECT ${COLUMNS} WHERE ($1::bigint IS NULL OR (d.changed_at, d.id) < ($1, $2)) AND ($4::text IS NULL OR d.contract = $4) ORDER BY d.changed_at DESC, d.id DESC LIMIT $3`,
    [at, id, limit + 1, contract ?? null],
  )
}

export async function readDraft(tx: Tx, id: string): Promise<DraftRow | undefined> {
  return (await tx.query<DraftRow>(`SELECT ${COLUMNS} WHERE d.id = $1`, [id]))[0]
}

export type DraftWrite = {
  readonly id: string
  readonly title: string
  readonly content: object
  readonly person: string
  readonly now: number
}

/** `amends`: the paper of an amendment. */
export async function addDraft(
  tx: Tx,
  {
    id,
    title,
    content,
    person,
    now,
    amends,
  }: DraftWrite & { readonly amends?: { readonly contract: string; readonly base: string } | undefined },
): Promise<void> {
  await tx.query(
    'INSERT INTO contract_draft (tenant_id, id, title, content, person, created_at, changed_at, contract, base) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)',
    [tx.tenant, id, title, JSON.stringify(content), person, now, amends?.contract ?? null, amends?.base ?? null],
  )
}

/** False: it is not the version that the writer saw any more, or not there. */
export async function changeDraft(tx: Tx, { id, title, content, person, now }: DraftWrite, version: number): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE contract_draft SET title = $3, content = $4, person = $5, changed_at = $6, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id',
    [id, version, title, JSON.stringify(content), person, now],
  )
  return rows.length > 0
}

/** Whoever signs a draft, changes it or takes a signature back waits for the others; the draft is another version then. False: it already is. */
export async function stepDraft(tx: Tx, { id, version }: DraftVersion): Promise<boolean> {
  const text = 'UPDATE contract_draft SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING id'
  return (await tx.query(text, [id, version])).length > 0
}

/** A draft goes in the very version that was looked at. False: it is another one by now, or not there. */
export async function removeDraft(tx: Tx, { id, version }: DraftVersion): Promise<boolean> {
  return (await tx.query('DELETE FROM contract_draft WHERE id = $1 AND version = $2 RETURNING id', [id, version])).length > 0
}
