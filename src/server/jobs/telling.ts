import { afterQuiet } from '../../core/message/quiet.ts'
import { canWait, isOptional } from '../../core/message/kinds.ts'
import type { BoundPlan } from '../../core/promise/types.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Locale } from '../../core/words.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { onDutyAt } from '../duty.ts'
import { composed, effectData, kindOf, numberOf } from '../messages/compose.ts'
import { inboxWords } from '../messages/inbox-words.ts'
import type { Outbound } from '../messages/outbound.ts'
import type { DeliveryRow, Recipient } from '../store/deliveries.ts'
import type { NewMessage } from '../store/messages.ts'
import { loadZone } from '../zones.ts'

export type Delivering = {
  readonly effect: DeliveryRow
  readonly bound: BoundPlan | undefined
  readonly outbound: Outbound
  readonly now: Instant
}

/** Who is on duty of those that would rather wait. */
async function onDutyOf(tx: Tx, { now }: Delivering, recipients: readonly Recipient[]): Promise<ReadonlySet<string>> {
  const waiting = recipients.some((one) => one.quiet_from !== one.quiet_until || one.digest)
  return new Set(waiting ? (await onDutyAt(tx, { now })).map(({ person }) => person.id) : [])
}

export function about({ key, subject, ticket, contract }: DeliveryRow) {
  return { effect: key, about: subject, ticket: ticket ?? undefined, contract: contract ?? undefined }
}

export function inboxMessage(
  { effect, bound }: Delivering,
  { person, name, locale }: Pick<Recipient, 'person' | 'name' | 'locale'>,
): NewMessage {
  const clause = bound?.plan.promises[effect.promise]
  const chosen: Locale = locale ?? effect.locale
  const words = inboxWords(effect, { bound, locale: chosen, number: numberOf(effect), title: clause?.title ?? effect.promise })
  return {
    key: `${effect.key}|person/${person}|inbox`,
    kind: kindOf(effect) === 'customer-notice' ? 'follow-up' : kindOf(effect),
    channel: 'inbox',
    ...about(effect),
    person,
    recipient: name,
    locale: chosen,
    title: words,
    body: clause?.text ?? '',
  }
}

type Reader = Recipient & { readonly onDuty: boolean }

/** What can wait does, until quiet hours are over or for the daily digest; on duty nobody is spared. */
async function mailToPerson(tx: Transaction, { effect, bound, outbound, now }: Delivering, to: Reader): Promise<NewMessage[]> {
  const kind = kindOf(effect) === 'customer-notice' ? 'follow-up' : kindOf(effect)
  if (!outbound.mail || to.email === null || (isOptional(kind) && to.mail_off.includes(kind))) return []
  const waits = canWait(kind) && !to.onDuty
  if (waits && to.digest) return []
  const locale = to.locale ?? effect.locale
  const data = effectData(effect, { bound, publicUrl: outbound.publicUrl }, { name: to.name, locale })
  const { subject, body } = await composed(tx, kind, { locale, data })
  const quiet = { from: to.quiet_from, until: to.quiet_until }
  const sendAt = waits ? afterQuiet(now, quiet, loadZone(effect.timezone)) : now
  const key = `${effect.key}|person/${to.person}|mail`
  const { person, name: recipient, email: address } = to
  return [{ key, kind, channel: 'mail', ...about(effect), person, recipient, address, locale, title: subject, body, sendAt }]
}

/** The people of the house whom an effect concerns: a line in the inbox of each, and by mail who wants it. */
export async function toldPeople(tx: Transaction, delivering: Delivering, recipients: readonly Recipient[]): Promise<NewMessage[]> {
  const messages: NewMessage[] = []
  const onDuty = await onDutyOf(tx, delivering, recipients)
  for (const one of recipients)
    messages.push(inboxMessage(delivering, one), ...(await mailToPerson(tx, delivering, { ...one, onDuty: onDuty.has(one.person) })))
  return messages
}
