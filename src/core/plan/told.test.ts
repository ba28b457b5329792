import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import { explainPlan } from './explain.ts'
import { planOf } from './given.testing.ts'
import { mergeTerms } from './terms.ts'
import { tellPlan } from './told.ts'
import type { Term } from './types.ts'

const PLAN = `
plan: demo
title: 示例
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  desk: {hours: unstated}
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
promises:
  reply:
    title: 答复
    deadline:
      starts: ticket.reported
      kept-by: ticket.replied
      within: {by: grade, major: unstated, general: 2h}
      calendar: always
      on-broken: [{escalate: service-manager}]
    owner: dispatcher
    text: 及时答复。
    source: [T-1]
    reading: 报修即起算
  warranty:
    title: 保修
    cover: {per: asset, starts: asset.accepted, term: unstated}
    text: 保修若干年。
  visits:
    title: 巡检
    recurring: {starts: contract.accepted, every: unstated, task: visit}
    text: 定期巡检。
  sorry:
    title: 赔付
    rule: {on: reply.broken, then: [{credit: 100}]}
    text: 未及时答复的，赔付一百元。
charges:
  - {parts: list, text: 配件按价目。, source: [T-2]}
later:
  - {id: loaner, text: 备机另议, source: [T-3]}
`

const TERMS: readonly Term[] = [
  { key: 'promises.reply.within.major', value: '30min', source: '合同第三条' },
  { key: 'promises.warranty.term', value: '24mo', source: '合同第五条' },
  { key: 'promises.visits.every', value: '3mo', source: '合同第六条' },
  { key: 'calendars.desk', value: { weekly: { 'mon-fri': ['09:00-17:00'] } }, source: '合同附表' },
]

const plan = planOf(PLAN)
const merged = mergeTerms(plan, TERMS)
assert.ok(merged.ok)

test('each value that a contract fills in says where it was agreed, and no other does', () => {
  const told = tellPlan(merged.plan, 'zh-CN', TERMS)
  const agreed = told.clauses.flatMap(({ lines }) => lines.filter((line) => line.agreed.length > 0))
  assert.deepEqual(
    agreed.map(({ words, agreed: where }) => [words.replace(/（.*/, ''), where]),
    [
      ['时限', ['合同第三条']],
      ['期限：24 个月', ['合同第五条']],
      ['上门：每 3 个月 一次', ['合同第六条']],
    ],
  )
  assert.match(agreed[0]!.words, /重大故障.*30 分/)
  assert.deepEqual(
    told.calendars.map((line) => line.agreed),
    [[], ['合同附表']],
  )
  const bare = tellPlan(plan, 'zh-CN')
  assert.ok([...bare.calendars, ...bare.clauses.flatMap(({ lines }) => lines)].every((line) => line.agreed.length === 0))
})

test('what follows when a promise is broken stands by itself: whom it goes to, and the rules that hear of it', () => {
  const [reply, warranty] = tellPlan(plan, 'zh-CN').clauses
  assert.deepEqual(reply?.broken, ['超时后升级给：客服经理', '则：补偿客户 100.00 元'])
  assert.ok(reply?.lines.every(({ words }) => !words.includes('升级给')))
  assert.deepEqual(warranty?.broken, [])
})

test('a promise names its signed text, its owner, its side and its source apart from what it means', () => {
  const [reply] = tellPlan(plan, 'zh-CN').clauses
  assert.deepEqual(
    [reply?.text, reply?.owner, reply?.owedBy, reply?.reading, reply?.source, reply?.form],
    ['及时答复。', '调度', 'vendor', '报修即起算', ['T-1'], 'deadline'],
  )
  assert.deepEqual(tellPlan(plan, 'zh-CN').later, [{ text: '备机另议', source: ['T-3'] }])
})

test('in every language the parts together say what the plan read aloud says, and nothing is left out', () => {
  for (const locale of LOCALES) {
    const told = tellPlan(plan, locale)
    const aloud = explainPlan(plan, locale).join('\n')
    const parts = [...told.charges, ...told.channels, ...told.forms, ...told.roles].flatMap(({ words, text }) => [words, text ?? ''])
    const lines = told.clauses.flatMap(({ lines: own, broken, text, reading }) => [
      ...own.map(({ words }) => words),
      ...broken.slice(0, 1),
      text ?? '',
      reading ?? '',
    ])
    const all = [
      ...told.calendars.map(({ words }) => words),
      ...told.dimensions.map(({ words }) => words),
      ...parts,
      ...lines,
      ...told.later.map(({ text }) => text),
    ]
    for (const one of all) assert.ok(aloud.includes(one), one)
    const said = new Set(all.flatMap((one) => one.split('\n')))
    const missed = aloud.split('\n').filter((line) => line.startsWith('  ') && ![...said].some((one) => one !== '' && line.includes(one)))
    // sources stand as lists
    assert.ok(
      missed.every((line) => /T-\d/.test(line)),
      missed.join('\n'),
    )
  }
})
