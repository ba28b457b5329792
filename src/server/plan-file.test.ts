import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { plain } from '../core/plan/node.ts'
import type { PlanNode } from '../core/plan/node.ts'
import { sayFinding } from '../core/plan/say.ts'
import { RUNS } from '../core/promise/random.testing.ts'
import { loadPlan, readPlanText } from './plan-file.ts'

function nodeOf(text: string): PlanNode {
  const read = readPlanText(text)
  assert.ok(read.ok, JSON.stringify(read))
  return read.node
}

/** What a text that cannot be read is told: `3:1 yaml-indent`. */
function told(text: string): string[] {
  const read = readPlanText(text)
  return read.ok ? [] : read.findings.map(({ at, code }) => `${at.line}:${at.column} ${code}`)
}

/** Every scalar with where it stands: `4:11 Asia/Shanghai`. */
function placesOf(node: PlanNode): string[] {
  if (node.kind === 'scalar') return [`${node.at.line}:${node.at.column} ${node.value}`]
  return node.kind === 'seq' ? node.items.flatMap(placesOf) : node.entries.flatMap(({ value }) => placesOf(value))
}

test('each value knows its line and column, counted from one, in block and in flow', () => {
  const text = ['plan: desk', '', '# a remark', 'zones:', '  - {id: city, name: 市区}', '  - id: county', '    name: "郊县"'].join('\n')
  assert.deepEqual(placesOf(nodeOf(text)), ['1:7 desk', '5:10 city', '5:22 市区', '6:9 county', '7:11 郊县'])
})

test('a key knows its own place and not only that of its value', () => {
  const node = nodeOf('promises:\n  reply:\n    text: 答复\n')
  assert.ok(node.kind === 'map' && node.entries[0]?.value.kind === 'map')
  assert.deepEqual(node.entries[0].value.entries[0]?.at, { line: 2, column: 3 })
})

test('a key without a value stands as null on its line, so that a message can point there', () => {
  assert.deepEqual(placesOf(nodeOf('a: 1\nb:\nc: ~\n')), ['1:4 1', '2:3 null', '3:4 null'])
})

test('a key written twice stays twice: which one was meant is not for the reader of the file to choose', () => {
  const node = nodeOf('within: 1h\nwithin: 2h\n')
  assert.ok(node.kind === 'map')
  assert.deepEqual(
    node.entries.map(({ key, at }) => `${at.line} ${key}`),
    ['1 within', '2 within'],
  )
})

test('words are words: yes, no, on and dates are not turned into something else', () => {
  assert.deepEqual(plain(nodeOf('[yes, no, on, off, 2026-10-01, 5x8, 09:30, 012, 1_000]')), [
    'yes',
    'no',
    'on',
    'off',
    '2026-10-01',
    '5x8',
    '09:30',
    12,
    '1_000',
  ])
})

test('a file of another system with its line ends and its byte order mark reads the same', () => {
  const text = '\ufeffplan: desk\r\nversion: 1\r\n'
  assert.deepEqual(plain(nodeOf(text)), { plan: 'desk', version: 1 })
  assert.deepEqual(placesOf(nodeOf(text)), ['1:7 desk', '2:10 1'])
})

test('an event with brackets in it must be quoted inside braces: that is told as what it is, once', () => {
  const text = 'reply:\n  deadline: {starts: ticket.reported where type in ["fault", "x"], within: 1h}\n'
  assert.deepEqual(told(text), ['2:52 yaml-flow'])
  const read = readPlanText(text)
  assert.ok(!read.ok && read.findings[0])
  assert.match(sayFinding(read.findings[0], 'zh-CN'), /加引号/)
})

test('a line out of its column, a tab and a bracket left open are told as that', () => {
  assert.deepEqual(told('a:\n  b: 1\n c: 2\n'), ['3:1 yaml-indent'])
  assert.deepEqual(told('a:\n\tb: 1\n'), ['2:1 yaml-indent'])
  assert.deepEqual(told('a: {b: 1\nc: 2\n'), ['2:1 yaml-indent'])
})

test('what else is no YAML is told with its line: a quote left open, two files in one, a value that starts with a sign', () => {
  assert.deepEqual(told('a: "b\n'), ['2:1 yaml-broken'])
  assert.deepEqual(told('a: 1\n---\nb: 2\n'), ['2:1 yaml-broken'])
  assert.deepEqual(told('a: @b\n'), ['1:4 yaml-broken'])
  assert.deepEqual(told('a: !person b\n'), ['1:4 yaml-broken'])
})

test('mistakes on several lines are all told, one for each line', () => {
  assert.deepEqual(told('a: @b\nb: 1\nc: %d\n'), ['1:4 yaml-broken', '3:4 yaml-broken'])
})

test('anchors and aliases hide what a clause says, and are refused where they stand', () => {
  assert.deepEqual(told('a: &limit 1h\nb: *limit\n'), ['1:11 yaml-anchor', '2:4 yaml-anchor'])
})

test('an empty file is no plan, and says so', () => {
  for (const text of ['', '\n\n', '# nothing yet\n']) {
    const loaded = loadPlan(text)
    assert.equal(loaded.ok, false)
    assert.deepEqual(
      loaded.findings.map(({ code, at }) => `${at.line} ${code}`),
      ['1 not-a-map'],
      JSON.stringify(text),
    )
  }
})

test('brackets ten thousand deep are told and not followed', () => {
  assert.deepEqual([...new Set(told('['.repeat(10_000)).map((one) => one.split(' ')[1]))], ['yaml-broken'])
})

const ZONED = `plan: zones
title: 两地
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  berlin:
    timezone: Europe/Berlin
    weekly: {mon-fri: ["09:00-17:00"]}
promises: {}
`

test('a time zone that nobody knows is told where it stands, the plan’s and a calendar’s', () => {
  const wrong = loadPlan(ZONED.replace('Asia/Shanghai', 'Asia/Shangai').replace('Europe/Berlin', 'Berlin'))
  assert.equal(wrong.ok, false)
  const places = wrong.findings.map(({ at, code, params }) => `${at.line}:${at.column} ${at.path} ${code} ${params.zone}`)
  assert.deepEqual(places, ['4:11 timezone zone-unknown Asia/Shangai', '8:15 calendars.berlin.timezone zone-unknown Berlin'])
  assert.equal(loadPlan(ZONED).ok, true)
})

test('zones and the rest of the mistakes come together, in the order of the lines', () => {
  const loaded = loadPlan(
    ZONED.replace('Asia/Shanghai', 'Nowhere').replace('version: 1', 'version: one').replace('promises: {}', 'promise: {}'),
  )
  assert.deepEqual(
    loaded.findings.map(({ at, code }) => `${at.line} ${code}`),
    ['1 missing-key', '3 bad-value', '4 zone-unknown', '10 unknown-key-near'],
  )
})

const data = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

test('what is written as YAML is read back as it was, whatever it is', () => {
  fc.assert(
    fc.property(data.value, (value) => assert.deepEqual(plain(nodeOf(stringify(value))), value)),
    RUNS,
  )
})

test('any text at all is read or told with a line inside it, never thrown at', () => {
  const scraps = fc.constantFrom(
    'plan:',
    ' ',
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ': ',
    '"',
    "'",
    '#',
    '&a',
    '*a',
    '!b',
    '|',
    '>',
    '\t',
    '---',
    'promises',
    '中',
    '24x7',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(scraps, fc.string({ maxLength: 4 })), { maxLength: 25 }), (parts) => {
      const text = parts.join('')
      const lines = text.split('\n').length
      for (const { at } of loadPlan(text).findings)
        assert.ok(at.line >= 1 && at.line <= lines + 1 && at.column >= 1, `${at.line}:${at.column}`)
    }),
    RUNS,
  )
})
