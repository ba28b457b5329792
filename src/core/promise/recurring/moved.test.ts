import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from '../cover/given.testing.ts'
import type { CompiledCalendar } from '../../calendar/compile.ts'
import { compileCalendar } from '../../calendar/compile.ts'
import { HOLIDAY_LISTS } from '../../calendar/holidays-cn.ts'
import { withAnnouncement } from '../../calendar/holidays.ts'
import { parseDay } from '../../time/civil.ts'
import { story } from '../from-yaml.testing.ts'
import { clockOf } from '../given.testing.ts'
import { ACCEPTED, CONTRACT, care, deed, lines, planOf } from '../rhythm.testing.ts'

const BASE = 'starts: contract.accepted\ntask: visit\n'
const visit = (when: string, data: NonNullable<Told[2]> = {}) => deed(when, 'visit.done', data)
const notesOf = (one: { readonly why: { readonly notes: readonly { readonly kind: string }[] } }) => one.why.notes.map(({ kind }) => kind)

// Agreed, approved, published -------------------------------------------------------------------------------------------------

const on = planOf('recurring', `${BASE}on: {months: [3, 6, 9, 12], days: 11-20}\nagreed-by: customer`)
const agreed = (when: string, data: NonNullable<Told[2]>) => deed(when, 'visit.agreed', { promise: 'care', by: 'customer', ...data })

test('the customer agrees to a day: it is owed on that day, before, inside or after the window', () => {
  const told = (startsAt: string) => lines(on, [ACCEPTED, agreed('2026-03-01 10:00', { startsAt, occurrence: 1 })], '2026-03-02 10:00')[0]
  assert.equal(told('2026-03-15T09:00:00+08:00'), '1 open 03-11 00:00 → 03-16 00:00')
  assert.equal(told('2026-03-08T09:00:00+08:00'), '1 open 03-08 00:00 → 03-09 00:00')
  assert.equal(told('2026-03-25T09:00:00+08:00'), '1 open 03-11 00:00 → 03-26 00:00')
})

test('an agreement by somebody else, without a day, or on another promise moves nothing', () => {
  const day = '2026-03-25T09:00:00+08:00'
  const beside: readonly NonNullable<Told[2]>[] = [
    { startsAt: day, by: 'vendor' },
    {},
    { startsAt: day, promise: 'other' },
    { startsAt: day, occurrence: 5 },
  ]
  for (const data of beside)
    assert.equal(lines(on, [ACCEPTED, agreed('2026-03-01 10:00', data)], '2026-03-02 10:00')[0], '1 open 03-11 00:00 → 03-21 00:00')
})

test('an agreement that names no occurrence is about the first that is open; the note says before and after', () => {
  const [first] = care(on, [ACCEPTED, agreed('2026-03-01 10:00', { startsAt: '2026-03-25T09:00:00+08:00' })], '2026-03-02 10:00')
  assert.equal(first?.why.detail?.agreed, true)
  assert.deepEqual(notesOf(first!), ['agreed'])
})

const approved = planOf('recurring', `${BASE}on: {months: [3, 6], days: 11-20}\napproved-by: customer\nahead: 21d`)
const SUBMITTED = deed('2026-03-05 10:00', 'document.issued', { promise: 'care', document: '巡检方案' })

test('a plan submitted in time and not approved by the customer excuses; not submitted it is broken', () => {
  const [excused] = care(approved, [ACCEPTED, SUBMITTED], '2026-03-22 10:00')
  assert.deepEqual([excused?.state, notesOf(excused!)], ['excused', ['plan-submitted', 'not-approved']])
  assert.match(lines(approved, [ACCEPTED], '2026-03-22 10:00')[0]!, /^1 broken/)
})

test('approved and not done it is broken, done it is kept', () => {
  const yes = deed('2026-03-08 10:00', 'approval.given', { promise: 'care', by: 'customer' })
  assert.match(lines(approved, [ACCEPTED, SUBMITTED, yes], '2026-03-22 10:00')[0]!, /^1 broken/)
  assert.match(lines(approved, [ACCEPTED, SUBMITTED, yes, visit('2026-03-12 10:00')], '2026-03-22 10:00')[0]!, /^1 kept/)
  const ours = deed('2026-03-08 10:00', 'approval.given', { promise: 'care', by: 'vendor' })
  assert.match(lines(approved, [ACCEPTED, SUBMITTED, ours], '2026-03-22 10:00')[0]!, /^1 excused/)
})

test('a plan that is submitted late excuses nothing', () => {
  const atLast = deed('2026-03-11 00:00', 'document.issued', { promise: 'care' })
  assert.match(lines(approved, [ACCEPTED, atLast], '2026-03-22 10:00')[0]!, /^1 excused/, 'at the last instant it is in time')
  const late = deed('2026-03-11 00:01', 'document.issued', { promise: 'care' })
  const [first] = care(approved, [ACCEPTED, late], '2026-03-22 10:00')
  assert.deepEqual([first?.state, notesOf(first!)], ['broken', ['plan-late']])
})

test('done although the plan was never approved it is kept', () => {
  assert.match(lines(approved, [ACCEPTED, SUBMITTED, visit('2026-03-20 23:59')], '2026-03-22 10:00')[0]!, /^1 kept/)
})

// Taken over ------------------------------------------------------------------------------------------------------------------

const takenOver = (day: string, written: string) =>
  planOf('recurring', `${BASE}${written}`, { terms: [{ key: 'cut-over', value: day, source: '接管清单' }] })

test('what fell due before the contract was taken over is history: neither kept nor broken here, and nothing follows from it', () => {
  const bound = takenOver('2026-04-15', 'every: 1mo\non-broken: [{escalate: lead}]')
  assert.deepEqual(lines(bound, [ACCEPTED], '2026-04-20 10:00'), ['3 open 04-01 00:00 → 05-01 00:00', '4 open 05-01 00:00 → 06-01 00:00'])
  const { effects } = story(bound, [ACCEPTED], { subject: CONTRACT, at: '2026-05-02 10:00' })
  assert.deepEqual(effects, [['escalate', 'lead']])
})

test('a visit of before keeps what falls due after; one for an occurrence of before keeps nothing', () => {
  const bound = takenOver('2026-04-15', 'every: 1mo')
  assert.equal(
    lines(bound, [ACCEPTED, visit('2026-04-02 10:00')], '2026-04-20 10:00')[0],
    '3 kept 04-01 00:00 → 05-01 00:00 at 04-02 10:00',
  )
  const early = visit('2026-02-02 10:00', { promise: 'care', occurrence: 1 })
  assert.equal(lines(bound, [ACCEPTED, early], '2026-04-20 10:00')[0], '3 open 04-01 00:00 → 05-01 00:00')
})

test('a floating one goes on from its last day of before', () => {
  const bound = takenOver('2026-04-15', 'every: 1mo\nanchor: floating')
  assert.deepEqual(lines(bound, [ACCEPTED], '2026-04-20 10:00'), ['3 open 04-02 00:00 → 05-03 00:00'])
})

test('a floating one goes on from when it was last done before', () => {
  const bound = takenOver('2026-04-15', 'every: 1mo\nanchor: floating')
  assert.deepEqual(lines(bound, [ACCEPTED, visit('2026-03-20 10:00')], '2026-04-20 10:00'), ['3 open 03-20 10:00 → 04-21 00:00'])
})

test('what falls due at the very beginning of the day of taking over fell due before it', () => {
  assert.equal(lines(takenOver('2026-05-01', 'every: 1mo'), [ACCEPTED], '2026-05-02 10:00')[0], '4 open 05-01 00:00 → 06-01 00:00')
  assert.equal(lines(takenOver('2026-04-30', 'every: 1mo'), [ACCEPTED], '2026-05-02 10:00')[0], '3 broken 04-01 00:00 → 05-01 00:00')
})

// Published -------------------------------------------------------------------------------------------------------------------

const DAY = (text: string) => parseDay(text)!

/** The office calendar once the first days of 2027 have been announced as off. */
function announced(): CompiledCalendar {
  const days = ['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({ date, name: '元旦', isOffDay: true }))
  const list = withAnnouncement(HOLIDAY_LISTS.CN!, { version: '2027', from: DAY('2027-01-01'), knownUntil: DAY('2028-01-01'), days })
  assert.ok(list)
  const source = { weekly: { 'mon-fri': ['09:00-17:00'] }, holidays: 'CN' }
  const zone = { id: 'Asia/Shanghai', tzdata: '2026a', transitions: [{ at: 0, offsetMs: 8 * 3_600_000 }] }
  const compiled = compileCalendar({ id: 'office', source, zone, holidays: { CN: list }, fromYear: 2026, untilYear: 2034 })
  assert.ok(compiled.ok)
  return compiled.calendar
}

test('a day that hung on holidays not announced is worked out anew when the list is published, and no longer provisional', () => {
  const office = announced()
  const lines27 = 'on: {months: [1], days: 1}\ncalendar: office\nholiday: next-workday\nahead: 1y'
  const bound = { ...planOf('recurring', `${BASE}${lines27}`), published: { [office.hash]: office } }
  const published: Told = ['2026-11-05 10:00', 'calendar.published', { calendars: { office: office.hash } }, { on: CONTRACT }]
  const [before] = care(bound, [ACCEPTED], '2026-11-04 10:00')
  assert.deepEqual([clockOf(before?.dueAt), before?.provisional], ['2027-01-02 00:00', true])
  const [after] = care(bound, [ACCEPTED, published], '2026-11-06 10:00')
  assert.deepEqual([clockOf(after?.dueAt), after?.provisional, notesOf(after!)], ['2027-01-05 00:00', false, ['calendar-published']])
})

test('a list that is published after the day leaves its verdict alone', () => {
  const office = announced()
  const bound = {
    ...planOf('recurring', `${BASE}on: {months: [1], days: 1}\ncalendar: office\nholiday: next-workday`),
    published: { [office.hash]: office },
  }
  const late: Told = ['2027-01-03 10:00', 'calendar.published', { calendars: { office: office.hash } }, { on: CONTRACT }]
  assert.match(lines(bound, [ACCEPTED, late], '2027-01-03 12:00')[0]!, /^1 broken .* 2027-01-02 00:00$/)
})

test('a clause that falls due with an event is history too where that event was before; after the taking over it is owed', () => {
  const more = `  list:\n    title: 备件清单\n    text: 验收之时交清单。\n    source: [R-8]\n    deadline: {per: contract, due: contract.accepted + 10d, kept-by: document.issued}\n`
  const listed = (day: string) => {
    const bound = planOf('recurring', `${BASE}every: 1mo`, { more, terms: [{ key: 'cut-over', value: day, source: '接管清单' }] })
    const { obligations } = story(bound, [ACCEPTED], { subject: CONTRACT, at: '2026-04-20 10:00' })
    return obligations.filter(({ promise }) => promise === 'list').map(({ state }) => state)
  }
  assert.deepEqual(listed('2026-04-15'), [])
  assert.deepEqual(listed('2026-01-01'), ['broken'])
})
