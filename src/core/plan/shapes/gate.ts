import { event } from '../event.ts'
import { identifier, needed, object, optional, partly, text } from '../shape.ts'
import { escalation, owner } from './clause-parts.ts'

/** The gate form: all its keys, once, for parser and editor. */
export const gate = object({
  per: optional(owner, 'gate.per'),
  before: needed(event, 'gate.before'),
  needs: optional(event, 'gate.needs'),
  allows: optional(text, 'gate.allows'),
  when: optional(text, 'gate.when'),
  waive: optional(identifier, 'gate.waive'),
  'on-broken': optional(escalation, 'gate.on-broken'),
})

export const gatePartly = partly(gate)
export type ReadGate = NonNullable<ReturnType<typeof gatePartly.read>>
