import type { RemedyChange } from '../remedy/standing.ts'
import type { BillItem, BillProblem } from '../charge/bill.ts'

/** What somebody enters about the case that no record says. Booleans left out are no. */
export type Stated = {
  /** kilometres to the customer, one way */
  readonly km?: number | undefined
  readonly holiday?: boolean | undefined
  readonly outOfHours?: boolean | undefined
  readonly overseas?: boolean | undefined
  /** what was at fault, what was done, the how-many-th such service */
  readonly kind?: string | undefined
  readonly remedy?: string | undefined
  readonly nth?: number | undefined
}

/** An item that no record says: entered by hand, with what it can be shown by. */
export type AddedItem = Omit<BillItem, 'name'> & { readonly id: string; readonly name: string; readonly evidence: string }

/** What a record leaves open or says wrongly about money, set right by hand with the reason. `of`: the item. */
export type ItemChange = Pick<BillItem, 'quantity' | 'listFen' | 'costFen' | 'agreedFen' | 'paidBy'> & {
  readonly of: string
  /** it is not charged on this bill at all */
  readonly leftOut?: boolean | undefined
  readonly reason: string
}

/** 草稿: what people wrote on a bill that is not issued yet. */
export type InvoiceContent = {
  readonly stated: Stated
  readonly added: readonly AddedItem[]
  readonly changes: readonly ItemChange[]
  /** of remedies of the contract: sums that were agreed on, and what is not settled with this bill */
  readonly remedies?: readonly RemedyChange[] | undefined
}

export const EMPTY_CONTENT: InvoiceContent = { stated: {}, added: [], changes: [] }

/** `items[2].quantity` of the reckoning, told at the place where it was written: `added[0].quantity`; undefined: a record says it. */
export function writtenAt({ field }: BillProblem, items: readonly { readonly id: string }[], content: InvoiceContent): string | undefined {
  const [, index, rest] = /^items\[(\d+)\](.*)$/.exec(field) ?? []
  if (index === undefined) return `stated.${field}`
  const id = items[Number(index)]?.id
  const change = content.changes.findIndex(({ of }) => of === id)
  if (change >= 0) return `changes[${change}]${rest}`
  const added = content.added.findIndex((one) => one.id === id)
  return added >= 0 ? `added[${added}]${rest}` : undefined
}
