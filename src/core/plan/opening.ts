import type { FactType } from '../fact.ts'
import { namesIn } from './condition.ts'
import { leavesOf } from './event.ts'
import { fieldsOf } from './fields.ts'
import { startTypes } from './rules.ts'
import { deadlinesOf } from './types.ts'
import type { DeadlineClause, Plan } from './types.ts'
import { cellsOf, tablesOf } from './value.ts'

export type OpeningNeed = { readonly fact: FactType; readonly fields: readonly string[] }

type Needs = Map<FactType, Set<string>>

function add(needs: Needs, type: FactType, fields: readonly string[]): void {
  const known = needs.get(type) ?? new Set()
  for (const field of fields) known.add(field)
  needs.set(type, known)
}

function isSetByContract(plan: Plan, id: string): boolean {
  return Object.hasOwn(plan.dimensions, id) && plan.dimensions[id]?.setBy === 'contract'
}

/** The field in which a dimension is told; undefined where the contract sets it, or where it is judged and not told. */
function fieldOf(plan: Plan, dimension: string): string | undefined {
  if (dimension === 'cover') return undefined
  if (dimension === 'grade') return plan.gradeBy === 'customer' ? 'customerGrade' : 'grade'
  return isSetByContract(plan, dimension) ? undefined : dimension
}

function dimensionFields(plan: Plan, clause: DeadlineClause): readonly string[] {
  const tables = [clause.within, clause.target, clause.calendar].flatMap((value) => tablesOf<unknown>(value))
  return tables.flatMap(({ table }) => fieldOf(plan, table.by) ?? [])
}

function travels(clause: DeadlineClause): boolean {
  return [clause.within, clause.target]
    .flatMap((value) => cellsOf(value))
    .some(({ value }) => value.kind === 'scalar' && value.value.travel)
}

/** Where what is asked of a clause's opening is told: a ticket's grade and place with its report, whatever starts the clause; else with what starts it. */
function tellers(clause: DeadlineClause): readonly FactType[] {
  return clause.per === 'ticket' ? ['ticket.reported'] : startTypes(clause)
}

function addClause(needs: Needs, plan: Plan, clause: DeadlineClause): void {
  const starts = startTypes(clause)
  for (const leaf of leavesOf(clause.starts ?? clause.due))
    if (leaf.kind === 'fact') add(needs, leaf.type, leaf.where ? namesIn(leaf.where.cel) : [])
  const dimensions = dimensionFields(plan, clause)
  if (dimensions.length > 0) for (const type of tellers(clause)) add(needs, type, dimensions)
  if (travels(clause)) for (const type of starts.length > 0 ? starts : tellers(clause)) add(needs, type, ['travelMs'])
  for (const name of clause.when ? namesIn(clause.when.cel) : []) {
    if (isSetByContract(plan, name)) continue
    const reported = clause.per === 'ticket' && Object.hasOwn(fieldsOf(plan, 'ticket.reported'), name)
    const own = reported ? [] : starts.filter((type) => Object.hasOwn(fieldsOf(plan, type), name))
    for (const type of own.length > 0 ? own : tellers(clause)) add(needs, type, [name])
  }
}

/**
 * What the facts that open clocks must carry, so that every condition can be judged and every table finds its row: in the order in which the plan
 * first asks. Facts that open a clock and need nothing more are listed too.
 */
export function openingNeeds(plan: Plan): readonly OpeningNeed[] {
  const needs: Needs = new Map()
  for (const clause of Object.values(deadlinesOf(plan))) addClause(needs, plan, clause)
  return [...needs].map(([fact, fields]) => ({ fact, fields: [...fields].sort() }))
}
