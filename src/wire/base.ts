import { z } from 'zod'

/** Epoch milliseconds, UTC. */
export const Instant = z.int().min(0).max(8_640_000_000_000_000).meta({ description: 'epoch milliseconds, UTC' })

/** Ids are opaque to a client: letters, digits, `-` and `_`, at most 64. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** `noun/id`, as facts name what they are about; a model is called as its maker calls it. */
export const SubjectRef = z.string().regex(/^([a-z]+\/[A-Za-z0-9_-]{1,64}|model\/\P{Cc}{1,200})(~contract\/[A-Za-z0-9_-]{1,64})?$/u)

export const Locale = z.enum(['zh-CN', 'zh-TW', 'en'])

/** A short line of text as people type it: trimmed, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u)

/** Longer free text: line breaks and tabs allowed, other control characters not (PostgreSQL cannot hold NUL). */
export const prose = (max: number) => z.string().trim().min(1).max(max).regex(PROSE)

export const PROSE = /^(?:[^\p{Cc}]|[\t\n\r])*$/u

/** A mail address: one, alone, without a name or a comment. */
export const Email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u)

/** A value in the query string that counts. */
export const limit = (otherwise: number, max = 200) => z.coerce.number().int().min(1).max(max).default(otherwise)

/** Opaque: what the previous page gave as `next`. */
export const Cursor = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9_-]+$/)

/** A page of a list; `next` undefined means that nothing follows. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: Cursor.optional() })

/** What a person, customer, site … is called where only a name is needed. */
/** A grade as a plan declares it. `text`: what it means, for whoever chooses it. */
export const GradeDefinition = z.object({ id: z.string(), name: z.string(), text: z.string().optional() })

export const Named = z.object({ id: Id, name: z.string() })
export type Named = z.infer<typeof Named>

/** One thing that a plan's text, or a contract's terms, must have put right or should be asked about, with its place in the text. */
export const PlanFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'question']),
  line: z.int(),
  column: z.int(),
  path: z.string(),
  words: z.string(),
  clauses: z.array(z.string()),
  /** what to write instead, where that is plain, each a choice: `find` stands on the finding's line or in its clause */
  proposals: z.array(z.object({ find: z.string(), replace: z.string() })).optional(),
})
export type PlanFinding = z.infer<typeof PlanFinding>

/** Problem details by RFC 9457; `code` is stable, `detail` is a sentence in the user's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  /** the field to correct, as a path in the request: `values.summary` */
  field: z.string().optional(),
  /** every field that is wrong, when more than one is */
  errors: z.array(z.object({ field: z.string(), code: z.string(), detail: z.string() })).optional(),
  /** what a service plan, or a contract's terms, must have put right: each with its place in the text */
  findings: z.array(PlanFinding).optional(),
  /** of a file's part at the wrong place: how much has arrived, where to go on */
  offset: z.int().optional(),
  /** on a version conflict: what you sent against what stands, field by field */
  conflict: z.array(z.object({ field: z.string(), yours: z.unknown(), theirs: z.unknown() })).optional(),
})
export type Problem = z.infer<typeof Problem>

/** The answer to a write that returns nothing but its success. */
export const Done = z.object({ ok: z.literal(true) })
export type Done = z.infer<typeof Done>

/** How many lines a page has made into a file. */
export const LineCount = z.int().min(0).max(1_000_000)

export const IdParams = z.strictObject({ id: Id })
