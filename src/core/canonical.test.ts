import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { byCodeUnit, canonicalJson } from './canonical.ts'

test('the same value gives the same text, whatever the order in which it was built', () => {
  assert.equal(canonicalJson({ b: 1, a: [true, null, 'x'] }), '{"a":[true,null,"x"],"b":1}')
  assert.equal(canonicalJson({ a: [true, null, 'x'], b: 1 }), canonicalJson({ b: 1, a: [true, null, 'x'] }))
})

test('members that are not there are left out, in arrays they are null as in JSON', () => {
  assert.equal(canonicalJson({ a: undefined, b: [undefined] }), '{"b":[null]}')
  assert.equal(canonicalJson(undefined), 'null')
})

test('a number that JSON cannot carry is a mistake and thrown', () => {
  for (const value of [NaN, Infinity, -Infinity]) assert.throws(() => canonicalJson({ at: value }), TypeError)
})

test('it reads back as JSON, to an equal value, and writing that again changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      const back: unknown = JSON.parse(text)
      assert.deepEqual(back, JSON.parse(JSON.stringify(value)))
      assert.equal(canonicalJson(back), text)
    }),
  )
})

test('keys are ordered by code unit, free of any locale', () => {
  assert.deepEqual(['b', 'ä', 'a', 'B', '诺', 'a'].sort(byCodeUnit), ['B', 'a', 'a', 'b', 'ä', '诺'])
})
