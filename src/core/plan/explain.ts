import { durationWords } from '../promise/say.ts'
import { isElapsed } from '../time/duration.ts'
import type { Duration } from '../time/duration.ts'
import type { Locale } from '../words.ts'
import { sayCondition } from './condition-words.ts'
import { formLines, sayEscalation } from './explain-forms.ts'
import { sectionLines } from './explain-sections.ts'
import { calendarName, isSaid, rowName, sayEvent, sayReasons, speakAs, wordsOf } from './explain-words.ts'
import { sayHours } from './hours-words.ts'
import { placeWords, termWords } from './open-words.ts'
import { dimensionName, dimensionValue } from './plan-names.ts'
import type { Lines, Speaker, TermLine } from './explain-words.ts'
import type { Clause, DeadlineClause, Declared, Plan, Span, Term, Value } from './types.ts'
import { cellsOf, tablesOf } from './value.ts'
import type { Cell } from './value.ts'

/** A limit with the reading of its unit: from which day it counts, and until when on the last. */
function sayLimit({ s, locale }: Speaker, duration: Duration): string {
  const limit = durationWords(duration, locale)
  if (isElapsed(duration.unit)) return limit
  if (duration.unit === 'mo' || duration.unit === 'y') return s('civil-month', { limit })
  return s(Number.isInteger(duration.value) ? 'civil-day' : 'civil-part', { limit })
}

function saySpan(speaker: Speaker, span: Span): string {
  const limit = sayLimit(speaker, span.duration)
  return span.travel ? speaker.s('travel', { limit }) : limit
}

export function sayCell(speaker: Speaker, cell: Cell<Span>): string {
  return cell.value.kind === 'scalar' ? saySpan(speaker, cell.value.value) : speaker.s(cell.value.kind)
}

function sayCalendarValue(speaker: Speaker, calendar: Value<string>): string {
  const cells = cellsOf(calendar).map((cell) => [...cell.path.map((row) => rowName(speaker, row)), calendarName(speaker, cell)].join(' '))
  return speaker.s('in-calendar', { calendar: cells.join(speaker.s('list-comma')) })
}

function sayLimits(speaker: Speaker, clause: DeadlineClause): TermLine[] {
  const inCalendar = sayCalendarValue(speaker, clause.calendar)
  const term = (field: 'within' | 'target' | 'calendar', path: readonly string[]) => ['promises', clause.id, field, ...path].join('.')
  const calendars = cellsOf(clause.calendar).map(({ path }) => term('calendar', path))
  const line = (key: 'limit' | 'target', cell: Cell<Span>): TermLine => {
    const rows = cell.path.map((row) => rowName(speaker, row)).join(speaker.s('list-comma'))
    const calendar = cell.value.kind === 'scalar' ? inCalendar : ''
    return {
      words: speaker.s(rows === '' ? key : `${key}-row`, { rows, limit: sayCell(speaker, cell), calendar }),
      terms: [term(key === 'limit' ? 'within' : 'target', cell.path), ...calendars],
    }
  }
  return [...cellsOf(clause.within).map((cell) => line('limit', cell)), ...cellsOf(clause.target).map((cell) => line('target', cell))]
}

/** A regrade is worth a line only where a number turns on the grade. */
function turnsOnGrade(clause: DeadlineClause): boolean {
  return [clause.within, clause.target, clause.calendar].some((value) => tablesOf<unknown>(value).some(({ table }) => table.by === 'grade'))
}

function deadlineLines(speaker: Speaker, clause: DeadlineClause): Lines {
  const { s, plan, locale } = speaker
  return [
    clause.starts && s('starts', { event: sayEvent(speaker, clause.starts) }),
    clause.due && s('due', { event: sayEvent(speaker, clause.due) }),
    s('keeps', { event: sayEvent(speaker, clause.keptBy) }),
    ...sayLimits(speaker, clause),
    clause.when && s('when', { condition: sayCondition(clause.when.cel, plan, locale) }),
    clause.unless && s('unless', { event: sayEvent(speaker, clause.unless) }),
    clause.pauses.length > 0 && s('pauses', { reasons: sayReasons(speaker, clause.pauses) }),
    clause.excuses.length > 0 && s('excuses', { reasons: sayReasons(speaker, clause.excuses) }),
    turnsOnGrade(clause) && s('regrade', { way: s(`regrade-${clause.regrade}`) }),
    s('reopen', { way: s(`reopen-${clause.reopen}`) }),
    sayEscalation(speaker, clause),
  ]
}

/** What a clause of any form says, between its text and its reading. */
export function linesOf(speaker: Speaker, clause: Clause): Lines {
  return clause.form === 'deadline' ? deadlineLines(speaker, clause) : formLines(speaker, clause)
}

function sayClause(speaker: Speaker, clause: Clause): string[] {
  const { s } = speaker
  const head = { id: clause.id, title: clause.title ?? '', text: clause.text ?? '' }
  const lines: Lines = [
    s(clause.title === undefined ? 'clause-untitled' : 'clause', head),
    clause.owedBy === 'customer' && s('owed-customer'),
    ...linesOf(speaker, clause),
    clause.reading && s('reading', { reading: clause.reading }),
    clause.source.length > 0 && s('source', { source: clause.source.join(s('list-comma')) }),
  ]
  const [first, ...rest] = lines.filter(isSaid).map(wordsOf)
  return [first!, ...rest.map((line) => `  ${line}`)]
}

/** One clause read aloud: its sentence, then what it counts by. */
export function explainClause(plan: Plan, clause: Clause, locale: Locale): readonly string[] {
  return sayClause(speakAs(plan, locale), clause).map((line) => line.trim())
}
/** `means`: what each of the names says, where the plan says it. */
export type ToldDimension = { readonly words: string; readonly means: readonly string[] }

/** What tables may go by: the grades with whose word rules, and the zones. */
export function sayDimensions({ s, plan }: Speaker): ToldDimension[] {
  const names = (list: readonly { readonly name: string }[]) => list.map((one) => one.name).join(s('list-comma'))
  const means = (list: readonly Declared[]) => list.flatMap(({ name, text }) => (text === undefined ? [] : [s('means', { name, text })]))
  const { grades, zones, gradeBy, dimensions } = plan
  const told: ToldDimension[] = []
  if (grades.length > 0) told.push({ words: s('grades', { names: names(grades), ruling: s(`grade-by-${gradeBy}`) }), means: means(grades) })
  if (zones.length > 0) told.push({ words: s('zones', { names: names(zones) }), means: means(zones) })
  for (const { id, values, setBy } of Object.values(dimensions)) {
    const named = values.map((value) => dimensionValue(plan, id, value)).join(s('list-comma'))
    told.push({ words: s('dimension', { name: dimensionName(plan, id), names: named, by: s(`set-by-${setBy}`) }), means: [] })
  }
  return told
}

/**
 * The plan read aloud, line by line, as a service manager would read it to a customer; under a contract with its terms, each with where it was
 * agreed. `plan` is the one with the terms merged in, where there are any.
 */
export function explainPlan(plan: Plan, locale: Locale, terms: readonly Term[] = []): string[] {
  const speaker = speakAs(plan, locale)
  const { s } = speaker
  return [
    s('head', { title: plan.title, plan: plan.id, version: plan.version, zone: plan.timezone }),
    ...Object.entries(plan.calendars).map(([id, source]) => s('calendar-named', { id, hours: sayHours(speaker, source) })),
    ...sayDimensions(speaker).flatMap(({ words, means }) => [words, ...means.map((line) => `  ${line}`)]),
    ...terms.map((term) =>
      s('term', { key: placeWords(plan, term.key, locale), value: termWords(plan, term, locale), source: term.source }),
    ),
    ...Object.values(plan.promises).flatMap((clause) => ['', ...sayClause(speaker, clause)]),
    ...sectionLines(speaker, plan),
    ...(plan.later.length === 0 ? [] : ['', s('later', { count: plan.later.length })]),
    ...plan.later.map((one) => s('later-clause', { text: one.text })),
  ]
}
