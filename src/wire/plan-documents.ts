import { z } from 'zod'
import { Id, Instant, Named } from './base.ts'
import { AttachedFile } from './files.ts'
import { PlanRef } from './plans.ts'

/** A signed document as it was put to a version of a plan. */
export const PlacedDocument = z.object({ id: Id, file: AttachedFile, pages: z.int().optional(), by: Named, at: Instant })
export type PlacedDocument = z.infer<typeof PlacedDocument>

/** A figure in a passage, by its offsets; `stated`: what the passage carries counts by it. */
const PassageFigure = z.object({ from: z.int(), to: z.int(), stated: z.boolean() })

export const PlanPassage = z.object({
  at: z.int(),
  kind: z.enum(['heading', 'paragraph', 'item', 'row']),
  level: z.int(),
  text: z.string(),
  cells: z.array(z.string()).optional(),
  page: z.int().optional(),
  state: z.enum(['carried', 'missed', 'plain', 'none']),
  /** keys of what the plan took from it */
  parts: z.array(z.string()),
  /** the part that says nearly the same with other figures */
  near: z.string().optional(),
  figures: z.array(PassageFigure),
  /** who ruled it; undefined: it is proposed */
  ruled: z.object({ by: Named, at: Instant }).optional(),
})
export type PlanPassage = z.infer<typeof PlanPassage>

export const PlanPart = z.object({
  key: z.string(),
  kind: z.enum([
    'deadline',
    'recurring',
    'level',
    'cover',
    'gate',
    'rule',
    'charge',
    'record-form',
    'channel',
    'role',
    'grade',
    'zone',
    'later',
  ]),
  title: z.string(),
  text: z.string().optional(),
  lines: z.array(z.string()),
  source: z.array(z.string()),
  /** places of the passages that carry it */
  places: z.array(z.int()),
})
export type PlanPart = z.infer<typeof PlanPart>

/** The signed document of a version beside what the plan made of it; without a document there are only the parts. `earlier`: those that it replaced, the last first. */
export const PlanDocument = z.object({
  plan: PlanRef,
  document: PlacedDocument.optional(),
  earlier: z.array(PlacedDocument),
  passages: z.array(PlanPassage),
  parts: z.array(PlanPart),
  counts: z.object({ passages: z.int(), carried: z.int(), missed: z.int(), unseen: z.int(), ruled: z.int() }),
})
export type PlanDocument = z.infer<typeof PlanDocument>

export const PlacePlanDocument = z.strictObject({ file: Id })
export type PlacePlanDocument = z.infer<typeof PlacePlanDocument>

const PartKey = z.string().regex(/^[a-z]{1,20}\.[a-z0-9-]{1,60}$/)
/** `parts`: what each passage carries; none: it carries no promise; null: what is proposed counts again. */
export const RulePassages = z.strictObject({
  document: Id,
  rulings: z
    .array(z.strictObject({ passage: z.int().min(0).max(100_000), parts: z.array(PartKey).max(20).nullable() }))
    .min(1)
    .max(500),
})
export type RulePassages = z.infer<typeof RulePassages>
