import type { Outcome } from '../../transact.ts'
import type { TicketState } from '../../../core/ticket/state.ts'
import { sayRefusal } from '../../../core/ticket/refusal.ts'
import type { Refusal } from '../../../core/ticket/refusal.ts'
import type { Locale } from '../../../core/words.ts'
import { Refused, refuse, refuseField } from '../problem.ts'
import { answerOfSeam } from '../seam-answer.ts'

/** What the seam says of a ticket, as an answer or as a problem. */
export function answerOf<Answer>(outcome: Outcome<TicketState, Refusal>): Answer | Refused {
  return answerOfSeam(outcome, {
    refused: refusedBy,
    stale: ({ version }) => refuse(409, 'ticket.stale', { version }),
    exists: () => refuse(409, 'ticket.exists'),
    unknown: (table) => refuseField(FIELD_OF[table] ?? table, 'ticket.missing-reference', { table }),
  })
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
