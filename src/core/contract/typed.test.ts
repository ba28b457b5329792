import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UNITS } from '../time/duration.ts'
import { LOCALES } from '../words.ts'
import { hoursOf, partsOf, spanOf, textOf } from './typed.ts'

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
    for (const unit of UNITS) for (const size of [1, 12]) assert.equal(spanOf(textOf(`${size}${unit}`, locale)), `${size}${unit}`, locale)
  for (const text of ['7x24', 'travel + 2h']) assert.equal(textOf(text, 'zh-CN'), text)
})

test('hours are typed as people write them, several parts of a week one after the other', () => {
  assert.deepEqual(hoursOf('24x7'), { hours: '24x7' })
  assert.deepEqual(hoursOf(' mon-fri 09:00-12:00 13:00-17:30; sat 09:00-12:00 CN'), {
    weekly: { 'mon-fri': ['09:00-12:00', '13:00-17:30'], sat: ['09:00-12:00'] },
    holidays: 'CN',
  })
})

test('a value that stands comes back as it was typed', () => {
  for (const text of ['24x7', 'mon-fri 09:00-17:30', 'mon-fri 09:00-12:00 13:00-17:30; sat 09:00-12:00 CN'])
    assert.equal(textOf(hoursOf(text), 'zh-CN'), text)
  assert.equal(textOf('4h', 'zh-CN'), '4 小时')
  assert.equal(textOf(5, 'zh-CN'), '5')
})

test('prices of parts are typed a part a line and come back so', () => {
  const typed = 'P-100 水泵 1200.00\nP-7 机械 密封 18'
  assert.deepEqual(partsOf(`${typed}\n\n`), [
    { code: 'P-100', name: '水泵', price: '1200.00' },
    { code: 'P-7', name: '机械 密封', price: '18' },
  ])
  assert.equal(textOf(partsOf(typed)), typed)
})
