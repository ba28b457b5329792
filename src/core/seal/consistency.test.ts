import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import { sha256Hex } from '../hash.ts'
import { consistencyProof, verifyConsistency } from './consistency.ts'
import { leafOf, nodeOf, rootOfLeaves } from './tree.ts'

const RUNS = { numRuns: 150 * Number(env.NUOXING_PROVE ?? 1) }

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const leavesOf = (count: number, salt = 's') => Array.from({ length: count }, (_, index) => leafOf(hash, salt, `{"n":${index}}`))

const sizes = fc
  .integer({ min: 1, max: 70 })
  .chain((newer) => fc.record({ newer: fc.constant(newer), older: fc.integer({ min: 1, max: newer }) }))

function succession(older: number, newer: number) {
  const leaves = leavesOf(newer)
  const proof = consistencyProof(hash, leaves, older)
  assert.ok(proof)
  return {
    older: { size: older, root: rootOfLeaves(hash, leaves.slice(0, older)) },
    newer: { size: newer, root: rootOfLeaves(hash, leaves) },
    proof,
  }
}

test('an older ledger is the beginning of every later one, and that can be shown', () => {
  fc.assert(
    fc.property(sizes, ({ older, newer }) => assert.ok(verifyConsistency(hash, succession(older, newer)))),
    RUNS,
  )
})

test('a ledger in which an old fact was changed does not follow from the old head', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), ({ older, newer }, which) => {
      const honest = succession(older, newer)
      const forged = leavesOf(newer).with(which % older, leafOf(hash, 'other', 'forged'))
      const newHead = { size: newer, root: rootOfLeaves(hash, forged) }
      assert.equal(verifyConsistency(hash, { ...honest, newer: newHead }), false)
      assert.equal(verifyConsistency(hash, { ...honest, newer: newHead, proof: consistencyProof(hash, forged, older)! }), false)
    }),
    RUNS,
  )
})

test('a ledger that was cut short does not follow', () => {
  fc.assert(
    fc.property(sizes, ({ older, newer }) => {
      fc.pre(older < newer)
      const { older: head, newer: longer, proof } = succession(older, newer)
      assert.equal(verifyConsistency(hash, { older: longer, newer: head, proof }), false)
    }),
    RUNS,
  )
})

test('a proof with a step too few, too many or changed proves nothing', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), ({ older, newer }, which) => {
      const honest = succession(older, newer)
      assert.equal(verifyConsistency(hash, { ...honest, proof: [...honest.proof, hash('more')] }), false)
      if (honest.proof.length === 0) return
      assert.equal(verifyConsistency(hash, { ...honest, proof: honest.proof.slice(1) }), false)
      assert.equal(verifyConsistency(hash, { ...honest, proof: honest.proof.with(which % honest.proof.length, hash('other')) }), false)
    }),
    RUNS,
  )
})

test('a size that is none, or larger than the ledger, has no proof', () => {
  for (const size of [0, -1, 1.5, 4, Number.NaN]) assert.equal(consistencyProof(hash, leavesOf(3), size), undefined)
  const honest = succession(2, 3)
  for (const size of [0, -1, 1.5, 4, Number.NaN]) {
    assert.equal(verifyConsistency(hash, { ...honest, older: { ...honest.older, size } }), false)
    if (size !== 4) assert.equal(verifyConsistency(hash, { ...honest, newer: { ...honest.newer, size } }), false)
  }
  assert.equal(
    verifyConsistency(hash, { older: { size: 1.5, root: honest.older.root }, newer: { size: 1.5, root: honest.older.root }, proof: [] }),
    false,
  )
})

test('the same ledger follows from itself, and from no other of its size', () => {
  const { older, newer } = succession(5, 5)
  assert.ok(verifyConsistency(hash, { older, newer, proof: [] }))
  assert.equal(verifyConsistency(hash, { older, newer: { ...newer, root: hash('other') }, proof: [] }), false)
})

test('the proof from three facts to seven is the one of RFC 6962’s example', () => {
  const [a, b, c, d, e, f, g] = leavesOf(7) as [string, string, string, string, string, string, string]
  const node = (left: string, right: string) => nodeOf(hash, left, right)
  const expected = [c, d, node(a, b), node(node(e, f), g)]
  assert.deepEqual(consistencyProof(hash, [a, b, c, d, e, f, g], 3), expected)
  assert.deepEqual(consistencyProof(hash, [a, b, c, d, e, f, g], 4), [node(node(e, f), g)])
  assert.deepEqual(consistencyProof(hash, [a, b, c, d, e, f, g], 6), [node(e, f), g, node(node(a, b), node(c, d))])
})

test('a proof made with the platform’s hash is checked with the plain one', () => {
  assert.ok(verifyConsistency(sha256Hex, succession(6, 11)))
})
