import type { Fact, Json } from '../fact.ts'
import type { DeadlineClause, EventExpr } from '../plan/types.ts'
import type { Instant } from '../time/instant.ts'
import { derive } from './derive.ts'
import type { BoundPlan, Obligation } from './types.ts'

/** Stands for whatever starts a clause: its own conditions are taken as met, all its parts as happening now; offsets still count. */
function assumed(event: EventExpr): EventExpr {
  if (event.kind === 'any' || event.kind === 'all') return { ...event, of: event.of.map(assumed) }
  return { kind: 'fact', type: 'ticket.reported', offset: event.offset }
}

function alone(bound: BoundPlan, clause: DeadlineClause): BoundPlan {
  const never: EventExpr = { kind: 'fact', type: 'ticket.closed' }
  const lone: DeadlineClause = {
    ...clause,
    per: 'ticket',
    starts: clause.starts && assumed(clause.starts),
    due: clause.due && assumed(clause.due),
    keptBy: never,
    unless: undefined,
    onBroken: [],
  }
  return { ...bound, plan: { ...bound.plan, promises: { [clause.id]: lone } } }
}

/** A calculator of due times for one clause of a plan; made once, asked often. Undefined where the plan has no such clause. */
export function dueCalculator(
  bound: BoundPlan,
  promise: string,
): ((start: Instant, data: { readonly [key: string]: Json }) => Obligation | undefined) | undefined {
  const clause = bound.plan.promises[promise]
  if (clause?.form !== 'deadline') return undefined
  const plan = alone(bound, clause)
  return (start, data) => {
    const opening: Fact = {
      id: 'start',
      seq: 1,
      subject: 'ticket/case',
      also: [],
      type: 'ticket.reported',
      occurredAt: start,
      recordedAt: start,
      source: 'system',
      data,
    }
    return derive(plan, [opening], start).obligations[0] ?? later(plan, opening)
  }
}

/** An offset delays the opening: the fact alone at `start` opens nothing yet, so it is asked again when the offset is surely over. */
function later(plan: BoundPlan, opening: Fact): Obligation | undefined {
  const aYearOnMs = 366 * 86_400_000
  return derive(plan, [opening], opening.occurredAt + aYearOnMs).obligations[0]
}
