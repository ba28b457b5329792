import { z } from 'zod'
import { Id, Instant, Named, SubjectRef } from './base.ts'
import { ObligationState } from './obligations.ts'
import { CellProblem, SheetCount, SheetGist } from './sheets.ts'

/**
 * One thing that is owed. `when`: late already; due by the end of tomorrow; within thirty days; later, or without a number. `comes`: it has not begun yet, and
 * will fall due within thirty days.
 */
export const Owed = z.object({
  subject: SubjectRef,
  promise: z.string(),
  episode: z.int(),
  title: z.string(),
  text: z.string().optional(),
  /** whose it is, in words */
  of: z.string(),
  ticket: Id.optional(),
  dueAt: Instant.optional(),
  state: ObligationState,
  comes: z.boolean(),
  when: z.enum(['late', 'tomorrow', 'month', 'later']),
})
export type Owed = z.infer<typeof Owed>

/** Due before the taking over: no obligation here. `doneAt`: that it was done, and when, is known. */
export const Past = z.object({
  subject: SubjectRef,
  promise: z.string(),
  episode: z.int(),
  title: z.string(),
  of: z.string(),
  dueAt: Instant.optional(),
  doneAt: Instant.optional(),
})
export type Past = z.infer<typeof Past>

const Ahead = { owed: z.array(Owed), past: z.array(Past), asOf: Instant }

/** What an import would bring, or has brought. With problems nothing is imported, and what would be owed is not worked out. */
export const ImportResult = z.object({ counts: z.array(SheetCount), problems: z.array(CellProblem), ...Ahead })
export type ImportResult = z.infer<typeof ImportResult>

export const Cutover = z.object({
  contract: z.object({ id: Id, number: z.string(), title: z.string() }),
  /** the day of taking over; undefined: the contract names none, and nothing can be imported */
  day: z.string().optional(),
  sheets: z.array(SheetGist),
  imports: z.array(
    z.object({
      at: Instant,
      by: Named.optional(),
      files: z.array(z.object({ id: Id, name: z.string().optional() })),
      counts: z.array(z.object({ name: z.string(), lines: z.int() })),
    }),
  ),
  ...Ahead,
})
export type Cutover = z.infer<typeof Cutover>
