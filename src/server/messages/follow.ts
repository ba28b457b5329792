import type { Json, Subject } from '../../core/fact.ts'
import { inTransaction, withTenant } from '../database/pool.ts'
import { writeService } from '../service.ts'
import type { Services } from '../services.ts'
import { dropFollow, keepFact } from '../store/messages.ts'
import type { MessageRow } from '../store/messages.ts'
import type { ServiceOwners } from '../store/services.ts'
import { saySentence } from '../words/say.ts'

/** What is recorded once a notice was accepted: the service record of this id, whoever of its readers was reached first. */
export type Follow = {
  readonly service: string
  readonly owners: { readonly [Noun in keyof ServiceOwners]?: string }
  readonly values: { readonly [field: string]: Json }
}

/**
 * `notice.delivered`, through the seam, with the message as its evidence. It is written after the mail was accepted and before the message is marked, under the id of the
 * notice: a crash in between writes it once, and of several readers the first to be reached counts. True: the message was marked now.
 */
export async function recordFollow(services: Services, { tenant, id }: { readonly tenant: string; readonly id: string }): Promise<boolean> {
  const { pool, clock } = services
  const [message] = await withTenant(pool, tenant, (tx) =>
    tx.query<MessageRow>(`SELECT * FROM message WHERE id = $1 AND state = 'accepted' AND follow IS NOT NULL AND fact IS NULL`, [id]),
  )
  if (!message) return false
  const { service, owners, values } = message.follow as unknown as Follow
  const { customer = '', contract, ticket, site, asset } = owners
  const evidence = saySentence(message.locale, 'message.evidence', {
    address: message.address ?? '',
    message: message.id,
    answer: message.answer ?? '',
  })
  const outcome = await writeService(services, {
    tenant,
    subject: `notice/${service}` as Subject,
    owners: { customer, contract, ticket, site, asset },
    person: message.follow_by ?? '',
    command: {
      name: 'record',
      type: 'notice.delivered',
      values: { ...values, summary: evidence },
      occurredAt: undefined,
      lateReason: undefined,
      lateEvidence: undefined,
    },
    opens: true,
  })
  const now = await clock.now(tenant)
  if (outcome.kind !== 'done' && outcome.kind !== 'exists') {
    await inTransaction(pool, tenant, (tx) => dropFollow(tx, { id, words: outcome.kind, now }))
    return true
  }
  const fact = outcome.kind === 'done' ? outcome.done.facts[0]!.id : await factOf(services, tenant, service)
  await inTransaction(pool, tenant, (tx) => keepFact(tx, { id, fact, now }))
  return true
}

async function factOf({ pool }: Services, tenant: string, service: string): Promise<string> {
  const [row] = await withTenant(pool, tenant, (tx) =>
    tx.query<{ id: string }>('SELECT id FROM fact WHERE subject = $1 ORDER BY seq LIMIT 1', [`notice/${service}`]),
  )
  if (!row) throw new Error(`the notice ${service} has no fact`)
  return row.id
}
