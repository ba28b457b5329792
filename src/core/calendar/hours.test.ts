import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from './calendar.testing.ts'
import { DAYS, isDayName, parseDays, parseHours } from './hours.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

test('hours are two times of day', () => {
  assert.deepEqual(parseHours('09:30-19:30'), { startMs: 9.5 * HOUR, endMs: 19.5 * HOUR })
  assert.deepEqual(parseHours('00:00-24:00'), { startMs: 0, endMs: 24 * HOUR })
  assert.deepEqual(parseHours('9:00-17:00'), { startMs: 9 * HOUR, endMs: 17 * HOUR })
  assert.deepEqual(parseHours(' 09:00-17:00 '), { startMs: 9 * HOUR, endMs: 17 * HOUR })
})

test('hours that end before they begin cross midnight', () => {
  assert.deepEqual(parseHours('22:00-06:00'), { startMs: 22 * HOUR, endMs: 30 * HOUR })
  assert.deepEqual(parseHours('23:59-00:01'), { startMs: 24 * HOUR - MINUTE, endMs: 24 * HOUR + MINUTE })
  assert.deepEqual(parseHours('18:00-00:00'), { startMs: 18 * HOUR, endMs: 24 * HOUR })
  assert.deepEqual(parseHours('18:00-24:00'), { startMs: 18 * HOUR, endMs: 24 * HOUR })
})

test('hours that begin and end at one time must say what they mean', () => {
  for (const text of ['08:00-08:00', '00:00-00:00']) assert.equal(parseHours(text), 'empty-hours', text)
})

test('what no clock shows are no hours', () => {
  for (const text of [
    '',
    '09:00',
    '09:00-',
    '9-17',
    '09:00-25:00',
    '24:00-06:00',
    '09:60-10:00',
    '09:00-10:60',
    '09:00–17:00',
    '09:00-24:01',
    '09:00:00-10:00:00',
    '9点到17点',
    'closed',
  ]) {
    assert.equal(parseHours(text), 'bad-hours', text)
  }
})

test('hours of whole minutes are never longer than a day and begin inside it', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${h}:${String(m).padStart(2, '0')}`)
  fc.assert(
    fc.property(time, time, (start, end) => {
      const read = parseHours(`${start}-${end}`)
      if (typeof read === 'string') return
      assert.ok(read.startMs >= 0 && read.startMs < 24 * HOUR)
      assert.ok(read.endMs > read.startMs && read.endMs - read.startMs <= 24 * HOUR)
    }),
    runs(300),
  )
})

test('days are named alone or as a run, over the end of the week too', () => {
  assert.deepEqual(parseDays('mon'), [1])
  assert.deepEqual(parseDays('sun'), [7])
  assert.deepEqual(parseDays('mon-fri'), [1, 2, 3, 4, 5])
  assert.deepEqual(parseDays('sat-mon'), [6, 7, 1])
  assert.deepEqual(parseDays('mon-sun'), [1, 2, 3, 4, 5, 6, 7])
  assert.deepEqual(parseDays('sun-sat'), [7, 1, 2, 3, 4, 5, 6])
  assert.deepEqual(parseDays('wed-wed'), [3])
})

test('what names no days is not guessed at', () => {
  for (const text of ['', 'monday', 'Mon', 'mon-', '-fri', 'mon-fri-sun', 'mon fri', '周一', '1-5', 'mon–fri'])
    assert.equal(parseDays(text), undefined, text)
  assert.equal(isDayName('mon'), true)
  assert.equal(isDayName('toString'), false)
  assert.equal(isDayName(1), false)
  assert.equal(DAYS.length, 7)
})
