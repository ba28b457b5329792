import { contraryOf, namesIn } from '../plan/condition.ts'
import type { ChargeLine } from '../plan/forms.ts'
import type { BoundPlan } from '../promise/types.ts'
import type { Bill, BillItem } from './bill.ts'
import { BILL_FIELDS } from './fields.ts'

export type Scope = Readonly<Record<string, unknown>>

/** Does a line speak of this? `asks`: it cannot be said before these are known. */
export type Judged = 'yes' | 'no' | { readonly asks: readonly string[] }

function agreedDimensions({ plan, terms }: BoundPlan): Scope {
  const set = Object.values(plan.dimensions).filter(({ setBy }) => setBy === 'contract')
  return Object.fromEntries(
    set.flatMap(({ id }) => terms.filter(({ key }) => key === `dimensions.${id}`).map(({ value }) => [id, String(value)])),
  )
}

/** All that is known of one item when conditions are judged. What the contract sets, no bill sets otherwise. */
export function scopeOf(bound: BoundPlan, bill: Bill, item: BillItem): Scope {
  const known = Object.fromEntries(Object.keys(BILL_FIELDS).map((field) => [field, bill[field as keyof typeof BILL_FIELDS]]))
  const { column, part, service, sender, quantity = 1, km = bill.km } = item
  return { ...bill.dimensions, ...agreedDimensions(bound), ...known, column, item: item.item, part, service, sender, quantity, km }
}

/** Judged by the plan's own tests, both ways: what is not known is asked and never taken for no. */
export function judge({ tests, ref }: BoundPlan, { when }: Pick<ChargeLine, 'when'>, scope: Scope): Judged {
  if (!when) return 'yes'
  const met = tests.get(when.cel)
  const unmet = tests.get(contraryOf(when.cel))
  if (!met || !unmet) throw new Error(`a charge of ${ref} was not bound: ${when.cel}`)
  if (met(scope)) return 'yes'
  return unmet(scope) ? 'no' : { asks: namesIn(when.cel).filter((name) => scope[name] === undefined) }
}
