import type { Passage } from '../../core/document/passage.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Tx } from '../database/pool.ts'
import { present } from './rows.ts'

export type PlanDocumentRow = {
  id: string
  n: number
  file: string
  file_name: string
  size: number
  media_type: string
  pages: number | null
  person: string
  person_name: string
  at: Instant
}

/** All documents that a version of a plan had, the one that counts first. */
export function findPlanDocuments(tx: Tx, plan: string): Promise<PlanDocumentRow[]> {
  return tx.query<PlanDocumentRow>(
    `SELECT d.id, d.n, d.file, f.name AS file_name, f.size, f.media_type, d.pages, d.person, p.name AS person_name, d.at
     FROM plan_document d JOIN file f ON f.tenant_id = d.tenant_id AND f.id = d.file JOIN person p ON p.tenant_id = d.tenant_id AND p.id = d.person
     WHERE d.plan = $1 ORDER BY d.n DESC`,
    [plan],
  )
}

type PassageRow = Omit<Passage, 'at' | 'cells' | 'page'> & { place: number; cells: string[] | null; page: number | null }

export async function readPassages(tx: Tx, document: string): Promise<Passage[]> {
  const text = 'SELECT place, kind, level, text, cells, page FROM plan_passage WHERE document = $1 ORDER BY place'
  const rows = await tx.query<PassageRow>(text, [document])
  return rows.map(({ place, cells, page, ...rest }) => ({ at: place, ...rest, cells: present(cells), page: present(page) }))
}

/** How many there are, headings among them: their places are counted from 0. */
export async function countPassages(tx: Tx, document: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>('SELECT count(*)::int AS count FROM plan_passage WHERE document = $1', [document])
  return row?.count ?? 0
}

export type NewPlanDocument = {
  readonly id: string
  readonly plan: string
  readonly file: { readonly id: string; readonly sha256: string }
  readonly pages: number | undefined
  readonly passages: readonly Passage[]
  readonly person: string
  readonly at: Instant
}

/** The document with its passages becomes the one that counts. Whoever writes holds the plan. */
export async function addPlanDocument(tx: Tx, { id, plan, file, pages, passages, person, at }: NewPlanDocument): Promise<void> {
  await tx.query(
    `INSERT INTO plan_document (tenant_id, id, plan, n, file, sha256, pages, person, at)
     SELECT $1, $2, $3, coalesce(max(d.n), 0) + 1, $4, $5, $6, $7, $8 FROM plan_document d WHERE d.tenant_id = $1 AND d.plan = $3`,
    [tx.tenant, id, plan, file.id, file.sha256, pages ?? null, person, at],
  )
  await tx.query(
    `INSERT INTO plan_passage (tenant_id, document, place, kind, level, text, cells, page)
     SELECT $1, $2, p.at, p.kind, p.level, p.text, p.cells, p.page
     FROM json_to_recordset($3::json) AS p(at integer, kind text, level integer, text text, cells jsonb, page integer)`,
    [tx.tenant, id, JSON.stringify(passages)],
  )
}

export type RulingRow = { place: number; parts: string[] | null; person: string; person_name: string; at: Instant }

/** The last ruling of each passage. */
export function readRulings(tx: Tx, document: string): Promise<RulingRow[]> {
  return tx.query<RulingRow>(
    `SELECT DISTINCT ON (r.place) r.place, r.parts, r.person, p.name AS person_name, r.at
     FROM passage_ruling r JOIN person p ON p.tenant_id = r.tenant_id AND p.id = r.person WHERE r.document = $1 ORDER BY r.place, r.n DESC`,
    [document],
  )
}

export type NewRuling = { readonly passage: number; readonly parts: readonly string[] | null }

/** Whoever writes holds the plan. */
export async function addRulings(
  tx: Tx,
  document: string,
  { rulings, person, at }: { readonly rulings: readonly NewRuling[]; readonly person: string; readonly at: Instant },
): Promise<void> {
  for (const { passage, parts } of rulings)
    await tx.query(
      `INSERT INTO passage_ruling (tenant_id, document, place, n, parts, person, at)
       SELECT $1, $2, $3, coalesce(max(r.n), 0) + 1, $4, $5, $6 FROM passage_ruling r WHERE r.tenant_id = $1 AND r.document = $2 AND r.place = $3`,
      [tx.tenant, document, passage, parts, person, at],
    )
}

/** What was ruled of a passage holds for the same words in the document that replaces it, as long as they stand there once: still by whom and when it was. */
export async function carryRulings(tx: Tx, from: string, to: string): Promise<void> {
  await tx.query(
    `WITH ruled AS (
       SELECT DISTINCT ON (r.place) p.text, r.parts, r.person, r.at FROM passage_ruling r
       JOIN plan_passage p ON p.tenant_id = r.tenant_id AND p.document = r.document AND p.place = r.place
       WHERE r.tenant_id = $1 AND r.document = $2 ORDER BY r.place, r.n DESC),
     once AS (SELECT text, min(place) AS place FROM plan_passage WHERE tenant_id = $1 AND document = $3 GROUP BY text HAVING count(*) = 1),
     sole AS (SELECT text FROM plan_passage WHERE tenant_id = $1 AND document = $2 GROUP BY text HAVING count(*) = 1)
     INSERT INTO passage_ruling (tenant_id, document, place, n, parts, person, at)
     SELECT $1, $3, once.place, 1, ruled.parts, ruled.person, ruled.at FROM ruled JOIN once USING (text) JOIN sole USING (text) WHERE ruled.parts IS NOT NULL`,
    [tx.tenant, from, to],
  )
}
