import { z } from 'zod'
import { Cursor, Id, Instant, Named, limit, pageOf, prose } from './base.ts'
import { RunningDispute } from './disputes.ts'
import { Imported } from './facts.ts'
import { FormId } from './plans.ts'
import { AttachedFile, Files } from './files.ts'

/** What a step says: field id → value, as core/service/vocabulary.ts lists them. */
const Values = z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/), z.json())
/** What stands in the record forms that a step names: form → field → answer, as the plan defines them. */
const Forms = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,79}$/), z.record(z.string().regex(/^[a-z][A-Za-z0-9-]{0,79}$/), z.json()))
const FactTypeText = z.string().regex(/^[a-z]+\.[a-z-]{1,40}$/)

const happened = { occurredAt: Instant.optional(), lateReason: prose(500).optional(), lateEvidence: prose(500).optional() }

/**
 * A first step: under a ticket, or under a contract; or as part of another record, whose ticket and contract it has: the work on a device that was sent in,
 * the papers for an announced event. `asset` is the device that it speaks of.
 */
export const RecordService = z.strictObject({
  type: FactTypeText,
  partOf: Id.optional(),
  contract: Id.optional(),
  ticket: Id.optional(),
  site: Id.optional(),
  asset: Id.optional(),
  values: Values.default({}),
  forms: Forms.optional(),
  files: Files.optional(),
  ...happened,
})
export type RecordService = z.infer<typeof RecordService>

/** The next step of a record that is there. */
export const ContinueService = z.strictObject({
  type: FactTypeText,
  values: Values.default({}),
  forms: Forms.optional(),
  files: Files.optional(),
  ...happened,
  expectedVersion: z.int().min(0).optional(),
})
export type ContinueService = z.infer<typeof ContinueService>

/** 更正: the step as it should read, in the place of the one that stands, which is void with this reason. `lateEvidence`: where it is long ago. */
export const CorrectService = z.strictObject({
  fact: Id,
  reason: prose(500),
  values: Values.default({}),
  forms: Forms.optional(),
  files: Files.optional(),
  occurredAt: Instant.optional(),
  lateEvidence: prose(500).optional(),
  expectedVersion: z.int().min(0).optional(),
})
export type CorrectService = z.infer<typeof CorrectService>

/** `conflicts`: what of it nobody could see coming is nothing to refuse; `kept`: promises that this very step kept. */
export const ServiceChanged = z.object({
  id: Id,
  noun: z.string(),
  phase: z.string(),
  version: z.int(),
  fact: Id,
  recordedAt: Instant,
})
export type ServiceChanged = z.infer<typeof ServiceChanged>

/** A record form as a plan defines it. */
const FormField = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['text', 'number', 'date', 'instant', 'yes-no', 'choice', 'person', 'asset', 'photo', 'signature', 'list']),
  choices: z.array(z.string()),
  required: z.boolean(),
})
export const FilledFormParams = z.strictObject({ id: Id, fact: Id, form: FormId })
export const FormDefinition = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string().optional(),
  signedBy: z.enum(['customer', 'staff', 'both']).optional(),
  fields: z.array(FormField),
})
export type FormDefinition = z.infer<typeof FormDefinition>

/** `pictures`: photos, or a signature that was drawn. */
const Said = z.object({ field: z.string(), label: z.string(), words: z.string(), pictures: z.array(AttachedFile).optional() })

const Entry = z.object({
  fact: Id,
  type: FactTypeText,
  words: z.string(),
  at: Instant,
  by: Named.optional(),
  /** entered long after it happened: it turns no verdict until another person approves it */
  late: z.boolean(),
  approvedBy: Named.optional(),
  voided: z.boolean(),
  /** somebody objects to it and that is not settled */
  dispute: RunningDispute.optional(),
  imported: Imported.optional(),
  /** what it says, as it was sent: by which it is put right */
  answers: z.object({ values: Values, forms: Forms }),
  /** what it says, each in words */
  said: z.array(Said),
  /** the record forms that were filled in with it */
  forms: z.array(z.object({ id: z.string(), name: z.string(), said: z.array(Said) })),
  /** beside those that stand in its forms */
  files: z.array(AttachedFile).optional(),
})

/** A service record: what was done, step by step, and what may come next. */
export const ServiceRow = z.object({
  id: Id,
  noun: z.string(),
  title: z.string(),
  phase: z.string(),
  version: z.int(),
  contract: z.object({ id: Id, number: z.string() }).optional(),
  ticket: z.object({ id: Id, number: z.string() }).optional(),
  site: Named.optional(),
  asset: Named.optional(),
  /** the record that it is part of */
  partOf: Named.optional(),
  openedAt: Instant,
  entries: z.array(Entry),
  next: z.array(FactTypeText),
})
export type ServiceRow = z.infer<typeof ServiceRow>

export const ServiceQuery = z.strictObject({
  contract: Id.optional(),
  ticket: Id.optional(),
  /** of a device, by itself or under its tickets */
  asset: Id.optional(),
  noun: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .optional(),
  /** all but these */
  except: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type ServiceQuery = z.infer<typeof ServiceQuery>
export const ServicePage = pageOf(ServiceRow)
export type ServicePage = z.infer<typeof ServicePage>

/** One occurrence that is still to be done, or was missed and can be made up for. */
export const Occurrence = z.object({
  promise: z.string(),
  title: z.string(),
  number: z.int(),
  from: Instant,
  until: Instant,
  state: z.enum(['open', 'paused', 'broken']),
  checklist: z.array(z.string()),
  /** where it is to be done, where the plan says so for each site or device */
  site: Named.optional(),
  asset: Named.optional(),
  /** the steps that do it */
  types: z.array(FactTypeText),
})
export type Occurrence = z.infer<typeof Occurrence>

/** What the plan of a contract listens to: what is worth recording under it, with the values by which its conditions tell one from another. */
const Hours = z.object({ start: Instant, end: Instant })

/** 排班 of a contract over the days to come: by each clause that promises somebody on duty, who is there, and when nobody is. */
export const Roster = z.object({
  from: Instant,
  until: Instant,
  desks: z.array(
    z.object({
      promise: z.string(),
      title: z.string(),
      /** where: a role or a line of the plan; none: anywhere */
      desk: Named.optional(),
      atLeast: z.number(),
      shifts: z.array(Hours.extend({ record: Id, person: Named })),
      gaps: z.array(Hours),
    }),
  ),
})
export type Roster = z.infer<typeof Roster>

export const ServiceTasks = z.object({
  types: z.array(z.object({ type: FactTypeText, heard: z.boolean() })),
  values: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  checklists: z.array(Named),
  /** the record forms of the plan, in its order */
  forms: z.array(FormDefinition),
  /** roles and lines of the plan: where somebody can be on duty */
  desks: z.array(Named),
  /** step → field → words that are known: of the plan, of devices, of earlier records; any other is as good */
  words: z.record(z.string(), z.record(z.string(), z.array(z.object({ id: z.string(), name: z.string() })))),
  /** the classes of devices that the plan declares, the lowest first */
  classes: z.array(z.string()),
  occurrences: z.array(Occurrence),
})
export type ServiceTasks = z.infer<typeof ServiceTasks>
