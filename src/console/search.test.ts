import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boardSearch, disputesSearch, inboxSearch, invoicesSearch, listSearch, peopleSearch, safeReturn } from './search.ts'

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

test('a word that a page does not know falls away, and what it knows beside it stays', () => {
  assert.deepEqual(invoicesSearch({ state: 'zzz', month: '2026-13', customer: 'jp' }), { customer: 'jp' })
  assert.deepEqual(invoicesSearch({ state: 'issued', month: '2026-11' }), { state: 'issued', month: '2026-11' })
  assert.deepEqual([boardSearch({ year: 'x', promise: 'reply' }), boardSearch({ year: 2026 })], [{ promise: 'reply' }, { year: '2026' }])
  assert.deepEqual([disputesSearch({ state: 'zzz' }), disputesSearch({ state: 'all' })], [{}, { state: 'all' }])
  assert.deepEqual([inboxSearch({ state: 5 }), inboxSearch({ state: 'unread' })], [{}, { state: 'unread' }])
  assert.deepEqual([peopleSearch({ left: 'zzz', q: 'gu' }), peopleSearch({ left: 'all' })], [{ q: 'gu' }, { left: 'all' }])
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
    assert.equal(safeReturn(elsewhere), '/')
})
