import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureKey, figuresIn, numberIn, withoutFigures } from './figures.ts'

const keys = (text: string) => figuresIn(text).map(figureKey)

test('a span of time is the same however it is written', () => {
  for (const text of ['半小时内', '30 分钟内', '３０分钟', 'within 30 minutes', '三十分钟', '0.5 小时', '30min'])
    assert.deepEqual(keys(text), ['minutes 30'], text)
  for (const text of ['二十四小时', '24 小时', '24h', '一天', '1 日内', 'one hour is no figure, 24 hours is'])
    assert.deepEqual(keys(text), ['minutes 1440'], text)
  for (const text of ['两年', '24 个月', '二十四个月', '2 years']) assert.deepEqual(keys(text), ['months 24'], text)
  for (const text of ['一个半小时', '1.5 小时', '90 分钟']) assert.deepEqual(keys(text), ['minutes 90'], text)
  for (const text of ['半年', '6 个月', '两个季度']) assert.deepEqual(keys(text), ['months 6'], text)
})

test('days, working days and months are three kinds of span', () => {
  assert.deepEqual(keys('3 天、3 个工作日、3 个月'), ['minutes 4320', 'workdays 3', 'months 3'])
  assert.deepEqual(keys('within 5 business days'), ['workdays 5'])
})

test('a rhythm without a number has one', () => {
  assert.deepEqual(keys('每季度上门'), ['months 3'])
  assert.deepEqual(keys('每三个月上门'), ['months 3'])
  assert.deepEqual(keys('每个月回访，每年总结，每周巡检'), ['months 1', 'months 12', 'minutes 10080'])
  assert.deepEqual(keys('每半年检测'), ['months 6'])
  assert.deepEqual(keys('a monthly call'), ['months 1'])
})

test('shares, money, distance, temperature and hours of the day are read', () => {
  assert.deepEqual(keys('完好率不低于 98%'), ['percent 98'])
  assert.deepEqual(keys('按合同价的百分之五'), ['percent 5'])
  assert.deepEqual(keys('每次 1,200 元，合计 3 万元'), ['yuan 1200', 'yuan 30000'])
  assert.deepEqual(keys('50 公里以外，温度 18 至 26℃'), ['kilometres 50', 'degrees 18', 'degrees 26'])
  assert.deepEqual(keys('9:00 至 17:30'), ['clock 540', 'clock 1050'])
  assert.deepEqual(keys('上午 8 点半'), ['clock 510'])
  assert.deepEqual(keys('赔付 3 倍'), ['times 3'])
})

test('around the clock is a figure of its own', () => {
  for (const text of ['7×24 小时', '7x24', '24×7', '７×２４小时热线', '全天候', '7 天 × 24 小时'])
    assert.deepEqual(keys(text), ['always 1'], text)
})

test('both ends of a range are figures', () => {
  assert.deepEqual(keys('5 至 10 个工作日'), ['workdays 5', 'workdays 10'])
  assert.deepEqual(keys('两到四小时'), ['minutes 120', 'minutes 240'])
})

test('dates, ordinals, numbers of clauses and models are no figures', () => {
  const none = [
    '2026 年 3 月 1 日',
    '2025-06-30',
    '3 月 15 日前',
    '二〇二六年三月一日',
    '第三条',
    '第 2 年',
    '3.2 响应',
    'HT-2025-031',
    'LSB-680',
    '十分重要',
    '三分之一',
    '1 月份',
    '一、总则',
    '日常',
    '周期',
    '年度',
  ]
  for (const text of none) assert.deepEqual(keys(text), [], text)
})

test('one of something says little, two of it do not', () => {
  assert.deepEqual(
    figuresIn('一台备机、两名工程师').map(({ weak }) => weak),
    [true, false],
  )
})

test('a figure knows its place in the text', () => {
  const text = '报修后３０分钟内答复。'
  const [{ from, to } = { from: 0, to: 0 }] = figuresIn(text)
  assert.equal(text.slice(from, to), '３０分钟')
  assert.equal(withoutFigures(text), '报修后 内答复。')
})

test('Chinese numbers are read by their places', () => {
  const read = Object.entries({
    十: 10,
    十二: 12,
    二十: 20,
    四十八: 48,
    一百二十: 120,
    三千: 3000,
    两万: 20_000,
    两: 2,
    半: 0.5,
    二〇: 20,
    一百零五: 105,
  })
  for (const [written, value] of read) assert.equal(numberIn(written), value, written)
})

test('a clause of a contract gives its figures in their order', () => {
  const clauses: Readonly<Record<string, readonly string[]>> = {
    '接到报修后 30 分钟答复，2 小时到场，8 小时修复': ['minutes 30', 'minutes 120', 'minutes 480'],
    '质保期 36 个月，到期前十天书面通知': ['months 36', 'minutes 14400'],
    '周一至周五 9:00–17:30，节假日除外': ['clock 540', 'clock 1050'],
    '每月回访一次，每季度上门一次，每年大修一次': ['months 1', 'count 1', 'months 3', 'count 1', 'months 12', 'count 1'],
    备件不少于在保设备的百分之三: ['percent 3'],
    '超过 50 公里的，每公里加收 3 元': ['kilometres 50', 'yuan 3'],
    '押金 2 万元，归还后 15 天内退回': ['yuan 20000', 'minutes 21600'],
    系统开通后的头四周派一至两人: ['minutes 40320', 'count 1', 'count 2'],
    返厂维修二十个工作日内完成: ['workdays 20'],
    '机房温度保持 18 至 26℃': ['degrees 18', 'degrees 26'],
    'Reply within half an hour is said in words; 4 hours on site, quarterly visits': ['minutes 240', 'months 3'],
    '按合同第 3.2 条于 2026 年 3 月 1 日前办理': [],
    '热线 7×24 小时开通': ['always 1'],
  }
  for (const [text, figures] of Object.entries(clauses)) assert.deepEqual(keys(text), figures, text)
})

test('a figure of which nothing is known is passed over, and a long row of digits takes no time', () => {
  assert.deepEqual(keys('40 吨、3 路、12 层'), [])
  assert.deepEqual(keys('1'.repeat(200_000)), [])
  assert.deepEqual(keys(`${' '.repeat(200_000)}3 天`), ['minutes 4320'])
})
