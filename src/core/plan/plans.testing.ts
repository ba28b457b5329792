import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json } from '../fact.ts'
import { dueCalculator } from '../promise/due.ts'
import { Story, at, clockOf } from '../promise/given.testing.ts'
import type { BoundPlan } from '../promise/types.ts'
import { bindWithZones } from '../../server/plan-binding.ts'
import { loadPlan } from '../../server/plan-file.ts'
import type { Plan, Term } from './types.ts'

const FOLDER = join(import.meta.dirname, '../../../plans')

export const PLAN_FILES: readonly string[] = globSync('*.yaml', { cwd: FOLDER }).sort()

/** What editors read beside the plans. */
export function editorSchema(): unknown {
  return JSON.parse(readFileSync(join(FOLDER, 'plan.schema.json'), 'utf8'))
}

export function bundledText(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8')
}

/** A bundled plan as it stands in the repository; every finding fails, with its place. */
export function bundled(id: string): Plan {
  const parsed = loadPlan(bundledText(`${id}.yaml`))
  assert.ok(parsed.ok, JSON.stringify(parsed.findings))
  return parsed.plan
}

export function agreed(id: string, terms: Readonly<Record<string, string>> = {}): BoundPlan {
  const list: Term[] = Object.entries(terms).map(([key, value]) => ({ key, value, source: 'annex' }))
  const result = bindWithZones(bundled(id), list)
  assert.ok(result.ok, JSON.stringify(result))
  return result.bound
}

/** `10:00` on Wednesday 30 September 2026, the day before the autumn holidays, or `10-09 10:00`; what the clock answers in the same words. */
export function dueAfter(bound: BoundPlan, promise: string): (start: string, data?: { readonly [key: string]: Json }) => string {
  const calculate = dueCalculator(bound, promise)
  assert.ok(calculate, promise)
  return (start, data = {}) => {
    const found = calculate(at(start), data)
    assert.ok(found, promise)
    return `${clockOf(found.dueAt) ?? 'no number'}${found.provisional ? ' provisional' : ''}`
  }
}

export function story(bound: BoundPlan): Story {
  return new Story(bound)
}
