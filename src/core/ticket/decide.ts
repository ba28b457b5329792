import type { Fact, FactType, Json, Subject } from '../fact.ts'
import type { CommandName, CommandOf, Context, Decision, NewFact, NewText, TicketCommand, WhenItHappened } from './command.ts'
import type { Outcome, RuleOf, Statement } from './outcome.ts'
import type { Refusal } from './refusal.ts'
import type { TicketState } from './state.ts'
import { BACKFILL_MS } from '../promise/backfill.ts'
import { isLongAgo } from '../time/instant.ts'
import { edit, report } from './decide-report.ts'
import { approve, correct, excuse, voidFact, waive } from './decide-rulings.ts'
import * as tie from './decide-ties.ts'
import * as work from './decide-work.ts'
import { COMMANDS, COMMAND_NAMES, conflictOf, guard } from './guards.ts'
import { isBlank } from './outcome.ts'
import { refusal } from './refusal.ts'
import { alsoOf } from './state.ts'

const RULES: { readonly [Name in CommandName]: RuleOf<Name> } = {
  report,
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
  merge: tie.merge,
  relate: tie.relate,
  unrelate: tie.unrelate,
  note: work.note,
  message: work.message,
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
  approve,
  correct,
  void: voidFact,
}

function lateBy({ occurredAt }: WhenItHappened, { now, source, backfillMs = BACKFILL_MS }: Context): number {
  const late = now - (occurredAt ?? now)
  return source === 'hand' && late > backfillMs ? late : 0
}

/** Nothing happens in the future, nor, but for history that is taken over, longer ago than anybody reports; what is entered long after it happened says why, and by what evidence (law 2). */
function timeProblem(when: WhenItHappened, context: Context): Refusal | undefined {
  const { occurredAt = context.now } = when
  if (occurredAt > context.now) return refusal('in-future', {}, 'occurredAt')
  if (context.source !== 'import' && isLongAgo(occurredAt, context.now)) return refusal('long-ago', {}, 'occurredAt')
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
const PRIVATE: readonly FactType[] = ['ticket.noted', 'ticket.related', 'ticket.unrelated']

function namedBy(state: TicketState, statement: Statement, { subject: own }: Context): Pick<Fact, 'subject' | 'also'> {
  const subject = statement.subject ?? own
  const owners = PRIVATE.includes(statement.type) ? [] : alsoOf(state)
  const also = new Set<Subject>([own, ...(statement.also ?? []), ...owners])
  also.delete(subject)
  return { subject, also: [...also] }
}

/** That reason and evidence of a 补录 were given stands in the fact, where it has none of its own; their words stand beside it. */
const LATE = { reason: true, evidence: true } as const

/** The facts that a rule stated, and what stands beside them. */
function recorded(
  state: TicketState,
  { statement, when }: { readonly statement: Statement; readonly when: WhenItHappened },
  context: Context,
): Decision {
  const made = [statement, ...(statement.second ? [statement.second] : [])].map((one) =>
    recordOne(state, { statement: one, when }, context),
  )
  return { ok: true, facts: made.map(({ fact }) => fact), texts: made.flatMap(({ texts }) => texts) }
}

function recordOne(
  state: TicketState,
  { statement, when }: { readonly statement: Statement; readonly when: WhenItHappened },
  context: Context,
): { readonly fact: NewFact; readonly texts: readonly NewText[] } {
  const late = lateBy(when, context) > 0
  const { newId, now, source, person } = context
  const id = newId()
  const data = withoutUndefined({ ...statement.data })
  const said = { ...statement.texts, ...(late ? { lateReason: when.lateReason, lateEvidence: when.lateEvidence } : {}) }
  const texts = Object.entries(said).flatMap(([field, text]): NewText[] =>
    text === undefined || isBlank(text) ? [] : [{ factId: id, field, text: text.trim() }],
  )
  const named = namedBy(state, statement, context)
  const fact = {
    id,
    ...named,
    type: statement.type,
    occurredAt: when.occurredAt ?? now,
    source,
    by: person.id,
    data: late ? { ...LATE, ...data } : data,
  }
  return { fact, texts }
}

function timeGuard(state: TicketState, command: TicketCommand, context: Context): Refusal | undefined {
  const { name, occurredAt } = command
  const early = name !== 'report' && COMMANDS[name].kind !== 'report' && occurredAt !== undefined && occurredAt < state.reportedAt
  return timeProblem(command, context) ?? (early ? refusal('before-report', {}, 'occurredAt') : undefined)
}

function outcomeOf(state: TicketState, command: TicketCommand, context: Context): Outcome {
  const outcome = (RULES[command.name] as RuleOf<CommandName>)(state, command as CommandOf<CommandName>, context)
  const conflict = conflictOf(state, command.name, command.occurredAt ?? context.now)
  return 'refusal' in outcome || conflict === undefined ? outcome : { ...outcome, data: { ...outcome.data, conflict } }
}

/**
 * What a command brings about: a fact (a report that splits a ticket: two), and the free text that stands beside it; or why not. Pure: ids, time, plan and place come in `context` and end
 * up in the fact. Intentions can be refused; what is reported to have happened is only marked where it contradicts the ticket.
 */
export function decide(state: TicketState, command: TicketCommand, context: Context): Decision {
  const refused = guard(state, command.name) ?? timeGuard(state, command, context)
  const outcome = refused ? { refusal: refused } : outcomeOf(state, command, context)
  return 'refusal' in outcome ? { ok: false, refusal: outcome.refusal } : recorded(state, { statement: outcome, when: command }, context)
}

/** Commands of a ticket's page: all but the report that opens it, and what is said about single facts. */
export type PageCommand = Exclude<CommandName, 'report' | 'approve' | 'correct' | 'void'>

/** `conflict`: it can be recorded, and will be marked. */
export type AllowedAction = { readonly command: PageCommand; readonly refusal: Refusal | undefined; readonly conflict: string | undefined }

const isPageCommand = (name: CommandName): name is PageCommand => !['report', 'approve', 'correct', 'void'].includes(name)

/** Every command with whether the ticket's state allows it now, and why not: the page shows both. What the person may do is another question (access). */
export function allowedActions(state: TicketState, { now }: Pick<Context, 'now'>): readonly AllowedAction[] {
  return COMMAND_NAMES.filter(isPageCommand).map((command) => ({
    command,
    refusal: guard(state, command),
    conflict: conflictOf(state, command, now),
  }))
}
