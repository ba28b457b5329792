import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { placeAt, tokensOf } from './yaml-place.ts'
import type { Path } from './yaml-place.ts'

const FOLDER = join(import.meta.dirname, '../../../../plans')
const PLANS = globSync('*.yaml', { cwd: FOLDER }).map((file) => readFileSync(join(FOLDER, file), 'utf8'))

type Seen = { readonly kind: 'key' | 'value'; readonly path: string; readonly from: number; readonly text: string }

/** The same by a whole parser of YAML, which reads finished texts only. */
function parsed(node: unknown, path: Path, found: Seen[]): Seen[] {
  if (isMap(node))
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue
      const below = [...path, String(key.value)]
      found.push({ kind: 'key', path: below.join('/'), from: key.range![0], text: String(key.source ?? key.value) })
      parsed(value, below, found)
    }
  else if (isSeq(node)) node.items.forEach((item, index) => parsed(item, [...path, index], found))
  else if (isScalar(node) && node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL' && node.source !== '')
    found.push({ kind: 'value', path: path.join('/'), from: node.range![0], text: String(node.source) })
  return found
}

const ours = (text: string): Seen[] => tokensOf(text).map(({ kind, path, from, text: said }) => ({ kind, path: path.join('/'), from, text: said }))
const theirs = (text: string): Seen[] => parsed(parseDocument(text).contents, [], [])
const bySpot = (seen: readonly Seen[]) => seen.map(({ kind, path, from }) => `${from} ${kind} ${path}`)

test('every key and every value of every bundled plan is found at its place, as a whole YAML parser finds it', () => {
  for (const text of PLANS) {
    const told = new Set(bySpot(ours(text)))
    assert.deepEqual(
      bySpot(theirs(text)).filter((one) => !told.has(one)),
      [],
    )
    assert.ok(ours(text).length <= theirs(text).length + 5)
  }
})

test('in a text that is cut off anywhere the caret stands in the same map as in the finished text', () => {
  const plan = fc.constantFrom(...PLANS)
  fc.assert(
    fc.property(plan, fc.nat(), (text, number) => {
      const all = tokensOf(text)
      const token = all[number % all.length]!
      const cut = placeAt(text.slice(0, token.from + 1), token.from + 1)
      const path = token.kind === 'key' ? token.path.slice(0, -1) : token.path
      // What begins behind a dash may become a map or stay a word: with one letter there it is offered as a key.
      const behindDash = /(^|\n)[ ]*- +$/.test(text.slice(0, token.from))
      assert.deepEqual([cut.path.join('/'), cut.at, cut.from], [path.join('/'), behindDash ? 'key' : token.kind, token.from])
    }),
    { numRuns: 300 },
  )
})

/** `|` stands for the caret. */
const at = (text: string) => {
  const offset = text.indexOf('|')
  return placeAt(text.replace('|', ''), offset)
}

test('a half-written key belongs to the map at its indentation', () => {
  const place = at('promises:\n  reply:\n    deadline:\n      starts: ticket.reported\n      kep|\n    text: 答复')
  assert.deepEqual([place.at, place.path, place.typed], ['key', ['promises', 'reply', 'deadline'], 'kep'])
  assert.deepEqual(place.siblings, ['starts'])
  assert.deepEqual(at('promises:\n  reply:\n    deadline:\n      starts: a\n    |').path, ['promises', 'reply'])
  assert.deepEqual(at('plan: a\n|').path, [])
})

test('inside braces the keys are those of the braces, and after a colon a value is written', () => {
  const key = at('promises:\n  reply:\n    deadline: {starts: ticket.reported, wit|')
  assert.deepEqual([key.at, key.path, key.siblings], ['key', ['promises', 'reply', 'deadline'], ['starts']])
  const value = at('promises:\n  reply:\n    deadline: {starts: ticket.reported, within: {by: gr|}}')
  assert.deepEqual([value.at, value.path, value.typed], ['value', ['promises', 'reply', 'deadline', 'within', 'by'], 'gr'])
  assert.deepEqual(at('promises:\n  a:\n    deadline:\n      pauses: [x, |]').path, ['promises', 'a', 'deadline', 'pauses', 1])
})

test('a list by dashes counts its items, and a map may begin behind a dash', () => {
  assert.deepEqual(at('grades:\n  - id: a\n    name: 甲\n  - id: b\n    na|').path, ['grades', 1])
  assert.deepEqual(at('later:\n- id: a\n- te|').path, ['later', 1])
  const value = at('then:\n  - escalate: ser|')
  assert.deepEqual([value.at, value.path, value.typed], ['value', ['then', 0, 'escalate'], 'ser'])
})

test('a comment, a quoted sign and a folded text are no keys', () => {
  assert.deepEqual(
    tokensOf('# a: b\nplan: "x: y" # z: w\ntext: >\n  eins: zwei\n  drei\nversion: 1').map(({ kind, text }) => [kind, text]),
    [
      ['key', 'plan'],
      ['value', 'x: y'],
      ['key', 'text'],
      ['value', '>'],
      ['key', 'version'],
      ['value', '1'],
    ],
  )
})
