import type { Consequence } from '../promise/types.ts'
import type { Term } from '../plan/types.ts'
import type { Entry, Found, MoneyGround } from './standing.ts'

export const KEY = 'ticket/T1|late|1|credit:50000'

/** A credit of five hundred yuan for a late arrival, unless said otherwise. */
export function consequence(more: Partial<Consequence> = {}): Consequence {
  const one = {
    subject: 'ticket/T1',
    promise: 'late',
    episode: 1,
    kind: 'credit',
    to: '50000',
    at: 1000,
    params: { fen: 50_000 },
    ...more,
  } as const
  return { key: `${one.subject}|${one.promise}|${one.episode}|${one.kind}:${one.to}`, ...one }
}

/** One per cent of the contract price. */
export const SHARE = consequence({ to: '1%', params: { percent: 1, of: 'contract-price' } })

export function found(one: Consequence = consequence(), terms: readonly Term[] = []): Found {
  return { one, terms, planHash: 'p' }
}

export function ground(more: Partial<MoneyGround> = {}): MoneyGround {
  return { found: [found()], entries: [], billed: {}, ...more }
}

export function term(of: string, value: unknown): Term {
  return { key: `amounts.${of}`, value, source: '合同第 7 条' } as Term
}

export function entry(fen: number, more: Partial<Entry> = {}): Entry {
  return { remedy: KEY, nth: 1, fen, how: 'bill', invoice: 'n1', ...more }
}
