import { IdParams } from '../../../wire/base.ts'
import {
  AddPerson,
  AddRole,
  AddTeam,
  AddedPerson,
  ChangePerson,
  ChangeRole,
  ChangeRoles,
  ChangeTeam,
  Invitation,
  Invite,
  Leave,
  Person,
  PersonPage,
  PersonQuery,
  RetiredQuery,
  Role,
  RolePage,
  RoleParams,
  Team,
  TeamPage,
} from '../../../wire/parties.ts'
import { addOne, changeOne, changeRoles, getOne, invite, leaveNow, list } from '../people/people.ts'
import { addRole, changeRole, listRoles } from '../people/roles.ts'
import { addTeam, changeTeam, listTeams } from '../people/teams.ts'
import { route } from '../route.ts'

export const PEOPLE_ROUTES = [
  route({ at: 'GET /people', permission: 'person.read', query: PersonQuery, answer: PersonPage, handle: list }),
  route({ at: 'GET /people/{id}', permission: 'person.read', params: IdParams, answer: Person, handle: getOne }),
  route({ at: 'POST /people', permission: 'person.manage', body: AddPerson, answer: AddedPerson, status: 201, handle: addOne }),
  route({ at: 'PATCH /people/{id}', permission: 'person.manage', params: IdParams, body: ChangePerson, answer: Person, handle: changeOne }),
  route({
    at: 'POST /people/{id}/roles',
    permission: 'person.manage',
    params: IdParams,
    body: ChangeRoles,
    answer: Person,
    handle: changeRoles,
  }),
  route({ at: 'POST /people/{id}/leave', permission: 'person.manage', params: IdParams, body: Leave, answer: Person, handle: leaveNow }),
  route({
    at: 'POST /people/{id}/invite',
    permission: 'person.manage',
    params: IdParams,
    body: Invite,
    answer: Invitation,
    handle: invite,
  }),
  route({ at: 'GET /roles', permission: 'person.read', query: RetiredQuery, answer: RolePage, handle: listRoles }),
  route({ at: 'POST /roles', permission: 'role.manage', body: AddRole, answer: Role, status: 201, handle: addRole }),
  route({ at: 'PATCH /roles/{id}', permission: 'role.manage', params: RoleParams, body: ChangeRole, answer: Role, handle: changeRole }),
  route({ at: 'POST /teams', permission: 'team.manage', body: AddTeam, answer: Team, status: 201, handle: addTeam }),
  route({ at: 'PATCH /teams/{id}', permission: 'team.manage', params: IdParams, body: ChangeTeam, answer: Team, handle: changeTeam }),
  route({ at: 'GET /teams', permission: 'person.read', query: RetiredQuery, answer: TeamPage, handle: listTeams }),
]
