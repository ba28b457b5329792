import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  const row = 'statuses: [{when: {s: w}, is: active}]'
  for (const [text, code, params] of [
    [
      'case: a\ntime: b\nstatuses: [{when: {s: w}, is: sleeping}]',
      'map.value-unknown',
      { place: 'statuses.0.is', known: 'queued active waiting restored closed cancelled' },
    ],
    [
      'case: a\ntime: b\nstatuses: [{when: {s: w}}]',
      'map.key-missing',
      { place: 'statuses.0.is', known: 'queued active waiting restored closed cancelled' },
    ],
    [`case: a\ntime: b\nwhen: b\n${row}`, 'map.key-unknown', { place: 'when' }],
    [`case: a\n${row}`, 'map.key-missing', { place: 'time' }],
    [`case: 5\ntime: b\n${row}`, 'map.kind-wrong', { place: 'case' }],
    [`case: a\ntime: b\nopening: {grade: {frm: x}}\n${row}`, 'map.key-missing', { place: 'opening.grade.value' }],
    [`case: a\ntime: b\nopening: {grade: {from: x, elze: y}}\n${row}`, 'map.key-unknown', { place: 'opening.grade.elze' }],
    ['case: a\ntime: b\nstatuses: []', 'map.kind-wrong', { place: 'statuses' }],
    ['case: [a\n', 'map.yaml-broken', { line: 2 }],
    ['', 'map.empty', {}],
  ] as const)
    assert.deepEqual(codeOf(text), [code, params], text)
})

test('the mapping that the help shows is one', () => {
  assert.equal(parseMapping(MAPPING_EXAMPLE).statuses.length, 6)
})

const DESK = readFileSync(join(logs, 'desk.csv'))
const unreadable: [string, string, Uint8Array, string][] = [
  ['a gzipped log that was cut off', 'x.csv.gz', gzipSync(DESK).subarray(0, 60), 'log.gzip-broken'],
  ['a log that only claims to be gzipped', 'x.csv.gz', DESK, 'log.gzip-broken'],
  ['a gzipped XES log that was cut off', 'x.xes.gz', gzipSync(readFileSync(join(logs, 'small.xes'))).subarray(0, 200), 'log.gzip-broken'],
  ['a CSV log that is no text', 'x.csv', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff]), 'log.not-text'],
  ['a CSV log without a line', 'x.csv', new Uint8Array(), 'log.column-missing'],
]
for (const [what, name, content, code] of unreadable)
  test(`${what} is refused, and no fact is made`, () =>
    withFile(name, content, (path) =>
      assert.rejects(importLog(path, mappingOf(name.includes('xes') ? 'incidents.map.yaml' : 'desk.map.yaml')), { code }),
    ))

test('a folder that is called like a log is called a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nx-log-'))
  const path = join(folder, 'x.csv')
  mkdirSync(path)
  return assert
    .rejects(importLog(path, mappingOf('desk.map.yaml')), (error) => error instanceof InputError && error.key === 'input.folder')
    .finally(() => rmSync(folder, { recursive: true }))
})

test('facts that cannot be written where they should go are a sentence, exit 2', () => {
  const out = join(logs, 'none', 'x.ndjson')
  const args = ['import-log', join(logs, 'desk.csv'), '--map', join(logs, 'desk.map.yaml'), '--out', out]
  const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' }
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../main.ts'), ...args], { encoding: 'utf8', env })
  assert.deepEqual([status, stderr], [2, `写不了文件 ${out}。请检查文件夹与权限。\n`])
})
