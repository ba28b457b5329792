import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../../fact.ts'
import type { BoundPlan } from '../types.ts'
import { derive } from '../derive.ts'
import { at, clockOf } from '../given.testing.ts'
import { about, carrying, cover, derivedState, facts, lasting, livedThrough, recordOf, rule } from './given.testing.ts'
import type { RuleText, Told } from './given.testing.ts'
import { coversAt } from './at.ts'
import type { StandingCover } from './at.ts'

const DEVICE: Subject = 'asset/A1'
const ACCEPTED: Told = ['2026-03-02 10:00', 'asset.accepted']
const END = '2028-03-03 00:00'

type Look = { readonly when?: string; readonly subject?: Subject }

function covers(bound: BoundPlan, lines: readonly Told[], { when = '2026-12-31 12:00', subject = DEVICE }: Look = {}) {
  const { record } = recordOf(bound, facts(...lines), { subject, at: when })
  return coversAt(bound, record, at(when))
}

function only(bound: BoundPlan, lines: readonly Told[], look: Look = {}): StandingCover {
  const [first, ...others] = covers(bound, lines, look)
  assert.ok(first && others.length === 0, `${others.length + (first ? 1 : 0)} covers`)
  return first
}

function endsAt(bound: BoundPlan, lines: readonly Told[], look: Look = {}): string | undefined {
  return clockOf(only(bound, lines, look).end)
}

const TWO_YEARS = carrying([cover('equipment', {})])

test('24 months from 2 March end with the day of 2 March two years later', () => {
  const found = only(TWO_YEARS, [ACCEPTED])
  assert.equal(clockOf(found.start), '03-02 10:00')
  assert.equal(clockOf(found.end), END)
  assert.equal(found.state, 'in-force')
})

test('the last instant of the last day is covered, the midnight after it is not', () => {
  const state = (when: string) => only(TWO_YEARS, [ACCEPTED], { when }).state
  assert.equal(state('2028-03-02 23:59:59.999'), 'in-force')
  assert.equal(state(END), 'ended')
})

test('month ends never drift: from 31 August two years and six months end with the last of February', () => {
  const bound = carrying([cover('equipment', { term: '30mo' })])
  assert.equal(endsAt(bound, [['2026-08-31 23:59', 'asset.accepted']]), '2029-03-01 00:00')
})

test('a term in working days counts Monday to Friday, and half a day is a whole one', () => {
  const ends = (term: string) => endsAt(carrying([cover('equipment', { term })]), [ACCEPTED])
  assert.deepEqual([ends('5wd'), ends('7.5wd')], ['03-10 00:00', '03-13 00:00'])
})

const BOTH = carrying([cover('equipment', { starts: { all: ['asset.accepted', 'asset.handed-over'] } })])

test('from the acceptance form and the hand-over both: the later one counts, and until then nothing is covered', () => {
  assert.deepEqual(covers(BOTH, [ACCEPTED]), [])
  assert.equal(endsAt(BOTH, [ACCEPTED, ['2026-03-10 09:00', 'asset.handed-over']]), '2028-03-11 00:00')
  assert.equal(endsAt(BOTH, [['2026-02-01 09:00', 'asset.handed-over'], ACCEPTED]), END)
})

test('a second acceptance changes nothing: the first one stands', () => {
  assert.equal(endsAt(TWO_YEARS, [ACCEPTED, ['2026-09-01 10:00', 'asset.accepted']]), END)
})

test('software 12 months, hardware 36, by the kind that the acceptance states', () => {
  const bound = carrying([cover('equipment', { term: { by: 'kind', rows: { software: '12mo', hardware: '36mo', sample: 'none' } } })], {
    dimensions: { kind: { id: 'kind', values: ['software', 'hardware', 'sample'], setBy: 'asset' } },
  })
  const of = (kind: string): Told => ['2026-03-02 10:00', 'asset.accepted', { kind }]
  assert.equal(endsAt(bound, [of('software')]), '2027-03-03 00:00')
  assert.equal(endsAt(bound, [of('hardware')]), '2029-03-03 00:00')
  assert.deepEqual(covers(bound, [of('sample')]), [])
  const unknown = only(bound, [ACCEPTED])
  assert.deepEqual([unknown.end, unknown.endless, unknown.state], [undefined, 'row-unknown', 'in-force'])
})

test('the longer of 24 months and the maker’s term, the shorter where the contract says so', () => {
  const longer = carrying([cover('equipment', { term: { 'longer-of': ['24mo', 'maker'] } })])
  const shorter = carrying([cover('equipment', { term: { 'shorter-of': ['24mo', 'maker'] } })])
  const of = (makerTerm: string): Told => ['2026-03-02 10:00', 'asset.accepted', { makerTerm }]
  assert.equal(endsAt(longer, [of('36mo')]), '2029-03-03 00:00')
  assert.equal(endsAt(longer, [of('12mo')]), END)
  assert.equal(endsAt(shorter, [of('12mo')]), '2027-03-03 00:00')
  const unknown = only(longer, [ACCEPTED])
  assert.equal(clockOf(unknown.end), END)
  assert.equal(unknown.trail[0]?.params.maker, 'unknown')
})

test('the basis of a warranty goes by its order: the maker’s term, else the state’s, else what was agreed', () => {
  const bound = carrying([cover('equipment', { term: { 'first-of': ['maker', 'state', '12mo'] } })])
  const of = (data: Record<string, string>) => {
    const { end, trail } = only(bound, [['2026-03-02 10:00', 'asset.accepted', data]])
    return [clockOf(end), trail[0]?.params.maker, trail[0]?.params.basis]
  }
  assert.deepEqual(of({ makerTerm: '6mo', stateTerm: '36mo' }), ['09-03 00:00', 'used', undefined])
  assert.deepEqual(of({ stateTerm: '36mo' }), ['2029-03-03 00:00', undefined, 'state'])
  assert.deepEqual(of({}), ['2027-03-03 00:00', undefined, 'agreed'])
  const strict = carrying([cover('equipment', { term: { 'first-of': ['maker', 'state'] } })])
  assert.equal(only(strict, [ACCEPTED]).endless, 'maker-unknown')
  const byState = carrying([cover('equipment', { term: 'state' })])
  assert.equal(only(byState, [ACCEPTED]).endless, 'state-unknown')
})

test('what had ended already is not ended again by the scrapping', () => {
  const kinds = (when: string) =>
    only(TWO_YEARS, [ACCEPTED, [when, 'asset.scrapped']], { when: '2029-01-01 00:00' }).trail.map(({ kind }) => kind)
  assert.deepEqual([kinds('2028-03-02 23:59').at(-1), kinds('2028-03-03 00:00').includes('scrapped')], ['scrapped', false])
})

test('what ends at an instant is not extended at the same one', () => {
  const extended: Told = ['2026-06-01 10:00', 'cover.extended', { by: '60d' }]
  const found = (when: string) => {
    const { end, state } = only(TWO_YEARS, [ACCEPTED, [when, 'asset.scrapped'], extended])
    return `${clockOf(end)} ${state}`
  }
  assert.deepEqual([found('2026-06-01 10:00'), found('2026-06-01 09:59')], ['06-01 10:00 ended', '06-01 09:59 ended'])
  assert.deepEqual(
    only(TWO_YEARS, [ACCEPTED, ['2026-06-01 10:00', 'asset.scrapped'], extended])
      .trail.map(({ kind }) => kind)
      .at(-1),
    'scrapped',
  )
})

test('the maker’s term told after the start moves the end by as much, what extended it meanwhile counts on top', () => {
  const bound = carrying([cover('equipment', { term: { 'longer-of': ['24mo', 'maker'] } })])
  const told: Told = ['2026-06-01 10:00', 'asset.described', { makerTerm: '36mo' }]
  const extended: Told = ['2026-05-01 10:00', 'cover.extended', { by: '60d' }]
  const { end, trail } = only(bound, [ACCEPTED, told])
  assert.equal(clockOf(end), '2029-03-03 00:00')
  assert.deepEqual([trail.at(-1)?.kind, clockOf(trail.at(-1)?.from), trail.at(-1)?.params.maker], ['described', END, 'used'])
  assert.equal(clockOf(only(bound, [ACCEPTED, extended, told]).end), clockOf(only(bound, [ACCEPTED, told, extended]).end))
  const same = only(bound, [ACCEPTED, ['2026-06-01 10:00', 'asset.described', { makerTerm: '12mo' }]])
  assert.deepEqual([clockOf(same.end), same.trail.length], [END, 1])
})

test('a kind told after the start gives the cover the term of its row', () => {
  const bound = carrying([cover('equipment', { term: { by: 'kind', rows: { software: '12mo', hardware: '36mo' } } })], {
    dimensions: { kind: { id: 'kind', values: ['software', 'hardware'], setBy: 'asset' } },
  })
  const described: Told = ['2026-06-01 10:00', 'asset.described', { kind: 'hardware' }]
  assert.equal(clockOf(only(bound, [ACCEPTED, described]).end), '2029-03-03 00:00')
})

test('a shorter term told late ends a running cover now at the earliest, and leaves one that has ended as it was', () => {
  const bound = carrying([cover('equipment', { term: { 'shorter-of': ['24mo', 'maker'] } })])
  const late: Told = ['2027-06-01 10:00', 'asset.described', { makerTerm: '12mo' }]
  assert.equal(clockOf(only(bound, [ACCEPTED, late], { when: '2027-06-02 00:00' }).end), '2027-06-01 10:00')
  const after: Told = ['2028-06-01 10:00', 'asset.described', { makerTerm: '12mo' }]
  assert.equal(clockOf(only(bound, [ACCEPTED, after], { when: '2028-06-02 00:00' }).end), END)
})

test('a term that the contract agrees stands in the trail with where it was agreed', () => {
  const bound = { ...TWO_YEARS, terms: [{ key: 'promises.equipment.term', value: '24mo', source: '合同 3.2' }] }
  assert.equal(only(bound, [ACCEPTED]).trail[0]?.params.contract, '合同 3.2')
})

const LIFETIME = carrying([cover('upkeep', { term: 'lifetime', gives: ['free-upkeep'] })])

test('upkeep for life has no end, until the device is scrapped', () => {
  const alive = only(LIFETIME, [ACCEPTED], { when: '2030-06-01 12:00' })
  assert.deepEqual([alive.end, alive.endless, alive.state, alive.gives], [undefined, 'lifetime', 'in-force', ['free-upkeep']])
  const scrapped = only(LIFETIME, [ACCEPTED, ['2026-10-01 08:00', 'asset.scrapped']])
  assert.deepEqual([clockOf(scrapped.end), scrapped.endless, scrapped.state], ['10-01 08:00', undefined, 'ended'])
})

test('an end that was named before the cover began stands in its trail with the event that named it', () => {
  const bound = carrying([cover('equipment', { until: ['contract.ended', 'event.end'] })])
  const announced: Told = [
    '2026-03-01 10:00',
    'event.announced',
    { end: '2026-10-01T10:00:00+08:00' },
    { on: 'event/E1', also: ['asset/A1'] },
  ]
  const found = only(bound, [announced, ACCEPTED])
  assert.equal(clockOf(found.end), '10-01 10:00')
  assert.deepEqual(
    found.trail.map(({ kind, params }) => [kind, params.event]),
    [
      ['started', undefined],
      ['until', '[contract.ended, event.end]'],
    ],
  )
})

test('a cover without a stated term runs and has no end', () => {
  const found = only(carrying([cover('equipment', { term: 'unstated' })]), [ACCEPTED])
  assert.deepEqual([found.end, found.endless, found.state], [undefined, 'unstated', 'in-force'])
})

const PUMP: Told = ['2027-12-01 10:00', 'part.replaced', { part: 'pump' }]
const NEW_DEVICE: Told = ['2027-12-01 10:00', 'part.replaced', { whole: true }]

function partEnds(replaced: 'restart' | 'remainder' | `longer-of ${string}` | `add ${string}`, lines: readonly Told[]): unknown {
  const found = only(carrying([cover('equipment', { replaced })]), lines, { when: '2027-12-31 12:00' })
  return { device: clockOf(found.end), parts: Object.fromEntries(found.parts.map(({ part, end }) => [part, clockOf(end)])) }
}

test('a replaced part gets a new term, the rest of the old one, at least so long, or so much more; the device keeps its end', () => {
  const lines = [ACCEPTED, PUMP]
  assert.deepEqual(partEnds('remainder', lines), { device: END, parts: {} })
  assert.deepEqual(partEnds('restart', lines), { device: END, parts: { pump: '2029-12-02 00:00' } })
  assert.deepEqual(partEnds('longer-of 12mo', lines), { device: END, parts: { pump: '2028-12-02 00:00' } })
  assert.deepEqual(partEnds('longer-of 1mo', lines), { device: END, parts: { pump: END } })
  assert.deepEqual(partEnds('add 12mo', lines), { device: END, parts: { pump: '2029-03-03 00:00' } })
})

test('a device replaced whole takes its cover with it', () => {
  const lines = [ACCEPTED, NEW_DEVICE]
  assert.deepEqual(partEnds('remainder', lines), { device: END, parts: {} })
  assert.deepEqual(partEnds('restart', lines), { device: '2029-12-02 00:00', parts: {} })
  assert.deepEqual(partEnds('add 12mo', lines), { device: '2029-03-03 00:00', parts: {} })
})

test('a component that is named as one keeps its own end', () => {
  const named: Told = ['2027-12-01 10:00', 'part.replaced', { part: 'pump' }, { on: 'ticket/T1', also: ['asset/A1', 'component/K7'] }]
  assert.deepEqual(partEnds('restart', [ACCEPTED, named]), { device: END, parts: { 'component/K7': '2029-12-02 00:00' } })
})

test('a repair keeps the end as it was, and so does a part replaced after the cover has run out', () => {
  const late: Told = ['2028-03-10 10:00', 'part.replaced', { part: 'pump' }]
  const bound = carrying([cover('equipment', { replaced: 'restart' })])
  const repaired = only(bound, [ACCEPTED, ['2026-06-01 10:00', 'work.succeeded']])
  assert.deepEqual([clockOf(repaired.end), repaired.trail.length], [END, 1])
  assert.deepEqual(only(bound, [ACCEPTED, late], { when: '2028-04-01 12:00' }).parts, [])
})

const EXTENSION = rule('warranty-extension', {
  on: 'ticket.judged where hopeless',
  does: [{ kind: 'extend', cover: 'equipment', by: lasting('60d') }],
})
const HOPELESS = { hopeless: (data: Readonly<Record<string, unknown>>) => data.removable === false && data.affectsWork === true }
const EXTENDING = carrying([cover('equipment', {}), EXTENSION], { tests: HOPELESS })

function judged(when: string, ticket: Subject, data = { removable: false, affectsWork: true }): Told {
  return [when, 'ticket.judged', data, { on: ticket, also: ['asset/A1'] }]
}

test('60 days more for each fault that cannot be removed and keeps people from work', () => {
  assert.equal(endsAt(EXTENDING, [ACCEPTED, judged('2026-05-01 10:00', 'ticket/T1')]), '2028-05-02 00:00')
  const twice = [ACCEPTED, judged('2026-05-01 10:00', 'ticket/T1'), judged('2026-06-01 10:00', 'ticket/T2')]
  assert.equal(endsAt(EXTENDING, twice), '2028-07-01 00:00')
  assert.equal(endsAt(EXTENDING, [ACCEPTED, judged('2026-05-01 10:00', 'ticket/T1', { removable: true, affectsWork: true })]), END)
})

test('once for each fault: judged again it extends nothing, judged again after a reopening it does', () => {
  const again = [ACCEPTED, judged('2026-05-01 10:00', 'ticket/T1'), judged('2026-05-03 10:00', 'ticket/T1')]
  assert.equal(endsAt(EXTENDING, again), '2028-05-02 00:00')
  const reopened: Told = ['2026-05-02 10:00', 'ticket.reopened', {}, { on: 'ticket/T1', also: ['asset/A1'] }]
  assert.equal(endsAt(EXTENDING, [again[0]!, again[1]!, reopened, again[2]!]), '2028-07-01 00:00')
})

test('at the second failed repair of a device its cover grows, at the first it does not', () => {
  const extends60: RuleText['does'] = [{ kind: 'extend', cover: 'equipment', by: lasting('60d') }]
  const bound = carrying([cover('equipment', {}), rule('second', { on: 'work.failed', times: 2, per: 'asset', does: extends60 })])
  const failed = (when: string): Told => [when, 'work.failed', {}, { on: 'ticket/T1', also: ['asset/A1'] }]
  assert.equal(endsAt(bound, [ACCEPTED, failed('2026-05-01 10:00')]), END)
  assert.equal(endsAt(bound, [ACCEPTED, failed('2026-05-01 10:00'), failed('2026-05-04 10:00')]), '2028-05-02 00:00')
})

test('a fault judged after the cover has run out extends nothing', () => {
  assert.equal(endsAt(EXTENDING, [ACCEPTED, judged('2028-06-01 10:00', 'ticket/T1')], { when: '2028-07-01 12:00' }), END)
})

const EXCLUDING = carrying([cover('equipment', { excludes: ['human-damage'] })], { reasons: { 'human-damage': { evidence: true } } })

test('human damage is excluded with evidence, for this fault alone; without evidence or an undeclared reason nothing is', () => {
  const excluded = (data: Told[2]): Told => ['2026-05-01 10:00', 'cover.excluded', data, { on: 'ticket/T1', also: ['asset/A1'] }]
  const found = only(EXCLUDING, [ACCEPTED, excluded({ reason: 'human-damage', evidence: 'photo-3' })])
  assert.equal(clockOf(found.end), END)
  assert.deepEqual(
    found.exclusions.map(({ reason, ticket }) => [reason, ticket]),
    [['human-damage', 'ticket/T1']],
  )
  assert.deepEqual(only(EXCLUDING, [ACCEPTED, excluded({ reason: 'human-damage' })]).exclusions, [])
  assert.deepEqual(only(EXCLUDING, [ACCEPTED, excluded({ reason: 'wear', evidence: 'photo-3' })]).exclusions, [])
})

test('a device that is excluded as a whole is covered no longer', () => {
  const whole: Told = ['2026-05-01 10:00', 'cover.excluded', { reason: 'human-damage', evidence: 'photo-3' }]
  const found = only(EXCLUDING, [ACCEPTED, whole])
  assert.deepEqual([clockOf(found.end), found.state], ['05-01 10:00', 'ended'])
})

const NOTICE = {
  promises: { 'renewal-notice': { due: 'equipment.end - 10d', keptBy: 'notice.delivered', per: 'contract' as const } },
}
const RENEWED = carrying([cover('equipment', {})], NOTICE)
const FOR_CONTRACT = { also: ['contract/C1'] as const }
const OF_CONTRACT: Told = ['2026-03-02 10:00', 'asset.accepted', {}, FOR_CONTRACT]

function noticeDue(lines: readonly Told[], when = '2026-12-31 12:00'): string | undefined {
  const known = about(facts(...lines), 'contract/C1')
  const { obligations } = derive(RENEWED, known, { asOf: at(when), subject: 'contract/C1' })
  return clockOf(obligations.find(({ promise }) => promise === 'renewal-notice')?.dueAt)
}

test('the contract’s renewal notice is due 10 days before the cover of its device ends, and moves with it', () => {
  assert.equal(noticeDue([OF_CONTRACT]), '2028-02-22 00:00')
  const extended: Told = ['2026-06-01 10:00', 'cover.extended', { by: '60d' }, FOR_CONTRACT]
  assert.equal(noticeDue([OF_CONTRACT, extended]), '2028-04-22 00:00')
})

test('an acceptance date that is corrected moves every date that hangs on it', () => {
  const corrected: Told = [
    '2026-04-01 10:00',
    'fact.corrected',
    { of: 'f1', field: 'occurredAt', from: '2026-03-02T10:00:00+08:00', to: '2026-03-12T10:00:00+08:00', reason: 'typo' },
    { on: 'asset/A1', also: ['contract/C1'] },
  ]
  assert.equal(noticeDue([OF_CONTRACT, corrected]), '2028-03-03 00:00')
  const found = only(RENEWED, [OF_CONTRACT, corrected])
  assert.equal(clockOf(found.end), '2028-03-13 00:00')
  assert.deepEqual(found.trail[0]?.marks, ['corrected'])
})

test('an acceptance that is voided leaves no cover and no notice', () => {
  const voided: Told = ['2026-04-01 10:00', 'fact.voided', { of: 'f1', reason: 'other device' }, { on: 'asset/A1', also: ['contract/C1'] }]
  assert.deepEqual(covers(RENEWED, [OF_CONTRACT, voided]), [])
  assert.equal(noticeDue([OF_CONTRACT, voided]), undefined)
})

test('a contract’s notice hangs on the device that is covered longest', () => {
  const second: Told = ['2026-05-02 10:00', 'asset.accepted', {}, { on: 'asset/A2', also: ['contract/C1'] }]
  assert.equal(noticeDue([OF_CONTRACT, second]), '2028-04-23 00:00')
})

test('extended after it has run out it is in force again, and the days between stay uncovered', () => {
  const lines: Told[] = [ACCEPTED, ['2028-04-01 10:00', 'cover.extended', { end: '2028-12-31' }]]
  const found = only(TWO_YEARS, lines, { when: '2028-05-01 12:00' })
  assert.deepEqual([clockOf(found.end), found.state], ['2029-01-01 00:00', 'in-force'])
  const { record } = recordOf(TWO_YEARS, facts(...lines), { subject: DEVICE, at: '2028-05-01 12:00' })
  assert.equal(coversAt(TWO_YEARS, record, at('2028-03-20 12:00'))[0]?.state, 'ended')
  assert.equal(coversAt(TWO_YEARS, record, at('2028-04-01 10:00'))[0]?.state, 'in-force', 'from that very instant on')
})

test('an extension never shortens, and what is no duration and no day extends nothing', () => {
  const idle: readonly Told[2][] = [{ by: '0d' }, { end: '2027-01-01' }, { by: 'soon' }, {}, { by: 60 }]
  for (const data of idle)
    assert.equal(endsAt(TWO_YEARS, [ACCEPTED, ['2026-06-01 10:00', 'cover.extended', data]]), END, JSON.stringify(data))
})

test('a cover that begins with the end of another is still to come before it', () => {
  const bound = carrying([cover('equipment', {}), cover('paid', { starts: 'equipment.end', term: '12mo' })])
  const [, paid] = covers(bound, [ACCEPTED], { when: '2028-03-03 00:00' })
  assert.deepEqual([paid?.cover, clockOf(paid?.start), clockOf(paid?.end), paid?.state], ['paid', END, '2029-03-04 00:00', 'in-force'])
})

test('every step of the trail has its instant, its fact and what it did to the end', () => {
  const lines: Told[] = [
    ACCEPTED,
    judged('2026-05-01 10:00', 'ticket/T1'),
    ['2026-06-01 10:00', 'cover.extended', { by: '1mo', reason: 'goodwill' }],
    PUMP,
  ]
  const { trail } = only(EXTENDING, lines, { when: '2027-12-31 12:00' })
  assert.deepEqual(
    trail.map(({ at: when, fact, kind, from, to }) => [clockOf(when), fact, kind, clockOf(from), clockOf(to)]),
    [
      ['03-02 10:00', 'f1', 'started', undefined, END],
      ['05-01 10:00', 'f2', 'rule-extended', END, '2028-05-02 00:00'],
      ['06-01 10:00', 'f3', 'extended', '2028-05-02 00:00', '2028-06-02 00:00'],
      ['2027-12-01 10:00', 'f4', 'part-remainder', '2028-06-02 00:00', '2028-06-02 00:00'],
    ],
  )
})

test('read off a record, off a record that grew fact by fact and off a state, covers are the same', () => {
  const known = facts(ACCEPTED, judged('2026-05-01 10:00', 'ticket/T1'), PUMP)
  const owner = { subject: DEVICE, at: '2027-12-31 12:00' } as const
  const when = at(owner.at)
  const expected = coversAt(EXTENDING, recordOf(EXTENDING, known, owner).record, when)
  assert.equal(expected.length, 1)
  assert.deepEqual(coversAt(EXTENDING, livedThrough(EXTENDING, known, owner).record, when), expected)
  assert.deepEqual(coversAt(EXTENDING, derivedState(EXTENDING, known, owner), when), expected)
})
