import type { Over } from '../forms.ts'
import { event } from '../event.ts'
import { measure } from '../measure.ts'
import { identifier, needed, object, optional, partly } from '../shape.ts'
import type { Shape } from '../shape.ts'
import { duration, value } from '../value.ts'
import { escalation, owner, reasons } from './clause-parts.ts'
import { bound } from './scalars.ts'

const NAMED = ['now', 'month', 'quarter', 'year', 'contract-year'] as const

const over: Shape<Over> = {
  schema: { anyOf: [{ enum: NAMED }, duration.schema] },
  read(node, path, report) {
    const named = NAMED.find((one) => node.kind === 'scalar' && node.value === one)
    return named ?? duration.read(node, path, report)
  },
}

/** The level form: all its keys, once, for parser and editor. */
export const level = object({
  per: optional(owner, 'level.per'),
  measure: needed(measure, 'level.measure'),
  over: needed(over, 'level.over'),
  starts: optional(event, 'level.starts'),
  until: optional(event, 'level.until'),
  'at-least': optional(value(bound), 'level.at-least'),
  'at-most': optional(value(bound), 'level.at-most'),
  target: optional(value(bound), 'level.target'),
  calendar: optional(value(identifier), 'level.calendar'),
  ignores: optional(reasons, 'level.ignores'),
  excuses: optional(reasons, 'level.excuses'),
  'on-broken': optional(escalation, 'level.on-broken'),
})

export const levelPartly = partly(level)
export type ReadLevel = NonNullable<ReturnType<typeof levelPartly.read>>
