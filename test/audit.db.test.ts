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
  const loaded = loadConfig({
    env: { PORT: '0', NUOXING_DATA: data, NUOXING_LOG_LEVEL: 'silent', NUOXING_BACKUP_AT: 'off' },
    readFile: () => undefined,
  })
  assert.ok(loaded.ok)
  const server = await startServer(loaded.config, { log: () => undefined, demoTenant: VENDOR.id })
  assert.ok(server.ok && server.ask)
  const { services, ask } = server
  // Ctrl-C during the first fill: the next start goes on where this one stopped
  const interrupt = new AbortController()
  const onProgress = (done: number): void => void (done > 0 && interrupt.abort())
  const first = await seedDemo({ services, ask, count: 6, signal: interrupt.signal, onProgress })
  assert.ok(first.steps > 0)
  const seeded = await seedDemo({ services, ask })
  assert.ok(seeded.steps > first.steps)
  assert.deepEqual([...first.refused, ...seeded.refused], [], 'every step of the story is one that its people may do')
  assert.deepEqual(await seedDemo({ services, ask }), { founded: false, steps: 0, refused: [] }, 'a story is told once')
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
  assert.match(out, /ticket\/\S+：承诺事项“reply”（第 1 次）与事实推导的不符/)
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
  assert.match(out, /承诺事项“.*”（第 \d+ 次）与事实推导的不符/)
})

/** What is tampered with, each thing by itself. */
const VICTIM = `SELECT subject FROM belief WHERE state = 'broken' AND subject LIKE 'ticket/%' ORDER BY subject LIMIT 1`
const LAST = {
  ticket: `SELECT 'ticket/' || id AS subject FROM ticket WHERE 'ticket/' || id <> (${VICTIM}) ORDER BY id DESC LIMIT 1`,
  titled: `SELECT 'ticket/' || id AS subject FROM ticket WHERE 'ticket/' || id <> (${VICTIM}) ORDER BY id LIMIT 1`,
  site: `SELECT subject FROM record_state WHERE subject LIKE 'site/%' ORDER BY subject DESC LIMIT 1`,
  changed: `SELECT noun || '/' || id AS subject FROM service_record ORDER BY id LIMIT 1`,
  gone: `SELECT noun || '/' || id AS subject FROM service_record ORDER BY id DESC LIMIT 1`,
  visit: `SELECT subject FROM fact WHERE subject LIKE 'visit/%' AND substr(subject, 7) NOT IN (SELECT id FROM service_record) ORDER BY subject LIMIT 1`,
  dispute: 'SELECT id AS subject FROM dispute ORDER BY id LIMIT 1',
  woken: `SELECT subject FROM record_state WHERE next_wake_at IS NOT NULL AND subject <> (${VICTIM}) AND subject LIKE 'contract/%' ORDER BY subject LIMIT 1`,
  shown: `SELECT 'invoice/' || id AS subject FROM invoice WHERE phase <> 'draft' ORDER BY id LIMIT 1`,
  told: `SELECT effect || '|' || person AS subject FROM inbox WHERE kind = 'escalate' AND subject <> (${VICTIM}) ORDER BY effect LIMIT 1`,
} as const

test('whole records that are removed or invented, and rows that say something else than the facts, are named one by one', async () => {
  const names = new Map<string, string>()
  for (const [name, query] of [['victim', VICTIM], ...Object.entries(LAST)] as const)
    names.set(name, String((await tamper(query))[0]?.subject))
  const of = (name: 'victim' | keyof typeof LAST): string => names.get(name)!
  const id = (name: keyof typeof LAST): string => of(name).slice(of(name).indexOf('/') + 1)
  const gone = (table: string, name: 'victim' | 'site'): string => `DELETE FROM ${table} WHERE subject = '${of(name)}'`
  await tamper(
    ...(['record_state', 'obligation', 'belief', 'effect'] as const).flatMap((table) => [gone(table, 'victim'), gone(table, 'site')]),
    `DELETE FROM ticket WHERE id = '${id('ticket')}'`,
    `UPDATE ticket SET title = '别的事' WHERE id = '${id('titled')}'`,
    `INSERT INTO obligation SELECT (o).* FROM (SELECT jsonb_populate_record(o, '{"subject": "ticket/ghost"}') AS o FROM obligation o LIMIT 1) one`,
    `UPDATE service_record SET phase = 'nowhere', state_json = jsonb_set(state_json, '{entries}', '[]') WHERE id = '${id('changed')}'`,
    `DELETE FROM service_record WHERE id = '${id('gone')}'`,
    `UPDATE dispute SET state = CASE state WHEN 'upheld' THEN 'rejected' ELSE 'upheld' END WHERE id = '${of('dispute')}'`,
    `DELETE FROM inbox WHERE effect || '|' || person = '${of('told')}'`,
    `INSERT INTO inbox SELECT (i).* FROM (SELECT jsonb_populate_record(i, '{"id": "ghost", "effect": "ghost"}') AS i FROM inbox i ORDER BY id LIMIT 1) one`,
    `DELETE FROM fact_subject WHERE subject = '${of('visit')}'`,
    `UPDATE record_state SET next_wake_at = NULL WHERE subject = '${of('woken')}'`,
    `UPDATE invoice SET total_fen = total_fen + 100 WHERE id = '${id('shown')}'`,
    `INSERT INTO remedy_entry (tenant_id, remedy, nth, contract, fen, how, fact, person, at)
       SELECT tenant_id, 'ghost', 1, id, 100, 'paid', 'ghost', 'gu', 1 FROM contract ORDER BY id LIMIT 1`,
  )
  const { out, code } = audit()
  assert.equal(code, 1, out)
  const told = [
    `${of('victim')}：记录按事实应有，却没有`,
    `${of('site')}：记录按事实应有，却没有`,
    `${of('ticket')}：工单按事实应有，却没有`,
    `${of('titled')}：工单的标题与事实推导的不符`,
    'ticket/ghost：承诺事项“',
    `${of('changed')}：服务记录列表里的各栏与事实推导的不符`,
    `${of('changed')}：服务记录的各步与事实推导的不符`,
    `${of('gone')}：服务记录按事实应有，却没有`,
    `：异议 ${of('dispute')}与事实推导的不符`,
    `：收件箱里“${of('told')}”的一条按事实应有，却没有`,
    '：收件箱里“ghost|',
    `${of('visit')}：事实 `,
    `${of('woken')}：记录的下一次到期与事实推导的不符`,
    `${of('shown')}：费用单的账目与事实推导的不符`,
    '：补偿的一笔（ghost）没有事实依据',
  ]
  for (const line of told) assert.ok(out.includes(line), `${line}\n${out}`)
})
