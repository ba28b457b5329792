import assert from 'node:assert/strict'
import { test } from 'node:test'
import { begin, dropLocal, readLocal, writeLocal } from './local-copy.ts'

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

test('what was written and not yet sent is there again after the page was closed, until the server has it', () => {
  const store = memory()
  assert.equal(readLocal(store, 'd1'), undefined)
  assert.ok(writeLocal(store, 'd1', { text: 'plan: a', version: 3 }))
  assert.deepEqual(readLocal(store, 'd1'), { text: 'plan: a', version: 3 })
  assert.equal(readLocal(store, 'd2'), undefined)
  dropLocal(store, 'd1')
  assert.equal(readLocal(store, 'd1'), undefined)
})

test('a browser that keeps nothing stops nobody from writing', () => {
  const full = { ...memory(), setItem: () => assert.fail('full'), getItem: () => 'no json' }
  assert.equal(writeLocal(full, 'd1', { text: 'x', version: 1 }), false)
  assert.equal(readLocal(full, 'd1'), undefined)
})

test('one goes on with what this browser still had; where the draft has moved on meanwhile both texts are shown', () => {
  const stored = { text: 'theirs', version: 4 }
  assert.deepEqual(begin(stored, undefined), stored)
  assert.deepEqual(begin(stored, { text: 'theirs', version: 2 }), stored)
  assert.deepEqual(begin(stored, { text: 'mine', version: 4 }), { text: 'mine', version: 4 })
  assert.deepEqual(begin(stored, { text: 'mine', version: 3 }), { text: 'mine', version: 4, theirs: 'theirs' })
})
