import type { Over } from '../forms.ts'
import { event } from '../event.ts'
import { measure } from '../measure.ts'
import { identifier, needed, object, oneOf, optional, partly } from '../shape.ts'
import type { Shape } from '../shape.ts'
import { duration, value } from '../value.ts'
import { escalation, OWNERS, reasons } from './clause-parts.ts'
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
  per: optional(oneOf(...OWNERS), 'Whose number it is; default: the contract.'),
  measure: needed(
    measure,
    'What is measured: count FACT, time EVENT to EVENT, mean FIELD of FACT, planned, stock.on-hand, joined by + - /.',
  ),
  over: needed(over, 'Over which time: now, month, quarter, year, contract-year, 30d.'),
  starts: optional(event, 'From when it is measured.'),
  until: optional(event, 'Until when it is measured.'),
  'at-least': optional(value(bound), 'Never below: 3%, 0.98, 2.'),
  'at-most': optional(value(bound), 'Never above.'),
  target: optional(value(bound), 'Shown and measured, never broken.'),
  calendar: optional(value(identifier), 'In which hours it is measured.'),
  ignores: optional(reasons, 'Facts with these reasons do not count.'),
  excuses: optional(reasons, 'Reasons that excuse a window.'),
  'on-broken': optional(escalation, 'What follows.'),
})

export const levelPartly = partly(level)
export type ReadLevel = NonNullable<ReturnType<typeof levelPartly.read>>
