import type { BoundPlan } from './types.ts'
import type { CompiledClause, Row } from './compile.ts'
import type { Instance, Ruling, SubjectState } from './state.ts'
import type { Value } from '../plan/types.ts'
import type { CompiledCalendar } from '../calendar/compile.ts'
import { plainDueOf } from './reach.ts'

type Values = Readonly<Record<string, string>>

/** The row of a table for these values; undefined: no row, `none` and `unstated` as they stand. */
function rowOf<T>(value: Value<T> | undefined, values: Values): Value<T> | undefined {
  let at = value
  while (at?.kind === 'table') {
    const key = values[at.by]
    at = key !== undefined && Object.hasOwn(at.rows, key) ? at.rows[key] : at.otherwise
  }
  return at
}

function scalar<T>(value: Value<T> | undefined): T | undefined {
  return value?.kind === 'scalar' ? value.value : undefined
}

function readRow(clause: CompiledClause['clause'], values: Values): Row {
  const within = rowOf(clause.within, values)
  const target = rowOf(clause.target, values)
  const calendar = rowOf(clause.calendar, values)
  const promised = within?.kind !== 'none' && calendar?.kind !== 'none' && !(clause.within === undefined && target?.kind === 'none')
  return { none: !promised, within: scalar(within), target: scalar(target), calendar: scalar(calendar) }
}

/** The row for these values, read once and then remembered: plans have few rows and many tickets. */
function rowFor(compiled: CompiledClause, values: Values): Row {
  const key = compiled.dimensions.length === 0 ? '' : compiled.dimensions.map((id) => values[id] ?? '').join('\u0000')
  const known = compiled.rows.get(key)
  if (known) return known
  const row = readRow(compiled.clause, values)
  compiled.rows.set(key, row)
  return row
}

function valuesOf(bound: BoundPlan, dimension: string): readonly string[] {
  if (dimension === 'grade') return bound.plan.grades.map((grade) => grade.id)
  if (dimension === 'zone') return bound.plan.zones.map((zone) => zone.id)
  return bound.plan.dimensions[dimension]?.values ?? []
}

/** Every way to fill the dimensions that are not known. `cover` is never unknown: it is the cover in force or none. */
function fillings(bound: BoundPlan, unknown: readonly string[], known: Values): Values[] {
  let out: Values[] = [known]
  for (const dimension of unknown)
    out = out.flatMap((values) => valuesOf(bound, dimension).map((value) => ({ ...values, [dimension]: value })))
  return out
}

function isKnown(bound: BoundPlan, dimension: string, values: Values): boolean {
  const value = values[dimension]
  return dimension === 'cover' ? value !== undefined : value !== undefined && valuesOf(bound, dimension).includes(value)
}

export function calendarOf(bound: BoundPlan, state: Pick<SubjectState, 'published'>, id: string | undefined): CompiledCalendar | undefined {
  if (id === undefined) return undefined
  const hash = state.published[id]
  return (hash === undefined ? undefined : bound.published?.[hash]) ?? bound.calendars[id]
}

function rulingOf(row: Row, state: Known, strictest: boolean): Ruling {
  const { within, target, calendar } = row
  const travel = within?.travel === true
  const targetTravel = target?.travel === true
  const travelMs = travel || targetTravel ? state.travelMs : undefined
  return { within: within?.duration, travel, travelMs, target: target?.duration, targetTravel, calendar, strictest }
}

const NO_VALUES: Values = {}
const NO_RULING: Ruling = {
  within: undefined,
  travel: false,
  travelMs: undefined,
  target: undefined,
  targetTravel: false,
  calendar: undefined,
  strictest: true,
}

/** What is known of the subject, and where the clock starts. */
export type Known = Pick<SubjectState, 'dimensions' | 'travelMs' | 'published'>
export type Start = { readonly state: Known; readonly startAt: number }

export type Chosen = { readonly none: boolean; readonly ruling: Ruling; readonly values: Readonly<Record<string, string>> }

function strictestOf(bound: BoundPlan, candidates: readonly Chosen[], { state, startAt }: Start): Chosen {
  let best: Chosen | undefined
  let bestDue = Infinity
  for (const candidate of candidates) {
    if (candidate.none) continue
    const due = plainDueOf(calendarOf(bound, state, candidate.ruling.calendar), candidate.ruling, startAt)?.at ?? Number.MAX_VALUE
    if (due < bestDue) [best, bestDue] = [candidate, due]
  }
  return best ?? candidates[0] ?? { none: true, ruling: NO_RULING, values: NO_VALUES }
}

/**
 * Which row rules a clause for a clock that starts at `startAt` (law 6): the row of the known values; while a dimension is unknown, the row that
 * falls due first among all that may still come. `none`: this row promises nothing.
 */
export function choose(bound: BoundPlan, compiled: CompiledClause, start: Start): Chosen {
  const { state } = start
  if (compiled.dimensions.length === 0) {
    const row = rowFor(compiled, NO_VALUES)
    return { none: row.none, ruling: rulingOf(row, state, false), values: NO_VALUES }
  }
  const unknown: string[] = []
  const values: Record<string, string> = {}
  for (const dimension of compiled.dimensions) {
    if (isKnown(bound, dimension, state.dimensions)) values[dimension] = state.dimensions[dimension]!
    else if (dimension === 'cover') values.cover = 'none'
    else unknown.push(dimension)
  }
  if (unknown.length === 0) {
    const row = rowFor(compiled, values)
    return { none: row.none, ruling: rulingOf(row, state, false), values }
  }
  const candidates = fillings(bound, unknown, values).map((filled) => {
    const row = rowFor(compiled, filled)
    return { none: row.none, ruling: rulingOf(row, state, true), values }
  })
  return strictestOf(bound, candidates, start)
}

/** Does the row of an instance differ from what the values say now? */
export function sameRow(instance: Instance, chosen: Chosen): boolean {
  const before = instance.row
  const keys = Object.keys(chosen.values)
  return (
    instance.ruling.strictest === chosen.ruling.strictest &&
    keys.length === Object.keys(before).length &&
    keys.every((key) => before[key] === chosen.values[key])
  )
}
