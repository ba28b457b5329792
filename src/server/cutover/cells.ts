import type { Json } from '../../core/fact.ts'
import { MILESTONES } from '../../core/contract/state.ts'
import { factWords } from '../../core/promise/event-words.ts'
import { serviceName, serviceWord } from '../../core/service/refusal.ts'
import { SERVICE_OPENINGS } from '../../core/service/vocabulary.ts'
import { CHANNELS, TICKET_TYPES } from '../../core/ticket/forms.ts'
import { nameOf } from '../../core/ticket/refusal.ts'
import { isCivilDate, dayOf } from '../../core/time/civil.ts'
import type { Instant } from '../../core/time/instant.ts'
import { instantOf } from '../../core/time/zone.ts'
import type { Zone } from '../../core/time/zone.ts'
import type { Locale, Params } from '../../core/words.ts'
import type { CellKind } from './columns.ts'
import { cutoverWord, isCalled } from './say.ts'
import type { CutoverWord } from './say.ts'
import { momentOfSerial } from './serial.ts'
import type { Moment } from './serial.ts'
import type { Cell } from './table.ts'

/** Something that a cell may name: by its id, any of its names, its number. */
export type Nameable = { readonly id: string; readonly names: (locale: Locale) => readonly string[] }

/** What the cells of an import may name, and where its times are. */
export type Known = {
  readonly zone: Zone
  readonly sites: readonly Nameable[]
  readonly assets: readonly Nameable[]
  readonly people: readonly Nameable[]
  readonly grades: readonly Nameable[]
  readonly reasons: readonly Nameable[]
  readonly checklists: readonly Nameable[]
  /** kinds of visits and records: the trade's own and those that the plan's conditions name */
  readonly kinds: readonly Nameable[]
}

export type Unreadable = { readonly key: CutoverWord; readonly params: Params; readonly choices?: readonly Nameable[] }

const MS_MINUTE = 60_000
const NOON_MS = 12 * 60 * MS_MINUTE
const OLDEST_YEAR = 1990

const DATE =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})\s*[:：时]\s*(\d{1,2})\s*(?:[:：分]\s*(\d{1,2}))?\s*[分秒]?)?$/u

/** Undefined: no day, or one before anything that is imported. */
export function momentIn(cell: string | number, epoch1904: boolean): Moment | undefined {
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

type Reading = { readonly known: Known; readonly epoch1904: boolean }

function instantCell(cell: Cell, { known, epoch1904 }: Reading, toTheMinute: boolean): Instant | Unreadable {
  const value = String(cell).trim()
  const moment = typeof cell === 'boolean' || cell === undefined ? undefined : momentIn(cell, epoch1904)
  if (!moment) return { key: 'not-instant', params: { value } }
  if (moment.ms === undefined && toTheMinute) return { key: 'time-of-day', params: { value } }
  return instantOf(known.zone, moment.day, moment.ms ?? NOON_MS)
}

function named(list: readonly Nameable[], value: string, offered = list.length <= MOST_OFFERED): string | Unreadable {
  const found = list.filter(({ id, names }) => id === value || isNamed(names, value))
  if (found.length === 1) return found[0]!.id
  if (found.length > 1) return { key: 'ambiguous', params: { value } }
  return offered && list.length > 0 ? { key: 'no-such', params: { value }, choices: list } : { key: 'no-such-any', params: { value } }
}

/** More than so many are not listed in a sentence. */
const MOST_OFFERED = 24

function isNamed(names: Nameable['names'], value: string): boolean {
  return isCalled(value, (locale) => names(locale).find((one) => isCalled(value, () => one)) ?? '')
}

const words = (ids: readonly string[], name: (id: string, locale: Locale) => string): Nameable[] =>
  ids.map((id) => ({ id, names: (locale) => [name(id, locale)] }))

const TYPES = words(TICKET_TYPES, (id, locale) => nameOf(`type.${id as (typeof TICKET_TYPES)[number]}`, locale))
const CHANNEL_NAMES = words(CHANNELS, (id, locale) => nameOf(`channel.${id as (typeof CHANNELS)[number]}`, locale))
const MILESTONE_NAMES = words(MILESTONES, (id, locale) => cutoverWord(`milestone.${id as (typeof MILESTONES)[number]}`, {}, locale))
const STEPS = words(
  SERVICE_OPENINGS.filter((type) => !type.startsWith('visit.') && !type.startsWith('loan.')),
  (id, locale) => factWords(id as (typeof SERVICE_OPENINGS)[number], locale),
)
const YES_NO: readonly Nameable[] = [
  { id: 'yes', names: (locale) => [serviceWord('answer.yes', {}, locale), 'Y', 'true', '1', '√'] },
  { id: 'no', names: (locale) => [serviceWord('answer.no', {}, locale), 'N', 'false', '0', '×'] },
]

/** The choices of a column, where there is a list of them. */
export function choicesOf(kind: CellKind, known: Known): readonly Nameable[] | undefined {
  switch (kind) {
    case 'site':
      return known.sites
    case 'asset':
    case 'assets':
      return known.assets
    case 'person':
      return known.people
    case 'grade':
      return known.grades
    case 'reason':
      return known.reasons
    case 'kind':
      return known.kinds
    case 'lists':
      return known.checklists
    case 'yes-no':
      return YES_NO
    case 'step':
      return STEPS
    case 'milestone':
      return MILESTONE_NAMES
    case 'type':
      return TYPES
    case 'channel':
      return CHANNEL_NAMES
    default:
      return undefined
  }
}

const CODE = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,59}$/
const LONGEST = { line: 120, prose: 4_000 } as const
const PARTED = /[、，,;；\n]/u

const isUnreadable = (value: Json | Unreadable): value is Unreadable => typeof value === 'object' && value !== null && 'params' in value

function manyNamed(list: readonly Nameable[], value: string): readonly string[] | Unreadable {
  const ids: string[] = []
  for (const part of value.split(PARTED).filter((one) => one.trim() !== '')) {
    const one = named(list, part.trim())
    if (typeof one !== 'string') return one
    if (!ids.includes(one)) ids.push(one)
  }
  return ids
}

function textCell(value: string, kind: 'line' | 'prose'): string | Unreadable {
  return value.length > LONGEST[kind] ? { key: 'too-long', params: { most: LONGEST[kind] } } : value
}

/** Reads one cell that is not empty, as its column asks. */
export function readCell(kind: CellKind, cell: Cell, reading: Reading): Json | Unreadable {
  const value = String(cell).trim()
  const choices = choicesOf(kind, reading.known)
  switch (kind) {
    case 'line':
    case 'prose':
      return textCell(value, kind)
    case 'code':
      return CODE.test(value) ? value : { key: 'not-code', params: { value } }
    case 'instant':
    case 'minute':
      return instantCell(cell, reading, kind === 'minute')
    case 'number':
      return value !== '' && Number.isFinite(Number(value)) && Number(value) >= 0 ? Number(value) : { key: 'not-number', params: { value } }
    case 'lists':
    case 'assets':
      return manyNamed(choices!, value)
    case 'yes-no': {
      const said = named(YES_NO, typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : value)
      return typeof said === 'string' ? said === 'yes' : { key: 'not-yes-no', params: { value } }
    }
    default:
      return named(choices!, value)
  }
}

export { isUnreadable }

/** `serviceName` of a kind, for the list of what may be named. */
export function kindNamed(id: string): Nameable {
  return { id, names: (locale) => [serviceName('choice', id, locale)] }
}

/** `no-such` says what there is, in the reader's language. */
export function sayUnreadable({ key, params, choices = [] }: Unreadable): (locale: Locale) => string {
  return (locale) => {
    const listed = choices.map(({ id, names }) => names(locale)[0] ?? id).join(cutoverWord('comma', {}, locale))
    return cutoverWord(key, { ...params, choices: listed }, locale)
  }
}
