import { canonicalJson } from '../canonical.ts'
import type { Charged } from '../charge/types.ts'
import type { Account } from './account.ts'

/** What of a line is money and ground: lines that agree in it are the same line. */
function gist({ column, line, fen, payer, open }: Charged): unknown {
  return { column, line, fen, payer, open }
}

/** How far an issued bill is from what the facts say now. */
export type Departure = {
  /** what the customer would pay more; below zero: less */
  readonly differenceFen: number
  /** what is undecided now */
  readonly open: number
}

/** Does an issued bill still follow from the facts? Undefined: it does. It is never changed: a correcting one names it. */
export function departureOf(issued: Account, now: Account): Departure | undefined {
  const lines = ({ charges }: Account) => canonicalJson(charges.columns.map(gist))
  if (lines(issued) === lines(now)) return undefined
  return { differenceFen: now.charges.totalFen - issued.charges.totalFen, open: now.charges.open.length }
}

/** Are the remedies on a bill that was shown not those that it would have now? Of an issued one it is no question: what changes is a line of the next. */
export function remediesMoved(shown: Pick<Account, 'remedies'>, now: Pick<Account, 'remedies'>): boolean {
  const gistOf = ({ remedies = [] }: Pick<Account, 'remedies'>) => canonicalJson(remedies.map(({ key, nth, fen }) => ({ key, nth, fen })))
  return gistOf(shown) !== gistOf(now)
}

/** Do both sides still have to agree on an amount before work is charged? An agreed amount counts only with the customer's word. */
export function needsAgreement({ charges }: Pick<Account, 'charges'>): boolean {
  return charges.columns.some(
    ({ rate, shares, fen }) =>
      (rate.kind === 'quoted' || rate.kind === 'unstated') && (fen ?? 0) > 0 && shares.some(({ item }) => item.agreedFen !== undefined),
  )
}
