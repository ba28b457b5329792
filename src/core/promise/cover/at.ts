import type { Subject } from '../../fact.ts'
import type { CoverClause } from '../../plan/forms.ts'
import type { Instant } from '../../time/instant.ts'
import type { RecordState } from '../record.ts'
import { stateAt } from '../record.ts'
import type { SubjectState } from '../state.ts'
import type { BoundPlan } from '../types.ts'
import type { CoverState, Exclusion, OwnerCover, Step } from './state.ts'
import { endOf, isInForce, NO_COVER, partEnd } from './state.ts'
import type { Endless } from './term.ts'

export type CoverStanding = 'to-come' | 'in-force' | 'ended'

/** A part that is covered longer than its device. */
export type PartStanding = { readonly part: string; readonly end: Instant | undefined; readonly trail: readonly Step[] }

/** One cover of one owner as it stands at an instant, with all that made it so. Half-open: at `end` it is over. */
export type StandingCover = {
  readonly cover: string
  readonly owner: Subject
  readonly start: Instant
  /** undefined: for the reason in `endless` */
  readonly end: Instant | undefined
  readonly endless: Endless | undefined
  readonly state: CoverStanding
  readonly gives: readonly string[]
  readonly trail: readonly Step[]
  readonly parts: readonly PartStanding[]
  readonly exclusions: readonly Exclusion[]
}

function standingOf(cover: OwnerCover, at: Instant): CoverStanding {
  if (cover.start !== undefined && at < cover.start) return 'to-come'
  return isInForce(cover, at) ? 'in-force' : 'ended'
}

/** What ends before it begins never did. */
function isThere({ off, start }: OwnerCover, end: Instant | undefined): boolean {
  return !off && start !== undefined && (end ?? Infinity) > start
}

function standing(clause: CoverClause, owner: string, { cover, at }: { cover: OwnerCover; at: Instant }): StandingCover[] {
  const end = endOf(cover)
  if (!isThere(cover, end)) return []
  const parts = Object.entries(cover.parts).map(([part, { trail }]) => ({ part, end: partEnd(cover, part), trail }))
  return [
    {
      cover: clause.id,
      owner: owner as Subject,
      start: cover.start!,
      end,
      endless: end === undefined ? cover.endless : undefined,
      state: standingOf(cover, at),
      gives: clause.gives,
      trail: cover.trail,
      parts,
      exclusions: cover.exclusions,
    },
  ]
}

/**
 * The covers of a subject as they stand at an instant, in the order of the plan. `from`: its record, or a state that time was let pass to `at`. A contract
 * whose clauses name the covers of its devices tells of those too, without their trail: that is told by the device's own record.
 */
export function coversAt(bound: BoundPlan, from: RecordState | SubjectState, at: Instant): readonly StandingCover[] {
  return standingIn(bound, 'base' in from ? stateAt(bound, from, at) : from, at)
}

/** The covers as they stood at an earlier instant, with all that is known now: what a bill is held against. */
export function coversSince(
  bound: BoundPlan,
  record: RecordState,
  { at, now }: { readonly at: Instant; readonly now: Instant },
): readonly StandingCover[] {
  return standingIn(bound, stateAt(bound, record, now), at)
}

function standingIn(bound: BoundPlan, state: SubjectState, at: Instant): readonly StandingCover[] {
  return Object.values(bound.plan.promises).flatMap((clause) => {
    if (clause.form !== 'cover') return []
    const { owners } = (state.forms[clause.id] as CoverState | undefined) ?? NO_COVER
    return Object.entries(owners).flatMap(([owner, cover]) => standing(clause, owner, { cover, at }))
  })
}
