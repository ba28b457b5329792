import type { Action } from '../../../core/access/actions.ts'
import type { Fact } from '../../../core/fact.ts'
import { isRelease } from '../../../core/promise/backfill.ts'
import { isServiceType } from '../../../core/service/vocabulary.ts'
import type { TicketCommand } from '../../../core/ticket/command.ts'
import { decide } from '../../../core/ticket/decide.ts'
import type { Refusal } from '../../../core/ticket/refusal.ts'
import type { TicketState } from '../../../core/ticket/state.ts'
import type { ApproveFact, CorrectFact, Recorded, VoidFact } from '../../../wire/facts.ts'
import { withTenant } from '../../database/pool.ts'
import { factById, factsAbout } from '../../store/fact-queries.ts'
import { followRecords } from '../../service.ts'
import { ticketAggregate } from '../../ticket.ts'
import { alone, transact } from '../../transact.ts'
import type { Along, Command } from '../../transact.ts'
import { mayEver } from '../caller.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { ruleOnContract } from '../contracts/rulings.ts'
import { Refused, recordMissing, refuse } from '../problem.ts'
import { recordedBy } from '../seam-answer.ts'
import { placeOf, ruleOnService } from '../services/write.ts'
import type { Call, Repeat } from '../route.ts'
import { ruleOnRelease } from './releases.ts'
import { onceBy } from '../tickets/command.ts'
import { ticketFor } from '../tickets/reached.ts'
import { contextOf } from '../tickets/context.ts'
import { answerOf } from '../tickets/outcome.ts'

type Ruling<Permit extends Action, Body> = Call<Permit, { readonly id: string }, undefined, Body>

/** A ticket of so many facts is no ticket any more; what is ruled on is among its first or its last. */
const MOST_FACTS = 100_000

type Recording = {
  readonly http: Http
  readonly caller: Caller
  readonly key: Repeat | undefined
  readonly action: Action
  readonly of: string
  readonly command: TicketCommand
  /** what is settled by it, in the same transaction */
  readonly along?: Along | undefined
}

/**
 * A statement about a fact, on the ticket that the fact is about: approved by a second person, corrected, or void. Whether it
 * may be said is the core's to decide, over the facts that name the ticket.
 */
export async function rule({ http, caller, key, action, of, command, along = alone }: Recording): Promise<Recorded | Refused> {
  const { pool } = http.services
  const fact = await withTenant(pool, caller.tenant, (tx) => factById(tx, of))
  const released =
    fact && isRelease(fact)
      ? await ruleOnRelease({ http, caller, key, along }, fact, command as { name: string; reason?: string; dispute?: string })
      : undefined
  if (released) return released
  // Only of a ticket can a contract name people who may it though their roles in the firm do not.
  const denied = fact && (fact.subject.startsWith('contract/') || isServiceType(fact.type)) ? mayEver(caller, action) : undefined
  if (denied) return denied
  if (fact?.subject.startsWith('contract/')) return ruleOnMilestone({ http, caller, key, command, along, fact })
  const ruled = fact && isServiceType(fact.type) ? await ruleOnRecord({ http, caller, key, command, along, fact }) : undefined
  if (ruled) return ruled
  const subject = fact && [fact.subject, ...fact.also].find((one) => one.startsWith('ticket/'))
  if (!fact || subject === undefined) return recordMissing()
  const row = await ticketFor(http, caller, { id: subject.slice('ticket/'.length), action })
  if (row instanceof Refused) return row
  const facts = await withTenant(pool, caller.tenant, (tx) => factsAbout(tx, subject, { limit: MOST_FACTS }))
  const step: Command<TicketState, Refusal> = {
    tenant: caller.tenant,
    subject,
    aggregate: ticketAggregate(),
    // Another ruling that came meanwhile must be seen: then these facts are not all there are.
    expectedVersion: row.version,
    once: onceBy(caller, key, recordedBy),
    beside: (tx, { facts: made, recordedAt }) => followRecords(tx, made, recordedAt),
    decide: (moment) => decide(moment.state, command, contextOf(moment, { http, caller, action, known: { facts } })),
  }
  const outcome = await transact(http.services, along(step))
  return answerOf<Recorded>(outcome)
}

/** Of a milestone, or of the signature, the date may be put right; what else is wrong with it is declared void and recorded anew. */
async function ruleOnMilestone({
  command,
  ...ruling
}: Pick<Recording, 'http' | 'caller' | 'key' | 'command' | 'along'> & { readonly fact: Fact }): Promise<Recorded | Refused> {
  if (command.name === 'correct') {
    const { field, from, to } = command
    if (field !== 'occurredAt' || typeof from !== 'number' || typeof to !== 'number') return refuse(422, 'contract.no-correction')
    return ruleOnContract({ ...ruling, command: { ...command, from, to } })
  }
  if (command.name !== 'approve' && command.name !== 'void') return refuse(422, 'contract.no-correction')
  return ruleOnContract({ ...ruling, command })
}

/** A wrong step is declared void and recorded anew; when it happened may be put right. Undefined: that is for its ticket to hear, or the ticket's own. */
async function ruleOnRecord({
  command,
  ...ruling
}: Pick<Recording, 'http' | 'caller' | 'key' | 'command' | 'along'> & { readonly fact: Fact }): Promise<Recorded | Refused | undefined> {
  const place = await placeOf(ruling, ruling.fact)
  if (!place || place instanceof Refused) return place
  if (command.name === 'correct' && command.field === 'occurredAt' && place.owners.ticket !== undefined) return undefined
  if (command.name !== 'approve' && command.name !== 'void') return refuse(422, 'service.no-correction')
  return ruleOnService(ruling, place, command)
}

export function approveFact({ http, caller, params, body, key }: Ruling<'fact.approve', ApproveFact>): Promise<Recorded | Refused> {
  return rule({ http, caller, key, action: 'fact.approve', of: params.id, command: { name: 'approve', of: params.id, note: body.note } })
}

export function correctFact({ http, caller, params, body, key }: Ruling<'fact.correct', CorrectFact>): Promise<Recorded | Refused> {
  return rule({ http, caller, key, action: 'fact.correct', of: params.id, command: { name: 'correct', of: params.id, ...body } })
}

export function voidFact({ http, caller, params, body, key }: Ruling<'fact.void', VoidFact>): Promise<Recorded | Refused> {
  return rule({ http, caller, key, action: 'fact.void', of: params.id, command: { name: 'void', of: params.id, reason: body.reason } })
}
