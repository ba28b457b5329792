import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { parseInstant } from '../../core/time/instant.ts'
import { InputError } from '../say.ts'
import { LogError } from './event.ts'
import { importLog } from './import.ts'
import { MAPPING_EXAMPLE, parseMapping } from './mapping.ts'

const logs = join(import.meta.dirname, '../../../test/logs')
const mappingOf = (name: string) => parseMapping(readFileSync(join(logs, name), 'utf8'))
const at = (text: string) => parseInstant(text) ?? assert.fail(text)

function withFile(name: string, content: string | Uint8Array, use: (path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nx-log-'))
  const path = join(folder, name)
  writeFileSync(path, content)
  return use(path).finally(() => rmSync(folder, { recursive: true }))
}

test('a CSV log becomes facts: waiting pauses, work after the end reopens, rows may come in any order', async () => {
  const { facts, events, cases, unmatched } = await importLog(join(logs, 'desk.csv'), mappingOf('desk.map.yaml'))
  assert.deepEqual([events, cases], [10, 2])
  const story = (id: string) => facts.filter((fact) => fact.subject === `ticket/${id}`).map((fact) => fact.type)
  assert.deepEqual(story('A-1'), [
    'ticket.reported',
    'ticket.accepted',
    'ticket.paused',
    'ticket.resumed',
    'ticket.restored',
    'ticket.reopened',
    'ticket.restored',
    'ticket.closed',
  ])
  assert.deepEqual(story('A-2'), ['ticket.reported', 'ticket.accepted', 'ticket.restored', 'ticket.closed'])
  assert.deepEqual(
    unmatched.map((event) => event.attributes['状态']),
    ['转外线'],
  )
})

test('the opening fact carries the mapped columns and the instant of the log', async () => {
  const { facts } = await importLog(join(logs, 'desk.csv'), mappingOf('desk.map.yaml'))
  const opening = facts.find((fact) => fact.subject === 'ticket/A-2')
  assert.deepEqual(opening?.data, { type: 'fault', grade: 'high' })
  assert.equal(opening?.occurredAt, at('2026-03-02T10:30:00+08:00'))
  assert.equal(opening?.source, 'import')
})

test('an XES log is read the same plain and gzipped, with the case id after its events', async () => {
  const mapping = mappingOf('incidents.map.yaml')
  const plain = await importLog(join(logs, 'small.xes'), mapping)
  assert.deepEqual(
    plain.facts.map((fact) => [fact.subject, fact.type]),
    [
      ['ticket/case-1', 'ticket.reported'],
      ['ticket/case-1', 'ticket.accepted'],
      ['ticket/case-1', 'ticket.paused'],
      ['ticket/case-1', 'ticket.resumed'],
      ['ticket/case-1', 'ticket.restored'],
      ['ticket/case-1', 'ticket.closed'],
      ['ticket/case-2', 'ticket.reported'],
    ],
  )
  assert.deepEqual(plain.facts[0]?.data, { type: 'fault', grade: 'high', product: 'P1 & P2' })
  await withFile('log.xes.gz', gzipSync(readFileSync(join(logs, 'small.xes'))), async (path) =>
    assert.deepEqual(await importLog(path, mapping), plain),
  )
})

test('a fact id is unique over the whole log', async () => {
  const { facts } = await importLog(join(logs, 'desk.csv'), mappingOf('desk.map.yaml'))
  assert.equal(new Set(facts.map((fact) => fact.id)).size, facts.length)
})

const broken: [string, string, string, string, object][] = [
  [
    'a time without a zone',
    'x.csv',
    '编号,时间,状态\nA,2026-03-02 09:00,受理\n',
    'log.time-unreadable',
    { line: 2, column: '时间', text: '2026-03-02 09:00' },
  ],
  ['a missing case id', 'x.csv', '编号,时间,状态\n,2026-03-02T09:00:00Z,受理\n', 'log.case-missing', { line: 2, column: '编号' }],
  ['a missing column', 'x.csv', '时间,状态\n2026-03-02T09:00:00Z,受理\n', 'log.column-missing', { column: '编号', columns: '时间, 状态' }],
]
for (const [what, name, content, code, params] of broken)
  test(`${what} in a CSV log names the line and the column, and no fact is made`, () =>
    withFile(name, content, (path) =>
      assert.rejects(
        importLog(path, mappingOf('desk.map.yaml')),
        (error) => error instanceof LogError && error.code === code && (assert.deepEqual(error.params, params), true),
      ),
    ))

test('a row with too many cells is refused as broken CSV with its line', () =>
  withFile('x.csv', '编号,时间,状态\nA,2026-03-02T09:00:00Z,受理,多余\n', (path) =>
    assert.rejects(importLog(path, mappingOf('desk.map.yaml')), (error) => error instanceof LogError && error.code === 'log.csv-broken'),
  ))

test('XML that breaks off is refused with its line', () =>
  withFile('x.xes', '<log><trace><event></trace></log>', (path) =>
    assert.rejects(
      importLog(path, mappingOf('incidents.map.yaml')),
      (error) => error instanceof LogError && error.code === 'log.xml-broken',
    ),
  ))

test('an unknown kind of file is refused by its name', () =>
  assert.rejects(
    importLog('log.txt', mappingOf('desk.map.yaml')),
    (error) => error instanceof InputError && error.key === 'log.kind-unknown',
  ))

test('a mapping that waits without a reason, or has an unknown key, is refused with its place', () => {
  const codeOf = (text: string) => {
    try {
      parseMapping(text)
    } catch (error) {
      return error instanceof LogError ? [error.code, error.params] : error
    }
    return undefined
  }
  assert.deepEqual(codeOf('case: a\ntime: b\nstatuses: [{when: {s: w}, is: waiting}]'), ['map.reason-missing', { row: 1 }])
  assert.equal((codeOf('case: a\ntime: b\nstatuses: [{when: {s: w}, is: sleeping}]') as unknown[])[0], 'map.unreadable')
  assert.equal((codeOf('case: a\nwhen: b\nstatuses: [{when: {s: w}, is: active}]') as unknown[])[0], 'map.unreadable')
  assert.equal((codeOf('case: [a\n') as unknown[])[0], 'map.unreadable')
})

test('the mapping that the help shows is one', () => {
  assert.equal(parseMapping(MAPPING_EXAMPLE).statuses.length, 6)
})
