import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hashOf } from './pinned.ts'
import type { PinnedCalendar } from './pinned.ts'
import { compiled, OFFICE, runs, scenes, SHANGHAI } from './calendar.testing.ts'
import { fromPinned, toPinned } from './compile.ts'

function throughJson(pinned: PinnedCalendar): PinnedCalendar {
  return JSON.parse(JSON.stringify(pinned)) as PinnedCalendar
}

test('a pinned calendar read back from JSON is the calendar, bit for bit', () => {
  for (const calendar of [
    compiled(OFFICE),
    compiled({ hours: '24x7' }),
    compiled({ hours: '24x7', holidays: 'CN' }, SHANGHAI, [2020, 2050]),
    compiled({ weekly: { 'mon-sun': ['22:00-06:00'] } }, 'Europe/Berlin'),
    compiled({ weekly: {}, overrides: [{ date: '2026-06-08', hours: ['10:00-12:00'] }] }),
    compiled({ weekly: { wed: ['00:00-24:00'] } }, 'Australia/Lord_Howe'),
  ]) {
    assert.deepEqual(fromPinned(throughJson(toPinned(calendar))), calendar)
  }
})

test('a calendar without a working day, and one with a single one, are read back as they were', () => {
  for (const workdays of [new Int32Array(0), Int32Array.of(20_600)]) {
    const bare = { ...compiled(OFFICE), workdays }
    const calendar = { ...bare, hash: hashOf(bare) }
    assert.deepEqual(fromPinned(throughJson(toPinned(calendar))), calendar)
  }
})

test('any calendar survives being pinned', () => {
  fc.assert(
    fc.property(scenes, ({ source, zone }) => {
      fc.pre('weekly' in source && Object.values(source.weekly).some((hours) => hours.length > 0))
      const calendar = compiled(source, zone, [2025, 2028])
      assert.deepEqual(fromPinned(throughJson(toPinned(calendar))), calendar)
    }),
    runs(40),
  )
})

test('a database that orders keys its own way changes nothing', () => {
  const pinned = throughJson(toPinned(compiled(OFFICE)))
  const reordered = Object.fromEntries(Object.entries(pinned).reverse()) as PinnedCalendar
  assert.deepEqual(fromPinned(reordered), compiled(OFFICE))
})

test('a pinned calendar that was touched is refused', () => {
  const pinned = throughJson(toPinned(compiled(OFFICE)))
  const touched: PinnedCalendar[] = [
    { ...pinned, from: pinned.from + 1 },
    { ...pinned, always: true },
    { ...pinned, knownUntil: null },
    { ...pinned, spans: { ...pinned.spans, order: pinned.spans.order.with(1, pinned.spans.order[0]!) } },
    { ...pinned, workdays: { ...pinned.workdays, steps: pinned.workdays.steps.with(0, 2) } },
    { ...pinned, zone: { ...pinned.zone, transitions: [{ at: 0, offsetMs: 0 }] } },
    { ...pinned, hash: '0'.repeat(64) },
    { ...pinned, id: 'other' },
  ]
  for (const [i, calendar] of touched.entries()) assert.throws(() => fromPinned(calendar), /hash/, `change ${i}`)
})

test('a format from the future is refused', () => {
  assert.throws(() => fromPinned({ ...toPinned(compiled(OFFICE)), format: 2 as 1 }), /format/)
})

test('forty years of an office take less than 60 kB', () => {
  assert.ok(JSON.stringify(toPinned(compiled(OFFICE, SHANGHAI, [2024, 2064]))).length < 60_000)
})
