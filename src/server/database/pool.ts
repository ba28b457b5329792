import pg from 'pg'
import { connectAs } from './connection.ts'
import type { DatabaseAddress, DatabaseRole } from './connection.ts'

/** Row types are those of the SQL beside them. bigint columns are JavaScript numbers: instants and positions stay below 2^53. */
export type Row = object

export type Statement = {
  readonly text: string
  readonly values?: readonly unknown[]
  /** prepared once a connection */ readonly name?: string
}

/** A connection that belongs to one tenant: every statement sees that tenant's rows alone. Each statement outside a `Transaction` stands by itself. */
export type Tx = {
  readonly tenant: string
  readonly query: <One = Row>(statement: Statement | string, values?: readonly unknown[]) => Promise<One[]>
}

/** All statements take effect together, or none. What writes in more than one statement demands it. */
export type Transaction = Tx & { readonly atomic: true }

/** Connections of one role. Nothing of a tenant can be read through it without naming the tenant. */
export type Pool = { readonly role: DatabaseRole; readonly raw: pg.Pool; readonly close: () => Promise<void> }

const INT8 = 20

type Parser = (text: string) => unknown

/** int8 as number; everything else as pg reads it. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): Parser =>
    oid === INT8 && format !== 'binary' ? Number : (pg.types.getTypeParser(oid, format) as Parser)) as typeof pg.types.getTypeParser,
}

export type PoolOptions = {
  readonly address: DatabaseAddress
  readonly role: DatabaseRole
  readonly max: number
  readonly onError?: (error: Error) => void
}

export function openPool({ address, role, max, onError = () => undefined }: PoolOptions): Pool {
  const raw = new pg.Pool({
    ...connectAs(address, role),
    max,
    types,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: false,
    pipeline: true,
  } as pg.PoolConfig)
  // A connection that dies while idle is replaced at the next checkout; without a listener the process would end.
  raw.on('error', onError)
  raw.on('connect', (client) => client.on('error', onError))
  let closed: Promise<void> | undefined
  return { role, raw, close: () => (closed ??= raw.end()) }
}

function txOn(connection: () => Promise<pg.PoolClient>, tenant: string): Transaction {
  return {
    tenant,
    atomic: true,
    async query<One>(statement: Statement | string, values: readonly unknown[] = []): Promise<One[]> {
      const asked =
        typeof statement === 'string' ? { text: statement, values: [...values] } : { ...statement, values: [...(statement.values ?? [])] }
      return (await (await connection()).query(asked)).rows as One[]
    },
  }
}

/** The tenant that a connection's session stands at, as we last set it. */
const tenantOf = new WeakMap<pg.PoolClient, string>()

/** The session's tenant, set when the connection served another one before; sent in the same round trip as the first statement. */
async function setTenant(client: pg.PoolClient, tenant: string): Promise<void> {
  if (tenantOf.get(client) === tenant) return
  tenantOf.delete(client)
  await client.query({ name: 'set-tenant', text: `SELECT set_config('nuoxing.tenant', $1, false)`, values: [tenant] })
  tenantOf.set(client, tenant)
}

/**
 * Work in statements that each stand by themselves, which is enough for reading and for a write that is one statement. The connection is taken at
 * the first statement: work that asks nothing takes none. Measured beside BEGIN, set_config, statement, COMMIT by bench/tenant.ts.
 */
export async function withTenant<T>(pool: Pool, tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  let taken: Promise<pg.PoolClient> | undefined
  let set: Promise<void> | undefined
  let broken: unknown
  const take = async (): Promise<pg.PoolClient> => {
    const client = await pool.raw.connect()
    set = setTenant(client, tenant)
    // A failure ends the connection, and is thrown below once the first statement is answered.
    set.catch((error: unknown) => (broken = error))
    return client
  }
  try {
    const result = await work(txOn(() => (taken ??= take()), tenant))
    await set
    return result
  } catch (error) {
    if (isLost(error)) broken = error
    throw error
  } finally {
    const client = await taken?.catch(() => undefined)
    client?.release(broken instanceof Error ? broken : undefined)
  }
}

/** Work that takes effect together or not at all. The tenant is set for the transaction alone. An error thrown by `work` undoes all of it. */
export function inTransaction<T>(pool: Pool, tenant: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return between(pool, tenant, { begin: 'BEGIN', work })
}

/** Reads all of it as of one instant, however long it takes; writes nothing. */
export function inSnapshot<T>(pool: Pool, tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return between(pool, tenant, { begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work })
}

type Bracketed<T> = { readonly begin: string; readonly work: (tx: Transaction) => Promise<T> }

async function between<T>(pool: Pool, tenant: string, { begin, work }: Bracketed<T>): Promise<T> {
  const client = await pool.raw.connect()
  let broken: unknown
  try {
    // One round trip: both are sent before the first is answered.
    await Promise.all([
      client.query(begin),
      client.query({ name: 'set-tenant-local', text: `SELECT set_config('nuoxing.tenant', $1, true)`, values: [tenant] }),
    ])
    const result = await work(txOn(() => Promise.resolve(client), tenant))
    await client.query('COMMIT')
    return result
  } catch (error) {
    broken = await client.query('ROLLBACK').then(
      () => undefined,
      (failure: unknown) => failure,
    )
    throw error
  } finally {
    client.release(broken instanceof Error ? broken : undefined)
  }
}

/** Statements of a role that knows no tenant: the owner's migrations, the clock's one question, the relay's table. */
export async function acrossTenants<One = Row>(pool: Pool, text: string, values: readonly unknown[] = []): Promise<One[]> {
  if (pool.role === 'nuoxing_app') throw new Error('the application reads nothing without a tenant')
  return (await pool.raw.query(text, [...values])).rows as One[]
}

/** The connection is gone or in an unknown state; it must not serve anybody else. */
function isLost(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('08') || code.startsWith('57P')
}

/** SQLSTATE of a failed statement and the constraint behind it, for those that are expected. */
export function sqlState(error: unknown): { readonly code: string; readonly constraint: string | undefined } | undefined {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return undefined
  return { code, constraint: typeof constraint === 'string' ? constraint : undefined }
}
