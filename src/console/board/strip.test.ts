import assert from 'node:assert/strict'
import { test } from 'node:test'
import { percent, placeMarks } from './strip.ts'

const SPAN = { from: 0, until: 1200 }

test('a mark stands where its instant is in the year, and a broken one is drawn over all others', () => {
  const marks = placeMarks(
    [
      { id: 'b', at: 600, state: 'broken' },
      { id: 'k', at: 300, state: 'kept' },
      { id: 'o', at: 900, state: 'paused' },
    ],
    SPAN,
    324,
  )
  assert.deepEqual(
    marks.map(({ id, x, mark }) => [id, x, mark]),
    [
      ['o', 243, 'coming'],
      ['k', 81, 'kept'],
      ['b', 162, 'broken'],
    ],
  )
})

test('what was cancelled or lies in another year has no mark', () => {
  assert.deepEqual(
    placeMarks(
      [
        { id: 'c', at: 5, state: 'cancelled' },
        { id: 'n', at: 1201, state: 'kept' },
      ],
      SPAN,
      324,
    ),
    [],
  )
})

test('a rate is never rounded up to a hundred', () => {
  assert.equal(percent(1), '100%')
  assert.equal(percent(35 / 36), '97.2%')
  assert.equal(percent(0.9999), '99.9%')
  assert.equal(percent(0.5), '50%')
})
