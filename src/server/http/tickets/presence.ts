import type { Done } from '../../../wire/base.ts'
import type { Presence, PresenceEvent } from '../../../wire/presence.ts'
import { PRESENCE_STATES } from '../../../wire/presence.ts'
import { withTenant } from '../../database/pool.ts'
import { findTicket } from '../../store/ticket-queries.ts'
import { recordMissing, refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

/** A line of events has little room, and a name is only shown. */
const NAME_KEPT = 20

/** 在看: tells those of the house who have the same ticket open. Nothing is written: the same again says the same again. */
export async function present({
  http,
  caller,
  params,
  body,
}: Call<'ticket.read', { readonly id: string }, undefined, Presence>): Promise<Done | Refused> {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const { pool, live } = http.services
  const row = await withTenant(pool, caller.tenant, (tx) => findTicket(tx, caller, params.id))
  if (!row) return recordMissing()
  const id = [params.id, caller.person, body.state, caller.name.slice(0, NAME_KEPT)].join(':')
  live.changed({ tenant: caller.tenant, kind: 'presence', ids: [id] })
  return { ok: true }
}

/** What an event of presence says. */
export function readPresence(id: string): PresenceEvent | undefined {
  const [ticket = '', person = '', said, ...name] = id.split(':')
  const state = PRESENCE_STATES.find((one) => one === said)
  return state && { ticket, person: { id: person, name: name.join(':') }, state }
}
