import type { FactType } from '../fact.ts'
import { SERVICE_STEPS, isServiceType } from '../service/vocabulary.ts'
import type { FieldKind } from '../service/vocabulary.ts'
import type { Dimension, Plan } from './types.ts'

/** What a fact's data may be asked about in a condition: its type in CEL. Numbers are dynamic: JSON does not tell an integer from a double. */
export type FieldType = 'string' | 'bool' | 'dyn'
/** One of some values that have an order, the lowest first. */
export type Ordered = { readonly order: readonly string[] }
export type Fields = Readonly<Record<string, FieldType | Ordered>>

const REASON: Fields = { reason: 'string' }

/** Known data fields by fact type. A condition on any other field is an error, so that a typo never makes a promise that can not start. */
const FIELDS: Readonly<Partial<Record<FactType, Fields>>> = {
  'ticket.reported': {
    type: 'string',
    channel: 'string',
    line: 'string',
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
  'ticket.graded': { grade: 'string', by: 'string', from: 'string' },
  'ticket.replied': { channel: 'string' },
  // `remote`: it can be put right from afar; `offSite`: it must leave its place to be repaired; `soon`: it can be repaired in a short time
  'ticket.judged': { cause: 'string', removable: 'bool', affectsWork: 'bool', remote: 'bool', offSite: 'bool', soon: 'bool' },
  'ticket.assigned': { person: 'string', from: 'string' },
  'ticket.transferred': { team: 'string', from: 'string' },
  'ticket.paused': REASON,
  'ticket.resumed': REASON,
  'ticket.closed': { confirmed: 'bool' },
  'ticket.merged': { into: 'string' },
  // whom the contract names, by role: `"maintainer" in people`
  'contract.signed': { people: 'dyn' },
  // `extends`: its end moved later
  'contract.amended': { people: 'dyn', extends: 'bool' },
  'remedy.settled': { promise: 'string', how: 'string', fen: 'dyn' },
  'task.done': { promise: 'string' },
  'remote.authorised': { by: 'string' },
  // what a clock of the visit must know of its ticket stands in the visit's own fact
  'visit.needed': { special: 'bool', travelMs: 'dyn', type: 'string', grade: 'string', customerGrade: 'string', zone: 'string' },
}

const TYPES: Readonly<Record<FieldKind, FieldType | undefined>> = {
  code: 'string',
  word: 'string',
  duration: 'string',
  person: 'string',
  asset: 'string',
  'yes-no': 'bool',
  number: 'dyn',
  fen: 'dyn',
  instant: 'dyn',
  list: 'dyn',
  occurrence: 'dyn',
  // Free text stands beside the fact: nothing can be made to hang on it.
  line: undefined,
  prose: undefined,
  // Asked by record forms alone, whose answers conditions do not look at.
  day: undefined,
  choice: undefined,
  choices: undefined,
  lines: undefined,
  photo: undefined,
  signature: undefined,
}

/** 档次: the classes of devices that a plan declares (`dimensions.class`), the lowest first; undefined: it declares none, and none is higher than another. */
export function classesOf({ dimensions }: Pick<Plan, 'dimensions'>): readonly string[] | undefined {
  return Object.hasOwn(dimensions, 'class') ? dimensions.class?.values : undefined
}

/** What the steps of a service record say, as conditions may ask about it. */
function stepFields(type: FactType): Fields {
  if (!isServiceType(type)) return {}
  const fields = SERVICE_STEPS[type].fields.flatMap(({ id, kind }) => {
    const of = TYPES[kind]
    return of === undefined ? [] : [[id, of] as const]
  })
  return Object.fromEntries(fields)
}

/** Facts that open a ticket or a visit carry the dimensions of the place. */
const CARRIES_DIMENSIONS: readonly FactType[] = ['ticket.reported', 'visit.needed']

type Declares = Pick<Plan, 'dimensions'>

function dimensionFields({ dimensions }: Declares, told: (setBy: Dimension['setBy']) => boolean): Fields {
  return Object.fromEntries(Object.values(dimensions).flatMap(({ id, setBy }) => (told(setBy) ? [[id, 'string' as const]] : [])))
}

/** A loaner's class stands beside that of the device which it stands in for, as the fact has both. */
function loanerFields(plan: Declares, type: FactType): Fields {
  const order = type === 'loan.delivered' ? classesOf(plan) : undefined
  return order === undefined ? {} : { class: { order }, assetClass: { order } }
}

/**
 * Fields of one fact under a plan: its own, and those dimensions that an opening fact carries. What the contract sets is in no fact: a condition
 * on it here would never be met.
 */
export function fieldsOf(plan: Declares, type: FactType): Fields {
  const own = { ...stepFields(type), ...FIELDS[type], ...loanerFields(plan, type) }
  return CARRIES_DIMENSIONS.includes(type) ? { ...dimensionFields(plan, (setBy) => setBy !== 'contract'), ...own } : own
}

/** What `when` may ask: the opening fact and the fact that starts the clause, and all dimensions, whoever sets them. */
export function openingFields(plan: Declares, starts: readonly FactType[]): Fields {
  const all = [...starts, 'ticket.reported' as const].map((type) => fieldsOf(plan, type))
  return Object.assign(
    {},
    dimensionFields(plan, () => true),
    ...all,
  )
}
