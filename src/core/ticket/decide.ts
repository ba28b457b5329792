import type { Subject } from '../fact.ts'
import type { CommandName, FactCommand, ReportFault, TicketCommand, TicketCommands } from './command.ts'
import { conflictOf } from './conflicts.ts'
import { refuse, state as stateFacts } from './context.ts'
import type { Decision, OpeningContext, Statement, TicketContext } from './context.ts'
import { checkForm, partValues } from './forms.ts'
import { CHECKS, GUARDS } from './guards.ts'
import type { Refusal } from './refusal.ts'
import type { TicketState } from './state.ts'

/** Opens a ticket. Zone, dimensions and number come with the context and end up in the fact. */
export function decideReport(state: TicketState, command: ReportFault, context: OpeningContext): Decision {
  if (state.phase !== 'absent') return refuse('already-reported')
  const wrong = checkForm(command.type, command.values)[0]
  if (wrong) return refuse(`form-${wrong.problem}`, { field: wrong.field }, `values.${wrong.field}`)
  for (const field of ['grade', 'customerGrade'] as const) {
    const grade = command[field]
    if (grade !== undefined && context.plan && !context.plan.grades.some((one) => one.id === grade))
      return refuse('grade-unknown', { grade, known: context.plan.grades.map((one) => one.name).join('、') }, field)
  }
  const { type, channel, customer, site, asset, contract, grade, customerGrade } = command
  const values = partValues(type, command.values)
  const data = {
    ...context.dimensions, ...command.dimensions, number: context.number, type, channel, customer, site, asset, contract, grade, customerGrade, team: context.team,
    ...(Object.keys(values.data).length > 0 ? { values: values.data } : {}),
  }
  const answers = Object.fromEntries(Object.entries(values.texts).map(([id, text]) => [`values.${id}`, text]))
  const texts = { title: command.title, description: command.description, contactName: command.contact?.name, contactPhone: command.contact?.phone, ...answers }
  return stateFacts(state, context, command, [{ type: 'ticket.reported', data, texts }])
}

type Say<Name extends CommandName> = (body: TicketCommands[Name], state: TicketState, context: TicketContext) => readonly Statement[]

const simple = (type: Statement['type'], texts: Statement['texts'] = {}): readonly Statement[] => [{ type, texts }]

/** The visit that is on, or a new one: several reports of one visit speak of the same subject. */
function visitSubject(state: TicketState, context: TicketContext): Subject {
  return `visit/${state.visitId ?? context.newId()}`
}

/** What each command says happened. */
const SAYS: { readonly [Name in CommandName]: Say<Name> } = {
  accept: () => simple('ticket.accepted'),
  grade: ({ grade, by, reason }) => [{ type: 'ticket.graded', data: { grade, by }, texts: { reason } }],
  reply: ({ channel, summary }) => [{ type: 'ticket.replied', data: { channel }, texts: { summary } }],
  answer: ({ summary }) => simple('ticket.answered', { summary }),
  'send-plan': ({ summary }) => simple('ticket.plan-sent', { summary }),
  judge: ({ cause, removable, affectsWork, summary }) => [{ type: 'ticket.judged', data: { cause, removable, affectsWork }, texts: { summary } }],
  assign: ({ person }) => [{ type: 'ticket.assigned', data: { person } }],
  transfer: ({ team, reason }) => [{ type: 'ticket.transferred', data: { team }, texts: { reason } }],
  pause: ({ reason, evidence, noticeAt, note }) => [
    { type: 'ticket.paused', data: { reason, evidence: evidence?.trim() ? true : undefined, notice: noticeAt === undefined ? undefined : true, noticeAt }, texts: { evidence, note } },
  ],
  resume: ({ reason, note }) => [{ type: 'ticket.resumed', data: { reason }, texts: { note } }],
  restore: ({ summary }) => simple('ticket.restored', { summary }),
  confirm: ({ by, note }) => simple('ticket.confirmed', { by, note }),
  refuse: ({ reason }) => simple('ticket.refused', { reason }),
  reopen: ({ reason }) => simple('ticket.reopened', { reason }),
  close: ({ note }) => simple('ticket.closed', { note }),
  cancel: ({ reason }) => simple('ticket.cancelled', { reason }),
  merge: ({ into }) => [{ type: 'ticket.merged', data: { into } }],
  note: ({ text }) => simple('ticket.noted', { text }),
  edit: ({ title, asset, site, contact }) => [{ type: 'ticket.edited', data: { asset, site }, texts: { title, contactName: contact?.name, contactPhone: contact?.phone } }],
  'remote-authorise': ({ by }) => simple('remote.authorised', { by }),
  'remote-start': ({ note }) => simple('remote.started', { note }),
  'remote-fail': ({ note }) => simple('remote.failed', { note }),
  'remote-solve': ({ summary }) => simple('remote.solved', { summary }),
  'remote-end': ({ note }) => simple('remote.ended', { note }),
  'need-visit': ({ note, special, travelMs }, _, context) => [{ type: 'visit.needed', subject: `visit/${context.newId()}`, data: { special, travelMs }, texts: { note } }],
  arrive: ({ person, note }, state, context) => [{ type: 'visit.arrived', subject: visitSubject(state, context), data: { person: person ?? context.person }, texts: { note } }],
  'finish-visit': ({ summary }, state, context) => [{ type: 'visit.done', subject: visitSubject(state, context), texts: { summary } }],
  waive: ({ promise, episode, reason, evidence }, _, { role }) => [{ type: 'obligation.waived', data: { promise, episode, role: role ?? true, reason: true, evidence: true }, texts: { reason, evidence } }],
  excuse: ({ promise, episode, reason, evidence }) => [{ type: 'obligation.excused', data: { promise, episode, reason, evidence: true }, texts: { evidence } }],
}

function marked(state: TicketState, statement: Statement): Statement {
  const conflict = conflictOf(state, statement.type)
  return conflict === undefined ? statement : { ...statement, data: { ...statement.data, conflict } }
}

/** Why a command cannot be done now, if so: its guard first, then its content. */
export function refusalOf(state: TicketState, command: TicketCommand, context: TicketContext): Refusal | undefined {
  const check = CHECKS[command.name] as ((body: unknown, state: TicketState, context: TicketContext) => Refusal | undefined) | undefined
  return GUARDS[command.name](state, context) ?? check?.(command.body, state, context)
}

/** One command on a ticket that stands: the facts it makes, or a sentence why not. */
export function decide(state: TicketState, command: TicketCommand, context: TicketContext): Decision {
  const refusal = refusalOf(state, command, context)
  if (refusal) return { ok: false, refusal }
  const say = SAYS[command.name] as (body: unknown, state: TicketState, context: TicketContext) => readonly Statement[]
  return stateFacts(state, context, command.body, say(command.body, state, context).map((statement) => marked(state, statement)))
}

/** A statement about a fact of this ticket: approved by a second person, corrected, or void. It is recorded now: it happens by being said. */
export function decideAboutFact(state: TicketState, command: FactCommand, context: TicketContext): Decision {
  switch (command.name) {
    case 'approve':
      return stateFacts(state, context, {}, [{ type: 'fact.approved', data: { of: command.of } }])
    case 'correct':
      return stateFacts(state, context, {}, [{ type: 'fact.corrected', data: { of: command.of, field: command.field, from: command.from, to: command.to, reason: true }, texts: { reason: command.reason } }])
    case 'void':
      return stateFacts(state, context, {}, [{ type: 'fact.voided', data: { of: command.of, reason: true }, texts: { reason: command.reason } }])
    default:
      return command satisfies never
  }
}

export type AllowedAction = { readonly command: CommandName; readonly refusal: Refusal | undefined }

/** Every command with whether the ticket's state allows it now, and why not: the page shows both. What the person may do is another question (access). */
export function allowedActions(state: TicketState, context: TicketContext): readonly AllowedAction[] {
  return (Object.keys(GUARDS) as CommandName[]).map((command) => ({ command, refusal: GUARDS[command](state, context) }))
}
