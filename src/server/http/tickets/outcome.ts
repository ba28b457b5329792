import type { Outcome } from '../../transact.ts'
import type { TicketState } from '../../../core/ticket/state.ts'
import { sayRefusal } from '../../../core/ticket/refusal.ts'
import type { Refusal } from '../../../core/ticket/refusal.ts'
import type { Locale } from '../../../core/words.ts'
import { gatedBy } from '../gated.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'

/** What the seam says, as an answer or as a problem. */
export function answerOf<Answer>(outcome: Outcome<TicketState, Refusal>): Answer | Refused {
  switch (outcome.kind) {
    case 'done':
    case 'repeated':
      return outcome.answer as Answer
    case 'key-reused':
      return refuse(409, 'idempotency.reused')
    case 'gated':
      return gatedBy(outcome)
    case 'refused':
      return refusedBy(outcome.refusal)
    case 'missing':
      return recordMissing()
    case 'stale':
      return refuse(409, 'ticket.stale', { version: outcome.version })
    case 'exists':
      return refuse(409, 'ticket.exists')
    case 'unknown-reference':
      return refuseField(FIELD_OF[outcome.table] ?? outcome.table, 'ticket.missing-reference', { table: outcome.table })
    default:
      return outcome satisfies never
  }
}

/** The column that names the record, as the commands name it. */
const FIELD_OF: Readonly<Record<string, string>> = { assignee: 'person', person: 'person' }

/** A rule of the trade refuses: 422, with its own sentence; a wrong field is 400 like any other. */
export function refusedBy(refusal: Refusal): Refused {
  const say = (locale: Locale) => sayRefusal(refusal, locale)
  const code = `ticket.${refusal.code}`
  const { field } = refusal
  const fields = [refusal, ...(refusal.more ?? [])].filter((one) => one.field !== undefined)
  const errors = fields.map((one) => ({
    field: one.field ?? '',
    code: `ticket.${one.code}`,
    say: (locale: Locale) => sayRefusal(one, locale),
  }))
  return new Refused({ status: field === undefined ? 422 : 400, code, say }).with(field === undefined ? {} : { field, errors })
}
