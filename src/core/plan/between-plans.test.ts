import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BETWEEN_PLANS } from './between-plans.testing.ts'
import { comparePlans } from './compare.ts'
import { sayDifference } from './compare-words.ts'
import { SOUND, change, planOf } from './given.testing.ts'
import { lintPlan } from './lint.ts'
import { LOCALES } from '../words.ts'
import type { Locale } from '../words.ts'
import type { Plan } from './types.ts'

// The contradictions between real commitments, each planted into two copies of one sound plan, and taken out again.

const NAMES = { 'zh-CN': { a: '甲', b: '乙' }, 'zh-TW': { a: '甲', b: '乙' }, en: { a: 'A', b: 'B' } } as const

function planted(changes: readonly (readonly [from: string, to: string])[]): Plan {
  return planOf(changes.reduce((text, [from, to]) => change(from, to, text), SOUND))
}

/** What is told beside the clauses that one plan has and the other lacks. */
function against(a: Plan, b: Plan, locale: Locale): string[] {
  const compared = { plans: { a, b }, names: NAMES[locale] }
  const differences = comparePlans(a, b).filter(({ kind }) => kind !== 'only')
  return differences.map((one) => sayDifference(one, compared, locale))
}

for (const one of BETWEEN_PLANS)
  test(one.title, () => {
    const [a, b] = [planted(one.a), planted(one.b)]
    for (const plan of [a, b]) assert.deepEqual(lintPlan(plan), [], 'neither contradicts itself')
    assert.deepEqual(against(a, b, 'zh-CN'), one.told['zh-CN'])
    assert.deepEqual(against(a, b, 'en'), one.told.en)
    for (const sentence of against(a, b, 'zh-TW')) assert.doesNotMatch(sentence, /[{}]|undefined|\b(ticket|visit|survey)\.[a-z]/)
    const sound = planted([])
    for (const locale of LOCALES) {
      assert.deepEqual(against(sound, sound, locale), [])
      assert.deepEqual(against(a, a, locale), [])
      assert.deepEqual(against(b, b, locale), [])
    }
  })
