import { canonicalJson } from '../core/canonical.ts'
import { evolve, initialState } from '../core/contract/state.ts'
import type { Fact, Subject } from '../core/fact.ts'
import { refolded } from '../core/promise/record.ts'
import type { Learned } from '../core/promise/record.ts'
import { standing } from '../core/promise/render.ts'
import type { TicketState } from '../core/ticket/state.ts'
import type { Belief, BoundPlan, Effect, Obligation } from '../core/promise/types.ts'
import { inSnapshot } from './database/pool.ts'
import type { Tx } from './database/pool.ts'
import type { Services } from './services.ts'
import { readFacts, readRecords } from './store/ledger.ts'
import type { StoredRecord } from './store/ledger.ts'
import { readBeliefs, readContractRow, readEffects, readObligations, readTicket, subjectsAfter } from './store/stored.ts'
import { ticketClock } from './ticket-clock.ts'
import { ticketAggregate } from './ticket.ts'
import type { Aggregate } from './transact.ts'

/** What is stored and what the facts say, where they differ. `key` names the row: `arrive|1`, a line of belief, an effect. */
export type Difference = {
  readonly tenant: string
  readonly subject: Subject
  readonly what: 'record' | 'obligation' | 'belief' | 'effect' | 'ticket' | 'contract'
  readonly key: string
  /** undefined: there is no such row */
  readonly stored: unknown
  readonly derived: unknown
}

export type Audited = { readonly subjects: number; readonly facts: number; readonly differences: readonly Difference[] }

const PAGE = 200

/** Derives every subject of a tenant anew from its facts and compares with what is stored, row by row. */
export async function auditTenant<State extends object = TicketState>(
  services: Services,
  tenant: string,
  tickets = shipped<State>(),
): Promise<Audited> {
  const differences: Difference[] = []
  let subjects = 0
  let facts = 0
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: readonly Subject[] = await inSnapshot(services.pool, tenant, (tx) => subjectsAfter(tx, after!, PAGE))
    for (const subject of page) {
      const audited = await auditSubject(services, { tenant, subject, tickets })
      subjects += 1
      facts += audited.facts
      differences.push(...audited.differences)
    }
    after = page.length < PAGE ? undefined : page.at(-1)
  }
  return { subjects, facts, differences }
}

type Stored = {
  readonly record: StoredRecord
  readonly facts: Awaited<ReturnType<typeof readFacts>>
  readonly obligations: readonly Obligation[]
  readonly beliefs: readonly Belief[]
  readonly effects: readonly Effect[]
  readonly ticket: Awaited<ReturnType<typeof readTicket>>
  readonly contract: Awaited<ReturnType<typeof readContractRow>>
}

async function readStored(tx: Tx, subject: Subject): Promise<Stored | undefined> {
  const [record] = await readRecords(tx, [subject])
  if (!record) return undefined
  const [facts, obligations, beliefs, effects, ticket, contract] = await Promise.all([
    readFacts(tx, subject),
    readObligations(tx, subject),
    readBeliefs(tx, subject),
    readEffects(tx, subject),
    readTicket(tx, subject),
    readContractRow(tx, subject),
  ])
  return { record, facts, obligations, beliefs, effects, ticket, contract }
}

export type AuditOne<State> = { readonly tenant: string; readonly subject: Subject; readonly tickets?: Aggregate<State> }

/** How facts make a ticket's state; tests of the seam tell smaller tickets. */
function shipped<State>(): Aggregate<State> {
  return ticketAggregate() as unknown as Aggregate<State>
}

/** One subject, all of it read as of one instant. `tickets`: how facts make a ticket's state. */
export async function auditSubject<State extends object = TicketState>(
  services: Services,
  { tenant, subject, tickets = shipped<State>() }: AuditOne<State>,
): Promise<{ readonly facts: number; readonly differences: readonly Difference[] }> {
  const stored = await inSnapshot(services.pool, tenant, (tx) => readStored(tx, subject))
  if (!stored) return { facts: 0, differences: [] }
  const { boundHash, record } = stored.record
  const bound = boundHash === undefined || !record ? undefined : await services.plans.bound(tenant, boundHash)
  const derived = bound && refolded(bound, record!, stored.facts)
  const found = [...(bound ? compare(stored, derived!, bound) : []), ...compareTicket(stored, derived, tickets), ...compareContract(stored)]
  return { facts: stored.facts.length, differences: found.map((one) => ({ tenant, subject, ...one })) }
}

type Found = Omit<Difference, 'tenant' | 'subject'>

function compare(stored: Stored, derived: Learned, bound: BoundPlan): Found[] {
  const key = ({ promise, episode }: Pick<Obligation, 'promise' | 'episode'>) => `${promise}|${episode}`
  const lines = (beliefs: readonly Belief[]) => beliefs.map((belief, index) => [String(index + 1), belief] as const)
  const record = stored.record.record!
  return [
    ...differing(
      'record',
      [['fold', { ...record, nextWakeAt: undefined }]],
      [['fold', { ...derived.record, plan: bound.hash, nextWakeAt: undefined }]],
    ),
    ...differing(
      'obligation',
      stored.obligations.map((one) => [key(one), standing(one)]),
      derived.obligations.map((one) => [key(one), standing(one)]),
    ),
    ...differing('belief', lines(stored.beliefs), lines(derived.beliefs)),
    ...differing(
      'effect',
      stored.effects.map((one) => [one.key, one]),
      derived.effects.map((one) => [one.key, one]),
    ),
  ]
}

/** A ticket's row: its clock, its state as the facts leave it, and the columns by which it is listed. The title is free text and no part of any fact. */
function compareTicket<State extends object>({ ticket, facts }: Stored, derived: Learned | undefined, tickets: Aggregate<State>): Found[] {
  if (!ticket) return []
  const untitled = (row: object): object => ({ ...row, title: undefined })
  const state = facts.reduce((before, fact: Fact) => tickets.evolve(before, fact, {}), tickets.initialState())
  return [
    ...differing('ticket', [['clock', ticket.clock]], [['clock', ticketClock(derived?.obligations ?? [])]]),
    ...differing('ticket', [['state', untitled(ticket.state)]], [['state', untitled(state)]]),
    ...differing('ticket', [['columns', untitled(ticket.columns)]], [['columns', untitled(tickets.columns!(state))]]),
  ]
}

/** A contract's row: its state as the facts leave it, and the columns by which it is listed and reported on. */
function compareContract({ contract, facts }: Stored): Found[] {
  if (!contract) return []
  const state = facts.reduce(evolve, initialState())
  const last = state.agreements.at(-1)
  const row = {
    number: state.number,
    customer: state.customer,
    plan: last?.plan,
    terms: last?.terms,
    signed_on: state.signedOn ?? null,
    starts_on: state.startsOn ?? null,
    ends_on: state.endsOn ?? null,
    ended_at: state.endedAt ?? null,
    sites: [...new Set(state.sites)].sort(),
    assets: [...new Set(state.assets)].sort(),
    people: Object.entries(state.people)
      .flatMap(([role, held]) => held.map((one) => `${role} ${one}`))
      .sort(),
  }
  const sorted = { sites: contract.row.sites.toSorted(), assets: contract.row.assets.toSorted(), people: contract.row.people.toSorted() }
  return [
    ...differing('contract', [['state', contract.state]], [['state', state]]),
    ...differing('contract', [['columns', { ...contract.row, ...sorted }]], [['columns', row]]),
  ]
}

type Rows = readonly (readonly [key: string, row: unknown])[]

/** Compared as text, to the last character. */
function differing(what: Found['what'], stored: Rows, derived: Rows): Found[] {
  const [there, wanted] = [new Map(stored), new Map(derived)]
  const keys = [...new Set([...there.keys(), ...wanted.keys()])]
  const same = (key: string) => there.has(key) && wanted.has(key) && canonicalJson(there.get(key)) === canonicalJson(wanted.get(key))
  return keys.filter((key) => !same(key)).map((key) => ({ what, key, stored: there.get(key), derived: wanted.get(key) }))
}
