import type { Fact, Json } from '../fact.ts'
import type { FactCommand, TicketCommands } from './command.ts'
import type { TicketContext } from './context.ts'
import type { Outcome, RuleOf, Statement } from './outcome.ts'
import type { Rulings } from '../promise/backfill.ts'
import { canonicalJson } from '../canonical.ts'
import { subjectsOf } from '../fact.ts'
import { isBackfilled } from '../promise/backfill.ts'
import { isAboutFacts, readRulings } from '../promise/knowledge.ts'
import { isBlank, listed, refuse } from './outcome.ts'

type Grounds = TicketCommands['waive' | 'excuse']

/** What stands against releasing a promise, before its reason is looked at. */
function releaseProblem({ promise, episode = 1, reason, evidence }: Grounds, { plan, obligations }: TicketContext): Outcome | undefined {
  if (plan === undefined || !Object.hasOwn(plan.promises, promise)) return refuse('waive-promise-unknown', { promise }, 'promise')
  const standing = obligations?.find((one) => one.promise === promise && one.episode === episode)
  if (obligations !== undefined && standing === undefined) return refuse('waive-not-open', {}, 'promise')
  const settled = standing?.state === 'kept' || standing?.state === 'excused' || standing?.state === 'cancelled'
  if (settled) return refuse('waive-settled', {}, 'promise')
  if (isBlank(reason)) return refuse('waive-reason', {}, 'reason')
  return isBlank(evidence) ? refuse('waive-evidence', {}, 'evidence') : undefined
}

/** Stands in a fact where the wording stands beside it: given, but not to be read here. */
const STATED = 'stated'

/** That reason and evidence were given, and by which role, stands in the fact; their words stand beside it (law 12). */
export const waive: RuleOf<'waive'> = (_, body, context) => {
  const problem = releaseProblem(body, context)
  if (problem) return problem
  const { promise, episode = 1, reason, evidence } = body
  return { type: 'obligation.waived', data: { promise, episode, reason: STATED, role: context.role ?? STATED, evidence: true }, texts: { reason, evidence } }
}

/** An excuse is one of the reasons that the clause itself accepts. */
export const excuse: RuleOf<'excuse'> = (_, body, context) => {
  const problem = releaseProblem(body, context)
  if (problem) return problem
  const { promise, episode = 1, reason, evidence } = body
  const { plan } = context
  const accepted = plan?.promises[promise]?.excuses ?? []
  if (!accepted.includes(reason)) {
    return refuse('excuse-reason-unknown', { reason, known: listed(accepted.map((id) => plan?.reasons[id]?.name ?? id)) }, 'reason')
  }
  return { type: 'obligation.excused', data: { promise, episode, reason, evidence: true }, texts: { evidence } }
}

/** The fact that is spoken of, and what was said of it before. */
type Target = { readonly fact: Fact; readonly rulings: Rulings }

function targetOf(of: string, { facts = [], ticket }: TicketContext): Target | Outcome {
  const fact = facts.find((one) => one.id === of)
  if (fact === undefined || !subjectsOf(fact).includes(`ticket/${ticket}`)) return refuse('fact-missing', {}, 'of')
  const rulings = readRulings(facts)
  return rulings.voided.has(of) ? refuse('fact-voided-already', {}, 'of') : { fact, rulings }
}

/** Four eyes: whoever entered it late does not approve it (law 2). A correction that moves a time needs the same. */
function approvalProblem({ fact, rulings }: Target, { person, backfillMs }: TicketContext): Outcome | undefined {
  const movesTime = fact.type === 'fact.corrected' && fact.data.field === 'occurredAt'
  if (!movesTime && !isBackfilled(fact, backfillMs)) return refuse('approve-not-needed', {}, 'of')
  if (fact.by === person) return refuse('approve-same-person')
  return rulings.approvals.get(fact.id)?.some((one) => one.by !== fact.by) ? refuse('approve-done-already', {}, 'of') : undefined
}

/** Whose record it is, and under which contract, are no slips of the pen: such a ticket is cancelled and reported anew. */
const FIXED: readonly string[] = [
  'of', 'number', 'customer', 'contract', 'plan', 'into', 'conflict', 'dimensions', 'values', 'changed', 'promise', 'episode', 'role', 'lateReason', 'lateEvidence',
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

function correctionProblem(target: Target, { field, from, to }: Extract<FactCommand, { name: 'correct' }>, now: number): Outcome | undefined {
  const value = valueNow(target, field)
  if (FIXED.includes(field) || value === undefined || isAboutFacts(target.fact.type)) return refuse('correct-field', { field }, 'field')
  if (canonicalJson(value) !== canonicalJson(from)) return refuse('correct-from', { now: shown(value), from: shown(from) }, 'from')
  if (canonicalJson(value) === canonicalJson(to)) return refuse('correct-same', {}, 'to')
  if (typeof to !== typeof value || to === null || typeof to === 'object' || !isCode(to)) return refuse('correct-kind', {}, 'to')
  return field === 'occurredAt' && (to as number) > now ? refuse('in-future', {}, 'to') : undefined
}

function statementOf(command: FactCommand): Statement {
  const { of } = command
  switch (command.name) {
    case 'approve':
      return { type: 'fact.approved', data: { of }, texts: { note: command.note } }
    case 'correct':
      return { type: 'fact.corrected', data: { of, field: command.field, from: command.from, to: command.to, reason: STATED }, texts: { reason: command.reason } }
    case 'void':
      return { type: 'fact.voided', data: { of, reason: STATED }, texts: { reason: command.reason } }
    default:
      return command satisfies never
  }
}

function problemOf(target: Target, command: FactCommand, context: TicketContext): Outcome | undefined {
  if (command.name === 'approve') return approvalProblem(target, context)
  if (command.name === 'correct') return correctionProblem(target, command, context.now)
  return target.fact.type === 'ticket.reported' ? refuse('void-report', {}, 'of') : undefined
}

const NO_REASON = { approve: undefined, correct: 'correct-reason', void: 'void-reason' } as const

/** A statement about a fact speaks about every subject that the fact speaks about, or an owner would not hear of it. */
export function aboutFact(command: FactCommand, context: TicketContext): Outcome {
  const unreasoned = NO_REASON[command.name]
  if (unreasoned && command.name !== 'approve' && isBlank(command.reason)) return refuse(unreasoned, {}, 'reason')
  const statement = statementOf(command)
  if (context.facts === undefined) return statement
  const target = targetOf(command.of, context)
  if (!('fact' in target)) return target
  return problemOf(target, command, context) ?? { ...statement, also: subjectsOf(target.fact) }
}

