import type { CivilDay } from '../../core/time/civil.ts'
import type { Locale } from '../../core/words.ts'
import type { Tx } from '../database/pool.ts'

export type DigestReader = { person: string; name: string; email: string | null; locale: Locale; firm: string }

/** Whoever claims the digest of a day writes it; undefined: another has, or the reader has left. */
export async function claimDigest(tx: Tx, { person, day }: { readonly person: string; readonly day: CivilDay }) {
  const [row] = await tx.query<DigestReader>(
    `UPDATE message_setting s SET digested_on = $2 FROM person p JOIN tenant n ON n.tenant_id = p.tenant_id
     WHERE s.person = $1 AND p.tenant_id = s.tenant_id AND p.id = s.person AND p.left_at IS NULL AND s.digest_at IS NOT NULL AND (s.digested_on IS NULL OR s.digested_on < $2)
     RETURNING p.id AS person, p.name, p.email, coalesce(s.locale, p.locale, n.locale) AS locale, n.name AS firm`,
    [person, day],
  )
  return row
}

type Waiting = { readonly count: number; readonly titles: readonly string[] }

/** What stands in somebody's inbox and is not acknowledged: how much, and the newest of it. */
export async function waitingFor(tx: Tx, { person, atMost }: { readonly person: string; readonly atMost: number }): Promise<Waiting> {
  const rows = await tx.query<{ title: string; count: number }>(
    `SELECT m.title, count(*) OVER ()::int AS count FROM inbox i
       JOIN message m ON m.tenant_id = i.tenant_id AND m.effect = i.effect AND m.person = i.person AND m.channel = 'inbox'
     WHERE i.person = $1 AND i.acknowledged_at IS NULL ORDER BY i.at DESC, i.id LIMIT $2`,
    [person, atMost],
  )
  return { count: rows[0]?.count ?? 0, titles: rows.map(({ title }) => title) }
}
