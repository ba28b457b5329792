import { z } from 'zod'
import { Id, Named, line } from './base.ts'
import { CustomerClass } from './parties.ts'
import { TicketType } from './tickets.ts'

const Code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,59}$/u)
const some = <Item extends z.ZodType>(item: Item) => z.array(item).max(100).optional()

/** What a rule asks of a report; what it does not name it does not ask, of a list any is enough. */
const Conditions = z.strictObject({
  types: some(TicketType),
  categories: some(Code),
  grades: some(Code),
  contracts: some(Id),
  plans: some(Code),
  customerClasses: some(CustomerClass),
})

/** 分派规则: `team`: where it goes; none: it only ranks, and the next rules are asked. `high`: ahead in the queue. */
export const RoutingRule = z.strictObject({ id: Id, name: line(60), when: Conditions, team: Id.optional(), high: z.boolean() })
export type RoutingRule = z.infer<typeof RoutingRule>

const Choice = z.object({ id: z.string(), name: z.string() })

/** `choices`: what the conditions can be about, in the reader's words. */
export const Routing = z.object({
  version: z.int(),
  rules: z.array(RoutingRule),
  otherwise: Id.optional(),
  choices: z.object({
    teams: z.array(Named),
    contracts: z.array(Choice),
    plans: z.array(Choice),
    grades: z.array(Choice),
    categories: z.array(Choice),
  }),
})
export type Routing = z.infer<typeof Routing>

/** All rules in their order; `version` as it was looked at, 0 where nobody has set any yet. */
export const ChangeRouting = z.strictObject({
  version: z.int().min(0),
  rules: z.array(RoutingRule.extend({ id: Id.optional() })).max(100),
  otherwise: Id.nullable(),
})
export type ChangeRouting = z.infer<typeof ChangeRouting>

/** 试一试: a report that nobody made; with `rules`, by those instead of the ones in force. */
export const TryRouting = z.strictObject({
  type: TicketType,
  contract: Id.optional(),
  customer: Id.optional(),
  asset: Id.optional(),
  grade: Code.optional(),
  category: Code.optional(),
  rules: z
    .array(RoutingRule.extend({ id: Id.optional() }))
    .max(100)
    .optional(),
  otherwise: Id.nullable().optional(),
})
export type TryRouting = z.infer<typeof TryRouting>

export const TriedRouting = z.object({
  team: Named.optional(),
  high: z.boolean(),
  /** one sentence a rule that was asked, in order, and the last about what came of it */
  why: z.array(z.string()),
})
export type TriedRouting = z.infer<typeof TriedRouting>
