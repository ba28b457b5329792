import type { Fact, Subject } from '../core/fact.ts'
import { newestOf } from '../core/promise/amended.ts'
import { concerns } from '../core/promise/fold.ts'
import { contractsIn, isShared, isToldTo, ownerIn, underContract } from '../core/promise/owner.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import type { TicketState } from '../core/ticket/state.ts'
import type { Instant } from '../core/time/instant.ts'
import { addressed, sharedIn } from './addressed.ts'
import type { Addressed, SpokenUnder, Start } from './addressed.ts'
import type { Tx } from './database/pool.ts'
import { hasClauses, ownersOf, ticketOf } from './learning.ts'
import type { Learning } from './learning.ts'
import { readTicketStates } from './store/ledger.ts'
import type { StoredRecord, TicketChange } from './store/ledger.ts'
import { readRecordsOf } from './store/owner-records.ts'
import { ticketClock } from './ticket-clock.ts'
import type { Aggregate, NewFact, NewText } from './transact.ts'

type Speaking = {
  readonly facts: readonly NewFact[]
  readonly spoken: SpokenUnder
  readonly tickets: boolean
  readonly begins: readonly Subject[]
  /** the plan that a record is folded under */
  readonly planOf: (record: StoredRecord) => BoundPlan | undefined
}

const isTicket = (subject: Subject): boolean => subject.startsWith('ticket/')
const isContract = (subject: Subject): boolean => subject.startsWith('contract/')

const EMPTY = { version: 0, position: 0, record: undefined, written: {}, beliefs: 0 } as const

/**
 * The records of the other owners that the facts speak to and a plan has clauses for; those that are not there yet begin here. A ticket that is moved has its
 * record with it, whatever its plan promises: by its version nobody else moves it meanwhile.
 */
export async function otherRecords(tx: Tx, { record, bound }: Start, speaking: Speaking): Promise<StoredRecord[]> {
  const { facts, tickets, begins } = speaking
  const promised = (bound ? ownersOf(bound, facts) : []).filter((one) => !isShared(one) && !isContract(one))
  const moved = tickets ? facts.flatMap(({ also }) => also.filter(isTicket)) : []
  const own = [...new Set([...promised, ...moved, ...begins])].filter((subject) => subject !== record.subject)
  const shared = addressed(speaking.spoken, record.contract, facts)
  const asked = new Set([...own, ...contractsTold(record, speaking), ...shared.map(({ owner }) => owner), ...saidToAll(facts)])
  if (asked.size === 0) return []
  const known = (await readRecordsOf(tx, [...asked])).filter(({ subject }) => subject !== record.subject)
  const fresh = [...new Set([...promised, ...begins])].filter(
    (subject) => subject !== record.subject && !known.some((one) => one.subject === subject),
  )
  const { contract, customer } = record
  return [
    ...known.filter((one) => own.includes(one.subject) || hears(one, speaking)),
    ...fresh.map((subject): StoredRecord => {
      const boundHash = bound && newestOf(bound).hash
      return { ...EMPTY, subject, contract, customer, boundHash, ticket: record.ticket ?? ticketOf(subject, facts) }
    }),
    ...beginning([record, ...known], shared),
  ]
}

/** The contracts that the facts name and whose own clauses, in whatever edition, wait for one of them. */
function contractsTold({ subject }: StoredRecord, { facts, spoken }: Speaking): Subject[] {
  return [...spoken].flatMap(([id, { whole }]): Subject[] => {
    const contract: Subject = `contract/${id}`
    const told = (fact: NewFact) => isToldTo({ subject: contract }, fact) && concerns(whole, contract, fact)
    return contract !== subject && hasClauses(whole, contract) && facts.some(told) ? [contract] : []
  })
}

/** What is said under no contract is said to an owner under each. */
function saidToAll(facts: readonly NewFact[]): Subject[] {
  return sharedIn(facts.filter((fact) => contractsIn(fact).length === 0))
}

function hears(record: StoredRecord, { facts, planOf }: Speaking): boolean {
  const plan = planOf(record)
  return plan !== undefined && facts.some((fact) => isToldTo(record, fact) && concerns(plan, record.subject, fact))
}

/** Records of owners under contracts under which they have none yet: the first has the owner's own name. */
function beginning(known: readonly StoredRecord[], shared: readonly Addressed[]): StoredRecord[] {
  const all = [...known]
  for (const { owner, contract, whole, customer, facts } of shared) {
    const agreed = newestOf(whole)
    const own = all.filter(({ subject }) => ownerIn(subject) === owner)
    const waits = hasClauses(agreed, owner) && facts.some((fact) => concerns(agreed, owner, fact))
    if (!waits || own.some((one) => one.contract === contract)) continue
    const subject = own.some((one) => one.subject === owner) ? underContract(owner, contract) : owner
    all.push({ ...EMPTY, subject, contract, customer, boundHash: agreed.hash, ticket: undefined })
  }
  return all.slice(known.length)
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
