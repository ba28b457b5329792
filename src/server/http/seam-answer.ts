import type { Recorded } from '../../wire/facts.ts'
import type { Done, Outcome } from '../transact.ts'
import { gatedBy } from './gated.ts'
import { recordMissing, refuse } from './problem.ts'
import type { Refused } from './problem.ts'

/** Which facts a write left in the ledger, and where it ended then. */
export function recordedBy({ facts, recordedAt }: Pick<Done<unknown>, 'facts' | 'recordedAt'>): Recorded {
  return { facts: facts.map(({ id }) => id), position: facts.at(-1)?.seq ?? 0, recordedAt }
}

/** What each aggregate says in its own words; the rest is said alike of all. */
export type OwnWords<State, Refusal> = {
  readonly refused: (refusal: Refusal) => Refused
  readonly stale: (outcome: Extract<Outcome<State, Refusal>, { kind: 'stale' }>) => Refused
  /** the id or the number is taken */
  readonly exists: () => Refused
  readonly unknown: (table: string) => Refused
}

/** What the seam says, as an answer or as a problem. */
export function answerOfSeam<Answer, State, Refusal>(outcome: Outcome<State, Refusal>, own: OwnWords<State, Refusal>): Answer | Refused {
  switch (outcome.kind) {
    case 'done':
    case 'repeated':
      return outcome.answer as Answer
    case 'key-reused':
      return refuse(409, 'idempotency.reused')
    case 'gated':
      return gatedBy(outcome)
    case 'missing':
      return recordMissing()
    case 'refused':
      return own.refused(outcome.refusal)
    case 'stale':
      return own.stale(outcome)
    case 'exists':
      return own.exists()
    case 'unknown-reference':
      return own.unknown(outcome.table)
    default:
      return outcome satisfies never
  }
}
