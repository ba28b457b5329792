import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { loadConfig } from '../src/server/config.ts'
import { seedDemo } from '../src/server/demo/seed.ts'
import { today } from '../src/server/demo/today.ts'
import { DEMO_PASSWORD, VENDOR } from '../src/server/demo/vendor.ts'
import type { Ask } from '../src/server/http/within.ts'
import { startServer } from '../src/server/main.ts'
import type { RunningServer } from '../src/server/main.ts'
import type { Problem } from '../src/wire/base.ts'
import type { Session } from '../src/wire/session.ts'

const folder = mkdtempSync(join(tmpdir(), 'nx-seeding-'))
chmodSync(folder, 0o755)
const stops: (() => Promise<void>)[] = []
after(async () => {
  for (const stop of stops) await stop()
  rmSync(folder, { recursive: true, force: true })
})

type Serving = RunningServer & { readonly url: string; readonly ask: Ask }

async function start(env: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const loaded = loadConfig({
    env: { PORT: '0', NUOXING_DATA: join(folder, 'data'), NUOXING_LOG_LEVEL: 'silent', NUOXING_BACKUP_AT: 'off', ...env },
    readFile: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  })
  assert.ok(loaded.ok)
  const server = await startServer(loaded.config, { log: () => undefined, demoTenant: VENDOR.id })
  assert.ok(server.ok && server.url && server.ask)
  stops.push(server.stop)
  return { ...server, url: server.url, ask: server.ask }
}

/** One of the demo's people, over the network as a browser is. */
async function enter(url: string, account: string) {
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ account: `${account}@${VENDOR.id}`, password: DEMO_PASSWORD })
  const opened = await fetch(`${url}/api/session`, { method: 'POST', body, headers: json })
  assert.equal(opened.status, 200)
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? assert.fail('no cookie')
  const get = (path: string) => fetch(`${url}/api${path}`, { headers: { cookie } })
  const post = (path: string, data: unknown) =>
    fetch(`${url}/api${path}`, {
      method: 'POST',
      body: JSON.stringify(data),
      headers: { ...json, cookie, 'idempotency-key': crypto.randomUUID() },
    })
  return { get, post, session: (await opened.json()) as Session }
}

/** Tells so much of the demo's past that it is under way, as a start that is interrupted does. */
async function tellSome({ services, ask }: Serving): Promise<void> {
  const interrupt = new AbortController()
  const told = await seedDemo({
    services,
    ask,
    count: 6,
    signal: interrupt.signal,
    onProgress: (done) => void (done > 0 && interrupt.abort()),
  })
  assert.deepEqual(told.refused, [])
}

const fault = today(Date.now(), {})[0]?.body ?? assert.fail('no fault')

test('while the past of the demo is told people look on; what they would record is refused until it is their own day', async () => {
  const server = await start()
  await tellSome(server)
  const xu = await enter(server.url, 'xu')
  assert.ok((xu.session.tenant.seeding?.done ?? 0) > 0)
  assert.equal((await xu.get('/tickets')).status, 200)
  assert.equal((await xu.post('/tickets/preview', fault)).status, 200)
  const refused = await xu.post('/tickets', fault)
  assert.equal(refused.status, 503)
  assert.match(refused.headers.get('content-type') ?? '', /^application\/problem\+json/)
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  const problem = (await refused.json()) as Problem
  assert.deepEqual([problem.code, problem.detail.startsWith('示范数据还在写入')], ['demo.seeding', true])
  assert.equal((await (await enter(server.url, 'admin')).post('/clock/advance', { ms: 1000 })).status, 503)
  const { refused: steps } = await seedDemo({ services: server.services, ask: server.ask })
  assert.deepEqual(steps, [])
  const done = (await (await xu.get('/session')).json()) as Session
  assert.equal(done.tenant.seeding, undefined)
  assert.ok(Math.abs(done.clock.offsetMs) < 60_000, 'the clock has come to today')
  const reported = await xu.post('/tickets', fault)
  assert.equal(reported.status, 201)
  const { number } = (await reported.json()) as { number: string }
  assert.match(number, new RegExp(`^GD-${new Date().getUTCFullYear()}-`))
})

test('the demo is told although nobody can check the certificate that the pages are served with', async () => {
  const tls = ['test-only-elsewhere.pem', 'test-only-elsewhere-key.pem'].map((file) => join(import.meta.dirname, 'tls', file)).join(':')
  const server = await start({ NUOXING_TLS: tls, NUOXING_DATA: join(folder, 'elsewhere') })
  await assert.rejects(fetch(`${server.url}/healthz`))
  await tellSome(server)
})
