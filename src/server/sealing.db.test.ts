import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connectAs } from './database/connection.ts'
import { openPool, inTransaction } from './database/pool.ts'
import { createTestDatabase } from './database/testing.ts'
import { openSigner } from './seal-key.ts'
import { sealTenant, verifySeals } from './sealing.ts'
import { textHash } from './text-seal.ts'
import type { SealFault, SealOptions } from './sealing.ts'

// What runs anywhere on a server holds a seal back, so other tests' transactions would make more heads than told here: a server of its own.
delete process.env.NUOXING_TEST_PG

// before the database's own hook, which drops it
after(async () => {
  await owner.end()
  await pool.close()
  rmSync(folder, { recursive: true, force: true })
})
const database = await createTestDatabase()
const pool = openPool({ address: database.address, role: 'nuoxing_app', max: 4 })
const owner = new pg.Client(connectAs(database.address, 'owner'))
const folder = mkdtempSync(join(tmpdir(), 'nx-seal-'))
const options: SealOptions = { pool, signer: openSigner(folder), machine: () => 1_800_000_000_000 }

before(async () => {
  await owner.connect()
  await owner.query(
    `INSERT INTO tenant (tenant_id, name, timezone, created_at) SELECT 'firm' || n, '示例', 'Asia/Shanghai', 0 FROM generate_series(1, 14) n`,
  )
})
let next = 1
async function record(tenant: string, count: number): Promise<number[]> {
  const seqs: number[] = []
  for (let n = 0; n < count; n++) {
    const seq = next++
    seqs.push(seq)
    await inTransaction(pool, tenant, (tx) =>
      tx.query(
        `INSERT INTO fact (tenant_id, seq, id, subject, type, occurred_at, recorded_at, source, data, salt) VALUES ($1, $2, $3, 'ticket/T1', 'ticket.replied', 10, 20, 'hand', '{"channel": "phone"}', $4)`,
        [tenant, seq, `fact-${seq}`, `salt-${seq}`],
      ),
    )
  }
  return seqs
}

const kinds = (faults: readonly SealFault[]) =>
  faults.map((fault) =>
    fault.kind === 'count-differs'
      ? `${fault.kind} ${fault.facts} ${fault.sealed} ${fault.unsealed}`
      : 'fact' in fault
        ? `${fault.kind} ${fault.fact}`
        : `${fault.kind} ${fault.size}`,
  )

/**
 * Seals as the minutes pass, until so many facts are sealed: transactions that run anywhere on the server, of other tests too, hold the
 * seal back for a moment.
 */
async function seal(tenant: string, expected: number): Promise<number> {
  let sealed = 0
  for (let tries = 0; sealed < expected && tries < 400; tries++) {
    sealed += await sealTenant(options, tenant)
    if (sealed < expected) await sleep(25)
  }
  return sealed
}

/** By hand, past every privilege: what somebody with the database in their hands could do. */
async function tamper(sql: string, values: unknown[]): Promise<void> {
  await owner.query('SET session_replication_role = replica')
  await owner.query(sql, values)
  await owner.query('SET session_replication_role = origin')
}

test('facts are sealed once, in heads that chain, and a ledger that nobody touched verifies', async () => {
  await record('firm1', 3)
  assert.equal(await seal('firm1', 3), 3)
  await record('firm1', 2)
  assert.equal(await seal('firm1', 2), 2)
  assert.equal(await sealTenant(options, 'firm1'), 0)
  await record('firm1', 1)
  const report = await verifySeals(options, 'firm1')
  assert.deepEqual({ ...report, root: undefined }, { heads: 2, facts: 6, sealed: 5, unsealed: 1, root: undefined, faults: [] })
})

test('a fact edited by hand is named', async () => {
  const [first = 0] = await record('firm2', 4)
  await seal('firm2', 4)
  await tamper(`UPDATE fact SET occurred_at = 9 WHERE tenant_id = 'firm2' AND seq = $1`, [first])
  assert.deepEqual(kinds((await verifySeals(options, 'firm2')).faults), [`fact-changed fact-${first}`])
})

test('the newest facts cut off are named, each', async () => {
  const seqs = await record('firm3', 4)
  await seal('firm3', 4)
  const cut = seqs.slice(-2)
  await tamper(`DELETE FROM fact WHERE tenant_id = 'firm3' AND seq = ANY ($1)`, [cut])
  assert.deepEqual(
    kinds((await verifySeals(options, 'firm3')).faults),
    cut.map((seq) => `fact-missing fact-${seq}`),
  )
})

test('a fact edited together with its leaf contradicts the signed head', async () => {
  const [first = 0] = await record('firm4', 3)
  await seal('firm4', 3)
  await tamper(`UPDATE seal_leaf SET leaf = 'forged' WHERE tenant_id = 'firm4' AND seq = $1`, [first])
  assert.deepEqual(kinds((await verifySeals(options, 'firm4')).faults), [`fact-changed fact-${first}`, 'root-differs 3'])
})

test('a forged head fails by its signature, a removed one breaks the chain, cut leaves are missed', async () => {
  await record('firm5', 2)
  await seal('firm5', 2)
  await record('firm5', 2)
  await seal('firm5', 2)
  await tamper(`UPDATE seal_head SET at = at + 1 WHERE tenant_id = 'firm5' AND size = 4`, [])
  assert.deepEqual(kinds((await verifySeals(options, 'firm5')).faults), ['signature-wrong 4'])
  await tamper(`UPDATE seal_head SET at = at - 1 WHERE tenant_id = 'firm5' AND size = 4`, [])
  await tamper(`DELETE FROM seal_head WHERE tenant_id = 'firm5' AND size = 2`, [])
  assert.deepEqual(kinds((await verifySeals(options, 'firm5')).faults), ['chain-broken 4'])
  await tamper(`DELETE FROM seal_leaf WHERE tenant_id = 'firm5' AND n = 3`, [])
  assert.ok(kinds((await verifySeals(options, 'firm5')).faults).includes('root-differs 4'))
})

test('a fact slipped in among sealed ones is named', async () => {
  const [first = 0] = await record('firm6', 2)
  await seal('firm6', 2)
  await tamper(
    `INSERT INTO fact SELECT tenant_id, 900000, 'slipped', subject, also, type, occurred_at, recorded_at, source, by_person, data, texts, salt, '3'::xid8 FROM fact WHERE tenant_id = 'firm6' AND seq = $1`,
    [first],
  )
  assert.deepEqual(kinds((await verifySeals(options, 'firm6')).faults), ['fact-slipped-in slipped'])
})

test('a running transaction holds the seal back behind it, so the order of sealed facts never changes', async () => {
  await owner.query('BEGIN')
  await owner.query(
    `INSERT INTO fact (tenant_id, seq, id, subject, type, occurred_at, recorded_at, source, data, salt) VALUES ('firm7', 500000, 'slow', 'ticket/T1', 'ticket.replied', 1, 1, 'hand', '{}', 's')`,
  )
  await record('firm7', 1)
  assert.equal(await sealTenant(options, 'firm7'), 0)
  await owner.query('COMMIT')
  assert.equal(await seal('firm7', 2), 2)
  assert.deepEqual((await verifySeals(options, 'firm7')).faults, [])
})

test('two processes that seal at once make one chain', async () => {
  await record('firm8', 20)
  await Promise.all([sealTenant(options, 'firm8'), sealTenant(options, 'firm8')])
  await seal('firm8', 20 - (await verifySeals(options, 'firm8')).sealed)
  const report = await verifySeals(options, 'firm8')
  assert.deepEqual([report.sealed, report.faults], [20, []])
})

test("the private key is readable for its owner alone, and another installation's key is told as unknown", async () => {
  const names = readdirSync(join(folder, 'keys'))
  const secret = names.find((name) => name.endsWith('.seal.pem')) ?? assert.fail('a key')
  assert.equal(statSync(join(folder, 'keys', secret)).mode & 0o077, 0)
  await record('firm9', 1)
  await seal('firm9', 1)
  const other = mkdtempSync(join(tmpdir(), 'nx-seal-'))
  const report = await verifySeals({ ...options, signer: openSigner(other) }, 'firm9')
  rmSync(other, { recursive: true })
  assert.deepEqual(kinds(report.faults), ['key-unknown 1'])
})

/** Facts whose transactions bear these numbers, as a server that has run for a while has them. */
async function recordUnder(tenant: string, xids: readonly number[]): Promise<void> {
  for (const xid of xids)
    await tamper(
      `INSERT INTO fact (tenant_id, seq, id, subject, type, occurred_at, recorded_at, source, data, salt, xid)
       VALUES ($1, $2, $3, 'ticket/T1', 'ticket.replied', 10, 20, 'hand', '{}', 'salt', $4::xid8)`,
      [tenant, next++, `xid-${xid}`, String(xid)],
    )
}

test('transactions are numbers: when they gain a digit, sealing goes on in their order', async () => {
  // numbers long past, so that no running transaction holds them back
  await recordUnder('firm10', [98, 99, 100, 101])
  assert.equal(await seal('firm10', 4), 4)
  const sealed = await owner.query(`SELECT fact FROM seal_leaf WHERE tenant_id = 'firm10' ORDER BY n`)
  assert.deepEqual(
    sealed.rows.map((row: { fact: string }) => row.fact),
    ['xid-98', 'xid-99', 'xid-100', 'xid-101'],
  )
  await recordUnder('firm10', [102, 103])
  assert.equal(await seal('firm10', 2), 2)
  const report = await verifySeals(options, 'firm10')
  assert.deepEqual({ ...report, root: undefined }, { heads: 2, facts: 6, sealed: 6, unsealed: 0, root: undefined, faults: [] })
})

test('a head that says less than was sealed holds nothing up: what has its leaf is passed over', async () => {
  await recordUnder('firm11', [97, 98, 99])
  await seal('firm11', 3)
  await tamper(`UPDATE seal_head SET last_xid = '97' WHERE tenant_id = 'firm11'`, [])
  await recordUnder('firm11', [104])
  assert.equal(await seal('firm11', 1), 1)
  assert.deepEqual(kinds((await verifySeals(options, 'firm11')).faults), [])
})

test('a fact that is neither sealed nor beyond the last head is told, by its name or by the count', async () => {
  await recordUnder('firm12', [97, 98, 99])
  await seal('firm12', 3)
  await tamper(`UPDATE seal_head SET last_xid = '95' WHERE tenant_id = 'firm12'`, [])
  await tamper(`DELETE FROM seal_leaf WHERE tenant_id = 'firm12' AND n = 2`, [])
  assert.ok((await verifySeals(options, 'firm12')).faults.length > 0)
})

test('a text beside a sealed fact that was changed, deleted or put in is named; an erased one is not', async () => {
  const [first = 0] = await record('firm13', 3)
  const fact = `fact-${first}`
  const write = (field: string, text: string, salt: string) =>
    tamper('INSERT INTO fact_text (tenant_id, fact, field, text, salt) VALUES ($1, $2, $3, $4, $5)', ['firm13', fact, field, text, salt])
  await write('summary', '已答复', 'salt-1')
  await write('evidence', '通话清单', 'salt-2')
  const texts = { summary: textHash('salt-1', '已答复'), evidence: textHash('salt-2', '通话清单') }
  await tamper(`UPDATE fact SET texts = $2 WHERE tenant_id = 'firm13' AND id = $1`, [fact, JSON.stringify(texts)])
  await seal('firm13', 3)
  const found = async () => {
    const { faults } = await verifySeals(options, 'firm13')
    return faults.map((fault) => ('field' in fault ? `${fault.kind} ${fault.fact} ${fault.field}` : fault.kind)).sort()
  }
  assert.deepEqual(await found(), [])
  await tamper(`UPDATE fact_text SET text = '未答复' WHERE tenant_id = 'firm13' AND field = 'summary'`, [])
  await tamper(`DELETE FROM fact_text WHERE tenant_id = 'firm13' AND field = 'evidence'`, [])
  await write('note', '后来写的', 'salt-3')
  assert.deepEqual(await found(), [`text-changed ${fact} summary`, `text-missing ${fact} evidence`, `text-slipped-in ${fact} note`])
  await tamper(`UPDATE fact_text SET text = NULL, salt = '', erased_at = 9 WHERE tenant_id = 'firm13' AND field = 'summary'`, [])
  assert.deepEqual(await found(), [`text-missing ${fact} evidence`, `text-slipped-in ${fact} note`])
})

test('a head kept elsewhere tells what nothing in the database can tell any more: facts cut off with all that speaks of them', async () => {
  await record('firm14', 3)
  await seal('firm14', 3)
  const earlier = await verifySeals(options, 'firm14')
  const seqs = await record('firm14', 2)
  await seal('firm14', 2)
  const kept = await verifySeals(options, 'firm14')
  const heads = [earlier, kept].map(({ sealed, root }) => ({ size: sealed, root: root! }))
  for (const head of heads) assert.deepEqual((await verifySeals(options, 'firm14', head)).faults, [])
  for (const table of ['fact', 'seal_leaf']) await tamper(`DELETE FROM ${table} WHERE tenant_id = 'firm14' AND seq = ANY ($1)`, [seqs])
  await tamper(`DELETE FROM seal_head WHERE tenant_id = 'firm14' AND size = 5`, [])
  assert.deepEqual((await verifySeals(options, 'firm14')).faults, [], 'by itself it looks whole')
  assert.deepEqual((await verifySeals(options, 'firm14', heads[0])).faults, [])
  assert.deepEqual((await verifySeals(options, 'firm14', heads[1])).faults, [{ kind: 'head-gone', ...heads[1] }])
})
