import { HOLIDAY_LISTS } from '../calendar/holidays-cn.ts'
import { readCalendar } from '../calendar/check.ts'
import type { CalendarSource } from '../calendar/calendar.ts'
import { clause as clauseShape, isLaterForm, planFile } from './clause.ts'
import type { ReadClause, ReadPlanFile } from './clause.ts'
import { entriesUnder, keyAt, nodeAt, plain, under } from './node.ts'
import type { MapNode, PlanNode } from './node.ts'
import { ownerOf } from './owner.ts'
import { checkPlan } from './rules.ts'
import type { Report } from './shape.ts'
import type { Clause, DeadlineClause, EventExpr, Finding, Plan, Position } from './types.ts'

export type Parsed =
  | { readonly ok: true; readonly plan: Plan; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

function reporter(findings: Finding[]): Report {
  return (code, { node, path }, params = {}) => {
    findings.push({ code, severity: 'error', at: { ...node.at, path }, params, clauses: clausesOf(path) })
  }
}

function clausesOf(path: string): readonly string[] {
  const id = /^promises\.([a-z0-9-]+)/.exec(path)?.[1]
  return id === undefined ? [] : [id]
}

/** Keys written twice: YAML would silently keep one of them. */
function reportDoubles(node: PlanNode, path: string, report: Report): void {
  if (node.kind === 'seq') for (const [index, item] of node.items.entries()) reportDoubles(item, `${path}[${index}]`, report)
  if (node.kind !== 'map') return
  const seen = new Map<string, number>()
  for (const entry of node.entries) {
    const below = path === '' ? entry.key : `${path}.${entry.key}`
    const first = seen.get(entry.key)
    if (first === undefined) seen.set(entry.key, entry.at.line)
    else report('key-twice', { node: { kind: 'scalar', at: entry.at, value: entry.key }, path: below }, { key: entry.key, line: first })
    reportDoubles(entry.value, below, report)
  }
}

function readCalendars(root: PlanNode, report: Report): Record<string, CalendarSource> {
  const calendars: Record<string, CalendarSource> = {}
  for (const { key, value } of entriesUnder(root, 'calendars')) {
    // what is no map at all has been told by the shape of the file
    if (value.kind !== 'map') continue
    const read = readCalendar(plain(value), Object.keys(HOLIDAY_LISTS))
    if (read.ok) calendars[key] = read.source
    else
      for (const problem of read.problems) {
        const steps = problem.path.split(/[.[\]]+/).filter(Boolean)
        const path = `calendars.${key}${problem.path && `.${problem.path}`}`
        // a wrong name is told where the name stands, a wrong value where the value does
        const isName = problem.code === 'unknown-key' || (problem.code === 'unknown-day' && steps[0] === 'weekly')
        const node = isName ? keyAt(value, steps) : nodeAt(value, steps)
        report(`calendar.${problem.code}`, { node, path }, { ...problem.params, path })
      }
  }
  return calendars
}

function headOf(
  id: string,
  read: Partial<ReadClause>,
  at: Position,
): Omit<DeadlineClause, 'form' | keyof NonNullable<ReadClause['deadline']> | 'keptBy' | 'onBroken'> {
  return {
    id,
    at,
    title: read.title,
    text: read.text,
    source: read.source ?? [],
    reading: read.reading,
    owedBy: read['owed-by'] ?? 'vendor',
    owner: read.owner,
  }
}

/** Stands for an event that could not be read; a plan with one is never handed out. */
const MISSING: EventExpr = { kind: 'any', of: [] }

function buildClause(id: string, read: Partial<ReadClause>, at: Position): Clause | undefined {
  const body = read.deadline
  if (!body) return undefined
  return {
    ...headOf(id, read, at),
    form: 'deadline',
    starts: body.starts,
    due: body.due,
    keptBy: body['kept-by'] ?? MISSING,
    unless: body.unless,
    when: body.when === undefined ? undefined : { cel: body.when },
    within: body.within,
    target: body.target,
    calendar: body.calendar ?? { kind: 'scalar', value: 'always' },
    pauses: body.pauses ?? [],
    excuses: body.excuses ?? [],
    per: body.per ?? 'ticket',
    regrade: body.regrade ?? 'retroactive',
    reopen: body.reopen ?? 'new',
    onBroken: body['on-broken'] ?? [],
  }
}

/** Clauses are read one by one, so that a mistake in one leaves the findings of the others standing; a form that is still to come is told by name. */
function readClauses(root: PlanNode, report: Report): Record<string, Clause> {
  const promises: Record<string, Clause> = {}
  const stated = new Set<string>()
  for (const { key, at, value } of entriesUnder(root, 'promises')) {
    const path = `promises.${key}`
    const form = value.kind === 'map' ? value.entries.find((entry) => isLaterForm(entry.key)) : undefined
    if (form) {
      report(
        'form-later',
        { node: { kind: 'scalar', at: form.at, value: form.key }, path: `${path}.${form.key}` },
        { form: form.key, promise: key },
      )
      continue
    }
    const read = clauseShape.readPartly(value, path, report)
    const built = buildClause(key, read, { ...at, path })
    if (read.deadline?.per) stated.add(key)
    if (built) promises[key] = built
    else if (value.kind === 'map' && !under(value, 'deadline'))
      report('no-form', { node: { kind: 'scalar', at, value: key }, path }, { promise: key })
  }
  return Object.fromEntries(Object.entries(promises).map(([id, clause]) => [id, { ...clause, per: ownerOf(id, { promises, stated }) }]))
}

function buildPlan(read: Partial<ReadPlanFile>, { calendars, promises }: Pick<Plan, 'calendars' | 'promises'>, root: PlanNode): Plan {
  const reasons = Object.entries(read.reasons ?? {}).map(([id, one]) => [
    id,
    { id, name: one.name, evidence: one.evidence === 'required', notice: one.notice, limit: one.limit },
  ])
  const dimensions = Object.entries(read.dimensions ?? {}).map(([id, one]) => [id, { id, values: one.values, setBy: one['set-by'] }])
  const at = (index: number): Position => ({ ...nodeAt(root, ['later', index]).at, path: `later[${index}]` })
  return {
    id: read.plan ?? '',
    title: read.title ?? '',
    version: read.version ?? 1,
    timezone: read.timezone ?? '',
    calendars,
    promises,
    grades: read.grades ?? [],
    gradeBy: read['grade-by'] ?? 'staff',
    zones: read.zones ?? [],
    dimensions: Object.fromEntries(dimensions),
    reasons: Object.fromEntries(reasons),
    later: (read.later ?? []).map((one, index) => ({ ...one, at: at(index) })),
    charges: [],
    forms: {},
    channels: {},
    roles: {},
  }
}

/** Everything but the clauses: those are read by `readClauses`, so here the shape of `promises` is any map. */
function withoutClauses(root: PlanNode): PlanNode {
  if (root.kind !== 'map') return root
  const entries = root.entries.map((entry) =>
    entry.key === 'promises' && entry.value.kind === 'map' ? { ...entry, value: { ...entry.value, entries: [] } satisfies MapNode } : entry,
  )
  return { ...root, entries }
}

/**
 * A plan from positioned data. All findings come at once, each with line, column and path; a plan is there only when none of them is an error.
 */
export function parsePlan(root: PlanNode): Parsed {
  const findings: Finding[] = []
  const report = reporter(findings)
  reportDoubles(root, '', report)
  const read = planFile.readPartly(withoutClauses(root), '', report)
  const plan = buildPlan(read, { calendars: readCalendars(root, report), promises: readClauses(root, report) }, root)
  checkPlan(plan, root, report)
  if (findings.length === 0) return { ok: true, plan, findings }
  return { ok: false, findings: findings.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column) }
}
