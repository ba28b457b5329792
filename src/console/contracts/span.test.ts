import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UNITS } from '../../core/time/duration.ts'
import { LOCALES } from '../../core/words.ts'
import { spanOf } from '../../core/contract/typed.ts'
import { spanWords } from './span.ts'

test('a length of time is typed as people write it', () => {
  for (const [typed, span] of [
    ['8 小时', '8h'],
    ['30分钟', '30min'],
    [' 3 个月 ', '3mo'],
    ['1年', '1y'],
    ['5 个工作日', '5wd'],
    ['0.5 個工作日', '0.5wd'],
    ['2 days', '2d'],
    ['4h', '4h'],
  ] as const)
    assert.equal(spanOf(typed), span)
})

test('what is no length of time stays as it was typed, for the plan to refuse', () => {
  for (const typed of ['半天', '尽快', '1.5 个月', '', 'travel + 2h']) assert.equal(spanOf(typed), typed)
})

test('what is read in words can be typed back, in every language and unit', () => {
  for (const locale of LOCALES)
    for (const unit of UNITS)
      for (const size of [1, 12]) assert.equal(spanOf(spanWords(`${size}${unit}`, locale)), `${size}${unit}`, locale)
  assert.equal(spanWords('8h', 'zh-CN'), '8 小时')
  assert.equal(spanWords('7x24', 'zh-CN'), '7x24')
})
