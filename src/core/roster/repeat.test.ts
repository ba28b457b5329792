import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDay, weekdayOf } from '../time/civil.ts'
import { DAY_MS, HOUR_MS } from '../time/instant.ts'
import { UTC } from '../time/zone.ts'
import type { Zone } from '../time/zone.ts'
import { leftOver, mondayOf, overlaps, shiftsOfPattern } from './repeat.ts'

const day = (text: string) => parseDay(text)!
const EVERY = [1, 2, 3, 4, 5, 6, 7]
const at = (text: string) => Date.parse(`${text}Z`)

test('a week begins on Monday', () => {
  assert.equal(mondayOf(day('2026-11-27')), day('2026-11-23'))
  assert.equal(mondayOf(day('2026-11-23')), day('2026-11-23'))
  assert.equal(mondayOf(day('2026-11-29')), day('2026-11-23'))
})

test('a shift on working days of one week is five shifts', () => {
  const pattern = {
    firstDay: day('2026-11-23'),
    lastDay: day('2026-11-29'),
    weekdays: [1, 2, 3, 4, 5],
    startMs: 8 * HOUR_MS,
    endMs: 18 * HOUR_MS,
  }
  const shifts = shiftsOfPattern(pattern, UTC)
  assert.equal(shifts.length, 5)
  assert.deepEqual(shifts[4], { start: at('2026-11-27T08:00'), end: at('2026-11-27T18:00') })
})

test('a night shift ends on the next morning, and one from eight to eight is a whole day', () => {
  const one = { firstDay: day('2026-11-27'), lastDay: day('2026-11-27'), weekdays: EVERY }
  assert.deepEqual(shiftsOfPattern({ ...one, startMs: 20 * HOUR_MS, endMs: 8 * HOUR_MS }, UTC), [
    { start: at('2026-11-27T20:00'), end: at('2026-11-28T08:00') },
  ])
  const [whole] = shiftsOfPattern({ ...one, startMs: 8 * HOUR_MS, endMs: 8 * HOUR_MS }, UTC)
  assert.equal(whole!.end - whole!.start, DAY_MS)
})

test('a last day before the first plans nothing', () => {
  const pattern = { firstDay: day('2026-11-27'), lastDay: day('2026-11-26'), weekdays: EVERY, startMs: 0, endMs: HOUR_MS }
  assert.deepEqual(shiftsOfPattern(pattern, UTC), [])
})

test('the night in which the clock is put forward is an hour shorter on duty', () => {
  const spring: Zone = {
    id: 'Europe/Berlin',
    tzdata: 'test',
    transitions: [
      { at: 0, offsetMs: HOUR_MS },
      { at: at('2026-03-29T01:00'), offsetMs: 2 * HOUR_MS },
    ],
  }
  const pattern = {
    firstDay: day('2026-03-28'),
    lastDay: day('2026-03-28'),
    weekdays: EVERY,
    startMs: 22 * HOUR_MS,
    endMs: 6 * HOUR_MS,
  }
  const [night] = shiftsOfPattern(pattern, spring)
  assert.equal(night!.end - night!.start, 7 * HOUR_MS)
})

test('who is away in the middle of a shift leaves its beginning and its end', () => {
  assert.deepEqual(leftOver({ start: 8, end: 20 }, { start: 10, end: 12 }), [
    { start: 8, end: 10 },
    { start: 12, end: 20 },
  ])
  assert.deepEqual(leftOver({ start: 8, end: 20 }, { start: 8, end: 20 }), [])
  assert.deepEqual(leftOver({ start: 8, end: 20 }, { start: 0, end: 12 }), [{ start: 12, end: 20 }])
  assert.deepEqual(leftOver({ start: 8, end: 20 }, { start: 12, end: 30 }), [{ start: 8, end: 12 }])
})

test('a shift that ends as the other begins does not overlap it', () => {
  assert.equal(overlaps({ start: 0, end: 8 }, { start: 8, end: 16 }), false)
  assert.equal(overlaps({ start: 0, end: 9 }, { start: 8, end: 16 }), true)
  assert.equal(overlaps({ start: 8, end: 16 }, { start: 0, end: 8 }), false)
})

test('what is left of a shift and the absence never meet, and together they lose no instant', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 50 }))
    .map(([start, ms]) => ({ start, end: start + ms }))
  fc.assert(
    fc.property(span, span, (shift, away) => {
      const left = leftOver(shift, away)
      if (!overlaps(shift, away)) return
      const lost = Math.min(shift.end, away.end) - Math.max(shift.start, away.start)
      assert.equal(left.reduce((sum, { start, end }) => sum + end - start, 0) + lost, shift.end - shift.start)
      assert.ok(left.every((one) => !overlaps(one, away)))
    }),
  )
})

test('every shift of a pattern begins on one of its weekdays, and the same number of hours apart', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20_000, max: 21_000 }),
      fc.integer({ min: 0, max: 60 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      (firstDay, more, weekdays) => {
        const shifts = shiftsOfPattern({ firstDay, lastDay: firstDay + more, weekdays, startMs: 9 * HOUR_MS, endMs: 17 * HOUR_MS }, UTC)
        for (const { start, end } of shifts) {
          assert.ok(weekdays.includes(weekdayOf(Math.floor(start / DAY_MS))))
          assert.equal(end - start, 8 * HOUR_MS)
        }
      },
    ),
  )
})
