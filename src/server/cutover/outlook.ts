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

/** The records of all that the contract owes, with the new facts learned by the very fold that will learn them; nothing is written. */
async function foldAll(services: Services, { tenant, contract, bound, now, facts = [] }: Looking): Promise<readonly Folded[]> {
  const touched = ownersOf(bound, facts)
  const found = await inSnapshot(services.pool, tenant, async (tx) => {
    const subjects = [...new Set([...(await subjectsUnder(tx, contract)), ...touched])]
    const histories = new Map<Subject, readonly Fact[]>()
    for (const subject of touched) histories.set(subject, await readFacts(tx, subject))
    return { records: await readRecords(tx, subjects), histories }
  })
  const last = Math.max(0, ...[...found.histories.values()].flat().map(({ seq }) => seq))
  const learned = facts.map((fact, index): Fact => ({ ...fact, seq: last + index + 1, recordedAt: now }))
  const folded: Folded[] = []
  for (const subject of new Set([...touched, ...found.records.map((one) => one.subject)])) {
    const stored = found.records.find((one) => one.subject === subject)
    const own = stored?.boundHash === undefined ? newestOf(bound) : await services.plans.bound(tenant, stored.boundHash)
    const before = found.histories.get(subject)
    if (!before) {
      if (stored?.record) folded.push({ record: stored.record, bound: own })
      continue
    }
    const all = [...before, ...learned.filter((fact) => subjectsOf(fact).includes(subject))]
    folded.push({ record: replay(own, all, { asOf: now, subject }).record, bound: own })
  }
  return folded
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
  const folded = await foldAll(services, looking)
  const owed = folded.flatMap((one) => owedBy(one, looking.now))
  const past = folded.flatMap(({ record, bound }) => historyOf(bound, record, looking.now).map((obligation) => ({ obligation, bound })))
  const byDue = <One extends { readonly obligation: Obligation }>(list: One[]) => list.sort((a, b) => dueOf(a) - dueOf(b) || 0)
  return { owed: byDue(owed), past: byDue(past) }
}
