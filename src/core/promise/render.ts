import type { Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { CompiledCalendar } from '../calendar/compile.ts'
import type { Consequence, Effect, Obligation, ObligationState, PauseSpan, Why } from './types.ts'
import type { CompiledClause } from './compile.ts'
import type { Clock } from './deadline.ts'
import type { Run } from './machine.ts'
import type { Instance } from './state.ts'
import { STAYING } from './again.ts'
import { nounOf } from './fold.ts'
import { answeredFrom, isHistory } from './taken-over.ts'
import { clauseOf, clockOf } from './machine.ts'
import { clockCalendar, unionMs } from './deadline.ts'
import { moved, promisedMs, workBetween } from './reach.ts'

const isWanted = ({ state }: Instance): boolean => state !== 'dormant' && state !== 'off'

/** Instances that people see: what a row or a condition left out is not an obligation, and what was over before the taking over is history. */
export function isShown(run: Pick<Run, 'plan' | 'state'>, instance: Instance): boolean {
  return isWanted(instance) && !isHistory(run, instance)
}

export function stateOf(instance: Instance): ObligationState {
  if (instance.state === 'open') return instance.pausedSince === undefined ? 'open' : 'paused'
  return instance.state as ObligationState
}

/** The instant up to which a clock has counted: its end, or now. */
function countedUntil(instance: Instance, asOf: Instant): Instant {
  if (instance.state === 'kept') return Math.max(instance.keptAt ?? asOf, instance.startAt)
  if (instance.brokenAt !== undefined) return instance.fulfilledAt ?? asOf
  return instance.endedAt ?? asOf
}

/** The due time as it stands at `asOf`: a running pause has moved it by what it took so far. */
export function dueAt(clock: Clock, asOf: Instant): Instant | undefined {
  const { instance } = clock
  if (instance.pausedSince === undefined || instance.dueAt === undefined) return instance.dueAt
  const calendar = clockCalendar(clock)
  const running = workBetween(calendar, Math.max(instance.pausedSince, instance.startAt), asOf)
  return moved(calendar, { at: instance.dueAt, provisional: false }, running)?.at
}

function pausedMs(clock: Clock, asOf: Instant): number {
  const { instance } = clock
  if (instance.gaps.length === 0) return 0
  if (instance.pausedSince === undefined) return instance.pausedMs
  return instance.pausedMs + workBetween(clockCalendar(clock), Math.max(instance.pausedSince, instance.startAt), asOf)
}

/** Each pause with the working time that it, and no pause before it, took out: overlaps count once, so the parts add up to pausedMs. */
function pauseSpans(clock: Clock, asOf: Instant): PauseSpan[] {
  const calendar = clockCalendar(clock)
  let covered = clock.instance.startAt
  return clock.instance.gaps.map((gap) => {
    const from = Math.max(gap.from, covered)
    const until = gap.until ?? asOf
    const ms = until > from ? workBetween(calendar, from, until) : 0
    covered = Math.max(covered, until)
    return { reason: gap.reason, from: gap.from, until: gap.until, ms, fact: gap.fact, endedBy: gap.endedBy }
  })
}

/** Working time that pauses took before `until`: a clock that ended in the past had not yet seen the later ones. */
function pausedUntil(clock: Clock, until: Instant, asOf: Instant): number {
  return clock.instance.gaps.length === 0 ? 0 : until >= asOf ? pausedMs(clock, asOf) : unionMs(clock, until)
}

const NO_CALENDAR = { id: '', zone: '', hash: '', tzdata: '', always: true }

function calendarWhy(clock: Clock, calendar: CompiledCalendar | undefined): Why['calendar'] {
  if (!calendar) return { ...NO_CALENDAR, id: clock.instance.ruling.calendar ?? '', zone: clock.bound.plan.timezone }
  return calendarFacts(calendar)
}

const said = new WeakMap<CompiledCalendar, Why['calendar']>()

function calendarFacts(calendar: CompiledCalendar): Why['calendar'] {
  const known = said.get(calendar)
  if (known) return known
  const { id, zone, hash, always } = calendar
  const facts = { id, zone: zone.id, hash, tzdata: zone.tzdata, always }
  said.set(calendar, facts)
  return facts
}

const NO_DIMENSIONS: Why['dimensions'] = {}

function setBy({ bound }: Clock, dimension: string): string {
  if (dimension === 'grade') return bound.plan.gradeBy
  if (bound.terms.some((term) => term.key === `dimensions.${dimension}`)) return 'contract'
  return bound.plan.dimensions[dimension]?.setBy ?? 'staff'
}

function dimensionsWhy(run: Run, clock: Clock): Why['dimensions'] {
  const { dimensions } = clock.compiled
  if (dimensions.length === 0) return NO_DIMENSIONS
  const out: Record<string, { value: string | undefined; by: string }> = {}
  for (const id of dimensions) out[id] = { value: clock.instance.row[id], by: setBy(clock, id) }
  // Both grades are kept and shown; the plan says which rules.
  if (dimensions.includes('grade')) {
    const { staffGrade, customerGrade } = run.state
    if (staffGrade !== undefined && customerGrade !== undefined && staffGrade !== customerGrade) {
      out[clock.bound.plan.gradeBy === 'customer' ? 'staffGrade' : 'customerGrade'] =
        clock.bound.plan.gradeBy === 'customer' ? { value: staffGrade, by: 'staff' } : { value: customerGrade, by: 'customer' }
    }
  }
  return out
}

function whyOf(run: Run, clock: Clock, asOf: Instant): Why {
  const { instance, compiled, bound } = clock
  const { clause } = compiled
  const { ruling } = instance
  const calendar = clockCalendar(clock)
  const until = countedUntil(instance, asOf)
  const usedMs = workBetween(calendar, instance.startAt, until) - pausedUntil(clock, until, asOf)
  const withinMs = promisedMs(ruling)
  const due = withinMs === undefined ? dueAt(clock, asOf) : undefined
  const left = due === undefined ? undefined : due >= until ? workBetween(calendar, until, due) : -workBetween(calendar, due, until)
  return {
    plan: bound.ref,
    planHash: bound.hash,
    text: clause.text,
    source: clause.source,
    reading: clause.reading,
    anchor: { event: instance.anchor, at: instance.openedAt, fact: instance.anchorFact },
    dimensions: dimensionsWhy(run, clock),
    within: ruling.within && { travel: ruling.travel === true, duration: ruling.within, travelMs: ruling.travelMs },
    target: ruling.target && instance.targetAt !== undefined ? { duration: ruling.target, at: instance.targetAt } : undefined,
    calendar: calendarWhy(clock, calendar),
    pauses: instance.gaps.length === 0 ? [] : pauseSpans(clock, asOf),
    plainDueAt: instance.plainDueAt,
    withinMs,
    usedMs,
    leftMs: withinMs === undefined ? left : withinMs - usedMs,
    provisional: ruling.strictest ? 'grade-unknown' : instance.calendarUnknown ? 'calendar-unknown' : undefined,
    notes: instance.notes,
    detail: instance.detail,
  }
}

function obligationOf(run: Run, instance: Instance, asOf: Instant): Obligation {
  const clock = clockOf(run, instance)
  return {
    subject: run.state.subject,
    promise: clock.compiled.clause.id,
    episode: instance.episode,
    openedAt: instance.openedAt,
    dueAt: dueAt(clock, asOf),
    targetAt: instance.targetAt,
    provisional: instance.ruling.strictest || instance.calendarUnknown,
    state: stateOf(instance),
    keptAt: instance.keptAt,
    brokenAt: instance.brokenAt,
    fulfilledAt: instance.fulfilledAt,
    endedAt: instance.endedAt,
    pausedMs: pausedMs(clock, asOf),
    evidence: instance.evidence,
    why: whyOf(run, clock, asOf),
  }
}

/** The obligations of a state that time was let pass to `asOf`, in the order of the plan, then episode. */
export function obligations(run: Run, asOf: Instant): Obligation[] {
  return rendered(run, asOf, (instance) => isShown(run, instance))
}

/** What was over before the taking over, in the same order: shown apart, and counted nowhere. */
export function historical(run: Run, asOf: Instant): Obligation[] {
  return rendered(run, asOf, (instance) => isWanted(instance) && !isShown(run, instance))
}

function rendered(run: Run, asOf: Instant, which: (instance: Instance) => boolean): Obligation[] {
  const chosen = run.state.instances.filter(which).sort((a, b) => a.clause - b.clause || a.episode - b.episode)
  return chosen.map((instance) => obligationOf(run, instance, asOf))
}

/** What follows from a state: a set, keyed by owner, episode, clause and effect (law 10). */
export function effects(run: Run): Effect[] {
  const { subject, instances } = run.state
  const out: Effect[] = []
  for (const compiled of run.plan.others)
    if (!compiled.mirror) out.push(...afterTakingOver(run, compiled, run.forms[compiled.source.form].effects?.(run, compiled) ?? []))
  for (const instance of instances) {
    if (!isShown(run, instance)) continue
    const compiled = clauseOf(run, instance.clause)
    out.push(...afterTakingOver(run, compiled, [...entrusting(run.state, compiled, instance), ...escalations(subject, compiled, instance)]))
  }
  return out
}

type Telling = { readonly kind: 'entrust' | 'escalate'; readonly to: string; readonly at: Instant }

function telling(subject: Subject, { clause: { id } }: CompiledClause, { episode }: Instance): (what: Telling) => Effect {
  return ({ kind, to, at }) => ({ key: `${subject}|${id}|${episode}|${kind}:${to}`, subject, promise: id, episode, kind, to, at })
}

function escalations(subject: Subject, compiled: CompiledClause, instance: Instance): Effect[] {
  const { brokenAt: at } = instance
  if (at === undefined) return []
  const tell = telling(subject, compiled, instance)
  return compiled.clause.onBroken.map(({ escalate }) => tell({ kind: 'escalate', to: escalate, at }))
}

/** Several that open at one instant, as the visits of two weeks, are told once. */
function isFirstOf(instances: readonly Instance[], { clause, openedAt, episode }: Instance): boolean {
  return !instances.some((one) => one.clause === clause && one.openedAt === openedAt && one.episode < episode)
}

/** 交办, where nobody calls and no list of tickets would show it: whom a clause names hears of what they are to do, as it opens. A number that is to hold, a right, a condition is nothing that somebody is to do. */
function entrusting({ subject, instances }: Run['state'], compiled: CompiledClause, instance: Instance): Effect[] {
  const { form, owner } = compiled.source
  if (owner === undefined || (form !== 'deadline' && form !== 'recurring') || !STAYING.includes(nounOf(subject))) return []
  if (!isFirstOf(instances, instance)) return []
  return [telling(subject, compiled, instance)({ kind: 'entrust', to: owner, at: instance.openedAt })]
}

/** What the rules of a state have brought about: of the effects those that are theirs. */
export function consequences(run: Run): Consequence[] {
  const own = run.plan.others.filter(({ mirror }) => !mirror)
  return own.flatMap((compiled) => afterTakingOver(run, compiled, run.forms[compiled.source.form].consequences?.(run, compiled) ?? []))
}

/** Nothing is sent for what came due before the contract was taken over, the first instant of that day included. */
function afterTakingOver<Sent extends Pick<Effect, 'at'>>(run: Run, compiled: CompiledClause, sent: readonly Sent[]): readonly Sent[] {
  const from = answeredFrom(run, compiled)
  return from === undefined ? sent : sent.filter(({ at }) => at > from)
}

/**
 * An obligation without what only time moves (time used and left, what a running pause has taken so far, the due time that moves with it): equal as long
 * as nothing happened to it. A store writes a row anew only when this has changed, and an audit compares this; pages show `lookAt`.
 */
export function standing(obligation: Obligation): object {
  const { dueAt: due, pausedMs: paused, why, ...rest } = obligation
  const { usedMs: _used, leftMs: _left, pauses, ...reasons } = why
  const spans = pauses.map((pause) => (pause.until === undefined ? { ...pause, ms: undefined } : pause))
  const fixed = obligation.state === 'paused' ? {} : { dueAt: due, pausedMs: paused }
  return { ...rest, ...fixed, why: { ...reasons, pauses: spans } }
}
