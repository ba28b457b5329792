import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sha256Hex } from '../hash.ts'
import { fingerprint, headPayload, shortRoot } from './head.ts'
import { EMPTY, append, inclusionProof, leafOf, rootOf, rootOfLeaves, sizeOf, verifyInclusion } from './tree.ts'
import type { Frontier } from './tree.ts'

const hash = (text: string) => sha256Hex(text)
const leavesOf = (count: number) => Array.from({ length: count }, (_, n) => leafOf(hash, `salt-${n}`, `{"n":${n}}`))
const grow = (leaves: readonly string[]) => leaves.reduce<Frontier>((frontier, leaf) => append(hash, frontier, leaf), EMPTY)

/** RFC 6962, 2.1, word for word and slow. */
function naiveRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return hash('')
  if (leaves.length === 1) return leaves[0]!
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hash(`\u0001${naiveRoot(leaves.slice(0, split))}${naiveRoot(leaves.slice(split))}`)
}

test('the root grown leaf by leaf is the root of the definition, for every size up to seventy', () => {
  const leaves = leavesOf(70)
  for (let count = 0; count <= leaves.length; count++) {
    const some = leaves.slice(0, count)
    assert.equal(rootOf(hash, grow(some)), naiveRoot(some))
    assert.equal(rootOfLeaves(hash, some), naiveRoot(some))
    assert.equal(sizeOf(grow(some)), count)
  }
})

test('the edge of a tree is as long as its size has ones in binary, so a million facts need twenty hashes', () => {
  for (const count of [1, 2, 3, 64, 63])
    assert.equal(grow(leavesOf(count)).length, [...count.toString(2)].filter((digit) => digit === '1').length)
})

test('every leaf is proved under its root, and under no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (count, pick) => {
      const leaves = leavesOf(count)
      const index = pick % count
      const proof = inclusionProof(hash, leaves, index)
      assert.ok(proof)
      const root = rootOfLeaves(hash, leaves)
      const leaf = leaves[index]!
      assert.ok(verifyInclusion(hash, { leaf, root, proof }))
      assert.ok(!verifyInclusion(hash, { leaf: leafOf(hash, 'x', 'y'), root, proof }))
      assert.ok(!verifyInclusion(hash, { leaf, root: rootOfLeaves(hash, leavesOf(count + 1)), proof }))
    }),
  )
})

test('a fact changed, left out or put in another place changes the root', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), (count, pick) => {
      const leaves = leavesOf(count)
      const index = pick % count
      const root = rootOfLeaves(hash, leaves)
      assert.notEqual(rootOfLeaves(hash, leaves.with(index, leafOf(hash, `salt-${index}`, '{"n":-1}'))), root)
      assert.notEqual(rootOfLeaves(hash, leaves.toSpliced(index, 1)), root)
      assert.notEqual(rootOfLeaves(hash, leaves.toReversed()), root)
    }),
  )
})

test('a node can not pass for a leaf: the pair of two leaves under one is another tree', () => {
  const [a = '', b = ''] = leavesOf(2)
  assert.notEqual(leafOf(hash, a, b), rootOfLeaves(hash, [a, b]))
  assert.notEqual(rootOfLeaves(hash, [rootOfLeaves(hash, [a, b])]), hash(`\u0000${a}${b}`))
})

test('there is no proof for a leaf that does not stand in the tree', () => {
  const leaves = leavesOf(3)
  for (const index of [-1, 3, 0.5]) assert.equal(inclusionProof(hash, leaves, index), undefined)
  assert.equal(inclusionProof(hash, [], 0), undefined)
  assert.deepEqual(inclusionProof(hash, leavesOf(1), 0), [])
})

test('the salt hides a fact: the same fact under another salt is another leaf', () => {
  assert.notEqual(leafOf(hash, 'a', '{}'), leafOf(hash, 'b', '{}'))
})

test('a head is one exact text that names tenant, size, root, the head before and the instant', () => {
  const head = { tenant: 'chuanhe', size: 2, root: 'ab', previous: undefined, at: 0 }
  assert.equal(
    headPayload(head),
    '{"at":"1970-01-01T00:00:00.000Z","kind":"nuoxing-ledger-head","root":"ab","size":2,"tenant":"chuanhe","version":1}',
  )
  assert.notEqual(headPayload({ ...head, previous: 'cd' }), headPayload(head))
})

test('the chain names payload and signature: another signature is another head', () => {
  assert.notEqual(fingerprint(hash, 'payload', 'one'), fingerprint(hash, 'payload', 'two'))
  assert.notEqual(fingerprint(hash, 'a\nb', 'c'), fingerprint(hash, 'a', 'x'))
})

test('a root is read out in groups of four', () => {
  assert.equal(shortRoot('0123456789abcdef0123'), '0123 4567 89ab cdef')
})
