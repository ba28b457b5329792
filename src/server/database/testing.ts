import { hash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { sayStart } from '../words/start/say.ts'
import type { DatabaseAddress } from './connection.ts'
import { startEmbedded } from './embedded.ts'
import { migrate, readMigrations } from './migrate.ts'

type Server = { readonly host: string; readonly port: number; readonly user: string }
type Found = { readonly server: Server; readonly end: () => Promise<void> }

/** A migrated database of one test file's own. `drop` is called after the file's tests by itself. */
export type TestDatabase = { readonly address: DatabaseAddress & { readonly kind: 'embedded' }; readonly drop: () => Promise<void> }

const TEMPLATE_LOCK = 20_471_131

/** The server of the whole run if there is one, else one that ends with this file. */
async function findServer(): Promise<Found> {
  const given = process.env.NUOXING_TEST_PG
  if (given) return { server: JSON.parse(given) as Server, end: async () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'nx-db-'))
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ dataDir: join(folder, 'data'), archive: false, settings: { fsync: 'off', full_page_writes: 'off' } })
  if (!server.ok) throw new Error(sayStart('zh-CN', server.problem))
  const { host, port, user } = server.connection
  const end = async (): Promise<void> => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { server: { host, port, user }, end }
}

async function asOwner<T>(server: Server, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Named by what it holds, so that a changed migration makes a new one; made once per server, whoever comes first. PostgreSQL cuts a name after 63 bytes: so
 * it is one hash of all of them.
 */
async function ensureTemplate(server: Server): Promise<string> {
  const migrations = readMigrations()
  const content = hash('sha256', migrations.map((one) => one.hash).join(' '), 'hex').slice(0, 20)
  const name = `nuoxing_template_${migrations.at(-1)!.version}_${content}`
  await asOwner(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rows.length > 0) return
    const unfinished = `${name}_unfinished`
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${unfinished} TEMPLATE template0 ENCODING 'UTF8'`)
    const migrated = await migrate({ kind: 'embedded', ...server, database: unfinished })
    if (!migrated.ok) throw new Error(sayStart('zh-CN', migrated.problem))
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`)
  })
  return name
}

/** `keepFor`: what must be closed before the database goes. */
export async function createTestDatabase({
  keepFor = async () => undefined,
}: { readonly keepFor?: () => Promise<void> } = {}): Promise<TestDatabase> {
  const { server, end } = await findServer()
  const template = await ensureTemplate(server)
  const database = `nuoxing_test_${randomBytes(6).toString('hex')}`
  await asOwner(server, (client) => client.query(`CREATE DATABASE ${database} TEMPLATE ${template}`))
  const drop = async (): Promise<void> => {
    await asOwner(server, (client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))
  }
  after(async () => {
    await keepFor()
    await drop()
    await end()
  })
  return { address: { kind: 'embedded', host: server.host, port: server.port, user: server.user, database }, drop }
}
