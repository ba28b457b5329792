import type { Measure } from './forms.ts'
import type { Clause, EventExpr, Test } from './types.ts'

/** An event of a clause, under the key by which the plan file names it. */
export type ClauseEvent = { readonly key: string; readonly event: EventExpr }

function given(events: Readonly<Record<string, EventExpr | undefined>>): ClauseEvent[] {
  return Object.entries(events).flatMap(([key, event]) => (event ? [{ key, event }] : []))
}

/** The events that a measure counts, in the order in which it is written. */
export function measureEvents(measure: Measure): readonly EventExpr[] {
  switch (measure.kind) {
    case 'number':
    case 'planned':
      return []
    case 'count':
    case 'mean':
    case 'sum':
    case 'on-hand':
      return [measure.of]
    case 'time':
      return [measure.from, measure.to]
    case 'on-duty':
      return [measure.of, measure.dropped]
    case 'plus':
    case 'minus':
    case 'over':
      return [...measureEvents(measure.left), ...measureEvents(measure.right)]
    default:
      return measure satisfies never
  }
}

/** Every event that a clause of any form names, each with its key. */
export function clauseEvents(clause: Clause): readonly ClauseEvent[] {
  switch (clause.form) {
    case 'deadline':
      return given({ starts: clause.starts, due: clause.due, 'kept-by': clause.keptBy, unless: clause.unless })
    case 'recurring':
      return given({ starts: clause.starts, until: clause.until, 'kept-by': clause.keptBy })
    case 'level':
      return [
        ...measureEvents(clause.measure).map((event) => ({ key: 'measure', event })),
        ...given({ starts: clause.starts, until: clause.until }),
      ]
    case 'cover':
      return given({ starts: clause.starts, until: clause.until })
    case 'gate':
      return given({ before: clause.before, needs: clause.needs })
    case 'rule':
      return given({ on: clause.on, unless: clause.unless })
    default:
      return clause satisfies never
  }
}

/** The event that opens a clause: what its owner is read from, and what its `when` may ask about. */
export function openingEvent(clause: Clause): EventExpr | undefined {
  switch (clause.form) {
    case 'deadline':
      return clause.starts ?? clause.due
    case 'recurring':
    case 'cover':
      return clause.starts
    case 'level':
      return clause.starts ?? measureEvents(clause.measure)[0]
    case 'gate':
      return clause.before
    case 'rule':
      return clause.on
    default:
      return clause satisfies never
  }
}

/** What is judged once, when the clause opens (`when`), or of the fact that is about to happen (`allows`). */
export function openingTests(clause: Clause): readonly Test[] {
  const when = 'when' in clause && clause.when ? [clause.when] : []
  return clause.form === 'gate' && clause.allows ? [...when, clause.allows] : when
}
