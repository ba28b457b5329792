import type { Instant } from '../../time/instant.ts'
import { startRun } from '../fold.ts'
import type { RecordState } from '../record.ts'
import { stateAt } from '../record.ts'
import { nextOccurrence } from '../recurring.ts'
import type { BoundPlan } from '../types.ts'

/** An occurrence that has not appeared yet: of which clause, from when it can be done, and when it will be due. */
export type Coming = { readonly promise: string; readonly from: Instant; readonly due: Instant }

/** The next occurrence of each series of a record that is not opened yet, as it is known at `now`. What floats is counted on once the one before is done. */
export function comingAt(bound: BoundPlan, record: RecordState, now: Instant): readonly Coming[] {
  const run = startRun(bound, stateAt(bound, record, now))
  return run.plan.others.flatMap((compiled): Coming[] => {
    const next = compiled.source.form === 'recurring' && !compiled.mirror ? nextOccurrence(run, compiled) : undefined
    return next ? [{ promise: compiled.source.id, from: next.from, due: next.due }] : []
  })
}
