import { subjectsOf } from '../core/fact.ts'
import type { Fact, Subject } from '../core/fact.ts'
import { byCodeUnit } from '../core/canonical.ts'
import { replay } from '../core/promise/record.ts'
import type { Belief, BoundPlan, Effect, Obligation } from '../core/promise/types.ts'
import type { Instant } from '../core/time/instant.ts'

export type Replayed = {
  readonly obligations: readonly Obligation[]
  readonly effects: readonly Effect[]
  readonly beliefs: readonly Belief[]
}

/** The facts of each subject that they name: what an owner's derivation reads. */
export function factsBySubject(facts: readonly Fact[]): Map<Subject, Fact[]> {
  const owners = new Map<Subject, Fact[]>()
  for (const fact of facts)
    for (const subject of subjectsOf(fact)) {
      const known = owners.get(subject)
      if (known) known.push(fact)
      else owners.set(subject, [fact])
    }
  return owners
}

const bySubject = (
  a: { subject: string; promise: string; episode: number },
  b: { subject: string; promise: string; episode: number },
): number => byCodeUnit(a.subject, b.subject) || byCodeUnit(a.promise, b.promise) || a.episode - b.episode

/** Replays every subject of a set of facts under one plan; sorted by (subject, promise, episode), beliefs by instant within that. */
export function replayAll(bound: BoundPlan, facts: readonly Fact[], until: Instant): Replayed {
  const obligations: Obligation[] = []
  const effects: Effect[] = []
  const beliefs: Belief[] = []
  for (const [subject, own] of factsBySubject(facts)) {
    const one = replay(bound, own, { asOf: until, subject })
    obligations.push(...one.obligations)
    effects.push(...one.effects)
    beliefs.push(...one.beliefs)
  }
  return {
    obligations: obligations.sort(bySubject),
    effects: effects.sort((a, b) => bySubject(a, b) || a.at - b.at),
    beliefs: beliefs.sort((a, b) => bySubject(a, b) || a.at - b.at),
  }
}
