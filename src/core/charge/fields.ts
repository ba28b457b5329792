import type { Fields, FieldType } from '../plan/fields.ts'
import type { Plan } from '../plan/types.ts'

/** What a bill as a whole is judged by. A field that the bill does not know yet leaves a condition on it open: it is asked, never taken for false. */
export const BILL_FIELDS = {
  /** cause as judged: `human-damage`, `quality` … */
  cause: 'string',
  /** the cover in force, judged at billing: a cover's id, or `none` */
  cover: 'string',
  /** the fault is excluded from that cover, with evidence */
  excluded: 'bool',
  /** the declared reason for which it is excluded */
  exclusion: 'string',
  /** type of the ticket */
  type: 'string',
  grade: 'string',
  customerGrade: 'string',
  zone: 'string',
  /** what was at fault: `hardware`, `software` … */
  kind: 'string',
  model: 'string',
  class: 'string',
  /** what was done: `repair`, `replace`, `refund` */
  remedy: 'string',
  /** the contract is running on the day of billing */
  contractRunning: 'bool',
  /** the work was done outside the promised hours; on a public holiday; abroad */
  outOfHours: 'bool',
  holiday: 'bool',
  overseas: 'bool',
  /** the how-many-th such service it is in its contract year */
  nth: 'dyn',
  /** distance to the customer, one way, in kilometres; a line of the bill may have its own */
  km: 'dyn',
} as const satisfies Readonly<Record<string, FieldType>>

/** What one line of a bill is judged by. */
export const LINE_FIELDS = {
  column: 'string',
  /** code in the price list */
  item: 'string',
  /** kind of the part: `consumable`, `battery` … */
  part: 'string',
  /** which service: `installation`, `upgrade`, `inspection` … */
  service: 'string',
  quantity: 'dyn',
  /** distance driven to the customer, one way, for the line's travel; without it the bill's */
  km: 'dyn',
  /** who sent this leg of a freight: `customer` or `vendor` */
  sender: 'string',
} as const satisfies Readonly<Record<string, FieldType>>

/** What `when` of a charge may ask about, besides the plan's own dimensions. */
export const CHARGE_FIELDS: Fields = { ...BILL_FIELDS, ...LINE_FIELDS }

/** The same under a plan: its dimensions may be asked about too. */
export function chargeFields({ dimensions }: Pick<Plan, 'dimensions'>): Fields {
  const own = Object.fromEntries(Object.keys(dimensions).map((id) => [id, 'string' as const]))
  return { ...own, ...CHARGE_FIELDS }
}
