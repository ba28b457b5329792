import { z } from 'zod'
import { Cursor, Id, Instant, Named, SubjectRef, limit, pageOf, prose } from './base.ts'
import { AttachedFile, Files } from './files.ts'

export const ReleaseKind = z.enum(['waive', 'excuse'])

/** `waiting`: for a second person. `withdrawn`: taken back, or declared void afterwards. */
export const ReleaseState = z.enum(['waiting', 'in-force', 'refused', 'withdrawn'])
export type ReleaseState = z.infer<typeof ReleaseState>

/** A waiver or an excuse: what it releases, who asked and why, and what a second person said to it. */
export const Release = z.object({
  id: Id,
  kind: ReleaseKind,
  state: ReleaseState,
  subject: SubjectRef,
  promise: z.string(),
  /** short name of the clause */
  title: z.string(),
  /** the clause as signed */
  text: z.string().optional(),
  /** of the obligation in the API; a gate that nobody has come to has none */
  obligation: z.string().optional(),
  ticket: z.object({ id: Id, number: z.string(), title: z.string() }).optional(),
  contract: z.object({ id: Id, number: z.string() }).optional(),
  reason: z.string(),
  evidence: z.string(),
  /** what the evidence is shown by */
  files: z.array(AttachedFile).optional(),
  /** nobody else in the firm had the right: it counted at once, without a second person */
  alone: z.boolean(),
  by: Named,
  at: Instant,
  /** it is the reader's own */
  own: z.boolean(),
  decidedBy: Named.optional(),
  decidedAt: Instant.optional(),
  /** what the second person said to it */
  decision: z.string().optional(),
})
export type Release = z.infer<typeof Release>

export const ReleaseQuery = z.strictObject({
  state: ReleaseState.optional(),
  /** of one's own tickets, or of clauses that one answers for */
  mine: z.literal('yes').optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type ReleaseQuery = z.infer<typeof ReleaseQuery>
export const ReleasePage = pageOf(Release)
export type ReleasePage = z.infer<typeof ReleasePage>

export const AskWaiver = z.strictObject({ reason: prose(500), evidence: prose(500), files: Files.optional() })
export type AskWaiver = z.infer<typeof AskWaiver>

/** `reason`: one of those that the clause accepts, by its id in the plan. */
export const AskExcuse = z.strictObject({
  reason: z.string().regex(/^[a-z][a-z0-9-]{0,79}$/),
  evidence: prose(500),
  files: Files.optional(),
})
export type AskExcuse = z.infer<typeof AskExcuse>

export const ApproveRelease = z.strictObject({ note: prose(500).optional() })
export type ApproveRelease = z.infer<typeof ApproveRelease>
export const RefuseRelease = z.strictObject({ reason: prose(500) })
export type RefuseRelease = z.infer<typeof RefuseRelease>
export const WithdrawRelease = z.strictObject({ reason: prose(500).optional() })
export type WithdrawRelease = z.infer<typeof WithdrawRelease>

export const ReleaseChanged = z.object({ id: Id, state: ReleaseState, facts: z.array(Id), recordedAt: Instant })
export type ReleaseChanged = z.infer<typeof ReleaseChanged>
