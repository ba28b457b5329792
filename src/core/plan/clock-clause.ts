import type { Clause, DeadlineClause, EventExpr } from './types.ts'

/** Stands for an event that never comes. */
export const NEVER: EventExpr = { kind: 'any', of: [] }

const ALWAYS: DeadlineClause['calendar'] = { kind: 'scalar', value: 'always' }

/**
 * A clause as the clock that its instances run by. A deadline is one; an occurrence, a window of a level and a gate are instances with a given due time,
 * or none, whose verdict their own form brings: they share pauses, excuses, waivers, escalation and the record with deadlines.
 */
export function asClock(clause: Clause): DeadlineClause {
  if (clause.form === 'deadline') return clause
  const { id, title, text, source, reading, owedBy, owner, at, per } = clause
  const calendar = 'calendar' in clause ? clause.calendar : ALWAYS
  return {
    id,
    title,
    text,
    source,
    reading,
    owedBy,
    owner,
    at,
    per,
    form: 'deadline',
    starts: undefined,
    due: undefined,
    keptBy: NEVER,
    unless: undefined,
    when: 'when' in clause ? clause.when : undefined,
    within: undefined,
    target: undefined,
    calendar,
    pauses: 'pauses' in clause ? clause.pauses : [],
    excuses: 'excuses' in clause ? clause.excuses : [],
    regrade: 'keep',
    reopen: 'new',
    onBroken: 'onBroken' in clause ? clause.onBroken : [],
  }
}
