import { newestOf } from '../core/promise/amended.ts'
import type { Fact, Subject } from '../core/fact.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import type { TicketState } from '../core/ticket/state.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Tx } from './database/pool.ts'
import { ownersOf, ticketOf } from './learning.ts'
import type { Learning } from './learning.ts'
import { readRecords, readTicketStates } from './store/ledger.ts'
import type { StoredRecord, TicketChange } from './store/ledger.ts'
import { ticketClock } from './ticket-clock.ts'
import type { Aggregate, NewFact, NewText } from './transact.ts'

type Start = { readonly record: StoredRecord; readonly bound: BoundPlan | undefined }

type Speaking = { readonly facts: readonly NewFact[]; readonly tickets: boolean; readonly begins: readonly Subject[] }

const isTicket = (subject: Subject): boolean => subject.startsWith('ticket/')

/**
 * The records of the other owners that the facts speak to and the plan has clauses for; those that are not there yet begin here. A ticket that is moved has
 * its record with it, whatever its plan promises: by its version nobody else moves it meanwhile.
 */
export async function otherRecords(tx: Tx, { record, bound }: Start, { facts, tickets, begins }: Speaking): Promise<StoredRecord[]> {
  const promised = bound ? ownersOf(bound, facts) : []
  const moved = tickets ? facts.flatMap(({ also }) => also.filter(isTicket)) : []
  const subjects = [...new Set([...promised, ...moved, ...begins])].filter((subject) => subject !== record.subject)
  if (subjects.length === 0) return []
  const known = await readRecords(tx, subjects)
  const fresh = [...new Set([...promised, ...begins])].filter(
    (subject) => subject !== record.subject && !known.some((one) => one.subject === subject),
  )
  const empty = {
    version: 0,
    contract: record.contract,
    customer: record.customer,
    boundHash: bound && newestOf(bound).hash,
    position: 0,
    record: undefined,
    written: {},
    beliefs: 0,
  }
  return [...known, ...fresh.map((subject): StoredRecord => ({ ...empty, subject, ticket: record.ticket ?? ticketOf(subject, facts) }))]
}

type Beside = {
  readonly tx: Tx
  readonly command: { readonly tickets?: Aggregate<TicketState> | undefined }
  readonly facts: readonly Fact[]
  readonly texts: readonly NewText[]
  readonly recordedAt: Instant
}

const textsBeside = (texts: readonly NewText[], { id }: Fact): Readonly<Record<string, string>> =>
  Object.fromEntries(texts.filter((one) => one.factId === id).map(({ field, text }) => [field, text]))

/** Tickets that heard it beside, and those that begin with it: what was done under them moves them, and their clocks are what lists sort by. */
export async function toldBeside(
  { tx, command, facts, texts, recordedAt }: Beside,
  others: readonly StoredRecord[],
  learning: Learning,
): Promise<TicketChange[]> {
  const ours = others.filter(({ subject }) => isTicket(subject))
  const tickets = ours.map(({ subject }) => subject.slice('ticket/'.length))
  if (tickets.length === 0) return []
  const aggregate = command.tickets
  const states = aggregate ? await readTicketStates(tx, tickets) : []
  return tickets.map((id): TicketChange => {
    const clock = ticketClock(learning.obligationsOf(`ticket/${id}`))
    const before = states.find((one) => one.id === id)
    if (!aggregate?.columns) return { kind: 'clock', id, clock }
    const own = facts.filter(({ subject, also }) => subject === `ticket/${id}` || also.includes(`ticket/${id}`))
    if (!before && ours.some(({ subject, version }) => subject === `ticket/${id}` && version === 0)) {
      const state = own.reduce((moved, fact) => aggregate.evolve(moved, fact, textsBeside(texts, fact)), aggregate.initialState())
      return { kind: 'opened', id, clock, columns: aggregate.columns(state), state, version: 1, changedAt: recordedAt }
    }
    if (!before) return { kind: 'clock', id, clock }
    const state = own.reduce((moved, fact) => aggregate.evolve(moved, fact, {}), before.state as TicketState)
    if (state === before.state) return { kind: 'clock', id, clock }
    return { kind: 'changed', id, clock, columns: aggregate.columns(state), state, version: before.version + 1, changedAt: recordedAt }
  })
}
