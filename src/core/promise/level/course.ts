import type { Fact, Subject } from '../../fact.ts'
import type { Instant } from '../../time/instant.ts'
import { derive } from '../derive.ts'
import type { BoundPlan, Obligation } from '../types.ts'

/** What a level came to over a stretch of time, half-open; `broken`: that did not keep its bound. */
export type Reading = { readonly from: Instant; readonly until: Instant; readonly value: number; readonly broken: boolean }

/** What one window came to, as far as it has run at `asOf`; undefined while nothing was measured in it. */
export function windowReading({ openedAt, brokenAt, endedAt, why }: Obligation, asOf: Instant): Reading | undefined {
  const { from, until, value } = why.detail ?? {}
  if (typeof value !== 'number') return undefined
  const begun = typeof from === 'number' ? from : openedAt
  const over = typeof until === 'number' ? until : asOf
  return { from: begun, until: Math.max(begun, Math.min(over, endedAt ?? asOf, asOf)), value, broken: brokenAt !== undefined }
}

/** More steps than a year's line can show. */
const MOST_STEPS = 60

/** Evenly taken from a list that is too long, its last one always. */
function thinned(instants: readonly Instant[]): readonly Instant[] {
  const each = Math.ceil(instants.length / MOST_STEPS)
  return instants.filter((_, index) => (instants.length - 1 - index) % each === 0)
}

export type CourseOf = { readonly subject: Subject; readonly promise: string; readonly from: Instant; readonly until: Instant }

/**
 * The course of a level that must hold at every moment, step by step, each as it was known then. Time before its promise began has no step.
 * `facts`: all that name the subject. `until`: now, or the end of what is looked at.
 */
export function courseOf(bound: BoundPlan, facts: readonly Fact[], { subject, promise, from, until }: CourseOf): readonly Reading[] {
  const changes = facts.map(({ occurredAt, recordedAt }) => Math.max(occurredAt, recordedAt)).filter((at) => at > from && at < until)
  const instants = thinned([...new Set([from, ...changes])].toSorted((a, b) => a - b))
  return instants.flatMap((at, index) => {
    const standing = derive(bound, facts, { asOf: at, subject }).obligations.findLast((one) => one.promise === promise)
    const value = standing?.why.detail?.value
    if (!standing || typeof value !== 'number' || standing.endedAt !== undefined) return []
    return [{ from: at, until: instants[index + 1] ?? until, value, broken: standing.state === 'broken' }]
  })
}
