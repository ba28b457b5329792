import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listSearch, safeReturn } from './search.ts'

test('an address keeps what the list knows and drops the rest', () => {
  assert.deepEqual(listSearch({ view: 'overdue', sort: '-due', customer: 'jp', q: '', foo: 'x', state: 7 }), {
    view: 'overdue',
    sort: '-due',
    customer: 'jp',
    state: '7',
  })
  assert.deepEqual(listSearch({ view: 'everything', sort: 'price' }), {})
  assert.deepEqual(listSearch({ q: ['a'], type: { a: 1 } }), {})
})

test('after logging in one goes back to a page of ours and never to another host', () => {
  assert.equal(safeReturn('/tickets/abc?x=1'), '/tickets/abc?x=1')
  for (const elsewhere of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
    undefined,
  ])
    assert.equal(safeReturn(elsewhere), '/tickets')
})
