import type { Form } from '../plan/types.ts'
import type { Instant } from '../time/instant.ts'
import type { Duration } from '../time/duration.ts'
import { isElapsed } from '../time/duration.ts'
import { localOf } from '../time/zone.ts'
import type { CompiledClause, CompiledPlan, Leaf } from './compile.ts'
import type { Cause, Instance, Latch, SubjectState } from './state.ts'
import type { Clock } from './deadline.ts'
import type { FormEngine } from './form.ts'
import { compilePlan } from './compile.ts'
import { countsFrom } from './deadline.ts'
import { calendarOf } from './ruling.ts'
import { reachDuration } from './reach.ts'

export type Settling = { readonly instance: Instance; readonly at: Instant; readonly cause: Cause }

/** An event that happened: its instant, the fact behind it, the episode in which it counts. */
export type Happening = { readonly at: Instant; readonly cause: Cause; readonly episode: number }

/** A rule says of the named promise: what this fact kept was not done. `met`: it was about to keep something, and has been stopped. */
export type Undoing = { readonly clause: number; readonly at: Instant; readonly cause: Cause; met: boolean }

/** One subject's fold at work: its state, the instant it stands at, and what that instant still has to settle, by rank (law 4). */
export type Run = {
  readonly plan: CompiledPlan
  readonly noun: string
  readonly state: SubjectState
  now: Instant
  readonly kept: Settling[]
  readonly excused: Settling[]
  readonly cancelled: Settling[]
  /** deeds that a rule counts as not done, by the fact behind the rule */
  readonly undone: Undoing[]
  /** the six forms at work: what they do with an event that has climbed to their clause, and what comes by itself */
  readonly forms: Readonly<Record<Form, FormEngine>>
}

export function clauseOf(run: Pick<Run, 'plan'>, index: number): CompiledClause {
  return run.plan.clauses[index]!
}

/** The clock of an instance, under the plan version that rules it: its opening's, or the one it was moved to (law 9). */
export function clockOf(run: Pick<Run, 'plan' | 'state' | 'noun'>, instance: Instance): Clock {
  const own = clauseOf(run, instance.clause)
  const moved = instance.plan === undefined ? undefined : successorOf(run, own, instance.plan)
  const compiled = moved ? { ...moved, on: own.on, rungs: own.rungs } : own
  return { bound: compiled.bound, state: run.state, compiled, instance }
}

/** A clause as another version has it: a later edition of the contract's own plan (`to`: its hash), or one that the binding names as successor. */
export function successorOf(run: Pick<Run, 'plan' | 'noun'>, own: CompiledClause, to: string): CompiledClause | undefined {
  const edition = own.kin.map((index) => run.plan.clauses[index]!).find(({ bound }) => bound.hash === to)
  if (edition) return edition
  const { successors = {} } = run.plan.bound
  // What a fact names may be any text, so only what stands in the list itself is found.
  const successor = Object.hasOwn(successors, to) ? successors[to] : undefined
  return successor && compilePlan(successor, run.noun).clauses.find((one) => one.clause.id === own.clause.id)
}

export function instanceOf(state: SubjectState, clause: number, episode: number): Instance | undefined {
  for (const instance of state.instances) if (instance.clause === clause && instance.episode === episode) return instance
  return undefined
}

export function latchOf(state: SubjectState, wanted: Pick<Latch, 'clause' | 'slot' | 'episode'>): Latch | undefined {
  for (const latch of state.latches) {
    if (latch.clause === wanted.clause && latch.slot === wanted.slot && latch.episode === wanted.episode) return latch
  }
  return undefined
}

type Shift = { readonly from: Instant; readonly by: Duration; readonly ends?: true | undefined }

/** `event ± duration`: counted in the calendar of the clause that waits for it; without stated hours it counts through. */
export function shifted(run: Run, leaf: Pick<Leaf, 'clause'>, { from, by, ends }: Shift): Instant | undefined {
  // Days before or after what has no end are no nearer.
  if (from === FOREVER) return FOREVER
  const { clause, bound } = clauseOf(run, leaf.clause)
  let value = clause.calendar
  while (value.kind === 'table') {
    const next = value.rows[run.state.dimensions[value.by] ?? ''] ?? value.otherwise ?? Object.values(value.rows)[0]
    if (!next) return undefined
    value = next
  }
  const compiled = calendarOf(bound, run.state, value.kind === 'scalar' ? value.value : undefined)
  const atMidnight = ends && compiled && !isElapsed(by.unit) && localOf(compiled.zone, from).ms === 0
  if (compiled) return reachDuration(compiled, atMidnight ? from - 1 : from, by)?.at
  const ms = by.unit === 'min' ? by.value * 60_000 : by.unit === 'h' ? by.value * 3_600_000 : undefined
  return ms === undefined ? undefined : from + ms
}

/** Takes one part of an `all`; the whole has happened when the last part has, at the latest of their instants. */
function gather(run: Run, step: { node: number; child: number; size: number }, { at, cause, episode }: Happening): Happening | undefined {
  const { alls } = run.state
  let all = alls.find((one) => one.node === step.node && one.episode === episode)
  if (!all) alls.push((all = { node: step.node, episode, got: [] }))
  const before = all.got.find((one) => one.child === step.child)
  if (before) before.at = at
  else all.got.push({ child: step.child, at, cause })
  if (all.got.length < step.size) return undefined
  let last = all.got[0]!
  for (const one of all.got) if (one.at >= last.at) last = one
  return { at: last.at, cause: last.cause, episode }
}

/** Waits for an instant to come. The first one stands. */
export function waitFor(run: Run, leaf: Leaf, wait: Happening & { readonly step: number }): void {
  const { waiting } = run.state
  if (waiting.some((one) => one.leaf === leaf.id && one.step === wait.step && one.episode === wait.episode)) return
  const { step, at, cause, episode } = wait
  waiting.push({ leaf: leaf.id, step, at, cause, episode })
}

/** `due` and `until` name an instant to come; everything else waits until it has. */
export function namesAnInstant({ slot }: Pick<Leaf, 'slot'>): boolean {
  return slot === 'due' || slot === 'until'
}

/** Carries an event from its leaf to its clause. A `due:` or `until:` event names an instant and never waits for it. */
export function climb(run: Run, leaf: Leaf, happening: Happening): void {
  climbFrom(run, { leaf, step: 0 }, happening)
}

/** An announced instant is still to come: its listener waits where its offsets (`equipment.end - 10d`) have been counted, until the new one if it moves. */
function announce(run: Run, leaf: Leaf, { at: named, cause, episode }: Happening): void {
  let at = named
  let step = 0
  for (let next = leaf.steps[step]; next?.kind === 'offset'; next = leaf.steps[++step]) {
    const to = shifted(run, leaf, { from: at, by: next.duration, ends: next.ends })
    if (to === undefined) return
    at = to
  }
  const index = run.state.waiting.findIndex((one) => one.leaf === leaf.id && one.step === step && one.episode === episode)
  if (index >= 0) run.state.waiting.splice(index, 1)
  if (at > run.now) waitFor(run, leaf, { at, cause, episode, step })
  else climbFrom(run, { leaf, step }, { at, cause, episode })
}

/** The same, from a step on: what waited for its instant goes on where it stopped. */
export function climbFrom(run: Run, { leaf, step: first }: { readonly leaf: Leaf; readonly step: number }, happening: Happening): void {
  let { at, cause } = happening
  const { episode } = happening
  for (let index = first; index < leaf.steps.length; index++) {
    const step = leaf.steps[index]!
    if (step.kind === 'offset') {
      const to = shifted(run, leaf, { from: at, by: step.duration, ends: step.ends })
      if (to === undefined) return
      at = to
      if (at > run.now && !namesAnInstant(leaf)) return waitFor(run, leaf, { at, cause, episode, step: index + 1 })
    } else {
      const whole = gather(run, step, { at, cause, episode })
      if (!whole) return
      ;({ at, cause } = whole)
    }
  }
  run.forms[clauseOf(run, leaf.clause).source.form].reached(run, leaf, { at, cause, episode })
}

/** An instant has been named or moved (`equipment.end`): who asks for it is told now, who waits for it waits for the new one. */
export function nameInstant(
  run: Run,
  { key, at, cause }: { readonly key: string; readonly at: Instant; readonly cause: Cause },
  leaves: readonly Leaf[] = run.plan.byInstant.get(key) ?? [],
): void {
  if (run.state.instants[key] === at) return
  run.state.instants[key] = at
  for (const leaf of leaves) {
    const happening = { at, cause, episode: run.state.episode }
    if (namesAnInstant(leaf)) climb(run, leaf, happening)
    else announce(run, leaf, happening)
  }
}

/** Stands for the end of what has none, where one was named before: the last day that people can write. */
export const FOREVER: Instant = 253_402_128_000_000

function earliest(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined) return b
  return b === undefined || a <= b ? a : b
}

/** Finds the next instant at which something happens by itself: a due time, a rung, a limit, a waiting event, a pause that begins to count. */
export function setNext(run: Run): void {
  const { state } = run
  let next: Instant | undefined
  for (const instance of state.instances) next = earliest(next, instance.timerAt)
  for (const compiled of run.plan.others) {
    const { nextAt } = run.forms[compiled.source.form]
    if (nextAt) next = earliest(next, nextAt(run, compiled))
  }
  for (const waiting of state.waiting) next = earliest(next, waiting.at)
  for (const pause of state.pauses) {
    if (pause.countedFrom === undefined && pause.endedAt === undefined) next = earliest(next, countsFrom(run.plan.bound, pause))
  }
  state.nextAt = next
}
