import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { charged, tariff } from '../charge/given.testing.ts'
import type { BillItem } from '../charge/bill.ts'
import { boundFrom } from '../promise/from-yaml.testing.ts'
import { RUNS } from '../promise/random.testing.ts'
import { change, planOf, sentencesOf, SOUND } from './given.testing.ts'
import { openPlaces, stillOpen } from './open-places.ts'
import { placeWords, sayOpenPlaces, termWords } from './open-words.ts'
import { mergeTerms } from './terms.ts'
import { tellPlan } from './told.ts'
import type { Plan, Term } from './types.ts'

const term = (key: string, value: unknown, source = '价格附件'): Term => ({ key, value, source })
const HOURS = term('dimensions.hours', '5x8', '合同第一条')

const LINES = [
  '  - {beyond-km: unstated, travel: 2.50}',
  `  - {when: 'cause == "flood"', parts: unstated, labour: list, surcharge: unstated}`,
  '  - {parts: list, labour: free, travel: free}',
]
const TEXT = change('later:\n', `charges:\n${LINES.join('\n')}\nlater:\n`, SOUND)
const PLAN = planOf(TEXT)

function merged(...terms: readonly Term[]): Plan {
  const result = mergeTerms(PLAN, terms)
  assert.ok(result.ok, JSON.stringify(result))
  return result.plan
}

/** `term-bad-value charges.…`, each a whole sentence in every language. */
function refused(...terms: readonly Term[]): string[] {
  const result = mergeTerms(PLAN, terms)
  assert.equal(result.ok, false)
  if (result.ok) return []
  return result.findings.map((one) => {
    for (const sentence of Object.values(sentencesOf(one))) assert.ok(sentence.length > 8, sentence)
    return `${one.code} ${one.at.path}`
  })
}

const PUMP = { code: 'P-100', name: '水泵', price: '1200.50' }

test('a contract is asked for the rates and distances that the plan leaves open, and for the prices that its lines go by', () => {
  assert.deepEqual(
    openPlaces(PLAN).map(({ key, kind, required }) => [key, kind, required]),
    [
      ['dimensions.hours', 'choice', true],
      ['charges.charge-1.beyond-km', 'km', false],
      ['charges.charge-2.parts', 'rate', false],
      ['charges.charge-2.surcharge', 'rate', false],
      ['prices.parts', 'parts', false],
      ['prices.labour', 'money', false],
      ['prices.travel', 'money', false],
      ['prices.free-km', 'km', false],
    ],
  )
  const by = new Map(openPlaces(PLAN).map((place) => [place.key, place.choices]))
  assert.deepEqual(by.get('charges.charge-2.parts'), ['free', 'list', 'at-cost', 'quoted', 'customer', 'vendor'])
  assert.deepEqual(by.get('charges.charge-2.surcharge'), ['free', 'quoted'])
})

test('a contract fills them: an amount, a share, a word, whole kilometres, a list of parts', () => {
  const plan = merged(
    term('charges.charge-1.beyond-km', 30),
    term('charges.charge-2.parts', '80%'),
    term('charges.charge-2.surcharge', '12.50'),
    term('prices.parts', [PUMP, { code: 'P-7', name: '密封', price: 18 }]),
    term('prices.labour', '150'),
    term('prices.free-km', '20'),
  )
  assert.equal(plan.charges[0]?.beyondKm, 30)
  assert.deepEqual(plan.charges[1]?.rates.parts, { kind: 'percent', percent: 80 })
  assert.deepEqual(plan.charges[1]?.rates.surcharge, { kind: 'fen', fen: 1250 })
  assert.deepEqual(plan.prices, {
    parts: [
      { code: 'P-100', name: '水泵', fen: 120_050 },
      { code: 'P-7', name: '密封', fen: 1800 },
    ],
    units: { labour: 15_000 },
    freeKm: 20,
  })
  assert.deepEqual(
    stillOpen(plan, []).map(({ key }) => key),
    ['dimensions.hours', 'prices.travel'],
  )
  for (const word of ['free', 'list', 'at-cost', 'quoted', 'customer', 'vendor'])
    assert.deepEqual(merged(term('charges.charge-2.parts', word)).charges[1]?.rates.parts, { kind: word })
  assert.equal(PLAN.prices, undefined)
})

test('what is no rate, distance, price or list of prices is refused with what it should be', () => {
  for (const value of ['cheap', '', -1, '1.234', null, {}, [], 'unstated'])
    assert.deepEqual(refused(term('charges.charge-2.parts', value)), ['term-bad-value charges.charge-2.parts'], String(value))
  for (const value of ['list', 'at-cost', 'vendor', 'unstated'])
    assert.deepEqual(refused(term('charges.charge-2.surcharge', value)), ['term-bad-value charges.charge-2.surcharge'], value)
  for (const value of ['far', -1, 1.5, 20_039, null, true])
    assert.deepEqual(refused(term('charges.charge-1.beyond-km', value)), ['term-bad-value charges.charge-1.beyond-km'], String(value))
  for (const value of ['1.234', '-5', null, true, {}, '100000000.01'])
    assert.deepEqual(refused(term('prices.labour', value)), ['term-bad-value prices.labour'], String(value))
  for (const value of ['P-100 水泵', {}, [], null]) assert.deepEqual(refused(term('prices.parts', value)), ['term-bad-value prices.parts'])
})

test('a line of the price list that is wrong is named: no code, no name, no price, something more, a code that stands twice', () => {
  const wrong: readonly unknown[] = [
    { ...PUMP, code: '' },
    { ...PUMP, name: ' ' },
    { ...PUMP, price: '一千' },
    { ...PUMP, price: undefined },
    { ...PUMP, unit: 'piece' },
    { ...PUMP, name: '泵'.repeat(121) },
    PUMP,
    'P-100',
    null,
    [],
  ]
  for (const one of wrong) {
    const result = mergeTerms(PLAN, [term('prices.parts', [PUMP, one])])
    assert.ok(!result.ok)
    assert.deepEqual(
      result.findings.map(({ code, params }) => [code, params.line]),
      [['term-bad-part', 2]],
    )
  }
  assert.deepEqual(refused(term('prices.parts', [PUMP, PUMP])), ['term-bad-part prices.parts'])
})

test('what the plan says of its charges the contract leaves alone; what is nowhere in them has no place', () => {
  assert.deepEqual(refused(term('charges.charge-1.travel', '3.00')), ['term-not-open charges.charge-1.travel'])
  assert.deepEqual(refused(term('charges.charge-3.parts', 'free')), ['term-not-open charges.charge-3.parts'])
  for (const key of [
    'charges.charge-4.parts',
    'charges.charge-2.loaner',
    'charges.charge-2.beyond-km',
    'charges.charge-2',
    'prices.tools',
    'prices',
  ])
    assert.deepEqual(refused(term(key, '3.00')), [`term-unknown ${key}`], key)
  const stated = planOf(TEXT.replace('beyond-km: unstated', 'beyond-km: 50'))
  const again = mergeTerms(stated, [term('charges.charge-1.beyond-km', 30)])
  assert.deepEqual(!again.ok && again.findings.map(({ code }) => code), ['term-not-open'])
})

const PART: BillItem = { column: 'parts', name: '水泵', quantity: 2, listFen: 120_050, costFen: 70_000 }
const WAY: BillItem = { column: 'travel', name: '上门' }

test('a bill leaves open what nobody agreed on, and reckons it once the contract says it', () => {
  const bare = boundFrom(TEXT, [HOURS])
  const flood = { cause: 'flood', km: 80 }
  assert.deepEqual(charged(bare, [PART, WAY], flood), [
    'parts unstated open unstated by 1',
    'travel fen open unknown by 0 asks beyondKm',
    'surcharge unstated open unstated by 1',
  ])
  const full = boundFrom(TEXT, [
    HOURS,
    term('charges.charge-1.beyond-km', 30),
    term('charges.charge-2.parts', '80%'),
    term('charges.charge-2.surcharge', '10%'),
  ])
  assert.deepEqual(charged(full, [PART, WAY], flood), [
    'parts percent 1920.80 customer by 1',
    'travel fen 125.00 customer by 0',
    'travel free 0.00 vendor by 2',
    'surcharge percent 204.58 customer by 1',
  ])
})

test('a distance that is not agreed on holds up only the way; a line that does not speak of the bill asks for nothing', () => {
  const bound = tariff(`when: 'cover == "none"', beyond-km: unstated, travel: list`, 'travel: free, parts: free')
  assert.deepEqual(charged(bound, [PART, WAY], { cover: 'scale', km: 80 }), ['parts free 0.00 vendor by 1', 'travel free 0.00 vendor by 1'])
  assert.deepEqual(charged(bound, [PART, WAY], { cover: 'none' }), [
    'parts free 0.00 vendor by 1',
    'travel list open unknown by 0 asks beyondKm',
  ])
})

test('filling one open place of the charges changes nothing that another line decides', () => {
  const rates = fc.constantFrom('free', 'list', 'at-cost', 'customer', 'vendor', '99.00', '50%')
  const cause = fc.constantFrom('flood', 'wear')
  fc.assert(
    fc.property(rates, fc.integer({ min: 0, max: 200 }), fc.tuple(cause, fc.integer({ min: 0, max: 300 })), (rate, from, [why, km]) => {
      const bare = charged(boundFrom(TEXT, [HOURS]), [PART, WAY], { cause: why, km })
      const terms = [term('charges.charge-2.parts', rate), term('charges.charge-1.beyond-km', from)]
      const full = charged(boundFrom(TEXT, [HOURS, ...terms]), [PART, WAY], { cause: why, km })
      const decided = bare.filter((line) => !line.includes(' open '))
      for (const line of decided) assert.ok(full.includes(line), `${line} in ${full.join('; ')}`)
      assert.ok(!full.some((line) => line.includes('beyondKm') || line.startsWith('parts unstated')))
    }),
    { ...RUNS, numRuns: Math.min(RUNS.numRuns, 60) },
  )
})

test('open places and what fills them are told in words, never by a code', () => {
  const words = openPlaces(PLAN).map(({ key }) => placeWords(PLAN, key, 'zh-CN'))
  assert.deepEqual(words, [
    '服务时段',
    '收费 · 多少公里以外起算路程（其余）',
    '收费 · 配件怎么收（原因为汛期封路）',
    '收费 · 加收怎么收（原因为汛期封路）',
    '价目 · 配件',
    '价目 · 人工（每小时）',
    '价目 · 差旅（单程每公里）',
    '价目 · 免费路程（单程公里数）',
  ])
  const said = (key: string, value: unknown) => termWords(PLAN, { key, value }, 'zh-CN')
  assert.equal(said('charges.charge-2.parts', 'at-cost'), '按成本')
  assert.equal(said('charges.charge-2.surcharge', '20%'), '所收费用的 20%')
  assert.equal(said('charges.charge-1.beyond-km', 30), '30 公里')
  assert.equal(said('prices.parts', [PUMP]), '水泵 P-100 1200.50 元')
  assert.equal(said('prices.labour', '150'), '150.00 元')
  assert.equal(said('promises.reply.within', '45min'), '45 分')
  assert.equal(said('promises.reply.calendar', 'desk'), '周一至周五 09:00-17:30')
  assert.equal(said('calendars.desk', { hours: '24x7' }), '每天 24 小时，节假日不停')
  assert.equal(said('dispute-within', '30d'), '30 天')
  assert.equal(said('dimensions.hours', '5x8'), '5x8')
  assert.equal(said('roles.lead', { name: '吴岚' }), '{"name":"吴岚"}')
})

test('what is still open is read aloud with the term that fills it, and no more once it is filled', () => {
  assert.deepEqual(sayOpenPlaces(PLAN, 'zh-CN').slice(0, 3), [
    '待合同约定 8 处：',
    '· 服务时段：dimensions.hours（必填）',
    '· 收费 · 多少公里以外起算路程（其余）：charges.charge-1.beyond-km',
  ])
  const terms = [HOURS, term('charges.charge-1.beyond-km', 30), term('prices.parts', [PUMP])]
  const left = sayOpenPlaces(merged(...terms), 'en', terms)
  assert.equal(left[0], 'Left to the contract (5):')
  assert.ok(!left.some((line) => line.includes('beyond-km') || line.includes('prices.parts')))
  assert.deepEqual(sayOpenPlaces(planOf(SOUND), 'zh-TW', [HOURS]), [])
})

test('a charge that the contract filled says where that was agreed', () => {
  const terms = [term('charges.charge-2.parts', 'at-cost', '附件三第 2 条'), term('prices.labour', 150)]
  const { charges } = tellPlan(merged(...terms), 'zh-CN', terms)
  assert.deepEqual(
    charges.map(({ agreed }) => agreed),
    [[], ['附件三第 2 条'], []],
  )
  assert.match(charges[1]!.words, /配件 按成本/)
})
