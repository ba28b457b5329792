import type { Json } from '../fact.ts'
import type { LevelClause } from '../plan/forms.ts'
import type { Instant } from '../time/instant.ts'
import type { CompiledClause, Leaf } from './compile.ts'
import type { FormEngine } from './form.ts'
import { isInForce, lastNumber, predecessorOf } from './amended.ts'
import { formState, setFormState } from './form.ts'
import { boundsOf, isMet, settlesEarly } from './level/bounds.ts'
import type { Bounds } from './level/bounds.ts'
import { count, nextWindow, saysNothing } from './level/count.ts'
import type { Tally } from './level/measure.ts'
import { lastEnd, nextTurn } from './level/duty.ts'
import type { Roster } from './level/duty.ts'
import { isRostered } from '../plan/measure.ts'
import { valueAt } from './level/measure.ts'
import { windowEnd } from './level/window.ts'
import type { Happening, Run } from './machine.ts'
import { hasContractEnded } from './contract-dates.ts'
import { clauseOf, instanceOf } from './machine.ts'
import { textOf } from './read-data.ts'
import { calendarOf, choose } from './ruling.ts'
import { breakAt, isWanted, mayOpen, moveClock, openInstance } from './settle.ts'
import type { Instance } from './state.ts'
import { ownerIn } from './owner.ts'

/** The window that is measured now: an instance as long as its promise holds. */
type Window = { readonly episode: number; readonly from: Instant; readonly until?: Instant | undefined }

/** What a level remembers of one owner. `changed`: something was counted at this instant that is still to be judged. Plain JSON. */
type Memory = {
  readonly anchor?: { readonly at: Instant; readonly fact?: string | undefined; readonly text: string } | undefined
  readonly window?: Window | undefined
  readonly opened: number
  readonly ends: { readonly [leaf: string]: Instant }
  readonly tallies: { readonly [place: string]: Tally }
  readonly changed: boolean
  /** its kin of the edition before are measured up to here: no window of this one begins earlier */
  readonly after?: Instant | undefined
}

const NOTHING: Memory = { opened: 0, ends: {}, tallies: {}, changed: false }

function levelOf(compiled: CompiledClause): LevelClause {
  if (compiled.source.form !== 'level') throw new Error(`${compiled.source.id} is no level`)
  return compiled.source
}

function memoryOf(run: Run, compiled: CompiledClause): Memory {
  return formState(run, compiled, NOTHING)
}

function remember(run: Run, compiled: CompiledClause, part: Partial<Memory>): void {
  setFormState(run, compiled, { ...memoryOf(run, compiled), ...part })
}

function endOfAll({ ends }: Memory): Instant | undefined {
  const known = Object.values(ends)
  return known.length === 0 ? undefined : Math.min(...known)
}

function calendarAt(run: Run, compiled: CompiledClause, at: Instant) {
  const { bound } = compiled
  const { ruling } = choose(bound, compiled, { state: run.state, startAt: at })
  return calendarOf(bound, run.state, ruling.calendar) ?? bound.calendars.always
}

function valueOf(run: Run, compiled: CompiledClause, at: Instant): number | undefined {
  const { tallies, window } = memoryOf(run, compiled)
  if (!window) return undefined
  const { from, until } = window
  return valueAt(levelOf(compiled).measure, { tallies, from, until, calendar: calendarAt(run, compiled, from) }, at)
}

/** Six places are more than any text promises, and the same on every machine. */
const PLACES = 1e6

/** What people see of a window: its number, what it is held against, and its dates. */
function describe(run: Run, compiled: CompiledClause, { instance, at }: { readonly instance: Instance; readonly at: Instant }): void {
  const { window } = memoryOf(run, compiled)
  const value = valueOf(run, compiled, at)
  const said: Record<string, Json> = { ...boundsOf(run, levelOf(compiled)) }
  if (window) said.from = window.from
  if (window?.until !== undefined) said.until = window.until
  if (value !== undefined) said.value = Math.round(value * PLACES) / PLACES
  instance.detail = said
}

function instanceNow(run: Run, compiled: CompiledClause): Instance | undefined {
  const { window } = memoryOf(run, compiled)
  return window && instanceOf(run.state, compiled.index, window.episode)
}

/** Opens the window that begins at `from`; none once all has ended. */
function openWindow(run: Run, compiled: CompiledClause, from: Instant): void {
  const clause = levelOf(compiled)
  const memory = memoryOf(run, compiled)
  const { anchor } = memory
  const calendar = calendarAt(run, compiled, from)
  const last = endOfAll(memory)
  if (!anchor || !calendar || run.state.endedAt !== undefined || (last !== undefined && from >= last)) return
  const natural = windowEnd(clause.over, { anchor: anchor.at, zone: calendar.zone }, from)
  const until = last === undefined ? natural : Math.min(natural ?? last, last)
  const episode = memory.opened + 1
  const window = { episode, from, ...(until === undefined ? {} : { until }) }
  // Counted, and not owed: an edition that is not in force yet, or no more.
  if (!isInForce(run, compiled) || from < (memory.after ?? from)) return remember(run, compiled, { window })
  remember(run, compiled, { window, opened: episode, changed: true })
  const cause = anchor.fact === undefined ? {} : { fact: anchor.fact }
  const dueAt = clause.over === 'now' ? undefined : until
  const instance = openInstance(run, compiled, { at: from, cause, episode, anchor: anchor.text, dueAt, wanted: true })
  describe(run, compiled, { instance, at: from })
}

function begin(run: Run, { clause: index, text }: Leaf, { at, cause }: Happening): void {
  const compiled = clauseOf(run, index)
  const memory = memoryOf(run, compiled)
  const last = endOfAll(memory)
  const over = last !== undefined && last <= at
  // After its contract nothing begins; after an end of its own it may begin anew.
  if (!mayOpen(run, { chained: false }, cause) || (memory.anchor && !over) || hasContractEnded(run, at)) return
  if (!isWanted(run, compiled, cause)) return
  closeDue(run, compiled)
  const ends = Object.fromEntries(Object.entries(memory.ends).filter(([, one]) => one > at))
  remember(run, compiled, { anchor: { at, fact: cause.fact, text }, ends })
  openWindow(run, compiled, at)
}

/** Judges a window at its end: what holds then is kept. Nothing to measure breaks nothing. */
function judgeAtEnd(run: Run, compiled: CompiledClause, at: Instant): void {
  const instance = instanceNow(run, compiled)
  if (instance?.state !== 'open') return
  describe(run, compiled, { instance, at })
  const value = valueOf(run, compiled, at)
  if (!isMet(value, boundsOf(run, levelOf(compiled)))) return breakAt(run, instance, Math.max(at, instance.movedAt))
  const notes = value === undefined ? [{ kind: 'nothing-measured', at: run.now, fact: undefined, params: {} }] : []
  run.kept.push({ instance, at, cause: { notes } })
}

/** Ends the window whose time is over and begins the next one, which what happens at this very instant belongs to already. True: it did. */
function closeDue(run: Run, compiled: CompiledClause): boolean {
  const memory = memoryOf(run, compiled)
  const { window } = memory
  if (window?.until === undefined || window.until > run.now) return false
  judgeAtEnd(run, compiled, window.until)
  remember(run, compiled, { window: undefined, tallies: nextWindow(levelOf(compiled), memory.tallies) })
  openWindow(run, compiled, window.until)
  return true
}

const PLACED = /^measure-(\d+)$/

function isIgnored({ ignores }: LevelClause, { cause: { data = {} } }: Happening): boolean {
  return ['reason', 'cause'].some((key) => ignores.includes(textOf(data, key) ?? ''))
}

function measure(run: Run, leaf: Leaf, happening: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  const clause = levelOf(compiled)
  const place = Number(PLACED.exec(leaf.slot)?.[1])
  while (closeDue(run, compiled));
  const told = { place, happening, owner: ownerIn(run.state.subject) }
  if (isIgnored(clause, happening) || saysNothing(clause, told)) return
  // Without an event of its own it is measured from the first thing that there is to measure.
  if (!clause.starts && !memoryOf(run, compiled).anchor) begin(run, leaf, happening)
  const memory = memoryOf(run, compiled)
  const calendar = memory.window && calendarAt(run, compiled, memory.window.from)
  const tallies = count(clause, memory.tallies, { ...told, from: memory.window?.from, calendar })
  remember(run, compiled, { tallies, changed: true })
}

/** Instants may be named again and move; an event that ends it all happens once. */
function endAll(run: Run, leaf: Leaf, { at }: Happening): void {
  const compiled = clauseOf(run, leaf.clause)
  const memory = memoryOf(run, compiled)
  const named = [...run.plan.byInstant.values()].some((leaves) => leaves.includes(leaf))
  if (memory.ends[leaf.id] !== undefined && !named) return
  remember(run, compiled, { ends: { ...memory.ends, [leaf.id]: at } })
  const last = endOfAll(memoryOf(run, compiled))!
  const { window, anchor } = memory
  if (!anchor) return
  if (!window) {
    if (last > run.now) openWindow(run, compiled, run.now)
    return
  }
  const calendar = calendarAt(run, compiled, window.from)
  const natural = calendar && windowEnd(levelOf(compiled).over, { anchor: anchor.at, zone: calendar.zone }, window.from)
  const until = Math.max(window.from, Math.min(natural ?? last, last))
  remember(run, compiled, { window: { ...window, until } })
  const instance = instanceNow(run, compiled)
  if (instance?.state !== 'open' || levelOf(compiled).over === 'now') return
  instance.givenDueAt = until
  instance.movedAt = run.now
  moveClock(run, instance)
  describe(run, compiled, { instance, at: run.now })
}

function reached(run: Run, leaf: Leaf, happening: Happening): void {
  if (leaf.slot === 'starts') return begin(run, leaf, happening)
  if (leaf.slot === 'until') return endAll(run, leaf, happening)
  measure(run, leaf, happening)
}

/** Is it broken now, past mending? A number that can still recover is judged at the end of its window. */
function isLost(run: Run, compiled: CompiledClause, bounds: Bounds): boolean {
  const clause = levelOf(compiled)
  const value = valueOf(run, compiled, run.now)
  return !isMet(value, bounds) && (clause.over === 'now' || settlesEarly(clause.measure, bounds, value))
}

/** Is it promised still, once it holds again? */
function isPromised(run: Run, compiled: CompiledClause): boolean {
  const memory = memoryOf(run, compiled)
  const begun = memory.window !== undefined && memory.anchor !== undefined && isInForce(run, compiled)
  return begun && run.state.endedAt === undefined && run.now < (endOfAll(memory) ?? Infinity)
}

/** Outside the hours nobody has to be there: that alone puts nothing right. */
function holdsAt(run: Run, compiled: CompiledClause, { at, bounds }: { readonly at: Instant; readonly bounds: Bounds }): boolean {
  const value = valueOf(run, compiled, at)
  return isMet(value, bounds) && !(value === undefined && isRostered(levelOf(compiled).measure))
}

/** `now`: it holds again, so it is promised again. */
function holdAgain(run: Run, compiled: CompiledClause, bounds: Bounds): void {
  const instance = instanceNow(run, compiled)
  if (!isPromised(run, compiled) || instance?.state === 'open' || !holdsAt(run, compiled, { at: run.now, bounds })) return
  if (instance?.detail?.gapFrom !== undefined) instance.detail = { ...instance.detail, gapUntil: run.now }
  openWindow(run, compiled, run.now)
}

function rostersOf(run: Run, compiled: CompiledClause): readonly Roster[] {
  return Object.values(memoryOf(run, compiled).tallies).flatMap(({ roster }) => roster ?? [])
}

/** The next instant after this one at which nobody is there who should be, or somebody is again. */
function turnAt(run: Run, compiled: CompiledClause, wants: 'gap' | 'cover'): Instant | undefined {
  const { window } = memoryOf(run, compiled)
  if (!window || !isRostered(levelOf(compiled).measure)) return undefined
  const rosters = rostersOf(run, compiled)
  const calendar = calendarAt(run, compiled, window.from)
  const bounds = boundsOf(run, levelOf(compiled))
  const last = wants === 'cover' ? lastEnd(rosters) : Infinity
  for (let at = nextTurn(rosters, run.now, calendar); at !== undefined && at <= last; at = nextTurn(rosters, at, calendar)) {
    const turned = wants === 'gap' ? !isMet(valueOf(run, compiled, at), bounds) : holdsAt(run, compiled, { at, bounds })
    if (turned) return at
  }
  return undefined
}

/** Has a shift that ended, or began, just turned it? */
function isTurned(run: Run, compiled: CompiledClause): boolean {
  const { window } = memoryOf(run, compiled)
  if (!window || !isRostered(levelOf(compiled).measure)) return false
  if (nextTurn(rostersOf(run, compiled), run.now - 1, calendarAt(run, compiled, window.from)) !== run.now) return false
  const bounds = boundsOf(run, levelOf(compiled))
  if (instanceNow(run, compiled)?.state === 'open') return !isMet(valueOf(run, compiled, run.now), bounds)
  return isPromised(run, compiled) && holdsAt(run, compiled, { at: run.now, bounds })
}

/** From when to when nobody is there, as far as the roster says. */
function gapOf(run: Run, compiled: CompiledClause): Record<string, Instant> {
  const until = turnAt(run, compiled, 'cover')
  return { gapFrom: run.now, ...(until === undefined ? {} : { gapUntil: until }) }
}

function judgeNow(run: Run, compiled: CompiledClause): void {
  const clause = levelOf(compiled)
  const bounds = boundsOf(run, clause)
  const instance = instanceNow(run, compiled)
  remember(run, compiled, { changed: false })
  if (instance?.state === 'open') {
    describe(run, compiled, { instance, at: run.now })
    if (!isLost(run, compiled, bounds)) return
    if (isRostered(clause.measure)) instance.detail = { ...instance.detail, ...gapOf(run, compiled) }
    breakAt(run, instance, run.now)
  } else if (clause.over === 'now') holdAgain(run, compiled, bounds)
}

/** The instant inside the window at which time alone breaks the bound: a downtime that goes on. To the millisecond, by halving. */
function lostAt(run: Run, compiled: CompiledClause): Instant | undefined {
  const { window, tallies } = memoryOf(run, compiled)
  const clause = levelOf(compiled)
  const instance = instanceNow(run, compiled)
  if (window?.until === undefined || instance?.state !== 'open') return undefined
  if (!Object.values(tallies).some(({ running }) => Object.keys(running).length > 0)) return undefined
  const bounds = boundsOf(run, clause)
  const lost = (at: Instant): boolean => {
    const value = valueOf(run, compiled, at)
    return !isMet(value, bounds) && settlesEarly(clause.measure, bounds, value)
  }
  let [before, after] = [run.now, window.until]
  if (!lost(after)) return undefined
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (lost(middle)) after = middle
    else before = middle
  }
  return after
}

function tick(run: Run, compiled: CompiledClause): boolean {
  if (closeDue(run, compiled)) return true
  const { changed } = memoryOf(run, compiled)
  if (!changed && !isOverdue(run, compiled) && !isTurned(run, compiled)) return false
  judgeNow(run, compiled)
  return true
}

/** The downtime that goes on has just broken the bound. */
function isOverdue(run: Run, compiled: CompiledClause): boolean {
  const instance = instanceNow(run, compiled)
  if (instance?.state !== 'open' || levelOf(compiled).over === 'now') return false
  return isLost(run, compiled, boundsOf(run, levelOf(compiled)))
}

function nextAt(run: Run, compiled: CompiledClause): Instant | undefined {
  const { changed, window } = memoryOf(run, compiled)
  if (changed) return run.now
  const lost = lostAt(run, compiled) ?? turnAt(run, compiled, instanceNow(run, compiled)?.state === 'open' ? 'gap' : 'cover')
  return lost === undefined ? window?.until : Math.min(lost, window?.until ?? lost)
}

/** The edition before is measured to the end of its window; one that must hold at every moment held until now, and is owed anew from now on. */
function takesOver(run: Run, compiled: CompiledClause): void {
  const before = predecessorOf(run, compiled)
  const running = before && instanceNow(run, before)
  const until = before && memoryOf(run, before).window?.until
  remember(run, compiled, { opened: lastNumber(run.state, compiled) })
  if (running?.state === 'open' && until !== undefined) return remember(run, compiled, { after: until })
  if (running?.state === 'open') run.kept.push({ instance: running, at: run.now, cause: {} })
  const { window, tallies } = memoryOf(run, compiled)
  if (!window) return
  const clause = levelOf(compiled)
  // Broken and not mended: nothing new is owed until it holds.
  if (clause.over === 'now' && running && running.state !== 'open') return remember(run, compiled, { changed: true })
  remember(run, compiled, { window: undefined, tallies: nextWindow(clause, tallies) })
  openWindow(run, compiled, run.now)
}

/** 水平: a number that must hold over time. Each window, and for `now` each time that it holds, is an instance. */
export const levelForm: FormEngine = { reached, tick, nextAt, takesOver }
