import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { Sha256, sha256Hex, utf8 } from './hash.ts'

const RUNS = { numRuns: 200 * Number(process.env.NUOXING_PROVE ?? 1) }

const native = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

test('the published examples hash to the published digits', () => {
  assert.equal(sha256Hex(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  assert.equal(sha256Hex('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  assert.equal(
    sha256Hex('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'),
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  )
  assert.equal(sha256Hex('a'.repeat(1_000_000)), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0')
})

test('every length around the edges of a block is padded right', () => {
  for (let length = 0; length <= 260; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 0xff)
    assert.equal(sha256Hex(bytes), native(bytes), `${length} bytes`)
  }
})

test('any bytes hash as the platform hashes them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      assert.equal(sha256Hex(bytes), native(bytes))
    }),
    RUNS,
  )
})

test('text is hashed as UTF-8, whatever it is written in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      assert.deepEqual(utf8(text), new TextEncoder().encode(text))
      assert.equal(sha256Hex(text), native(new TextEncoder().encode(text)))
    }),
    RUNS,
  )
  assert.equal(sha256Hex('接到报修后 30 分钟内电话答复 𠮷'), native('接到报修后 30 分钟内电话答复 𠮷'))
})

test('half a surrogate pair becomes the replacement character, as in every encoder', () => {
  for (const text of ['\ud800', 'a\udc00b', '\ud800\ud800', '\udc00\ud800']) assert.deepEqual(utf8(text), new TextEncoder().encode(text))
})

test('a view into a larger buffer is hashed alone', () => {
  const whole = Uint8Array.from({ length: 200 }, (_, i) => i)
  assert.equal(sha256Hex(whole.subarray(50, 120)), native(whole.subarray(50, 120)))
})

test('in whatever pieces it comes, the hash is that of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
      const hash = new Sha256()
      for (const piece of pieces) hash.add(piece)
      assert.equal(hash.hex(), native(Buffer.concat(pieces)))
    }),
    RUNS,
  )
})
