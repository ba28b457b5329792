import { subjectsOf } from '../core/fact.ts'
import type { Fact } from '../core/fact.ts'
import { coversAt } from '../core/promise/cover/at.ts'
import type { StandingCover } from '../core/promise/cover/at.ts'
import { isToldTo, ownerIn } from '../core/promise/owner.ts'
import { earliestRecordedAt, learn, lookAt, needsHistory } from '../core/promise/record.ts'
import type { RecordState } from '../core/promise/record.ts'
import type { BoundPlan, Obligation } from '../core/promise/types.ts'
import type { Instant } from '../core/time/instant.ts'
import { inSnapshot } from './database/pool.ts'
import type { Services } from './services.ts'
import type { StoredRecord } from './store/ledger.ts'
import { readFactsOf, readRecordsOf } from './store/owner-records.ts'

/** One date of one record: the end of a cover or the due time of an obligation, before and after. */
export type MovedDate = { readonly subject: StoredRecord['subject']; readonly bound: BoundPlan } & (
  | { readonly kind: 'cover'; readonly before: StandingCover | undefined; readonly after: StandingCover | undefined }
  | { readonly kind: 'due'; readonly before: Obligation | undefined; readonly after: Obligation | undefined }
)

export type Correcting = { readonly tenant: string; readonly fact: Fact; readonly to: Instant }

type Hearing = { readonly bound: BoundPlan; readonly history: readonly Fact[]; readonly now: Instant }

/** The correction as it will count: by nobody's hand it waits for no approval. */
function imagined(record: RecordState, { fact, to }: Correcting, { history, now }: Hearing): readonly Fact[] {
  const seq = Math.max(record.position, ...history.map((one) => one.seq))
  const at = Math.max(now, earliestRecordedAt(record) ?? now)
  const correction: Fact = {
    id: 'dry-run-correction',
    seq: seq + 1,
    subject: fact.subject,
    also: [...fact.also, record.subject],
    type: 'fact.corrected',
    occurredAt: at,
    recordedAt: at,
    source: 'system',
    by: undefined,
    data: { of: fact.id, field: 'occurredAt', from: fact.occurredAt, to },
  }
  return [correction]
}

const keyOf = ({ promise, episode }: Obligation): string => `${promise} ${episode}`

function movedDues(before: readonly Obligation[], after: readonly Obligation[]) {
  const now = new Map(before.map((one) => [keyOf(one), one]))
  const then = new Map(after.map((one) => [keyOf(one), one]))
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const pair = { before: now.get(key), after: then.get(key) }
    return pair.before?.dueAt === pair.after?.dueAt && pair.before !== undefined && pair.after !== undefined ? [] : [pair]
  })
}

function movedCovers(before: readonly StandingCover[], after: readonly StandingCover[]) {
  const same = (a: StandingCover) => (b: StandingCover) => a.cover === b.cover && a.owner === b.owner
  const all = [...before, ...after.filter((one) => !before.some(same(one)))]
  return all.flatMap((one) => {
    const pair = { before: before.find(same(one)), after: after.find(same(one)) }
    return pair.before?.end === pair.after?.end && pair.before?.start === pair.after?.start ? [] : [pair]
  })
}

function movedIn(stored: StoredRecord, correcting: Correcting, hearing: Hearing): MovedDate[] {
  const { subject, record } = stored
  const { bound, history, now } = hearing
  if (!record) return []
  const news = imagined(record, correcting, hearing)
  const learned = learn(bound, record, { facts: news, history: () => history })
  if (needsHistory(learned)) return []
  const then = Math.max(now, news[0]!.recordedAt)
  const own = (one: StandingCover) => one.owner === ownerIn(subject)
  const covers = movedCovers(coversAt(bound, record, now).filter(own), coversAt(bound, learned.record, then).filter(own))
  const dues = movedDues(lookAt(bound, record, now).obligations, lookAt(bound, learned.record, then).obligations)
  return [
    ...covers.map((pair) => ({ subject, bound, kind: 'cover' as const, ...pair })),
    ...dues.map((pair) => ({ subject, bound, kind: 'due' as const, ...pair })),
  ]
}

/** What moves if a fact had happened at another time, by the very fold that will judge it: every record that the fact speaks about. Nothing is written. */
export async function dryCorrection(services: Services, correcting: Correcting): Promise<readonly MovedDate[]> {
  const { tenant, fact } = correcting
  const now = await services.clock.now(tenant)
  const found = await inSnapshot(services.pool, tenant, async (tx) => {
    const histories = []
    for (const record of await readRecordsOf(tx, subjectsOf(fact)))
      if (isToldTo(record, fact)) histories.push({ record, history: await readFactsOf(tx, record) })
    return histories
  })
  const moves: MovedDate[] = []
  for (const { record, history } of found) {
    if (record.boundHash === undefined) continue
    const bound = await services.plans.bound(tenant, record.boundHash)
    moves.push(...movedIn(record, correcting, { bound, history, now }))
  }
  return moves
}
