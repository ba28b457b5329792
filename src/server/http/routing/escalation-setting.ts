import type { ChangeEscalationSetting, EscalationSetting } from '../../../wire/escalations.ts'
import { withTenant } from '../../database/pool.ts'
import { changeEscalationSetting, escalationSetting } from '../../store/escalations.ts'
import { rolesWithPeople } from '../../store/roles.ts'
import { writeTrail } from '../../store/trail.ts'
import { roleName } from '../names.ts'
import { once } from '../once.ts'
import { Refused, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'

type Settings<Body> = Call<'team.manage', undefined, undefined, Body>

/** Those who stand on the side of the customer are told in other ways. */
const isOurs = (id: string): boolean => !id.startsWith('customer-')

async function shown({ http, caller, locale }: Pick<Settings<undefined>, 'http' | 'caller' | 'locale'>): Promise<EscalationSetting> {
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    setting: await escalationSetting(tx),
    roles: await rolesWithPeople(tx),
  }))
  const { version, waitMinutes, further } = found.setting
  const roles = found.roles.filter(({ id, retired_at }) => (retired_at === null && isOurs(id)) || further.includes(id))
  return { version, waitMinutes, further: [...further], roles: roles.map((one) => ({ id: one.id, name: roleName(locale, one) })) }
}

export function getEscalationSetting(call: Settings<undefined>): Promise<EscalationSetting> | Refused {
  return call.caller.customer === undefined ? shown(call) : refuse(403, 'access.denied')
}

/** Holds for what breaks from now on: what is on its way up keeps the wait and the roles that it began with. */
export async function setEscalationSetting(call: Settings<ChangeEscalationSetting>): Promise<EscalationSetting | Refused> {
  const { http, caller, body, address } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const outcome = await once<{ version: number }>(call, {
    work: async (tx, at) => {
      const roles = await rolesWithPeople(tx)
      const unknown = body.further.findIndex(
        (role) => !roles.some(({ id, retired_at }) => id === role && retired_at === null && isOurs(id)),
      )
      if (unknown >= 0) return refuseField(`further.${unknown}`, 'field.no-such', { value: body.further[unknown]! })
      const { version, waitMinutes } = body
      const further = [...new Set(body.further)]
      const now = await http.services.clock.now(caller.tenant)
      if (!(await changeEscalationSetting(tx, { version, waitMinutes, further }, { by: caller.person, now })))
        return refuse(409, 'escalation.changed')
      await writeTrail(tx, { at, person: caller.person, action: 'escalation.changed', address, data: { waitMinutes, further } })
      return { version: version + 1 }
    },
  })
  return outcome instanceof Refused ? outcome : shown(call)
}
