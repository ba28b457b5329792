import type { Locale } from '../core/words.ts'

/** How instants are said: in the site's zone and the reader's language. `ends`: an instant at midnight is the end of the day that is over. */
export type Zoned = { readonly zone: string; readonly locale: Locale; readonly ends?: boolean | undefined }

/** The wall clock of a zone; `weekday` 0 is Monday. */
export type Wall = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const parts = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  } as const
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...parts })
  formats.set(zone, made)
  return made
}

export function wallOf(at: number, zone: string): Wall {
  const read: Record<string, number> = {}
  for (const { type, value } of formatFor(zone).formatToParts(at)) if (type !== 'literal') read[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = read
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
  return { year, month, day, weekday, hour, minute, second }
}

/** The wall clock read as if it were UTC: what two of them differ by. */
function flat({ year, month, day, hour, minute, second }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function dayNumber({ year, month, day }: Wall): number {
  return Date.UTC(year, month - 1, day) / DAY_MS
}

const two = (value: number): string => String(value).padStart(2, '0')
const clock = ({ hour, minute }: Wall): string => `${two(hour)}:${two(minute)}`
const date = ({ year, month, day }: Wall): string => `${year}-${two(month)}-${two(day)}`

type DayNames = { readonly near: Readonly<Record<number, string>>; readonly week: readonly string[] }
const DAYS: Readonly<Record<Locale, DayNames>> = {
  'zh-CN': { near: { [-1]: '昨天', 0: '今天', 1: '明天' }, week: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] },
  'zh-TW': { near: { [-1]: '昨天', 0: '今天', 1: '明天' }, week: ['週一', '週二', '週三', '週四', '週五', '週六', '週日'] },
  en: { near: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' }, week: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] },
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dateWords({ month, day, weekday }: Wall, locale: Locale): string {
  const words = locale === 'en' ? `${day} ${MONTHS[month - 1]}` : `${month} 月 ${day} 日`
  return `${words} ${DAYS[locale].week[weekday]}`
}

/** The wall clock to say, and its time: midnight as an end is 24:00 of the day before. */
function said(at: number, { zone, ends = false }: Zoned): { readonly wall: Wall; readonly time: string } {
  const wall = wallOf(at, zone)
  if (!ends || clock(wall) !== '00:00' || wall.second !== 0) return { wall, time: clock(wall) }
  return { wall: wallOf(at - 1, zone), time: '24:00' }
}

/** 今天 18:05 · 明天 10:20 · 周一 09:30 (this week) · 9 月 28 日 周一 09:30 · 2027-03-14 00:00 */
export function instantWords(at: number, now: number, zoned: Zoned): string {
  const { wall, time } = said(at, zoned)
  const today = wallOf(now, zoned.zone)
  const names = DAYS[zoned.locale]
  const days = dayNumber(wall) - dayNumber(today)
  const near = names.near[days]
  if (near !== undefined) return `${near} ${time}`
  if (days >= -today.weekday && days < 7 - today.weekday) return `${names.week[wall.weekday]} ${time}`
  return wall.year === today.year ? `${dateWords(wall, zoned.locale)} ${time}` : `${date(wall)} ${time}`
}

/** 9 月 23 日 周三; another year: 2027-03-14 */
export function dayWords(at: number, now: number, { zone, locale }: Zoned): string {
  const wall = wallOf(at, zone)
  return wall.year === wallOf(now, zone).year ? dateWords(wall, locale) : date(wall)
}

/** 9 月 23 日 周三 14:53: the clock of the shell. */
export function fullWords(at: number, { zone, locale }: Zoned): string {
  const wall = wallOf(at, zone)
  return `${dateWords(wall, locale)} ${clock(wall)}`
}

/** `14:53` */
export function timeOfDay(at: number, zone: string): string {
  return clock(wallOf(at, zone))
}

/** `2026-09-23` */
export function isoDay(at: number, zone: string): string {
  return date(wallOf(at, zone))
}

function offsetMs(at: number, zone: string): number {
  return flat(wallOf(at, zone)) - Math.floor(at / 1000) * 1000
}

/** `UTC+8`, `UTC+5:30`, `UTC−4`: where two zones meet on one page. */
export function zoneWords(at: number, zone: string): string {
  const minutes = offsetMs(at, zone) / 60_000
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** The text of a date-and-time field for an instant: `2026-09-23T14:53` on the wall clock of the zone. */
export function toInput(at: number, zone: string): string {
  const wall = wallOf(at, zone)
  return `${date(wall)}T${clock(wall)}`
}

/** What such a text stands for; where an hour comes twice the first is meant. Undefined: it is no time. */
export function fromInput(text: string, zone: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text)
  if (!match) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0))
  const wanted = Date.UTC(year, month - 1, day, hour, minute, second)
  // the offsets a day before and after are the only two that can hold then
  const candidates = [wanted - DAY_MS, wanted + DAY_MS].map((near) => wanted - offsetMs(near, zone))
  const fitting = candidates.filter((one) => flat(wallOf(one, zone)) === wanted)
  return Math.min(...(fitting.length > 0 ? fitting : candidates))
}
