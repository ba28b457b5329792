import { acrossTenants } from '../database/pool.ts'
import type { Pool } from '../database/pool.ts'
import type { Services } from '../services.ts'
import { openRounds } from './rounds.ts'

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
  const round = async (): Promise<boolean> => {
    const [row] = await acrossTenants<{ handed: number }>(pool, HAND_ON, [BATCH, DELIVER, services.clock.machine()])
    return (row?.handed ?? 0) >= BATCH
  }
  const listen = (begin: () => void) => services.live.listenWork(({ effects }) => effects && begin())
  const rounds = openRounds({ round, listen, sweepMs, onTrouble })
  return { handOn: rounds.run, stop: rounds.stop }
}
