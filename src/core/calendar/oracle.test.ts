import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CalendarSource } from './calendar.ts'
import type { CompiledCalendar } from './compile.ts'
import type { Minutes } from './oracle.testing.ts'
import type { Duration } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import { formatInstant } from '../time/instant.ts'
import { add, addDuration, between, isOpen } from './clock.ts'
import { compiled, describeScene, OFFICE, runs, scenes, SHANGHAI } from './calendar.testing.ts'
import { minutesOf, onlyWorkdays, slowAdd, slowBetween, slowDueOn, slowShare, slowTarget, slowWorkdays } from './oracle.testing.ts'

const MINUTE = 60_000
const DAYS = 35

function isEmpty({ open }: Minutes): boolean {
  return !open.includes(1)
}

/** A scene with its calendar, its minutes, and some instants in it: on the minute, between minutes, at openings and closings. */
const counted = scenes.chain((scene) => {
  const minutes = minutesOf(scene.source, scene.zone, { first: scene.first, days: DAYS })
  const edges = [...minutes.open.keys()]
    .filter((i) => i > 0 && minutes.open[i] !== minutes.open[i - 1])
    .map((i) => minutes.start + i * MINUTE)
  const width = minutes.open.length * MINUTE
  const anywhere = fc.integer({ min: 0, max: width - 1 }).map((ms) => minutes.start + ms)
  const near = edges.length === 0 ? anywhere : fc.tuple(fc.constantFrom(...edges), fc.constantFrom(-1, 0, 1)).map(([edge, ms]) => edge + ms)
  const instants = fc.oneof(anywhere, near)
  const lengths = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 80 * 3_600_000 }))
  return fc
    .record({ from: instants, until: instants, ms: lengths })
    .map((drawn) => ({ scene, minutes, ...drawn, [fc.toStringMethod]: () => JSON.stringify({ scene, ...drawn }) }))
})

test('working time used up is what the minutes say, in every zone and over every change of the clock', () => {
  fc.assert(
    fc.property(counted, ({ scene, minutes, from, ms }) => {
      fc.pre(!isEmpty(minutes))
      const expected = slowAdd(minutes, from, ms)
      fc.pre(expected !== undefined)
      assert.equal(add(compiled(scene.source, scene.zone, [2025, 2030]), from, ms), expected, describeScene(scene, from))
    }),
    runs(50),
  )
})

test('working time between two instants is what the minutes say', () => {
  fc.assert(
    fc.property(counted, ({ scene, minutes, from, until }) => {
      fc.pre(!isEmpty(minutes) && from <= until)
      assert.equal(
        between(compiled(scene.source, scene.zone, [2025, 2030]), from, until),
        slowBetween(minutes, from, until),
        describeScene(scene, from),
      )
    }),
    runs(50),
  )
})

test('a calendar is open in exactly the minutes that are open', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const minutes = minutesOf(scene.source, scene.zone, { first: scene.first, days: 16 })
      fc.pre(!isEmpty(minutes))
      const calendar = compiled(scene.source, scene.zone, [2025, 2030])
      for (let i = 0; i < minutes.open.length; i += 1) {
        const instant = minutes.start + i * MINUTE
        if (isOpen(calendar, instant) !== (minutes.open[i] === 1)) assert.fail(describeScene(scene, instant))
      }
    }),
    runs(30),
  )
})

type Counted = { readonly calendar: CompiledCalendar; readonly minutes: Minutes; readonly from: Instant }

function slowDue({ minutes, from }: Counted, { value, unit }: Duration): Instant | undefined {
  if (unit === 'wd') return slowWorkdays(minutes, from, value)
  const added = unit === 'd' ? { days: value } : unit === 'w' ? { weeks: value } : { months: unit === 'y' ? value * 12 : value }
  return slowDueOn(minutes, slowTarget(minutes, from, added))
}

function assertSameDue(one: Counted, duration: Duration, message: string): void {
  const reached = addDuration(one.calendar, one.from, duration)
  if ('error' in reached) assert.fail(`${reached.error}: ${message}`)
  assert.equal(formatInstant(reached.at), formatInstant(slowDue(one, duration)!), `${duration.value}${duration.unit}: ${message}`)
}

const civil = fc.oneof(
  fc.record({ value: fc.integer({ min: 0, max: 20 }), unit: fc.constant('d' as const) }),
  fc.record({ value: fc.integer({ min: 0, max: 3 }), unit: fc.constant('w' as const) }),
  fc.record({ value: fc.integer({ min: 1, max: 12 }), unit: fc.constant('wd' as const) }),
  fc.record({ value: fc.constant(1), unit: fc.constant('mo' as const) }),
)

test('days, weeks, months and working days end where day-by-day counting ends', () => {
  fc.assert(
    fc.property(counted, civil, ({ scene, minutes, from }, duration) => {
      fc.pre(!isEmpty(minutes))
      const one = { calendar: compiled(scene.source, scene.zone, [2025, 2030]), minutes, from }
      // A calendar that works on no weekday never gets to its n-th working day inside the window.
      fc.pre(one.calendar.workdays.length > 300 && slowDue(one, duration) !== undefined)
      assertSameDue(one, duration, describeScene(scene, from))
    }),
    runs(70),
  )
})

const shares = fc.constantFrom(0.5, 0.25, 0.75, 0.1)

test('a share of a day is that share of its open minutes, counted on', () => {
  fc.assert(
    fc.property(counted, shares, fc.boolean(), ({ scene, minutes, from }, share, ofWorkdays) => {
      fc.pre(!isEmpty(minutes))
      const expected = slowShare(minutes, from, ofWorkdays ? { share, works: minutes.works } : { share })
      fc.pre(expected !== undefined)
      const reached = addDuration(compiled(scene.source, scene.zone, [2025, 2030]), from, { value: share, unit: ofWorkdays ? 'wd' : 'd' })
      if ('error' in reached) assert.fail(`${reached.error}: ${describeScene(scene, from)}`)
      assert.equal(formatInstant(reached.at), formatInstant(expected!), `${share} ${describeScene(scene, from)}`)
    }),
    runs(50),
  )
})

test('where service never rests a share of a working day is counted on working days alone', () => {
  for (const source of [{ hours: '24x7' }, { hours: '24x7', holidays: 'CN' }] as const) {
    const minutes = onlyWorkdays(minutesOf(source, SHANGHAI, { first: '2026-09-14', days: 40 }))
    const calendar = compiled(source)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 * 24 * 60 * MINUTE }), shares, (ms, share) => {
        const from = minutes.start + ms
        const expected = slowShare(minutes, from, { share, works: minutes.works })
        assert.deepEqual(
          addDuration(calendar, from, { value: share, unit: 'wd' }),
          { at: expected, provisional: false },
          formatInstant(from),
        )
      }),
      runs(60),
    )
  }
})

function yearOf(source: CalendarSource): Counted {
  return { calendar: compiled(source, SHANGHAI), minutes: minutesOf(source, SHANGHAI, { first: '2026-01-01', days: 365 }), from: 0 }
}

test('all of 2026 in a Chinese office is open, minute by minute, as the State Council and the week say', () => {
  const { calendar, minutes } = yearOf(OFFICE)
  let used = 0
  for (let i = 0; i < minutes.open.length; i += 1) {
    const instant = minutes.start + i * MINUTE
    if (isOpen(calendar, instant) !== (minutes.open[i] === 1)) assert.fail(formatInstant(instant))
    if (between(calendar, minutes.start, instant) !== used) assert.fail(formatInstant(instant))
    used += minutes.open[i]! * MINUTE
  }
  assert.equal(used, 248 * 10 * 60 * MINUTE, '365 days less 104 at weekends, 19 weekdays off, 6 made up: 248 of ten hours')
})

test('from every hour of 2026 in China a due time is where counting minutes and days leads', () => {
  for (const source of [
    OFFICE,
    { hours: '24x7', holidays: 'CN' },
    { weekly: { 'mon-sat': ['22:00-06:00', '12:00-13:00'] }, holidays: 'CN' },
  ] as const) {
    const year = yearOf(source)
    const step = 5 * 3_600_000 + 7 * MINUTE
    for (let from = year.minutes.start; from < year.minutes.start + 320 * 24 * 60 * MINUTE; from += step) {
      const one = { ...year, from }
      for (const duration of [
        { value: 1, unit: 'd' },
        { value: 1, unit: 'wd' },
        { value: 7, unit: 'wd' },
        { value: 1, unit: 'mo' },
      ] as const) {
        assertSameDue(one, duration, `${JSON.stringify(source)} from ${formatInstant(from)}`)
      }
      if (add(year.calendar, from, 3_600_000) !== slowAdd(year.minutes, from, 3_600_000)) assert.fail(formatInstant(from))
    }
  }
})
