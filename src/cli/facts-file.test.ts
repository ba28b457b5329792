import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatInstant } from '../core/time/instant.ts'
import { parseFacts } from './facts-file.ts'
import { factLine } from './log/import.ts'
import { InputError, sayInputError } from './say.ts'

const line = (over: object) =>
  JSON.stringify({
    id: 'f1',
    subject: 'ticket/T1',
    type: 'ticket.reported',
    occurredAt: '2026-09-30T10:00:00Z',
    recordedAt: '2026-09-30T10:00:00Z',
    data: {},
    ...over,
  })

function refusal(text: string): { code: string; sentence: string } {
  try {
    parseFacts('facts.ndjson', text)
  } catch (error) {
    if (error instanceof InputError) return { code: error.key, sentence: sayInputError('zh-CN', error) }
  }
  return { code: 'accepted', sentence: '' }
}

test('facts are read in any order and put in the order in which they were learned', () => {
  const facts = parseFacts('f', [line({ id: 'b', recordedAt: '2026-09-30T11:00:00Z' }), '', line({ id: 'a' })].join('\n'))
  assert.deepEqual(
    facts.map((fact) => [fact.id, fact.seq]),
    [
      ['a', 1],
      ['b', 2],
    ],
  )
})

test('source defaults to hand and recordedAt to occurredAt', () => {
  const [fact] = parseFacts('f', line({ recordedAt: undefined }))
  assert.equal(fact?.source, 'hand')
  assert.equal(fact?.recordedAt, fact?.occurredAt)
})

test('a line that is not JSON, an unknown type, a bad instant and a doubled id are refused with file, line and field', () => {
  assert.equal(refusal('{"id":').code, 'facts.not-json')
  assert.equal(refusal(line({ type: 'ticket.exploded' })).code, 'facts.unknown-type')
  assert.match(refusal(line({ occurredAt: '2026-09-30 10:00' })).sentence, /facts\.ndjson 第 1 行的 occurredAt 有误：需要带时区/)
  assert.match(refusal(line({ subject: 'T1' })).sentence, /subject 有误：需要“名词\/编号”/)
  assert.match(refusal(line({ source: 'pigeon' })).sentence, /hand phone mail/)
  assert.match(refusal(`${line({})}\n${line({})}`).sentence, /第 2 行的 id “f1” 与第 1 行重复/)
  assert.equal(refusal(line({ also: 'asset/A1' })).code, 'facts.bad-field')
  assert.equal(refusal(line({ data: [] })).code, 'facts.bad-field')
})

test('a fact written as a line reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000_000_000_000 }),
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.integer())),
      (at, data) => {
        const fact = {
          id: 'x',
          subject: 'ticket/T1',
          also: ['asset/A7'],
          type: 'ticket.reported',
          occurredAt: at,
          recordedAt: at,
          source: 'mail',
          data,
        } as const
        const [read] = parseFacts('f', factLine(fact))
        assert.equal(formatInstant(read?.occurredAt ?? -1), formatInstant(at))
        assert.deepEqual(JSON.parse(JSON.stringify(read?.data)), JSON.parse(JSON.stringify(data)))
        assert.deepEqual(read?.also, ['asset/A7'])
      },
    ),
  )
})
