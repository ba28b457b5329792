import { canonicalJson } from '../core/canonical.ts'
import { evolve, initialState } from '../core/contract/state.ts'
import type { Fact, Subject } from '../core/fact.ts'
import type { Learned } from '../core/promise/record.ts'
import { hashOf } from '../core/invoice/decide.ts'
import { evolve as evolveInvoice, initialState as initialInvoice } from '../core/invoice/state.ts'
import { evolve as evolveEscalation, initialState as initialEscalation } from '../core/escalation/escalation.ts'
import { evolve as evolveRelease, initialState as initialRelease } from '../core/release/decide.ts'
import { evolve as evolveService, initialState as initialService } from '../core/service/state.ts'
import { isServiceType, nounOfService } from '../core/service/vocabulary.ts'
import { disputesIn } from './dispute.ts'
import { beginsRecord, ownersIn } from './service.ts'
import type { AuditedDispute, AuditedEntry, AuditedInvoice, AuditedRelease, AuditedService } from './store/audited.ts'
import { rowOf } from './store/escalations.ts'
import type { AuditedEscalation } from './store/escalations.ts'
import type { StoredContract, StoredTicket } from './store/stored.ts'
import { ticketClock } from './ticket-clock.ts'
import type { Aggregate } from './transact.ts'

/** The rows beside the ledger of one subject, each against what the facts make of it. */

export type Found = {
  readonly what:
    | 'record'
    | 'obligation'
    | 'belief'
    | 'effect'
    | 'ticket'
    | 'contract'
    | 'service'
    | 'dispute'
    | 'release'
    | 'invoice'
    | 'remedy'
    | 'escalation'
    | 'inbox'
    | 'fact'
  readonly key: string
  /** undefined: there is no such row */
  readonly stored: unknown
  readonly derived: unknown
}

type Rows = readonly (readonly [key: string, row: unknown])[]

/** Compared as text, to the last character. */
export function differing(what: Found['what'], stored: Rows, derived: Rows): Found[] {
  const [there, wanted] = [new Map(stored), new Map(derived)]
  const keys = [...new Set([...there.keys(), ...wanted.keys()])]
  const same = (key: string) => there.has(key) && wanted.has(key) && canonicalJson(there.get(key)) === canonicalJson(wanted.get(key))
  return keys.filter((key) => !same(key)).map((key) => ({ what, key, stored: there.get(key), derived: wanted.get(key) }))
}

/** What the facts that name a subject say, and the texts beside them: fact → title. */
export type Told = { readonly subject: Subject; readonly facts: readonly Fact[]; readonly titles: ReadonlyMap<string, string> }

/** Is there a row because of this fact? */
export function opens(type: 'ticket.reported' | 'contract.signed', { subject, facts }: Pick<Told, 'subject' | 'facts'>): boolean {
  return facts.some((fact) => fact.type === type && fact.subject === subject)
}

type Wanted<Row> = { readonly there: Row | undefined; readonly wanted: boolean; readonly derived: unknown }

/** A row that is missing, or that no fact made; undefined where it stands and has to be compared. */
function astray<Row>(what: Found['what'], { there, wanted, derived }: Wanted<Row>): Found[] | undefined {
  if (!there && !wanted) return []
  if (!there) return [{ what, key: 'row', stored: undefined, derived }]
  return wanted ? undefined : [{ what, key: 'row', stored: there, derived: undefined }]
}

export type TicketAudit<State> = {
  readonly ticket: StoredTicket | undefined
  readonly learned: Learned | 'unknown' | undefined
  readonly tickets: Aggregate<State>
}

/** A ticket's row: its clock, its state as the facts leave it, the columns by which it is listed, and the title that stands beside its facts. */
export function compareTicket<State extends object>(told: Told, { ticket, learned, tickets }: TicketAudit<State>): Found[] {
  const textsOf = ({ id }: Fact): Readonly<Record<string, string>> => (told.titles.has(id) ? { title: told.titles.get(id)! } : {})
  const state = told.facts.reduce((before, fact) => tickets.evolve(before, fact, textsOf(fact)), tickets.initialState())
  const columns = tickets.columns!(state)
  const found = astray('ticket', { there: ticket, wanted: opens('ticket.reported', told), derived: columns })
  if (found || !ticket) return found ?? []
  const untitled = (row: object): object => ({ ...row, title: undefined })
  const titleOf = (row: object): unknown => ('title' in row ? row.title : undefined)
  const clock = learned === 'unknown' ? ticket.clock : ticketClock(learned?.obligations ?? [])
  return [
    ...differing('ticket', [['clock', ticket.clock]], [['clock', clock]]),
    ...differing('ticket', [['state', untitled(ticket.state)]], [['state', untitled(state)]]),
    ...differing('ticket', [['columns', untitled(ticket.columns)]], [['columns', untitled(columns)]]),
    ...differing('ticket', [['title', [ticket.columns.title, titleOf(ticket.state)]]], [['title', [columns.title, titleOf(state)]]]),
  ]
}

/** A contract's row: its state as the facts leave it, and the columns by which it is listed and reported on. */
export function compareContract(told: Told, contract: StoredContract | undefined): Found[] {
  const state = told.facts.reduce(evolve, initialState())
  const found = astray('contract', { there: contract, wanted: opens('contract.signed', told), derived: state })
  if (found || !contract) return found ?? []
  const last = state.agreements.at(-1)
  const signing = told.facts.find(({ type, subject }) => type === 'contract.signed' && subject === told.subject)
  const row = {
    number: state.number,
    title: told.titles.get(signing?.id ?? '')?.trim() ?? '',
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

/** A service record's row. Of the facts that name it, its own make it, and what is ruled on them: what was done as part of it has a row of its own. */
export function compareService({ subject, facts }: Told, service: AuditedService | undefined): Found[] {
  const own = facts.filter((fact) => fact.subject === subject || fact.type.startsWith('fact.'))
  const state = own.reduce(evolveService, initialService())
  const [first] = own.filter((fact) => fact.subject === subject && isServiceType(fact.type))
  const wanted = first !== undefined && (service !== undefined || beginsRecord(first))
  const found = astray('service', { there: service, wanted, derived: state })
  if (found || !service || !first) return found ?? []
  const row = { noun: nounOfService(first.type as Parameters<typeof nounOfService>[0]), phase: state.phase, ...ownersIn(first) }
  return [
    ...differing('service', [['state', service.state]], [['state', state]]),
    ...differing('service', [['columns', service.row]], [['columns', row]]),
  ]
}

/** What the facts make of the disputes that were raised in the ledger of this subject. */
function disputeRows({ subject, facts }: Told): (readonly [id: string, row: AuditedDispute])[] {
  return disputesIn(facts)
    .disputes.filter(({ about }) => about[0] === subject)
    .map(({ id, target, side, by, at, answerBy, state, answeredBy, settledBy }) => {
      const stepOf = (type: Fact['type']) => facts.find((fact) => fact.type === type && fact.data.of === id)
      const answer = answeredBy === undefined ? undefined : stepOf('fact.answered')
      const decision = settledBy === undefined ? undefined : stepOf('fact.settled')
      const verdict = target.what === 'verdict' ? target : undefined
      const remedy = decision?.data.remedy as AuditedDispute['remedy'] | undefined
      const row: AuditedDispute = {
        what: target.what,
        of_fact: target.what === 'verdict' ? null : target.of,
        promise: verdict?.promise ?? null,
        episode: verdict?.episode ?? null,
        verdict: verdict?.verdict ?? null,
        side,
        state,
        raised_by: by ?? '',
        raised_at: at,
        answer_by: answerBy,
        answer: answer?.id ?? null,
        answered_by: answer?.by ?? null,
        answered_at: answer?.recordedAt ?? null,
        decision: decision?.id ?? null,
        settled_by: decision?.by ?? null,
        settled_at: decision?.recordedAt ?? null,
        remedy: remedy ?? null,
      }
      return [id, row]
    })
}

export function compareDisputes(told: Told, stored: readonly (readonly [id: string, row: AuditedDispute])[]): Found[] {
  return differing('dispute', stored, disputeRows(told))
}

/** What the facts make of the waivers and excuses that were asked for on this subject. */
export function compareReleases({ subject, facts }: Told, stored: readonly (readonly [id: string, row: AuditedRelease])[]): Found[] {
  const { releases } = facts.reduce(evolveRelease, initialRelease())
  const derived = releases
    .filter(({ about }) => about[0] === subject)
    .map(({ id, kind, promise, episode, state, by, at, decidedBy, decidedAt }) => {
      const asked = { kind, promise, episode: episode ?? null, asked_by: by ?? '', asked_at: at }
      const row: AuditedRelease = { ...asked, state, decided_by: decidedBy ?? null, decided_at: decidedAt ?? null }
      return [id, row] as const
    })
  return differing('release', stored, derived)
}

/** A bill's row: what its facts made of it, the account that was shown, to the hash, and its totals. */
export function compareInvoice({ subject, facts }: Told, invoice: AuditedInvoice | undefined): Found[] {
  const state = facts.reduce(evolveInvoice, initialInvoice())
  const last = facts.findLast(({ type, subject: of }) => of === subject && (type === 'invoice.shown' || type === 'invoice.issued'))
  const found = astray('invoice', { there: invoice, wanted: last !== undefined, derived: state })
  if (found || !invoice || !last) return found ?? []
  const account = { hash: invoice.frozen ? hashOf(invoice.frozen) : null, ...invoice.totals }
  const told = { hash: state.hash, fen: last.data.fen ?? null, freeFen: last.data.freeFen ?? null }
  return [
    ...differing('invoice', [['state', [invoice.phase, invoice.state]]], [['state', [state.phase, state]]]),
    ...differing('invoice', [['account', account]], [['account', told]]),
  ]
}

/** What was given for remedies: each entry by the fact that says so. */
export function compareEntries({ subject, facts }: Told, stored: readonly (readonly [fact: string, row: AuditedEntry])[]): Found[] {
  const given = facts.filter((fact) => fact.type === 'remedy.settled' && fact.subject === subject)
  const derived = given.map(({ id, data, by, recordedAt }) => {
    const row: AuditedEntry = { fen: data.fen, how: data.how, invoice: data.invoice ?? null, person: by ?? '', at: recordedAt }
    return [id, row] as const
  })
  return differing('remedy', stored, derived)
}

/** What the facts make of the escalations of a ticket. */
export function compareEscalations({ subject, facts }: Told, stored: readonly AuditedEscalation[]): Found[] {
  const { escalations } = facts.filter((fact) => fact.subject === subject).reduce(evolveEscalation, initialEscalation())
  const derived = escalations.map((one) => [one.id, rowOf(subject.slice('ticket/'.length), one)] as const)
  return differing(
    'escalation',
    stored.map((row) => [row.id, row]),
    derived,
  )
}
