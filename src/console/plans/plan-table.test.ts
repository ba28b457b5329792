import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlanTableRow } from '../../wire/plans.ts'
import { sortRows } from './plan-table.ts'

const row = (id: string, part: Partial<PlanTableRow> = {}): PlanTableRow => ({
  id,
  title: id,
  form: 'deadline',
  starts: '',
  within: [],
  calendar: [],
  follows: [],
  source: [],
  words: [],
  ...part,
})
const ids = (rows: readonly PlanTableRow[]) => rows.map(({ id }) => id).join(' ')

test('limits are sorted by their figures, and what has none stands last both ways', () => {
  const rows = [row('none'), row('ten', { within: ['10 分'] }), row('two', { within: ['2 分'] })]
  assert.equal(ids(sortRows(rows, 'within', 'zh-CN')), 'two ten none')
  assert.equal(ids(sortRows(rows, '-within', 'zh-CN')), 'ten two none')
})

test('forms are sorted as they are read, and unsorted the plan’s own order stays', () => {
  const rows = [row('gate', { form: 'gate' }), row('level', { form: 'level' }), row('limit')]
  assert.equal(ids(sortRows(rows, 'form', 'zh-CN')), 'limit level gate')
  assert.equal(ids(sortRows(rows, undefined, 'zh-CN')), 'gate level limit')
})

test('sources are sorted by their number', () => {
  const rows = [row('b', { source: ['S002-10'] }), row('a', { source: ['S002-9'] })]
  assert.equal(ids(sortRows(rows, 'source', 'zh-CN')), 'a b')
})
