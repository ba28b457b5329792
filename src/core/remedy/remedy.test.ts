import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LOCALES } from '../words.ts'
import { RUNS } from '../promise/random.testing.ts'
import { boundFrom } from '../promise/from-yaml.testing.ts'
import { amountOf, isMoney } from './amount.ts'
import type { Amount } from './amount.ts'
import { consequence, entry, found, ground, KEY, SHARE, term } from './given.testing.ts'
import { decidePayment } from './pay.ts'
import { sayAmount, sayByHand, sayRemedyRefusal, sayStanding, sayTakenBack } from './say.ts'
import { remediesOf, remedyLines, takesAmount } from './standing.ts'
import type { Entry, Remedy } from './standing.ts'

const UNSTATED = consequence({ to: 'unstated', params: {} })
const REFUND = consequence({ kind: 'entitle', to: 'refund', params: {} })
const LABOUR = consequence({ to: '10%', params: { percent: 10, of: 'labour' } })

const stands = (more: Parameters<typeof ground>[0] = {}): string[] =>
  remediesOf(ground(more)).map(({ key, owedFen, settledFen, nth }) => `${key} owed ${owedFen} had ${settledFen} next ${nth}`)

test('credits and deductions are money, and so is a right to a refund; a replacement is none', () => {
  const kinds = [consequence(), consequence({ kind: 'deduct' }), REFUND, consequence({ kind: 'demand', to: 'compensation' })]
  assert.deepEqual(kinds.map(isMoney), [true, true, true, true])
  assert.equal(isMoney(consequence({ kind: 'entitle', to: 'replacement' })), false)
  assert.equal(isMoney(consequence({ kind: 'notify', to: 'customer' })), false)
})

test('a sum that the plan states is the sum', () => {
  assert.deepEqual(amountOf(consequence(), [], undefined), { fen: 50_000 })
})

const SHARES: readonly (readonly [percent: number, price: unknown, fen: number])[] = [
  [1, 100_000, 100_000],
  [0.5, '333.33', 167],
  [0.0001, 1, 0],
  [33.3333, '0.03', 1],
  [150, 10, 1500],
]

test('a share of the contract price is whole fen, a half up, with the price and where it was agreed', () => {
  for (const [percent, price, fen] of SHARES) {
    const one = consequence({ params: { percent, of: 'contract-price' } })
    assert.equal(amountOf(one, [term('contract-price', price)], undefined).fen, fen, `${percent}% of ${String(price)}`)
  }
  assert.deepEqual(amountOf(SHARE, [term('contract-price', 100_000)], undefined).basis, {
    of: 'contract-price',
    fen: 10_000_000,
    source: '合同第 7 条',
  })
})

test('what the contract does not state is asked for and not invented', () => {
  const open = [amountOf(SHARE, [], undefined), amountOf(UNSTATED, [], undefined), amountOf(REFUND, [], undefined)]
  assert.deepEqual(
    open.map(({ fen, open: why }) => [fen, why]),
    [
      [undefined, 'unstated'],
      [undefined, 'unstated'],
      [undefined, 'unstated'],
    ],
  )
})

test('a sum that the contract fills in is called by its name, or by the rule', () => {
  assert.equal(amountOf(UNSTATED, [term('late', '80.50')], undefined).fen, 8050)
  const named = consequence({ to: 'late-visit', params: { of: 'late-visit' } })
  assert.equal(amountOf(named, [term('late-visit', 30)], undefined).fen, 3000)
})

test('a share of a column of the bill waits for that bill', () => {
  assert.deepEqual([amountOf(LABOUR, [], undefined).fen, amountOf(LABOUR, [], undefined).open], [undefined, 'with-bill'])
  assert.equal(amountOf(LABOUR, [], { labour: 40_000 }).fen, 4000)
  assert.equal(amountOf(LABOUR, [], { parts: 40_000 }).fen, 0)
})

test('a remedy is owed until it was given, on a bill or in cash', () => {
  assert.deepEqual(stands(), [`${KEY} owed 50000 had 0 next 1`])
  assert.deepEqual(stands({ entries: [entry(50_000)] }), [`${KEY} owed 0 had 50000 next 2`])
  assert.deepEqual(stands({ entries: [entry(20_000, { how: 'paid', invoice: undefined })] }), [`${KEY} owed 30000 had 20000 next 2`])
})

test('what a corrected bill gave counts no more, and its place is not taken again', () => {
  assert.deepEqual(stands({ entries: [entry(50_000, { replaced: true })] }), [`${KEY} owed 50000 had 0 next 2`])
})

test('what does not follow any more is taken back as far as bills gave it; cash that was paid is not', () => {
  assert.deepEqual(stands({ found: [], entries: [entry(50_000)] }), [`${KEY} owed -50000 had 50000 next 2`])
  assert.deepEqual(stands({ found: [], entries: [entry(50_000, { how: 'paid', invoice: undefined })] }), [`${KEY} owed 0 had 50000 next 2`])
  assert.deepEqual(stands({ found: [] }), [])
})

test('a price that was put right makes a further line of the difference', () => {
  const more = (price: number) => ({ found: [found(SHARE, [term('contract-price', price)])], entries: [entry(100, { remedy: SHARE.key })] })
  const lines = (price: number) => remedyLines(remediesOf(ground(more(price))), []).map(({ fen, nth }) => [fen, nth])
  assert.deepEqual(lines(300), [[-200, 2]])
  assert.deepEqual(lines(40), [[60, 2]])
  assert.deepEqual(lines(100), [])
})

test('on a bill a remedy is the customer’s credit, once', () => {
  const [line] = remedyLines(remediesOf(ground()), [])
  assert.deepEqual([line?.fen, line?.nth, line?.key], [-50_000, 1, KEY])
  assert.deepEqual(remedyLines(remediesOf(ground({ entries: [entry(50_000)] })), []), [])
})

test('what has no number is no line until a person enters what was agreed on, and then settled', () => {
  const open = ground({ found: [found(UNSTATED)] })
  const agreed = [{ of: UNSTATED.key, fen: 12_300, reason: '补充协议' }]
  assert.deepEqual(remedyLines(remediesOf(open), []), [])
  assert.deepEqual(
    remedyLines(remediesOf(open), agreed).map(({ fen, reason }) => [fen, reason]),
    [[-12_300, '补充协议']],
  )
  const given = remediesOf({ ...open, entries: [entry(12_300, { remedy: UNSTATED.key })] })
  assert.deepEqual([given[0]?.owedFen, takesAmount(given[0]!)], [0, false])
  assert.deepEqual(remedyLines(given, agreed), [])
})

test('nobody enters another sum where the facts say how much it is, and a line may be left to a later bill', () => {
  const remedies = remediesOf(ground())
  assert.equal(takesAmount(remedies[0]!), false)
  assert.equal(remedyLines(remedies, [{ of: KEY, fen: 1, reason: '少给' }])[0]?.fen, -50_000)
  assert.deepEqual(remedyLines(remedies, [{ of: KEY, leftOut: true, reason: '下次' }]), [])
})

const PAY = { now: 5000, person: 'lin', newId: () => 'f9', owners: ['contract/C1', 'customer/jia'] } as const
const paid = (remedy: Remedy, fen: number) => decidePayment(remedy, { fen, evidence: ' 转账 88 ' }, PAY)

test('a payment is a fact of whose promise it was, and says which time of which rule', () => {
  const made = paid(remediesOf(ground())[0]!, 50_000)
  assert.ok(made.ok)
  const [fact] = made.facts
  assert.deepEqual([fact?.type, fact?.subject, fact?.also], ['remedy.settled', 'ticket/T1', ['contract/C1', 'customer/jia']])
  assert.deepEqual(fact?.data, { promise: 'late', episode: 1, effect: 'credit:50000', fen: 50_000, how: 'paid' })
  assert.deepEqual(made.texts, [{ factId: 'f9', field: 'evidence', text: '转账 88' }])
})

test('more than is owed, what was given, and what waits for its bill is not paid; what was agreed on is', () => {
  const code = (remedy: Remedy | undefined, fen: number) => {
    const made = paid(remedy!, fen)
    return made.ok ? 'paid' : made.refusal.code
  }
  assert.equal(code(remediesOf(ground())[0], 50_001), 'too-much')
  assert.equal(code(remediesOf(ground())[0], 20_000), 'paid')
  assert.equal(code(remediesOf(ground({ entries: [entry(50_000)] }))[0], 1), 'settled-already')
  assert.equal(code(remediesOf(ground({ found: [found(LABOUR)] }))[0], 1), 'waits-for-bill')
  assert.equal(code(remediesOf(ground({ found: [found(UNSTATED)] }))[0], 1), 'paid')
})

const entries = fc.array(
  fc.record({ fen: fc.integer({ min: -60_000, max: 60_000 }), how: fc.constantFrom<Entry['how']>('bill', 'paid'), replaced: fc.boolean() }),
  { maxLength: 6 },
)

test('whatever was given so far, one more line of a bill leaves nothing open, and never takes back cash', () => {
  const property = fc.property(entries, fc.boolean(), (given, follows) => {
    const known = given.map((one, at): Entry => ({ remedy: KEY, nth: at + 1, invoice: 'n1', ...one }))
    const base = { ...ground({ entries: known }), found: follows ? [found()] : [] }
    const [line] = remedyLines(remediesOf(base), [])
    const after = line ? [...known, entry(-line.fen, { nth: line.nth, invoice: 'n2' })] : known
    const onBills = known.filter(({ how, replaced }) => how === 'bill' && !replaced).reduce((sum, { fen }) => sum + fen, 0)
    if (line) assert.ok(-line.fen >= -Math.max(onBills, 0), `${line.fen} of ${onBills}`)
    assert.deepEqual(remedyLines(remediesOf({ ...base, entries: after }), []), [])
    assert.deepEqual(remediesOf({ ...base, entries: known.toReversed() }), remediesOf(base))
  })
  fc.assert(property, RUNS)
})

const { plan } = boundFrom(`plan: p
title: 方案
version: 1
timezone: Asia/Shanghai
calendars: {always: {hours: 24x7}}
promises:
  reply: {deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 1h, calendar: always}}
`)

const AMOUNTS: readonly (readonly [Amount, string])[] = [
  [{ fen: 50_000 }, '条款写明 500.00 元'],
  [amountOf(UNSTATED, [term('late', 80)], undefined), '合同约定 80.00 元（合同第 7 条）'],
  [amountOf(SHARE, [term('contract-price', 100_000)], undefined), '合同价 100000.00 元（合同第 7 条） × 1% = 1000.00 元'],
  [amountOf(LABOUR, [], { labour: 40_000 }), '人工 400.00 元 × 10% = 40.00 元'],
  [amountOf(LABOUR, [], undefined), '按费用单上人工的 10% 计，随本次服务的费用单算出。'],
  [amountOf(SHARE, [], undefined), '按合同价的 1% 计，合同没有写明合同价：请补上，或与客户商定金额。'],
  [amountOf(UNSTATED, [], undefined), '金额未约定：请在合同里写明，或与客户商定后写在费用单上、支付时填写。'],
]

test('why a remedy comes to what it comes to is said with rate, base and source', () => {
  for (const [amount, said] of AMOUNTS) assert.equal(sayAmount({ amount, kind: 'credit', at: 1 }, plan, 'zh-CN'), said)
  assert.equal(
    sayAmount({ amount: { fen: undefined, open: 'unstated' }, kind: 'entitle', at: 1 }, plan, 'zh-CN'),
    '客户要求时商定金额，写在费用单上，或支付时填写。',
  )
  assert.equal(sayAmount({ amount: { fen: 0 }, kind: 'credit', at: undefined }, plan, 'zh-CN'), '原因已更正，不再应给。')
})

test('how a remedy stands is said in every language', () => {
  const cases: readonly (readonly Entry[])[] = [
    [],
    [entry(50_000)],
    [entry(20_000, { how: 'paid' })],
    [entry(50_000, { how: 'paid' })],
    [entry(20_000), entry(30_000, { nth: 2, how: 'paid' })],
    [entry(90_000)],
  ]
  const said = cases.map((entriesOf) => sayStanding(remediesOf(ground({ entries: entriesOf }))[0]!, 'zh-CN'))
  assert.deepEqual(said, [
    '应给 500.00 元，随该合同的下一张费用单抵扣，或另行支付',
    '已在费用单上抵扣 500.00 元',
    '已给 200.00 元，还应给 300.00 元',
    '已支付 500.00 元',
    '已抵扣和支付共 500.00 元',
    '已抵扣 900.00 元，按更正后的事实多给了 400.00 元，随下一张费用单收回',
  ])
  for (const locale of LOCALES) {
    for (const entriesOf of cases) assert.doesNotMatch(sayStanding(remediesOf(ground({ entries: entriesOf }))[0]!, locale) ?? '', /[{}]/)
    for (const [amount] of AMOUNTS) assert.doesNotMatch(sayAmount({ amount, kind: 'credit', at: 1 }, plan, locale), /[{}]|undefined/)
    assert.match(sayByHand(8050, locale), /80\.50/)
    assert.match(sayTakenBack({ settledFen: 50_000, fen: 50_000 }, locale), /500\.00.*0\.00/)
    assert.doesNotMatch(sayRemedyRefusal({ code: 'too-much', params: { yuan: 5 } }, locale), /[{}]/)
  }
  assert.equal(sayStanding(remediesOf(ground({ found: [found(UNSTATED)] }))[0]!, 'en'), undefined)
})
