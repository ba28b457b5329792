import type { Fact, Subject } from '../../fact.ts'
import type { GateClause } from '../../plan/forms.ts'
import type { EventExpr, Test } from '../../plan/types.ts'
import type { Instant } from '../../time/instant.ts'
import type { RecordState } from '../record.ts'
import { earliestRecordedAt, learn, needsHistory } from '../record.ts'
import type { BoundPlan, Obligation } from '../types.ts'
import { lackOf } from './lack.ts'

/** An intended fact that a gate refuses, and what would let it pass. */
export type Refusal = {
  readonly promise: string
  readonly subject: Subject
  /** the intended fact */
  readonly fact: string
  readonly title: string | undefined
  readonly text: string | undefined
  readonly source: readonly string[]
  /** what has not happened yet */
  readonly missing: readonly EventExpr[]
  /** what the fact itself would have to say */
  readonly allows: Test | undefined
  /** the role that may let it pass once, with reason and evidence */
  readonly waive: string | undefined
}

/** Facts as somebody is about to state them: they happen at `now`, and get their places in the ledger only when they are written. */
export type Intended = Pick<Fact, 'id' | 'subject' | 'also' | 'type' | 'source' | 'by' | 'data'>

/** Facts that are about to be written, as they would stand in the ledger. */
function asWritten(record: RecordState, facts: readonly Intended[], now: Instant): Fact[] {
  const at = Math.max(now, earliestRecordedAt(record) ?? now)
  return facts.map((fact, index) => ({ ...fact, seq: record.position + 1 + index, occurredAt: at, recordedAt: at }))
}

function refusalOf(clause: GateClause, obligation: Obligation): Refusal {
  const { id, title, text, source, waive } = clause
  const { subject, why } = obligation
  return { promise: id, subject, fact: why.anchor.fact!, title, text, source, ...lackOf(clause, obligation), waive }
}

export type Intention = { readonly facts: readonly Intended[]; readonly now: Instant }

/**
 * Which gates would be broken if these facts were written now: the very fold that will judge them, on a record that stays as it is. Facts intended together
 * are judged together, so what one needs another may bring. For people who are about to do something; what has been done is recorded all the same.
 */
export function gatesAgainst(bound: BoundPlan, record: RecordState, { facts, now }: Intention): readonly Refusal[] {
  const learned = learn(bound, record, asWritten(record, facts, now))
  // Only facts about facts ask for history, and those pass through no gate.
  if (needsHistory(learned)) return []
  const intended = new Set(facts.map(({ id }) => id))
  return learned.obligations.flatMap((obligation) => {
    const clause = bound.plan.promises[obligation.promise]
    const { fact } = obligation.why.anchor
    if (clause?.form !== 'gate' || fact === undefined || !intended.has(fact)) return []
    return obligation.state === 'open' || obligation.state === 'broken' ? [refusalOf(clause, obligation)] : []
  })
}
