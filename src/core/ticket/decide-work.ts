import type { FactType, Json, Subject } from '../fact.ts'
import type { CommandName, Context } from './command.ts'
import type { Outcome, RuleOf } from './outcome.ts'
import type { TicketState } from './state.ts'
import { gradeProblem } from './decide-report.ts'
import { isBlank, listed, refuse } from './outcome.ts'

export const accept: RuleOf<'accept'> = () => ({ type: 'ticket.accepted' })

/** Both grades are kept; where they differ, the second one to be given says why. */
export const grade: RuleOf<'grade'> = (state, { grade: to, by = 'staff', reason }, { plan }) => {
  if (plan === undefined) return refuse('grade-no-plan')
  const problem = gradeProblem(plan, to, 'grade')
  if (problem) return { refusal: problem }
  const [own, other] = by === 'customer' ? [state.customerGrade, state.grade] : [state.grade, state.customerGrade]
  if (own === to) return refuse('grade-same', {}, 'grade')
  if (other !== undefined && other !== to && isBlank(reason)) return refuse('grade-reason', {}, 'reason')
  return { type: 'ticket.graded', data: { grade: to, by, from: own }, texts: { reason } }
}

export const reply: RuleOf<'reply'> = (_, { channel, summary }) =>
  isBlank(summary) ? refuse('reply-summary', {}, 'summary') : { type: 'ticket.replied', data: { channel }, texts: { summary } }

function said(type: FactType): RuleOf<'answer' | 'send-plan'> {
  return (_, { summary }) => (isBlank(summary) ? refuse('reply-summary', {}, 'summary') : { type, texts: { summary } })
}

export const answer = said('ticket.answered')
export const sendPlan = said('ticket.plan-sent')

export const judge: RuleOf<'judge'> = (_, { summary, cause, removable, affectsWork, remote: fromAfar, offSite, soon }) => ({
  type: 'ticket.judged',
  data: { cause, removable, affectsWork, remote: fromAfar, offSite, soon },
  texts: { summary },
})

export const assign: RuleOf<'assign'> = ({ assignee }, { person }) =>
  assignee === person ? refuse('assign-same', {}, 'person') : { type: 'ticket.assigned', data: { person, from: assignee } }

export const transfer: RuleOf<'transfer'> = (state, { team, reason }) =>
  state.team === team
    ? refuse('transfer-same', {}, 'team')
    : { type: 'ticket.transferred', data: { team, from: state.team }, texts: { reason } }

/** A file is evidence as words are. A second pause for the same reason makes sense only when it brings the evidence or the notice that the first one lacked. */
export const pause: RuleOf<'pause'> = ({ waiting }, { reason, evidence, noticeAt, note, files = [] }, { plan, now }) => {
  const shown = !isBlank(evidence) || files.length > 0
  if (plan !== undefined && !Object.hasOwn(plan.reasons, reason)) {
    return refuse('pause-reason-unknown', { reason, known: listed(Object.values(plan.reasons).map(({ name }) => name)) }, 'reason')
  }
  if (noticeAt !== undefined && noticeAt > now) return refuse('pause-notice-future', {}, 'noticeAt')
  const running = waiting.find((one) => one.reason === reason)
  const brings = running && ((shown && !running.evidence) || (noticeAt !== undefined && !running.notice))
  if (running && !brings) return refuse('pause-already', {}, 'reason')
  const demands = { evidence: shown ? true : undefined, notice: noticeAt === undefined ? undefined : true, noticeAt }
  return { type: 'ticket.paused', data: { reason, ...demands }, texts: { evidence, note } }
}

export const resume: RuleOf<'resume'> = ({ waiting }, { reason, note }) => {
  const reasons = waiting.map((one) => one.reason)
  if (reason !== undefined && !reasons.includes(reason)) return refuse('resume-other-reason', { reason, known: listed(reasons) }, 'reason')
  return { type: 'ticket.resumed', data: { reason }, texts: { note } }
}

export const restore: RuleOf<'restore'> = (_, { summary }) => ({ type: 'ticket.restored', texts: { summary } })

export const confirm: RuleOf<'confirm'> = (_, { by, note }) => ({ type: 'ticket.confirmed', texts: { by, note } })

export const refuseWork: RuleOf<'refuse'> = (_, { reason }) => withReason('ticket.refused', reason)
export const reopen: RuleOf<'reopen'> = (_, { reason }) => withReason('ticket.reopened', reason)
export const cancel: RuleOf<'cancel'> = (_, { reason }) => withReason('ticket.cancelled', reason)

function withReason(type: FactType, reason: string): Outcome {
  return isBlank(reason) ? refuse('note-empty', {}, 'reason') : { type, texts: { reason } }
}

/** Nobody closes over the customer's head without a word. */
export const close: RuleOf<'close'> = ({ phase }, { note }) =>
  phase === 'restored' && isBlank(note)
    ? refuse('close-unconfirmed', {}, 'note')
    : { type: 'ticket.closed', data: { confirmed: phase === 'confirmed' }, texts: { note } }

/** Who is named in it (@) stands in the fact, so that it stays known whom it was meant for. */
export const note: RuleOf<'note'> = (_, { text, mentions = [] }) =>
  isBlank(text)
    ? refuse('note-empty', {}, 'text')
    : { type: 'ticket.noted', data: { mentions: mentions.length > 0 ? mentions : undefined }, texts: { text } }

export const remoteAuthorise: RuleOf<'remote-authorise'> = (_, { by }) => ({
  type: 'remote.authorised',
  data: { by: 'customer' },
  texts: { by },
})

/** What the customer writes keeps no promise of ours: it asks for a word, which is a `reply`. */
export const message: RuleOf<'message'> = (_, { channel, text }) =>
  isBlank(text) ? refuse('note-empty', {}, 'text') : { type: 'ticket.messaged', data: { channel }, texts: { text } }

function remote(type: FactType): RuleOf<Extract<CommandName, 'remote-start' | 'remote-fail' | 'remote-end'>> {
  return (_, command) => ({ type, texts: { note: command.note } })
}

export const remoteStart = remote('remote.started')
export const remoteFail = remote('remote.failed')
export const remoteEnd = remote('remote.ended')
export const remoteSolve: RuleOf<'remote-solve'> = (_, { summary }) => ({ type: 'remote.solved', texts: { summary } })

const MOST_TRAVEL_MS = 30 * 86_400_000

/** What a clock that belongs to the visit must know of the ticket: it never looks the ticket up (law 1). */
function ticketAt(state: TicketState, { place }: Context): Readonly<Record<string, Json | undefined>> {
  const { type, grade: staffGrade, customerGrade, dimensions } = state
  return { ...dimensions, type, grade: staffGrade, customerGrade, travelMs: place?.travelMs }
}

/** A visit has a subject of its own; every fact of it names the ticket. */
function ofVisit(state: TicketState, context: Context, fresh: boolean): { readonly subject: Subject; readonly also: readonly Subject[] } {
  const id = fresh || state.visitId === undefined ? context.newId() : state.visitId
  return { subject: `visit/${id}`, also: [context.subject] }
}

export const needVisit: RuleOf<'need-visit'> = (state, { special, travelMs, note: why }, context) => {
  if (travelMs !== undefined && !(travelMs >= 0 && travelMs <= MOST_TRAVEL_MS)) return refuse('visit-travel', {}, 'travelMs')
  // Another limit runs under special circumstances: whoever claims them writes down which.
  if (special === true && isBlank(why)) return refuse('visit-special', {}, 'note')
  const data = { ...ticketAt(state, context), special, ...(travelMs === undefined ? {} : { travelMs }) }
  return { type: 'visit.needed', data, texts: { note: why }, ...ofVisit(state, context, true) }
}

/** Who comes without a visit having been asked for, or again after it was done, opens one. */
export const arrive: RuleOf<'arrive'> = (state, { person, note: why }, context) => ({
  type: 'visit.arrived',
  data: { person: person ?? context.person.id },
  texts: { note: why },
  ...ofVisit(state, context, state.visit === 'none' || state.visit === 'done'),
})

export const finishVisit: RuleOf<'finish-visit'> = (state, { summary }, context) => ({
  type: 'visit.done',
  texts: { summary },
  ...ofVisit(state, context, state.visit === 'none'),
})
