import type { Fact, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { Belief, BoundPlan, Derivation, Effect, Obligation } from './types.ts'
import type { Seen } from './knowledge.ts'
import type { Run } from './machine.ts'
import type { SubjectState } from './state.ts'
import { concerns, advance, foldAll, foldInstant, initialState, readingOf, startRun } from './fold.ts'
import type { View } from './derive.ts'
import { ownerOf } from './derive.ts'
import { copyState } from './state.ts'
import { consequences, effects, historical, obligations } from './render.ts'
import { asksApproval } from './backfill.ts'
import { isAboutFacts, seeFact, seeKnown, sortSeen } from './knowledge.ts'
import { newBeliefs, newEffects } from './belief.ts'
import type { Believed, Sent } from './belief.ts'
import { inKnowledgeOrder, inSteps, merged } from './record-steps.ts'
import type { Begun } from './record-steps.ts'

/**
 * What was believed of one subject and sent for it, as plain JSON: the fold of derive over the instants at which knowledge or a wake-up came (law 2).
 * Its size depends on the plan and the episodes, not on the number of facts.
 */
export type RecordState = {
  readonly subject: Subject
  /** hash of the bound plan under which it was folded */
  readonly plan: string
  /** undefined: its first fact is the first that is known of the owner */
  readonly begun?: Begun | undefined
  /** the last instant of knowledge or wake-up; undefined before the first fact */
  readonly asOf?: Instant | undefined
  /** the last step was a wake-up: what is recorded from now on is recorded later than asOf */
  readonly woke: boolean
  /** ledger position: the highest `seq` learned */
  readonly position: number
  /** state before the instant of `tail` */
  readonly base: SubjectState
  /** all facts that count at the last instant folded: another of the same instant may come */
  readonly tail: readonly Seen[]
  /** known already, to happen later */
  readonly later: readonly Seen[]
  /** ids of back-filled facts, of corrections and of releases that an approval may speak of */
  readonly unapproved: readonly string[]
  readonly believed: Readonly<Record<string, Believed>>
  readonly sent: Readonly<Record<string, Sent>>
  readonly nextWakeAt?: Instant | undefined
}

/** What one step of knowledge or time brought. `obligations`: all of the subject at `record.asOf`; `effects`: to be sent now; `beliefs`: new lines. */
export type Learned = {
  readonly record: RecordState
  readonly obligations: readonly Obligation[]
  readonly effects: readonly Effect[]
  readonly beliefs: readonly Belief[]
  readonly nextWakeAt: Instant | undefined
}

/** New facts, and where the old ones come from should one of them be late: all that name the subject; those beyond the record's position are ignored. */
export type News = { readonly facts: readonly Fact[]; readonly history?: (() => readonly Fact[]) | undefined }

/** A late fact or a correction refolds: call again with all facts of the subject, old and new. */
export type NeedsHistory = { readonly needs: 'history' }

export function needsHistory(result: Learned | NeedsHistory): result is NeedsHistory {
  return 'needs' in result
}

export function emptyRecord(bound: BoundPlan, subject: Subject, begun?: Begun): RecordState {
  return {
    subject,
    plan: bound.hash,
    ...(begun && { begun }),
    woke: false,
    position: 0,
    base: initialState(bound, subject, begun?.at),
    tail: [],
    later: [],
    unapproved: [],
    believed: {},
    sent: {},
  }
}

/** When time alone will next change something. */
export function nextWake(record: RecordState): Instant | undefined {
  return record.nextWakeAt
}

/** The earliest `recordedAt` that a new fact may carry, so that the ledger's order is the order in which things were believed. */
export function earliestRecordedAt(record: RecordState): Instant | undefined {
  return record.asOf === undefined ? undefined : record.woke ? record.asOf + 1 : record.asOf
}

/** A record being moved on: its own copies, which it may write to. */
type Draft = {
  readonly bound: BoundPlan
  readonly subject: Subject
  readonly begun: Begun | undefined
  asOf: Instant | undefined
  woke: boolean
  position: number
  base: SubjectState
  tail: readonly Seen[]
  later: readonly Seen[]
  unapproved: readonly string[]
  believed: Readonly<Record<string, Believed>>
  sent: Readonly<Record<string, Sent>>
  /** the fold at asOf, time let pass; undefined when base or tail have changed */
  view: Run | undefined
  beliefs: Belief[]
  effects: Effect[]
}

function draftOf(bound: BoundPlan, record: RecordState): Draft {
  const { subject, begun, asOf, woke, position, base, tail, later, unapproved, believed, sent } = record
  return {
    bound,
    subject,
    begun,
    asOf,
    woke,
    position,
    base,
    tail,
    later,
    unapproved,
    believed,
    sent,
    view: undefined,
    beliefs: [],
    effects: [],
  }
}

/** The fold at `asOf`. While only facts came (`hold`), clocks that run out at this very instant stay open. */
function viewOf(draft: Draft): Run {
  return (draft.view ??= foldedAt(draft))
}

function foldedAt(draft: Draft): Run {
  const run = startRun(draft.bound, copyState(draft.base))
  const { asOf, tail, woke } = draft
  if (tail.length > 0) foldInstant(run, tail, !woke && tail[0]!.at === asOf)
  if (asOf !== undefined) advance(run, asOf, woke)
  return run
}

/** Compares what is derived now with what was believed and sent, and writes down the difference. */
function believe(draft: Draft): void {
  const run = viewOf(draft)
  const at = draft.asOf!
  const news = newBeliefs(run, draft.believed, at)
  const sending = newEffects(effects(run), draft.sent, at)
  draft.believed = news.believed
  draft.sent = sending.sent
  draft.beliefs.push(...news.beliefs)
  draft.effects.push(...sending.effects)
}

function commitTail(draft: Draft): void {
  if (draft.tail.length === 0) return
  const run = startRun(draft.bound, copyState(draft.base))
  foldInstant(run, draft.tail)
  draft.base = run.state
  draft.tail = []
}

/** Takes in facts that count at or after the last instant folded. */
function takeIn(draft: Draft, seen: Seen): void {
  if (draft.tail.length > 0 && seen.at > draft.tail[0]!.at) commitTail(draft)
  draft.tail = sortSeen([...draft.tail, seen])
  draft.view = undefined
}

function nextOf(draft: Draft): Instant | undefined {
  const { asOf } = draft
  if (asOf === undefined) return undefined
  const { nextAt } = viewOf(draft).state
  const later = draft.later[0]?.at
  const next = Math.min(nextAt ?? Infinity, later ?? Infinity)
  return next === Infinity ? undefined : Math.max(next, asOf)
}

/** Wakes at every instant at which time alone changes something, up to `until`: late or early wakers leave the same record. */
function wakeUp(draft: Draft, until: Instant, including: boolean): void {
  for (;;) {
    const at = nextOf(draft)
    if (at === undefined || at > until || (at === until && !including)) return
    const due = draft.later.filter((seen) => seen.at <= at)
    if (due.length > 0) {
      draft.later = draft.later.filter((seen) => seen.at > at)
      for (const seen of due) takeIn(draft, seen)
    }
    draft.asOf = at
    draft.woke = true
    advance(viewOf(draft), at, true)
    believe(draft)
  }
}

/** What an approval may speak of: back-filled facts that wait for one, and corrections that do. */
function unapprovedIn(seen: readonly Seen[]): string[] {
  const ids = new Set<string>()
  for (const { fact, role, notes } of seen) {
    if (role === 'settles') ids.add(fact.id)
    for (const note of notes) if (note.kind === 'correction-pending') ids.add(fact.id).add(note.fact ?? fact.id)
  }
  return [...ids]
}

/** Folds everything known at `asOf` from nothing. */
function refold(draft: Draft, facts: readonly Fact[], asOf: Instant): void {
  const known = seeKnown(facts, asOf, readingOf(draft.bound, draft.subject))
  const happened = known.filter((seen) => seen.at <= asOf)
  const last = happened.at(-1)?.at
  const run = startRun(draft.bound, initialState(draft.bound, draft.subject, draft.begun?.at))
  foldAll(
    run,
    happened.filter((seen) => seen.at !== last),
  )
  draft.base = run.state
  draft.tail = happened.filter((seen) => seen.at === last)
  draft.later = known.filter((seen) => seen.at > asOf)
  const asked = facts.filter((fact) => fact.recordedAt <= asOf && asksApproval(fact)).map(({ id }) => id)
  draft.unapproved = [...unapprovedIn(known), ...asked]
}

/** Folds one new fact onto the record; false: it lies before what was folded, or changes how old facts are read. */
function foldNew(draft: Draft, fact: Fact, asOf: Instant): boolean {
  if (isAboutFacts(fact.type)) return false
  const seen = seeFact(fact, readingOf(draft.bound, draft.subject))
  const through = draft.tail[0]?.at ?? -Infinity
  if (seen.some((one) => one.at < through)) return false
  for (const one of seen) {
    if (one.at > asOf) draft.later = sortSeen([...draft.later, one])
    else takeIn(draft, one)
  }
  if (asksApproval(fact) || seen.some((one) => one.role === 'settles')) draft.unapproved = [...draft.unapproved, fact.id]
  return true
}

/** An approval of what waits for none says nothing new. */
function isIdle(draft: Draft, fact: Fact): boolean {
  return fact.type === 'fact.approved' && !draft.unapproved.includes(String(fact.data.of))
}

type Learning = { readonly facts: readonly Fact[]; readonly at: Instant; readonly history: () => readonly Fact[] | undefined }

/** Learns at an instant what is learned at once; false: the whole history is needed. */
function step(draft: Draft, { facts, at, history }: Learning): boolean {
  const asOf = Math.max(at, draft.asOf === undefined ? -Infinity : draft.woke ? draft.asOf + 1 : draft.asOf)
  wakeUp(draft, asOf, false)
  draft.asOf = asOf
  draft.woke = false
  draft.position = Math.max(draft.position, ...facts.map(({ seq }) => seq))
  draft.view = undefined
  if (!facts.every((fact) => isIdle(draft, fact) || foldNew(draft, fact, asOf))) {
    const known = history()
    if (!known) return false
    refold(draft, known, asOf)
  }
  believe(draft)
  return true
}

/** `shownAt`: from where the obligations are looked at; default the instant of the record itself. */
function finish(draft: Draft, shownAt: Instant | undefined = draft.asOf): Learned {
  const { subject, begun, bound, asOf, woke, position, base, tail, later, unapproved, believed, sent, beliefs } = draft
  const nextWakeAt = nextOf(draft)
  const known = { asOf, woke, position, base, tail, later, unapproved, believed, sent, nextWakeAt }
  const record = { subject, plan: bound.hash, ...(begun && { begun }), ...known }
  const shown = asOf === undefined || shownAt === undefined ? [] : obligations(viewOf(draft), shownAt)
  return { record, obligations: shown, effects: draft.effects, beliefs, nextWakeAt }
}

function concerning(bound: BoundPlan, subject: Subject, facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact) => concerns(bound, subject, fact))
}

/**
 * Learns new facts, one by one (those of one import at once) in the order (recordedAt, seq), after waking at every instant before each of them: so it does not matter how facts were
 * grouped into calls or how late the waker was. In-order facts fold onto the record; a late one, or a fact about facts, needs the whole history:
 * without `history` the answer is then `{needs: 'history'}` and nothing has changed. Each new fact's `recordedAt` is not before `earliestRecordedAt(record)`.
 */
export function learn(bound: BoundPlan, record: RecordState, news: readonly Fact[] | News): Learned | NeedsHistory {
  const { facts, history: loader }: News = isList(news) ? { facts: news } : news
  const draft = draftOf(bound, record)
  const fresh = inKnowledgeOrder(concerning(bound, record.subject, facts))
  const coming = new Set(fresh.map((fact) => fact.id))
  let old: readonly Fact[] | undefined
  for (const { facts: some, until, at } of inSteps(fresh, record.begun)) {
    const history = () => {
      if (record.position === 0) return fresh.slice(0, until)
      if (!loader) return undefined
      old ??= concerning(bound, record.subject, loader()).filter((known) => known.seq <= record.position && !coming.has(known.id))
      return merged(old, fresh.slice(0, until))
    }
    if (!step(draft, { facts: some, at, history })) return { needs: 'history' }
  }
  return finish(draft)
}

/**
 * A record that begins with these facts, though others about its owner were known before: those are learned with them, and what was over by then is history.
 * `facts`: those with which it begins, each of which concerns it; `history`: all that it is folded from.
 */
export function begin(bound: BoundPlan, subject: Subject, { facts, history }: Amended): Learned {
  const all = inKnowledgeOrder(concerning(bound, subject, merged(history, facts)))
  const begun =
    all.length > facts.length
      ? { at: Math.max(...all.map(({ recordedAt }) => recordedAt)), position: Math.max(...all.map(({ seq }) => seq)) }
      : undefined
  const draft = draftOf(bound, emptyRecord(bound, subject, begun))
  learnAll(draft, all)
  return finish(draft)
}

/** All that stood in the ledger before. */
export type Amended = { readonly facts: readonly Fact[]; readonly history: readonly Fact[] }

/**
 * Goes on under another binding of the same contract: its plan with an edition more, or with successors to move to. Up to the new facts both say the same;
 * `history`: all facts that name the subject, folded anew, since the new edition has heard them too.
 */
export function adopt(bound: BoundPlan, record: RecordState, { facts, history }: Amended): Learned | NeedsHistory {
  const fresh = new Set(facts.map(({ id }) => id))
  const old = history.filter(({ id }) => !fresh.has(id))
  const position = Math.max(record.position, ...old.map(({ seq }) => seq))
  const { record: known } = refolded(bound, { ...record, position }, old)
  return learn(bound, known, { facts, history: () => [...old, ...facts] })
}

function isList(news: readonly Fact[] | News): news is readonly Fact[] {
  return Array.isArray(news)
}

/** Lets time pass: derives at each instant up to and including `until` at which something changes by itself. */
export function wake(bound: BoundPlan, record: RecordState, until: Instant): Learned {
  const draft = draftOf(bound, record)
  wakeUp(draft, until, true)
  return finish(draft)
}

/**
 * What follows from a record as seen at `now`, without changing it: the same as derive over all its facts, at the price of one look. For pages that show
 * running clocks: time used and left, and what a running pause has taken so far, are as of `now`.
 */
export function lookAt(bound: BoundPlan, record: RecordState, now: Instant): Derivation {
  const draft = draftOf(bound, record)
  wakeUp(draft, now, true)
  if (draft.asOf === undefined) return { obligations: [], effects: [], consequences: [] }
  const run = viewOf(draft)
  return { obligations: obligations(run, Math.max(now, draft.asOf)), effects: effects(run), consequences: consequences(run) }
}

/** What was over before the contract was taken over, as the facts that are known at `now` tell of it: no obligations, and counted nowhere. */
export function historyOf(bound: BoundPlan, record: RecordState, now: Instant): readonly Obligation[] {
  const draft = draftOf(bound, record)
  wakeUp(draft, now, true)
  return draft.asOf === undefined ? [] : historical(viewOf(draft), Math.max(now, draft.asOf))
}

/** The state behind a record as it stands at `now`, time let pass, without changing it. Not to be written to. */
export function stateAt(bound: BoundPlan, record: RecordState, now: Instant): SubjectState {
  const draft = draftOf(bound, record)
  wakeUp(draft, now, true)
  return viewOf(draft).state
}

function learnAll(draft: Draft, known: readonly Fact[]): void {
  for (const { facts, until, at } of inSteps(known, draft.begun)) step(draft, { facts, at, history: () => known.slice(0, until) })
}

/** The whole record of a subject from nothing: all that was ever believed and sent up to and including `until`, and its obligations as seen then. */
export function replay(bound: BoundPlan, facts: readonly Fact[], until: Instant | View): Learned {
  const { asOf, subject = ownerOf(facts) } = typeof until === 'number' ? { asOf: until } : until
  const owner = subject ?? 'ticket/'
  const known = inKnowledgeOrder(concerning(bound, owner, facts).filter((fact) => fact.recordedAt <= asOf))
  const draft = draftOf(bound, emptyRecord(bound, owner))
  learnAll(draft, known)
  wakeUp(draft, asOf, true)
  return finish(draft, asOf)
}

/** The record as it must stand after these facts, at the very step at which `record` stands: what an audit compares byte for byte. */
export function refolded(bound: BoundPlan, record: RecordState, facts: readonly Fact[]): Learned {
  const known = inKnowledgeOrder(concerning(bound, record.subject, facts).filter((fact) => fact.seq <= record.position))
  const draft = draftOf(bound, emptyRecord(bound, record.subject, record.begun))
  learnAll(draft, known)
  if (record.woke && record.asOf !== undefined) wakeUp(draft, record.asOf, true)
  return finish(draft)
}
