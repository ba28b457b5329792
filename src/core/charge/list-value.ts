import { partOf } from './amount.ts'
import { decimal, halfUp, plus, times, ZERO } from './fraction.ts'
import type { Charged } from './types.ts'

/**
 * What a line would cost by the price list alone, in whole fen; undefined: a price of it is not on the list. A surcharge has no price of its own: it is
 * worth what it comes to.
 */
export function listValue({ column, fen, shares }: Pick<Charged, 'column' | 'fen' | 'shares'>): number | undefined {
  if (column === 'surcharge') return fen
  if (shares.some(({ item }) => item.listFen === undefined)) return undefined
  const whole = shares.map((share) => times(decimal(share.item.quantity ?? 1, 3), decimal(share.item.listFen ?? 0, 0), partOf(share)))
  return Number(halfUp(whole.reduce(plus, ZERO)))
}

export type Given = {
  /** what the customer pays of what is decided */
  readonly chargedFen: number
  /** what the vendor bears of it, as far as the price list knows */
  readonly freeFen: number
  /** lines that the vendor bears and that have no price */
  readonly unpriced: number
}

/** What a bill charges, and what the warranty gave: what the vendor bears, by the price list. */
export function givenBy(columns: readonly Charged[]): Given {
  const borne = columns.filter(({ payer }) => payer === 'vendor')
  const values = borne.map(listValue)
  return {
    chargedFen: columns.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
    freeFen: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    unpriced: values.filter((value) => value === undefined).length,
  }
}
