import type { Fact, Subject } from '../core/fact.ts'
import { toldTo } from '../core/promise/owner.ts'
import { refolded } from '../core/promise/record.ts'
import type { Learned } from '../core/promise/record.ts'
import { standing } from '../core/promise/render.ts'
import type { Belief, BoundPlan, Effect, Obligation } from '../core/promise/types.ts'
import { evolve } from '../core/ticket/evolve.ts'
import type { TicketState } from '../core/ticket/state.ts'
import {
  compareContract,
  compareDisputes,
  compareEntries,
  compareInvoice,
  compareEscalations,
  compareReleases,
  compareService,
  compareTicket,
  differing,
  opens,
} from './audit-rows.ts'
import type { Found } from './audit-rows.ts'
import { inSnapshot } from './database/pool.ts'
import type { Tx } from './database/pool.ts'
import { ownersOf } from './learning.ts'
import type { Services } from './services.ts'
import {
  astrayLines,
  entriesWithoutFact,
  everySubject,
  misledFacts,
  plansWithout,
  readDisputeRows,
  readEntryRows,
  readInvoiceRow,
  readReleaseRows,
  readServiceRow,
  readTitles,
  readWake,
} from './store/audited.ts'
import { readFacts, readRecords } from './store/ledger.ts'
import { readFactsOf } from './store/owner-records.ts'
import { readBeliefs, readContractRow, readEffects, readObligations, readTicket } from './store/stored.ts'
import { escalationsOfTicket } from './store/escalations.ts'
import { ticketAggregate } from './ticket.ts'
import type { Aggregate } from './transact.ts'

/** What is stored and what the facts say, where they differ. `key` names the row: `arrive|1`, a line of belief, an effect. */
export type Difference = Found & { readonly tenant: string; readonly subject: Subject }

export type Audited = { readonly subjects: number; readonly facts: number; readonly differences: readonly Difference[] }

/** Derives every subject of a tenant anew from its facts and compares with what is stored, row by row. */
export async function auditTenant<State extends object = TicketState>(
  services: Services,
  tenant: string,
  tickets = shipped<State>(),
): Promise<Audited> {
  const subjects = await inSnapshot(services.pool, tenant, everySubject)
  const differences: Difference[] = []
  let facts = 0
  for (const subject of subjects) {
    const audited = await auditSubject(services, { tenant, subject, tickets })
    facts += audited.facts
    differences.push(...audited.differences)
  }
  differences.push(...(await auditLists(services, tenant)))
  return { subjects: subjects.length, facts, differences }
}

/** What lists facts and effects under other names: by subject, and in the inboxes of people. */
async function auditLists({ pool }: Services, tenant: string): Promise<Difference[]> {
  const misled = await inSnapshot(pool, tenant, misledFacts)
  const astray = await inSnapshot(pool, tenant, astrayLines)
  const unfounded = await inSnapshot(pool, tenant, entriesWithoutFact)
  return [
    ...unfounded.map(({ fact, contract, ...stored }): Difference => ({
      tenant,
      subject: `contract/${contract}`,
      what: 'remedy',
      key: fact,
      stored,
      derived: undefined,
    })),
    ...misled.map(({ subject, fact, listed }): Difference => {
      const [stored, derived] = listed ? [fact, undefined] : [undefined, fact]
      return { tenant, subject, what: 'fact', key: fact, stored, derived }
    }),
    ...astray.map(({ subject, effect, person, stored, derived }): Difference => {
      const key = person === null ? effect : `${effect}|${person}`
      return { tenant, subject, what: 'inbox', key, stored: stored ?? undefined, derived: derived ?? undefined }
    }),
  ]
}

async function readStored(tx: Tx, subject: Subject) {
  const [
    records,
    facts,
    titles,
    obligations,
    beliefs,
    effects,
    ticket,
    contract,
    service,
    disputes,
    releases,
    invoice,
    entries,
    wake,
    escalations,
  ] = await Promise.all([
    readRecords(tx, [subject]),
    readFacts(tx, subject),
    readTitles(tx, subject),
    readObligations(tx, subject),
    readBeliefs(tx, subject),
    readEffects(tx, subject),
    readTicket(tx, subject),
    readContractRow(tx, subject),
    readServiceRow(tx, subject),
    readDisputeRows(tx, subject),
    readReleaseRows(tx, subject),
    readInvoiceRow(tx, subject),
    readEntryRows(tx, subject),
    readWake(tx, subject),
    subject.startsWith('ticket/') ? escalationsOfTicket(tx, subject.slice('ticket/'.length)) : [],
  ])
  const [record] = records
  const told = record ? await readFactsOf(tx, record) : []
  const unheard = await plansWithout(tx, subject)
  return {
    subject,
    record,
    told,
    facts,
    titles,
    obligations,
    beliefs,
    effects,
    ticket,
    contract,
    service,
    disputes,
    releases,
    invoice,
    entries,
    wake,
    escalations,
    unheard,
  }
}

type Stored = Awaited<ReturnType<typeof readStored>>

export type AuditOne<State> = { readonly tenant: string; readonly subject: Subject; readonly tickets?: Aggregate<State> }

/** How facts, and the titles beside them, make a ticket's state; tests of the seam tell smaller tickets. */
function shipped<State>(): Aggregate<State> {
  return { ...ticketAggregate(), evolve } as unknown as Aggregate<State>
}

/** One subject, all of it read as of one instant. `tickets`: how facts make a ticket's state. */
export async function auditSubject<State extends object = TicketState>(
  services: Services,
  { tenant, subject, tickets = shipped<State>() }: AuditOne<State>,
): Promise<{ readonly facts: number; readonly differences: readonly Difference[] }> {
  const stored = await inSnapshot(services.pool, tenant, (tx) => readStored(tx, subject))
  const { facts, ticket, contract, service, disputes, releases, invoice, entries, escalations } = stored
  const { learned, found } = await compareRecord(services, tenant, stored)
  const rows = [
    ...found,
    ...compareTicket(stored, { ticket, learned, tickets }),
    ...compareContract(stored, contract),
    ...compareService(stored, service),
    ...compareDisputes(stored, disputes),
    ...compareReleases(stored, releases),
    ...compareInvoice(stored, invoice),
    ...compareEntries(stored, entries),
    ...compareEscalations(stored, escalations),
  ]
  return { facts: facts.length, differences: rows.map((one) => ({ tenant, subject, ...one })) }
}

/** `unknown`: what was learned went with the record. */
type Compared = { readonly learned: Learned | 'unknown' | undefined; readonly found: readonly Found[] }

async function compareRecord(services: Services, tenant: string, stored: Stored): Promise<Compared> {
  const { record: row, told } = stored
  const missing = await missingRecords(services, tenant, stored)
  if (!row) return { learned: 'unknown', found: [...withoutRecord(stored, missing), ...missing] }
  if (told.length === 0)
    return { learned: undefined, found: [{ what: 'record', key: 'fold', stored: row.record ?? {}, derived: undefined }, ...extra(stored)] }
  if (row.boundHash === undefined || !row.record) return { learned: undefined, found: [...extra(stored), ...missing] }
  const bound = await services.plans.bound(tenant, row.boundHash)
  const learned = refolded(bound, row.record, told)
  return { learned, found: [...compare(stored, learned, bound), ...missing] }
}

/** Nothing can be derived without the record, which says under which plan. It must be there where something was opened, and where rows speak of a subject that facts name. */
function withoutRecord(stored: Stored, missing: readonly Found[]): readonly Found[] {
  const { facts, service } = stored
  const rows = extra(stored)
  if (facts.length === 0) return rows
  const opened = opens('ticket.reported', stored) || opens('contract.signed', stored) || service !== undefined
  return missing.length === 0 && (opened || rows.length > 0) ? [gone('fold', facts)] : []
}

const gone = (key: string, facts: readonly Fact[]): Found => ({
  what: 'record',
  key,
  stored: undefined,
  derived: { facts: facts.map(({ id }) => id) },
})

/** Records that a plan promises to whom a fact named, and that are not there. A plan that was amended may promise to whom the facts before named; of it nothing is concluded. */
async function missingRecords({ plans }: Services, tenant: string, { subject, facts, unheard }: Stored): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const { hash, contract, facts: ids } of unheard) {
    const bound = await plans.bound(tenant, hash)
    if (bound.editions) continue
    // What is waived in a ticket names its device and asks nothing of the device's own record.
    const said = toldTo({ subject, ...(contract === null ? {} : { contract }) }, facts).filter(({ id }) => ids.includes(id))
    if (ownersOf(bound, said).includes(subject)) found.push(gone(contract === null ? 'fold' : `fold under ${contract}`, said))
  }
  return found
}

const keyOf = ({ promise, episode }: Pick<Obligation, 'promise' | 'episode'>) => `${promise}|${episode}`
const lines = (beliefs: readonly Belief[]) => beliefs.map((belief, index) => [String(index + 1), belief] as const)
const sent = (effects: readonly Effect[]) => effects.map((one) => [one.key, one] as const)
const owed = (obligations: readonly Obligation[]) => obligations.map((one) => [keyOf(one), standing(one)] as const)

/** Rows that nothing has brought about. */
function extra({ obligations, beliefs, effects }: Stored): Found[] {
  return [
    ...differing('obligation', owed(obligations), []),
    ...differing('belief', lines(beliefs), []),
    ...differing('effect', sent(effects), []),
  ]
}

function compare(stored: Stored, derived: Learned, bound: BoundPlan): Found[] {
  return [
    ...differing('record', [['fold', stored.record!.record]], [['fold', { ...derived.record, plan: bound.hash }]]),
    ...differing('record', [['wake', stored.wake?.at ?? null]], [['wake', derived.record.nextWakeAt ?? null]]),
    ...differing('obligation', owed(stored.obligations), owed(derived.obligations)),
    ...differing('belief', lines(stored.beliefs), lines(derived.beliefs)),
    ...differing('effect', sent(stored.effects), sent(derived.effects)),
  ]
}
