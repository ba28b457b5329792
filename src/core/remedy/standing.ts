import { byCodeUnit } from '../canonical.ts'
import type { Subject } from '../fact.ts'
import type { Term } from '../plan/types.ts'
import type { Consequence } from '../promise/types.ts'
import { amountOf, isMoney } from './amount.ts'
import type { Amount, Billed } from './amount.ts'

/** What the customer got of a remedy at one time: on a bill, or paid out. Below zero he gave it back. `nth`: of that remedy, from 1. */
export type Entry = {
  readonly remedy: string
  readonly nth: number
  readonly fen: number
  readonly how: 'bill' | 'paid'
  readonly invoice?: string | undefined
  /** its bill was corrected by another one, which says it anew */
  readonly replaced?: boolean | undefined
}

/** One consequence of a record that is money, with the terms of the plan that ruled it. */
export type Found = { readonly one: Consequence; readonly terms: readonly Term[]; readonly planHash: string }

export type MoneyGround = {
  readonly found: readonly Found[]
  readonly entries: readonly Entry[]
  /** what bills charged, by owner */
  readonly billed: Readonly<Record<Subject, Billed>>
}

/** What follows from whose promise: as the record says, or, of what does not follow any more, as its key says. */
export type Due = Pick<Consequence, 'subject' | 'promise' | 'episode' | 'kind' | 'to'>

/** 补偿 as it stands: what it comes to, what of it the customer has, and what is left. */
export type Remedy = Due & {
  readonly key: string
  /** undefined: it does not follow any more */
  readonly at: number | undefined
  readonly amount: Amount
  readonly planHash: string | undefined
  readonly settledFen: number
  /** of that, on bills */
  readonly billedFen: number
  /** which entry the next one is */
  readonly nth: number
  /** what is still to be given; below zero, taken back by a line of a bill; undefined: nobody can say yet */
  readonly owedFen: number | undefined
}

const NOTHING: Amount = { fen: 0 }

/** What a consequence's key says: whose it is, of which rule, the how-many-th time, what, and for whom. */
export function partsOf(key: string): Due | undefined {
  const [, subject, promise, episode, kind, to] = /^([^|]+)\|([^|]+)\|(\d+)\|([a-z-]+):(.*)$/.exec(key) ?? []
  if (subject === undefined || promise === undefined || to === undefined) return undefined
  return { subject: subject as Subject, promise, episode: Number(episode), kind: kind as Due['kind'], to }
}

/** Money that was paid out is not taken back by a bill; a line that was given on one is. */
function owedOf({ fen }: Amount, settled: number, billed: number): number | undefined {
  if (fen === undefined) return settled === 0 ? undefined : 0
  return Math.max(fen - settled, -Math.max(billed, 0))
}

type Of = { readonly key: string; readonly due: Due; readonly found: Found | undefined; readonly ground: MoneyGround }

function remedyOf({ key, due, found, ground }: Of): Remedy {
  const all = ground.entries.filter(({ remedy }) => remedy === key)
  const counted = all.filter(({ replaced }) => replaced !== true)
  const sum = (entries: readonly Entry[]) => entries.reduce((total, { fen }) => total + fen, 0)
  const settledFen = sum(counted)
  const billedFen = sum(counted.filter(({ how }) => how === 'bill'))
  const amount = found ? amountOf(found.one, found.terms, ground.billed[due.subject]) : NOTHING
  const { subject, promise, episode, kind, to } = due
  return {
    subject,
    promise,
    episode,
    kind,
    to,
    key,
    amount,
    settledFen,
    billedFen,
    at: found?.one.at,
    planHash: found?.planHash,
    nth: Math.max(0, ...all.map(({ nth }) => nth)) + 1,
    owedFen: owedOf(amount, settledFen, billedFen),
  }
}

/**
 * All remedies of a contract, in the order in which they came due. Laws:
 * 1. What was given and what is owed come to what the remedy comes to: nothing is given twice.
 * 2. What does not follow any more, or comes to less, is owed below zero as far as bills gave it.
 * 3. The order of records and entries does not matter.
 */
export function remediesOf(ground: MoneyGround): readonly Remedy[] {
  const live = new Map(ground.found.filter(({ one }) => isMoney(one)).map((found) => [found.one.key, found]))
  const gone = [...new Set(ground.entries.map(({ remedy }) => remedy))].filter((key) => !live.has(key))
  const standing = [...live].map(([key, found]) => remedyOf({ key, due: found.one, found, ground }))
  const past = gone.flatMap((key) => {
    const due = partsOf(key)
    return due ? [remedyOf({ key, due, found: undefined, ground })] : []
  })
  return [...standing, ...past].sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || byCodeUnit(a.key, b.key))
}

/** What people wrote on a bill about one remedy: the sum that both sides agreed on, or that it is not settled with this bill. */
export type RemedyChange = {
  readonly of: string
  readonly fen?: number | undefined
  readonly leftOut?: boolean | undefined
  readonly reason: string
}

/** One line of a bill: `fen` is what the customer is charged by it, below zero he gets it back. */
export type RemedyLine = Omit<Remedy, 'owedFen' | 'billedFen'> & { readonly fen: number; readonly reason?: string | undefined }

/** May a person say how much this is? Only where nothing else does, and nothing was given of it. */
export function takesAmount({ amount, settledFen }: Pick<Remedy, 'amount' | 'settledFen'>): boolean {
  return amount.open === 'unstated' && settledFen === 0
}

/** What of them goes into a bill: each as one line, what nobody can put a number on, and what a hand left out, not. */
export function remedyLines(remedies: readonly Remedy[], changes: readonly RemedyChange[]): readonly RemedyLine[] {
  return remedies.flatMap(({ owedFen, billedFen: _billed, ...remedy }): RemedyLine[] => {
    const change = changes.find(({ of }) => of === remedy.key)
    if (change?.leftOut) return []
    const owed = owedFen ?? (takesAmount(remedy) ? change?.fen : undefined)
    if (owed === undefined || owed === 0) return []
    return [{ ...remedy, fen: -owed, ...(change ? { reason: change.reason } : {}) }]
  })
}
