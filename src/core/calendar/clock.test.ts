import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CalendarSource } from './calendar.ts'
import { add, addDuration, between, isOpen, nextEdge } from './clock.ts'
import { at, compiled, due, OFFICE, shown } from './calendar.testing.ts'

const HOUR = 3_600_000
const office = compiled(OFFICE)
const always = compiled({ hours: '24x7' })
const desk = compiled({ weekly: { 'mon-sun': ['09:00-17:00'] } })

/** Each line: from, duration, due. */
function golden(calendar: typeof office, lines: readonly (readonly [string, string, string])[]): void {
  for (const [from, duration, expected] of lines) assert.equal(due(calendar, from, duration), expected, `${duration} from ${from}`)
}

test('hours elapse inside the office: over closing time, the weekend and into the morning', () => {
  golden(office, [
    ['2026-06-08 10:00', '4h', '2026-06-08 14:00'],
    ['2026-06-08 18:00', '4h', '2026-06-09 12:00'],
    ['2026-06-12 18:30', '2h', '2026-06-15 10:30'],
    ['2026-06-13 12:00', '30min', '2026-06-15 10:00'],
    ['2026-06-08 03:00', '30min', '2026-06-08 10:00'],
    ['2026-06-08 18:59:59.999', '30min', '2026-06-08 19:29:59.999'],
    ['2026-06-08 19:00:00.001', '30min', '2026-06-09 09:30:00.001'],
  ])
})

test('a target that fills the day is due at closing, not at the next opening', () => {
  golden(office, [
    ['2026-06-08 09:30', '10h', '2026-06-08 19:30'],
    ['2026-06-12 15:30', '4h', '2026-06-12 19:30'],
    ['2026-06-07 12:00', '10h', '2026-06-08 19:30'],
    ['2026-06-08 09:30', '20h', '2026-06-09 19:30'],
  ])
  golden(desk, [['2026-06-08 09:00', '8h', '2026-06-08 17:00']])
})

test('around Spring Festival 2026 the office rests for nine days and makes up on two Saturdays', () => {
  golden(office, [
    ['2026-02-13 19:00', '1h', '2026-02-14 10:00'],
    ['2026-02-14 18:30', '2h', '2026-02-24 10:30'],
    ['2026-02-14 12:00', '1wd', '2026-02-24 19:30'],
    ['2026-02-13 12:00', '1wd', '2026-02-14 19:30'],
    ['2026-02-20 12:00', '4h', '2026-02-24 13:30'],
    ['2026-02-27 12:00', '1d', '2026-02-28 19:30'],
    ['2026-02-28 19:00', '1h', '2026-03-02 10:00'],
    ['2026-02-12 12:00', '5wd', '2026-02-26 19:30'],
    ['2026-01-31 12:00', '1mo', '2026-02-28 19:30'],
    ['2026-01-15 12:00', '1mo', '2026-02-24 19:30'],
  ])
})

test('around National Day 2026 the office rests for seven days and makes up on 20 September and 10 October', () => {
  golden(office, [
    ['2026-09-18 19:00', '1h', '2026-09-20 10:00'],
    ['2026-09-18 12:00', '1wd', '2026-09-20 19:30'],
    ['2026-09-30 18:00', '24h', '2026-10-10 12:00'],
    ['2026-09-30 18:00', '1d', '2026-10-08 19:30'],
    ['2026-09-30 18:00', '1w', '2026-10-08 19:30'],
    ['2026-09-30 18:00', '1wd', '2026-10-08 19:30'],
    ['2026-10-05 18:00', '3wd', '2026-10-10 19:30'],
    ['2026-09-24 18:00', '7wd', '2026-10-12 19:30'],
    ['2026-10-09 19:00', '1h', '2026-10-10 10:00'],
  ])
})

test('New Year 2026 is made up for on Sunday the 4th', () => {
  golden(office, [
    ['2025-12-31 19:00', '1h', '2026-01-04 10:00'],
    ['2025-12-31 19:00', '1wd', '2026-01-04 19:30'],
    ['2026-01-04 19:00', '1h', '2026-01-05 10:00'],
  ])
})

test('a desk that names no holidays works through them', () => {
  golden(desk, [
    ['2026-10-01 12:00', '4h', '2026-10-01 16:00'],
    ['2026-10-01 12:00', '6h', '2026-10-02 10:00'],
    ['2026-10-01 12:00', '1wd', '2026-10-02 17:00'],
    ['2026-10-03 23:00', '1d', '2026-10-04 17:00'],
  ])
})

test('where service never rests a civil day ends at 24:00, the start day not counted', () => {
  golden(always, [
    ['2026-06-08 00:00', '1d', '2026-06-10 00:00'],
    ['2026-06-08 23:59', '1d', '2026-06-10 00:00'],
    ['2026-06-08 10:00', '0d', '2026-06-09 00:00'],
    ['2026-06-08 10:00', '2d', '2026-06-11 00:00'],
    ['2026-06-08 10:00', '1w', '2026-06-16 00:00'],
    ['2026-01-31 10:00', '1mo', '2026-03-01 00:00'],
    ['2024-02-29 10:00', '1y', '2025-03-01 00:00'],
    ['2026-06-08 10:00', '0.5y', '2026-12-09 00:00'],
    ['2026-06-08 10:00', '24h', '2026-06-09 10:00'],
  ])
})

test('where service never rests working days are Monday to Friday, and the named list changes them', () => {
  golden(always, [
    ['2026-06-12 10:00', '1wd', '2026-06-16 00:00'],
    ['2026-06-13 10:00', '1wd', '2026-06-16 00:00'],
    ['2026-09-30 10:00', '1wd', '2026-10-02 00:00'],
  ])
  golden(compiled({ hours: '24x7', holidays: 'CN' }), [
    ['2026-09-30 10:00', '1wd', '2026-10-09 00:00'],
    ['2026-09-30 10:00', '3wd', '2026-10-11 00:00'],
    ['2026-10-01 10:00', '24h', '2026-10-02 10:00'],
    ['2026-10-01 10:00', '1d', '2026-10-03 00:00'],
  ])
})

test('half a working day is half its hours, counted on from the start over closing time', () => {
  golden(office, [
    ['2026-06-08 09:30', '0.5wd', '2026-06-08 14:30'],
    ['2026-06-08 10:00', '0.5wd', '2026-06-08 15:00'],
    ['2026-06-08 18:00', '0.5wd', '2026-06-09 13:00'],
    ['2026-06-08 19:30', '0.5wd', '2026-06-09 14:30'],
    ['2026-06-13 12:00', '0.5wd', '2026-06-15 14:30'],
    ['2026-09-30 18:00', '0.5wd', '2026-10-08 13:00'],
    ['2026-06-08 10:00', '0.25wd', '2026-06-08 12:30'],
    ['2026-06-08 10:00', '1.5wd', '2026-06-10 14:30'],
    ['2026-06-12 10:00', '0.5d', '2026-06-12 15:00'],
  ])
})

test('after closing time half a working day is half of the next one, which may be shorter', () => {
  golden(compiled({ weekly: { 'mon-thu': ['09:00-17:00'], fri: ['09:00-13:00'] } }), [
    ['2026-06-11 16:59', '0.5wd', '2026-06-12 12:59'],
    ['2026-06-11 17:00', '0.5wd', '2026-06-12 11:00'],
  ])
})

test('half a day is half of the hours of that day, however long it is', () => {
  golden(compiled({ weekly: { mon: ['08:00-12:00'], tue: ['08:00-20:00'] } }), [
    ['2026-06-08 08:00', '0.5wd', '2026-06-08 10:00'],
    ['2026-06-08 11:00', '0.5wd', '2026-06-09 09:00'],
    ['2026-06-09 08:00', '0.5wd', '2026-06-09 14:00'],
  ])
})

test('where service never rests half a working day is twelve hours of working days', () => {
  golden(always, [
    ['2026-06-08 10:00', '0.5wd', '2026-06-08 22:00'],
    ['2026-06-12 18:00', '0.5wd', '2026-06-15 06:00'],
    ['2026-06-13 10:00', '0.5wd', '2026-06-15 12:00'],
    ['2026-06-12 10:00', '1.5wd', '2026-06-16 12:00'],
    ['2026-06-13 10:00', '0.5d', '2026-06-13 22:00'],
  ])
})

test('negative durations reach back by the same rules', () => {
  golden(always, [
    ['2026-06-20 00:00', '-10d', '2026-06-11 00:00'],
    ['2026-03-31 10:00', '-1mo', '2026-03-01 00:00'],
    ['2026-06-08 10:00', '-2h', '2026-06-08 08:00'],
  ])
  golden(office, [
    ['2026-06-09 10:00', '-1h', '2026-06-08 19:00'],
    ['2026-06-08 19:30', '-10h', '2026-06-08 09:30'],
    ['2026-06-15 10:00', '-1wd', '2026-06-12 19:30'],
    ['2026-06-15 10:00', '-2d', '2026-06-15 19:30'],
    ['2026-06-15 10:00', '-1h', '2026-06-12 19:00'],
    ['2026-10-08 10:00', '-1wd', '2026-09-30 19:30'],
  ])
})

test('no working days at all is the working day at hand, or the next', () => {
  golden(office, [
    ['2026-06-08 10:00', '0wd', '2026-06-08 19:30'],
    ['2026-06-13 10:00', '0wd', '2026-06-15 19:30'],
    ['2026-06-13 10:00', '0d', '2026-06-15 19:30'],
  ])
})

test('a night desk opens in the evening and closes in the morning', () => {
  const night = compiled({ weekly: { 'mon-fri': ['22:00-06:00'] } })
  golden(night, [
    ['2026-06-08 23:00', '7h', '2026-06-09 06:00'],
    ['2026-06-08 23:00', '8h', '2026-06-09 23:00'],
    ['2026-06-12 23:00', '8h', '2026-06-15 23:00'],
    ['2026-06-13 05:00', '1h', '2026-06-13 06:00'],
  ])
  assert.equal(isOpen(night, at('2026-06-13 05:59')), true, 'the shift of Friday ends on Saturday')
  assert.equal(isOpen(night, at('2026-06-13 06:00')), false)
  assert.equal(isOpen(night, at('2026-06-13 22:00')), false)
})

test('the last open instant of a day is midnight where the desk stays open over it', () => {
  const night = compiled({ weekly: { 'mon-fri': ['22:00-06:00'] } })
  golden(night, [
    ['2026-06-08 23:00', '1d', '2026-06-10 00:00'],
    // Saturday has the hours that reached in from Friday; it is open, but no working day.
    ['2026-06-12 23:00', '1d', '2026-06-13 06:00'],
    ['2026-06-12 23:00', '1wd', '2026-06-16 00:00'],
    ['2026-06-09 23:00', '0.5wd', '2026-06-10 03:00'],
    // Nothing reached in from Sunday: Monday has two hours, and half of them is one.
    ['2026-06-08 22:30', '0.5wd', '2026-06-08 23:30'],
  ])
})

test('what a holiday closes are the hours that begin on it', () => {
  const night = compiled({ weekly: { 'mon-sun': ['22:00-06:00'] }, holidays: 'CN' })
  assert.equal(isOpen(night, at('2026-10-01 05:00')), true, 'the shift that began on the eve goes on to its end')
  assert.equal(isOpen(night, at('2026-10-01 22:00')), false)
  assert.equal(isOpen(night, at('2026-10-08 05:00')), false, 'the shift of the last day off never began')
  assert.equal(isOpen(night, at('2026-10-08 22:00')), true)
})

test('several hours a day, overlapping ones joined, and up to midnight', () => {
  const split = compiled({ weekly: { 'mon-fri': ['09:00-12:00', '13:30-18:00'], fri: ['20:00-24:00', '11:00-13:30'] } })
  golden(split, [
    ['2026-06-08 11:30', '1h', '2026-06-08 14:00'],
    ['2026-06-08 09:00', '3h', '2026-06-08 12:00'],
    ['2026-06-08 17:30', '1h', '2026-06-09 09:30'],
    ['2026-06-12 12:00', '6h', '2026-06-12 18:00'],
    ['2026-06-12 12:00', '10h', '2026-06-13 00:00'],
    ['2026-06-11 12:00', '1d', '2026-06-13 00:00'],
  ])
})

test('when the clock is put forward the night is an hour shorter, when it is put back an hour longer', () => {
  const berlin = compiled({ weekly: { 'mon-sun': ['22:00-06:00'] } }, 'Europe/Berlin')
  golden(berlin, [
    ['2026-03-28 22:00', '7h', '2026-03-29 06:00'],
    ['2026-10-24 22:00', '9h', '2026-10-25 06:00'],
    ['2026-10-24 22:00', '8h', '2026-10-25 05:00'],
  ])
  const alwaysThere = compiled({ hours: '24x7' }, 'Europe/Berlin')
  golden(alwaysThere, [
    ['2026-03-28 12:00', '24h', '2026-03-29 13:00'],
    ['2026-03-28 12:00', '1d', '2026-03-30 00:00'],
    ['2026-03-28 12:00', '0.5d', '2026-03-29 00:00'],
    ['2026-03-29 12:00', '0.5d', '2026-03-29 23:30'],
  ])
  golden(compiled({ weekly: { 'mon-fri': ['09:00-17:00'] } }, 'America/New_York'), [['2026-03-06 16:00', '2h', '2026-03-09 10:00']])
})

test('hours that lie in the skipped hour of spring do not open, those that touch it are moved', () => {
  const berlin = compiled({ weekly: { sun: ['02:00-03:00', '12:00-13:00'] } }, 'Europe/Berlin')
  assert.equal(between(berlin, at('2026-03-29 00:00', 'Europe/Berlin'), at('2026-03-30 00:00', 'Europe/Berlin')), HOUR)
  const touching = compiled({ weekly: { sun: ['02:30-05:00'] } }, 'Europe/Berlin')
  assert.equal(between(touching, at('2026-03-29 00:00', 'Europe/Berlin'), at('2026-03-30 00:00', 'Europe/Berlin')), 1.5 * HOUR)
})

test('a calendar counts in its own zone, wherever the plan is', () => {
  const source: CalendarSource = { weekly: { 'mon-fri': ['09:00-17:00'] }, timezone: 'Europe/Berlin' }
  const berlin = compiled(source, 'Europe/Berlin')
  const start = at('2026-06-08 16:00', 'Asia/Shanghai')
  assert.equal(shown(add(berlin, start, 4 * HOUR)!, 'Europe/Berlin'), '2026-06-08 14:00')
})

test('past the announced holidays a due time is provisional, and one before is not', () => {
  golden(office, [
    ['2026-12-31 19:00', '30min', '2026-12-31 19:30'],
    ['2026-12-31 19:00', '31min', '2027-01-01 09:31?'],
    ['2026-12-30 10:00', '1wd', '2026-12-31 19:30'],
    ['2026-12-31 10:00', '1wd', '2027-01-01 19:30?'],
    ['2026-12-31 10:00', '1d', '2027-01-01 19:30?'],
    ['2026-06-08 10:00', '1y', '2027-06-08 19:30?'],
    ['2026-12-31 18:00', '0.5wd', '2027-01-01 13:00?'],
  ])
  golden(always, [['2026-12-31 10:00', '1wd', '2027-01-02 00:00']])
  golden(compiled({ hours: '24x7', holidays: 'CN' }), [
    ['2026-12-31 10:00', '24h', '2027-01-01 10:00'],
    ['2026-12-31 10:00', '1d', '2027-01-02 00:00'],
    ['2026-12-31 10:00', '1wd', '2027-01-02 00:00?'],
    ['2026-12-31 10:00', '0wd', '2027-01-01 00:00'],
    ['2027-01-01 10:00', '0.5wd', '2027-01-01 22:00?'],
  ])
})

test('outside the compiled years there is an error and never a number', () => {
  const last = compiled(OFFICE, 'Asia/Shanghai', [2024, 2028])
  golden(last, [
    ['2023-12-31 10:00', '1h', 'beyond-calendar'],
    ['2028-01-01 10:00', '1h', 'beyond-calendar'],
    ['2027-12-31 19:00', '1h', 'beyond-calendar'],
    ['2027-12-31 19:00', '30min', '2027-12-31 19:30?'],
    ['2027-12-31 10:00', '1d', 'beyond-calendar'],
    ['2027-12-31 10:00', '1wd', 'beyond-calendar'],
    ['2027-12-31 18:00', '0.5wd', 'beyond-calendar'],
    ['2027-12-01 10:00', '1.5wd', '2027-12-03 14:30?'],
    ['2027-12-30 10:00', '1.5wd', 'beyond-calendar'],
    ['2024-01-02 10:00', '-1mo', 'beyond-calendar'],
    ['2024-01-02 10:00', '-1wd', 'beyond-calendar'],
    ['2024-01-02 10:00', '-1h', 'beyond-calendar'],
    ['2027-06-01 10:00', '5y', 'beyond-calendar'],
  ])
  assert.equal(between(last, at('2023-12-31 10:00'), at('2024-01-03 10:00')), undefined)
  assert.equal(between(last, at('2027-12-31 10:00'), at('2028-01-03 10:00')), undefined)
  assert.equal(isOpen(last, at('2028-01-03 10:00')), false)
  golden(compiled({ hours: '24x7' }, 'Asia/Shanghai', [2024, 2028]), [
    ['2027-12-31 10:00', '1d', 'beyond-calendar'],
    ['2027-12-30 10:00', '1d', '2028-01-01 00:00'],
    ['2027-12-31 20:00', '0.5wd', 'beyond-calendar'],
    ['2027-12-31 20:00', '48h', '2028-01-02 20:00'],
  ])
})

test('a calendar whose last opening is over leads nowhere', () => {
  const once = compiled({ weekly: {}, overrides: [{ date: '2026-06-08', hours: ['10:00-12:00'] }] })
  golden(once, [
    ['2026-06-01 10:00', '2h', '2026-06-08 12:00'],
    ['2026-06-01 10:00', '1wd', '2026-06-08 12:00'],
    ['2026-06-01 10:00', '121min', 'beyond-calendar'],
    ['2026-06-09 10:00', '1d', 'beyond-calendar'],
    ['2026-06-09 10:00', '0.5d', 'beyond-calendar'],
    ['2026-06-09 10:00', '-1h', '2026-06-08 11:00'],
  ])
})

test('a share of a week or month, or of a day backwards, is refused', () => {
  for (const [value, unit] of [
    [0.5, 'w'],
    [0.5, 'mo'],
    [0.3, 'y'],
    [-0.5, 'wd'],
    [-1.5, 'd'],
  ] as const) {
    assert.deepEqual(addDuration(office, at('2026-06-08 10:00'), { value, unit }), { error: 'fraction' }, `${value}${unit}`)
  }
})

test('the next edge of an office is its opening or its closing, whichever comes first; what is always open has none', () => {
  const edge = (from: string) => shown(nextEdge(office, at(from))!)
  assert.deepEqual(['2026-06-08 03:00', '2026-06-08 09:30', '2026-06-08 19:29', '2026-06-08 19:30', '2026-06-12 20:00'].map(edge), [
    '2026-06-08 09:30',
    '2026-06-08 19:30',
    '2026-06-08 19:30',
    '2026-06-09 09:30',
    '2026-06-15 09:30',
  ])
  assert.equal(nextEdge(always, at('2026-06-08 03:00')), undefined)
  assert.equal(nextEdge(office, at('2050-06-08 03:00')), undefined)
})
