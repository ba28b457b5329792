import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { loadConfig } from '../src/server/config.ts'
import type { DatabaseAddress } from '../src/server/database/connection.ts'
import { openPool, withTenant } from '../src/server/database/pool.ts'
import type { Pool } from '../src/server/database/pool.ts'
import { plantContracts } from '../src/server/http/contract.testing.ts'
import { Person, PASSWORD, plantTenant } from '../src/server/http/http.testing.ts'
import { startServer } from '../src/server/main.ts'
import { diskStore } from '../src/server/files/disk.ts'
import { openServices } from '../src/server/services.ts'
import { median } from './row.ts'
import type { Row } from './row.ts'

/**
 * Reporting a fault over HTTP (log-in, row-level security, ledger, record, obligations, beliefs, answer for repetitions) against the
 * same rows written by one bare statement through `pg`. Both alternate in one run on one server with fsync and synchronous_commit on,
 * as the application's role, with two tenants, from the same number of clients; the server is a process of its own, as in use.
 */
const CLIENTS = 16
const SECONDS = 3
const WARMINGS = 2
const ROUNDS = 5
const TENANTS = ['east', 'north'] as const

type Started = { readonly url: string; readonly address: DatabaseAddress }

if (process.argv[2] === '--serve') await serve(process.argv[3] ?? '')

async function serve(dataDir: string): Promise<void> {
  const config = loadConfig({
    env: {
      NUOXING_DATA: dataDir,
      PORT: '0',
      NUOXING_DATABASE_CONNECTIONS: String(CLIENTS),
      NUOXING_BACKUP_AT: 'off',
      NUOXING_LOG_LEVEL: 'error',
    },
    readFile: () => undefined,
  })
  if (!config.ok) throw new Error(JSON.stringify(config.problems))
  const running = await startServer(config.config, { log: () => undefined })
  if (!running.ok || running.url === undefined) throw new Error(JSON.stringify(running))
  process.send?.({ url: running.url, address: running.services.address } satisfies Started)
  process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)))
}

function startApart(dataDir: string): Promise<{ child: ChildProcess; started: Started }> {
  const child = fork(import.meta.filename, ['--serve', dataDir])
  return new Promise((done, fail) => {
    child.once('message', (started) => done({ child, started: started as Started }))
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)))
  })
}

const REPORT = JSON.stringify({
  channel: 'phone',
  title: '3 号冷水机组停机',
  description: '面板报高压',
  customer: 'jia',
  asset: 'jia-asset',
  contract: 'jia-contract',
  contact: { name: '郑工', phone: '分机 A01' },
})

async function logIn(url: string, tenant: string): Promise<Person> {
  const person = new Person(url)
  const answer = await person.post('/api/session', { account: `hotline-agent@${tenant}`, password: PASSWORD })
  if (answer.status !== 200) throw new Error(answer.text)
  return person
}

// Baseline ----------------------------------------------------------------------------------------------------------------

type Template = { readonly text: string; readonly fill: (n: number) => string[] }

/** The rows that one report left, as one statement of plain INSERTs with a parameter a column. */
async function templateOf(owner: Pool, tenant: string, ticket: string): Promise<Template> {
  const of = `'ticket/${ticket}'`
  const rows: readonly (readonly [string, string])[] = [
    ['fact', `seq IN (SELECT seq FROM fact_subject WHERE tenant_id = $1 AND subject = ${of})`],
    ['fact_text', `fact IN (SELECT id FROM fact WHERE tenant_id = $1 AND subject = ${of})`],
    ['fact_subject', `seq IN (SELECT seq FROM fact WHERE tenant_id = $1 AND subject = ${of})`],
    ['record_state', `subject = ${of}`],
    ['ticket', `id = '${ticket}'`],
    ['obligation', `subject = ${of}`],
    ['belief', `subject = ${of}`],
    ['effect', `subject = ${of}`],
    ['idempotency', `answer ->> 'id' = '${ticket}'`],
  ]
  const inserts: string[] = []
  const values: string[] = []
  let places = 0
  for (const [table, where] of rows) {
    const { rows: columns } = await owner.raw.query<{ name: string; type: string }>(
      `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> 'xid' ORDER BY attnum`,
      [table],
    )
    const names = columns.map((column) => `"${column.name}"`).join(', ')
    const texts = columns.map((column) => `"${column.name}"::text`).join(', ')
    const { rows: found } = await owner.raw.query({
      text: `SELECT ${texts} FROM ${table} WHERE tenant_id = $1 AND ${where}`,
      values: [tenant],
      rowMode: 'array',
    })
    if (found.length === 0) continue
    values.push(...(found as unknown as string[][]).flat())
    const lines = found.map(() => `(${columns.map((column) => `$${(places += 1)}::${column.type}`).join(', ')})`)
    inserts.push(`INSERT INTO ${table} (${names}) VALUES ${lines.join(', ')}`)
  }
  const text = `WITH ${inserts
    .slice(0, -1)
    .map((insert, n) => `w${n} AS (${insert} RETURNING 1)`)
    .join(',\n')}\n${inserts.at(-1)}`
  const { rows: facts } = await owner.raw.query<{ seq: string }>('SELECT seq::text FROM fact WHERE tenant_id = $1 AND subject = $2', [
    tenant,
    `ticket/${ticket}`,
  ])
  return { text, fill: fresh(values, facts[0]?.seq) }
}

/** The same rows under ids, numbers and positions of their own. An id may begin or end with `-`, which is no edge of a word. */
function fresh(values: readonly (string | null)[], seq: string | undefined): Template['fill'] {
  const ids = [...new Set(values.flatMap((value) => value?.match(/(?<![\w-])[A-Za-z0-9_-]{16}(?![\w-])/g) ?? []))]
  const number = values.find((value) => /^GD-\d{4}-\d{6}$/.test(value ?? ''))
  const uuid = values.find((value) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value ?? ''))
  return (n) =>
    values.map((value) => {
      if (value === null) return value
      if (value === seq) return String(1_000_000_000 + n)
      if (value === uuid) return `${value}-${n}`
      let text = value
      for (const id of ids) if (text.includes(id)) text = text.replaceAll(id, `${id.slice(0, 6)}${String(n).padStart(10, '0')}`)
      return typeof number !== 'string' ? text : text.replaceAll(number, `GD-2199-${String(n).padStart(8, '0')}`)
    }) as string[]
}

type Shot = { readonly perSecond: number; readonly p99Ms: number }

let written = 0

/** Writes for a while from all clients. */
async function writeBare(pool: Pool, templates: ReadonlyMap<string, Template>): Promise<Shot> {
  const tookMs: number[] = []
  const until = performance.now() + SECONDS * 1_000
  const began = performance.now()
  const client = async (which: number): Promise<void> => {
    while (performance.now() < until) {
      const tenant = TENANTS[which % 2] ?? 'east'
      const { text, fill } = templates.get(tenant)!
      const values = fill((written += 1))
      const asked = performance.now()
      await withTenant(pool, tenant, (tx) => tx.query({ name: `bare-${tenant}`, text, values }))
      tookMs.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, which) => client(which)))
  const seconds = (performance.now() - began) / 1_000
  return { perSecond: tookMs.length / seconds, p99Ms: tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length * 0.99)] ?? 0 }
}

// Ours --------------------------------------------------------------------------------------------------------------------

async function report(url: string, people: readonly Person[]): Promise<Shot> {
  const requests = people.map((person) => ({
    method: 'POST' as const,
    path: '/api/tickets',
    body: REPORT,
    headers: { 'content-type': 'application/json', cookie: person.cookie ?? '' },
    setupRequest: (request: autocannon.Request) => ({ ...request, headers: { ...request.headers, 'idempotency-key': randomUUID() } }),
  }))
  const result = await autocannon({ url, connections: CLIENTS, duration: SECONDS, requests })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`)
  return { perSecond: result['2xx'] / result.duration, p99Ms: result.latency.p99 }
}

export async function run(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nx-bench-'))
  // The database's own user must be able to pass.
  chmodSync(dataDir, 0o755)
  const { child, started } = await startApart(dataDir)
  const owner = openPool({ address: started.address, role: 'owner', max: 2 })
  const app = openPool({ address: started.address, role: 'nuoxing_app', max: CLIENTS })
  const services = await openServices({ address: started.address, files: diskStore(join(dataDir, 'files')) })
  try {
    for (const tenant of TENANTS) {
      const server = { url: started.url, services, owner, time: { now: Date.now() } } as never
      await plantTenant(server, tenant)
      await plantContracts(server, tenant)
    }
    const people = await Promise.all(TENANTS.map((tenant) => logIn(started.url, tenant)))
    const templates = new Map<string, Template>()
    for (const [n, tenant] of TENANTS.entries()) {
      // Some reports ahead, so that the position is no number that stands elsewhere in the rows.
      for (let ahead = 0; ahead < 100; ahead++) await people[n]!.post('/api/tickets', JSON.parse(REPORT))
      const made = await people[n]!.post('/api/tickets', JSON.parse(REPORT))
      templates.set(tenant, await templateOf(owner, tenant, made.body.id))
    }
    if (process.env.NUOXING_SEED === 'sql') console.error(templates.get('east')?.text)
    await recycleWal(owner)
    // A server in use has run hot: both sides do, before anything counts.
    for (let warm = 0; warm < WARMINGS; warm++) {
      await report(started.url, people)
      await writeBare(app, templates)
    }
    return await alternate(started.url, { people, app, templates })
  } finally {
    await services.close()
    await app.close()
    await owner.close()
    child.removeAllListeners('exit')
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/**
 * A server in use writes over WAL files that it has; a new one makes each as it goes (16 MB of zeros), for which all wait. Half a gigabyte of log and a
 * checkpoint leave the files that a server has after its first hour.
 */
async function recycleWal(owner: Pool): Promise<void> {
  await owner.raw.query(`SELECT count(pg_logical_emit_message(false, 'bench', repeat('x', 1000000))) FROM generate_series(1, 600)`)
  await owner.raw.query('CHECKPOINT')
}

type Parties = { readonly people: readonly Person[]; readonly app: Pool; readonly templates: ReadonlyMap<string, Template> }

async function alternate(url: string, { people, app, templates }: Parties): Promise<Row[]> {
  const ours: Shot[] = []
  const bare: Shot[] = []
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await writeBare(app, templates))
    ours.push(await report(url, people))
  }
  const rateOf = (shots: readonly Shot[]) => median(shots.map((shot) => shot.perSecond))
  const p99Of = (shots: readonly Shot[]) => median(shots.map((shot) => shot.p99Ms))
  const ratio = median(ours.map((shot, n) => shot.perSecond / (bare[n]?.perSecond ?? 1)))
  return [
    {
      name: `report a fault over HTTP (${CLIENTS} clients, ${cpus().length} cores)`,
      value: rateOf(ours),
      unit: '1/s',
      baseline: { name: 'one bare CTE statement, same rows', value: rateOf(bare) },
      ratio,
      target: '≥ 50 % of the bare statement',
      ok: ratio >= 0.5,
    },
    {
      name: 'report a fault over HTTP, p99',
      value: p99Of(ours),
      unit: 'ms',
      baseline: { name: 'the same statement, its p99', value: p99Of(bare) },
      ratio: p99Of(ours) / p99Of(bare),
      target: '≤ 50 ms',
      ok: p99Of(ours) <= 50,
    },
  ]
}
