import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foundFirms, reported, say } from '../seam.testing.ts'
import { transact } from '../transact.ts'
import { acrossTenants, inTransaction, openPool, sqlState, withTenant } from './pool.ts'

const firm = await foundFirms()
const services = await firm.open()
const { pool } = services

type Table = { readonly name: string; readonly columns: readonly string[]; readonly key: readonly string[] }

/** Every table there is, from the catalogue: a new one is tested without being named here. */
const { rows: tables } = await firm.owner.query<Table>(`
  SELECT c.relname AS name,
    ARRAY(SELECT attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY attnum) AS columns,
    ARRAY(SELECT a.attname::text FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k(attnum, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_version' ORDER BY 1`)

for (const tenant of ['alpha', 'beta']) {
  const subject = await reported(services, { tenant })
  await transact(services, say(subject, { type: 'ticket.assigned', data: { person: 'lin' } }, { tenant }))
}

async function refusedBy(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => sqlState(error)?.code,
  )
}

test('every table begins its key with the tenant, and forces row-level security on everybody', async () => {
  assert.ok(tables.length >= 34, String(tables.length))
  assert.deepEqual(
    tables.filter((table) => table.key[0] !== 'tenant_id').map((table) => table.name),
    [],
  )
  const { rows } = await firm.owner.query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    AND relname <> 'schema_version' AND NOT (relrowsecurity AND relforcerowsecurity)`)
  assert.deepEqual(rows, [])
})

test('every reference between tables carries the tenant', async () => {
  const { rows } = await firm.owner
    .query(`SELECT conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conkey[1] <> (
    SELECT attnum FROM pg_attribute WHERE attrelid = conrelid AND attname = 'tenant_id')`)
  assert.deepEqual(rows, [])
})

for (const { name, columns } of tables) {
  test(`a session of one tenant neither reads nor writes ${name} of another`, async () => {
    const { rows: there } = await firm.owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${name} WHERE tenant_id = 'beta'`)
    assert.deepEqual(await withTenant(pool, 'alpha', (tx) => tx.query(`SELECT 1 FROM ${name} WHERE tenant_id <> 'alpha'`)), [])
    assert.deepEqual(await withTenant(pool, '', (tx) => tx.query(`SELECT 1 FROM ${name}`)), [])
    for (const attack of [
      `UPDATE ${name} SET tenant_id = tenant_id WHERE tenant_id = 'beta' RETURNING 1`,
      `DELETE FROM ${name} WHERE tenant_id = 'beta' RETURNING 1`,
    ]) {
      const touched = await withTenant(pool, 'alpha', (tx) => tx.query(attack)).catch((error: unknown) => sqlState(error)?.code)
      assert.ok(touched === '42501' || (Array.isArray(touched) && touched.length === 0), `${attack} ${JSON.stringify(touched)}`)
    }
    const moved = `UPDATE ${name} SET tenant_id = 'beta' WHERE tenant_id = 'alpha'`
    const own = await withTenant(pool, 'alpha', (tx) => tx.query(`SELECT 1 FROM ${name}`))
    if (own.length > 0) assert.equal(await refusedBy(withTenant(pool, 'alpha', (tx) => tx.query(moved))), '42501')
    const copied = `INSERT INTO ${name} (${columns.map((one) => `"${one}"`).join(', ')}) OVERRIDING SYSTEM VALUE SELECT ${columns.map((one) => (one === 'tenant_id' ? `'beta'` : `"${one}"`)).join(', ')} FROM ${name}`
    if (own.length > 0) assert.equal(await refusedBy(withTenant(pool, 'alpha', (tx) => tx.query(copied))), '42501')
    assert.equal(
      (await firm.owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${name} WHERE tenant_id = 'beta'`)).rows[0]!.n,
      there[0]!.n,
    )
  })
}

const APPEND_ONLY = ['fact', 'fact_subject', 'belief', 'trail', 'seal_head', 'plan', 'bound_plan', 'calendar']

for (const name of APPEND_ONLY) {
  test(`the application can neither change nor remove a row of ${name}, its own included`, async () => {
    for (const attack of [`UPDATE ${name} SET tenant_id = tenant_id`, `DELETE FROM ${name}`, `TRUNCATE ${name}`]) {
      assert.equal(await refusedBy(withTenant(pool, 'alpha', (tx) => tx.query(attack))), '42501', attack)
    }
  })
}

test('a connection that served one tenant serves the next as that one alone', async () => {
  const one = openPool({ address: firm.database.address, role: 'nuoxing_app', max: 1 })
  const seen = (tenant: string) => withTenant(one, tenant, (tx) => tx.query<{ tenant_id: string }>('SELECT DISTINCT tenant_id FROM fact'))
  assert.deepEqual(await seen('alpha'), [{ tenant_id: 'alpha' }])
  assert.deepEqual(await seen('beta'), [{ tenant_id: 'beta' }])
  await inTransaction(one, 'alpha', async (tx) =>
    assert.deepEqual(await tx.query('SELECT DISTINCT tenant_id FROM fact'), [{ tenant_id: 'alpha' }]),
  )
  assert.deepEqual(await seen('beta'), [{ tenant_id: 'beta' }])
  await assert.rejects(withTenant(one, 'alpha', (tx) => tx.query('SELECT nothing')))
  assert.deepEqual(await seen('beta'), [{ tenant_id: 'beta' }])
  await one.close()
})

test('the clock may ask what falls due, and sees nothing else', async () => {
  const asking = openPool({ address: firm.database.address, role: 'nuoxing_clock', max: 1 })
  const due = await acrossTenants<{ tenant_id: string }>(asking, 'SELECT DISTINCT tenant_id FROM due_subjects($1, 10) ORDER BY 1', [
    firm.clock.now + 3_600_000,
  ])
  assert.deepEqual(
    due.map((one) => one.tenant_id),
    ['alpha', 'beta'],
  )
  for (const { name } of tables) assert.equal(await refusedBy(acrossTenants(asking, `SELECT 1 FROM ${name}`)), '42501', name)
  await asking.close()
})

test('the relay sees the effects of all tenants, marks them as handed on, and touches nothing else', async () => {
  const relay = openPool({ address: firm.database.address, role: 'nuoxing_relay', max: 1 })
  assert.equal(await refusedBy(acrossTenants(relay, 'UPDATE effect SET handed_at = handed_at')), undefined)
  assert.equal(await refusedBy(acrossTenants(relay, `UPDATE effect SET "to" = "to"`)), '42501')
  for (const { name } of tables.filter((table) => table.name !== 'effect'))
    assert.equal(await refusedBy(acrossTenants(relay, `SELECT 1 FROM ${name}`)), '42501', name)
  await relay.close()
})

test('search finds Chinese words, initials and numbers of the own tenant alone', async () => {
  const found = (tenant: string, text: string) => withTenant(pool, tenant, (tx) => tx.query<{ id: string }>(text))
  const [alpha, beta] = await Promise.all(
    ['alpha', 'beta'].map((tenant) => found(tenant, `SELECT id FROM ticket_words WHERE words LIKE '%停机%'`)),
  )
  assert.equal(alpha!.length, 1)
  assert.equal(beta!.length, 1)
  assert.notEqual(alpha![0]!.id, beta![0]!.id)
  assert.deepEqual(await found('alpha', `SELECT id FROM customer_words WHERE words LIKE '%医院%'`), [{ id: 'c1' }])
  assert.deepEqual(await found('', `SELECT id FROM customer_words WHERE words LIKE '%医院%'`), [])
})

test('a clock runs ahead in a demo tenant alone, and never back', async () => {
  const set = (ms: number) => refusedBy(withTenant(pool, 'alpha', (tx) => tx.query('UPDATE tenant SET clock_offset_ms = $1', [ms])))
  assert.equal(await set(5), undefined)
  assert.equal(await set(4), '23514')
  await firm.owner.query(`INSERT INTO tenant (tenant_id, name, timezone, created_at) VALUES ('gamma', '实', 'Asia/Shanghai', 0)`)
  assert.equal(await services.clock.advance('gamma', 1), undefined)
  assert.equal((await services.clock.advance('beta', 1000))?.offsetMs, 1000)
})
