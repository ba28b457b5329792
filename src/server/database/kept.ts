import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StartMessage } from '../words/start/say.ts'
import { startEmbedded } from './embedded.ts'
import type { EmbeddedOptions, EmbeddedServer } from './embedded.ts'

/** An embedded server that is started again, at the same place, when it ends by itself. */
export type KeptServer = Pick<EmbeddedServer, 'ok' | 'connection' | 'dataDir' | 'stop'> & {
  /** Resolves when it is not started again any more, with the reason. */
  readonly lost: Promise<StartMessage>
}

export type KeptStart = KeptServer | { readonly ok: false; readonly problem: StartMessage }

/** So often it may end, and so often a start may fail, before it is given up. */
const TRIES = 5
/** Who stood for so long is well: what was before is not counted any more. */
const WELL_AFTER_MS = 600_000
const AGAIN_AFTER_MS = 1_000

export async function keepEmbedded(options: EmbeddedOptions): Promise<KeptStart> {
  const first = await startEmbedded(options)
  if (!first.ok) return first
  const { connection, dataDir } = first
  const { log = () => undefined } = options
  const { promise: lost, resolve: giveUp } = Promise.withResolvers<StartMessage>()
  let running: EmbeddedServer = first
  let stopped = false

  const startAgain = async (): Promise<StartMessage | undefined> => {
    for (let left = TRIES; ; left -= 1) {
      const again = await startEmbedded({ ...options, log: () => undefined, socketFolder: connection.host })
      if (again.ok) running = again
      if (again.ok || left === 1 || stopped) return again.ok ? undefined : again.problem
      await sleep(AGAIN_AFTER_MS)
    }
  }

  const keep = async (): Promise<void> => {
    for (let ends = 1; ; ends += 1) {
      const since = performance.now()
      if ((await running.ended).expected || stopped) return
      const endedAt = performance.now()
      if (endedAt - since > WELL_AFTER_MS) ends = 1
      if (ends > TRIES) return giveUp({ code: 'database.dying', params: { count: ends, log: join(dataDir, 'log') } })
      const problem = await startAgain()
      // Asked to stop while it came back: the one that came back is stopped, not the one that was gone.
      if (stopped) return running.stop()
      if (problem) return giveUp(problem)
      log({ code: 'database.revived', params: { seconds: ((performance.now() - endedAt) / 1000).toFixed(1) } })
    }
  }

  const keeping = keep().catch((error: unknown) =>
    giveUp({ code: 'database.start-failed', params: { log: join(dataDir, 'log'), last: String(error) } }),
  )
  const stop = async (): Promise<void> => {
    stopped = true
    await running.stop()
    await keeping
  }
  return { ok: true, connection, dataDir, lost, stop }
}
