import assert from 'node:assert/strict'
import type { Fact, FactSource, FactType, Json, Subject } from '../../fact.ts'
import type { CoverClause, CoverTerm, GateClause, ReplacedPart, RuleClause, RuleEffect } from '../../plan/forms.ts'
import type { Clause, Plan, Value } from '../../plan/types.ts'
import { parseDuration } from '../../time/duration.ts'
import type { Duration } from '../../time/duration.ts'
import { advance, concerns, foldAll, initialState, readingOf, startRun } from '../fold.ts'
import { seeFacts } from '../knowledge.ts'
import { inKnowledgeOrder } from '../record-steps.ts'
import { emptyRecord, learn, needsHistory, replay } from '../record.ts'
import type { Learned } from '../record.ts'
import type { SubjectState } from '../state.ts'
import type { BoundPlan } from '../types.ts'
import { at, event, plan } from '../given.testing.ts'
import type { ClauseText, EventText, PlanText } from '../given.testing.ts'

/** Covers, gates and rules from a few words, beside deadlines in the words of the other tests. */

export function lasting(text: string): Duration {
  const parsed = parseDuration(text)
  assert.ok(parsed, text)
  return parsed
}

function head(id: string) {
  return {
    id,
    title: undefined,
    text: undefined,
    source: [],
    reading: undefined,
    owedBy: 'vendor',
    owner: undefined,
    at: { line: 1, column: 1, path: `promises.${id}` },
  } as const
}

function test(text: string | undefined) {
  return text === undefined ? undefined : { cel: text }
}

const CHOSEN = ['longer-of', 'shorter-of', 'first-of'] as const
export type TermText = string | { readonly [Kind in (typeof CHOSEN)[number]]?: readonly TermText[] }

export function term(text: TermText): CoverTerm {
  if (typeof text !== 'string') {
    const kind = CHOSEN.find((one) => text[one])!
    return { kind, of: text[kind]!.map(term) }
  }
  return text === 'lifetime' || text === 'maker' || text === 'state' ? { kind: text } : { kind: 'duration', duration: lasting(text) }
}

type Terms = TermText | 'none' | 'unstated' | { readonly by: string; readonly rows: Readonly<Record<string, Terms>> }

function terms(text: Terms): Value<CoverTerm> {
  if (text === 'none' || text === 'unstated') return { kind: text }
  if (typeof text === 'string' || !('by' in text)) return { kind: 'scalar', value: term(text) }
  const rows = Object.fromEntries(Object.entries(text.rows).map(([row, inner]) => [row, terms(inner)]))
  return { kind: 'table', by: text.by, rows, otherwise: undefined }
}

export type CoverText = {
  readonly starts?: EventText
  readonly term?: Terms
  readonly replaced?: 'restart' | 'remainder' | `longer-of ${string}` | `add ${string}`
  readonly until?: EventText
  readonly when?: string
} & Partial<Pick<CoverClause, 'per' | 'excludes' | 'gives' | 'title' | 'text' | 'source'>>

function replacedPart(text: string): ReplacedPart {
  const [kind, by] = text.split(' ') as ['restart' | 'remainder' | 'longer-of' | 'add', string | undefined]
  return kind === 'longer-of' || kind === 'add' ? { kind, duration: lasting(by!) } : { kind }
}

export function cover(id: string, text: CoverText): CoverClause {
  const { starts = 'asset.accepted', term: lasts = '24mo', replaced = 'remainder', until, when, ...rest } = text
  return {
    ...head(id),
    form: 'cover',
    per: 'asset',
    excludes: [],
    gives: [],
    ...rest,
    starts: event(starts),
    when: test(when),
    term: terms(lasts),
    replacedPart: replacedPart(replaced),
    until: until === undefined ? undefined : event(until),
  }
}

export type GateText = {
  readonly before: EventText
  readonly needs?: EventText
  readonly allows?: string
  readonly when?: string
} & Partial<Pick<GateClause, 'per' | 'waive' | 'onBroken' | 'title' | 'text' | 'source'>>

export function gate(id: string, text: GateText): GateClause {
  const { before, needs, allows, when, ...rest } = text
  return {
    ...head(id),
    form: 'gate',
    per: 'ticket',
    waive: undefined,
    onBroken: [],
    ...rest,
    before: event(before),
    needs: needs === undefined ? undefined : event(needs),
    allows: test(allows),
    when: test(when),
  }
}

export type RuleText = {
  readonly on: EventText
  /** `then:` of the plan file */
  readonly does: readonly RuleEffect[]
  readonly when?: string
  readonly unless?: EventText
} & Partial<Pick<RuleClause, 'per' | 'times' | 'same' | 'once' | 'title' | 'text' | 'source'>>

export function rule(id: string, text: RuleText): RuleClause {
  const { on, when, unless, does, ...rest } = text
  return {
    ...head(id),
    form: 'rule',
    per: 'ticket',
    times: 1,
    same: [],
    once: 'event',
    ...rest,
    effects: does,
    on: event(on),
    when: test(when),
    unless: unless === undefined ? undefined : event(unless),
  }
}

export type FormsText = Omit<PlanText, 'promises'> & { readonly promises?: Readonly<Record<string, ClauseText>> }

/** A bound plan of these clauses and, beside them, deadlines. */
export function carrying(clauses: readonly Clause[], text: FormsText = {}): BoundPlan {
  const bound = plan({ ...text, promises: text.promises ?? {} })
  const promises: Record<string, Clause> = { ...bound.plan.promises }
  for (const clause of clauses) promises[clause.id] = clause
  const full: Plan = { ...bound.plan, promises }
  return { ...bound, plan: full }
}

export type Told = readonly [when: string, type: FactType, data?: { readonly [key: string]: Json }, how?: How]
type How = {
  readonly id?: string
  readonly on?: Subject
  readonly also?: readonly Subject[]
  readonly recorded?: string
  readonly source?: FactSource
}

const NEAR: Readonly<Record<string, Subject>> = { asset: 'asset/A1', cover: 'asset/A1', contract: 'contract/C1' }

/** Facts from lines of text. About a device unless said otherwise where their noun is one; a ticket's facts name its device. */
export function facts(...lines: readonly Told[]): Fact[] {
  return lines.map(([when, type, data = {}, how = {}], index) => {
    const subject = how.on ?? NEAR[type.split('.')[0]!] ?? 'ticket/T1'
    const occurredAt = at(when)
    return {
      id: how.id ?? `f${index + 1}`,
      seq: index + 1,
      subject,
      also: how.also ?? (subject.startsWith('ticket/') ? ['asset/A1'] : []),
      type,
      occurredAt,
      recordedAt: how.recorded === undefined ? occurredAt : at(how.recorded),
      source: how.source ?? 'system',
      by: undefined,
      data,
    }
  })
}

export type Owner = { readonly subject: Subject; readonly at: string | number }

function instant(when: string | number): number {
  return typeof when === 'number' ? when : at(when)
}

/** The record of an owner after all of this, made by one call. */
export function recordOf(bound: BoundPlan, known: readonly Fact[], { subject, at: when }: Owner): Learned {
  return replay(bound, about(known, subject), { asOf: instant(when), subject })
}

export function about(known: readonly Fact[], subject: Subject): Fact[] {
  return known.filter((fact) => fact.subject === subject || fact.also.includes(subject))
}

/** The record as it grows on a running system: one fact at a time. */
export function livedThrough(bound: BoundPlan, known: readonly Fact[], { subject, at: when }: Owner): Learned {
  const seen = inKnowledgeOrder(about(known, subject)).filter((fact) => fact.recordedAt <= instant(when))
  let record = emptyRecord(bound, subject)
  let last: Learned = { record, obligations: [], effects: [], beliefs: [], nextWakeAt: undefined }
  for (const [index, fact] of seen.entries()) {
    const learned = learn(bound, record, { facts: [fact], history: () => seen.slice(0, index + 1) })
    assert.ok(!needsHistory(learned))
    last = { ...learned, beliefs: [...last.beliefs, ...learned.beliefs], effects: [...last.effects, ...learned.effects] }
    record = learned.record
  }
  return last
}

/** The state folded from nothing, as `derive` does. */
export function derivedState(bound: BoundPlan, known: readonly Fact[], { subject, at: when }: Owner): SubjectState {
  const asOf = instant(when)
  const run = startRun(bound, initialState(bound, subject))
  const own = about(known, subject).filter((fact) => concerns(bound, subject, fact))
  foldAll(run, seeFacts(own, asOf, readingOf(bound, subject)))
  advance(run, asOf, true)
  return run.state
}
