import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CalendarSource } from './calendar.ts'
import type { CompileInput } from './compile.ts'
import { loadZone } from '../../server/zones.ts'
import { parseDay } from '../time/civil.ts'
import { at, compiled, due, OFFICE, runs, scenes, SHANGHAI, shown } from './calendar.testing.ts'
import { between } from './clock.ts'
import { compileCalendar } from './compile.ts'
import { HOLIDAY_LISTS, HOLIDAYS_CN } from './holidays-cn.ts'
import { withAnnouncement } from './holidays.ts'

const HOUR = 3_600_000
const zone = loadZone(SHANGHAI)

function input(source: unknown, more: Partial<CompileInput> = {}): CompileInput {
  return { id: 'desk', source: source as CalendarSource, zone, holidays: HOLIDAY_LISTS, fromYear: 2026, untilYear: 2028, ...more }
}

function codes(source: unknown): string[] {
  const result = compileCalendar(input(source))
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

const hoursOf = (calendar: ReturnType<typeof compiled>, date: string) => between(calendar, at(`${date} 00:00`), at(`${date} 24:00`))! / HOUR

test('spans ascend, never touch, and their open time adds up', () => {
  fc.assert(
    fc.property(scenes, ({ source, zone: id }) => {
      const result = compileCalendar(input(source, { zone: loadZone(id) }))
      fc.pre(result.ok)
      const { starts, ends, prefix, from, until } = result.calendar
      assert.ok(starts[0]! >= from && ends.at(-1)! <= until)
      for (let i = 0; i < starts.length; i += 1) {
        assert.ok(starts[i]! < ends[i]!)
        assert.ok(i === 0 || ends[i - 1]! < starts[i]!)
        assert.equal(prefix[i + 1]! - prefix[i]!, ends[i]! - starts[i]!)
      }
    }),
    runs(60),
  )
})

test('working days ascend and each has open time', () => {
  fc.assert(
    fc.property(scenes, ({ source, zone: id }) => {
      const result = compileCalendar(input(source, { zone: loadZone(id) }))
      fc.pre(result.ok)
      const { workdays } = result.calendar
      assert.ok(workdays.every((day, i) => i === 0 || workdays[i - 1]! < day))
    }),
    runs(60),
  )
})

test('an override closes a working day and opens a closed one, whatever list and week say', () => {
  const calendar = compiled({
    ...OFFICE,
    overrides: [
      { date: '2026-06-08', hours: [] },
      { date: '2026-10-02', until: '2026-10-03', hours: ['10:00-14:00'], name: '节日值班' },
      { date: '2026-10-10', hours: [] },
      { date: '2026-06-13', hours: ['09:00-12:00', '13:00-15:00'] },
    ],
  })
  assert.equal(hoursOf(calendar, '2026-06-08'), 0, 'closed on a Monday')
  assert.equal(hoursOf(calendar, '2026-10-02'), 4, 'open on National Day')
  assert.equal(hoursOf(calendar, '2026-10-03'), 4)
  assert.equal(hoursOf(calendar, '2026-10-04'), 0)
  assert.equal(hoursOf(calendar, '2026-10-10'), 0, 'closed on a make-up workday')
  assert.equal(hoursOf(calendar, '2026-06-13'), 5, 'open on a Saturday')
  assert.equal(due(calendar, '2026-09-30 12:00', '1wd'), '2026-10-02 14:00', 'what opens by an override is a working day')
  assert.equal(due(calendar, '2026-06-05 12:00', '1wd'), '2026-06-09 19:30')
})

test('a make-up workday has the hours of Monday, or of the day that is named', () => {
  const week = { mon: ['09:00-17:00'], 'tue-fri': ['09:00-18:00'], sat: ['10:00-11:00'] }
  assert.equal(hoursOf(compiled({ weekly: week, holidays: 'CN' }), '2026-10-10'), 8)
  assert.equal(hoursOf(compiled({ weekly: week, holidays: 'CN', 'make-up-as': 'fri' }), '2026-10-10'), 9)
  assert.equal(hoursOf(compiled({ weekly: week, holidays: 'CN', 'make-up-as': 'sat' }), '2026-10-10'), 1)
  assert.equal(hoursOf(compiled({ weekly: week }), '2026-10-10'), 1, 'without the list a Saturday is a Saturday')
})

test('a day that is named twice in the week has the hours of both', () => {
  const calendar = compiled({ weekly: { 'mon-fri': ['09:00-12:00'], wed: ['11:00-15:00'], 'fri-sun': ['20:00-21:00'] } })
  assert.deepEqual(
    ['2026-06-08', '2026-06-10', '2026-06-12', '2026-06-13'].map((date) => hoursOf(calendar, date)),
    [3, 6, 4, 1],
  )
})

test('a calendar that always is open is one span with Monday to Friday as working days', () => {
  const calendar = compiled({ hours: '24x7' })
  assert.equal(calendar.always, true)
  assert.equal(calendar.starts.length, 1)
  assert.equal(calendar.knownUntil, Infinity)
  assert.ok(calendar.workdays.includes(parseDay('2026-10-01')!))
  const listed = compiled({ hours: '24x7', holidays: 'CN' })
  assert.equal(listed.knownUntil, Infinity, 'its hours do not wait for a list')
  assert.equal(listed.workdaysKnownUntil, parseDay('2027-01-01'), 'its working days do')
  assert.ok(!listed.workdays.includes(parseDay('2026-10-01')!) && listed.workdays.includes(parseDay('2026-10-10')!))
})

test('hours are known up to the last announced day, midnight by the wall clock', () => {
  assert.equal(shown(compiled(OFFICE).knownUntil), '2027-01-01 00:00')
  assert.equal(compiled({ weekly: { mon: ['09:00-17:00'] } }).knownUntil, Infinity)
})

test('a calendar begins where its holiday list does: before, it would be wrong in silence', () => {
  assert.equal(shown(compiled(OFFICE, SHANGHAI, [2010, 2030]).from), '2024-01-01 00:00')
  assert.equal(shown(compiled({ weekly: { mon: ['09:00-17:00'] } }, SHANGHAI, [2010, 2030]).from), '2010-01-01 00:00')
  assert.equal(shown(compiled(OFFICE, SHANGHAI, [2010, 2030]).until), '2030-01-01 00:00')
})

test('the eve before the first year reaches in over midnight', () => {
  const calendar = compiled({ weekly: { 'mon-sun': ['22:00-06:00'] } }, SHANGHAI, [2026, 2027])
  assert.equal(hoursOf(calendar, '2026-01-01'), 8)
})

test('a published list moves what was provisional and leaves what was known alone', () => {
  const published = withAnnouncement(HOLIDAYS_CN, {
    version: '2027',
    from: parseDay('2027-01-01')!,
    knownUntil: parseDay('2028-01-01')!,
    days: ['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({ date, name: '元旦', isOffDay: true })),
  })!
  const result = compileCalendar(input(OFFICE, { holidays: { CN: published }, untilYear: 2029 }))
  assert.ok(result.ok)
  assert.equal(due(compiled(OFFICE), '2026-12-31 19:00', '1h'), '2027-01-01 10:00?')
  assert.equal(due(result.calendar, '2026-12-31 19:00', '1h'), '2027-01-04 10:00')
  assert.equal(due(result.calendar, '2026-09-30 18:00', '1wd'), '2026-10-08 19:30')
  assert.notEqual(result.calendar.hash, compiled(OFFICE, SHANGHAI, [2026, 2029]).hash)
})

test('what the writer must mend comes back as problems', () => {
  assert.deepEqual(codes({ hours: 'unstated' }), ['hours-unstated'])
  assert.deepEqual(codes({ weekly: {} }), ['no-open-time'])
  assert.deepEqual(codes({ weekly: { mon: ['x'] }, holidays: 'DE' }), ['bad-hours', 'unknown-holidays'])
  assert.deepEqual(
    codes({ weekly: {}, overrides: [{ date: '2031-06-08', hours: ['10:00-12:00'] }] }),
    ['no-open-time'],
    'open in no compiled year',
  )
  assert.deepEqual(codes(null), ['not-a-calendar'])
})

test('a zone that is not the one the calendar names, or no years, is a mistake of the caller', () => {
  assert.throws(() => compileCalendar(input({ ...OFFICE, timezone: 'Europe/Berlin' })), RangeError)
  assert.throws(() => compileCalendar(input(OFFICE, { fromYear: 2030, untilYear: 2030 })), RangeError)
  assert.throws(() => compileCalendar(input(OFFICE, { fromYear: 2010, untilYear: 2020 })), RangeError, 'years before the list')
})

test('the same calendar has the same hash, another one another', () => {
  assert.equal(compiled(OFFICE).hash, compiled({ ...OFFICE }).hash)
  const hashes = [
    compiled(OFFICE),
    compiled(OFFICE, SHANGHAI, [2024, 2031]),
    compiled({ ...OFFICE, 'make-up-as': 'mon', overrides: [{ date: '2026-06-08', hours: [] }] }),
    compiled({ weekly: { 'mon-fri': ['09:30-19:30'] } }),
    compiled({ weekly: { 'mon-fri': ['09:30-19:30'] } }, 'Asia/Manila'),
    compiled({ hours: '24x7' }),
    compiled({ hours: '24x7', holidays: 'CN' }),
  ].map(({ hash }) => hash)
  assert.equal(new Set(hashes).size, hashes.length)
  assert.ok(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash)))
})

test('two spellings of the same hours count the same and hash the same', () => {
  assert.equal(
    compiled({ weekly: { 'mon-fri': ['09:00-17:00'] } }).hash,
    compiled({ weekly: { 'mon-wed': ['09:00-12:00', '12:00-17:00'], 'wed-fri': ['09:00-17:00'] } }).hash,
  )
})

test('newer zone rules that say the same keep the hash', () => {
  const result = compileCalendar(input(OFFICE, { zone: { ...zone, tzdata: '2099z' } }))
  assert.ok(result.ok)
  assert.equal(result.calendar.zone.tzdata, '2099z')
  assert.equal(result.calendar.hash, compiled(OFFICE, SHANGHAI, [2026, 2028]).hash)
})

const WITNESS = `
import { compiled, due, OFFICE } from './calendar.testing.ts'
const berlin = compiled({ weekly: { 'mon-sun': ['22:00-06:00'] } }, 'Europe/Berlin')
const office = compiled(OFFICE)
console.log(JSON.stringify([office.hash, berlin.hash, due(office, '2026-09-30 18:00', '7wd'), due(office, '2026-02-14 18:30', '2h'), due(berlin, '2026-03-28 22:00', '7h'), due(berlin, '2026-10-24 23:00', '1d')]))
`

test('wherever the host stands, every due time and every hash is the same', () => {
  const said = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', WITNESS], {
      cwd: import.meta.dirname,
      env: { ...process.env, TZ, NODE_TEST_CONTEXT: '' },
      encoding: 'utf8',
    }),
  )
  assert.equal(new Set(said).size, 1, said.join(''))
  assert.match(said[0]!, /2026-10-15 19:30.*2026-02-24 10:30.*2026-03-29 06:00.*2026-10-26 00:00/)
})
