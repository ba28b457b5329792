import { digestDay } from '../../core/message/digest.ts'
import type { CivilDay } from '../../core/time/civil.ts'
import { acrossTenants, inTransaction } from '../database/pool.ts'
import type { Pool } from '../database/pool.ts'
import { composed } from '../messages/compose.ts'
import type { Services } from '../services.ts'
import { claimDigest, waitingFor } from '../store/digests.ts'
import { addMessages } from '../store/messages.ts'
import { saySentence } from '../words/say.ts'
import { loadZone } from '../zones.ts'
import { openRounds } from './rounds.ts'
import type { Rounds } from './rounds.ts'

type DigestOptions = {
  readonly services: Services
  /** of role nuoxing_relay: asks who reads digests, and nothing else */
  readonly pool: Pool
  readonly sweepMs?: number | undefined
  readonly onTrouble?: ((error: unknown) => void) | undefined
}

type Reader = {
  readonly tenant_id: string
  readonly person: string
  readonly digest_at: number
  readonly digested_on: number | null
  readonly timezone: string
}

/** More than that is read in the inbox. */
const MOST_LINES = 20

/** 每日汇总: one mail a day with what waits in somebody's inbox, at the hour that they chose; none when nothing waits. */
export function openDigests({ services, pool, sweepMs = 30_000, onTrouble = () => undefined }: DigestOptions): Rounds {
  const round = async (): Promise<boolean> => {
    if (!services.outbound.mail) return false
    for (const reader of await acrossTenants<Reader>(pool, 'SELECT * FROM digest_readers()', [])) {
      const hour = { at: reader.digest_at, last: reader.digested_on ?? undefined }
      const day = digestDay(await services.clock.now(reader.tenant_id), hour, loadZone(reader.timezone))
      if (day !== undefined) await write(services, reader, day).catch(onTrouble)
    }
    return false
  }
  return openRounds({ round, listen: () => () => undefined, sweepMs, onTrouble })
}

async function write(services: Services, { tenant_id: tenant, person }: Reader, day: CivilDay): Promise<void> {
  const now = await services.clock.now(tenant)
  const written = await inTransaction(services.pool, tenant, async (tx) => {
    const reader = await claimDigest(tx, { person, day })
    const { count, titles } = await waitingFor(tx, { person, atMost: MOST_LINES })
    if (!reader?.email || count === 0) return []
    const { locale, name, firm } = reader
    const more = count > titles.length ? [saySentence(locale, 'digest.more', { count: count - titles.length })] : []
    const items = [...titles.map((title, place) => `${place + 1}. ${title}`), ...more].join('\n')
    const data = { name, count: String(count), items, firm, link: `${services.outbound.publicUrl}/inbox` }
    const { subject: title, body } = await composed(tx, 'digest', { locale, data })
    const key = `digest|${person}|${day}`
    return addMessages(
      tx,
      [{ key, kind: 'digest', channel: 'mail', person, recipient: name, address: reader.email, locale, title, body }],
      now,
    )
  })
  if (written.length > 0) services.live.work({ messages: true })
}
