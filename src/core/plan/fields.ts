import type { FactType } from '../fact.ts'
import type { Plan } from './types.ts'

/** What a fact's data may be asked about in a condition: its type in CEL. Numbers are dynamic: JSON does not tell an integer from a double. */
export type FieldType = 'string' | 'bool' | 'dyn'
export type Fields = Readonly<Record<string, FieldType>>

const REASON: Fields = { reason: 'string' }

/** Known data fields by fact type. A condition on any other field is an error, so that a typo never makes a promise that can not start. */
const FIELDS: Readonly<Partial<Record<FactType, Fields>>> = {
  'ticket.reported': {
    type: 'string',
    channel: 'string',
    grade: 'string',
    customerGrade: 'string',
    zone: 'string',
    customer: 'string',
    site: 'string',
    asset: 'string',
    contract: 'string',
    class: 'string',
    model: 'string',
    cover: 'string',
    travelMs: 'dyn',
  },
  'ticket.graded': { grade: 'string', by: 'string' },
  'ticket.replied': { channel: 'string' },
  'ticket.judged': { cause: 'string', removable: 'bool', affectsWork: 'bool' },
  'ticket.assigned': { person: 'string' },
  'ticket.transferred': { team: 'string' },
  'ticket.paused': REASON,
  'ticket.resumed': REASON,
  'ticket.merged': { into: 'string' },
  'remote.authorised': { by: 'string' },
  'visit.needed': { special: 'bool', travelMs: 'dyn' },
  'visit.agreed': { by: 'string' },
  'visit.arrived': { person: 'string' },
  'loan.delivered': { class: 'string' },
}

/** Fields of one fact under a plan: its own, and those dimensions that an opening fact carries. */
export function fieldsOf(plan: Pick<Plan, 'dimensions'>, type: FactType): Fields {
  const own = FIELDS[type] ?? {}
  if (type !== 'ticket.reported') return own
  return { ...Object.fromEntries(Object.keys(plan.dimensions).map((id) => [id, 'string' as const])), ...own }
}

/** What `when` may ask: the opening fact and the fact that starts the clause, and all dimensions. */
export function openingFields(plan: Pick<Plan, 'dimensions'>, starts: readonly FactType[]): Fields {
  const all = [...starts, 'ticket.reported' as const].map((type) => fieldsOf(plan, type))
  return Object.assign({}, ...all)
}
