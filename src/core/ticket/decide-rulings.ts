import type { Fact, Json } from '../fact.ts'
import type { CommandOf, Context } from './command.ts'
import type { Outcome, RuleOf, Statement } from './outcome.ts'
import type { Rulings } from '../promise/backfill.ts'
import { canonicalJson } from '../canonical.ts'
import type { Asking, ReleaseKind } from '../release/ask.ts'
import { ask } from '../release/ask.ts'
import { subjectsOf } from '../fact.ts'
import { asksApproval, isBackfilled } from '../promise/backfill.ts'
import { isAboutFacts, readRulings } from '../promise/knowledge.ts'
import { isLongAgo } from '../time/instant.ts'
import { isBlank, refuse } from './outcome.ts'

/** Stands in a fact where the wording stands beside it: given, but not to be read here. */
const STATED = 'stated'

/** A promise is released as everywhere: what is asked for here counts once a second person has approved it. */
function released(kind: ReleaseKind, asking: Asking, { plan, obligations, person, alone }: Context): Outcome {
  const made = ask(kind, asking, { plan, obligations, person, alone })
  return 'code' in made ? { refusal: made } : made
}

export const waive: RuleOf<'waive'> = (_, command, context) => released('waive', command, context)

export const excuse: RuleOf<'excuse'> = (_, command, context) => released('excuse', command, context)

/** The fact that is spoken of, and what was said of it before. */
type Target = { readonly fact: Fact; readonly rulings: Rulings }

function targetOf(of: string, { facts = [], subject }: Context): Target | Outcome {
  const fact = facts.find((one) => one.id === of)
  if (fact === undefined || !subjectsOf(fact).includes(subject)) return refuse('fact-missing', {}, 'of')
  const rulings = readRulings(facts)
  return rulings.voided.has(of) ? refuse('fact-voided-already', {}, 'of') : { fact, rulings }
}

/** Who was told of a breach, and who took it on, has happened: nobody untells it. */
function isEscalation({ type }: Fact): boolean {
  return type.startsWith('escalation.')
}

/** Four eyes: whoever entered it late does not approve it (law 2). A correction that moves a time needs the same. */
function approvalProblem({ fact, rulings }: Target, { person, backfillMs }: Context): Outcome | undefined {
  const movesTime = fact.type === 'fact.corrected' && fact.data.field === 'occurredAt'
  // What was asked for with a waiver is approved where waivers are.
  if (asksApproval(fact)) return refuse('approve-not-needed', {}, 'of')
  if (!movesTime && !isBackfilled(fact, backfillMs)) return refuse('approve-not-needed', {}, 'of')
  if (fact.by === person.id) return refuse('approve-same-person')
  return rulings.approvals.get(fact.id)?.some((one) => one.by !== fact.by) ? refuse('approve-done-already', {}, 'of') : undefined
}

/** Whose record it is, and under which contract, are no slips of the pen: such a ticket is cancelled and reported anew. */
const FIXED: readonly string[] = [
  'of',
  'number',
  'customer',
  'contract',
  'plan',
  'into',
  'conflict',
  'dimensions',
  'values',
  'changed',
  'promise',
  'episode',
  'role',
  'lateReason',
  'lateEvidence',
]

function valueNow({ fact, rulings }: Target, field: string): Json | undefined {
  const last = rulings.corrections.get(fact.id)?.findLast((one) => one.data.field === field)
  return last?.data.to ?? (field === 'occurredAt' ? fact.occurredAt : fact.data[field])
}

/** Ids and codes only: free text belongs beside a fact, never into it. */
function isCode(value: Json): boolean {
  return typeof value !== 'string' || /^[\w./@:+-]{1,80}$/.test(value)
}

const shown = (value: Json): string => (typeof value === 'string' ? value : canonicalJson(value))

function correctionProblem(target: Target, { field, from, to }: CommandOf<'correct'>, now: number): Outcome | undefined {
  const value = valueNow(target, field)
  if (FIXED.includes(field) || value === undefined || isAboutFacts(target.fact.type)) return refuse('correct-field', { field }, 'field')
  if (canonicalJson(value) !== canonicalJson(from)) return refuse('correct-from', { now: shown(value), from: shown(from) }, 'from')
  if (canonicalJson(value) === canonicalJson(to)) return refuse('correct-same', {}, 'to')
  if (typeof to !== typeof value || to === null || typeof to === 'object' || !isCode(to)) return refuse('correct-kind', {}, 'to')
  if (field !== 'occurredAt') return undefined
  if ((to as number) > now) return refuse('in-future', {}, 'to')
  return isLongAgo(to as number, now) ? refuse('long-ago', {}, 'to') : undefined
}

/** A statement about a fact speaks about every subject that the fact speaks about, or an owner would not hear of it. */
function about({ fact }: Target, statement: Statement): Statement {
  return { ...statement, data: { of: fact.id, ...statement.data }, also: subjectsOf(fact) }
}

export const approve: RuleOf<'approve'> = (_, { of, note }, context) => {
  const target = targetOf(of, context)
  if (!('fact' in target)) return target
  return approvalProblem(target, context) ?? about(target, { type: 'fact.approved', texts: { note } })
}

export const correct: RuleOf<'correct'> = (_, command, context) => {
  const { of, field, from, to, reason, dispute } = command
  const target = targetOf(of, context)
  if (!('fact' in target)) return target
  if (isEscalation(target.fact)) return refuse('ruled-escalation', {}, 'of')
  const problem = correctionProblem(target, command, context.now)
  if (problem) return problem
  return isBlank(reason)
    ? refuse('correct-reason', {}, 'reason')
    : about(target, { type: 'fact.corrected', data: { field, from, to, reason: STATED, dispute }, texts: { reason } })
}

export const voidFact: RuleOf<'void'> = (_, { of, reason, dispute }, context) => {
  const target = targetOf(of, context)
  if (!('fact' in target)) return target
  if (target.fact.type === 'ticket.reported') return refuse('void-report', {}, 'of')
  if (isEscalation(target.fact)) return refuse('ruled-escalation', {}, 'of')
  return isBlank(reason)
    ? refuse('void-reason', {}, 'reason')
    : about(target, { type: 'fact.voided', data: { reason: STATED, dispute }, texts: { reason } })
}
