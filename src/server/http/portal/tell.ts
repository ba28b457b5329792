import type { Action } from '../../../core/access/actions.ts'
import type { Json } from '../../../core/fact.ts'
import { nounOfService } from '../../../core/service/vocabulary.ts'
import type { ServiceType } from '../../../core/service/vocabulary.ts'
import type { ComplainOfTicket, RateTicket } from '../../../wire/portal.ts'
import type { ServiceChanged } from '../../../wire/services.ts'
import { withTenant } from '../../database/pool.ts'
import { newId } from '../../transact.ts'
import { filesNamed } from '../files/attach.ts'
import { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { changed, ownersNamed, write } from '../services/write.ts'
import { ticketFor } from '../tickets/reached.ts'
import { forCustomers, isCustomer } from './customer.ts'

type Tells<Permit extends Action, Body> = Call<Permit, { readonly id: string }, undefined, Body>

type Telling = {
  readonly action: Action
  readonly type: ServiceType
  readonly values: Readonly<Record<string, Json>>
  readonly files?: readonly string[] | undefined
}

/** A service record that the customer begins under a ticket that they may see. */
async function tell(
  { http, caller, params, key }: Tells<Action, unknown>,
  { action, type, values, files: named }: Telling,
): Promise<ServiceChanged | Refused> {
  if (!isCustomer(caller)) return forCustomers()
  const row = await ticketFor(http, caller, { id: params.id, action })
  if (row instanceof Refused) return row
  const owners = await withTenant(http.services.pool, caller.tenant, (tx) =>
    ownersNamed(tx, caller, { ticket: row.id, contract: undefined, site: undefined, asset: undefined }),
  )
  if (owners instanceof Refused) return owners
  const files = await filesNamed(http, caller, named)
  if (files instanceof Refused) return files
  const id = newId()
  const command = { name: 'record', type, values } as const
  return write({ http, caller, key }, { subject: `${nounOfService(type)}/${id}`, owners, command, opens: true, files }, changed(id))
}

export function rateTicket(call: Tells<'ticket.confirm', RateTicket>): Promise<ServiceChanged | Refused> {
  const { satisfied, score, note } = call.body
  return tell(call, {
    action: 'ticket.confirm',
    type: 'survey.answered',
    values: { satisfied, score, ...(note === undefined ? {} : { summary: note }) },
  })
}

export function complainOfTicket(call: Tells<'ticket.refuse', ComplainOfTicket>): Promise<ServiceChanged | Refused> {
  const { kind, text, files } = call.body
  return tell(call, { action: 'ticket.refuse', type: 'complaint.opened', values: { kind, summary: text }, files })
}
