import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import { decimal, halfUp, isDecimal, negative, over, plus, times, ZERO } from './fraction.ts'
import type { Fraction } from './fraction.ts'

const fractions: fc.Arbitrary<Fraction> = fc.record({ n: fc.bigInt(-(10n ** 15n), 10n ** 15n), d: fc.bigInt(1n, 10n ** 9n) })
const same = (a: Fraction, b: Fraction) => a.n * b.d === b.n * a.d

test('what is written in decimals is kept as written, whatever a double makes of it', () => {
  assert.deepEqual(decimal(1.005, 3), { n: 1005n, d: 1000n })
  assert.deepEqual(decimal(0.1 + 0.2, 3), { n: 300n, d: 1000n })
  assert.deepEqual(decimal(12, 0), { n: 12n, d: 1n })
  assert.deepEqual(
    [1.005, 80.4, 0, 1.0005, 0.1 + 0.2, Number.NaN, Infinity].map((value) => isDecimal(value, 3)),
    [true, true, true, false, false, false, false],
  )
})

test('half a fen is a fen, less is none; what is given back rounds as it was charged', () => {
  const halves = [4, 5, 6, 14, 15, 16, 25].map((n) => halfUp({ n: BigInt(n), d: 10n }))
  assert.deepEqual(halves, [0n, 1n, 1n, 1n, 2n, 2n, 3n])
  const back = [4, 5, 6, 15].map((n) => halfUp({ n: BigInt(-n), d: 10n }))
  assert.deepEqual(back, [0n, -1n, -1n, -2n])
  assert.equal(halfUp({ n: 1n, d: 3n }), 0n)
  assert.equal(halfUp({ n: 2n, d: 3n }), 1n)
})

test('a rounded amount is never further than half a fen from the exact one', () => {
  fc.assert(
    fc.property(fractions, ({ n, d }) => {
      const off = halfUp({ n, d }) * d - n
      assert.ok(2n * (off < 0n ? -off : off) <= d)
    }),
    RUNS,
  )
})

test('a charge and its credit leave nothing', () => {
  fc.assert(
    fc.property(fractions, (one) => {
      assert.equal(halfUp(one) + halfUp(negative(one)), 0n)
      assert.ok(same(plus(one, negative(one)), ZERO))
    }),
    RUNS,
  )
})

test('sums and products mind no order, and a product shares out over a sum', () => {
  fc.assert(
    fc.property(fractions, fractions, fractions, (a, b, c) => {
      assert.ok(same(plus(a, b), plus(b, a)))
      assert.ok(same(plus(plus(a, b), c), plus(a, plus(b, c))))
      assert.ok(same(times(a, b), times(b, a)))
      assert.ok(same(times(a, plus(b, c)), plus(times(a, b), times(a, c))))
      assert.ok(same(times(), decimal(1, 0)))
    }),
    RUNS,
  )
})

test('what is divided and multiplied again is what it was; nobody divides by nothing', () => {
  fc.assert(
    fc.property(fractions, fc.bigInt(1n, 10n ** 6n), (a, n) => {
      assert.ok(same(times(over(a, { n, d: 7n }), { n, d: 7n }), a))
    }),
    RUNS,
  )
  assert.throws(() => over(ZERO, ZERO), RangeError)
  assert.throws(() => over(ZERO, { n: -1n, d: 2n }), RangeError)
})
