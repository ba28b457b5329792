import { identifier, list, needed, object, oneOf, scalar } from '../shape.ts'
import type { Shape } from '../shape.ts'
import type { OwnerNoun } from '../types.ts'

const OWNERS: readonly OwnerNoun[] = [
  'ticket',
  'visit',
  'loan',
  'rma',
  'asset',
  'model',
  'site',
  'contract',
  'customer',
  'event',
  'complaint',
]

const named = oneOf(...OWNERS)

/** What people take for an owner and no fact names: a clause of it would never act. */
const NOWHERE = ['component', 'call'] as const

/** Whose a clause is: nouns that facts name as what they are about. */
export const owner: Shape<OwnerNoun> = {
  schema: named.schema,
  read(node, path, report) {
    const nowhere = NOWHERE.find((noun) => node.kind === 'scalar' && node.value === noun)
    if (nowhere === undefined) return named.read(node, path, report)
    report(`per-${nowhere}`, { node, path }, { path })
    return undefined
  },
}

export const reasons = list(identifier)

/** What follows a breach: who is told. */
export const escalation = list(object({ escalate: needed(identifier, 'escalation.escalate') }))

/** Where a text stands: `S002-07`, `§ 4.2`, a page number. */
export const sourceText: Shape<string> = scalar(
  'text',
  (written) => (typeof written !== 'boolean' && String(written).trim() !== '' ? String(written) : undefined),
  { type: ['string', 'number'], pattern: '\\S' },
)
