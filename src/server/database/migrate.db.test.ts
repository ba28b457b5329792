import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import pg from 'pg'
import { sayStart } from '../words/start/say.ts'
import { connectAs } from './connection.ts'
import { SCHEMA_FILE, dumpSchema } from './dump-schema.ts'
import { migrate, readMigrations } from './migrate.ts'
import type { Migration } from './migrate.ts'
import { createTestDatabase } from './testing.ts'

const { address } = await createTestDatabase()
const known = readMigrations()

async function asOwner<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client(connectAs(address, 'owner') as pg.ClientConfig)
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

function next(name: string, sql: string): Migration {
  return { version: known.length + 1, name, sql, hash: name }
}

test('a database that is up to date is left as it is', async () => {
  assert.deepEqual(await migrate(address), { ok: true, version: known.length, applied: [] })
})

test('the committed schema is what the migrations come to', async () => {
  assert.equal(await dumpSchema(address), readFileSync(SCHEMA_FILE, 'utf8'), 'run: node src/server/database/dump-schema.ts')
})

test('a migration that fails half-way leaves nothing of itself behind', async () => {
  const broken = next('0099_broken.sql', 'CREATE TABLE half (tenant_id text); SELECT nothing;')
  await assert.rejects(migrate(address, [...known, broken]))
  assert.deepEqual(await asOwner(`SELECT to_regclass('half') AS half, (SELECT max(version) FROM schema_version) AS version`), [
    { half: null, version: known.length },
  ])
})

test('several processes that start at once migrate once', async () => {
  const fresh = next('0099_twice.sql', 'CREATE TABLE once_only (tenant_id text PRIMARY KEY)')
  const all = await Promise.all([1, 2, 3].map(() => migrate(address, [...known, fresh])))
  assert.deepEqual(all.map((one) => one.ok && one.applied.length).toSorted(), [0, 0, 1])
})

test('a database that a newer program has changed is left alone, with a sentence that says so', async () => {
  const refused = await migrate(address, known)
  assert.ok(!refused.ok)
  assert.deepEqual(refused.problem, { code: 'database.newer', params: { found: known.length + 1, known: known.length } })
  assert.match(sayStart('en', refused.problem), new RegExp(String(known.length + 1)))
})
