import { decimal, halfUp, times } from '../charge/fraction.ts'
import { isChargeName, readAmount } from '../plan/price-terms.ts'
import type { Term } from '../plan/types.ts'
import { MONEY_GIVEN } from '../promise/rule/settling.ts'
import type { Consequence } from '../promise/types.ts'

/** What bills of one owner charged the customer, in fen: by column, and `bill` for all of it. */
export type Billed = Readonly<Record<string, number>>

/** What a share is taken of: a sum that the contract fills in, with where it says so, or what a bill charges. */
export type Basis = { readonly of: string; readonly fen: number | undefined; readonly source?: string | undefined }

/**
 * What a remedy comes to, in whole fen, a half up. Open it is `unstated`: neither plan nor contract has a number, it is asked for; `with-bill`: a share of
 * what is charged for the service, which stands with its bill.
 */
export type Amount = {
  readonly fen: number | undefined
  readonly open?: 'unstated' | 'with-bill' | undefined
  readonly percent?: number | undefined
  readonly basis?: Basis | undefined
}

/** 补偿: does this come out as money for the customer? */
export function isMoney({ kind, to }: Pick<Consequence, 'kind' | 'to'>): boolean {
  if (kind === 'credit' || kind === 'deduct') return true
  return (kind === 'entitle' || kind === 'demand') && MONEY_GIVEN.includes(to)
}

/** A right leaves it to the customer to take it: without an agreed sum nothing of it goes into a bill. */
export function isRight({ kind }: Pick<Consequence, 'kind'>): boolean {
  return kind === 'entitle' || kind === 'demand'
}

function agreed(terms: readonly Term[], of: string): Basis {
  const term = terms.find(({ key }) => key === `amounts.${of}`)
  return { of, fen: term && readAmount(term.value), source: term?.source }
}

function shareOf(percent: number, basis: Basis): Amount {
  if (basis.fen === undefined) return { fen: undefined, open: isChargeName(basis.of) ? 'with-bill' : 'unstated', percent, basis }
  const fen = Number(halfUp(times(decimal(basis.fen, 0), decimal(percent, 4), { n: 1n, d: 100n })))
  return { fen, percent, basis }
}

/** A sum of the plan, a share of what the contract or a bill names, or the sum that the contract fills in. `billed`: what was charged to the owner. */
export function amountOf(
  one: Pick<Consequence, 'kind' | 'promise' | 'params'>,
  terms: readonly Term[],
  billed: Billed | undefined,
): Amount {
  const { fen, percent, of } = one.params ?? {}
  if (isRight(one)) return { fen: undefined, open: 'unstated' }
  if (typeof fen === 'number') return { fen }
  const name = typeof of === 'string' ? of : one.promise
  if (typeof percent === 'number')
    return shareOf(percent, isChargeName(name) ? { of: name, fen: billed && (billed[name] ?? 0) } : agreed(terms, name))
  const basis = agreed(terms, name)
  return basis.fen === undefined ? { fen: undefined, open: 'unstated', basis } : { fen: basis.fen, basis }
}
