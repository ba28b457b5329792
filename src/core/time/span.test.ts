import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Span } from './span.ts'
import { merge } from './span.ts'

const RUNS = { numRuns: 300 * Number(process.env.NUOXING_PROVE ?? 1) }
const WIDTH = 40

const loose = fc.array(
  fc.record({ start: fc.integer({ min: 0, max: WIDTH }), end: fc.integer({ min: 0, max: WIDTH }) }, { noNullPrototype: true }),
  { maxLength: 8 },
)

/** The milliseconds that lie in some span: what spans mean. */
function members(spans: readonly Span[]): number[] {
  return Array.from({ length: WIDTH + 1 }, (_, at) => at).filter((at) => spans.some(({ start, end }) => start <= at && at < end))
}

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
