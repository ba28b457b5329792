import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../../fact.ts'
import type { Told } from '../cover/given.testing.ts'
import { facts } from '../cover/given.testing.ts'
import { at, clockOf } from '../given.testing.ts'
import { CONTRACT, care, planOf } from '../rhythm.testing.ts'
import type { Reading } from './course.ts'
import { courseOf, windowReading } from './course.ts'

const said = (one: Reading | undefined) => one && `${clockOf(one.from)} – ${clockOf(one.until)}: ${one.value}${one.broken ? ' broken' : ''}`
const SIGNED: Told = ['2026-01-15 10:00', 'contract.signed', {}, { on: CONTRACT }]
const fault = (when: string): Told => [when, 'ticket.reported', { type: 'fault' }, { on: 'ticket/T1', also: [CONTRACT] }]

test('a window says what it came to, to its end, or as far as it has run', () => {
  const bound = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.signed\nat-most: 1')
  const told = [SIGNED, fault('2026-01-20 10:00'), fault('2026-02-03 10:00'), fault('2026-02-04 10:00')]
  const readings = care(bound, told, '2026-02-10 10:00').map((one) => said(windowReading(one, at('2026-02-10 10:00'))))
  assert.deepEqual(readings, ['01-15 10:00 – 02-01 00:00: 1', '02-01 00:00 – 02-10 10:00: 2 broken'])
})

test('a window in which nothing was measured has no value, and so no step', () => {
  const bound = planOf('level', 'measure: mean score of survey.answered\nover: month\nstarts: contract.signed\nat-least: 90')
  const [window] = care(bound, [SIGNED], '2026-01-20 10:00')
  assert.equal(window && windowReading(window, at('2026-01-20 10:00')), undefined)
})

const MODEL: Subject = 'model/M1'
const spares = planOf('level', 'per: model\nmeasure: stock.on-hand\nover: now\nat-least: 2\nuntil: contract.ended')
const stock = (when: string, quantity: number): Told => [when, 'stock.changed', { place: 'local', part: 'P1', quantity }, { on: MODEL }]
const course = (told: readonly Told[], from: string, until: string) =>
  courseOf(spares, facts(...told), { subject: MODEL, promise: 'care', from: at(from), until: at(until) }).map(said)

test('what must hold at every moment goes up and down by steps, and below its bound it is broken', () => {
  const told = [stock('2026-01-10 09:00', 3), stock('2026-01-12 09:00', 1), stock('2026-01-20 09:00', 2)]
  assert.deepEqual(course(told, '2026-01-01 00:00', '2026-02-01 00:00'), [
    '01-10 09:00 – 01-12 09:00: 3',
    '01-12 09:00 – 01-20 09:00: 1 broken',
    '01-20 09:00 – 02-01 00:00: 2',
  ])
})

test('a year that is looked at begins with what stood before it', () => {
  assert.deepEqual(course([stock('2025-12-10 09:00', 3)], '2026-01-01 00:00', '2026-01-05 00:00'), ['01-01 00:00 – 01-05 00:00: 3'])
})

test('before there is anything to measure, and after the promise has ended, no step is drawn', () => {
  const ended: Told = ['2026-03-01 10:00', 'contract.ended', {}, { on: CONTRACT, also: [MODEL] }]
  assert.deepEqual(course([], '2026-01-01 00:00', '2026-02-01 00:00'), [])
  const told = [stock('2026-01-10 09:00', 2), ended]
  assert.equal(course(told, '2026-01-01 00:00', '2026-03-01 09:00').at(-1), '01-10 09:00 – 03-01 09:00: 2')
})

test('many changes are thinned evenly, and the last one always stands', () => {
  const told = Array.from({ length: 150 }, (_, n) =>
    stock(`2026-01-10 ${String(9 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`, n + 2),
  )
  const readings = course(told, '2026-01-01 00:00', '2026-02-01 00:00')
  assert.ok(readings.length > 40 && readings.length <= 61, `${readings.length} steps`)
  assert.equal(readings.at(-1), '01-10 11:29 – 02-01 00:00: 151')
})
