import { openingEvent } from '../../../core/plan/clause-events.ts'
import { asClock } from '../../../core/plan/clock-clause.ts'
import { badgeReason, waitingWords } from '../../../core/promise/badge-reason.ts'
import { missingForms } from '../../../core/promise/rule/say-demand.ts'
import type { BoundPlan, Obligation } from '../../../core/promise/types.ts'
import { termWords } from '../../../core/plan/open-words.ts'
import { appliesWords, sayWhy, whyContext } from '../../../core/promise/why.ts'
import type { Locale } from '../../../core/words.ts'
import type { Belief, Clock, ExplainedObligation, Obligation as ObligationOut, WaitingClock, Why } from '../../../wire/obligations.ts'
import type { BeliefRow, ObligationMarks, StoredObligation } from '../../store/obligation-queries.ts'
import { present } from '../../store/rows.ts'
import type { Named } from '../../../wire/base.ts'
import { contractRoleName } from '../names.ts'

const hex = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/** `ticket/T1`, `reply`, 1 → `ticket.T1.reply.1`, safe in a path: models are called as their makers like, `LSB 680.2` is `LSB~20680~2E2`. */
export function obligationId({ subject, promise, episode }: Pick<Obligation, 'subject' | 'promise' | 'episode'>): string {
  const [noun = '', ...of] = subject.split('/')
  const safe = encodeURIComponent(of.join('/'))
    .replaceAll(/[.!~*'()]/g, hex)
    .replaceAll('%', '~')
  return `${noun}.${safe}.${promise}.${episode}`
}

export function readObligationId(id: string): { subject: string; promise: string; episode: number } {
  const [noun = '', of = '', promise = '', episode = ''] = id.split('.')
  return { subject: `${noun}/${readSafe(of)}`, promise, episode: Number(episode) }
}

/** An id that nobody made here names nothing, whatever stands in it. */
function readSafe(safe: string): string {
  try {
    return decodeURIComponent(safe.replaceAll('~', '%'))
  } catch {
    return safe
  }
}

/** One obligation as a badge needs it. */
export function presentClock(one: Obligation & ObligationMarks, bound: BoundPlan | undefined, locale: Locale): Clock {
  const clause = bound?.plan.promises[one.promise]
  const running = one.why.pauses.find((pause) => pause.until === undefined)
  return {
    id: obligationId(one),
    promise: one.promise,
    title: clause?.title ?? one.promise,
    episode: one.episode,
    state: one.state,
    openedAt: one.openedAt,
    dueAt: one.dueAt,
    targetAt: one.targetAt,
    keptAt: one.keptAt,
    brokenAt: one.brokenAt,
    fulfilledAt: one.fulfilledAt,
    endedAt: one.endedAt,
    provisional: one.provisional,
    pausedMs: one.pausedMs,
    reason: bound ? badgeReason(one, bound.plan, locale) : undefined,
    pausedSince: running?.from,
    missing: missingIn(one, bound),
    owedBy: clause?.owedBy ?? 'vendor',
    release: one.release,
    dispute: one.dispute,
  }
}

function missingIn(one: Obligation, bound: BoundPlan | undefined): Clock['missing'] {
  const missing = bound?.plan.promises[one.promise]?.form === 'rule' ? missingForms(one, bound.plan) : []
  return missing.length === 0 ? undefined : [...missing]
}

export function presentObligation(one: StoredObligation, bound: BoundPlan | undefined, locale: Locale): ObligationOut {
  const { ticket, contract } = one
  return { ...presentClock(one, bound, locale), subject: one.subject, ticket, contract, text: one.why.text, evidence: [...one.evidence] }
}

export function presentBelief(row: BeliefRow): Belief {
  return {
    at: row.at,
    state: row.state as Belief['state'],
    dueAt: present(row.due_at),
    keptAt: present(row.kept_at),
    brokenAt: present(row.broken_at),
    fulfilledAt: present(row.fulfilled_at),
    provisional: row.provisional,
  }
}

function excusesOf({ promises, reasons }: BoundPlan['plan'], promise: string): ExplainedObligation['excuses'] {
  const clause = promises[promise]
  return (clause ? asClock(clause).excuses : []).map((id) => ({ id, name: reasons[id]?.name ?? id }))
}

export type Explaining = {
  readonly bound: BoundPlan
  readonly locale: Locale
  readonly beliefs: readonly BeliefRow[]
  /** who answers under its contract for a role; undefined: it is not asked */
  readonly answers?: ((role: string) => readonly Named[]) | undefined
}

/** 负责: the role that the clause names, and who that is. */
function ownerOf(one: StoredObligation, { bound: { plan }, locale, answers }: Explaining): ExplainedObligation['owner'] {
  const role = plan.promises[one.promise]?.owner
  if (role === undefined || !answers) return undefined
  return { role: contractRoleName(plan, { id: role, name: null }, locale), people: [...answers(role)] }
}

/** With its arithmetic as data and in words. */
export function explain(one: StoredObligation, explaining: Explaining): ExplainedObligation {
  const { bound, locale, beliefs } = explaining
  const own = beliefs.filter((belief) => belief.promise === one.promise && belief.episode === one.episode)
  const context = whyContext(bound, one)
  return {
    ...presentObligation(one, bound, locale),
    owner: ownerOf(one, explaining),
    why: one.why as unknown as Why,
    words: sayWhy(one, context, locale),
    applies: appliesWords(one, context, locale),
    terms: (context.terms ?? []).map((term) => ({ value: termWords(bound.plan, term, locale), source: term.source })),
    beliefs: own.map(presentBelief),
    excuses: excusesOf(bound.plan, one.promise),
  }
}

/** Clocks of the plan that have not opened (covers, gates and rules have none): those that wait for another promise, and those whose own event has not come. */
export function waitingClocks(
  bound: BoundPlan,
  subjectNoun: string,
  { open, locale }: { open: readonly Obligation[]; locale: Locale },
): WaitingClock[] {
  const opened = new Set(open.map((one) => one.promise))
  return Object.values(bound.plan.promises)
    .filter((clause) => clause.form === 'deadline' && clause.per === subjectNoun && !opened.has(clause.id))
    .map((clause) => {
      const starts = openingEvent(clause)
      const chained = starts?.kind === 'promise' || starts?.kind === 'share'
      return {
        promise: clause.id,
        title: clause.title ?? clause.id,
        text: clause.text,
        state: chained ? 'waiting' : 'not-triggered',
        waitsFor: starts ? waitingWords(starts, bound.plan, locale) : '',
      }
    })
}
