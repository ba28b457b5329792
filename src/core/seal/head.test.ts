import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Head } from './head.ts'
import type { Frontier } from './tree.ts'
import { canonicalJson } from '../canonical.ts'
import { parseInstant } from '../time/instant.ts'
import { sha256Hex } from '../hash.ts'
import { fingerprint, headPayload, shortRoot } from './head.ts'
import { EMPTY, append, inclusionProof, leafOf, nodeOf, rootOf, rootOfLeaves, sizeOf, splitOf, verifyInclusion } from './tree.ts'

const RUNS = { numRuns: 100 * Number(env.NUOXING_PROVE ?? 1) }
const AT = parseInstant('2026-09-30T10:00:00+08:00')!

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => leafOf(hash, `salt-${index}`, `{"n":${index}}`))
const grow = (leaves: readonly string[], from: Frontier = EMPTY) => leaves.reduce<Frontier>((edge, leaf) => append(hash, edge, leaf), from)
const throughJson = (edge: Frontier) => JSON.parse(JSON.stringify(edge)) as Frontier

// The edge as a store keeps it ------------------------------------------------------------------------------------------------

test('an edge that was written down as JSON and read back grows on as if it had never been away', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (first, second) => {
      const leaves = leavesOf(first + second)
      const kept = throughJson(grow(leaves.slice(0, first)))
      assert.deepEqual(grow(leaves.slice(first), kept), grow(leaves))
      assert.equal(rootOf(hash, grow(leaves.slice(first), kept)), rootOfLeaves(hash, leaves))
    }),
    RUNS,
  )
})

test('growing leaves the old edge as it was, so that two heads can be held against each other', () => {
  const edge = grow(leavesOf(7))
  const before = canonicalJson(edge)
  append(hash, edge, leafOf(hash, 's', '{}'))
  assert.equal(canonicalJson(edge), before)
  assert.equal(canonicalJson(EMPTY), '[]')
})

test('the parts of an edge are powers of two that shrink from left to right', () => {
  for (let count = 1; count <= 66; count++) {
    const sizes = grow(leavesOf(count)).map((part) => part.size)
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => b - a),
    )
    assert.equal(new Set(sizes).size, sizes.length)
    assert.ok(sizes.every((size) => Number.isInteger(Math.log2(size))))
    assert.equal(sizeOf(grow(leavesOf(count))), count)
  }
})

test('a ledger without facts has the root of nothing', () => {
  assert.equal(rootOf(hash, EMPTY), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  assert.equal(sizeOf(EMPTY), 0)
})

test('a tree splits at the largest power of two below its size', () => {
  assert.deepEqual([2, 3, 4, 5, 8, 9, 16, 17, 1000].map(splitOf), [1, 2, 2, 4, 4, 8, 8, 16, 512])
})

test('the plain hash and the platform’s give the same tree', () => {
  const facts = ['{"grade":"重大故障"}', '{}', '{"of":"f1"}']
  const root = (with_: (text: string) => string) =>
    rootOfLeaves(
      with_,
      facts.map((fact, index) => leafOf(with_, `salt-${index}`, fact)),
    )
  assert.equal(root(sha256Hex), root(hash))
})

test('a leaf is salted text, salt and fact parted, so that neither can lend the other a letter', () => {
  assert.notEqual(leafOf(hash, 'ab', 'c'), leafOf(hash, 'a', 'bc'))
  assert.equal(leafOf(hash, 'salt', '{}'), hash('\u0000salt\n{}'))
  assert.equal(nodeOf(hash, 'l', 'r'), hash('\u0001lr'))
  assert.notEqual(nodeOf(hash, 'l', 'r'), nodeOf(hash, 'r', 'l'))
})

// Proofs ------------------------------------------------------------------------------------------------------------------------

test('a proof of one fact among a million would be twenty steps: its length is the height of the tree', () => {
  for (const count of [1, 2, 3, 5, 8, 33, 64]) {
    const height = Math.ceil(Math.log2(count))
    const lengths = leavesOf(count).map((_, index) => inclusionProof(hash, leavesOf(count), index)!.length)
    assert.equal(Math.max(...lengths), height, `${count}`)
  }
})

test('a proof with a step turned to the other side, left out or changed proves nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 33 }), fc.nat(), fc.nat(), (count, pick, which) => {
      const leaves = leavesOf(count)
      const index = pick % count
      const proof = inclusionProof(hash, leaves, index)!
      const step = proof[which % proof.length]!
      const claim = { leaf: leaves[index]!, root: rootOfLeaves(hash, leaves) }
      const forged = [
        proof.toSpliced(which % proof.length, 1),
        proof.with(which % proof.length, { ...step, side: step.side === 'left' ? 'right' : 'left' }),
        proof.with(which % proof.length, { ...step, hash: hash('other') }),
        [...proof, { side: 'left' as const, hash: hash('more') }],
      ]
      assert.ok(verifyInclusion(hash, { ...claim, proof }))
      for (const one of forged) assert.equal(verifyInclusion(hash, { ...claim, proof: one }), false)
    }),
    RUNS,
  )
})

// Heads -------------------------------------------------------------------------------------------------------------------------

const head: Head = { tenant: 'chuanhe', size: 3, root: 'ab'.repeat(32), previous: 'cd'.repeat(32), at: AT }

test('the text of a head does not depend on the order in which it was built', () => {
  const { tenant, size, root, previous, at } = head
  assert.equal(headPayload({ at, previous, root, size, tenant }), headPayload(head))
})

test('every part of a head stands in its text: change one and it is another head', () => {
  const others: readonly Partial<Head>[] = [
    { tenant: 'yunling' },
    { size: 4 },
    { root: 'ef'.repeat(32) },
    { previous: undefined },
    { previous: 'ef'.repeat(32) },
    { at: AT + 1 },
  ]
  const texts = others.map((other) => headPayload({ ...head, ...other }))
  assert.equal(new Set([headPayload(head), ...texts]).size, others.length + 1)
})

test('a head reads as JSON, with its instant as people write it and what it is', () => {
  assert.deepEqual(JSON.parse(headPayload(head)), {
    tenant: 'chuanhe',
    size: 3,
    root: head.root,
    previous: head.previous,
    at: '2026-09-30T02:00:00.000Z',
    kind: 'nuoxing-ledger-head',
    version: 1,
  })
})

test('a chain of heads breaks where one of them is changed, signed anew or left out', () => {
  type Signed = { readonly payload: string; readonly signature: string }
  const chain: Signed[] = []
  for (let size = 1; size <= 4; size++) {
    const last = chain.at(-1)
    const previous = last && fingerprint(hash, last.payload, last.signature)
    chain.push({ payload: headPayload({ ...head, size, previous }), signature: `sig-${size}` })
  }
  const unbroken = (heads: readonly Signed[]) =>
    heads.every((one, index) => {
      const before = heads[index - 1]
      const { previous } = JSON.parse(one.payload) as { previous?: string }
      return previous === (before && fingerprint(hash, before.payload, before.signature))
    })
  assert.ok(unbroken(chain))
  assert.ok(!unbroken(chain.with(1, { ...chain[1]!, payload: chain[1]!.payload.replace('"size":2', '"size":9') })))
  assert.ok(!unbroken(chain.with(1, { ...chain[1]!, signature: 'forged' })))
  assert.ok(!unbroken(chain.toSpliced(1, 1)))
  assert.ok(!unbroken(chain.slice(1)))
})

test('a short root is the beginning of the root, in groups, and of nothing it is nothing', () => {
  assert.equal(shortRoot(hash('nuoxing')).replaceAll(' ', ''), hash('nuoxing').slice(0, 16))
  assert.match(shortRoot(hash('nuoxing')), /^([0-9a-f]{4} ){3}[0-9a-f]{4}$/)
  assert.equal(shortRoot(''), '')
})
