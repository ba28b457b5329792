import { subjectsOf } from '../fact.ts'
import type { Fact, FactType, Json } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { Data } from './read-data.ts'
import type { CompiledClause } from './compile.ts'
import type { Form } from '../plan/types.ts'
import type { Seen } from './knowledge.ts'
import type { Cause, Instance } from './state.ts'
import type { Run } from './machine.ts'
import { beginGap, recountGaps } from './deadline.ts'
import { readDimensions, regrade } from './dimensions.ts'
import { countPauses, hearDemand, hearPaused, hearResumed } from './pauses.ts'
import { instantIn, isGiven, textOf } from './read-data.ts'
import { workBetween } from './reach.ts'
import { calendarOf, choose } from './ruling.ts'
import { opensClause } from './compile.ts'
import { hearAmended } from './amended.ts'
import { hearEarlier } from './earlier.ts'
import { contractInstants } from './contract-dates.ts'
import { FOREVER, clauseOf, climb, clockOf, nameInstant, successorOf } from './machine.ts'
import { moveClock } from './settle.ts'
import { addNotes } from './state.ts'
import { isWaiver } from './waiver.ts'

/** What a reopening undoes. */
const RESTORATIONS: readonly FactType[] = ['ticket.restored', 'ticket.confirmed', 'ticket.closed', 'remote.solved', 'work.succeeded']

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
  // What kept it before it started takes nothing out of a clock that did not run yet.
  const from = Math.max(instance.keptAt ?? instance.endedAt ?? run.now, instance.startAt)
  const undone = instance.evidence.pop() ?? fact.id
  instance.state = 'open'
  instance.gaps.push({ reason: 'restored', fact: undone, from, until: run.now, endedBy: 'resumed' })
  instance.pausedMs += workBetween(calendarOf(clock.bound, run.state, instance.ruling.calendar), from, run.now)
  for (const key of ['keptAt', 'fulfilledAt', 'endedAt', 'settledBy'] as const) instance[key] = undefined
  addNotes(instance, [{ kind: 'reopened', at: run.now, fact: fact.id, params: {} }])
  instance.movedAt = run.now
  moveClock(run, instance)
  for (const pause of run.state.pauses)
    if (pause.countedFrom !== undefined && pause.endedAt === undefined) beginGap(clockOf(run, instance), pause, run.now)
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
    if (!leaf.where || leaf.where(data))
      climb(run, leaf, { at: run.now, cause: { fact: fact.id, type: fact.type, data }, episode: state.episode })
  }
}

/** Waiving is for those who may (`isWaiver`); an excuse needs a reason that the clause accepts, with the evidence which that demands. */
function counts(run: Run, instance: Instance, fact: Fact): boolean {
  const { data } = fact
  const reason = textOf(data, 'reason')
  if (reason === undefined) return false
  const { source, clause, bound } = clauseOf(run, instance.clause)
  if (fact.type === 'obligation.waived') return isWaiver(data, source)
  const declared = bound.plan.reasons[reason]
  return clause.excuses.includes(reason) && (!declared?.evidence || isGiven(data.evidence))
}

function namedInstances(run: Run, data: Data): Instance[] {
  const named = run.state.instances.filter(
    (instance) => clauseOf(run, instance.clause).clause.id === data.promise && instance.state !== 'off' && instance.state !== 'dormant',
  )
  if (typeof data.episode === 'number') return named.filter((instance) => instance.episode === data.episode)
  return named.slice(-1)
}

function hearExcuse(run: Run, seen: Seen): void {
  const { fact } = seen
  for (const instance of namedInstances(run, fact.data)) {
    if (!counts(run, instance, fact)) continue
    const params = { reason: textOf(fact.data, 'reason') ?? '', role: textOf(fact.data, 'role') ?? '' }
    const kind = fact.type === 'obligation.waived' ? 'waived' : 'excused'
    run.excused.push({
      instance,
      at: run.now,
      cause: { fact: fact.id, type: fact.type, notes: [...seen.notes, { kind, at: run.now, fact: fact.id, params }] },
    })
  }
}

/** A clock can be counted anew. What was measured or checked under one text is not measured again under another. */
const MOVED_FORMS: readonly Form[] = ['deadline', 'recurring']

function mayMove(own: CompiledClause, to: CompiledClause): boolean {
  return to !== own && to.source.form === own.source.form && MOVED_FORMS.includes(own.source.form)
}

/**
 * Moves running instances to another plan version: an explicit fact, with the due time before and after in the note (law 9). What the decision moves to an
 * instant that has passed is broken at the decision, never before it (law 3).
 */
function hearMoved(run: Run, fact: Fact): void {
  const to = textOf(fact.data, 'to')
  const version = textOf(fact.data, 'binding') ?? to
  if (to === undefined || version === undefined) return
  const named = Array.isArray(fact.data.promises) ? fact.data.promises : undefined
  for (const instance of run.state.instances) {
    const own = clauseOf(run, instance.clause)
    const successor = successorOf(run, own, version)
    if (
      instance.state !== 'open' ||
      instance.plan === version ||
      !successor ||
      (named && !named.includes(own.clause.id)) ||
      !mayMove(own, successor)
    )
      continue
    const before = instance.dueAt
    instance.plan = version
    const chosen = choose(successor.bound, successor, { state: run.state, startAt: instance.startAt })
    instance.ruling = chosen.ruling
    instance.row = chosen.values
    run.forms[successor.source.form].movesTo?.(run, successor, instance)
    recountGaps(clockOf(run, instance))
    instance.movedAt = run.now
    moveClock(run, instance)
    addNotes(instance, [{ kind: 'moved', at: run.now, fact: fact.id, params: { to, before: before ?? '', after: instance.dueAt ?? '' } }])
  }
}

function hearPublished(run: Run, fact: Fact): void {
  const { calendars } = fact.data
  if (typeof calendars !== 'object' || calendars === null || Array.isArray(calendars)) return
  const { published = {} } = run.plan.bound
  for (const [id, hash] of Object.entries(calendars as { readonly [key: string]: Json })) {
    if (typeof hash === 'string' && Object.hasOwn(published, hash)) run.state.published[id] = hash
  }
  for (const instance of run.state.instances) {
    // What its form gave it, its form works out anew.
    if (instance.state !== 'open' || !instance.calendarUnknown || instance.givenUnknown) continue
    const before = instance.dueAt
    recountGaps(clockOf(run, instance))
    instance.movedAt = run.now
    moveClock(run, instance)
    addNotes(instance, [
      {
        kind: 'calendar-published',
        at: run.now,
        fact: fact.id,
        params: { before: before ?? '', after: instance.dueAt ?? '' },
      },
    ])
  }
}

/** Where one record is told of several contracts, as by a file of facts that is replayed, what is owed on and on ends with the last of them. */
function lastContractEnd({ state }: Run, { subject, type }: Fact, end: Instant | undefined): Instant | undefined {
  if (end === undefined && type !== 'contract.signed') return undefined
  state.contracts = { ...state.contracts, [subject]: end ?? FOREVER }
  const last = Math.max(...Object.values(state.contracts))
  return last === FOREVER && state.instants['contract.end'] === undefined ? undefined : last
}

/**
 * `event.start`: instants that a fact of that noun carries under the name, or any fact under the whole key; a contract's follow from its dates. What happens to a cover of the plan is for
 * that cover to make out: its facts name no instant past it.
 */
function readInstants(run: Run, fact: Fact): void {
  const cover = fact.type.startsWith('cover.') ? textOf(fact.data, 'cover') : undefined
  const noun = cover ?? fact.type.slice(0, fact.type.indexOf('.'))
  const followed = cover !== undefined && run.plan.others.some(({ source }) => source.id === cover)
  const cause = { fact: fact.id, type: fact.type, data: fact.data, about: subjectsOf(fact) }
  const dates = contractInstants(run.plan.bound, fact)
  const begun = run.state.instants['contract.start']
  const end = lastContractEnd(run, fact, dates['contract.end'])
  for (const [key, leaves] of run.plan.byInstant) {
    const short = !followed && key.startsWith(`${noun}.`) ? instantIn(fact.data[key.slice(noun.length + 1)]) : undefined
    // What has begun does not begin again with what an amendment says.
    if (key === 'contract.start' && begun !== undefined && begun <= fact.occurredAt) continue
    const at = instantIn(fact.data[key]) ?? (key === 'contract.end' ? end : dates[key]) ?? short
    if (at !== undefined) nameInstant(run, { key, at, cause }, leaves)
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
      hearPaused(run, seen)
      return countPauses(run)
    case 'ticket.resumed':
      return hearResumed(run, fact)
    case 'ticket.reopened':
      return hearReopened(run, fact)
    case 'ticket.cancelled':
      return endSubject(run, { fact: fact.id, type: fact.type })
    case 'ticket.merged':
      // The ticket that lives on is named by the same fact and goes on.
      return fact.subject === run.state.subject && fact.data.into !== run.state.subject
        ? endSubject(run, { fact: fact.id, type: fact.type })
        : hearEarlier(run, fact)
    case 'ticket.split':
      return fact.subject === run.state.subject ? hearEarlier(run, fact) : undefined
    case 'obligation.waived':
    case 'obligation.excused':
      return hearExcuse(run, seen)
    case 'obligation.moved':
      return hearMoved(run, fact)
    case 'contract.amended':
      return hearAmended(run, fact)
    case 'calendar.published':
      return hearPublished(run, fact)
    case 'notice.delivered':
    case 'document.issued':
    case 'form.filled':
    case 'ticket.edited':
      hearDemand(run, fact)
      return countPauses(run)
    default:
      return
  }
}

/** One fact is heard: by the subject, then by every clause that waits for it. */
export function hear(run: Run, seen: Seen): void {
  const { fact, role } = seen
  const opening = role === 'opens'
  if (readDimensions(run, fact)) for (const instance of run.state.instances) regrade(run, instance, seen)
  if (!opening || fact.type === 'ticket.reported') hearSubject(run, seen)
  if (run.plan.byInstant.size > 0) readInstants(run, fact)
  const leaves = run.plan.byFact.get(fact.type)
  if (!leaves) return
  const cause: Cause = { fact: fact.id, type: fact.type, notes: seen.notes, data: fact.data, about: subjectsOf(fact) }
  for (const leaf of leaves) {
    if (opening && !opensClause(leaf.slot)) continue
    if (!leaf.where || leaf.where(fact.data)) climb(run, leaf, { at: seen.claimedAt, cause, episode: run.state.episode })
  }
}
