import type { Fact, FactType, Json } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { Note } from './state.ts'
import type { Rulings } from './backfill.ts'
import { approvalOf, asksApproval, BACKFILL_MS, byLedger, isBackfilled, isUnapprovedMove, personOf, releaseApproval } from './backfill.ts'
import { instantIn, isGiven } from './read-data.ts'

export { BACKFILL_MS, isBackfilled } from './backfill.ts'

/**
 * A fact as derive reads it: in its corrected form, at the instant from which it counts.
 * `opens`: a back-filled fact nobody has approved may open clocks from when it says it happened (that never flatters);
 * `settles`: for everything else it counts from when it was recorded, so it turns no verdict that stood by then.
 */
export type Seen = {
  readonly fact: Fact
  readonly at: Instant
  readonly claimedAt: Instant
  readonly role: 'all' | 'opens' | 'settles'
  readonly notes: readonly Note[]
}

/** How a plan reads facts: what is a 补录, and which facts open clocks. */
export type Reading = { readonly backfillMs?: number | undefined; readonly opens: (type: FactType) => boolean }

/** Facts about facts. */
const ABOUT_FACTS: readonly FactType[] = ['fact.corrected', 'fact.voided', 'fact.approved']

export function isAboutFacts(type: FactType): boolean {
  return ABOUT_FACTS.includes(type)
}

function targetOf(fact: Fact): string | undefined {
  return typeof fact.data.of === 'string' ? fact.data.of : undefined
}

function group(map: Map<string, Fact[]>, key: string, fact: Fact): void {
  const list = map.get(key)
  if (list) list.push(fact)
  else map.set(key, [fact])
}

/**
 * Reads the facts about facts. Each speaks of a fact that stood in the ledger before it, never of one to come; one that was itself voided, later in the
 * ledger, says nothing; so the newest are read first.
 */
export function readRulings(facts: readonly Fact[]): Rulings {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const speaks = (fact: Fact) => {
    const target = byId.get(targetOf(fact) ?? '')
    return target !== undefined && byLedger(target, fact) < 0
  }
  const about = facts.filter((fact) => isAboutFacts(fact.type) && speaks(fact)).sort(byLedger)
  const voided = new Set<string>()
  const corrections = new Map<string, Fact[]>()
  const approvals = new Map<string, Fact[]>()
  for (const fact of about.toReversed()) {
    const target = targetOf(fact)
    if (target === undefined || voided.has(fact.id)) continue
    if (fact.type === 'fact.voided') voided.add(target)
    else group(fact.type === 'fact.corrected' ? corrections : approvals, target, fact)
  }
  for (const list of corrections.values()) list.reverse()
  return { voided, corrections, approvals }
}

const NO_RULINGS: Rulings = { voided: new Set(), corrections: new Map(), approvals: new Map() }

/** Evidence and notice that a correction adds to a pause are there only from the correction on (law 5). */
function lateDemand(fact: Fact, field: string, correction: Fact): { readonly [key: string]: Json } {
  const demand = fact.type === 'ticket.paused' && (field === 'evidence' || field === 'notice') && !isGiven(fact.data[field])
  return demand ? { [`${field}At`]: correction.occurredAt } : {}
}

function corrected(fact: Fact, correction: Fact): Fact {
  const raw = correction.data.field
  if (typeof raw !== 'string') return fact
  const field = raw.startsWith('data.') ? raw.slice(5) : raw
  const { to } = correction.data
  if (field === 'occurredAt') {
    const at = instantIn(to)
    return at === undefined ? fact : { ...fact, occurredAt: at }
  }
  const data = { ...fact.data, ...lateDemand(fact, field, correction) }
  if (to === undefined || to === null) delete (data as { [key: string]: Json })[field]
  else (data as { [key: string]: Json })[field] = to
  return { ...fact, data }
}

/** A release counts from its approval on; until then nobody sees it, and it turns nothing. */
function seeRelease(fact: Fact, rulings: Rulings): Seen[] {
  const approval = releaseApproval(fact, rulings)
  if (!approval) return []
  const at = approval.recordedAt
  return [{ fact, at, claimedAt: at, role: 'all', notes: [{ kind: 'release-approved', at, fact: approval.id, params: {} }] }]
}

/** How one fact is seen, given all that is known about it: nothing (void), once, or as an opening now and the rest later. */
export function seeFact(original: Fact, reading: Reading & { readonly rulings?: Rulings }): Seen[] {
  const { rulings = NO_RULINGS, backfillMs = BACKFILL_MS } = reading
  if (rulings.voided.has(original.id)) return []
  if (asksApproval(original)) return seeRelease(original, rulings)
  const notes: Note[] = []
  let fact = original
  for (const correction of rulings.corrections.get(original.id) ?? []) {
    if (isUnapprovedMove(original, correction, { rulings, backfillMs })) {
      notes.push({ kind: 'correction-pending', at: correction.recordedAt, fact: correction.id, params: {} })
      continue
    }
    fact = corrected(fact, correction)
    notes.push({ kind: 'corrected', at: correction.recordedAt, fact: correction.id, params: { field: String(correction.data.field) } })
  }
  if (isGiven(fact.data.conflict))
    notes.push({ kind: 'conflict', at: fact.occurredAt, fact: fact.id, params: { conflict: String(fact.data.conflict) } })
  if (!isBackfilled(original, backfillMs) || !isBackfilled(fact, backfillMs))
    return [{ fact, at: fact.occurredAt, claimedAt: fact.occurredAt, role: 'all', notes }]
  const params = { occurredAt: fact.occurredAt, recordedAt: fact.recordedAt }
  const approval = approvalOf(fact, rulings)
  if (approval) {
    notes.push({ kind: 'backfill-approved', at: approval.recordedAt, fact: fact.id, params: { ...params, by: personOf(approval) ?? '' } })
    return [{ fact, at: fact.occurredAt, claimedAt: fact.occurredAt, role: 'all', notes }]
  }
  notes.push({ kind: 'backfill-pending', at: fact.recordedAt, fact: fact.id, params })
  const settles: Seen = { fact, at: fact.recordedAt, claimedAt: fact.occurredAt, role: 'settles', notes }
  return reading.opens(fact.type) ? [{ ...settles, at: fact.occurredAt, role: 'opens' }, settles] : [settles]
}

function bySight(a: Seen, b: Seen): number {
  return a.at - b.at || a.fact.seq - b.fact.seq
}

/** Sorted by when they count, then ledger order; the opening half of a fact before its other half. */
export function sortSeen(seen: Seen[]): Seen[] {
  for (let index = 1; index < seen.length; index++) if (bySight(seen[index - 1]!, seen[index]!) > 0) return seen.sort(bySight)
  return seen
}

/** All facts known at `asOf`, in the form in which they are then read, sorted by when they count; some may lie in the future. */
export function seeKnown(facts: readonly Fact[], asOf: Instant, reading: Reading): Seen[] {
  const visible: Fact[] = []
  let about = false
  for (const fact of facts) {
    if (fact.recordedAt > asOf) continue
    about ||= isAboutFacts(fact.type)
    visible.push(fact)
  }
  const rulings = about ? readRulings(visible) : NO_RULINGS
  const seen: Seen[] = []
  for (const fact of visible) if (!isAboutFacts(fact.type)) seen.push(...seeFact(fact, { ...reading, rulings }))
  return sortSeen(seen)
}

/** The facts as derive sees them at `asOf` (laws 1 and 2): known by then, happened by then, corrected, in order. A fact about facts is seen when it is recorded. */
export function seeFacts(facts: readonly Fact[], asOf: Instant, reading: Reading): Seen[] {
  const seen = seeKnown(facts, asOf, reading)
  let count = seen.length
  while (count > 0 && seen[count - 1]!.at > asOf) count--
  return count === seen.length ? seen : seen.slice(0, count)
}
