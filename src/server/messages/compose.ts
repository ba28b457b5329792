import type { MessageKind } from '../../core/message/kinds.ts'
import { fillTemplate } from '../../core/message/template.ts'
import type { TemplateData, TemplateText } from '../../core/message/template.ts'
import { instantWords } from '../../core/promise/say.ts'
import type { BoundPlan } from '../../core/promise/types.ts'
import type { Locale } from '../../core/words.ts'
import type { Tx } from '../database/pool.ts'
import type { DeliveryRow } from '../store/deliveries.ts'
import { templateFor } from '../store/templates.ts'
import { loadZone } from '../zones.ts'
import { whatWords } from './inbox-words.ts'

/** What nothing is known of, in a sentence. */
const NONE = '—'

/** Which kind of message an effect becomes. */
export function kindOf({ kind, to }: Pick<DeliveryRow, 'kind' | 'to'>): MessageKind {
  if (kind === 'escalate') return 'escalation'
  if (kind === 'withdraw') return 'correction'
  return kind === 'notify' && to === 'customer' ? 'customer-notice' : 'follow-up'
}

/** `GD-2026-0012`, or the contract and where under it. */
export function numberOf({ ticket_number, contract_number, owner_name, subject }: DeliveryRow): string {
  return ticket_number ?? ([contract_number, owner_name].filter((one) => one !== null).join(' ') || subject)
}

/** Where a reader of ours looks it up. */
export function pathOf({ ticket, contract }: Pick<DeliveryRow, 'ticket' | 'contract'>): string {
  if (ticket !== null) return `/tickets/${ticket}`
  return contract === null ? '/inbox' : `/contracts/${contract}`
}

export type Told = { readonly bound: BoundPlan | undefined; readonly publicUrl: string }

/** The data of a message that follows from a promise, in the reader's language, by the firm's own zone. */
export function effectData(
  effect: DeliveryRow,
  { bound, publicUrl }: Told,
  reader: { readonly name: string; readonly locale: Locale },
): TemplateData {
  const { locale } = reader
  const clause = bound?.plan.promises[effect.promise]
  const at = instantWords(effect.at, { zone: loadZone(effect.timezone), ends: true }, locale)
  return {
    name: reader.name,
    number: numberOf(effect),
    title: effect.ticket_title ?? effect.contract_title ?? effect.owner_name ?? NONE,
    promise: clause?.title ?? effect.promise,
    text: clause?.text ?? NONE,
    due: at,
    at,
    what: bound ? whatWords(effect, bound, locale) : NONE,
    customer: effect.customer_name ?? NONE,
    firm: effect.firm,
    link: publicUrl + pathOf(effect),
  }
}

export async function composed(
  tx: Tx,
  kind: MessageKind,
  { locale, data }: { readonly locale: Locale; readonly data: TemplateData },
): Promise<TemplateText> {
  return fillTemplate(await templateFor(tx, kind, locale), data)
}
