import { FACTS } from '../fact.ts'
import type { FactType } from '../fact.ts'
import { openingEvent } from './clause-events.ts'
import { compileCondition } from './condition.ts'
import type { Declared } from './declared.ts'
import { declaredIn } from './declared.ts'
import { leavesOf, placedLeaves } from './event.ts'
import type { EventLeaf } from './event.ts'
import { fieldsOf, openingFields } from './fields.ts'
import type { Fields } from './fields.ts'
import { nearest } from './nearest.ts'
import { keyAt, nodeAt, under } from './node.ts'
import type { PlanNode } from './node.ts'
import type { Report } from './shape.ts'
import { deadlinesOf } from './types.ts'
import type { Clause, DeadlineClause, Plan } from './types.ts'
import { tablesOf } from './value.ts'

type Path = readonly (string | number)[]

/** What a rule looks at: the plan, and where things stand in the file. `at` gives the node of a path below a clause. */
type Ground = {
  readonly plan: Plan
  readonly declared: Declared
  readonly at: (path: Path) => { readonly node: PlanNode; readonly path: string }
  /** the place of the key itself and not of what stands behind it */
  readonly key: (path: Path) => { readonly node: PlanNode; readonly path: string }
  readonly report: Report
}
type Rule = (clause: DeadlineClause, ground: Ground) => void

const KEYS = [
  ['starts', 'starts'],
  ['due', 'due'],
  ['keptBy', 'kept-by'],
  ['unless', 'unless'],
] as const

function inClause(clause: DeadlineClause, key: string, ...rest: Path): Path {
  return ['promises', clause.id, 'deadline', key, ...rest]
}

function eventsOf(clause: DeadlineClause): { readonly path: Path; readonly leaf: EventLeaf }[] {
  return KEYS.flatMap(([field, key]) =>
    placedLeaves(clause[field]).map(({ path, leaf }) => ({ path: inClause(clause, key, ...path), leaf })),
  )
}

/** Looks at what is written and not at what could be read: a start that cannot be read is no missing start. */
const opensSomehow: Rule = (clause, { at, report }) => {
  const place = at(['promises', clause.id, 'deadline'])
  const has = (key: string) => under(place.node, key) !== undefined
  if (has('starts') && has('due')) report('starts-and-due', at(inClause(clause, 'due')), { promise: clause.id })
  if (!has('starts') && !has('due')) report('no-start', place, { promise: clause.id })
  if (has('starts') && !has('within') && !has('target')) report('no-limit', place, { promise: clause.id })
  if (has('due') && !has('starts') && has('within')) report('due-and-within', at(inClause(clause, 'within')), { promise: clause.id })
}

const namesKnownPromises: Rule = (clause, { declared, at, report }) => {
  const known = declared.promises
  for (const { path, leaf } of eventsOf(clause)) {
    if ((leaf.kind !== 'promise' && leaf.kind !== 'share') || known.includes(leaf.promise)) continue
    const near = nearest(leaf.promise, known)
    if (near) report('unknown-promise-near', at(path), { promise: leaf.promise, near })
    else report('unknown-promise', at(path), { promise: leaf.promise, known: known.join(' ') })
  }
}

const isNotNamedAsAFact: Rule = (clause, { key, report }) => {
  if (Object.hasOwn(FACTS, clause.id)) report('promise-named-as-fact', key(['promises', clause.id]), { promise: clause.id })
}

const declaresItsReasons: Rule = (clause, { declared, at, report }) => {
  for (const key of ['pauses', 'excuses'] as const)
    for (const [index, id] of clause[key].entries())
      if (!declared.reasons.includes(id))
        report('unknown-reason', at(inClause(clause, key, index)), { reason: id, known: declared.reasons.join(' ') || '—' })
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

const declaresItsCalendars: Rule = (clause, { declared, at, report }) => {
  for (const { path, name } of calendarNames(clause.calendar))
    if (!declared.calendars.includes(name))
      report('unknown-calendar', at(inClause(clause, 'calendar', ...path)), {
        calendar: name,
        known: declared.calendars.join(' ') || '—',
      })
}

const fillsItsTables: Rule = (clause, { declared, at, key: keyOf, report }) => {
  for (const key of ['within', 'target', 'calendar'] as const) {
    for (const { path, table } of tablesOf<unknown>(clause[key])) {
      const place = at(inClause(clause, key, ...path))
      const values = declared.dimensions.get(table.by)
      if (!values || values.length === 0) {
        report('unknown-dimension', place, {
          dimension: table.by,
          known: [...declared.dimensions.keys()].join(' '),
        })
        continue
      }
      const missing = table.otherwise ? [] : values.filter((value) => !Object.hasOwn(table.rows, value))
      if (missing.length > 0) report('missing-row', place, { dimension: table.by, rows: missing.join(' ') })
      for (const row of Object.keys(table.rows))
        if (!values.includes(row))
          report('unknown-row', keyOf(inClause(clause, key, ...path, row)), { dimension: table.by, row, known: values.join(' ') })
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
  for (const { path, leaf } of eventsOf(clause))
    if (leaf.kind === 'fact' && leaf.where) checkCondition({ cel: leaf.where.cel, fields: fieldsOf(plan, leaf.type) }, at(path), report)
  if (clause.when)
    checkCondition({ cel: clause.when.cel, fields: openingFields(plan, startTypes(clause)) }, at(inClause(clause, 'when')), report)
}

/** The facts that may start a clause. */
export function startTypes(clause: Clause): FactType[] {
  return leavesOf(openingEvent(clause)).flatMap((expr) => (expr.kind === 'fact' ? [expr.type] : []))
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

function dimensionsAreNew(plan: Plan, { key, report }: Ground): void {
  for (const id of Object.keys(plan.dimensions))
    if (['grade', 'zone', 'cover', 'type'].includes(id)) report('dimension-reserved', key(['dimensions', id]), { dimension: id })
}

/** Everything that only shows when the parts of a plan are seen together. */
export function checkPlan(plan: Plan, root: PlanNode, report: Report): void {
  const named = (path: Path) =>
    path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')
  const at: Ground['at'] = (path) => ({ node: nodeAt(root, path), path: named(path) })
  const key: Ground['key'] = (path) => ({ node: keyAt(root, path), path: named(path) })
  const ground: Ground = { plan, declared: declaredIn(root), at, key, report }
  idsOnce(plan, ground)
  dimensionsAreNew(plan, ground)
  for (const clause of Object.values(deadlinesOf(plan))) for (const rule of CLAUSE_RULES) rule(clause, ground)
}
