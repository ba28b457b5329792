import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PUBLIC_LOG, findPublicLog } from './logs/public-log.ts'

const logs = join(import.meta.dirname, 'logs')
const folder = mkdtempSync(join(tmpdir(), 'nx-incidents-'))
after(() => rmSync(folder, { recursive: true }))

const UNTIL = '2012-06-01T00:00:00Z'

function nuoxing(...args: string[]): { readonly out: string; readonly err: string; readonly code: number | null } {
  const main = join(import.meta.dirname, '../src/cli/main.ts')
  const run = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LANG: 'zh_CN.UTF-8' },
  })
  return { out: run.stdout, err: run.stderr, code: run.status }
}

type Totals = Record<string, { kept: number; broken: number; open: number; cancelled: number; pausedMs: number }>

/** What the engine says of the restore clock, by grade. */
function countEngine(lines: string): Totals {
  const totals: Totals = {}
  for (const line of lines.trim().split('\n')) {
    const one = JSON.parse(line) as {
      promise?: string
      state: 'kept' | 'broken' | 'open' | 'paused' | 'cancelled'
      pausedMs: number
      why: { dimensions: { grade: { value: string } } }
    }
    if (one.promise !== 'restore') continue
    const row = (totals[one.why.dimensions.grade.value] ??= { kept: 0, broken: 0, open: 0, cancelled: 0, pausedMs: 0 })
    row[one.state === 'paused' ? 'open' : one.state]++
    row.pausedMs += one.pausedMs
  }
  return totals
}

/** What the raw log says, counted without a fact, a plan or the engine. */
function countRaw(log: string): Totals {
  const run = spawnSync(process.execPath, [join(logs, 'recount.mjs'), log, UNTIL], { encoding: 'utf8' })
  const rows = run.stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  const known = rows.map(
    ([grade = '', kept, broken, open, cancelled, pausedMs]) =>
      [
        grade.toLowerCase(),
        { kept: Number(kept), broken: Number(broken), open: Number(open), cancelled: Number(cancelled), pausedMs: Number(pausedMs) },
      ] as const,
  )
  return Object.fromEntries(known.filter(([, row]) => row.kept + row.broken + row.open + row.cancelled > 0))
}

/** The table that the product prints of the same replay, restore clock only: its open ones are those that run or wait. */
function readTable(table: string): Record<string, readonly string[]> {
  const grades: Record<string, string> = { 特大影响: 'major', 重大影响: 'high', 中等影响: 'medium', 轻微影响: 'low' }
  const rows = table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
  return Object.fromEntries(
    rows.filter(([promise]) => promise === 'restore').map(([, grade = '', ...cells]) => [grades[grade] ?? grade, cells]),
  )
}

function replayed(log: string): Totals {
  const facts = join(folder, 'facts.ndjson')
  const imported = nuoxing('import-log', log, '--map', join(logs, 'incidents.map.yaml'), '--out', facts)
  assert.equal(imported.code, 0, imported.err)
  const ask = ['replay', '--plan', join(logs, 'incidents.plan.yaml'), '--facts', facts, '--until', UNTIL]
  const replay = nuoxing(...ask)
  assert.ok(replay.code === 0 || replay.code === 1, replay.err)
  const totals = countEngine(replay.out)
  const told = nuoxing(...ask, '--summary')
  const shown = Object.entries(totals).map(([grade, { kept, broken, open, cancelled, pausedMs }]) => [
    grade,
    [kept, broken, open, 0, cancelled].map(String).concat((pausedMs / 3_600_000).toFixed(1)),
  ])
  assert.deepEqual(readTable(told.out), Object.fromEntries(shown))
  assert.match(told.err, /用时 [\d.]+ 秒/)
  return totals
}

const day = (n: number, time: string) => `2012-01-${String(n).padStart(2, '0')}T${time}:00+01:00`
const event = (at: string, name: string, sub: string, impact: string) =>
  [
    `<event>`,
    `<string key="concept:name" value="${name}"/>`,
    `<string key="lifecycle:transition" value="${sub}"/>`,
    `<string key="impact" value="${impact}"/>`,
    `<date key="time:timestamp" value="${at}"/>`,
    `</event>`,
  ].join('\n')
const trace = (id: string, events: readonly string[]) =>
  ['<trace>', `<string key="concept:name" value="${id}"/>`, ...events, '</trace>'].join('\n')

test('an invented log of pauses, late ends, reopenings and open cases is judged as a second, independent count judges it', () => {
  const cases = [
    trace('in-time', [event(day(1, '08:00'), 'Accepted', 'In Progress', 'High'), event(day(2, '07:59'), 'Completed', 'Resolved', 'High')]),
    trace('at-the-due-instant', [
      event(day(1, '08:00'), 'Accepted', 'In Progress', 'High'),
      event(day(2, '08:00'), 'Completed', 'Resolved', 'High'),
    ]),
    trace('late', [event(day(1, '08:00'), 'Accepted', 'In Progress', 'High'), event(day(2, '08:01'), 'Completed', 'Closed', 'High')]),
    trace('paused', [
      event(day(1, '08:00'), 'Accepted', 'In Progress', 'High'),
      event(day(1, '10:00'), 'Accepted', 'Wait - User', 'High'),
      event(day(2, '10:00'), 'Accepted', 'In Progress', 'High'),
      event(day(3, '07:00'), 'Completed', 'Resolved', 'High'),
    ]),
    trace('paused-too-late', [
      event(day(1, '08:00'), 'Accepted', 'In Progress', 'Major'),
      event(day(1, '16:00'), 'Accepted', 'Wait - User', 'Major'),
      event(day(4, '07:00'), 'Completed', 'Closed', 'Major'),
    ]),
    trace('reopened', [
      event(day(1, '08:00'), 'Accepted', 'In Progress', 'Low'),
      event(day(2, '08:00'), 'Completed', 'Resolved', 'Low'),
      event(day(3, '08:00'), 'Accepted', 'In Progress', 'Low'),
      event(day(20, '08:00'), 'Completed', 'Closed', 'Low'),
    ]),
    trace('still-waiting', [event(day(1, '08:00'), 'Accepted', 'Wait - User', 'Medium')]),
    trace('cancelled', [
      event(day(1, '08:00'), 'Queued', 'Awaiting Assignment', 'Medium'),
      event(day(1, '09:00'), 'Completed', 'Cancelled', 'Medium'),
    ]),
  ]
  const log = join(folder, 'invented.xes')
  writeFileSync(log, ['<log>', ...cases, '</log>', ''].join('\n'))
  const totals = replayed(log)
  assert.deepEqual(totals, countRaw(log))
  assert.deepEqual(totals.high, { kept: 3, broken: 1, open: 0, cancelled: 0, pausedMs: 24 * 3_600_000 })
  assert.deepEqual(totals.low, { kept: 1, broken: 1, open: 0, cancelled: 0, pausedMs: 0 })
})

const log = findPublicLog()
test(
  `the public incident log of 65,533 events is judged as the independent count judges it, by grade`,
  { skip: log === undefined && `${PUBLIC_LOG} is not here; it is not part of the product` },
  () => {
    const totals = replayed(log!)
    assert.deepEqual(totals, countRaw(log!))
    assert.equal(
      Object.values(totals).reduce((sum, row) => sum + row.kept + row.broken + row.open + row.cancelled, 0),
      8_134,
    )
  },
)
