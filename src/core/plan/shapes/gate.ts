import { event } from '../event.ts'
import { identifier, needed, object, oneOf, optional, partly, text } from '../shape.ts'
import { escalation, OWNERS } from './clause-parts.ts'

/** The gate form: all its keys, once, for parser and editor. */
export const gate = object({
  per: optional(oneOf(...OWNERS), 'Whose gate it is; default: the noun of before.'),
  before: needed(event, 'What must not happen yet.'),
  needs: optional(event, 'What must have happened first.'),
  allows: optional(text, 'What must be true of the very fact.'),
  when: optional(text, 'Where the gate stands at all.'),
  waive: optional(identifier, 'The role that may let it pass, with a reason.'),
  'on-broken': optional(escalation, 'What follows when it happened all the same.'),
})

export const gatePartly = partly(gate)
export type ReadGate = NonNullable<ReturnType<typeof gatePartly.read>>
