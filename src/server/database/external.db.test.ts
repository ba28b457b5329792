import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { diskStore } from '../files/disk.ts'
import { openServices } from '../services.ts'
import { openBackground } from '../jobs/worker.ts'
import { LOCALES } from '../../core/words.ts'
import { loadConfig } from '../config.ts'
import { startServer } from '../main.ts'
import { foundTenant } from '../tenants.ts'
import { sayStart } from '../words/start/say.ts'
import { connectAs } from './connection.ts'
import type { DatabaseAddress } from './connection.ts'
import { migrate, tooOld } from './migrate.ts'
import { reachProblem } from './reach-problem.ts'
import { acrossTenants, openPool, sqlState, withTenant } from './pool.ts'
import { createTestDatabase } from './testing.ts'

const closers: (() => Promise<void>)[] = []
const { address } = await createTestDatabase({
  keepFor: async () => {
    for (const close of closers.toReversed()) await close()
  },
})
const OWNER = `firm_${process.pid}`

/** A database as a hosted server gives it: its owner may make roles, and is no superuser. */
async function hosted(): Promise<DatabaseAddress & { readonly kind: 'url' }> {
  const superuser = new pg.Client(connectAs(address, 'owner') as pg.ClientConfig)
  await superuser.connect()
  await superuser.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE`)
  for (const role of ['nuoxing_app', 'nuoxing_clock', 'nuoxing_relay']) await superuser.query(`GRANT ${role} TO ${OWNER} WITH ADMIN OPTION`)
  await superuser.query(`CREATE DATABASE ${OWNER} OWNER ${OWNER} TEMPLATE template0`)
  closers.push(async () => {
    await superuser.query(`DROP DATABASE ${OWNER} WITH (FORCE)`)
    await superuser.query(`DROP OWNED BY ${OWNER} CASCADE`)
    await superuser.query(`DROP ROLE ${OWNER}`)
    await superuser.end()
  })
  return { kind: 'url', url: `postgres://${OWNER}@/${OWNER}?host=${encodeURIComponent(address.host)}&port=${address.port}` }
}

test('a server of the user’s own, whose owner is no superuser, is migrated, and serves as the roles that may do less', async () => {
  const url = await hosted()
  assert.ok((await migrate(url)).ok)
  assert.deepEqual(await migrate(url).then((again) => again.ok && again.applied), [])
  const owner = openPool({ address: url, role: 'owner', max: 1 })
  closers.push(owner.close)
  for (const id of ['alpha', 'beta'])
    assert.ok(await foundTenant(url, { id, name: id, timezone: 'UTC', demo: false, at: 0 }, (tx) => tx.query('SELECT id FROM role')))
  await acrossTenants(
    owner,
    `INSERT INTO customer (tenant_id, id, name, created_at, changed_at) SELECT tenant_id, 'c', '锦屏医院', 0, 0 FROM tenant`,
  )
  const services = await openServices({ address: url, files: diskStore('/nowhere') })
  closers.push(services.close)
  const inAlpha = (text: string) => withTenant(services.pool, 'alpha', (tx) => tx.query(text))
  assert.deepEqual(await inAlpha('SELECT current_user, session_user'), [{ current_user: 'nuoxing_app', session_user: OWNER }])
  assert.deepEqual(await inAlpha('SELECT tenant_id FROM customer'), [{ tenant_id: 'alpha' }])
  assert.deepEqual(await inAlpha(`SELECT id FROM customer_words WHERE words LIKE '%医院%'`), [{ id: 'c' }])
  assert.equal(await inAlpha('DELETE FROM fact').catch((error: unknown) => sqlState(error)?.code), '42501')
  const background = await openBackground({ services })
  closers.push(background.stop)
  await background.waker.wakeDue()
  await background.relay.handOn()
})

/** A login of the same server that may do less than the program needs. */
async function lesser(name: string, rights: readonly string[]): Promise<string> {
  const superuser = new pg.Client(connectAs(address, 'owner') as pg.ClientConfig)
  await superuser.connect()
  const user = `${OWNER}_${name}`
  await superuser.query(`CREATE ROLE ${user} LOGIN`)
  await superuser.query(`CREATE DATABASE ${user} TEMPLATE template0`)
  for (const right of rights) await superuser.query(right.replaceAll('USER', user))
  closers.push(async () => {
    await superuser.query(`DROP DATABASE ${user} WITH (FORCE)`)
    await superuser.query(`DROP ROLE ${user}`)
    await superuser.end()
  })
  return `postgres://${user}@/${user}?host=${encodeURIComponent(address.host)}&port=${address.port}`
}

test('a user who may make no roles, or who does not own the database, is told in one sentence what is lacking', async () => {
  const ownerWithoutRoles = await lesser('roleless', ['ALTER DATABASE USER OWNER TO USER'])
  const makerWithoutDatabase = await lesser('guest', ['ALTER ROLE USER CREATEROLE'])
  for (const url of [ownerWithoutRoles, makerWithoutDatabase]) {
    const migrated = await migrate({ kind: 'url', url })
    assert.deepEqual(migrated, { ok: false, problem: { code: 'database.rights', params: {} } })
  }
  for (const locale of LOCALES) assert.match(sayStart(locale, { code: 'database.rights', params: {} }), /CREATEROLE/)
})

test('a PostgreSQL that is too old is told by its version', () => {
  assert.deepEqual(tooOld(140_012), { code: 'database.too-old', params: { found: 14, wanted: 15 } })
  assert.equal(tooOld(150_000), undefined)
  assert.match(sayStart('zh-CN', tooOld(140_012) ?? assert.fail()), /PostgreSQL 14.*15/)
})

test('a server that does not answer, is not there, lets nobody in or has no such database is told in one sentence', async () => {
  const { host, port } = address
  const at = (name: string) => `postgres://${OWNER}@/${name}?host=${encodeURIComponent(host)}&port=${port}`
  const codes: string[] = []
  const noPort = 'postgres://nuoxing@/x?host=127.0.0.1&port=99999'
  for (const url of [
    'postgres://nuoxing@127.0.0.1:1/x',
    noPort,
    'postgres://nuoxing@no-such-host.invalid:5432/x',
    at('no_such_database'),
  ]) {
    const loaded = loadConfig({ env: { DATABASE_URL: url, PORT: '0', NUOXING_LOG_LEVEL: 'silent' }, readFile: () => undefined })
    assert.ok(loaded.ok)
    const started = await startServer(loaded.config, { log: () => undefined })
    assert.ok(!started.ok)
    for (const locale of LOCALES) assert.doesNotMatch(sayStart(locale, started.problem), /[{}]|undefined/)
    codes.push(started.problem.code)
  }
  assert.deepEqual(codes, ['database.unreachable', 'database.unreachable', 'database.host-unknown', 'database.missing'])
  assert.equal(
    reachProblem(Object.assign(new Error('no'), { code: '28P01' }), { databaseUrl: 'postgres://a@b/c' }).code,
    'database.refused',
  )
  assert.throws(() => reachProblem(new Error('something else'), { databaseUrl: 'postgres://a@b/c' }), /something else/)
})
