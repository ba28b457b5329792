import type { CommandName, TicketCommands } from './command.ts'
import type { TicketContext } from './context.ts'
import type { Refusal } from './refusal.ts'
import { isEnded } from './state.ts'
import type { TicketState } from './state.ts'

type Guard = (state: TicketState, context: TicketContext) => Refusal | undefined

function no(code: Refusal['code'], params: Refusal['params'] = {}, field?: string): Refusal {
  return { code, params, field }
}

/** An ended ticket takes no intention but reopening; the sentence says so. */
const alive: Guard = ({ phase }) => (isEnded(phase) ? no('ended', { phase }) : undefined)
const always: Guard = () => undefined

const restored = (code: Refusal['code']): Guard => (state, context) =>
  alive(state, context) ?? (state.phase === 'restored' || state.phase === 'confirmed' ? undefined : no(code))

/**
 * Which intentions may be had now, by command: a list to read aloud. What the field reports (arrived, restored, remote help solved it) happened, and is never
 * refused for the ticket's phase: it is recorded with a mark instead, see conflicts.ts.
 */
export const GUARDS: Readonly<Record<CommandName, Guard>> = {
  accept: (state, context) => alive(state, context) ?? (state.phase === 'reported' ? undefined : no('accept-done')),
  grade: alive,
  reply: always,
  answer: always,
  'send-plan': alive,
  judge: alive,
  assign: alive,
  transfer: alive,
  pause: alive,
  resume: (state, context) => alive(state, context) ?? (state.pausedFor === undefined ? no('not-paused') : undefined),
  restore: always,
  confirm: restored('confirm-needs-restored'),
  refuse: restored('refuse-needs-restored'),
  reopen: ({ phase }) => (phase === 'merged' ? no('merged-stays', { phase }) : ['restored', 'confirmed', 'closed', 'cancelled'].includes(phase) ? undefined : no('reopen-needs-end')),
  close: restored('close-needs-restored'),
  cancel: (state, context) => alive(state, context) ?? (state.phase === 'restored' || state.phase === 'confirmed' ? no('cancel-after-restored') : undefined),
  merge: alive,
  note: always,
  edit: alive,
  'remote-authorise': alive,
  'remote-start': alive,
  'remote-fail': always,
  'remote-solve': always,
  'remote-end': always,
  'need-visit': (state, context) => alive(state, context) ?? (state.visit === 'needed' ? no('visit-needed-already') : undefined),
  arrive: always,
  'finish-visit': always,
  waive: always,
  excuse: always,
}

type Check<Name extends CommandName> = (body: TicketCommands[Name], state: TicketState, context: TicketContext) => Refusal | undefined

function gradeKnown(grade: string, { plan }: TicketContext): Refusal | undefined {
  if (!plan || plan.grades.some((one) => one.id === grade)) return undefined
  return no('grade-unknown', { grade, known: plan.grades.map((one) => one.name).join('、') }, 'grade')
}

const gradeFits: Check<'grade'> = ({ grade, by, reason }, state, context) => {
  const unknown = gradeKnown(grade, context)
  if (unknown) return unknown
  const name = context.plan?.grades.find((one) => one.id === grade)?.name ?? grade
  if (grade === (by === 'customer' ? state.customerGrade : state.grade)) return no('grade-same', { grade: name }, 'grade')
  const differs = by === 'staff' && state.customerGrade !== undefined && state.customerGrade !== grade
  return differs && !reason?.trim() ? no('grade-reason', {}, 'reason') : undefined
}

const pauseFits: Check<'pause'> = ({ reason, evidence }, state, { plan }) => {
  const declared = plan?.reasons[reason]
  if (plan && !declared) return no('reason-unknown', { reason, known: Object.values(plan.reasons).map((one) => one.name).join('、') || '—' }, 'reason')
  if (state.pausedFor === reason) return no('already-paused', {}, 'reason')
  return declared?.evidence && !evidence?.trim() ? no('evidence-missing', {}, 'evidence') : undefined
}

const promiseKnown: Check<'waive'> = ({ promise }, _, { plan }) => (plan && !Object.hasOwn(plan.promises, promise) ? no('promise-unknown', { promise }, 'promise') : undefined)

/** What the body of a command must be, beside its shape. */
export const CHECKS: { readonly [Name in CommandName]?: Check<Name> } = {
  grade: gradeFits,
  pause: pauseFits,
  assign: ({ person }, state) => (person === state.assignee ? no('assignee-same', {}, 'person') : undefined),
  merge: ({ into }, _, { ticket }) => (into === ticket ? no('merge-into-itself', {}, 'into') : undefined),
  edit: ({ title, asset, site, contact }) => (title ?? asset ?? site ?? contact?.name ?? contact?.phone) === undefined ? no('nothing-changed') : undefined,
  waive: promiseKnown,
  excuse: promiseKnown,
}
