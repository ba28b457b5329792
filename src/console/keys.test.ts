import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SEQUENCE_MS, keyName, shortcutFor } from './keys.ts'
import type { Pressed } from './keys.ts'

const pressed = (part: Partial<Pressed>): Pressed => ({
  key: 'k',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...part,
})

test('a key that an input method is composing with is no shortcut', () => {
  assert.equal(keyName(pressed({ isComposing: true })), undefined)
  assert.equal(keyName(pressed({ key: 'Process' })), undefined)
  assert.equal(keyName(pressed({ altKey: true })), undefined)
})

test('letters count whatever their case; control and command are the same', () => {
  assert.equal(keyName(pressed({ key: 'K' })), 'k')
  assert.equal(keyName(pressed({ ctrlKey: true })), 'mod+k')
  assert.equal(keyName(pressed({ metaKey: true })), 'mod+k')
  assert.equal(keyName(pressed({ key: 'Escape' })), 'Escape')
})

test('a sequence wins over its last key alone, and only for a moment', () => {
  const map = { 'g t': () => undefined, t: () => undefined, g: () => undefined }
  assert.equal(shortcutFor(map, { name: 't', at: SEQUENCE_MS }, { name: 'g', at: 0 }), 'g t')
  assert.equal(shortcutFor(map, { name: 't', at: SEQUENCE_MS + 1 }, { name: 'g', at: 0 }), 't')
  assert.equal(shortcutFor(map, { name: 't', at: 0 }, undefined), 't')
  assert.equal(shortcutFor({ 'g t': () => undefined }, { name: 't', at: 1 }, { name: 'x', at: 0 }), undefined)
})
