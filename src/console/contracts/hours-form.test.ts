import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hoursOf } from '../../core/contract/typed.ts'
import { OFFICE, readHours, timeOf, writeHours } from './hours-form.ts'
import type { HoursForm } from './hours-form.ts'

function again(text: string): string {
  const form = readHours(text)
  return form.kind === 'text' ? assert.fail(`no form shows ${text}`) : writeHours(form)
}

test('hours that were agreed come back as they were', () => {
  for (const text of ['', '24x7', 'mon-fri 09:00-17:30 CN', 'mon-fri 09:00-12:00 13:00-17:30; sat 09:00-12:00', 'mon-sun 22:00-06:00'])
    assert.equal(again(text), text)
})

test('days with the same hours are one row, and are written as far as they follow one another', () => {
  const form = readHours('mon 09:00-17:00; wed-thu 09:00-17:00 CN')
  assert.deepEqual(form, {
    kind: 'weekly',
    rows: [{ days: ['mon', 'wed', 'thu'], spans: [{ from: '09:00', until: '17:00' }] }],
    holidays: true,
  })
  assert.equal(again('mon 09:00-17:00; wed-thu 09:00-17:00 CN'), 'mon 09:00-17:00; wed-thu 09:00-17:00 CN')
})

test('days over the end of the week are all there', () => {
  assert.equal(again('sat-mon 10:00-12:00'), 'mon 10:00-12:00; sat-sun 10:00-12:00')
})

test('hours written for the same days in two rows add up, none is lost', () => {
  const row = (from: string, until: string) => ({ days: ['mon', 'tue'] as const, spans: [{ from, until }] })
  const text = writeHours({ kind: 'weekly', rows: [row('09:00', '12:00'), row('13:00', '17:00')], holidays: false })
  assert.deepEqual(hoursOf(text), { weekly: { 'mon-tue': ['09:00-12:00', '13:00-17:00'] } })
})

test('a row without a day, and one without hours, says nothing', () => {
  const rows: Extract<HoursForm, { kind: 'weekly' }>['rows'] = [
    { days: [], spans: [{ from: '09:00', until: '12:00' }] },
    { days: ['sun'], spans: [] },
  ]
  assert.equal(writeHours({ kind: 'weekly', rows, holidays: true }), '')
})

test('what no form shows stays as it was typed', () => {
  assert.deepEqual(readHours('workdays'), { kind: 'text' })
  assert.deepEqual(readHours('mon-fri 09:00-12:00-13:00'), { kind: 'text' })
  const dated = '{"weekly":{"mon-fri":["09:00-17:30"]},"overrides":[{"date":"2026-12-31","hours":[]}]}'
  assert.deepEqual(readHours(dated), { kind: 'text' })
})

test('an office is offered by the public holidays, and a time may be typed short', () => {
  assert.equal(OFFICE.kind === 'weekly' && writeHours(OFFICE), 'mon-fri 09:00-17:30 CN')
  assert.deepEqual(['9', '930', '9：30', '17.05', '24:00', 'noon'].map(timeOf), ['09:00', '09:30', '09:30', '17:05', '24:00', 'noon'])
})
