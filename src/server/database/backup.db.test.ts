import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { backupFolderOf, chooseBackup, firstBackupAt, listBackups, nextBackupAt, pruneBackups, takeBackup } from './backup.ts'
import { startEmbedded } from './embedded.ts'
import type { Connection, EmbeddedServer } from './embedded.ts'
import { FILES_FOLDER, diskStore } from '../files/disk.ts'
import type { Content } from '../files/store.ts'
import { restoreBackup } from './restore.ts'

const folders: string[] = []
const running = new Set<EmbeddedServer>()
after(async () => {
  for (const server of running) await server.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nx-backup-'))
  // mkdtemp makes it for its owner alone; the database's user must pass
  chmodSync(folder, 0o755)
  folders.push(folder)
  return join(folder, 'data')
}

async function startOn(dataDir: string): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir })
  if (!server.ok) return assert.fail(server.problem.code)
  running.add(server)
  return server
}

async function stop(server: EmbeddedServer): Promise<void> {
  await server.stop()
  running.delete(server)
}

async function ask(connection: Connection, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const result = await client.query(sql)
    return (Array.isArray(result) ? result.at(-1) : result).rows
  } finally {
    await client.end()
  }
}

const COUNT = 'SELECT count(*)::int AS n, coalesce(sum(n), 0)::int AS sum FROM promise'

async function archived(server: EmbeddedServer): Promise<void> {
  const [row] = await ask(server.connection, 'SELECT pg_walfile_name(pg_switch_wal()) AS name')
  const file = join(server.dataDir, 'backup', 'wal', `${String(row?.name)}.gz`)
  for (let tries = 0; !existsSync(file); tries++) {
    assert.ok(tries < 300, 'the closed segment reaches the archive within 30 s')
    await sleep(100)
  }
}

test('a backup taken while rows are written comes back into an empty folder with everything archived since, files included', async () => {
  const server = await startOn(freshFolder())
  await ask(server.connection, 'CREATE TABLE promise (n int); INSERT INTO promise SELECT generate_series(1, 1000)')
  mkdirSync(join(server.dataDir, 'keys'))
  writeFileSync(join(server.dataDir, 'keys', 'seal.pem'), 'key of the test')
  const writing = ask(server.connection, 'INSERT INTO promise SELECT generate_series(1001, 60000)')
  const backup = await takeBackup({ connection: server.connection, dataDir: server.dataDir, now: Date.now, also: ['keys'] })
  await writing
  await ask(server.connection, 'INSERT INTO promise VALUES (60001)')
  const expected = await ask(server.connection, COUNT)
  await archived(server)
  assert.match(backup.firstWal, /^[0-9A-F]{24}$/)
  await stop(server)

  const target = freshFolder()
  const restored = await restoreBackup({ from: listBackups(backupFolderOf(server.dataDir)).at(-1)!.folder, to: target })
  assert.ok(restored.ok, JSON.stringify(restored))
  assert.equal(readFileSync(join(restored.dataDir, 'keys', 'seal.pem'), 'utf8'), 'key of the test')
  const again = await startOn(restored.dataDir)
  assert.deepEqual(await ask(again.connection, COUNT), expected)
  await ask(again.connection, 'INSERT INTO promise VALUES (60002)')
  assert.equal(existsSync(join(restored.dataDir, 'restore')), false)
  await stop(again)
})

/** Contents with these bytes, as an upload leaves them. */
async function keepContent(dataDir: string, words: string): Promise<Content> {
  const store = diskStore(join(dataDir, FILES_FOLDER))
  const content = { tenant: 'east', sha256: createHash('sha256').update(words).digest('hex') }
  await store.writePart({ tenant: 'east', id: 'u1' }, 0, Buffer.from(words))
  await store.keep({ tenant: 'east', id: 'u1' }, content, Buffer.byteLength(words))
  return content
}

const wordsOf = async (dataDir: string, content: Content): Promise<string> =>
  text(await diskStore(join(dataDir, FILES_FOLDER)).read(content))

test('attachments come back with the database: those of the backup as they were then, and from the old data folder those that came later', async () => {
  const server = await startOn(freshFolder())
  const { dataDir } = server
  const first = await keepContent(dataDir, '验收单')
  const harmed = await keepContent(dataDir, '运单')
  await diskStore(join(dataDir, FILES_FOLDER)).writePart({ tenant: 'east', id: 'half' }, 0, Buffer.from('半份'))
  const once = await takeBackup({ connection: server.connection, dataDir, now: Date.now })
  const twice = await takeBackup({ connection: server.connection, dataDir, now: () => Date.now() + 1_000 })
  assert.ok(once.bytes > twice.bytes, 'contents of an earlier backup are not copied again')
  const harm = join(dataDir, FILES_FOLDER, 'east', 'content', harmed.sha256.slice(0, 2), harmed.sha256.slice(2, 4), harmed.sha256)
  writeFileSync(harm, '改过')
  const later = await keepContent(dataDir, '后来的')
  await ask(server.connection, 'CREATE TABLE promise (n int)')
  await archived(server)
  await stop(server)

  const elsewhere = join(freshFolder(), 'copy')
  cpSync(backupFolderOf(dataDir), elsewhere, { recursive: true })
  const apart = await restoreBackup({ from: elsewhere, to: freshFolder() })
  assert.ok(apart.ok, JSON.stringify(apart))
  assert.deepEqual([await wordsOf(apart.dataDir, first), await wordsOf(apart.dataDir, harmed)], ['验收单', '运单'])
  assert.ok(!existsSync(join(apart.dataDir, FILES_FOLDER, 'east', 'sending')))
  const beside = await restoreBackup({ from: backupFolderOf(dataDir), to: freshFolder() })
  assert.ok(beside.ok, JSON.stringify(beside))
  const all = [first, harmed, later]
  assert.deepEqual(await Promise.all(all.map((one) => wordsOf(beside.dataDir, one))), ['验收单', '运单', '后来的'])
})

test('a restore up to an instant brings back what stood then, and nothing later', async () => {
  const server = await startOn(freshFolder())
  await ask(server.connection, 'CREATE TABLE promise (n int); INSERT INTO promise VALUES (1)')
  await takeBackup({ connection: server.connection, dataDir: server.dataDir, now: Date.now })
  await ask(server.connection, 'INSERT INTO promise VALUES (2)')
  await sleep(50)
  const until = Date.now()
  await sleep(50)
  await ask(server.connection, 'DELETE FROM promise')
  await archived(server)
  await stop(server)
  const target = freshFolder()
  const restored = await restoreBackup({ from: backupFolderOf(server.dataDir), to: target, until })
  assert.ok(restored.ok, JSON.stringify(restored))
  const again = await startOn(restored.dataDir)
  assert.deepEqual(await ask(again.connection, COUNT), [{ n: 2, sum: 3 }])
  await stop(again)
})

test('a restore refuses a folder that is not empty, a folder without backups, and an instant before the first one, and touches nothing', async () => {
  const full = freshFolder()
  mkdirSync(full, { recursive: true })
  writeFileSync(join(full, 'mine.txt'), 'keep')
  assert.deepEqual(await restoreBackup({ from: freshFolder(), to: full }), {
    ok: false,
    problem: { code: 'backup.target-not-empty', params: { folder: full } },
  })
  assert.deepEqual(readdirSync(full), ['mine.txt'])
  const empty = freshFolder()
  assert.equal((await restoreBackup({ from: empty, to: freshFolder() })).ok, false)
  const folder = join(freshFolder(), 'backup')
  describeBackup(folder, 5_000)
  const refused = await restoreBackup({ from: folder, to: freshFolder(), until: 4_000 })
  assert.equal(refused.ok ? '' : refused.problem.code, 'backup.none-before')
})

function describeBackup(folder: string, at: number, firstWal = '000000010000000000000002'): void {
  const name = join(folder, `base-${String(at).padStart(6, '0')}`)
  mkdirSync(name, { recursive: true })
  writeFileSync(join(name, 'backup.json'), JSON.stringify({ folder: name, startedAt: at, finishedAt: at, firstWal, bytes: 1 }))
}

test('pruning keeps the newest backups and the log that the oldest kept one needs; an unfinished copy is never chosen', () => {
  const folder = join(freshFolder(), 'backup')
  describeBackup(folder, 1, '000000010000000000000002')
  describeBackup(folder, 2, '000000010000000000000005')
  describeBackup(folder, 3, '000000010000000000000008')
  mkdirSync(join(folder, 'base-000009.part'))
  mkdirSync(join(folder, 'wal'))
  for (const n of [1, 4, 5, 7, 9]) writeFileSync(join(folder, 'wal', `00000001000000000000000${n}.gz`), '')
  assert.equal(chooseBackup(folder, undefined)?.startedAt, 3)
  assert.equal(chooseBackup(folder, 2)?.startedAt, 2)
  assert.equal(chooseBackup(folder, 0), undefined)
  pruneBackups(folder, 2)
  assert.deepEqual(
    listBackups(folder).map((backup) => backup.startedAt),
    [2, 3],
  )
  assert.deepEqual(
    readdirSync(join(folder, 'wal')).map((name) => name.at(23)),
    ['5', '7', '9'],
  )
  pruneBackups(folder, 0)
  assert.deepEqual(
    listBackups(folder).map((backup) => backup.startedAt),
    [3],
  )
})

test('the daily backup is due at its minute of the day, today when it is still to come and else tomorrow', () => {
  const day = 86_400_000
  const startOfDay = (at: number) => Math.floor(at / day) * day
  assert.equal(nextBackupAt(10 * day + 1, 180, startOfDay), 10 * day + 180 * 60_000)
  assert.equal(nextBackupAt(10 * day + 180 * 60_000, 180, startOfDay), 11 * day + 180 * 60_000)
})

test('a machine that was never on at its hour backs up soon after its start; one that has a fresh backup waits for the hour', () => {
  const hour = 3_600_000
  const [now, next] = [1_000 * hour, 1_010 * hour]
  assert.equal(firstBackupAt(now, { newest: undefined, next }), now + 600_000)
  assert.equal(firstBackupAt(now, { newest: now - 25 * hour, next }), now + 600_000)
  assert.equal(firstBackupAt(now, { newest: now - 23 * hour, next }), next)
  assert.equal(firstBackupAt(now, { newest: undefined, next: now + 1 }), now + 1)
})
