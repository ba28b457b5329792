import { Done, IdParams } from '../../../wire/base.ts'
import * as wire from '../../../wire/roster.ts'
import { absent, withdraw } from '../roster/absences.ts'
import { getDuty } from '../roster/duty.ts'
import { handOver, planShifts } from '../roster/shifts.ts'
import { getWeek } from '../roster/week.ts'
import { route } from '../route.ts'

const permission = 'service.record'

export const ROSTER_ROUTES = [
  route({ at: 'GET /roster', permission: 'service.read', query: wire.RosterQuery, answer: wire.RosterWeek, handle: getWeek }),
  route({ at: 'GET /duty', permission: 'service.read', query: wire.OnDutyQuery, answer: wire.OnDutyList, handle: getDuty }),
  route({ at: 'POST /roster/shifts', permission, body: wire.PlanShifts, answer: wire.ShiftsPlanned, status: 201, handle: planShifts }),
  route({
    at: 'POST /roster/shifts/{id}/hand-over',
    permission,
    params: IdParams,
    body: wire.HandOver,
    answer: wire.ShiftsPlanned,
    handle: handOver,
  }),
  route({ at: 'POST /absences', permission, body: wire.AddAbsence, answer: wire.AbsenceAdded, status: 201, handle: absent }),
  route({ at: 'POST /absences/{id}/withdraw', permission, params: IdParams, answer: Done, handle: withdraw }),
]
