import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Span } from './span.ts'
import { intersect, lengthMs, merge, subtract } from './span.ts'

const RUNS = { numRuns: 300 * Number(process.env.NUOXING_PROVE ?? 1) }
const WIDTH = 40

const loose = fc.array(
  fc.record({ start: fc.integer({ min: 0, max: WIDTH }), end: fc.integer({ min: 0, max: WIDTH }) }, { noNullPrototype: true }),
  { maxLength: 8 },
)
const sorted = loose.map(merge)

/** The milliseconds that lie in some span: what spans mean. */
function members(spans: readonly Span[]): number[] {
  return Array.from({ length: WIDTH + 1 }, (_, at) => at).filter((at) => spans.some(({ start, end }) => start <= at && at < end))
}

function isProper(spans: readonly Span[]): boolean {
  return spans.every(({ start, end }, i) => start < end && (i === 0 || spans[i - 1]!.end <= start))
}

test('spans are half-open: a start belongs to them, an end does not', () => {
  assert.deepEqual(members([{ start: 2, end: 4 }]), [2, 3])
  assert.deepEqual(intersect([{ start: 0, end: 2 }], [{ start: 2, end: 4 }]), [])
  assert.deepEqual(subtract([{ start: 0, end: 2 }], [{ start: 2, end: 4 }]), [{ start: 0, end: 2 }])
})

test('overlapping and touching spans become one, empty and inverted ones none', () => {
  assert.deepEqual(
    merge([
      { start: 5, end: 9 },
      { start: 0, end: 2 },
      { start: 2, end: 4 },
      { start: 6, end: 7 },
      { start: 20, end: 20 },
      { start: 30, end: 25 },
    ]),
    [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ],
  )
})

test('merging keeps exactly what lies in some span', () => {
  fc.assert(
    fc.property(loose, (spans) => {
      const merged = merge(spans)
      assert.deepEqual(members(merged), members(spans))
      // Touching ones are joined, so a true gap stands between any two.
      assert.ok(merged.every(({ start, end }, i) => start < end && (i === 0 || merged[i - 1]!.end < start)))
    }),
    RUNS,
  )
})

test('what two have in common lies in both', () => {
  fc.assert(
    fc.property(sorted, sorted, (a, b) => {
      const [inA, inB] = [members(a), new Set(members(b))]
      assert.deepEqual(
        members(intersect(a, b)),
        inA.filter((at) => inB.has(at)),
      )
      assert.ok(isProper(intersect(a, b)))
      assert.deepEqual(intersect(a, b), intersect(b, a))
    }),
    RUNS,
  )
})

test('what is left lies in the first and not in the second', () => {
  fc.assert(
    fc.property(sorted, sorted, (a, b) => {
      const [inA, inB] = [members(a), new Set(members(b))]
      assert.deepEqual(
        members(subtract(a, b)),
        inA.filter((at) => !inB.has(at)),
      )
      assert.ok(isProper(subtract(a, b)))
    }),
    RUNS,
  )
})

test('a whole is what two have in common and what is left, to the millisecond', () => {
  fc.assert(
    fc.property(sorted, sorted, (a, b) => {
      assert.equal(lengthMs(intersect(a, b)) + lengthMs(subtract(a, b)), lengthMs(a))
      assert.deepEqual(merge([...intersect(a, b), ...subtract(a, b)]), a)
    }),
    RUNS,
  )
})
