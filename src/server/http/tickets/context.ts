import type { Action } from '../../../core/access/actions.ts'
import type { TicketContext } from '../../../core/ticket/context.ts'
import type { TicketState } from '../../../core/ticket/state.ts'
import type { Moment } from '../../transact.ts'
import { roleFor } from '../caller.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'

export type Acting = {
  readonly http: Http
  readonly caller: Caller
  readonly action: Action
  /** id of the ticket */
  readonly ticket: string
}

/** What decisions know beside the state: who, when, under which plan. All of it ends up in the facts. */
export function contextOf({ now, newId, bound }: Pick<Moment<TicketState>, 'now' | 'newId' | 'bound'>, { http, caller, action, ticket }: Acting): TicketContext {
  return {
    ticket,
    now,
    newId,
    person: caller.person,
    role: roleFor(caller, action),
    source: 'hand',
    backfillMs: bound?.backfillMs ?? http.services.backfillMs,
    plan: bound?.plan,
  }
}
