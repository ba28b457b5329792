import { afterQuiet } from '../../core/message/quiet.ts'
import { canWait, isOptional } from '../../core/message/kinds.ts'
import { instantWords } from '../../core/promise/say.ts'
import type { BoundPlan } from '../../core/promise/types.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Locale } from '../../core/words.ts'
import { inTransaction, withTenant } from '../database/pool.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { onDutyAt } from '../duty.ts'
import { composed, effectData, kindOf, numberOf } from '../messages/compose.ts'
import { inboxWords } from '../messages/inbox-words.ts'
import type { Outbound } from '../messages/outbound.ts'
import type { Services } from '../services.ts'
import { addToInbox, contactsOf, markDelivered, readDelivery, recipientsOf } from '../store/deliveries.ts'
import type { ContactRow, DeliveryRow, Recipient } from '../store/deliveries.ts'
import { addMessages, logMessage, sentMessages, withdrawUnsent } from '../store/messages.ts'
import type { MessageRow, NewMessage } from '../store/messages.ts'
import { loadZone } from '../zones.ts'

/** What a delivery job carries. */
export type Delivery = { readonly tenant: string; readonly effect: string }

type Delivering = {
  readonly effect: DeliveryRow
  readonly bound: BoundPlan | undefined
  readonly outbound: Outbound
  readonly now: Instant
}

type Written = { readonly people: readonly string[]; readonly messages: readonly NewMessage[] }

/** Turns one effect into messages, in one transaction with the mark that it was; twice is the same as once. */
export async function deliver(services: Services, { tenant, effect: key }: Delivery): Promise<void> {
  const { pool, clock, plans, outbound } = services
  const now = await clock.now(tenant)
  const effect = await withTenant(pool, tenant, (tx) => readDelivery(tx, key))
  if (!effect || effect.delivered_at !== null) return
  // What is taken back must have been said first: a withdrawal that overtakes it brings it along.
  if (effect.of !== null && !effect.of_delivered) await deliver(services, { tenant, effect: effect.of })
  const bound = effect.bound_hash === null ? undefined : await plans.bound(tenant, effect.bound_hash)
  const delivering: Delivering = { effect, bound, outbound, now }
  const people = await inTransaction(pool, tenant, async (tx) => {
    if (!(await markDelivered(tx, key, now))) return []
    const written = effect.of === null ? await told(tx, delivering) : await takenBack(tx, effect.of, delivering)
    await Promise.all([addToInbox(tx, effect, { people: written.people, now }), addMessages(tx, written.messages, now)])
    return written.people
  })
  if (people.length > 0) services.live.changed({ tenant, kind: 'inbox', ids: people })
  services.live.changed({ tenant, kind: 'messages', ids: [] })
  services.live.work({ messages: true })
}

function roleOf({ params, to }: DeliveryRow): string {
  return typeof params?.owner === 'string' ? params.owner : to
}

/** Those of the house in their inboxes, and by mail who wants it; what is for the customer goes to whom they named, else somebody here has to tell them. */
async function told(tx: Transaction, delivering: Delivering): Promise<Written> {
  const { effect, outbound } = delivering
  if (kindOf(effect) === 'customer-notice' && effect.contract !== null && outbound.mail) {
    const contacts = await contactsOf(tx, effect.contract)
    const messages = await Promise.all(contacts.map((contact) => mailToContact(tx, delivering, contact)))
    if (messages.length > 0) return { people: [], messages }
  }
  const recipients = await recipientsOf(tx, { role: roleOf(effect), contract: effect.contract, of: null, named: effect.kind === 'entrust' })
  const messages: NewMessage[] = []
  const onDuty = await onDutyOf(tx, delivering, recipients)
  for (const one of recipients)
    messages.push(inboxMessage(delivering, one), ...(await mailToPerson(tx, delivering, { ...one, onDuty: onDuty.has(one.person) })))
  return { people: recipients.map((one) => one.person), messages }
}

/** Who is on duty of those that would rather wait. */
async function onDutyOf(tx: Tx, { now }: Delivering, recipients: readonly Recipient[]): Promise<ReadonlySet<string>> {
  const waiting = recipients.some((one) => one.quiet_from !== one.quiet_until || one.digest)
  return new Set(waiting ? (await onDutyAt(tx, { now })).map(({ person }) => person.id) : [])
}

function about({ key, subject, ticket, contract }: DeliveryRow) {
  return { effect: key, about: subject, ticket: ticket ?? undefined, contract: contract ?? undefined }
}

function inboxMessage({ effect, bound }: Delivering, { person, name, locale }: Pick<Recipient, 'person' | 'name' | 'locale'>): NewMessage {
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

async function mailToContact(tx: Transaction, { effect, bound, outbound }: Delivering, to: ContactRow): Promise<NewMessage> {
  const { locale, name: recipient, email: address } = to
  const data = effectData(effect, { bound, publicUrl: outbound.publicUrl }, { name: recipient, locale })
  const { subject, body } = await composed(tx, 'customer-notice', { locale, data })
  const key = `${effect.key}|contact/${to.id}|mail`
  return {
    key,
    kind: 'customer-notice',
    channel: 'mail',
    ...about(effect),
    contact: to.id,
    recipient,
    address,
    locale,
    title: subject,
    body,
  }
}

/** 更正通知: what has not left never will; what may have left gets exactly one correction, by the same way to the same reader. */
async function takenBack(tx: Transaction, of: string, delivering: Delivering): Promise<Written> {
  const { effect, now } = delivering
  const unsent = await withdrawUnsent(tx, of, now)
  const sent = await sentMessages(tx, of)
  const messages: NewMessage[] = []
  for (const one of sent) {
    messages.push(await correctionOf(tx, delivering, one))
    await logMessage(tx, { message: one.id, at: now, event: 'corrected' })
  }
  const recipients = await recipientsOf(tx, {
    role: roleOf(effect),
    contract: effect.contract,
    of,
    named: effect.params?.was === 'entrust',
  })
  // A message that went to the customer alone was in nobody's inbox.
  const inHouse = unsent.length + sent.length === 0 || (await wasInInbox(tx, of))
  if (!inHouse) return { people: [], messages }
  return { people: recipients.map((one) => one.person), messages: [...recipients.map((one) => inboxMessage(delivering, one)), ...messages] }
}

async function wasInInbox(tx: Transaction, effect: string): Promise<boolean> {
  return (await tx.query('SELECT 1 FROM inbox WHERE effect = $1 LIMIT 1', [effect])).length > 0
}

async function correctionOf(tx: Transaction, { effect, bound, outbound }: Delivering, sent: MessageRow): Promise<NewMessage> {
  const { locale, recipient } = sent
  const data = {
    ...effectData(effect, { bound, publicUrl: outbound.publicUrl }, { name: recipient, locale }),
    subject: sent.title,
    sent: instantWords(sent.first_tried_at ?? sent.created_at, { zone: loadZone(effect.timezone) }, locale),
  }
  const { subject, body } = await composed(tx, 'correction', { locale, data })
  return {
    key: `${effect.key}|${sent.id}`,
    kind: 'correction',
    channel: sent.channel,
    ...about(effect),
    corrects: sent.id,
    person: sent.person ?? undefined,
    contact: sent.contact ?? undefined,
    recipient,
    address: sent.address ?? undefined,
    locale,
    title: subject,
    body,
  }
}
