import { decide } from '../../../core/service/decide.ts'
import { serviceName } from '../../../core/service/refusal.ts'
import { initialState } from '../../../core/service/state.ts'
import type { MessageKind } from '../../../core/message/kinds.ts'
import type { Json, Subject } from '../../../core/fact.ts'
import { civilOf, parseDay } from '../../../core/time/civil.ts'
import type { Locale } from '../../../core/words.ts'
import type { NoticeText, SendNotice, SentNotice } from '../../../wire/messages.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { composed } from '../../messages/compose.ts'
import type { Follow } from '../../messages/follow.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { contactsOf } from '../../store/deliveries.ts'
import type { ContactRow } from '../../store/deliveries.ts'
import { addMessages, messageId } from '../../store/messages.ts'
import type { NewMessage } from '../../store/messages.ts'
import { tenantRow } from '../../store/session.ts'
import { writeTrail } from '../../store/trail.ts'
import { saySentence } from '../../words/say.ts'
import type { ServerKey } from '../../words/say.ts'
import { once } from '../once.ts'
import { Refused, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'
import { serviceRefused } from '../services/write.ts'
import { contractFor } from './contacts.ts'
import { mailIsOff } from './read.ts'

type Id = { readonly id: string }

type Notices = Call<'message.send', Id, undefined, SendNotice>
type Writing = { readonly contract: ContractRow; readonly readers: readonly ContactRow[]; readonly template: MessageKind }

/** Which text a notice has: a renewal has one of its own, all others say in their details what they are about. */
function templateOf(kind: string): MessageKind {
  return kind === 'renewal' || kind === 'renewal-notice' ? 'renewal-notice' : 'contract-notice'
}

async function prepare(tx: Tx, { caller, params, body }: Notices): Promise<Writing | Refused> {
  const contract = await contractFor(tx, caller, params.id)
  if (contract instanceof Refused) return contract
  const known = await contactsOf(tx, params.id)
  const stranger = body.contacts.find((id) => !known.some((one) => one.id === id))
  if (stranger !== undefined) return refuseField('contacts', 'field.no-such', { value: stranger })
  const template = templateOf(body.kind)
  if (template === 'contract-notice' && !body.details) return refuseField('details', 'notice.details')
  return { contract, readers: known.filter((one) => body.contacts.includes(one.id)), template }
}

/** What the notice is called: as the plan names its record of that id, else as the trade does. */
async function noticeName(call: Notices, { bound_hash }: ContractRow, locale: Locale): Promise<string> {
  const { plan } = await call.http.services.plans.bound(call.caller.tenant, bound_hash)
  const own = Object.hasOwn(plan.forms, call.body.kind) ? plan.forms[call.body.kind]?.name : undefined
  const shipped = `notice.kind.${call.body.kind}`
  return (
    own ??
    (NAMED.includes(shipped as (typeof NAMED)[number])
      ? saySentence(locale, shipped as ServerKey)
      : serviceName('choice', call.body.kind, locale))
  )
}

const NAMED = [
  'notice.kind.renewal',
  'notice.kind.maintenance',
  'notice.kind.recall',
  'notice.kind.upgrade',
  'notice.kind.renewal-notice',
  'notice.kind.maintenance-notice',
] as const

function dayWords(day: string | null, locale: Locale): string {
  const parsed = day === null ? undefined : parseDay(day)
  if (parsed === undefined) return '—'
  const { year, month, day: date } = civilOf(parsed)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, date))
}

type Reading = { readonly reader: ContactRow; readonly writing: Writing; readonly notice: string }

async function textFor(tx: Tx, { body }: Notices, { reader, writing, notice }: Reading): Promise<NoticeText> {
  const { contract, template } = writing
  const data = {
    name: reader.name,
    contract: `${contract.number} ${contract.title}`,
    customer: contract.customer_name,
    ends: dayWords(contract.ends_on, reader.locale),
    notice,
    details: body.details ?? '',
    firm: (await tenantRow(tx))?.name ?? '',
  }
  return composed(tx, template, { locale: reader.locale, data })
}

/** What the first of its readers would get. */
export async function previewNotice(call: Notices): Promise<NoticeText | Refused> {
  return withTenant(call.http.services.pool, call.caller.tenant, async (tx) => {
    const writing = await prepare(tx, call)
    if (writing instanceof Refused) return writing
    const reader = writing.readers[0]!
    return textFor(tx, call, { reader, writing, notice: await noticeName(call, writing.contract, reader.locale) })
  })
}

function followOf({ body, params }: Notices, { customer }: ContractRow): Follow {
  const values: Record<string, Json> = { kind: body.kind, ...(body.occurrence ? { occurrence: body.occurrence } : {}) }
  return { service: newId(), owners: { customer, contract: params.id }, values }
}

/** What cannot be recorded once it was accepted is refused before anything is sent. */
function recordable({ caller }: Notices, { service, values }: Follow, now: number): Refused | undefined {
  const command = { name: 'record', type: 'notice.delivered', values } as const
  const context = { now, subject: `notice/${service}` as Subject, owners: [], newId, source: 'hand', person: caller.person } as const
  const decided = decide(initialState(), command, context)
  return decided.ok ? undefined : serviceRefused(decided.refusal)
}

/**
 * 发送通知: one mail a contact. `notice.delivered` is not written here but when a server has taken the first of them (jobs/post.ts): until then the promise stays open.
 */
export async function sendNotice(call: Notices): Promise<SentNotice | Refused> {
  const { http, caller, params, body, address } = call
  const { outbound, clock, live } = http.services
  if (!outbound.mail) return mailIsOff(http)
  const offset = await clock.offset(caller.tenant)
  const outcome = await once<SentNotice>(call, {
    work: async (tx, now) => {
      const writing = await prepare(tx, call)
      if (writing instanceof Refused) return writing
      const follow = followOf(call, writing.contract)
      const refused = recordable(call, follow, now + offset)
      if (refused) return refused
      const messages: NewMessage[] = []
      for (const reader of writing.readers) {
        const notice = await noticeName(call, writing.contract, reader.locale)
        messages.push(mailOf({ reader, writing, text: await textFor(tx, call, { reader, writing, notice }), follow, by: caller.person }))
      }
      await addMessages(tx, messages, now + offset)
      await writeTrail(tx, {
        at: now,
        person: caller.person,
        action: 'message.added',
        subject: `contract/${params.id}`,
        address,
        data: { kind: body.kind },
      })
      return {
        notice: follow.service,
        messages: messages.map(({ key, recipient }) => ({ id: messageId(tx.tenant, key), name: recipient })),
      }
    },
  })
  if (!(outcome instanceof Refused)) {
    live.work({ messages: true })
    live.changed({ tenant: caller.tenant, kind: 'messages', ids: [] })
  }
  return outcome
}

type Mailing = {
  readonly reader: ContactRow
  readonly writing: Writing
  readonly text: NoticeText
  readonly follow: Follow
  readonly by: string
}

function mailOf({ reader, writing, text, follow, by }: Mailing): NewMessage {
  return {
    key: `notice/${follow.service}|contact/${reader.id}|mail`,
    kind: writing.template,
    channel: 'mail',
    contact: reader.id,
    recipient: reader.name,
    address: reader.email,
    locale: reader.locale,
    title: text.subject,
    body: text.body,
    about: `contract/${writing.contract.id}`,
    contract: writing.contract.id,
    follow: follow as unknown as Json,
    followBy: by,
  }
}
