import type { Action } from '../../../core/access/actions.ts'
import type { Context } from '../../../core/ticket/command.ts'
import type { TicketState } from '../../../core/ticket/state.ts'
import type { Moment } from '../../transact.ts'
import { roleFor } from '../caller.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'

export type Acting = {
  readonly http: Http
  readonly caller: Caller
  readonly action: Action
  /** looked up before, for the commands that ask for it */
  readonly known?:
    | (Partial<Pick<Context, 'number' | 'place' | 'routed' | 'into' | 'from' | 'facts' | 'obligations' | 'alone'>> & {
        readonly rolesByContract?: readonly string[]
      })
    | undefined
}

/** What decisions know beside the state: who, when, under which plan. All of it ends up in the facts. */
export function contextOf(
  { now, subject, newId, bound }: Pick<Moment<TicketState>, 'now' | 'subject' | 'newId' | 'bound'>,
  { http, caller, action, known: { rolesByContract = [], ...known } = {} }: Acting,
): Context {
  return {
    now,
    subject,
    newId,
    source: 'hand',
    person: {
      id: caller.person,
      role: roleFor(caller, action),
      roles: [...caller.roles.map(({ id }) => id), ...rolesByContract],
      customer: caller.customer,
    },
    plan: bound?.plan,
    planRef: bound?.ref,
    backfillMs: bound?.backfillMs ?? http.services.backfillMs,
    ...known,
  }
}
