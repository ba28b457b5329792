import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { InvoiceContent, InvoiceDetail, InvoiceItem } from '../../wire/invoices.ts'
import { EMPTY_ITEM, fenOf, moneyOf, nextSteps, typedOf, withItem, withoutItem, wrongIn, yuanOf } from './invoice-form.ts'

const EMPTY: InvoiceContent = { stated: {}, added: [], changes: [] }
const PART: InvoiceItem = { id: 'F1', column: 'parts', title: '零件', quantity: 2, entered: false, leftOut: false }

test('yuan are typed and whole fen kept: nothing is rounded on the way', () => {
  assert.deepEqual(
    ['1280', '1280.5', '0.07', ' 12.34 '].map((text) => fenOf(text)),
    [128_000, 128_050, 7, 1234],
  )
  assert.deepEqual(
    ['', '-1', '1.005', '1,280', 'abc', '1e3'].map((text) => fenOf(text)),
    Array.from({ length: 6 }, () => undefined),
  )
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => assert.equal(fenOf(yuanOf(fen)), fen)))
})

test('money is shown with its thousands, and what is given back with its sign', () => {
  assert.deepEqual([0, 7, 128_000, 1_234_567_89, -500].map(moneyOf), ['¥0.00', '¥0.07', '¥1,280.00', '¥1,234,567.89', '−¥5.00'])
})

test('what a record says is set right with its reason, what was entered is replaced under its own id', () => {
  const typed = { ...typedOf(PART), listFen: '640', reason: '价目表' }
  const changed = withItem(EMPTY, typed, { item: PART, id: 'new' })
  assert.deepEqual(changed.changes, [{ of: 'F1', quantity: 2, listFen: 64_000, reason: '价目表' }])
  assert.deepEqual(withItem(changed, { ...typed, leftOut: true }, { item: PART, id: 'new' }).changes, [
    { of: 'F1', quantity: 2, listFen: 64_000, leftOut: true, reason: '价目表' },
  ])
  const entered = withItem(EMPTY, { ...EMPTY_ITEM, name: '吊车', agreedFen: '300', reason: '报价' }, { item: undefined, id: 'h1' })
  assert.deepEqual(entered.added, [{ id: 'h1', column: 'parts', name: '吊车', evidence: '报价', quantity: 1, agreedFen: 30_000 }])
  const again = { ...PART, id: 'h1', entered: true }
  assert.deepEqual(withItem(entered, { ...typedOf(again), name: '汽车吊', reason: '报价' }, { item: again, id: 'x' }).added, [
    { id: 'h1', column: 'parts', name: '汽车吊', evidence: '报价', quantity: 2 },
  ])
  assert.deepEqual(withoutItem(entered, 'h1').added, [])
})

test('an amount that is none, a quantity that is none, and a missing reason are told at once', () => {
  assert.deepEqual(wrongIn({ ...EMPTY_ITEM, listFen: '1.005', quantity: 'x' }, true), ['quantity', 'listFen', 'reason', 'name'])
  assert.deepEqual(wrongIn({ ...EMPTY_ITEM, reason: '单' }, false), [])
})

test('a bill goes from draft over shown to issued; with an agreed amount the customer comes before', () => {
  const detail = (more: Partial<InvoiceDetail>) => ({ phase: 'draft', needsAgreement: false, ...more }) as InvoiceDetail
  const all = { manage: true, agree: true }
  assert.deepEqual(nextSteps(detail({}), all), ['show', 'drop'])
  assert.deepEqual(nextSteps(detail({ number: 'FY' }), all), ['show'])
  assert.deepEqual(nextSteps(detail({ phase: 'shown' }), all), ['issue'])
  assert.deepEqual(nextSteps(detail({ phase: 'shown', needsAgreement: true }), all), ['agree'])
  assert.deepEqual(nextSteps(detail({ phase: 'shown', needsAgreement: true, agreed: { at: 1 } }), all), ['issue'])
  const departure = { differenceFen: 1, open: 0, words: '' }
  assert.deepEqual(nextSteps(detail({ phase: 'shown', departure }), all), ['show'])
  assert.deepEqual(nextSteps(detail({ phase: 'issued', departure }), all), ['correct'])
  assert.deepEqual(nextSteps(detail({ phase: 'issued' }), all), [])
  assert.deepEqual(nextSteps(detail({}), { manage: false, agree: false }), [])
})
