import { FACTS } from '../fact.ts'
import type { FactType } from '../fact.ts'
import { compileCondition } from './condition.ts'
import { leavesOf } from './event.ts'
import { fieldsOf, openingFields } from './fields.ts'
import type { Fields } from './fields.ts'
import { nearest } from './nearest.ts'
import { nodeAt } from './node.ts'
import type { PlanNode } from './node.ts'
import type { Report } from './shape.ts'
import type { DeadlineClause, EventExpr, Plan } from './types.ts'
import { tablesOf } from './value.ts'

/** What a rule looks at: the plan, and where things stand in the file. `at` gives the node of a path below a clause. */
type Ground = {
  readonly plan: Plan
  readonly at: (path: readonly (string | number)[]) => { readonly node: PlanNode; readonly path: string }
  readonly report: Report
}
type Rule = (clause: DeadlineClause, ground: Ground) => void

const KEYS = [
  ['starts', 'starts'],
  ['due', 'due'],
  ['keptBy', 'kept-by'],
  ['unless', 'unless'],
] as const

function inClause(clause: DeadlineClause, key: string, ...rest: string[]): readonly string[] {
  return ['promises', clause.id, 'deadline', key, ...rest]
}

function eventsOf(clause: DeadlineClause): { readonly key: string; readonly expr: EventExpr }[] {
  return KEYS.flatMap(([field, key]) => leavesOf(clause[field]).map((expr) => ({ key, expr })))
}

const opensSomehow: Rule = (clause, { at, report }) => {
  const place = at(['promises', clause.id, 'deadline'])
  if (clause.starts && clause.due) report('starts-and-due', at(inClause(clause, 'due')), { promise: clause.id })
  if (!clause.starts && !clause.due) report('no-start', place, { promise: clause.id })
  if (clause.starts && !clause.within && !clause.target) report('no-limit', place, { promise: clause.id })
  if (clause.due && clause.within) report('due-and-within', at(inClause(clause, 'within')), { promise: clause.id })
}

const namesKnownPromises: Rule = (clause, { plan, at, report }) => {
  const known = Object.keys(plan.promises)
  for (const { key, expr } of eventsOf(clause)) {
    if ((expr.kind !== 'promise' && expr.kind !== 'share') || known.includes(expr.promise)) continue
    const near = nearest(expr.promise, known)
    const place = at(inClause(clause, key))
    if (near) report('unknown-promise-near', place, { promise: expr.promise, near })
    else report('unknown-promise', place, { promise: expr.promise, known: known.join(' ') })
  }
}

const isNotNamedAsAFact: Rule = (clause, { at, report }) => {
  if (Object.hasOwn(FACTS, clause.id)) report('promise-named-as-fact', at(['promises', clause.id]), { promise: clause.id })
}

const declaresItsReasons: Rule = (clause, { plan, at, report }) => {
  for (const key of ['pauses', 'excuses'] as const)
    for (const [index, id] of clause[key].entries())
      if (!Object.hasOwn(plan.reasons, id))
        report('unknown-reason', at([...inClause(clause, key), index]), { reason: id, known: Object.keys(plan.reasons).join(' ') || '—' })
}

function calendarNames(
  of: DeadlineClause['calendar'],
  path: readonly string[] = [],
): { readonly path: readonly string[]; readonly name: string }[] {
  if (of.kind === 'scalar') return [{ path, name: of.value }]
  if (of.kind !== 'table') return []
  const rows = Object.entries(of.rows).flatMap(([row, below]) => calendarNames(below, [...path, row]))
  return of.otherwise ? [...rows, ...calendarNames(of.otherwise, [...path, 'else'])] : rows
}

const declaresItsCalendars: Rule = (clause, { plan, at, report }) => {
  for (const { path, name } of calendarNames(clause.calendar))
    if (!Object.hasOwn(plan.calendars, name))
      report('unknown-calendar', at(inClause(clause, 'calendar', ...path)), {
        calendar: name,
        known: Object.keys(plan.calendars).join(' '),
      })
}

/** The values of a dimension, or undefined where the plan has no such dimension. */
export function valuesOf(plan: Plan, dimension: string): readonly string[] | undefined {
  if (dimension === 'grade') return plan.grades.map((grade) => grade.id)
  if (dimension === 'zone') return plan.zones.map((zone) => zone.id)
  if (dimension === 'cover') return ['none']
  return plan.dimensions[dimension]?.values
}

const fillsItsTables: Rule = (clause, { plan, at, report }) => {
  for (const key of ['within', 'target', 'calendar'] as const) {
    for (const { path, table } of tablesOf<unknown>(clause[key])) {
      const place = at(inClause(clause, key, ...path))
      const values = valuesOf(plan, table.by)
      if (!values || values.length === 0) {
        report('unknown-dimension', place, {
          dimension: table.by,
          known: ['grade', 'zone', 'cover', ...Object.keys(plan.dimensions)].join(' '),
        })
        continue
      }
      const missing = table.otherwise ? [] : values.filter((value) => !Object.hasOwn(table.rows, value))
      if (missing.length > 0) report('missing-row', place, { dimension: table.by, rows: missing.join(' ') })
      for (const row of Object.keys(table.rows))
        if (!values.includes(row))
          report('unknown-row', at(inClause(clause, key, ...path, row)), { dimension: table.by, row, known: values.join(' ') })
    }
  }
}

function checkCondition(
  { cel, fields }: { readonly cel: string; readonly fields: Fields },
  place: { readonly node: PlanNode; readonly path: string },
  report: Report,
): void {
  const checked = compileCondition(cel, fields)
  if (checked.ok) return
  const known = Object.keys(fields).join(' ') || '—'
  report(checked.problem, place, { condition: cel, known, field: checked.problem === 'condition-unknown-field' ? checked.field : '' })
}

const asksWhatIsThere: Rule = (clause, { plan, at, report }) => {
  for (const { key, expr } of eventsOf(clause))
    if (expr.kind === 'fact' && expr.where)
      checkCondition({ cel: expr.where.cel, fields: fieldsOf(plan, expr.type) }, at(inClause(clause, key)), report)
  if (clause.when)
    checkCondition({ cel: clause.when.cel, fields: openingFields(plan, startTypes(clause)) }, at(inClause(clause, 'when')), report)
}

/** The facts that may start a clause. */
export function startTypes(clause: DeadlineClause): FactType[] {
  return leavesOf(clause.starts).flatMap((expr) => (expr.kind === 'fact' ? [expr.type] : []))
}

/** Rules of one clause. Named, so that a finding can be traced to one of them. */
const CLAUSE_RULES: readonly Rule[] = [
  opensSomehow,
  namesKnownPromises,
  isNotNamedAsAFact,
  declaresItsReasons,
  declaresItsCalendars,
  fillsItsTables,
  asksWhatIsThere,
]

function idsOnce(plan: Plan, { at, report }: Ground): void {
  for (const key of ['grades', 'zones'] as const) {
    const ids = plan[key].map((one) => one.id)
    for (const [index, id] of ids.entries()) if (ids.indexOf(id) < index) report('id-twice', at([key, index]), { id })
  }
  const later = plan.later.map((one) => one.id)
  for (const [index, id] of later.entries())
    if (later.indexOf(id) < index || Object.hasOwn(plan.promises, id)) report('id-twice', at(['later', index]), { id })
}

function dimensionsAreNew(plan: Plan, { at, report }: Ground): void {
  for (const id of Object.keys(plan.dimensions))
    if (['grade', 'zone', 'cover', 'type'].includes(id)) report('dimension-reserved', at(['dimensions', id]), { dimension: id })
}

/** Everything that only shows when the parts of a plan are seen together. */
export function checkPlan(plan: Plan, root: PlanNode, report: Report): void {
  const at: Ground['at'] = (path) => ({
    node: nodeAt(root, path),
    path: path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join(''),
  })
  const ground: Ground = { plan, at, report }
  idsOnce(plan, ground)
  dimensionsAreNew(plan, ground)
  for (const clause of Object.values(plan.promises)) for (const rule of CLAUSE_RULES) rule(clause, ground)
}
