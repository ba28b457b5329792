import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gathered, spanOf, stepped, zoomed } from './axis.ts'

const ZONE = 'Asia/Shanghai'
const day = (text: string) => Date.parse(`${text}T00:00:00+08:00`)

test('a year, a quarter and a month begin and end at midnight in the contract’s zone', () => {
  const year = spanOf({ zoom: 'year', year: 2026, part: 0 }, ZONE)
  assert.deepEqual([year.from, year.until, year.months.length], [day('2026-01-01'), day('2027-01-01'), 12])
  const quarter = spanOf({ zoom: 'quarter', year: 2026, part: 3 }, ZONE)
  assert.deepEqual([quarter.from, quarter.until], [day('2026-10-01'), day('2027-01-01')])
  assert.deepEqual(
    quarter.months.map(({ month }) => month),
    [10, 11, 12],
  )
  const month = spanOf({ zoom: 'month', year: 2026, part: 1 }, ZONE)
  assert.deepEqual([month.from, month.until], [day('2026-02-01'), day('2026-03-01')])
})

test('one steps over the end of a year', () => {
  assert.deepEqual(stepped({ zoom: 'month', year: 2026, part: 11 }, 1), { zoom: 'month', year: 2027, part: 0 })
  assert.deepEqual(stepped({ zoom: 'quarter', year: 2026, part: 0 }, -1), { zoom: 'quarter', year: 2025, part: 3 })
  assert.deepEqual(stepped({ zoom: 'year', year: 2026, part: 0 }, 1), { zoom: 'year', year: 2027, part: 0 })
})

test('nearer, one sees today where it is in the year, and otherwise what was at the beginning', () => {
  const now = { year: 2026, month: 9 }
  assert.deepEqual(zoomed({ zoom: 'year', year: 2026, part: 0 }, 'month', now), { zoom: 'month', year: 2026, part: 8 })
  assert.deepEqual(zoomed({ zoom: 'year', year: 2025, part: 0 }, 'quarter', now), { zoom: 'quarter', year: 2025, part: 0 })
  assert.deepEqual(zoomed({ zoom: 'month', year: 2026, part: 4 }, 'quarter', now), { zoom: 'quarter', year: 2026, part: 1 })
})

test('of marks that lie on one another the broken one shows, and how many there are; what was cancelled does not', () => {
  const span = { from: 0, until: 9_000 }
  const marks = [
    { id: 'a', at: 10, state: 'kept' as const },
    { id: 'b', at: 20, state: 'broken' as const },
    { id: 'c', at: 30, state: 'kept' as const },
    { id: 'd', at: 40, state: 'cancelled' as const },
    { id: 'e', at: 5_000, state: 'open' as const },
    { id: 'f', at: 9_000, state: 'open' as const },
  ]
  assert.deepEqual(gathered(marks, span), [
    { id: 'b', at: 20, state: 'broken', count: 3 },
    { id: 'e', at: 5_000, state: 'open', count: 1 },
  ])
})
