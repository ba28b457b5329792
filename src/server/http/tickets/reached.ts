import { byContract, canBeGiven } from '../../../core/access/by-contract.ts'
import type { ByContract } from '../../../core/access/by-contract.ts'
import type { Action } from '../../../core/access/actions.ts'
import { can } from '../../../core/access/can.ts'
import { sayDenial } from '../../../core/access/say.ts'
import { withTenant } from '../../database/pool.ts'
import { contractPeople, findTicket } from '../../store/ticket-queries.ts'
import type { TicketPageRow } from '../../store/ticket-queries.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { boundOf } from '../plan-of.ts'
import { Refused, recordMissing, refuse } from '../problem.ts'

/** May this person do it to this ticket? What they may not even see is missing; what they see and may not do is denied. */
export async function ticketFor(
  http: Http,
  caller: Caller,
  { id, action }: { id: string; action: Action },
): Promise<TicketPageRow | Refused> {
  const row = await withTenant(http.services.pool, caller.tenant, (tx) => findTicket(tx, caller, id))
  if (!row) return recordMissing()
  const agreed = await byContractOf(http, caller, { row, action })
  if (agreed) return agreed.allow ? row : refusedByContract(agreed)
  const decision = can(caller, action, {
    customer: row.customer ?? undefined,
    team: row.team ?? undefined,
    people: [row.assignee ?? undefined, ...row.owners],
  })
  return decision.allow ? row : refuse(403, 'access.denied')
}

/** What the contract of a ticket says of who does it, where its plan says so at all. */
async function byContractOf(
  http: Http,
  caller: Caller,
  { row, action }: { readonly row: TicketPageRow; readonly action: Action },
): Promise<ByContract | undefined> {
  const { contract, bound_hash: hash } = row
  if (contract === null || hash === null || !canBeGiven(action)) return undefined
  const { plan } = await boundOf(http, caller.tenant, hash)
  return byContract(caller, action, {
    plan,
    people: await withTenant(http.services.pool, caller.tenant, (tx) => contractPeople(tx, contract)),
  })
}

function refusedByContract({ refusal }: Extract<ByContract, { allow: false }>): Refused {
  return new Refused({ status: 403, code: refusal.code, say: (locale) => sayDenial(refusal, locale) })
}
