import { byCodeUnit } from '../canonical.ts'
import type { Rate } from '../plan/forms.ts'
import type { BoundPlan } from '../promise/types.ts'
import { decimal, halfUp, plus, times, ZERO } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { judge } from './judge.ts'
import type { Scope } from './judge.ts'
import type { Entry } from './types.ts'

/** An item with what is charged for it; the total of what the vendor bears, gives back or nobody can say yet is nothing to stand on. */
type Stated = { readonly scope: Scope; readonly fen: Fraction }

function onTop(rate: Rate, base: Fraction): Pick<Entry, 'fen' | 'open' | 'payer'> {
  switch (rate.kind) {
    case 'percent':
      return { fen: times(base, decimal(rate.percent, 4), { n: 1n, d: 100n }), open: undefined, payer: 'customer' }
    case 'fen':
      return { fen: decimal(rate.fen, 0), open: undefined, payer: 'customer' }
    case 'free':
      return { fen: ZERO, open: undefined, payer: 'vendor' }
    case 'quoted':
      return { fen: undefined, open: 'quoted', payer: undefined }
    default:
      // the plan file allows no other rate here
      return { fen: undefined, open: 'unstated', payer: undefined }
  }
}

/** Percentages and amounts let the lines below add theirs; a word (`free`, `quoted`, `unstated`) is the last that is said of an item. */
function goesOn({ kind }: Rate): boolean {
  return kind === 'percent' || kind === 'fen'
}

/** What lines add on top, each once, to the sum of the items that they speak of. */
export function surcharges(bound: BoundPlan, items: readonly Stated[]): Entry[] {
  let live = items
  return bound.plan.charges.flatMap((line, index): Entry[] => {
    const rate = line.rates.surcharge
    if (!rate) return []
    const judged = live.map((item) => ({ item, says: judge(bound, line, item.scope) }))
    const met = judged.filter(({ says }) => says === 'yes').map(({ item }) => item)
    const asked = judged.flatMap(({ says }) => (typeof says === 'object' ? [says.asks] : []))
    if (!goesOn(rate)) live = judged.filter(({ says }) => says === 'no').map(({ item }) => item)
    const base = met.map(({ fen }) => fen).reduce(plus, ZERO)
    const of = { column: 'surcharge', line: index, shares: [] } as const
    const asks = [...new Set(asked.flat())].sort(byCodeUnit)
    return [
      ...(met.length > 0 ? [{ ...of, ...onTop(rate, base), asks: [], onFen: Number(halfUp(base)) }] : []),
      ...(asked.length > 0 ? [{ ...of, fen: undefined, open: 'unknown', payer: undefined, asks, onFen: undefined } as const] : []),
    ]
  })
}
