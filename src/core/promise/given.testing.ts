import assert from 'node:assert/strict'
import type { Fact, FactSource, FactType, Json, Subject } from '../fact.ts'
import { isFactType } from '../fact.ts'
import type { DeadlineClause, EventExpr, Plan, PromiseState, Reason, Span, Value } from '../plan/types.ts'
import type { CompiledCalendar } from '../calendar/compile.ts'
import type { Belief, BoundPlan, Derivation, Obligation } from './types.ts'
import type { Learned, NeedsHistory } from './record.ts'
import { compileCalendar } from '../calendar/compile.ts'
import { HOLIDAY_LISTS } from '../calendar/holidays-cn.ts'
import { parseDuration } from '../time/duration.ts'
import { formatInstant, parseInstant } from '../time/instant.ts'
import { derive } from './derive.ts'
import { replay } from './record.ts'

const SHANGHAI = { id: 'Asia/Shanghai', tzdata: '2026a', transitions: [{ at: 0, offsetMs: 8 * 3_600_000 }] }

function calendar(id: string, source: Parameters<typeof compileCalendar>[0]['source'], untilYear = 2030): CompiledCalendar {
  const compiled = compileCalendar({ id, source, zone: SHANGHAI, holidays: HOLIDAY_LISTS, fromYear: 2026, untilYear })
  assert.ok(compiled.ok, JSON.stringify(compiled))
  return compiled.calendar
}

export const CALENDARS: Readonly<Record<string, CompiledCalendar>> = {
  always: calendar('always', { hours: '24x7' }),
  office: calendar('office', { weekly: { 'mon-fri': ['09:00-17:00'] } }),
}

/** `10:00` on Wednesday 30 September 2026 in Shanghai; `10-01 10:00:30` on another day of 2026. */
export function at(text: string): number {
  const [day, time] = text.includes(' ') ? (text.split(' ') as [string, string]) : ['09-30', text]
  const year = day.length > 5 ? '' : '2026-'
  const instant = parseInstant(`${year}${day}T${time}+08:00`)
  assert.ok(instant !== undefined, text)
  return instant
}

/** The way back, for messages that people can read. */
export function clockOf(instant: number | undefined): string | undefined {
  if (instant === undefined) return undefined
  const local = formatInstant(instant + 8 * 3_600_000)
  const time = local
    .slice(11, 23)
    .replace(/\.000$/, '')
    .replace(/:00$/, '')
  return local.startsWith('2026-09-30') ? time : `${local.slice(local.startsWith('2026-') ? 5 : 0, 10)} ${time}`
}

function duration(text: string) {
  const parsed = parseDuration(text)
  assert.ok(parsed, text)
  return parsed
}

function bareEvent(text: string): EventExpr {
  const [head, where] = text.split(' where ') as [string, string | undefined]
  const share = /^(\S+) at (\d+)%$/.exec(head)
  if (share) return { kind: 'share', promise: share[1]!, percent: Number(share[2]) }
  if (isFactType(head)) return { kind: 'fact', type: head, where: where === undefined ? undefined : { cel: where } }
  const [noun, state] = head.split('.') as [string, string]
  if (['opened', 'due', 'kept', 'broken', 'done', 'cancelled'].includes(state))
    return { kind: 'promise', promise: noun, state: state as PromiseState }
  return { kind: 'instant', noun, name: state }
}

/** `arrive.done + 8h`, `loan.delivered where …`, `arrive at 80%`, a list (any of), `{all: […]}`. */
export type EventText = string | readonly EventText[] | { readonly all: readonly EventText[] }

export function event(text: EventText): EventExpr {
  if (typeof text !== 'string') return 'all' in text ? { kind: 'all', of: text.all.map(event) } : { kind: 'any', of: text.map(event) }
  const shifted = /^(.*?) ([+-]) (\d\S*)$/.exec(text)
  if (!shifted) return bareEvent(text)
  const offset = duration(shifted[3]!)
  return { ...bareEvent(shifted[1]!), offset: shifted[2] === '-' ? { ...offset, value: -offset.value } : offset }
}

/** `4h`, `travel + 2h`, `none`, `unstated`, `{by: 'grade', major: '8h', else: '4h'}`. */
export type ValueText = string | { readonly by: string; readonly [row: string]: ValueText }

function value<T>(text: ValueText, read: (text: string) => T): Value<T> {
  if (text === 'none' || text === 'unstated') return { kind: text }
  if (typeof text === 'string') return { kind: 'scalar', value: read(text) }
  const { by, else: otherwise, ...rows } = text
  const table = Object.fromEntries(Object.entries(rows).map(([row, inner]) => [row, value(inner, read)]))
  return { kind: 'table', by, rows: table, otherwise: otherwise === undefined ? undefined : value(otherwise, read) }
}

function span(text: string): Span {
  const travel = text.startsWith('travel + ')
  return { travel, duration: duration(travel ? text.slice(9) : text) }
}

export type ClauseText = {
  readonly starts?: EventText
  readonly due?: EventText
  readonly keptBy: EventText
  readonly unless?: EventText
  readonly when?: string
  readonly within?: ValueText
  readonly target?: ValueText
  readonly calendar?: ValueText
} & Partial<
  Pick<DeadlineClause, 'pauses' | 'excuses' | 'per' | 'regrade' | 'reopen' | 'text' | 'source' | 'onBroken' | 'title' | 'reading'>
>

function clause(id: string, text: ClauseText): DeadlineClause {
  return {
    form: 'deadline',
    id,
    title: text.title,
    text: text.text,
    source: text.source ?? [],
    reading: text.reading,
    owedBy: 'vendor',
    owner: undefined,
    at: { line: 1, column: 1, path: `promises.${id}` },
    starts: text.starts === undefined ? undefined : event(text.starts),
    due: text.due === undefined ? undefined : event(text.due),
    keptBy: event(text.keptBy),
    unless: text.unless === undefined ? undefined : event(text.unless),
    when: text.when === undefined ? undefined : { cel: text.when },
    within: text.within === undefined ? undefined : value(text.within, span),
    target: text.target === undefined ? undefined : value(text.target, span),
    calendar: value(text.calendar ?? 'always', (name) => name),
    pauses: text.pauses ?? [],
    excuses: text.excuses ?? [],
    per: text.per ?? 'ticket',
    regrade: text.regrade ?? 'retroactive',
    reopen: text.reopen ?? 'new',
    onBroken: text.onBroken ?? [],
  }
}

type Judge = (scope: Readonly<Record<string, unknown>>) => boolean

export type PlanText = {
  readonly promises: Readonly<Record<string, ClauseText>>
  readonly reasons?: Readonly<Record<string, Partial<Omit<Reason, 'limit'>> & { readonly limit?: string }>>
  readonly gradeBy?: 'customer' | 'staff'
  readonly tests?: Readonly<Record<string, Judge>>
  readonly bound?: Partial<BoundPlan>
  readonly dimensions?: Plan['dimensions']
}

function reasonsOf(text: PlanText): Record<string, Reason> {
  return Object.fromEntries(
    Object.entries(text.reasons ?? {}).map(([id, reason]) => [
      id,
      {
        id,
        name: reason.name ?? id,
        evidence: reason.evidence ?? false,
        notice: reason.notice,
        limit: reason.limit === undefined ? undefined : duration(reason.limit),
      },
    ]),
  )
}

/** A bound plan from a few words: the parser has tests of its own. */
export function plan(text: PlanText): BoundPlan {
  const made: Plan = {
    id: 'trial',
    title: '试',
    version: 1,
    timezone: 'Asia/Shanghai',
    calendars: {},
    grades: [
      { id: 'major', name: '重大故障' },
      { id: 'general', name: '一般故障' },
    ],
    gradeBy: text.gradeBy ?? 'staff',
    zones: [
      { id: 'city', name: '市区' },
      { id: 'county', name: '郊县' },
    ],
    dimensions: text.dimensions ?? {},
    reasons: reasonsOf(text),
    promises: Object.fromEntries(Object.entries(text.promises).map(([id, one]) => [id, clause(id, one)])),
    later: [],
    charges: [],
    forms: {},
    channels: {},
    roles: {},
  }
  return {
    plan: made,
    terms: [],
    hash: 'h1',
    ref: 'trial@1',
    calendars: CALENDARS,
    tests: new Map(Object.entries(text.tests ?? {})),
    ...text.bound,
  }
}

export type FactText = {
  readonly recorded?: string
  readonly source?: FactSource
  readonly by?: string
  readonly id?: string
  readonly subject?: Subject
  readonly also?: readonly Subject[]
}

/** A story of facts: `given(plan).fact('10:00', 'ticket.reported', {grade: 'major'})…`, looked at from any instant. */
export class Story {
  readonly bound: BoundPlan
  readonly facts: readonly Fact[]

  constructor(bound: BoundPlan, facts: readonly Fact[] = []) {
    this.bound = bound
    this.facts = facts
  }

  fact(when: string, type: FactType, data: { readonly [key: string]: Json } = {}, how: FactText = {}): Story {
    const seq = this.facts.length + 1
    const occurredAt = at(when)
    const made: Fact = {
      id: how.id ?? `f${seq}`,
      seq,
      subject: how.subject ?? 'ticket/T1',
      also: how.also ?? [],
      type,
      occurredAt,
      recordedAt: how.recorded === undefined ? occurredAt : at(how.recorded),
      source: how.source ?? 'system',
      by: how.by,
      data,
    }
    return new Story(this.bound, [...this.facts, made])
  }

  seen(when: string): Derivation {
    return derive(this.bound, this.facts, { asOf: at(when), subject: 'ticket/T1' })
  }

  /** The newest instance of a promise, as seen from an instant. */
  find(promise: string, when: string): Obligation | undefined {
    return this.seen(when).obligations.findLast((one) => one.promise === promise)
  }

  obligation(promise: string, when: string): Obligation {
    const found = this.find(promise, when)
    assert.ok(found, `no ${promise} at ${when}`)
    return found
  }

  replayed(until: string): Learned {
    return replay(this.bound, this.facts, { asOf: at(until), subject: 'ticket/T1' })
  }

  /** `promise state` as first believed at each instant. */
  beliefs(until: string): string[] {
    return this.replayed(until).beliefs.map((belief) => `${clockOf(belief.at)} ${belief.promise} ${belief.state}`)
  }

  /** What is believed, in words: state, and the instants that are set. */
  says(promise: string, when: string): string {
    const found = this.find(promise, when)
    return found ? describe(found) : 'none'
  }
}

/** `broken at 10:30 done 11:00`, `open due 10:30`, `paused due 10:30`, `kept at 10:20`. */
export function describe(one: Obligation | Belief): string {
  const parts: string[] = [one.state]
  if (one.state === 'open' || one.state === 'paused') parts.push(`due ${clockOf(one.dueAt) ?? 'open-ended'}`)
  if (one.keptAt !== undefined) parts.push(`at ${clockOf(one.keptAt)}`)
  if (one.brokenAt !== undefined) parts.push(`at ${clockOf(one.brokenAt)}`)
  if (one.brokenAt !== undefined && one.fulfilledAt !== undefined) parts.push(`done ${clockOf(one.fulfilledAt)}`)
  return parts.join(' ')
}

export function given(text: PlanText): Story {
  return new Story(plan(text))
}

export function learned(result: Learned | NeedsHistory): Learned {
  assert.ok(!('needs' in result), 'needs history')
  return result
}
