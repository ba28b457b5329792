import type { Instant } from '../../core/time/instant.ts'
import type { FactType } from '../../core/fact.ts'
import type { Transaction, Tx } from '../database/pool.ts'

export type FileRow = {
  id: string
  name: string
  size: number
  sha256: string
  received: number
  /** null: it is still being sent */
  content: string | null
  media_type: string | null
  person: string
  person_name: string
  announced_at: Instant
}

const FILES = `SELECT f.id, f.name, f.size, f.sha256, f.received, f.content, f.media_type, f.person, p.name AS person_name, f.announced_at
  FROM file f JOIN person p ON p.tenant_id = f.tenant_id AND p.id = f.person`

export async function findFile(tx: Tx, id: string): Promise<FileRow | undefined> {
  return (await tx.query<FileRow>(`${FILES} WHERE f.id = $1`, [id]))[0]
}

export function findFiles(tx: Tx, ids: readonly string[]): Promise<FileRow[]> {
  return tx.query<FileRow>(`${FILES} WHERE f.id = ANY($1)`, [ids])
}

/** What somebody announced before and has not sent to the end: sending goes on there. */
export async function findSending(
  tx: Tx,
  { person, sha256, size }: Pick<FileRow, 'person' | 'sha256' | 'size'>,
): Promise<FileRow | undefined> {
  const text = `${FILES} WHERE f.person = $1 AND f.sha256 = $2 AND f.size = $3 AND f.content IS NULL ORDER BY f.announced_at DESC LIMIT 1`
  return (await tx.query<FileRow>(text, [person, sha256, size]))[0]
}

/** Files with the same contents, the newest first: whoever may read one of them need not send it again. */
export function findSame(tx: Tx, sha256: string, most: number): Promise<FileRow[]> {
  return tx.query<FileRow>(`${FILES} WHERE f.content = $1 ORDER BY f.announced_at DESC LIMIT $2`, [sha256, most])
}

export async function countSending(tx: Tx, person: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>('SELECT count(*) FROM file WHERE person = $1 AND content IS NULL', [person])
  return row?.count ?? 0
}

export type NewFile = Pick<FileRow, 'id' | 'name' | 'size' | 'sha256' | 'person'> & {
  readonly at: Instant
  /** its contents are here already */
  readonly mediaType?: string | undefined
}

export async function addFile(tx: Tx, { id, name, size, sha256, person, at, mediaType }: NewFile): Promise<void> {
  await tx.query(
    `INSERT INTO file (tenant_id, id, name, size, sha256, person, announced_at, changed_at, received, content, media_type)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10)`,
    [
      tx.tenant,
      id,
      name,
      size,
      sha256,
      person,
      at,
      mediaType === undefined ? 0 : size,
      mediaType === undefined ? null : sha256,
      mediaType ?? null,
    ],
  )
}

export async function renameFile(
  tx: Tx,
  { id, name, at }: { readonly id: string; readonly name: string; readonly at: Instant },
): Promise<void> {
  await tx.query('UPDATE file SET name = $2, changed_at = $3 WHERE id = $1 AND content IS NULL', [id, name, at])
}

/** False: somebody else was there first. */
export async function advanceFile(
  tx: Tx,
  { id, from, to, at }: { readonly id: string; readonly from: number; readonly to: number; readonly at: Instant },
): Promise<boolean> {
  const text = 'UPDATE file SET received = $3, changed_at = $4 WHERE id = $1 AND received = $2 AND content IS NULL RETURNING id'
  return (await tx.query(text, [id, from, to, at])).length === 1
}

/** From now on the broom leaves these contents alone for a day; where it is just removing them, this waits until it has. */
export async function holdContent(
  tx: Tx,
  { sha256, size, at }: { readonly sha256: string; readonly size: number; readonly at: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO file_content (tenant_id, sha256, size, held_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, sha256) DO UPDATE SET held_at = greatest(file_content.held_at, excluded.held_at)`,
    [tx.tenant, sha256, size, at],
  )
}

export async function keepFile(
  tx: Tx,
  { id, mediaType, at }: { readonly id: string; readonly mediaType: string; readonly at: Instant },
): Promise<void> {
  await tx.query('UPDATE file SET content = sha256, media_type = $2, received = size, changed_at = $3 WHERE id = $1', [id, mediaType, at])
}

/** Only what is attached to nothing. */
export async function removeFile(tx: Tx, id: string): Promise<boolean> {
  const text =
    'DELETE FROM file f WHERE id = $1 AND NOT EXISTS (SELECT FROM file_use u WHERE u.tenant_id = f.tenant_id AND u.file = f.id) RETURNING id'
  return (await tx.query(text, [id])).length === 1
}

/** Where files are attached; `fact_type` undefined: to a working paper, of which no fact tells; `on_form`: it is a photo or signature on a record form. */
export type FileUse = { file: string; subject: string; fact_type: FactType | null; on_form: boolean }

export function usesOf(tx: Tx, files: readonly string[]): Promise<FileUse[]> {
  return tx.query<FileUse>(
    `SELECT u.file, u.subject, f.type AS fact_type,
       coalesce(jsonb_path_exists(f.data, '$.filled.** ? (@ == $file)', jsonb_build_object('file', u.file)), false) AS on_form
     FROM file_use u LEFT JOIN fact f ON f.tenant_id = u.tenant_id AND f.id = u.fact
     WHERE u.file = ANY($1) ORDER BY u.file, u.at, u.id`,
    [files],
  )
}

export type NewUse = {
  readonly id: string
  readonly file: string
  readonly subject: string
  readonly fact: string | undefined
  readonly at: Instant
}

export async function attachFile(tx: Transaction, { id, file, subject, fact, at }: NewUse): Promise<void> {
  await tx.query(`INSERT INTO file_use (tenant_id, id, file, subject, fact, at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`, [
    tx.tenant,
    id,
    file,
    subject,
    fact ?? null,
    at,
  ])
}

export type FileOfFact = { fact: string; id: string; name: string; size: number; media_type: string }

/** The files that facts carry, in the order in which they were attached: fact → files. */
export async function filesOf(tx: Tx, facts: readonly string[]): Promise<ReadonlyMap<string, readonly FileOfFact[]>> {
  if (facts.length === 0) return new Map()
  const rows = await tx.query<FileOfFact>(
    `SELECT u.fact, f.id, f.name, f.size, f.media_type FROM file_use u JOIN file f ON f.tenant_id = u.tenant_id AND f.id = u.file
     WHERE u.fact = ANY($1) AND f.content IS NOT NULL ORDER BY u.at, u.id`,
    [facts],
  )
  return Map.groupBy(rows, (row) => row.fact)
}

/** `stated`: the hash in the fact; `kept`: the file's own; `used`: a row says that it is attached there. `fact` null: to a working paper. */
export type StatedFile = {
  file: string
  subject: string
  fact: string | null
  name: string | null
  stated: string | null
  kept: string | null
  used: boolean
}

/** Every file that a fact names or a row says to be attached, each pair once: what an audit compares. */
export function filesStated(tx: Tx): Promise<StatedFile[]> {
  return tx.query<StatedFile>(
    `WITH stated AS (
       SELECT f.id AS fact, f.subject, r ->> 'id' AS file, r ->> 'sha256' AS sha256
       FROM fact f CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(f.data -> 'files') WHEN 'array' THEN f.data -> 'files' ELSE '[]' END) r
       WHERE f.tenant_id = $1 AND f.data ? 'files')
     SELECT coalesce(s.file, u.file) AS file, coalesce(s.subject, u.subject) AS subject, coalesce(s.fact, u.fact) AS fact,
       l.name, s.sha256 AS stated, l.content AS kept, u.id IS NOT NULL AS used
     FROM stated s FULL JOIN (SELECT * FROM file_use WHERE tenant_id = $1) u ON u.file = s.file AND u.fact = s.fact
     LEFT JOIN file l ON l.tenant_id = $1 AND l.id = coalesce(s.file, u.file)
     ORDER BY 3, 1`,
    [tx.tenant],
  )
}
