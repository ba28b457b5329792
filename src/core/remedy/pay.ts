import type { Fact, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import { yuan } from '../plan/explain-forms.ts'
import type { Remedy } from './standing.ts'
import { takesAmount } from './standing.ts'
import { settling } from './settling.ts'
import type { RemedyRefusalCode } from './words/zh-CN.ts'

/** That a remedy was paid out: how much, and what shows it. */
export type Payment = { readonly fen: number; readonly evidence: string }

export type RemedyRefusal = {
  readonly code: RemedyRefusalCode
  readonly params: Readonly<Record<string, string | number>>
  readonly field: string
}

export type PayContext = {
  readonly now: Instant
  readonly person: string
  readonly newId: () => string
  /** its contract and its customer */
  readonly owners: readonly Subject[]
}

type Paid =
  | {
      readonly ok: true
      readonly facts: readonly Omit<Fact, 'seq' | 'recordedAt'>[]
      readonly texts: readonly { readonly factId: string; readonly field: string; readonly text: string }[]
    }
  | { readonly ok: false; readonly refusal: RemedyRefusal }

function problemOf(remedy: Remedy, { fen }: Payment): RemedyRefusal | undefined {
  const refused = (code: RemedyRefusalCode, params: RemedyRefusal['params'] = {}) => ({ code, params, field: 'fen' })
  if (remedy.owedFen === undefined) return takesAmount(remedy) ? undefined : refused('waits-for-bill')
  if (remedy.owedFen <= 0) return refused('settled-already')
  return fen > remedy.owedFen ? refused('too-much', { yuan: yuan(remedy.owedFen) }) : undefined
}

/** 支付补偿: one fact of the owner whose promise it is; no more than what is owed, and that once. */
export function decidePayment(remedy: Remedy, payment: Payment, { now, person, newId, owners }: PayContext): Paid {
  const refusal = problemOf(remedy, payment)
  if (refusal) return { ok: false, refusal }
  const id = newId()
  const also = owners.filter((owner) => owner !== remedy.subject)
  const data = settling(remedy, { fen: payment.fen, how: 'paid' })
  const fact = { id, subject: remedy.subject, also, type: 'remedy.settled', occurredAt: now, source: 'hand', by: person, data } as const
  return { ok: true, facts: [fact], texts: [{ factId: id, field: 'evidence', text: payment.evidence.trim() }] }
}
