import type { TrailQuery } from '../../wire/desk.ts'
import type { Json } from '../../core/fact.ts'
import type { Tx } from '../database/pool.ts'
import { Sql, likePattern, readCursor } from './rows.ts'

export type TrailLine = {
  readonly at: number
  readonly person?: string | undefined
  /** `session.opened`, `person.roles` …: noun and participle, as facts are spelt */
  readonly action: string
  readonly subject?: string | undefined
  readonly address?: string | undefined
  readonly data?: { readonly [key: string]: Json | undefined }
}

/** What people did, in the transaction in which they did it. The application may add lines and neither change nor remove any. */
export async function writeTrail(tx: Tx, line: TrailLine): Promise<void> {
  await tx.query(
    `INSERT INTO trail (tenant_id, at, person, action, subject, address, data) VALUES (current_setting('nuoxing.tenant'), $1, $2, $3, $4, $5, $6)`,
    [line.at, line.person ?? null, line.action, line.subject ?? null, line.address ?? null, JSON.stringify(line.data ?? {})],
  )
}

export type TrailRow = {
  id: number
  at: number
  person: string | null
  person_name: string | null
  action: string
  subject: string | null
  address: string | null
  data: { [key: string]: Json }
}

/** Newest first. `q` looks into the person's name, the action, the subject, the address and what was noted; `said`: the actions whose words hold it. */
export function findTrail(tx: Tx, query: TrailQuery, said: readonly string[]): Promise<TrailRow[]> {
  const sql = new Sql()
  const after = readCursor(query.cursor, ['instant', 'instant'])
  const like = query.q ? sql.value(likePattern(query.q)) : undefined
  const where = [
    query.person && `t.person = ${sql.value(query.person)}`,
    query.action && `t.action = ${sql.value(query.action)}`,
    query.from !== undefined && `t.at >= ${sql.value(query.from)}`,
    query.until !== undefined && `t.at < ${sql.value(query.until)}`,
    like &&
      `(p.name ILIKE ${like} OR p.account ILIKE ${like} OR t.action ILIKE ${like} OR t.action = ANY(${sql.value(said)}) OR t.subject ILIKE ${like} OR t.address ILIKE ${like} OR t.data::text ILIKE ${like})`,
    after && `(t.at, t.id) < (${sql.value(after[0])}, ${sql.value(after[1])})`,
  ].filter(Boolean)
  return tx.query<TrailRow>(
    `SELECT t.id, t.at, t.person, p.name AS person_name, t.action, t.subject, t.address, t.data
     FROM trail t LEFT JOIN person p ON p.tenant_id = t.tenant_id AND p.id = t.person
     ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY t.at DESC, t.id DESC LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}
