import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMonths, civilOf, dayOf, daysInMonth, formatDay, isCivilDate, parseDay, weekdayOf } from './civil.ts'

const RUNS = { numRuns: 200 * Number(process.env.NUOXING_PROVE ?? 1) }
const FIRST = dayOf(1970, 1, 1)
const LAST = dayOf(2200, 12, 31)
const days = fc.integer({ min: FIRST, max: LAST })

const day = (text: string) => parseDay(text) ?? assert.fail(`${text} is a day`)

test('days count from the first of January 1970', () => {
  assert.equal(dayOf(1970, 1, 1), 0)
  assert.equal(dayOf(1969, 12, 31), -1)
  assert.equal(dayOf(2026, 10, 1), 20_727)
})

test('every day from 1970 to 2200 has the date and the weekday that Temporal gives it', () => {
  let date = Temporal.PlainDate.from('1970-01-01')
  for (let at = FIRST; at <= LAST; at += 1) {
    const { year, month, day: dayOfMonth } = civilOf(at)
    if (year !== date.year || month !== date.month || dayOfMonth !== date.day) assert.fail(`${at} is ${date}, not ${formatDay(at)}`)
    if (dayOf(year, month, dayOfMonth) !== at) assert.fail(`${date} does not lead back to ${at}`)
    if (weekdayOf(at) !== date.dayOfWeek) assert.fail(`${date} is weekday ${date.dayOfWeek}, not ${weekdayOf(at)}`)
    date = date.add({ days: 1 })
  }
})

test('days long before 1970 keep their date and weekday too', () => {
  for (const text of ['1600-02-29', '1899-12-31', '1900-03-01', '1969-12-31']) {
    assert.equal(formatDay(day(text)), text)
    assert.equal(weekdayOf(day(text)), Temporal.PlainDate.from(text).dayOfWeek, text)
  }
})

test('a date reads back as it was written', () => {
  fc.assert(
    fc.property(days, (at) => {
      assert.equal(parseDay(formatDay(at)), at)
    }),
    RUNS,
  )
})

test('a date that does not exist is no date', () => {
  for (const text of [
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1900-02-29',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '',
    ' 2026-01-01',
  ]) {
    assert.equal(parseDay(text), undefined, text)
  }
  assert.equal(formatDay(day('2000-02-29')), '2000-02-29')
  assert.equal(isCivilDate(2024, 2, 29), true)
  assert.equal(isCivilDate(2026, 2, 29), false)
})

test('what is no day is not written as one', () => {
  assert.throws(() => formatDay(0.5), RangeError)
  assert.throws(() => formatDay(Number.NaN), RangeError)
  assert.throws(() => formatDay(dayOf(10_000, 1, 1)), RangeError)
})

test('months have their lengths, leap years included', () => {
  assert.deepEqual(
    Array.from({ length: 12 }, (_, i) => daysInMonth(2026, i + 1)),
    [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
  )
  assert.equal(daysInMonth(2028, 2), 29)
  assert.equal(daysInMonth(2100, 2), 28)
  assert.equal(daysInMonth(2000, 2), 29)
})

test('month ends never drift: every month is counted from the anchor', () => {
  const anchor = day('2026-01-31')
  const ends = Array.from({ length: 6 }, (_, i) => formatDay(addMonths(anchor, i)))
  assert.deepEqual(ends, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'])
})

test('months reach over the year in both directions', () => {
  assert.equal(formatDay(addMonths(day('2026-11-30'), 3)), '2027-02-28')
  assert.equal(formatDay(addMonths(day('2027-11-30'), 3)), '2028-02-29')
  assert.equal(formatDay(addMonths(day('2026-01-15'), -1)), '2025-12-15')
  assert.equal(formatDay(addMonths(day('2026-03-31'), -13)), '2025-02-28')
  assert.equal(formatDay(addMonths(day('2024-02-29'), 12)), '2025-02-28')
  assert.equal(formatDay(addMonths(day('2024-02-29'), 48)), '2028-02-29')
})

test('adding months is what Temporal does when it constrains', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -240, max: 240 }), (at, months) => {
      assert.equal(formatDay(addMonths(at, months)), Temporal.PlainDate.from(formatDay(at)).add({ months }).toString())
    }),
    RUNS,
  )
})
