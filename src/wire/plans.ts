import { z } from 'zod'
import { PlanFinding, pageOf } from './base.ts'

/** `draft`: nobody has signed it, its text may be replaced. `in-force`: contracts rest on it. `retired`: no new contract may be put under it. */
export const PlanState = z.enum(['draft', 'in-force', 'retired'])
export type PlanState = z.infer<typeof PlanState>

export const PlanRow = z.object({
  ref: z.string(),
  id: z.string(),
  version: z.int(),
  title: z.string(),
  state: PlanState,
  hash: z.string(),
  clauses: z.int(),
  later: z.int(),
  contracts: z.int(),
})
export type PlanRow = z.infer<typeof PlanRow>
export const PlanPage = pageOf(PlanRow)
export type PlanPage = z.infer<typeof PlanPage>

/** `shebei-2nian@1` */
export const PlanRef = z.string().regex(/^[a-z0-9-]{1,60}@\d{1,6}$/)
/** A version of a plan, or its newest: `shebei-2nian@1`, `shebei-2nian`. */
export const PlanParams = z.strictObject({ ref: z.string().regex(/^[a-z0-9-]{1,60}(@\d{1,6})?$/) })
export const PlanVersionParams = z.strictObject({ ref: PlanRef })
export const PlanPairParams = z.strictObject({ ref: PlanRef, other: PlanRef })

/** A place that the plan leaves to the contract; `key` is the term that fills it. */
export const PlanAsk = z.object({
  key: z.string(),
  kind: z.enum(['span', 'calendar', 'hours', 'choice', 'day']),
  /** nobody can count before it is filled; the others are counted and never broken */
  required: z.boolean(),
  choices: z.array(z.string()),
  words: z.string(),
})
export type PlanAsk = z.infer<typeof PlanAsk>

export const PlanDetail = PlanRow.extend({
  yaml: z.string(),
  words: z.array(z.string()),
  findings: z.array(PlanFinding),
  /** what a contract under it is asked for */
  asks: z.array(PlanAsk),
  /** roles that the plan names as owners of clauses or to escalate to: a contract may name its own people for them */
  roles: z.array(z.object({ id: z.string(), name: z.string() })),
  /** all versions of this plan, the newest first */
  versions: z.array(z.object({ ref: z.string(), version: z.int(), state: PlanState })),
})
export type PlanDetail = z.infer<typeof PlanDetail>

/** A plan as text, as its author writes it; the largest of the bundled ones has 15 kB. */
/** What differs between two plans, a sentence each; none where they promise the same. */
export const PlanDifferences = z.object({ words: z.array(z.string()) })
export type PlanDifferences = z.infer<typeof PlanDifferences>

export const PlanText = z.strictObject({ yaml: z.string().min(1).max(200_000) })
export type PlanText = z.infer<typeof PlanText>

/** What a text would be as a plan. `plan` undefined: it is none, and `findings` say why. */
export const CheckedPlan = z.object({
  plan: z.object({ ref: z.string(), title: z.string(), clauses: z.int(), later: z.int() }).optional(),
  findings: z.array(PlanFinding),
})
export type CheckedPlan = z.infer<typeof CheckedPlan>

export const ChangePlan = z.strictObject({ retired: z.boolean() })
export type ChangePlan = z.infer<typeof ChangePlan>

/** `unchanged`: this very text stands already. `kept`: another text stands under this version, and contracts rest on it. */
export const TakenIn = z.enum(['added', 'replaced', 'unchanged', 'kept'])
export const BundledPlans = z.object({ items: z.array(z.object({ ref: z.string(), title: z.string(), taken: TakenIn })) })
export type BundledPlans = z.infer<typeof BundledPlans>
