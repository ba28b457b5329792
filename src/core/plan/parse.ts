import { HOLIDAY_LISTS } from '../calendar/holidays-cn.ts'
import { readCalendar } from '../calendar/check.ts'
import type { CalendarSource } from '../calendar/calendar.ts'
import { buildClause, statesOwner } from './build.ts'
import { clause as clauseShape, FORM_NAMES, planFile } from './clause.ts'
import type { ReadPlanFile } from './clause.ts'
import type { Channel, PlanRole, RecordForm } from './forms.ts'
import { entriesUnder, keyAt, nodeAt, plain, under } from './node.ts'
import type { MapNode, PlanNode } from './node.ts'
import { ownerOf } from './owner.ts'
import { placesIn } from './places.ts'
import { checkPlan } from './rules.ts'
import type { Report } from './shape.ts'
import { chargeLine } from './shapes/sections.ts'
import type { Clause, Dimension, Finding, Plan, Position } from './types.ts'

export type Parsed =
  | { readonly ok: true; readonly plan: Plan; readonly findings: readonly Finding[] }
  | {
      readonly ok: false
      readonly findings: readonly Finding[]
      /** what could be read of it all the same: to show the clauses that are well while another is being written */
      readonly sketch?: Plan
    }

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

/** Clauses are read one by one, so that a mistake in one leaves the findings of the others standing. */
function readClauses(root: PlanNode, report: Report): Record<string, Clause> {
  const promises: Record<string, Clause> = {}
  const stated = new Set<string>()
  for (const { key, at, value } of entriesUnder(root, 'promises')) {
    const path = `promises.${key}`
    const read = clauseShape.readPartly(value, path, report)
    const built = buildClause(key, read, { ...at, path })
    const forms = FORM_NAMES.filter((form) => under(value, form))
    const here = { node: { kind: 'scalar', at, value: key }, path } as const
    if (forms.length === 0 && value.kind === 'map') report('no-form', here, { promise: key })
    if (forms.length > 1) report('two-forms', here, { promise: key, forms: forms.join(' ') })
    if (statesOwner(read)) stated.add(key)
    if (built) promises[key] = built
  }
  return Object.fromEntries(Object.entries(promises).map(([id, clause]) => [id, { ...clause, per: ownerOf(id, { promises, stated }) }]))
}

function byId<Read, One>(read: Readonly<Record<string, Read>> | undefined, make: (id: string, one: Read) => One): Record<string, One> {
  return Object.fromEntries(Object.entries(read ?? {}).map(([id, one]) => [id, make(id, one)]))
}

/** The sections that are data: record forms, lines, roles, charges. */
function buildSections(read: Partial<ReadPlanFile>): Pick<Plan, 'charges' | 'forms' | 'channels' | 'roles'> {
  return {
    charges: (read.charges ?? []).map(chargeLine),
    forms: byId(read.forms, (id, one): RecordForm => ({
      id,
      name: one.name,
      fields: one.fields.map((field) => ({ ...field, choices: field.choices ?? [], required: field.required ?? false })),
      signedBy: one['signed-by'],
      text: one.text,
      source: one.source ?? [],
    })),
    channels: byId(read.channels, (id, one): Channel => ({
      ...one,
      id,
      calendar: one.calendar ?? 'always',
      text: one.text,
      source: one.source ?? [],
    })),
    roles: byId(read.roles, (id, one): PlanRole => ({
      id,
      name: one.name,
      side: one.side ?? 'vendor',
      leads: one.leads ?? [],
      may: one.may ?? [],
      duties: one.duties,
      text: one.text,
      source: one.source ?? [],
    })),
  }
}

/** What is called by no name of its own carries none: plans of before stay as they were, to the byte. */
function readDimension(id: string, { name, values, 'set-by': setBy }: NonNullable<ReadPlanFile['dimensions']>[string]): Dimension {
  const names = values.flatMap((one) => (one.name === undefined ? [] : [[one.id, one.name] as const]))
  return {
    id,
    ...(name === undefined ? {} : { name }),
    values: values.map((one) => one.id),
    ...(names.length === 0 ? {} : { names: Object.fromEntries(names) }),
    setBy,
  }
}

function buildPlan(read: Partial<ReadPlanFile>, { calendars, promises }: Pick<Plan, 'calendars' | 'promises'>, root: PlanNode): Plan {
  const reasons = Object.entries(read.reasons ?? {}).map(([id, one]) => [
    id,
    { id, name: one.name, evidence: one.evidence === 'required', notice: one.notice, limit: one.limit },
  ])
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
    dimensions: byId(read.dimensions, readDimension),
    ...(read.words ? { words: read.words } : {}),
    reasons: Object.fromEntries(reasons),
    later: (read.later ?? []).map((one, index) => ({ ...one, at: at(index) })),
    ...buildSections(read),
    places: placesIn(root),
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
  return { ok: false, sketch: plan, findings: findings.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column) }
}
