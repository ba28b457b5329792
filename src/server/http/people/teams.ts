import type { AddTeam, ChangeTeam, RetiredQuery, Team, TeamPage } from '../../../wire/parties.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { addTeamRow, changeTeamRow, holdTeams, isOccupied, teamsWithPeople } from '../../store/teams.ts'
import type { TeamWithPeople } from '../../store/teams.ts'
import { writeTrail } from '../../store/trail.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'
import { peopleChanged } from '../session/log-in.ts'
import { versionConflict } from '../version-conflict.ts'

type Manages<Body, Params = { readonly id: string }> = Call<'team.manage', Params, undefined, Body>

function present({ id, name, parent, people, retired_at, version }: TeamWithPeople): Team {
  return { id, name, ...(parent === null ? {} : { parent }), people, retired: retired_at !== null, version }
}

export async function listTeams({ http, caller, query }: Call<'person.read', undefined, RetiredQuery, undefined>): Promise<TeamPage> {
  if (caller.customer !== undefined) return { items: [] }
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => teamsWithPeople(tx))
  return { items: rows.map(present).filter((team) => query.retired === 'yes' || !team.retired) }
}

/** A team stands under one that is there and in use, and, by whatever way, never under itself. */
function parentProblem(teams: readonly TeamWithPeople[], team: string, parent: string | null | undefined): Refused | undefined {
  if (parent === undefined || parent === null) return undefined
  const above = (id: string | null, seen: readonly string[] = []): readonly string[] =>
    id === null || seen.includes(id) ? seen : above(teams.find((one) => one.id === id)?.parent ?? null, [...seen, id])
  if (!teams.some((one) => one.id === parent && one.retired_at === null)) return refuseField('parent', 'field.no-such', { value: parent })
  return above(parent).includes(team) ? refuseField('parent', 'team.under-itself') : undefined
}

async function shown(tx: Tx, id: string): Promise<Team | Refused> {
  const row = (await teamsWithPeople(tx)).find((one) => one.id === id)
  return row ? present(row) : recordMissing()
}

export async function addTeam(call: Manages<AddTeam, undefined>): Promise<Team | Refused> {
  const { body, caller, http, address } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const answer = await once<Team>(call, {
    work: async (tx, now) => {
      const id = body.id ?? newId()
      const problem = parentProblem(await teamsWithPeople(tx), id, body.parent)
      if (problem) return problem
      if (!(await addTeamRow(tx, { id, name: body.name, parent: body.parent ?? null })))
        return refuseField('id', 'team.taken', { team: id })
      await writeTrail(tx, {
        at: now,
        person: caller.person,
        action: 'team.added',
        subject: `team/${id}`,
        address,
        data: { name: body.name },
      })
      return shown(tx, id)
    },
  })
  if (!(answer instanceof Refused)) peopleChanged(http, caller.tenant)
  return answer
}

/** Its name, the team above it, in use or retired. */
export async function changeTeam(call: Manages<ChangeTeam>): Promise<Team | Refused> {
  const { params, body, caller, http, address } = call
  const { name, parent, retired } = body
  if (caller.customer !== undefined) return recordMissing()
  if (name === undefined && parent === undefined && retired === undefined) return refuseField('name', 'field.nothing-to-change')
  const answer = await once<Team>(call, {
    work: async (tx, now) => {
      await holdTeams(tx)
      const teams = await teamsWithPeople(tx)
      const row = teams.find((one) => one.id === params.id)
      if (!row) return recordMissing()
      const problem = parentProblem(teams, params.id, parent)
      if (problem) return problem
      if (retired === true && (await isOccupied(tx, params.id))) return refuse(422, 'team.occupied', { team: row.name })
      const changed = await changeTeamRow(tx, { ...body, id: params.id, now })
      if (changed.kind !== 'changed') return versionConflict(changed)
      const action = retired === undefined ? 'team.changed' : retired ? 'team.retired' : 'team.reinstated'
      const data = { name: name ?? row.name, ...(parent === undefined ? {} : { parent: parent ?? '' }) }
      await writeTrail(tx, { at: now, person: caller.person, action, subject: `team/${params.id}`, address, data })
      return shown(tx, params.id)
    },
  })
  if (!(answer instanceof Refused)) peopleChanged(http, caller.tenant)
  return answer
}
