import type { Actor } from '../../core/access/can.ts'
import type { Grant } from '../../core/access/actions.ts'
import { widestScope } from '../../core/access/can.ts'
import type { PersonQuery } from '../../wire/parties.ts'
import type { Tx } from '../database/pool.ts'
import { initialsOf } from './initials.ts'
import { nameCondition } from './parties.ts'
import { Sql, readCursor } from './rows.ts'

export type PersonRow = {
  id: string
  version: number
  name: string
  initials: string
  account: string
  phone: string | null
  email: string | null
  team: string | null
  team_name: string | null
  customer: string | null
  customer_name: string | null
  subcontractor: string | null
  roles: { id: string; name: string | null }[]
  left_at: number | null
  locked_until: number | null
}

/** A customer's people see the people of their own customer, and ours nowhere but by name on their tickets. */
export function findPeople(tx: Tx, actor: Actor, query: PersonQuery & { readonly id?: string | undefined }): Promise<PersonRow[]> {
  const sql = new Sql()
  const place = readCursor(query.cursor, ['text', 'text'])
  const where = [
    widestScope(actor.grants, 'person.read') === undefined ? 'false' : 'true',
    actor.customer === undefined ? 'true' : `p.customer = ${sql.value(actor.customer)}`,
    query.id === undefined ? 'true' : `p.id = ${sql.value(query.id)}`,
    query.team === undefined ? 'true' : `p.team = ${sql.value(query.team)}`,
    query.customer === undefined ? 'true' : `p.customer = ${sql.value(query.customer)}`,
    query.role === undefined
      ? 'true'
      : `EXISTS (SELECT FROM person_role x WHERE x.tenant_id = p.tenant_id AND x.person = p.id AND x.role = ${sql.value(query.role)})`,
    query.left === 'all' ? 'true' : `p.left_at IS ${query.left === 'yes' ? 'NOT ' : ''}NULL`,
    nameCondition(sql, query.q, { alias: 'p', also: ['p.account'] }),
    place ? `(p.initials, p.id) > (${sql.value(place[0])}, ${sql.value(place[1])})` : 'true',
  ]
  return tx.query(
    `SELECT p.id, p.version, p.name, p.initials, p.account, p.phone, p.email, p.team, t.name AS team_name, p.customer, c.name AS customer_name, p.subcontractor, p.left_at, p.locked_until,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) ORDER BY r.id) FROM person_role pr
         JOIN role r ON r.tenant_id = pr.tenant_id AND r.id = pr.role WHERE pr.tenant_id = p.tenant_id AND pr.person = p.id), '[]') AS roles
     FROM person p LEFT JOIN team t ON t.tenant_id = p.tenant_id AND t.id = p.team LEFT JOIN customer c ON c.tenant_id = p.tenant_id AND c.id = p.customer
     WHERE ${where.join(' AND ')} ORDER BY p.initials, p.id LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}

export type NewPerson = {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly phone: string | undefined
  readonly email?: string | undefined
  readonly team: string | undefined
  readonly customer: string | undefined
  readonly subcontractor?: string | undefined
  readonly roles: readonly string[]
  readonly now: number
}

export async function addPerson(tx: Tx, person: NewPerson): Promise<void> {
  await tx.query(
    `INSERT INTO person (tenant_id, id, name, initials, account, phone, email, team, customer, subcontractor, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
    [
      tx.tenant,
      person.id,
      person.name,
      initialsOf(person.name),
      person.account,
      person.phone ?? null,
      person.email ?? null,
      person.team ?? null,
      person.customer ?? null,
      person.subcontractor ?? null,
      person.now,
    ],
  )
  await setRoles(tx, person.id, person.roles)
}

export async function setRoles(tx: Tx, person: string, roles: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM person_role WHERE person = $1 AND role <> ALL($2)', [person, roles])
  await tx.query('INSERT INTO person_role (tenant_id, person, role) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING', [
    tx.tenant,
    person,
    roles,
  ])
}

export async function accountOf(tx: Tx, person: string): Promise<{ id: string; account: string } | undefined> {
  const [row] = await tx.query<{ id: string; account: string }>('SELECT id, account FROM person WHERE id = $1 AND left_at IS NULL', [
    person,
  ])
  return row
}

export type RoleRow = { id: string; name: string | null; grants: Grant[] }

/** Those that may be given to somebody. */
export function allRoles(tx: Tx): Promise<RoleRow[]> {
  return tx.query('SELECT id, name, grants FROM role WHERE retired_at IS NULL ORDER BY id')
}

/** People other than this one who can still manage people: the firm must never lock itself out. Locked, so that two leavers cannot pass each other. */
export async function otherAdministrators(tx: Tx, person: string): Promise<number> {
  const rows = await tx.query(
    `SELECT p.id FROM person p WHERE p.left_at IS NULL AND p.id <> $1 AND EXISTS (SELECT FROM person_role pr JOIN role r ON r.tenant_id = pr.tenant_id AND r.id = pr.role
       WHERE pr.tenant_id = p.tenant_id AND pr.person = p.id AND r.grants @> '[{"action": "person.manage"}]') ORDER BY p.id FOR UPDATE OF p`,
    [person],
  )
  return rows.length
}

/** The account closes at once: sessions and tokens go, links die, the password is forgotten. The person stays, for what they did. */
export async function leave(tx: Tx, person: string, now: number): Promise<void> {
  await tx.query('DELETE FROM session WHERE person = $1', [person])
  await tx.query('DELETE FROM token WHERE person = $1', [person])
  await tx.query('UPDATE one_time_link SET used_at = $2 WHERE person = $1 AND used_at IS NULL', [person, now])
  await tx.query('UPDATE person SET left_at = $2, password_hash = NULL, version = version + 1, changed_at = $2 WHERE id = $1', [
    person,
    now,
  ])
}

export async function personStands(
  tx: Tx,
  person: string,
): Promise<{ version: number; left_at: number | null; customer: string | null; account: string } | undefined> {
  const [row] = await tx.query<{ version: number; left_at: number | null; customer: string | null; account: string }>(
    'SELECT version, left_at, customer, account FROM person WHERE id = $1 FOR UPDATE',
    [person],
  )
  return row
}

export async function bumpPerson(tx: Tx, person: string, now: number): Promise<void> {
  await tx.query('UPDATE person SET version = version + 1, changed_at = $2 WHERE id = $1', [person, now])
}

/** For whom a person works: our own, or the firm that sends them. Undefined: nobody of that id is with us. */
export async function employerOf(
  tx: Tx,
  person: string,
): Promise<{ readonly name: string; readonly subcontractor: string | null } | undefined> {
  const text = 'SELECT name, subcontractor FROM person WHERE id = $1 AND left_at IS NULL AND customer IS NULL'
  return (await tx.query<{ name: string; subcontractor: string | null }>(text, [person]))[0]
}
