import type { Json } from '../../fact.ts'
import type { CoverTerm } from '../../plan/forms.ts'
import type { Value } from '../../plan/types.ts'
import { cellsOf } from '../../plan/value.ts'
import { addMonths, parseDay, weekdayOf } from '../../time/civil.ts'
import type { CivilDay } from '../../time/civil.ts'
import { elapsedMsOf, parseDuration } from '../../time/duration.ts'
import type { Duration } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import { instantOf, localOf } from '../../time/zone.ts'
import type { Zone } from '../../time/zone.ts'
import { instantIn } from '../read-data.ts'
import type { BoundPlan } from '../types.ts'

/**
 * Terms of a cover. They are civil and half-open: the start day is not counted, and the last day is covered to its end, so 24 months from 2 March end with
 * the day of 2 March two years later, at the midnight after it. Hours elapse. Working days are Monday to Friday: a right does not wait for holidays.
 */

/** The zone in which the days of a plan's covers are counted: the plan's own. One of its compiled calendars is of that zone, as binding makes sure. */
export function coverZone({ plan, calendars }: Pick<BoundPlan, 'plan' | 'calendars'>): Zone {
  return Object.values(calendars).find(({ zone }) => zone.id === plan.timezone)!.zone
}

/** The n-th Monday-to-Friday after a day. */
function weekdaysAfter(day: CivilDay, n: number): CivilDay {
  let at = day
  for (let left = Math.ceil(n); left > 0;) if (weekdayOf(++at) <= 5) left--
  return at
}

/** The day that lies so much later. Half days are given whole; what has no days of its own (hours) is no concern of this. */
function dayAfter(day: CivilDay, { value, unit }: Duration): CivilDay {
  switch (unit) {
    case 'mo':
      return addMonths(day, Math.ceil(value))
    case 'y':
      return addMonths(day, Math.ceil(value * 12))
    case 'w':
      return day + Math.ceil(value * 7)
    case 'wd':
      return weekdaysAfter(day, value)
    default:
      return day + Math.ceil(value)
  }
}

/** The midnight with which a day ends. */
export function endOfDay(zone: Zone, day: CivilDay): Instant {
  return instantOf(zone, day + 1, 0)
}

/** The end of a term that begins at `start`. */
export function endAfter(zone: Zone, start: Instant, term: Duration): Instant {
  const ms = elapsedMsOf(term)
  return ms === undefined ? endOfDay(zone, dayAfter(localOf(zone, start).day, term)) : start + ms
}

/** An end moved by so much: 60 days after a cover that ends with 30 April ends with 29 June. */
export function laterEnd(zone: Zone, end: Instant, by: Duration): Instant {
  const ms = elapsedMsOf(by)
  return ms === undefined ? endOfDay(zone, dayAfter(lastDay(zone, end), by)) : end + ms
}

/** The last day that lies, or begins, before an end. */
export function lastDay(zone: Zone, end: Instant): CivilDay {
  return localOf(zone, end - 1).day
}

/** A start so much after its event: the day moves, and the cover begins with it; without an offset it begins at the instant of the event. */
export function startAfter(zone: Zone, at: Instant, offset: Duration | undefined): Instant {
  if (!offset) return at
  const ms = elapsedMsOf(offset)
  if (ms !== undefined) return at + ms
  const { day } = localOf(zone, at)
  const moved = offset.value < 0 ? backwards(day, offset) : dayAfter(day, offset)
  return instantOf(zone, moved, 0)
}

function backwards(day: CivilDay, { value, unit }: Duration): CivilDay {
  const months = unit === 'mo' ? value : unit === 'y' ? value * 12 : undefined
  return months === undefined ? day + Math.floor(unit === 'w' ? value * 7 : value) : addMonths(day, Math.floor(months))
}

/** An end as facts state it: a day (`2028-04-30`, covered to its end) or an instant. */
export function statedEnd(zone: Zone, value: Json | undefined): Instant | undefined {
  const day = typeof value === 'string' ? parseDay(value) : undefined
  return day === undefined ? instantIn(value) : endOfDay(zone, day)
}

/** A beginning as facts state it: a day from its midnight on, or an instant. */
export function statedStart(zone: Zone, value: Json | undefined): Instant | undefined {
  const day = typeof value === 'string' ? parseDay(value) : undefined
  return day === undefined ? instantIn(value) : instantOf(zone, day, 0)
}

/** The maker's own term, or the state's, as a fact states it: `36mo`, or a number of months. */
export function statedTerm(value: Json | undefined): Duration | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value > 0 && value < 1200 ? { value, unit: 'mo' } : undefined
  const read = typeof value === 'string' ? parseDuration(value) : undefined
  return read && read.value > 0 ? read : undefined
}

/** Why a cover in force has no end that could be named. */
export type Endless = 'lifetime' | 'unstated' | 'maker-unknown' | 'state-unknown' | 'row-unknown'

/** Where a term leads. `by`: the duration that decided; `maker`: it is the maker's, or the maker's was asked for and nobody stated it. */
export type TermEnd = {
  readonly end?: Instant | undefined
  readonly endless?: Endless | undefined
  readonly by?: Duration | undefined
  readonly maker?: 'used' | 'unknown' | undefined
  /** where the first that is known decides: it was the state's, or neither was known and what was agreed counts */
  readonly basis?: 'state' | 'agreed' | undefined
}

type Terms = { readonly zone: Zone; readonly start: Instant; readonly maker: Duration | undefined; readonly state: Duration | undefined }

/** For life counts as the latest end of all; what nobody stated decides nothing as long as something else does. */
function pick(ends: readonly TermEnd[], longer: boolean): TermEnd {
  const rank = ({ end, endless }: TermEnd) => end ?? (endless === 'lifetime' ? Infinity : undefined)
  let best: TermEnd | undefined
  for (const one of ends) {
    const at = rank(one)
    if (at === undefined) continue
    const known = best && rank(best)!
    if (known === undefined || (longer ? at > known : at < known)) best = one
  }
  const unknown = ends.some(({ maker }) => maker === 'unknown')
  return best ? { ...best, maker: best.maker ?? (unknown ? 'unknown' : undefined) } : (ends[0] ?? { endless: 'unstated' })
}

const isKnown = ({ end, endless }: TermEnd): boolean => end !== undefined || endless === 'lifetime'

/** 保修依据: the first that somebody stated decides; what stands behind the maker's and the state's is what was agreed. */
function first(of: readonly CoverTerm[], terms: Terms): TermEnd {
  const at = of.findIndex((one) => isKnown(termEnd(one, terms)))
  const term = of[at]
  if (!term) return termEnd(of[0]!, terms)
  const agreed = term.kind !== 'maker' && term.kind !== 'state' && at > 0
  return { ...termEnd(term, terms), ...(agreed ? { basis: 'agreed' } : {}) }
}

export function termEnd(term: CoverTerm, terms: Terms): TermEnd {
  const { zone, start, maker, state } = terms
  switch (term.kind) {
    case 'duration':
      return { end: endAfter(zone, start, term.duration), by: term.duration }
    case 'lifetime':
      return { endless: 'lifetime' }
    case 'maker':
      return maker ? { end: endAfter(zone, start, maker), by: maker, maker: 'used' } : { endless: 'maker-unknown', maker: 'unknown' }
    case 'state':
      return state ? { end: endAfter(zone, start, state), by: state, basis: 'state' } : { endless: 'state-unknown' }
    case 'first-of':
      return first(term.of, terms)
    case 'longer-of':
    case 'shorter-of':
      return pick(
        term.of.map((one) => termEnd(one, terms)),
        term.kind === 'longer-of',
      )
    default:
      return term satisfies never
  }
}

/** The row of a term's table for what is known. `none`: this row has no cover; a table that turns on what nobody stated gives no term: it is asked. */
export function termFor(
  value: Value<CoverTerm>,
  known: (dimension: string) => string | undefined,
): CoverTerm | 'none' | Extract<Endless, 'unstated' | 'row-unknown'> {
  let at: Value<CoverTerm> | undefined = value
  while (at?.kind === 'table') {
    const row: string | undefined = known(at.by)
    at = row !== undefined && Object.hasOwn(at.rows, row) ? at.rows[row] : row === undefined ? undefined : at.otherwise
  }
  if (!at) return 'row-unknown'
  return at.kind === 'scalar' ? at.value : at.kind === 'none' ? 'none' : 'unstated'
}

/** The dimensions that a term's table goes by. */
export function dimensionsOf(value: Value<CoverTerm>): readonly string[] {
  if (value.kind !== 'table') return []
  const rows = Object.values(value.rows).flatMap(dimensionsOf)
  return [value.by, ...rows, ...(value.otherwise ? dimensionsOf(value.otherwise) : [])]
}

function basesOf(term: CoverTerm): readonly string[] {
  if (term.kind === 'maker' || term.kind === 'state') return [`${term.kind}Term`]
  return 'of' in term ? term.of.flatMap(basesOf) : []
}

/** What facts must say of a device so that its term is known: the maker's, the state's, the dimensions of the table. */
export function termFields(value: Value<CoverTerm>): readonly string[] {
  const bases = cellsOf(value).flatMap(({ value: cell }) => (cell.kind === 'scalar' ? basesOf(cell.value) : []))
  return [...new Set([...bases, ...dimensionsOf(value)])]
}
