import { z } from 'zod'
import { CellProblem, SheetCount, SheetGist } from './sheets.ts'

/** The tables that a firm's basic data are imported from. */
export const MasterDataSheets = z.object({ sheets: z.array(SheetGist) })
export type MasterDataSheets = z.infer<typeof MasterDataSheets>

/** Where a line says otherwise than is recorded. `recorded` undefined: nothing is. It stays as it is recorded. */
export const MasterDataDifference = z.object({
  file: z.string(),
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  said: z.string(),
  recorded: z.string().optional(),
})
export type MasterDataDifference = z.infer<typeof MasterDataDifference>

/** What the files would bring, or have brought: `fresh` lines are added, what is `there` stays as it is. With problems nothing is written. */
export const MasterDataResult = z.object({
  counts: z.array(SheetCount),
  differences: z.array(MasterDataDifference),
  problems: z.array(CellProblem),
})
export type MasterDataResult = z.infer<typeof MasterDataResult>
