import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, clockOf } from '../given.testing.ts'
import { lines as said, planOf, recurring } from '../rhythm.testing.ts'
import { earlier, notBefore, occurrenceOf } from './schedule.ts'
import type { Occurrence } from './schedule.ts'

type Asked = { readonly anchor?: string; readonly calendar?: string; readonly numbers?: readonly number[] }

function occurrences(
  lines: string,
  { anchor = '2026-01-31 10:00', calendar = 'always', numbers = [1, 2, 3, 4] }: Asked = {},
): Occurrence[] {
  const bound = planOf('recurring', lines)
  const series = { anchor: at(anchor), calendar: bound.calendars[calendar]! }
  return numbers.flatMap((number) => occurrenceOf(recurring(bound), series, number) ?? [])
}

/** `01-31 10:00 → 03-01 00:00`: from and due. */
function dates(lines: string, asked: Asked = {}): string[] {
  return occurrences(lines, asked).map(({ from, due }) => `${clockOf(from)} → ${clockOf(due)}`)
}

const BASE = 'starts: contract.accepted\ntask: visit\n'

test('months are counted from the anchor each time: 31 January, 28 February, 31 March', () => {
  assert.deepEqual(dates(`${BASE}every: 1mo`), [
    '01-31 10:00 → 03-01 00:00',
    '03-01 00:00 → 04-01 00:00',
    '04-01 00:00 → 05-01 00:00',
    '05-01 00:00 → 06-01 00:00',
  ])
})

test('a leap day is the end of February in its own years only', () => {
  assert.deepEqual(dates(`${BASE}every: 1y`, { anchor: '2028-02-29 09:00', numbers: [1, 4] }), [
    '2028-02-29 09:00 → 2029-03-01 00:00',
    '2031-03-01 00:00 → 2032-03-01 00:00',
  ])
})

test('the first window begins with the anchor itself; each other one where the one before ends', () => {
  assert.deepEqual(dates(`${BASE}every: 3mo`, { anchor: '2026-03-15 14:30' }), [
    '03-15 14:30 → 06-16 00:00',
    '06-16 00:00 → 09-16 00:00',
    '09-16 00:00 → 12-16 00:00',
    '12-16 00:00 → 2027-03-16 00:00',
  ])
})

test('weeks, days, half years and quarters of an hour are counted as they are written', () => {
  assert.deepEqual(dates(`${BASE}every: 1w`, { numbers: [1, 2] }), ['01-31 10:00 → 02-08 00:00', '02-08 00:00 → 02-15 00:00'])
  assert.deepEqual(dates(`${BASE}every: 1d`, { numbers: [1, 2] }), ['01-31 10:00 → 02-02 00:00', '02-02 00:00 → 02-03 00:00'])
  assert.deepEqual(dates(`${BASE}every: 0.5y`, { numbers: [1, 2] }), ['01-31 10:00 → 08-01 00:00', '08-01 00:00 → 2027-02-01 00:00'])
  assert.deepEqual(dates(`${BASE}every: 30min`, { numbers: [1, 2] }), ['01-31 10:00 → 01-31 10:30', '01-31 10:30 → 01-31 11:00'])
})

test('hours are counted in the hours of the clause’s calendar', () => {
  const office = { calendar: 'office', anchor: '09-30 16:00', numbers: [1, 2] }
  assert.deepEqual(dates(`${BASE}every: 2h\ncalendar: office`, office), ['16:00 → 10-08 10:00', '10-08 10:00 → 10-08 12:00'])
})

test('working days are those of the clause’s calendar', () => {
  const office = { calendar: 'office', anchor: '09-29 10:00', numbers: [1, 2, 3] }
  assert.deepEqual(dates(`${BASE}every: 1wd\ncalendar: office`, office), [
    '09-29 10:00 → 17:00',
    '17:00 → 10-08 17:00',
    '10-08 17:00 → 10-09 17:00',
  ])
})

test('days of certain months: the window is those days, and no window begins before the anchor', () => {
  const lines = `${BASE}on: {months: [3, 6, 9, 12], days: 11-20}`
  assert.deepEqual(dates(lines, { anchor: '2026-03-11 10:00' }), [
    '03-11 00:00 → 03-21 00:00',
    '06-11 00:00 → 06-21 00:00',
    '09-11 00:00 → 09-21 00:00',
    '12-11 00:00 → 12-21 00:00',
  ])
  assert.deepEqual(dates(lines, { anchor: '2026-03-12 10:00', numbers: [1, 4, 5] }), [
    '06-11 00:00 → 06-21 00:00',
    '2027-03-11 00:00 → 2027-03-21 00:00',
    '2027-06-11 00:00 → 2027-06-21 00:00',
  ])
})

test('the 31st of each month is its last day, whatever its length and in whatever order the months are written', () => {
  assert.deepEqual(dates(`${BASE}on: {months: [4, 2, 3], days: 31}`, { anchor: '2026-01-01 00:00', numbers: [1, 2, 3, 4] }), [
    '02-28 00:00 → 03-01 00:00',
    '03-31 00:00 → 04-01 00:00',
    '04-30 00:00 → 05-01 00:00',
    '2027-02-28 00:00 → 2027-03-01 00:00',
  ])
  assert.equal(occurrences(`${BASE}on: {months: all, days: 15}`, { numbers: [12] }).length, 1)
})

test('so many in each period: all of them fall due with the period', () => {
  assert.deepEqual(dates(`${BASE}times: {min: 2, max: 3, per: 1y}`, { numbers: [1, 2, 3] }), [
    '01-31 10:00 → 2027-02-01 00:00',
    '01-31 10:00 → 2027-02-01 00:00',
    '2027-02-01 00:00 → 2028-02-01 00:00',
  ])
  assert.deepEqual(dates(`${BASE}times: 4\nper-period: 1y`, { numbers: [4, 5] }), [
    '01-31 10:00 → 2027-02-01 00:00',
    '2027-02-01 00:00 → 2028-02-01 00:00',
  ])
})

const PHASES = `${BASE}phases: [{weeks: 1-4, every: 1w, people: 1-2, checklist: [resident]}, {weeks: 5-8, every: 2w}, {months: 3-, every: 1mo, checklist: [monthly]}]\nchecklist: plain\nextra: [{months: [6, 12], checklist: annual-test}]`

test('phases follow each other: four weeks, two fortnights, then months without end', () => {
  const found = occurrences(PHASES, { numbers: [1, 4, 5, 6, 7, 8, 18] })
  assert.deepEqual(
    found.map(({ due, checklist, people }) => [clockOf(due), checklist.join(' '), people?.max]),
    [
      ['02-08 00:00', 'resident', 2],
      ['03-01 00:00', 'resident', 2],
      ['03-15 00:00', 'plain', undefined],
      ['03-29 00:00', 'plain', undefined],
      ['05-01 00:00', 'monthly', undefined],
      ['06-01 00:00', 'monthly', undefined],
      ['2027-04-01 00:00', 'monthly', undefined],
    ],
  )
})

test('what belongs into certain months goes with the first occurrence that ends in them', () => {
  const found = occurrences(PHASES, { numbers: [9, 10, 11, 16, 17] })
  assert.deepEqual(
    found.map(({ due, checklist }) => [clockOf(due), checklist.join(' ')]),
    [
      ['07-01 00:00', 'monthly'],
      ['08-01 00:00', 'monthly annual-test'],
      ['09-01 00:00', 'monthly'],
      ['2027-02-01 00:00', 'monthly annual-test'],
      ['2027-03-01 00:00', 'monthly'],
    ],
  )
})

test('a series whose last phase ends has no occurrence after it', () => {
  const lines = `${BASE}phases: [{weeks: 1-2, every: 1w}]`
  assert.equal(occurrences(lines, { numbers: [1, 2] }).length, 2)
  assert.equal(occurrences(lines, { numbers: [3, 40] }).length, 0)
})

test('working days of a phase are counted from where the phase begins', () => {
  const lines = `${BASE}calendar: office\nphases: [{weeks: 1-1, every: 1wd}]`
  const due = occurrences(lines, { calendar: 'office', anchor: '2026-03-02 09:00', numbers: [1, 2, 3, 4, 5, 6] }).map((one) =>
    clockOf(one.due),
  )
  assert.deepEqual(due, ['03-04 00:00', '03-05 00:00', '03-06 00:00', '03-07 00:00', '03-10 00:00'])
})

test('a window before the due day counts that day', () => {
  assert.deepEqual(dates(`${BASE}every: 3mo\nwindow: 10d`, { anchor: '2026-01-15 10:00', numbers: [1, 2] }), [
    '04-06 00:00 → 04-16 00:00',
    '07-06 00:00 → 07-16 00:00',
  ])
  assert.deepEqual(dates(`${BASE}every: 1d\nwindow: 6h`, { numbers: [1] }), ['02-01 18:00 → 02-02 00:00'])
  assert.deepEqual(dates(`${BASE}every: 1mo\nwindow: 1w`, { numbers: [1] }), ['02-22 00:00 → 03-01 00:00'])
})

test('a due day that falls on a holiday goes to the next working day, or to the one before, or stays', () => {
  // 1 to 7 October 2026 are off; 10 October is a make-up Saturday.
  const on = (holiday: string) =>
    dates(`${BASE}on: {months: [10], days: 1}\ncalendar: office\nholiday: ${holiday}`, { calendar: 'office', numbers: [1] })
  assert.deepEqual(on('keep'), ['10-01 00:00 → 10-02 00:00'])
  assert.deepEqual(on('next-workday'), ['10-01 00:00 → 10-09 00:00'])
  assert.deepEqual(on('previous-workday'), ['10-01 00:00 → 10-01 00:00'])
})

test('over a rest that is longer than the period no day before the anchor is owed: the first working day behind it takes its place', () => {
  // 15 to 23 February 2026 are off, the 14th is a make-up Saturday: the working day before the 21st, and before the 22nd, is the 14th.
  const weekly = `${BASE}every: 1w\ncalendar: office\nholiday: previous-workday`
  const after = (anchor: string) => dates(weekly, { calendar: 'office', anchor, numbers: [1] })
  assert.deepEqual(after('2026-02-14 10:00'), ['02-14 10:00 → 02-15 00:00'])
  assert.deepEqual(after('2026-02-15 00:00'), ['02-15 00:00 → 02-25 00:00'])
})

test('a weekly visit that is counted from the last one goes on over the longest holidays', () => {
  const bound = planOf('recurring', `${BASE}every: 1w\nanchor: floating\ncalendar: office\nholiday: previous-workday`)
  assert.deepEqual(said(bound, [['2026-02-06 10:00', 'contract.accepted', {}, { on: 'contract/C1' }]], '2026-03-10 00:00'), [
    '1 broken 02-06 10:00 → 02-14 00:00',
    '2 broken 02-14 00:00 → 02-15 00:00',
    '3 broken 02-15 00:00 → 02-25 00:00',
    '4 broken 02-25 00:00 → 03-05 00:00',
    '5 open 03-05 00:00 → 03-13 00:00',
  ])
})

test('where holidays are not announced yet the day is provisional; a day that stays on its date never is', () => {
  const told = (lines: string) => occurrences(lines, { calendar: 'office', numbers: [1, 2] }).map(({ provisional }) => provisional)
  assert.deepEqual(told(`${BASE}on: {months: [10], days: 1}\ncalendar: office\nholiday: next-workday`), [false, true])
  assert.deepEqual(told(`${BASE}on: {months: [10], days: 1}\ncalendar: office`), [false, false])
})

test('so long before an instant: whole days end at midnight, hours are counted in the calendar', () => {
  const { calendars } = planOf('recurring', `${BASE}every: 1d`)
  const always = { anchor: at('10:00'), calendar: calendars.always! }
  const office = { anchor: at('10:00'), calendar: calendars.office! }
  const before = (series: typeof always, by: { value: number; unit: 'd' | 'h' | 'wd' }) => clockOf(earlier(series, at('10-15 00:00'), by))
  assert.equal(before(always, { value: 14, unit: 'd' }), '10-01 00:00')
  assert.equal(before(always, { value: 3, unit: 'h' }), '10-14 21:00')
  assert.equal(before(office, { value: 9, unit: 'h' }), '10-13 16:00')
  assert.equal(clockOf(notBefore(always, { value: 3, unit: 'mo' })), '12-30 00:00')
  assert.equal(clockOf(notBefore(always, { value: 90, unit: 'min' })), '11:30')
})
