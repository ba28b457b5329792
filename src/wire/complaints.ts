import { z } from 'zod'
import { Cursor, Named, limit, pageOf } from './base.ts'
import { Clock } from './obligations.ts'
import { ServiceRow } from './services.ts'

/** 投诉: its record, with whom it is from, whom it is about, who looks after it, how it ended, and its own clocks. */
export const Complaint = ServiceRow.extend({
  customer: Named,
  accused: Named.optional(),
  owner: Named.optional(),
  /** in the reader's words, once it is closed */
  outcome: z.string().optional(),
  clocks: z.array(Clock),
})
export type Complaint = z.infer<typeof Complaint>

export const ComplaintQuery = z.strictObject({
  state: z.enum(['open', 'closed', 'all']).default('open'),
  /** those that one looks after oneself */
  mine: z.literal('yes').optional(),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type ComplaintQuery = z.infer<typeof ComplaintQuery>
export const ComplaintPage = pageOf(Complaint)
export type ComplaintPage = z.infer<typeof ComplaintPage>
