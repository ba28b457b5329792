import { DAYS, parseDays } from '../../core/calendar/hours.ts'
import type { DayName } from '../../core/calendar/hours.ts'

/** `09:00` to `17:30`, as they are typed. */
export type TypedSpan = { readonly from: string; readonly until: string }
/** The same hours on some days of the week. */
export type HoursRow = { readonly days: readonly DayName[]; readonly spans: readonly TypedSpan[] }

/** Service hours as a form holds them. `text`: written in a way that no form shows, to be typed as before. */
export type HoursForm =
  | { readonly kind: 'none' | 'always' }
  | { readonly kind: 'weekly'; readonly rows: readonly HoursRow[]; readonly holidays: boolean }
  | { readonly kind: 'text' }

const WORKING: readonly DayName[] = ['mon', 'tue', 'wed', 'thu', 'fri']

/** What is offered first: the hours of an office. */
export const OFFICE: HoursForm = { kind: 'weekly', rows: [{ days: WORKING, spans: [{ from: '09:00', until: '17:30' }] }], holidays: true }

/** `9`, `930`, `9：30` as a time of the day; what is none stays, for the check to refuse. */
export function timeOf(typed: string): string {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:：.]?(\d{2}))?$/.exec(typed.trim()) ?? []
  return hour === undefined ? typed.trim() : `${hour.padStart(2, '0')}:${minute}`
}

function rowOf(part: string): HoursRow | undefined {
  const [days = '', ...hours] = part.trim().split(/\s+/)
  const numbers = parseDays(days)
  const spans = hours.map((one) => one.split('-')).map(([from = '', until = '', ...more]) => ({ from, until, whole: more.length === 0 }))
  if (!numbers || !spans.every(({ whole }) => whole)) return undefined
  return { days: DAYS.filter((_, at) => numbers.includes(at + 1)), spans: spans.map(({ from, until }) => ({ from, until })) }
}

/** Days with the same hours are one row. */
function joined(rows: readonly HoursRow[]): readonly HoursRow[] {
  const alike = Map.groupBy(rows, ({ spans }) => spans.map(({ from, until }) => `${from}-${until}`).join(' '))
  return [...alike.values()].map((same) => ({
    days: DAYS.filter((day) => same.some(({ days }) => days.includes(day))),
    spans: same[0]?.spans ?? [],
  }))
}

/** `mon-fri 09:00-12:00 13:00-17:30; sat 09:00-12:00 CN` as a form shows it. */
export function readHours(text: string): HoursForm {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'none' }
  if (trimmed === '24x7') return { kind: 'always' }
  const rows = trimmed
    .replace(/\sCN$/, '')
    .split(/[;；]/)
    .filter((part) => part.trim() !== '')
    .map(rowOf)
  if (!rows.every((row) => row !== undefined)) return { kind: 'text' }
  return { kind: 'weekly', rows: joined(rows), holidays: /\sCN$/.test(trimmed) }
}

/** `mon-wed`, `fri`: days that follow one another in one word. */
function runsOf(days: readonly DayName[]): readonly string[] {
  const places = days.map((day) => DAYS.indexOf(day)).toSorted((a, b) => a - b)
  const starts = places.filter((place) => !places.includes(place - 1))
  return starts.map((start) => {
    let end = start
    while (places.includes(end + 1)) end += 1
    return start === end ? String(DAYS[start]) : `${DAYS[start]}-${DAYS[end]}`
  })
}

/** The way back. Rows of the same days add up; a row without days or hours says nothing. */
export function writeHours(form: Exclude<HoursForm, { kind: 'text' }>): string {
  if (form.kind !== 'weekly') return form.kind === 'always' ? '24x7' : ''
  const hours = new Map<string, string[]>()
  for (const { days, spans } of form.rows)
    for (const run of runsOf(days)) hours.set(run, [...(hours.get(run) ?? []), ...spans.map(({ from, until }) => `${from}-${until}`)])
  const parts = [...hours].filter(([, spans]) => spans.length > 0).map(([run, spans]) => [run, ...spans].join(' '))
  return parts.length === 0 ? '' : parts.join('; ') + (form.holidays ? ' CN' : '')
}
