import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, moved, namesIn } from './routing-rules.ts'
import type { Rule } from './routing-rules.ts'

const rule = (name: string): Rule => ({ name, when: {}, high: false })
const names = (rules: readonly Rule[]) => rules.map((one) => one.name).join('')

test('a rule moves by one place, and stays at either end', () => {
  const rules = ['a', 'b', 'c'].map(rule)
  assert.equal(names(moved(rules, 1, -1)), 'bac')
  assert.equal(names(moved(rules, 1, 1)), 'acb')
  assert.equal(names(moved(rules, 0, -1)), 'abc')
  assert.equal(names(moved(rules, 2, 1)), 'abc')
})

test('an id that nothing is called stays as it is', () => {
  assert.deepEqual(namesIn([{ id: 'x', name: '项目' }], ['x', 'y']), ['项目', 'y'])
  assert.equal(namesIn([], undefined), undefined)
})

test('an empty list asks for nothing', () => {
  assert.deepEqual(asking({ types: [], grades: ['major'] }), { grades: ['major'] })
})
