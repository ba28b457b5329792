import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatFigure, formatRow, median } from './row.ts'

const row = {
  name: 'calendar add 1 h',
  value: 24.567,
  unit: 'M/s',
  baseline: { name: 'dayjs-business-time', value: 0.0196 },
  ratio: 1253.4,
  target: '≥ 5 M/s',
  ok: true,
}

test('a figure is one line of seven fields', () => {
  assert.equal(formatRow(row), 'calendar add 1 h\t24.6\tM/s\tdayjs-business-time 0.0196\t1253\t≥ 5 M/s\tok')
})

test('a figure without a baseline, or short of its target, says so', () => {
  assert.equal(formatRow({ ...row, baseline: undefined, ratio: undefined, ok: false }), 'calendar add 1 h\t24.6\tM/s\t-\t-\t≥ 5 M/s\tshort')
})

test('three figures of any size are shown as a plain number', () => {
  assert.deepEqual([0, 0.00000123, 0.0196, 0.5, 1, 99.94, 123.4, 65_533].map(formatFigure), [
    '0',
    '0.000001',
    '0.0196',
    '0.500',
    '1.00',
    '99.9',
    '123',
    '65533',
  ])
})

test('the median is the one in the middle', () => {
  assert.equal(median([5, 1, 4, 2, 3]), 3)
  assert.equal(median([7]), 7)
  assert.throws(() => median([]), RangeError)
})
