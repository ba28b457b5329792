import type { MessageKind } from '../../core/message/kinds.ts'
import { shippedTemplate } from '../../core/message/shipped.ts'
import type { TemplateText } from '../../core/message/template.ts'
import type { Locale } from '../../core/words.ts'
import type { Tx } from '../database/pool.ts'

export type TemplateRow = { kind: MessageKind; locale: Locale; version: number; subject: string; body: string; changed_at: number }

export function ownTemplates(tx: Tx): Promise<TemplateRow[]> {
  return tx.query('SELECT kind, locale, version, subject, body, changed_at FROM message_template ORDER BY kind, locale')
}

/** The firm's own text, else the shipped one. */
export async function templateFor(tx: Tx, kind: MessageKind, locale: Locale): Promise<TemplateText> {
  const [own] = await tx.query<TemplateText>('SELECT subject, body FROM message_template WHERE kind = $1 AND locale = $2', [kind, locale])
  return own ?? shippedTemplate(kind, locale)
}
