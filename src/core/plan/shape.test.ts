import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import { nodeOf, reading } from './given.testing.ts'
import type { Told } from './given.testing.ts'
import { dictionary, identifier, list, needed, object, oneOf, optional, partly, show, text, wholeNumber } from './shape.ts'

const short = (told: readonly Told[]) => told.map(({ code, path, line, column }) => `${line}:${column} ${path} ${code}`)

test('a text is words and not blanks, a number or a yes', () => {
  assert.deepEqual(reading(text, '接报后半小时之内回电').value, '接报后半小时之内回电')
  for (const written of ['""', '"   "', '12', 'true', '[a]', '{a: b}'])
    assert.deepEqual(short(reading(text, written).told), ['1:1 here bad-value'], written)
})

test('an identifier is of small letters, digits and hyphens; YAML may have read it as a number', () => {
  for (const written of ['arrive', '24h-onsite', 'a', '7x24', '24']) assert.deepEqual(reading(identifier, written).value, written)
  for (const written of ['Arrive', '-a', 'a_b', '到站', 'a b', 'a.b', 'true', '1.5', '"-1"'])
    assert.deepEqual(short(reading(identifier, written).told), ['1:1 here bad-value'], written)
})

test('a version is a positive whole number, not the text of one', () => {
  assert.equal(reading(wholeNumber, '3').value, 3)
  for (const written of ['0', '-1', '1.5', '"3"', '.inf', '.nan', 'true'])
    assert.deepEqual(short(reading(wholeNumber, written).told), ['1:1 here bad-value'], written)
})

test('a value that somebody forgot is told as forgotten, whatever was expected', () => {
  for (const shape of [text, identifier, wholeNumber, oneOf('required'), list(text), dictionary(identifier, text), object({})])
    for (const written of ['~', 'null', ''])
      assert.deepEqual(
        reading(shape, written).told.map(({ code, path }) => `${path} ${code}`),
        ['here null-value'],
      )
})

test('a choice is one of its words, and what may be written is told', () => {
  const regrade = oneOf('retroactive', 'restart', 'keep')
  assert.deepEqual(reading(regrade, 'restart'), { value: 'restart', told: [] })
  assert.deepEqual(reading(regrade, 'Restart').told, [
    {
      code: 'bad-choice',
      path: 'here',
      params: { path: 'here', value: 'Restart', choices: 'retroactive restart keep' },
      line: 1,
      column: 1,
    },
  ])
  assert.deepEqual(short(reading(regrade, '[restart]').told), ['1:1 here bad-choice'])
})

test('a list tells of each item at its place and keeps those that it can read', () => {
  const { value, told } = reading(list(identifier), '[flood, Frost, holiday, ~]')
  assert.deepEqual(value, ['flood', 'holiday'])
  assert.deepEqual(short(told), ['1:9 here[1] bad-value', '1:25 here[3] null-value'])
  assert.deepEqual(reading(list(identifier), '[]'), { value: [], told: [] })
})

test('one word where a list belongs, and a list where a map belongs, are told with what stands there', () => {
  assert.deepEqual(
    reading(list(identifier), 'flood').told.map(({ code, params }) => ({ code, params })),
    [{ code: 'not-a-list', params: { path: 'here', value: 'flood' } }],
  )
  assert.deepEqual(
    reading(object({}), '[a, b]').told.map(({ code, params }) => ({ code, params })),
    [{ code: 'not-a-map', params: { path: 'here', value: '[…]' } }],
  )
  assert.deepEqual(short(reading(dictionary(identifier, text), 'flood').told), ['1:1 here not-a-map'])
})

test('the whole file has no path: there it is called the plan', () => {
  assert.deepEqual(
    reading(object({ plan: needed(text, 'reason.name') }), '[]', '').told.map(({ code, params }) => ({ code, params })),
    [{ code: 'not-a-map', params: { path: 'plan', value: '[…]' } }],
  )
  assert.deepEqual(reading(object({ title: needed(text, 'reason.name') }), '{}', '').told[0]?.params, {
    path: 'plan',
    key: 'title',
  })
})

test('a dictionary checks its keys as well as its values, each at its own place', () => {
  const { value, told } = reading(dictionary(identifier, text), 'flood: 汛期\nFrost: 霜冻\nholiday: 7\nconstructor: 名\n')
  assert.deepEqual(value, { flood: '汛期', constructor: '名' })
  assert.deepEqual(short(told), ['2:1 here.Frost bad-value', '3:10 here.holiday bad-value'])
})

const reason = object({
  name: needed(text, 'reason.name'),
  evidence: optional(oneOf('required'), 'reason.evidence'),
  limit: optional(text, 'reason.limit'),
})

test('a map has its keys and no others: a near miss is told with what was meant, another with all that may stand there', () => {
  const { value, told } = reading(reason, 'name: 改期\nevidnce: required\ncolour: red\n')
  assert.deepEqual(value, { name: '改期' })
  assert.deepEqual(
    told.map(({ code, path, params }) => ({ code, path, params })),
    [
      { code: 'unknown-key-near', path: 'here.evidnce', params: { key: 'evidnce', near: 'evidence' } },
      { code: 'unknown-key', path: 'here.colour', params: { key: 'colour', known: 'name evidence limit' } },
    ],
  )
})

test('a key named like something that every object inherits is unknown like any other', () => {
  for (const key of ['constructor', 'toString', 'valueOf'])
    assert.deepEqual(short(reading(reason, `name: 改期\n${key}: x\n`).told), [`2:1 here.${key} unknown-key`])
})

test('a missing key is told at the map that lacks it, and there is no object without it', () => {
  const { value, told } = reading(list(reason), '- name: 改期\n- evidence: required\n- {}\n')
  assert.deepEqual(value, [{ name: '改期' }])
  assert.deepEqual(short(told), ['2:3 here[1] missing-key', '3:3 here[2] missing-key'])
})

test('a key whose value cannot be read is not missing as well', () => {
  const { value, told } = reading(reason, 'name: 12\nevidence: perhaps\n')
  assert.equal(value, undefined)
  assert.deepEqual(short(told), ['1:7 here.name bad-value', '2:11 here.evidence bad-choice'])
})

test('a map read partly gives what could be read of it and tells the same', () => {
  const whole = reading(reason, 'evidence: required\nlimit: 5\n')
  const part = reading(partly(reason), 'evidence: required\nlimit: 5\n')
  assert.equal(whole.value, undefined)
  assert.deepEqual(part.value, { evidence: 'required', limit: undefined })
  assert.deepEqual(part.told, whole.told)
  assert.deepEqual(reading(partly(reason), 'word').value, {})
})

test('parser and editor read from one table: needed keys, closed maps and choices stand in the schema', () => {
  assert.deepEqual(reason.schema, {
    type: 'object',
    properties: {
      name: { type: 'string', pattern: '\\S', description: 'reason.name' },
      evidence: { enum: ['required'], description: 'reason.evidence' },
      limit: { type: 'string', pattern: '\\S', description: 'reason.limit' },
    },
    required: ['name'],
    additionalProperties: false,
  })
  assert.equal(partly(reason).schema, reason.schema)
  assert.deepEqual(list(wholeNumber).schema, { type: 'array', items: { type: 'integer', minimum: 1 } })
  assert.deepEqual(dictionary(identifier, text).schema.propertyNames, identifier.schema)
})

test('what cannot be shown whole is shown as what it is', () => {
  assert.deepEqual(
    ['4h', '12', 'true', '~', '[a]', '{a: b}'].map((written) => show(nodeOf(written))),
    ['4h', '12', 'true', 'null', '[…]', '{…}'],
  )
})

test('any shape read from any data tells at least once where it gives nothing, and never throws', () => {
  const shapes = fc.constantFrom(text, identifier, wholeNumber, oneOf('a', 'b'), list(identifier), dictionary(identifier, text), reason)
  fc.assert(
    fc.property(shapes, fc.jsonValue({ maxDepth: 2 }), (shape, data) => {
      const { value, told } = reading<unknown>(shape, JSON.stringify(data))
      if (value === undefined) assert.ok(told.length > 0)
      for (const one of told) assert.ok(one.path === 'here' || /^here[.[]/.test(one.path), one.path)
    }),
    RUNS,
  )
})
