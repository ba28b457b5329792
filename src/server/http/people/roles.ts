import { SCOPES, isAction } from '../../../core/access/actions.ts'
import type { Action, Grant } from '../../../core/access/actions.ts'
import { SHIPPED_ROLES, shippedRole } from '../../../core/access/roles.ts'
import { actionName } from '../../../core/access/say.ts'
import type { Locale } from '../../../core/words.ts'
import type { AddRole, ChangeRole, RetiredQuery, Role, RolePage } from '../../../wire/parties.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { addRoleRow, changeRoleRow, managersLeft, rolesWithPeople } from '../../store/roles.ts'
import type { RoleWithPeople } from '../../store/roles.ts'
import { writeTrail } from '../../store/trail.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { roleName } from '../names.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { peopleChanged } from '../session/log-in.ts'
import { versionConflict } from '../version-conflict.ts'

type Manages<Body, Params = { readonly id: string }> = Call<'role.manage', Params, undefined, Body>
type Given = readonly { readonly action: string; readonly scope: Grant['scope'] }[]

const width = (scope: Grant['scope']) => SCOPES.indexOf(scope)
const covers = (held: readonly Grant[], { action, scope }: Given[number]) =>
  held.some((own) => own.action === action && width(own.scope) >= width(scope))

/**
 * Nobody grants what they do not hold. An administrator hands out the shipped roles, so what these hold is theirs to grant as well, and no further.
 * What a role holds already stays, whoever changes the rest of it.
 */
function beyondOwn(caller: Caller, grants: Given, before: readonly Grant[]): string | undefined {
  const shipped = caller.roles.some((role) => role.id === 'administrator') ? SHIPPED_ROLES.flatMap((role) => role.grants) : []
  const held = [...caller.grants, ...shipped, ...before]
  return grants.find((grant) => !covers(held, grant))?.action
}

/** Actions exist, each once, and are the caller's to grant. */
function grantsProblem(
  caller: Caller,
  grants: Given,
  { before, locale }: { before: readonly Grant[]; locale: Locale },
): Refused | undefined {
  const unknown = grants.find(({ action }) => !isAction(action))
  if (unknown) return refuseField('grants', 'role.action-unknown', { action: unknown.action })
  const twice = grants.find(({ action }, index) => grants.findIndex((other) => other.action === action) !== index)
  if (twice) return refuseField('grants', 'role.action-twice', { action: twice.action })
  const beyond = beyondOwn(caller, grants, before)
  return beyond === undefined ? undefined : refuseField('grants', 'role.beyond-own', { action: actionName(beyond as Action, locale) })
}

type Noted = { readonly http: Http; readonly caller: Caller; readonly address: string }

function note(
  tx: Tx,
  { http, caller, address }: Noted,
  line: { action: string; subject: string; data?: Record<string, string> },
): Promise<void> {
  return writeTrail(tx, { at: http.services.clock.machine(), person: caller.person, address, ...line })
}

function present(row: RoleWithPeople, locale: Locale): Role {
  const shipped = shippedRole(row.id)
  return {
    id: row.id,
    name: roleName(locale, row),
    grants: row.grants.map(({ action, scope }) => ({ action, scope })),
    shipped: shipped !== undefined,
    party: shipped?.party ?? 'vendor',
    people: row.people,
    retired: row.retired_at !== null,
    version: row.version,
  }
}

/** `ticket.read:all ticket.note:own` */
const inOneLine = (grants: Given): string => grants.map(({ action, scope }) => `${action}:${scope}`).join(' ')

export async function listRoles({
  http,
  caller,
  query,
  locale,
}: Call<'person.read', undefined, RetiredQuery, undefined>): Promise<RolePage> {
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => rolesWithPeople(tx))
  const items = rows.map((row) => present(row, locale)).filter((role) => query.retired === 'yes' || !role.retired)
  return { items: caller.customer === undefined ? items : items.filter((role) => role.party === 'customer') }
}

async function shown(tx: Tx, id: string, locale: Locale): Promise<Role | Refused> {
  const [row] = await rolesWithPeople(tx, id)
  return row ? present(row, locale) : recordMissing()
}

/** A role of the firm's own. */
export async function addRole(call: Manages<AddRole, undefined>): Promise<Role | Refused> {
  const { body, caller, http, locale } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const problem = grantsProblem(caller, body.grants, { before: [], locale })
  if (problem) return problem
  const answer = await once<Role>(call, {
    work: async (tx) => {
      if (!(await addRoleRow(tx, body))) return refuseField('id', 'role.taken', { role: body.id })
      await note(tx, call, { action: 'role.added', subject: `role/${body.id}`, data: { name: body.name, grants: inOneLine(body.grants) } })
      return shown(tx, body.id, locale)
    },
  })
  if (!(answer instanceof Refused)) peopleChanged(http, caller.tenant)
  return answer
}

/** What a shipped role never does, and what nobody's role does while people have it. */
function changeProblem(body: ChangeRole, row: RoleWithPeople, { caller, locale }: { caller: Caller; locale: Locale }): Refused | undefined {
  const { name, grants, retired } = body
  if (name === undefined && grants === undefined && retired === undefined) return refuseField('name', 'field.nothing-to-change')
  const shipped = shippedRole(row.id) !== undefined
  if (shipped && name !== undefined) return refuseField('name', 'role.shipped-name')
  if (shipped && retired === true) return refuseField('retired', 'role.shipped-stays')
  if (retired === true && row.people > 0) return refuse(422, 'role.held', { count: row.people, role: roleName(locale, row) })
  return grants && grantsProblem(caller, grants, { before: row.grants, locale })
}

/** Name, grants, in use or retired: from the next request of everybody who has it. */
export async function changeRole(call: Manages<ChangeRole>): Promise<Role | Refused> {
  const { params, body, caller, http, locale } = call
  if (caller.customer !== undefined) return recordMissing()
  const answer = await once<Role>(call, {
    work: async (tx, now) => {
      const [row] = await rolesWithPeople(tx, params.id)
      if (!row) return recordMissing()
      const problem = changeProblem(body, row, { caller, locale })
      if (problem) return problem
      const changed = await changeRoleRow(tx, { ...body, id: params.id, now })
      if (changed.kind !== 'changed') return versionConflict(changed)
      if ((await managersLeft(tx)) === 0) return refuseField('grants', 'role.last-manager')
      const { retired, grants } = body
      const action = retired === undefined ? 'role.changed' : retired ? 'role.retired' : 'role.reinstated'
      const data: Record<string, string> = grants ? { from: inOneLine(row.grants), to: inOneLine(grants) } : {}
      await note(tx, call, { action, subject: `role/${params.id}`, data })
      return shown(tx, params.id, locale)
    },
  })
  if (!(answer instanceof Refused)) peopleChanged(http, caller.tenant)
  return answer
}
