import { identifier, list, needed, object, scalar } from '../shape.ts'
import type { Shape } from '../shape.ts'
import type { OwnerNoun } from '../types.ts'

export const OWNERS: readonly OwnerNoun[] = [
  'ticket',
  'visit',
  'call',
  'loan',
  'rma',
  'asset',
  'component',
  'model',
  'site',
  'contract',
  'customer',
  'event',
  'complaint',
]

export const reasons = list(identifier)

/** What follows a breach: who is told. */
export const escalation = list(object({ escalate: needed(identifier, 'escalation.escalate') }))

/** Where a text stands: `S002-07`, `§ 4.2`, a page number. */
export const sourceText: Shape<string> = scalar(
  'text',
  (written) => (typeof written !== 'boolean' && String(written).trim() !== '' ? String(written) : undefined),
  { type: ['string', 'number'], pattern: '\\S' },
)
