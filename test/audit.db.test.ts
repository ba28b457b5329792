import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { loadConfig } from '../src/server/config.ts'
import { startEmbedded } from '../src/server/database/embedded.ts'
import { seedDemo } from '../src/server/demo/seed.ts'
import { VENDOR } from '../src/server/demo/vendor.ts'
import { withTenant } from '../src/server/database/pool.ts'
import { startServer } from '../src/server/main.ts'
import { openSigner } from '../src/server/seal-key.ts'
import { sealTenant } from '../src/server/sealing.ts'

const folder = mkdtempSync(join(tmpdir(), 'nx-audit-'))
chmodSync(folder, 0o755)
const data = join(folder, 'data')
after(() => rmSync(folder, { recursive: true, force: true }))

/** The demo vendor's small past and open desk, told through the API, sealed, and the server stopped. */
before(async () => {
  const loaded = loadConfig({ env: { PORT: '0', NUOXING_DATA: data, NUOXING_LOG_LEVEL: 'silent' }, readFile: () => undefined })
  assert.ok(loaded.ok)
  const server = await startServer(loaded.config, { log: () => undefined, demoTenant: VENDOR.id })
  assert.ok(server.ok && server.url)
  const { services, url } = server
  // Ctrl-C during the first fill: the next start goes on where this one stopped
  const interrupt = new AbortController()
  const onProgress = (done: number): void => void (done > 0 && interrupt.abort())
  const first = await seedDemo({ services, url, count: 6, signal: interrupt.signal, onProgress })
  assert.ok(first.steps > 0)
  const seeded = await seedDemo({ services, url })
  assert.ok(seeded.steps > first.steps)
  assert.deepEqual([...first.refused, ...seeded.refused], [], 'every step of the story is one that its people may do')
  assert.deepEqual(await seedDemo({ services, url }), { founded: false, steps: 0, refused: [] }, 'a story is told once')
  const tickets = await withTenant(services.pool, VENDOR.id, (tx) => tx.query<{ count: number }>('SELECT count(*) AS count FROM ticket'))
  const reports = await withTenant(services.pool, VENDOR.id, (tx) =>
    tx.query<{ count: number }>(`SELECT count(*) AS count FROM fact WHERE type = 'ticket.reported'`),
  )
  assert.equal(tickets[0]?.count, reports[0]?.count)
  const { pool, clock } = server.services
  await sealTenant({ pool, signer: openSigner(server.dataDir ?? data), machine: clock.machine }, VENDOR.id)
  await server.stop()
})

function audit(): { readonly out: string; readonly code: number | null } {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, '../src/cli/main.ts'), 'audit'], {
    encoding: 'utf8',
    env: { ...process.env, NUOXING_DATA: data, LANG: 'zh_CN.UTF-8', NUOXING_TEST_PG: '' },
  })
  return { out: run.stdout + run.stderr, code: run.status }
}

/** As the database's superuser, past every privilege and constraint; what it did is undone by the returned statement. */
async function tamper(...statements: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const server = await startEmbedded({ dataDir: data })
  assert.ok(server.ok)
  const client = new pg.Client(server.connection)
  await client.connect()
  await client.query('SET session_replication_role = replica')
  let rows: readonly Record<string, unknown>[] = []
  for (const statement of statements) rows = (await client.query(statement)).rows
  await client.end()
  await server.stop()
  return rows
}

const REPLY = `SELECT f.id, f.seq FROM fact f JOIN obligation o ON o.tenant_id = f.tenant_id AND o.subject = f.subject AND o.promise = 'reply'
  WHERE f.type = 'ticket.replied' AND o.evidence::text LIKE '%' || f.id || '%' ORDER BY f.seq LIMIT 1`
const NEWEST = 'SELECT id, seq FROM fact ORDER BY xid DESC, seq DESC LIMIT 1'

test('an untouched record is clean: everything derived again, every seal verified, exit 0', () => {
  const { out, code } = audit()
  assert.equal(code, 0, out)
  assert.match(out, /没有差异，封存完好/)
  assert.match(out, /chuanhe：重新推导 \d+ 个主体、\d+ 条事实；核验 \d+ 个封存头/)
})

test('one reply moved a minute earlier by hand: the audit names the fact and what no longer follows, exit 1', async () => {
  const [reply] = await tamper(REPLY)
  await tamper(`UPDATE fact SET occurred_at = occurred_at - 60000 WHERE id = '${String(reply?.id)}'`)
  const { out, code } = audit()
  await tamper(`UPDATE fact SET occurred_at = occurred_at + 60000 WHERE id = '${String(reply?.id)}'`)
  assert.equal(code, 1, out)
  assert.match(out, new RegExp(`事实 ${String(reply?.id)}（台账第 ${String(reply?.seq)} 位）封存之后被改动`))
  assert.match(out, /承诺事项：ticket\/\S+ reply\|1 与推导不符/)
  assert.equal(audit().code, 0)
})

test('the newest fact cut off: the audit names it, exit 1', async () => {
  const [newest] = await tamper(NEWEST)
  await tamper(
    'CREATE TABLE cut AS SELECT * FROM fact WHERE seq = (SELECT seq FROM fact ORDER BY xid DESC, seq DESC LIMIT 1)',
    'DELETE FROM fact WHERE seq = (SELECT seq FROM cut)',
  )
  const { out, code } = audit()
  await tamper('INSERT INTO fact SELECT * FROM cut', 'DROP TABLE cut')
  assert.equal(code, 1, out)
  assert.match(out, new RegExp(`事实 ${String(newest?.id)}（台账第 ${String(newest?.seq)} 位）封存之后被删除`))
  assert.equal(audit().code, 0)
})

test('a verdict changed without its facts: the audit names the obligation, exit 1', async () => {
  await tamper(`UPDATE obligation SET state = 'kept', kept_at = due_at, broken_at = NULL WHERE state = 'broken'`)
  const { out, code } = audit()
  assert.equal(code, 1, out)
  assert.match(out, /承诺事项：.* 与推导不符/)
})
