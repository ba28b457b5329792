import { acknowledge } from '../../../core/escalation/escalation.ts'
import { sayEscalationRefusal, refusal } from '../../../core/escalation/say.ts'
import type { EscalationRefusal } from '../../../core/escalation/say.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import { promiseName } from '../../../core/promise/why.ts'
import type { Locale } from '../../../core/words.ts'
import type { Acknowledged, Escalated, WaitingEscalations } from '../../../wire/escalations.ts'
import { withTenant } from '../../database/pool.ts'
import { writeEscalation } from '../../jobs/ladder.ts'
import { Overtaken } from '../../overtaken.ts'
import { changeEscalation, escalationIn, escalationOf, waitingEscalations } from '../../store/escalations.ts'
import type { EscalationRow } from '../../store/escalations.ts'
import { acknowledge as acknowledgeLine } from '../../store/inbox-queries.ts'
import { present } from '../../store/rows.ts'
import { findTicket, nameBook } from '../../store/ticket-queries.ts'
import type { Services } from '../../services.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { rungName } from '../names.ts'
import { plansFor } from '../plan-of.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { answerOfSeam } from '../seam-answer.ts'
import type { OwnWords } from '../seam-answer.ts'

type Shown = {
  readonly bound: BoundPlan | undefined
  readonly locale: Locale
  /** `person/…` and `role/…` → name */
  readonly names: ReadonlyMap<string, string>
  readonly caller: Caller
}

/** What the firm tells among itself is not the customer's. */
export function presentEscalations(rows: readonly EscalationRow[], shown: Shown): Escalated[] {
  const { bound, names, caller } = shown
  if (caller.customer !== undefined) return []
  const named = (id: string) => ({ id, name: names.get(`person/${id}`) ?? id })
  return rows.map((row) => {
    const { id, promise, rungs, rung, told_at, reached, people, state, by_person, at, next_at } = row
    const next = next_at === null ? undefined : rungs[rung + 1]
    return {
      id,
      promise,
      title: bound ? promiseName(bound.plan, promise) : promise,
      role: rungName(rungs[rung] ?? '', shown),
      nextRole: next === undefined ? undefined : rungName(next, shown),
      toldAt: told_at,
      told: reached.map(named),
      before: people.filter((one) => !reached.includes(one)).map(named),
      nextAt: present(next_at),
      state,
      by: by_person === null ? undefined : named(by_person),
      at: present(at),
      mine: state === 'waiting' && people.includes(caller.person),
    }
  })
}

/** What waits for an acknowledgement on the tickets that one may see. */
export async function openEscalations({
  http,
  caller,
  locale,
}: Call<'ticket.read', undefined, undefined, undefined>): Promise<WaitingEscalations | Refused> {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const { rows, names } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const waiting = await waitingEscalations(tx, caller)
    const people = waiting.flatMap((one) => one.people)
    return { rows: waiting, names: await nameBook(tx, { people, teams: [], roles: waiting.flatMap((one) => one.rungs) }) }
  })
  const plans = await plansFor(http, caller.tenant, rows)
  const items = rows.flatMap((row) =>
    presentEscalations([row], { bound: plans.get(row.bound_hash ?? ''), locale, names, caller }).map((one) => ({
      ...one,
      ticket: { id: row.ticket, number: row.number, title: row.title },
    })),
  )
  return { items }
}

const WORDS: OwnWords<unknown, EscalationRefusal> = {
  refused: (why) => new Refused({ status: 422, code: `escalation.${why.code}`, say: (locale) => sayEscalationRefusal(why, locale) }),
  stale: () => refuse(409, 'service.stale'),
  exists: () => refuse(409, 'service.stale'),
  unknown: (table) => refuseField(table, 'field.no-such', { value: table }),
}

type TakingOn = {
  readonly row: EscalationRow
  readonly contract: string | null
  readonly once?: Parameters<typeof writeEscalation>[1]['once']
}

async function acknowledged({ services }: Pick<Http, 'services'>, { tenant, person }: Caller, { row, contract, once }: TakingOn) {
  const before = escalationIn(row)
  return writeEscalation(services, {
    tenant,
    ticket: row.ticket,
    contract,
    before,
    decide: (context) => acknowledge(before, person, context),
    beside: async (tx, after, now) => {
      if (!(await changeEscalation(tx, row, after))) throw new Overtaken(refusal('acknowledged-already'))
      await acknowledgeLine(tx, { effect: row.effect, person, now })
    },
    once,
  })
}

/** Whoever reads the line of an escalation in their inbox has acknowledged it; where somebody was faster, theirs stands. */
export async function takeOn(services: Services, caller: Caller, id: string): Promise<void> {
  const found = await withTenant(services.pool, caller.tenant, async (tx) => {
    const row = await escalationOf(tx, { id })
    const [ticket] = row ? await tx.query<{ contract: string | null }>('SELECT contract FROM ticket WHERE id = $1', [row.ticket]) : []
    return row && { row, contract: ticket?.contract ?? null }
  })
  if (found) await acknowledged({ services }, caller, found)
}

type Acknowledging = Call<'inbox.read', { readonly id: string }, undefined, undefined>

/** 确认收到: whoever was told takes it on, and the next rung is not told. Their line in the inbox is read with it. */
export async function acknowledgeEscalation(call: Acknowledging): Promise<Acknowledged | Refused> {
  const { http, caller, params, key } = call
  const { services } = http
  if (!key) throw new Error('a keyed write came without its key')
  const found = await withTenant(services.pool, caller.tenant, async (tx) => {
    const row = await escalationOf(tx, { id: params.id })
    const ticket = row && (await findTicket(tx, caller, row.ticket))
    return row && ticket ? { row, ticket } : undefined
  })
  if (!found || caller.customer !== undefined) return recordMissing()
  const { row, ticket } = found
  const outcome = await acknowledged(http, caller, {
    row,
    contract: ticket.contract,
    once: {
      person: caller.person,
      key: key.key,
      hash: key.hash,
      answer: ({ facts, recordedAt }): Acknowledged => ({
        id: row.id,
        by: { id: caller.person, name: caller.name },
        at: facts[0]?.occurredAt ?? recordedAt,
      }),
    },
  })
  services.live.changed({ tenant: caller.tenant, kind: 'inbox', ids: [caller.person] })
  return answerOfSeam<Acknowledged, unknown, EscalationRefusal>(outcome, WORDS)
}
