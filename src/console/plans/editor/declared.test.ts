import assert from 'node:assert/strict'
import { test } from 'node:test'
import { declaredIn } from './declared.ts'

test('the values of a dimension are offered as rows, each by its name where the plan gives it one', () => {
  const declared = declaredIn(`dimensions:
  size: {name: 机型, values: [{id: big, name: 大型机}, 24h], set-by: asset}
  hours: {values: [5x8, 7x24], set-by: contract}
`)
  assert.deepEqual(declared.rows('size'), [
    { id: 'big', name: '大型机' },
    { id: '24h', name: undefined },
  ])
  assert.deepEqual(
    declared.rows('hours').map(({ id }) => id),
    ['5x8', '7x24'],
  )
  assert.deepEqual(declared.dimensions, [
    { id: 'size', name: '机型' },
    { id: 'hours', name: undefined },
  ])
})
