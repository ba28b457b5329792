import { begin, climb, end, evolve, initialState, isLastRung, rungsOf } from '../../core/escalation/escalation.ts'
import type { EndedBy, Escalation, EscalationContext, EscalationDecision } from '../../core/escalation/escalation.ts'
import { refusal } from '../../core/escalation/say.ts'
import type { EscalationRefusal } from '../../core/escalation/say.ts'
import type { Subject } from '../../core/fact.ts'
import type { BoundPlan } from '../../core/promise/types.ts'
import { LIVE, PHASES } from '../../core/ticket/transitions.ts'
import type { Instant } from '../../core/time/instant.ts'
import { acrossTenants, withTenant } from '../database/pool.ts'
import type { Pool, Transaction, Tx } from '../database/pool.ts'
import { onDutyAt } from '../duty.ts'
import { Overtaken, refusedIfOvertaken } from '../overtaken.ts'
import type { Services } from '../services.ts'
import { addToInbox, markDelivered, readDelivery, recipientsOf } from '../store/deliveries.ts'
import type { DeliveryRow, Recipient } from '../store/deliveries.ts'
import { changeEscalation, escalationIn, escalationOf, escalationSetting, saveEscalation } from '../store/escalations.ts'
import type { EscalationRow } from '../store/escalations.ts'
import { addMessages } from '../store/messages.ts'
import { absencesWithin } from '../store/roster.ts'
import { transact } from '../transact.ts'
import type { Aggregate, Command, Outcome } from '../transact.ts'
import { openRounds } from './rounds.ts'
import type { Rounds } from './rounds.ts'
import { toldPeople } from './telling.ts'

type Laddered = DeliveryRow & { readonly ticket: string }

/** What breaks on a ticket goes from rung to rung until somebody acknowledges it; what has no ticket is told to whom it concerns. */
export function isLaddered(effect: DeliveryRow): effect is Laddered {
  return effect.kind === 'escalate' && effect.of === null && effect.ticket !== null
}

/** The ticket's row stays as it is: whoever writes on it is not overtaken by whom the firm tells. */
const BESIDE: Aggregate<unknown> = { initialState: () => ({}), evolve: (state) => state }

type Writing = {
  readonly tenant: string
  readonly ticket: string
  readonly contract: string | null
  readonly decide: (context: EscalationContext) => EscalationDecision
  readonly before?: Escalation | undefined
  /** with the escalation as the facts leave it */
  readonly beside: (tx: Transaction, after: Escalation, now: Instant) => Promise<void>
  readonly once?: Command<unknown, EscalationRefusal>['once']
}

/** Facts of an escalation through the seam, and its row and whatever is said with them in the same transaction. */
export function writeEscalation(services: Services, writing: Writing): Promise<Outcome<unknown, EscalationRefusal>> {
  const { tenant, ticket, contract, decide, before, beside, once } = writing
  const subject: Subject = `ticket/${ticket}`
  const also: readonly Subject[] = contract === null ? [] : [`contract/${contract}`]
  return transact<unknown, EscalationRefusal>(services, {
    tenant,
    subject,
    aggregate: BESIDE,
    once,
    decide: ({ now, newId }) => decide({ now, newId, subject, also }),
    beside: async (tx, { facts, recordedAt }) => {
      const state = facts.reduce(evolve, before ? { escalations: [before] } : initialState())
      await beside(tx, state.escalations.at(-1)!, recordedAt)
    },
  }).catch(refusedIfOvertaken<EscalationRefusal>)
}

type Rung = {
  readonly role: string
  readonly contract: string | null
  readonly told: readonly string[]
  readonly last: boolean
  readonly now: Instant
}

/**
 * Who is told on a rung: who is on duty for its role, else whom the contract names, else who holds it and is not away; nobody a second time. The last rung does not
 * stay without anybody: away or not, and where nobody holds the role, those who lead.
 */
async function whoIsThere(tx: Tx, { role, contract, told, last, now }: Rung): Promise<readonly Recipient[]> {
  const duty = await onDutyAt(tx, { now, contract: contract ?? undefined })
  const onDuty = duty.filter(({ desk, by }) => desk === role && by === 'shift').map(({ person }) => person.id)
  const away = (await absencesWithin(tx, { from: now, until: now + 1 })).map(({ person }) => person)
  const concerned = { role, contract, of: null, named: false, onDuty }
  const there = await recipientsOf(tx, { ...concerned, except: [...told, ...away] })
  if (there.some(({ own }) => own) || !last) return there.filter(({ own }) => own)
  return recipientsOf(tx, { ...concerned, except: told })
}

type Telling = { readonly tenant: string; readonly effect: Laddered; readonly bound: BoundPlan | undefined }

async function tell(
  tx: Transaction,
  services: Services,
  { effect, bound, people, now }: Omit<Telling, 'tenant'> & { readonly people: readonly Recipient[]; readonly now: Instant },
) {
  const messages = await toldPeople(tx, { effect, bound, outbound: services.outbound, now }, people)
  await addToInbox(tx, effect, { people: people.map(({ person }) => person), now })
  await addMessages(tx, messages, now)
}

function announce(services: Services, tenant: string, people: readonly Recipient[]): void {
  if (people.length === 0) return
  services.live.changed({ tenant, kind: 'inbox', ids: people.map(({ person }) => person) })
  services.live.changed({ tenant, kind: 'messages', ids: [] })
  services.live.work({ messages: true })
}

function rolesNamed(bound: BoundPlan | undefined, { promise, to }: DeliveryRow): readonly string[] {
  const clause = bound?.plan.promises[promise]
  const roles = clause && 'onBroken' in clause ? clause.onBroken.map(({ escalate }) => escalate) : []
  return roles.includes(to) ? roles : [to]
}

/** The first rung is told, once; the effects of the rungs above it are carried by the ladder. */
export async function beginLadder(services: Services, telling: Telling): Promise<void> {
  const { tenant, effect, bound } = telling
  const { pool, clock } = services
  const named = rolesNamed(bound, effect)
  const now = await clock.now(tenant)
  if (named[0] !== effect.to) {
    await withTenant(pool, tenant, (tx) => markDelivered(tx, effect.key, now))
    return
  }
  const { ticket, contract, promise, episode, key } = effect
  const { setting, people } = await withTenant(pool, tenant, async (tx) => {
    const chosen = await escalationSetting(tx)
    const last = rungsOf(named, chosen.further).length === 1
    return { setting: chosen, people: await whoIsThere(tx, { role: effect.to, contract, told: [], last, now }) }
  })
  const rungs = rungsOf(named, setting.further)
  const beginning = {
    effect: key,
    promise,
    episode,
    rungs,
    waitMs: setting.waitMinutes * 60_000,
    people: people.map(({ person }) => person),
  }
  const outcome = await writeEscalation(services, {
    tenant,
    ticket,
    contract,
    decide: (context) => begin(beginning, context),
    beside: async (tx, after, at) => {
      if (!(await markDelivered(tx, key, at)) || !(await saveEscalation(tx, ticket, after))) throw new Overtaken(refusal('not-due'))
      await tell(tx, services, { effect, bound, people, now: at })
    },
  })
  if (outcome.kind === 'missing') throw new Error(`the ticket of ${key} has no record`)
  if (outcome.kind !== 'done') return
  announce(services, tenant, people)
  if (people.length === 0 && rungs.length > 1) await climbLadder(services, { tenant, id: outcome.done.facts[0]!.id })
}

/** What was told is no longer so: nobody else hears of it. */
export async function endLadder(
  services: Services,
  { tenant, effect, why }: { readonly tenant: string; readonly effect: string; readonly why: EndedBy },
): Promise<void> {
  const row = await withTenant(services.pool, tenant, (tx) => escalationOf(tx, { effect }))
  if (row?.state === 'waiting') await finish(services, { tenant, row, why })
}

async function finish(
  services: Services,
  { tenant, row, why }: { readonly tenant: string; readonly row: EscalationRow; readonly why: EndedBy },
): Promise<void> {
  const before = escalationIn(row)
  await writeEscalation(services, {
    tenant,
    ticket: row.ticket,
    contract: null,
    before,
    decide: (context) => end(before, why, context),
    beside: async (tx, after) => {
      if (!(await changeEscalation(tx, row, after))) throw new Overtaken(refusal('ended'))
    },
  })
}

/** Nobody has to do anything about the fault itself any more. */
const RESTED: readonly string[] = PHASES.filter((phase) => !LIVE.includes(phase))

/** Has what was promised come about meanwhile, or does the ticket need nobody any more? */
async function isOver(tx: Tx, { ticket, promise, episode, effect }: EscalationRow): Promise<boolean> {
  const [row] = await tx.query<{ state: string; over: boolean }>(
    `SELECT t.state, coalesce(o.fulfilled_at IS NOT NULL OR o.state IN ('excused', 'cancelled', 'kept'), true) AS over
     FROM ticket t LEFT JOIN effect e ON e.tenant_id = t.tenant_id AND e.key = $4
       LEFT JOIN obligation o ON o.tenant_id = t.tenant_id AND o.subject = e.subject AND o.promise = $2 AND o.episode = $3
     WHERE t.id = $1`,
    [ticket, promise, episode, effect],
  )
  return row === undefined || row.over || RESTED.includes(row.state)
}

/** The next rung is told, if it is due; where nobody is there, the one after it at once. */
export async function climbLadder(services: Services, { tenant, id }: { readonly tenant: string; readonly id: string }): Promise<void> {
  const { pool, clock, plans } = services
  const now = await clock.now(tenant)
  const found = await withTenant(pool, tenant, async (tx) => {
    const row = await escalationOf(tx, { id })
    if (!row || row.next_at === null || row.next_at > now) return undefined
    const effect = await readDelivery(tx, row.effect)
    if (!effect || !isLaddered(effect)) return undefined
    const rung = row.rung + 1
    const last = isLastRung({ rungs: row.rungs, rung })
    const people = await whoIsThere(tx, { role: row.rungs[rung]!, contract: effect.contract, told: row.people, last, now })
    return { row, effect, people, over: await isOver(tx, row) }
  })
  if (!found) return
  const { row, effect, people, over } = found
  if (over) return finish(services, { tenant, row, why: 'done' })
  const bound = effect.bound_hash === null ? undefined : await plans.bound(tenant, effect.bound_hash)
  const before = escalationIn(row)
  const named = people.map(({ person }) => person)
  const outcome = await writeEscalation(services, {
    tenant,
    ticket: row.ticket,
    contract: effect.contract,
    before,
    decide: (context) => climb(before, named, context),
    beside: async (tx, after, at) => {
      if (!(await changeEscalation(tx, row, after))) throw new Overtaken(refusal('not-due'))
      await tell(tx, services, { effect, bound, people, now: at })
    },
  })
  if (outcome.kind !== 'done') return
  announce(services, tenant, people)
  if (people.length === 0) await climbLadder(services, { tenant, id })
}

export type LadderOptions = {
  readonly services: Services
  /** of role nuoxing_relay: asks whose next rung is due, and nothing else */
  readonly pool: Pool
  readonly sweepMs?: number | undefined
  readonly onTrouble?: ((error: unknown) => void) | undefined
}

const BATCH = 200

/** Tells the next rung of every escalation that nobody has acknowledged in time, by each firm's own clock. */
export function openLadders({ services, pool, sweepMs = 5_000, onTrouble = () => undefined }: LadderOptions): Rounds {
  const round = async (): Promise<boolean> => {
    const due = await acrossTenants<{ tenant_id: string; id: string }>(pool, 'SELECT * FROM due_rungs($1, $2)', [
      services.clock.machine(),
      BATCH,
    ])
    for (const { tenant_id: tenant, id } of due) await climbLadder(services, { tenant, id }).catch(onTrouble)
    return false
  }
  const listen = (wake: () => void) => services.live.listen(({ kind }) => kind === 'clock' && wake())
  return openRounds({ round, listen, sweepMs, onTrouble })
}
