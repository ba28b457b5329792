import { factWords } from '../../../core/promise/event-words.ts'
import type { DeskSeen, Workbench } from '../../../wire/desk.ts'
import type { Done } from '../../../wire/base.ts'
import { withTenant } from '../../database/pool.ts'
import { onDutyAt, unansweredAt } from '../../duty.ts'
import { brokenSince, changesSince, seenAtDesk, visitOf } from '../../store/desk-visit.ts'
import { plansFor } from '../plan-of.ts'
import { once } from '../once.ts'
import { refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import { presentDuty } from '../roster/duty.ts'
import type { Call } from '../route.ts'

/** More than that nobody reads line by line. */
const MOST_CHANGES = 40

/** 工作台: since when this person was away, what others did on their own and their team's tickets meanwhile, what broke, and who is on duty. */
export async function workbench({
  http,
  caller,
  locale,
}: Call<'ticket.accept', undefined, undefined, undefined>): Promise<Workbench | Refused> {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const { pool, clock } = http.services
  const now = await clock.now(caller.tenant)
  const found = await withTenant(pool, caller.tenant, async (tx) => {
    const since = (await visitOf(tx, caller.person))?.left_at ?? undefined
    const wanted = { since: since ?? now, limit: MOST_CHANGES }
    return {
      since,
      changes: await changesSince(tx, caller, wanted),
      broken: await brokenSince(tx, caller, wanted),
      held: await onDutyAt(tx, { now }),
      unanswered: await unansweredAt(tx, now),
    }
  })
  const plans = await plansFor(http, caller.tenant, found.broken)
  const titleOf = ({ promise, bound_hash }: (typeof found.broken)[number]) =>
    plans.get(bound_hash ?? '')?.plan.promises[promise]?.title ?? promise
  return {
    now,
    ...(found.since === undefined ? {} : { since: found.since }),
    changes: found.changes.map(({ ticket, number, title, type, recorded_at, by_person, by_name, count }) => ({
      ticket: { id: ticket, number, title },
      at: recorded_at,
      words: factWords(type, locale),
      ...(by_person === null ? {} : { by: { id: by_person, name: by_name ?? by_person } }),
      count,
    })),
    broken: found.broken.map((row) => ({
      ticket: { id: row.ticket, number: row.number, title: row.title },
      at: row.broken_at,
      promise: titleOf(row),
    })),
    onDuty: await presentDuty(http, caller, { held: found.held, unanswered: found.unanswered, locale }),
  }
}

/** Somebody is at the desk, or has read what changed. */
export function seen(call: Call<'ticket.accept', undefined, undefined, DeskSeen>): Promise<Done | Refused> {
  const { http, caller, body } = call
  return once<Done>(call, {
    work: async (tx) => {
      await seenAtDesk(tx, { person: caller.person, now: await http.services.clock.now(caller.tenant), read: body.read })
      return { ok: true }
    },
  })
}
