import { serviceWord } from '../../core/service/refusal.ts'
import { dayOf, formatDay, isCivilDate } from '../../core/time/civil.ts'
import type { Instant } from '../../core/time/instant.ts'
import { instantOf } from '../../core/time/zone.ts'
import type { Zone } from '../../core/time/zone.ts'
import type { Locale, Params } from '../../core/words.ts'
import { isCalled, sheetWord } from './say.ts'
import type { SheetWord } from './say.ts'
import { momentOfSerial } from './serial.ts'
import type { Moment } from './serial.ts'
import type { Cell } from './table.ts'

/** Something that a cell may name: by its id, any of its names, its number. */
export type Nameable = { readonly id: string; readonly names: (locale: Locale) => readonly string[] }

export type Unreadable = { readonly key: SheetWord; readonly params: Params; readonly choices?: readonly Nameable[] }

/** What a cell says, or why it says nothing. */
export function isUnreadable(value: unknown): value is Unreadable {
  return typeof value === 'object' && value !== null && 'params' in value
}

const MS_MINUTE = 60_000
const NOON_MS = 12 * 60 * MS_MINUTE
const OLDEST_YEAR = 1990

const DATE =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})\s*[:：时]\s*(\d{1,2})\s*(?:[:：分]\s*(\d{1,2}))?\s*[分秒]?)?$/u

/** Undefined: no day, or one before anything that is imported. */
export function momentIn(cell: Cell, epoch1904: boolean): Moment | undefined {
  if (cell === undefined || typeof cell === 'boolean') return undefined
  if (typeof cell === 'number') {
    const moment = momentOfSerial(cell, epoch1904)
    return moment && moment.day >= dayOf(OLDEST_YEAR, 1, 1) ? moment : undefined
  }
  const found = DATE.exec(cell.trim())
  if (!found) return undefined
  const [year, month, date, hour, minute, second] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  if (!isCivilDate(year!, month!, date!) || year! < OLDEST_YEAR) return undefined
  if (hour === undefined) return { day: dayOf(year!, month!, date!), ms: undefined }
  if (hour > 23 || minute! > 59 || (second ?? 0) > 59) return undefined
  return { day: dayOf(year!, month!, date!), ms: ((hour * 60 + minute!) * 60 + (second ?? 0)) * 1000 }
}

export type Dating = { readonly zone: Zone; readonly epoch1904: boolean; readonly toTheMinute: boolean }

/** A day alone counts as its noon, where it need not be to the minute. */
export function instantCell(cell: Cell, { zone, epoch1904, toTheMinute }: Dating): Instant | Unreadable {
  const value = String(cell).trim()
  const moment = momentIn(cell, epoch1904)
  if (!moment) return { key: 'not-instant', params: { value } }
  if (moment.ms === undefined && toTheMinute) return { key: 'time-of-day', params: { value } }
  return instantOf(zone, moment.day, moment.ms ?? NOON_MS)
}

/** `2026-09-30`; a time beside it is passed over. */
export function dayCell(cell: Cell, epoch1904: boolean): string | Unreadable {
  const moment = momentIn(cell, epoch1904)
  return moment === undefined ? { key: 'not-day', params: { value: String(cell).trim() } } : formatDay(moment.day)
}

/** More than so many are not listed in a sentence. */
const MOST_OFFERED = 24

function isNamed(names: Nameable['names'], value: string): boolean {
  return isCalled(value, (locale) => names(locale).find((one) => isCalled(value, () => one)) ?? '')
}

export function named(list: readonly Nameable[], value: string): string | Unreadable {
  const found = list.filter(({ id, names }) => id === value || isNamed(names, value))
  if (found.length === 1) return found[0]!.id
  if (found.length > 1) return { key: 'ambiguous', params: { value } }
  const isOffered = list.length > 0 && list.length <= MOST_OFFERED
  return isOffered ? { key: 'no-such', params: { value }, choices: list } : { key: 'no-such-any', params: { value } }
}

const PARTED = /[、，,;；\n]/u

export function manyNamed(list: readonly Nameable[], value: string): readonly string[] | Unreadable {
  const ids: string[] = []
  for (const part of value.split(PARTED).filter((one) => one.trim() !== '')) {
    const one = named(list, part.trim())
    if (typeof one !== 'string') return one
    if (!ids.includes(one)) ids.push(one)
  }
  return ids
}

const CODE = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,59}$/

export function codeCell(value: string): string | Unreadable {
  return CODE.test(value) ? value : { key: 'not-code', params: { value } }
}

export function textCell(value: string, most: number): string | Unreadable {
  return value.length > most ? { key: 'too-long', params: { most } } : value
}

export function numberCell(value: string): number | Unreadable {
  return value !== '' && Number.isFinite(Number(value)) && Number(value) >= 0 ? Number(value) : { key: 'not-number', params: { value } }
}

export const YES_NO: readonly Nameable[] = [
  { id: 'yes', names: (locale) => [serviceWord('answer.yes', {}, locale), 'Y', 'true', '1', '√'] },
  { id: 'no', names: (locale) => [serviceWord('answer.no', {}, locale), 'N', 'false', '0', '×'] },
]

export function yesNoCell(cell: Cell): boolean | Unreadable {
  const value = String(cell).trim()
  const said = named(YES_NO, typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : value)
  return typeof said === 'string' ? said === 'yes' : { key: 'not-yes-no', params: { value } }
}

/** The names of all of them, in the reader's language. */
export function listed(choices: readonly Nameable[], locale: Locale): string {
  return choices.map(({ id, names }) => names(locale)[0] ?? id).join(sheetWord('comma', {}, locale))
}

/** `no-such` says what there is, in the reader's language. */
export function sayUnreadable({ key, params, choices = [] }: Unreadable): (locale: Locale) => string {
  return (locale) => sheetWord(key, { ...params, choices: listed(choices, locale) }, locale)
}
