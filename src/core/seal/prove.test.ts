import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sha256Hex } from '../hash.ts'
import { proverOf } from './prove.ts'
import { EMPTY, append, inclusionProof, leafOf, rootOfLeaves, verifyInclusion } from './tree.ts'
import type { Frontier } from './tree.ts'

const hash = (text: string) => sha256Hex(text)
const leavesOf = (count: number) => Array.from({ length: count }, (_, n) => leafOf(hash, `salt-${n}`, `{"n":${n}}`))
const edgeOf = (leaves: readonly string[]) => leaves.reduce<Frontier>((frontier, leaf) => append(hash, frontier, leaf), EMPTY)

test('a proof made of the edge before a head and its own leaves is that of the whole tree, wherever the head before ended', () => {
  const all = leavesOf(35)
  for (let size = 1; size <= all.length; size += 1)
    for (let known = 0; known < size; known += 1) {
      const leaves = all.slice(0, size)
      const prove = proverOf(hash, { before: edgeOf(leaves.slice(0, known)), leaves: leaves.slice(known) })
      // the first and the last of what the head added stand at the two edges of the work
      for (const n of new Set([known, Math.floor((known + size) / 2), size - 1]))
        assert.deepEqual(prove(n), inclusionProof(hash, leaves, n), `${n} of ${known}…${size}`)
    }
})

test('what the head did not add is not proved by it', () => {
  const leaves = leavesOf(9)
  const prove = proverOf(hash, { before: edgeOf(leaves.slice(0, 5)), leaves: leaves.slice(5) })
  for (const n of [-1, 0, 4, 9, 5.5, Number.NaN]) assert.equal(prove(n), undefined, String(n))
})

test('a leaf that was exchanged is under the root no more, and its neighbours are not either', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), fc.nat(), (size, cut, pick) => {
      const known = cut % size
      const leaves = leavesOf(size)
      const root = rootOfLeaves(hash, leaves)
      const own = leaves.slice(known)
      const n = pick % own.length
      const forged = own.with(n, leafOf(hash, 'other', '{}'))
      const prove = proverOf(hash, { before: edgeOf(leaves.slice(0, known)), leaves: forged })
      for (const [at, leaf] of forged.entries()) assert.equal(verifyInclusion(hash, { leaf, root, proof: prove(known + at)! }), false)
    }),
  )
})
