import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Scene } from './calendar.testing.ts'
import type { CompiledCalendar } from './compile.ts'
import type { Instant } from '../time/instant.ts'
import { add, addDuration, between, isOpen } from './clock.ts'
import { compiled, describeScene, runs, scenes } from './calendar.testing.ts'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR

type Counting = {
  readonly scene: Scene
  readonly calendar: CompiledCalendar
  readonly a: Instant
  readonly b: Instant
  readonly c: Instant
  readonly m: number
  readonly n: number
}

const lengths = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 12 * HOUR }), fc.integer({ min: 0, max: 200 * HOUR }))

/** Instants at random and at the very openings and closings, a millisecond before and after them too. */
function instantsOf(calendar: CompiledCalendar, first: Instant): fc.Arbitrary<Instant> {
  const anywhere = fc.integer({ min: -WEEK, max: 6 * WEEK }).map((ms) => first + ms)
  const edges = [...calendar.starts, ...calendar.ends].filter((edge) => Math.abs(edge - first) < 4 * WEEK)
  if (edges.length === 0) return anywhere
  return fc.oneof(
    anywhere,
    fc.tuple(fc.constantFrom(...edges), fc.integer({ min: -1, max: 1 })).map(([edge, ms]) => edge + ms),
  )
}

/** Calendars that go on: with 1500 open hours in five years no law runs into the end of the years. */
const countings: fc.Arbitrary<Counting> = scenes
  .map((scene) => ({ scene, calendar: compiled(scene.source, scene.zone, [2025, 2030]) }))
  .filter(({ calendar }) => calendar.prefix.at(-1)! > 1500 * HOUR)
  .chain(({ scene, calendar }) => {
    const first = Temporal.PlainDate.from(scene.first).toZonedDateTime(scene.zone).epochMilliseconds
    const instants = instantsOf(calendar, first)
    return fc
      .record({ a: instants, b: instants, c: instants, m: lengths, n: lengths })
      .map((drawn) => ({ scene, calendar, ...drawn, [fc.toStringMethod]: () => JSON.stringify({ scene, ...drawn }) }))
  })

function law(name: string, holds: (counting: Counting) => void, count = 70): void {
  test(name, () => {
    fc.assert(fc.property(countings, holds), runs(count))
  })
}

law('between undoes add, to the millisecond', ({ scene, calendar, a, n }) => {
  assert.equal(between(calendar, a, add(calendar, a, n)!), n, describeScene(scene, a))
})

law('a due time is the earliest instant at which the working time is used up', ({ scene, calendar, a, n }) => {
  fc.pre(n > 0)
  const at = add(calendar, a, n)!
  assert.equal(between(calendar, a, at - 1), n - 1, describeScene(scene, a))
  assert.ok(isOpen(calendar, at - 1), 'it ends while work is going on, at closing time at the latest')
})

law('no working time is used up at once, open or closed', ({ calendar, a }) => {
  assert.equal(add(calendar, a, 0), a)
})

law('who starts later is never due earlier', ({ scene, calendar, a, b, n }) => {
  const [first, second] = a <= b ? [a, b] : [b, a]
  assert.ok(add(calendar, first, n)! <= add(calendar, second, n)!, describeScene(scene, first))
})

law('more working time is never due earlier, and a millisecond more is due later', ({ scene, calendar, a, m, n }) => {
  assert.ok(add(calendar, a, Math.min(m, n))! <= add(calendar, a, Math.max(m, n))!, describeScene(scene, a))
  assert.ok(add(calendar, a, n)! < add(calendar, a, n + 1)!, describeScene(scene, a))
})

law('working time added in two parts is due when added at once', ({ scene, calendar, a, m, n }) => {
  assert.equal(add(calendar, add(calendar, a, m)!, n), add(calendar, a, m + n), describeScene(scene, a))
})

law('split anywhere, working times sum up', ({ scene, calendar, a, b, c }) => {
  assert.equal(between(calendar, a, b)! + between(calendar, b, c)!, between(calendar, a, c)!, describeScene(scene, a))
})

law('backwards, between is the same with the other sign', ({ calendar, a, b }) => {
  assert.equal(between(calendar, b, a)! + between(calendar, a, b)!, 0)
  assert.equal(between(calendar, a, a), 0)
})

law('working time is never longer than the time that passes', ({ calendar, a, b }) => {
  const ms = between(calendar, Math.min(a, b), Math.max(a, b))!
  assert.ok(ms >= 0 && ms <= Math.abs(b - a))
})

law('reaching back is the mirror image: the latest instant from which that much is used up', ({ scene, calendar, a, n }) => {
  fc.pre(n > 0)
  const at = add(calendar, a, -n)!
  assert.equal(between(calendar, at, a), n, describeScene(scene, a))
  assert.equal(between(calendar, at + 1, a), n - 1, describeScene(scene, a))
  assert.ok(isOpen(calendar, at))
})

law('minutes and hours elapse exactly as their milliseconds do', ({ calendar, a, n }) => {
  const minutes = Math.floor(n / 60_000)
  const at = add(calendar, a, minutes * 60_000)!
  assert.deepEqual(addDuration(calendar, a, { value: minutes, unit: 'min' }), { at, provisional: at > calendar.knownUntil })
})

law(
  'a civil duration ends while the calendar is open, never before the start day is over unless it has none',
  ({ scene, calendar, a, n }) => {
    const days = n % 30
    const reached = addDuration(calendar, a, { value: days + 1, unit: 'd' })
    assert.ok('at' in reached, describeScene(scene, a))
    assert.ok(isOpen(calendar, reached.at - 1), describeScene(scene, a))
    assert.ok(reached.at > a)
  },
)

law('more days are never due earlier, working days no earlier than days', ({ scene, calendar, a, m, n }) => {
  const [few, many] = [m % 20, (m % 20) + (n % 20)]
  const reach = (value: number, unit: 'd' | 'wd') => {
    const reached = addDuration(calendar, a, { value, unit })
    return 'at' in reached ? reached.at : Infinity
  }
  assert.ok(reach(few, 'd') <= reach(many, 'd'), describeScene(scene, a))
  assert.ok(reach(few, 'wd') <= reach(many, 'wd'), describeScene(scene, a))
  assert.ok(reach(few, 'd') <= reach(few, 'wd'), describeScene(scene, a))
})

test('on an always open calendar working time is time', () => {
  const always = compiled({ hours: '24x7' })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -1e11, max: 1e11 }), (a, ms) => {
      assert.equal(add(always, a, ms), a + ms)
      assert.equal(between(always, a, a + ms), ms)
    }),
    runs(100),
  )
})

/** Span after span, as one would on paper. */
function linearAdd({ starts, ends }: CompiledCalendar, from: Instant, ms: number): Instant {
  let left = ms
  for (let i = 0; left > 0 && i < starts.length; i += 1) {
    const start = Math.max(starts[i]!, from)
    const open = Math.max(0, ends[i]! - start)
    if (left <= open) return start + left
    left -= open
  }
  return left > 0 ? Number.NaN : from
}

test('the quick search lands where going through all spans lands, over any length and any density', () => {
  const dense = Array.from({ length: 280 }, (_, i) => `${written(i * 5)}-${written(i * 5 + 1 + (i % 4))}`)
  const calendars = [
    compiled({ weekly: { 'mon-sun': dense } }, 'Europe/Berlin', [2026, 2028]),
    compiled({ weekly: { sat: ['10:00-12:00'] } }),
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...calendars.keys()),
      fc.double({ min: 0, max: 0.6, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (which, place, size) => {
        const calendar = calendars[which]!
        const from = Math.round(calendar.from + place * (calendar.until - calendar.from))
        // Lengths of all magnitudes: a millisecond, an hour, a third of all there is.
        const ms = Math.round((calendar.prefix.at(-1)! / 3) ** size)
        assert.equal(add(calendar, from, ms), linearAdd(calendar, from, ms))
      },
    ),
    runs(200),
  )
})

function written(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
