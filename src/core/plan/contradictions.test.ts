import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONTRADICTIONS } from './contradictions.testing.ts'
import { SOUND, change, planOf, sentencesOf } from './given.testing.ts'
import { lintPlan } from './lint.ts'
import { LOCALES } from '../words.ts'

// The contradictions of real commitments, each planted into a sound plan as it stands there, and taken out again.

test('in the plan that they are planted into nothing contradicts itself', () => {
  assert.deepEqual(lintPlan(planOf(SOUND)), [])
})

for (const { title, changes, found, told } of CONTRADICTIONS)
  test(title, () => {
    const planted = changes.reduce((text, [from, to]) => change(from, to, text), SOUND)
    const findings = lintPlan(planOf(planted))
    assert.deepEqual(
      findings.map(({ code }) => code),
      found,
    )
    assert.equal(sentencesOf(findings[0]!)['zh-CN'], told)
    for (const finding of findings) for (const locale of LOCALES) assert.ok(sentencesOf(finding)[locale].length > 10)
  })
