import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { inTransaction } from '../database/pool.ts'
import { createTestDatabase } from '../database/testing.ts'
import { openMetrics } from '../http/metrics.ts'
import { openSigner } from '../seal-key.ts'
import { verifySeals } from '../sealing.ts'
import { diskStore } from '../files/disk.ts'
import { openServices } from '../services.ts'
import { foundTenant, withOwner } from '../tenants.ts'
import { openCare } from './care.ts'

// What runs anywhere on a server holds a seal back: a server of its own.
delete process.env.NUOXING_TEST_PG

after(async () => {
  await services.close()
  rmSync(folder, { recursive: true, force: true })
})
const folder = mkdtempSync(join(tmpdir(), 'nx-care-'))
const database = await createTestDatabase()
const services = await openServices({ address: database.address, files: diskStore(join(folder, 'files')) })
for (const id of ['east', 'north'])
  await foundTenant(services.address, { id, name: id, timezone: 'Asia/Shanghai', demo: false, at: 0 }, () => Promise.resolve())

async function record(tenant: string, seq: number): Promise<void> {
  await inTransaction(services.pool, tenant, (tx) =>
    tx.query(
      `INSERT INTO fact (tenant_id, seq, id, subject, type, occurred_at, recorded_at, source, data, salt)
       VALUES ($1, $2, $3, 'ticket/T1', 'ticket.replied', 10, 20, 'hand', '{}', 'salt')`,
      [tenant, seq, `${tenant}-${seq}`],
    ),
  )
}

function care(onTrouble: (error: unknown, where: string) => void) {
  const config = { backupAt: 'off', backupKeep: 1, timezone: 'Asia/Shanghai' } as const
  return openCare({ config, services, dataDir: folder, connection: undefined, onTrouble })
}

async function unsealed(tenant: string): Promise<number> {
  const { pool, clock } = services
  return (await verifySeals({ pool, signer: openSigner(folder), machine: clock.machine }, tenant)).unsealed
}

test('the last facts of a run are sealed as it stops: whoever audits next finds none open', async () => {
  await record('east', 1)
  assert.equal(await unsealed('east'), 1)
  await care((error) => assert.fail(String(error))).stop()
  assert.equal(await unsealed('east'), 0)
})

test('what stands in the way of one ledger holds up no other, is told, and is counted', async () => {
  await record('east', 2)
  await record('north', 3)
  await withOwner(services.address, (owner) =>
    owner.raw.query(`CREATE FUNCTION in_the_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.tenant_id = 'east' THEN RAISE EXCEPTION 'in the way'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER in_the_way BEFORE INSERT ON seal_leaf FOR EACH ROW EXECUTE FUNCTION in_the_way()`),
  )
  const told: string[] = []
  await care((_, where) => told.push(where)).stop()
  assert.deepEqual([told, await unsealed('east'), await unsealed('north')], [['seal east'], 1, 0])
  assert.match(await openMetrics(services.trouble).registry.metrics(), /nuoxing_sealing_failures_total 1\n/)
  await withOwner(services.address, (owner) => owner.raw.query('DROP TRIGGER in_the_way ON seal_leaf; DROP FUNCTION in_the_way()'))
  await care((error) => assert.fail(String(error))).stop()
  assert.equal(await unsealed('east'), 0)
})

test('answers to repeated writes are kept for a week and no longer', async () => {
  const now = services.clock.machine()
  await withOwner(services.address, (owner) =>
    owner.raw.query(
      `INSERT INTO person (tenant_id, id, name, initials, account, created_at, changed_at) VALUES ('north', 'p1', '示例', 'sl', 'p1', 0, 0)`,
    ),
  )
  await inTransaction(services.pool, 'north', async (tx) => {
    for (const [key, at] of [
      ['old', now - 8 * 86_400_000],
      ['new', now - 6 * 86_400_000],
    ] as const)
      await tx.query(
        `INSERT INTO idempotency (tenant_id, person, key, body_hash, answer, created_at) VALUES ('north', 'p1', $1, 'h', '{}', $2)`,
        [key, at],
      )
  })
  await care((error) => assert.fail(String(error))).stop()
  const kept = await inTransaction(services.pool, 'north', (tx) => tx.query<{ key: string }>('SELECT key FROM idempotency'))
  assert.deepEqual(
    kept.map((row) => row.key),
    ['new'],
  )
})
