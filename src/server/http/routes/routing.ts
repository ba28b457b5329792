import * as wire from '../../../wire/routing.ts'
import { ChangeEscalationSetting, EscalationSetting } from '../../../wire/escalations.ts'
import { getEscalationSetting, setEscalationSetting } from '../routing/escalation-setting.ts'
import { changeRouting, getRouting, tryRouting } from '../routing/routing.ts'
import { route } from '../route.ts'

const permission = 'team.manage'

export const ROUTING_ROUTES = [
  route({ at: 'GET /routing', permission, answer: wire.Routing, handle: getRouting }),
  route({ at: 'PUT /routing', permission, body: wire.ChangeRouting, answer: wire.Routing, handle: changeRouting }),
  route({ at: 'POST /routing/preview', permission, body: wire.TryRouting, answer: wire.TriedRouting, keyless: true, handle: tryRouting }),
  route({ at: 'GET /escalation-setting', permission, answer: EscalationSetting, handle: getEscalationSetting }),
  route({
    at: 'PUT /escalation-setting',
    permission,
    body: ChangeEscalationSetting,
    answer: EscalationSetting,
    handle: setEscalationSetting,
  }),
]
