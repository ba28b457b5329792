import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import type { Locale } from '../words.ts'
import { buildClause } from './build.ts'
import { formLines } from './explain-forms.ts'
import { isSaid, speakAs, wordsOf } from './explain-words.ts'
import { planOf, SOUND } from './given.testing.ts'
import { parseMeasure } from './measure.ts'
import type { DeadlineClause } from './types.ts'

// Rhythms and levels are read and said aloud before they are carried: whoever drafts a plan sees what its text would promise.

const PLAN = planOf(SOUND)
const AT = { line: 1, column: 1, path: 'promises.x' }
const ACCEPTED = { kind: 'fact', type: 'contract.accepted' } as const
const months = (value: number) => ({ value, unit: 'mo' }) as const

function lines(read: Parameters<typeof buildClause>[1], locale: Locale = 'zh-CN'): string[] {
  const clause = buildClause('x', read, AT)
  assert.ok(clause && clause.form !== 'deadline')
  return formLines(speakAs(PLAN, locale), clause as Exclude<typeof clause, DeadlineClause>)
    .filter(isSaid)
    .map(wordsOf)
}

const VISITS = { starts: ACCEPTED, task: 'visit' } as const

test('every three months, on days of certain months, so often a year: each rhythm in one sentence', () => {
  const first = (read: object) => lines({ recurring: { ...VISITS, ...read } })[0]
  assert.equal(first({ every: months(3) }), '上门：每 3 个月 一次')
  assert.equal(first({ on: { months: [3, 6, 9, 12], days: { from: 11, to: 20 } } }), '上门：每年 3、6、9、12 月的 11–20 日')
  assert.equal(first({ on: { months: [1], days: { from: 15, to: 15 } } }), '上门：每年 1 月的 15 日')
  assert.equal(first({ times: 4, 'per-period': { value: 1, unit: 'y' } }), '上门：每 1 年 至少 4 次')
  assert.equal(first({ times: { min: 2, max: 3, per: { value: 1, unit: 'y' } } }), '上门：每 1 年 2 至 3 次')
})

test('weeks of residence, weekly visits, monthly ones: phases one after the other, with how many come', () => {
  const week = { value: 1, unit: 'w' } as const
  const day = { value: 1, unit: 'd' } as const
  const bare = { weeks: undefined, months: undefined, years: undefined, checklist: undefined, people: undefined }
  const phases = [
    { ...bare, weeks: { from: 1, to: 4 }, every: day, people: { from: 1, to: 2 } },
    { ...bare, weeks: { from: 5, to: 8 }, every: week },
    { ...bare, months: { from: 3, to: undefined }, every: months(1) },
  ]
  assert.equal(
    lines({ recurring: { ...VISITS, phases } })[0],
    '上门：第 1–4 周每 1 天 一次（1 至 2 人）、第 5–8 周每 1 周 一次、第 3 个月起每 1 个月 一次',
  )
})

test('regularly without a period is said as that, in every language', () => {
  const said = (locale: Locale) => lines({ recurring: { ...VISITS, every: 'unstated' } }, locale)[0]
  assert.equal(said('zh-CN'), '上门：定期，没有写明周期，由合同填写，在此之前不排日期')
  assert.equal(said('zh-TW'), '到府：定期，沒有寫明週期，由合約填寫，在此之前不排日期')
  assert.match(said('en')!, /regularly; the period is not stated/)
})

test('one person is one person and not one to one, in every language', () => {
  const bare = { weeks: { from: 1, to: 2 }, months: undefined, years: undefined, checklist: undefined }
  const alone = { recurring: { ...VISITS, phases: [{ ...bare, every: { value: 1, unit: 'd' } as const, people: { from: 1, to: 1 } }] } }
  assert.equal(lines(alone)[0], '上门：第 1–2 周每 1 天 一次（1 人）')
  assert.match(lines(alone, 'zh-TW')[0]!, /（1 人）$/)
  assert.match(lines(alone, 'en')[0]!, /1 at a time/)
})

test('what a phase goes through is said once, and by the name of the plan’s own form', () => {
  const form = { id: 'log', name: '跟班记录', fields: [], signedBy: undefined, text: undefined, source: [] }
  const phase = { weeks: { from: 1, to: 2 }, months: undefined, years: undefined, every: months(1), people: undefined, checklist: ['log'] }
  const clause = buildClause('x', { recurring: { ...VISITS, phases: [phase, { ...phase, weeks: { from: 3, to: 4 } }] } }, AT)
  assert.ok(clause && clause.form === 'recurring')
  const said = formLines(speakAs({ ...PLAN, forms: { log: form } }, 'zh-CN'), clause)
  assert.equal(said.filter((line) => isSaid(line) && wordsOf(line).includes('跟班记录')).length, 1)
})

test('what goes with a rhythm is said too: checklists, agreement, approval, the same person, reasons, who is told', () => {
  const said = lines({
    recurring: {
      ...VISITS,
      every: months(3),
      until: { kind: 'instant', noun: 'event', name: 'end' },
      checklist: ['quarterly'],
      extra: [{ months: [6, 12], checklist: 'annual' }],
      'same-expert': true,
      'agreed-by': 'customer',
      'approved-by': 'customer',
      pauses: ['customer-deferred'],
      excuses: ['flood'],
      'on-broken': [{ escalate: 'service-manager' }],
    },
  })
  for (const line of [
    '检查项目：quarterly',
    '第 6、12 个月另加：annual',
    '由同一人承担',
    '日期与客户商定',
    '计划先经客户同意',
    '超时后升级给：客服经理',
  ])
    assert.ok(said.includes(line), `${line}\n${said.join('\n')}`)
  assert.ok(said.some((line) => line.startsWith('可以暂停的原因：客户改期')))
  assert.ok(said.some((line) => line.startsWith('可以豁免的原因：汛期封路')))
})

test('a level says over which time, what is measured, and its bounds', () => {
  const level = (measure: string, more: object) => lines({ level: { measure: parseMeasure(measure)!, over: 'month', ...more } })
  const least = (value: number) => ({ 'at-least': { kind: 'scalar', value } }) as const
  assert.deepEqual(level('1 - time ticket.reported to ticket.restored / planned', least(0.98)).slice(0, 2), [
    '每个月，1 − 从“报修”到“恢复使用”的时间 ÷ 应服务的时间',
    '不低于 98%',
  ])
  assert.equal(level('1 - time ticket.reported to ticket.restored / planned', least(0.99995))[1], '不低于 99.995%')
  assert.deepEqual(level('count ticket.reported', { 'at-most': { kind: 'scalar', value: 3 }, over: { value: 30, unit: 'd' } }), [
    '每 30 天，“报修”的次数',
    '不高于 3',
  ])
  assert.deepEqual(level('stock.on-hand / count asset.accepted', { ...least(0.03), over: 'now' }).slice(0, 2), [
    '任何时候，现存数量 ÷ “设备验收”的次数',
    '不低于 3%',
  ])
  assert.match(level('mean score of survey.answered', least(9))[0]!, /的 分数 平均值$/)
  assert.deepEqual(level('planned', { target: { kind: 'unstated' } }).at(-1), '目标 没有给出数字，只计量、不判超时，待合同填写，只计量')
})

test('in every language no place stays empty', () => {
  for (const locale of LOCALES)
    for (const line of lines({ recurring: { ...VISITS, every: months(3), checklist: ['quarterly'], 'agreed-by': 'customer' } }, locale))
      assert.doesNotMatch(line, /\{\w+\}|undefined/, locale)
})

test('a phase of a single week, and one counted in years, are said as people say them', () => {
  const bare = { weeks: undefined, months: undefined, years: undefined, checklist: undefined, people: undefined }
  const first = lines({ recurring: { ...VISITS, phases: [{ ...bare, weeks: { from: 1, to: 1 }, every: months(1) }] } })[0]
  const yearly = lines({ recurring: { ...VISITS, phases: [{ ...bare, years: { from: 2, to: undefined }, every: months(6) }] } })[0]
  assert.deepEqual([first, yearly], ['上门：第 1 周每 1 个月 一次', '上门：第 2 年起每 6 个月 一次'])
})

test('each task has its name, in every language another', () => {
  const tasks = ['visit', 'call', 'report', 'training', 'document', 'notice', 'survey', 'test', 'task'] as const
  for (const locale of LOCALES) {
    const said = tasks.map((task) => lines({ recurring: { ...VISITS, task, every: months(1) } }, locale)[0]!.split(/[：:]/)[0])
    assert.equal(new Set(said).size, tasks.length, locale)
  }
})
