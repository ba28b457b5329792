import { EventEmitter } from 'node:events'
import { run } from 'graphile-worker'
import type { Runner, WorkerEvents } from 'graphile-worker'
import { openPool } from '../database/pool.ts'
import type { Services } from '../services.ts'
import { deliver } from './deliver.ts'
import type { Delivery } from './deliver.ts'
import { openDigests } from './digest.ts'
import { freeJobsOfTheDead, openHeartbeat } from './heartbeat.ts'
import { openLadders } from './ladder.ts'
import { openPost } from './post.ts'
import type { Post } from './post.ts'
import { QUIET } from './quiet.ts'
import { DELIVER, openRelay } from './relay.ts'
import type { Relay } from './relay.ts'
import { openWaker } from './waker.ts'
import type { Waker } from './waker.ts'

/** What runs behind the requests of a process: the waker, the relay, the worker of jobs, the post. */
export type Background = { readonly waker: Waker; readonly relay: Relay; readonly post: Post; readonly stop: () => Promise<void> }

export type BackgroundOptions = {
  readonly services: Services
  readonly onTrouble?: ((error: unknown, where: string) => void) | undefined
  /** how often jobs of dead workers are looked for; default 5 s */
  readonly careMs?: number | undefined
}

const CONCURRENCY = 4
/** New jobs announce themselves; this is for retries, and the net. */
const POLL_MS = 2_000

const RESTART_MS = 1_000

/** A runner gives up when the database is away for long; it is started again until it is told to stop. */
async function keepRunning(
  start: () => Promise<Runner>,
  onTrouble: (error: unknown) => void,
): Promise<{ readonly stop: () => Promise<void> }> {
  let runner: Runner | undefined
  let stopped = false
  const watch = (one: Runner): void => {
    runner = one
    one.promise.catch(onTrouble).finally(again)
  }
  const again = (): void => {
    runner = undefined
    if (!stopped) setTimeout(() => void start().then(watch, (error: unknown) => (onTrouble(error), again())), RESTART_MS).unref()
  }
  watch(await start())
  return {
    stop: async () => {
      stopped = true
      await runner?.stop()
    },
  }
}

/** Any number of processes may run one on the same database. */
export async function openBackground({ services, onTrouble = () => undefined, careMs = 5_000 }: BackgroundOptions): Promise<Background> {
  const pool = openPool({ address: services.address, role: 'nuoxing_relay', max: CONCURRENCY + 2 })
  const heartbeat = await openHeartbeat(services.address)
  const events = new EventEmitter() as WorkerEvents
  events.on('pool:create', ({ workerPool }) => heartbeat.add(workerPool.id))
  events.on('worker:create', ({ worker }) => heartbeat.add(worker.workerId))
  events.on('job:error', ({ error }) => onTrouble(error, 'job'))
  const jobs = await keepRunning(
    () =>
      run({
        pgPool: pool.raw,
        taskList: { [DELIVER]: async (payload) => deliver(services, payload as Delivery) },
        concurrency: CONCURRENCY,
        pollInterval: POLL_MS,
        noHandleSignals: true,
        logger: QUIET,
        events,
      }),
    (error) => onTrouble(error, 'worker'),
  )
  const care = setInterval(() => void freeJobsOfTheDead(pool).catch((error: unknown) => onTrouble(error, 'jobs of the dead')), careMs)
  const relay = openRelay({ services, pool, onTrouble: (error) => onTrouble(error, 'relay') })
  const post = openPost({ services, pool, onTrouble: (error) => onTrouble(error, 'post') })
  const digests = openDigests({ services, pool, onTrouble: (error) => onTrouble(error, 'digests') })
  const ladders = openLadders({ services, pool, onTrouble: (error) => onTrouble(error, 'ladders') })
  const waker = openWaker({ services, onTrouble: (error, subject) => onTrouble(error, subject ?? 'waker') })
  const stop = async (): Promise<void> => {
    clearInterval(care)
    await waker.stop()
    await relay.stop()
    await jobs.stop()
    await ladders.stop()
    await digests.stop()
    await post.stop()
    await heartbeat.stop()
    await pool.close()
  }
  return { waker, relay, post, stop }
}
