import type { FactType, Json } from '../../src/core/fact.ts'
import { compileCondition, contraryOf, namesIn } from '../../src/core/plan/condition.ts'
import type { Fields } from '../../src/core/plan/fields.ts'
import { fieldsOf, openingFields } from '../../src/core/plan/fields.ts'
import type { Plan, Test } from '../../src/core/plan/types.ts'

export type Values = Readonly<Record<string, Json>>

const HOUR_MS = 3_600_000
const LITERAL = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g

/** What a field could say so that a condition turns on it: the words that the condition names and one that it does not, yes and no, none and some. */
function candidates(cel: string, type: Fields[string] | undefined, name: string): readonly Json[] {
  // whom a contract names, by role
  if (name === 'people') return [...cel.matchAll(/"([a-z-]+)" in people/g)].map(([, role]) => ({ [role!]: [] }))
  if (type === 'bool') return [true, false]
  if (type === 'dyn') return [HOUR_MS, 0]
  return [...[...cel.matchAll(LITERAL)].map(([, one, other]) => one ?? other ?? ''), 'other']
}

/** Values that meet a condition, found by trying what it names; undefined: it has none, or asks what cannot be said. */
function meet(cel: string, about: string, fields: Fields): Values | undefined {
  const compiled = compileCondition(cel, fields)
  if (!compiled.ok) return undefined
  let found: readonly Values[] = [{}]
  for (const name of namesIn(about))
    found = found.flatMap((values) => candidates(about, fields[name], name).map((value) => ({ ...values, [name]: value })))
  return found.find((values) => compiled.judge(values))
}

/** What a fact of this type says where all these conditions are met. */
export function saying(plan: Plan, type: FactType, tests: readonly (Test | undefined)[]): Values | undefined {
  const cel = tests.flatMap((one) => (one ? [`(${one.cel})`] : [])).join(' && ')
  return cel === '' ? {} : meet(cel, cel, fieldsOf(plan, type))
}

/** What it says where the first condition is met and the second one is not. */
export function sayingNot(
  plan: Plan,
  type: FactType,
  { where, not }: { readonly where: Test | undefined; readonly not: Test },
): Values | undefined {
  const parts = [...(where ? [`(${where.cel})`] : []), contraryOf(not.cel)]
  return meet(parts.join(' && '), `${where?.cel ?? ''} ${not.cel}`, fieldsOf(plan, type))
}

/** What an opening must stand on so that a clause's `when` holds. */
export function standingOn(plan: Plan, when: Test | undefined, starts: readonly FactType[]): Values {
  return when ? (meet(when.cel, when.cel, openingFields(plan, starts)) ?? {}) : {}
}
