import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadConfig } from '../config.ts'
import { hashPassword } from '../http/passwords.ts'
import { startServer } from '../main.ts'
import { addPerson } from '../store/people.ts'
import { setPassword } from '../store/session.ts'
import { foundTenant } from '../tenants.ts'
import type { StartMessage } from '../words/start/say.ts'
import { runningEmbedded } from './embedded.ts'
import { keepEmbedded } from './kept.ts'

const folder = mkdtempSync(join(tmpdir(), 'nx-kept-'))
chmodSync(folder, 0o755)
const stops: (() => Promise<void>)[] = []
after(async () => {
  for (const stop of stops) await stop()
  rmSync(folder, { recursive: true, force: true })
})

const READY_WITHIN_MS = 10_000
const PASSWORD = 'cedar-lantern-7'

async function until(holds: () => boolean | Promise<boolean>, withinMs: number): Promise<number> {
  const began = performance.now()
  while (!(await holds())) {
    assert.ok(performance.now() - began < withinMs, `not within ${withinMs} ms`)
    await sleep(20)
  }
  return performance.now() - began
}

const pidOn = (dataDir: string): number => runningEmbedded(dataDir)?.pid ?? 0

function kill(dataDir: string): void {
  process.kill(pidOn(dataDir), 'SIGKILL')
}

test('a database that dies under the running product is back within ten seconds, is told once, and everybody goes on', async () => {
  const dataDir = join(folder, 'product')
  const told: StartMessage[] = []
  const loaded = loadConfig({
    env: { PORT: '0', NUOXING_DATA: dataDir, NUOXING_LOG_LEVEL: 'silent', NUOXING_DEMO: 'off', NUOXING_BACKUP_AT: 'off' },
    readFile: () => undefined,
  })
  assert.ok(loaded.ok)
  const server = await startServer(loaded.config, { log: (message) => told.push(message) })
  assert.ok(server.ok && server.url)
  stops.push(server.stop)
  const { services, url } = server
  await foundTenant(services.address, { id: 'heyuan', name: '和源', timezone: 'Asia/Shanghai', demo: false, at: 0 }, async (tx) => {
    await addPerson(tx, {
      id: 'an',
      name: '安知夏',
      account: 'an',
      phone: undefined,
      team: undefined,
      customer: undefined,
      roles: ['administrator'],
      now: 0,
    })
    await setPassword(tx, 'an', await hashPassword(PASSWORD))
  })
  const heard: string[] = []
  services.live.listen(({ kind }) => heard.push(kind))
  const ready = async (): Promise<boolean> => (await fetch(`${url}/readyz`)).status === 200
  assert.ok(await ready())

  kill(dataDir)
  await until(async () => !(await ready()), READY_WITHIN_MS)
  const awayMs = await until(ready, READY_WITHIN_MS)
  assert.deepEqual(
    told.map((one) => one.code),
    ['database.revived'],
    `away for ${awayMs} ms`,
  )

  const body = JSON.stringify({ account: 'an@heyuan', password: PASSWORD })
  const logIn = () => fetch(`${url}/api/session`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  assert.equal((await logIn()).status, 200, 'what was confirmed is there')
  await until(() => {
    services.live.changed({ tenant: 'heyuan', kind: 'people', ids: [] })
    return heard.includes('people')
  }, READY_WITHIN_MS)
  const workers = () =>
    services.pool.raw.query<{ names: string[] }>(
      `SELECT array_agg(DISTINCT application_name) AS names FROM pg_stat_activity WHERE datname = current_database()`,
    )
  await until(async () => {
    const names = (await workers()).rows[0]?.names ?? []
    return ['nuoxing live', 'nuoxing nuoxing_relay', 'nuoxing nuoxing_app'].every((one) => names.includes(one))
  }, READY_WITHIN_MS)
})

test('a database that cannot be started again is given up after a few tries, with the reason', async () => {
  const dataDir = join(folder, 'gone')
  const told: StartMessage[] = []
  const kept = await keepEmbedded({ dataDir, archive: false, log: (message) => told.push(message) })
  assert.ok(kept.ok)
  stops.push(kept.stop)
  // What it lived from is taken away and something else is put there.
  renameSync(join(dataDir, 'postgres', 'PG_VERSION'), join(dataDir, 'postgres', 'PG_VERSION.away'))
  kill(dataDir)
  assert.equal((await kept.lost).code, 'database.not-a-database')
  assert.deepEqual(told, [])
})

test('stopped while it comes back, it stays stopped', async () => {
  const dataDir = join(folder, 'stopped')
  const kept = await keepEmbedded({ dataDir, archive: false })
  assert.ok(kept.ok)
  const first = pidOn(dataDir)
  kill(dataDir)
  await until(() => pidOn(dataDir) !== first, READY_WITHIN_MS)
  await kept.stop()
  assert.equal(runningEmbedded(dataDir), undefined)
})
