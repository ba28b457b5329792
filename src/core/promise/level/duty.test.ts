import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Subject } from '../../fact.ts'
import { isOpen } from '../../calendar/clock.ts'
import type { Instant } from '../../time/instant.ts'
import { HOUR_MS } from '../../time/instant.ts'
import { LOCALES } from '../../words.ts'
import type { Told } from '../cover/given.testing.ts'
import { facts } from '../cover/given.testing.ts'
import { at, clockOf } from '../given.testing.ts'
import { CONTRACT, care, demandOneRecord, lines, planOf } from '../rhythm.testing.ts'
import { sayWhy, whyContext } from '../why.ts'
import { gapsIn } from './duty.ts'

// Rosters (排班): at every hour that is promised somebody is on duty, from the day on which the contract starts.

const around = planOf('level', 'measure: roster.on-duty where desk == "hotline"\nover: now\nat-least: 1\ncalendar: always')
const office = planOf('level', 'measure: roster.on-duty\nover: now\nat-least: 1\ncalendar: office')
const pair = planOf('level', 'measure: roster.on-duty\nover: now\nat-least: 2\ncalendar: always')

type Planned = { readonly on?: Subject; readonly person?: string; readonly desk?: string; readonly told?: string }

const shift = (
  start: string,
  end: string,
  { on = 'shift/S1', person = 'lin', desk = 'hotline', told = '11-20 10:00' }: Planned = {},
): Told => [told, 'shift.planned', { person, desk, start: at(start), end: at(end) }, { on, also: [CONTRACT] }]
const dropped = (when: string, on: Subject = 'shift/S1'): Told => [when, 'shift.dropped', {}, { on, also: [CONTRACT] }]

const signed = (startsOn: string): Told => ['11-20 09:00', 'contract.signed', { startsOn: `2026-${startsOn}` }, { on: CONTRACT }]
const SIGNED = signed('11-28')

const TWO = [SIGNED, shift('11-28 00:00', '11-28 18:00'), shift('11-28 20:00', '11-29 08:00', { on: 'shift/S2', person: 'shen' })] as const

test('from the end of one shift to the beginning of the next nobody is there: broken from the first instant, promised anew from the second (S002-186)', () => {
  assert.deepEqual(lines(around, TWO, '11-28 17:59'), ['1 open 11-28 00:00 → open'])
  assert.deepEqual(lines(around, TWO, '11-28 18:00'), ['1 broken 11-28 00:00 → open at 11-28 18:00'])
  assert.deepEqual(lines(around, TWO, '11-28 21:00'), ['1 broken 11-28 00:00 → open at 11-28 18:00', '2 open 11-28 20:00 → open'])
})

test('a gap is told by its span, in every language', () => {
  const [gap] = care(around, TWO, '11-28 18:30')
  const said = (locale: (typeof LOCALES)[number]) => sayWhy(gap!, whyContext(around, gap!), locale)
  assert.ok(
    said('zh-CN').includes('2026 年 11 月 28 日（周六）18:00 至 2026 年 11 月 28 日（周六）20:00 无人值班，未兑现。'),
    said('zh-CN').join('\n'),
  )
  assert.ok(said('zh-TW').some((line) => line.includes('無人值班')))
  assert.ok(said('en').some((line) => line.startsWith('Nobody on duty from')))
  for (const locale of LOCALES) for (const line of said(locale)) assert.doesNotMatch(line, /[{}]|undefined|NaN/)
})

test('a roster that nobody ever wrote is a gap from the first day of the contract on: neglect keeps no promise (S002-186)', () => {
  assert.deepEqual(lines(around, [SIGNED], '11-27 23:00'), [])
  assert.deepEqual(
    lines(around, [SIGNED], '11-28 00:00'),
    ['1 broken 11-28 00:00 → open'].map((one) => `${one} at 11-28 00:00`),
  )
  const [never] = care(around, [SIGNED], '2027-06-01 10:00')
  assert.deepEqual([never?.state, never?.brokenAt, never?.why.detail?.value], ['broken', at('11-28 00:00'), 0])
  const said = sayWhy(never!, whyContext(around, never!), 'zh-CN')
  assert.ok(said.includes('2026 年 11 月 28 日（周六）00:00 起无人值班，后面还没有排班，未兑现。'), said.join('\n'))
})

test('the day of the signature is not counted, and what was agreed to start earlier starts on the day after it', () => {
  const begins = (...told: Told[]) => care(around, told, '12-30 10:00').map(({ brokenAt }) => clockOf(brokenAt))
  assert.deepEqual(begins(['11-20 09:00', 'contract.signed', {}, { on: CONTRACT }]), ['11-21 00:00'])
  assert.deepEqual(begins(signed('10-01')), ['11-21 00:00'])
  assert.deepEqual(begins(SIGNED, ['11-25 09:00', 'contract.amended', { startsOn: '2026-12-05' }, { on: CONTRACT }]), ['12-05 00:00'])
})

test('in office hours the first gap begins when the doors open', () => {
  assert.deepEqual(lines(office, [SIGNED], '11-30 10:00'), ['1 broken 11-28 00:00 → open at 11-30 09:00'])
})

test('who takes a contract over owes its roster from that day on, and nothing of it before', () => {
  const taken = planOf('level', 'measure: roster.on-duty\nover: now\nat-least: 1', {
    terms: [{ key: 'cut-over', value: '2026-12-10', source: '接管清单' }],
  })
  assert.deepEqual(lines(taken, [SIGNED], '12-30 10:00'), ['1 broken 12-10 00:00 → open at 12-10 00:00'])
})

test('after the last shift the roster has run out', () => {
  const one = [SIGNED, shift('11-28 00:00', '11-28 18:00')]
  const [over] = care(around, one, '12-05 10:00')
  assert.equal(over?.brokenAt, at('11-28 18:00'))
})

test('shifts that touch leave no gap, and two people at once are one more than is needed', () => {
  const touching = [SIGNED, shift('11-28 00:00', '11-28 18:00'), shift('11-28 18:00', '11-29 08:00', { on: 'shift/S2' })]
  assert.deepEqual(lines(around, touching, '11-29 07:00'), ['1 open 11-28 00:00 → open'])
  const [two] = care(around, [...touching, shift('11-28 12:00', '11-28 20:00', { on: 'shift/S3', person: 'shen' })], '11-28 13:00')
  assert.equal(two?.state, 'open')
})

test('another desk’s shift covers nothing here', () => {
  const elsewhere = shift('11-28 18:00', '11-28 20:00', { on: 'shift/S3', desk: 'night-line' })
  assert.match(lines(around, [...TWO, elsewhere], '11-28 19:00')[0]!, /^1 broken/)
})

test('outside the promised hours nobody has to be there, and closing time puts nothing right', () => {
  // Friday, and the Monday after
  const days = [signed('11-27'), shift('11-27 09:00', '11-27 17:00'), shift('11-30 09:00', '11-30 12:00', { on: 'shift/S2' })]
  assert.deepEqual(lines(office, days, '11-29 12:00'), ['1 open 11-27 00:00 → open'])
  assert.deepEqual(lines(office, days, '12-02 12:00'), ['1 broken 11-27 00:00 → open at 11-30 12:00'])
})

test('who is dropped from a shift leaves a gap from then on; before it began, all of it', () => {
  const full = [SIGNED, shift('11-28 00:00', '11-28 18:00')]
  assert.deepEqual(lines(around, [...full, dropped('11-28 14:00')], '11-28 15:00'), ['1 broken 11-28 00:00 → open at 11-28 14:00'])
  assert.deepEqual(lines(around, [...full, dropped('11-27 14:00')], '11-28 09:00'), ['1 broken 11-28 00:00 → open at 11-28 00:00'])
})

test('somebody who steps in ends the gap when it was told, not when the shift is said to have begun', () => {
  const late = shift('11-28 18:00', '11-28 20:00', { on: 'shift/S3', person: 'qin', told: '11-28 19:00' })
  const [gap, next] = care(around, [...TWO, late], '11-28 19:30')
  assert.deepEqual([gap?.brokenAt, gap?.why.detail?.gapUntil, next?.openedAt], [at('11-28 18:00'), at('11-28 19:00'), at('11-28 19:00')])
})

test('two are promised, one is there: too few, and told so', () => {
  const told = [SIGNED, shift('11-28 00:00', '11-28 18:00'), shift('11-28 00:00', '11-28 12:00', { on: 'shift/S2', person: 'shen' })]
  const [short] = care(pair, told, '11-28 13:00')
  assert.equal(short?.brokenAt, at('11-28 12:00'))
  assert.ok(
    sayWhy(short!, whyContext(pair, short!), 'zh-CN').includes('2026 年 11 月 28 日（周六）12:00 起值班人数不足，后面还没有补上，未兑现。'),
  )
})

test('the same person twice at once is one person', () => {
  const told = [SIGNED, shift('11-28 00:00', '11-28 18:00'), shift('11-28 00:00', '11-28 18:00', { on: 'shift/S2' })]
  assert.match(lines(pair, told, '11-28 09:00')[0]!, /^1 broken/)
})

test('a shift that was entered by mistake is voided, and the gap that it hid comes to light', () => {
  const hidden = shift('11-28 18:00', '11-28 20:00', { on: 'shift/S3', told: '11-21 10:00' })
  const voided: Told = ['11-28 19:00', 'fact.voided', { of: 'f4', reason: '录错' }, { on: 'shift/S3', also: [CONTRACT] }]
  assert.deepEqual(lines(around, [...TWO, hidden], '11-28 19:30').length, 1)
  assert.match(lines(around, [...TWO, hidden, voided], '11-28 19:30')[0]!, /^1 broken .* at 11-28 18:00/)
})

test('the end of the contract ends the roster with it, be it the day that was agreed or that on which somebody ends it', () => {
  const held = [...TWO, shift('11-28 18:00', '11-28 20:00', { on: 'shift/S3' })]
  const ended: Told = ['11-28 12:00', 'contract.ended', {}, { on: CONTRACT }]
  assert.deepEqual(lines(around, [...held, ended], '12-29 12:00'), ['1 kept 11-28 00:00 → open at 11-28 12:00'])
  const agreed: Told = ['11-25 09:00', 'contract.amended', { endsOn: '2026-11-29' }, { on: CONTRACT }]
  assert.deepEqual(lines(around, [...held, agreed], '12-29 12:00'), ['1 kept 11-28 00:00 → open at 11-29 00:00'])
})

test('the gaps to come are found from the roster alone, within the hours that are promised', () => {
  const shifts = {
    'shift/S1': { start: at('11-26 09:00'), end: at('11-26 13:00'), person: 'lin' },
    'shift/S2': { start: at('11-26 12:00'), end: at('11-26 17:00'), person: 'shen' },
    'shift/S3': { start: at('11-27 10:00'), end: at('11-27 17:00'), person: 'shen' },
  }
  const looking = { from: at('11-26 08:00'), until: at('11-28 00:00'), calendar: office.calendars.office }
  const found = (atLeast: number) =>
    gapsIn({ shifts }, { ...looking, atLeast }).map(({ start, end }) => `${clockOf(start)} ${clockOf(end)}`)
  assert.deepEqual(found(1), ['11-27 09:00 11-27 10:00'])
  assert.deepEqual(found(2), ['11-26 09:00 11-26 12:00', '11-26 13:00 11-26 17:00', '11-27 09:00 11-27 17:00'])
})

// Any roster ------------------------------------------------------------------------------------------------------------------

const BEGIN = at('11-23 00:00')
const BEGUN: Told = ['11-22 10:00', 'contract.signed', {}, { on: CONTRACT }]
const HOURS = 24 * 8

type Entry = {
  readonly toldAt: number
  readonly from: number
  readonly hours: number
  readonly person: string
  readonly dropAt?: number | undefined
}

const entry: fc.Arbitrary<Entry> = fc.record({
  toldAt: fc.integer({ min: 0, max: HOURS }),
  from: fc.integer({ min: 0, max: HOURS }),
  hours: fc.integer({ min: 1, max: 40 }),
  person: fc.constantFrom('lin', 'shen', 'qin'),
  dropAt: fc.option(fc.integer({ min: 0, max: HOURS }), { nil: undefined }),
})

const hourAt = (hour: number): Instant => BEGIN + hour * HOUR_MS

function toldOf(entries: readonly Entry[]): Told[] {
  const clock = (hour: number) => new Date(hourAt(hour) + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')
  const told = entries.flatMap(({ toldAt, from, hours, person, dropAt }, index) => {
    const on: Subject = `shift/S${index}`
    const planned: Told = [
      clock(toldAt),
      'shift.planned',
      { person, desk: 'hotline', start: hourAt(from), end: hourAt(from + hours) },
      { on, also: [CONTRACT] },
    ]
    return dropAt === undefined || dropAt < toldAt
      ? [planned]
      : [planned, [clock(dropAt), 'shift.dropped', {}, { on, also: [CONTRACT] }] as Told]
  })
  return [BEGUN, ...told.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))]
}

/** Hour by hour, with nothing but what was told by then. */
function gapsOf(entries: readonly Entry[], open: (at: Instant) => boolean): string[] {
  const seen: string[] = []
  let holds = true
  for (let hour = 0; hour <= HOURS; hour++) {
    const known = entries.filter(({ toldAt }) => toldAt <= hour)
    if (!open(hourAt(hour))) continue
    const there = known.some(({ toldAt, from, hours, dropAt }) => {
      const ends = dropAt === undefined || dropAt < toldAt ? from + hours : Math.min(from + hours, dropAt)
      return from <= hour && hour < ends
    })
    if (holds && !there) seen.push(`gap ${hour}`)
    if (!holds && there) seen.push(`cover ${hour}`)
    holds = there
  }
  return seen
}

for (const [name, bound] of [
  ['around the clock', around],
  ['in office hours', office],
] as const)
  test(`whatever is planned and dropped, ${name} the gaps are those that a look at every hour finds, live as replayed`, () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        const told = toldOf(entries)
        const calendar = bound.calendars[bound === office ? 'office' : 'always']!
        const when = hourAt(HOURS)
        const found = care(bound, told, new Date(when + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' '))
        const hourOf = (instant: Instant) => (instant - BEGIN) / HOUR_MS
        const seen = found.flatMap(({ episode, openedAt, brokenAt }) => [
          ...(episode > 1 ? [`cover ${hourOf(openedAt)}`] : []),
          ...(brokenAt === undefined ? [] : [`gap ${hourOf(brokenAt)}`]),
        ])
        assert.deepEqual(
          seen,
          gapsOf(entries, (one) => isOpen(calendar, one)),
        )
        demandOneRecord(bound, facts(...told), when)
      }),
      { numRuns: 60 * Number(env.NUOXING_PROVE ?? 1) },
    )
  })
