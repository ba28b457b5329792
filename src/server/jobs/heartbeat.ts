import pg from 'pg'
import { connectAs } from '../database/connection.ts'
import type { DatabaseAddress } from '../database/connection.ts'
import { acrossTenants } from '../database/pool.ts'
import type { Pool } from '../database/pool.ts'

/** First half of the advisory locks by which workers show that they live; the second is the worker's name. */
const ALIVE = 20_471_132
const RETRY_MS = 500

/** Names of workers in this process, held as locks of one connection: they end with the process, however it ends, at the same moment. */
export type Heartbeat = { readonly add: (worker: string) => void; readonly stop: () => Promise<void> }

export async function openHeartbeat(address: DatabaseAddress): Promise<Heartbeat> {
  const workers = new Set<string>()
  let client: pg.Client | undefined
  let locking = Promise.resolve()
  let stopped = false
  const lock = (one: pg.Client, worker: string): void => {
    locking = locking
      .then(() => one.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [ALIVE, worker]))
      .then(
        () => undefined,
        () => undefined,
      )
  }
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client(connectAs(address, 'nuoxing_relay') as pg.ClientConfig)
    fresh.on('error', () => undefined)
    fresh.on('end', () => {
      // An attempt that failed ends too; it is tried again by whoever made it.
      if (client !== fresh) return
      client = undefined
      again()
    })
    await fresh.connect()
    client = fresh
    for (const worker of workers) lock(fresh, worker)
  }
  const again = (): void => {
    if (!stopped) setTimeout(() => void connect().catch(again), RETRY_MS).unref()
  }
  await connect()
  return {
    add: (worker) => {
      workers.add(worker)
      if (client) lock(client, worker)
    },
    stop: async () => {
      stopped = true
      await client?.end()
    },
  }
}

/** A worker takes its name's lock within moments of its birth; until then its jobs are not taken from it. */
const YOUNG = '5 seconds'

/**
 * graphile-worker leaves the jobs of a dead worker locked for four hours. Whoever holds jobs and no longer shows that it lives loses them; should
 * it live all the same, a delivery done twice is a delivery done once. Answers whose jobs were freed.
 */
export async function freeJobsOfTheDead(pool: Pool): Promise<string[]> {
  const text = `
    WITH holder AS (SELECT DISTINCT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL AND locked_at < now() - interval '${YOUNG}'),
    dead AS (
      SELECT locked_by FROM holder h WHERE NOT EXISTS (
        SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND l.classid::bigint = $1 AND l.objid::bigint = (hashtext(h.locked_by)::bigint & 4294967295) AND l.granted))
    SELECT locked_by, graphile_worker.force_unlock_workers(ARRAY[locked_by]) FROM dead`
  return (await acrossTenants<{ locked_by: string }>(pool, text, [ALIVE])).map((row) => row.locked_by)
}
