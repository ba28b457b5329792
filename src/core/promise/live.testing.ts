import type { Fact, Subject } from '../fact.ts'
import { learned } from './given.testing.ts'
import { emptyRecord, learn, wake } from './record.ts'
import type { RecordState } from './record.ts'
import type { Belief, BoundPlan, Effect, Obligation } from './types.ts'

export type Lived = {
  readonly record: RecordState
  readonly beliefs: readonly Belief[]
  readonly effects: readonly Effect[]
  readonly obligations: readonly Obligation[]
}

type Life = { readonly subject: Subject; readonly until: number; readonly dice: Iterator<number> }

/**
 * Runs the record as a server does: facts in groups, wakers at any time between or not at all, the state through JSON as through a database.
 * `facts`: all that name the subject, in ledger order; `dice`: numbers in [0, 1).
 */
export function live(bound: BoundPlan, facts: readonly Fact[], { subject, until, dice }: Life): Lived {
  const roll = (sides: number) => Math.floor((dice.next().value as number) * sides)
  let record = emptyRecord(bound, subject)
  const beliefs: Belief[] = []
  const effects: Effect[] = []
  let known: Fact[] = []
  let obligations: readonly Obligation[] = []
  const take = (result: ReturnType<typeof wake>) => {
    record = JSON.parse(JSON.stringify(result.record)) as RecordState
    beliefs.push(...result.beliefs)
    effects.push(...result.effects)
    obligations = result.obligations
  }
  for (let from = 0; from < facts.length;) {
    const group = facts.slice(from, from + 1 + roll(3))
    // A waker looks in at any time before the next fact is recorded, often or not at all.
    for (let looks = roll(3); looks > 0 && record.asOf !== undefined; looks--) {
      const now = record.asOf + roll(group[0]!.recordedAt - record.asOf)
      if (now < group[0]!.recordedAt) take(wake(bound, record, now))
    }
    take(learned(learn(bound, record, { facts: group, history: () => known })))
    known = [...known, ...group]
    from += group.length
  }
  take(wake(bound, record, until))
  return { record, beliefs, effects, obligations }
}
