import type { Json } from '../../../core/fact.ts'
import { dimensionName, dimensionValue } from '../../../core/plan/plan-names.ts'
import type { DeadlineClause, EventExpr, Plan, Term } from '../../../core/plan/types.ts'
import { deadlinesOf } from '../../../core/plan/types.ts'
import { dueCalculator } from '../../../core/promise/due.ts'
import type { BoundPlan, Obligation } from '../../../core/promise/types.ts'
import { eventWords, sayWhy, whyContext } from '../../../core/promise/why.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Locale } from '../../../core/words.ts'
import type { TriedDue, TriedDues, TryCase, TryDimension, TryDue } from '../../../wire/plans.ts'
import { withTenant } from '../../database/pool.ts'
import { findPlans } from '../../store/contract-queries.ts'
import { bindWithZones } from '../../plan-binding.ts'
import { examinePlan } from '../../plan-intake.ts'
import { recordMissing, refuseFindings } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

type Case = { readonly start: Instant; readonly data: { readonly [key: string]: Json } }

/** A dimension that the contract sets is the contract's term. */
function termsOf(plan: Plan, data: TryCase['data']): readonly Term[] {
  return Object.values(plan.dimensions).flatMap(({ id, setBy }) =>
    setBy === 'contract' && data[id] !== undefined ? [{ key: `dimensions.${id}`, value: data[id], source: id }] : [],
  )
}

/** Whether a clock runs from the report itself, with or without a condition on it. */
function startsWithReport(event: EventExpr | undefined): boolean {
  if (event?.kind === 'any') return event.of.some(startsWithReport)
  return event?.kind === 'fact' && event.type === 'ticket.reported'
}

/** The deadline at whose end this one begins; undefined where it hangs on something else. */
function hangsOn(event: EventExpr | undefined, plan: Plan): string | undefined {
  if (event?.kind !== 'promise' || (event.state !== 'done' && event.state !== 'kept')) return undefined
  return plan.promises[event.promise]?.form === 'deadline' ? event.promise : undefined
}

/** Asks one deadline after the other; one that hangs on another is counted from the last instant at which that may be done. */
class Trial {
  readonly #bound: BoundPlan
  readonly #case: Case
  readonly #locale: Locale
  readonly #asked = new Map<string, TriedDue>()

  constructor(bound: BoundPlan, tried: Case, locale: Locale) {
    this.#bound = bound
    this.#case = tried
    this.#locale = locale
  }

  ask(clause: DeadlineClause, above: readonly string[] = []): TriedDue {
    const known = this.#asked.get(clause.id)
    if (known) return known
    const answer = this.#answer(clause, above)
    this.#asked.set(clause.id, answer)
    return answer
  }

  #answer(clause: DeadlineClause, above: readonly string[]): TriedDue {
    const { plan } = this.#bound
    const event = clause.starts ?? clause.due
    const on = hangsOn(event, plan)
    const before = on === undefined || above.includes(on) ? undefined : this.ask(deadlinesOf(plan)[on]!, [...above, clause.id])
    const startAt = before?.dueAt ?? this.#case.start
    const obligation = dueCalculator(this.#bound, clause.id)?.(startAt, this.#case.data)
    return {
      promise: clause.id,
      title: clause.title ?? clause.id,
      opens: obligation !== undefined,
      startAt,
      ...(event && !startsWithReport(event) ? { from: eventWords(event, plan, this.#locale) } : {}),
      ...(before?.dueAt === undefined ? {} : { after: before.title }),
      ...(obligation?.dueAt === undefined ? {} : { dueAt: obligation.dueAt }),
      provisional: obligation?.provisional ?? false,
      why: obligation ? this.#why(obligation) : [],
    }
  }

  #why(obligation: Obligation): string[] {
    return sayWhy(obligation, whyContext(this.#bound, obligation), this.#locale)
  }
}

/** By what the due times of a plan go: its grades and zones by their names, and its own dimensions. */
export function tryDimensions(plan: Plan): TryDimension[] {
  const named = [
    { id: 'grade', name: undefined, values: plan.grades },
    { id: 'zone', name: undefined, values: plan.zones },
    ...Object.values(plan.dimensions).map(({ id, values }) => ({
      id,
      name: dimensionName(plan, id),
      values: values.map((value) => ({ id: value, name: dimensionValue(plan, id, value) })),
    })),
  ]
  return named
    .filter(({ values }) => values.length > 0)
    .map(({ id, name, values }) => ({ id, name, values: values.map((one) => ({ id: one.id, name: one.name })) }))
}

function triedDues(plan: Plan, { start, data }: TryCase, locale: Locale): TriedDues | Refused {
  const bound = bindWithZones(plan, termsOf(plan, data))
  if (!bound.ok) return refuseFindings(bound.findings)
  const told: Record<string, Json> = { type: 'fault', ...data }
  if (data.grade !== undefined) told.customerGrade = data.grade
  const trial = new Trial(bound.bound, { start, data: told }, locale)
  return { timezone: plan.timezone, items: Object.values(deadlinesOf(bound.bound.plan)).map((clause) => trial.ask(clause)) }
}

/** When would each deadline of this text be due, for a fault told then and there? By the engine that counts live; nothing is written. */
export function tryDue({ body, locale }: Call<'plan.manage', undefined, undefined, TryDue>): TriedDues | Refused {
  const { readable, findings } = examinePlan(body.yaml)
  return readable ? triedDues(readable, body, locale) : refuseFindings(findings)
}

/** The same of a version that stands, for whoever may read it. */
export async function tryPlanDue({
  http,
  caller,
  params,
  body,
  locale,
}: Call<'plan.read', { readonly ref: string }, undefined, TryCase>): Promise<TriedDues | Refused> {
  const [row] = await withTenant(http.services.pool, caller.tenant, (tx) => findPlans(tx, caller, { ref: params.ref }))
  return row ? triedDues(row.parsed, body, locale) : recordMissing()
}
