import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextPart } from './send.ts'
import { percentOf, sizeWords } from './size.ts'

test('a size is said as people read it', () => {
  const said = [1, 1023, 1024, 1536, 10_189, 380 * 1024, 1024 ** 2, 2.44 * 1024 ** 2, 99.6 * 1024 ** 2, 3 * 1024 ** 3].map((bytes) =>
    sizeWords(bytes),
  )
  assert.deepEqual(said, ['1 B', '1023 B', '1.0 KB', '1.5 KB', '10 KB', '380 KB', '1.0 MB', '2.4 MB', '100 MB', '3.0 GB'])
})

test('hundred percent is said only when all is there', () => {
  assert.deepEqual(
    [percentOf(0, 1000), percentOf(999, 1000), percentOf(1000, 1000), percentOf(99_999, 100_000), percentOf(0, 0)],
    [0, 99, 100, 99, 0],
  )
})

test('parts grow while they are quick and shrink while they are slow, within what one request may bring', () => {
  const KB = 1024
  assert.equal(nextPart(256 * KB, 100), 512 * KB)
  assert.equal(nextPart(4096 * KB, 100), 4096 * KB)
  assert.equal(nextPart(1024 * KB, 1_000), 1024 * KB)
  assert.equal(nextPart(1024 * KB, 4_000), 512 * KB)
  assert.equal(nextPart(256 * KB, 4_000), 256 * KB)
})
