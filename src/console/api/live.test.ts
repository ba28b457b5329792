import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTouched } from './live.ts'

test('a change to one ticket is asked for again where it is shown, and nowhere else', () => {
  const subjects = ['ticket/T1']
  assert.equal(isTouched(['ticket', 'T1'], subjects), true)
  assert.equal(isTouched(['ticket', 'T2'], subjects), false)
  assert.equal(isTouched(['tickets', { view: 'open' }], subjects), true)
  assert.equal(isTouched(['board', 'C1', 2026], subjects), true)
  assert.equal(isTouched(['people', {}], subjects), false)
  assert.equal(isTouched(['customer', 'T1'], subjects), false)
})

test('a change that names nothing may be anything, but nobody is logged in anew', () => {
  assert.equal(isTouched(['customers', {}], []), true)
  assert.equal(isTouched(['session'], []), false)
})

test('a device shows in the list of its customer’s devices and on the rows of tickets', () => {
  assert.equal(isTouched(['assets', {}], ['asset/A1']), true)
  assert.equal(isTouched(['tickets', {}], ['asset/A1']), true)
  assert.equal(isTouched(['inbox', 'all'], ['asset/A1']), false)
})
