import { z } from 'zod'
import { Id } from './base.ts'

/** The files that are imported, or tried out: workbooks or texts, each uploaded whole. */
export const ImportFiles = z.strictObject({ files: z.array(Id).min(1).max(10) })
export type ImportFiles = z.infer<typeof ImportFiles>

/** What is wrong in one cell, row or table. `row` 1 is the first; `words`: why, and what to do. */
export const CellProblem = z.object({
  file: z.string(),
  sheet: z.string(),
  row: z.int().optional(),
  column: z.string().optional(),
  value: z.string().optional(),
  words: z.string(),
})
export type CellProblem = z.infer<typeof CellProblem>

/** Lines of one table: new ones, and such as were imported before. */
export const SheetCount = z.object({ sheet: z.string(), name: z.string(), fresh: z.int(), there: z.int() })
export type SheetCount = z.infer<typeof SheetCount>

/** A table as its template has it. */
export const SheetGist = z.object({
  id: z.string(),
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), required: z.boolean() })),
})
export type SheetGist = z.infer<typeof SheetGist>
