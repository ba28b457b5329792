import assert from 'node:assert/strict'
import { test } from 'node:test'
import { percent, placeLevel, placeMarks, shareOf } from './strip.ts'

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

test('a stretch of time is cut to the year that is looked at; one of another year has no place in it', () => {
  assert.deepEqual(shareOf({ from: -600, until: 300 }, SPAN), { left: 0, width: 0.25 })
  assert.deepEqual(shareOf({ from: 900 }, SPAN), { left: 0.75, width: 0.25 })
  assert.equal(shareOf({ from: 1200, until: 1500 }, SPAN), undefined)
  assert.equal(shareOf({ from: -10, until: 0 }, SPAN), undefined)
})

test('a level’s line goes down with its value, and what was agreed lies where that value would lie', () => {
  const readings = [
    { from: 0, until: 600, value: 5, broken: false },
    { from: 600, until: 900, value: 1, broken: true },
  ]
  const placed = placeLevel({ readings, owners: 1, bound: { kind: 'at-least', value: 3, words: '3' } }, SPAN)
  assert.deepEqual(placed, {
    steps: [
      { left: 0, width: 0.5, y: 0, broken: false },
      { left: 0.5, width: 0.25, y: 1, broken: true },
    ],
    boundY: 0.5,
  })
})

test('a level that never moved lies in the middle, and without anything agreed there is no dashed line', () => {
  const placed = placeLevel({ readings: [{ from: 0, until: 1200, value: 1, broken: false }], owners: 1 }, SPAN)
  assert.deepEqual(placed, { steps: [{ left: 0, width: 1, y: 0.5, broken: false }], boundY: undefined })
})

test('an objection stands as a flag on its own mark alone', () => {
  const marks = placeMarks(
    [
      { id: 'd', at: 5, state: 'broken', disputed: true },
      { id: 'k', at: 9, state: 'kept' },
    ],
    SPAN,
    324,
  )
  assert.deepEqual(
    marks.map(({ id, disputed }) => [id, disputed]),
    [
      ['k', false],
      ['d', true],
    ],
  )
})
