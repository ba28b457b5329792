import { z } from 'zod'
import { Cursor, Id, Instant, Named, SubjectRef, limit, pageOf, prose } from './base.ts'
import { RunningDispute } from './disputes.ts'
import { AttachedFile } from './files.ts'

export const FactSource = z.enum(['hand', 'phone', 'mail', 'device', 'import', 'system'])

/** How a back-filled entry (补录) stands: it turns a verdict only after another person approved it. */
export const Backfill = z.object({
  lateMs: z.int(),
  reason: z.string().optional(),
  evidence: z.string().optional(),
  approved: z.object({ by: Named.optional(), at: Instant }).optional(),
})
export type Backfill = z.infer<typeof Backfill>

/** 导入: from which line of which file, and what it was numbered there. */
export const Imported = z.object({ file: Named, sheet: z.string(), row: z.int(), number: z.string().optional() })
export type Imported = z.infer<typeof Imported>

export const Fact = z.object({
  id: Id,
  seq: z.int(),
  subject: SubjectRef,
  also: z.array(SubjectRef),
  type: z.string(),
  occurredAt: Instant,
  recordedAt: Instant,
  source: FactSource,
  by: Named.optional(),
  data: z.record(z.string(), z.json()),
  /** free text and personal data that stand beside the fact and can be erased: field → text */
  texts: z.record(z.string(), z.string()),
  /** its evidence, as far as the reader may read it */
  files: z.array(AttachedFile).optional(),
  /** the fact in words of the user's language, one line */
  words: z.string(),
  backfill: Backfill.optional(),
  imported: Imported.optional(),
  /** how it contradicts what the ticket was at that moment, in words: shown to a person, never refused */
  conflict: z.string().optional(),
  corrected: z.array(z.object({ fact: Id, field: z.string(), from: z.json().optional(), to: z.json().optional(), at: Instant })).optional(),
  voided: z.object({ fact: Id, at: Instant }).optional(),
  /** somebody objects to it and that is not settled */
  dispute: RunningDispute.optional(),
  /** on a ticket's page: it was recorded on this other ticket, which is merged into the one that is read */
  from: z.object({ id: Id, number: z.string() }).optional(),
  /** `internal` notes are never shown to a customer */
  visibility: z.enum(['all', 'internal']),
})
export type Fact = z.infer<typeof Fact>

/** `own: yes`: only facts that are about the subject first of all, not those that name it as well. */
export const FactQuery = z.strictObject({
  subject: SubjectRef,
  own: z.enum(['yes', 'no']).default('no'),
  cursor: Cursor.optional(),
  limit: limit(100),
})
export type FactQuery = z.infer<typeof FactQuery>
export const FactPage = pageOf(Fact)
export type FactPage = z.infer<typeof FactPage>

export const ApproveFact = z.strictObject({ note: prose(500).optional() })
export type ApproveFact = z.infer<typeof ApproveFact>

/** `from` must be what the fact says now, so that two people cannot correct past each other. `field` may be `occurredAt`. */
export const CorrectFact = z.strictObject({
  field: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/),
  from: z.json(),
  to: z.json(),
  reason: prose(500),
})
export type CorrectFact = z.infer<typeof CorrectFact>

export const VoidFact = z.strictObject({ reason: prose(500) })
export type VoidFact = z.infer<typeof VoidFact>

/** What a recorded fact answers with. */
export const Recorded = z.object({ facts: z.array(Id), position: z.int(), recordedAt: Instant })
export type Recorded = z.infer<typeof Recorded>
