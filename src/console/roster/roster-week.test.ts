import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAfter, isWholeDay, lacking, onDay } from './roster-week.ts'
import type { RosterDesk } from './roster-week.ts'

const DAY = { day: '2026-11-27', start: 100, end: 200 }

test('of a night shift each of its two days shows its own part', () => {
  assert.deepEqual(onDay({ start: 180, end: 230 }, DAY), { start: 180, end: 200 })
  assert.deepEqual(onDay({ start: 50, end: 130 }, DAY), { start: 100, end: 130 })
  assert.equal(onDay({ start: 200, end: 230 }, DAY), undefined)
})

test('a shift over the whole day is told as that', () => {
  assert.equal(isWholeDay({ start: 100, end: 200 }, DAY), true)
  assert.equal(isWholeDay({ start: 101, end: 200 }, DAY), false)
})

test('a week later is seven days on, over the end of a month and a year', () => {
  assert.equal(dayAfter('2026-11-27', 7), '2026-12-04')
  assert.equal(dayAfter('2026-12-28', 7), '2027-01-04')
  assert.equal(dayAfter('2026-03-02', -7), '2026-02-23')
})

test('a desk that is covered all week is not lacking', () => {
  const desk = (gaps: RosterDesk['gaps']): RosterDesk => ({
    contract: { id: 'a', number: 'HT', title: '' },
    promise: 'duty',
    title: '值班',
    atLeast: 1,
    gaps,
  })
  const open = desk([{ start: 1, end: 2, state: 'open' }])
  assert.deepEqual(lacking([desk([]), open]), [open])
})
