import type { Fact } from '../../../core/fact.ts'
import { derive } from '../../../core/promise/derive.ts'
import { sayWhy, whyContext } from '../../../core/promise/why.ts'
import { decide } from '../../../core/ticket/decide.ts'
import { initialState } from '../../../core/ticket/state.ts'
import type { ReportFault } from '../../../wire/ticket-commands.ts'
import type { ClockPreview } from '../../../wire/tickets.ts'
import { newId } from '../../transact.ts'
import { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { waitingClocks } from '../present/clock.ts'
import { contextOf } from './context.ts'
import { standOn } from './ground.ts'
import { originOf } from './other.ts'
import { refusedBy } from './outcome.ts'

const SUBJECT = 'ticket/preview'

/** The clocks that this report would start, by the same decision and the same engine; nothing is written and no number is used up. */
export async function previewReport({
  http,
  caller,
  body,
  locale,
}: Call<'ticket.report', undefined, undefined, ReportFault>): Promise<ClockPreview | Refused> {
  const ground = await standOn(http, caller, body)
  if (ground instanceof Refused) return ground
  const now = await http.services.clock.now(caller.tenant)
  const found = ground.contract === undefined ? undefined : await http.services.plans.contract(caller.tenant, ground.contract)
  if (!found) return { clocks: [], waiting: [] }
  const { bound } = found
  const origin = await originOf(http, caller, body.splitFrom)
  if (origin instanceof Refused) return origin
  const known = { number: 'GD-2000-000001', place: ground.place, ...origin }
  const context = contextOf({ now, subject: SUBJECT, newId, bound }, { http, caller, action: 'ticket.report', known })
  const decided = decide(
    initialState(),
    { ...body, files: undefined, name: 'report', site: ground.site, contract: ground.contract },
    context,
  )
  if (!decided.ok) return refusedBy(decided.refusal)
  const facts = decided.facts.map((fact, index): Fact => ({ ...fact, seq: index + 1, recordedAt: now }))
  const { obligations } = derive(bound, facts, { asOf: now, subject: SUBJECT })
  const clocks = obligations.map((one) => ({
    promise: one.promise,
    title: bound.plan.promises[one.promise]?.title ?? one.promise,
    text: one.why.text,
    dueAt: one.dueAt,
    provisional: one.provisional,
    words: sayWhy(one, whyContext(bound, one), locale),
  }))
  return { clocks, waiting: waitingClocks(bound, 'ticket', { open: obligations, locale }) }
}
