import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LOCALES } from '../words.ts'
import { runs } from './calendar.testing.ts'
import { checkCalendar, readCalendar } from './check.ts'
import { CALENDAR_WORDS, sayCalendarProblem } from './words.ts'

const LISTS = ['CN']

/** `code path` of every problem, in the order in which they are said. */
function wrong(source: unknown): string[] {
  return checkCalendar(source, LISTS).map(({ code, path }) => `${code} ${path}`.trim())
}

const week = { 'mon-fri': ['09:30-19:30'] }

test('a calendar that says what it must has no problem', () => {
  for (const source of [
    { hours: '24x7' },
    { hours: '24x7', holidays: 'CN', timezone: 'Asia/Shanghai' },
    { hours: 'unstated' },
    { weekly: week },
    {
      weekly: { mon: ['09:00-12:00', '13:00-18:00'], 'sat-sun': ['22:00-06:00'] },
      holidays: 'CN',
      'make-up-as': 'tue',
      timezone: 'Europe/Berlin',
    },
    {
      weekly: week,
      overrides: [
        { date: '2026-10-01', until: '2026-10-03', hours: [], name: '盘点' },
        { date: '2026-10-04', hours: ['10:00-12:00'] },
      ],
    },
    { weekly: {}, overrides: [{ date: '2026-10-04', hours: ['10:00-12:00'] }] },
    { weekly: { ...week, sun: [] } },
  ]) {
    assert.deepEqual(wrong(source), [], JSON.stringify(source))
    assert.deepEqual(readCalendar(source, LISTS), { ok: true, source })
  }
})

test('a calendar says its hours in one way', () => {
  assert.deepEqual(wrong({}), ['hours-or-weekly'])
  assert.deepEqual(wrong({ hours: '24x7', weekly: week }), ['hours-or-weekly'])
  assert.deepEqual(wrong({ hours: '7x24' }), ['unknown-hours-word hours'])
  assert.deepEqual(wrong({ hours: 24 }), ['unknown-hours-word hours'])
})

test('what is no calendar at all is said to be none', () => {
  for (const source of [undefined, null, '24x7', 7, true, [], [{ hours: '24x7' }]])
    assert.deepEqual(wrong(source), ['not-a-calendar'], String(source))
})

test('an unknown key is refused wherever it stands', () => {
  assert.deepEqual(wrong({ weekly: week, holiday: 'CN' }), ['unknown-key holiday'])
  assert.deepEqual(wrong({ hours: '24x7', overrides: [] }), ['unknown-key overrides'])
  assert.deepEqual(wrong({ hours: 'unstated', holidays: 'CN' }), ['unknown-key holidays'])
  assert.deepEqual(wrong({ weekly: week, overrides: [{ date: '2026-10-01', hours: [], note: '' }] }), ['unknown-key overrides[0].note'])
})

test('an unknown day or bad hours are named where they stand', () => {
  assert.deepEqual(wrong({ weekly: { workdays: ['09:00-17:00'] } }), ['unknown-day weekly.workdays'])
  assert.deepEqual(wrong({ weekly: { mon: ['09:00-17:00', '18:00'] } }), ['bad-hours weekly.mon[1]'])
  assert.deepEqual(wrong({ weekly: { mon: ['09:00-09:00'] } }), ['empty-hours weekly.mon[0]'])
  assert.deepEqual(wrong({ weekly: { mon: '09:00-17:00' } }), ['bad-value weekly.mon'])
  assert.deepEqual(wrong({ weekly: { mon: [900] } }), ['bad-hours weekly.mon[0]'])
  assert.deepEqual(wrong({ weekly: { mon: null } }), ['bad-value weekly.mon'])
  assert.deepEqual(wrong({ weekly: ['mon'] }), ['bad-value weekly'])
  assert.deepEqual(wrong({ weekly: week, 'make-up-as': 'monday' }), ['unknown-day make-up-as'])
  assert.deepEqual(wrong({ weekly: week, timezone: 8 }), ['bad-value timezone'])
  assert.deepEqual(wrong({ weekly: week, timezone: '' }), ['bad-value timezone'])
})

test('a holiday list that does not exist is refused, not skipped', () => {
  assert.deepEqual(wrong({ weekly: week, holidays: 'DE' }), ['unknown-holidays holidays'])
  assert.deepEqual(wrong({ weekly: week, holidays: null }), ['unknown-holidays holidays'])
  assert.deepEqual(wrong({ weekly: week, holidays: 'toString' }), ['unknown-holidays holidays'])
})

test('dated overrides need dates that exist, in order, each settled once', () => {
  const over = (...overrides: unknown[]) => wrong({ weekly: week, overrides })
  assert.deepEqual(over({ date: '2026-02-29', hours: [] }), ['bad-date overrides[0].date'])
  assert.deepEqual(over({ hours: [] }), ['bad-date overrides[0].date'])
  assert.deepEqual(over({ date: '2026-10-01', until: '10-03', hours: [] }), ['bad-date overrides[0].until'])
  assert.deepEqual(over({ date: '2026-10-03', until: '2026-10-01', hours: [] }), ['dates-reversed overrides[0].until'])
  assert.deepEqual(over({ date: '2026-10-01' }), ['bad-value overrides[0].hours'])
  assert.deepEqual(over({ date: '2026-10-01', hours: ['x'] }), ['bad-hours overrides[0].hours[0]'])
  assert.deepEqual(over({ date: '2026-10-01', hours: [], name: 5 }), ['bad-value overrides[0].name'])
  assert.deepEqual(over('2026-10-01'), ['bad-value overrides[0]'])
  assert.deepEqual(wrong({ weekly: week, overrides: { date: '2026-10-01' } }), ['bad-value overrides'])
  assert.deepEqual(over({ date: '2026-10-01', hours: [] }, { date: '2026-10-01', hours: [] }), ['date-twice overrides[1]'])
  assert.deepEqual(over({ date: '2026-10-01', until: '2026-10-05', hours: [] }, { date: '2026-10-05', hours: ['10:00-12:00'] }), [
    'date-twice overrides[1]',
  ])
  assert.deepEqual(over({ date: '2026-10-01', until: '2026-10-05', hours: [] }, { date: '2026-10-06', hours: ['10:00-12:00'] }), [])
})

test('a calendar with no open time is refused', () => {
  assert.deepEqual(wrong({ weekly: {} }), ['no-open-time weekly'])
  assert.deepEqual(wrong({ weekly: { 'mon-fri': [] }, overrides: [{ date: '2026-10-01', hours: [] }] }), ['no-open-time weekly'])
})

test('all that is wrong is said at once', () => {
  assert.deepEqual(wrong({ weekly: { workdays: ['9'] }, holidays: 'X', extra: 1, overrides: [{ date: 'soon', hours: [] }] }), [
    'unknown-key extra',
    'unknown-day weekly.workdays',
    'bad-hours weekly.workdays[0]',
    'unknown-holidays holidays',
    'bad-date overrides[0].date',
  ])
})

test('whatever somebody writes, checking answers and never throws', () => {
  const keys = fc.constantFrom('hours', 'weekly', 'holidays', 'overrides', 'make-up-as', 'timezone', 'x')
  const values = fc.oneof(
    fc.constantFrom('24x7', 'unstated', 'CN', 'mon', null),
    fc.jsonValue(),
    fc.array(fc.record({ date: fc.jsonValue(), until: fc.jsonValue(), hours: fc.jsonValue() })),
  )
  fc.assert(
    fc.property(fc.oneof(fc.dictionary(keys, values), fc.anything()), (source) => {
      for (const problem of checkCalendar(source, LISTS)) assert.ok(Object.hasOwn(CALENDAR_WORDS.en, problem.code))
    }),
    runs(300),
  )
})

test('every problem has a sentence in every language, all its places filled', () => {
  const sources = [
    undefined,
    {},
    { hours: 'x' },
    { weekly: { x: ['y', '08:00-08:00'] }, z: 1, holidays: 'X', timezone: 1 },
    { weekly: {} },
    {
      weekly: week,
      overrides: [
        { date: 'x', hours: [] },
        { date: '2026-10-03', until: '2026-10-01', hours: [] },
        { date: '2026-10-07', hours: [] },
        { date: '2026-10-07', hours: [] },
      ],
    },
  ]
  const problems = sources.flatMap((source) => checkCalendar(source, LISTS))
  const said = new Set(problems.map(({ code }) => code))
  assert.equal(said.size, Object.keys(CALENDAR_WORDS.en).length - 1, 'all but the one that only compiling can tell')
  for (const locale of LOCALES) {
    for (const problem of problems) assert.doesNotMatch(sayCalendarProblem(problem, locale), /[{}]/, `${locale} ${problem.code}`)
    assert.notEqual(sayCalendarProblem({ code: 'hours-unstated', path: 'hours', params: {} }, locale), '')
  }
})

test('the sentence names what was written and what could stand there', () => {
  const [problem] = checkCalendar({ weekly: week, holidays: 'DE' }, LISTS)
  assert.equal(sayCalendarProblem(problem!, 'zh-CN'), '没有名为“DE”的节假日表；现有：CN。')
  assert.equal(sayCalendarProblem(problem!, 'en'), 'There is no holiday list “DE”; there is: CN.')
})
