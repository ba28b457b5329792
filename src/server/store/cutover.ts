import type { Subject } from '../../core/fact.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Tx } from '../database/pool.ts'

/** Of these facts those that are there. */
export async function factsThere(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>('SELECT id FROM fact WHERE tenant_id = $1 AND id = ANY($2)', [tx.tenant, ids])
  return new Set(rows.map(({ id }) => id))
}

/** Everything that may owe something under a contract, itself, its tickets, devices and places: the next so many after this one. */
export async function subjectsUnder(
  tx: Tx,
  contract: string,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<Subject[]> {
  const text = 'SELECT subject FROM record_state WHERE tenant_id = $1 AND contract = $2 AND subject > $3 ORDER BY subject LIMIT $4'
  return (await tx.query<{ subject: Subject }>(text, [tx.tenant, contract, after, most])).map(({ subject }) => subject)
}

export type ImportRow = {
  at: Instant
  person: string | null
  person_name: string | null
  file: string
  file_name: string | null
  sheet: string
  lines: number
}

/** What was imported, as the facts themselves tell: by whom, when, from which file, how many lines of each sheet; the newest first. */
export function importsOf(tx: Tx, contract: string): Promise<ImportRow[]> {
  return tx.query<ImportRow>(
    `SELECT f.recorded_at AS at, f.by_person AS person, p.name AS person_name, f.data -> 'imported' ->> 'file' AS file, l.name AS file_name,
       f.data -> 'imported' ->> 'sheet' AS sheet, count(DISTINCT f.data -> 'imported' -> 'row')::int AS lines
     FROM fact_subject s JOIN fact f ON f.tenant_id = s.tenant_id AND f.seq = s.seq
     LEFT JOIN person p ON p.tenant_id = f.tenant_id AND p.id = f.by_person
     LEFT JOIN file l ON l.tenant_id = f.tenant_id AND l.id = f.data -> 'imported' ->> 'file'
     WHERE s.tenant_id = $1 AND s.subject = $2 AND f.source = 'import' AND f.data ? 'imported'
     GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1 DESC, 5, 6 LIMIT 200`,
    [tx.tenant, `contract/${contract}`],
  )
}
