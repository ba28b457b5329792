import { durationWords } from '../promise/say.ts'
import { calendarLines, compareWords } from './compare-section-words.ts'
import { sayCondition } from './condition-words.ts'
import { formLines, roleName } from './explain-forms.ts'
import { isSaid, rowName, wordsOf } from './explain-words.ts'
import type { Speaker } from './explain-words.ts'
import type { RecurringClause } from './forms.ts'
import type { Clause, DeadlineClause, Value } from './types.ts'
import { cellsOf } from './value.ts'

/** The hours in which a clause counts, each with its rows. */
export function sayCalendars(speaker: Speaker, calendar: Value<string>): string {
  const { s } = speaker
  const said = cellsOf(calendar).map(({ path, value }) => {
    const hours = value.kind === 'scalar' ? calendarLines(speaker, value.value).join(s('list-comma')) || value.value : s(value.kind)
    return [...path.map((row) => rowName(speaker, row)), hours].join(' ')
  })
  return said.join(s('list-comma'))
}

function phaseLines({ plan, s, locale }: Speaker, { schedule }: RecurringClause): readonly string[] {
  if (schedule.kind !== 'phases') return []
  return schedule.phases.flatMap(({ checklist }, index) => {
    if (checklist === undefined) return []
    const names = checklist.map((id) => plan.forms[id]?.name ?? id).join(s('list-comma'))
    return [compareWords(locale, 'said.phase-checklist', { phase: index + 1, names })]
  })
}

/** What a recurring clause counts by and nobody reads aloud unless it changes. */
function recurringMore(speaker: Speaker, clause: RecurringClause): readonly string[] {
  const { locale } = speaker
  const span = (key: 'window' | 'ahead') => {
    const limit = clause[key]
    return limit === undefined ? [] : [compareWords(locale, `said.${key}`, { limit: durationWords(limit, locale) })]
  }
  const spacing = clause.schedule.kind === 'times' ? clause.schedule.spacing : undefined
  return [
    ...(clause.when ? [speaker.s('when', { condition: sayCondition(clause.when.cel, speaker.plan, locale) })] : []),
    ...(spacing ? [compareWords(locale, 'said.spacing', { limit: durationWords(spacing, locale) })] : []),
    ...phaseLines(speaker, clause),
    compareWords(locale, `said.anchor-${clause.anchor}`),
    compareWords(locale, `said.holiday-${clause.holiday}`),
    ...span('window'),
    ...span('ahead'),
  ]
}

/** All that a clause of one of the five forms beside the deadline says, for comparing: more than is read aloud of it. */
export function comparedLines(speaker: Speaker, clause: Exclude<Clause, DeadlineClause>): readonly string[] {
  const { locale, s } = speaker
  return [
    ...formLines(speaker, clause).filter(isSaid).map(wordsOf),
    ...(clause.form === 'recurring' ? recurringMore(speaker, clause) : []),
    ...('calendar' in clause ? [compareWords(locale, 'said.calendar', { hours: sayCalendars(speaker, clause.calendar) })] : []),
    compareWords(locale, 'said.per', { owner: s(`owner-${clause.per}`) }),
    ...(clause.owner === undefined ? [] : [compareWords(locale, 'said.owner', { role: roleName(speaker, clause.owner) })]),
    ...(clause.owedBy === 'customer' ? [s('owed-customer')] : []),
  ]
}
