import { FACTS } from '../fact.ts'
import type { FactType } from '../fact.ts'
import { clauseEvents, openingEvent } from './clause-events.ts'
import { declaredIn } from './declared.ts'
import { INSTANTS, leavesOf, placedLeaves } from './event.ts'
import type { EventLeaf } from './event.ts'
import { fieldsOf, openingFields } from './fields.ts'
import { checkSections, FORM_RULES } from './form-rules.ts'
import { checkCondition, inClause, reportUnknownCover, reportUnknownPromise } from './ground.ts'
import type { Ground, Path, Rule } from './ground.ts'
import { keyAt, nodeAt, under } from './node.ts'
import type { PlanNode } from './node.ts'
import type { Report } from './shape.ts'
import type { Clause, Plan, Value } from './types.ts'
import { tablesOf } from './value.ts'

function eventsOf(clause: Clause): { readonly path: Path; readonly leaf: EventLeaf }[] {
  return clauseEvents(clause).flatMap(({ key, event }) =>
    placedLeaves(event).map(({ path, leaf }) => ({ path: inClause(clause, key, ...(key === 'measure' ? [] : path)), leaf })),
  )
}

/** Looks at what is written and not at what could be read: a start that cannot be read is no missing start. */
const opensSomehow: Rule = (clause, { at, report }) => {
  if (clause.form !== 'deadline') return
  const place = at(['promises', clause.id, 'deadline'])
  const has = (key: string) => under(place.node, key) !== undefined
  if (has('starts') && has('due')) report('starts-and-due', at(inClause(clause, 'due')), { promise: clause.id })
  if (!has('starts') && !has('due')) report('no-start', place, { promise: clause.id })
  if (has('starts') && !has('within') && !has('target')) report('no-limit', place, { promise: clause.id })
  if (has('due') && !has('starts') && has('within')) report('due-and-within', at(inClause(clause, 'within')), { promise: clause.id })
}

const OF_COVERS: readonly string[] = ['started', 'ended', 'extended']

const namesKnownPromises: Rule = (clause, ground) => {
  const { declared, at, report } = ground
  for (const { path, leaf } of eventsOf(clause)) {
    if (leaf.kind === 'instant' && !Object.hasOwn(INSTANTS, leaf.noun) && !declared.covers.includes(leaf.noun))
      reportUnknownCover(ground, at(path), leaf.noun)
    if (leaf.kind !== 'promise' && leaf.kind !== 'share') continue
    const { promise } = leaf
    if (!declared.promises.includes(promise)) reportUnknownPromise(ground, at(path), promise)
    else if (leaf.kind === 'share' || OF_COVERS.includes(leaf.state) !== declared.covers.includes(promise)) {
      const isClock = !declared.covers.includes(promise) && !declared.rules.includes(promise)
      if (leaf.kind !== 'share' || !isClock)
        report('wrong-state', at(path), { promise, state: leaf.kind === 'share' ? `${leaf.percent}%` : leaf.state })
    }
  }
}

const isNotNamedAsAFact: Rule = (clause, { key, report }) => {
  if (Object.hasOwn(FACTS, clause.id)) report('promise-named-as-fact', key(['promises', clause.id]), { promise: clause.id })
}

const REASON_KEYS = ['pauses', 'excuses', 'ignores', 'excludes'] as const

const declaresItsReasons: Rule = (clause, { declared, at, report }) => {
  for (const key of REASON_KEYS)
    for (const [index, id] of ((clause as Partial<Record<typeof key, readonly string[]>>)[key] ?? []).entries())
      if (!declared.reasons.includes(id))
        report('unknown-reason', at(inClause(clause, key, index)), { reason: id, known: declared.reasons.join(' ') || '—' })
}

function calendarNames(of: Value<string>, path: readonly string[] = []): { readonly path: readonly string[]; readonly name: string }[] {
  if (of.kind === 'scalar') return [{ path, name: of.value }]
  if (of.kind !== 'table') return []
  const rows = Object.entries(of.rows).flatMap(([row, below]) => calendarNames(below, [...path, row]))
  return of.otherwise ? [...rows, ...calendarNames(of.otherwise, [...path, 'else'])] : rows
}

const declaresItsCalendars: Rule = (clause, { declared, at, report }) => {
  for (const { path, name } of 'calendar' in clause ? calendarNames(clause.calendar) : [])
    if (!declared.calendars.includes(name))
      report('unknown-calendar', at(inClause(clause, 'calendar', ...path)), {
        calendar: name,
        known: declared.calendars.join(' ') || '—',
      })
}

/** The values of a clause that may be tables, under the keys by which the file names them. */
export function valuesOf(clause: Clause): readonly { readonly key: string; readonly value: Value<unknown> | undefined }[] {
  switch (clause.form) {
    case 'deadline':
      return [
        { key: 'within', value: clause.within },
        { key: 'target', value: clause.target },
        { key: 'calendar', value: clause.calendar },
      ]
    case 'level':
      return [
        { key: 'at-least', value: clause.atLeast },
        { key: 'at-most', value: clause.atMost },
        { key: 'target', value: clause.target },
        { key: 'calendar', value: clause.calendar },
      ]
    case 'cover':
      return [{ key: 'term', value: clause.term }]
    case 'recurring':
      return [{ key: 'calendar', value: clause.calendar }]
    case 'gate':
    case 'rule':
      return []
    default:
      return clause satisfies never
  }
}

const fillsItsTables: Rule = (clause, { declared, at, key: keyOf, report }) => {
  for (const { key, value } of valuesOf(clause)) {
    for (const { path, table } of tablesOf<unknown>(value)) {
      const place = at(inClause(clause, key, ...path))
      const values = declared.dimensions.get(table.by)
      if (!values || values.length === 0) {
        report('unknown-dimension', place, {
          dimension: table.by,
          known: [...declared.dimensions.keys()].join(' '),
        })
        continue
      }
      const missing = table.otherwise ? [] : values.filter((one) => !Object.hasOwn(table.rows, one))
      if (missing.length > 0) report('missing-row', place, { dimension: table.by, rows: missing.join(' ') })
      for (const row of Object.keys(table.rows))
        if (!values.includes(row))
          report('unknown-row', keyOf(inClause(clause, key, ...path, row)), { dimension: table.by, row, known: values.join(' ') })
    }
  }
}

const asksWhatIsThere: Rule = (clause, { plan, at, report }) => {
  for (const { path, leaf } of eventsOf(clause))
    if (leaf.kind === 'fact' && leaf.where) checkCondition({ cel: leaf.where.cel, fields: fieldsOf(plan, leaf.type) }, at(path), report)
  const fields = () => openingFields(plan, startTypes(clause))
  if ('when' in clause && clause.when) checkCondition({ cel: clause.when.cel, fields: fields() }, at(inClause(clause, 'when')), report)
  if (clause.form === 'gate' && clause.allows)
    checkCondition({ cel: clause.allows.cel, fields: fields() }, at(inClause(clause, 'allows')), report)
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
  ...FORM_RULES,
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
  for (const clause of Object.values(plan.promises)) for (const rule of CLAUSE_RULES) rule(clause, ground)
  checkSections(ground)
}
