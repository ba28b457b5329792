import type { Fact } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { BoundPlan } from './types.ts'
import type { CompiledClause } from './compile.ts'
import type { Run } from './machine.ts'
import type { Instance, SubjectState } from './state.ts'
import { canonicalJson } from '../canonical.ts'
import { sha256Hex } from '../hash.ts'

/*
 * A contract's own record follows its amendments (law 9). Its plan is then a list of editions, each in force from the fact that agreed on it.
 *
 * 1. From the instant of the amendment on, new instances open under the new edition alone; up to it, under the old one alone. What runs stays under the
 *    edition of its opening, with that edition's calendars and conditions, until it ends or a decision moves it (`obligation.moved`).
 * 2. Editions of one clause (the same name) are kin and owe one thing. A recurring clause goes on, counted from the same anchor, with the first occurrence
 *    that falls due after the amendment and after the last one that its kin have opened; its numbers go on. A level goes on with the first window that
 *    begins when its kin's running window is over; one that must hold at every moment is kept up to the amendment and owed anew from it. A deadline that
 *    its kin have opened in this episode is not opened again. A gate, and a rule, judge each deed once: under the edition in force at that instant.
 * 3. What happened before the amendment opens no deadline of the new edition: terms never work backwards. Where the text names an instant that is still to
 *    come (`due: equipment.end - 10d`) the clause is owed from the amendment on.
 * 4. Rights (质保) stay those of the edition that first promised them, as the records of the devices do.
 *
 * The clauses of later editions hear everything from the first fact on and bring nothing until their amendment: so the fold up to it is that of the plan as
 * it stood then, and replay, audit and live are one (law 2).
 */

/** The plan of a contract's record from an amendment on. `amendedBy`: the id of the fact. What its pages read is the newest edition and what only older ones promise. */
export function amendedPlan(before: BoundPlan, agreed: BoundPlan, amendedBy: string): BoundPlan {
  const editions = [...(before.editions ?? [{ bound: before }]), { bound: agreed, amendedBy }]
  const promises = Object.assign({}, ...editions.map(({ bound }) => bound.plan.promises)) as BoundPlan['plan']['promises']
  const hash = sha256Hex(canonicalJson({ editions: editions.map((one) => [one.bound.hash, one.amendedBy ?? null]) }))
  return { ...agreed, plan: { ...agreed.plan, promises }, hash, editions }
}

/** The plan of a record whose running instances may be moved to these versions, which are named by their hashes. */
export function withSuccessors(bound: BoundPlan, more: readonly BoundPlan[]): BoundPlan {
  const { plain = bound } = bound
  const successors = { ...bound.successors, ...Object.fromEntries(more.map((one) => [one.hash, one])) }
  const hash = sha256Hex(canonicalJson({ plan: plain.hash, successors: Object.keys(successors).sort() }))
  return { ...plain, hash, successors, plain }
}

/** The newest of what was agreed: what tickets open under. */
export function newestOf(bound: BoundPlan): BoundPlan {
  return bound.editions?.at(-1)?.bound ?? bound.plain ?? bound
}

/** Does the clause bring anything new at this moment? */
export function isInForce({ state }: Pick<Run, 'state'>, { since, until }: Pick<CompiledClause, 'since' | 'until'>): boolean {
  const { amended = {} } = state
  return (since === undefined || amended[since] !== undefined) && (until === undefined || amended[until] === undefined)
}

/** When the clause's edition began; undefined: with the contract. */
export function inForceSince({ state }: Pick<Run, 'state'>, { since }: Pick<CompiledClause, 'since'>): Instant | undefined {
  return since === undefined ? undefined : state.amended?.[since]
}

/** Instances of a clause in every edition. */
export function kinInstances({ instances }: Pick<SubjectState, 'instances'>, { kin }: Pick<CompiledClause, 'kin'>): Instance[] {
  return instances.filter(({ clause }) => kin.includes(clause))
}

/** The same one in whatever edition it was opened. */
export function kinInstance(
  { instances }: Pick<SubjectState, 'instances'>,
  { kin }: Pick<CompiledClause, 'kin'>,
  episode: number,
): Instance | undefined {
  return instances.find((one) => one.episode === episode && kin.includes(one.clause))
}

/** The highest number that any edition of the clause has given. */
export function lastNumber(state: Pick<SubjectState, 'instances'>, compiled: Pick<CompiledClause, 'kin'>): number {
  return Math.max(0, ...kinInstances(state, compiled).map(({ episode }) => episode))
}

/** The clause in the edition before. */
export function predecessorOf({ plan }: Pick<Run, 'plan'>, { index, kin }: CompiledClause): CompiledClause | undefined {
  const before = kin[kin.indexOf(index) - 1]
  return before === undefined ? undefined : plan.clauses[before]
}

/** The new edition begins: what the contract sets by its terms holds from now on, and each of its clauses takes over. */
export function hearAmended(run: Run, fact: Fact): void {
  const edition = run.plan.bound.editions?.find(({ amendedBy }) => amendedBy === fact.id)
  if (!edition || run.state.amended?.[fact.id] !== undefined) return
  run.state.amended = { ...run.state.amended, [fact.id]: run.now }
  for (const { key, value } of edition.bound.terms)
    if (key.startsWith('dimensions.')) run.state.dimensions[key.slice('dimensions.'.length)] = String(value)
  for (const compiled of run.plan.clauses) if (compiled.since === fact.id) run.forms[compiled.source.form].takesOver?.(run, compiled)
}
