import type { Locale } from '../../core/words.ts'
import { shippedTemplate } from '../../core/message/shipped.ts'
import { fillTemplate } from '../../core/message/template.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Transaction } from '../database/pool.ts'
import type { Services } from '../services.ts'
import { addMessages } from '../store/messages.ts'

export type AccountLink = {
  readonly kind: 'password-reset' | 'invitation'
  readonly person: string
  /** by the machine's clock, as links are */
  readonly now: Instant
}

type Row = { name: string; email: string | null; locale: Locale; firm: string }

/** However often somebody asks, one mail a minute. */
const ONCE_IN_MS = 60_000

/**
 * A link to a password, by mail to the person's own address; undefined: mail is off, or there is no address. The link itself is made as the mail is sent
 * (messages/letter.ts), so that its secret stands nowhere else.
 */
export async function mailAccountLink(
  tx: Transaction,
  services: Services,
  { kind, person, now }: AccountLink,
): Promise<string | undefined> {
  if (!services.outbound.mail) return undefined
  const [row] = await tx.query<Row>(
    `SELECT p.name, p.email, n.name AS firm, coalesce(m.locale, p.locale, n.locale) AS locale FROM person p JOIN tenant n ON n.tenant_id = p.tenant_id
     LEFT JOIN message_setting m ON m.tenant_id = p.tenant_id AND m.person = p.id WHERE p.id = $1 AND p.left_at IS NULL`,
    [person],
  )
  if (!row?.email) return undefined
  const { name: recipient, email: address, locale, firm } = row
  const at = now + (await services.clock.offset(tx.tenant))
  const key = `${kind}|${person}|${Math.floor(now / ONCE_IN_MS)}`
  // The text as sent is kept when it is sent, without the link; until then it stands as it comes with the product.
  const { subject: title } = fillTemplate(shippedTemplate(kind, locale), { firm })
  await addMessages(tx, [{ key, kind, channel: 'mail', person, recipient, address, locale, title, body: '' }], at)
  services.live.work({ messages: true })
  return address
}
