import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/server/database/embedded.ts'
import { migrate } from '../src/server/database/migrate.ts'
import { inTransaction, openPool, withTenant } from '../src/server/database/pool.ts'
import type { Pool, Tx } from '../src/server/database/pool.ts'
import { median } from './row.ts'
import type { Row } from './row.ts'

/**
 * How a single statement is given its tenant: set on the session when the connection's tenant changes, against BEGIN, set_config, the statement,
 * COMMIT, as the application's role, two tenants taking turns at random, the same connections, one server, fsync and synchronous_commit on.
 */
const WRITE = {
  name: 'bench-trail',
  text: `INSERT INTO trail (tenant_id, at, action) SELECT $1, $2, 'bench'`,
}
const WRITES = 2_000
const AT_ONCE = 8
const ROUNDS = 5

type Bracket = (pool: Pool, tenant: string, work: (tx: Tx) => Promise<unknown>) => Promise<unknown>

async function perSecond(pool: Pool, bracket: Bracket): Promise<number> {
  let left = WRITES
  const began = performance.now()
  const one = async (): Promise<void> => {
    while (left-- > 0) {
      const tenant = left % 3 === 0 ? 'beta' : 'alpha'
      await bracket(pool, tenant, (tx) => tx.query({ ...WRITE, values: [tenant, left] }))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return WRITES / ((performance.now() - began) / 1000)
}

export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nx-bench-'))
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ dataDir: join(folder, 'data'), archive: false })
  if (!server.ok) throw new Error(server.problem.code)
  const address = { kind: 'embedded', ...server.connection } as const
  try {
    await migrate(address)
    const owner = openPool({ address, role: 'owner', max: 1 })
    await owner.raw.query(
      `INSERT INTO tenant (tenant_id, name, timezone, created_at) VALUES ('alpha', 'a', 'UTC', 0), ('beta', 'b', 'UTC', 0)`,
    )
    await owner.close()
    const pool = openPool({ address, role: 'nuoxing_app', max: AT_ONCE })
    const [ours, theirs]: [number[], number[]] = [[], []]
    await perSecond(pool, withTenant)
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await perSecond(pool, withTenant))
      theirs.push(await perSecond(pool, inTransaction))
    }
    await pool.close()
    const value = median(ours)
    const baseline = median(theirs)
    const ratio = value / baseline
    return [
      {
        name: 'one-statement-tenant',
        value,
        unit: 'writes/s',
        baseline: { name: 'begin, set_config, statement, commit', value: baseline },
        ratio,
        target: '> 1 ×',
        ok: ratio > 1,
      },
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
