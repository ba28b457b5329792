import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weeksOf } from './year-grid.ts'

test('a month stands in weeks from Monday on, with nothing of its neighbours', () => {
  const february = weeksOf(2026, 2)
  assert.deepEqual([february.length, february[0]!.findIndex((one) => one !== undefined)], [5, 6])
  assert.deepEqual(february[0]![6], { date: '2026-02-01', day: 1, weekend: true })
  assert.deepEqual(
    february.flat().flatMap((one) => one?.day ?? []),
    Array.from({ length: 28 }, (_, day) => day + 1),
  )
  assert.deepEqual([weeksOf(2026, 6)[0]![0]?.date, weeksOf(2024, 2).flat().filter(Boolean).length], ['2026-06-01', 29])
})
