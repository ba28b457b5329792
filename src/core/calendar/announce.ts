import type { Announcement, Holiday, HolidayList } from './holidays.ts'
import type { AnnounceWord } from './words/announce.zh-CN.ts'
import type { Dictionary, Locale, Params } from '../words.ts'
import { dayOf, formatDay, parseDay, weekdayOf } from '../time/civil.ts'
import { say } from '../words.ts'
import { withAnnouncement } from './holidays.ts'
import { ANNOUNCE_EN } from './words/announce.en.ts'
import { ANNOUNCE_ZH_CN } from './words/announce.zh-CN.ts'
import { ANNOUNCE_ZH_TW } from './words/announce.zh-TW.ts'

/** What is wrong with a list that somebody brings, and where: `days.3.date`. */
export type AnnounceProblem = { readonly code: AnnounceWord; readonly path: string; readonly params: Params }

export type Announced =
  | { readonly ok: true; readonly year: number; readonly announcement: Announcement; readonly list: HolidayList }
  | { readonly ok: false; readonly problems: readonly AnnounceProblem[] }

/** The festivals that every yearly list of the State Council gives days off for; one run of days may carry two names. */
export const FESTIVALS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const

const MOST_DAYS = 100
const problem = (code: AnnounceWord, path: string, params: Params = {}): AnnounceProblem => ({ code, path, params })
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One entry of `days`; the list of a year may reach back into December of the one before. */
function readDay(raw: unknown, at: number, year: number): Holiday | AnnounceProblem[] {
  const path = `days.${at}`
  if (!isMap(raw)) return [problem('day-shape', path)]
  const { name, date, isOffDay } = raw
  const day = typeof date === 'string' ? parseDay(date) : undefined
  if (typeof date !== 'string' || day === undefined) return [problem('day-date', `${path}.date`, { date: String(date).slice(0, 40) })]
  if (day < dayOf(year - 1, 12, 1) || day >= dayOf(year + 1, 1, 1)) return [problem('day-outside', `${path}.date`, { date, year })]
  if (typeof name !== 'string' || name.trim() === '' || name.length > 40) return [problem('day-name', `${path}.name`, { date })]
  if (typeof isOffDay !== 'boolean') return [problem('day-off', `${path}.isOffDay`, { date })]
  if (!isOffDay && weekdayOf(day) <= 5) return [problem('make-up-weekday', `${path}.isOffDay`, { date })]
  return { date, name: name.trim(), isOffDay }
}

function repeated(days: readonly Holiday[]): AnnounceProblem[] {
  return days.flatMap(({ date }, at) =>
    days.findIndex((other) => other.date === date) < at ? [problem('day-twice', `days.${at}.date`, { date })] : [],
  )
}

/** A list with a festival missing is half a list: what it does not name would count as an ordinary day, in silence. */
function missing(days: readonly Holiday[], year: number): AnnounceProblem[] {
  const off = days.filter(({ isOffDay, date }) => isOffDay && date.startsWith(`${year}-`))
  const named = off.map(({ name }) => name).join(' ')
  const absent = FESTIVALS.filter((festival) => !named.includes(festival))
  return absent.length === 0 ? [] : [problem('festivals-missing', 'days', { festivals: absent.join('、') })]
}

/** Follows it on what is in force? A gap would be silent, and what is known already is not published again. */
function placeProblem(list: HolidayList, year: number): AnnounceProblem | undefined {
  const known = formatDay(list.knownUntil)
  if (dayOf(year + 1, 1, 1) <= list.knownUntil) return problem('known-already', 'year', { year, until: known })
  return dayOf(year, 1, 1) > list.knownUntil ? problem('year-gap', 'year', { year, next: Number(known.slice(0, 4)) }) : undefined
}

/**
 * Reads a year's list in the shape of holiday-cn, `{year, days: [{name, date, isOffDay}]}`, and puts it onto the list in force. Everything that is wrong is told at
 * once; of a list that is not sound nothing is taken.
 */
export function readAnnouncement(raw: unknown, list: HolidayList): Announced {
  if (!isMap(raw) || !Array.isArray(raw.days)) return { ok: false, problems: [problem('shape', '')] }
  const { year } = raw
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2200)
    return { ok: false, problems: [problem('year', 'year')] }
  const place = placeProblem(list, year)
  if (place) return { ok: false, problems: [place] }
  if (raw.days.length > MOST_DAYS) return { ok: false, problems: [problem('too-many', 'days', { most: MOST_DAYS })] }
  const read = raw.days.map((one, at) => readDay(one, at, year))
  const days = read.filter((one) => !Array.isArray(one)) as Holiday[]
  const problems = [...read.filter((one) => Array.isArray(one)).flat(), ...repeated(days)]
  const all = problems.length > 0 ? problems : missing(days, year)
  if (all.length > 0) return { ok: false, problems: all }
  const from = Math.min(dayOf(year, 1, 1), ...days.map(({ date }) => parseDay(date)!))
  const announcement = { version: String(year), from, knownUntil: dayOf(year + 1, 1, 1), days }
  const next = withAnnouncement(list, announcement)
  return next ? { ok: true, year, announcement, list: next } : { ok: false, problems: [problem('year-gap', 'year', { year, next: year })] }
}

const WORDS: Dictionary<AnnounceWord> = { 'zh-CN': ANNOUNCE_ZH_CN, 'zh-TW': ANNOUNCE_ZH_TW, en: ANNOUNCE_EN }

export function sayAnnounceProblem({ code, params }: Pick<AnnounceProblem, 'code' | 'params'>, locale: Locale): string {
  return say(WORDS[locale][code], params)
}
