import type { BounceMessage, MessageDetail } from '../../../wire/messages.ts'
import { withTenant } from '../../database/pool.ts'
import type { Transaction, Tx } from '../../database/pool.ts'
import { findMessages, recordedOf } from '../../store/message-queries.ts'
import { bounceMessage, holdMailsOf, recordAnew } from '../../store/messages.ts'
import { writeTrail } from '../../store/trail.ts'
import { newId } from '../../transact.ts'
import type { Along } from '../../transact.ts'
import { rule } from '../obligations/rulings.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { detailOf, outsider } from './read.ts'

type Bounce = Call<'message.send', { readonly id: string }, undefined, BounceMessage>
type At = { readonly now: number; readonly offset: number }

/** `gone`: the fact that was recorded on the strength of this mail and its fellows, and is void. */
async function comeBack(
  tx: Transaction,
  { caller, params, body, address }: Bounce,
  { now, offset, gone }: At & { readonly gone?: string | undefined },
) {
  if (!(await bounceMessage(tx, { id: params.id, words: body.reason, now: now + offset }))) throw refuse(422, 'message.not-arrived')
  if (gone !== undefined) await recordAnew(tx, { fact: gone, service: newId(), now: now + offset })
  await writeTrail(tx, { at: now, person: caller.person, action: 'message.bounced', subject: `message/${params.id}`, address })
}

async function recordedFor(tx: Tx, id: string) {
  const [row] = await findMessages(tx, { id, limit: 1 })
  return row && { row, recorded: await recordedOf(tx, row) }
}

/** Nothing rests on this mail alone. `overtaken`: meanwhile something does, since the last of its fellows came back. */
async function bounceAlone(call: Bounce, offset: number): Promise<{ readonly ok: true } | Refused | 'overtaken'> {
  let overtaken = false
  const outcome = await once<{ readonly ok: true }>(call, {
    work: async (tx, now) => {
      const before = await recordedFor(tx, call.params.id)
      if (!before) return recordMissing()
      if (before.recorded) await holdMailsOf(tx, before.recorded.fact)
      const recorded = await recordedOf(tx, before.row)
      overtaken = recorded !== undefined && recorded.stands && !recorded.others
      if (overtaken) return recordMissing()
      await comeBack(tx, call, { now, offset, gone: recorded?.stands === false ? recorded.fact : undefined })
      return { ok: true }
    },
  })
  return overtaken ? 'overtaken' : outcome
}

/** What rests on this mail alone is declared void with it. */
function bounceWithFact(call: Bounce, fact: string, offset: number) {
  const { http, caller, body, key } = call
  const along: Along = (step) => ({
    ...step,
    beside: async (tx, done) => {
      await step.beside?.(tx, done)
      await comeBack(tx, call, { now: done.recordedAt - offset, offset, gone: fact })
    },
  })
  return rule({ http, caller, key, action: 'fact.void', of: fact, command: { name: 'void', of: fact, reason: body.reason }, along })
}

/**
 * 标记退回: a mail that its server had taken came back to the sender's mailbox. What was recorded on its strength alone is declared void in the same
 * transaction, so that the promise is open again, or broken.
 */
export async function bounce(call: Bounce): Promise<MessageDetail | Refused> {
  const { http, caller, params } = call
  const denied = outsider(caller)
  if (denied) return denied
  const { pool, clock, live } = http.services
  const offset = await clock.offset(caller.tenant)
  const before = await withTenant(pool, caller.tenant, (tx) => recordedFor(tx, params.id))
  const alone = before?.recorded?.stands && !before.recorded.others && before.row.state === 'accepted'
  const outcome = alone ? await bounceWithFact(call, before.recorded!.fact, offset) : await bounceAlone(call, offset)
  if (outcome === 'overtaken') return bounce(call)
  if (outcome instanceof Refused) return outcome
  live.changed({ tenant: caller.tenant, kind: 'messages', ids: [params.id] })
  return detailOf(http, caller, params.id)
}
