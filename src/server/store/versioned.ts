import type { Tx } from '../database/pool.ts'
import { Sql } from './rows.ts'

/** Field of the API → its column. */
export type Columns = Readonly<Record<string, string>>

export type VersionedChange = {
  readonly table: 'customer' | 'site' | 'asset' | 'person' | 'role' | 'team'
  readonly id: string
  readonly version: number
  readonly columns: Columns
  /** what the client sent; undefined leaves a field alone, null empties it */
  readonly change: Readonly<Record<string, unknown>>
  /** columns that follow from the change: initials */
  readonly derived?: Readonly<Record<string, unknown>>
  /** undefined: the table does not say when */
  readonly now?: number | undefined
}

export type Conflict = { readonly field: string; readonly yours: unknown; readonly theirs: unknown }

export type VersionedOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'conflict'; readonly fields: readonly Conflict[] }

/** Changes a record if it still is the version that the writer saw; else says field by field what stands against what was sent. */
export async function changeVersioned(
  tx: Tx,
  { table, id, version, columns, change, derived = {}, now }: VersionedChange,
): Promise<VersionedOutcome> {
  const fields = Object.keys(columns).filter((field) => change[field] !== undefined)
  const sql = new Sql()
  const sets = [
    ...fields.map((field) => `${columns[field]} = ${sql.value(change[field])}`),
    ...Object.entries(derived).map(([column, value]) => `${column} = ${sql.value(value)}`),
    'version = version + 1',
    ...(now === undefined ? [] : [`changed_at = ${sql.value(now)}`]),
  ]
  const where = `id = ${sql.value(id)} AND version = ${sql.value(version)}`
  const [changed] = await tx.query(`UPDATE ${table} SET ${sets.join(', ')} WHERE ${where} RETURNING id`, sql.values)
  if (changed) return { kind: 'changed' }
  const [standing] = await tx.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = $1`, [id])
  if (!standing) return { kind: 'missing' }
  const differing = fields.filter((field) => standing[columns[field] ?? ''] !== change[field])
  return { kind: 'conflict', fields: differing.map((field) => ({ field, yours: change[field], theirs: standing[columns[field] ?? ''] })) }
}
