import type { Done } from '../../../wire/base.ts'
import type { TakeBoard } from '../../../wire/board.ts'
import type { TakeInvoices } from '../../../wire/invoices.ts'
import type { Transaction } from '../../database/pool.ts'
import { findContracts } from '../../store/contract-queries.ts'
import { findCustomers } from '../../store/parties.ts'
import { writeTrail } from '../../store/trail.ts'
import type { TrailLine } from '../../store/trail.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuseField } from '../problem.ts'
import type { Call, Permission } from '../route.ts'

type Writes<Permit extends Permission, Body, Params = undefined> = Call<Permit, Params, undefined, Body>
type Taken = Pick<TrailLine, 'action' | 'subject' | 'data'>

/** Files that pages make of what they show leave a line in the trail, as those do that are made here. `found`: what was taken, or why it cannot have been. */
async function noteTaken(
  call: Pick<Call<'contract.read', unknown, unknown, unknown>, 'http' | 'caller' | 'key' | 'address'>,
  found: (tx: Transaction) => Promise<Taken | Refused>,
): Promise<Done | Refused> {
  const { http, caller, address } = call
  const at = await http.services.clock.now(caller.tenant)
  return once<Done>(call, {
    work: async (tx) => {
      const taken = await found(tx)
      if (taken instanceof Refused) return taken
      await writeTrail(tx, { at, person: caller.person, address, ...taken })
      return { ok: true }
    },
  })
}

/** A year of a promise board (承诺看板). */
export function noteBoard(call: Writes<'contract.read', TakeBoard, { readonly id: string }>): Promise<Done | Refused> {
  const { caller, params, body } = call
  return noteTaken(call, async (tx) => {
    const [contract] = await findContracts(tx, caller, { id: params.id, limit: 1 })
    if (!contract) return recordMissing()
    return { action: 'board.exported', subject: `contract/${params.id}`, data: { period: String(body.year), count: body.count } }
  })
}

/** The list of bills (费用单), as it was narrowed. */
export function noteInvoices(call: Writes<'invoice.read', TakeInvoices>): Promise<Done | Refused> {
  const { caller, body } = call
  const { month: period, customer, ...rest } = body
  return noteTaken(call, async (tx) => {
    if (customer === undefined) return { action: 'invoices.exported', data: { period, ...rest } }
    const [found] = await findCustomers(tx, caller, { id: customer, limit: 1 })
    if (!found) return refuseField('customer', 'field.no-such', { value: customer })
    return { action: 'invoices.exported', subject: `customer/${customer}`, data: { period, ...rest, customer: found.name } }
  })
}
