import assert from 'node:assert/strict'
import { test } from 'node:test'
import { happenedBody } from './happened.ts'
import { changesOf } from './record-changes.ts'

const fields = [
  { id: 'name', label: '名称' },
  { id: 'phone', label: '电话' },
  { id: 'note', label: '备注' },
]

test('only what was changed is sent; an emptied line is taken away', () => {
  const before = { name: '甲', phone: '分机 1' }
  assert.deepEqual(changesOf(fields, before, { name: '甲 ', phone: '', note: ' 新 ' }), { phone: null, note: '新' })
})

test('a new record sends what is filled in', () => {
  assert.deepEqual(changesOf(fields, undefined, { name: '乙', phone: '' }), { name: '乙' })
})

test('what happened just now sends no time, and empty reasons are left out', () => {
  assert.deepEqual(happenedBody({}), {})
  assert.deepEqual(happenedBody({ occurredAt: 5, lateReason: ' ', lateEvidence: ' 清单 ' }), { occurredAt: 5, lateEvidence: '清单' })
})
