import type { Fact, Subject } from '../../../core/fact.ts'
import type { Clause } from '../../../core/plan/types.ts'
import type { CoverClause, LevelClause } from '../../../core/plan/forms.ts'
import { levelBound, levelReached } from '../../../core/plan/level-words.ts'
import { ownerIn } from '../../../core/promise/owner.ts'
import { coversAt } from '../../../core/promise/cover/at.ts'
import type { StandingCover } from '../../../core/promise/cover/at.ts'
import { comingAt } from '../../../core/promise/recurring/coming.ts'
import { courseOf, windowReading } from '../../../core/promise/level/course.ts'
import type { Reading } from '../../../core/promise/level/course.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { BoardClause, BoardCover, BoardCovers, BoardLevel } from '../../../wire/board.ts'
import type { Tx } from '../../database/pool.ts'
import type { Fired } from '../../store/consequence-queries.ts'
import type { Stopped } from '../../store/gate-refusals.ts'
import { factsAbout } from '../../store/fact-queries.ts'
import type { StoredRecord } from '../../store/ledger.ts'
import { readFactsOf, readRecordsUnder } from '../../store/owner-records.ts'
import type { StoredObligation } from '../../store/obligation-queries.ts'

type Plans = { readonly bound: BoundPlan; readonly plans: ReadonlyMap<string, BoundPlan> }
type Span = { readonly from: Instant; readonly until: Instant }

/** A board is opened often: what has more owners, or a longer record, shows what is stored of each window instead of every step. */
const MOST_OWNERS = 12
const MOST_FACTS = 500

/** A level that must hold at every moment, and the facts of one of its owners. */
type Told = { readonly owner: StoredObligation; readonly facts: readonly Fact[] }

function keyOf({ promise, subject }: Pick<StoredObligation, 'promise' | 'subject'>): string {
  return `${promise}|${subject}`
}

/** What is read for the steps of the levels that must hold at every moment. */
export async function factsOfLevels(tx: Tx, instances: readonly StoredObligation[], { plan }: BoundPlan): Promise<readonly Told[]> {
  const standing = instances.filter(({ promise }) => {
    const clause = plan.promises[promise]
    return clause?.form === 'level' && clause.over === 'now'
  })
  const owners = [...new Map(standing.map((one) => [keyOf(one), one])).values()]
  if (owners.length > MOST_OWNERS) return []
  const told = await Promise.all(owners.map(async (owner) => ({ owner, facts: await factsOfOwner(tx, owner) })))
  return told.filter(({ facts }) => facts.length <= MOST_FACTS)
}

/** What the record of an owner is folded from, as far as that is not too much to be read on every look. */
async function factsOfOwner(tx: Tx, { subject, contract }: StoredObligation): Promise<readonly Fact[]> {
  const named = await factsAbout(tx, ownerIn(subject), { limit: MOST_FACTS + 1 })
  return named.length > MOST_FACTS ? named : readFactsOf(tx, { subject, contract: contract?.id })
}

/** Steps of levels by clause and owner. */
export type Courses = ReadonlyMap<string, readonly Reading[]>

export function coursesOf(told: readonly Told[], { bound, plans }: Plans, span: Span): Courses {
  return new Map(
    told.map(({ owner, facts }) => {
      const { promise, subject, boundHash = '' } = owner
      return [keyOf(owner), courseOf(plans.get(boundHash) ?? bound, facts, { subject, promise, ...span })]
    }),
  )
}

const KINDS = [
  ['at-least', 'atLeast'],
  ['at-most', 'atMost'],
  ['target', 'target'],
] as const

/** What the newest instance is held against. */
function boundOfLevel({ measure }: LevelClause, newest: StoredObligation | undefined): BoardLevel['bound'] {
  for (const [kind, field] of KINDS) {
    const value = newest?.why.detail?.[field]
    if (typeof value === 'number') return { kind, value, words: levelBound(value, measure) }
  }
  return undefined
}

/** The readings of the owner that stands nearest to the bound: the highest for a most, else the lowest. */
function nearest(lines: readonly (readonly Reading[])[], kind: 'at-least' | 'at-most' | 'target' | undefined): readonly Reading[] {
  const sign = kind === 'at-most' ? -1 : 1
  const last = (readings: readonly Reading[]): number => sign * (readings.at(-1)?.value ?? Infinity)
  return lines.toSorted((a, b) => last(a) - last(b))[0] ?? []
}

/** 水平: how it went in the year. `instances`: of this clause, the newest first. */
export function boardLevel(
  clause: LevelClause,
  instances: readonly StoredObligation[],
  { courses, now }: { readonly courses: Courses; readonly now: Instant },
): BoardLevel {
  const bound = boundOfLevel(clause, instances[0])
  const lines = [...Map.groupBy(instances, (one) => one.subject)].map(([subject, own]) => {
    const stored = own.toReversed().flatMap((one) => windowReading(one, now) ?? [])
    return courses.get(keyOf({ promise: clause.id, subject })) ?? stored.toSorted((a, b) => a.from - b.from)
  })
  const readings = nearest(lines, bound?.kind)
  const last = readings.at(-1)
  const coarse = clause.over === 'now' && readings.length > 0 && !courses.values().some((course) => course === readings)
  return {
    readings: [...readings],
    owners: lines.length,
    ...(coarse ? { coarse } : {}),
    bound,
    value: last && levelReached(last.value, clause.measure),
  }
}

/** Where a cover would have ended, had nothing made it longer; undefined: nothing did. */
function plainEndOf({ trail, end }: StandingCover): Instant | undefined {
  const longer = trail.find(
    ({ kind, from, to }) => (kind === 'extended' || kind === 'rule-extended') && from !== undefined && (to ?? 0) > from,
  )
  return longer?.from !== undefined && end !== undefined && end > longer.from ? longer.from : undefined
}

/** Covers with the same dates are one bar, the longest first. */
function barsOf(standing: readonly StandingCover[]): BoardCover[] {
  const alike = Map.groupBy(standing, (one) => `${one.start}|${one.end ?? ''}|${plainEndOf(one) ?? ''}`)
  return [...alike.values()]
    .map((all) => ({ from: all[0]!.start, until: all[0]!.end, plainEnd: plainEndOf(all[0]!), count: all.length }))
    .toSorted((a, b) => b.count - a.count || a.from - b.from)
}

function boardCovers({ per }: CoverClause, standing: readonly StandingCover[], owners: number): BoardCovers {
  const count = (state: StandingCover['state']) => standing.filter((one) => one.state === state).length
  const ends = standing.filter((one) => one.state === 'in-force').flatMap(({ end }) => end ?? [])
  return {
    per,
    bars: barsOf(standing),
    counts: {
      waiting: Math.max(0, owners - standing.length),
      'to-come': count('to-come'),
      'in-force': count('in-force'),
      ended: count('ended'),
    },
    nextEnd: ends.length === 0 ? undefined : Math.min(...ends),
  }
}

/** Records are read whole: of more devices and places than these a board tells only where to look. */
const MOST_OWNERS_READ = 400

type Parts = { readonly assets: readonly { readonly id: string }[]; readonly sites: readonly { readonly id: string }[] }

/** The records that tell of a contract's covers and of what comes next; undefined: they are too many. */
export async function recordsOfBoard(tx: Tx, contract: string, { assets, sites }: Parts): Promise<StoredRecord[] | undefined> {
  if (assets.length + sites.length > MOST_OWNERS_READ) return undefined
  return readRecordsUnder(tx, contract, [
    ...assets.map(({ id }): Subject => `asset/${id}`),
    ...sites.map(({ id }): Subject => `site/${id}`),
  ])
}

/** When the next occurrence of each series is due that has not appeared yet, the earliest of all owners, by clause. */
export function comingOnBoard(
  records: readonly StoredRecord[] | undefined,
  { bound, plans, now }: Plans & { readonly now: Instant },
): ReadonlyMap<string, Instant> {
  const next = new Map<string, Instant>()
  for (const { record, boundHash } of records ?? []) {
    if (!record) continue
    for (const { promise, due } of comingAt(plans.get(boundHash ?? '') ?? bound, record, now))
      next.set(promise, Math.min(due, next.get(promise) ?? due))
  }
  return next
}

type Covered = Plans & { readonly devices: number; readonly now: Instant }

/** 质保 of a contract as its board draws them, by clause. */
export function coversOnBoard(records: readonly StoredRecord[] | undefined, seen: Covered): ReadonlyMap<string, BoardCovers> {
  if (!records) return new Map()
  const { bound, plans, devices, now } = seen
  const standing = records.flatMap(({ record, subject, boundHash }) =>
    record ? coversAt(plans.get(boundHash ?? '') ?? bound, record, now).filter(({ owner }) => owner === ownerIn(subject)) : [],
  )
  const clauses = Object.values(bound.plan.promises).filter((clause) => clause.form === 'cover')
  return new Map(
    clauses.map((clause) => {
      const own = standing.filter((one) => one.cover === clause.id)
      return [clause.id, boardCovers(clause, own, clause.per === 'contract' ? 1 : devices)]
    }),
  )
}

/** 规则: how often it acted. One that only counts something as not done is seen where that was kept. */
export function firedOf(clause: Clause, acted: readonly Fired[]): BoardClause['fired'] {
  if (clause.form !== 'rule' || clause.effects.every(({ kind }) => kind === 'count-as-not-done')) return undefined
  const own = acted.find(({ promise }) => promise === clause.id)
  return own ? { times: own.times, last: own.last } : { times: 0 }
}

/** 门槛: how often it stopped somebody. */
export function stoppedOf(clause: Clause, stopped: readonly Stopped[]): BoardClause['stopped'] {
  if (clause.form !== 'gate') return undefined
  const own = stopped.find(({ promise }) => promise === clause.id)
  return own ? { times: own.times, last: own.last } : { times: 0 }
}

export function rulesIn(agreed: readonly { readonly clause: Clause }[]): string[] {
  return agreed.flatMap(({ clause }) => (clause.form === 'rule' ? [clause.id] : []))
}
