import type { ChargeColumn, Rate } from '../plan/forms.ts'
import type { Share } from './allot.ts'
import type { Open } from './amount.ts'
import type { Side } from './bill.ts'
import type { Fraction } from './fraction.ts'

/** One line of a bill: what one line of the plan makes of one column. */
export type Charged = {
  readonly column: ChargeColumn
  /** as the plan states it; `unstated` where no line speaks of it */
  readonly rate: Rate
  /** what the customer is charged, in whole fen; below zero he gets it back; undefined: open */
  readonly fen: number | undefined
  /** who bears it; undefined: nobody can say yet */
  readonly payer: Side | undefined
  /** index of the line under `charges:`; undefined: no line speaks of it */
  readonly line: number | undefined
  readonly text: string | undefined
  readonly source: readonly string[]
  /** where a contract agreed on what the plan leaves open: its rate, its distance, the price list that it goes by */
  readonly agreed?: readonly string[] | undefined
  readonly open: Open | undefined
  /** fields that must be known first, of what is `unknown` */
  readonly asks: readonly string[]
  /** what it was made of; none for a surcharge */
  readonly shares: readonly Share[]
  /** of a surcharge: on top of what, in whole fen */
  readonly onFen: number | undefined
}

export type Charges = {
  /** in the order of the columns, in each by the lines of the plan */
  readonly columns: readonly Charged[]
  /** of what is decided */
  readonly totalFen: number
  /** those of the columns that somebody must still decide, price or find out */
  readonly open: readonly Charged[]
}

/** The same before it is rounded. */
export type Entry = Pick<Charged, 'column' | 'line' | 'open' | 'payer' | 'asks' | 'shares' | 'onFen'> & {
  readonly fen: Fraction | undefined
}
