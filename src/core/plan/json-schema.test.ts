import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { SOUND, change, findingsOf } from './given.testing.ts'
import { planJsonSchema } from './json-schema.ts'
import type { JsonSchema } from './shape.ts'
import { KEYS_EN } from './words/keys/en.ts'
import { KEYS_ZH_CN } from './words/keys/zh-CN.ts'
import { KEYS_ZH_TW } from './words/keys/zh-TW.ts'

/** As much of JSON Schema as the plan's own uses; an unknown word fails, so that nothing is passed over unread. */
const KNOWN = [
  '$schema',
  'title',
  'description',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'items',
  'minItems',
  'minLength',
  'minimum',
  'maximum',
  'minProperties',
  'pattern',
  'enum',
  'anyOf',
]

function typeOf(data: unknown): readonly string[] {
  if (data === null) return ['null']
  if (Array.isArray(data)) return ['array']
  if (typeof data === 'number') return Number.isInteger(data) ? ['integer', 'number'] : ['number']
  return [typeof data]
}

function fitsMap(schema: JsonSchema, data: object): boolean {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>
  const required = (schema.required ?? []) as readonly string[]
  const others = schema.additionalProperties as JsonSchema | boolean | undefined
  return (
    required.every((key) => Object.hasOwn(data, key)) &&
    Object.entries(data).every(([key, value]) => {
      if (schema.propertyNames !== undefined && !fits(schema.propertyNames as JsonSchema, key)) return false
      if (Object.hasOwn(properties, key)) return fits(properties[key]!, value)
      return typeof others === 'object' ? fits(others, value) : others !== false
    })
  )
}

/** Whether an editor that reads this schema would be content with this data. */
function fits(schema: JsonSchema, data: unknown): boolean {
  for (const word of Object.keys(schema)) assert.ok(KNOWN.includes(word), `schema word ${word}`)
  if (schema.anyOf !== undefined) return (schema.anyOf as readonly JsonSchema[]).some((one) => fits(one, data))
  if (schema.enum !== undefined) return (schema.enum as readonly unknown[]).includes(data)
  if (schema.type !== undefined && ![schema.type].flat().some((one) => typeOf(data).includes(String(one)))) return false
  if (typeof data === 'string')
    return new RegExp(String(schema.pattern ?? ''), 'u').test(data) && data.length >= Number(schema.minLength ?? 0)
  if (typeof data === 'number') return data >= Number(schema.minimum ?? -Infinity)
  if (Array.isArray(data))
    return (
      data.length >= Number(schema.minItems ?? 0) &&
      data.every((one) => schema.items === undefined || fits(schema.items as JsonSchema, one))
    )
  return data === null || typeof data !== 'object' || fitsMap(schema, data)
}

const SCHEMA = planJsonSchema()
const editorAccepts = (text: string) => fits(SCHEMA, parse(text))

test('the schema says which dialect it is written in and what it describes', () => {
  assert.equal(SCHEMA.$schema, 'https://json-schema.org/draft/2020-12/schema')
  assert.equal(SCHEMA.title, '诺行服务方案')
  assert.deepEqual(SCHEMA.required, ['plan', 'title', 'version', 'timezone', 'calendars', 'promises'])
})

test('an editor is content with the sound plan, as the parser is', () => {
  assert.ok(editorAccepts(SOUND))
})

test('an editor is content with every way in which the language lets a thing be written', () => {
  for (const [from, to] of [
    ['within: 30min', 'within: 0.5 h'],
    ['within: 30min', 'within: none'],
    ['major: 4h, general', 'major: {by: zone, city: 4h, else: unstated}, general'],
    ['starts: onsite.done', 'starts: [onsite.done + 8h, remote.failed]'],
    ['starts: onsite.done', 'starts: {all: [onsite.done, remote.failed]}'],
    ['source: [L-1]', 'source: [4.2, § 7]'],
    ['{id: major', '{id: 24'],
    ['{hours: 24x7}', '{hours: unstated, timezone: Asia/Urumqi}'],
    ['holidays: CN}', 'holidays: CN, make-up-as: tue, overrides: [{date: 2026-12-31, hours: [], name: 岁末}]}'],
  ] as const) {
    const text = change(from, to)
    assert.ok(editorAccepts(text), to)
    const unread = findingsOf(text).filter((one) => !['unknown-row', 'missing-row'].includes(one.code))
    assert.deepEqual(unread, [], to)
  }
})

test('what an editor underlines the parser refuses too', () => {
  for (const [from, to] of [
    ['plan: lanling', 'plan: Lanling'],
    ['title: 蓝岭泵站维保承诺', 'title: " "'],
    ['version: 3', 'version: 0'],
    ['version: 3', 'version: "3"'],
    ['timezone: Asia/Shanghai\n', ''],
    ['later:\n', 'latter:\n'],
    ['  onsite:', '  On-Site:'],
    ['within: 30min', 'within: soon'],
    ['within: 30min', 'within: 30'],
    ['within: {by: grade, major', 'within: {major'],
    ['limit: 5d', 'limit: 5'],
    ['evidence: required', 'evidence: wanted'],
    ['set-by: contract', 'set-by: vendor'],
    ['unless: remote.solved\n', 'unless: remote.solved\n      per: component\n'],
    ['unless: remote.solved\n', 'unless: remote.solved\n      per: call\n'],
    ['pauses: [customer-deferred]', 'pauses: customer-deferred'],
    ['[{escalate: service-manager}]', '[{}]'],
    ['      kept-by: ticket.restored\n', ''],
    ['starts: onsite.done', 'starts: []'],
    ['starts: onsite.done', 'starts: {any: [onsite.done]}'],
    ['      excuses: [flood]\n', '      excuses: [flood]\n      reopen: again\n'],
    ['{hours: 24x7}', '{hours: 24x8}'],
    ['holidays: CN', 'holidays: HK'],
    ['holidays: CN', 'overrides: [{date: 2026-12-31}]'],
  ] as const) {
    const text = change(from, to)
    assert.equal(editorAccepts(text), false, to)
    assert.ok(findingsOf(text).length > 0, to)
  }
})

/** Every key that the schema offers, with what it says of it. */
function explained(schema: unknown, found: [key: string, words: unknown][] = []): [key: string, words: unknown][] {
  if (Array.isArray(schema)) for (const one of schema) explained(one, found)
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return found
  for (const [word, below] of Object.entries(schema)) {
    if (word !== 'properties') explained(below, found)
    else
      for (const [key, one] of Object.entries(below as Readonly<Record<string, JsonSchema>>)) {
        found.push([key, one.description])
        explained({ ...one, description: undefined }, found)
      }
  }
  return found
}

const LANGUAGES = { 'zh-CN': KEYS_ZH_CN, 'zh-TW': KEYS_ZH_TW, en: KEYS_EN }

test('every key that an editor offers says what it is for, in every language', () => {
  for (const [locale, words] of Object.entries(LANGUAGES)) {
    const keys = explained(planJsonSchema(words))
    const sentences: readonly unknown[] = Object.values(words)
    assert.deepEqual(
      keys.filter(([, said]) => !sentences.includes(said)),
      [],
      locale,
    )
    for (const key of ['plan', 'grade-by', 'kept-by', 'within', 'by', 'weekly', 'evidence', 'longer-of', 'reading', 'owed-by'])
      assert.ok(
        keys.some(([one]) => one === key),
        key,
      )
  }
})

test('no words explain a key that the plan language does not have', () => {
  const said = new Set(explained(planJsonSchema()).map(([, words]) => words))
  assert.deepEqual(
    Object.entries(KEYS_ZH_CN).filter(([, words]) => !said.has(words)),
    [],
  )
})

test('an explanation in Chinese is Chinese, and one in English has none of it', () => {
  for (const [key, words] of Object.entries(KEYS_EN)) assert.doesNotMatch(words, /\p{Script=Han}/u, key)
  for (const words of [...Object.values(KEYS_ZH_CN), ...Object.values(KEYS_ZH_TW)]) assert.match(words, /\p{Script=Han}/u)
})

test('an editor is offered all six forms of a promise, each with its keys', () => {
  const promises = (SCHEMA.properties as Record<string, { additionalProperties: JsonSchema }>).promises!.additionalProperties
  const forms = promises.properties as Record<string, { properties: object }>
  assert.deepEqual(
    ['deadline', 'recurring', 'level', 'cover', 'gate', 'rule'].map((form) => Object.keys(forms[form]!.properties).length > 5),
    [true, true, true, true, true, true],
  )
})

test('the schema is plain JSON: written out and read again it is the same', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(SCHEMA)), SCHEMA)
})
