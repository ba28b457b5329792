import type { MailStanding, Message, MessageDetail, MessagePage, MessageQuery } from '../../../wire/messages.ts'
import { withTenant } from '../../database/pool.ts'
import { messageIdOf } from '../../messages/mail.ts'
import { countMessages, findMessages, logOfMessage, relatedTo } from '../../store/message-queries.ts'
import type { ListedMessage } from '../../store/message-queries.ts'
import { sendAgain } from '../../store/messages.ts'
import { pageOf, present } from '../../store/rows.ts'
import { writeTrail } from '../../store/trail.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse } from '../problem.ts'
import type { Call } from '../route.ts'

type Reads<Query = undefined, Params = undefined> = Call<'message.read', Params, Query, undefined>
type Id = { readonly id: string }

const numbered = (id: string | null, number: string | null) => (id === null || number === null ? undefined : { id, number })

function presentMessage(row: ListedMessage): Message {
  return {
    id: row.id,
    kind: row.kind,
    channel: row.channel,
    state: row.state,
    recipient: row.recipient,
    address: present(row.address),
    title: row.title,
    ticket: numbered(row.ticket, row.ticket_number),
    contract: numbered(row.contract, row.contract_number),
    at: row.created_at,
    changedAt: row.changed_at,
    nextTryAt: present(row.next_try_at),
    lastError: row.state === 'accepted' || row.state === 'read' ? undefined : present(row.last_error),
  }
}

/** What the vendor told whom is the vendor's own business. */
export function outsider({ customer }: Caller): Refused | undefined {
  return customer === undefined ? undefined : refuse(403, 'access.denied')
}

export async function listMessages({ http, caller, query }: Reads<MessageQuery>): Promise<MessagePage | Refused> {
  const denied = outsider(caller)
  if (denied) return denied
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findMessages(tx, query))
  return pageOf(rows, { limit: query.limit, place: (row) => [row.created_at, row.id], show: presentMessage })
}

export async function detailOf(http: Http, caller: Caller, id: string): Promise<MessageDetail | Refused> {
  const { pool, outbound } = http.services
  return withTenant(pool, caller.tenant, async (tx) => {
    const [row] = await findMessages(tx, { id, limit: 1 })
    if (!row) return recordMissing()
    const [log, related] = await Promise.all([logOfMessage(tx, id), relatedTo(tx, row)])
    return {
      ...presentMessage(row),
      body: row.body,
      locale: row.locale,
      attempts: row.attempts,
      messageId: row.channel === 'mail' && outbound.mail ? messageIdOf(caller.tenant, id, outbound.mail.from.address) : undefined,
      ...related,
      log: log.map(({ at, event, detail }) => ({ at, event, detail: present(detail) })),
    }
  })
}

export async function getMessage({ http, caller, params }: Reads<undefined, Id>): Promise<MessageDetail | Refused> {
  return outsider(caller) ?? detailOf(http, caller, params.id)
}

/** 重新发送 of a dead letter: what is under way or has arrived is not sent twice. */
export async function resend(call: Call<'message.send', Id, undefined, undefined>): Promise<MessageDetail | Refused> {
  const { http, caller, params, address } = call
  const denied = outsider(caller) ?? (http.services.outbound.mail ? undefined : mailIsOff(http))
  if (denied) return denied
  const offset = await http.services.clock.offset(caller.tenant)
  const outcome = await once<{ readonly ok: true }>(call, {
    work: async (tx, now) => {
      const [row] = await findMessages(tx, { id: params.id, limit: 1 })
      if (!row) return recordMissing()
      if (!(await sendAgain(tx, params.id, now + offset))) return refuse(422, 'message.not-dead')
      await writeTrail(tx, { at: now, person: caller.person, action: 'message.again', subject: `message/${params.id}`, address })
      return { ok: true }
    },
  })
  if (outcome instanceof Refused) return outcome
  http.services.live.work({ messages: true })
  http.services.live.changed({ tenant: caller.tenant, kind: 'messages', ids: [params.id] })
  return detailOf(http, caller, params.id)
}

/** Says which settings are missing, so that whoever runs the server can put it right. */
export function mailIsOff({ services }: Pick<Http, 'services'>): Refused {
  return refuse(422, 'mail.off', { settings: services.outbound.missing.join(' ') })
}

export async function mailStanding({ http, caller }: Reads): Promise<MailStanding | Refused> {
  const { pool, outbound } = http.services
  const counts = await withTenant(pool, caller.tenant, countMessages)
  const { mail, missing } = outbound
  return outsider(caller) ?? { on: mail !== undefined, ...(mail ? { from: mail.from.address } : {}), missing: [...missing], ...counts }
}
