import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayWords, fromInput, fullWords, instantWords, isoDay, toInput, zoneWords } from './time.ts'

const SHANGHAI = { zone: 'Asia/Shanghai', locale: 'zh-CN' } as const
const at = (text: string) => Date.parse(`${text}+08:00`)
/** Wednesday */
const NOW = at('2026-09-23T14:53')

test('near days are named, this week goes by weekday, later by date, other years in full', () => {
  const say = (text: string) => instantWords(at(text), NOW, SHANGHAI)
  assert.equal(say('2026-09-23T18:05'), '今天 18:05')
  assert.equal(say('2026-09-24T10:20'), '明天 10:20')
  assert.equal(say('2026-09-22T16:20'), '昨天 16:20')
  assert.equal(say('2026-09-21T09:30'), '周一 09:30')
  assert.equal(say('2026-09-27T09:30'), '周日 09:30')
  assert.equal(say('2026-09-28T09:30'), '9 月 28 日 周一 09:30')
  assert.equal(say('2027-03-14T00:00'), '2027-03-14 00:00')
})

test('the week begins on Monday: on a Sunday the coming Monday is tomorrow and Tuesday has a date', () => {
  const sunday = at('2026-09-27T12:00')
  assert.equal(instantWords(at('2026-09-28T09:00'), sunday, SHANGHAI), '明天 09:00')
  assert.equal(instantWords(at('2026-09-29T09:00'), sunday, SHANGHAI), '9 月 29 日 周二 09:00')
})

test('a due time at midnight belongs to the day that is over', () => {
  assert.equal(instantWords(at('2026-09-24T00:00'), NOW, { ...SHANGHAI, ends: true }), '今天 24:00')
  assert.equal(instantWords(at('2026-09-24T00:00'), NOW, SHANGHAI), '明天 00:00')
})

test('the same instant is another hour where the site is', () => {
  assert.equal(instantWords(NOW, NOW, { zone: 'Europe/Berlin', locale: 'en' }), 'today 08:53')
  assert.equal(instantWords(NOW, NOW, { zone: 'Asia/Shanghai', locale: 'zh-TW' }), '今天 14:53')
  assert.equal(zoneWords(NOW, 'Asia/Shanghai'), 'UTC+8')
  assert.equal(zoneWords(NOW, 'Asia/Kolkata'), 'UTC+5:30')
  assert.equal(zoneWords(NOW, 'America/New_York'), 'UTC−4')
})

test('days and the clock of the shell', () => {
  assert.equal(dayWords(NOW, NOW, SHANGHAI), '9 月 23 日 周三')
  assert.equal(dayWords(NOW, NOW, { zone: 'Asia/Shanghai', locale: 'en' }), '23 Sep Wed')
  assert.equal(fullWords(NOW, SHANGHAI), '9 月 23 日 周三 14:53')
  assert.equal(isoDay(NOW, 'Asia/Shanghai'), '2026-09-23')
})

const RUNS = 200 * Number(process.env.NUOXING_PROVE ?? 1)

test('what is typed on the wall clock of a zone comes back as the instant that it stood for', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata')
  const minutes = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2028, 0) / 60_000 })
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const instant = minute * 60_000
      const back = fromInput(toInput(instant, zone), zone)
      // Where an hour comes twice the first is meant, at most one shift earlier.
      assert.ok(back !== undefined && instant - back >= 0 && instant - back <= 3_600_000)
      assert.equal(toInput(back, zone), toInput(instant, zone))
    }),
    { numRuns: RUNS },
  )
})

test('a text that is no time means no instant', () => {
  assert.equal(fromInput('', 'Asia/Shanghai'), undefined)
  assert.equal(fromInput('yesterday', 'Asia/Shanghai'), undefined)
})
