import { canonicalJson } from '../canonical.ts'
import { sha256Hex } from '../hash.ts'
import { coverZone } from '../promise/cover/term.ts'
import type { BoundPlan } from '../promise/types.ts'
import { parseDay } from '../time/civil.ts'
import { instantOf } from '../time/zone.ts'
import { chargeFields } from '../charge/fields.ts'
import { compileCondition, contraryOf } from './condition.ts'
import type { Judge } from './condition.ts'
import { clauseEvents, openingTests } from './clause-events.ts'
import { leavesOf } from './event.ts'
import { fieldsOf, openingFields } from './fields.ts'
import type { Fields } from './fields.ts'
import { startTypes } from './rules.ts'
import { mergeTerms } from './terms.ts'
import type { Clause, Finding, Plan, Term } from './types.ts'

export type Bound = { readonly ok: true; readonly bound: BoundPlan } | { readonly ok: false; readonly findings: readonly Finding[] }

function finding(code: string, path: string, params: Finding['params']): Finding {
  return { code, severity: 'error', at: { line: 1, column: 1, path }, params, clauses: [] }
}

/** What must be filled in before anybody can count with the plan. */
function openQuestions(plan: Plan, terms: readonly Term[]): Finding[] {
  const calendars = Object.entries(plan.calendars).filter(([, source]) => 'hours' in source && source.hours === 'unstated')
  const unset = Object.values(plan.dimensions).filter(
    ({ id, setBy }) => setBy === 'contract' && !terms.some((term) => term.key === `dimensions.${id}`),
  )
  return [
    ...calendars.map(([calendar]) => finding('calendar-unstated', `calendars.${calendar}`, { calendar })),
    ...unset.map(({ id, values }) => finding('dimension-unset', `dimensions.${id}`, { dimension: id, known: values.join(' ') })),
  ]
}

type Condition = { readonly cel: string; readonly fields: Fields }

function conditionsOf(plan: Plan, clause: Clause): Condition[] {
  const events = clauseEvents(clause).flatMap(({ event }) => leavesOf(event))
  const where = events.flatMap((expr) =>
    expr.kind === 'fact' && expr.where ? [{ cel: expr.where.cel, fields: fieldsOf(plan, expr.type) }] : [],
  )
  return [...where, ...openingTests(clause).map(({ cel }) => ({ cel, fields: openingFields(plan, startTypes(clause)) }))]
}

/** A line of the charges is judged both ways: what a bill does not know yet is asked and never taken for no. */
function chargeConditions(plan: Plan): Condition[] {
  const fields = chargeFields(plan)
  return plan.charges.flatMap(({ when }) => (when ? [when.cel, contraryOf(when.cel)].map((cel) => ({ cel, fields })) : []))
}

/** One judge a text: a text asked of several facts is judged over all their fields. */
function compileTests(plan: Plan): Map<string, Judge> {
  const fields = new Map<string, Fields>()
  const clauses = Object.values(plan.promises).flatMap((clause) => conditionsOf(plan, clause))
  for (const one of [...clauses, ...chargeConditions(plan)]) fields.set(one.cel, { ...fields.get(one.cel), ...one.fields })
  const tests = new Map<string, Judge>()
  for (const [cel, known] of fields) {
    const compiled = compileCondition(cel, known)
    // the parser has refused every condition that does not compile
    if (!compiled.ok) throw new Error(`a condition of ${plan.id} does not compile: ${cel}`)
    tests.set(cel, compiled.judge)
  }
  return tests
}

/** The merged plan's own text: without the places in its file, which are not part of what was agreed. */
function withoutPlaces(plan: Plan): unknown {
  const promises = Object.fromEntries(Object.entries(plan.promises).map(([id, clause]) => [id, { ...clause, at: undefined }]))
  return { ...plan, promises, later: plan.later.map((one) => ({ ...one, at: undefined })), places: undefined }
}

/** Hash over plan, terms and what the calendars count: what derive read, whatever machine it ran on. */
export function boundHash(plan: Plan, terms: readonly Term[], calendars: BoundPlan['calendars']): string {
  const hashes = Object.fromEntries(Object.entries(calendars).map(([id, calendar]) => [id, calendar.hash]))
  return sha256Hex(canonicalJson({ plan: withoutPlaces(plan), terms, calendars: hashes }))
}

/** The midnight with which the day of taking over begins, where the plan is. */
function cutOverIn(plan: Plan, terms: readonly Term[], calendars: BoundPlan['calendars']): BoundPlan['cutOver'] {
  const value = terms.find(({ key }) => key === 'cut-over')?.value
  const day = typeof value === 'string' ? parseDay(value) : undefined
  return day === undefined ? undefined : instantOf(coverZone({ plan, calendars }), day, 0)
}

export type BindInput = {
  /** as it was signed */
  readonly plan: Plan
  readonly terms: readonly Term[]
  /** of the plan with its terms merged, compiled or pinned */
  readonly calendars: BoundPlan['calendars']
}

/** The plan with its terms, once nothing that must be known is open; calendars are compiled from it. */
export function agreedPlan(
  plan: Plan,
  terms: readonly Term[],
): { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly findings: readonly Finding[] } {
  const merged = mergeTerms(plan, terms)
  if (!merged.ok) return merged
  const open = openQuestions(merged.plan, terms)
  return open.length > 0 ? { ok: false, findings: open } : merged
}

/**
 * A plan ready to derive with: the contract's terms merged in, conditions compiled, hashed.
 * Refused with findings where a term has no place or something that must be known is left open.
 */
export function bindPlan({ plan, terms, calendars }: BindInput): Bound {
  const agreed = agreedPlan(plan, terms)
  if (!agreed.ok) return agreed
  const hash = boundHash(agreed.plan, terms, calendars)
  return {
    ok: true,
    bound: {
      plan: agreed.plan,
      terms,
      hash,
      cutOver: cutOverIn(agreed.plan, terms, calendars),
      ref: `${plan.id}@${plan.version}`,
      calendars,
      tests: compileTests(agreed.plan),
    },
  }
}
