import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../promise/given.testing.ts'
import { LOCALES } from '../words.ts'
import { decide, hashOf } from './decide.ts'
import type { InvoiceCommand, InvoiceContext } from './decide.ts'
import { account, repair } from './given.testing.ts'
import { sayInvoiceRefusal } from './refusal.ts'
import { evolve, initialState } from './state.ts'
import type { InvoiceState } from './state.ts'

let count = 0
const context: InvoiceContext = {
  now: at('12:00'),
  subject: 'invoice/I1',
  owners: ['ticket/T1', 'contract/C1'],
  newId: () => `n${++count}`,
  person: 'gu',
}

function go(state: InvoiceState, command: InvoiceCommand) {
  const decided = decide(state, command, context)
  assert.ok(decided.ok, decided.ok ? '' : decided.refusal.code)
  const [fact] = decided.facts
  return { fact: fact!, texts: decided.texts, state: evolve(state, { ...fact!, seq: 1, recordedAt: at('12:00') }) }
}

function code(state: InvoiceState, command: InvoiceCommand): string {
  const decided = decide(state, command, context)
  assert.ok(!decided.ok, 'it was not refused')
  for (const locale of LOCALES) assert.doesNotMatch(sayInvoiceRefusal(decided.refusal, locale), /[{}]/)
  return decided.refusal.code
}

const DRAFT = initialState()
const FREE = account(repair())
const BROKEN = account(repair('overload'))
const AGREED = account(repair(), {
  covers: [],
  content: { stated: { km: 30 }, changes: [], added: [{ id: 'x', column: 'service', name: '吊车', agreedFen: 100, evidence: '单' }] },
})

test('a bill is shown, then issued as it was shown: one fact each, with the sum, what was given, and one hash', () => {
  const shown = go(DRAFT, { name: 'show', account: FREE })
  assert.deepEqual([shown.fact.type, shown.fact.data.fen, shown.fact.data.freeFen], ['invoice.shown', 0, FREE.freeFen])
  const issued = go(shown.state, { name: 'issue', account: FREE, frozen: FREE, corrects: 'I0' })
  assert.deepEqual([issued.fact.type, issued.fact.data.hash, issued.fact.data.corrects], ['invoice.issued', hashOf(FREE), 'I0'])
  assert.deepEqual(issued.fact.also, context.owners)
  assert.equal(issued.state.phase, 'issued')
})

test('issued it is final; not shown it cannot be issued or agreed to', () => {
  const issued: InvoiceState = { phase: 'issued', hash: 'h' }
  assert.equal(code(issued, { name: 'show', account: FREE }), 'issued-already')
  assert.equal(code(issued, { name: 'agree', by: 'customer' }), 'issued-already')
  assert.equal(code(issued, { name: 'issue', account: FREE, frozen: FREE }), 'issued-already')
  assert.equal(code(DRAFT, { name: 'issue', account: FREE, frozen: FREE }), 'not-shown')
  assert.equal(code(DRAFT, { name: 'agree', by: 'customer' }), 'not-shown')
})

test('what is still open is not shown, and what moved on since the showing is shown anew', () => {
  assert.equal(code(DRAFT, { name: 'show', account: account(repair(null)) }), 'still-open')
  const { state } = go(DRAFT, { name: 'show', account: FREE })
  assert.equal(code(state, { name: 'issue', account: BROKEN, frozen: FREE }), 'moved-on')
  assert.equal(go(state, { name: 'show', account: BROKEN }).state.hash, hashOf(BROKEN))
})

test('an agreed amount is issued with the word of the customer on this very bill', () => {
  const { state } = go(DRAFT, { name: 'show', account: AGREED })
  const issue: InvoiceCommand = { name: 'issue', account: AGREED, frozen: AGREED }
  assert.equal(code(state, issue), 'not-agreed')
  assert.equal(code(state, { name: 'agree', by: 'vendor' }), 'agreement-evidence')
  const told = go(state, { name: 'agree', by: 'vendor', evidence: ' 签字的报价单 ' })
  assert.deepEqual([told.fact.type, told.fact.data.what, told.fact.data.evidence], ['approval.given', 'quote', true])
  assert.deepEqual(
    told.texts.map(({ text }) => text),
    ['签字的报价单'],
  )
  assert.equal(go(told.state, issue).fact.type, 'invoice.issued')
  const again = go(told.state, { name: 'show', account: { ...AGREED, freeFen: 1 } }).state
  assert.equal(code(again, { ...issue, frozen: { ...AGREED, freeFen: 1 } }), 'not-agreed', 'it was another bill')
})
