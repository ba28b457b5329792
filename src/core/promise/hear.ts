import type { Fact, FactType, Json } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { Seen } from './knowledge.ts'
import type { Cause, Instance, Pause } from './state.ts'
import type { Run } from './machine.ts'
import { isGiven } from './given.ts'
import { parseInstant } from '../time/instant.ts'
import { elapsedMsOf, parseDuration } from '../time/duration.ts'
import { beginGap, countsFrom, endGaps, recountGaps } from './deadline.ts'
import { workBetween } from './reach.ts'
import { calendarOf, choose, sameRow } from './ruling.ts'
import { clauseOf, climb, clockOf, waitFor } from './machine.ts'
import { moveClock, start } from './settle.ts'

type Data = Fact['data']

/** What a reopening undoes. */
const RESTORATIONS: readonly FactType[] = ['ticket.restored', 'ticket.confirmed', 'ticket.closed', 'remote.solved', 'work.succeeded']

function textOf(data: Data, key: string): string | undefined {
  const value = data[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function instantIn(value: Json | undefined): Instant | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? parseInstant(value) : undefined
}

function readGrades(run: Run, fact: Fact): void {
  const { state, plan } = run
  const grade = textOf(fact.data, 'grade')
  const customer = textOf(fact.data, 'customerGrade')
  if (fact.type === 'ticket.graded') {
    if (grade !== undefined && fact.data.by === 'customer') state.customerGrade = grade
    else if (grade !== undefined) state.staffGrade = grade
  } else if (plan.openers.has(fact.type)) {
    if (customer !== undefined) state.customerGrade = customer
    if (grade !== undefined) state.staffGrade = grade
    // Who reports with one grade only has given the grade that rules.
    if (grade !== undefined && customer === undefined && plan.bound.plan.gradeBy === 'customer') state.customerGrade ??= grade
  }
  const ruling = plan.bound.plan.gradeBy === 'customer' ? state.customerGrade : state.staffGrade
  if (ruling !== undefined) state.dimensions.grade = ruling
}

function readTravel(data: Data): number | undefined {
  if (typeof data.travelMs === 'number') return data.travelMs
  const travel = textOf(data, 'travel')
  const duration = travel === undefined ? undefined : parseDuration(travel)
  return duration ? elapsedMsOf(duration) : undefined
}

function readDimensions(run: Run, fact: Fact): boolean {
  const { state, plan } = run
  const speaks = plan.openers.has(fact.type) || fact.type === 'ticket.graded' || fact.type === 'ticket.edited' || fact.type === 'visit.needed'
  if (!speaks) return false
  const { dimensions, travelMs } = state
  const grade = dimensions.grade
  readGrades(run, fact)
  let changed = dimensions.grade !== grade
  for (const id of plan.dimensions) {
    const value = textOf(fact.data, id)
    if (value === undefined || value === dimensions[id]) continue
    dimensions[id] = value
    changed = true
  }
  const travel = readTravel(fact.data)
  if (travel !== undefined) state.travelMs = travel
  return changed || state.travelMs !== travelMs
}

function regrade(run: Run, instance: Instance, fact: Fact): void {
  const { state, plan } = run
  if (instance.state !== 'open' && instance.state !== 'dormant') return
  const clock = clockOf(run, instance)
  const { compiled } = clock
  const known = compiled.clause.regrade
  // What ran under the strictest row was provisional: the first grade always applies from the original start (law 6).
  const mode = instance.ruling.strictest || instance.state === 'dormant' ? 'retroactive' : known
  const chosen = choose(clock.bound, compiled, state, mode === 'restart' ? run.now : instance.startAt)
  if (sameRow(instance, chosen) && chosen.ruling.travelMs === instance.ruling.travelMs) return
  if (mode === 'keep' && plan.bound === clock.bound && sameTravel(instance, chosen.ruling.travelMs)) return
  const from = instance.row
  instance.ruling = chosen.ruling
  instance.row = chosen.values
  if (instance.state === 'dormant') return chosen.none || state.endedAt !== undefined ? undefined : start(run, instance, { fact: fact.id, type: fact.type })
  note(instance, { kind: mode === 'restart' ? 'regraded-restart' : 'regraded', at: run.now, fact: fact.id, params: { from: rowText(from), to: rowText(chosen.values) } })
  if (chosen.none) return void run.cancelled.push({ instance, at: run.now, cause: { fact: fact.id, type: fact.type } })
  if (mode === 'restart') instance.startAt = run.now
  recountGaps(clockOf(run, instance))
  instance.movedAt = run.now
  moveClock(run, instance)
}

function sameTravel(instance: Instance, travelMs: number | undefined): boolean {
  return instance.ruling.travelMs === travelMs
}

function rowText(values: Readonly<Record<string, string>>): string {
  return Object.values(values).join('/')
}

function note(instance: Instance, added: Instance['notes'][number]): void {
  instance.notes.push(added)
}

/** What the data of a pause fact says of its demands; `evidenceAt` and `noticeAt` name a later instant than the fact's own. */
function demandAt(data: Data, what: 'evidence' | 'notice', at: Instant): Instant | undefined {
  const named = instantIn(data[`${what}At`])
  if (named !== undefined) return Math.max(named, at)
  return isGiven(data[what]) ? at : undefined
}

function fillDemands(pause: Pause, data: Data, at: Instant): void {
  const evidence = demandAt(data, 'evidence', at)
  const notice = demandAt(data, 'notice', at)
  if (pause.evidenceAt === undefined && evidence !== undefined) pause.evidenceAt = evidence
  if (pause.noticeAt === undefined && notice !== undefined) pause.noticeAt = notice
}

const KEPT_PAUSES = 64

function hearPaused(run: Run, fact: Fact): void {
  const { pauses } = run.state
  const reason = textOf(fact.data, 'reason')
  if (reason === undefined) return
  const waiting = pauses.find((pause) => pause.reason === reason && pause.endedAt === undefined && pause.countedFrom === undefined)
  if (waiting) return fillDemands(waiting, fact.data, run.now)
  const pause: Pause = { fact: fact.id, reason, begunAt: run.now, evidenceAt: undefined, noticeAt: undefined, countedFrom: undefined, endedAt: undefined }
  fillDemands(pause, fact.data, run.now)
  pauses.push(pause)
  // Ended pauses matter only to openings that lie before their own cause: the newest are enough, and the state stays small.
  while (pauses.length > KEPT_PAUSES && pauses[0]!.endedAt !== undefined) pauses.shift()
}

/** Evidence or notice may come later, in a fact of its own that names the pause or its reason. */
function hearDemand(run: Run, fact: Fact): void {
  const data = fact.type === 'notice.delivered' ? { ...fact.data, notice: true } : fact.data
  if (!isGiven(data.evidence) && !isGiven(data.notice)) return
  for (const pause of run.state.pauses) {
    if (pause.endedAt !== undefined) continue
    if (data.pause === pause.fact || data.reason === pause.reason) fillDemands(pause, data, run.now)
  }
}

/** Lets pauses count whose demands are there by now. True: one began. */
export function countPauses(run: Run): boolean {
  let began = false
  for (const pause of run.state.pauses) {
    if (pause.countedFrom !== undefined || pause.endedAt !== undefined) continue
    const from = countsFrom(run.plan.bound, pause)
    if (from === undefined || from > run.now) continue
    pause.countedFrom = run.now
    began = true
    for (const instance of run.state.instances) if (instance.state === 'open') beginGap(clockOf(run, instance), pause, run.now)
  }
  return began
}

function hearResumed(run: Run, fact: Fact): void {
  const reason = textOf(fact.data, 'reason')
  for (const pause of run.state.pauses) {
    if (pause.endedAt !== undefined || (reason !== undefined && pause.reason !== reason)) continue
    pause.endedAt = run.now
    for (const instance of run.state.instances) endPause(run, instance, { at: run.now, by: 'resumed', which: (gap) => gap.fact === pause.fact })
  }
}

type End = { readonly at: Instant; readonly by: 'resumed' | 'limit'; readonly which: (gap: Instance['gaps'][number]) => boolean }

function endPause(run: Run, instance: Instance, { at, by, which }: End): void {
  if (instance.state !== 'open' || instance.pausedSince === undefined) return
  const before = instance.dueAt
  endGaps(clockOf(run, instance), at, { by, which })
  if (instance.dueAt !== before) moveClock(run, instance)
}

/** Ends pauses whose limit has come. True: one ended. */
export function endLimits(run: Run): boolean {
  let ended = false
  for (const instance of run.state.instances) {
    if (instance.pausedSince === undefined || instance.timerAt === undefined || instance.timerAt > run.now) continue
    ended = true
    endPause(run, instance, { at: instance.timerAt, by: 'limit', which: (gap) => gap.limitAt !== undefined && gap.limitAt <= instance.timerAt! })
  }
  return ended
}

function endSubject(run: Run, cause: Cause): void {
  run.state.endedAt = run.now
  for (const instance of run.state.instances) if (instance.state === 'open') run.cancelled.push({ instance, at: run.now, cause })
  run.state.waiting.length = 0
}

/** `reopen: resume` undoes the restoration: what it kept (or called off) goes on, and the time between was a pause (law 8). */
function undoRestoration(run: Run, instance: Instance, fact: Fact): void {
  const clock = clockOf(run, instance)
  if (instance.settledBy === undefined || !RESTORATIONS.includes(instance.settledBy)) return
  if (instance.state !== 'kept' && instance.state !== 'cancelled') return
  const from = instance.keptAt ?? instance.endedAt ?? run.now
  const undone = instance.evidence.pop() ?? fact.id
  instance.state = 'open'
  instance.gaps.push({ reason: 'restored', fact: undone, from, until: run.now, endedBy: 'resumed' })
  instance.pausedMs += workBetween(calendarOf(clock.bound, run.state, instance.ruling.calendar), from, run.now)
  for (const key of ['keptAt', 'fulfilledAt', 'endedAt', 'settledBy'] as const) instance[key] = undefined
  note(instance, { kind: 'reopened', at: run.now, fact: fact.id, params: {} })
  instance.movedAt = run.now
  moveClock(run, instance)
  for (const pause of run.state.pauses) if (pause.countedFrom !== undefined && pause.endedAt === undefined) beginGap(clockOf(run, instance), pause, run.now)
}

function hearReopened(run: Run, fact: Fact): void {
  const { state, plan } = run
  const resumed = state.instances.filter((instance) => clauseOf(run, instance.clause).clause.reopen === 'resume')
  state.episode++
  state.endedAt = undefined
  for (const instance of resumed) undoRestoration(run, instance, fact)
  const data = { ...state.opening?.data, ...fact.data }
  for (const leaf of plan.byFact.get('ticket.reported') ?? []) {
    if (leaf.slot !== 'starts' && leaf.slot !== 'due') continue
    if (resumed.some((instance) => instance.clause === leaf.clause)) continue
    if (!leaf.where || leaf.where(data)) climb(run, leaf, { at: run.now, cause: { fact: fact.id, type: fact.type, data }, episode: state.episode })
  }
}

/** Waiving needs role, reason and evidence (law 12); an excuse needs a reason that the clause accepts, with the evidence which that demands. */
function counts(run: Run, instance: Instance, fact: Fact): boolean {
  const { data } = fact
  const reason = textOf(data, 'reason')
  if (reason === undefined) return false
  if (fact.type === 'obligation.waived') return isGiven(data.role) && isGiven(data.evidence)
  const declared = run.plan.bound.plan.reasons[reason]
  return clauseOf(run, instance.clause).clause.excuses.includes(reason) && (!declared?.evidence || isGiven(data.evidence))
}

function namedInstances(run: Run, data: Data): Instance[] {
  const named = run.state.instances.filter((instance) => clauseOf(run, instance.clause).clause.id === data.promise && instance.state !== 'off' && instance.state !== 'dormant')
  if (typeof data.episode === 'number') return named.filter((instance) => instance.episode === data.episode)
  return named.slice(-1)
}

function hearExcuse(run: Run, seen: Seen): void {
  const { fact } = seen
  for (const instance of namedInstances(run, fact.data)) {
    if (!counts(run, instance, fact)) continue
    const params = { reason: textOf(fact.data, 'reason') ?? '', role: textOf(fact.data, 'role') ?? '' }
    const kind = fact.type === 'obligation.waived' ? 'waived' : 'excused'
    run.excused.push({ instance, at: run.now, cause: { fact: fact.id, type: fact.type, notes: [...seen.notes, { kind, at: run.now, fact: fact.id, params }] } })
  }
}

/** Moves running instances to another plan version: an explicit fact, with the due time before and after in the note (law 9). */
function hearMoved(run: Run, fact: Fact): void {
  const to = textOf(fact.data, 'to')
  const successor = to === undefined ? undefined : run.plan.bound.successors?.[to]
  if (to === undefined || !successor) return
  const named = Array.isArray(fact.data.promises) ? fact.data.promises : undefined
  for (const instance of run.state.instances) {
    const { id } = clauseOf(run, instance.clause).clause
    if (instance.state !== 'open' || (named && !named.includes(id)) || !Object.hasOwn(successor.plan.promises, id)) continue
    const before = instance.dueAt
    instance.plan = to
    const { compiled } = clockOf(run, instance)
    const chosen = choose(successor, compiled, run.state, instance.startAt)
    instance.ruling = chosen.ruling
    instance.row = chosen.values
    recountGaps(clockOf(run, instance))
    instance.movedAt = run.now
    moveClock(run, instance)
    note(instance, { kind: 'moved', at: run.now, fact: fact.id, params: { to, before: before ?? '', after: instance.dueAt ?? '' } })
  }
}

function hearPublished(run: Run, fact: Fact): void {
  const { calendars } = fact.data
  if (typeof calendars !== 'object' || calendars === null || Array.isArray(calendars)) return
  for (const [id, hash] of Object.entries(calendars as { readonly [key: string]: Json })) {
    if (typeof hash === 'string' && run.plan.bound.published?.[hash]) run.state.published[id] = hash
  }
  for (const instance of run.state.instances) {
    if (instance.state !== 'open' || !instance.calendarUnknown) continue
    const before = instance.dueAt
    recountGaps(clockOf(run, instance))
    instance.movedAt = run.now
    moveClock(run, instance)
    note(instance, { kind: 'calendar-published', at: run.now, fact: fact.id, params: { before: before ?? '', after: instance.dueAt ?? '' } })
  }
}

/** `equipment.end`, `event.start`: instants that a fact of that noun (or a cover's fact) carries under the name. */
function readInstants(run: Run, fact: Fact): void {
  const noun = textOf(fact.data, 'cover') !== undefined && fact.type.startsWith('cover.') ? textOf(fact.data, 'cover')! : fact.type.slice(0, fact.type.indexOf('.'))
  for (const [key, leaves] of run.plan.byInstant) {
    const at = instantIn(fact.data[key]) ?? (key.startsWith(`${noun}.`) ? instantIn(fact.data[key.slice(noun.length + 1)]) : undefined)
    if (at === undefined || run.state.instants[key] === at) continue
    run.state.instants[key] = at
    for (const leaf of leaves) {
      const happening = { at, cause: { fact: fact.id, type: fact.type, data: fact.data }, episode: run.state.episode }
      if (at > run.now && leaf.slot !== 'due') waitFor(run, leaf, { ...happening, step: 0, replace: true })
      else climb(run, leaf, happening)
    }
  }
}

/** The part of a fact that concerns the subject as a whole, before its clauses hear it. */
function hearSubject(run: Run, seen: Seen): void {
  const { fact } = seen
  switch (fact.type) {
    case 'ticket.reported':
      run.state.opening ??= { fact: fact.id, data: fact.data }
      return
    case 'ticket.paused':
      hearPaused(run, fact)
      return void countPauses(run)
    case 'ticket.resumed':
      return hearResumed(run, fact)
    case 'ticket.reopened':
      return hearReopened(run, fact)
    case 'ticket.cancelled':
      return endSubject(run, { fact: fact.id, type: fact.type })
    case 'ticket.merged':
      // The ticket that lives on is named by the same fact and goes on.
      return fact.subject === run.state.subject && fact.data.into !== run.state.subject ? endSubject(run, { fact: fact.id, type: fact.type }) : undefined
    case 'obligation.waived':
    case 'obligation.excused':
      return hearExcuse(run, seen)
    case 'obligation.moved':
      return hearMoved(run, fact)
    case 'calendar.published':
      return hearPublished(run, fact)
    case 'notice.delivered':
    case 'document.issued':
    case 'form.filled':
    case 'ticket.edited':
      hearDemand(run, fact)
      return void countPauses(run)
    default:
      return
  }
}

/** One fact is heard: by the subject, then by every clause that waits for it. */
export function hear(run: Run, seen: Seen): void {
  const { fact, role } = seen
  const opening = role === 'opens'
  if (readDimensions(run, fact)) for (const instance of run.state.instances) regrade(run, instance, fact)
  if (!opening || fact.type === 'ticket.reported') hearSubject(run, seen)
  if (run.plan.byInstant.size > 0) readInstants(run, fact)
  const leaves = run.plan.byFact.get(fact.type)
  if (!leaves) return
  const cause: Cause = { fact: fact.id, type: fact.type, notes: seen.notes, data: fact.data }
  for (const leaf of leaves) {
    if (opening && leaf.slot !== 'starts' && leaf.slot !== 'due') continue
    if (!leaf.where || leaf.where(fact.data)) climb(run, leaf, { at: seen.claimedAt, cause, episode: run.state.episode })
  }
}
