import type { Subject } from '../fact.ts'
import type { Context } from './command.ts'
import type { Outcome, RuleOf, Statement } from './outcome.ts'
import { isBlank, refuse } from './outcome.ts'
import { earliestReport, isRelated } from './ties.ts'
import { OPEN } from './transitions.ts'

/** The ticket that lives on owes from the earliest report on: the instant goes with the fact, so that nobody looks it up later. */
export const merge: RuleOf<'merge'> = (state, { into, reason }, { subject, into: other, facts = [] }) => {
  const target: Subject = `ticket/${into}`
  if (target === subject) return refuse('merge-itself', {}, 'into')
  if (other === undefined || other.subject !== target) return refuse('merge-missing', {}, 'into')
  if (other.customer !== state.customer) return refuse('merge-other-customer', {}, 'into')
  if (!OPEN.includes(other.phase)) return refuse('merge-ended', {}, 'into')
  if (isBlank(reason)) return refuse('note-empty', {}, 'reason')
  return { type: 'ticket.merged', data: { into: target, since: earliestReport(state, facts) }, texts: { reason }, also: [target] }
}

/** A second ticket of what was reported in one: it owes from when that was reported. */
export function splitOff(
  splitFrom: string,
  customer: string,
  { from, subject }: Context,
): Statement | Extract<Outcome, { refusal: unknown }> {
  const origin: Subject = `ticket/${splitFrom}`
  const no = (code: 'merge-missing' | 'split-other-customer' | 'split-ended') =>
    refuse(code, {}, 'splitFrom') as Extract<Outcome, { refusal: unknown }>
  if (from === undefined || from.subject !== origin || origin === subject) return no('merge-missing')
  if (from.customer !== customer) return no('split-other-customer')
  if (!OPEN.includes(from.phase)) return no('split-ended')
  return { type: 'ticket.split', data: { from: origin, since: from.since }, also: [origin] }
}

/** The other ticket, if it can be tied to this one. */
function tied(to: string, { subject, into }: Context): Subject | Outcome {
  const target: Subject = `ticket/${to}`
  if (target === subject) return refuse('relate-itself', {}, 'to')
  return into?.subject === target ? target : refuse('merge-missing', {}, 'to')
}

export const relate: RuleOf<'relate'> = (_, { to }, context) => {
  const target = tied(to, context)
  if (typeof target !== 'string') return target
  const { subject, facts = [] } = context
  return isRelated(facts, subject, target)
    ? refuse('relate-already', {}, 'to')
    : { type: 'ticket.related', data: { to: target }, also: [target] }
}

export const unrelate: RuleOf<'unrelate'> = (_, { to }, context) => {
  const target = tied(to, context)
  if (typeof target !== 'string') return target
  const { subject, facts = [] } = context
  return isRelated(facts, subject, target)
    ? { type: 'ticket.unrelated', data: { to: target }, also: [target] }
    : refuse('relate-not', {}, 'to')
}
