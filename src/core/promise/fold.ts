import type { Fact, FactType, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { BoundPlan } from './types.ts'
import type { Reading, Seen } from './knowledge.ts'
import type { SubjectState } from './state.ts'
import type { Run } from './machine.ts'
import { climbFrom, setNext } from './machine.ts'
import { compilePlan } from './compile.ts'
import { hear } from './hear.ts'
import { isAboutFacts } from './knowledge.ts'
import { countPauses, endLimits } from './pauses.ts'
import { FORMS } from './forms.ts'
import { fireTimers, settleAll } from './settle.ts'
import { emptyState } from './state.ts'
import { ownerIn } from './owner.ts'

export function nounOf(subject: Subject): string {
  return subject.slice(0, subject.indexOf('/'))
}

/** The state before the first fact: dimensions that the contract's terms set are known from the start. `followedFrom`: what was over by then is history. */
export function initialState(bound: BoundPlan, subject: Subject, followedFrom?: Instant): SubjectState {
  const state: SubjectState = { ...emptyState(subject), ...(followedFrom !== undefined && { followedFrom }) }
  const [first = { bound }] = bound.editions ?? []
  for (const term of first.bound.terms) {
    if (term.key.startsWith('dimensions.') && (typeof term.value === 'string' || typeof term.value === 'number'))
      state.dimensions[term.key.slice('dimensions.'.length)] = String(term.value)
  }
  return state
}

/** How this plan reads the facts of such a subject. */
export function readingOf(bound: BoundPlan, subject: Subject): Reading {
  const { openers } = compilePlan(bound, nounOf(subject))
  return { backfillMs: bound.backfillMs, opens: (type) => openers.has(type) }
}

/** A fold at work on this state, which it writes to. */
export function startRun(bound: BoundPlan, state: SubjectState): Run {
  const noun = nounOf(state.subject)
  return { plan: compilePlan(bound, noun), noun, state, now: -Infinity, kept: [], excused: [], cancelled: [], undone: [], forms: FORMS }
}

/** Owners whose life a ticket's facts are: they hear all that names them. */
const OF_A_TICKET: readonly string[] = ['ticket', 'visit', 'loan', 'rma']

const FOR_EVERY_OWNER: readonly FactType[] = ['obligation.waived', 'obligation.excused', 'obligation.moved', 'calendar.published']

/**
 * Does a fact say anything to this owner? What it is about itself always does; the facts of a ticket that name its contract, site or device only where a
 * clause of that owner waits for them: a contract does not take on the grade of each of its tickets, nor a new record line with each of their facts.
 */
export function concerns(bound: BoundPlan, subject: Subject, fact: Pick<Fact, 'subject' | 'type'>): boolean {
  const noun = nounOf(subject)
  if (
    fact.subject === subject ||
    fact.subject === ownerIn(subject) ||
    OF_A_TICKET.includes(noun) ||
    isAboutFacts(fact.type) ||
    FOR_EVERY_OWNER.includes(fact.type)
  )
    return true
  const { byFact, byInstant } = compilePlan(bound, noun)
  if (byFact.has(fact.type)) return true
  return byInstant.size > 0 && [...byInstant.keys()].some((key) => key.startsWith(`${fact.type.split('.')[0]}.`))
}

/** Events whose instant has come go on to their clauses. True: one did. */
function releaseWaiting(run: Run): boolean {
  const { waiting } = run.state
  if (!waiting.some((one) => one.at <= run.now)) return false
  const due = waiting.filter((one) => one.at <= run.now)
  run.state.waiting = waiting.filter((one) => one.at > run.now)
  due.sort((a, b) => a.at - b.at || a.leaf - b.leaf || a.episode - b.episode)
  for (const { leaf, step, at, cause, episode } of due) climbFrom(run, { leaf: run.plan.leaves[leaf]!, step }, { at, cause, episode })
  return true
}

/** What begins or ends by itself at this instant, before its facts are heard. */
function wakeEarly(run: Run): boolean {
  const released = releaseWaiting(run)
  countPauses(run)
  return endLimits(run) || released
}

/** What a form lets come by itself at this instant: an occurrence that appears, a window that ends, a cover that runs out. */
function tickForms(run: Run): boolean {
  for (const compiled of run.plan.others) {
    const { tick } = run.forms[compiled.source.form]
    if (tick?.(run, compiled)) return true
  }
  return false
}

/**
 * One instant: what comes by itself, its facts in ledger order, then the settling by rank until nothing follows any more.
 * `hold`: clocks that run out at this very instant stay open, since more facts of the instant may yet be learned.
 */
function runInstant(run: Run, at: Instant, { facts, hold }: { readonly facts: readonly Seen[]; readonly hold: boolean }): void {
  run.now = at
  if (run.state.nextAt !== undefined && run.state.nextAt <= at) wakeEarly(run)
  for (const seen of facts) hear(run, seen)
  const follows = () => wakeEarly(run) || (!hold && (tickForms(run) || fireTimers(run)))
  do settleAll(run)
  while (follows())
  setNext(run)
}

/** Lets time pass up to `until` (that instant included or not); everything due on the way happens at its own instant. */
export function advance(run: Run, until: Instant, including: boolean): void {
  for (;;) {
    const { nextAt } = run.state
    if (nextAt === undefined || nextAt > until || (nextAt === until && !including)) return
    runInstant(run, nextAt, { facts: [], hold: false })
    if (run.state.nextAt !== undefined && run.state.nextAt <= nextAt)
      throw new Error(`the clock of ${run.state.subject} does not move on from ${nextAt}`)
  }
}

/** Is this fact heard by nobody and changes nothing? Then folding it is letting time pass. */
function isSilent(run: Run, { fact }: Seen): boolean {
  if (run.plan.byFact.has(fact.type) || run.plan.byInstant.size > 0) return false
  return !HEARD.has(fact.type) && !run.plan.openers.has(fact.type)
}

const HEARD: ReadonlySet<string> = new Set([
  'ticket.reported',
  'ticket.graded',
  'ticket.edited',
  'ticket.paused',
  'ticket.resumed',
  'ticket.reopened',
  'ticket.cancelled',
  'ticket.merged',
  'ticket.split',
  'obligation.waived',
  'obligation.excused',
  'obligation.moved',
  'contract.amended',
  'calendar.published',
  'notice.delivered',
  'document.issued',
  'form.filled',
  'visit.needed',
])

/** Folds facts that all count at one instant, not before any that was folded. `hold`: see runInstant. */
export function foldInstant(run: Run, facts: readonly Seen[], hold = false): void {
  const { at } = facts[0]!
  advance(run, at, false)
  if (facts.every((seen) => isSilent(run, seen))) return
  runInstant(run, at, { facts, hold })
}

/** Folds sorted facts, instant by instant. */
export function foldAll(run: Run, seen: readonly Seen[]): void {
  let from = 0
  while (from < seen.length) {
    const { at } = seen[from]!
    let until = from + 1
    while (until < seen.length && seen[until]!.at === at) until++
    foldInstant(run, seen.slice(from, until))
    from = until
  }
}
