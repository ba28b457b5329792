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

test('keys are sorted at every depth, the order of an array is kept', () => {
  const built = { z: [{ b: 2, a: 1 }, 'y', 'x'], a: { d: { f: 1, e: 2 }, c: [] } }
  assert.equal(canonicalJson(built), '{"a":{"c":[],"d":{"e":2,"f":1}},"z":[{"a":1,"b":2},"y","x"]}')
})

test('capital letters come before small ones, digits before both, Chinese after', () => {
  assert.equal(canonicalJson({ 级别: 1, b: 2, B: 3, 10: 4, 9: 5 }), '{"10":4,"9":5,"B":3,"b":2,"级别":1}')
})

test('an absent member and one that is undefined give the same text, a null member another', () => {
  assert.equal(canonicalJson({ a: 1, dueAt: undefined }), canonicalJson({ a: 1 }))
  assert.notEqual(canonicalJson({ a: 1, dueAt: null }), canonicalJson({ a: 1 }))
  assert.equal(canonicalJson({ a: { b: undefined } }), '{"a":{}}')
})

test('values that JSON tells apart are told apart', () => {
  const values: readonly unknown[] = [0, '0', false, null, '', 'null', [], {}, [[]], [null], { '': 0 }, ['0'], [0], 1, -1, 0.1]
  assert.equal(new Set(values.map(canonicalJson)).size, values.length)
})

test('numbers are written one way: minus zero is zero, exponents as JavaScript writes them', () => {
  assert.equal(canonicalJson([-0, 1e21, 1e-7, 1.5, 1_767_225_600_000]), '[0,1e+21,1e-7,1.5,1767225600000]')
})

test('quotes, back-slashes, line ends and lone surrogates are escaped in keys as in values', () => {
  assert.equal(canonicalJson({ 'a"\\': 'b\n"\\\u0001' }), '{"a\\"\\\\":"b\\n\\"\\\\\\u0001"}')
  assert.equal(canonicalJson('\ud800'), '"\\ud800"')
  assert.equal(canonicalJson('深圳南山'), '"深圳南山"')
})

test('a number that JSON cannot carry is found at any depth', () => {
  assert.throws(() => canonicalJson(NaN), { name: 'TypeError', message: /NaN/ })
  assert.throws(() => canonicalJson([[{ a: [Infinity] }]]), { name: 'TypeError', message: /Infinity/ })
})

test('inherited members are not written, and a member called __proto__ is', () => {
  const child: Record<string, unknown> = Object.create({ inherited: 1 }) as Record<string, unknown>
  child['own'] = 2
  assert.equal(canonicalJson(child), '{"own":2}')
  assert.equal(canonicalJson(JSON.parse('{"__proto__":{"a":1}}')), '{"__proto__":{"a":1}}')
})

test('however its members are shuffled, a value keeps its text', () => {
  const members = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), { selector: ([key]) => key, maxLength: 8 })
  const shuffled = members.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })))
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      assert.equal(canonicalJson(Object.fromEntries(other)), canonicalJson(Object.fromEntries(one)))
    }),
  )
})

test('the order by code unit is a total order: it sorts as comparing numbers does', () => {
  const letters = fc.constantFrom('a', 'b', 'B', 'ä', '诺', '\ufffd', '🔧', '\ud83d', '')
  const texts = fc.array(letters, { maxLength: 4 }).map((some) => some.join(''))
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      assert.equal(byCodeUnit(a, b), 0 - byCodeUnit(b, a))
      assert.equal(byCodeUnit(a, b) === 0, a === b)
      const at = [...Array(Math.max(a.length, b.length)).keys()].find((index) => a.charCodeAt(index) !== b.charCodeAt(index))
      const first = (text: string): number => (at === undefined || at >= text.length ? -1 : text.charCodeAt(at))
      assert.equal(byCodeUnit(a, b), Math.sign(first(a) - first(b)) || 0)
    }),
  )
})
