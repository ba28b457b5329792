import { measureEvents } from '../plan/clause-events.ts'
import type { Clause, EventExpr, Plan } from '../plan/types.ts'
import type { Slot } from './compile.ts'

export type SlotEvent = { readonly slot: Slot; readonly event: EventExpr }

function given(events: Readonly<Partial<Record<Slot, EventExpr | undefined>>>): SlotEvent[] {
  return Object.entries(events).flatMap(([slot, event]) => (event ? [{ slot: slot as Slot, event }] : []))
}

/** Clauses whose events move a cover: rules that extend it or start it anew. They count wherever the cover itself is followed. */
export function rulesOnCover({ promises }: Pick<Plan, 'promises'>, cover: string) {
  return Object.values(promises).flatMap((clause) => {
    if (clause.form !== 'rule') return []
    const effect = clause.then.find((one) => (one.kind === 'extend' || one.kind === 'restart') && one.cover === cover)
    return effect ? [{ rule: clause, effect }] : []
  })
}

const REPLACED: EventExpr = { kind: 'fact', type: 'part.replaced' }
const EXCLUDED: EventExpr = { kind: 'fact', type: 'cover.excluded' }
const EXTENDED: EventExpr = { kind: 'fact', type: 'cover.extended' }

/** What a clause listens to, by what it does with it: the events of its file, and those that its form brings along. */
export function slotsOf(clause: Clause, plan: Pick<Plan, 'promises'>): readonly SlotEvent[] {
  switch (clause.form) {
    case 'deadline':
      return given({ starts: clause.starts, keptBy: clause.keptBy, unless: clause.unless, due: clause.due })
    case 'recurring':
      return given({ starts: clause.starts, until: clause.until, keptBy: clause.keptBy })
    case 'level':
      return [
        ...given({ starts: clause.starts, until: clause.until }),
        ...measureEvents(clause.measure).map((event, index): SlotEvent => ({ slot: `measure-${index}`, event })),
      ]
    case 'cover':
      return [
        ...given({ starts: clause.starts, until: clause.until, replaced: REPLACED, excluded: EXCLUDED, extended: EXTENDED }),
        ...rulesOnCover(plan, clause.id).map(({ rule }, index): SlotEvent => ({ slot: `rule-${index}`, event: rule.on })),
      ]
    case 'gate':
      return given({ before: clause.before, needs: clause.needs })
    case 'rule':
      return given({ on: clause.on, unless: clause.unless })
    default:
      return clause satisfies never
  }
}
