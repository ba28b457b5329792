import type { Locale } from '../words.ts'
import type { ComparedField } from './compare.ts'
import { sayCondition } from './condition-words.ts'
import { calendarName, rowName, sayEvent, sayReasons, speakAs } from './explain-words.ts'
import type { Speaker } from './explain-words.ts'
import { sayCell } from './explain.ts'
import type { DeadlineClause, EventExpr, Plan, Value } from './types.ts'
import { cellsOf } from './value.ts'
import type { Cell } from './value.ts'

function sayCells<T>(speaker: Speaker, value: Value<T> | undefined, sayOne: (cell: Cell<T>) => string): string | undefined {
  const cells = cellsOf(value).map((cell) => [...cell.path.map((row) => rowName(speaker, row)), sayOne(cell)].join(' '))
  return cells.length === 0 ? undefined : cells.join(speaker.s('list-comma'))
}

/** One field of a clause as it is read aloud beside the same field of another plan; undefined: the clause does not speak of it. */
export function sayCompared(
  plan: Plan,
  clause: DeadlineClause,
  { field, locale }: { field: ComparedField; locale: Locale },
): string | undefined {
  const speaker = speakAs(plan, locale)
  const event = (one: EventExpr | undefined) => one && sayEvent(speaker, one)
  switch (field) {
    case 'text':
      return clause.text
    case 'within':
    case 'target':
      return sayCells(speaker, clause[field], (cell) => sayCell(speaker, cell))
    case 'calendar':
      return sayCells(speaker, clause.calendar, (cell) => calendarName(speaker, cell))
    case 'starts':
      return event(clause.starts ?? clause.due)
    case 'kept-by':
      return event(clause.keptBy)
    case 'unless':
      return event(clause.unless)
    case 'when':
      return clause.when && sayCondition(clause.when.cel, plan, locale)
    case 'pauses':
    case 'excuses':
      return clause[field].length === 0 ? undefined : sayReasons(speaker, clause[field])
    case 'per':
      return speaker.s(`owner-${clause.per}`)
    case 'regrade':
      return speaker.s(`regrade-${clause.regrade}`)
    case 'reopen':
      return speaker.s(`reopen-${clause.reopen}`)
    default:
      return field satisfies never
  }
}
