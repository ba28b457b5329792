import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { runMigrations } from 'graphile-worker'
import type { StartMessage } from '../words/start/say.ts'
import { connectAs } from './connection.ts'
import type { DatabaseAddress } from './connection.ts'
import { openPool } from './pool.ts'
import { reachProblem } from './reach-problem.ts'
import { ROLES_SQL, RELAY_SCHEMA_SQL } from './roles.ts'
import { QUIET } from '../jobs/quiet.ts'

export type Migration = { readonly version: number; readonly name: string; readonly sql: string; readonly hash: string }

export type Migrated =
  | { readonly ok: true; readonly version: number; readonly applied: readonly string[] }
  | { readonly ok: false; readonly problem: StartMessage }

/** One process at a time migrates; the others wait and then find nothing to do. */
const MIGRATION_LOCK = 20_471_130

const FOLDER = join(import.meta.dirname, 'migrations')

/** The numbered files, in order. Their numbers have no gap. */
export function readMigrations(folder: string = FOLDER): Migration[] {
  const files = readdirSync(folder).filter((name) => /^\d{4}_[a-z-]+\.sql$/.test(name))
  const migrations = files.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { version: Number(name.slice(0, 4)), name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
  const gap = migrations.find((migration, index) => migration.version !== index + 1)
  if (gap) throw new Error(`migration ${gap.name} does not follow the one before it`)
  return migrations
}

/** Brings a database to this program's structure. A database that a newer program has changed is left alone. */
export async function migrate(address: DatabaseAddress, migrations: readonly Migration[] = readMigrations()): Promise<Migrated> {
  return await migrateAt(address, migrations).catch((error: unknown) => ({
    ok: false,
    problem: reachProblem(error, { databaseUrl: address.kind === 'url' ? address.url : undefined }),
  }))
}

async function migrateAt(address: DatabaseAddress, migrations: readonly Migration[]): Promise<Migrated> {
  const client = new pg.Client(connectAs(address, 'owner') as pg.ClientConfig)
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
    const old = tooOld(Number(rows[0]?.server_version_num))
    if (old) return { ok: false, problem: old }
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const result = await apply(client, migrations)
    if (result.ok) await migrateJobs(client, address)
    return result
  } finally {
    await client.end()
  }
}

/** The oldest PostgreSQL that the migrations and statements are written for. */
const OLDEST = 15

/** `version` as the server counts it: 150004 is 15.4. */
export function tooOld(version: number): StartMessage | undefined {
  const major = Math.floor(version / 10_000)
  return major < OLDEST ? { code: 'database.too-old', params: { found: major, wanted: OLDEST } } : undefined
}

/** Has any version of this program set up this database? */
export async function isMigrated(address: DatabaseAddress): Promise<boolean> {
  const client = new pg.Client(connectAs(address, 'owner') as pg.ClientConfig)
  await client.connect()
  try {
    const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('schema_version') IS NOT NULL AS there`)
    return rows[0]?.there === true
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migrations: readonly Migration[]): Promise<Migrated> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS schema_version (version int PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  )
  const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version ORDER BY version')
  const found = rows.at(-1)?.version ?? 0
  const known = migrations.at(-1)?.version ?? 0
  if (found > known) return { ok: false, problem: { code: 'database.newer', params: { found, known } } }
  await client.query(ROLES_SQL)
  const missing = migrations.filter((migration) => migration.version > found)
  for (const migration of missing) await applyOne(client, migration)
  return { ok: true, version: known, applied: missing.map((migration) => migration.name) }
}

/** The bookkeeping row goes in first, in the same transaction: a migration is there whole or not at all. */
async function applyOne(client: pg.Client, { version, name, hash, sql }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query('INSERT INTO schema_version (version, name, hash) VALUES ($1, $2, $3)', [version, name, hash])
    await client.query(sql)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** The job tables belong to the relay's role, which therefore needs no exemption from anything of ours to work with them. */
async function migrateJobs(client: pg.Client, address: DatabaseAddress): Promise<void> {
  await client.query(RELAY_SCHEMA_SQL)
  const relay = openPool({ address, role: 'nuoxing_relay', max: 1 })
  try {
    await runMigrations({ pgPool: relay.raw, logger: QUIET })
  } finally {
    await relay.close()
  }
}
