import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSame, nextAfter, othersOf, readMark, writeMark } from './mark.ts'
import type { Mark } from './mark.ts'

const laid = {
  passages: [
    { at: 0, parts: [] },
    { at: 1, parts: ['promises.reply', 'charges.0'] },
  ],
  parts: [
    { key: 'promises.reply', places: [1] },
    { key: 'charges.0', places: [1] },
    { key: 'promises.arrive', places: [] },
  ],
}

test('a mark is read as it was written', () => {
  const marks: Mark[] = [
    { side: 'passage', at: 12 },
    { side: 'part', key: 'promises.reply' },
  ]
  for (const mark of marks) assert.deepEqual(readMark(writeMark(mark)), mark)
  assert.equal(readMark(undefined), undefined)
  assert.ok(!isSame(undefined, undefined))
})

test('from a passage to its promises, and from a promise to its passages', () => {
  assert.deepEqual(othersOf({ side: 'passage', at: 1 }, laid).map(writeMark), ['part promises.reply', 'part charges.0'])
  assert.deepEqual(othersOf({ side: 'part', key: 'charges.0' }, laid).map(writeMark), ['passage 1'])
  assert.deepEqual(othersOf({ side: 'part', key: 'promises.arrive' }, laid), [])
  assert.deepEqual(othersOf({ side: 'passage', at: 9 }, laid), [])
  assert.deepEqual(othersOf(undefined, laid), [])
})

test('what is open is gone through one after the other, and again from the first', () => {
  const open: Mark[] = [
    { side: 'passage', at: 3 },
    { side: 'passage', at: 7 },
  ]
  assert.deepEqual(nextAfter(open, undefined), open[0])
  assert.deepEqual(nextAfter(open, open[0]), open[1])
  assert.deepEqual(nextAfter(open, open[1]), open[0])
  assert.equal(nextAfter([], open[0]), undefined)
})
