import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/server/database/embedded.ts'
import { migrate } from '../src/server/database/migrate.ts'
import { openPool } from '../src/server/database/pool.ts'
import type { Pool } from '../src/server/database/pool.ts'
import { diskStore } from '../src/server/files/disk.ts'
import { plantContracts } from '../src/server/http/contract.testing.ts'
import { Person, PASSWORD, plantTenant } from '../src/server/http/http.testing.ts'
import { openHttp } from '../src/server/http/open.ts'
import { openServices } from '../src/server/services.ts'
import { plantManyTickets } from '../src/server/store/many-tickets.testing.ts'

/** A firm with a million tickets, and one of the same make with few: what size costs is the ratio of the two. */
export const FIRMS = { million: { tenant: 'east', tickets: 1_000_000 }, few: { tenant: 'north', tickets: 10_000 } } as const

export type Million = {
  readonly owner: Pool
  readonly person: (tenant: string, role: string) => Promise<Person>
  readonly close: () => Promise<void>
}

/** The product over a database of its own with both firms in it, answering on loopback. */
export async function openMillion(): Promise<Million> {
  const folder = mkdtempSync(join(tmpdir(), 'nx-bench-'))
  chmodSync(folder, 0o755)
  const database = await startEmbedded({ dataDir: join(folder, 'data'), archive: false, settings: { max_wal_size: '8GB' } })
  if (!database.ok) throw new Error(database.problem.code)
  const address = { kind: 'embedded', ...database.connection } as const
  const migrated = await migrate(address)
  if (!migrated.ok) throw new Error(migrated.problem.code)
  const owner = openPool({ address, role: 'owner', max: 2 })
  const services = await openServices({ address, files: diskStore(join(folder, 'files')), dataDir: folder, connections: 6 })
  const quiet = {
    error: (one: any) => console.error(String(one?.err?.stack).slice(0, 300)),
    warn: () => undefined,
    info: () => undefined,
    debug: () => undefined,
  }
  const listening = await openHttp({
    services,
    log: quiet as never,
    host: '127.0.0.1',
    port: 0,
    options: {
      locale: 'zh-CN',
      publicUrl: undefined,
      trustedProxy: undefined,
      secure: false,
      webDir: undefined,
      version: '0.0.0',
      demoTenant: undefined,
      logInsPerMinute: 10_000,
      fileLimitBytes: 1024,
      checkAnswers: false,
    },
  })
  const now = Date.now()
  for (const { tenant } of Object.values(FIRMS)) {
    const planted = { url: listening.url, services, owner, time: { now } } as never
    await plantTenant(planted, tenant)
    await plantContracts(planted, tenant)
  }
  await plantManyTickets(owner, Object.values(FIRMS), now)
  return {
    owner,
    async person(tenant, role) {
      const person = new Person(listening.url)
      const answer = await person.post('/api/session', { account: `${role}@${tenant}`, password: PASSWORD })
      if (answer.status !== 200) throw new Error(answer.text)
      return person
    },
    async close() {
      await listening.close()
      await services.close()
      await owner.close()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Of a hundred, the one that ninety-five are no slower than. */
export const p95 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0

/** How long an answer took, in milliseconds, until its last byte was there. */
export async function took(person: Person, path: string): Promise<number> {
  const began = performance.now()
  const answer = await person.get(path)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
  return performance.now() - began
}
