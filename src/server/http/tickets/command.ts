import type { z } from 'zod'
import { byContract, canBeGiven } from '../../../core/access/by-contract.ts'
import type { ByContract } from '../../../core/access/by-contract.ts'
import { can } from '../../../core/access/can.ts'
import { sayDenial } from '../../../core/access/say.ts'
import type { Action } from '../../../core/access/actions.ts'
import type { BoundPlan, Obligation } from '../../../core/promise/types.ts'
import type { TicketCommand as CoreCommand } from '../../../core/ticket/command.ts'
import { decide } from '../../../core/ticket/decide.ts'
import { TICKET_KIND, ticketNumber } from '../../../core/ticket/number.ts'
import type { Refusal } from '../../../core/ticket/refusal.ts'
import type { TicketState } from '../../../core/ticket/state.ts'
import type { Locale } from '../../../core/words.ts'
import type { ReportFault, TICKET_COMMANDS, TicketChanged, TicketCommand } from '../../../wire/ticket-commands.ts'
import { withTenant } from '../../database/pool.ts'
import { carrying } from '../../files/carry.ts'
import { refusedIfOvertaken } from '../../overtaken.ts'
import { rememberFor } from '../../release.ts'
import { obligationsOfTickets } from '../../store/obligation-queries.ts'
import { isAlone, rolesByContract } from '../../store/releases.ts'
import { present } from '../../store/rows.ts'
import { contractPeople, findTicket } from '../../store/ticket-queries.ts'
import type { TicketPageRow } from '../../store/ticket-queries.ts'
import { ticketAggregate } from '../../ticket.ts'
import { newId, transact } from '../../transact.ts'
import type { Command, Done } from '../../transact.ts'
import type { Caller } from '../caller.ts'
import { filesNamed } from '../files/attach.ts'
import type { Http } from '../http.ts'
import { boundOf } from '../plan-of.ts'
import { presentClock } from '../present/clock.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call, Permission, Repeat } from '../route.ts'
import { ACTION_OF } from './command-actions.ts'
import { contextOf } from './context.ts'
import type { Acting } from './context.ts'
import { placeFor, standOn } from './ground.ts'
import { answerOf } from './outcome.ts'
import { yearAt } from './year.ts'

type Id = { readonly id: string }
type Seam = Command<TicketState, Refusal>

/** What the page needs at once: where the ticket stands and its clocks, before it refetches. */
function changedBy(
  done: Done<TicketState>,
  { id, bound, locale }: { id: string; bound: BoundPlan | undefined; locale: Locale },
): TicketChanged {
  return {
    id,
    number: done.state.number,
    state: done.state.phase,
    version: done.version,
    facts: done.facts.map((fact) => fact.id),
    recordedAt: done.recordedAt,
    clocks: done.obligations.map((one: Obligation) => presentClock(one, bound, locale)),
    conflicts: done.facts.flatMap((fact) => (typeof fact.data.conflict === 'string' ? [fact.data.conflict] : [])),
  }
}

export function onceBy(caller: Caller, key: Repeat | undefined, answer: (done: Done<TicketState>) => unknown): Seam['once'] {
  if (!key) throw new Error('a keyed write came without its key')
  return { person: caller.person, key: key.key, hash: key.hash, answer }
}

/** A new ticket: customer, site, device and contract are checked to belong together, then one statement writes all of it. */
export async function reportFault(call: Call<'ticket.report', undefined, undefined, ReportFault>): Promise<TicketChanged | Refused> {
  const { http, caller, body, key, locale } = call
  const { files: named, ...said } = body
  const ground = await standOn(http, caller, said)
  if (ground instanceof Refused) return ground
  const files = await filesNamed(http, caller, named)
  if (files instanceof Refused) return files
  const id = newId()
  const year = yearAt(await http.services.clock.now(caller.tenant), ground.timezone)
  const count = await http.services.numbers.next(caller.tenant, TICKET_KIND, year)
  const known = { number: ticketNumber(TICKET_KIND, year, count), place: ground.place }
  let bound: BoundPlan | undefined
  const opening: Seam = {
    tenant: caller.tenant,
    subject: `ticket/${id}`,
    aggregate: ticketAggregate(body.title),
    opens: { contract: ground.contract },
    once: onceBy(caller, key, (done) => changedBy(done, { id, bound, locale })),
    decide: (moment) => {
      bound = moment.bound
      return decide(
        moment.state,
        { ...said, name: 'report', site: ground.site, contract: ground.contract },
        contextOf(moment, { http, caller, action: 'ticket.report', known }),
      )
    },
  }
  const outcome = await transact(http.services, carrying(opening, files))
  if (outcome.kind !== 'done') http.services.numbers.giveBack(caller.tenant, TICKET_KIND, { year, number: count })
  return answerOf<TicketChanged>(outcome)
}

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

const releases = (name: TicketCommand): boolean => name === 'waive' || name === 'excuse'

type BodyOf<Name extends TicketCommand> = z.output<(typeof TICKET_COMMANDS)[Name]>

/** The handler of one command: the same for all, since only the core knows what each means. */
export function onTicket<Name extends TicketCommand>(name: Name) {
  return async (call: Call<Permission, Id, undefined, BodyOf<Name>>): Promise<TicketChanged | Refused> => {
    const { http, params, body, key, locale } = call
    const caller = call.caller as Caller
    const action = ACTION_OF[name]
    const row = await ticketFor(http, caller, { id: params.id, action })
    if (row instanceof Refused) return row
    const { expectedVersion, files: ids, ...rest } = body as BodyOf<Name> & { readonly files?: readonly string[] }
    const files = await filesNamed(http, caller, ids)
    if (files instanceof Refused) return files
    const command = { ...rest, name, files } as unknown as CoreCommand
    const known = await lookUp(http, caller, { row, command })
    if (known instanceof Refused) return known
    let bound: BoundPlan | undefined
    const step: Seam = {
      tenant: caller.tenant,
      subject: `ticket/${params.id}`,
      aggregate: ticketAggregate(command.name === 'edit' ? command.title : undefined),
      expectedVersion,
      beside: releases(name)
        ? rememberFor({ customer: present(row.customer), contract: present(row.contract), ticket: row.id })
        : undefined,
      once: onceBy(caller, key, (done) => changedBy(done, { id: params.id, bound, locale })),
      decide: (moment) => {
        bound = moment.bound
        return decide(moment.state, command, contextOf(moment, { http, caller, action, known }))
      },
    }
    const outcome = await transact(http.services, carrying(step, files)).catch(refusedIfOvertaken<Refusal>)
    return answerOf<TicketChanged>(outcome)
  }
}

/** What some commands want to know of other records. A ticket that the person may not see is as if it were not there. */
async function lookUp(
  http: Http,
  caller: Caller,
  { row, command }: { row: TicketPageRow; command: CoreCommand },
): Promise<Acting['known'] | Refused> {
  const standing = {
    customer: row.customer ?? '',
    site: row.site ?? undefined,
    asset: row.asset ?? undefined,
    contract: row.contract ?? undefined,
  }
  switch (command.name) {
    case 'merge': {
      const target = await ticketFor(http, caller, { id: command.into, action: 'ticket.merge' })
      return target instanceof Refused ? refuseField('into', 'field.no-such', { value: command.into }) : { into: target.state_json }
    }
    case 'waive':
    case 'excuse':
      return withTenant(http.services.pool, caller.tenant, async (tx) => ({
        obligations: await obligationsOfTickets(tx, [row.id]),
        alone: await isAlone(tx, caller.person),
        rolesByContract: await rolesByContract(tx, standing.contract, caller.person),
      }))
    case 'edit': {
      const { site = standing.site, asset = standing.asset } = command
      return placeFor(http, caller.tenant, { ...standing, site, asset })
    }
    default:
      return {}
  }
}
