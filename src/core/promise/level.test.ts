import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../fact.ts'
import type { Told } from './cover/given.testing.ts'
import { story } from './from-yaml.testing.ts'
import { CONTRACT, care, lines, planOf } from './rhythm.testing.ts'

const about = (type: Told[1], when: string, data: NonNullable<Told[2]> = {}, on: Subject = 'ticket/T1'): Told => [
  when,
  type,
  data,
  { on, also: [CONTRACT] },
]
const SIGNED: Told = ['2026-01-15 10:00', 'contract.signed', {}, { on: CONTRACT }]
const fault = (when: string, data: NonNullable<Told[2]> = {}, on: Subject = 'ticket/T1') =>
  about('ticket.reported', when, { type: 'fault', ...data }, on)
const valueOf = (one: { readonly why: { readonly detail?: { readonly [key: string]: unknown } | undefined } } | undefined) =>
  one?.why.detail?.value
const first = <T>(all: readonly T[]): T => all[0] ?? assert.fail('none')

// Counting --------------------------------------------------------------------------------------------------------------------

const faults = planOf('level', 'measure: count ticket.reported where type == "fault"\nover: month\nstarts: contract.signed\nat-most: 2')

test('at most two faults a month: the third breaks it at its own instant, and the next month is promised anew', () => {
  const told = [SIGNED, fault('2026-01-20 10:00'), fault('2026-01-21 10:00'), fault('2026-01-22 11:30')]
  assert.deepEqual(lines(faults, told, '2026-02-10 10:00'), [
    '1 broken 01-15 10:00 → 02-01 00:00 at 01-22 11:30',
    '2 open 02-01 00:00 → 03-01 00:00',
  ])
})

test('what was held until its end is kept then, and the number stays with it', () => {
  const told = [SIGNED, fault('2026-01-20 10:00'), fault('2026-02-03 10:00'), fault('2026-02-04 10:00')]
  const [january, february] = care(faults, told, '2026-03-02 10:00')
  assert.deepEqual([january?.state, valueOf(january)], ['kept', 1])
  assert.deepEqual([february?.state, valueOf(february)], ['kept', 2])
  // every window names the fact from which it is measured
  assert.deepEqual([january?.why.anchor.fact, february?.why.anchor.fact], ['f1', 'f1'])
})

test('what happens at the very end of a month belongs to the next one', () => {
  const told = [SIGNED, fault('2026-02-01 00:00'), fault('2026-02-01 00:00', {}, 'ticket/T2')]
  const [january, february] = care(faults, told, '2026-02-02 10:00')
  assert.deepEqual([january?.state, valueOf(january), february?.state, valueOf(february)], ['kept', 0, 'open', 2])
})

test('what the condition leaves out does not count', () => {
  const told = [
    SIGNED,
    ...['10', '11', '12', '13'].map((hour) => about('ticket.reported', `2026-01-20 ${hour}:00`, { type: 'consultation' })),
  ]
  assert.equal(valueOf(care(faults, told, '2026-01-21 10:00')[0]), 0)
})

test('what is excluded by its reason does not count, whether the fact calls it reason or cause', () => {
  const bound = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.signed\nat-most: 0\nignores: [storm, drill]')
  const state = (data: NonNullable<Told[2]>) => first(care(bound, [SIGNED, fault('2026-01-20 10:00', data)], '2026-01-21 10:00')).state
  assert.deepEqual(
    [state({ reason: 'storm' }), state({ cause: 'drill' }), state({ cause: 'wear' }), state({})],
    ['open', 'open', 'broken', 'broken'],
  )
})

test('nothing is measured before it starts; without a start it is measured from the first thing that there is to measure', () => {
  assert.deepEqual(care(faults, [fault('2026-01-10 10:00')], '2026-01-12 10:00'), [])
  assert.equal(valueOf(care(faults, [fault('2026-01-10 10:00'), SIGNED], '2026-01-16 10:00')[0]), 1)
  const bare = planOf('level', 'measure: count ticket.reported\nover: month\nat-most: 2')
  assert.deepEqual(lines(bare, [fault('2026-01-10 10:00')], '2026-01-12 10:00'), ['1 open 01-10 10:00 → 02-01 00:00'])
})

test('a corrected or voided fact is no longer counted: the verdict turns, and the record keeps both', () => {
  const told = [SIGNED, fault('2026-01-20 10:00'), fault('2026-01-21 10:00'), fault('2026-01-22 10:00')]
  const voided: Told = ['2026-01-25 10:00', 'fact.voided', { of: 'f3', reason: '重复登记' }, { on: 'ticket/T1', also: [CONTRACT] }]
  assert.match(first(lines(faults, told, '2026-01-24 10:00')), /^1 broken/)
  assert.match(first(lines(faults, [...told, voided], '2026-01-26 10:00')), /^1 open/)
})

// Windows ---------------------------------------------------------------------------------------------------------------------

test('windows are calendar months, quarters and years, years of the contract, and runs of days', () => {
  const windows = (over: string, when: string) => {
    const bound = planOf('level', `measure: count ticket.reported\nover: ${over}\nstarts: contract.signed\nat-most: 9`)
    return lines(bound, [SIGNED], when).map((one) => one.split(' ').slice(2, 7).join(' '))
  }
  assert.deepEqual(windows('quarter', '2026-07-02 10:00'), [
    '01-15 10:00 → 04-01 00:00',
    '04-01 00:00 → 07-01 00:00',
    '07-01 00:00 → 10-01 00:00',
  ])
  assert.deepEqual(windows('year', '2027-01-02 10:00'), ['01-15 10:00 → 2027-01-01 00:00', '2027-01-01 00:00 → 2028-01-01 00:00'])
  assert.deepEqual(windows('contract-year', '2027-01-16 10:00'), ['01-15 10:00 → 2027-01-16 00:00', '2027-01-16 00:00 → 2028-01-16 00:00'])
  assert.deepEqual(windows('30d', '2026-02-15 10:00'), ['01-15 10:00 → 02-15 00:00', '02-15 00:00 → 03-17 00:00'])
  assert.deepEqual(windows('2mo', '2026-03-20 10:00'), ['01-15 10:00 → 03-16 00:00', '03-16 00:00 → 05-16 00:00'])
  assert.deepEqual(windows('24h', '2026-01-16 10:00'), ['01-15 10:00 → 01-16 10:00', '01-16 10:00 → 01-17 10:00'])
})

test('it is measured until its end: the last window is cut there and judged, and none follows', () => {
  const bound = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.signed\nuntil: contract.ended\nat-least: 1')
  const ended: Told = ['2026-02-10 10:00', 'contract.ended', {}, { on: CONTRACT }]
  assert.deepEqual(lines(bound, [SIGNED, fault('2026-01-20 10:00'), ended, fault('2026-02-11 10:00')], '2026-04-01 10:00'), [
    '1 kept 01-15 10:00 → 02-01 00:00',
    '2 broken 02-01 00:00 → 02-10 10:00',
  ])
})

test('without an end of its own it is measured as long as its contract goes, and no further', () => {
  const bound = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.accepted\nat-least: 1')
  const signed: Told = ['2026-01-10 10:00', 'contract.signed', { endsOn: '2026-02-11' }, { on: CONTRACT }]
  const accepted = (when: string): Told => [when, 'contract.accepted', {}, { on: CONTRACT }]
  assert.deepEqual(lines(bound, [signed, accepted('2026-01-15 10:00'), fault('2026-01-20 10:00')], '2026-12-01 10:00'), [
    '1 kept 01-15 10:00 → 02-01 00:00',
    '2 broken 02-01 00:00 → 02-11 00:00',
  ])
  assert.deepEqual(lines(bound, [signed, accepted('2026-02-12 10:00')], '2026-12-01 10:00'), [])
})

test('signed anew after the end it is measured anew', () => {
  const bound = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.signed\nuntil: contract.ended\nat-most: 1')
  const ended: Told = ['2026-02-10 10:00', 'contract.ended', {}, { on: CONTRACT }]
  const anew: Told = ['2026-03-05 10:00', 'contract.signed', {}, { on: CONTRACT }]
  assert.equal(lines(bound, [SIGNED, ended, anew], '2026-03-06 10:00').at(-1), '3 open 03-05 10:00 → 04-01 00:00')
})

const COVER = `  equipment:\n    title: 质保\n    text: 质保两个月。\n    source: [R-3]\n    cover: {per: contract, starts: contract.signed, term: 2mo}\n  longer:\n    title: 延保\n    text: 延长。\n    source: [R-4]\n    rule: {per: contract, on: ticket.judged where removable == false, then: [{extend: equipment, by: 60d}]}\n`

test('measured for as long as the cover lasts, and longer when it is extended, before or after it ended', () => {
  const bound = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.signed\nuntil: equipment.end\nat-most: 9', {
    more: COVER,
  })
  const judged = (when: string) => about('ticket.judged', when, { removable: false })
  assert.deepEqual(lines(bound, [SIGNED], '2026-08-01 10:00').at(-1), '3 kept 03-01 00:00 → 03-16 00:00')
  assert.deepEqual(lines(bound, [SIGNED, judged('2026-03-05 10:00')], '2026-08-01 10:00').at(-1), '5 kept 05-01 00:00 → 05-15 00:00')
})

// Sums, means, shares ---------------------------------------------------------------------------------------------------------

test('a mean is judged at the end of its window: until then it may recover', () => {
  const bound = planOf('level', 'measure: mean score of survey.answered\nover: quarter\nstarts: contract.signed\nat-least: 90')
  const answered = (when: string, score: number) => about('survey.answered', when, { score })
  assert.equal(first(care(bound, [SIGNED, answered('2026-02-01 10:00', 60)], '2026-03-01 10:00')).state, 'open')
  const good = care(bound, [SIGNED, answered('2026-02-01 10:00', 80), answered('2026-02-02 10:00', 100)], '2026-04-02 10:00')
  assert.deepEqual([good[0]?.state, valueOf(good[0])], ['kept', 90])
  const bad = care(bound, [SIGNED, answered('2026-02-01 10:00', 80), answered('2026-02-02 10:00', 99.9)], '2026-04-02 10:00')
  assert.deepEqual([bad[0]?.state, valueOf(bad[0])], ['broken', 89.95])
})

test('a mean of nothing breaks nothing and says so', () => {
  const bound = planOf('level', 'measure: mean score of survey.answered\nover: quarter\nstarts: contract.signed\nat-least: 90')
  const [quarter] = care(bound, [SIGNED], '2026-04-02 10:00')
  assert.deepEqual(
    [quarter?.state, valueOf(quarter), quarter?.why.notes.map(({ kind }) => kind)],
    ['kept', undefined, ['nothing-measured']],
  )
})

test('what carries no number is not in a sum or a mean', () => {
  const bound = planOf('level', 'measure: sum people of training.held\nover: year\nstarts: contract.signed\nat-least: 10')
  const held = (when: string, people: unknown) => about('training.held', when, { people: people as number })
  assert.equal(
    valueOf(
      care(
        bound,
        [SIGNED, held('2026-02-01 10:00', 6), held('2026-02-02 10:00', '八'), held('2026-02-03 10:00', 5)],
        '2026-03-01 10:00',
      )[0],
    ),
    11,
  )
})

test('a share of tickets, of tickets: judged at the end since both may grow', () => {
  const bound = planOf(
    'level',
    'measure: count survey.answered where satisfied / count survey.answered\nover: month\nstarts: contract.signed\nat-least: 50%',
  )
  const answered = (when: string, satisfied: boolean) => about('survey.answered', when, { satisfied })
  const told = [SIGNED, answered('2026-01-16 10:00', false), answered('2026-01-17 10:00', false), answered('2026-01-18 10:00', true)]
  assert.equal(first(care(bound, told, '2026-01-30 10:00')).state, 'open')
  assert.deepEqual(first(lines(bound, told, '2026-02-02 10:00')), '1 broken 01-15 10:00 → 02-01 00:00')
  assert.match(first(lines(bound, [...told, answered('2026-01-19 10:00', true)], '2026-02-02 10:00')), /^1 kept/)
})

// Time ------------------------------------------------------------------------------------------------------------------------

const AVAILABILITY =
  'measure: 1 - time ticket.reported where type == "fault" to ticket.restored / planned\nover: month\nstarts: contract.signed\nat-least: 99%'
const availability = planOf('level', AVAILABILITY)
const restored = (when: string, on: Subject = 'ticket/T1') => about('ticket.restored', when, {}, on)

test('availability is one less downtime through planned hours; what is down goes on counting until it is restored', () => {
  // From 15 January 10:00 to the end of the month there are 398 hours.
  const [january] = care(availability, [SIGNED, fault('2026-01-20 10:00'), restored('2026-01-20 13:00')], '2026-02-02 10:00')
  assert.equal(valueOf(january), 0.992462)
  assert.equal(january?.state, 'kept')
})

test('it is broken at the instant at which the downtime that goes on uses up what was left, to the millisecond', () => {
  // One hundredth of 398 hours: 3 h 58 min 48 s. The instant after it is the first that can no longer be held.
  assert.deepEqual(
    first(lines(availability, [SIGNED, fault('2026-01-20 10:00')], '2026-01-20 14:00')),
    '1 broken 01-15 10:00 → 02-01 00:00 at 01-20 13:58:48.001',
  )
  assert.match(first(lines(availability, [SIGNED, fault('2026-01-20 10:00')], '2026-01-20 13:58')), /^1 open/)
  assert.match(
    first(lines(availability, [SIGNED, fault('2026-01-20 10:00'), restored('2026-01-20 13:58:48')], '2026-02-02 10:00')),
    /^1 kept/,
  )
})

test('two that are down at once both count; the same one reported twice counts once', () => {
  const two = [
    SIGNED,
    fault('2026-01-20 10:00'),
    fault('2026-01-20 11:00', {}, 'ticket/T2'),
    restored('2026-01-20 12:00'),
    restored('2026-01-20 12:00', 'ticket/T2'),
  ]
  assert.equal(valueOf(care(availability, two, '2026-02-02 10:00')[0]), 0.992462)
  const twice = [SIGNED, fault('2026-01-20 10:00'), fault('2026-01-20 11:00'), restored('2026-01-20 13:00'), restored('2026-01-20 14:00')]
  assert.equal(valueOf(care(availability, twice, '2026-02-02 10:00')[0]), 0.992462)
})

test('a downtime across the end of a month counts in each month for its own part', () => {
  const told = [SIGNED, fault('2026-01-31 23:00'), restored('2026-02-01 05:00')]
  const [january, february] = care(availability, told, '2026-03-02 10:00')
  assert.deepEqual([valueOf(january), valueOf(february)], [0.997487, 0.99256])
})

test('hours are counted in the calendar of the clause', () => {
  const office = planOf('level', `${AVAILABILITY}\ncalendar: office`)
  // Down over a weekend: the desk is closed, nothing is lost; 12 working days of 8 hours, of the first one seven.
  const told = [SIGNED, fault('2026-01-16 17:00'), restored('2026-01-19 09:30')]
  assert.equal(valueOf(care(office, told, '2026-02-02 10:00')[0]), 0.994737)
})

// Now -------------------------------------------------------------------------------------------------------------------------

const spares = planOf('level', 'per: model\nmeasure: stock.on-hand where place == "local" / count asset.accepted\nover: now\nat-least: 3%')
const MODEL: Subject = 'model/M1'
const stock = (when: string, quantity: number, more: NonNullable<Told[2]> = {}): Told => [
  when,
  'stock.changed',
  { place: 'local', part: 'P1', quantity, ...more },
  { on: MODEL },
]
const device = (when: string, n: number): Told => [when, 'asset.accepted', {}, { on: `asset/A${n}`, also: [MODEL] }]
const devices = (when: string, count: number) => Array.from({ length: count }, (_, index) => device(when, index))

test('a ratio that must hold now breaks at the instant at which it does not, and is promised again once it holds', () => {
  const told = [
    stock('2026-01-10 09:00', 1),
    ...devices('2026-01-10 10:00', 33),
    ...devices('2026-01-12 10:00', 1),
    stock('2026-01-15 16:00', 2),
  ]
  assert.deepEqual(lines(spares, told, '2026-02-01 10:00', MODEL), [
    '1 broken 01-10 09:00 → open at 01-12 10:00',
    '2 open 01-15 16:00 → open',
  ])
})

test('what changes at one instant is judged once all of it is known', () => {
  const together = [stock('2026-01-10 09:00', 1), ...devices('2026-01-12 10:00', 60), stock('2026-01-12 10:00', 2)]
  assert.deepEqual(lines(spares, together, '2026-02-01 10:00', MODEL), ['1 open 01-10 09:00 → open'])
})

test('nothing to compare with breaks nothing; devices without any stock break it at once', () => {
  assert.deepEqual(lines(spares, [stock('2026-01-10 09:00', 0)], '2026-02-01 10:00', MODEL), ['1 open 01-10 09:00 → open'])
  assert.deepEqual(lines(spares, [device('2026-01-10 10:00', 1)], '2026-02-01 10:00', MODEL), [
    '1 broken 01-10 10:00 → open at 01-10 10:00',
  ])
})

test('what is on hand is what the last change of each part and place says; other places do not count', () => {
  const told = [
    stock('2026-01-10 09:00', 1),
    stock('2026-01-10 10:00', 3),
    stock('2026-01-10 11:00', 4, { part: 'P2' }),
    stock('2026-01-10 12:00', 9, { place: 'factory' }),
    device('2026-01-11 10:00', 1),
  ]
  assert.equal(valueOf(care(spares, told, '2026-01-12 10:00', MODEL)[0]), 7)
})

test('a level that must hold now is kept when its time is over', () => {
  const bound = planOf('level', 'per: model\nmeasure: stock.on-hand\nover: now\nat-least: 2\nuntil: contract.ended')
  const ended: Told = ['2026-03-01 10:00', 'contract.ended', {}, { on: CONTRACT, also: [MODEL] }]
  assert.deepEqual(lines(bound, [stock('2026-01-10 09:00', 2), ended], '2026-04-01 10:00', MODEL), [
    '1 kept 01-10 09:00 → open at 03-01 10:00',
  ])
})

test('devices that stand in the field go over into the next month; what happens is counted anew', () => {
  const bound = planOf('level', 'measure: count ticket.reported / count asset.accepted\nover: month\nstarts: contract.signed\nat-most: 50%')
  const accepted = (n: number): Told => ['2026-01-16 10:00', 'asset.accepted', {}, { on: `asset/A${n}`, also: [CONTRACT] }]
  const told = [SIGNED, ...[1, 2, 3, 4].map(accepted), fault('2026-01-20 10:00'), fault('2026-02-20 10:00'), fault('2026-02-21 10:00')]
  assert.deepEqual(care(bound, told, '2026-03-02 10:00').map(valueOf), [0.25, 0.5, 0])
})

// Bounds ----------------------------------------------------------------------------------------------------------------------

test('a bound may be a table; while nobody has told the row the strictest one rules', () => {
  const bound = planOf(
    'level',
    'measure: count ticket.reported\nover: month\nstarts: contract.signed\nat-most: {by: class, core: 1, edge: 3}',
  )
  const state = (data: NonNullable<Told[2]>) => {
    const told = [SIGNED, fault('2026-01-20 10:00', data), fault('2026-01-21 10:00')]
    const found = first(care(bound, told, '2026-01-22 10:00'))
    return [found.state, found.why.detail?.atMost]
  }
  assert.deepEqual(state({ class: 'edge' }), ['open', 3])
  assert.deepEqual(state({ class: 'core' }), ['broken', 1])
  assert.deepEqual(state({}), ['broken', 1])
})

test('a target is shown and breaks nothing; a bound without a number is measured only', () => {
  const target = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.signed\ntarget: 0')
  const found = first(care(target, [SIGNED, fault('2026-01-20 10:00')], '2026-02-02 10:00'))
  assert.deepEqual([found.state, found.why.detail?.target, valueOf(found)], ['kept', 0, 1])
  const unstated = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.signed\nat-most: unstated')
  assert.equal(first(care(unstated, [SIGNED, fault('2026-01-20 10:00')], '2026-02-02 10:00')).state, 'kept')
})

test('a number between two bounds', () => {
  const bound = planOf('level', 'measure: count training.held\nover: year\nstarts: contract.signed\nat-least: 1\nat-most: 2')
  const held = (when: string) => about('training.held', when)
  const state = (count: number) =>
    first(care(bound, [SIGNED, ...['02', '03', '04'].slice(0, count).map((month) => held(`2026-${month}-10 10:00`))], '2027-01-02 10:00'))
      .state
  assert.deepEqual([state(0), state(1), state(2), state(3)], ['broken', 'kept', 'kept', 'broken'])
})

test('sums of several measures', () => {
  const bound = planOf(
    'level',
    'measure: count ticket.reported + count complaint.opened - 1\nover: month\nstarts: contract.signed\nat-most: 1',
  )
  const told = [
    SIGNED,
    fault('2026-01-20 10:00'),
    about('complaint.opened', '2026-01-21 10:00'),
    about('complaint.opened', '2026-01-22 10:00'),
  ]
  assert.deepEqual(first(lines(bound, told, '2026-01-23 10:00')), '1 broken 01-15 10:00 → 02-01 00:00 at 01-22 10:00')
})

test('an end that is named anew after it had come: from then on it is measured again', () => {
  const bound = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.signed\nuntil: event.end\nat-most: 1')
  const announced = (when: string, end: string): Told => [when, 'event.announced', { end }, { on: 'event/E1', also: [CONTRACT] }]
  const told = [
    SIGNED,
    announced('2026-01-16 10:00', '2026-02-20T00:00:00+08:00'),
    announced('2026-02-25 10:00', '2026-05-20T00:00:00+08:00'),
  ]
  assert.deepEqual(lines(bound, told, '2026-03-02 10:00').slice(0, 3), [
    '1 kept 01-15 10:00 → 02-01 00:00',
    '2 kept 02-01 00:00 → 02-20 00:00',
    '3 kept 02-25 10:00 → 03-01 00:00',
  ])
})

// What all promises share -----------------------------------------------------------------------------------------------------

test('a window may be excused, with reason and evidence; a broken one escalates', () => {
  const bound = planOf(
    'level',
    'measure: count ticket.reported\nover: month\nstarts: contract.signed\nat-least: 1\nexcuses: [storm]\non-broken: [{escalate: lead}]',
  )
  const excused: Told = [
    '2026-01-20 10:00',
    'obligation.excused',
    { promise: 'care', episode: 1, reason: 'storm', evidence: '气象预警' },
    { on: CONTRACT },
  ]
  assert.match(first(lines(bound, [SIGNED, excused], '2026-02-02 10:00')), /^1 excused/)
  assert.deepEqual(story(bound, [SIGNED], { subject: CONTRACT, at: '2026-02-02 10:00' }).effects, [['escalate', 'lead']])
})

test('others may wait for a broken level', () => {
  const more = `  plan:\n    title: 整改方案\n    text: 三日内交整改方案。\n    source: [R-7]\n    deadline: {per: contract, starts: care.broken, kept-by: document.issued, within: 3d, calendar: always}\n`
  const bound = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.signed\nat-most: 0', { more })
  const { obligations } = story(bound, [SIGNED, fault('2026-01-20 10:00')], { subject: CONTRACT, at: '2026-01-21 10:00' })
  assert.deepEqual(
    obligations.map(({ promise, episode, state }) => `${promise} ${episode} ${state}`),
    ['care 1 broken', 'plan 1 open'],
  )
})

test('windows of before the taking over are history; the one that it falls into is measured whole', () => {
  const terms = [{ key: 'cut-over', value: '2026-02-10', source: '接管清单' }]
  const bound = planOf('level', 'measure: count ticket.reported\nover: month\nstarts: contract.signed\nat-least: 1', { terms })
  assert.deepEqual(lines(bound, [SIGNED, fault('2026-02-05 10:00')], '2026-03-02 10:00'), [
    '2 kept 02-01 00:00 → 03-01 00:00',
    '3 open 03-01 00:00 → 04-01 00:00',
  ])
})
