import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SEQUENCE_MS, keyName, resolve } from './keys.ts'
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

const nothing = (): void => undefined
const shell = { 'g t': nothing, '?': nothing }
const room = { t: nothing, g: nothing, x: nothing }
const press = (name: string, at = 0) => ({ name, at })

test('a sequence wins over its last key alone, and only for a moment, whichever map it stands in', () => {
  assert.deepEqual(resolve([room, shell], press('t', SEQUENCE_MS), press('g')), { shortcut: 'g t', waits: false })
  assert.deepEqual(resolve([room, shell], press('t', SEQUENCE_MS + 1), press('g')), { shortcut: 't', waits: false })
  assert.deepEqual(resolve([shell], press('t'), press('x')), undefined)
})

test('a key that also begins a sequence waits for the second; any other acts at once', () => {
  assert.deepEqual(resolve([room, shell], press('g'), undefined), { shortcut: 'g', waits: true })
  assert.deepEqual(resolve([room], press('g'), undefined), { shortcut: 'g', waits: false })
  assert.deepEqual(resolve([room, shell], press('x'), press('g')), { shortcut: 'x', waits: false })
  assert.equal(resolve([shell], press('g'), undefined), undefined)
})
