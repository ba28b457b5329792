import type { Fact, FactType, Json } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { BoundPlan, Obligation, ObligationState } from './types.ts'
import type { RecordState } from './record.ts'
import { amendedPlan, newestOf, withSuccessors } from './amended.ts'
import { adopt, earliestRecordedAt, lookAt, needsHistory } from './record.ts'

/** One running obligation as it stands, and as the decision would leave it. */
export type Moved = {
  readonly obligation: Obligation
  readonly dueBefore: Instant | undefined
  readonly dueAfter: Instant | undefined
  readonly stateAfter: ObligationState
}

/** `to`: the binding newly agreed on. `history`: all facts that name the subject. */
export type Decision = { readonly to: BoundPlan; readonly history: readonly Fact[]; readonly now: Instant }

const DRY = 'dry-run'

function imagined(record: RecordState, { now, history }: Decision): (type: FactType, data: Fact['data']) => Fact {
  let seq = Math.max(record.position, ...history.map((fact) => fact.seq))
  const at = Math.max(now, earliestRecordedAt(record) ?? now)
  return (type, data) => ({
    id: `${DRY}-${type}`,
    seq: ++seq,
    subject: record.subject,
    also: [],
    type,
    occurredAt: at,
    recordedAt: at,
    source: 'system',
    by: undefined,
    data,
  })
}

export function moveData(to: BoundPlan): { readonly [key: string]: Json } {
  return { to: to.ref, binding: to.hash }
}

/** The plan of a record under which its running instances may be moved to `to`. A contract that has been amended has it already. */
export function movable(bound: BoundPlan, to: BoundPlan): BoundPlan {
  if (bound.editions?.some((one) => one.bound.hash === to.hash)) return bound
  return bound.hash === to.hash || bound.plain?.hash === to.hash ? bound : withSuccessors(bound, [to])
}

/**
 * What a move of everything that runs would change, before anybody decides: the very fold that will judge it, on a record that stays as it is. For a contract
 * that is yet to be amended the amendment is imagined with it.
 */
export function movedBy(bound: BoundPlan, record: RecordState, decision: Decision): readonly Moved[] {
  const { to, history, now } = decision
  const fact = imagined(record, decision)
  const amends = record.subject.startsWith('contract/') && newestOf(bound).hash !== to.hash
  const amendment = fact('contract.amended', {})
  const next = amends ? amendedPlan(bound, to, amendment.id) : movable(bound, to)
  const moved = fact('obligation.moved', moveData(to))
  const learned = adopt(next, record, { facts: amends ? [amendment, moved] : [moved], history })
  if (needsHistory(learned)) throw new Error(`the history of ${record.subject} was not enough`)
  const after = lookAt(next, learned.record, Math.max(now, moved.recordedAt)).obligations
  return lookAt(bound, record, now).obligations.flatMap((obligation): Moved[] => {
    const same = after.find(({ promise, episode }) => promise === obligation.promise && episode === obligation.episode)
    if (!same?.why.notes.some((note) => note.fact === moved.id)) return []
    return [{ obligation, dueBefore: obligation.dueAt, dueAfter: same.dueAt, stateAfter: same.state }]
  })
}
