import { hash } from 'node:crypto'
import type { MessageChannel, MessageState, SentKind } from '../../core/message/kinds.ts'
import type { Json } from '../../core/fact.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Locale } from '../../core/words.ts'
import type { Transaction, Tx } from '../database/pool.ts'

/** 投递记录: what happened to a message, line by line. `corrected`: it had left, and a correction went after it. */
export type LogEvent =
  | 'queued'
  | 'handed'
  | 'accepted'
  | 'deferred'
  | 'failed'
  | 'bounced'
  | 'withdrawn'
  | 'corrected'
  | 'read'
  | 'again'
  | 'recorded'
  | 'unrecorded'

export type NewMessage = {
  /** once only: the effect or the request behind it, the recipient, the channel */
  readonly key: string
  readonly kind: SentKind
  readonly channel: MessageChannel
  readonly effect?: string | undefined
  readonly corrects?: string | undefined
  readonly person?: string | undefined
  readonly contact?: string | undefined
  readonly recipient: string
  readonly address?: string | undefined
  readonly locale: Locale
  readonly title: string
  readonly body: string
  readonly about?: string | undefined
  readonly ticket?: string | undefined
  readonly contract?: string | undefined
  /** when it is sent first; an inbox takes it at once */
  readonly sendAt?: Instant | undefined
  /** what is recorded once it was accepted, and who asked for it */
  readonly follow?: Json | undefined
  readonly followBy?: string | undefined
}

export function messageId(tenant: string, key: string): string {
  return hash('sha256', `${tenant}\n${key}`, 'hex').slice(0, 32)
}

const COLUMNS = `tenant_id, id, key, kind, channel, effect, corrects, person, contact, recipient, address, locale, title, body, about, ticket, contract, state,
  next_try_at, follow, follow_by, created_at, changed_at`

/** Writes messages with the first line of their log; one whose key is there already stays as it is. Answers the ids that are new. */
export async function addMessages(tx: Tx, messages: readonly NewMessage[], now: Instant): Promise<string[]> {
  if (messages.length === 0) return []
  const rows = messages.map((one) => ({
    ...one,
    id: messageId(tx.tenant, one.key),
    state: one.channel === 'inbox' ? 'accepted' : 'queued',
    next_try_at: one.channel === 'inbox' ? null : (one.sendAt ?? now),
    follow_by: one.followBy,
  }))
  const added = await tx.query<{ id: string }>(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb) AS g (id text, key text, kind text, channel text, effect text, corrects text, person text, contact text, recipient text,
         address text, locale text, title text, body text, about text, ticket text, contract text, state text, next_try_at bigint, follow jsonb, follow_by text)
     ), added AS (
       INSERT INTO message (${COLUMNS})
       SELECT $1, id, key, kind, channel, effect, corrects, person, contact, recipient, address, locale, title, body, about, ticket, contract, state, next_try_at, follow, follow_by, $3, $3
       FROM given ON CONFLICT DO NOTHING RETURNING id, state
     ), logged AS (
       INSERT INTO message_log (tenant_id, message, at, event) SELECT $1, id, $3, state FROM added
     )
     SELECT id FROM added`,
    [tx.tenant, JSON.stringify(rows), now],
  )
  return added.map((row) => row.id)
}

export async function logMessage(
  tx: Tx,
  line: { readonly message: string; readonly at: Instant; readonly event: LogEvent; readonly detail?: string | undefined },
): Promise<void> {
  await tx.query('INSERT INTO message_log (tenant_id, message, at, event, detail) VALUES ($1, $2, $3, $4, $5)', [
    tx.tenant,
    line.message,
    line.at,
    line.event,
    line.detail ?? null,
  ])
}

export type MessageRow = {
  id: string
  key: string
  kind: SentKind
  channel: MessageChannel
  effect: string | null
  corrects: string | null
  person: string | null
  contact: string | null
  recipient: string
  address: string | null
  locale: Locale
  title: string
  body: string
  about: string | null
  ticket: string | null
  contract: string | null
  state: MessageState
  attempts: number
  first_tried_at: number | null
  next_try_at: number | null
  claimed_until: number | null
  doubtful: boolean
  answer: string | null
  last_error: string | null
  follow: Json | null
  follow_by: string | null
  fact: string | null
  created_at: number
  changed_at: number
}

type Claim = { readonly id: string; readonly now: Instant; readonly machine: Instant; readonly forMs: number }

/**
 * Takes a message for one worker before anything is sent. A claim that finds it `handed` comes after a crash: nobody knows whether it left, so it is sent again
 * under the same Message-ID. Undefined: another has it, or it is done with.
 */
export async function claimMessage(tx: Transaction, { id, now, machine, forMs }: Claim): Promise<MessageRow | undefined> {
  const [row] = await tx.query<MessageRow>(
    `UPDATE message SET state = 'handed', attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, $2), claimed_until = $3::bigint + $4::bigint,
       doubtful = doubtful OR state = 'handed', changed_at = $2
     WHERE id = $1 AND state IN ('queued', 'deferred', 'handed') AND next_try_at <= $2 AND (claimed_until IS NULL OR claimed_until <= $3) RETURNING *`,
    [id, now, machine, forMs],
  )
  if (row) await logMessage(tx, { message: id, at: now, event: 'handed', detail: String(row.attempts) })
  return row
}

export type Settled = {
  readonly id: string
  /** which attempt it was; a later one has taken the message over from a worker that was thought dead */
  readonly attempt: number
  readonly now: Instant
  readonly state: 'accepted' | 'deferred' | 'failed'
  readonly words: string
  readonly doubtful: boolean
  readonly nextTryAt: Instant | undefined
}

/** Writes down what came of an attempt. That it was accepted stands whoever says so; a refusal counts only while the attempt is the last. */
export async function settleMessage(tx: Transaction, settled: Settled): Promise<boolean> {
  const { id, attempt, now, state, words, doubtful, nextTryAt } = settled
  const accepted = state === 'accepted'
  const rows = await tx.query(
    `UPDATE message SET state = $2, next_try_at = $3, claimed_until = NULL, doubtful = doubtful OR $4, changed_at = $5,
       answer = CASE WHEN $6 THEN $7 ELSE answer END, last_error = CASE WHEN $6 THEN last_error ELSE $7 END
     WHERE id = $1 AND CASE WHEN $6 THEN state IN ('handed', 'deferred', 'failed') ELSE state = 'handed' AND attempts = $8 END RETURNING id`,
    [id, state, nextTryAt ?? null, doubtful, now, accepted, words, attempt],
  )
  if (rows.length > 0) await logMessage(tx, { message: id, at: now, event: state, detail: words })
  return rows.length > 0
}

/** What a link that works once was written into is kept without it. */
export async function keepText(
  tx: Transaction,
  id: string,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<void> {
  await tx.query('UPDATE message SET title = $2, body = $3 WHERE id = $1', [id, title, body])
}

/** Messages of an effect that have certainly not left: they never will. A dead letter must not be sent again either. */
export async function withdrawUnsent(tx: Transaction, effect: string, now: Instant): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `WITH gone AS (
       UPDATE message SET state = 'withdrawn', next_try_at = NULL, changed_at = $3
       WHERE effect = $2 AND channel <> 'inbox' AND state IN ('queued', 'deferred', 'failed') AND NOT doubtful RETURNING id
     ), logged AS (INSERT INTO message_log (tenant_id, message, at, event) SELECT $1, id, $3, 'withdrawn' FROM gone)
     SELECT id FROM gone`,
    [tx.tenant, effect, now],
  )
  return rows.map((row) => row.id)
}

/** What stands of the messages of an effect by other ways than the inbox, and has to be taken back by the same way. */
export function sentMessages(tx: Tx, effect: string): Promise<MessageRow[]> {
  return tx.query(`SELECT * FROM message WHERE effect = $1 AND channel <> 'inbox' AND state <> 'withdrawn' ORDER BY id`, [effect])
}

/** Somebody acknowledged it in their inbox. */
export async function markRead(tx: Tx, { effect, person, now }: { effect: string; person: string; now: Instant }): Promise<void> {
  await tx.query(
    `WITH seen AS (
       UPDATE message SET state = 'read', changed_at = $4 WHERE effect = $2 AND person = $3 AND channel = 'inbox' AND state = 'accepted' RETURNING id
     ) INSERT INTO message_log (tenant_id, message, at, event) SELECT $1, id, $4, 'read' FROM seen`,
    [tx.tenant, effect, person, now],
  )
}

/** Of several mails that bear out one fact, one is settled after the other. */
export async function holdMailsOf(tx: Transaction, fact: string): Promise<void> {
  await tx.query('SELECT FROM message WHERE fact = $1 ORDER BY id FOR UPDATE', [fact])
}

/** The fact of these mails is void: the first of them that is sent again and accepted is recorded anew, as the service record `service`. */
export async function recordAnew(tx: Transaction, { fact, service, now }: { fact: string; service: string; now: Instant }): Promise<void> {
  await tx.query(
    `UPDATE message SET fact = NULL, follow = jsonb_set(follow, '{service}', to_jsonb($2::text)), changed_at = $3 WHERE fact = $1`,
    [fact, service, now],
  )
}

/** 退回: a mail that was taken came back. */
export async function bounceMessage(
  tx: Transaction,
  { id, words, now }: { readonly id: string; readonly words: string; readonly now: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE message SET state = 'bounced', last_error = $2, changed_at = $3 WHERE id = $1 AND channel = 'mail' AND state = 'accepted' RETURNING id`,
    [id, words, now],
  )
  if (rows.length > 0) await logMessage(tx, { message: id, at: now, event: 'bounced', detail: words })
  return rows.length > 0
}

/** A dead letter goes out once more, its 72 hours begin anew. */
export async function sendAgain(tx: Transaction, id: string, now: Instant): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE message SET state = 'queued', attempts = 0, first_tried_at = NULL, next_try_at = $2, claimed_until = NULL, changed_at = $2
     WHERE id = $1 AND state IN ('failed', 'bounced') RETURNING id`,
    [id, now],
  )
  if (rows.length > 0) await logMessage(tx, { message: id, at: now, event: 'again' })
  return rows.length > 0
}

export async function keepFact(tx: Transaction, { id, fact, now }: { id: string; fact: string; now: Instant }): Promise<void> {
  const rows = await tx.query('UPDATE message SET fact = $2, changed_at = $3 WHERE id = $1 AND fact IS NULL RETURNING id', [id, fact, now])
  if (rows.length > 0) await logMessage(tx, { message: id, at: now, event: 'recorded', detail: fact })
}

/** What was accepted and cannot be recorded, with the reason: nobody tries any more. */
export async function dropFollow(tx: Transaction, { id, words, now }: { id: string; words: string; now: Instant }): Promise<void> {
  const rows = await tx.query(
    'UPDATE message SET follow = NULL, changed_at = $2 WHERE id = $1 AND follow IS NOT NULL AND fact IS NULL RETURNING id',
    [id, now],
  )
  if (rows.length > 0) await logMessage(tx, { message: id, at: now, event: 'unrecorded', detail: words })
}
