import { setTimeout as sleep } from 'node:timers/promises'
import { subjectsOf } from '../core/fact.ts'
import type { Fact, FactType, Subject } from '../core/fact.ts'
import { newestOf } from '../core/promise/amended.ts'
import type { Refusal as GateRefusal } from '../core/promise/gate/against.ts'
import { ownerIn } from '../core/promise/owner.ts'
import { earliestRecordedAt } from '../core/promise/record.ts'
import type { BoundPlan, Obligation } from '../core/promise/types.ts'
import type { TicketState } from '../core/ticket/state.ts'
import type { Instant } from '../core/time/instant.ts'
import { spokenUnder } from './addressed.ts'
import type { SpokenUnder } from './addressed.ts'
import { inTransaction, sqlState, withTenant } from './database/pool.ts'
import type { Transaction, Tx } from './database/pool.ts'
import { gateBefore, noteStopped } from './gate-before.ts'
import { otherRecords, toldBeside } from './heard-beside.ts'
import { withNews } from './announced.ts'
import { learnFacts, ticketOf } from './learning.ts'
import { PlanNotHere } from './plan-memory.ts'
import { randomText } from './random.ts'
import type { Services } from './services.ts'
import { readFirstAnswer, readStanding, writeChange } from './store/ledger.ts'
import type { Change, StoredRecord, TicketChange, TicketColumns } from './store/ledger.ts'
import { newSalt, sealTexts } from './text-seal.ts'
import { ticketClock } from './ticket-clock.ts'

/** A fact as an aggregate decides it; when it was recorded and where it stands in the ledger are the seam's. */
export type NewFact = Omit<Fact, 'seq' | 'recordedAt'>

/** Personal data or free text of a new fact: it stands beside the fact under a salted hash and can be erased. */
export type NewText = { readonly factId: string; readonly field: string; readonly text: string }

/** `begins`: other subjects that are there from these facts on, whatever the plan promises them. */
export type Decision<Refusal> =
  | { readonly ok: true; readonly facts: readonly NewFact[]; readonly texts?: readonly NewText[]; readonly begins?: readonly Subject[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** All that a decision may know beside the state: it ends up in the facts, never to be looked up again. */
export type Moment<State> = {
  readonly state: State
  /** by the tenant's clock; what is decided now is recorded now */
  readonly now: Instant
  readonly subject: Subject
  /** the plan that rules the subject, terms merged; undefined: none */
  readonly bound: BoundPlan | undefined
  readonly contract: string | undefined
  /** opaque ids for facts */
  readonly newId: () => string
}

/** Three verbs of a kind of subject, and for tickets the columns of their row. */
export type Aggregate<State> = {
  readonly initialState: () => State
  /** `texts`: what stands beside the fact, field → text */
  readonly evolve: (state: State, fact: Fact, texts: Readonly<Record<string, string>>) => State
  readonly columns?: (state: State) => TicketColumns
}

export type Command<State, Refusal> = {
  readonly tenant: string
  readonly subject: Subject
  readonly aggregate: Aggregate<State>
  /**
   * `opens`: the subject must not be there yet, under this contract (undefined: under none); else it must be. `pinned`: the contract is what is being opened,
   * so nobody can look it up yet.
   */
  readonly opens?:
    | { readonly contract: string | undefined; readonly pinned?: { readonly bound: BoundPlan; readonly customer: string } | undefined }
    | undefined
  readonly decide: (moment: Moment<State>) => Decision<Refusal>
  /** the person's key for this write, and the hash of what was asked; `answer` is what a repetition gets */
  readonly once?:
    | { readonly person: string; readonly key: string; readonly hash: string; readonly answer: (done: Done<State>) => unknown }
    | undefined
  /** the record goes on under another plan with these facts: its contract was amended, or what runs may be moved (law 9) */
  readonly adopts?: ((before: BoundPlan) => BoundPlan) | undefined
  /** rows of the subject's own beside the ledger, in the same transaction and before it: a contract's row and what it covers */
  readonly beside?: ((tx: Transaction, done: Pick<Done<State>, 'state' | 'version' | 'facts' | 'recordedAt'>) => Promise<void>) | undefined
  /** with `beside`: rows that refer to what the facts open, in the same transaction and after it */
  readonly behind?: ((tx: Transaction, done: Pick<Done<State>, 'recordedAt'>) => Promise<void>) | undefined
  /** an intention made on what somebody saw: another version there is `stale` */
  readonly expectedVersion?: number | undefined
  /** tickets that are told of what was done under them: how it moves them; undefined: only their clocks hear it */
  readonly tickets?: Aggregate<TicketState> | undefined
}

/** What goes along with a command, whatever its aggregate: further facts and rows, in the same transaction or not at all. */
export type Along = <State, Refusal>(command: Command<State, Refusal>) => Command<State, Refusal>

/** Nothing goes along. */
export const alone: Along = (command) => command

/** What a command brought about; committed. */
export type Done<State> = {
  readonly state: State
  /** version of the aggregate, by which `expectedVersion` goes */
  readonly version: number
  readonly facts: readonly Fact[]
  readonly recordedAt: Instant
  /** the subject's own, as of `recordedAt` */
  readonly obligations: readonly Obligation[]
}

export type Outcome<State, Refusal> =
  | { readonly kind: 'done'; readonly done: Done<State>; readonly answer: unknown }
  /** the same key and content came before: its first answer */
  | { readonly kind: 'repeated'; readonly answer: unknown }
  /** the same key with other content */
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** a gate of the plan stands before it (放行条件): what it lacks, and who may let it pass */
  | { readonly kind: 'gated'; readonly refusal: GateRefusal; readonly fact: FactType; readonly bound: BoundPlan }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly version: number; readonly state: State }
  /** opening something under an id that is taken */
  | { readonly kind: 'exists' }
  /** it names a customer, site, asset, contract, person or team that is not there */
  | { readonly kind: 'unknown-reference'; readonly table: string }

/** Writers of one subject wait for each other no longer than this; more attempts mean that something else is wrong. */
const MOST_ATTEMPTS = 40

/**
 * The only seam: reads where the subject stands, asks the pure decision, learns the facts, and writes facts, record, obligations, beliefs, effects, the
 * ticket's row and the answer in one statement, if nobody was faster; else all of it again. What is only learned from the field is thereby never lost.
 */
export async function transact<State, Refusal>(services: Services, command: Command<State, Refusal>): Promise<Outcome<State, Refusal>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce({ services, command })
    } catch (error) {
      const after = await afterFailure(services, command, error)
      if (after !== 'again') return after
      if (attempt >= MOST_ATTEMPTS) throw error
      await sleep(Math.random() * Math.min(4 * attempt, 50))
    }
  }
}

/** No connection is held while clock or plans are asked for: they may need one themselves. */
type Attempt<State, Refusal> = { readonly services: Services; readonly command: Command<State, Refusal> }

/** A record moved on, or was opened meanwhile, or two writers met on rows in different orders: again. A key that was used: its answer. */
async function afterFailure<State, Refusal>(
  services: Services,
  command: Command<State, Refusal>,
  error: unknown,
): Promise<Outcome<State, Refusal> | 'again'> {
  if (error instanceof PlanNotHere) {
    await services.plans.bound(command.tenant, error.planHash)
    return 'again'
  }
  const state = sqlState(error)
  if (!state) throw error
  if (state.code === '40001' || state.code === '40P01') return 'again'
  if (state.code === '23503') return { kind: 'unknown-reference', table: referencedBy(state.constraint) }
  if (state.code !== '23505') throw error
  if (state.constraint === 'idempotency_pkey') return (await firstAnswerOf(services, command)) ?? 'again'
  const openedByOthers = OPENED_BY_OTHERS.test(state.constraint ?? '')
  if (openedByOthers && !command.opens) return 'again'
  // Sent twice, it met what it had written itself: then the first answer counts.
  const first = await firstAnswerOf(services, command)
  if (first) return first
  if (openedByOthers) return { kind: 'exists' }
  throw error
}

/** Keys that say that somebody else opened it first. */
const OPENED_BY_OTHERS = /^((record_state|service_record|ticket|contract)_pkey|contract_tenant_id_number_key)$/

/** `ticket_tenant_id_customer_fkey` → `customer` */
function referencedBy(constraint: string | undefined): string {
  return /_tenant_id_(\w+)_fkey$/.exec(constraint ?? '')?.[1] ?? constraint ?? ''
}

async function firstAnswerOf<State, Refusal>(
  { pool }: Services,
  { tenant, once }: Command<State, Refusal>,
): Promise<Outcome<State, Refusal> | undefined> {
  const first = once && (await withTenant(pool, tenant, (tx) => readFirstAnswer(tx, once)))
  if (!first) return undefined
  return first.bodyHash === once.hash ? { kind: 'repeated', answer: first.answer } : { kind: 'key-reused' }
}

/** Where a subject stands before a command; `record.version` 0: it is being opened. */
type Start<State> = {
  readonly record: StoredRecord
  readonly bound: BoundPlan | undefined
  readonly state: State
  readonly version: number
}

async function attemptOnce<State, Refusal>(attempt: Attempt<State, Refusal>): Promise<Outcome<State, Refusal>> {
  const { services, command } = attempt
  const start = command.opens ? await openingStart(attempt, command.opens) : await standingStart(attempt)
  if ('kind' in start) return start
  if (command.expectedVersion !== undefined && command.expectedVersion !== start.version)
    return { kind: 'stale', version: start.version, state: start.state }
  const { record, bound, state } = start
  const now = Math.max(await services.clock.now(command.tenant), (record.record && earliestRecordedAt(record.record)) ?? -Infinity)
  const decided = command.decide({ state, now, subject: command.subject, bound, contract: record.contract, newId })
  // A repetition of what opened something may be refused by what it opened itself: then the first answer counts.
  if (!decided.ok) return (command.opens && (await firstAnswerOf(services, command))) || { kind: 'refused', refusal: decided.refusal }
  const goesOn = adopted(command, start)
  const spoken = await spokenUnder(services, goesOn, { tenant: command.tenant, facts: decided.facts })
  const gated = await gateBefore(services, start, { tenant: command.tenant, facts: decided.facts, now, spoken })
  if (gated) {
    await noteStopped(services, gated, { ...command, contract: record.contract, now })
    return gated
  }
  const told = { ...decided, facts: withNews(start, decided.facts, { now, newId }) }
  const recorded = await recordDecided(attempt, { start: goesOn, decided: told, now, spoken })
  tell(services, command.tenant, recorded)
  return { kind: 'done', done: recorded.done, answer: recorded.answer }
}

/** The record as it goes on: its plan is pinned beside the facts (`beside`), so it is not in memory yet. */
function adopted<State, Refusal>({ adopts }: Command<State, Refusal>, start: Start<State>): Start<State> {
  const next = start.bound && adopts?.(start.bound)
  // What was published for the plan before goes on to be known by the record.
  const bound = next && { ...next, published: { ...start.bound?.published, ...next.published } }
  return bound ? { ...start, bound, record: { ...start.record, boundHash: bound.hash } } : start
}

/** What writes beside the facts goes with them in one transaction; an opening may share its statement with other openings. */
async function recordDecided<State, Refusal>(attempt: Attempt<State, Refusal>, decided: Decided<State>): Promise<Recorded<State>> {
  const { services, command } = attempt
  const { pool, groupCommit } = services
  const { beside, behind, tenant } = command
  if (beside)
    return inTransaction(pool, tenant, async (tx) => {
      const recorded = await learnDecided(attempt, { ...decided, tx, beside: (one) => beside(tx, one) })
      await writeChange(tx, recorded.change)
      await behind?.(tx, recorded.done)
      return recorded
    })
  const recorded = await withTenant(pool, tenant, (tx) => learnDecided(attempt, { ...decided, tx }))
  const { change } = recorded
  if (change.records.every((one) => one.version === 0)) await groupCommit.write(tenant, change)
  else await withTenant(pool, tenant, (tx) => writeChange(tx, change))
  return recorded
}

/** Opening reads nothing: the contract with its plan comes from memory. */
async function openingStart<State, Refusal>(
  { services, command }: Attempt<State, Refusal>,
  { contract, pinned }: NonNullable<Command<State, Refusal>['opens']>,
): Promise<Start<State> | Outcome<State, Refusal>> {
  const known = pinned || contract === undefined ? undefined : await services.plans.contract(command.tenant, contract)
  const found = pinned ?? (known && { bound: known.bound, customer: known.contract.customer })
  if (contract !== undefined && !found) return { kind: 'unknown-reference', table: 'contract' }
  const record: StoredRecord = {
    subject: command.subject,
    version: 0,
    contract,
    customer: found?.customer,
    ticket: ticketOf(command.subject, []),
    boundHash: found?.bound.hash,
    position: 0,
    record: undefined,
    written: {},
    beliefs: 0,
  }
  return { record, bound: found?.bound, state: command.aggregate.initialState(), version: 0 }
}

async function standingStart<State, Refusal>({
  services,
  command,
}: Attempt<State, Refusal>): Promise<Start<State> | Outcome<State, Refusal>> {
  const { tenant, subject, once } = command
  const { record, state, stateVersion, first } = await withTenant(services.pool, tenant, (tx) => readStanding(tx, subject, once))
  if (first) return first.bodyHash === command.once?.hash ? { kind: 'repeated', answer: first.answer } : { kind: 'key-reused' }
  if (!record) return { kind: 'missing' }
  const bound = record.boundHash === undefined ? undefined : await services.plans.bound(tenant, record.boundHash)
  return { record, bound, state: (state as State | undefined) ?? command.aggregate.initialState(), version: stateVersion }
}

type Decided<State> = {
  readonly start: Start<State>
  readonly decided: Extract<Decision<never>, { ok: true }>
  readonly now: Instant
  /** the contracts that the decided facts name */
  readonly spoken: SpokenUnder
}

type Learns<State> = Decided<State> & { readonly tx: Tx; readonly beside?: (done: Done<State>) => Promise<void> }

type Recorded<State> = { readonly done: Done<State>; readonly answer: unknown; readonly change: Change }

/** All that follows from the decided facts, not yet written. */
async function learnDecided<State, Refusal>(
  { services, command }: Attempt<State, Refusal>,
  { tx, start, decided, now, spoken, beside }: Learns<State>,
): Promise<Recorded<State>> {
  const { begins = [], texts: said = [] } = decided
  const planOf = (record: StoredRecord) => boundOf({ services, command }, start, record)
  const others = await otherRecords(tx, start, { facts: decided.facts, spoken, tickets: command.tickets !== undefined, begins, planOf })
  const records = [start.record, ...others]
  const recordedAt = Math.max(now, ...others.map((other) => (other.record && earliestRecordedAt(other.record)) ?? now))
  const seqs = await services.positions.take(tx, decided.facts.length, Math.max(...records.map((record) => record.position)))
  const facts = decided.facts.map((fact, index): Fact => ({ ...fact, seq: seqs[index]!, recordedAt }))
  const learning = await learnFacts({ tx, boundOf: planOf, records, facts })
  const state = evolved(command, start.state, { facts, texts: said })
  const done: Done<State> = { state, version: start.version + 1, facts, recordedAt, obligations: learning.obligationsOf(command.subject) }
  await beside?.(done)
  const answer = command.once?.answer(done)
  const texts = sealTexts(said)
  const change: Change = {
    ...learning.change,
    facts: facts.map((fact) => ({
      ...fact,
      salt: newSalt(),
      texts: Object.fromEntries(texts.filter((one) => one.fact === fact.id).map((one) => [one.field, one.hash])),
    })),
    texts,
    tickets: [
      ...ticketChange(command, done, start.version),
      ...(await toldBeside({ tx, command, facts, texts: said, recordedAt }, others, learning)),
    ],
    answer: command.once && {
      person: command.once.person,
      key: command.once.key,
      bodyHash: command.once.hash,
      answer,
      at: services.clock.machine(),
    },
  }
  return { done, answer, change }
}

/** Each record is folded under the plan of its own beginning: a device, or a contract, may stand under an earlier version than what is opened now. */
function boundOf<State, Refusal>(
  { services, command }: Attempt<State, Refusal>,
  start: Start<State>,
  { boundHash }: StoredRecord,
): BoundPlan | undefined {
  if (boundHash === undefined) return undefined
  if (boundHash === start.record.boundHash) return start.bound
  if (start.bound && boundHash === newestOf(start.bound).hash) return newestOf(start.bound)
  return services.plans.here(command.tenant, boundHash)
}

/** The state after the facts that speak about the subject. */
function evolved<State, Refusal>(
  { subject, aggregate }: Command<State, Refusal>,
  before: State,
  { facts, texts }: { readonly facts: readonly Fact[]; readonly texts: readonly NewText[] },
): State {
  const beside = (fact: Fact) => Object.fromEntries(texts.filter((one) => one.factId === fact.id).map((one) => [one.field, one.text]))
  const own = facts.filter((fact) => fact.subject === subject || fact.also.includes(subject))
  return own.reduce((state, fact) => aggregate.evolve(state, fact, beside(fact)), before)
}

function ticketChange<State, Refusal>(
  { subject, aggregate, opens }: Command<State, Refusal>,
  done: Done<State>,
  before: number,
): TicketChange[] {
  if (!aggregate.columns || !subject.startsWith('ticket/')) return []
  const kind = opens ? 'opened' : 'changed'
  const clock = ticketClock(done.obligations)
  const id = subject.slice(subject.indexOf('/') + 1)
  return [{ kind, id, columns: aggregate.columns(done.state), state: done.state, version: before + 1, changedAt: done.recordedAt, clock }]
}

/** After the commit, and gathered: who shows these subjects, whoever waits for the next due time, whoever hands effects on. */
function tell(services: Services, tenant: string, { done, change }: Pick<Recorded<unknown>, 'done' | 'change'>): void {
  const subjects = new Set(done.facts.flatMap(subjectsOf).map(ownerIn))
  services.live.changed({ tenant, kind: 'subject', ids: [...subjects] })
  void tellWork(services, tenant, change)
}

/** Due times go by the tenant's clock, wakers by the machine's. */
export async function tellWork(services: Services, tenant: string, change: Pick<Change, 'records' | 'effects'>): Promise<void> {
  const wakes = change.records.flatMap((record) => record.nextWakeAt ?? [])
  const effects = change.effects.length > 0
  if (wakes.length === 0 && !effects) return
  const offset = await services.clock.offset(tenant).catch(() => 0)
  services.live.work({ effects, wakeAt: wakes.length === 0 ? undefined : Math.min(...wakes) - offset })
}

export function newId(): string {
  return randomText(12, 'base64url')
}
