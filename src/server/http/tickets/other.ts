import type { Action } from '../../../core/access/actions.ts'
import type { Context } from '../../../core/ticket/command.ts'
import { earliestReport } from '../../../core/ticket/ties.ts'
import { withTenant } from '../../database/pool.ts'
import { readFacts } from '../../store/ledger.ts'
import type { TicketPageRow } from '../../store/ticket-queries.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { Refused, refuseField } from '../problem.ts'
import { ticketFor } from './reached.ts'

type Wanted = { readonly row: TicketPageRow; readonly id: string; readonly field: string; readonly action: Action }

/** The other ticket that a command names, with what ties this one already. One that the person may not see is as if it were not there. */
export async function otherTicket(
  http: Http,
  caller: Caller,
  { row, id, field, action }: Wanted,
): Promise<Pick<Context, 'into' | 'facts'> | Refused> {
  const target = await ticketFor(http, caller, { id, action })
  if (target instanceof Refused) return refuseField(field, 'field.no-such', { value: id })
  const facts = await withTenant(http.services.pool, caller.tenant, (tx) => readFacts(tx, `ticket/${row.id}`))
  return { into: target.state_json, facts }
}

/** What a report is split off from, and when that was first reported. */
export async function originOf(http: Http, caller: Caller, splitFrom: string | undefined): Promise<Pick<Context, 'from'> | Refused> {
  if (splitFrom === undefined) return {}
  const origin = await ticketFor(http, caller, { id: splitFrom, action: 'ticket.edit' })
  if (origin instanceof Refused) return refuseField('splitFrom', 'field.no-such', { value: splitFrom })
  const facts = await withTenant(http.services.pool, caller.tenant, (tx) => readFacts(tx, `ticket/${splitFrom}`))
  return { from: { ...origin.state_json, since: earliestReport(origin.state_json, facts) } }
}
