import { z } from 'zod'
import { Id, Instant, Named } from './base.ts'

/** 升级: one broken clock on its way up the roles of its plan, until somebody who was told acknowledges it. */
export const Escalated = z.object({
  id: Id,
  promise: z.string(),
  title: z.string(),
  /** the role that was told last, and the one that is told next */
  role: z.string(),
  nextRole: z.string().optional(),
  toldAt: Instant,
  /** who was told of that role; nobody: it went on at once */
  told: z.array(Named),
  /** who was told before, on lower rungs */
  before: z.array(Named),
  /** when the next role is told, unless somebody acknowledges before */
  nextAt: Instant.optional(),
  state: z.enum(['waiting', 'acknowledged', 'ended']),
  /** who acknowledged, and when; when it ended */
  by: Named.optional(),
  at: Instant.optional(),
  /** the reader was told and can acknowledge it */
  mine: z.boolean(),
})
export type Escalated = z.infer<typeof Escalated>

/** What waits for an acknowledgement, the newest first, with the ticket that it is about. */
export const WaitingEscalations = z.object({
  items: z.array(Escalated.extend({ ticket: z.object({ id: Id, number: z.string(), title: z.string() }) })),
})
export type WaitingEscalations = z.infer<typeof WaitingEscalations>

/** The escalation as it stands after the acknowledgement. */
export const Acknowledged = z.object({ id: Id, by: Named, at: Instant })
export type Acknowledged = z.infer<typeof Acknowledged>

/** 升级设置: how long each role has to acknowledge, and who is told after the roles that a plan names. `version` 0: the product's own. */
export const EscalationSetting = z.object({
  version: z.int(),
  waitMinutes: z.int(),
  further: z.array(z.string()),
  /** the roles that can be told, in the reader's words */
  roles: z.array(Named),
})
export type EscalationSetting = z.infer<typeof EscalationSetting>

export const ChangeEscalationSetting = z.strictObject({
  version: z.int().min(0),
  waitMinutes: z.int().min(1).max(1440),
  further: z.array(Id).max(10),
})
export type ChangeEscalationSetting = z.infer<typeof ChangeEscalationSetting>
