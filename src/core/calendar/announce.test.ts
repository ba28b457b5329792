import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Holiday } from './holidays.ts'
import { LOCALES } from '../words.ts'
import { at, given } from '../promise/given.testing.ts'
import { dayOf, formatDay, parseDay, weekdayOf } from '../time/civil.ts'
import { FESTIVALS, readAnnouncement, sayAnnounceProblem } from './announce.ts'
import { compileCalendar } from './compile.ts'
import { HOLIDAYS_CN } from './holidays-cn.ts'
import { ANNOUNCE_EN } from './words/announce.en.ts'
import { ANNOUNCE_ZH_CN } from './words/announce.zh-CN.ts'
import { ANNOUNCE_ZH_TW } from './words/announce.zh-TW.ts'

const off = (date: string, name: string): Holiday => ({ date, name, isOffDay: true })
const worked = (date: string, name: string): Holiday => ({ date, name, isOffDay: false })

/** An invented list for 2027: a day off for each festival, and two make-up workdays on weekends. */
const DAYS: readonly Holiday[] = [
  off('2027-01-01', '元旦'),
  off('2027-02-05', '春节'),
  off('2027-02-08', '春节'),
  worked('2027-02-13', '春节'),
  off('2027-04-05', '清明节'),
  off('2027-05-03', '劳动节'),
  off('2027-06-09', '端午节'),
  off('2027-09-15', '中秋节'),
  off('2027-10-01', '国庆节'),
  worked('2027-10-09', '国庆节'),
]

const list = (days: readonly unknown[] = DAYS, year: unknown = 2027) => ({ year, papers: [], days })
const read = (raw: unknown) => readAnnouncement(raw, HOLIDAYS_CN)

function problems(raw: unknown): string[] {
  const announced = read(raw)
  return announced.ok ? [] : announced.problems.map(({ code, path }) => `${path} ${code}`)
}

test('a sound list goes onto the one in force: more is known, and what was known stays', () => {
  const announced = read(list())
  assert.ok(announced.ok)
  assert.equal(formatDay(announced.list.knownUntil), '2028-01-01')
  assert.equal(announced.list.version, '2027')
  assert.equal(announced.list.days.length, HOLIDAYS_CN.days.length + DAYS.length)
  for (const day of HOLIDAYS_CN.days) assert.ok(announced.list.days.includes(day))
})

test('the list of a year may settle days in December of the year before, and nothing else outside its year', () => {
  const early = read(list([...DAYS, off('2026-12-31', '元旦')]))
  assert.ok(early.ok)
  assert.equal(formatDay(early.announcement.from), '2026-12-31')
  assert.deepEqual(problems(list([...DAYS, off('2026-11-30', '元旦')])), ['days.10.date day-outside'])
  assert.deepEqual(problems(list([...DAYS, off('2028-01-01', '元旦')])), ['days.10.date day-outside'])
})

test('what is wrong is told day by day: dates, names, what kind of day, repetitions', () => {
  const wrong = [
    ...DAYS,
    off('2027-02-30', '春节'),
    worked('2027-02-10', '春节'),
    { date: '2027-02-07', name: '春节' },
    { date: '2027-02-07', name: ' ', isOffDay: true },
    '2027-02-06',
    off('2027-01-01', '元旦'),
  ]
  assert.deepEqual(problems(list(wrong)), [
    'days.10.date day-date',
    'days.11.isOffDay make-up-weekday',
    'days.12.isOffDay day-off',
    'days.13.name day-name',
    'days.14 day-shape',
    'days.10.date day-twice',
  ])
})

test('a list without one of the festivals is half a list, and is not taken', () => {
  for (const festival of FESTIVALS) {
    const without = DAYS.filter(({ name }) => name !== festival)
    const announced = read(list(without))
    assert.ok(!announced.ok)
    assert.deepEqual(announced.problems, [{ code: 'festivals-missing', path: 'days', params: { festivals: festival } }])
  }
  const joined = DAYS.filter(({ name }) => name !== '中秋节').map((day) => ({ ...day, name: day.name.replace('国庆节', '国庆节、中秋节') }))
  assert.deepEqual(problems(list(joined)), [])
})

test('years follow each other: one that is known is not published again, and none is left out', () => {
  assert.deepEqual(problems(list(DAYS, 2026)), ['year known-already'])
  assert.deepEqual(problems(list(DAYS, 2028)), ['year year-gap'])
  for (const year of ['2027', 2027.5, 1999, undefined]) assert.deepEqual(problems({ year, days: DAYS }), ['year year'])
})

test('what is no list at all is told in one sentence', () => {
  for (const raw of [null, [], 'text', 7, {}, { year: 2027 }, { year: 2027, days: {} }]) assert.deepEqual(problems(raw), [' shape'])
  const many = Array.from({ length: 101 }, () => DAYS[0])
  assert.deepEqual(problems(list(many)), ['days too-many'])
})

test('a calendar compiled with the new list is certain for a year more, and counts its days', () => {
  const announced = read(list())
  assert.ok(announced.ok)
  const zone = { id: 'Asia/Shanghai', tzdata: '2026a', transitions: [{ at: 0, offsetMs: 8 * 3_600_000 }] }
  const source = { weekly: { 'mon-fri': ['09:00-17:00'] }, holidays: 'CN' }
  const compile = (holidays: typeof HOLIDAYS_CN) =>
    compileCalendar({ id: 'office', source, zone, holidays: { CN: holidays }, fromYear: 2026, untilYear: 2030 })
  const [before, after] = [compile(HOLIDAYS_CN), compile(announced.list)]
  assert.ok(before.ok && after.ok)
  assert.equal(after.calendar.workdaysKnownUntil, dayOf(2028, 1, 1))
  assert.notEqual(after.calendar.hash, before.calendar.hash)
  const isWorked = (calendar: typeof after.calendar, date: string) => calendar.workdays.includes(parseDay(date)!)
  assert.deepEqual([isWorked(before.calendar, '2027-02-08'), isWorked(after.calendar, '2027-02-08')], [true, false])
  assert.deepEqual([isWorked(before.calendar, '2027-02-13'), isWorked(after.calendar, '2027-02-13')], [false, true])
})

const ZONE = { id: 'Asia/Shanghai', tzdata: '2026a', transitions: [{ at: 0, offsetMs: 8 * 3_600_000 }] }

function office(holidays: typeof HOLIDAYS_CN) {
  const source = { weekly: { 'mon-fri': ['09:00-17:00'] }, holidays: 'CN' }
  const compiled = compileCalendar({ id: 'office', source, zone: ZONE, holidays: { CN: holidays }, fromYear: 2026, untilYear: 2030 })
  assert.ok(compiled.ok)
  return compiled.calendar
}

/** Three clocks of one report at the end of 2026: one that ends before the new year, one that hangs on the list, one that never rests. */
function desk(published: ReturnType<typeof office>) {
  return given({
    promises: {
      soon: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '2h', calendar: 'office' },
      later: { starts: 'ticket.reported', keptBy: 'ticket.restored', within: '30wd', calendar: 'office' },
      always: { starts: 'ticket.reported', keptBy: 'ticket.closed', within: '60d', calendar: 'always' },
    },
    bound: {
      calendars: { ...given({ promises: {} }).bound.calendars, office: office(HOLIDAYS_CN) },
      published: { [published.hash]: published },
    },
  }).fact('12-28 10:00', 'ticket.reported')
}

function announcedOffice() {
  const announced = read(list())
  assert.ok(announced.ok)
  return office(announced.list)
}

test('publishing moves provisional due times alone, and takes their mark away; nothing is moved that was certain', () => {
  const published = announcedOffice()
  const before = desk(published)
  const after = before.fact('12-28 11:00', 'calendar.published', { calendars: { office: published.hash } })
  const seen = (story: typeof before) => story.seen('12-28 11:30').obligations
  const [was, is] = [seen(before), seen(after)].map((all) => new Map(all.map((one) => [one.promise, one])))
  assert.ok(was?.get('later')?.provisional)
  assert.equal(is?.get('later')?.provisional, false)
  assert.notEqual(is?.get('later')?.dueAt, was?.get('later')?.dueAt)
  const verdict = (one: ReturnType<typeof seen>[number] | undefined) => ({ ...one, why: undefined })
  for (const promise of ['soon', 'always'] as const) assert.deepEqual(verdict(is?.get(promise)), verdict(was?.get(promise)))
})

test('whenever it is published, a breach is never earlier than that, and the order in which derive is told does not matter', () => {
  const published = announcedOffice()
  const base = desk(published)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), fc.boolean(), (days, reversed) => {
      const when = formatDay(dayOf(2026, 12, 29) + days)
      const told = base.fact(`${when} 10:00`, 'calendar.published', { calendars: { office: published.hash } })
      const facts = reversed ? told.facts.toReversed() : told.facts
      const story = Object.assign(Object.create(Object.getPrototypeOf(told)), { bound: told.bound, facts }) as typeof told
      const seen = story.seen('2027-08-01 10:00').obligations
      assert.deepEqual(seen, told.seen('2027-08-01 10:00').obligations)
      const later = seen.find(({ promise }) => promise === 'later')
      const breach = later?.brokenAt ?? Infinity
      const before = base.obligation('later', `${when} 09:59`)
      assert.ok(before.state === 'broken' ? breach === before.brokenAt : breach >= at(`${when} 10:00`))
    }),
    { numRuns: 60 },
  )
})

test('each problem is a sentence in every language, with the same places', () => {
  const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort()
  for (const key of Object.keys(ANNOUNCE_ZH_CN) as (keyof typeof ANNOUNCE_ZH_CN)[]) {
    assert.deepEqual(places(ANNOUNCE_EN[key]), places(ANNOUNCE_ZH_CN[key]), key)
    assert.deepEqual(places(ANNOUNCE_ZH_TW[key]), places(ANNOUNCE_ZH_CN[key]), key)
    for (const locale of LOCALES) assert.match(sayAnnounceProblem({ code: key, params: {} }, locale), /[。.]$/)
  }
  for (const { date, isOffDay } of DAYS) if (!isOffDay) assert.ok(weekdayOf(parseDay(date)!) > 5)
})

test('each bound of a list counts: the year that is known last, the first and last day, a name of forty signs, a hundred days', () => {
  const last = Number(formatDay(HOLIDAYS_CN.knownUntil).slice(0, 4)) - 1
  const codes = (raw: unknown) => [...new Set(problems(raw).map((one) => one.split(' ')[1]))]
  assert.deepEqual(codes(list(DAYS, last)), ['known-already'])
  assert.deepEqual(codes(list(DAYS, last + 1)), [])
  assert.deepEqual(codes(list(DAYS, last + 2)), ['year-gap'])
  for (const year of [1999, 2201, 2027.5, '2027']) assert.deepEqual(codes(list(DAYS, year)), ['year'])
  assert.deepEqual(codes(list(DAYS, 2000)), ['known-already'])
  assert.deepEqual(codes(list(DAYS, 2200)), ['year-gap'])
  assert.deepEqual(codes(list([...DAYS, off('2026-12-01', '元旦'), off('2027-12-31', '元旦')])), [])
  assert.deepEqual(codes(list([...DAYS, off('2026-12-01', '节'.repeat(40))])), [])
  assert.deepEqual(codes(list([...DAYS, off('2026-12-01', '节'.repeat(41))])), ['day-name'])
  const more = Array.from({ length: 100 - DAYS.length }, (_, n) => off(formatDay(dayOf(2027, 11, 1) + n), '厂休'))
  assert.deepEqual(codes(list([...DAYS, ...more.slice(0, 55)])), [])
  assert.deepEqual(codes(list([...DAYS, ...more])), ['day-outside'])
  assert.deepEqual(codes(list([...DAYS, ...more, off('2026-12-01', '元旦')])), ['too-many'])
  // A make-up day is a weekend: a Friday is none, a Saturday is.
  assert.deepEqual(codes(list([...DAYS, worked('2027-11-05', '元旦')])), ['make-up-weekday'])
  assert.deepEqual(codes(list([...DAYS, worked('2027-11-06', '元旦')])), [])
})
