import { approvalProblem } from '../approval.ts'
import type { FactType, Subject } from '../fact.ts'
import { BACKFILL_MS } from '../promise/backfill.ts'
import { formatDay } from '../time/civil.ts'
import type { Instant } from '../time/instant.ts'
import { localOf } from '../time/zone.ts'
import type { ContractCommand, ContractContext } from './decide.ts'
import type { ContractRefusal } from './refusal.ts'
import { refusal } from './refusal.ts'
import { alsoOf, datedIn } from './state.ts'
import type { ContractState, Correction, Reached } from './state.ts'

/** The fact of a command: what it says, the free text that stands beside it, and whom it speaks of. */
export type Said = {
  readonly type: FactType
  readonly data?: object
  readonly texts?: Readonly<Record<string, string | undefined>>
  readonly also: readonly Subject[]
}

/** A second pair of eyes on what was entered late: from then on it counts from when it happened. */
export function approve(of: string, note: string | undefined, { state, person }: Ruling): Said | ContractRefusal {
  const found = recorded(state, of) ?? correctionIn(state, of)
  if (!found) return refusal('milestone-unknown')
  const problem = approvalProblem(found, person)
  if (problem) return refusal(problem)
  return { type: 'fact.approved', data: { of }, texts: { note }, also: alsoOf(state) }
}

type Ruling = { readonly state: ContractState; readonly person: string }

function recorded({ milestones }: ContractState, of: string): Reached | undefined {
  return milestones.find((one) => one.fact === of)
}

function correctionIn(state: ContractState, of: string): Correction | undefined {
  return datedIn(state)
    .flatMap(({ corrections = [] }) => corrections)
    .find(({ fact }) => fact === of)
}

type Correct = Extract<ContractCommand, { name: 'correct' }>

/** What the contract was signed for comes before what changed it. */
function afterAmendment(to: Instant, { signing, agreements }: ContractState): boolean {
  const next = agreements.find(({ fact }) => fact !== signing?.fact)
  return next !== undefined && to > next.from
}

/** Whoever entered it does not move it far back alone: that waits for a second person, as a late entry does. */
export function correct(
  { of, from, to, reason, dispute }: Correct,
  state: ContractState,
  context: ContractContext,
): Said | ContractRefusal {
  const found = datedIn(state).find(({ fact }) => fact === of)
  if (!found) return refusal('milestone-unknown')
  if (found.at !== from) return refusal('correct-moved', {}, 'from')
  if (to === from) return refusal('correct-same', {}, 'to')
  const { now, source, person, zone, backfillMs = BACKFILL_MS } = context
  if (to > now) return refusal('in-future', {}, 'to')
  const signing = found === state.signing
  if (signing && afterAmendment(to, state)) return refusal('signed-after-amendment', {}, 'to')
  if (reason.trim() === '') return refusal('correct-reason', {}, 'reason')
  const first = found.corrections?.[0]?.from ?? found.at
  const late = source === 'hand' && found.by === person && first - to > backfillMs
  const day = signing && zone ? formatDay(localOf(zone, to).day) : undefined
  return {
    type: 'fact.corrected',
    data: { of, field: 'occurredAt', from, to, day, reason: 'stated', late: late || undefined, dispute },
    texts: { reason },
    also: alsoOf(state),
  }
}

/** A milestone that did not happen. What was agreed is put right by an amendment. */
export function declareVoid(
  { of, reason, dispute }: Extract<ContractCommand, { name: 'void' }>,
  state: ContractState,
): Said | ContractRefusal {
  if (!recorded(state, of)) return refusal('milestone-unknown')
  if (reason.trim() === '') return refusal('void-reason', {}, 'reason')
  return { type: 'fact.voided', data: { of, reason: true, dispute }, texts: { reason }, also: alsoOf(state) }
}
