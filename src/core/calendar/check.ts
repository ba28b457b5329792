import type { CalendarProblem, CalendarProblemCode, CalendarSource } from './calendar.ts'
import type { Params } from '../words.ts'
import { parseDay } from '../time/civil.ts'
import { isDayName, parseDays, parseHours } from './hours.ts'

type Fields = Readonly<Record<string, unknown>>
/** `names`: the holiday lists there are. */
type Rule = (fields: Fields, names: readonly string[]) => CalendarProblem[]

function problem(code: CalendarProblemCode, path: string, params: Params = {}): CalendarProblem {
  return { code, path, params }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}

function hoursProblems(value: unknown, path: string): CalendarProblem[] {
  if (!Array.isArray(value)) return [problem('bad-value', path, { value: shown(value) })]
  return value.flatMap((text: unknown, index) => {
    const read = typeof text === 'string' ? parseHours(text) : 'bad-hours'
    return typeof read === 'string' ? [problem(read, `${path}[${index}]`, { value: shown(text) })] : []
  })
}

const KEYS = {
  always: ['hours', 'holidays', 'timezone'],
  unstated: ['hours', 'timezone'],
  weekly: ['weekly', 'holidays', 'overrides', 'make-up-as', 'timezone'],
  override: ['date', 'until', 'hours', 'name'],
}

function unknownKeys(fields: Fields, known: readonly string[], path = ''): CalendarProblem[] {
  return Object.keys(fields)
    .filter((key) => !known.includes(key))
    .map((key) => problem('unknown-key', path === '' ? key : `${path}.${key}`, { key, known: known.join(' ') }))
}

const saysHoursOrWeek: Rule = (fields) => {
  if ('hours' in fields === 'weekly' in fields) return [problem('hours-or-weekly', '')]
  if (!('hours' in fields) || fields.hours === '24x7' || fields.hours === 'unstated') return []
  return [problem('unknown-hours-word', 'hours', { value: shown(fields.hours) })]
}

const hasKnownKeysOnly: Rule = (fields) => {
  if (!('hours' in fields)) return unknownKeys(fields, KEYS.weekly)
  // Both of them: that is said by its own rule, so neither is an unknown key.
  if ('weekly' in fields) return unknownKeys(fields, ['hours', ...KEYS.weekly])
  return unknownKeys(fields, fields.hours === 'unstated' ? KEYS.unstated : KEYS.always)
}

const namesDaysAndHours: Rule = ({ weekly }) => {
  if (weekly === undefined) return []
  if (!isFields(weekly)) return [problem('bad-value', 'weekly', { value: shown(weekly) })]
  return Object.entries(weekly).flatMap(([days, hours]) => [
    ...(parseDays(days) ? [] : [problem('unknown-day', `weekly.${days}`, { value: days })]),
    ...hoursProblems(hours, `weekly.${days}`),
  ])
}

const namesKnownHolidays: Rule = ({ holidays }, names) => {
  if (holidays === undefined || (typeof holidays === 'string' && names.includes(holidays))) return []
  return [problem('unknown-holidays', 'holidays', { value: shown(holidays), known: names.join(' ') })]
}

const makesUpAsADay: Rule = (fields) => {
  const day = fields['make-up-as']
  return day === undefined || isDayName(day) ? [] : [problem('unknown-day', 'make-up-as', { value: shown(day) })]
}

const namesAZone: Rule = ({ timezone }) =>
  timezone === undefined || (typeof timezone === 'string' && timezone !== '')
    ? []
    : [problem('bad-value', 'timezone', { value: shown(timezone) })]

type Dates = { readonly first: number; readonly last: number }

/** The first and last day of an override; undefined when its dates cannot be read or run backwards. */
function datesOf(override: unknown): Dates | undefined {
  if (!isFields(override) || typeof override.date !== 'string') return undefined
  const first = parseDay(override.date)
  const last = override.until === undefined ? first : typeof override.until === 'string' ? parseDay(override.until) : undefined
  return first === undefined || last === undefined || last < first ? undefined : { first, last }
}

function dateProblems(override: Fields, path: string): CalendarProblem[] {
  const asked = override.until === undefined ? ['date'] : ['date', 'until']
  const bad = asked.filter((key) => typeof override[key] !== 'string' || parseDay(override[key]) === undefined)
  if (bad.length > 0) return bad.map((key) => problem('bad-date', `${path}.${key}`, { value: shown(override[key]) }))
  return datesOf(override) ? [] : [problem('dates-reversed', `${path}.until`, { from: shown(override.date), until: shown(override.until) })]
}

const overridesDates: Rule = ({ overrides }) => {
  if (overrides === undefined) return []
  if (!Array.isArray(overrides)) return [problem('bad-value', 'overrides', { value: shown(overrides) })]
  return overrides.flatMap((override: unknown, index) => {
    const path = `overrides[${index}]`
    if (!isFields(override)) return [problem('bad-value', path, { value: shown(override) })]
    const name =
      override.name === undefined || typeof override.name === 'string'
        ? []
        : [problem('bad-value', `${path}.name`, { value: shown(override.name) })]
    return [
      ...unknownKeys(override, KEYS.override, path),
      ...dateProblems(override, path),
      ...hoursProblems(override.hours, `${path}.hours`),
      ...name,
    ]
  })
}

/** Two overrides for one date contradict each other, or say the same thing twice. */
const overridesEachDateOnce: Rule = ({ overrides }) => {
  if (!Array.isArray(overrides)) return []
  const read = overrides.map(datesOf)
  return read.flatMap((dates, index) => {
    const before = dates ? read.findIndex((other) => other && other.first <= dates.last && dates.first <= other.last) : index
    return before < index ? [problem('date-twice', `overrides[${index}]`, { other: `overrides[${before}]` })] : []
  })
}

const opensAtAll: Rule = ({ weekly, overrides }) => {
  if (!isFields(weekly)) return []
  const lists = [
    ...Object.values(weekly),
    ...(Array.isArray(overrides) ? overrides.map((override: unknown) => (isFields(override) ? override.hours : undefined)) : []),
  ]
  // Hours that cannot be read are another rule's business: this one speaks only where nothing was even tried.
  return lists.some((hours) => !Array.isArray(hours) || hours.length > 0) ? [] : [problem('no-open-time', 'weekly')]
}

const RULES: readonly Rule[] = [
  saysHoursOrWeek,
  hasKnownKeysOnly,
  namesDaysAndHours,
  namesKnownHolidays,
  makesUpAsADay,
  namesAZone,
  overridesDates,
  overridesEachDateOnce,
  opensAtAll,
]

/** All that is wrong with what somebody wrote as a calendar, of whatever shape. `holidayNames`: the lists there are. Never throws. */
export function checkCalendar(source: unknown, holidayNames: readonly string[]): readonly CalendarProblem[] {
  if (!isFields(source)) return [problem('not-a-calendar', '', { value: shown(source) })]
  return RULES.flatMap((rule) => rule(source, holidayNames))
}

/** The calendar that was written, once nothing is wrong with it. */
export function readCalendar(
  source: unknown,
  holidayNames: readonly string[],
): { readonly ok: true; readonly source: CalendarSource } | { readonly ok: false; readonly problems: readonly CalendarProblem[] } {
  const problems = checkCalendar(source, holidayNames)
  return problems.length === 0 ? { ok: true, source: source as CalendarSource } : { ok: false, problems }
}
