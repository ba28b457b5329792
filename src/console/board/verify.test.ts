import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sha256Hex } from '../../core/hash.ts'
import { EMPTY, leafOf } from '../../core/seal/tree.ts'
import { proverOf } from '../../core/seal/prove.ts'
import { reckoned, tallyOf, verdictOf } from './verify.ts'

const leaf = leafOf((text) => sha256Hex(text), 'salt', '{}')
const head = { size: 1, root: leaf, at: 0, keyId: 'k', payload: '', signature: '' }
const sealed = {
  n: 0,
  salt: 'salt',
  text: '{}',
  leaf,
  proof: [...proverOf((text) => sha256Hex(text), { before: EMPTY, leaves: [leaf] })(0)!],
  head,
}

test('a fact that the server calls sound and that is not is told as what this page sees', () => {
  assert.equal(verdictOf({ fact: 'f', verdict: 'sound', sealed }), 'sound')
  assert.equal(verdictOf({ fact: 'f', verdict: 'sound', sealed: { ...sealed, text: '{"x":1}' } }), 'fact-changed')
  assert.equal(verdictOf({ fact: 'f', verdict: 'sound', sealed: { ...sealed, head: { ...head, root: 'a'.repeat(64) } } }), 'root-differs')
  assert.equal(verdictOf({ fact: 'f', verdict: 'sound' }), 'waiting', 'without its proof nothing is proved')
})

test('what the server alone can see is told as it says, and what waits is no fault', () => {
  const signature = { fact: 'a', verdict: 'signature-wrong', sealed } as const
  assert.equal(verdictOf(signature), 'signature-wrong')
  assert.deepEqual(tallyOf(reckoned({ items: [signature, { fact: 'b', verdict: 'waiting' }, { fact: 'c', verdict: 'sound', sealed }] })), {
    sound: 1,
    waiting: 1,
    faulty: 1,
  })
})
