import type { Action, Grant } from '../../../core/access/actions.ts'
import { SCOPES } from '../../../core/access/actions.ts'
import { actionName } from '../../../core/access/say.ts'
import { shippedRole } from '../../../core/access/roles.ts'
import type { Locale } from '../../../core/words.ts'
import type {
  AddPerson,
  AddedPerson,
  ChangePerson,
  ChangeRoles,
  Invitation,
  Invite,
  Leave,
  Person,
  PersonPage,
  PersonQuery,
} from '../../../wire/parties.ts'
import { sqlState, withTenant } from '../../database/pool.ts'
import type { Transaction, Tx } from '../../database/pool.ts'
import { initialsOf } from '../../store/initials.ts'
import {
  accountOf,
  addPerson,
  allRoles,
  bumpPerson,
  findPeople,
  leave,
  otherAdministrators,
  personStands,
  setRoles,
} from '../../store/people.ts'
import type { PersonRow, RoleRow } from '../../store/people.ts'
import { pageOf } from '../../store/rows.ts'
import { isTeamInUse } from '../../store/teams.ts'
import { writeTrail } from '../../store/trail.ts'
import { changeVersioned } from '../../store/versioned.ts'
import type { Caller } from '../caller.ts'
import { roleName } from '../names.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'
import { mailAccountLink } from '../../messages/account-link.ts'
import type { Http } from '../http.ts'
import { peopleChanged } from '../session/log-in.ts'
import { newLink } from '../session/password.ts'
import { versionConflict } from '../version-conflict.ts'

type Reads<Query = undefined, Params = undefined> = Call<'person.read', Params, Query, undefined>
type Manages<Body, Params = { id: string }> = Call<'person.manage', Params, undefined, Body>

function presentPerson(row: PersonRow, { locale, now }: { locale: Locale; now: number }): Person {
  return {
    id: row.id,
    name: row.name,
    account: row.account,
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.team === null ? {} : { team: { id: row.team, name: row.team_name ?? row.team } }),
    ...(row.customer === null ? {} : { customer: { id: row.customer, name: row.customer_name ?? row.customer } }),
    ...(row.subcontractor === null ? {} : { subcontractor: row.subcontractor }),
    roles: row.roles.map((role) => ({ id: role.id, name: roleName(locale, role) })),
    left: row.left_at !== null,
    locked: (row.locked_until ?? 0) > now,
    version: row.version,
  }
}

export async function list({ http, caller, query, locale }: Reads<PersonQuery>): Promise<PersonPage> {
  const now = http.services.clock.machine()
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findPeople(tx, caller, query))
  return pageOf(rows, { limit: query.limit, place: (row) => [row.initials, row.id], show: (row) => presentPerson(row, { locale, now }) })
}

type Reading = { readonly caller: Caller; readonly locale: Locale; readonly now: number }

async function readPerson(tx: Tx, id: string, { caller, locale, now }: Reading): Promise<Person | Refused> {
  const [row] = await findPeople(tx, caller, { id, left: 'all', limit: 1 })
  return row ? presentPerson(row, { locale, now }) : recordMissing()
}

export function getOne({ http, caller, params, locale }: Reads<undefined, { id: string }>): Promise<Person | Refused> {
  const now = http.services.clock.machine()
  return withTenant(http.services.pool, caller.tenant, (tx) => readPerson(tx, params.id, { caller, locale, now }))
}

/** Nobody gives what they do not have: a grant to others reaches no further than one's own, except that administrators hand out the shipped roles. */
function beyondOwn(caller: Caller, grants: readonly Grant[]): Action | undefined {
  const width = (scope: Grant['scope']) => SCOPES.indexOf(scope)
  return grants.find((grant) => !caller.grants.some((own) => own.action === grant.action && width(own.scope) >= width(grant.scope)))?.action
}

type Speaking = { readonly caller: Caller; readonly locale: Locale }

/** A role is one's own to give, or to take from somebody. Else: what it grants beyond one's own. */
function beyondIn(caller: Caller, role: RoleRow): Action | undefined {
  return shippedRole(role.id) && caller.roles.some((own) => own.id === 'administrator') ? undefined : beyondOwn(caller, role.grants)
}

/** Whoever may more than oneself is not managed by oneself: a link to a new password, or another address for it, would hand over all that they may. */
async function aboveOwn(tx: Tx, { caller, locale }: Speaking, { id, roles }: PersonRow): Promise<Refused | undefined> {
  if (id === caller.person) return undefined
  const held = (await allRoles(tx)).filter((role) => roles.some((one) => one.id === role.id))
  const beyond = held.map((role) => beyondIn(caller, role)).find((action) => action !== undefined)
  return beyond && refuse(403, 'person.above-own', { action: actionName(beyond, locale) })
}

/** The roles must exist, fit the party that the person belongs to, and be the caller's to give. */
export function rolesProblem(
  { caller, locale }: Speaking,
  wanted: readonly string[],
  { known, customer }: { known: readonly RoleRow[]; customer: string | undefined },
): Refused | undefined {
  for (const id of wanted) {
    const role = known.find((one) => one.id === id)
    if (!role) return refuseField('roles', 'person.role-unknown', { role: id })
    const shipped = shippedRole(id)
    const party = shipped?.party ?? 'vendor'
    if ((party === 'customer') !== (customer !== undefined)) return refuseField('roles', 'person.role-customer')
    const beyond = beyondIn(caller, role)
    if (beyond) return refuseField('roles', 'person.role-above', { action: actionName(beyond, locale) })
  }
  return undefined
}

export async function addOne(call: Manages<AddPerson, undefined>): Promise<AddedPerson | Refused> {
  const { http, caller, body, locale, address } = call
  const customer = caller.customer ?? body.customer
  const outcome = await once<AddedPerson>(call, {
    keep: (person) => ({ ...person, invitation: undefined }),
    work: async (tx, now) => {
      const problem = rolesProblem(call, body.roles, { known: await allRoles(tx), customer })
      if (problem) return problem
      if (body.team !== undefined && !(await isTeamInUse(tx, body.team))) return refuseField('team', 'field.no-such', { value: body.team })
      if (customer !== undefined && body.subcontractor !== undefined) return refuseField('subcontractor', 'person.subcontractor-customer')
      const id = newId()
      await addPerson(tx, {
        id,
        name: body.name,
        account: body.account,
        phone: body.phone,
        email: body.email,
        team: body.team,
        customer,
        subcontractor: body.subcontractor,
        roles: body.roles,
        now,
      })
      await writeTrail(tx, {
        at: now,
        person: caller.person,
        action: 'person.added',
        subject: `person/${id}`,
        address,
        data: { account: body.account, roles: body.roles },
      })
      const invitation = await invited(tx, call, { person: id, now })
      const person = await readPerson(tx, id, { caller, locale, now })
      return person instanceof Refused ? person : { ...person, invitation }
    },
  }).catch((error: unknown) => personFault(error, body))
  if (!(outcome instanceof Refused)) peopleChanged(http, caller.tenant, outcome.id)
  return outcome
}

/** What the table refuses, said of the field that caused it. */
function personFault(error: unknown, body: Partial<AddPerson>): Refused {
  const state = sqlState(error)
  if (state?.code === '23505') return refuseField('account', 'person.account-taken', { account: body.account ?? '' })
  if (state?.code !== '23503') throw error
  const aboutTeam = state.constraint?.includes('_team_') ?? false
  return aboutTeam
    ? refuseField('team', 'field.no-such', { value: body.team ?? '' })
    : refuseField('customer', 'field.no-such', { value: body.customer ?? '' })
}

const COLUMNS = { name: 'name', phone: 'phone', email: 'email', team: 'team', subcontractor: 'subcontractor' } as const

export async function changeOne(call: Manages<ChangePerson>): Promise<Person | Refused> {
  const { http, caller, params, body, locale, address } = call
  const { version, ...change } = body
  const outcome = await once<Person>(call, {
    work: async (tx, now) => {
      const [seen] = await findPeople(tx, caller, { id: params.id, left: 'all', limit: 1 })
      if (!seen) return recordMissing()
      const above = await aboveOwn(tx, call, seen)
      if (above) return above
      if (change.team && !(await isTeamInUse(tx, change.team))) return refuseField('team', 'field.no-such', { value: change.team })
      if (change.subcontractor && seen.customer !== null) return refuseField('subcontractor', 'person.subcontractor-customer')
      const derived = change.name === undefined ? {} : { initials: initialsOf(change.name) }
      const changed = await changeVersioned(tx, { table: 'person', id: params.id, version, columns: COLUMNS, change, derived, now })
      if (changed.kind !== 'changed') return versionConflict(changed)
      await writeTrail(tx, {
        at: now,
        person: caller.person,
        action: 'person.changed',
        subject: `person/${params.id}`,
        address,
        data: { fields: Object.keys(change) },
      })
      return readPerson(tx, params.id, { caller, locale, now })
    },
  }).catch((error: unknown) => personFault(error, { team: body.team ?? '' }))
  if (!(outcome instanceof Refused)) peopleChanged(http, caller.tenant, params.id)
  return outcome
}

export async function changeRoles(call: Manages<ChangeRoles>): Promise<Person | Refused> {
  const { http, caller, params, body, locale, address } = call
  const outcome = await once<Person>(call, {
    work: async (tx, now) => {
      const [seen] = await findPeople(tx, caller, { id: params.id, left: 'all', limit: 1 })
      const standing = seen && (await personStands(tx, params.id))
      if (!seen || !standing) return recordMissing()
      const above = await aboveOwn(tx, call, seen)
      if (above) return above
      if (standing.version !== body.version)
        return versionConflict({
          kind: 'conflict',
          fields: [{ field: 'roles', yours: body.roles, theirs: seen.roles.map((role) => role.id) }],
        })
      const known = await allRoles(tx)
      const problem = rolesProblem(call, body.roles, { known, customer: standing.customer ?? undefined })
      if (problem) return problem
      const manages = known.some((role) => body.roles.includes(role.id) && role.grants.some((grant) => grant.action === 'person.manage'))
      if (!manages && (await otherAdministrators(tx, params.id)) === 0) return refuseField('roles', 'person.last-administrator')
      await setRoles(tx, params.id, body.roles)
      await bumpPerson(tx, params.id, now)
      const data = { from: seen.roles.map((role) => role.id), to: body.roles }
      await writeTrail(tx, { at: now, person: caller.person, action: 'person.roles', subject: `person/${params.id}`, address, data })
      return readPerson(tx, params.id, { caller, locale, now })
    },
  })
  if (!(outcome instanceof Refused)) peopleChanged(http, caller.tenant, params.id)
  return outcome
}

export async function leaveNow(call: Manages<Leave>): Promise<Person | Refused> {
  const { http, caller, params, body, locale, address } = call
  const outcome = await once<Person>(call, {
    work: async (tx, now) => {
      const [seen] = await findPeople(tx, caller, { id: params.id, left: 'all', limit: 1 })
      const standing = seen && (await personStands(tx, params.id))
      if (!seen || !standing) return recordMissing()
      const above = await aboveOwn(tx, call, seen)
      if (above) return above
      if (params.id === caller.person) return refuse(422, 'person.self-leave')
      if (standing.left_at !== null) return refuse(422, 'person.left')
      if (standing.version !== body.version) return versionConflict({ kind: 'conflict', fields: [] })
      if ((await otherAdministrators(tx, params.id)) === 0) return refuse(422, 'person.last-administrator')
      await leave(tx, params.id, now)
      await writeTrail(tx, { at: now, person: caller.person, action: 'person.left', subject: `person/${params.id}`, address })
      return readPerson(tx, params.id, { caller, locale, now })
    },
  })
  if (!(outcome instanceof Refused)) peopleChanged(http, caller.tenant, params.id)
  return outcome
}

type Invited = { readonly person: string; readonly now: number }

/** By mail to the person's own address where that goes; else as a link, for the administrator to hand over. */
async function invited(tx: Transaction, { http }: { readonly http: Http }, { person, now }: Invited): Promise<Invitation> {
  const mailedTo = await mailAccountLink(tx, http.services, { kind: 'invitation', person, now })
  return mailedTo === undefined ? newLink(tx, 'reset', { person, now }) : { mailedTo }
}

/** A fresh link for somebody who lost their password, or never had one. The old password holds until the link is used. */
export async function invite(call: Manages<Invite>): Promise<Invitation | Refused> {
  const { http, caller, params, body, address } = call
  const outcome = await once<Invitation>(call, {
    keep: () => undefined,
    work: async (tx, now) => {
      const [seen] = await findPeople(tx, caller, { id: params.id, left: 'no', limit: 1 })
      const person = seen && (await accountOf(tx, params.id))
      if (!seen || !person) return recordMissing()
      const above = await aboveOwn(tx, call, seen)
      if (above) return above
      await writeTrail(tx, { at: now, person: caller.person, action: 'person.invited', subject: `person/${params.id}`, address })
      return body.byHand ? newLink(tx, 'reset', { person: params.id, now }) : invited(tx, call, { person: params.id, now })
    },
  })
  if (!(outcome instanceof Refused)) peopleChanged(http, caller.tenant, params.id)
  return outcome
}
