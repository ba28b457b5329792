import type { Fact, FactType, Json, Subject } from '../core/fact.ts'
import type { PlanText } from '../core/promise/given.testing.ts'
import type { Instant } from '../core/time/instant.ts'
import type { TicketColumns } from './store/ledger.ts'
import { newId } from './transact.ts'
import type { Aggregate, Command, NewFact } from './transact.ts'

/** Reply within 30 minutes, arrive within a day unless solved remotely, repair 4 h after the arrival; a breach goes to the service manager. */
export const PLAN: PlanText = {
  promises: {
    reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min', onBroken: [{ escalate: 'service-manager' }] },
    arrive: {
      starts: 'ticket.reported',
      keptBy: 'visit.arrived',
      within: '24h',
      unless: 'remote.solved',
      onBroken: [{ escalate: 'lead' }],
    },
    repair: { starts: 'arrive.done', keptBy: 'ticket.restored', within: { by: 'grade', major: '8h', general: '4h' }, pauses: ['customer'] },
    'visit-report': { starts: 'visit.arrived', keptBy: 'report.delivered', within: '2h', per: 'visit' },
  },
  reasons: { customer: {} },
}

/** The state of a ticket as far as the seam looks at it. */
export type Told = {
  readonly number: string
  readonly title: string
  readonly facts: readonly string[]
  readonly reportedAt: Instant
  readonly closedAt?: Instant
  readonly assignee?: string
}

/** Whom the firm tells moves no ticket. */
function told(state: Told, fact: Fact): Told {
  return {
    ...state,
    facts: [...state.facts, fact.id],
    ...(fact.type === 'ticket.reported' ? { number: String(fact.data.number), title: '冷水机组停机', reportedAt: fact.occurredAt } : {}),
    ...(fact.type === 'ticket.closed' ? { closedAt: fact.occurredAt } : {}),
    ...(typeof fact.data.person === 'string' ? { assignee: fact.data.person } : {}),
  }
}

export const TOLD: Aggregate<Told> = {
  initialState: () => ({ number: '', title: '', facts: [], reportedAt: 0 }),
  evolve: (state, fact) => (fact.type.startsWith('escalation.') ? state : told(state, fact)),
  columns: ({ number, title, reportedAt, closedAt, assignee }): TicketColumns => ({
    number,
    title,
    type: 'fault',
    state: closedAt === undefined ? 'open' : 'closed',
    channel: 'phone',
    customer: 'c1',
    site: undefined,
    asset: undefined,
    contract: 'k1',
    assignee,
    team: undefined,
    grade: undefined,
    customerGrade: undefined,
    priority: undefined,
    reportedAt,
    closedAt,
  }),
}

export type Telling = {
  readonly type: FactType
  readonly data?: { readonly [key: string]: Json }
  readonly also?: readonly Subject[]
  readonly occurredAt?: Instant
  readonly source?: Fact['source']
  readonly by?: string
  readonly id?: string
}

/** The command that says: this happened. */
export function say(subject: Subject, telling: Telling, more: Partial<Command<Told, string>> = {}): Command<Told, string> {
  return {
    tenant: 'alpha',
    subject,
    aggregate: TOLD,
    decide: ({ now, newId: id }) => ({ ok: true, facts: [factOf(subject, telling, { now, id: telling.id ?? id() })] }),
    ...more,
  }
}

function factOf(
  subject: Subject,
  { type, data = {}, also = [], occurredAt, source = 'hand', by = 'xu' }: Telling,
  { now, id }: { now: Instant; id: string },
): NewFact {
  return { id, subject, also, type, occurredAt: occurredAt ?? now, source, by, data }
}

/** Tickets of several processes must not share a number. */
let reports = 0

export function report(subject: Subject, more: Partial<Command<Told, string>> = {}): Command<Told, string> {
  return say(
    subject,
    { type: 'ticket.reported', data: { number: `GD-${process.pid}-${++reports}`, grade: 'general' }, also: ['customer/c1', 'contract/k1'] },
    { opens: { contract: 'k1' }, ...more },
  )
}

export const newTicket = (): Subject => `ticket/${newId()}`
