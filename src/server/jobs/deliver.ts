import { instantWords } from '../../core/promise/say.ts'
import { inTransaction, withTenant } from '../database/pool.ts'
import type { Transaction } from '../database/pool.ts'
import { composed, effectData, kindOf } from '../messages/compose.ts'
import type { Services } from '../services.ts'
import { addToInbox, contactsOf, markDelivered, readDelivery, recipientsOf } from '../store/deliveries.ts'
import type { ContactRow, DeliveryRow } from '../store/deliveries.ts'
import { isOnLadder } from '../store/escalations.ts'
import { addMessages, logMessage, sentMessages, withdrawUnsent } from '../store/messages.ts'
import type { MessageRow, NewMessage } from '../store/messages.ts'
import { loadZone } from '../zones.ts'
import { beginLadder, endLadder, isLaddered } from './ladder.ts'
import { about, inboxMessage, toldPeople } from './telling.ts'
import type { Delivering } from './telling.ts'

/** What a delivery job carries. */
export type Delivery = { readonly tenant: string; readonly effect: string }

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
  if (isLaddered(effect)) return beginLadder(services, { tenant, effect, bound })
  if (effect.of !== null) await endLadder(services, { tenant, effect: effect.of, why: 'withdrawn' })
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
  return { people: recipients.map((one) => one.person), messages: await toldPeople(tx, delivering, recipients) }
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
  // A rung that was never reached has told nobody, and takes nothing back.
  if (unsent.length + sent.length === 0 && (await isOnLadder(tx, of)) && !(await wasInInbox(tx, of))) return { people: [], messages: [] }
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
