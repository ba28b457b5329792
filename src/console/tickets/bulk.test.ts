import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTurns, refusedLines } from './bulk.ts'

test('what was refused is said once for each reason, with the numbers', () => {
  const outcomes = [
    { id: '1', number: 'GD-1', done: true as const },
    { id: '2', number: 'GD-2', done: false as const, why: '已关闭' },
    { id: '3', number: 'GD-3', done: false as const, why: '已关闭' },
    { id: '4', number: 'GD-4', done: false as const, why: '已派给他' },
  ]
  assert.deepEqual(refusedLines(outcomes, { and: '、', most: 3 }), ['GD-2、GD-3：已关闭', 'GD-4：已派给他'])
  assert.deepEqual(refusedLines(outcomes, { and: '、', most: 1 }), ['GD-2 +1：已关闭', 'GD-4：已派给他'])
})

test('many are done a few at a time, each once, results in their order', async () => {
  let running = 0
  let most = 0
  const items = Array.from({ length: 23 }, (_, at) => at)
  const results = await inTurns(items, 4, async (item) => {
    running += 1
    most = Math.max(most, running)
    await new Promise((done) => setTimeout(done, item % 3))
    running -= 1
    return item * 2
  })
  assert.deepEqual(
    results,
    items.map((item) => item * 2),
  )
  assert.equal(most, 4)
  assert.deepEqual(await inTurns([], 4, async () => 1), [])
})
