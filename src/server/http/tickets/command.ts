import type { z } from 'zod'
import type { BoundPlan, Obligation } from '../../../core/promise/types.ts'
import { route } from '../../../core/routing/route.ts'
import type { Decision, Routed, TicketCommand as CoreCommand } from '../../../core/ticket/command.ts'
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
import { employerOf } from '../../store/people.ts'
import { obligationsOfTickets } from '../../store/obligation-queries.ts'
import { isAlone, rolesByContract } from '../../store/releases.ts'
import { present } from '../../store/rows.ts'
import type { TicketPageRow } from '../../store/ticket-queries.ts'
import { followRecords } from '../../service.ts'
import { ticketAggregate } from '../../ticket.ts'
import { newId, transact } from '../../transact.ts'
import type { Command, Done } from '../../transact.ts'
import type { Caller } from '../caller.ts'
import { filesNamed } from '../files/attach.ts'
import type { Http } from '../http.ts'
import { planIdOf } from '../plan-of.ts'
import { presentClock } from '../present/clock.ts'
import { Refused, refuseField } from '../problem.ts'
import type { Call, Permission, Repeat } from '../route.ts'
import { ACTION_OF } from './command-actions.ts'
import { contextOf } from './context.ts'
import type { Acting } from './context.ts'
import { placeFor, standOn } from './ground.ts'
import { originOf, otherTicket } from './other.ts'
import type { Ground } from './ground.ts'
import { answerOf } from './outcome.ts'
import { ticketFor } from './reached.ts'
import { isHeard, mentioned, tellWatchers } from './watching.ts'
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

/** 分派: to which team it goes by the firm's rules, and why; it ends up in the fact. */
function routedBy(
  said: Pick<ReportFault, 'type' | 'grade' | 'customerGrade'>,
  { standing, contract, place }: Ground,
  plan: string | undefined,
): Routed | undefined {
  const { rules, otherwise } = standing.routing
  if (rules.length === 0 && otherwise === null) return undefined
  const { team, sentBy, rankedBy, asked } = route(
    { rules, otherwise: otherwise ?? undefined },
    {
      type: said.type,
      grade: said.grade ?? said.customerGrade,
      category: place.class,
      contract,
      plan,
      customerClass: present(standing.customer_class),
    },
  )
  const named = (id: string | undefined) => rules.find((one) => one.id === id)?.name
  return { team, rule: sentBy, name: named(sentBy), rankedBy: named(rankedBy), held: asked.find(({ rule }) => rule === sentBy)?.held ?? [] }
}

function withoutName(decision: Decision): Decision {
  return decision.ok ? { ...decision, facts: decision.facts.map(({ by: _by, ...fact }) => fact) } : decision
}

/** A new ticket: customer, site, device and contract are checked to belong together, then one statement writes all of it. */
export async function reportFault(
  call: Call<'ticket.report', undefined, undefined, ReportFault>,
  /** `nobody`: whoever scanned the code of a device, whom no fact names */
  by: 'caller' | 'nobody' = 'caller',
): Promise<TicketChanged | Refused> {
  const { http, caller, body, key, locale } = call
  const { files: named, ...said } = body
  const ground = await standOn(http, caller, said)
  if (ground instanceof Refused) return ground
  const files = await filesNamed(http, caller, named)
  if (files instanceof Refused) return files
  const origin = await originOf(http, caller, said.splitFrom)
  if (origin instanceof Refused) return origin
  const id = newId()
  const year = yearAt(await http.services.clock.now(caller.tenant), ground.timezone)
  const count = await http.services.numbers.next(caller.tenant, TICKET_KIND, year)
  const known = {
    number: ticketNumber(TICKET_KIND, year, count),
    place: ground.place,
    ...origin,
    routed: routedBy(said, ground, await planIdOf(http, caller.tenant, ground.contract)),
  }
  let bound: BoundPlan | undefined
  const opening: Seam = {
    tenant: caller.tenant,
    subject: `ticket/${id}`,
    aggregate: ticketAggregate(body.title),
    opens: { contract: ground.contract },
    // The one that it is split off from hears it, under whatever contract it is.
    ...(said.splitFrom === undefined ? {} : { tickets: ticketAggregate() }),
    once: onceBy(caller, key, (done) => changedBy(done, { id, bound, locale })),
    decide: (moment) => {
      bound = moment.bound
      const decision = decide(
        moment.state,
        { ...said, name: 'report', site: ground.site, contract: ground.contract },
        contextOf(moment, { http, caller, action: 'ticket.report', known }),
      )
      return by === 'nobody' ? withoutName(decision) : decision
    },
  }
  const outcome = await transact(http.services, carrying(opening, files))
  if (outcome.kind !== 'done') http.services.numbers.giveBack(caller.tenant, TICKET_KIND, { year, number: count })
  return answerOf<TicketChanged>(outcome)
}

/** Commands that speak to another ticket, which hears them under its own plan. */
const TYING: readonly TicketCommand[] = ['merge', 'relate', 'unrelate']

const releases = (name: TicketCommand): boolean => name === 'waive' || name === 'excuse'

/** Rows that a command changes beside the ticket's own. */
function besideOf(name: TicketCommand, row: TicketPageRow): Seam['beside'] {
  if (releases(name)) return rememberFor({ customer: present(row.customer), contract: present(row.contract), ticket: row.id })
  if (name !== 'arrive' && name !== 'finish-visit') return undefined
  return (tx, { facts, recordedAt }) => followRecords(tx, facts, recordedAt)
}

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
    const mentions = command.name === 'note' ? (command.mentions ?? []) : []
    const stranger = await mentioned(http, caller, mentions)
    if (stranger) return stranger
    let bound: BoundPlan | undefined
    const hears = { name, row, mentions, into: command.name === 'merge' ? command.into : undefined }
    const told: string[] = []
    const beside = besideOf(name, row)
    const step: Seam = {
      tenant: caller.tenant,
      subject: `ticket/${params.id}`,
      aggregate: ticketAggregate(command.name === 'edit' ? command.title : undefined),
      expectedVersion,
      ...(TYING.includes(name) ? { tickets: ticketAggregate() } : {}),
      beside: isHeard(hears)
        ? async (tx, done) => {
            await beside?.(tx, done)
            told.push(...(await tellWatchers(tx, hears, done)))
          }
        : beside,
      once: onceBy(caller, key, (done) => changedBy(done, { id: params.id, bound, locale })),
      decide: (moment) => {
        bound = moment.bound
        return decide(moment.state, command, contextOf(moment, { http, caller, action, known }))
      },
    }
    const outcome = await transact(http.services, carrying(step, files)).catch(refusedIfOvertaken<Refusal>)
    if (told.length > 0) http.services.live.changed({ tenant: caller.tenant, kind: 'inbox', ids: [...new Set(told)] })
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
    case 'merge':
      return otherTicket(http, caller, { row, id: command.into, field: 'into', action: 'ticket.merge' })
    case 'relate':
    case 'unrelate':
      return otherTicket(http, caller, { row, id: command.to, field: 'to', action: 'ticket.read' })
    case 'waive':
    case 'excuse':
      return withTenant(http.services.pool, caller.tenant, async (tx) => ({
        obligations: await obligationsOfTickets(tx, [row.id]),
        alone: await isAlone(tx, caller.person),
        rolesByContract: await rolesByContract(tx, standing.contract, caller.person),
      }))
    case 'assign':
    case 'arrive': {
      const { person } = command
      if (person === undefined) return {}
      const found = await withTenant(http.services.pool, caller.tenant, (tx) => employerOf(tx, person))
      return found ? {} : refuseField('person', 'field.no-such', { value: person })
    }
    case 'edit': {
      const { site = standing.site, asset = standing.asset } = command
      return placeFor(http, caller.tenant, { ...standing, site, asset })
    }
    default:
      return {}
  }
}
