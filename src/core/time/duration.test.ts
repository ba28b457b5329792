import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Unit } from './duration.ts'
import { elapsedMsOf, formatDuration, isElapsed, parseDuration, UNITS } from './duration.ts'

const RUNS = { numRuns: 200 * Number(process.env.NUOXING_PROVE ?? 1) }

test('a duration is a number and a unit', () => {
  const read: [string, number, Unit][] = [
    ['30min', 30, 'min'],
    ['24h', 24, 'h'],
    ['1.5h', 1.5, 'h'],
    ['5d', 5, 'd'],
    ['1w', 1, 'w'],
    ['3mo', 3, 'mo'],
    ['2y', 2, 'y'],
    ['7wd', 7, 'wd'],
    ['0.5wd', 0.5, 'wd'],
    ['-10d', -10, 'd'],
    ['0h', 0, 'h'],
    ['30 min', 30, 'min'],
    [' 30min ', 30, 'min'],
  ]
  for (const [text, value, unit] of read) assert.deepEqual(parseDuration(text), { value, unit }, text)
})

test('what is not a number and a unit is no duration', () => {
  for (const text of [
    '',
    'h',
    '30',
    '30m',
    '30 minutes',
    '1h30min',
    '1,5h',
    '.5h',
    '1.h',
    '1e3h',
    '--1h',
    '+1h',
    '1H',
    '30min.',
    '1234567h',
    '30  min',
    '即时',
    '٣h',
  ]) {
    assert.equal(parseDuration(text), undefined, text)
  }
})

test('nothing less than a month or a week is a share of it that two people would agree on', () => {
  assert.equal(parseDuration('0.5mo'), undefined)
  assert.equal(parseDuration('0.5w'), undefined)
  assert.equal(parseDuration('0.3y'), undefined)
  assert.deepEqual(parseDuration('0.5y'), { value: 0.5, unit: 'y' })
  assert.deepEqual(parseDuration('1.5d'), { value: 1.5, unit: 'd' })
})

test('no duration is minus nothing', () => {
  assert.ok(Object.is(parseDuration('-0h')?.value, 0))
})

test('minutes and hours elapse, the others count days', () => {
  assert.deepEqual(UNITS.filter(isElapsed), ['min', 'h'])
  assert.equal(elapsedMsOf({ value: 30, unit: 'min' }), 1_800_000)
  assert.equal(elapsedMsOf({ value: 1.5, unit: 'h' }), 5_400_000)
  assert.equal(elapsedMsOf({ value: 0.1, unit: 'h' }), 360_000)
  assert.equal(elapsedMsOf({ value: -2, unit: 'h' }), -7_200_000)
  for (const unit of ['d', 'w', 'mo', 'y', 'wd'] as const) assert.equal(elapsedMsOf({ value: 1, unit }), undefined, unit)
})

test('a duration reads back as it was written', () => {
  const durations = fc.oneof(
    fc.record({ value: fc.integer({ min: -999_999, max: 999_999 }), unit: fc.constantFrom(...UNITS) }, { noNullPrototype: true }),
    fc.record(
      { value: fc.integer({ min: 1, max: 9999 }).map((n) => n / 4), unit: fc.constantFrom<Unit>('min', 'h', 'd', 'wd', 'y') },
      { noNullPrototype: true },
    ),
  )
  fc.assert(
    fc.property(durations, (duration) => {
      assert.deepEqual(parseDuration(formatDuration(duration)), duration)
    }),
    RUNS,
  )
})
