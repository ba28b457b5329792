import type { FactType, Json, Subject } from '../../fact.ts'
import type { Instant } from '../../time/instant.ts'
import type { RuleRows } from '../rule/row.ts'
import type { Endless } from './term.ts'

export type StepKind =
  | 'started'
  | 'stated'
  | 'described'
  | 'part-remainder'
  | 'part-restart'
  | 'part-longer-of'
  | 'part-add'
  | 'extended'
  | 'rule-extended'
  | 'rule-restarted'
  | 'excluded'
  | 'voided'
  | 'scrapped'
  | 'ended'
  | 'until'

/** One thing that made the end of a cover what it is, or left it as it was. `from`, `to`: its end before and after. */
export type Step = {
  readonly kind: StepKind
  /** when it happened */
  readonly at: Instant
  readonly fact?: string | undefined
  /** what kind of fact it was; undefined: time itself, or another promise */
  readonly type?: FactType | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly params: { readonly [key: string]: Json }
  /** the fact behind it was corrected, back-filled … : kinds of the notes that it carries everywhere */
  readonly marks?: readonly string[] | undefined
}

/** A stretch that is covered, half-open. `end` undefined: for the reason in `endless`. */
export type CoverSpan = {
  readonly start?: Instant | undefined
  readonly end?: Instant | undefined
  readonly endless?: Endless | undefined
  readonly trail: readonly Step[]
  /** between an end and a later extension nothing was covered */
  readonly gaps?: readonly { readonly from: Instant; readonly until: Instant }[] | undefined
}

/** What is excluded: one fault (`ticket/…`) or one part, with the declared reason. */
export type Exclusion = {
  readonly at: Instant
  readonly fact?: string | undefined
  readonly reason: string
  readonly ticket?: Subject | undefined
  readonly part?: string | undefined
}

/** The cover of one device (component, contract …) under one clause, as its facts made it. Plain JSON. */
export type OwnerCover = CoverSpan & {
  /** parts of the start that have come, by their place in the expression */
  readonly got: { readonly [leaf: string]: Instant }
  /** what the starting facts said of the term */
  readonly told: { readonly [field: string]: Json }
  /** it is not promised for this owner: judged once, at the start */
  readonly off?: boolean | undefined
  /** which of its events have been told */
  readonly heard: 'none' | 'started' | 'ended'
  /** no longer than this, by what ends it */
  readonly caps: { readonly [by: string]: Instant }
  readonly parts: { readonly [part: string]: CoverSpan }
  readonly exclusions: readonly Exclusion[]
  readonly rules: { readonly [rule: string]: { readonly [owner: string]: RuleRows } }
}

export type CoverState = { readonly owners: { readonly [owner: string]: OwnerCover } }

export const NO_COVER: CoverState = { owners: {} }

export const NOT_STARTED: OwnerCover = { got: {}, told: {}, heard: 'none', caps: {}, parts: {}, exclusions: [], rules: {}, trail: [] }

function capOf({ caps }: Pick<OwnerCover, 'caps'>): Instant {
  return Math.min(Infinity, ...Object.values(caps))
}

/** The end of a cover, what ends it early taken in; undefined: it has none that could be named. */
export function endOf(cover: OwnerCover): Instant | undefined {
  const end = Math.min(cover.end ?? Infinity, capOf(cover))
  return end === Infinity ? undefined : end
}

/** A part with an end of its own is covered at least as long as its device. */
export function partEnd(cover: OwnerCover, part: string): Instant | undefined {
  const own = cover.parts[part]?.end
  const whole = endOf(cover)
  if (own === undefined || whole === undefined) return whole
  return Math.min(Math.max(own, whole), capOf(cover))
}

/** Is it covered at this instant? `end`: its own, or the later one of a part. */
export function isInForce(cover: OwnerCover, at: Instant, end: Instant | undefined = endOf(cover)): boolean {
  if (cover.off || cover.start === undefined || at < cover.start || (end !== undefined && at >= end)) return false
  return !cover.gaps?.some((gap) => at >= gap.from && at < gap.until)
}

export function stepOf(owner: { readonly trail: readonly Step[] }, step: Step): readonly Step[] {
  return [...owner.trail, step]
}
