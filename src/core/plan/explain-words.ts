import type { CalendarSource } from '../calendar/calendar.ts'
import { parseDays } from '../calendar/hours.ts'
import { durationWords, word } from '../promise/say.ts'
import { factWords, namedInstantWords } from '../promise/event-words.ts'
import { say } from '../words.ts'
import type { Locale, Params } from '../words.ts'
import { sayCondition } from './condition-words.ts'
import { dimensionRow } from './plan-names.ts'
import type { EventExpr, Plan } from './types.ts'
import type { Cell } from './value.ts'
import { EXPLAIN_EN } from './words/en.ts'
import { EXPLAIN_ZH_CN } from './words/zh-CN.ts'
import { EXPLAIN_ZH_TW } from './words/zh-TW.ts'

export type Key = keyof typeof EXPLAIN_ZH_CN
const WORDS = { 'zh-CN': EXPLAIN_ZH_CN, 'zh-TW': EXPLAIN_ZH_TW, en: EXPLAIN_EN } as const

export type Speaker = { readonly plan: Plan; readonly locale: Locale; readonly s: (key: Key, params?: Params) => string }

/** A line, and the terms of a contract that could have given its values: `promises.repair.within.major`. */
export type TermLine = { readonly words: string; readonly terms: readonly string[] }
export type Said = string | TermLine

/** What a clause says, line by line; what does not hold for it is left out. */
export type Lines = readonly (Said | false | undefined)[]

export function wordsOf(said: Said): string {
  return typeof said === 'string' ? said : said.words
}

export function isSaid(line: Lines[number]): line is Said {
  return line !== false && line !== undefined
}

export function speakAs(plan: Plan, locale: Locale): Speaker {
  return { plan, locale, s: (key, params) => say(WORDS[locale][key], params) }
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

/** What a row is called: 重大故障, 郊县, 其余. */
export function rowName({ s, plan }: Speaker, row: string): string {
  if (row === 'else') return s('row-else')
  if (row === 'none') return s('row-none')
  const named = [...plan.grades, ...plan.zones].find(({ id }) => id === row)?.name
  const cover = Object.hasOwn(plan.promises, row) ? plan.promises[row] : undefined
  return named ?? (cover?.form === 'cover' ? cover.title : undefined) ?? dimensionRow(plan, row) ?? row
}

function dayName({ s }: Speaker, day: number | undefined): string {
  return s(`day-${day}` as Key)
}

export function sayDays(speaker: Speaker, days: string): string {
  const numbers = parseDays(days) ?? []
  const [from, to] = [dayName(speaker, numbers[0]), dayName(speaker, numbers.at(-1))]
  return numbers.length > 1 ? speaker.s('day-range', { from, to }) : from
}

export type WeeklySource = Extract<CalendarSource, { weekly: unknown }>

/** 周一至周五 09:00-17:30 */
export function sayWeekly(speaker: Speaker, { weekly }: WeeklySource): string {
  const { s } = speaker
  return Object.entries(weekly)
    .map(([days, hours]) => `${sayDays(speaker, days)} ${hours.join(s('list-comma')) || s('closed')}`)
    .join(s('list-comma'))
}

/** A calendar by its hours: a customer has never heard of its name. */
export function calendarName(speaker: Speaker, { value }: Cell<string>): string {
  const { s, plan } = speaker
  if (value.kind !== 'scalar') return s(value.kind)
  const source = plan.calendars[value.value]
  if (source === undefined) return value.value
  if ('hours' in source) return s(source.hours === '24x7' ? 'always' : 'calendar-open')
  return sayWeekly(speaker, source)
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
