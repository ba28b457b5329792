import { z } from 'zod'
import { Cursor, Id, Instant, Named, SubjectRef, limit, pageOf, prose } from './base.ts'
import { AttachedFile, Files } from './files.ts'

export const DisputeState = z.enum(['open', 'answered', 'upheld', 'rejected', 'withdrawn'])
export type DisputeState = z.infer<typeof DisputeState>

/** 异议: an objection to an entry or a verdict that is not settled. */
export const RunningDispute = z.object({ id: Id, state: z.enum(['open', 'answered']) })
export type RunningDispute = z.infer<typeof RunningDispute>

const Said = z.object({ by: Named, at: Instant, text: z.string().optional(), files: z.array(AttachedFile).optional() })

/** An objection with what was said to it. */
export const Dispute = z.object({
  id: Id,
  subject: SubjectRef,
  what: z.enum(['fact', 'pause', 'exclusion', 'verdict']),
  /** what is objected to, in one line of the reader's language */
  words: z.string(),
  /** the entry that is objected to */
  fact: Id.optional(),
  /** of the obligation in the API, for a verdict */
  obligation: z.string().optional(),
  side: z.enum(['vendor', 'customer']),
  state: DisputeState,
  ticket: z.object({ id: Id, number: z.string(), title: z.string() }).optional(),
  contract: z.object({ id: Id, number: z.string() }).optional(),
  raised: Said.extend({ evidence: z.string().optional() }),
  answerBy: Instant,
  answered: Said.optional(),
  settled: Said.optional(),
  remedy: z.enum(['void', 'correct', 'waive']).optional(),
  /** what the reader may do now */
  may: z.array(z.enum(['answer', 'settle', 'withdraw'])),
})
export type Dispute = z.infer<typeof Dispute>

/** `running`: open or answered, to be settled. */
export const DisputeQuery = z.strictObject({
  state: z.enum(['running', ...DisputeState.options]).optional(),
  contract: Id.optional(),
  ticket: Id.optional(),
  /** of one's own tickets, or of what one answers for */
  mine: z.literal('yes').optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type DisputeQuery = z.infer<typeof DisputeQuery>
export const DisputePage = pageOf(Dispute)
export type DisputePage = z.infer<typeof DisputePage>

/** With the entries by which it can be put right: the disputed one, or those on which the verdict stands. */
export const DisputeDetail = Dispute.extend({
  entries: z.array(z.object({ id: Id, type: z.string(), words: z.string(), at: Instant, by: Named.optional() })),
})
export type DisputeDetail = z.infer<typeof DisputeDetail>

export const RaiseDispute = z.strictObject({ reason: prose(1_000), evidence: prose(500).optional(), files: Files.optional() })
export type RaiseDispute = z.infer<typeof RaiseDispute>
export const AnswerDispute = z.strictObject({ answer: prose(1_000), files: Files.optional() })
export type AnswerDispute = z.infer<typeof AnswerDispute>

/** Upheld, it is put right at once: the wrong entry void or corrected, or the promise waived. */
export const SettleDispute = z.strictObject({
  outcome: z.enum(['upheld', 'rejected']),
  reason: prose(1_000),
  remedy: z
    .union([
      z.strictObject({ kind: z.literal('void'), of: Id }),
      z.strictObject({
        kind: z.literal('correct'),
        of: Id,
        field: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/),
        from: z.json(),
        to: z.json(),
      }),
      z.strictObject({ kind: z.literal('waive') }),
    ])
    .optional(),
})
export type SettleDispute = z.infer<typeof SettleDispute>
export const WithdrawDispute = z.strictObject({})

export const DisputeChanged = z.object({ id: Id, state: DisputeState, facts: z.array(Id), recordedAt: Instant })
export type DisputeChanged = z.infer<typeof DisputeChanged>
