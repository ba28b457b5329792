import type { Fact } from '../fact.ts'
import { instantIn, isGiven } from './read-data.ts'

/** A hand-entered fact older than this when it is recorded is a 补录, where the plan's settings say nothing else. */
export const BACKFILL_MS = 600_000

/** All that is known about facts: which are void, how they were corrected, who approved. */
export type Rulings = {
  readonly voided: ReadonlySet<string>
  readonly corrections: ReadonlyMap<string, readonly Fact[]>
  readonly approvals: ReadonlyMap<string, readonly Fact[]>
}

/** The order of the ledger: when it was recorded, then its position. */
export function byLedger(a: Fact, b: Fact): number {
  return a.recordedAt - b.recordedAt || a.seq - b.seq
}

/** Hand-entered, and long after it happened (law 2). The others carry their own evidence of when; so does a contract: its day stands on the paper that both sides have. */
export function isBackfilled(fact: Fact, backfillMs: number = BACKFILL_MS): boolean {
  return fact.source === 'hand' && fact.type !== 'contract.signed' && fact.recordedAt - fact.occurredAt > backfillMs
}

/** Who says so; the command line's facts may carry it in their data. */
export function personOf(fact: Fact): string | undefined {
  return fact.by ?? (typeof fact.data.by === 'string' ? fact.data.by : undefined)
}

/** Known to be by the same person: then it is no second pair of eyes. */
function samePerson(a: Fact, b: Fact): boolean {
  const person = personOf(a)
  return person !== undefined && person === personOf(b)
}

/** A correction of one's own entry that moves it far into the past is a back-filled entry again, and needs the second person as well. */
export function isUnapprovedMove(fact: Fact, correction: Fact, { rulings, backfillMs }: { rulings: Rulings; backfillMs: number }): boolean {
  const field = correction.data.field
  if (field !== 'occurredAt' || correction.source !== 'hand' || !samePerson(fact, correction)) return false
  const to = instantIn(correction.data.to)
  if (to === undefined || fact.recordedAt - to <= backfillMs || to >= fact.occurredAt) return false
  // An approval from before the correction approved what stood then, not what it was moved to.
  const approvals = [...(rulings.approvals.get(correction.id) ?? []), ...(rulings.approvals.get(fact.id) ?? [])]
  return !approvals.some((approval) => byLedger(correction, approval) < 0 && !samePerson(approval, correction))
}

/** A release (豁免, 免责) that was asked for and counts only from its approval by a second person; one without the mark counts at once. */
export function asksApproval(fact: Pick<Fact, 'type' | 'data'>): boolean {
  return isRelease(fact) && fact.data.fourEyes === true
}

export function isRelease({ type }: Pick<Fact, 'type'>): boolean {
  return type === 'obligation.waived' || type === 'obligation.excused'
}

/** The first approval by somebody else than who asked. */
export function releaseApproval(fact: Fact, rulings: Rulings): Fact | undefined {
  return rulings.approvals.get(fact.id)?.find((approval) => !samePerson(approval, fact))
}

/** The approval of a back-filled fact, which needs reason and evidence to be approved at all. */
export function approvalOf(fact: Fact, rulings: Rulings): Fact | undefined {
  if (!isGiven(fact.data.reason) || !isGiven(fact.data.evidence)) return undefined
  return rulings.approvals.get(fact.id)?.find((approval) => !samePerson(approval, fact))
}
