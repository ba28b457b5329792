import type { Instant } from '../time/instant.ts'
import type { CompiledClause } from './compile.ts'
import type { Instance } from './state.ts'
import type { Run } from './machine.ts'
import { breachAt } from './deadline.ts'
import { clauseOf } from './machine.ts'

/** From when on a clause is answered for here: the taking over of the contract (接管日), or when its owner came under it. Undefined: from the start. */
export function answeredFrom({ state }: Pick<Run, 'state'>, { bound: { cutOver } }: Pick<CompiledClause, 'bound'>): Instant | undefined {
  const { followedFrom } = state
  if (cutOver === undefined || followedFrom === undefined) return cutOver ?? followedFrom
  return Math.max(cutOver, followedFrom)
}

/**
 * 接管日之前: it was over before the contract was taken over, so nobody here kept or broke it. It is folded like any other, since what was done then may start
 * what falls due later, but it is no obligation, nothing is sent for it, and that it was missed is told to nobody. What is paused across the day goes on.
 * The same holds for what was over before a device or a place came under the contract: terms never work backwards.
 */
export function isHistory(run: Pick<Run, 'plan' | 'state'>, instance: Instance): boolean {
  const from = answeredFrom(run, clauseOf(run, instance.clause))
  if (from === undefined || instance.openedAt >= from || instance.pausedSince !== undefined) return false
  const over = breachAt(instance) ?? instance.keptAt ?? instance.endedAt
  return over !== undefined && over <= from
}
