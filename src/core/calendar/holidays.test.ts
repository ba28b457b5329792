import assert from 'node:assert/strict'
import { test } from 'node:test'
import chineseDays from 'chinese-days'
import { dayOf, formatDay, parseDay, weekdayOf } from '../time/civil.ts'
import { HOLIDAYS_CN } from './holidays-cn.ts'
import { withAnnouncement } from './holidays.ts'

const byDate = new Map(HOLIDAYS_CN.days.map((day) => [day.date, day]))

function eachDay(year: number): string[] {
  return Array.from({ length: dayOf(year + 1, 1, 1) - dayOf(year, 1, 1) }, (_, i) => formatDay(dayOf(year, 1, 1) + i))
}

function isWorkday(date: string): boolean {
  const settled = byDate.get(date)
  return settled ? !settled.isOffDay : weekdayOf(parseDay(date)!) <= 5
}

for (const year of [2024, 2025, 2026]) {
  test(`every day of ${year} is off or worked as another list of the same announcements says`, () => {
    for (const date of eachDay(year)) assert.equal(isWorkday(date), chineseDays.isWorkday(date), date)
  })

  test(`the made-up days of ${year} are weekends that both lists call worked`, () => {
    const made = eachDay(year).filter((date) => byDate.get(date)?.isOffDay === false)
    assert.deepEqual(
      made,
      eachDay(year).filter((date) => chineseDays.isWorkday(date) && weekdayOf(parseDay(date)!) > 5),
    )
  })
}

test('2026 is made up for on six days', () => {
  const made = HOLIDAYS_CN.days.filter(({ date, isOffDay }) => !isOffDay && date.startsWith('2026')).map(({ date }) => date)
  assert.deepEqual(made.sort(), ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
})

test('the festivals of 2026 last as long as announced', () => {
  const lengths = new Map<string, number>()
  for (const { date, name, isOffDay } of HOLIDAYS_CN.days)
    if (isOffDay && date.startsWith('2026')) lengths.set(name, (lengths.get(name) ?? 0) + 1)
  assert.deepEqual(Object.fromEntries(lengths), { 元旦: 3, 春节: 9, 清明节: 3, 劳动节: 5, 端午节: 3, 中秋节: 3, 国庆节: 7 })
})

test('each day is settled once, exists, and lies where the list is known', () => {
  assert.equal(byDate.size, HOLIDAYS_CN.days.length)
  for (const { date } of HOLIDAYS_CN.days) {
    const day = parseDay(date) ?? assert.fail(date)
    assert.ok(day >= HOLIDAYS_CN.knownFrom && day < HOLIDAYS_CN.knownUntil, date)
  }
})

test('nothing is known of 2027 until it is announced', () => {
  assert.equal(formatDay(HOLIDAYS_CN.knownUntil), '2027-01-01')
  assert.equal(formatDay(HOLIDAYS_CN.knownFrom), '2024-01-01')
})

const day = (text: string) => parseDay(text)!
const year2027 = {
  version: '2027',
  from: day('2027-01-01'),
  knownUntil: day('2028-01-01'),
  days: [{ date: '2027-01-01', name: '元旦', isOffDay: true }],
}

test('an announcement makes the list longer and leaves what was known alone', () => {
  const longer = withAnnouncement(HOLIDAYS_CN, year2027)!
  assert.equal(formatDay(longer.knownUntil), '2028-01-01')
  assert.equal(longer.version, '2027')
  assert.deepEqual(longer.days.slice(0, -1), HOLIDAYS_CN.days)
  assert.equal(
    HOLIDAYS_CN.days.some(({ date }) => date.startsWith('2027')),
    false,
  )
})

test('a second announcement for days already known replaces what was said of them', () => {
  const changed = withAnnouncement(HOLIDAYS_CN, {
    version: '2026 修订',
    from: day('2026-10-01'),
    knownUntil: day('2026-11-01'),
    days: [{ date: '2026-10-01', name: '国庆节', isOffDay: true }],
  })!
  const october = changed.days.filter(({ date }) => date.startsWith('2026-10'))
  assert.deepEqual(october, [{ date: '2026-10-01', name: '国庆节', isOffDay: true }])
  assert.equal(changed.knownUntil, HOLIDAYS_CN.knownUntil)
  assert.ok(changed.days.some(({ date }) => date === '2026-09-20'))
})

test('an announcement that would leave a hole, or settles a day outside it, is refused', () => {
  assert.equal(withAnnouncement(HOLIDAYS_CN, { ...year2027, from: day('2027-06-01') }), undefined)
  assert.equal(withAnnouncement(HOLIDAYS_CN, { ...year2027, from: day('2020-01-01') }), undefined)
  assert.equal(withAnnouncement(HOLIDAYS_CN, { ...year2027, knownUntil: year2027.from }), undefined)
  for (const date of ['2028-01-01', '2026-12-31', '2027-02-29', '元旦']) {
    assert.equal(withAnnouncement(HOLIDAYS_CN, { ...year2027, days: [{ date, name: '元旦', isOffDay: true }] }), undefined, date)
  }
})
