import type { Fact, FactType, Json } from '../fact.ts'
import type { Channel, TicketType } from './forms.ts'
import type { Progress, Step, TicketState, VisitStatus, Waiting } from './state.ts'
import { CHANNELS, TICKET_TYPES } from './forms.ts'
import { KEPT_STEPS } from './state.ts'
import { phaseAfter } from './transitions.ts'

/** Texts beside a fact: field → text. Of all of them a ticket's row shows the title. */
export type FactTexts = Readonly<Record<string, string>>

type Data = Fact['data']

const textIn = (data: Data, key: string): string | undefined =>
  typeof data[key] === 'string' && data[key] !== '' ? (data[key] as string) : undefined
const flagIn = (data: Data, key: string): boolean | undefined => (typeof data[key] === 'boolean' ? (data[key] as boolean) : undefined)
const mapIn = (value: Json | undefined): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {}
const isThere = (value: Json | undefined): boolean => value !== undefined && value !== false && value !== null && value !== ''

/** Facts after the report that change a ticket's progress; all others that name the ticket leave it as it is. */
const PROGRESSING = [
  'ticket.graded',
  'ticket.accepted',
  'ticket.replied',
  'ticket.answered',
  'ticket.judged',
  'ticket.assigned',
  'ticket.transferred',
  'ticket.paused',
  'ticket.resumed',
  'ticket.restored',
  'ticket.confirmed',
  'ticket.refused',
  'ticket.reopened',
  'ticket.closed',
  'ticket.cancelled',
  'ticket.merged',
  'ticket.edited',
  'remote.authorised',
  'remote.started',
  'remote.failed',
  'remote.solved',
  'remote.ended',
  'visit.needed',
  'visit.arrived',
  'visit.done',
] as const satisfies readonly FactType[]

type ProgressingFact = (typeof PROGRESSING)[number]

function isProgressing(type: FactType): type is ProgressingFact {
  return (PROGRESSING as readonly FactType[]).includes(type)
}

/** What each fact changes beside the phase. */
function changeOf(before: Progress, type: ProgressingFact, step: Step): Partial<Progress> {
  const { data } = step
  switch (type) {
    case 'ticket.graded':
      return data.by === 'customer' ? { customerGrade: textIn(data, 'grade') } : { grade: textIn(data, 'grade') }
    case 'ticket.accepted':
    case 'ticket.confirmed':
    case 'ticket.cancelled':
      return {}
    case 'ticket.replied':
    case 'ticket.answered':
      return { replied: true }
    case 'ticket.judged':
      return { cause: textIn(data, 'cause'), removable: flagIn(data, 'removable'), affectsWork: flagIn(data, 'affectsWork') }
    case 'ticket.assigned':
      return { assignee: textIn(data, 'person') }
    case 'ticket.transferred':
      return { team: textIn(data, 'team'), assignee: undefined }
    case 'ticket.paused':
      return { waiting: pausedBy(before.waiting, step) }
    case 'ticket.resumed':
      return { waiting: before.waiting.filter(({ reason }) => data.reason !== undefined && reason !== data.reason) }
    case 'ticket.restored':
      return {}
    case 'ticket.refused':
      return { restoredAt: undefined }
    case 'ticket.reopened':
      return { episode: before.episode + 1, restoredAt: undefined, closedAt: undefined, remote: 'none', visit: 'none' }
    case 'ticket.closed':
      return { waiting: [] }
    case 'ticket.merged':
      return { mergedInto: textIn(data, 'into') }
    case 'ticket.edited':
      return { asset: textIn(data, 'asset') ?? before.asset, site: textIn(data, 'site') ?? before.site }
    case 'remote.authorised':
      return { remote: 'authorised' }
    case 'remote.started':
      return { remote: 'started' }
    case 'remote.failed':
      return { remote: 'failed' }
    case 'remote.solved':
      return { remote: 'solved' }
    case 'remote.ended':
      return before.remote === 'started' || before.remote === 'authorised' ? { remote: 'none' } : {}
    case 'visit.needed':
      return visitMoved(before, step, 'needed')
    case 'visit.arrived':
      return visitMoved(before, step, 'arrived')
    case 'visit.done':
      return visitMoved(before, step, 'done')
    default:
      return type satisfies never
  }
}

/** A second fact for the same reason brings what the first one lacked. */
function pausedBy(waiting: readonly Waiting[], { fact, occurredAt, data }: Step): readonly Waiting[] {
  const reason = textIn(data, 'reason')
  if (reason === undefined) return waiting
  const evidence = isThere(data.evidence)
  const notice = isThere(data.notice) || isThere(data.noticeAt)
  if (!waiting.some((one) => one.reason === reason)) return [...waiting, { reason, fact, since: occurredAt, evidence, notice }]
  return waiting.map((one) => (one.reason === reason ? { ...one, evidence: one.evidence || evidence, notice: one.notice || notice } : one))
}

/** The visit that a fact is about becomes the current one; a second arrival, or one learned late, does not set it back. */
function visitMoved(before: Progress, { subject }: Step, to: VisitStatus): Partial<Progress> {
  const visitId = subject.startsWith('visit/') ? subject.slice('visit/'.length) : before.visitId
  const fresh = visitId !== before.visitId
  if (!fresh && ((before.visit === 'done' && to !== 'needed') || (before.visit === 'arrived' && to === 'needed'))) return {}
  return { visit: to, visitId, visits: before.visits + (fresh ? 1 : 0) }
}

/** Ended by a fact that moved it there: when. */
function instantsOf(before: Progress, after: Progress['phase'], { occurredAt }: Step): Partial<Progress> {
  if (after === before.phase) return {}
  if (after === 'restored') return { restoredAt: occurredAt }
  if (after === 'closed' || after === 'cancelled' || after === 'merged') return { closedAt: occurredAt }
  return {}
}

/** A fact that moves nothing from where the ticket stands (it came late, or twice) changes nothing that belongs to the move. */
const ONLY_WITH_MOVE: readonly FactType[] = ['ticket.reopened', 'ticket.closed', 'ticket.merged', 'ticket.refused']

function progress(before: Progress, step: Step, ticketType: TicketType): Progress {
  const { type } = step
  if (!isProgressing(type)) return before
  const moved = phaseAfter(before.phase, type, ticketType)
  if (moved === undefined && ONLY_WITH_MOVE.includes(type)) return before
  const phase = moved ?? before.phase
  return { ...before, ...changeOf(before, type, step), ...instantsOf(before, phase, step), phase }
}

function reported(state: TicketState, fact: Fact, texts: FactTexts): TicketState {
  const { data } = fact
  const base: Progress = {
    ...state.base,
    phase: 'reported',
    grade: textIn(data, 'grade'),
    customerGrade: textIn(data, 'customerGrade'),
    team: textIn(data, 'team'),
    asset: textIn(data, 'asset'),
    site: textIn(data, 'site'),
  }
  const type = textIn(data, 'type') as TicketType | undefined
  const channel = textIn(data, 'channel') as Channel | undefined
  const dimensions = Object.entries(mapIn(data.dimensions)).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return {
    ...state,
    ...base,
    base,
    subject: fact.subject,
    number: textIn(data, 'number') ?? '',
    type: type !== undefined && TICKET_TYPES.includes(type) ? type : 'fault',
    channel: channel !== undefined && CHANNELS.includes(channel) ? channel : 'phone',
    title: texts.title ?? '',
    customer: textIn(data, 'customer'),
    contract: textIn(data, 'contract'),
    reporter: fact.by,
    ...(data.priority === 'high' ? { priority: 'high' } : {}),
    reportedFact: fact.id,
    reportedAt: fact.occurredAt,
    values: mapIn(data.values),
    dimensions: Object.fromEntries(dimensions),
  }
}

function stepped(state: TicketState, step: Step): TicketState {
  const steps = [...state.steps, step]
  const over = steps.length > KEPT_STEPS ? steps.shift() : undefined
  const base = over ? progress(state.base, over, state.type) : state.base
  return { ...state, ...progress(state, step, state.type), base, steps }
}

/** Takes a step back, or puts another in its place, and counts again from the base. */
function restepped(state: TicketState, steps: readonly Step[], base: Progress = state.base): TicketState {
  return { ...state, ...BLANK, ...steps.reduce((before, step) => progress(before, step, state.type), base), base, steps }
}

/** A progress read anew must not keep what the old one had. */
const BLANK = {
  assignee: undefined,
  team: undefined,
  grade: undefined,
  customerGrade: undefined,
  visitId: undefined,
  cause: undefined,
  removable: undefined,
  affectsWork: undefined,
  restoredAt: undefined,
  closedAt: undefined,
  mergedInto: undefined,
  asset: undefined,
  site: undefined,
} satisfies Partial<Progress>

function correctedReport(state: TicketState, field: string, to: Json): TicketState {
  if (field === 'occurredAt') return typeof to === 'number' ? { ...state, reportedAt: to } : state
  if (field === 'type' && TICKET_TYPES.includes(to as TicketType)) return restepped({ ...state, type: to as TicketType }, state.steps)
  if (field === 'channel' && CHANNELS.includes(to as Channel)) return { ...state, channel: to as Channel }
  if (field === 'zone' && typeof to === 'string') return { ...state, dimensions: { ...state.dimensions, zone: to } }
  if (!['grade', 'customerGrade', 'asset', 'site'].includes(field) || typeof to !== 'string') return state
  return restepped(state, state.steps, { ...state.base, [field]: to })
}

function correctedStep(step: Step, field: string, to: Json): Step {
  if (field === 'occurredAt') return typeof to === 'number' ? { ...step, occurredAt: to } : step
  return { ...step, data: { ...step.data, [field]: to } }
}

/** Facts about facts: the ticket is what it would be had the fact always read so. */
function reread(state: TicketState, { type, data }: Fact): TicketState {
  const of = textIn(data, 'of')
  if (type === 'fact.voided')
    return state.steps.some((step) => step.fact === of)
      ? restepped(
          state,
          state.steps.filter((step) => step.fact !== of),
        )
      : state
  const field = textIn(data, 'field')?.replace(/^data\./, '')
  if (type !== 'fact.corrected' || field === undefined || data.to === undefined) return state
  const { to } = data
  if (of === state.reportedFact) return correctedReport(state, field, to)
  return state.steps.some((step) => step.fact === of)
    ? restepped(
        state,
        state.steps.map((step) => (step.fact === of ? correctedStep(step, field, to) : step)),
      )
    : state
}

/**
 * The ticket after one more fact that names it, in ledger order. Total: a fact that means nothing to a ticket changes nothing.
 * `texts`: what stands beside this fact; only the title is read.
 */
export function evolve(state: TicketState, fact: Fact, texts: FactTexts = {}): TicketState {
  if (fact.type === 'ticket.reported') return state.phase === 'absent' ? reported(state, fact, texts) : state
  if (state.phase === 'absent' || absorbs(state, fact)) return state
  if (fact.type === 'fact.corrected' || fact.type === 'fact.voided') return reread(state, fact)
  if (!isProgressing(fact.type)) return state
  const { id, type, occurredAt, subject, data } = fact
  const next = stepped(state, { fact: id, type, occurredAt, subject, data })
  return type === 'ticket.edited' && texts.title !== undefined ? { ...next, title: texts.title } : next
}

/** The ticket that another one is merged into is named by that fact, and goes on. */
function absorbs(state: TicketState, fact: Fact): boolean {
  return fact.type === 'ticket.merged' && fact.subject !== state.subject
}
