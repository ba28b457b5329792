import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sha256Hex } from '../hash.ts'
import { checkSealed } from './check.ts'
import { proverOf } from './prove.ts'
import { EMPTY, leafOf, rootOfLeaves } from './tree.ts'

const hash = (text: string) => sha256Hex(text)
const texts = ['{"n":0}', '{"n":1}', '{"n":2}']
const leaves = texts.map((text, n) => leafOf(hash, `salt-${n}`, text))
const head = { root: rootOfLeaves(hash, leaves) }
const sealed = { salt: 'salt-1', text: texts[1]!, leaf: leaves[1]!, proof: proverOf(hash, { before: EMPTY, leaves })(1)!, head }

test('a fact as it was sealed leads to the root of its head', () => {
  assert.equal(checkSealed(hash, sealed), undefined)
})

test('one character more in the fact, another salt, or the proof of another place is seen', () => {
  assert.equal(checkSealed(hash, { ...sealed, text: `${sealed.text} ` }), 'fact-changed')
  assert.equal(checkSealed(hash, { ...sealed, salt: 'salt-2' }), 'fact-changed')
  assert.equal(checkSealed(hash, { ...sealed, proof: sealed.proof.toReversed() }), 'root-differs')
  assert.equal(checkSealed(hash, { ...sealed, proof: [] }), 'root-differs')
  assert.equal(checkSealed(hash, { ...sealed, head: { root: leaves[0]! } }), 'root-differs')
})
