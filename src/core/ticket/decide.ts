import type { Fact, FactType, Json, Subject } from '../fact.ts'
import type { CommandName, FactCommand, ReportFault, TicketCommand, WhenItHappened } from './command.ts'
import type { Decision, NewText, OpeningContext, TicketContext } from './context.ts'
import type { Outcome, RuleOf, Statement } from './outcome.ts'
import type { Refusal } from './refusal.ts'
import type { TicketState } from './state.ts'
import { BACKFILL_MS } from '../promise/backfill.ts'
import { edit, report } from './decide-report.ts'
import { aboutFact, excuse, waive } from './decide-rulings.ts'
import * as work from './decide-work.ts'
import { COMMANDS, COMMAND_NAMES, conflictOf, guard } from './guards.ts'
import { isBlank } from './outcome.ts'
import { refusal } from './refusal.ts'
import { alsoOf } from './state.ts'

const RULES: { readonly [Name in CommandName]: RuleOf<Name> } = {
  accept: work.accept,
  grade: work.grade,
  reply: work.reply,
  answer: work.answer,
  'send-plan': work.sendPlan,
  judge: work.judge,
  assign: work.assign,
  transfer: work.transfer,
  pause: work.pause,
  resume: work.resume,
  restore: work.restore,
  confirm: work.confirm,
  refuse: work.refuseWork,
  reopen: work.reopen,
  close: work.close,
  cancel: work.cancel,
  merge: work.merge,
  note: work.note,
  edit,
  'remote-authorise': work.remoteAuthorise,
  'remote-start': work.remoteStart,
  'remote-fail': work.remoteFail,
  'remote-solve': work.remoteSolve,
  'remote-end': work.remoteEnd,
  'need-visit': work.needVisit,
  arrive: work.arrive,
  'finish-visit': work.finishVisit,
  waive,
  excuse,
}

function lateBy({ occurredAt }: WhenItHappened, { now, source = 'hand', backfillMs = BACKFILL_MS }: TicketContext): number {
  const late = now - (occurredAt ?? now)
  return source === 'hand' && late > backfillMs ? late : 0
}

/** Nothing happens in the future; what is entered long after it happened says why, and by what evidence (law 2). */
function timeProblem(when: WhenItHappened, context: TicketContext): Refusal | undefined {
  if (when.occurredAt !== undefined && when.occurredAt > context.now) return refusal('in-future', {}, 'occurredAt')
  const late = lateBy(when, context)
  if (late === 0) return undefined
  const minutes = Math.floor(late / 60_000)
  if (isBlank(when.lateReason)) return refusal('late-reason', { minutes }, 'lateReason')
  return isBlank(when.lateEvidence) ? refusal('late-evidence', { minutes }, 'lateEvidence') : undefined
}

function withoutUndefined(data: Readonly<Record<string, Json | undefined>>): Fact['data'] {
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

/** Notes stay among ourselves; every other fact of a ticket speaks to the owners that the ticket stands for. */
const PRIVATE: readonly FactType[] = ['ticket.noted']

function namedBy(state: TicketState, statement: Statement, { ticket }: TicketContext): Pick<Fact, 'subject' | 'also'> {
  const own: Subject = `ticket/${ticket}`
  const subject = statement.subject ?? own
  const owners = PRIVATE.includes(statement.type) ? [] : alsoOf(state)
  const also = new Set<Subject>([own, ...(statement.also ?? []), ...owners])
  also.delete(subject)
  return { subject, also: [...also] }
}

/** That reason and evidence of a 补录 were given stands in the fact, where it has none of its own; their words stand beside it. */
const LATE = { reason: true, evidence: true } as const

function decided(state: TicketState, outcome: Outcome, when: WhenItHappened, context: TicketContext): Decision {
  if ('refusal' in outcome) return { ok: false, refusal: outcome.refusal }
  const late = lateBy(when, context) > 0
  const { newId, now, source = 'hand', person } = context
  const id = newId()
  const data = withoutUndefined({ ...outcome.data })
  const said = { ...outcome.texts, ...(late ? { lateReason: when.lateReason, lateEvidence: when.lateEvidence } : {}) }
  const texts = Object.entries(said).flatMap(([field, text]): NewText[] => (text === undefined || isBlank(text) ? [] : [{ factId: id, field, text: text.trim() }]))
  const named = namedBy(state, outcome, context)
  const fact = { id, ...named, type: outcome.type, occurredAt: when.occurredAt ?? now, source, by: person, data: late ? { ...LATE, ...data } : data }
  return { ok: true, facts: [fact], texts }
}

/** Opens a ticket. */
export function decideReport(state: TicketState, command: ReportFault, context: OpeningContext): Decision {
  const refused = state.phase === 'absent' ? timeProblem(command, context) : refusal('already-reported')
  return refused ? { ok: false, refusal: refused } : decided(state, report(command, context), command, context)
}

function timeGuard(state: TicketState, { name, body }: TicketCommand, context: TicketContext): Refusal | undefined {
  const early = body.occurredAt !== undefined && body.occurredAt < state.reportedAt
  return timeProblem(body, context) ?? (early && COMMANDS[name].kind !== 'report' ? refusal('before-report', {}, 'occurredAt') : undefined)
}

function outcomeOf(state: TicketState, { name, body }: TicketCommand, context: TicketContext): Outcome {
  const outcome = (RULES[name] as RuleOf<CommandName>)(state, body, context)
  const conflict = conflictOf(state, name, body.occurredAt ?? context.now)
  return 'refusal' in outcome || conflict === undefined ? outcome : { ...outcome, data: { ...outcome.data, conflict } }
}

/**
 * What a command on a ticket that stands brings about: one fact, and the free text that stands beside it; or why not. Pure: ids, time and plan come in
 * `context` and end up in the fact. Intentions can be refused; what is reported to have happened is only marked where it contradicts the ticket.
 */
export function decide(state: TicketState, command: TicketCommand, context: TicketContext): Decision {
  const refused = guard(state, command.name) ?? timeGuard(state, command, context)
  return refused ? { ok: false, refusal: refused } : decided(state, outcomeOf(state, command, context), command.body, context)
}

/** A statement about a fact of this ticket. It is recorded now: it happens by being said. */
export function decideAboutFact(state: TicketState, command: FactCommand, context: TicketContext): Decision {
  return state.phase === 'absent' ? { ok: false, refusal: refusal('absent') } : decided(state, aboutFact(command, context), {}, context)
}

/** `conflict`: it can be recorded, and will be marked. */
export type AllowedAction = { readonly command: CommandName; readonly refusal: Refusal | undefined; readonly conflict: string | undefined }

/** Every command with whether the ticket's state allows it now, and why not: the page shows both. What the person may do is another question (access). */
export function allowedActions(state: TicketState, context: Pick<TicketContext, 'now'>): readonly AllowedAction[] {
  return COMMAND_NAMES.map((command) => ({ command, refusal: guard(state, command), conflict: conflictOf(state, command, context.now) }))
}
