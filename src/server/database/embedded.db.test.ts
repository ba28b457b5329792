import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { StartMessage } from '../words/start/say.ts'
import { sayStart } from '../words/start/say.ts'
import { readLock } from './embedded/lock.ts'
import { choosePlace } from './embedded/place.ts'
import { isAlive, isKnown, nameProcess } from './embedded/process.ts'
import { ARCHIVE_COMMAND, runningEmbedded, startEmbedded } from './embedded.ts'
import type { Connection, EmbeddedServer, EmbeddedStart } from './embedded.ts'

const base = mkdtempSync(join(tmpdir(), 'nx-embedded-'))
// The database's own user must be able to pass.
chmodSync(base, 0o755)
const started = new Set<EmbeddedServer>()
after(async () => {
  await Promise.all([...started].map((server) => server.stop()))
  rmSync(base, { recursive: true, force: true })
})

let folders = 0
function freshFolder(): string {
  folders += 1
  return join(base, `d${folders}`, 'data')
}

async function startOn(dataDir: string): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir })
  assert.ok(server.ok, server.ok ? '' : sayStart('en', server.problem))
  started.add(server)
  return server
}

function problemOf(start: EmbeddedStart): StartMessage {
  assert.equal(start.ok, false)
  return start.ok ? { code: 'web.building', params: {} } : start.problem
}

async function ask(connection: Connection, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

async function until(condition: () => boolean, withinMs = 15_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!condition()) {
    assert.ok(performance.now() < deadline, 'what was waited for did not come')
    await sleep(20)
  }
}

/** A program of its own that starts the database, says where, and then only waits. */
async function startInChild(
  dataDir: string,
): Promise<{ readonly child: ChildProcess; readonly connection: Connection; readonly pid: number }> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))})
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(JSON.stringify(server.ok ? { connection: server.connection, pid: server.pid } : server))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((done) => child.stdout?.once('data', (chunk: Buffer) => done(chunk.toString())))
  return { child, ...(JSON.parse(line) as { connection: Connection; pid: number }) }
}

test('a second start on the same folder keeps what was written', async () => {
  const folder = freshFolder()
  const first = await startOn(folder)
  await ask(first.connection, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('承诺')")
  await first.stop()
  assert.equal(isAlive(first.pid), false)
  assert.deepEqual(await first.ended, { expected: true })
  assert.equal(existsSync(first.connection.host), false, 'the socket folder is removed')
  const second = await startOn(folder)
  assert.deepEqual(await ask(second.connection, 'SELECT word FROM kept'), [{ word: '承诺' }])
  await second.stop()
})

test('the server listens on no network address, writes through to disk and speaks UTF-8 in locale C', async () => {
  const server = await startOn(freshFolder())
  const [row] = await ask(
    server.connection,
    `SELECT current_setting('listen_addresses') AS listens, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS sync,
            pg_encoding_to_char(encoding) AS encoding, datcollate AS locale FROM pg_database WHERE datname = current_database()`,
  )
  assert.deepEqual(row, { listens: '', fsync: 'on', sync: 'on', encoding: 'UTF8', locale: 'C' })
  assert.ok(Buffer.byteLength(join(server.connection.host, '.s.PGSQL.5432')) <= 107)
  await server.stop()
})

test('the bundled extensions and the Chinese collation of ICU are there', async () => {
  const server = await startOn(freshFolder())
  await ask(server.connection, 'CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gist; CREATE EXTENSION pgcrypto')
  const rows = await ask(server.connection, `SELECT name FROM (VALUES ('张'), ('李'), ('陈')) AS t (name) ORDER BY name COLLATE "zh-x-icu"`)
  assert.deepEqual(
    rows.map((row) => row.name),
    ['陈', '李', '张'],
    'ordered by pinyin: chen, li, zhang',
  )
  await server.stop()
})

test('a killed database recovers by itself and has every commit that was acknowledged', async () => {
  const folder = freshFolder()
  const first = await startOn(folder)
  await ask(first.connection, 'CREATE TABLE acknowledged (n int)')
  for (let n = 0; n < 50; n += 1) await ask(first.connection, `INSERT INTO acknowledged VALUES (${n})`)
  process.kill(first.pid, 'SIGKILL')
  assert.deepEqual(await first.ended, { expected: false })
  started.delete(first)
  const second = await startOn(folder)
  assert.deepEqual(
    second.notices.map((notice) => notice.code),
    ['database.lock-healed'],
  )
  assert.deepEqual(await ask(second.connection, 'SELECT count(*)::int AS n FROM acknowledged'), [{ n: 50 }])
  await second.stop()
})

test('a lock whose process number now belongs to another program heals', async () => {
  const folder = freshFolder()
  const first = await startOn(folder)
  const { postgres } = choosePlace(folder)
  const lock = readFileSync(join(postgres, 'postmaster.pid'), 'utf8')
  await first.stop()
  // As after a container was restarted: the number in the lock is now ours.
  writeFileSync(join(postgres, 'postmaster.pid'), lock.replace(/^\d+/, String(process.ppid)))
  const second = await startOn(folder)
  assert.deepEqual(
    second.notices.map((notice) => notice.code),
    ['database.lock-healed'],
  )
  await second.stop()
})

test('a lock of a killed server that nobody has collected yet heals', { skip: process.platform !== 'linux' }, async () => {
  const folder = freshFolder()
  const first = await startOn(folder)
  const { postgres } = choosePlace(folder)
  const lock = readFileSync(join(postgres, 'postmaster.pid'), 'utf8')
  await first.stop()
  // The sleeper takes the place of the shell, and so the place of a parent that never asks after its child.
  const careless = spawn('/bin/sh', ['-c', 'sleep 0.05 & exec sleep 30'], { stdio: 'ignore' })
  const children = () => spawnSync('ps', ['-o', 'pid=', '--ppid', String(careless.pid)], { encoding: 'utf8' }).stdout.trim()
  await until(() => children() !== '' && isKnown(Number(children())) && !isAlive(Number(children())))
  writeFileSync(join(postgres, 'postmaster.pid'), lock.replace(/^\d+/, children()))
  const second = await startOn(folder)
  assert.deepEqual(
    second.notices.map((notice) => notice.code),
    ['database.lock-healed'],
  )
  await second.stop()
  careless.kill()
})

test('a folder in use is refused with the number of the process that uses it, which goes on undisturbed', async () => {
  const folder = freshFolder()
  const first = await startOn(folder)
  assert.deepEqual(problemOf(await startEmbedded({ dataDir: folder })), { code: 'database.in-use', params: { folder, pid: first.pid } })
  assert.deepEqual(runningEmbedded(folder), { connection: first.connection, pid: first.pid, dataDir: folder })
  assert.deepEqual(await ask(first.connection, 'SELECT 1 AS one'), [{ one: 1 }])
  await first.stop()
  assert.equal(runningEmbedded(folder), undefined)
})

test('two starts at once on an empty folder: one database comes up, the other start is refused', async () => {
  const folder = freshFolder()
  const both = await Promise.all([startInChild(folder), startInChild(folder)])
  const up = both.filter((one) => one.connection !== undefined)
  assert.equal(up.length, 1)
  assert.deepEqual(await ask((up[0] as { connection: Connection }).connection, 'SELECT 1 AS one'), [{ one: 1 }])
  for (const { child } of both) child.kill('SIGKILL')
  await until(() => runningEmbedded(folder) === undefined)
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('postgres')),
    ['postgres'],
  )
})

test('when the program that started it is killed, the database shuts down cleanly by itself', async () => {
  const folder = freshFolder()
  const { child, connection, pid } = await startInChild(folder)
  await ask(connection, 'CREATE TABLE survived (n int); INSERT INTO survived VALUES (1)')
  child.kill('SIGKILL')
  await until(() => !isAlive(pid))
  await until(() => !existsSync(connection.host))
  const next = await startOn(folder)
  assert.deepEqual(next.notices, [], 'it ended cleanly: nothing to heal')
  assert.deepEqual(await ask(next.connection, 'SELECT n FROM survived'), [{ n: 1 }])
  await next.stop()
})

test('a database whose program was killed and which could not shut down is stopped by the next start', async () => {
  const folder = freshFolder()
  const { child, connection, pid } = await startInChild(folder)
  await ask(connection, 'CREATE TABLE survived (n int); INSERT INTO survived VALUES (7)')
  for (const watcher of watchersOf(pid)) process.kill(watcher, 'SIGKILL')
  child.kill('SIGKILL')
  await sleep(200)
  assert.equal(isAlive(pid), true, 'nothing is left to stop it')
  const next = await startOn(folder)
  assert.deepEqual(next.notices, [{ code: 'database.orphan-stopped', params: { pid } }])
  assert.deepEqual(await ask(next.connection, 'SELECT n FROM survived'), [{ n: 7 }])
  await next.stop()
})

/** The shells that wait to stop the server with this number. */
function watchersOf(pid: number): readonly number[] {
  const lines = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).stdout.split('\n')
  return lines.filter((line) => line.includes('kill -INT') && line.includes(` ${pid} `)).map((line) => Number.parseInt(line, 10))
}

test('a folder made by another version is refused by name and left as it is', async () => {
  const folder = freshFolder()
  const { postgres } = choosePlace(folder)
  mkdirSync(postgres, { recursive: true })
  writeFileSync(join(postgres, 'PG_VERSION'), '15\n')
  const problem = problemOf(await startEmbedded({ dataDir: folder }))
  assert.deepEqual(problem, { code: 'database.other-version', params: { folder, found: '15', wanted: 18 } })
  assert.match(sayStart('zh-CN', problem), /PostgreSQL 15 建的，这个版本用的是 18/)
  assert.deepEqual(readdirSync(folder), ['postgres'])
  assert.deepEqual(readdirSync(postgres), ['PG_VERSION'])
})

test("a folder with somebody else's files is refused, not filled", async () => {
  const folder = freshFolder()
  const { postgres } = choosePlace(folder)
  mkdirSync(postgres, { recursive: true })
  writeFileSync(join(postgres, 'letters.txt'), 'mine')
  assert.equal(problemOf(await startEmbedded({ dataDir: folder })).code, 'database.not-a-database')
  assert.deepEqual(readdirSync(postgres), ['letters.txt'])
})

test('a path that is a file, not a folder, is refused in a sentence', async () => {
  const file = join(base, 'file')
  writeFileSync(file, '')
  assert.equal(problemOf(await startEmbedded({ dataDir: join(file, 'data') })).code, 'database.not-writable')
})

test('a start cut short leaves a half-made database that the next one clears away', async () => {
  const folder = freshFolder()
  const half = join(folder, 'postgres.new-2147483646')
  mkdirSync(half, { recursive: true })
  writeFileSync(join(half, 'PG_VERSION'), '18\n')
  const server = await startOn(folder)
  assert.equal(existsSync(half), false)
  await server.stop()
})

test('WAL segments are archived whole and compressed', async () => {
  const folder = freshFolder()
  const server = await startOn(folder)
  const { walArchive } = choosePlace(folder)
  await ask(server.connection, 'CREATE TABLE written (n int)')
  await ask(server.connection, 'SELECT pg_switch_wal()')
  await until(() => readdirSync(walArchive).some((name) => name.endsWith('.gz')))
  const name = readdirSync(walArchive).find((one) => one.endsWith('.gz')) ?? ''
  const whole = spawnSync('gzip', ['-dc', join(walArchive, name)], { maxBuffer: 1 << 26 }).stdout
  assert.equal(whole.length, 16 * 1024 * 1024)
  await server.stop()
})

test('a segment archived before is accepted again only with the same content, and never overwritten', () => {
  const folder = mkdtempSync(join(base, "it's an archive-"))
  const segment = join(folder, 'segment')
  const archive = (content: string): boolean => {
    writeFileSync(segment, content)
    const command = ARCHIVE_COMMAND.replaceAll('%p', segment).replaceAll('%f', '000000010000000000000001')
    return spawnSync('/bin/sh', ['-c', command], { env: { PATH: process.env.PATH, WAL_ARCHIVE: folder } }).status === 0
  }
  assert.equal(archive('first'), true)
  assert.equal(archive('first'), true, 'as after a crash between archiving and noting it')
  assert.equal(archive('other'), false)
  assert.equal(spawnSync('gzip', ['-dc', join(folder, '000000010000000000000001.gz')], { encoding: 'utf8' }).stdout, 'first')
})

test('PG* variables of the shell do not steer the server', async () => {
  process.env.PGDATA = '/nowhere'
  process.env.PGOPTIONS = '-c fsync=off'
  const server = await startOn(freshFolder()).finally(() => {
    delete process.env.PGDATA
    delete process.env.PGOPTIONS
  })
  assert.deepEqual(await ask(server.connection, 'SHOW fsync'), [{ fsync: 'on' }])
  await server.stop()
})

test('stopping twice is stopping once', async () => {
  const folder = freshFolder()
  const server = await startOn(folder)
  await Promise.all([server.stop(), server.stop()])
  assert.equal(readLock(choosePlace(folder)), undefined)
})

test(
  'root keeps data that the unprivileged user cannot reach under /var/lib/nuoxing, each wanted folder apart',
  { skip: process.getuid?.() !== 0 },
  () => {
    const closed = join(base, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const one = choosePlace(join(closed, 'a/data'))
    const other = choosePlace(join(closed, 'b/data'))
    assert.match(one.data, /^\/var\/lib\/nuoxing\//)
    assert.notEqual(one.data, other.data)
    assert.deepEqual(one.notices, [{ code: 'database.moved', params: { wanted: join(closed, 'a/data'), used: one.data } }])
    assert.equal(choosePlace(join(base, 'open/data')).data, join(base, 'open/data'))
  },
)

test('a process is known by its number and its start, so a reused number is not taken for it', () => {
  const self = nameProcess(process.pid)
  assert.equal(self.pid, process.pid)
  assert.notEqual(self.startedAt, '')
  assert.notEqual(self.startedAt, nameProcess(1).startedAt)
})
