import type { FactType } from '../fact.ts'
import { canonicalJson } from '../canonical.ts'
import { formatDuration, isElapsed } from '../time/duration.ts'
import { asClock } from './clock-clause.ts'
import { clauseEvents, openingEvent, openingTests } from './clause-events.ts'
import { namesIn } from './condition.ts'
import { leavesOf } from './event.ts'
import { found } from './finding.ts'
import { CHARGE_COLUMNS } from './forms.ts'
import { coversDiffer, lintForms } from './lint-forms.ts'
import { lintLevels } from './lint-levels.ts'
import { lintNames } from './lint-names.ts'
import { lintOrder } from './lint-order.ts'
import { located } from './places.ts'
import { dimensionRow } from './plan-names.ts'
import { startTypes } from './rules.ts'
import { hoursDiffer, limitsDiffer, numbersDiffer, runTogether } from './same-thing.ts'
import { deadlinesOf } from './types.ts'
import type { Clause, DeadlineClause, Finding, Plan, Span, Value } from './types.ts'
import { cellsOf, tablesOf } from './value.ts'
import type { Cell } from './value.ts'

function formatSpan(span: Span): string {
  return `${span.travel ? 'travel + ' : ''}${formatDuration(span.duration)}`
}

/** The rows by the plan's own names: 市区 8h. */
function formatNamed(value: Value<Span> | undefined, plan: Plan): string {
  const name = (row: string) =>
    [...plan.grades, ...plan.zones].find(({ id }) => id === row)?.name ?? coverTitle(plan, row) ?? dimensionRow(plan, row) ?? row
  return cellsOf(value)
    .map((cell) => formatCell({ ...cell, path: cell.path.map(name) }))
    .join(', ')
}

function coverTitle({ promises }: Plan, id: string): string | undefined {
  const cover = Object.hasOwn(promises, id) ? promises[id] : undefined
  return cover?.form === 'cover' ? cover.title : undefined
}

function formatCell(cell: Cell<Span>): string {
  return [...cell.path, cell.value.kind === 'scalar' ? formatSpan(cell.value.value) : cell.value.kind].join(' ')
}

type LintRule = (clause: DeadlineClause, plan: Plan) => readonly Finding[]

/** Of a value that may be a table, the rows that the text leaves open: a question to whoever signs, not an error. `key`: as the file names the value. */
function askForOpen<T>(
  code: string,
  clause: Clause,
  { key, value }: { readonly key: string; readonly value: Value<T> | undefined },
): Finding[] {
  return cellsOf(value)
    .filter((cell) => cell.value.kind === 'unstated')
    .map((cell) =>
      found(code, {
        severity: 'question',
        clauses: [clause],
        params: { text: clause.text ?? clause.title ?? clause.id, place: ['promises', clause.id, key, ...cell.path].join('.') },
      }),
    )
}

/** 及时, 尽快, 立即: promised without a number. */
const asksForNumbers: LintRule = (clause) => askForOpen('lint-unstated', clause, { key: 'within', value: clause.within })

const hangsOnDone: LintRule = (clause) =>
  leavesOf(clause.starts).flatMap((expr) =>
    expr.kind === 'promise' && expr.state === 'kept'
      ? [found('lint-chain-kept', { severity: 'warning', clauses: [clause], params: { promise: clause.id, on: expr.promise } })]
      : [],
  )

/** A warranty of no stated length covers nothing yet: asked like a time. */
function asksForTerm(clause: Clause): readonly Finding[] {
  return clause.form === 'cover' ? askForOpen('lint-term-unstated', clause, { key: 'term', value: clause.term }) : []
}

/** A number that must hold, and none is named: measured and never broken. */
function asksForBounds(clause: Clause): readonly Finding[] {
  if (clause.form !== 'level') return []
  const bounds = [
    { key: 'at-least', value: clause.atLeast },
    { key: 'at-most', value: clause.atMost },
  ]
  return bounds.flatMap((one) => askForOpen('lint-bound-unstated', clause, one))
}

/** 定期 and no more: it has no dates yet. */
function asksForPeriod(clause: Clause): readonly Finding[] {
  if (clause.form !== 'recurring' || clause.schedule.kind !== 'unstated') return []
  const params = { text: clause.text ?? clause.title ?? clause.id, place: `promises.${clause.id}.every` }
  return [found('lint-period-unstated', { severity: 'question', clauses: [clause], params })]
}

function namesItsSource(clause: Clause): readonly Finding[] {
  return clause.source.length === 0
    ? [found('lint-no-source', { severity: 'warning', clauses: [clause], params: { promise: clause.id } })]
    : []
}

function showsItsText(clause: Clause): readonly Finding[] {
  return clause.text === undefined
    ? [found('lint-no-text', { severity: 'warning', clauses: [clause], params: { promise: clause.id } })]
    : []
}

function elapsedHours(cell: Cell<Span>): number | undefined {
  if (cell.value.kind !== 'scalar') return undefined
  const { duration, travel } = cell.value.value
  if (travel || !isElapsed(duration.unit)) return undefined
  return duration.unit === 'h' ? duration.value : duration.value / 60
}

function endsWith(clause: DeadlineClause, type: FactType): boolean {
  return leavesOf(clause.keptBy).some((expr) => expr.kind === 'fact' && expr.type === type)
}

/** What happens to a ticket after it was reported: a clock from there ends later than one of the same length from the report. */
const AFTER_REPORT: readonly FactType[] = [
  'ticket.accepted',
  'ticket.graded',
  'ticket.judged',
  'ticket.assigned',
  'ticket.transferred',
  'visit.needed',
]

/** The longest time that an arrival may take, in hours; undefined where it hangs on something that says nothing of the report. */
function longestArrival(clause: DeadlineClause): { readonly hours: number; readonly later: boolean } | undefined {
  const starts = startTypes(clause)
  const later = starts.some((type) => AFTER_REPORT.includes(type))
  if (!endsWith(clause, 'visit.arrived') || (!later && !starts.includes('ticket.reported'))) return undefined
  return { hours: Math.max(...cellsOf(clause.within).map((cell) => elapsedHours(cell) ?? 0)), later }
}

/** A repair that runs from the report and may be due before somebody has to be there. */
const repairsAfterArriving: LintRule = (clause, plan) => {
  if (!endsWith(clause, 'ticket.restored') || !startTypes(clause).includes('ticket.reported')) return []
  const shortest = Math.min(...cellsOf(clause.within).map((cell) => elapsedHours(cell) ?? Infinity))
  return Object.values(deadlinesOf(plan)).flatMap((other) => {
    const arrival = longestArrival(other)
    if (!arrival || arrival.hours < shortest || (arrival.hours === shortest && !arrival.later)) return []
    const params = {
      promise: clause.id,
      arrival: other.id,
      limit: formatNamed(clause.within, plan),
      other: formatNamed(other.within, plan),
    }
    return [found('lint-repair-before-arrival', { severity: 'warning', clauses: [clause, other], params })]
  })
}

/** The grade, and what staff set, are known after the report: a condition on them at the opening is judged on what the reporter said. */
const asksWhatIsKnown: LintRule = (clause, plan) => {
  if (clause.when === undefined || !startTypes(clause).includes('ticket.reported')) return []
  const late = Object.values(plan.dimensions).flatMap((dimension) => (dimension.setBy === 'staff' ? [dimension.id] : []))
  const unknown = plan.gradeBy === 'staff' ? ['grade', ...late] : late
  return namesIn(clause.when.cel)
    .filter((name) => unknown.includes(name))
    .map((field) => found('lint-when-later', { severity: 'warning', clauses: [clause], params: { promise: clause.id, field } }))
}

function hasNumber(clause: Clause): boolean {
  if (clause.form !== 'deadline') return clause.form !== 'gate' && clause.form !== 'rule'
  return clause.due !== undefined || cellsOf(clause.within).some((cell) => cell.value.kind === 'scalar')
}

/** Whether a promise is late, due or partly used up never happens where it has no number. */
const hangsOnANumber: LintRule = (clause, plan) =>
  leavesOf(clause.starts ?? clause.due).flatMap((leaf) => {
    if (leaf.kind !== 'promise' && leaf.kind !== 'share') return []
    const state = leaf.kind === 'share' ? `${leaf.percent}%` : leaf.state
    const parent = plan.promises[leaf.promise]
    if (!parent || hasNumber(parent) || !(leaf.kind === 'share' || state === 'broken' || state === 'due')) return []
    const params = { promise: clause.id, on: leaf.promise, state }
    return [found('lint-never-starts', { severity: 'warning', clauses: [clause, parent], params })]
  })

/** Each owner's facts are read by themselves: a promise of another owner is never seen. A cover is: it is followed wherever a clause names it. */
const hangsOnItsOwner: LintRule = (clause, plan) =>
  leavesOf(clause.starts ?? clause.due).flatMap((leaf) => {
    const parent = leaf.kind === 'promise' || leaf.kind === 'share' ? plan.promises[leaf.promise] : undefined
    if (!parent || parent.form === 'cover' || parent.per === clause.per) return []
    const params = { promise: clause.id, owner: clause.per, on: parent.id, otherOwner: parent.per }
    return [found('lint-other-owner', { severity: 'warning', clauses: [clause, parent], params })]
  })

/** A target is there to be met before the limit. */
const aimsBeforeItsLimit: LintRule = (clause) => {
  const limits = new Map(cellsOf(clause.within).map((cell) => [cell.path.join('.'), cell]))
  return cellsOf(clause.target).flatMap((target) => {
    const limit = limits.get(target.path.join('.')) ?? limits.get('')
    const [aimed, most] = [elapsedHours(target), limit && elapsedHours(limit)]
    if (aimed === undefined || most === undefined || aimed < most) return []
    const params = { promise: clause.id, target: formatCell(target), limit: limit ? formatCell(limit) : '' }
    return [found('lint-target-after-limit', { severity: 'warning', clauses: [clause], params })]
  })
}

const sameWords = (one: DeadlineClause, other: DeadlineClause): boolean =>
  canonicalJson([one.starts, one.keptBy, one.when, one.per]) === canonicalJson([other.starts, other.keptBy, other.when, other.per])

/** Two numbers for one thing, always or in a case in which both hold: nobody signs that before a clause's own reading says which one is meant. */
const saysOneNumber: LintRule = (clause, plan) =>
  Object.values(deadlinesOf(plan)).flatMap((other) => {
    if (other.id <= clause.id) return []
    const params = {
      promise: clause.id,
      other: other.id,
      limit: formatNamed(clause.within, plan),
      otherLimit: formatNamed(other.within, plan),
    }
    if (clause.reading !== undefined || other.reading !== undefined) return []
    const together = sameWords(clause, other) || runTogether({ clause, plan }, { clause: other, plan })
    if (!limitsDiffer(clause, other)) {
      if (!together || !hoursDiffer(clause, other)) return []
      return [found('lint-hours-differ', { severity: 'error', clauses: [clause, other], params: { promise: clause.id, other: other.id } })]
    }
    const of = { severity: numbersDiffer(clause, other) ? 'error' : 'question', clauses: [clause, other], params } as const
    if (sameWords(clause, other)) return [found('lint-same-events', of)]
    return together ? [found('lint-events-overlap', of)] : []
  })

const CLAUSE_RULES: readonly LintRule[] = [
  asksForNumbers,
  hangsOnDone,
  hangsOnANumber,
  hangsOnItsOwner,
  repairsAfterArriving,
  asksWhatIsKnown,
  aimsBeforeItsLimit,
  saysOneNumber,
]

/** What every clause is asked, whatever its form. */
const EVERY_CLAUSE = [namesItsSource, showsItsText, asksForTerm, asksForPeriod, asksForBounds] as const

/** Promises that start only when another of the same ring has started: none ever does. */
function findCycles(plan: Plan): Finding[] {
  const waitsFor = (id: string): readonly string[] => {
    const clause = plan.promises[id]
    const leaves = clause ? leavesOf(openingEvent(clause)) : []
    const onPromises = leaves.flatMap((expr) => (expr.kind === 'promise' || expr.kind === 'share' ? [expr.promise] : []))
    return onPromises.length === leaves.length ? onPromises : []
  }
  const ids = Object.keys(plan.promises)
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    waitsFor(from).some((next) => next === to || (!seen.has(next) && (seen.add(next), reaches(next, to, seen))))
  const ring = ids.filter((id) => reaches(id, id))
  return ring.length === 0
    ? []
    : [found('lint-cycle', { severity: 'error', clauses: ring.map((id) => plan.promises[id]!), params: { promises: ring.join(' ') } })]
}

function reasonsOf(clause: Clause): readonly string[] {
  const { pauses, excuses } = asClock(clause)
  const left = clause.form === 'level' ? clause.ignores : clause.form === 'cover' ? clause.excludes : []
  return [...pauses, ...excuses, ...left]
}

/** The conditions of a clause as they are written: of its events, and of its opening. */
export function conditionsOf(clause: Clause): readonly string[] {
  const events = clauseEvents(clause).flatMap(({ event }) => leavesOf(event))
  const where = events.flatMap((leaf) => (leaf.kind === 'fact' && leaf.where ? [leaf.where.cel] : []))
  return [...where, ...openingTests(clause).map(({ cel }) => cel)]
}

/** A reason is used where a clause names it, and where a condition asks for it as a cause: `cause == "human-damage"`. */
function findUnused(plan: Plan): Finding[] {
  const used = new Set(Object.values(plan.promises).flatMap(reasonsOf))
  const asked = [...Object.values(plan.promises).flatMap(conditionsOf), ...plan.charges.flatMap(({ when }) => (when ? [when.cel] : []))]
  return Object.keys(plan.reasons)
    .filter((reason) => !used.has(reason) && !asked.some((cel) => cel.includes(`"${reason}"`)))
    .map((reason) => found('lint-unused-reason', { severity: 'question', clauses: [], params: { reason }, path: `reasons.${reason}` }))
}

/** Every value of a clause that may be a table. */
function valuesOf(clause: Clause): readonly (Value<unknown> | undefined)[] {
  const { within, target, calendar } = asClock(clause)
  const own = clause.form === 'level' ? [clause.atLeast, clause.atMost, clause.target] : clause.form === 'cover' ? [clause.term] : []
  return [within, target, calendar, ...own]
}

function findUnusedDimensions(plan: Plan): Finding[] {
  const values = Object.values(plan.promises).flatMap(valuesOf)
  const tables = values.flatMap((value) => tablesOf<unknown>(value).map(({ table }) => table.by))
  const asked = Object.values(plan.promises).flatMap(conditionNames)
  return Object.keys(plan.dimensions)
    .filter((id) => !tables.includes(id) && !asked.includes(id))
    .map((dimension) =>
      found('lint-unused-dimension', { severity: 'question', clauses: [], params: { dimension }, path: `dimensions.${dimension}` }),
    )
}

function conditionNames(clause: Clause): readonly string[] {
  return conditionsOf(clause).flatMap(namesIn)
}

function askForHours(plan: Plan): Finding[] {
  const open = Object.entries(plan.calendars).filter(([, source]) => 'hours' in source && source.hours === 'unstated')
  return open.map(([calendar]) =>
    found('lint-calendar-unstated', { severity: 'question', clauses: [], params: { calendar }, path: `calendars.${calendar}` }),
  )
}

/** What a line of the charges leaves to the contract. */
function askForPrices({ charges }: Plan): Finding[] {
  return charges.flatMap(({ id, beyondKm, rates }, index) => {
    const ask = (code: string, of: string) => {
      const place = `charges.${id}.${of}`
      return found(code, { severity: 'question', clauses: [], params: { line: index + 1, column: of, place }, path: place })
    }
    const open = CHARGE_COLUMNS.filter((column) => rates[column]?.kind === 'unstated')
    return [
      ...(beyondKm === 'unstated' ? [ask('lint-distance-unstated', 'beyond-km')] : []),
      ...open.map((column) => ask('lint-price-unstated', column)),
    ]
  })
}

/** What clauses of a plan, with the terms merged in, say of one thing without saying which of them is meant. */
export function contradictionsIn(plan: Plan): readonly Finding[] {
  const numbers = Object.values(deadlinesOf(plan)).flatMap((clause) => saysOneNumber(clause, plan))
  return [...numbers, ...coversDiffer(plan), ...lintLevels(plan)].filter(({ severity }) => severity === 'error')
}

/** 方案体检: what a parsed plan should be asked before anybody signs it. */
export function lintPlan(plan: Plan): readonly Finding[] {
  const perClause = Object.values(deadlinesOf(plan)).flatMap((clause) => CLAUSE_RULES.flatMap((rule) => rule(clause, plan)))
  const every = Object.values(plan.promises).flatMap((clause) => EVERY_CLAUSE.flatMap((rule) => rule(clause)))
  const all = [
    ...perClause,
    ...every,
    ...lintForms(plan),
    ...lintNames(plan),
    ...lintOrder(plan),
    ...lintLevels(plan),
    ...findCycles(plan),
    ...askForHours(plan),
    ...askForPrices(plan),
    ...findUnused(plan),
    ...findUnusedDimensions(plan),
  ]
  return all.map((one) => located(one, plan))
}
