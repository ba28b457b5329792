import type { Fact, FactType, Json, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { DisputeRefusal } from './say.ts'
import type { Dispute, DisputeState, DisputeTarget, Side } from './state.ts'
import { canonicalJson } from '../canonical.ts'
import { refusal } from './say.ts'
import { isOpen } from './state.ts'

/** What a decision for the objector leads to: an ordinary correction, voiding or waiver. The dispute itself changes no verdict. */
export type Remedy = { readonly kind: 'void' | 'correct'; readonly of: string } | { readonly kind: 'waive' }

export type DisputeCommand =
  | {
      readonly name: 'raise'
      readonly target: DisputeTarget
      readonly reason: string
      readonly evidence?: string | undefined
      /** every subject that the target speaks about, the dispute's own ledger first */
      readonly about: readonly Subject[]
      /** the fact that is objected to: who recorded it, and whether it stands; not for a verdict */
      readonly fact?: { readonly type: FactType; readonly by?: string | undefined; readonly voided: boolean } | undefined
      /** the midnight with which the term ends; undefined: there is nothing to object to yet */
      readonly until: Instant | undefined
      readonly answerBy: Instant
    }
  | { readonly name: 'answer'; readonly of: string; readonly answer: string }
  | {
      readonly name: 'settle'
      readonly of: string
      readonly outcome: 'upheld' | 'rejected'
      readonly reason: string
      readonly remedy?: Remedy | undefined
      /** the fact by which it was put right */
      readonly by?: string | undefined
    }
  | { readonly name: 'withdraw'; readonly of: string }

export type DisputeContext = {
  readonly now: Instant
  readonly newId: () => string
  readonly person: string
  readonly side: Side
  /** days of the term, for the sentence that says it is over */
  readonly days: number
}

export type DisputeDecision =
  | {
      readonly ok: true
      readonly facts: readonly Omit<Fact, 'seq' | 'recordedAt'>[]
      readonly texts: readonly { readonly factId: string; readonly field: string; readonly text: string }[]
    }
  | { readonly ok: false; readonly refusal: DisputeRefusal }

const ABOUT_DISPUTES: readonly FactType[] = ['fact.disputed', 'fact.answered', 'fact.settled']
const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

type Raise = Extract<DisputeCommand, { name: 'raise' }>

/** One objection a target: open ones are gone on with, what was settled for a side is not raised by it again; taken back it never was. */
function repetition({ disputes }: DisputeState, target: DisputeTarget, side: Side): DisputeRefusal | undefined {
  const key = canonicalJson(target)
  const same = disputes.filter((one) => canonicalJson(one.target) === key)
  if (same.some(isOpen)) return refusal('open-already')
  return same.some((one) => one.side === side && one.state !== 'withdrawn') ? refusal('repeated') : undefined
}

function raiseProblem(state: DisputeState, command: Raise, { now, person, side, days }: DisputeContext): DisputeRefusal | undefined {
  const { target, fact, until, reason } = command
  if (fact && ABOUT_DISPUTES.includes(fact.type)) return refusal('fact-kind')
  if (fact?.voided) return refusal('fact-voided')
  if (fact?.by === person) return refusal('own')
  if (until === undefined) return refusal('nothing-judged')
  const again = repetition(state, target, side)
  if (again) return again
  if (now >= until) return refusal('late', { days })
  return isBlank(reason) ? refusal('reason', {}, 'reason') : undefined
}

type Settle = Extract<DisputeCommand, { name: 'settle' }>

/** A remedy puts right what is objected to: the disputed entry, or for a verdict one of the entries on which it stands, or a waiver. */
function remedyProblem({ target }: Dispute, remedy: Remedy | undefined): DisputeRefusal | undefined {
  if (!remedy) return refusal('remedy-missing', {}, 'remedy')
  if (remedy.kind === 'waive') return target.what === 'verdict' ? undefined : refusal('remedy-missing', {}, 'remedy')
  return target.what !== 'verdict' && remedy.of !== target.of ? refusal('remedy-other', {}, 'remedy') : undefined
}

/** Whoever objected decides nothing; what the vendor objects to is upheld only after the customer had a say. */
function settleProblem(dispute: Dispute, { outcome, reason, remedy }: Settle, context: DisputeContext): DisputeRefusal | undefined {
  const { now, person, days } = context
  if (dispute.by === person) return refusal('settle-own')
  if (isBlank(reason)) return refusal('settle-reason', {}, 'reason')
  if (outcome === 'rejected') return undefined
  const heard = dispute.side === 'customer' || dispute.state === 'answered' || now >= dispute.answerBy
  return heard ? remedyProblem(dispute, remedy) : refusal('settle-unanswered', { days })
}

function stepProblem(
  dispute: Dispute,
  command: Exclude<DisputeCommand, { name: 'raise' }>,
  context: DisputeContext,
): DisputeRefusal | undefined {
  if (!isOpen(dispute)) return refusal('settled')
  switch (command.name) {
    case 'answer':
      if (context.side === dispute.side) return refusal('answer-own-side')
      if (dispute.state === 'answered') return refusal('answered-already')
      return isBlank(command.answer) ? refusal('answer-text', {}, 'answer') : undefined
    case 'settle':
      return settleProblem(dispute, command, context)
    case 'withdraw':
      return dispute.by === context.person ? undefined : refusal('withdraw-others')
    default:
      return command satisfies never
  }
}

type Said = {
  readonly type: FactType
  readonly data: { readonly [key: string]: Json | undefined }
  readonly texts: Readonly<Record<string, string | undefined>>
  readonly about: readonly Subject[]
}

function raise(state: DisputeState, command: Raise, context: DisputeContext): Said | DisputeRefusal {
  const problem = raiseProblem(state, command, context)
  if (problem) return problem
  const { target, reason, evidence, about, answerBy } = command
  return { type: 'fact.disputed', data: { ...target, side: context.side, answerBy }, texts: { reason, evidence }, about }
}

function step(state: DisputeState, command: Exclude<DisputeCommand, { name: 'raise' }>, context: DisputeContext): Said | DisputeRefusal {
  const dispute = state.disputes.find(({ id }) => id === command.of)
  if (!dispute) return refusal('missing')
  const problem = stepProblem(dispute, command, context)
  if (problem) return problem
  const { about } = dispute
  const of = dispute.id
  if (command.name === 'answer') return { type: 'fact.answered', data: { of }, texts: { answer: command.answer }, about }
  if (command.name === 'withdraw') return { type: 'fact.settled', data: { of, outcome: 'withdrawn' }, texts: {}, about }
  const data = { of, outcome: command.outcome, remedy: command.remedy?.kind, by: command.by }
  return { type: 'fact.settled', data, texts: { reason: command.reason }, about }
}

/** May this step be taken? The same as `decide`, without a fact: asked before a remedy is carried out. */
export function stepRefusal(
  state: DisputeState,
  command: Exclude<DisputeCommand, { name: 'raise' }>,
  context: DisputeContext,
): DisputeRefusal | undefined {
  const said = step(state, command, context)
  return 'code' in said ? said : undefined
}

/** Objects, answers, decides or takes back: one fact in the ledger of the subject, with its words beside it; all of it stays. */
export function decide(state: DisputeState, command: DisputeCommand, context: DisputeContext): DisputeDecision {
  const said = command.name === 'raise' ? raise(state, command, context) : step(state, command, context)
  if ('code' in said) return { ok: false, refusal: said }
  const { now, newId, person } = context
  const id = newId()
  const [subject, ...also] = said.about
  if (subject === undefined) throw new Error('a dispute is about something')
  const data = Object.fromEntries(Object.entries(said.data).filter((entry): entry is [string, Json] => entry[1] !== undefined))
  const texts = Object.entries(said.texts).flatMap(([field, text]) =>
    isBlank(text) ? [] : [{ factId: id, field, text: (text ?? '').trim() }],
  )
  return { ok: true, facts: [{ id, subject, also, type: said.type, occurredAt: now, source: 'hand', by: person, data }], texts }
}
