import type { CalendarSource } from '../calendar/calendar.ts'
import { parseDays } from '../calendar/hours.ts'
import type { Duration } from '../time/duration.ts'
import { say } from '../words.ts'
import type { Locale, Params } from '../words.ts'
import type { DeadlineClause, EventExpr, Plan, Span, Value } from './types.ts'
import { cellsOf, tablesOf } from './value.ts'
import type { Cell } from './value.ts'
import { EXPLAIN_EN, FACTS_EN } from './words/en.ts'
import { EXPLAIN_ZH_CN, FACTS_ZH_CN } from './words/zh-CN.ts'
import { EXPLAIN_ZH_TW, FACTS_ZH_TW } from './words/zh-TW.ts'

type Key = keyof typeof EXPLAIN_ZH_CN
const WORDS = { 'zh-CN': EXPLAIN_ZH_CN, 'zh-TW': EXPLAIN_ZH_TW, en: EXPLAIN_EN } as const
const FACTS = { 'zh-CN': FACTS_ZH_CN, 'zh-TW': FACTS_ZH_TW, en: FACTS_EN } as const

type Speaker = { readonly plan: Plan; readonly locale: Locale; readonly s: (key: Key, params?: Params) => string }

function speakAs(plan: Plan, locale: Locale): Speaker {
  return { plan, locale, s: (key, params) => say(WORDS[locale][key], params) }
}

export function sayDuration({ value, unit }: Duration, locale: Locale): string {
  return say(WORDS[locale][`unit-${unit}`], { n: Math.abs(value) })
}

function saySpan({ s, locale }: Speaker, span: Span): string {
  const limit = sayDuration(span.duration, locale)
  return span.travel ? s('travel', { limit }) : limit
}

function promiseName(plan: Plan, id: string): string {
  return plan.promises[id]?.title ?? id
}

function sayBareEvent(speaker: Speaker, event: EventExpr): string {
  const { s, plan, locale } = speaker
  switch (event.kind) {
    case 'fact': {
      const name = FACTS[locale][event.type as keyof typeof FACTS_ZH_CN] ?? event.type
      return event.where ? s('where', { event: name, condition: event.where.cel }) : name
    }
    case 'promise':
      return s(`event-${event.state}`, { promise: promiseName(plan, event.promise) })
    case 'share':
      return s('event-share', { promise: promiseName(plan, event.promise), percent: event.percent })
    case 'instant':
      return `${event.noun}.${event.name}`
    case 'any':
      return s('any', { list: event.of.map((one) => sayWith(speaker, one)).join(s('list-comma')) })
    case 'all':
      return s('all', { list: event.of.map((one) => sayWith(speaker, one)).join(s('list-comma')) })
    default:
      return event satisfies never
  }
}

function sayWith(speaker: Speaker, event: EventExpr): string {
  const bare = sayBareEvent(speaker, event)
  if (!event.offset) return bare
  return speaker.s(event.offset.value < 0 ? 'minus' : 'plus', { event: bare, offset: sayDuration(event.offset, speaker.locale) })
}

/** An event of this plan in words: “到场”完成（按时或逾时）之后 8 小时. */
export function sayEventInWords(plan: Plan, event: EventExpr, locale: Locale): string {
  return sayWith(speakAs(plan, locale), event)
}

function sayDays({ s }: Speaker, days: string): string {
  const numbers = parseDays(days) ?? []
  const name = (day: number | undefined) => s(`day-${day}` as Key)
  return numbers.length > 1 ? s('day-range', { from: name(numbers[0]), to: name(numbers.at(-1)) }) : name(numbers[0])
}

function sayCalendar(speaker: Speaker, id: string, source: CalendarSource): string {
  const { s } = speaker
  if ('hours' in source) return s(source.hours === '24x7' ? 'calendar-always' : 'calendar-unstated', { id })
  const weekly = Object.entries(source.weekly).map(([days, hours]) => `${sayDays(speaker, days)} ${hours.join(s('list-comma'))}`)
  const zone = source.timezone === undefined ? '' : s('calendar-zone', { zone: source.timezone })
  return s('calendar-weekly', {
    id,
    weekly: weekly.join(s('list-comma')),
    holidays: s(source.holidays ? 'calendar-holidays' : 'calendar-no-holidays'),
    zone,
  })
}

/** What a row is called: 重大故障, 郊县, 其余. */
function rowName({ s, plan }: Speaker, row: string): string {
  if (row === 'else') return s('row-else')
  if (row === 'none') return s('row-none')
  return plan.grades.find((grade) => grade.id === row)?.name ?? plan.zones.find((zone) => zone.id === row)?.name ?? row
}

function sayCell(speaker: Speaker, cell: Cell<Span>): string {
  return cell.value.kind === 'scalar' ? saySpan(speaker, cell.value.value) : speaker.s(cell.value.kind)
}

function sayCalendarValue(speaker: Speaker, calendar: Value<string>): string {
  return cellsOf(calendar)
    .map((cell) =>
      [...cell.path.map((row) => rowName(speaker, row)), cell.value.kind === 'scalar' ? cell.value.value : cell.value.kind].join(' '),
    )
    .join(speaker.s('list-comma'))
}

function sayLimits(speaker: Speaker, clause: DeadlineClause): string[] {
  const calendar = sayCalendarValue(speaker, clause.calendar)
  const line = (key: 'limit' | 'target', cell: Cell<Span>) => {
    const rows = cell.path.map((row) => rowName(speaker, row)).join(speaker.s('list-comma'))
    return speaker.s(rows === '' ? key : `${key}-row`, { rows, limit: sayCell(speaker, cell), calendar })
  }
  return [...cellsOf(clause.within).map((cell) => line('limit', cell)), ...cellsOf(clause.target).map((cell) => line('target', cell))]
}

function sayReasons({ s, plan, locale }: Speaker, ids: readonly string[]): string {
  const one = (id: string) => {
    const reason = plan.reasons[id]
    if (!reason) return id
    const notes = [
      reason.evidence && s('reason-evidence'),
      reason.notice && s('reason-notice'),
      reason.limit && s('reason-limit', { limit: sayDuration(reason.limit, locale) }),
    ].filter(Boolean)
    return notes.length === 0 ? reason.name : s('where', { event: reason.name, condition: notes.join(s('list-comma')) })
  }
  return ids.map(one).join(s('list-comma'))
}

function sayClause(speaker: Speaker, clause: DeadlineClause): string[] {
  const { s } = speaker
  const lines: (string | false | undefined)[] = [
    s(clause.title === undefined ? 'clause-untitled' : 'clause', { id: clause.id, title: clause.title ?? '', text: clause.text ?? '' }),
    clause.owedBy === 'customer' && s('owed-customer'),
    clause.starts && s('starts', { event: sayWith(speaker, clause.starts) }),
    clause.due && s('due', { event: sayWith(speaker, clause.due) }),
    s('keeps', { event: sayWith(speaker, clause.keptBy) }),
    ...sayLimits(speaker, clause),
    clause.when && s('when', { condition: clause.when.cel }),
    clause.unless && s('unless', { event: sayWith(speaker, clause.unless) }),
    clause.pauses.length > 0 && s('pauses', { reasons: sayReasons(speaker, clause.pauses) }),
    clause.excuses.length > 0 && s('excuses', { reasons: sayReasons(speaker, clause.excuses) }),
    tablesOf(clause.within).some(({ table }) => table.by === 'grade') && s('regrade', { way: s(`regrade-${clause.regrade}`) }),
    s('reopen', { way: s(`reopen-${clause.reopen}`) }),
    clause.onBroken.length > 0 && s('broken', { roles: clause.onBroken.map((one) => one.escalate).join(s('list-comma')) }),
    clause.reading && s('reading', { reading: clause.reading }),
    clause.source.length > 0 && s('source', { source: clause.source.join(s('list-comma')) }),
  ]
  const [head, ...rest] = lines.filter((line) => typeof line === 'string')
  return [head!, ...rest.map((line) => `  ${line}`)]
}

/** The plan read aloud, line by line, as a service manager would read it to a customer. */
export function explainPlan(plan: Plan, locale: Locale): string[] {
  const speaking = speakAs(plan, locale)
  const { s } = speaking
  const head = s('head', { title: plan.title, plan: plan.id, version: plan.version, zone: plan.timezone })
  const calendars = Object.entries(plan.calendars).map(([id, source]) => sayCalendar(speaking, id, source))
  const grades = plan.grades.length > 0 ? [s(`grade-by-${plan.gradeBy}`)] : []
  const clauses = Object.values(plan.promises).flatMap((clause) => ['', ...sayClause(speaking, clause)])
  const later =
    plan.later.length === 0
      ? []
      : ['', s('later', { count: plan.later.length }), ...plan.later.map((one) => s('later-clause', { text: one.text }))]
  return [head, ...calendars, ...grades, ...clauses, ...later]
}
