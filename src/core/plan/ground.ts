import { compileCondition } from './condition.ts'
import type { Declared } from './declared.ts'
import type { Fields } from './fields.ts'
import { nearest } from './nearest.ts'
import type { PlanNode } from './node.ts'
import type { Report } from './shape.ts'
import type { Clause, Plan } from './types.ts'

export type Path = readonly (string | number)[]

/** What a rule looks at: the plan, and where things stand in the file. `at` gives the node of a path below a clause. */
export type Ground = {
  readonly plan: Plan
  readonly declared: Declared
  readonly at: (path: Path) => { readonly node: PlanNode; readonly path: string }
  /** the place of the key itself and not of what stands behind it */
  readonly key: (path: Path) => { readonly node: PlanNode; readonly path: string }
  readonly report: Report
}
export type Rule = (clause: Clause, ground: Ground) => void

/** A place below a clause's form, as the plan file names it. */
export function inClause(clause: Clause, key: string, ...rest: Path): Path {
  return ['promises', clause.id, clause.form, key, ...rest]
}

export function reportUnknownPromise({ declared, report }: Ground, place: ReturnType<Ground['at']>, promise: string): void {
  const near = nearest(promise, declared.promises)
  if (near) report('unknown-promise-near', place, { promise, near })
  else report('unknown-promise', place, { promise, known: declared.promises.join(' ') })
}

export function reportUnknownCover({ declared, report }: Ground, place: ReturnType<Ground['at']>, cover: string): void {
  report('unknown-cover', place, { cover, known: declared.covers.join(' ') || '—' })
}

export function checkCondition(
  { cel, fields }: { readonly cel: string; readonly fields: Fields },
  place: { readonly node: PlanNode; readonly path: string },
  report: Report,
): void {
  const checked = compileCondition(cel, fields)
  if (checked.ok) return
  const known = Object.keys(fields).join(' ') || '—'
  report(checked.problem, place, { condition: cel, known, field: checked.problem === 'condition-unknown-field' ? checked.field : '' })
}
