import type { Fact, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'

/** Who objects: the vendor's people or the customer's. */
export type Side = 'vendor' | 'customer'

/** What is objected to: an entry, the pause or the exclusion from cover that one stands for, or a verdict on an obligation. */
export type DisputeTarget =
  | { readonly what: 'fact' | 'pause' | 'exclusion'; readonly of: string }
  | { readonly what: 'verdict'; readonly promise: string; readonly episode: number; readonly verdict: string }

export const DISPUTE_STATES = ['open', 'answered', 'upheld', 'rejected', 'withdrawn'] as const

export type DisputeStanding = (typeof DISPUTE_STATES)[number]

/** One dispute as its facts have made it; `id` is that of the fact that raised it. It never changes what it is about. */
export type Dispute = {
  readonly id: string
  readonly target: DisputeTarget
  readonly side: Side
  readonly about: readonly Subject[]
  readonly by: string | undefined
  readonly at: Instant
  /** until when the other side is waited for */
  readonly answerBy: Instant
  readonly state: DisputeStanding
  readonly answeredBy?: string | undefined
  readonly settledBy?: string | undefined
}

/** All disputes of one ledger: a ticket's, a contract's, a device's. */
export type DisputeState = { readonly disputes: readonly Dispute[] }

export function initialState(): DisputeState {
  return { disputes: [] }
}

function targetIn({ data }: Fact): DisputeTarget {
  const { what, of, promise, episode, verdict } = data
  if (what === 'verdict')
    return { what, promise: String(promise), episode: typeof episode === 'number' ? episode : 1, verdict: String(verdict) }
  return { what: what === 'pause' || what === 'exclusion' ? what : 'fact', of: String(of) }
}

function raised(fact: Fact): Dispute {
  const { id, subject, also, data, by, recordedAt } = fact
  return {
    id,
    target: targetIn(fact),
    side: data.side === 'customer' ? 'customer' : 'vendor',
    about: [subject, ...also],
    by,
    at: recordedAt,
    answerBy: typeof data.answerBy === 'number' ? data.answerBy : recordedAt,
    state: 'open',
  }
}

export function isOpen({ state }: Pick<Dispute, 'state'>): boolean {
  return state === 'open' || state === 'answered'
}

function stepped(dispute: Dispute, { type, data, by }: Fact): Dispute {
  if (!isOpen(dispute)) return dispute
  if (type === 'fact.answered') return dispute.state === 'open' ? { ...dispute, state: 'answered', answeredBy: by } : dispute
  if (type !== 'fact.settled') return dispute
  const { outcome } = data
  const state = outcome === 'upheld' || outcome === 'rejected' || outcome === 'withdrawn' ? outcome : undefined
  return state ? { ...dispute, state, settledBy: by } : dispute
}

/** What one more fact makes of them, in ledger order; what means nothing to a dispute changes nothing. */
export function evolve(state: DisputeState, fact: Fact): DisputeState {
  if (fact.type === 'fact.disputed') return { disputes: [...state.disputes, raised(fact)] }
  const dispute = state.disputes.find(({ id }) => id === fact.data.of)
  const after = dispute && stepped(dispute, fact)
  if (!dispute || after === dispute) return state
  return { disputes: state.disputes.map((one) => (one === dispute ? after! : one)) }
}
