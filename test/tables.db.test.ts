import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { createTestDatabase } from '../src/server/database/testing.ts'

/** Tables of the installation, not of a tenant; each with the reason why it may be one. */
const OF_NO_TENANT: Readonly<Record<string, string>> = {
  schema_version: 'which migrations were applied to the schema as a whole',
}

/** Tables whose rows never change, at least not by the application. */
const APPEND_ONLY = ['fact', 'fact_subject', 'trail', 'seal_head']

const { host, port, user, database } = (await createTestDatabase()).address

async function ask(sql: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ host, port, user, database })
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

const TABLES = `
  SELECT c.oid, c.relname AS name, c.relrowsecurity AS guarded, c.relforcerowsecurity AS forced,
         EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) AS has_policy,
         (SELECT a.attnotnull FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped) AS tenant_demanded,
         (SELECT a.attname FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1] WHERE k.conrelid = c.oid AND k.contype = 'p') AS key_begins_with
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker')`

async function tenantTables(): Promise<readonly Record<string, unknown>[]> {
  return (await ask(TABLES)).filter(({ name }) => !Object.hasOwn(OF_NO_TENANT, String(name)))
}

test('every table carries its tenant, and its primary key begins with it', async () => {
  const tables = await tenantTables()
  assert.ok(tables.length > 10)
  assert.deepEqual(
    tables
      .filter(({ tenant_demanded, key_begins_with }) => !(tenant_demanded === true && key_begins_with === 'tenant_id'))
      .map(({ name }) => name),
    [],
  )
})

test('every table is guarded row by row, and a policy says by what', async () => {
  assert.deepEqual(
    (await tenantTables()).filter(({ guarded, has_policy }) => guarded !== true || has_policy !== true).map(({ name }) => name),
    [],
  )
})

test('a reference from one row to another includes the tenant, so it can never lead to another one', async () => {
  const rows = await ask(`
    SELECT k.conrelid::regclass::text || ' ' || k.conname AS reference,
           ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number ORDER BY u.place) AS columns
    FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
    WHERE k.contype = 'f' AND n.nspname NOT IN ('pg_catalog', 'graphile_worker')`)
  assert.ok(rows.length > 0)
  assert.deepEqual(
    rows.filter(({ columns }) => !(columns as string[]).includes('tenant_id')).map(({ reference }) => reference),
    [],
  )
})

test('the roles of the server pass no guard and own nothing', async () => {
  const rows = await ask(`
    SELECT rolname AS name, rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole AS mighty,
           EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relowner = r.oid AND n.nspname = 'public') AS owns
    FROM pg_roles r WHERE rolname IN ('nuoxing_app', 'nuoxing_clock', 'nuoxing_relay') ORDER BY 1`)
  assert.deepEqual(
    rows.map(({ name, mighty, owns }) => ({ name, mighty, owns })),
    ['nuoxing_app', 'nuoxing_clock', 'nuoxing_relay'].map((name) => ({ name, mighty: false, owns: false })),
  )
})

test('the application may add facts, never change or remove one', async () => {
  for (const table of APPEND_ONLY) {
    const [row] = await ask(
      `SELECT has_table_privilege('nuoxing_app', $1, 'INSERT') OR has_any_column_privilege('nuoxing_app', $1, 'INSERT') AS adds,
              has_any_column_privilege('nuoxing_app', $1, 'UPDATE') AS changes,
              has_table_privilege('nuoxing_app', $1, 'DELETE') OR has_table_privilege('nuoxing_app', $1, 'TRUNCATE') AS removes`,
      [table],
    )
    assert.deepEqual(row, { adds: true, changes: false, removes: false }, table)
  }
})

test('the clock role reads no table: it has one function', async () => {
  const rows = await ask(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname = 'public' AND has_any_column_privilege('nuoxing_clock', c.oid, 'SELECT')`)
  assert.deepEqual(rows, [])
})
