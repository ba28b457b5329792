import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Ruling } from './state.ts'
import { parseDuration } from '../time/duration.ts'
import { CALENDARS, at, clockOf } from './given.testing.ts'
import { moved, plainDueOf, promisedMs, reach, reachDuration, targetOf, workBetween } from './reach.ts'
import { RUNS } from './random.testing.ts'

const HOUR = 3_600_000
const always = CALENDARS.always!
const office = CALENDARS.office!

const span = (text: string) => parseDuration(text)!

function ruling(within: string | undefined, more: Partial<Ruling> = {}): Ruling {
  return {
    within: within === undefined ? undefined : span(within),
    travel: false,
    travelMs: undefined,
    target: undefined,
    targetTravel: false,
    calendar: 'always',
    strictest: false,
    ...more,
  }
}

const due = (calendar: typeof office, rule: Ruling, from: string) => clockOf(plainDueOf(calendar, rule, at(from))?.at)

test('hours elapse inside the calendar, days end with the day', () => {
  assert.equal(due(office, ruling('2h'), '16:00'), '10-01 10:00')
  assert.equal(due(office, ruling('1d'), '16:00'), '10-01 17:00')
  assert.equal(due(always, ruling('1d'), '16:00'), '10-02 00:00')
  assert.equal(due(office, ruling('1wd'), '10-02 16:00'), '10-05 17:00')
})

test('travel is added to hours inside the calendar, and to days once they are over', () => {
  const travel = { travel: true, travelMs: 2 * HOUR }
  assert.equal(due(office, ruling('1h', travel), '16:00'), '10-01 11:00')
  assert.equal(due(office, ruling('1d', travel), '16:00'), '10-02 11:00')
  assert.equal(due(always, ruling('1d', travel), '16:00'), '10-02 02:00')
  assert.equal(due(always, ruling('1d', { travel: true, travelMs: 0 }), '16:00'), '10-02 00:00')
})

test('travel that the clause does not ask for adds nothing, even where it is known', () => {
  assert.equal(due(always, ruling('1h', { travelMs: 2 * HOUR }), '10:00'), '11:00')
  assert.equal(promisedMs(ruling('1h', { travelMs: 2 * HOUR })), HOUR)
})

test('without a calendar, a number, or the travel that the clause asks for, there is no due time', () => {
  assert.equal(plainDueOf(undefined, ruling('1h'), at('10:00')), undefined)
  assert.equal(plainDueOf(always, ruling(undefined), at('10:00')), undefined)
  assert.equal(plainDueOf(always, ruling('1h', { travel: true }), at('10:00')), undefined)
  assert.equal(promisedMs(ruling('1h', { travel: true })), undefined)
})

test('the target has its own length and its own travel', () => {
  const both = ruling('4h', { target: span('1h'), targetTravel: true, travelMs: HOUR })
  assert.equal(clockOf(targetOf(always, both, at('10:00'))?.at), '12:00')
  assert.equal(clockOf(plainDueOf(always, both, at('10:00'))?.at), '14:00')
  assert.equal(targetOf(always, { ...both, travelMs: undefined }, at('10:00')), undefined)
  assert.equal(targetOf(undefined, both, at('10:00')), undefined)
  assert.equal(targetOf(always, ruling('4h'), at('10:00')), undefined)
})

test('a promised length is a number of milliseconds only where it is a number of hours', () => {
  const lengths = ['30min', '1.5h', '1d', '1wd', '1w', '1mo', '1y'].map((text) => promisedMs(ruling(text)))
  assert.deepEqual(lengths, [HOUR / 2, 1.5 * HOUR, undefined, undefined, undefined, undefined, undefined])
  assert.equal(promisedMs(ruling('1h', { travel: true, travelMs: HOUR })), 2 * HOUR)
})

test('beyond the compiled years there is no instant, and none before them', () => {
  assert.equal(reach(office, at('2029-12-31 16:00'), 4000 * HOUR), undefined)
  assert.equal(reach(office, office.from - 1, HOUR), undefined)
  assert.equal(reachDuration(office, at('10:00'), span('10y')), undefined)
  assert.equal(plainDueOf(office, ruling('10y', { travel: true, travelMs: HOUR }), at('10:00')), undefined)
})

test('where the holidays are not announced yet a due time is provisional', () => {
  const known = { ...office, knownUntil: at('10-01 12:00') }
  assert.deepEqual(reach(known, at('16:00'), 2 * HOUR), { at: at('10-01 10:00'), provisional: false })
  assert.equal(reach(known, at('16:00'), 4 * HOUR)?.provisional, false)
  assert.equal(reach(known, at('16:00'), 4 * HOUR + 1)?.provisional, true)
})

test('a due time moved by pauses becomes provisional where it gets to, and stays so once it was', () => {
  const known = { ...office, knownUntil: at('10-01 12:00') }
  const inside = { at: at('16:00'), provisional: false }
  assert.equal(moved(known, inside, HOUR)?.provisional, false)
  assert.equal(moved(known, inside, 8 * HOUR)?.provisional, true)
  assert.equal(moved(known, { ...inside, provisional: true }, HOUR)?.provisional, true)
  assert.equal(moved(undefined, { ...inside, provisional: true }, HOUR)?.provisional, true)
})

test('a pause that would move a due time past the compiled years leaves none', () => {
  assert.equal(moved(office, { at: at('2029-12-28 10:00'), provisional: false }, 4000 * HOUR), undefined)
})

test('a duration backwards reaches the instant from which it leads here', () => {
  assert.equal(clockOf(reachDuration(office, at('10-01 10:00'), { value: -2, unit: 'h' })?.at), '16:00')
  assert.equal(clockOf(reachDuration(always, at('10:00'), { value: -48, unit: 'h' })?.at), '09-28 10:00')
})

test('working time outside the compiled years is none, inside them it is what the calendar says', () => {
  const before = office.from - 1000 * HOUR
  assert.equal(workBetween(office, before, office.from), 0)
  assert.equal(workBetween(office, before, at('01-01 12:00')), 3 * HOUR)
  assert.equal(workBetween(office, office.until, office.until + HOUR), 0)
  assert.equal(workBetween(always, before, before + HOUR), HOUR)
  assert.equal(workBetween(undefined, before, before + HOUR), HOUR)
})

const starts = fc.integer({ min: 0, max: 60 * 24 * 20 }).map((minute) => at('10:00') + minute * 60_000)
const hours = fc.integer({ min: 1, max: 200 })

test('what is reached after so much working time has just so much of it before', () => {
  fc.assert(
    fc.property(fc.constantFrom(always, office), starts, hours, (calendar, from, h) => {
      const reached = plainDueOf(calendar, ruling(`${h}h`), from)!.at
      assert.equal(workBetween(calendar, from, reached), h * HOUR)
      assert.equal(workBetween(calendar, from, reached - 1), h * HOUR - 1)
    }),
    RUNS,
  )
})

test('two pauses one after the other move a due time as far as one of their length', () => {
  fc.assert(
    fc.property(fc.constantFrom(always, office), starts, hours, hours, (calendar, from, a, b) => {
      const plain = { at: plainDueOf(calendar, ruling('4h'), from)!.at, provisional: false }
      assert.deepEqual(moved(calendar, moved(calendar, plain, a * HOUR), b * HOUR), moved(calendar, plain, (a + b) * HOUR))
    }),
    RUNS,
  )
})

test('more travel, more time or a later start never gives an earlier due time', () => {
  fc.assert(
    fc.property(fc.constantFrom('3h', '1d', '2wd', '1w', '1mo'), starts, hours, hours, (within, from, a, b) => {
      const dueWith = (start: number, travel: number) => plainDueOf(office, ruling(within, { travel: true, travelMs: travel }), start)!.at
      assert.ok(dueWith(from, a * HOUR) <= dueWith(from, (a + b) * HOUR))
      assert.ok(dueWith(from, a * HOUR) <= dueWith(from + b * HOUR, a * HOUR))
    }),
    RUNS,
  )
})
