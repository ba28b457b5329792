import { z } from 'zod'
import { Id, Instant } from './base.ts'

/** How another ticket belongs to this one, seen from here. */
export const TieKind = z.enum(['merged-into', 'merged-here', 'split-from', 'split-off', 'related'])
export type TieKind = z.infer<typeof TieKind>

export const Tie = z.object({
  kind: TieKind,
  ticket: z.object({ id: Id, number: z.string(), title: z.string(), state: z.string() }),
  fact: Id,
  at: Instant,
  /** why it was merged, in the words of who did it */
  reason: z.string().optional(),
})
export type Tie = z.infer<typeof Tie>

/** What a ticket, or a report while it is written, is held against. `words`: title and description as far as they are typed. */
export const AlikeQuery = z.strictObject({
  customer: Id,
  asset: Id.optional(),
  site: Id.optional(),
  words: z.string().trim().max(500).default(''),
  /** the ticket itself, which is not like itself */
  ticket: Id.optional(),
})
export type AlikeQuery = z.infer<typeof AlikeQuery>

/** What makes it alike. */
export const AlikeBecause = z.enum(['device', 'device-words', 'model', 'model-words', 'words'])
export type AlikeBecause = z.infer<typeof AlikeBecause>

export const Duplicate = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  state: z.string(),
  reportedAt: Instant,
  asset: z.string().optional(),
  because: AlikeBecause,
})
export type Duplicate = z.infer<typeof Duplicate>

export const SolvedCase = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  closedAt: Instant,
  model: z.string().optional(),
  because: AlikeBecause,
  /** how it was put right, as it was written down */
  solution: z.string().optional(),
})
export type SolvedCase = z.infer<typeof SolvedCase>

/** Open tickets of the customer that may be the same, and closed ones of the same model or words with their solution; the likest first. */
export const Alike = z.object({ duplicates: z.array(Duplicate), cases: z.array(SolvedCase) })
export type Alike = z.infer<typeof Alike>
