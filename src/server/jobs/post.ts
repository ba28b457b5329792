import { GIVE_UP_AFTER_MS, nextTry } from '../../core/message/retry.ts'
import type { Instant } from '../../core/time/instant.ts'
import { acrossTenants, inTransaction } from '../database/pool.ts'
import type { Pool } from '../database/pool.ts'
import type { Channel, HandedOver } from '../messages/channel.ts'
import { recordFollow } from '../messages/follow.ts'
import { openMail } from '../messages/mail.ts'
import { letterOf } from '../messages/letter.ts'
import type { Services } from '../services.ts'
import { claimMessage, settleMessage } from '../store/messages.ts'
import type { MessageRow, Settled } from '../store/messages.ts'
import { openRounds } from './rounds.ts'

/** 投递员: sends what waits, tries again what did not get through, and records what an accepted notice keeps. */
export type Post = {
  /** Sends all that is due; returns when nothing is that another process does not hold. */
  readonly sendDue: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type PostOptions = {
  readonly services: Services
  /** of role nuoxing_relay: asks which messages are due, and nothing else */
  readonly pool: Pool
  readonly sweepMs?: number | undefined
  readonly onTrouble?: ((error: unknown) => void) | undefined
}

const BATCH = 20
/** Longer than a mail server may take to answer; a worker that died loses its messages after it. */
const HOLD_MS = 5 * 60_000

type Due = { readonly tenant_id: string; readonly id: string }

export function openPost({ services, pool, sweepMs = 2_000, onTrouble = () => undefined }: PostOptions): Post {
  const mail = services.outbound.mail === undefined ? undefined : openMail(services.outbound.mail)
  const round = async (): Promise<boolean> => {
    const due = await acrossTenants<Due>(pool, 'SELECT tenant_id, id FROM due_messages($1, $2)', [services.clock.machine(), BATCH])
    const done = await Promise.all(
      due.map(({ tenant_id, id }) =>
        postOne(services, mail, { tenant: tenant_id, id }).catch((error: unknown) => {
          onTrouble(error)
          return false
        }),
      ),
    )
    return done.some(Boolean)
  }
  const listen = (begin: () => void) => services.live.listenWork(({ messages }) => messages && begin())
  const rounds = openRounds({ round, listen, sweepMs, onTrouble })
  return { sendDue: rounds.run, stop: () => rounds.stop().finally(() => mail?.close()) }
}

type Named = { readonly tenant: string; readonly id: string }

/** True: something was done about it, and more may wait behind it. */
async function postOne(services: Services, mail: Channel | undefined, { tenant, id }: Named): Promise<boolean> {
  const followed = await recordFollow(services, { tenant, id })
  const sent = mail === undefined ? false : await sendOne(services, mail, { tenant, id })
  if (followed || sent) services.live.changed({ tenant, kind: 'messages', ids: [id] })
  return followed || sent
}

/** Hand-over is written down before anything is sent, what came of it after: a crash in between sends it once more under the same Message-ID, and loses nothing. */
async function sendOne(services: Services, mail: Channel, { tenant, id }: Named): Promise<boolean> {
  const { pool, clock, outbound } = services
  const now = await clock.now(tenant)
  const handed = await inTransaction(pool, tenant, async (tx) => {
    const message = await claimMessage(tx, { id, now, machine: clock.machine(), forMs: HOLD_MS })
    return message && { message, letter: await letterOf(tx, message, { publicUrl: outbound.publicUrl, machine: clock.machine() }) }
  })
  if (!handed) return false
  const outcome = await mail.handOver(handed.letter)
  const settled = settledBy(handed.message, outcome, await clock.now(tenant))
  await inTransaction(pool, tenant, (tx) => settleMessage(tx, settled))
  if (outcome.kind === 'accepted') await recordFollow(services, { tenant, id })
  return true
}

function settledBy({ id, attempts, first_tried_at }: MessageRow, outcome: HandedOver, now: Instant): Settled {
  const of = { id, attempt: attempts, now, doubtful: false, nextTryAt: undefined }
  if (outcome.kind === 'accepted') return { ...of, state: 'accepted', words: outcome.answer }
  if (outcome.kind === 'refused') return { ...of, state: 'failed', words: outcome.error }
  const nextTryAt = nextTry({ attempts, firstTriedAt: first_tried_at ?? now - GIVE_UP_AFTER_MS, now })
  return { ...of, state: nextTryAt === undefined ? 'failed' : 'deferred', words: outcome.error, doubtful: outcome.doubtful, nextTryAt }
}
