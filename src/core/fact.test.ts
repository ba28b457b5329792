import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FACTS, isFactType, subjectsOf } from './fact.ts'
import type { Subject } from './fact.ts'

const vocabulary = Object.entries(FACTS).flatMap(([noun, participles]) => participles.map((participle) => `${noun}.${participle}`))

test('every word of the vocabulary is a fact type, and none stands twice', () => {
  for (const type of vocabulary) assert.ok(isFactType(type), type)
  assert.equal(new Set(vocabulary).size, vocabulary.length)
})

test('nouns and participles are plain lower-case words, so that a plan, an address and a file name can carry them', () => {
  for (const type of vocabulary) assert.match(type, /^[a-z]+\.[a-z]+(-[a-z]+)*$/)
})

test('a near miss is no fact type: another case, a blank, one part, three parts, the wrong noun', () => {
  const misses = [
    '',
    '.',
    'ticket',
    'ticket.',
    '.reported',
    'Ticket.reported',
    'ticket.Reported',
    ' ticket.reported',
    'ticket.reported ',
    'ticket..reported',
    'ticket.reported.',
    '.ticket.reported',
    'ticket.reported.twice',
    'ticket/reported',
    'ticket.report',
    'visit.reported',
    'ticket.arrived',
    'tickets.reported',
    'ticket.已报修',
    '工单.reported',
  ]
  for (const text of misses) assert.equal(isFactType(text), false, JSON.stringify(text))
})

test('what every object inherits is neither a noun nor a participle', () => {
  for (const noun of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf']) {
    for (const rest of ['', '.reported', '.name', '.length', '.0']) assert.equal(isFactType(noun + rest), false, noun + rest)
  }
  for (const rest of ['length', '0', 'includes', 'undefined']) assert.equal(isFactType(`ticket.${rest}`), false, rest)
})

test('a type with one letter dropped, doubled or changed is refused unless it is another word of the vocabulary', () => {
  const known = new Set(vocabulary)
  const slips = fc.constantFrom<(text: string, at: number) => string>(
    (text, at) => text.slice(0, at) + text.slice(at + 1),
    (text, at) => text.slice(0, at + 1) + text.slice(at),
    (text, at) => `${text.slice(0, at)}z${text.slice(at + 1)}`,
  )
  fc.assert(
    fc.property(fc.constantFrom(...vocabulary), fc.nat(), slips, (type, place, slip) => {
      const slipped = slip(type, place % type.length)
      assert.equal(isFactType(slipped), known.has(slipped), slipped)
    }),
  )
})

test('a participle belongs to its noun alone: only the pairs that stand in the vocabulary are types', () => {
  const nouns = Object.keys(FACTS)
  const participles = [...new Set(Object.values(FACTS).flat())]
  const pairs = nouns.flatMap((noun) => participles.map((participle) => `${noun}.${participle}`))
  assert.deepEqual(pairs.filter(isFactType).sort(), [...vocabulary].sort())
})

test('a fact is about its own subject first, then about the others in the order in which they were named', () => {
  const subject: Subject = 'visit/V3'
  assert.deepEqual(subjectsOf({ subject, also: [] }), ['visit/V3'])
  assert.deepEqual(subjectsOf({ subject, also: ['ticket/T1', 'asset/A7'] }), ['visit/V3', 'ticket/T1', 'asset/A7'])
})

test('naming the subjects leaves the fact as it was', () => {
  const also: readonly Subject[] = Object.freeze<Subject[]>(['asset/A7'])
  const fact = Object.freeze({ subject: 'ticket/T1' as Subject, also })
  assert.deepEqual(subjectsOf(fact), ['ticket/T1', 'asset/A7'])
  assert.deepEqual(fact, { subject: 'ticket/T1', also: ['asset/A7'] })
})
