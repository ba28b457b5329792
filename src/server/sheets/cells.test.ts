import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadZone } from '../zones.ts'
import { instantCell, isUnreadable } from './cells.ts'
import type { Cell } from './table.ts'

const zone = loadZone('Asia/Shanghai')

function read(kind: 'instant' | 'minute', cell: Cell, epoch1904 = false): string {
  const value = instantCell(cell, { zone, epoch1904, toTheMinute: kind === 'minute' })
  return isUnreadable(value) ? value.key : new Date(value).toISOString()
}

/** 2026-09-20 is day 46285 of the one count, 44823 of the other. */
test('a day of a spreadsheet is the same day in both of its counts', () => {
  assert.equal(read('instant', 46_285), '2026-09-20T04:00:00.000Z', 'noon in Shanghai')
  assert.equal(read('instant', 44_823, true), '2026-09-20T04:00:00.000Z')
  assert.equal(read('minute', 46_285.597_222_22), '2026-09-20T06:20:00.000Z')
})

test('a number that is no day of our time is not a time, as a text is not', () => {
  for (const cell of [12, 12.5, 32_000, 99_999_999, -1, 0, '1900-01-11', '1899/12/31'])
    assert.equal(read('instant', cell), 'not-instant', String(cell))
  assert.equal(read('instant', 32_874), '1990-01-01T04:00:00.000Z', 'the first day that is taken')
  assert.equal(read('instant', 32_873), 'not-instant')
})

test('midnight is a time of day where it is written, and a day alone is none', () => {
  assert.equal(read('minute', '2026-09-20 00:00'), '2026-09-19T16:00:00.000Z')
  assert.equal(read('minute', '2026-09-20'), 'time-of-day')
  assert.equal(read('minute', 46_285), 'time-of-day')
})
