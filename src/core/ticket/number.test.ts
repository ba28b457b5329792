import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ticketNumber } from './number.ts'

test('the forty-second ticket of 2026 is GD-2026-000042', () => {
  assert.equal(ticketNumber('GD', 2026, 42), 'GD-2026-000042')
})

test('the millionth grows by a digit', () => {
  assert.equal(ticketNumber('GD', 2026, 1_000_000), 'GD-2026-1000000')
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

test('later numbers sort after earlier ones while they have as many digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 999_998 }), (year, count) => {
      assert.ok(ticketNumber('GD', year, count) < ticketNumber('GD', year, count + 1))
    }),
  )
})
