import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import { billProblems, MOST_FEN, MOST_KM, MOST_QUANTITY } from './bill.ts'
import type { Bill, BillItem } from './bill.ts'
import { charge } from './charge.ts'
import { billOf, LABOUR, PARTS, tariff } from './given.testing.ts'
import { sayBillProblem } from './say.ts'

const BOUND = tariff('parts: list')
const problems = (known: Partial<Bill>, items: readonly BillItem[] = [PARTS, LABOUR]) =>
  billProblems(BOUND.plan, billOf(items, known)).map(({ code, field }) => `${field} ${code}`)
const ofItem = (item: Partial<BillItem>) => problems({}, [LABOUR, { ...PARTS, ...item }])

test('a bill that says nothing wrong has no problem, however little or much is known', () => {
  assert.deepEqual(problems({}), [])
  assert.deepEqual(problems({}, []), [])
  assert.deepEqual(
    problems({
      cover: 'scale',
      cause: 'whatever was found',
      excluded: true,
      exclusion: 'overload',
      grade: 'major',
      customerGrade: 'general',
      zone: 'county',
      km: 180.5,
      nth: 3,
      dimensions: { pit: 'deep' },
    }),
    [],
  )
  assert.deepEqual(ofItem({ quantity: MOST_QUANTITY, listFen: MOST_FEN, costFen: 0, agreedFen: MOST_FEN, km: MOST_KM }), [])
  assert.deepEqual(ofItem({ quantity: 0, km: 0.125, sender: 'customer', paidBy: 'vendor' }), [])
})

test('a cover, a grade, a zone, a reason or a dimension that the plan does not have is told at its field', () => {
  assert.deepEqual(problems({ cover: 'scales' }), ['cover value-unknown'])
  assert.deepEqual(problems({ cover: 'toString' }), ['cover value-unknown'])
  assert.deepEqual(problems({ grade: 'urgent' }), ['grade value-unknown'])
  assert.deepEqual(problems({ customerGrade: 'urgent' }), ['customerGrade value-unknown'])
  assert.deepEqual(problems({ zone: 'moon' }), ['zone value-unknown'])
  assert.deepEqual(problems({ exclusion: 'flood' }), ['exclusion value-unknown'])
  assert.deepEqual(problems({ dimensions: { pit: 'round' } }), ['dimensions.pit value-unknown'])
  assert.deepEqual(problems({ dimensions: { shape: 'round' } }), ['dimensions.shape value-unknown'])
  assert.deepEqual(problems({ dimensions: { toString: 'round' } }), ['dimensions.toString value-unknown'])
})

test('a ticket may have a grade and a zone under a plan that parts by none', () => {
  const bare = { ...BOUND.plan, grades: [], zones: [] }
  assert.deepEqual(billProblems(bare, billOf([], { grade: 'urgent', customerGrade: 'low', zone: 'moon' })), [])
})

test('an amount is a whole number of fen, not below zero and not beyond a hundred million yuan', () => {
  for (const key of ['listFen', 'costFen', 'agreedFen'] as const)
    for (const value of [-1, 0.5, Number.NaN, Infinity, MOST_FEN + 1])
      assert.deepEqual(ofItem({ [key]: value }), [`items[1].${key} bad-amount`], `${key} ${value}`)
})

test('a quantity and a distance have three decimals at most', () => {
  for (const value of [-1, 1.0005, Number.NaN, Infinity]) {
    assert.deepEqual(ofItem({ quantity: value }), ['items[1].quantity bad-quantity'])
    assert.deepEqual(ofItem({ km: value }), ['items[1].km bad-distance'])
    assert.deepEqual(problems({ km: value }), ['km bad-distance'])
    assert.deepEqual(problems({ nth: value }), ['nth bad-quantity'])
  }
  assert.deepEqual(ofItem({ quantity: MOST_QUANTITY + 1 }), ['items[1].quantity bad-quantity'])
  assert.deepEqual(ofItem({ km: MOST_KM + 1 }), ['items[1].km bad-distance'])
})

test('an item belongs to a column that bills have, and a leg to one of two sides', () => {
  const wrong = { column: 'surcharge', sender: 'carrier', paidBy: 'nobody' } as unknown as Partial<BillItem>
  assert.deepEqual(ofItem(wrong), ['items[1].column value-unknown', 'items[1].sender value-unknown', 'items[1].paidBy value-unknown'])
})

test('all that is wrong is told at once, each in a sentence that is whole in every language', () => {
  const bill = billOf([{ ...PARTS, listFen: 0.5, quantity: -1 }], { cover: 'scales', km: -3 })
  const found = billProblems(BOUND.plan, bill)
  assert.deepEqual(
    found.map((one) => sayBillProblem(one, 'zh-CN')),
    [
      'cover 的值“scales”不在方案里。可写：scale none。',
      'km 的公里数 -3 不对：写 0 到 20038 之间的数，最多三位小数。',
      'items[0].quantity 的数量 -1 不对：写 0 到 1000000 之间的数，最多三位小数。',
      'items[0].listFen 的金额 0.5 不对：以分为单位，写 0 到 10000000000 之间的整数。',
    ],
  )
  assert.equal(sayBillProblem(found[0]!, 'en'), 'cover: the plan does not know “scales”. It knows: scale none.')
  assert.equal(sayBillProblem(found[3]!, 'zh-TW'), 'items[0].listFen 的金額 0.5 不對：以分為單位，寫 0 到 10000000000 之間的整數。')
  for (const locale of LOCALES) for (const one of found) assert.doesNotMatch(sayBillProblem(one, locale), /\{\w+\}|undefined/)
})

test('a bill that was not checked is refused where it is reckoned, before anything comes of it', () => {
  assert.throws(() => charge(BOUND, billOf([{ ...PARTS, listFen: 0.5 }])), /a bill was not checked: bad-amount at items\[0\]\.listFen/)
})
