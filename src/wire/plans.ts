import { z } from 'zod'
import { pageOf } from './base.ts'

export const PlanFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'question']),
  line: z.int(),
  column: z.int(),
  path: z.string(),
  words: z.string(),
  clauses: z.array(z.string()),
})
export type PlanFinding = z.infer<typeof PlanFinding>

export const PlanRow = z.object({
  ref: z.string(),
  id: z.string(),
  version: z.int(),
  title: z.string(),
  hash: z.string(),
  clauses: z.int(),
  later: z.int(),
  contracts: z.int(),
})
export type PlanRow = z.infer<typeof PlanRow>
export const PlanPage = pageOf(PlanRow)
export type PlanPage = z.infer<typeof PlanPage>

/** `shebei-2nian@1` */
export const PlanRef = z.string().regex(/^[a-z0-9-]{1,60}@\d{1,6}$/)
export const PlanParams = z.strictObject({ ref: PlanRef })

export const PlanDetail = PlanRow.extend({ yaml: z.string(), words: z.array(z.string()), findings: z.array(PlanFinding) })
export type PlanDetail = z.infer<typeof PlanDetail>
