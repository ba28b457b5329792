import type { Locale } from '../words.ts'
import { openingEvent } from './clause-events.ts'
import { explainClause, sayCell } from './explain.ts'
import { roleName, sayEffect, saySchedule, sayTerm } from './explain-forms.ts'
import { calendarName, rowName, sayEvent, speakAs } from './explain-words.ts'
import type { Speaker } from './explain-words.ts'
import { levelBound } from './level-words.ts'
import type { Clause, Form, Plan, Value } from './types.ts'
import { cellsOf } from './value.ts'

/** A promise as one row of a table, each column in words; an empty one says that its form has no such part. */
export type TableRow = {
  readonly id: string
  readonly title: string
  readonly form: Form
  readonly text: string | undefined
  /** the event from which it counts, before which it stands, upon which it acts */
  readonly starts: string
  /** how long, how often, how much: a row of a table each */
  readonly within: readonly string[]
  readonly calendar: readonly string[]
  /** whom it escalates to, or what a rule brings */
  readonly follows: readonly string[]
  readonly source: readonly string[]
  /** the clause read aloud */
  readonly words: readonly string[]
}

function startsOf(speaker: Speaker, clause: Clause): string {
  const event = clause.form === 'gate' ? clause.before : clause.form === 'rule' ? clause.on : openingEvent(clause)
  return event ? sayEvent(speaker, event) : ''
}

/** `严重故障 2 小时`: each row of a table, and what stands in it, in few words; one without a number says just that. */
function cells<T>(speaker: Speaker, value: Value<T> | undefined, say: (one: T) => string): readonly string[] {
  return cellsOf(value).map(({ path, value: one }) => {
    const said = one.kind === 'scalar' ? say(one.value) : speaker.s(one.kind === 'unstated' ? 'rate-unstated' : one.kind)
    return [...(path.length > 0 ? [path.map((row) => rowName(speaker, row)).join(speaker.s('list-comma'))] : []), said].join(' ')
  })
}

function withinOf(speaker: Speaker, clause: Clause): readonly string[] {
  switch (clause.form) {
    case 'deadline':
      return cells(speaker, clause.within, (one) => sayCell(speaker, { path: [], value: { kind: 'scalar', value: one } }))
    case 'recurring':
      return [saySchedule(speaker, clause.schedule)]
    case 'level': {
      const bound = (value: Value<number> | undefined, sign: string) =>
        cells(speaker, value, (limit) => `${sign} ${levelBound(limit, clause.measure)}`)
      return [...bound(clause.atLeast, '≥'), ...bound(clause.atMost, '≤'), ...bound(clause.target, '→')]
    }
    case 'cover':
      return cells(speaker, clause.term, (term) => sayTerm(speaker, term))
    case 'gate':
      return clause.needs ? [sayEvent(speaker, clause.needs)] : []
    case 'rule':
      return []
    default:
      return clause satisfies never
  }
}

function calendarOf(speaker: Speaker, clause: Clause): readonly string[] {
  if (clause.form !== 'deadline' && clause.form !== 'recurring' && clause.form !== 'level') return []
  return cells(speaker, clause.calendar, (one) => calendarName(speaker, { path: [], value: { kind: 'scalar', value: one } }))
}

function followsOf(speaker: Speaker, clause: Clause): readonly string[] {
  if (clause.form === 'rule') return clause.effects.map((effect) => sayEffect(speaker, effect))
  if (!('onBroken' in clause)) return []
  return clause.onBroken.map(({ escalate }) => speaker.s('effect-escalate', { role: roleName(speaker, escalate) }))
}

/** Every promise of a plan in its order, to be looked over, sorted and filtered. */
export function tablePlan(plan: Plan, locale: Locale): readonly TableRow[] {
  const speaker = speakAs(plan, locale)
  return Object.values(plan.promises).map((clause) => ({
    id: clause.id,
    title: clause.title ?? clause.id,
    form: clause.form,
    text: clause.text,
    starts: startsOf(speaker, clause),
    within: withinOf(speaker, clause),
    calendar: calendarOf(speaker, clause),
    follows: followsOf(speaker, clause),
    source: clause.source,
    words: explainClause(plan, clause, locale).slice(1),
  }))
}
