import type { Locale } from '../words.ts'
import { FORM_NAMES } from './clause.ts'
import { explainClause } from './explain.ts'
import { entriesUnder, plain, under } from './node.ts'
import type { Entry, PlanNode } from './node.ts'
import type { Finding, Form, Plan } from './types.ts'

/** A clause as it stands in a text that is still being written. `words`: how it is read aloud; none while it cannot be read. */
export type OutlinedClause = {
  readonly id: string
  readonly line: number
  readonly form: Form | undefined
  readonly title: string | undefined
  readonly text: string | undefined
  readonly source: readonly string[]
  readonly words: readonly string[]
}

/** What is written under a key, if it is a line of text. */
function said(node: PlanNode, key: string): string | undefined {
  const below = under(node, key)
  return below?.kind === 'scalar' && below.value !== null ? String(below.value) : undefined
}

function sources(node: PlanNode): readonly string[] {
  const below = under(node, 'source')
  return below?.kind === 'seq' ? below.items.map((one) => String(plain(one))) : []
}

type Sketch = { readonly plan: Plan; readonly findings: readonly Finding[] }

function outlined({ key, at, value }: Entry, { plan, findings }: Sketch, locale: Locale): OutlinedClause {
  const broken = findings.some((one) => one.severity === 'error' && !one.code.startsWith('lint-') && one.clauses.includes(key))
  const clause = Object.hasOwn(plan.promises, key) && !broken ? plan.promises[key] : undefined
  return {
    id: key,
    line: at.line,
    form: FORM_NAMES.find((form) => under(value, form) !== undefined),
    title: said(value, 'title'),
    text: said(value, 'text'),
    source: sources(value),
    words: clause ? explainClause(plan, clause, locale) : [],
  }
}

/** All clauses of a text in its order, each in words as far as it can be read: a slip in one leaves the others standing. */
export function outlinePlan(root: PlanNode, sketch: Sketch, locale: Locale): readonly OutlinedClause[] {
  return entriesUnder(root, 'promises').map((entry) => outlined(entry, sketch, locale))
}
