import assert from 'node:assert/strict'
import { test } from 'node:test'
import { neighboursIn } from './last-list.ts'

test('a ticket knows the one before and the one after in the list that it was opened from', () => {
  assert.deepEqual(neighboursIn(['a', 'b', 'c'], 'b'), { at: 2, total: 3, previous: 'a', next: 'c' })
  assert.deepEqual(neighboursIn(['a', 'b'], 'a'), { at: 1, total: 2, previous: undefined, next: 'b' })
  assert.deepEqual(neighboursIn(['a'], 'a'), { at: 1, total: 1, previous: undefined, next: undefined })
  assert.equal(neighboursIn(['a'], 'x'), undefined)
})
