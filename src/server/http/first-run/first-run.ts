import { DEMO_KINDS, FIRST_STEPS } from '../../../wire/first-run.ts'
import type { ClearDemo, ClearedDemo, DemoContents, FirstRun } from '../../../wire/first-run.ts'
import { withTenant } from '../../database/pool.ts'
import { clearDemo } from '../../demo/clear.ts'
import { contentsOf, firstSteps } from '../../store/first-run.ts'
import { tenantRow } from '../../store/session.ts'
import { writeTrail } from '../../store/trail.ts'
import { isZone } from '../../zones.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { Refused, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { newLink } from '../session/password.ts'

type Manages<Body = undefined> = Call<'person.manage', undefined, undefined, Body>

/** 开始使用: the first steps of a firm, and which of them are done. */
export async function getFirstRun({ http, caller }: Manages): Promise<FirstRun> {
  const done = await withTenant(http.services.pool, caller.tenant, firstSteps)
  return { steps: FIRST_STEPS.map((id) => ({ id, done: done[id] })) }
}

/** The demo vendor, for whoever administers it. */
async function demoOf(http: Http, caller: Caller): Promise<{ readonly name: string } | Refused> {
  const row = await withTenant(http.services.pool, caller.tenant, tenantRow)
  return row?.demo && caller.tenant === http.options.demoTenant ? row : refuse(422, 'demo.none')
}

/** What would go. */
export async function getDemo({ http, caller }: Manages): Promise<DemoContents | Refused> {
  const demo = await demoOf(http, caller)
  if (demo instanceof Refused) return demo
  const counts = await withTenant(http.services.pool, caller.tenant, contentsOf)
  return { name: demo.name, counts: DEMO_KINDS.map((kind) => ({ kind, n: counts[kind] })) }
}

/** 清除演示数据: the demo vendor goes as a whole, a firm of one's own begins; who did it stands in the trail of that firm. */
export async function removeDemo(call: Manages<ClearDemo>): Promise<ClearedDemo | Refused> {
  const { http, caller, body, address } = call
  const { services } = http
  const demo = await demoOf(http, caller)
  if (demo instanceof Refused) return demo
  const { code, name, timezone } = body
  if (body.confirm.trim() !== demo.name) return refuseField('confirm', 'demo.confirm', { name: demo.name })
  if (!isZone(timezone)) return refuseField('timezone', 'demo.timezone', { value: timezone })
  const at = services.clock.machine()
  const cleared = await clearDemo(services, {
    demo: caller.tenant,
    firm: { id: code, name, timezone, demo: false, at },
    fill: async (tx) => {
      const data = { tenant: caller.tenant, by: `${caller.name} ${caller.account}@${caller.tenant}` }
      await writeTrail(tx, { at, action: 'demo.cleared', address, data })
      return newLink(tx, 'setup', { person: undefined, now: at })
    },
  })
  if (!cleared) return refuseField('code', 'demo.code-taken', { code })
  http.callers.drop(caller.tenant)
  http.grounds.drop(caller.tenant)
  return { code, link: cleared.filled }
}
