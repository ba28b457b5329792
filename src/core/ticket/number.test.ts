import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseTicketNumber, ticketNumber } from './number.ts'

test('the forty-second ticket of 2026 is GD-2026-000042', () => {
  assert.equal(ticketNumber('GD', 2026, 42), 'GD-2026-000042')
})

test('the millionth grows by a digit', () => {
  assert.equal(ticketNumber('GD', 2026, 1_000_000), 'GD-2026-1000000')
})

test('numbers are read as people write them', () => {
  assert.deepEqual(parseTicketNumber('  gd-2026-000042 '), { kind: 'GD', year: 2026, count: 42 })
})

test('what is no number is none', () => {
  for (const text of [
    '',
    'GD-2026-42',
    'GD-2026-0000042',
    'GD-26-000042',
    'GD-2026-000000',
    'G-2026-000042',
    'GD 2026 000042',
    'GD-2026-000042x',
    'GD-0026-000042',
  ]) {
    assert.equal(parseTicketNumber(text), undefined, text)
  }
})

test('no number is made of what is none', () => {
  for (const [kind, year, count] of [
    ['gd', 2026, 1],
    ['GD', 26, 1],
    ['GD', 2026, 0],
    ['GD', 2026, 1.5],
    ['GDGDG', 2026, 1],
  ] as const) {
    assert.throws(() => ticketNumber(kind, year, count), RangeError)
  }
})

test('every number can be read back, and later ones sort after earlier ones while they have as many digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 10 ** 12 }), (year, count) => {
      assert.deepEqual(parseTicketNumber(ticketNumber('RMA', year, count)), { kind: 'RMA', year, count })
      if (count < 999_999) assert.ok(ticketNumber('GD', year, count) < ticketNumber('GD', year, count + 1))
    }),
  )
})
