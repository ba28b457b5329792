import type { CompiledClause } from './compile.ts'
import type { Instance } from './state.ts'
import { breachAt } from './deadline.ts'

/**
 * 接管日之前: it was over before the contract was taken over, so nobody here kept or broke it. It is folded like any other, since what was done then may start
 * what falls due later, but it is no obligation, nothing is sent for it, and that it was missed is told to nobody. What is paused across the day goes on.
 */
export function isHistory({ bound: { cutOver } }: Pick<CompiledClause, 'bound'>, instance: Instance): boolean {
  if (cutOver === undefined || instance.openedAt >= cutOver || instance.pausedSince !== undefined) return false
  const over = breachAt(instance) ?? instance.keptAt ?? instance.endedAt
  return over !== undefined && over <= cutOver
}
