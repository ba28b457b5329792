import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf } from './given.testing.ts'
import { facts } from './cover/given.testing.ts'
import { inSteps } from './record-steps.ts'

test('what was known when a record began is learned then, at once; what comes after is learned when it was recorded', () => {
  const known = facts(['08:00', 'asset.accepted'], ['09:00', 'asset.handed-over'], ['10:00', 'asset.scrapped'])
  const told = (position: number) =>
    inSteps(known, { at: known[1]!.recordedAt + 60_000, position }).map(
      ({ facts: some, until, at }) => `${some.length} to ${until} at ${clockOf(at)}`,
    )
  assert.deepEqual(told(2), ['2 to 2 at 09:01', '1 to 3 at 10:00'])
  assert.deepEqual(told(0), ['1 to 1 at 08:00', '1 to 2 at 09:00', '1 to 3 at 10:00'])
  assert.deepEqual(
    inSteps(known, undefined).map(({ at }) => clockOf(at)),
    ['08:00', '09:00', '10:00'],
  )
})
