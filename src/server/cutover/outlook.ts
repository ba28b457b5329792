import { subjectsOf } from '../../core/fact.ts'
import type { Fact, Subject } from '../../core/fact.ts'
import { newestOf } from '../../core/promise/amended.ts'
import { historyOf, lookAt, replay } from '../../core/promise/record.ts'
import type { RecordState } from '../../core/promise/record.ts'
import type { BoundPlan, Obligation } from '../../core/promise/types.ts'
import { monthFrom } from '../../core/time/instant.ts'
import type { Instant } from '../../core/time/instant.ts'
import { inSnapshot } from '../database/pool.ts'
import { ownersOf } from '../learning.ts'
import type { Services } from '../services.ts'
import { subjectsUnder } from '../store/cutover.ts'
import { readFacts, readRecords } from '../store/ledger.ts'
import type { StoredRecord } from '../store/ledger.ts'
import type { NewFact } from '../transact.ts'

/** One thing that is owed, or will be within the month; `bound`: under which it is. */
export type Owed = { readonly obligation: Obligation; readonly bound: BoundPlan; readonly comes: boolean }

export type Outlook = {
  readonly owed: readonly Owed[]
  readonly past: readonly { readonly obligation: Obligation; readonly bound: BoundPlan }[]
}

type Folded = { readonly record: RecordState; readonly bound: BoundPlan }

export type Looking = {
  readonly tenant: string
  readonly contract: string
  readonly bound: BoundPlan
  readonly now: Instant
  /** as if they were learned now; none: as it stands */
  readonly facts?: readonly NewFact[]
}

async function boundFor(services: Services, { tenant, bound }: Looking, stored: StoredRecord | undefined): Promise<BoundPlan> {
  return stored?.boundHash === undefined ? newestOf(bound) : services.plans.bound(tenant, stored.boundHash)
}

/** The records to which the new facts speak, with them learned by the very fold that will learn them; nothing is written. */
async function foldTouched(services: Services, looking: Looking, touched: readonly Subject[]): Promise<readonly Folded[]> {
  const { tenant, now, facts = [] } = looking
  const found = await inSnapshot(services.pool, tenant, async (tx) => {
    const histories = new Map<Subject, readonly Fact[]>()
    for (const subject of touched) histories.set(subject, await readFacts(tx, subject))
    return { records: await readRecords(tx, touched), histories }
  })
  const last = Math.max(0, ...[...found.histories.values()].flat().map(({ seq }) => seq))
  const learned = facts.map((fact, index): Fact => ({ ...fact, seq: last + index + 1, recordedAt: now }))
  const folded: Folded[] = []
  for (const [subject, before] of found.histories) {
    const own = await boundFor(
      services,
      looking,
      found.records.find((one) => one.subject === subject),
    )
    const all = [...before, ...learned.filter((fact) => subjectsOf(fact).includes(subject))]
    folded.push({ record: replay(own, all, { asOf: now, subject }).record, bound: own })
  }
  return folded
}

/** So many records are held at a time: a contract may have any number of tickets. */
const AT_ONCE = 500

/** The other records of the contract as they stand, some at a time. */
async function* standingRecords(services: Services, looking: Looking, touched: readonly Subject[]): AsyncGenerator<readonly Folded[]> {
  for (let after = ''; ;) {
    const { subjects, records } = await inSnapshot(services.pool, looking.tenant, async (tx) => {
      const next = await subjectsUnder(tx, looking.contract, { after, most: AT_ONCE })
      return {
        subjects: next,
        records: await readRecords(
          tx,
          next.filter((subject) => !touched.includes(subject)),
        ),
      }
    })
    const folded: Folded[] = []
    for (const stored of records)
      if (stored.record) folded.push({ record: stored.record, bound: await boundFor(services, looking, stored) })
    yield folded
    if (subjects.length < AT_ONCE) return
    after = subjects.at(-1)!
  }
}

async function* foldAll(services: Services, looking: Looking): AsyncGenerator<readonly Folded[]> {
  const touched = [...new Set(ownersOf(looking.bound, looking.facts ?? []))]
  yield await foldTouched(services, looking, touched)
  yield* standingRecords(services, looking, touched)
}

const waits = ({ state, fulfilledAt }: Obligation): boolean =>
  state === 'open' || state === 'paused' || (state === 'broken' && fulfilledAt === undefined)

function owedBy({ record, bound }: Folded, now: Instant): Owed[] {
  const standing = lookAt(bound, record, now).obligations
  const within = monthFrom(now)
  const isNew = (one: Obligation) => !standing.some(({ promise, episode }) => promise === one.promise && episode === one.episode)
  const coming = lookAt(bound, record, within).obligations.filter((one) => isNew(one) && one.dueAt !== undefined && one.dueAt <= within)
  return [
    ...standing.filter(waits).map((obligation) => ({ obligation, bound, comes: false })),
    ...coming.map((obligation) => ({ obligation, bound, comes: true })),
  ]
}

const dueOf = ({ obligation: { dueAt } }: { readonly obligation: Obligation }): number => dueAt ?? Infinity

/** What would be owed, due and broken, and what is history; by due time. */
export async function lookAhead(services: Services, looking: Looking): Promise<Outlook> {
  const owed: Owed[] = []
  const past: Outlook['past'][number][] = []
  for await (const folded of foldAll(services, looking))
    for (const one of folded) {
      const { record, bound } = one
      owed.push(...owedBy(one, looking.now))
      past.push(...historyOf(bound, record, looking.now).map((obligation) => ({ obligation, bound })))
    }
  const byDue = <One extends { readonly obligation: Obligation }>(list: One[]) => list.sort((a, b) => dueOf(a) - dueOf(b) || 0)
  return { owed: byDue(owed), past: byDue(past) }
}
