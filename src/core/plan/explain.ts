import { shippedRoleName } from '../access/say.ts'
import type { CalendarSource } from '../calendar/calendar.ts'
import { parseDays } from '../calendar/hours.ts'
import { durationWords, word } from '../promise/say.ts'
import { factWords, namedInstantWords } from '../promise/why.ts'
import { isElapsed } from '../time/duration.ts'
import type { Duration } from '../time/duration.ts'
import { say } from '../words.ts'
import type { Locale, Params } from '../words.ts'
import { sayCondition } from './condition-words.ts'
import { deadlinesOf } from './types.ts'
import type { DeadlineClause, EventExpr, Plan, Span, Term, Value } from './types.ts'
import { cellsOf, tablesOf } from './value.ts'
import type { Cell } from './value.ts'
import { EXPLAIN_EN } from './words/en.ts'
import { EXPLAIN_ZH_CN } from './words/zh-CN.ts'
import { EXPLAIN_ZH_TW } from './words/zh-TW.ts'

type Key = keyof typeof EXPLAIN_ZH_CN
const WORDS = { 'zh-CN': EXPLAIN_ZH_CN, 'zh-TW': EXPLAIN_ZH_TW, en: EXPLAIN_EN } as const

export type Speaker = { readonly plan: Plan; readonly locale: Locale; readonly s: (key: Key, params?: Params) => string }

export function speakAs(plan: Plan, locale: Locale): Speaker {
  return { plan, locale, s: (key, params) => say(WORDS[locale][key], params) }
}

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

function promiseName(plan: Plan, id: string): string {
  return plan.promises[id]?.title ?? id
}

function sayBareEvent(speaker: Speaker, event: EventExpr): string {
  const { s, plan, locale } = speaker
  switch (event.kind) {
    case 'fact': {
      const name = factWords(event.type, locale)
      return event.where ? s('where', { event: name, condition: sayCondition(event.where.cel, plan, locale) }) : name
    }
    case 'promise': {
      const name = word(locale, `event.${event.state}`, { promise: promiseName(plan, event.promise) })
      return event.state === 'done' ? s('done-note', { event: name }) : name
    }
    case 'share':
      return word(locale, 'event.share', { promise: promiseName(plan, event.promise), percent: event.percent })
    case 'instant':
      return namedInstantWords(event, plan, locale)
    case 'any':
    case 'all':
      return event.of
        .map((one) => sayEvent(speaker, one))
        .reduce((a, b) => word(locale, event.kind === 'any' ? 'event.or' : 'event.and', { a, b }))
    default:
      return event satisfies never
  }
}

export function sayEvent(speaker: Speaker, event: EventExpr): string {
  const bare = sayBareEvent(speaker, event)
  if (!event.offset) return bare
  const duration = durationWords({ ...event.offset, value: Math.abs(event.offset.value) }, speaker.locale)
  return word(speaker.locale, event.offset.value < 0 ? 'event.earlier' : 'event.later', { event: bare, duration })
}

function dayName({ s }: Speaker, day: number | undefined): string {
  return s(`day-${day}` as Key)
}

function sayDays(speaker: Speaker, days: string): string {
  const numbers = parseDays(days) ?? []
  const [from, to] = [dayName(speaker, numbers[0]), dayName(speaker, numbers.at(-1))]
  return numbers.length > 1 ? speaker.s('day-range', { from, to }) : from
}

type WeeklySource = Extract<CalendarSource, { weekly: unknown }>

function sayHolidays(speaker: Speaker, source: WeeklySource): string {
  const { s } = speaker
  const makeUp = source['make-up-as']
  if (!source.holidays) return s('calendar-no-holidays')
  return s('calendar-holidays') + (makeUp === undefined ? '' : s('calendar-make-up', { day: sayDays(speaker, makeUp) }))
}

function sayCalendar(speaker: Speaker, id: string, source: CalendarSource): string {
  const { s } = speaker
  const zone = source.timezone === undefined ? '' : s('calendar-zone', { zone: source.timezone })
  if ('hours' in source) return s(source.hours === '24x7' ? 'calendar-always' : 'calendar-unstated', { id }) + zone
  const weekly = Object.entries(source.weekly).map(
    ([days, hours]) => `${sayDays(speaker, days)} ${hours.join(s('list-comma')) || s('closed')}`,
  )
  const dates = (source.overrides ?? []).map(
    ({ date, until, hours }) => `${date}${until === undefined ? '' : `…${until}`} ${hours.join(' ') || s('closed')}`,
  )
  const special = dates.length === 0 ? '' : s('calendar-overrides', { dates: dates.join(s('list-comma')) })
  return s('calendar-weekly', { id, weekly: weekly.join(s('list-comma')), holidays: sayHolidays(speaker, source), zone }) + special
}

/** What a row is called: 重大故障, 郊县, 其余. */
export function rowName({ s, plan }: Speaker, row: string): string {
  if (row === 'else') return s('row-else')
  return plan.grades.find((grade) => grade.id === row)?.name ?? plan.zones.find((zone) => zone.id === row)?.name ?? row
}

export function sayCell(speaker: Speaker, cell: Cell<Span>): string {
  return cell.value.kind === 'scalar' ? saySpan(speaker, cell.value.value) : speaker.s(cell.value.kind)
}

export function calendarName({ s, plan }: Speaker, { value }: Cell<string>): string {
  if (value.kind !== 'scalar') return s(value.kind)
  const source = plan.calendars[value.value]
  return source && 'hours' in source && source.hours === '24x7' ? s('always') : s('calendar-named', { id: value.value })
}

function sayCalendarValue(speaker: Speaker, calendar: Value<string>): string {
  const cells = cellsOf(calendar).map((cell) => [...cell.path.map((row) => rowName(speaker, row)), calendarName(speaker, cell)].join(' '))
  return speaker.s('in-calendar', { calendar: cells.join(speaker.s('list-comma')) })
}

function sayLimits(speaker: Speaker, clause: DeadlineClause): string[] {
  const inCalendar = sayCalendarValue(speaker, clause.calendar)
  const line = (key: 'limit' | 'target', cell: Cell<Span>) => {
    const rows = cell.path.map((row) => rowName(speaker, row)).join(speaker.s('list-comma'))
    const calendar = cell.value.kind === 'scalar' ? inCalendar : ''
    return speaker.s(rows === '' ? key : `${key}-row`, { rows, limit: sayCell(speaker, cell), calendar })
  }
  return [...cellsOf(clause.within).map((cell) => line('limit', cell)), ...cellsOf(clause.target).map((cell) => line('target', cell))]
}

export function sayReasons({ s, plan, locale }: Speaker, ids: readonly string[]): string {
  const one = (id: string) => {
    const reason = plan.reasons[id]
    if (!reason) return id
    const limit = reason.limit && s('reason-limit', { limit: durationWords(reason.limit, locale) })
    const notes = [reason.evidence && s('reason-evidence'), reason.notice && s('reason-notice'), limit].filter(Boolean)
    return notes.length === 0 ? reason.name : s('where', { event: reason.name, condition: notes.join(s('list-comma')) })
  }
  return ids.map(one).join(s('list-comma'))
}

function roleNames({ s, locale }: Speaker, clause: DeadlineClause): string {
  return clause.onBroken.map((one) => shippedRoleName(one.escalate, locale) ?? one.escalate).join(s('list-comma'))
}

/** A regrade is worth a line only where a number turns on the grade. */
function turnsOnGrade(clause: DeadlineClause): boolean {
  return [clause.within, clause.target, clause.calendar].some((value) => tablesOf<unknown>(value).some(({ table }) => table.by === 'grade'))
}

function sayClause(speaker: Speaker, clause: DeadlineClause): string[] {
  const { s, plan, locale } = speaker
  const head = { id: clause.id, title: clause.title ?? '', text: clause.text ?? '' }
  const lines: (string | false | undefined)[] = [
    s(clause.title === undefined ? 'clause-untitled' : 'clause', head),
    clause.owedBy === 'customer' && s('owed-customer'),
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
    clause.onBroken.length > 0 && s('broken', { roles: roleNames(speaker, clause) }),
    clause.reading && s('reading', { reading: clause.reading }),
    clause.source.length > 0 && s('source', { source: clause.source.join(s('list-comma')) }),
  ]
  const [first, ...rest] = lines.filter((line) => typeof line === 'string')
  return [first!, ...rest.map((line) => `  ${line}`)]
}

/** What tables may go by: the grades with whose word rules, and the zones. */
function sayDimensions({ s, plan }: Speaker): string[] {
  const names = (list: readonly { readonly name: string }[]) => list.map((one) => one.name).join(s('list-comma'))
  const grades = plan.grades.length > 0 && s('grades', { names: names(plan.grades), ruling: s(`grade-by-${plan.gradeBy}`) })
  return [grades, plan.zones.length > 0 && s('zones', { names: names(plan.zones) })].filter((line) => line !== false)
}

function sayTerm({ s }: Speaker, { key, value, source }: Term): string {
  return s('term', { key, value: typeof value === 'string' ? value : JSON.stringify(value), source })
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
    ...Object.entries(plan.calendars).map(([id, source]) => sayCalendar(speaker, id, source)),
    ...sayDimensions(speaker),
    ...terms.map((term) => sayTerm(speaker, term)),
    ...Object.values(deadlinesOf(plan)).flatMap((clause) => ['', ...sayClause(speaker, clause)]),
    ...(plan.later.length === 0 ? [] : ['', s('later', { count: plan.later.length })]),
    ...plan.later.map((one) => s('later-clause', { text: one.text })),
  ]
}
