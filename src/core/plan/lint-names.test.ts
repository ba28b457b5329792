import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparePlans } from './compare.ts'
import { sayDifference } from './compare-words.ts'
import { sayCondition } from './condition-words.ts'
import { explainPlan } from './explain.ts'
import { SOUND, change, findingsOf, planOf, sentencesOf, tell } from './given.testing.ts'
import { lintPlan } from './lint.ts'
import { placeWords, termWords } from './open-words.ts'
import { PLANTED_NAMES, SIZES } from './planted-names.testing.ts'
import { LOCALES } from '../words.ts'

for (const { code, change: planted, told, named } of PLANTED_NAMES)
  test(`${code} is asked where people would read an id, and no more once it has a name`, () => {
    const findings = lintPlan(planOf(change(...planted))).filter((one) => one.code.endsWith('-nameless'))
    assert.deepEqual(
      findings.map((one) => [one.code, one.severity, sentencesOf(one)['zh-CN']]),
      [[code, 'question', told]],
    )
    const answered = lintPlan(planOf(change(...named))).map((one) => one.code)
    assert.deepEqual(
      answered.filter((one) => one.endsWith('-nameless')),
      [],
    )
  })

/** The arrival by the size of the device, and another one for big ones alone. */
const SIZED = [
  SIZES,
  ['within: {by: zone, city: 8h, county: travel + 2h}', 'within: {by: size, big: 8h, small: 12h}'],
  ['      unless: remote.solved\n', `      unless: remote.solved\n      when: 'size != "small"'\n`],
] as const
const sized = SIZED.reduce((text, [from, to]) => change(from, to, text), SOUND)

test('a dimension and its values are read by their names, wherever the plan is said', () => {
  const plan = planOf(sized)
  assert.deepEqual(plan.dimensions.size, {
    id: 'size',
    name: '机型',
    values: ['big', 'small'],
    names: { big: '大型机', small: '小型机' },
    setBy: 'asset',
  })
  for (const locale of LOCALES) {
    const said = explainPlan(plan, locale).join('\n')
    assert.match(said, /大型机/)
    assert.match(said, /机型/)
    assert.doesNotMatch(said, /\b(big|small|size)\b|\bhours:/, locale)
  }
  assert.equal(sayCondition('size == "big"', plan, 'zh-CN'), '机型为大型机')
  assert.equal(placeWords(plan, 'dimensions.hours', 'zh-CN'), '服务时段')
  assert.equal(termWords(plan, { key: 'dimensions.size', value: 'big' }, 'zh-CN'), '大型机')
  assert.equal(termWords(plan, { key: 'dimensions.hours', value: '7x24' }, 'zh-CN'), '7x24')
  const other = planOf(sized.replace('[{id: big, name: 大型机}, ', '[{id: big, name: 重型机}, '))
  const names = { a: '甲', b: '乙' }
  assert.deepEqual(
    comparePlans(plan, other).map((one) => sayDifference(one, { plans: { a: plan, b: other }, names }, 'zh-CN')),
    ['划分“机型”。甲：分为 大型机、小型机；乙：分为 重型机、小型机'],
  )
})

test('a value with a name is a row like any other, and one without its name or its id is refused with its line', () => {
  assert.deepEqual(tell(findingsOf(sized.replace('big: 8h, small: 12h', 'big: 8h'))), ['38:15 promises.onsite.deadline.within missing-row'])
  const nameless = change(...SIZES).replace('{id: big, name: 大型机}', '{id: big}')
  assert.deepEqual(
    findingsOf(nameless).map(({ code, at }) => [code, at.path]),
    [['missing-key', 'dimensions.size.values[0]']],
  )
})
