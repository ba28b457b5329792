import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import { formatDuration, UNITS } from '../time/duration.ts'
import type { Duration } from '../time/duration.ts'
import { reading } from './given.testing.ts'
import { identifier } from './shape.ts'
import type { Span, Value } from './types.ts'
import { cellsOf, duration, readSpan, span, tablesOf, value, withCell } from './value.ts'

const spans = value(span)
const read = (text: string) => reading(spans, text)
const codes = (text: string) => read(text).told.map(({ code, path }) => `${path} ${code}`)

function hours(count: number): Value<Span> {
  return { kind: 'scalar', value: { travel: false, duration: { value: count, unit: 'h' } } }
}

test('a limit is a number and a unit of the language', () => {
  const limits: Readonly<Record<string, Duration>> = {
    '30min': { value: 30, unit: 'min' },
    '1.5h': { value: 1.5, unit: 'h' },
    '2 d': { value: 2, unit: 'd' },
    '0.5wd': { value: 0.5, unit: 'wd' },
    '3mo': { value: 3, unit: 'mo' },
    '0.5y': { value: 0.5, unit: 'y' },
  }
  for (const [text, limit] of Object.entries(limits)) {
    assert.deepEqual(readSpan(text), { travel: false, duration: limit }, text)
    assert.deepEqual(reading(duration, text), { value: limit, told: [] }, text)
  }
})

test('travel time is added to a limit only where the plan says so, in one spelling', () => {
  assert.deepEqual(readSpan('travel + 2h'), { travel: true, duration: { value: 2, unit: 'h' } })
  for (const text of ['travel', 'travel+2h', 'travel - 2h', '2h + travel', 'Travel + 2h', 'travel + ', 'travel + travel + 2h'])
    assert.equal(readSpan(text), undefined, text)
  assert.deepEqual(
    reading(duration, 'travel + 2h').told.map(({ code }) => code),
    ['bad-value'],
  )
})

test('no limit is nothing, negative, a bare number, half a month or a vague word', () => {
  for (const text of ['0h', '0.0d', '-2h', '24', 'h', '0.5mo', '1.5w', '尽快', 'asap', '2 hours', '1h30min', '1e3h', '1234567h'])
    assert.deepEqual(
      read(text).told.map(({ code, params }) => ({ code, params })),
      [{ code: 'bad-value', params: { path: 'here', value: text, expects: 'span' } }],
      text,
    )
})

test('a limit may be none or unstated; a forgotten one is told as forgotten', () => {
  assert.deepEqual(read('none').value, { kind: 'none' })
  assert.deepEqual(read('unstated').value, { kind: 'unstated' })
  assert.deepEqual(codes('~'), ['here null-value'])
  assert.deepEqual(codes('[4h]'), ['here bad-value'])
})

test('a table stands wherever a limit may: by a dimension, nested, with the rest, with rows that promise nothing', () => {
  const { value: table, told } = read(`
    by: grade
    major: {by: zone, city: 2h, else: 4h}
    general: unstated
    else: none
  `)
  assert.deepEqual(told, [])
  assert.deepEqual(table, {
    kind: 'table',
    by: 'grade',
    rows: { major: { kind: 'table', by: 'zone', rows: { city: hours(2) }, otherwise: hours(4) }, general: { kind: 'unstated' } },
    otherwise: { kind: 'none' },
  })
})

test('a table must say by what it goes', () => {
  assert.deepEqual(codes('{major: 2h, general: 4h}'), ['here table-without-by'])
  assert.deepEqual(codes('{by: grade, major: {city: 2h}}'), ['here.major table-without-by'])
  assert.deepEqual(codes('{}'), ['here table-without-by'])
  assert.deepEqual(codes('{by: [grade, zone], major: 2h}'), ['here.by bad-value'])
  assert.deepEqual(codes('{by: 7, major: 2h}'), ['here.by bad-value'])
  assert.deepEqual(codes('{by: ~, major: 2h}').length, 1)
})

test('every row that cannot be read is told at its own place, and the others are read all the same', () => {
  const { value: table, told } = read('by: grade\nmajor: soon\ngeneral: 4h\nminor: {by: zone, city: ~, county: 3 h}\n')
  assert.deepEqual(
    told.map(({ code, path, line, column }) => `${line}:${column} ${path} ${code}`),
    ['2:8 here.major bad-value', '4:25 here.minor.city null-value'],
  )
  assert.deepEqual(
    cellsOf(table).map((cell) => cell.path.join('.')),
    ['major', 'general', 'minor.city', 'minor.county'],
  )
})

test('the name of a row is an identifier; one that is not is told where it is written', () => {
  const { told } = read('by: grade\nMajor: 2h\n"重大": 3h\n5x8: 4h\n')
  assert.deepEqual(
    told.map(({ code, path, line, column }) => `${line}:${column} ${path} ${code}`),
    ['2:1 here.Major bad-value', '3:1 here.重大 bad-value'],
  )
})

test('a table of calendars holds names and not limits', () => {
  const calendars = value(identifier)
  assert.deepEqual(reading(calendars, '{by: hours, 5x8: desk, 7x24: always}').value, {
    kind: 'table',
    by: 'hours',
    rows: { '5x8': { kind: 'scalar', value: 'desk' }, '7x24': { kind: 'scalar', value: 'always' } },
    otherwise: undefined,
  })
  assert.deepEqual(
    reading(calendars, '{by: hours, 5x8: 9 to 5}').told.map(({ path }) => path),
    ['here.5x8'],
  )
})

test('a row may bear the name of something that every object inherits', () => {
  const { value: table, told } = read('{by: line, constructor: 2h, else: 4h}')
  assert.deepEqual(told, [])
  assert.deepEqual(
    cellsOf(table).map((cell) => cell.path),
    [['constructor'], ['else']],
  )
  assert.equal(withCell(table!, ['tostring'], hours(1)), undefined)
  assert.equal(withCell(read('{by: line, a: 2h}').value!, ['constructor'], hours(1)), undefined)
})

const NESTED = read('{by: grade, major: {by: zone, city: 2h, else: 4h}, general: unstated}').value!

test('the cells of a table come in its order, each with the rows that lead to it', () => {
  assert.deepEqual(cellsOf(NESTED), [
    { path: ['major', 'city'], value: hours(2) },
    { path: ['major', 'else'], value: hours(4) },
    { path: ['general'], value: { kind: 'unstated' } },
  ])
  assert.deepEqual(cellsOf(hours(3)), [{ path: [], value: hours(3) }])
  assert.deepEqual(cellsOf(undefined), [])
})

test('every table inside a value is found with the way to it', () => {
  assert.deepEqual(
    tablesOf(NESTED).map(({ path, table }) => [path.join('.'), table.by]),
    [
      ['', 'grade'],
      ['major', 'zone'],
    ],
  )
  const inRest = read('{by: grade, major: 2h, else: {by: zone, city: 3h, else: 4h}}').value
  assert.deepEqual(
    tablesOf(inRest).map(({ path }) => path),
    [[], ['else']],
  )
  assert.deepEqual(tablesOf(hours(3)), [])
  assert.deepEqual(tablesOf(undefined), [])
})

test('exchanging one cell leaves every other as it was, and the table itself untouched', () => {
  const before = structuredClone(NESTED)
  assert.deepEqual(cellsOf(withCell(NESTED, ['general'], hours(24))).at(-1), { path: ['general'], value: hours(24) })
  assert.deepEqual(
    cellsOf(withCell(NESTED, ['major', 'else'], hours(5))).map((cell) => cell.value),
    [hours(2), hours(5), { kind: 'unstated' }],
  )
  assert.deepEqual(withCell(hours(1), [], hours(2)), hours(2))
  assert.deepEqual(NESTED, before)
})

test('there is no exchanging of whole tables, of rows that are not there, or below a single limit', () => {
  for (const path of [[], ['major'], ['minor'], ['else'], ['general', 'city'], ['major', 'county']])
    assert.equal(withCell(NESTED, path, hours(9)), undefined, path.join('.'))
  assert.equal(withCell(hours(1), ['major'], hours(9)), undefined)
})

const durations = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(...UNITS))
  .map(([count, unit]): Duration => ({ value: count, unit }))
const cells = fc.tuple(fc.boolean(), durations).map(([travel, one]): Value<Span> => ({ kind: 'scalar', value: { travel, duration: one } }))
const leaves = fc.oneof({ weight: 5, arbitrary: cells }, fc.constantFrom<Value<Span>>({ kind: 'none' }, { kind: 'unstated' }))
const names = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).filter((name) => name !== 'by' && name !== 'else')

const { tree } = fc.letrec<{ tree: Value<Span> }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaves,
    fc
      .tuple(
        names,
        fc.dictionary(names, tie('tree'), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
        fc.option(tie('tree'), { nil: undefined }),
      )
      .map(([by, rows, otherwise]): Value<Span> => ({ kind: 'table', by, rows, otherwise })),
  ),
}))

function print(of: Value<Span>): unknown {
  if (of.kind === 'scalar') return `${of.value.travel ? 'travel + ' : ''}${formatDuration(of.value.duration)}`
  if (of.kind !== 'table') return of.kind
  const rows = Object.fromEntries(Object.entries(of.rows).map(([row, below]) => [row, print(below)]))
  return { by: of.by, ...rows, ...(of.otherwise && { else: print(of.otherwise) }) }
}

test('any value printed as the language spells it is read as the same value', () => {
  fc.assert(
    fc.property(tree, (of) => {
      const { value: back, told } = read(JSON.stringify(print(of)))
      assert.deepEqual(told, [])
      assert.deepEqual(back, of)
    }),
    RUNS,
  )
})

test('a cell put where one stands is found there and nowhere else', () => {
  fc.assert(
    fc.property(tree, fc.nat(), (of, pick) => {
      const before = cellsOf(of)
      const chosen = before[pick % before.length]!
      const after = cellsOf(withCell(of, chosen.path, hours(77)))
      assert.deepEqual(
        after,
        before.map((cell) => (cell === chosen ? { path: cell.path, value: hours(77) } : cell)),
      )
    }),
    RUNS,
  )
})
