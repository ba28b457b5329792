import type { FactType } from '../../../core/fact.ts'
import { leavesOf } from '../../../core/plan/event.ts'
import type { Clause } from '../../../core/plan/types.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import { dayOf } from '../../../core/time/civil.ts'
import { monthFrom } from '../../../core/time/instant.ts'
import { instantOf } from '../../../core/time/zone.ts'
import type { Board, BoardAverage, BoardClause } from '../../../wire/board.ts'
import type { Tx } from '../../database/pool.ts'
import { findPlans } from '../../store/contract-queries.ts'
import type { ContractRow as Row } from '../../store/contract-queries.ts'
import { placeOf } from '../../store/obligation-queries.ts'
import type { StoredObligation } from '../../store/obligation-queries.ts'
import { loadZone } from '../../zones.ts'
import type { Caller } from '../caller.ts'
import { obligationId } from '../present/clock.ts'
import { yearAt } from '../tickets/year.ts'

/** A stretch of the board as the contract's zone lives it: [from, until). `month` 1 … 12; undefined: the whole year. */
export type Period = { readonly year: number; readonly month: number | undefined; readonly from: number; readonly until: number }

/** A calendar year, or a month of it, as the plan's zone lives it; undefined: the one that is now. */
export function periodOf(
  bound: BoundPlan,
  now: number,
  { year: asked, month }: { readonly year?: number | undefined; readonly month?: number | undefined },
): Period {
  const zone = loadZone(bound.plan.timezone)
  const year = asked ?? yearAt(now, bound.plan.timezone)
  const at = (months: number): number => instantOf(zone, dayOf(year + Math.floor(months / 12), (months % 12) + 1, 1), 0)
  return { year, month, from: at(month === undefined ? 0 : month - 1), until: at(month ?? 12) }
}

function isUnstated(clause: Clause): boolean {
  if (clause.form !== 'deadline') return false
  return clause.within?.kind === 'unstated' || (clause.within === undefined && clause.due === undefined)
}

/** Judged, and somebody objects to it: it stands apart until that is settled. */
export function isDisputed({ state, dispute }: StoredObligation): boolean {
  return dispute !== undefined && (state === 'kept' || state === 'broken')
}

/** A clause of what is in force, or (`earlier`, 原约定) one that an amendment left out and something was still owed under. */
export type AgreedClause = { readonly clause: Clause; readonly earlier: boolean }

function clauseOf(plan: BoundPlan['plan'] | undefined, promise: string): Clause | undefined {
  return plan && Object.hasOwn(plan.promises, promise) ? plan.promises[promise] : undefined
}

/** The clauses in force, then those of earlier editions under which these instances stand. `plans`: those of the instances, by hash. */
export function agreedClauses(
  { plan }: BoundPlan,
  instances: readonly StoredObligation[],
  plans: ReadonlyMap<string, BoundPlan>,
): readonly AgreedClause[] {
  const left = new Map<string, Clause>()
  for (const { promise, boundHash = '' } of instances) {
    const clause = clauseOf(plan, promise) ? undefined : clauseOf(plans.get(boundHash)?.plan, promise)
    if (clause) left.set(promise, clause)
  }
  return [
    ...Object.values(plan.promises).map((clause) => ({ clause, earlier: false })),
    ...[...left.values()].map((clause) => ({ clause, earlier: true })),
  ]
}

/** A clause of an earlier edition of which nothing stands in the year that is asked for. */
export async function earlierClause(tx: Tx, caller: Caller, { row, promise }: { row: Row; promise: string }): Promise<Clause | undefined> {
  const refs = new Set((row.state_json?.agreements ?? []).map(({ plan }) => plan))
  for (const ref of refs)
    for (const { parsed } of await findPlans(tx, caller, { ref })) {
      const clause = clauseOf(parsed, promise)
      if (clause) return clause
    }
  return undefined
}

/** What was done, and nobody objects to: how long it took on the clock of the clause, and how far ahead of its limit it was on average (below nothing: behind). */
function averageOf({ form }: Clause, instances: readonly StoredObligation[]): BoardAverage | undefined {
  if (form !== 'deadline') return undefined
  const done = instances.filter(
    (one) => one.fulfilledAt !== undefined && (one.state === 'kept' || one.state === 'broken') && !isDisputed(one),
  )
  if (done.length === 0) return undefined
  const mean = (values: readonly number[]): number => Math.round(values.reduce((sum, ms) => sum + ms, 0) / values.length)
  const left = done.flatMap(({ why }) => (why.leftMs === undefined ? [] : [why.leftMs]))
  return {
    count: done.length,
    usedMs: mean(done.map(({ why }) => why.usedMs)),
    aheadMs: left.length === done.length ? mean(left) : undefined,
  }
}

/** What a customer asks about first, by the fact that ends its clock. */
const KINDS: readonly (readonly [Board['averages'][number]['of'], readonly FactType[]])[] = [
  ['reply', ['ticket.replied', 'ticket.answered']],
  ['arrival', ['visit.arrived']],
  ['repair', ['ticket.restored']],
]

/** Average reply, arrival and repair: over every clause that ends with it, each instance counting once. */
export function averagesOf(clauses: readonly (AgreedClause & { readonly instances: readonly StoredObligation[] })[]): Board['averages'] {
  return KINDS.flatMap(([of, types]) => {
    const own = clauses.filter(
      ({ clause }) =>
        clause.form === 'deadline' &&
        clause.owedBy === 'vendor' &&
        leavesOf(clause.keptBy).some((leaf) => leaf.kind === 'fact' && types.includes(leaf.type)),
    )
    const first = own[0]
    const average =
      first &&
      averageOf(
        first.clause,
        own.flatMap(({ instances }) => instances),
      )
    return average ? [{ of, usedMs: average.usedMs, count: average.count }] : []
  })
}

/** `coming`: when the next occurrence is due that has not appeared yet. */
type Looking = { readonly now: number; readonly coming?: number | undefined }

/** A clause with everything that was judged under it. The rate is kept ÷ (kept + broken); excused and disputed stand apart. */
export function boardClause(
  { clause, earlier }: AgreedClause,
  instances: readonly StoredObligation[],
  { now, coming }: Looking,
): Omit<BoardClause, 'level' | 'covers' | 'fired' | 'stopped'> {
  const count = (state: StoredObligation['state']) => instances.filter((one) => one.state === state && !isDisputed(one)).length
  const counts = {
    kept: count('kept'),
    broken: count('broken'),
    open: count('open'),
    paused: count('paused'),
    excused: count('excused'),
    cancelled: count('cancelled'),
    disputed: instances.filter(isDisputed).length,
  }
  const judged = counts.kept + counts.broken
  const dues = instances.filter((one) => one.state === 'open' && (one.dueAt ?? 0) > now).map((one) => one.dueAt ?? 0)
  return {
    promise: clause.id,
    title: clause.title ?? clause.id,
    form: clause.form,
    text: clause.text,
    source: [...clause.source],
    owedBy: clause.owedBy,
    earlier,
    counts,
    rate: judged === 0 ? undefined : counts.kept / judged,
    judged,
    nextDueAt: dues.length > 0 ? Math.min(...dues) : counts.paused > 0 ? undefined : coming,
    marks: instances
      .filter((one) => one.state !== 'cancelled')
      .map((one) => ({ id: obligationId(one), at: placeOf(one), state: one.state, ...(one.dispute ? { disputed: true } : {}) }))
      .toReversed(),
    unstated: isUnstated(clause),
    average: averageOf(clause, instances),
  }
}

export function totalsOf(clauses: readonly BoardClause[], instances: readonly StoredObligation[], now: number): Board['totals'] {
  const sum = (state: keyof BoardClause['counts']) => clauses.reduce((total, clause) => total + clause.counts[state], 0)
  const [kept, broken] = [sum('kept'), sum('broken')]
  const dues = instances.filter((one) => one.state === 'open' && (one.dueAt ?? 0) > now).map((one) => one.dueAt ?? 0)
  return {
    kept,
    broken,
    open: sum('open'),
    paused: sum('paused'),
    excused: sum('excused'),
    disputed: sum('disputed'),
    judged: kept + broken,
    rate: kept + broken === 0 ? undefined : kept / (kept + broken),
    dueWithin30d: dues.filter((due) => due <= monthFrom(now)).length,
    nextDueAt: dues.length === 0 ? undefined : Math.min(...dues),
  }
}
