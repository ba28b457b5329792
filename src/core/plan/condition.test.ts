import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import { compileCondition, namesIn } from './condition.ts'
import type { Fields } from './fields.ts'

const FIELDS: Fields = { type: 'string', grade: 'string', by: 'string', removable: 'bool', affectsWork: 'bool', travelMs: 'dyn' }

function judge(cel: string, scope: Readonly<Record<string, unknown>>): boolean {
  const compiled = compileCondition(cel, FIELDS)
  assert.ok(compiled.ok, `${cel} ${JSON.stringify(compiled)}`)
  return compiled.judge(scope)
}

function problem(cel: string, fields: Fields = FIELDS): string {
  const compiled = compileCondition(cel, fields)
  if (compiled.ok) return 'fine'
  return compiled.problem === 'condition-unknown-field' ? `${compiled.problem} ${compiled.field}` : compiled.problem
}

test('a comparison is judged on what the fact says', () => {
  assert.equal(judge('by == "customer"', { by: 'customer' }), true)
  assert.equal(judge('by == "customer"', { by: 'staff' }), false)
  assert.equal(judge('by != "customer"', { by: 'staff' }), true)
  assert.equal(judge('grade in ["major", "severe"]', { grade: 'severe' }), true)
  assert.equal(judge('grade in ["major", "severe"]', { grade: 'general' }), false)
})

test('yes-or-no fields are conditions by themselves and may be joined', () => {
  assert.equal(judge('affectsWork', { affectsWork: true }), true)
  assert.equal(judge('!removable && affectsWork', { removable: false, affectsWork: true }), true)
  assert.equal(judge('removable || affectsWork', { removable: false, affectsWork: false }), false)
})

test('numbers are compared whether JSON wrote them whole or broken', () => {
  assert.equal(judge('travelMs > 3600000', { travelMs: 3_600_001 }), true)
  assert.equal(judge('travelMs > 3600000', { travelMs: 3_600_000 }), false)
  assert.equal(judge('travelMs >= 0.5', { travelMs: 0.5 }), true)
})

test('a field that the fact does not carry meets no condition, not even a negative one', () => {
  for (const cel of ['by == "customer"', 'by != "customer"', '!removable', 'travelMs < 5', 'grade in ["major"]'])
    assert.equal(judge(cel, {}), false)
})

test('a value of another kind than the field has meets no condition and throws nothing', () => {
  for (const value of [null, 7, [], {}, Number.NaN]) {
    assert.equal(judge('removable', { removable: value }), false)
    assert.equal(judge('by == "customer"', { by: value }), false)
  }
})

test('the type of a ticket is a field and not the built-in of CEL', () => {
  assert.equal(judge('type == "fault"', { type: 'fault' }), true)
  assert.equal(judge('type == "fault"', { type: 'consultation' }), false)
  assert.equal(judge('"fault" == type && type != "type"', { type: 'fault' }), true)
  assert.equal(judge('by == "type"', { by: 'type' }), true)
})

test('a field beyond those that the condition may ask is not seen, even where the fact carries it', () => {
  const compiled = compileCondition('by == "customer"', { by: 'string' })
  assert.ok(compiled.ok)
  assert.equal(compiled.judge({ by: 'customer', grade: 'major' }), true)
  assert.equal(problem('grade == "major"', { by: 'string' }), 'condition-unknown-field grade')
})

test('an unknown field is told by its name, so that a slip never makes a promise that cannot start', () => {
  assert.equal(problem('grad == "major"'), 'condition-unknown-field grad')
  assert.equal(problem('by == "customer" && wether'), 'condition-unknown-field wether')
  assert.equal(problem('by == customer'), 'condition-unknown-field customer')
  assert.equal(problem('asset.class == "a"'), 'condition-unknown-field asset')
})

test('words inside quotes are no fields', () => {
  assert.equal(problem('by == "who is there" || grade == \'minor thing\''), 'fine')
  assert.equal(problem('by == "a \\" grad"'), 'fine')
})

test('a quote that nobody closed is told as a broken condition and not as an unknown field', () => {
  for (const cel of ['by == "x', "by == 'customer and more", 'by == "x" || grade == "']) assert.equal(problem(cel), 'condition-broken', cel)
  assert.deepEqual(namesIn('by == "x'), ['by'])
})

test('what is no condition is told apart: broken, not a yes or no, or reading the clock of the machine', () => {
  for (const cel of ['by ==', '== "x"', '(by == "x"', 'by = "x"', '&&', 'removable + 1', 'by > 5'])
    assert.equal(problem(cel), 'condition-broken', cel)
  for (const cel of ['by', '1 + 1', '"fault"', '[removable]', 'removable ? "a" : "b"'])
    assert.equal(problem(cel), 'condition-not-yes-or-no', cel)
  for (const cel of [
    'timestamp("2026-09-30T10:00:00Z").getHours() > 9',
    'duration("3h") > duration("2h")',
    'travelMs.getFullYear() == 2026',
    'timestamp (by) > timestamp(by)',
  ])
    assert.equal(problem(cel), 'condition-clock', cel)
})

test('a word of the clock inside quotes or inside a longer name is no clock', () => {
  assert.equal(problem('by == "timestamp"'), 'fine')
  assert.equal(problem('by == "duration(3h)"'), 'fine')
  assert.equal(problem('durations(by)', { by: 'string' }).startsWith('condition-clock'), false)
})

test('the names that a condition asks for come once each, in order, without words, functions and members', () => {
  assert.deepEqual(namesIn('type == "fault" && grade in ["major", "by"] && type != grade'), ['type', 'grade'])
  assert.deepEqual(namesIn('!removable || affectsWork == true'), ['removable', 'affectsWork'])
  assert.deepEqual(namesIn("size(by) > 2 && asset.class == 'x'"), ['by', 'asset'])
  assert.deepEqual(namesIn('has (by) && null == null'), ['by'])
  assert.deepEqual(namesIn('"a" + "b" == "ab"'), [])
})

test('every condition that is fine asks only for fields that there are', () => {
  const atoms = fc.constantFrom('type == "fault"', 'grade == by', 'removable', '!affectsWork', 'travelMs > 5', 'by in ["a", "b"]', 'true')
  const joined = fc.array(fc.tuple(atoms, fc.constantFrom(' && ', ' || ')), { minLength: 1, maxLength: 5 })
  const scopes = fc.record(
    { type: fc.string(), grade: fc.string(), by: fc.string(), removable: fc.boolean(), affectsWork: fc.anything() },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(joined, scopes, (parts, scope) => {
      const cel = parts.map(([atom, joint], index) => (index === 0 ? atom : joint + atom)).join('')
      for (const name of namesIn(cel)) assert.ok(Object.hasOwn(FIELDS, name), name)
      assert.equal(typeof judge(cel, scope), 'boolean')
    }),
    RUNS,
  )
})

test('whatever is written as a condition, it compiles or is refused with a reason, and its judge answers', () => {
  const pieces = fc.array(
    fc.constantFrom('by', '==', '"x"', '&&', '(', ')', 'type', '!', 'in', '[', ']', '1', '.', 'has', "'", ' ', '?', ':'),
    { maxLength: 9 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((parts) => parts.join(' ')),
      ),
      (cel) => {
        const compiled = compileCondition(cel, FIELDS)
        if (compiled.ok) assert.equal(typeof compiled.judge({ by: 'x', type: 'fault' }), 'boolean')
        else assert.match(compiled.problem, /^condition-/)
      },
    ),
    RUNS,
  )
})
