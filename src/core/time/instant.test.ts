import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatInstant, monthFrom, parseInstant } from './instant.ts'

const RUNS = { numRuns: 300 * Number(process.env.NUOXING_PROVE ?? 1) }
const instants = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2200, 11, 31, 23, 59, 59, 999) })

test('an instant is read with the offset that it says', () => {
  const at = Date.UTC(2026, 8, 30, 10)
  for (const text of [
    '2026-09-30T10:00:00.000Z',
    '2026-09-30T10:00Z',
    '2026-09-30t10:00:00z',
    '2026-09-30T18:00+08:00',
    '2026-09-30T18:00:00+0800',
    '2026-09-30T18:00:00+08',
    '2026-09-30T05:30:00.0-04:30',
    '2026-09-30 18:00:00+08:00',
    '2026-09-30T18:00:00,000+08:00',
  ]) {
    assert.equal(parseInstant(text), at, text)
  }
})

test('a time that does not say where it stands is no instant', () => {
  for (const text of [
    '2026-09-30T10:00:00',
    '2026-09-30 10:00',
    '2026-09-30',
    '',
    'now',
    '1790000000000',
    '2026-09-30T10:00:00 Asia/Shanghai',
  ]) {
    assert.equal(parseInstant(text), undefined, text)
  }
})

test('what no clock or calendar can show is no instant', () => {
  for (const text of [
    '2026-02-29T10:00Z',
    '2026-13-01T10:00Z',
    '2026-09-30T24:01Z',
    '2026-09-30T25:00Z',
    '2026-09-30T10:60Z',
    '2026-09-30T10:00:60Z',
    '2026-09-30T10:00+24:00',
    '2026-09-30T10:00+08:60',
    '2026-09-30T10Z',
    '2026-09-30T10:00:00.Z',
    '2026-09-30T10:00:00.1234567890Z',
    ' 2026-09-30T10:00Z',
    '2026-09-30T10:00Z ',
    '02026-09-30T10:00Z',
  ]) {
    assert.equal(parseInstant(text), undefined, text)
  }
})

test('a day may end at 24:00, which is the midnight of the next', () => {
  assert.equal(parseInstant('2026-12-31T24:00:00+08:00'), parseInstant('2027-01-01T00:00:00+08:00'))
  assert.equal(parseInstant('2026-12-31T24:00:00.001+08:00'), undefined)
})

test('milliseconds are kept and what is finer is cut off', () => {
  const second = Date.UTC(2026, 0, 1)
  assert.equal(parseInstant('2026-01-01T00:00:00.1Z'), second + 100)
  assert.equal(parseInstant('2026-01-01T00:00:00.001Z'), second + 1)
  assert.equal(parseInstant('2026-01-01T00:00:00.0019Z'), second + 1)
  assert.equal(parseInstant('2026-01-01T00:00:00.999999999Z'), second + 999)
  // Before 1970 too the cut goes towards the past: a number line has one direction.
  assert.equal(parseInstant('1969-12-31T23:59:59.9999Z'), -1)
})

test('an instant is always written in UTC with milliseconds, so that texts sort like instants', () => {
  assert.equal(formatInstant(Date.UTC(2026, 8, 30, 10)), '2026-09-30T10:00:00.000Z')
  assert.equal(formatInstant(0), '1970-01-01T00:00:00.000Z')
  assert.equal(formatInstant(-1), '1969-12-31T23:59:59.999Z')
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      assert.equal(a < b, formatInstant(a) < formatInstant(b))
    }),
    RUNS,
  )
})

test('instants from 1970 to 2200 are written and read as the platform does', () => {
  fc.assert(
    fc.property(instants, (at) => {
      const text = formatInstant(at)
      assert.equal(text, new Date(at).toISOString())
      assert.equal(parseInstant(text), at)
    }),
    RUNS,
  )
})

test('an instant written in any zone is the same instant', () => {
  fc.assert(
    fc.property(
      instants,
      fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia'),
      (at, zone) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toString({ timeZone: zone, smallestUnit: 'millisecond' })
        assert.equal(parseInstant(local), at, local)
      },
    ),
    RUNS,
  )
})

test('what is no whole millisecond of the written years is not written as an instant', () => {
  for (const at of [Number.NaN, Infinity, -Infinity, 0.5, 1e17]) assert.throws(() => formatInstant(at), RangeError, String(at))
})

test('within a month is within thirty days, in February as in July', () => {
  for (const day of ['2026-02-10T08:30:00Z', '2026-07-10T08:30:00Z'])
    assert.equal(monthFrom(Date.parse(day)) - Date.parse(day), 2_592_000_000)
})
