import type { Json } from '../fact.ts'
import type { RecurringClause } from '../plan/forms.ts'
import type { Instant } from '../time/instant.ts'
import type { CompiledClause, Leaf } from './compile.ts'
import type { FormEngine } from './form.ts'
import type { Happening, Run } from './machine.ts'
import { hasContractEnded } from './contract-dates.ts'
import { clauseOf } from './machine.ts'
import { agree, approve, keepOne, publish, submit } from './recurring/deed.ts'
import { endOfAll, memoryOf, remember } from './recurring/memory.ts'
import type { Memory, Running } from './recurring/memory.ts'
import { earlier, occurrenceOf } from './recurring/schedule.ts'
import type { Occurrence, Series } from './recurring/schedule.ts'
import { calendarOf, choose } from './ruling.ts'
import { isWanted, mayOpen, moveClock, openInstance } from './settle.ts'
import type { Instance } from './state.ts'
import { inForceSince, isInForce, kinInstance, kinInstances, lastNumber, predecessorOf } from './amended.ts'

function recurringOf(compiled: CompiledClause): RecurringClause {
  if (compiled.source.form !== 'recurring') throw new Error(`${compiled.source.id} does not recur`)
  return compiled.source
}

/** Where days are counted: in the clause's own calendar, or through, where its hours are not stated. */
function seriesFrom(run: Run, compiled: CompiledClause, anchor: Instant): Series | undefined {
  const { bound } = compiled
  const { ruling } = choose(bound, compiled, { state: run.state, startAt: anchor })
  const calendar = calendarOf(bound, run.state, ruling.calendar) ?? bound.calendars.always
  return calendar && { anchor, calendar }
}

type Next = Occurrence & { readonly appears: Instant }

/** It floats on once nothing of the edition before is open any more: from what was done, or should have been, last. */
function floatsFrom(before: readonly Instance[]): Instant | undefined {
  if (before.some(({ state }) => state === 'open')) return undefined
  return Math.max(...before.map(({ fulfilledAt, dueAt, openedAt }) => fulfilledAt ?? dueAt ?? openedAt))
}

/** A floating one is counted from when the one before was done, or should have been: neglect puts nothing off. */
function floatingAnchor(run: Run, compiled: CompiledClause, { anchor, before, opened, continues }: Running): Instant | undefined {
  if (opened === 0) return continues ? floatsFrom(kinInstances(run.state, compiled)) : anchor
  const last = kinInstance(run.state, compiled, before + opened)
  if (!last || last.state === 'open') return undefined
  return last.fulfilledAt ?? last.dueAt
}

/** The next occurrence to appear, and when; undefined where none will, or none yet. */
export function nextOccurrence(run: Run, compiled: CompiledClause): Next | undefined {
  const clause = recurringOf(compiled)
  const memory = memoryOf(run, compiled)
  const { series: running } = memory
  if (!running?.wanted || run.state.endedAt !== undefined || !isInForce(run, compiled)) return undefined
  const floats = clause.anchor === 'floating'
  const anchor = floats ? floatingAnchor(run, compiled, running) : running.anchor
  const series = anchor === undefined ? undefined : seriesFrom(run, compiled, anchor)
  const next = series && occurrenceOf(clause, series, floats ? 1 : running.opened + 1)
  const end = endOfAll(memory)
  if (!series || !next || (end !== undefined && next.due > end)) return undefined
  return { ...next, appears: Math.max(series.anchor, earlier(series, next.from, clause.ahead), inForceSince(run, compiled) ?? -Infinity) }
}

function detailOf({ from, due, checklist, people }: Occurrence): NonNullable<Instance['detail']> {
  const said: Record<string, Json> = { from, until: due }
  if (checklist.length > 0) said.checklist = checklist
  if (people) said.people = people
  return said
}

/** An occurrence appears, far enough ahead to be planned. */
function appear(run: Run, compiled: CompiledClause, next: Next): void {
  const series = memoryOf(run, compiled).series!
  const number = series.before + series.opened + 1
  remember(run, compiled, { series: { ...series, opened: series.opened + 1 } })
  const cause = series.fact === undefined ? {} : { fact: series.fact }
  const opening = { at: next.appears, cause, episode: number, anchor: series.text, dueAt: next.due, detail: detailOf(next), wanted: true }
  openInstance(run, compiled, { ...opening, provisional: next.provisional })
}

function appearDue(run: Run, compiled: CompiledClause): boolean {
  let came = false
  for (let next = nextOccurrence(run, compiled); next && next.appears <= run.now; next = nextOccurrence(run, compiled)) {
    appear(run, compiled, next)
    came = true
  }
  return came
}

/** Begins to count. A second anchor changes nothing while occurrences are still counted from the first. */
function begin(run: Run, leaf: Leaf, { at, cause }: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  const memory = memoryOf(run, compiled)
  const end = endOfAll(memory)
  const over = end !== undefined && end <= at
  // After its contract nothing begins; after an end of its own it may begin anew.
  if (!mayOpen(run, leaf, cause) || (memory.series && !over) || hasContractEnded(run, at)) return
  const before = memory.series ? memory.series.before + memory.series.opened : lastNumber(run.state, compiled)
  const series: Running = { anchor: at, fact: cause.fact, text: leaf.text, wanted: isWanted(run, compiled, cause), before, opened: 0 }
  const ends = Object.fromEntries(Object.entries(memory.ends).filter(([, one]) => one > at))
  remember(run, compiled, { series, ends })
}

/** Was it called off only because nothing was owed any more at its due instant? Then a later end brings it back. */
function calledOff({ state, detail }: Instance): boolean {
  return state === 'cancelled' && detail?.ended === true
}

/** An instant like `equipment.end` may be named again and move; an event that ends it all happens once. */
function isNamed({ plan }: Run, leaf: Leaf): boolean {
  return [...plan.byInstant.values()].some((leaves) => leaves.includes(leaf))
}

/** The end of all has been named or moved: what falls due after it is not owed, what it now reaches is owed again. */
function endAll(run: Run, leaf: Leaf, { at, cause }: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  const memory: Memory = memoryOf(run, compiled)
  if (memory.ends[leaf.id] !== undefined && !isNamed(run, leaf)) return
  const ends = { ...memory.ends, [leaf.id]: at }
  remember(run, compiled, { ends })
  const last = endOfAll({ ...memory, ends })!
  for (const instance of run.state.instances) {
    if (instance.clause !== leaf.clause || instance.dueAt === undefined) continue
    if (instance.state === 'open' && instance.dueAt > last) {
      instance.detail = { ...instance.detail, ended: true }
      run.cancelled.push({ instance, at: run.now, cause })
    } else if (calledOff(instance) && instance.dueAt <= last) bringBack(run, instance)
  }
}

function bringBack(run: Run, instance: Instance): void {
  const { ended: _, ...detail } = instance.detail ?? {}
  instance.detail = detail
  instance.state = 'open'
  instance.endedAt = undefined
  instance.settledBy = undefined
  instance.movedAt = run.now
  moveClock(run, instance)
}

function reached(run: Run, leaf: Leaf, happening: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  const clause = recurringOf(compiled)
  if (leaf.slot === 'starts') return begin(run, leaf, happening)
  if (leaf.slot === 'until') return endAll(run, leaf, happening)
  appearDue(run, compiled)
  const of = { run, compiled, clause }
  if (leaf.slot === 'keptBy') return keepOne(of, happening)
  if (leaf.slot === 'agreed') return agree(of, happening)
  if (leaf.slot === 'submitted') return submit(of, happening)
  if (leaf.slot === 'approved') return approve(of, happening)
  if (leaf.slot === 'published') publish(of, happening, (number) => dueAnew(run, compiled, number))
}

function dueAnew(run: Run, compiled: CompiledClause, number: number): Occurrence | undefined {
  const { series: running } = memoryOf(run, compiled)
  const series = running && seriesFrom(run, compiled, running.anchor)
  return series && number > running.before ? occurrenceOf(recurringOf(compiled), series, number - running.before) : undefined
}

/** Open occurrences whose plan was submitted in time and never approved: at their due instant they are excused, not broken. */
function unapproved(run: Run, compiled: CompiledClause): Instance[] {
  const { submitted, approved } = memoryOf(run, compiled)
  if (submitted.length === 0) return []
  const waits = ({ episode }: Instance) => submitted.includes(episode) && !approved.includes(episode)
  return run.state.instances.filter((one) => one.clause === compiled.index && one.state === 'open' && waits(one))
}

function tick(run: Run, compiled: CompiledClause): boolean {
  const waiting = unapproved(run, compiled).filter(
    ({ dueAt, pausedSince }) => pausedSince === undefined && dueAt !== undefined && dueAt <= run.now,
  )
  for (const instance of waiting) {
    const notes = [{ kind: 'not-approved', at: run.now, fact: undefined, params: {} }]
    run.excused.push({ instance, at: run.now, cause: { notes } })
  }
  return appearDue(run, compiled) || waiting.length > 0
}

/** How many occurrences of a series fall due up to an instant. A series that ends is counted no further. */
function countUntil(clause: RecurringClause, series: Series, until: Instant): number {
  let count = 0
  for (let one = occurrenceOf(clause, series, 1); one && one.due <= until; one = occurrenceOf(clause, series, count + 1)) count++
  return count
}

/** Where the series goes on after what its kin have opened, and after `now`: nothing that is owed already is owed again, and numbers go on. */
function goOn(run: Run, compiled: CompiledClause, after: Instant): void {
  const { series: running } = memoryOf(run, compiled)
  const series = running && seriesFrom(run, compiled, running.anchor)
  if (!running || !series) return
  const clause = recurringOf(compiled)
  const last = lastNumber(run.state, compiled)
  if (clause.anchor === 'floating') return remember(run, compiled, { series: { ...running, before: last, opened: 0, continues: last > 0 } })
  const dues = kinInstances(run.state, compiled).flatMap(({ state, dueAt }) =>
    state === 'cancelled' || dueAt === undefined ? [] : [dueAt],
  )
  const opened = countUntil(clause, series, Math.max(after, ...dues))
  remember(run, compiled, { series: { ...running, before: last - opened, opened } })
}

function takesOver(run: Run, compiled: CompiledClause): void {
  goOn(run, compiled, run.now)
  const before = predecessorOf(run, compiled)
  if (!before) return
  const { lastDone, expert } = memoryOf(run, before)
  remember(run, compiled, { ...(lastDone === undefined ? {} : { lastDone }), ...(expert === undefined ? {} : { expert }) })
}

/**
 * An occurrence of the edition before is owed as the new one counts: at its first due instant that is still to come; where the new edition has opened some
 * already, at the last that leaves no gap before them. The series then goes on behind it.
 */
function movesTo(run: Run, compiled: CompiledClause, instance: Instance): void {
  const { series: running } = memoryOf(run, compiled)
  const series = running && seriesFrom(run, compiled, running.anchor)
  const clause = recurringOf(compiled)
  if (!series || clause.anchor === 'floating' || run.plan.clauses[compiled.index] !== compiled) return
  const kin = kinInstances(run.state, compiled).filter((one) => one !== instance && one.state !== 'cancelled' && one.dueAt !== undefined)
  const earlierDues = kin.filter(({ episode }) => episode < instance.episode).map(({ dueAt }) => dueAt!)
  const laterDues = kin.filter(({ episode }) => episode > instance.episode).map(({ dueAt }) => dueAt!)
  const first = countUntil(clause, series, Math.max(run.now, ...earlierDues)) + 1
  const last = laterDues.length === 0 ? first : countUntil(clause, series, Math.min(...laterDues) - 1)
  const occurrence = last < first ? undefined : occurrenceOf(clause, series, last)
  if (!occurrence) return
  instance.givenDueAt = occurrence.due
  instance.givenUnknown = occurrence.provisional
  instance.detail = detailOf({ ...occurrence, from: Math.min(occurrence.from, Math.max(instance.openedAt, run.now)) })
  instance.dueAt = occurrence.due
  if (laterDues.length === 0) goOn(run, compiled, run.now)
}

function nextAt(run: Run, compiled: CompiledClause): Instant | undefined {
  return nextOccurrence(run, compiled)?.appears
}

/** 周期: what must happen again and again. Each occurrence is an instance with a due instant of its own; its clock is that of all instances. */
export const recurringForm: FormEngine = { reached, tick, nextAt, takesOver, movesTo }
