import type { ChargeLine, Rate } from '../plan/forms.ts'
import type { Share } from './allot.ts'
import type { Side } from './bill.ts'
import { decimal, negative, over, times, ZERO } from './fraction.ts'
import type { Fraction } from './fraction.ts'

/**
 * Why nobody can say yet what something costs. `quoted`: it is agreed case by case and has not been; `unstated`: the plan does not say, which is not
 * the same as free; `unpriced`: the price that the plan means is not on the bill; `unknown`: whether a line speaks of it turns on what is not known
 * yet; `too-large`: more than can be billed.
 */
export type Open = 'quoted' | 'unstated' | 'unpriced' | 'unknown' | 'too-large'

/** In fen and not yet rounded; below zero the customer gets it back. */
export type Reckoned = { readonly fen: Fraction; readonly payer: Side } | { readonly open: Open }

const fen = (amount: number): Fraction => decimal(amount, 0)

/** Which part of the whole way a line has taken. */
export function partOf({ way }: Share): Fraction {
  return way && way.wholeKm > 0 ? over(decimal(way.toKm - way.fromKm, 3), decimal(way.wholeKm, 3)) : fen(1)
}

/** So many units at this price of one; undefined: the bill does not have it. */
function priced(share: Share, unitFen: number | undefined): Fraction | undefined {
  return unitFen === undefined ? undefined : times(decimal(share.item.quantity ?? 1, 3), fen(unitFen), partOf(share))
}

/** An amount of the plan is for each unit, or, where the line begins at a distance, for each kilometre of each journey. */
function byAmount({ item, way }: Share, amountFen: number, { beyondKm }: ChargeLine): Fraction {
  const length = beyondKm !== undefined && way ? decimal(way.toKm - way.fromKm, 3) : fen(1)
  return times(decimal(item.quantity ?? 1, 3), fen(amountFen), length)
}

function agreed(share: Share): Fraction | undefined {
  const { agreedFen } = share.item
  return agreedFen === undefined ? undefined : times(fen(agreedFen), partOf(share))
}

export type Rated = { readonly rate: Rate; readonly line: ChargeLine | undefined }

/** What it costs, whoever bears it. */
function costOf(share: Share, { rate, line }: Rated): Fraction | Open {
  switch (rate.kind) {
    case 'list':
      return priced(share, share.item.listFen) ?? 'unpriced'
    case 'percent': {
      const list = priced(share, share.item.listFen)
      return list ? times(list, decimal(rate.percent, 4), { n: 1n, d: 100n }) : 'unpriced'
    }
    case 'fen':
      return line ? byAmount(share, rate.fen, line) : 'unstated'
    case 'at-cost':
    case 'customer':
    case 'free':
    case 'vendor':
      return priced(share, share.item.costFen) ?? 'unpriced'
    case 'quoted':
    case 'unstated':
      return agreed(share) ?? rate.kind
    default:
      return rate satisfies never
  }
}

/**
 * What the customer is charged for a share. Who bears it and who has paid it so far are two things: what the customer has paid himself and bears is
 * not charged again, and what he has paid and the vendor bears is given back.
 */
export function reckon(share: Share, rated: Rated): Reckoned {
  const payer: Side = rated.rate.kind === 'free' || rated.rate.kind === 'vendor' ? 'vendor' : 'customer'
  const paidBy = share.item.paidBy ?? 'vendor'
  const settled = rated.rate.kind !== 'quoted' && rated.rate.kind !== 'unstated'
  if (payer === paidBy && settled) return { fen: ZERO, payer }
  const cost = costOf(share, rated)
  if (typeof cost === 'string') return { open: cost }
  return { fen: payer === paidBy ? ZERO : payer === 'vendor' ? negative(cost) : cost, payer }
}
