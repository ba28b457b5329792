import type { Fact, FactType, Json, Subject } from '../fact.ts'
import { at } from './given.testing.ts'
import { boundFrom } from './from-yaml.testing.ts'
import { amendedPlan } from './amended.ts'
import { derive } from './derive.ts'
import { told } from './from-yaml.testing.ts'
import type { BoundPlan, Obligation } from './types.ts'

export const CONTRACT: Subject = 'contract/K1'
export const AMENDMENT = 'amendment'

const HEAD = `plan: jidian
title: 机电设备售后服务
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
`

/** A plan of these clauses (each line as it stands under `promises:`). */
export function version(number: number, ...clauses: readonly string[]): BoundPlan {
  return boundFrom(`${HEAD}version: ${number}\npromises:\n${clauses.map((one) => `  ${one}\n`).join('')}`)
}

export type Line = readonly [when: string, type: FactType, data?: { readonly [key: string]: Json }]

/** Facts about the contract in the order in which they were recorded, each when it happened. An amendment is named by `AMENDMENT`. */
export function lines(...happened: readonly Line[]): Fact[] {
  return happened.map(([when, type, data = {}], index) => ({
    id: type === 'contract.amended' ? AMENDMENT : `f${index + 1}`,
    seq: index + 1,
    subject: CONTRACT,
    also: [],
    type,
    occurredAt: at(when),
    recordedAt: at(when),
    source: 'system',
    by: undefined,
    data,
  }))
}

export type Amendment = { readonly before: BoundPlan; readonly after: BoundPlan }

export function amended({ before, after }: Amendment): BoundPlan {
  return amendedPlan(before, after, AMENDMENT)
}

export function seen(bound: BoundPlan, facts: readonly Fact[], when: string): readonly Obligation[] {
  return derive(bound, facts, { asOf: at(when), subject: CONTRACT }).obligations
}

export function says(bound: BoundPlan, facts: readonly Fact[], when: string): string[] {
  return told(seen(bound, facts, when))
}
