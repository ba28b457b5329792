import assert from 'node:assert/strict'
import type { Fact, Subject } from '../fact.ts'
import type { LevelClause, RecurringClause } from '../plan/forms.ts'
import type { Term } from '../plan/types.ts'
import type { Instant } from '../time/instant.ts'
import type { Obligation } from './types.ts'
import { livedThrough, recordOf } from './cover/given.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { derive } from './derive.ts'
import { boundFrom, story } from './from-yaml.testing.ts'
import { clockOf } from './given.testing.ts'
import { refolded, wake } from './record.ts'
import type { BoundPlan } from './types.ts'

/** Clauses that recur and levels, from the lines of a plan file as a service manager writes them. */

const HEAD = `plan: rhythm
title: 定期服务承诺
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  office: {weekly: {mon-fri: ["09:00-17:00"]}, holidays: CN}
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
dimensions:
  class: {values: [core, edge], set-by: asset}
reasons:
  storm: {name: 台风, evidence: required}
  drill: {name: 演练}
  deferred: {name: 客户改期}
roles:
  lead: {name: 项目负责人, side: vendor}
promises:
`

type More = {
  /** further clauses, as the file writes them */
  readonly more?: string
  readonly terms?: readonly Term[]
}

/** One clause called `care`, and what else the plan says. */
export function planOf(form: 'recurring' | 'level', written: string, { more = '', terms = [] }: More = {}): BoundPlan {
  const body = written
    .trim()
    .split('\n')
    .map((one) => `      ${one.trim()}`)
    .join('\n')
  return boundFrom(
    `${HEAD}  care:\n    title: 定期服务\n    text: 按约定定期服务。\n    source: [R-1]\n    ${form}:\n${body}\n${more}`,
    terms,
  )
}

export function recurring(bound: BoundPlan): RecurringClause {
  const clause = bound.plan.promises.care
  assert.ok(clause?.form === 'recurring')
  return clause
}

export function level(bound: BoundPlan): LevelClause {
  const clause = bound.plan.promises.care
  assert.ok(clause?.form === 'level')
  return clause
}

export const CONTRACT: Subject = 'contract/C1'

/** `2 open 03-31 → 06-30`: number, state, the window's first instant and the due instant, and the verdict's where it is another. */
export function line(one: Obligation): string {
  const { from } = (one.why.detail ?? {}) as { readonly from?: number }
  const verdict = one.keptAt ?? one.brokenAt ?? one.endedAt
  const at = verdict === undefined || verdict === one.dueAt ? [] : [`at ${clockOf(verdict)}`]
  const late = one.brokenAt !== undefined && one.fulfilledAt !== undefined ? [`done ${clockOf(one.fulfilledAt)}`] : []
  return [one.episode, one.state, `${clockOf(from) ?? '?'} → ${clockOf(one.dueAt) ?? 'open'}`, ...at, ...late].join(' ')
}

/** What has become of `care` under a contract, live, replayed and derived at once. */
export function care(bound: BoundPlan, told: readonly Told[], when: string, subject: Subject = CONTRACT): Obligation[] {
  return story(bound, told, { subject, at: when }).obligations.filter(({ promise }) => promise === 'care')
}

export function lines(bound: BoundPlan, told: readonly Told[], when: string, subject: Subject = CONTRACT): string[] {
  return care(bound, told, when, subject).map(line)
}

/** A deed of the contract: what a visit, a report or a survey says, and that it belongs to the contract. */
export function deed(when: string, type: Told[1], data: NonNullable<Told[2]> = {}, how: NonNullable<Told[3]> = {}): Told {
  return [when, type, data, { on: 'visit/V1', also: [CONTRACT], ...how }]
}

export const ACCEPTED: Told = ['2026-01-31 10:00', 'contract.accepted', {}, { on: CONTRACT }]

/** Lived through fact by fact, replayed at once, folded anew and derived from what was known in any order: it is one record. */
export function demandOneRecord(bound: BoundPlan, facts: readonly Fact[], when: Instant): void {
  const lived = livedThrough(bound, facts, { subject: CONTRACT, at: when })
  const live = wake(bound, lived.record, when)
  const replayed = recordOf(bound, facts, { subject: CONTRACT, at: when })
  assert.deepEqual(live.record, replayed.record)
  assert.deepEqual(refolded(bound, live.record, facts).record, live.record)
  const known = facts.filter(({ recordedAt }) => recordedAt <= when)
  assert.deepEqual(replayed.obligations, derive(bound, known.toReversed(), { asOf: when, subject: CONTRACT }).obligations)
}
