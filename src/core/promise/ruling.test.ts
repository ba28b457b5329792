import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlanText, ValueText } from './given.testing.ts'
import { at, clockOf, plan } from './given.testing.ts'
import { compilePlan } from './compile.ts'
import { choose } from './ruling.ts'
import { moved, plainDueOf, promisedMs, targetOf, workBetween } from './reach.ts'

function chosen(within: ValueText, dimensions: Record<string, string>, more: Partial<PlanText['promises'][string]> = {}) {
  const bound = plan({ promises: { p: { starts: 'ticket.reported', keptBy: 'ticket.restored', within, ...more } } })
  const [compiled] = compilePlan(bound, 'ticket').clauses
  return choose(bound, compiled!, { state: { dimensions, travelMs: undefined, published: {} }, startAt: at('10:00') })
}

const byGrade = { by: 'grade', major: '8h', general: '4h' } as const

test('a scalar rules whatever is known', () => {
  const { none, ruling, values } = chosen('2h', { grade: 'major', zone: 'city' })
  assert.deepEqual([none, ruling.within, ruling.strictest, values], [false, { value: 2, unit: 'h' }, false, {}])
})

test('only the dimensions that the clause turns on are its reason', () => {
  assert.deepEqual(chosen(byGrade, { grade: 'major', zone: 'city' }).values, { grade: 'major' })
})

test('unknown: of all rows that may still come the one that falls due first', () => {
  const { ruling } = chosen(byGrade, {})
  assert.deepEqual([ruling.within, ruling.strictest], [{ value: 4, unit: 'h' }, true])
})

test('what falls due first is asked of the calendar: one working day may be later than thirty hours', () => {
  const mixed = { by: 'grade', major: '1wd', general: '30h' } as const
  assert.deepEqual(chosen(mixed, {}, { calendar: 'always' }).ruling.within, { value: 30, unit: 'h' })
  assert.deepEqual(chosen(mixed, {}, { calendar: 'office' }).ruling.within, { value: 1, unit: 'wd' })
})

test('known in part: only the rows of what is known compete', () => {
  const nested = { by: 'zone', city: byGrade, county: { by: 'grade', major: '20h', general: '16h' } } as const
  assert.deepEqual(chosen(nested, { zone: 'county' }).ruling.within, { value: 16, unit: 'h' })
  assert.deepEqual(chosen(nested, { grade: 'major' }).ruling.within, { value: 8, unit: 'h' })
})

test('a row with a number is stricter than one without, and any row is stricter than no promise', () => {
  assert.deepEqual(chosen({ by: 'grade', major: 'unstated', general: '9h' }, {}).ruling.within, { value: 9, unit: 'h' })
  assert.equal(chosen({ by: 'grade', major: 'none', general: 'unstated' }, {}).none, false)
  assert.equal(chosen({ by: 'grade', major: 'none', general: 'none' }, {}).none, true)
})

test('else is the row of values that are named nowhere, not of what is unknown', () => {
  const text = { by: 'grade', major: '2h', else: '9h' } as const
  assert.deepEqual(chosen(text, { grade: 'general' }).ruling.within, { value: 9, unit: 'h' })
  assert.deepEqual(chosen(text, {}).ruling.within, { value: 2, unit: 'h' })
})

test('cover is never unknown: in force at the opening, or none', () => {
  const text = { by: 'cover', none: '9h', gold: '2h' } as const
  assert.deepEqual([chosen(text, {}).ruling.within, chosen(text, {}).ruling.strictest], [{ value: 9, unit: 'h' }, false])
  assert.deepEqual(chosen(text, { cover: 'gold' }).ruling.within, { value: 2, unit: 'h' })
})

test('a calendar that promises nothing for a row promises nothing', () => {
  const calendar = { by: 'grade', major: 'always', general: 'none' } as const
  assert.equal(chosen('2h', { grade: 'general' }, { calendar }).none, true)
  assert.equal(chosen('2h', { grade: 'major' }, { calendar }).none, false)
})

test('hours that are not stated give no due time, only a measured clock', () => {
  const { ruling, none } = chosen('2h', {}, { calendar: 'unstated' })
  assert.deepEqual([none, ruling.calendar, plainDueOf(undefined, ruling, at('10:00'))], [false, undefined, undefined])
})

const { always, office } = plan({ promises: {} }).calendars

test('an elapsed limit has a length, a civil one has none of its own', () => {
  assert.equal(promisedMs(chosen('90min', {}).ruling), 5_400_000)
  assert.equal(promisedMs(chosen('1wd', {}).ruling), undefined)
  assert.equal(promisedMs(chosen('unstated', {}).ruling), undefined)
})

test('travel adds to the limit and, as long as it is not stated, leaves the due time open', () => {
  const bound = plan({
    promises: { p: { starts: 'ticket.reported', keptBy: 'visit.arrived', within: 'travel + 2h', target: 'travel + 1h' } },
  })
  const [compiled] = compilePlan(bound, 'ticket').clauses
  const rule = (travelMs: number | undefined) =>
    choose(bound, compiled!, { state: { dimensions: {}, travelMs, published: {} }, startAt: at('10:00') }).ruling
  assert.equal(plainDueOf(always, rule(undefined), at('10:00')), undefined)
  assert.equal(targetOf(always, rule(undefined), at('10:00')), undefined)
  assert.equal(clockOf(plainDueOf(always, rule(3_600_000), at('10:00'))?.at), '13:00')
  assert.equal(clockOf(targetOf(always, rule(3_600_000), at('10:00'))?.at), '12:00')
  assert.equal(promisedMs(rule(3_600_000)), 3 * 3_600_000)
})

test('a pause moves a due time by working time, over night into the next morning', () => {
  const due = { at: at('17:00'), provisional: false }
  assert.equal(clockOf(moved(office, due, 3_600_000)?.at), '10-01 10:00')
  assert.equal(clockOf(moved(office, due, 0)?.at), '17:00')
  assert.equal(clockOf(moved(undefined, due, 3_600_000)?.at), '18:00')
  assert.equal(moved(office, undefined, 3_600_000), undefined)
})

test('working time is counted forwards only, and outside the compiled years nothing is open', () => {
  assert.equal(workBetween(office, at('16:00'), at('10-01 10:00')), 2 * 3_600_000)
  assert.equal(workBetween(office, at('17:00'), at('16:00')), 0)
  assert.equal(workBetween(office, 0, at('01-05 10:00')) < 5 * 86_400_000, true)
  assert.equal(workBetween(undefined, at('10:00'), at('11:00')), 3_600_000)
})
