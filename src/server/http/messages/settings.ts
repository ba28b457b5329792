import type { OptionalKind } from '../../../core/message/kinds.ts'
import type { Locale } from '../../../core/words.ts'
import type { ChangeMessageSettings, MessageSettings } from '../../../wire/messages.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { writeTrail } from '../../store/trail.ts'
import type { Http } from '../http.ts'
import { once } from '../once.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

type Row = {
  email: string | null
  mail_off: OptionalKind[] | null
  locale: Locale | null
  quiet_from: number | null
  quiet_until: number | null
}

async function read(tx: Tx, http: Http, person: string): Promise<MessageSettings> {
  const [row] = await tx.query<Row>(
    `SELECT p.email, m.mail_off, m.locale, m.quiet_from, m.quiet_until FROM person p LEFT JOIN message_setting m ON m.tenant_id = p.tenant_id AND m.person = p.id WHERE p.id = $1`,
    [person],
  )
  return {
    mailOff: row?.mail_off ?? [],
    locale: row?.locale ?? null,
    quietFrom: row?.quiet_from ?? 0,
    quietUntil: row?.quiet_until ?? 0,
    mailOn: http.services.outbound.mail !== undefined,
    ...(row?.email ? { address: row.email } : {}),
  }
}

export function getSettings({ http, caller }: Call<'self', undefined, undefined, undefined>): Promise<MessageSettings> {
  return withTenant(http.services.pool, caller.tenant, (tx) => read(tx, http, caller.person))
}

/** One's own: which mails one wants, in which language, and when one is left alone. */
export function changeSettings(call: Call<'self', undefined, undefined, ChangeMessageSettings>): Promise<MessageSettings | Refused> {
  const { http, caller, body, address } = call
  return once<MessageSettings>(call, {
    work: async (tx, now) => {
      await tx.query(
        `INSERT INTO message_setting (tenant_id, person, mail_off, locale, quiet_from, quiet_until) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (tenant_id, person) DO UPDATE SET mail_off = EXCLUDED.mail_off, locale = EXCLUDED.locale, quiet_from = EXCLUDED.quiet_from, quiet_until = EXCLUDED.quiet_until`,
        [tx.tenant, caller.person, [...new Set(body.mailOff)], body.locale, body.quietFrom, body.quietUntil],
      )
      await writeTrail(tx, { at: now, person: caller.person, action: 'message.settings', subject: `person/${caller.person}`, address })
      return read(tx, http, caller.person)
    },
  })
}
