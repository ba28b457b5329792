import { isSecret } from '../../core/message/kinds.ts'
import type { MessageKind } from '../../core/message/kinds.ts'
import { fillTemplate } from '../../core/message/template.ts'
import { instantWords } from '../../core/promise/say.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Transaction } from '../database/pool.ts'
import { newLink } from '../http/session/password.ts'
import { keepText } from '../store/messages.ts'
import type { MessageRow } from '../store/messages.ts'
import { templateFor } from '../store/templates.ts'
import { saySentence } from '../words/say.ts'
import { loadZone } from '../zones.ts'
import type { Letter } from './channel.ts'

type Making = { readonly publicUrl: string; readonly machine: Instant }

/** What is handed over. A link that works once is made only now: it stands in the mail, its hash in the table of links, and nothing else keeps it. */
export async function letterOf(tx: Transaction, message: MessageRow, making: Making): Promise<Letter> {
  const { id, recipient, address, locale, corrects } = message
  const text = isSecret(message.kind)
    ? await withFreshLink(tx, { ...message, kind: message.kind }, making)
    : { subject: message.title, body: message.body }
  return { tenant: tx.tenant, id, recipient, address: address ?? '', locale, ...text, corrects: corrects ?? undefined }
}

type Account = { account: string; firm: string; timezone: string }

type Secret = MessageRow & { readonly kind: MessageKind }

async function withFreshLink(tx: Transaction, { id, kind, person, recipient, locale }: Secret, { publicUrl, machine }: Making) {
  const [row] = await tx.query<Account>(
    'SELECT p.account, n.name AS firm, n.timezone FROM person p JOIN tenant n ON n.tenant_id = p.tenant_id WHERE p.id = $1 AND p.left_at IS NULL',
    [person],
  )
  if (!row || person === null) throw new Error('an account was closed before its link was sent')
  const link = await newLink(tx, 'reset', { person, now: machine })
  const until = instantWords(link.expiresAt, { zone: loadZone(row.timezone) }, locale)
  const template = await templateFor(tx, kind, locale)
  const data = { name: recipient, account: `${row.account}@${tx.tenant}`, firm: row.firm, until }
  const kept = fillTemplate(template, { ...data, link: saySentence(locale, 'message.link-hidden') })
  await keepText(tx, id, { title: kept.subject, body: kept.body })
  return fillTemplate(template, { ...data, link: publicUrl + link.path })
}
