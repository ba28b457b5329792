import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Zone } from './zone.ts'
import { loadZone } from '../../server/zones.ts'
import { dayOf, formatDay, parseDay } from './civil.ts'
import { DAY_MS, formatInstant, HOUR_MS, MINUTE_MS, parseInstant } from './instant.ts'
import { cutZone, instantOf, localOf, offsetAt } from './zone.ts'

const RUNS = { numRuns: 300 * Number(process.env.NUOXING_PROVE ?? 1) }
const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Beirut',
  'UTC',
]
const zones = fc.constantFrom(...ZONES)
const instants = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2199, 11, 30) })

const day = (text: string) => parseDay(text) ?? assert.fail(text)
const clock = (text: string) => {
  const [hours, minutes] = text.split(':').map(Number)
  return hours! * HOUR_MS + minutes! * MINUTE_MS
}
const shown = (zone: Zone, date: string, time: string) => formatInstant(instantOf(zone, day(date), clock(time)))

/** Instants near the changes of the clock: where every mistake lives. */
const nearChanges = zones.chain((id) => {
  const { transitions } = loadZone(id)
  const near = fc
    .tuple(fc.nat(transitions.length - 1), fc.integer({ min: -3 * HOUR_MS, max: 3 * HOUR_MS }))
    .map(([i, ms]) => transitions[i]!.at + ms)
  return fc.record({ id: fc.constant(id), at: fc.oneof(near, instants) })
})

test('the wall clock of any zone shows what Temporal shows', () => {
  fc.assert(
    fc.property(nearChanges, ({ id, at }) => {
      const local = localOf(loadZone(id), at)
      const theirs = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(id)
      assert.equal(formatDay(local.day), theirs.toPlainDate().toString())
      const midnight = Temporal.PlainTime.from('00:00')
      assert.equal(local.ms, midnight.until(theirs.toPlainTime()).total('milliseconds'))
      assert.equal(offsetAt(loadZone(id), at), theirs.offsetNanoseconds / 1e6)
    }),
    RUNS,
  )
})

test('a time on the wall clock is the instant that Temporal calls compatible', () => {
  fc.assert(
    fc.property(nearChanges, ({ id, at }) => {
      // A local reading near the change, whether or not the clock ever shows it.
      const local = at + offsetAt(loadZone(id), at - DAY_MS)
      const date = Math.floor(local / DAY_MS)
      const ms = local - date * DAY_MS
      const plain = Temporal.PlainDate.from(formatDay(date)).toPlainDateTime(Temporal.PlainTime.from('00:00').add({ milliseconds: ms }))
      assert.equal(instantOf(loadZone(id), date, ms), plain.toZonedDateTime(id, { disambiguation: 'compatible' }).epochMilliseconds)
    }),
    RUNS,
  )
})

test('a reading that the clock does show leads back to the same reading', () => {
  fc.assert(
    fc.property(nearChanges, ({ id, at }) => {
      const local = localOf(loadZone(id), at)
      const again = instantOf(loadZone(id), local.day, local.ms)
      assert.deepEqual(localOf(loadZone(id), again), local)
      assert.ok(again <= at, 'of two instants with one reading the earlier one counts')
    }),
    RUNS,
  )
})

test('in Berlin the hour that spring skips moves forward, the hour that autumn repeats counts once', () => {
  const berlin = loadZone('Europe/Berlin')
  assert.equal(shown(berlin, '2026-03-29', '01:59'), '2026-03-29T00:59:00.000Z')
  assert.equal(shown(berlin, '2026-03-29', '02:00'), '2026-03-29T01:00:00.000Z')
  assert.equal(shown(berlin, '2026-03-29', '02:30'), '2026-03-29T01:30:00.000Z')
  assert.equal(shown(berlin, '2026-03-29', '03:00'), '2026-03-29T01:00:00.000Z')
  assert.equal(shown(berlin, '2026-10-25', '02:30'), '2026-10-25T00:30:00.000Z')
  assert.equal(shown(berlin, '2026-10-25', '03:00'), '2026-10-25T02:00:00.000Z')
})

test('on Lord Howe Island the clock moves by half an hour', () => {
  const island = loadZone('Australia/Lord_Howe')
  assert.equal(shown(island, '2026-10-04', '02:15'), '2026-10-03T15:45:00.000Z')
  assert.equal(shown(island, '2026-10-04', '02:30'), '2026-10-03T15:30:00.000Z')
  assert.equal(shown(island, '2026-04-05', '01:45'), '2026-04-04T14:45:00.000Z')
  assert.equal(shown(island, '2026-04-05', '02:00'), '2026-04-04T15:30:00.000Z')
})

test('where midnight itself is skipped the day begins at one', () => {
  const beirut = loadZone('Asia/Beirut')
  assert.equal(localOf(beirut, instantOf(beirut, day('2026-03-29'), 0)).ms, HOUR_MS)
})

test('24:00 is the midnight of the next day, and later hours reach into it', () => {
  for (const id of ZONES) {
    const zone = loadZone(id)
    assert.equal(instantOf(zone, day('2026-06-10'), DAY_MS), instantOf(zone, day('2026-06-11'), 0), id)
    assert.equal(instantOf(zone, day('2026-06-10'), 30 * HOUR_MS), instantOf(zone, day('2026-06-11'), 6 * HOUR_MS), id)
  }
})

test('the day that Samoa skipped leads to the day after', () => {
  const apia = loadZone('Pacific/Apia')
  assert.equal(localOf(apia, instantOf(apia, day('2011-12-30'), 9 * HOUR_MS)).day, day('2011-12-31'))
})

test('a zone cut to some years shows the same inside them', () => {
  const from = parseInstant('2026-01-01T00:00Z')!
  const until = parseInstant('2028-01-01T00:00Z')!
  for (const id of ZONES) {
    const whole = loadZone(id)
    const cut = cutZone(whole, from, until)
    assert.ok(cut.transitions.length >= 1 && cut.transitions.length <= 12, id)
    assert.equal(cut.tzdata, whole.tzdata)
    for (let at = from; at < until; at += 7 * HOUR_MS) assert.equal(offsetAt(cut, at), offsetAt(whole, at), `${id} at ${formatInstant(at)}`)
    for (let date = dayOf(2026, 1, 2); date < dayOf(2027, 12, 30); date += 1)
      assert.equal(instantOf(cut, date, 9_000_000), instantOf(whole, date, 9_000_000))
  }
})
