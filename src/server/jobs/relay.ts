import { acrossTenants } from '../database/pool.ts'
import type { Pool } from '../database/pool.ts'
import type { Services } from '../services.ts'

export type Relay = {
  /** Hands on all that waits; returns when nothing does that another process does not hold. */
  readonly handOn: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type RelayOptions = {
  readonly services: Services
  /** of role nuoxing_relay */
  readonly pool: Pool
  /** The net underneath, should a message be lost. Default 5 s. */
  readonly sweepMs?: number | undefined
  readonly onTrouble?: ((error: unknown) => void) | undefined
}

export const DELIVER = 'deliver-effect'

const BATCH = 500

/**
 * Effects become jobs and are marked in one statement: one that was handed on has its job, and none has two, since the job's key is the effect's.
 * Rows that another relay is at are passed over.
 */
const HAND_ON = `
  WITH batch AS (
    SELECT tenant_id, key FROM effect WHERE handed_at IS NULL ORDER BY at LIMIT $1 FOR UPDATE SKIP LOCKED
  ), jobs AS (
    SELECT graphile_worker.add_jobs(ARRAY(
      SELECT json_populate_record(NULL::graphile_worker.job_spec, json_build_object(
        'identifier', $2::text, 'job_key', tenant_id || ' ' || key, 'payload', json_build_object('tenant', tenant_id, 'effect', key)))
      FROM batch))
  ), marked AS (
    UPDATE effect e SET handed_at = $3 FROM batch b WHERE e.tenant_id = b.tenant_id AND e.key = b.key RETURNING 1
  )
  SELECT (SELECT count(*) FROM marked) AS handed, (SELECT count(*) FROM jobs) AS jobs`

/** Takes effect rows to graphile-worker, in batches, whenever a commit says that there are some. */
export function openRelay({ services, pool, sweepMs = 5_000, onTrouble = () => undefined }: RelayOptions): Relay {
  let running: Promise<void> | undefined
  let again = false
  const ending = new AbortController()
  const rounds = async (): Promise<void> => {
    do {
      again = false
      for (;;) {
        const [row] = await acrossTenants<{ handed: number }>(pool, HAND_ON, [BATCH, DELIVER, services.clock.machine()])
        if ((row?.handed ?? 0) < BATCH) break
      }
    } while (again && !ending.signal.aborted)
  }
  const handOn = (): Promise<void> => {
    if (ending.signal.aborted) return Promise.resolve()
    again = running !== undefined
    running ??= rounds()
      .catch(onTrouble)
      .finally(() => (running = undefined))
    return running
  }
  const leave = services.live.listenWork(({ effects }) => effects && void handOn())
  const sweep = setInterval(() => void handOn(), sweepMs)
  void handOn()
  const stop = async (): Promise<void> => {
    ending.abort()
    clearInterval(sweep)
    leave()
    await running
  }
  return { handOn, stop }
}
