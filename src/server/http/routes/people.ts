import { IdParams } from '../../../wire/base.ts'
import {
  AddPerson,
  AddedPerson,
  ChangePerson,
  ChangeRoles,
  Invitation,
  Leave,
  Person,
  PersonPage,
  PersonQuery,
  RolePage,
  TeamPage,
} from '../../../wire/parties.ts'
import { addOne, changeOne, changeRoles, getOne, invite, leaveNow, list, roles, teams } from '../people/people.ts'
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
  route({ at: 'POST /people/{id}/invite', permission: 'person.manage', params: IdParams, answer: Invitation, handle: invite }),
  route({ at: 'GET /roles', permission: 'person.read', answer: RolePage, handle: roles }),
  route({ at: 'GET /teams', permission: 'person.read', answer: TeamPage, handle: teams }),
]
