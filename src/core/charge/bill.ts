import { CHARGE_COLUMNS } from '../plan/forms.ts'
import type { ChargeColumn } from '../plan/forms.ts'
import type { FieldType } from '../plan/fields.ts'
import type { Plan } from '../plan/types.ts'
import type { BILL_FIELDS } from './fields.ts'
import { isDecimal } from './fraction.ts'

export type Side = 'customer' | 'vendor'

type Told<T extends FieldType> = { readonly string: string; readonly bool: boolean; readonly dyn: number }[T]
type Known = { readonly [Key in keyof typeof BILL_FIELDS]?: Told<(typeof BILL_FIELDS)[Key]> | undefined }

/** A surcharge stands on what else is charged and is no item of its own. */
export type ItemColumn = Exclude<ChargeColumn, 'surcharge'>

/** One thing done, used or sent. Money in fen. */
export type BillItem = {
  readonly column: ItemColumn
  /** what it is called on the bill */
  readonly name?: string | undefined
  /** code in the price list; kind of the part; which service: what conditions ask about */
  readonly item?: string | undefined
  readonly part?: string | undefined
  readonly service?: string | undefined
  /** pieces, hours, journeys; at most three decimals; default 1 */
  readonly quantity?: number | undefined
  /** of one unit: by the price list, and what the vendor himself pays for it */
  readonly listFen?: number | undefined
  /** where both sides agreed on the list price */
  readonly listSource?: string | undefined
  readonly costFen?: number | undefined
  /** of the item as a whole, where both sides agreed on it: it settles what the plan leaves to a quotation or does not say, and nothing else */
  readonly agreedFen?: number | undefined
  /** kilometres to the customer, one way, at most three decimals; default: the bill's */
  readonly km?: number | undefined
  /** who sent this leg of a freight */
  readonly sender?: Side | undefined
  /** who has paid it so far, to the carrier for example; default: the vendor */
  readonly paidBy?: Side | undefined
}

/** What is to be charged for, and what is known of the case. What is left out is not known yet, which is not the same as no. */
export type Bill = Known & {
  /** the cover in force on the day of billing: its id, or `none` */
  readonly cover: string
  /** the plan's own dimensions that a ticket or device sets; those of the contract are read from its terms */
  readonly dimensions?: Readonly<Record<string, string>> | undefined
  readonly items: readonly BillItem[]
}

export type BillProblem = {
  readonly code: 'value-unknown' | 'bad-amount' | 'bad-quantity' | 'bad-distance'
  /** `cover`, `items[2].listFen` */
  readonly field: string
  readonly params: Readonly<Record<string, string | number>>
}

/** One price, of one unit, is at most a hundred million yuan. */
export const MOST_FEN = 10_000_000_000
export const MOST_QUANTITY = 1_000_000
/** Half the way round the earth. */
export const MOST_KM = 20_038

const DECIMALS = 3

function oneOf(field: string, value: string | undefined, known: readonly string[]): BillProblem[] {
  if (value === undefined || known.includes(value)) return []
  return [{ code: 'value-unknown', field, params: { field, value, known: known.join(' ') || '—' } }]
}

function amount(field: string, value: number | undefined): BillProblem[] {
  if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= MOST_FEN)) return []
  return [{ code: 'bad-amount', field, params: { field, value, most: MOST_FEN } }]
}

type Measured = { readonly code: 'bad-quantity' | 'bad-distance'; readonly most: number }

function measure(field: string, value: number | undefined, { code, most }: Measured): BillProblem[] {
  if (value === undefined || (isDecimal(value, DECIMALS) && value >= 0 && value <= most)) return []
  return [{ code, field, params: { field, value, most } }]
}

const COLUMNS: readonly string[] = CHARGE_COLUMNS.filter((column) => column !== 'surcharge')
const SIDES: readonly string[] = ['customer', 'vendor'] satisfies readonly Side[]
const QUANTITY: Measured = { code: 'bad-quantity', most: MOST_QUANTITY }
const DISTANCE: Measured = { code: 'bad-distance', most: MOST_KM }

function itemProblems(item: BillItem, index: number): BillProblem[] {
  const at = (key: keyof BillItem) => `items[${index}].${key}`
  return [
    ...oneOf(at('column'), item.column, COLUMNS),
    ...measure(at('quantity'), item.quantity, QUANTITY),
    ...(['listFen', 'costFen', 'agreedFen'] as const).flatMap((key) => amount(at(key), item[key])),
    ...measure(at('km'), item.km, DISTANCE),
    ...(['sender', 'paidBy'] as const).flatMap((key) => oneOf(at(key), item[key], SIDES)),
  ]
}

function coversOf({ promises }: Pick<Plan, 'promises'>): string[] {
  return Object.values(promises).flatMap(({ id, form }) => (form === 'cover' ? [id] : []))
}

/** What a plan does not part by grade or zone may well have one on its ticket. */
function declared(field: string, value: string | undefined, list: readonly { readonly id: string }[]): BillProblem[] {
  return list.length === 0 ? [] : oneOf(field, value, idsOf(list))
}

function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id)
}

/** All that keeps a bill from being reckoned under a plan, each at its field; `charge` takes bills that have none. */
export function billProblems(plan: Plan, bill: Bill): readonly BillProblem[] {
  const dimensions = Object.entries(bill.dimensions ?? {}).flatMap(([id, value]) => {
    const dimension = Object.hasOwn(plan.dimensions, id) ? plan.dimensions[id] : undefined
    const field = `dimensions.${id}`
    return dimension ? oneOf(field, value, dimension.values) : oneOf(field, id, Object.keys(plan.dimensions))
  })
  return [
    ...oneOf('cover', bill.cover, [...coversOf(plan), 'none']),
    ...oneOf('exclusion', bill.exclusion, Object.keys(plan.reasons)),
    ...(['grade', 'customerGrade'] as const).flatMap((key) => declared(key, bill[key], plan.grades)),
    ...declared('zone', bill.zone, plan.zones),
    ...dimensions,
    ...measure('km', bill.km, DISTANCE),
    ...measure('nth', bill.nth, QUANTITY),
    ...bill.items.flatMap(itemProblems),
  ]
}
