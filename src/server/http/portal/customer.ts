import type { Caller } from '../caller.ts'
import { refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'

/** A person of a customer: whom the portal is for. */
export type Customer = Caller & { readonly customer: string }

export function isCustomer(caller: Caller): caller is Customer {
  return caller.customer !== undefined
}

/** The vendor's own people have the console. */
export const forCustomers = (): Refused => refuse(403, 'portal.for-customers')
