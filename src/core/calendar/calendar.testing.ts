import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { CalendarSource } from './calendar.ts'
import type { CompiledCalendar } from './compile.ts'
import type { Instant } from '../time/instant.ts'
import { loadZone } from '../../server/zones.ts'
import { parseDuration } from '../time/duration.ts'
import { formatInstant, parseInstant } from '../time/instant.ts'
import { addDuration } from './clock.ts'
import { compileCalendar } from './compile.ts'
import { HOLIDAY_LISTS } from './holidays-cn.ts'

/** Few runs by default; NUOXING_PROVE=n multiplies them. A failure prints its seed. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: count * Number(process.env.NUOXING_PROVE ?? 1) }
}

export const OFFICE: CalendarSource = { weekly: { 'mon-fri': ['09:30-19:30'] }, holidays: 'CN' }
export const SHANGHAI = 'Asia/Shanghai'

export function compiled(
  source: CalendarSource,
  zone: string = SHANGHAI,
  years: readonly [number, number] = [2024, 2032],
): CompiledCalendar {
  const result = compileCalendar({
    id: 'desk',
    source,
    zone: loadZone(zone),
    holidays: HOLIDAY_LISTS,
    fromYear: years[0],
    untilYear: years[1],
  })
  return result.ok ? result.calendar : assert.fail(JSON.stringify(result.problems))
}

/** `2026-09-30 18:00` on the wall clock of a zone; 24:00 is the next midnight. */
export function at(text: string, zone: string = SHANGHAI): Instant {
  const [date, time] = text.split(' ')
  if (time === '24:00') return Temporal.PlainDate.from(date!).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  return parseInstant(text) ?? Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds
}

/** What the wall clock of a zone shows: `2026-09-30 18:00`, seconds only where they are not zero. */
export function shown(instant: Instant, zone: string = SHANGHAI): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString()
    .replace('T', ' ')
    .replace(/:00$/, '')
}

/** The due time of a duration on the wall clock; a trailing `?` marks it provisional; errors by their code. */
export function due(calendar: CompiledCalendar, from: string, duration: string): string {
  const read = parseDuration(duration) ?? assert.fail(`${duration} is a duration`)
  const reached = addDuration(calendar, at(from, calendar.zone.id), read)
  return 'error' in reached ? reached.error : shown(reached.at, calendar.zone.id) + (reached.provisional ? '?' : '')
}

/** Where each zone changes its clock in 2026, and where China rests and makes up for it: the weeks that mistakes live in. */
export const TRICKY_WEEKS: Readonly<Record<string, readonly string[]>> = {
  'Asia/Shanghai': ['2026-02-09', '2026-04-27', '2026-09-14', '2026-12-21', '2025-12-25'],
  'Europe/Berlin': ['2026-03-20', '2026-10-16'],
  'America/New_York': ['2026-02-27', '2026-10-23'],
  'Australia/Lord_Howe': ['2026-03-27', '2026-09-25'],
}

const clockTimes = fc.integer({ min: 0, max: 287 }).map((n) => n * 5)

function written(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Hours of any kind: short, long, over midnight, up to 24:00. */
const hours = fc
  .tuple(clockTimes, fc.oneof(clockTimes, fc.constant(1440)))
  .filter(([start, end]) => start !== end)
  .map(([start, end]) => `${written(start)}-${written(end)}`)

const hoursLists = fc.array(hours, { minLength: 1, maxLength: 3 })
const dayKeys = fc.constantFrom('mon', 'wed', 'sat', 'sun', 'mon-fri', 'mon-sun', 'sat-mon', 'tue-thu', 'fri-tue')

function overridesFrom(firstDate: string): fc.Arbitrary<{ date: string; hours: string[] }[]> {
  const first = Temporal.PlainDate.from(firstDate)
  return fc
    .uniqueArray(fc.record({ days: fc.integer({ min: 0, max: 30 }), hours: fc.oneof(fc.constant<string[]>([]), hoursLists) }), {
      selector: ({ days }) => days,
      maxLength: 4,
    })
    .map((list) => list.map(({ days, hours: open }) => ({ date: first.add({ days }).toString(), hours: open })))
}

export type Scene = { readonly zone: string; readonly first: string; readonly source: CalendarSource }

/** A random calendar in a zone, and the week from which to count on it. */
export const scenes: fc.Arbitrary<Scene> = fc
  .constantFrom(...Object.keys(TRICKY_WEEKS))
  .chain((zone) => fc.tuple(fc.constant(zone), fc.constantFrom(...TRICKY_WEEKS[zone]!)))
  .chain(([zone, first]) =>
    fc
      .record({
        weekly: fc.dictionary(dayKeys, hoursLists, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
        overrides: overridesFrom(first),
        holidays: zone === SHANGHAI ? fc.constantFrom(undefined, 'CN') : fc.constant(undefined),
        makeUpAs: fc.constantFrom(undefined, 'mon', 'wed', 'sat'),
      })
      .map(({ weekly, overrides, holidays, makeUpAs }) => {
        const source = { weekly, overrides, ...(holidays ? { holidays } : {}), ...(makeUpAs ? { 'make-up-as': makeUpAs } : {}) }
        return { zone, first, source: source as CalendarSource }
      }),
  )

export function describeScene({ zone, first, source }: Scene, instant: Instant): string {
  return `${zone} from ${first}, ${formatInstant(instant)}: ${JSON.stringify(source)}`
}
