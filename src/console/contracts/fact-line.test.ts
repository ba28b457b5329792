import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factLine } from './fact-line.ts'

const say = (key: string): string => ({ 'signing.vendor': '我方', 'signing.customer': '客户' })[key] ?? key
const by = { id: 'gu', name: '顾南' }

test('the line of a signature names what was signed and who signed for whom, in one order', () => {
  const texts = { 'signer-customer': '郑工', 'signer-vendor': '顾南', title: '冷水机组二期' }
  assert.equal(factLine({ type: 'contract.signed', by, texts }, say), '冷水机组二期 · 我方 顾南 · 客户 郑工')
  assert.equal(factLine({ type: 'contract.signed', by, texts: { ...texts, 'signer-customer': '' } }, say), '冷水机组二期 · 我方 顾南')
})

test('what nobody is named for as a signer, and every other fact, says who recorded it and what', () => {
  assert.equal(factLine({ type: 'contract.signed', by, texts: { title: '冷水机组二期' } }, say), '顾南 · 冷水机组二期')
  assert.equal(factLine({ type: 'contract.amended', by, texts: { reason: '客户加价' } }, say), '顾南 · 客户加价')
})
