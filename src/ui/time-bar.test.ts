import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { balancedSum, timeSegments } from './time-bar.ts'
import type { BarInput } from './time-bar.ts'

const bar = (part: Partial<BarInput>) =>
  timeSegments({ openedAt: 0, dueAt: 100, endedAt: undefined, pauses: [], now: 40, ...part }).map(
    ({ kind, from, until }) => `${kind} ${from}-${until}`,
  )

test('a running clock: counted, then left', () => {
  assert.deepEqual(bar({}), ['counted 0-40', 'left 40-100'])
})

test('pauses stand out; one that still runs reaches to now', () => {
  assert.deepEqual(bar({ pauses: [{ from: 10, until: 20 }] }), ['counted 0-10', 'paused 10-20', 'counted 20-40', 'left 40-100'])
  assert.deepEqual(bar({ pauses: [{ from: 30 }] }), ['counted 0-30', 'paused 30-40', 'left 40-100'])
})

test('pauses that overlap are hatched once, and those outside not at all', () => {
  assert.deepEqual(
    bar({
      pauses: [
        { from: 25, until: 30 },
        { from: 10, until: 26 },
        { from: 200, until: 300 },
      ],
    }),
    ['counted 0-10', 'paused 10-30', 'counted 30-40', 'left 40-100'],
  )
})

test('what was done early leaves the rest, what was late shows by how much', () => {
  assert.deepEqual(bar({ endedAt: 60, now: 500 }), ['counted 0-60', 'left 60-100'])
  assert.deepEqual(bar({ now: 130 }), ['counted 0-100', 'over 100-130'])
  assert.deepEqual(bar({ dueAt: undefined }), ['counted 0-40'])
})

const RUNS = 200 * Number(process.env.NUOXING_PROVE ?? 1)
const instants = fc.integer({ min: 0, max: 1000 })
const pause = fc.record({ from: instants, until: fc.option(instants, { nil: undefined }) })

test('stretches join without gaps, from the opening to the later of due time and end', () => {
  fc.assert(
    fc.property(instants, instants, instants, fc.array(pause, { maxLength: 5 }), (openedAt, within, now, pauses) => {
      const dueAt = openedAt + within
      const segments = timeSegments({ openedAt, dueAt, endedAt: undefined, pauses, now })
      let at = openedAt
      for (const segment of segments) {
        assert.equal(segment.from, at)
        assert.ok(segment.until > segment.from)
        at = segment.until
      }
      assert.equal(at, Math.max(openedAt, dueAt, now))
    }),
    { numRuns: RUNS },
  )
})

test('the sum balances to the minute, and to the second when little is left; what is left never flatters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 3000 * 60_000 }), (minutes, usedMs) => {
      const withinMs = minutes * 60_000
      const sum = balancedSum({ withinMs, usedMs }) ?? assert.fail('no sum')
      assert.equal(sum.usedMs + sum.leftMs - sum.overMs, withinMs)
      assert.ok(sum.leftMs <= Math.max(0, withinMs - usedMs))
      assert.ok(sum.overMs >= Math.max(0, usedMs - withinMs))
      assert.equal(sum.leftMs % 1000, 0)
    }),
    { numRuns: RUNS },
  )
  assert.equal(balancedSum({ withinMs: undefined, usedMs: 5 }), undefined)
})
