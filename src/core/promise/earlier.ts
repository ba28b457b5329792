import type { Fact } from '../fact.ts'
import type { Instance } from './state.ts'
import type { Run } from './machine.ts'
import { recountGaps } from './deadline.ts'
import { clockOf } from './machine.ts'
import { instantIn } from './read-data.ts'
import { moveClock } from './settle.ts'
import { addNotes } from './state.ts'

/** Clauses whose clock begins with the report itself, at its very instant. */
function startedByReport({ plan }: Run): ReadonlySet<number> {
  const leaves = plan.byFact.get('ticket.reported') ?? []
  return new Set(leaves.filter(({ slot, steps }) => slot === 'starts' && steps.length === 0).map(({ clause }) => clause))
}

/** Ran from the report on, and was not started anew since. */
function runsFromReport({ state }: Run, instance: Instance): boolean {
  const { anchorFact, notes } = instance
  return anchorFact !== undefined && anchorFact === state.opening?.fact && !notes.some(({ kind }) => kind === 'regraded-restart')
}

/**
 * What a ticket is about was reported before it was: with one that is merged into it, or with one that it was split off from. What runs from its report then
 * runs from the earliest of them. What has ended stands; a due time that thereby has passed is broken now and not before (law 3).
 */
export function hearEarlier(run: Run, fact: Fact): void {
  const since = instantIn(fact.data.since)
  if (since === undefined) return
  const started = startedByReport(run)
  for (const instance of run.state.instances) {
    if (!started.has(instance.clause) || !runsFromReport(run, instance) || instance.startAt <= since) continue
    if (instance.state !== 'open' && instance.state !== 'dormant') continue
    instance.openedAt = since
    instance.startAt = since
    if (instance.state === 'dormant') continue
    recountGaps(clockOf(run, instance))
    instance.movedAt = run.now
    moveClock(run, instance)
    addNotes(instance, [{ kind: 'reported-earlier', at: run.now, fact: fact.id, params: { since } }])
  }
}
