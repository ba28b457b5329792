import { sha256Hex } from '../core/hash.ts'
import { lintPlan } from '../core/plan/lint.ts'
import type { PlanNode } from '../core/plan/node.ts'
import type { Finding, Plan } from '../core/plan/types.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Tx } from './database/pool.ts'
import { compileCalendars } from './plan-binding.ts'
import { loadPlan } from './plan-file.ts'
import { holdPlan, planRef, replacePlan, savePlan } from './store/plan.ts'

/** A plan as its text says it, with all that is to be asked about it; `plan` undefined: the text is none, and the findings say where and why. */
export type Examined = {
  readonly plan: Plan | undefined
  /** what can be counted with, where it only contradicts itself */
  readonly readable: Plan | undefined
  readonly findings: readonly Finding[]
  /** the text as a tree, and what could be read of it, where it is YAML at all */
  readonly draft?: { readonly root: PlanNode; readonly sketch: Plan }
}

/** Hours that are left to the contract are a question of the check before signing: they are compiled once somebody fills them in. */
function stated(plan: Plan): Plan {
  const calendars = Object.entries(plan.calendars).filter(([, source]) => !('hours' in source) || source.hours !== 'unstated')
  return { ...plan, calendars: Object.fromEntries(calendars) }
}

/** Warnings and questions leave a plan a plan; what never could be kept or counted does not. */
export function examinePlan(yaml: string): Examined {
  const parsed = loadPlan(yaml)
  const sketch = parsed.ok ? parsed.plan : parsed.sketch
  const draft = parsed.root && sketch ? { draft: { root: parsed.root, sketch } } : {}
  if (!parsed.ok) return { plan: undefined, readable: undefined, findings: parsed.findings, ...draft }
  const compiled = compileCalendars(stated(parsed.plan))
  const findings = compiled.ok ? [...parsed.findings, ...lintPlan(parsed.plan)] : compiled.findings
  const plan = findings.some((one) => one.severity === 'error') ? undefined : parsed.plan
  return { plan, readable: compiled.ok ? parsed.plan : undefined, findings, ...draft }
}

/** `unchanged`: this very text stands already; `kept`: another text stands under this version, and contracts rest on it. */
export type TakenIn = 'added' | 'replaced' | 'unchanged' | 'kept'

/** Takes a plan version into a firm, in a transaction. What contracts rest on is never changed: another text is another version. */
export async function takeInPlan(
  tx: Tx,
  { plan, yaml, at }: { readonly plan: Plan; readonly yaml: string; readonly at: Instant },
): Promise<TakenIn> {
  const fresh = { plan, yaml, hash: sha256Hex(yaml), at }
  const before = await holdPlan(tx, planRef(plan), 'to change it')
  if (before === undefined) return (await savePlan(tx, fresh)) ? 'added' : 'kept'
  if (before.hash === fresh.hash) return 'unchanged'
  return (await replacePlan(tx, fresh)) ? 'replaced' : 'kept'
}
