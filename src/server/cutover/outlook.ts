import type { Fact, Subject } from '../../core/fact.ts'
import { newestOf } from '../../core/promise/amended.ts'
import { isShared, ownerIn, toldTo } from '../../core/promise/owner.ts'
import type { Kept } from '../../core/promise/owner.ts'
import { historyOf, lookAt, replay } from '../../core/promise/record.ts'
import type { RecordState } from '../../core/promise/record.ts'
import type { BoundPlan, Obligation } from '../../core/promise/types.ts'
import { monthFrom } from '../../core/time/instant.ts'
import type { Instant } from '../../core/time/instant.ts'
import { inSnapshot } from '../database/pool.ts'
import { ownersOf } from '../learning.ts'
import type { Services } from '../services.ts'
import { subjectsUnder } from '../store/cutover.ts'
import { readRecords } from '../store/ledger.ts'
import type { StoredRecord } from '../store/ledger.ts'
import { readFactsOf, readRecordsOf } from '../store/owner-records.ts'
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

/** An owner to whom the new facts speak: its record under the contract, or the one that would begin. */
type Touched = { readonly kept: Kept; readonly stored: StoredRecord | undefined; readonly before: readonly Fact[] }

async function readTouched(services: Services, { tenant, contract }: Looking, owners: readonly Subject[]): Promise<readonly Touched[]> {
  return inSnapshot(services.pool, tenant, async (tx) => {
    const records = await readRecordsOf(tx, owners)
    const touched: Touched[] = []
    for (const owner of owners) {
      const stored = records.find((one) => ownerIn(one.subject) === owner && (!isShared(owner) || one.contract === contract))
      const kept = stored ?? { subject: owner, contract }
      touched.push({ kept, stored, before: await readFactsOf(tx, kept) })
    }
    return touched
  })
}

/** The records to which the new facts speak, with them learned by the very fold that will learn them; nothing is written. */
async function foldTouched(services: Services, looking: Looking, touched: readonly Touched[]): Promise<readonly Folded[]> {
  const { now, facts = [] } = looking
  const last = Math.max(0, ...touched.flatMap(({ before }) => before.map(({ seq }) => seq)))
  const learned = facts.map((fact, index): Fact => ({ ...fact, seq: last + index + 1, recordedAt: now }))
  const folded: Folded[] = []
  for (const { kept, stored, before } of touched) {
    const own = await boundFor(services, looking, stored)
    const all = [...before, ...toldTo(kept, learned)]
    folded.push({ record: replay(own, all, { asOf: now, subject: kept.subject }).record, bound: own })
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
  const touched = await readTouched(services, looking, [...new Set(ownersOf(looking.bound, looking.facts ?? []))])
  yield await foldTouched(services, looking, touched)
  yield* standingRecords(
    services,
    looking,
    touched.map(({ kept }) => kept.subject),
  )
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
