import type { Instant } from '../time/instant.ts'
import type { PromiseState } from '../plan/types.ts'
import type { CompiledClause, Leaf } from './compile.ts'
import type { Cause, Instance, Latch } from './state.ts'
import type { Happening, Run, Settling } from './machine.ts'
import { beginGap, breachAt, endGaps, rungAt, setClock, setTimer } from './deadline.ts'
import { clauseOf, climb, clockOf, instanceOf, latchOf } from './machine.ts'
import { choose } from './ruling.ts'
import { isUndone, undo } from './undo.ts'
import { episodeOf, isPast, useUp } from './again.ts'
import { isInForce, kinInstance } from './amended.ts'
import { isInForce as isInForceAt } from './cover/state.ts'
import type { CoverState } from './cover/state.ts'
import { isHistory } from './taken-over.ts'
import { addNotes, newInstance } from './state.ts'
import { ownerIn } from './owner.ts'

type Told = { readonly state: PromiseState; readonly at: Instant; readonly cause: Cause }

/** Tells all who wait for a state of a promise, in this episode. */
export function tell(run: Run, { clause, episode }: Pick<Instance, 'clause' | 'episode'>, what: Told): void {
  for (const leaf of clauseOf(run, clause).on[what.state]) {
    if (what.state === 'due' && leaf.slot === 'due') continue
    climb(run, leaf, { at: what.at, cause: what.cause, episode })
  }
}

/** Sets a clock anew and tells those whose own due time hangs on it. */
export function moveClock(run: Run, instance: Instance): void {
  setClock(clockOf(run, instance))
  announceDue(run, instance)
}

function announceDue(run: Run, instance: Instance): void {
  const { dueAt } = instance
  if (dueAt === undefined) return
  for (const leaf of clauseOf(run, instance.clause).on.due) {
    if (leaf.slot === 'due') climb(run, leaf, { at: dueAt, cause: {}, episode: instance.episode })
  }
}

/** May something open now? A cancelled or merged ticket opens nothing more, except what the cancelling itself starts. */
export function mayOpen(run: Run, leaf: Pick<Leaf, 'chained'>, cause: Cause): boolean {
  const { endedAt } = run.state
  if (endedAt === undefined) return true
  return endedAt === run.now && (leaf.chained || cause.type === 'ticket.cancelled' || cause.type === 'ticket.merged')
}

/** Opens an instance, once per episode: a second opening changes nothing, and `when` is judged this one time. */
function open(run: Run, leaf: Leaf, happening: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  const { at, cause } = happening
  const episode = episodeOf(run, compiled, { leaf, happening })
  if (kinInstance(run.state, compiled, episode) || !mayOpen(run, leaf, cause) || !isInForce(run, compiled)) return
  useUp(run, leaf)
  openInstance(run, compiled, { at, cause, episode, anchor: leaf.text })
}

/** The cover in force by the owner's own record, or `none`; nothing where the plan covers no such owners: a ticket is told by its report. */
function ownCover({ state, noun, now }: Run, { bound }: CompiledClause): { readonly cover?: string } {
  const covers = Object.values(bound.plan.promises).filter(({ form, per }) => form === 'cover' && per === noun)
  if (covers.length === 0) return {}
  const inForce = covers.find(({ id }) => {
    const own = (state.forms[id] as CoverState | undefined)?.owners[ownerIn(state.subject)]
    return own !== undefined && isInForceAt(own, now)
  })
  return { cover: inForce?.id ?? 'none' }
}

/** Is the clause wanted here? Its `when` is judged once, over what opened the subject, what opens the clause, the dimensions and the owner's own cover. */
export function isWanted(run: Run, compiled: CompiledClause, cause: Cause): boolean {
  const { when } = compiled
  const { opening, dimensions } = run.state
  return !when || when({ ...opening?.data, ...cause.data, ...dimensions, ...ownCover(run, compiled) })
}

/** `dueAt` and `detail`: what a form beside the deadline gives an instance of its own; `wanted`: what it has judged already; `provisional`: that due may move. */
export type Opening = Happening & {
  readonly anchor: string
  readonly dueAt?: Instant | undefined
  readonly detail?: Instance['detail']
  readonly wanted?: boolean
  readonly provisional?: boolean
}

/** A new instance whose clock runs from `at`; a row that promises nothing, or a `when` that is not met, leaves it out of sight. */
export function openInstance(run: Run, compiled: CompiledClause, opening: Opening): Instance {
  const { at, cause, episode, anchor, dueAt, detail, wanted = isWanted(run, compiled, cause), provisional = false } = opening
  const { state } = run
  const chosen = choose(compiled.bound, compiled, { state, startAt: at })
  const instance = newInstance({
    clause: compiled.index,
    episode,
    openedAt: at,
    movedAt: run.now,
    anchor,
    anchorFact: cause.fact,
    ruling: chosen.ruling,
    row: chosen.values,
    state: !wanted ? 'off' : chosen.none ? 'dormant' : 'open',
  })
  instance.givenDueAt = dueAt
  instance.givenUnknown = provisional
  instance.detail = detail
  state.instances.push(instance)
  addNotes(instance, cause.notes)
  if (instance.state === 'open') start(run, instance, cause)
  return instance
}

/** Lets the clock of an opened instance run: pauses that were there count from the opening; what kept or ended it before is looked up (law 7). */
export function start(run: Run, instance: Instance, cause: Cause): void {
  const { state } = run
  const { clause, episode } = instance
  instance.state = 'open'
  instance.movedAt = run.now
  const due = latchOf(state, { clause, slot: 'due', episode })
  if (due) instance.givenDueAt = due.at
  setClock(clockOf(run, instance))
  for (const pause of state.pauses) {
    if (pause.countedFrom === undefined || (pause.endedAt !== undefined && pause.endedAt <= instance.openedAt)) continue
    const clock = clockOf(run, instance)
    beginGap(clock, pause, Math.max(pause.countedFrom, instance.openedAt))
    if (pause.endedAt !== undefined) endGaps(clock, pause.endedAt, { by: 'resumed', which: (gap) => gap.fact === pause.fact })
  }
  announceDue(run, instance)
  tell(run, instance, { state: 'opened', at: instance.openedAt, cause })
  const kept = latchOf(state, { clause, slot: 'keptBy', episode })
  if (kept) run.kept.push({ instance, at: kept.at, cause: kept.cause })
  const ended = latchOf(state, { clause, slot: 'unless', episode })
  if (ended) run.cancelled.push({ instance, at: ended.at, cause: ended.cause })
}

function keepLatch(run: Run, latch: Latch): void {
  const known = latchOf(run.state, latch)
  if (!known) run.state.latches.push(latch)
  else if (latch.slot === 'due') known.at = latch.at
}

/** The amended text names an instant that is still to come: the clause is owed from now on. One that counts from an event waits for the next. */
export function takesOver(run: Run, compiled: CompiledClause): void {
  const { episode } = run.state
  const due = latchOf(run.state, { clause: compiled.index, slot: 'due', episode })
  if (compiled.clause.starts || !due || due.at <= run.now || kinInstance(run.state, compiled, episode)) return
  const leaf = run.plan.leaves.find(({ clause, slot }) => clause === compiled.index && slot === 'due')
  openInstance(run, compiled, { at: run.now, cause: due.cause, episode, anchor: leaf?.text ?? '' })
}

/** A due time that another event names is that of the version which the instance is moved to. */
export function movesTo(run: Run, compiled: CompiledClause, instance: Instance): void {
  const due = latchOf(run.state, { clause: compiled.index, slot: 'due', episode: instance.episode })
  if (run.plan.clauses[compiled.index] === compiled && due) instance.givenDueAt = due.at
}

/** An event has reached its clause. */
export function reached(run: Run, leaf: Leaf, happening: Happening): void {
  const { clause, slot } = leaf
  const { at, cause, episode } = happening
  if (slot === 'starts') return open(run, leaf, happening)
  if (slot !== 'due' && slot !== 'keptBy' && slot !== 'unless') return
  keepLatch(run, { clause, slot, episode, at, cause: slim(cause) })
  if (slot === 'due') return setDue(run, leaf, happening)
  for (const instance of run.state.instances) {
    if (instance.clause !== clause || (leaf.chained && instance.episode !== episode) || isPast(run, instance)) continue
    if (slot === 'keptBy') run.kept.push({ instance, at, cause })
    else run.cancelled.push({ instance, at, cause })
  }
}

function setDue(run: Run, leaf: Leaf, happening: Happening): void {
  const instance = instanceOf(run.state, leaf.clause, happening.episode)
  if (!instance) {
    if (!clauseOf(run, leaf.clause).clause.starts) open(run, leaf, { ...happening, at: run.now })
    return
  }
  if (instance.state !== 'open' || instance.givenDueAt === happening.at) return
  instance.givenDueAt = happening.at
  instance.movedAt = run.now
  moveClock(run, instance)
}

/** What of a cause is worth keeping in the state. */
function slim({ fact, type, notes }: Cause): Cause {
  return { fact, type, notes, data: undefined }
}

function addEvidence(instance: Instance, cause: Cause): void {
  if (cause.fact !== undefined && !instance.evidence.includes(cause.fact)) instance.evidence.push(cause.fact)
  addNotes(instance, cause.notes)
}

function stop(run: Run, instance: Instance, at: Instant): void {
  endGaps(clockOf(run, instance), at, { by: 'closed', which: () => true })
}

function keep(run: Run, { instance, at, cause }: Settling): void {
  if (isUndone(run, instance, cause)) return
  if (instance.state === 'broken' || instance.state === 'excused') return fulfilLate(run, instance, cause)
  if (instance.state !== 'open') return
  stop(run, instance, run.now)
  instance.state = 'kept'
  instance.keptAt = at
  instance.fulfilledAt = at
  if (cause.type !== undefined) instance.settledBy = cause.type
  addEvidence(instance, cause)
  setTimer(clockOf(run, instance))
  const from = Math.max(at, instance.openedAt)
  tell(run, instance, { state: 'kept', at: from, cause })
  tell(run, instance, { state: 'done', at: from, cause })
}

/** Done after the breach, or after a waiver: the verdict stands, what follows from the deed goes on. */
function fulfilLate(run: Run, instance: Instance, cause: Cause): void {
  if (instance.fulfilledAt !== undefined) return
  instance.fulfilledAt = run.now
  addEvidence(instance, cause)
  tell(run, instance, { state: 'done', at: run.now, cause })
}

/** A breach, at the instant at which the clock ran out or a level could no longer be held. Nothing was done, so it has no evidence. */
export function breakAt(run: Run, instance: Instance, at: Instant): void {
  instance.state = 'broken'
  instance.brokenAt = at
  const rung = clauseOf(run, instance.clause).rungs.length
  instance.rungs = rung
  setTimer(clockOf(run, instance))
  // What was done before the taking over goes on; that something was not done may only mean that nobody wrote it down for us.
  if (!isHistory(run, instance)) tell(run, instance, { state: 'broken', at, cause: {} })
}

function excuse(run: Run, { instance, cause }: Settling): void {
  const waived = cause.type === 'obligation.waived'
  if (instance.state !== 'open' && !(waived && instance.state === 'broken')) return
  if (instance.state === 'open') stop(run, instance, run.now)
  instance.state = 'excused'
  instance.endedAt = run.now
  addEvidence(instance, cause)
  setTimer(clockOf(run, instance))
}

function cancel(run: Run, { instance, cause }: Settling): void {
  if (instance.state !== 'open') return
  stop(run, instance, run.now)
  instance.state = 'cancelled'
  instance.endedAt = run.now
  if (cause.type !== undefined) instance.settledBy = cause.type
  addEvidence(instance, cause)
  setTimer(clockOf(run, instance))
  tell(run, instance, { state: 'cancelled', at: run.now, cause })
}

/** Settles what one instant brought, by rank: kept, excused, cancelled (law 4). What that starts is settled in the same way. */
export function settleAll(run: Run): void {
  for (;;) {
    if (run.kept.length > 0) keep(run, run.kept.shift()!)
    else if (run.undone.length > 0) undo(run, run.undone.shift()!)
    else if (run.excused.length > 0) excuse(run, run.excused.shift()!)
    else if (run.cancelled.length > 0) cancel(run, run.cancelled.shift()!)
    else return
  }
}

function fireRung(run: Run, instance: Instance): boolean {
  const rung = clauseOf(run, instance.clause).rungs[instance.rungs]
  const at = rung && rungAt(clockOf(run, instance), rung.percent)
  if (!rung || at === undefined || at > run.now) return false
  instance.rungs++
  setTimer(clockOf(run, instance))
  for (const leaf of rung.leaves) climb(run, leaf, { at: run.now, cause: {}, episode: instance.episode })
  return true
}

function hearDue(run: Run, instance: Instance): boolean {
  if (instance.dueHeard || instance.dueAt === undefined || clauseOf(run, instance.clause).on.due.length === 0) return false
  instance.dueHeard = true
  setTimer(clockOf(run, instance))
  tell(run, instance, { state: 'due', at: instance.dueAt, cause: {} })
  return true
}

/**
 * Kept or broken: the only place that decides (law 3). A clock that runs out breaks at its breach and no later, and what happens at that very instant has
 * been heard and settled before it is asked, so it keeps. Without a number nothing breaks; a paused clock does not run out.
 */
function comesDue(run: Run, instance: Instance): boolean {
  if (instance.state === 'kept') return hearDue(run, instance)
  if (instance.state !== 'open' || instance.pausedSince !== undefined) return false
  if (fireRung(run, instance)) return true
  const breach = breachAt(instance)
  if (breach === undefined || breach > run.now) return false
  hearDue(run, instance)
  breakAt(run, instance, breach)
  return true
}

/** Lets one clock that has come due at this instant do its part: rungs, the due instant itself, the breach. False: none has. */
export function fireTimers(run: Run): boolean {
  for (const instance of run.state.instances) {
    if (instance.timerAt !== undefined && instance.timerAt <= run.now && comesDue(run, instance)) return true
  }
  return false
}
