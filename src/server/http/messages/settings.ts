import { digestDay } from '../../../core/message/digest.ts'
import type { OptionalKind } from '../../../core/message/kinds.ts'
import type { CivilDay } from '../../../core/time/civil.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Locale } from '../../../core/words.ts'
import type { ChangeMessageSettings, MessageSettings, Tried } from '../../../wire/messages.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { addMessages } from '../../store/messages.ts'
import { writeTrail } from '../../store/trail.ts'
import { saySentence } from '../../words/say.ts'
import { loadZone } from '../../zones.ts'
import type { Http } from '../http.ts'
import { once } from '../once.ts'
import { Refused, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'
import { mailIsOff } from './read.ts'

type Row = {
  email: string | null
  mail_off: OptionalKind[] | null
  locale: Locale | null
  quiet_from: number | null
  quiet_until: number | null
  digest_at: number | null
}

async function read(tx: Tx, http: Http, person: string): Promise<MessageSettings> {
  const [row] = await tx.query<Row>(
    `SELECT p.email, m.mail_off, m.locale, m.quiet_from, m.quiet_until, m.digest_at FROM person p LEFT JOIN message_setting m ON m.tenant_id = p.tenant_id AND m.person = p.id WHERE p.id = $1`,
    [person],
  )
  return {
    mailOff: row?.mail_off ?? [],
    locale: row?.locale ?? null,
    quietFrom: row?.quiet_from ?? 0,
    quietUntil: row?.quiet_until ?? 0,
    digestAt: row?.digest_at ?? null,
    mailOn: http.services.outbound.mail !== undefined,
    ...(row?.email ? { address: row.email } : {}),
  }
}

export function getSettings({ http, caller }: Call<'self', undefined, undefined, undefined>): Promise<MessageSettings> {
  return withTenant(http.services.pool, caller.tenant, (tx) => read(tx, http, caller.person))
}

/** Today, when the hour of its digest has passed as it is chosen: the first one comes tomorrow. */
async function dayPassed(tx: Tx, { digestAt }: ChangeMessageSettings, now: Instant): Promise<CivilDay | null> {
  const [row] = await tx.query<{ timezone: string }>('SELECT timezone FROM tenant')
  if (digestAt === null || !row) return null
  return digestDay(now, { at: digestAt, last: undefined }, loadZone(row.timezone)) ?? null
}

/** One's own: which mails one wants, in which language, and when one is left alone. */
export async function changeSettings(call: Call<'self', undefined, undefined, ChangeMessageSettings>): Promise<MessageSettings | Refused> {
  const { http, caller, body, address } = call
  const offset = await http.services.clock.offset(caller.tenant)
  return once<MessageSettings>(call, {
    work: async (tx, now) => {
      await tx.query(
        `INSERT INTO message_setting (tenant_id, person, mail_off, locale, quiet_from, quiet_until, digest_at, digested_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (tenant_id, person) DO UPDATE SET mail_off = EXCLUDED.mail_off, locale = EXCLUDED.locale, quiet_from = EXCLUDED.quiet_from,
           quiet_until = EXCLUDED.quiet_until, digest_at = EXCLUDED.digest_at, digested_on = greatest(message_setting.digested_on, EXCLUDED.digested_on)`,
        [
          tx.tenant,
          caller.person,
          [...new Set(body.mailOff)],
          body.locale,
          body.quietFrom,
          body.quietUntil,
          body.digestAt,
          await dayPassed(tx, body, now + offset),
        ],
      )
      await writeTrail(tx, { at: now, person: caller.person, action: 'message.settings', subject: `person/${caller.person}`, address })
      return read(tx, http, caller.person)
    },
  })
}

/** A mail to one's own address: does it arrive? */
export async function trySettings(call: Call<'self', undefined, undefined, undefined>): Promise<Tried | Refused> {
  const { http, caller, locale } = call
  if (!http.services.outbound.mail) return mailIsOff(http)
  const offset = await http.services.clock.offset(caller.tenant)
  const outcome = await once<Tried>(call, {
    work: async (tx, now) => {
      const [me] = await tx.query<{ email: string | null; firm: string }>(
        'SELECT p.email, n.name AS firm FROM person p JOIN tenant n ON n.tenant_id = p.tenant_id WHERE p.id = $1',
        [caller.person],
      )
      if (!me?.email) return refuse(422, 'mail.no-address')
      const title = saySentence(locale, 'mail.trial-title')
      const body = saySentence(locale, 'mail.trial-body', { name: caller.name, firm: me.firm })
      const to = { person: caller.person, recipient: caller.name, address: me.email }
      await addMessages(tx, [{ ...to, key: `trial|${newId()}`, kind: 'trial', channel: 'mail', locale, title, body }], now + offset)
      return { address: me.email }
    },
  })
  if (!(outcome instanceof Refused)) http.services.live.work({ messages: true })
  return outcome
}
