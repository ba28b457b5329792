import type { CompiledCalendar } from '../calendar/compile.ts'
import type { Instant } from '../time/instant.ts'
import type { BoundPlan } from './types.ts'
import type { CompiledClause } from './compile.ts'
import type { Gap, Instance, Pause, SubjectState } from './state.ts'
import { addNotes } from './state.ts'
import { calendarOf } from './ruling.ts'
import { moved, plainDueOf, reach, reachDuration, targetOf, workBetween } from './reach.ts'

/** What the arithmetic of one clock looks at. */
export type Clock = {
  readonly bound: BoundPlan
  readonly state: SubjectState
  readonly compiled: CompiledClause
  readonly instance: Instance
}

export function clockCalendar({ bound, state, instance }: Clock): CompiledCalendar | undefined {
  return calendarOf(bound, state, instance.ruling.calendar)
}

/** The instant of a breach, should nothing keep it: the due time, but never earlier than the fact that moved the due there (law 3). */
export function breachAt({ dueAt, movedAt }: Instance): Instant | undefined {
  return dueAt === undefined ? undefined : Math.max(dueAt, movedAt)
}

/** Works out due time, target and timers anew from start, row and closed gaps. Call after anything that moves them. */
export function setClock(clock: Clock): void {
  const { instance } = clock
  const calendar = clockCalendar(clock)
  const plain =
    instance.givenDueAt === undefined
      ? plainDueOf(calendar, instance.ruling, instance.startAt)
      : { at: instance.givenDueAt, provisional: instance.givenUnknown === true }
  const due = moved(calendar, plain, instance.pausedMs)
  const target = moved(calendar, targetOf(calendar, instance.ruling, instance.startAt), instance.pausedMs)
  instance.plainDueAt = plain?.at
  instance.dueAt = due?.at
  instance.targetAt = target?.at
  // A limit that leads past the compiled years has no instant yet: that is a provisional due time, never a wrong one.
  const lost =
    calendar !== undefined &&
    instance.givenDueAt === undefined &&
    instance.ruling.within !== undefined &&
    !due &&
    !(instance.ruling.travel && instance.ruling.travelMs === undefined)
  instance.calendarUnknown = lost || (due ?? target)?.provisional === true
  setTimer(clock)
}

/** The instant at which a share of the clock is first used up, pauses taken out; undefined without a due time. */
export function rungAt(clock: Clock, percent: number): Instant | undefined {
  const { instance } = clock
  const calendar = clockCalendar(clock)
  if (instance.plainDueAt === undefined) return undefined
  const whole = workBetween(calendar, instance.startAt, instance.plainDueAt)
  const ms = Math.ceil((whole * percent) / 100) + instance.pausedMs
  return calendar ? reach(calendar, instance.startAt, ms)?.at : instance.startAt + ms
}

function earlier(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined) return b
  return b === undefined || a <= b ? a : b
}

function openTimer(clock: Clock): Instant | undefined {
  const { instance, compiled } = clock
  const rung = compiled.rungs[instance.rungs]
  const at = earlier(instance.dueAt, rung && rungAt(clock, rung.percent))
  return at === undefined ? undefined : Math.max(at, instance.movedAt)
}

function limitTimer(instance: Instance): Instant | undefined {
  let at: Instant | undefined
  for (const gap of instance.gaps) if (gap.until === undefined) at = earlier(at, gap.limitAt)
  return at
}

/** Sets the next instant at which this instance does something by itself. */
export function setTimer(clock: Clock): void {
  const { instance, compiled } = clock
  if (instance.state === 'open') {
    instance.timerAt = instance.pausedSince === undefined ? openTimer(clock) : limitTimer(instance)
    return
  }
  // Kept early: its due instant still comes, and others may wait for it.
  const waitedFor = instance.state === 'kept' && !instance.dueHeard && compiled.on.due.length > 0
  instance.timerAt = waitedFor ? instance.dueAt : undefined
}

/** When a pause begins to count: once what its reason demands is there; undefined as long as something is missing. */
export function countsFrom(bound: BoundPlan, pause: Pause): Instant | undefined {
  const reason = bound.plan.reasons[pause.reason]
  if (!reason) return undefined
  let from = pause.begunAt
  if (reason.evidence) {
    if (pause.evidenceAt === undefined) return undefined
    from = Math.max(from, pause.evidenceAt)
  }
  if (reason.notice !== undefined) {
    if (pause.noticeAt === undefined) return undefined
    from = Math.max(from, pause.noticeAt)
  }
  return from
}

/** Lets a pause into a clock at `now`. At the due instant it is too late; a second one for the same reason changes nothing. */
export function beginGap(clock: Clock, pause: Pause, now: Instant): void {
  const { instance, bound, compiled } = clock
  if (instance.state !== 'open' || !compiled.clause.pauses.includes(pause.reason)) return
  if (instance.gaps.some((gap) => gap.until === undefined && gap.reason === pause.reason)) return
  if (instance.pausedSince === undefined && instance.dueAt !== undefined && now >= instance.dueAt) return
  const from = Math.max(now, instance.openedAt)
  const limit = bound.plan.reasons[pause.reason]?.limit
  const calendar = clockCalendar(clock)
  const limitAt = limit && calendar ? reachDuration(calendar, pause.begunAt, limit)?.at : undefined
  if (limitAt !== undefined && limitAt <= from) return
  instance.gaps.push({ reason: pause.reason, fact: pause.fact, from, until: undefined, endedBy: undefined, limitAt })
  instance.pausedSince ??= from
  addNotes(instance, pause.notes)
  setTimer(clock)
}

function isRunning(gap: Gap): boolean {
  return gap.until === undefined
}

/** Ends running gaps; when none runs any more the clock goes on, later by the working time that the union of the gaps took. */
export function endGaps(
  clock: Clock,
  at: Instant,
  end: { readonly by: 'resumed' | 'limit' | 'closed'; readonly which: (gap: Gap) => boolean },
): void {
  const { instance } = clock
  let ended = false
  for (const gap of instance.gaps) {
    if (!isRunning(gap) || !end.which(gap)) continue
    gap.until = Math.max(at, gap.from)
    gap.endedBy = end.by
    ended = true
  }
  if (!ended) return
  if (instance.gaps.some(isRunning) || instance.pausedSince === undefined) return setTimer(clock)
  instance.pausedMs += workBetween(clockCalendar(clock), Math.max(instance.pausedSince, instance.startAt), at)
  instance.pausedSince = undefined
  // A limit shortened meanwhile may have nothing left: then it breaks as it is resumed, not inside the pause.
  instance.movedAt = Math.max(instance.movedAt, at)
  setClock(clock)
}

/** Counts the closed gaps anew: after the calendar, or the start, of a clock has changed. */
export function recountGaps(clock: Clock): void {
  const { instance } = clock
  instance.pausedMs = unionMs(clock, instance.pausedSince ?? Infinity)
}

/** Working ms under the union of the gaps, from the start of counting up to `until`. */
export function unionMs(clock: Clock, until: Instant): number {
  const calendar = clockCalendar(clock)
  let covered = clock.instance.startAt
  let ms = 0
  for (const gap of clock.instance.gaps) {
    const from = Math.max(gap.from, covered)
    const end = Math.min(gap.until ?? until, until)
    if (end <= from) continue
    ms += workBetween(calendar, from, end)
    covered = end
  }
  return ms
}
