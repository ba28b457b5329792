import { can } from '../../../core/access/can.ts'
import { allowedActions } from '../../../core/ticket/decide.ts'
import { sayRefusal } from '../../../core/ticket/refusal.ts'
import type { Locale } from '../../../core/words.ts'
import type { TicketAction } from '../../../wire/tickets.ts'
import type { TicketPageRow } from '../../store/ticket-queries.ts'
import { saySentence } from '../../words/say.ts'
import { widest } from '../caller.ts'
import type { Caller } from '../caller.ts'
import { ACTION_OF } from './command-actions.ts'

export type Looking = { readonly caller: Caller; readonly row: TicketPageRow; readonly now: number; readonly locale: Locale }

/**
 * Every command that the person's roles know, with whether it can be done now: first whether they may on this ticket, then
 * whether its state allows it, each refusal with its sentence. What their roles never allow is not on the page at all.
 */
export function actionsOf({ caller, row, now, locale }: Looking): TicketAction[] {
  const subject = { customer: row.customer ?? undefined, team: row.team ?? undefined, people: [row.assignee ?? undefined, ...row.owners] }
  return allowedActions(row.state_json, { now })
    .filter(({ command }) => widest(caller, ACTION_OF[command]) !== undefined)
    .map(({ command, refusal }) => {
      if (!can(caller, ACTION_OF[command], subject).allow)
        return { command, allowed: false, code: 'access.denied', refusal: saySentence(locale, 'access.denied') }
      if (refusal) return { command, allowed: false, code: `ticket.${refusal.code}`, refusal: sayRefusal(refusal, locale) }
      return { command, allowed: true }
    })
}
