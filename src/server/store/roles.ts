import type { Grant } from '../../core/access/actions.ts'
import type { Tx } from '../database/pool.ts'
import { changeVersioned } from './versioned.ts'
import type { VersionedOutcome } from './versioned.ts'

export type RoleWithPeople = {
  readonly id: string
  readonly name: string | null
  readonly grants: readonly Grant[]
  readonly retired_at: number | null
  readonly version: number
  readonly people: number
}

/** With how many people have each, leavers not counted. */
export function rolesWithPeople(tx: Tx, id?: string): Promise<RoleWithPeople[]> {
  return tx.query(
    `SELECT r.id, r.name, r.grants, r.retired_at, r.version,
       (SELECT count(*)::int FROM person_role h JOIN person p ON p.tenant_id = h.tenant_id AND p.id = h.person AND p.left_at IS NULL
        WHERE h.tenant_id = r.tenant_id AND h.role = r.id) AS people
     FROM role r WHERE $1::text IS NULL OR r.id = $1 ORDER BY r.id`,
    [id ?? null],
  )
}

export type NewRole = { readonly id: string; readonly name: string; readonly grants: readonly object[] }

/** False where the id is taken. */
export async function addRoleRow(tx: Tx, { id, name, grants }: NewRole): Promise<boolean> {
  const rows = await tx.query(
    'INSERT INTO role (tenant_id, id, name, grants) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id',
    [tx.tenant, id, name, JSON.stringify(grants)],
  )
  return rows.length > 0
}

export type RoleChange = {
  readonly id: string
  readonly version: number
  readonly name?: string | undefined
  readonly grants?: readonly object[] | undefined
  readonly retired?: boolean | undefined
  readonly now: number
}

export function changeRoleRow(tx: Tx, { id, version, name, grants, retired, now }: RoleChange): Promise<VersionedOutcome> {
  const change = { name, grants: grants && JSON.stringify(grants) }
  const derived = retired === undefined ? {} : { retired_at: retired ? now : null }
  return changeVersioned(tx, { table: 'role', id, version, columns: { name: 'name', grants: 'grants' }, change, derived })
}

/** People who can still manage people and roles of the whole firm. Their rows are held, so that two changes cannot pass each other. */
export async function managersLeft(tx: Tx): Promise<number> {
  const holds = (action: string) => `EXISTS (SELECT FROM person_role h JOIN role r ON r.tenant_id = h.tenant_id AND r.id = h.role
    WHERE h.tenant_id = p.tenant_id AND h.person = p.id AND r.retired_at IS NULL AND r.grants @> '[{"action": "${action}", "scope": "all"}]')`
  const rows = await tx.query(
    `SELECT p.id FROM person p WHERE p.left_at IS NULL AND p.customer IS NULL AND ${holds('person.manage')} AND ${holds('role.manage')} ORDER BY p.id FOR UPDATE OF p`,
  )
  return rows.length
}
