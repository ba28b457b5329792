import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLower } from './loaner.ts'

const ORDER = ['basic', 'standard', 'high']

test('a loaner is lower, or not, by the order of the plan; the same class never is, and of one that the plan does not know nobody can tell', () => {
  assert.deepEqual([isLower('basic', 'standard', ORDER), isLower('high', 'standard', ORDER)], [true, false])
  assert.deepEqual([isLower('standard', 'standard', ORDER), isLower('B', 'B')], [false, false])
  assert.deepEqual([isLower('B', 'standard', ORDER), isLower('basic', 'B', ORDER), isLower('B', 'C')], [undefined, undefined, undefined])
})
