import { byContract } from '../../../core/access/by-contract.ts'
import type { Agreed } from '../../../core/access/by-contract.ts'
import { can } from '../../../core/access/can.ts'
import { sayDenial } from '../../../core/access/say.ts'
import { allowedActions } from '../../../core/ticket/decide.ts'
import { sayRefusal } from '../../../core/ticket/refusal.ts'
import type { Locale } from '../../../core/words.ts'
import type { TicketAction } from '../../../wire/tickets.ts'
import type { TicketPageRow } from '../../store/ticket-queries.ts'
import { saySentence } from '../../words/say.ts'
import { widest } from '../caller.ts'
import type { Caller } from '../caller.ts'
import { ACTION_OF } from './command-actions.ts'

export type Looking = {
  readonly caller: Caller
  readonly row: TicketPageRow
  readonly now: number
  readonly locale: Locale
  readonly agreed: Agreed | undefined
  /** some other ticket is linked to this one */
  readonly related: boolean
}

/**
 * Every command that the person's roles know, with whether it can be done now: first whether they may on this ticket, then
 * whether its state allows it, each refusal with its sentence. What their roles never allow is not on the page at all.
 */
export function actionsOf({ caller, row, now, locale, agreed, related }: Looking): TicketAction[] {
  const subject = { customer: row.customer ?? undefined, team: row.team ?? undefined, people: [row.assignee ?? undefined, ...row.owners] }
  return allowedActions(row.state_json, { now })
    .map((one) => ({ ...one, agreed: agreed && byContract(caller, ACTION_OF[one.command], agreed) }))
    .filter((one) => one.agreed?.allow === true || widest(caller, ACTION_OF[one.command]) !== undefined)
    .map(({ command, refusal, agreed: named }) => {
      if (named?.allow === false) return { command, allowed: false, code: named.refusal.code, refusal: sayDenial(named.refusal, locale) }
      if (!named && !can(caller, ACTION_OF[command], subject).allow)
        return { command, allowed: false, code: 'access.denied', refusal: saySentence(locale, 'access.denied') }
      if (command === 'unrelate' && !related)
        return { command, allowed: false, code: 'ticket.relate-not', refusal: sayRefusal({ code: 'relate-not', params: {} }, locale) }
      if (refusal) return { command, allowed: false, code: `ticket.${refusal.code}`, refusal: sayRefusal(refusal, locale) }
      return { command, allowed: true }
    })
}
