import type { Cause, Instance } from './state.ts'
import type { Run, Undoing } from './machine.ts'
import { beginGap, setClock } from './deadline.ts'
import { clauseOf, clockOf } from './machine.ts'
import { addNotes } from './state.ts'

function noteNotDone(run: Run, instance: Instance, { cause }: Pick<Undoing, 'cause'>): void {
  addNotes(instance, [{ kind: 'not-done', at: run.now, fact: cause.fact, params: {} }])
}

/** Would this keep what a rule, at this very instant, counts as not done? Then it keeps nothing. */
export function isUndone(run: Run, instance: Instance, cause: Cause): boolean {
  if (run.undone.length === 0 || cause.fact === undefined) return false
  const { kin } = clauseOf(run, instance.clause)
  const undoing = run.undone.find((one) => kin.includes(one.clause) && one.cause.fact === cause.fact)
  if (!undoing) return false
  undoing.met = true
  noteNotDone(run, instance, undoing)
  return true
}

/** What the fact would keep later on: a promise that opens after it, or one that waits for its offset. */
function forget(run: Run, { clause, cause }: Undoing): void {
  const { state, plan } = run
  const { kin } = clauseOf(run, clause)
  const keeps = (leaf: number) => kin.includes(plan.leaves[leaf]!.clause) && plan.leaves[leaf]!.slot === 'keptBy'
  state.latches = state.latches.filter((one) => !kin.includes(one.clause) || one.slot !== 'keptBy' || one.cause.fact !== cause.fact)
  state.waiting = state.waiting.filter((one) => !keeps(one.leaf) || one.cause.fact !== cause.fact)
}

/** It was believed to be kept: from now on it is open again, and broken where its time has run out meanwhile. The record keeps both verdicts. */
function reopenKept(run: Run, instance: Instance, undoing: Undoing): void {
  instance.state = 'open'
  for (const key of ['keptAt', 'fulfilledAt', 'settledBy'] as const) instance[key] = undefined
  instance.movedAt = run.now
  noteNotDone(run, instance, undoing)
  setClock(clockOf(run, instance))
  for (const pause of run.state.pauses)
    if (pause.countedFrom !== undefined && pause.endedAt === undefined) beginGap(clockOf(run, instance), pause, run.now)
}

/** Takes back what a rule counts as not done: what its own fact would have kept, else the newest instance that was kept, or the one that the fact names. */
export function undo(run: Run, undoing: Undoing): void {
  if (undoing.cause.fact !== undefined) forget(run, undoing)
  if (undoing.met) return
  const { kin } = clauseOf(run, undoing.clause)
  const named = undoing.cause.data?.episode
  const kept = run.state.instances.findLast(
    ({ clause, state, episode }) => kin.includes(clause) && state === 'kept' && (typeof named !== 'number' || named === episode),
  )
  if (kept) reopenKept(run, kept, undoing)
}
