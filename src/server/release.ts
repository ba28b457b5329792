import type { Fact, Subject } from '../core/fact.ts'
import { ask } from '../core/release/ask.ts'
import type { AskContext, Asking, ReleaseKind } from '../core/release/ask.ts'
import { decide, evolve, initialState } from '../core/release/decide.ts'
import type { ReleaseCommand, ReleaseStanding } from '../core/release/decide.ts'
import { refusal } from '../core/release/say.ts'
import type { ReleaseRefusal } from '../core/release/say.ts'
import type { ObligationState } from '../core/promise/types.ts'
import type { FileRef } from '../core/file/ref.ts'
import { carrying } from './files/carry.ts'
import type { Transaction } from './database/pool.ts'
import { Overtaken, refusedIfOvertaken } from './overtaken.ts'
import type { Services } from './services.ts'
import { changeRelease, saveRelease } from './store/releases.ts'
import { ticketAggregate } from './ticket.ts'
import { alone, transact } from './transact.ts'
import type { Aggregate, Along, Command, Done, Outcome } from './transact.ts'

/** Releases change no row but that of a ticket, which keeps its version and its clock: of other owners the record alone moves on. */
const OWNER: Aggregate<unknown> = { initialState: () => ({}), evolve: (state) => state }

export function ownerAggregate(subject: Subject): Aggregate<unknown> {
  return subject.startsWith('ticket/') ? (ticketAggregate() as Aggregate<unknown>) : OWNER
}

export type ReleaseOutcome = Outcome<unknown, ReleaseRefusal>
export type ReleaseOnce = Command<unknown, ReleaseRefusal>['once']

/** Whom an obligation belongs to: what the facts about it speak of besides its owner. */
export type Belonging = {
  readonly customer: string | undefined
  readonly contract: string | undefined
  readonly ticket: string | undefined
}

export function namedBy(subject: Subject, { customer, contract, ticket }: Belonging): Subject[] {
  const named: readonly (Subject | undefined)[] = [
    ticket === undefined ? undefined : `ticket/${ticket}`,
    contract === undefined ? undefined : `contract/${contract}`,
    customer === undefined ? undefined : `customer/${customer}`,
  ]
  return named.filter((one) => one !== undefined && one !== subject) as Subject[]
}

type Writing = {
  readonly tenant: string
  readonly subject: Subject
  readonly person: string
  readonly once: ReleaseOnce
  readonly along?: Along | undefined
}

export type AskedRelease = Writing & {
  readonly kind: ReleaseKind
  readonly asking: Asking
  readonly context: Omit<AskContext, 'plan'>
  readonly belonging: Belonging
  readonly files?: readonly FileRef[] | undefined
}

/** The row of a release that a fact has just asked for, whatever command stated it. */
export async function rememberRelease(tx: Transaction, fact: Fact, belonging: Belonging): Promise<void> {
  const { id, type, subject, data, by = '', recordedAt } = fact
  const saved = await saveRelease(tx, {
    id,
    kind: type === 'obligation.waived' ? 'waive' : 'excuse',
    subject,
    promise: String(data.promise),
    episode: typeof data.episode === 'number' ? data.episode : undefined,
    alone: data.alone === true,
    waits: data.fourEyes === true,
    ...belonging,
    by,
    at: recordedAt,
  })
  if (!saved) throw new Overtaken(refusal('waive-waiting', {}, 'promise'))
}

/** Asks to release an obligation of whatever owner: its fact through the seam, and in the same transaction what waits. */
export function askRelease(services: Services, asked: AskedRelease): Promise<ReleaseOutcome> {
  const { tenant, subject, person, once, along = alone, kind, asking, context, belonging, files = [] } = asked
  const step: Command<unknown, ReleaseRefusal> = {
    tenant,
    subject,
    aggregate: ownerAggregate(subject),
    once,
    decide: ({ now, bound, newId }) => {
      const made = ask(kind, asking, { ...context, plan: bound?.plan })
      if ('code' in made) return { ok: false, refusal: made }
      const id = newId()
      const texts = Object.entries(made.texts).map(([field, text]) => ({ factId: id, field, text: text.trim() }))
      const also = namedBy(subject, belonging)
      const fact = { id, subject, also, type: made.type, occurredAt: now, source: 'hand', by: person, data: made.data } as const
      return { ok: true, facts: [fact], texts }
    },
    beside: (tx, { facts }) => rememberRelease(tx, facts[0]!, belonging),
  }
  return transact(services, along(carrying(step, files))).catch(refusedIfOvertaken<ReleaseRefusal>)
}

export type DecidedRelease = Writing & {
  readonly command: ReleaseCommand
  /** the facts that name the owner */
  readonly facts: readonly Fact[]
  readonly standing: ObligationState | undefined
}

const STANDING: Readonly<Record<ReleaseCommand['name'], ReleaseStanding>> = {
  approve: 'in-force',
  refuse: 'refused',
  withdraw: 'withdrawn',
  void: 'withdrawn',
}

/** A second person's word on a release, or that it is taken back. Of two at once the row lets one through. */
export function decideRelease(services: Services, decided: DecidedRelease): Promise<ReleaseOutcome> {
  const { tenant, subject, person, once, along = alone, command, facts, standing } = decided
  const state = facts.reduce(evolve, initialState())
  const from = state.releases.find(({ id }) => id === command.of)?.state ?? 'waiting'
  const step: Command<unknown, ReleaseRefusal> = {
    tenant,
    subject,
    aggregate: ownerAggregate(subject),
    once,
    decide: ({ now, newId }) => decide(state, command, { now, person, newId, standing }),
    beside: async (tx, { facts: [fact], recordedAt }) => {
      const change = { id: command.of, from, state: STANDING[command.name], decision: fact!.id, by: person, at: recordedAt }
      if (!(await changeRelease(tx, change))) throw new Overtaken(refusal('release-decided'))
    },
  }
  return transact(services, along(step)).catch(refusedIfOvertaken<ReleaseRefusal>)
}

/** For a ticket's own command: what it asked for stands beside its facts, unless the same waits already. */
export function rememberFor(belonging: Belonging): (tx: Transaction, done: Pick<Done<unknown>, 'facts'>) => Promise<void> {
  return (tx, { facts }) => rememberRelease(tx, facts[0]!, belonging)
}
