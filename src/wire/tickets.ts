import { z } from 'zod'
import { Escalated } from './escalations.ts'
import { Cursor, GradeDefinition, Id, Instant, Named, limit, pageOf } from './base.ts'
import { readConditions } from './conditions.ts'
import { readColumns, USUAL } from './ticket-lists.ts'
import { Fact } from './facts.ts'
import { Leading } from './contracts.ts'
import { Tie } from './ties.ts'
import { Clock, Consequence, ExplainedObligation, WaitingClock } from './obligations.ts'

export const TicketType = z.enum([
  'fault',
  'consultation',
  'routine-service',
  'adjustment',
  'parts-exchange',
  'parameter-change',
  'suggestion',
  'pre-sales',
])
export type TicketType = z.infer<typeof TicketType>

export const Channel = z.enum(['phone', 'mail', 'portal', 'qr', 'im', 'visit', 'device'])
export type Channel = z.infer<typeof Channel>

/** The default views of day one; each also has a count. */
export const TicketView = z.enum(['due-soon', 'overdue', 'unassigned', 'mine', 'visit-today', 'paused', 'open', 'closed', 'all'])
export type TicketView = z.infer<typeof TicketView>

export const TicketSort = z.enum(['due', '-due', 'reported', '-reported', 'changed', '-changed'])
export type TicketSort = z.infer<typeof TicketSort>

export const TicketQuery = z.strictObject({
  view: TicketView.default('open'),
  state: z
    .string()
    .regex(/^[a-z-]{1,30}$/)
    .optional(),
  type: TicketType.optional(),
  grade: z.string().max(40).optional(),
  /** a clause whose clock runs, or is paused, on the ticket */
  promise: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
  /** whether a cover was in force when it was reported (质保内, 质保外); what says nothing of covers is neither */
  cover: z.enum(['inside', 'outside']).optional(),
  /** more conditions, all of which hold: `channel:is:phone,reported:since:2026-11-01` */
  where: z
    .string()
    .max(400)
    .transform((text, context) => {
      const read = readConditions(text)
      if (read) return read
      context.addIssue({ code: 'custom', input: text })
      return z.NEVER
    })
    .optional(),
  customer: Id.optional(),
  contract: Id.optional(),
  site: Id.optional(),
  asset: Id.optional(),
  assignee: Id.optional(),
  team: Id.optional(),
  /** words of the title, the number, the customer's or the device's name */
  q: z.string().trim().max(80).optional(),
  sort: TicketSort.default('due'),
  cursor: Cursor.optional(),
  limit: limit(50),
})
export type TicketQuery = z.infer<typeof TicketQuery>

/** The list as a workbook: the same rows in the same order, all of them at once, under the columns that are shown: `due,where,team`. */
export const TicketSheetQuery = TicketQuery.omit({ cursor: true, limit: true }).extend({
  columns: z
    .string()
    .max(200)
    .default(USUAL.join(','))
    .transform((text, context) => {
      const read = readColumns(text)
      if (read) return read
      context.addIssue({ code: 'custom', input: text })
      return z.NEVER
    }),
})
export type TicketSheetQuery = z.infer<typeof TicketSheetQuery>

export const Grade = z.object({ id: z.string(), name: z.string() })

export const TicketRow = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  type: TicketType,
  channel: z.string(),
  state: z.string(),
  version: z.int(),
  customer: Named.optional(),
  site: z.object({ id: Id, name: z.string(), address: z.string().optional(), zone: z.string().optional() }).optional(),
  asset: z.object({ id: Id, name: z.string(), model: z.string().optional(), serial: z.string().optional() }).optional(),
  contract: z.object({ id: Id, number: z.string(), title: z.string() }).optional(),
  /** the staff's grade rules the clocks unless the plan says otherwise; both are kept */
  grade: Grade.optional(),
  customerGrade: Grade.optional(),
  /** ranked ahead by the firm's rules: how the work is arranged, and not the customer's */
  priority: z.literal('high').optional(),
  assignee: Named.optional(),
  team: Named.optional(),
  reportedAt: Instant,
  changedAt: Instant,
  closedAt: Instant.optional(),
  /** the clock that comes first: the nearest open, else the last one broken */
  nearest: Clock.optional(),
  clocks: z.array(Clock),
})
export type TicketRow = z.infer<typeof TicketRow>

export const TicketPage = pageOf(TicketRow).extend({ total: z.int().optional() })
export type TicketPage = z.infer<typeof TicketPage>

/** `counts`: of closed and of all tickets no more than MOST_COUNTED. */
export const TicketViews = z.object({ counts: z.record(TicketView, z.int()), longestOverdueMs: z.int().optional() })
export type TicketViews = z.infer<typeof TicketViews>

/** An action of the ticket's page: allowed, or refused with the sentence that says what is missing. */
export const TicketAction = z.object({
  command: z.string(),
  allowed: z.boolean(),
  code: z.string().optional(),
  refusal: z.string().optional(),
})
export type TicketAction = z.infer<typeof TicketAction>

export const TicketDetail = z.object({
  ticket: TicketRow,
  /** contact shown masked: 139****6027 */
  contact: z.object({ name: z.string().optional(), phone: z.string().optional() }).optional(),
  values: z.record(z.string(), z.json()),
  timeline: z.array(Fact),
  obligations: z.array(ExplainedObligation),
  waiting: z.array(WaitingClock),
  actions: z.array(TicketAction),
  /** the contract's own people: role → person */
  people: z.array(z.object({ role: z.string(), roleName: z.string(), person: Named })),
  plan: z
    .object({
      ref: z.string(),
      title: z.string(),
      hash: z.string(),
      grades: z.array(GradeDefinition),
      /** `pauses`, `excuses`: some clause lets it hold a clock, or excuse one; others exclude from a cover, or only explain a cause */
      reasons: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          evidence: z.boolean(),
          notice: z.boolean(),
          pauses: z.boolean(),
          excuses: z.boolean(),
        }),
      ),
      timezone: z.string(),
      /** what its conditions ask of a judgement beside the cause: only that is worth asking */
      judged: z.array(z.string()),
    })
    .optional(),
  /** who leads in the phase in which its contract is; missing: the plan says nothing of it */
  leading: Leading.optional(),
  /** broken clocks on their way up; of the customer's people none see them */
  escalated: z.array(Escalated),
  /** what comes next if the open clocks break: instant, role and person */
  escalations: z.array(z.object({ promise: z.string(), title: z.string(), at: Instant, to: z.string(), toName: z.string() })),
  /** what rules of the plan have brought about, the newest first */
  consequences: z.array(Consequence),
  /** the cover in force when it was reported, by which its clocks were judged, or `none`; missing: the plan has no covers */
  reportedCover: z.string().optional(),
  /** tickets that belong to it, as far as the reader sees them */
  ties: z.array(Tie),
  watching: z.boolean(),
  watchers: z.array(Named),
  /** hours of the site */
  zone: z.string(),
  asOf: Instant,
})
export type TicketDetail = z.infer<typeof TicketDetail>

export const TicketObligations = z.object({ obligations: z.array(ExplainedObligation), waiting: z.array(WaitingClock), asOf: Instant })
export type TicketObligations = z.infer<typeof TicketObligations>

/** Which clocks a report would start; nothing is written. */
export const ClockPreview = z.object({
  clocks: z.array(
    z.object({
      promise: z.string(),
      title: z.string(),
      text: z.string().optional(),
      dueAt: Instant.optional(),
      provisional: z.boolean(),
      words: z.array(z.string()),
    }),
  ),
  waiting: z.array(WaitingClock),
})
export type ClockPreview = z.infer<typeof ClockPreview>
