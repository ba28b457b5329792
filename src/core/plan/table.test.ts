import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import { bundled, PLAN_FILES } from './plans.testing.ts'
import type { TableRow } from './table.ts'
import { tablePlan } from './table.ts'

const rowOf = (plan: string, id: string): TableRow =>
  tablePlan(bundled(plan), 'zh-CN').find((row) => row.id === id) ?? assert.fail(`${plan} has no ${id}`)

test('a deadline says from when, how long by its rows, in which hours, and to whom it escalates', () => {
  const { starts, within, calendar, follows, source } = rowOf('keyou', 'arrive')
  assert.equal(starts, '确定需要上门')
  assert.deepEqual(within, ['严重故障、重庆 4 小时', '严重故障、重庆以外 没有写明', '一般故障 24 小时'])
  assert.deepEqual(calendar, ['全天候'])
  assert.deepEqual(follows, ['升级给客服经理'])
  assert.deepEqual(source, ['S004-69', 'S004-72', 'S004-24', 'S004-34'])
})

test('a level says what it is held against with its sign, one without a number says so', () => {
  assert.deepEqual(rowOf('biguolu', 'spare-ratio').within, ['≥ 3%'])
  assert.deepEqual(rowOf('ruiyan', 'satisfaction').within, ['→ 100%'])
  assert.deepEqual(rowOf('keyou', 'availability').within, ['没有写明'])
})

test('a cover says its term, a recurring service its rhythm, and neither has what its form has not', () => {
  const cover = rowOf('keyou', 'hardware')
  assert.deepEqual([cover.within, cover.calendar, cover.follows], [['36 个月'], [], []])
  assert.match(rowOf('shebei-2nian', 'monthly-callback').within.join(), /1 个月/)
})

test('a gate says what it stands before and what it asks for; a rule upon what it acts and what it brings', () => {
  const gate = rowOf('ruiyan', 'remote-authorised')
  assert.deepEqual([gate.starts, gate.within], ['开始远程处理', ['授权远程']])
  const rule = rowOf('biguolu', 'replaced-after-two')
  assert.equal(rule.within.length, 0)
  assert.ok(rule.follows.length > 0 && rule.starts !== '')
})

test('every clause of every bundled plan has its row in every language, in the plan’s order, and reads aloud', () => {
  for (const file of PLAN_FILES) {
    const plan = bundled(file.replace('.yaml', ''))
    for (const locale of LOCALES) {
      const rows = tablePlan(plan, locale)
      assert.deepEqual(
        rows.map(({ id }) => id),
        Object.keys(plan.promises),
      )
      for (const row of rows) assert.ok(row.words.length > 0 && (row.starts !== '' || row.form === 'level'), `${file} ${row.id} ${locale}`)
    }
  }
})
