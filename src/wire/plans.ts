import { z } from 'zod'
import { PLACE_KINDS } from '../core/plan/open-places.ts'
import { Cursor, Id, Instant, limit, line, Named, PlanFinding, PROSE, pageOf } from './base.ts'

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
/** A record form of a plan, as the plan calls it. */
export const FormId = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/)
export const PlanFormParams = z.strictObject({ ref: PlanRef, form: FormId })
export const PlanPairParams = z.strictObject({ ref: PlanRef, other: PlanRef })

/** A place that the plan leaves to the contract; `key` is the term that fills it. */
export const PlanAsk = z.object({
  key: z.string(),
  kind: z.enum(PLACE_KINDS),
  /** nobody can count before it is filled; the others are counted and never broken */
  required: z.boolean(),
  choices: z.array(z.string()),
  /** the same in words, where they are names of the plan's own: calendars by their hours */
  choiceNames: z.array(z.string()).optional(),
  words: z.string(),
  /** the clause as it was signed */
  text: z.string().optional(),
  /** what comes of leaving it open */
  unfilled: z.string().optional(),
})
export type PlanAsk = z.infer<typeof PlanAsk>

const PROMISE_FORM = z.enum(['deadline', 'recurring', 'level', 'cover', 'gate', 'rule'])

/** A promise as a row of a table, each column in words; an empty one says that its form has no such part. */
export const PlanTableRow = z.object({
  id: z.string(),
  title: z.string(),
  form: PROMISE_FORM,
  text: z.string().optional(),
  starts: z.string(),
  within: z.array(z.string()),
  calendar: z.array(z.string()),
  follows: z.array(z.string()),
  source: z.array(z.string()),
  words: z.array(z.string()),
})
export type PlanTableRow = z.infer<typeof PlanTableRow>

/** `name`: of a dimension of the plan's own; grade and zone are called alike everywhere */
const TryDimension = z.object({
  id: z.string(),
  name: z.string().optional(),
  values: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type TryDimension = z.infer<typeof TryDimension>

/** By what the due times of a plan go, for trying one out. */
const PlanTries = z.object({ timezone: z.string(), dimensions: z.array(TryDimension) })

export const PlanDetail = PlanRow.extend({
  yaml: z.string(),
  words: z.array(z.string()),
  table: z.array(PlanTableRow),
  tries: PlanTries,
  findings: z.array(PlanFinding),
  /** what a contract under it is asked for */
  asks: z.array(PlanAsk),
  /** roles that the plan names as owners of clauses or to escalate to: a contract may name its own people for them */
  roles: z.array(z.object({ id: z.string(), name: z.string() })),
  /** its record forms, in its order */
  forms: z.array(z.object({ id: FormId, name: z.string(), fields: z.int() })),
  /** all versions of this plan, the newest first */
  versions: z.array(z.object({ ref: z.string(), version: z.int(), state: PlanState })),
})
export type PlanDetail = z.infer<typeof PlanDetail>

/** A plan as text, as its author writes it; the largest of the bundled ones has 15 kB. */
/** What differs between two plans, a sentence each; none where they promise the same. */
export const PlanDifferences = z.object({ words: z.array(z.string()) })
export type PlanDifferences = z.infer<typeof PlanDifferences>

const PlanYaml = z.string().min(1).max(200_000)
export const PlanText = z.strictObject({ yaml: PlanYaml })
export type PlanText = z.infer<typeof PlanText>
/** The pages of the annex as one SVG picture, letters as shapes. */
export const PlanPreview = z.object({ picture: z.string() })
export type PlanPreview = z.infer<typeof PlanPreview>

/** `draft`: the working copy that it comes from, which is done with when the version is taken in. */
export const AddPlan = z.strictObject({ yaml: PlanYaml, draft: Id.optional() })
export type AddPlan = z.infer<typeof AddPlan>

/** A clause as it stands in a text that is being written; `words`: how it is read aloud, none while it cannot be read. */
export const OutlinedClause = z.object({
  id: z.string(),
  line: z.int(),
  form: PROMISE_FORM.optional(),
  title: z.string().optional(),
  text: z.string().optional(),
  source: z.array(z.string()),
  words: z.array(z.string()),
})
export type OutlinedClause = z.infer<typeof OutlinedClause>

/** A text beside a version of a plan. */
export const CompareText = z.strictObject({ yaml: PlanYaml, other: PlanRef })
export type CompareText = z.infer<typeof CompareText>

/** A fault, told at an instant: what does a plan promise? `data`: the value of each dimension that it goes by. */
export const TryCase = z.strictObject({
  start: Instant.max(7_258_118_400_000),
  data: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,40}$/), line(60)).refine((data) => Object.keys(data).length <= 20),
})
export type TryCase = z.infer<typeof TryCase>

/** The same of a text that is being written. */
export const TryDue = TryCase.extend({ yaml: PlanYaml })
export type TryDue = z.infer<typeof TryDue>

/**
 * One deadline's answer. `from`: what it runs from, in words, where that is not the report itself. `after`: the deadline that it hangs on, taken as
 * done at the last instant; `startAt`: from when it was counted. `dueAt` undefined: it does not open, or has no number.
 */
export const TriedDue = z.object({
  promise: z.string(),
  title: z.string(),
  opens: z.boolean(),
  startAt: Instant,
  from: z.string().optional(),
  after: z.string().optional(),
  dueAt: Instant.optional(),
  provisional: z.boolean(),
  why: z.array(z.string()),
})
export type TriedDue = z.infer<typeof TriedDue>
export const TriedDues = z.object({ timezone: z.string(), items: z.array(TriedDue) })
export type TriedDues = z.infer<typeof TriedDues>

/** A working copy of a plan's text. `base`: the version from which it began. */
export const PlanDraft = z.object({
  id: Id,
  version: z.int(),
  title: z.string(),
  base: PlanRef.optional(),
  yaml: z.string(),
  by: Named,
  changedAt: Instant,
})
export type PlanDraft = z.infer<typeof PlanDraft>
export const PlanDraftRow = PlanDraft.omit({ yaml: true })
export type PlanDraftRow = z.infer<typeof PlanDraftRow>
export const PlanDraftPage = pageOf(PlanDraftRow)
export type PlanDraftPage = z.infer<typeof PlanDraftPage>
export const PlanDraftsQuery = z.strictObject({ cursor: Cursor.optional(), limit: limit(50) })
export type PlanDraftsQuery = z.infer<typeof PlanDraftsQuery>

const DraftYaml = z.string().max(200_000).regex(PROSE)
/**
 * Begun from a text, from a version (its text as the next one, or as it stands where nobody has signed it), from a plan that comes with the product,
 * or from the bare frame of one.
 */
export const AddPlanDraft = z.strictObject({
  yaml: DraftYaml.optional(),
  base: PlanRef.optional(),
  bundled: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
})
export type AddPlanDraft = z.infer<typeof AddPlanDraft>
export const ChangePlanDraft = z.strictObject({ version: z.int().min(1), yaml: DraftYaml })
export type ChangePlanDraft = z.infer<typeof ChangePlanDraft>

/** What a text would be as a plan. `plan` undefined: it is none, and `findings` say why. */
export const CheckedPlan = z.object({
  plan: z.object({ ref: z.string(), title: z.string(), clauses: z.int(), later: z.int() }).optional(),
  findings: z.array(PlanFinding),
  /** every clause in its order, as far as it can be read; none where the text is no YAML */
  clauses: z.array(OutlinedClause).optional(),
  /** by what its due times go, for trying one out */
  asks: PlanTries.optional(),
})
export type CheckedPlan = z.infer<typeof CheckedPlan>

export const ChangePlan = z.strictObject({ retired: z.boolean() })
export type ChangePlan = z.infer<typeof ChangePlan>

/** The plans that come with the product. */
export const BundledList = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) })
export type BundledList = z.infer<typeof BundledList>

/** `unchanged`: this very text stands already. `kept`: another text stands under this version, and contracts rest on it. */
export const TakenIn = z.enum(['added', 'replaced', 'unchanged', 'kept'])
export const BundledPlans = z.object({ items: z.array(z.object({ ref: z.string(), title: z.string(), taken: TakenIn })) })
export type BundledPlans = z.infer<typeof BundledPlans>
