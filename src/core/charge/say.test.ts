import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import { charge } from './charge.ts'
import { billOf, PARTS, tariff } from './given.testing.ts'
import { sayCharge } from './say.ts'
import { toldBills } from './told.testing.ts'
import { TOLD as EN } from './told.en.testing.ts'
import { TOLD as ZH_CN } from './told.zh-CN.testing.ts'
import { TOLD as ZH_TW } from './told.zh-TW.testing.ts'

const TOLD = { 'zh-CN': ZH_CN, 'zh-TW': ZH_TW, en: EN } as const

for (const locale of LOCALES)
  test(`a bill is read aloud, whole: ${locale}`, () => {
    assert.deepEqual(toldBills(locale), TOLD[locale])
  })

const said = (lines: readonly string[], known = {}, items = [PARTS]) => {
  const bound = tariff(...lines)
  return sayCharge(charge(bound, billOf(items, known)), bound, 'zh-CN')
}

test('a line without a text is told by what it speaks of, and one that speaks of all by that', () => {
  assert.ok(said(['when: \'cover == "none"\', parts: list']).includes('  依据：第 1 条，按价目表。质保为无'))
  assert.ok(said(['labour: free', 'parts: list']).includes('  依据：第 2 条，按价目表。不论何种情况'))
})

test('a condition that cannot be judged says so and not that something is missing', () => {
  assert.equal(said(['when: nth, parts: list'], { nth: 2 })[0], '· 配件：待定：按现有情况判断不了，请核对条件')
})

test('an amount that no bill can carry says what to check', () => {
  const huge = { ...PARTS, quantity: 1_000_000, listFen: 10_000_000_000 }
  assert.equal(said(['parts: list'], {}, [huge])[0], '· 配件：金额过大，请核对数量与单价')
})

test('a surcharge is a share of what is charged, not of the price list', () => {
  assert.deepEqual(said(['parts: list, surcharge: 20%']).slice(-4), [
    '· 加收：200.00 元',
    '  加在 1000.00 元之上',
    '  依据：第 1 条，所收费用的 20%。不论何种情况',
    '合计：1200.00 元',
  ])
})

test('no bill has a place left empty, a key or a raw code in it', () => {
  for (const locale of LOCALES)
    for (const lines of Object.values(toldBills(locale)))
      assert.doesNotMatch(lines.join('\n'), /\{\w+\}|undefined|NaN|\[object|at-cost|freight-/, locale)
})
