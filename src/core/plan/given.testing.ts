import assert from 'node:assert/strict'
import { loadPlan, readPlanText } from '../../server/plan-file.ts'
import { LOCALES } from '../words.ts'
import type { Locale } from '../words.ts'
import type { PlanNode } from './node.ts'
import { sayFinding } from './say.ts'
import type { Params, Report } from './shape.ts'
import type { Finding, Plan } from './types.ts'

/** A pump maker's commitment in which nothing is wrong and nothing is left to ask: tests plant one mistake into it and take it out again. */
export const SOUND = `plan: lanling
title: 蓝岭泵站维保承诺
version: 3
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  desk: {weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}
grades:
  - {id: major, name: 停机}
  - {id: general, name: 异响}
zones:
  - {id: city, name: 市区}
  - {id: county, name: 郊县}
dimensions:
  hours: {values: [5x8, 7x24], set-by: contract, name: 服务时段}
reasons:
  customer-deferred: {name: 客户改期, evidence: required, notice: customer, limit: 5d}
  flood: {name: 汛期封路}
promises:
  reply:
    title: 回电
    text: 接报后半小时之内回电。
    source: [L-1]
    deadline:
      starts: ticket.reported
      kept-by: ticket.replied
      within: 30min
      target: 10min
      calendar: {by: hours, 5x8: desk, 7x24: always}
  onsite:
    title: 到站
    text: 市区当日到站，郊县次日到站。
    source: [L-2]
    deadline:
      starts: 'ticket.reported where type == "fault"'
      kept-by: visit.arrived
      within: {by: zone, city: 8h, county: travel + 2h}
      unless: remote.solved
      pauses: [customer-deferred]
  pump-repair:
    title: 修复
    text: 到站之后按故障轻重限时修复。
    source: [L-3, L-4]
    deadline:
      starts: onsite.done
      kept-by: ticket.restored
      within: {by: grade, major: 4h, general: 2d}
      excuses: [flood]
      on-broken: [{escalate: service-manager}]
later:
  - {id: spare-pumps, text: 本地备泵不少于在用数的三十分之一。, source: [L-5]}
`

/** The text with one passage exchanged; the passage must stand there exactly once, so that a test never changes nothing. */
export function change(from: string, to: string, text: string = SOUND): string {
  assert.equal(text.split(from).length, 2, `stands there once: ${from}`)
  return text.replace(from, () => to)
}

export function planOf(text: string): Plan {
  const parsed = loadPlan(text)
  assert.ok(parsed.ok, tell(parsed.findings).join('\n'))
  return parsed.plan
}

export function findingsOf(text: string): readonly Finding[] {
  return loadPlan(text).findings
}

/** `12:5 promises.reply.deadline.within bad-value`, as an editor would list it. */
export function tell(findings: readonly Finding[]): string[] {
  return findings.map(({ at, code }) => [`${at.line}:${at.column}`, at.path, code].filter(Boolean).join(' '))
}

/** The sentence of a finding in every language, none of them with a place left empty or a wrong value put in. */
export function sentencesOf(finding: Finding): Readonly<Record<Locale, string>> {
  const said = Object.fromEntries(LOCALES.map((locale) => [locale, sayFinding(finding, locale)])) as Record<Locale, string>
  for (const sentence of Object.values(said)) assert.doesNotMatch(sentence, /\{\w+\}|undefined|\[object/, finding.code)
  return said
}

/** A tree of plain data as a plan file would give it. */
export function nodeOf(text: string): PlanNode {
  const read = readPlanText(text)
  assert.ok(read.ok, `not YAML: ${text}`)
  return read.node
}

export type Told = { readonly code: string; readonly path: string; readonly params: Params; readonly line: number; readonly column: number }

/** Reads YAML by one shape and keeps what it reports. */
export function reading<T>(
  shape: { readonly read: (node: PlanNode, path: string, report: Report) => T },
  text: string,
  path = 'here',
): { readonly value: T; readonly told: readonly Told[] } {
  const told: Told[] = []
  const report: Report = (code, { node, path: at }, params = {}) => {
    told.push({ code, path: at, params, line: node.at.line, column: node.at.column })
  }
  return { value: shape.read(nodeOf(text), path, report), told }
}
