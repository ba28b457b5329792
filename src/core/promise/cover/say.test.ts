import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../../words.ts'
import { at } from '../given.testing.ts'
import { carrying, cover, facts, lasting, recordOf, rule } from './given.testing.ts'
import type { CoverText, FormsText, Told } from './given.testing.ts'
import { coversAt } from './at.ts'
import { endWords, sayCover } from './say.ts'
import { coverZone } from './term.ts'

const TITLE = '设备质保'
const EXTENSION = rule('more', {
  title: '质保顺延',
  on: 'ticket.judged',
  does: [{ kind: 'extend', cover: 'equipment', by: lasting('60d') }],
})
const ACCEPTED: Told = ['2026-04-30 10:00', 'asset.accepted']

type Telling = {
  readonly when?: string
  readonly text?: FormsText
  readonly terms?: readonly { key: string; value: unknown; source: string }[]
}

function told(clause: CoverText, lines: readonly Told[], { when = '2026-12-31 12:00', text = {}, terms = [] }: Telling = {}) {
  const bound = { ...carrying([cover('equipment', { title: TITLE, ...clause }), EXTENSION], text), terms }
  const { record } = recordOf(bound, facts(...lines), { subject: 'asset/A1', at: when })
  const [found] = coversAt(bound, record, at(when))
  assert.ok(found)
  const context = { plan: bound.plan, zone: coverZone(bound) }
  return Object.fromEntries(LOCALES.map((locale) => [locale, sayCover(found, context, locale)]))
}

test('“质保至 2028-04-30，因为…”: the end by its last day, then each step with day, fact and reason', () => {
  const lines: Told[] = [ACCEPTED, ['2026-06-01 10:00', 'ticket.judged', {}, { on: 'ticket/T1', also: ['asset/A1'] }]]
  assert.deepEqual(told({}, lines), {
    'zh-CN': [
      '设备质保至 2028-06-29，因为：',
      '2026-04-30，设备验收：自 2026-04-30 起算 24 个月，至 2028-04-30。',
      '2026-06-01，判定原因：按“质保顺延”延长 60 天，由 2028-04-30 延至 2028-06-29。',
    ],
    'zh-TW': [
      '设备质保至 2028-06-29，因為：',
      '2026-04-30，設備驗收：自 2026-04-30 起算 24 個月，至 2028-04-30。',
      '2026-06-01，判定原因：按「质保顺延」延長 60 天，由 2028-04-30 延至 2028-06-29。',
    ],
    en: [
      '设备质保 lasts to 2028-06-29, because:',
      '2026-04-30, the acceptance of the device: 24 months counted from 2026-04-30, to 2028-04-30.',
      '2026-06-01, the judgement: extended by 60 days under “质保顺延”, from 2028-04-30 to 2028-06-29.',
    ],
  })
})

test('a part that is covered longer is told of by itself', () => {
  const lines: Told[] = [ACCEPTED, ['2026-10-01 10:00', 'part.replaced', { part: 'pump' }]]
  assert.deepEqual(told({ replaced: 'restart' }, lines)['zh-CN']?.slice(2), [
    'pump另至 2028-10-01，因为：',
    '2026-10-01，更换备件（pump）：重新起算，由 2028-04-30 改至 2028-10-01。',
  ])
})

test('how a replaced part is counted is said for each way of counting', () => {
  const lines: Told[] = [ACCEPTED, ['2026-10-01 10:00', 'part.replaced', { whole: true }]]
  const said = (replaced: CoverText['replaced']) => told({ replaced: replaced! }, lines).en?.[2]
  assert.equal(
    said('remainder'),
    '2026-10-01, the replacement of the part (the whole device): for the rest of the term, still to 2028-04-30.',
  )
  assert.match(said('restart')!, /a new full term, from 2028-04-30 to 2028-10-01/)
  assert.match(said('longer-of 36mo')!, /the longer of the rest and 36 months, from 2028-04-30 to 2029-10-01/)
  assert.match(said('add 6mo')!, /6 months more, from 2028-04-30 to 2028-10-30/)
})

test('what chose the term is said: the kind, the contract, the maker', () => {
  const byKind: CoverText = { term: { by: 'kind', rows: { software: '12mo', hardware: '36mo' } } }
  const text: FormsText = { dimensions: { kind: { id: 'kind', values: ['software', 'hardware'], setBy: 'asset' } } }
  const hardware: Told = ['2026-04-30 10:00', 'asset.accepted', { kind: 'hardware' }]
  const terms = [{ key: 'promises.equipment.term.hardware', value: '36mo', source: '合同 3.2' }]
  assert.equal(
    told(byKind, [hardware], { text, terms })['zh-CN']?.[1],
    '2026-04-30，设备验收：自 2026-04-30 起算 36 个月，至 2029-04-30。类别为“hardware”。期限依合同约定（合同 3.2）。',
  )
  const maker: CoverText = { term: { 'longer-of': ['24mo', 'maker'] } }
  assert.match(told(maker, [['2026-04-30 10:00', 'asset.accepted', { makerTerm: '36mo' }]])['zh-CN']![1]!, /采用原厂期限。$/)
  assert.match(told(maker, [ACCEPTED])['zh-CN']![1]!, /原厂期限尚未登记，先不计入。$/)
  const basis: CoverText = { term: { 'first-of': ['maker', 'state', '12mo'] } }
  assert.match(told(basis, [['2026-04-30 10:00', 'asset.accepted', { stateTerm: '36mo' }]])['zh-CN']![1]!, /采用国家规定的期限。$/)
  assert.match(told(basis, [ACCEPTED])['zh-CN']![1]!, /原厂与国家规定的期限都没有登记，按约定。$/)
  assert.match(told({ term: 'state' }, [ACCEPTED])['zh-CN']![0]!, /期限随国家规定/)
})

test('a term that a later description of the device changes says from when to when, and whose it is', () => {
  const maker: CoverText = { term: { 'longer-of': ['24mo', 'maker'] } }
  const described: Told = ['2026-06-01 10:00', 'asset.described', { makerTerm: '36mo' }]
  assert.equal(
    told(maker, [ACCEPTED, described])['zh-CN']?.[2],
    '2026-06-01，设备信息登记：期限按登记的信息重算，由 2028-04-30 改至 2029-04-30。采用原厂期限。',
  )
  assert.match(told({ term: 'maker' }, [ACCEPTED, described])['zh-CN']![2]!, /由不限期改至 2029-04-30。采用原厂期限。$/)
})

test('a cover without a day to end on says why it has none', () => {
  assert.equal(told({ term: 'lifetime' }, [ACCEPTED])['zh-CN']?.[0], '设备质保终身有效，因为：')
  assert.equal(told({ term: 'lifetime' }, [ACCEPTED])['zh-CN']?.[1], '2026-04-30，设备验收：自 2026-04-30 起算，没有可写明的截止日。')
  assert.match(told({ term: 'unstated' }, [ACCEPTED]).en![0]!, /neither the clause nor the contract states its term/)
  assert.match(told({ term: 'maker' }, [ACCEPTED])['zh-CN']![0]!, /期限随原厂/)
  const byKind: CoverText = { term: { by: 'kind', rows: { software: '12mo' } } }
  assert.match(told(byKind, [ACCEPTED])['zh-CN']![0]!, /期限取决于尚未登记的信息/)
})

test('an exclusion names the fault and its reason, and leaves the end as it is', () => {
  const text: FormsText = { reasons: { 'human-damage': { evidence: true, name: '人为损坏' } } }
  const excluded: Told = [
    '2026-06-01 10:00',
    'cover.excluded',
    { reason: 'human-damage', evidence: 'p' },
    { on: 'ticket/T1', also: ['asset/A1'] },
  ]
  assert.equal(
    told({ excludes: ['human-damage'] }, [ACCEPTED, excluded], { text })['zh-CN']?.[2],
    '2026-06-01，不在质保内：因“人为损坏”，本次（T1）不在质保内，截止日不变。',
  )
})

test('ended, scrapped, extended by agreement and still to come are told as such, in every language without an open place', () => {
  const starts = 'asset.accepted + 10d'
  const stories: readonly (readonly [CoverText, readonly Told[], string])[] = [
    [{}, [ACCEPTED, ['2026-06-01 10:00', 'asset.scrapped']], '2026-12-31 12:00'],
    [{}, [ACCEPTED, ['2026-06-01 10:00', 'cover.ended']], '2026-12-31 12:00'],
    [{}, [ACCEPTED, ['2026-06-01 10:00', 'cover.extended', { by: '60d', reason: 'goodwill' }]], '2026-12-31 12:00'],
    [{}, [ACCEPTED, ['2026-06-01 10:00', 'cover.extended', { end: '2029-01-01' }]], '2026-12-31 12:00'],
    [{ until: 'contract.ended' }, [ACCEPTED, ['2026-06-01 10:00', 'contract.ended', {}, { also: ['asset/A1'] }]], '2026-12-31 12:00'],
    [{ starts }, [ACCEPTED], '2026-05-01 12:00'],
    [{}, [['2026-06-01 10:00', 'cover.started', { start: '2026-05-01', end: '2027-04-30' }]], '2026-12-31 12:00'],
  ]
  for (const [clause, lines, when] of stories)
    for (const [locale, said] of Object.entries(told(clause, lines, { when }))) {
      assert.ok(said.length >= 2, locale)
      for (const sentence of said) assert.doesNotMatch(sentence, /[{}]|undefined|NaN|[(（][)）]/, sentence)
    }
  assert.equal(told({ starts }, [ACCEPTED], { when: '2026-05-01 12:00' })['zh-CN']?.[0], '设备质保自 2026-05-10 起，至 2028-05-10，因为：')
})

test('an end within a day is said to the second: nobody reads a warranty to the millisecond', () => {
  const zone = coverZone(carrying([cover('equipment', { title: TITLE })], {}))
  const said = (end: number) => endWords(end, { context: { plan: carrying([], {}).plan, zone }, locale: 'zh-CN' })
  assert.equal(said(at('2026-06-01 10:00') + 15_250), said(at('2026-06-01 10:00') + 15_000))
  assert.match(said(at('2026-06-01 10:00') + 15_250), /10:00:15$/)
  assert.match(said(at('2026-06-01 10:00') + 999), /10:00$/)
})
