import type { Clause, Plan, Value } from './types.ts'
import { cellsOf } from './value.ts'

/**
 * A place that the plan leaves to the contract. `key` is the term that fills it. `span`: a length of time (`4h`); `calendar`: one of `choices`;
 * `hours`: a calendar of its own; `choice`: one of `choices`; `day`: a date (`2026-09-30`). `required`: nobody can count before it is filled; the others are counted and never broken.
 */
export type OpenPlace = {
  readonly key: string
  readonly kind: 'span' | 'calendar' | 'hours' | 'choice' | 'day'
  readonly required: boolean
  readonly choices: readonly string[]
  /** the clause that it belongs to, and the rows that lead to it: `severe`, `elsewhere` */
  readonly promise?: string | undefined
  readonly field?: 'within' | 'target' | 'calendar' | 'term' | 'every' | undefined
  readonly rows: readonly string[]
}

function openCells(of: Value<unknown> | undefined): readonly (readonly string[])[] {
  return cellsOf(of).flatMap((cell) => (cell.value.kind === 'unstated' ? [cell.path] : []))
}

function inClause(clause: Clause, calendars: readonly string[]): OpenPlace[] {
  const places = (field: NonNullable<OpenPlace['field']>, of: Value<unknown> | undefined): OpenPlace[] =>
    openCells(of).map((rows) => ({
      key: ['promises', clause.id, field, ...rows].join('.'),
      kind: field === 'calendar' ? 'calendar' : 'span',
      required: false,
      choices: field === 'calendar' ? calendars : [],
      promise: clause.id,
      field,
      rows,
    }))
  if (clause.form === 'cover') return places('term', clause.term)
  if (clause.form === 'recurring') return clause.schedule.kind === 'unstated' ? places('every', clause.schedule) : []
  if (clause.form !== 'deadline') return []
  return [...places('within', clause.within), ...places('target', clause.target), ...places('calendar', clause.calendar)]
}

/** Under any plan: from when on it is looked after here. What fell due until then is history. */
export const CUT_OVER: OpenPlace = { key: 'cut-over', kind: 'day', required: false, choices: [], rows: [] }

/** All that a contract under this plan is asked for, what is required first, then in the plan's order. */
export function openPlaces(plan: Plan): readonly OpenPlace[] {
  const dimensions = Object.values(plan.dimensions)
    .filter(({ setBy }) => setBy === 'contract')
    .map(({ id, values }): OpenPlace => ({ key: `dimensions.${id}`, kind: 'choice', required: true, choices: values, rows: [] }))
  const calendars = Object.entries(plan.calendars)
    .filter(([, source]) => 'hours' in source && source.hours === 'unstated')
    .map(([id]): OpenPlace => ({ key: `calendars.${id}`, kind: 'hours', required: true, choices: [], rows: [] }))
  const names = Object.keys(plan.calendars)
  return [...dimensions, ...calendars, ...Object.values(plan.promises).flatMap((clause) => inClause(clause, names))]
}
