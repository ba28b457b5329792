import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../fact.ts'
import { bundledText } from '../plan/plans.testing.ts'
import { coversAt } from './cover/at.ts'
import type { Told } from './cover/given.testing.ts'
import { boundFrom, story } from './from-yaml.testing.ts'
import { at, clockOf } from './given.testing.ts'

// The warranties of the bundled plans, by the numbers of their texts.

const DEVICE: Subject = 'asset/A1'
const milestone = (when: string, what: 'accepted' | 'commissioned', data: Told[2] = {}): Told => [
  when,
  `contract.${what}`,
  data,
  { on: 'contract/C1', also: [DEVICE] },
]
const ACCEPTED = milestone('03-02 10:00', 'accepted')
const COMMISSIONED = milestone('03-10 10:00', 'commissioned')

type Look = { readonly subject?: Subject; readonly when?: string; readonly terms?: Readonly<Record<string, string>> }

function covers(plan: string, lines: readonly Told[], { subject = DEVICE, when = '12-31 12:00', terms = {} }: Look = {}): string[] {
  const agreed = Object.entries(terms).map(([key, value]) => ({ key, value, source: '合同第 1 条' }))
  const bound = boundFrom(bundledText(`${plan}.yaml`), agreed)
  const { record } = story(bound, lines, { subject, at: when })
  return coversAt(bound, record, at(when)).map(({ cover, state, end }) => `${cover} ${state} → ${clockOf(end)}`)
}

test('shebei-2nian: two years from the later of acceptance and commissioning, and not before both', () => {
  assert.deepEqual(covers('shebei-2nian', [ACCEPTED]), [])
  assert.deepEqual(covers('shebei-2nian', [ACCEPTED, COMMISSIONED]), ['equipment in-force → 2028-03-11 00:00'])
})

test('zhineng: thirty-six months from the signed completion form, a replaced device thirty-six of its own', () => {
  assert.deepEqual(covers('zhineng', [ACCEPTED]), ['equipment in-force → 2029-03-03 00:00'])
  const bound = boundFrom(bundledText('zhineng.yaml'))
  const replaced: Told = ['06-01 10:00', 'part.replaced', { part: 'controller' }, { on: DEVICE }]
  const { record } = story(bound, [ACCEPTED, replaced], { subject: DEVICE, at: '12-31 12:00' })
  const [cover] = coversAt(bound, record, at('12-31 12:00'))
  assert.deepEqual(
    [clockOf(cover?.end), cover?.parts.map(({ part, end }) => [part, clockOf(end)])],
    ['2029-03-03 00:00', [['controller', '2029-06-02 00:00']]],
  )
})

test('keyou: hardware three years a device, software one year a contract', () => {
  assert.deepEqual(covers('keyou', [ACCEPTED]), ['hardware in-force → 2029-03-03 00:00'])
  assert.deepEqual(covers('keyou', [ACCEPTED], { subject: 'contract/C1' }), ['software in-force → 2027-03-03 00:00'])
})

test('keyou: what was not bought is left out of the upgrade service by an entry that shows it; without that, or without evidence, it is not (S004-54)', () => {
  const bound = boundFrom(bundledText('keyou.yaml'), [{ key: 'promises.upgrade-term.term', value: '12mo', source: '升级服务订单' }])
  const ordered: Told = ['03-02 10:00', 'document.issued', { document: 'upgrade-order' }, { on: 'contract/C1' }]
  const leftOut = (data: Told[2]) => {
    const lines: Told[] = [
      ordered,
      ['06-01 10:00', 'cover.excluded', { cover: 'upgrade-term', ...data }, { on: 'ticket/T1', also: ['contract/C1'] }],
    ]
    const { record } = story(bound, lines, { subject: 'contract/C1', at: '12-31 12:00' })
    const upgrades = coversAt(bound, record, at('12-31 12:00')).find(({ cover }) => cover === 'upgrade-term')
    return [clockOf(upgrades?.end), upgrades?.exclusions.map(({ reason, ticket }) => `${ticket} ${reason}`)]
  }
  const reason = 'unbought-function'
  assert.deepEqual(leftOut({ reason, evidence: '订单第 2 页' }), ['2027-03-03 00:00', ['ticket/T1 unbought-function']])
  assert.deepEqual(leftOut({ reason }), ['2027-03-03 00:00', []])
  assert.deepEqual(leftOut({ reason: 'added-later', evidence: '订单第 2 页' }), ['2027-03-03 00:00', []])
})

test('baojing: twelve months from service, or the maker’s own where that is longer; a year of three guarantees and four of life beside it', () => {
  const beside = ['three-guarantees in-force → 2027-03-11 00:00', 'life in-force → 2030-03-11 00:00']
  assert.deepEqual(covers('baojing', [COMMISSIONED]), ['equipment in-force → 2027-03-11 00:00', ...beside])
  assert.deepEqual(covers('baojing', [milestone('03-10 10:00', 'commissioned', { makerTerm: '24mo' })]), [
    'equipment in-force → 2028-03-11 00:00',
    ...beside,
  ])
  assert.deepEqual(covers('baojing', [ACCEPTED]), [])
})

test('biguolu: three years after acceptance and commissioning, sixty days more for each fault that cannot be removed and stops the work', () => {
  const start = [ACCEPTED, COMMISSIONED]
  const judged = (ticket: string, data: { removable: boolean; affectsWork: boolean }): Told => [
    '05-05 10:00',
    'ticket.judged',
    data,
    { on: `ticket/${ticket}`, also: [DEVICE] },
  ]
  const bad = { removable: false, affectsWork: true }
  const chosen = (lines: readonly Told[], warranty = '3y') => covers('biguolu', lines, { terms: { 'dimensions.warranty': warranty } })
  assert.deepEqual(chosen(start), ['equipment in-force → 2029-03-11 00:00'])
  assert.deepEqual(chosen([...start, judged('T1', bad)]), ['equipment in-force → 2029-05-10 00:00'])
  assert.deepEqual(chosen([...start, judged('T1', bad), judged('T2', bad)]), ['equipment in-force → 2029-07-09 00:00'])
  assert.deepEqual(chosen([...start, judged('T1', { ...bad, removable: true })]), ['equipment in-force → 2029-03-11 00:00'])
})

test('biguolu writes three years here and one there: nothing is bound before the contract has chosen, and its choice counts (S002-194, S002-213)', () => {
  const start = [ACCEPTED, milestone('03-10 10:00', 'commissioned', { makerTerm: '24mo' })]
  const chosen = (lines: readonly Told[], warranty: string) => covers('biguolu', lines, { terms: { 'dimensions.warranty': warranty } })
  assert.throws(() => covers('biguolu', start), /dimension-unset/)
  assert.deepEqual(chosen([ACCEPTED, COMMISSIONED], '1y'), ['equipment in-force → 2027-03-11 00:00'])
  assert.deepEqual(chosen(start, '1y'), ['equipment in-force → 2028-03-11 00:00'], 'the maker’s own is longer')
  assert.deepEqual(chosen(start, '3y'), ['equipment in-force → 2029-03-11 00:00'])
})

test('ruiyan gives no start for the twelve months of its products: each is covered from the day that is recorded; support runs two years (S003-185)', () => {
  const terms = [{ key: 'dimensions.hours', value: '7x24', source: '合同第 2 条' }]
  const bound = boundFrom(bundledText('ruiyan.yaml'), terms)
  const seen = (subject: Subject) => {
    const { record } = story(bound, [ACCEPTED], { subject, at: '12-31 12:00' })
    return coversAt(bound, record, at('12-31 12:00')).map(({ cover, end }) => `${cover} → ${clockOf(end) ?? 'for life'}`)
  }
  assert.deepEqual(seen(DEVICE), [])
  const started: Told = ['04-01 10:00', 'cover.started', { cover: 'product' }, { on: DEVICE }]
  const { record } = story(bound, [ACCEPTED, started], { subject: DEVICE, at: '12-31 12:00' })
  assert.deepEqual(
    coversAt(bound, record, at('12-31 12:00')).map(({ cover, end }) => `${cover} → ${clockOf(end)}`),
    ['product → 2027-04-02 00:00'],
  )
  assert.deepEqual(seen('contract/C1'), ['support → 2028-03-03 00:00', 'training-for-life → for life'])
})

test('the shorter plans: a year from acceptance, delivery or shipment as each text says, for life where service goes on', () => {
  const on = (what: 'shipped' | 'delivered'): Told => ['03-02 10:00', `contract.${what}`, {}, { on: 'contract/C1', also: [DEVICE] }]
  const bought: Told = ['03-02 10:00', 'asset.accepted', {}, { on: DEVICE }]
  const year = '2027-03-03 00:00'
  assert.deepEqual(covers('zhibao', [ACCEPTED]), [`equipment in-force → ${year}`, 'maintenance in-force → undefined'])
  assert.deepEqual(covers('baozheng', [ACCEPTED]), ['equipment in-force → 2028-03-03 00:00', 'embedded-software in-force → undefined'])
  assert.deepEqual(covers('fanwei', [ACCEPTED]), [`equipment in-force → ${year}`, 'life-long in-force → undefined'])
  assert.deepEqual(covers('fengji', [on('shipped')]), [`equipment in-force → ${year}`, 'life-long in-force → undefined'])
  assert.deepEqual(covers('jishu-baoxiu-1n', [on('delivered')]), [`product in-force → ${year}`])
  assert.deepEqual(covers('jishu-baoxiu-1n', [ACCEPTED]), [])
  assert.deepEqual(covers('fanwen-1', [bought]), [`product in-force → ${year}`])
})

test('a plan that speaks of a warranty and names no length covers nothing until the contract fills it in', () => {
  for (const plan of ['xiangying', 'cuoshi-7x24', 'yaosu', 'qiye-jieshao', 'houxu']) {
    const started = [ACCEPTED, milestone('03-10 10:00', 'commissioned')]
    for (const cover of covers(plan, started)) assert.doesNotMatch(cover, /→ 20/, plan)
  }
})
