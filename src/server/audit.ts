import { canonicalJson } from '../core/canonical.ts'
import type { Subject } from '../core/fact.ts'
import { refolded } from '../core/promise/record.ts'
import type { Learned } from '../core/promise/record.ts'
import { standing } from '../core/promise/render.ts'
import type { Belief, BoundPlan, Effect, Obligation } from '../core/promise/types.ts'
import { inSnapshot } from './database/pool.ts'
import type { Tx } from './database/pool.ts'
import type { Services } from './services.ts'
import { readFacts, readRecords } from './store/ledger.ts'
import type { StoredRecord } from './store/ledger.ts'
import { readBeliefs, readEffects, readObligations, readTicketClock, subjectsAfter } from './store/stored.ts'
import { ticketClock } from './ticket-clock.ts'

/** What is stored and what the facts say, where they differ. `key` names the row: `arrive|1`, a line of belief, an effect. */
export type Difference = {
  readonly tenant: string
  readonly subject: Subject
  readonly what: 'record' | 'obligation' | 'belief' | 'effect' | 'ticket'
  readonly key: string
  /** undefined: there is no such row */
  readonly stored: unknown
  readonly derived: unknown
}

export type Audited = { readonly subjects: number; readonly facts: number; readonly differences: readonly Difference[] }

const PAGE = 200

/** Derives every subject of a tenant anew from its facts and compares with what is stored, row by row. */
export async function auditTenant(services: Services, tenant: string): Promise<Audited> {
  const differences: Difference[] = []
  let subjects = 0
  let facts = 0
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: readonly Subject[] = await inSnapshot(services.pool, tenant, (tx) => subjectsAfter(tx, after!, PAGE))
    for (const subject of page) {
      const audited = await auditSubject(services, tenant, subject)
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
  readonly clock: Awaited<ReturnType<typeof readTicketClock>>
}

async function readStored(tx: Tx, subject: Subject): Promise<Stored | undefined> {
  const [record] = await readRecords(tx, [subject])
  if (!record) return undefined
  const [facts, obligations, beliefs, effects, clock] = await Promise.all([
    readFacts(tx, subject),
    readObligations(tx, subject),
    readBeliefs(tx, subject),
    readEffects(tx, subject),
    readTicketClock(tx, subject),
  ])
  return { record, facts, obligations, beliefs, effects, clock }
}

/** One subject, all of it read as of one instant. */
export async function auditSubject(
  services: Services,
  tenant: string,
  subject: Subject,
): Promise<{ readonly facts: number; readonly differences: readonly Difference[] }> {
  const stored = await inSnapshot(services.pool, tenant, (tx) => readStored(tx, subject))
  if (!stored) return { facts: 0, differences: [] }
  const { boundHash, record } = stored.record
  if (boundHash === undefined || !record) return { facts: stored.facts.length, differences: [] }
  const bound = await services.plans.bound(tenant, boundHash)
  const found = compare(stored, refolded(bound, record, stored.facts), bound)
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
    ...(stored.clock ? differing('ticket', [['clock', stored.clock]], [['clock', ticketClock(derived.obligations)]]) : []),
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
