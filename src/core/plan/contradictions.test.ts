import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONTRADICTIONS } from './contradictions.testing.ts'
import { SOUND, change, planOf, sentencesOf } from './given.testing.ts'
import { contradictionsIn, lintPlan } from './lint.ts'
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

const second = (within: string): string =>
  change(
    '\nlater:',
    `\n  second:\n    text: 一小时内回电。\n    source: [L-7]\n    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: ${within}}\nlater:`,
  )
const contrary = (text: string) => contradictionsIn(planOf(text)).map(({ code, severity, clauses }) => [code, severity, ...clauses])

test('a reading of either clause says which of two numbers is meant; until then nobody signs', () => {
  assert.deepEqual(contrary(second('1h')), [['lint-same-events', 'error', 'reply', 'second']])
  for (const source of ['    source: [L-1]\n', '    source: [L-7]\n'])
    assert.deepEqual(contrary(change(source, `${source}    reading: 以三十分钟为准\n`, second('1h'))), [])
  assert.deepEqual(
    contrary(change('within: 30min', 'within: 1h', second('60min, calendar: {by: hours, 5x8: desk, 7x24: always}'))),
    [],
    'sixty minutes are an hour',
  )
  assert.deepEqual(contrary(second('unstated')), [], 'what has no number is asked for, and may be agreed on by a term')
  assert.ok(lintPlan(planOf(second('unstated'))).some(({ code, severity }) => code === 'lint-same-events' && severity === 'question'))
})

test('two rights that give the same from other days are signed once a reading says which holds; a visit promised twice may be two visits', () => {
  const planted = (title: RegExp) => {
    const { changes } = CONTRADICTIONS.find((one) => title.test(one.title))!
    return contrary(changes.reduce((text, [from, to]) => change(from, to, text), SOUND))
  }
  assert.deepEqual(planted(/^a warranty from the signed form/), [['lint-covers-differ', 'error', 'signed', 'passed']])
  assert.deepEqual(planted(/^three days to take/), [['lint-events-overlap', 'error', 'mailed', 'taken']])
  assert.deepEqual(planted(/^four visits a year/), [])
})
