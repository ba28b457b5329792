import type { Actor } from '../../core/access/can.ts'
import type { Subject } from '../../core/fact.ts'
import type { DisputeStanding, DisputeTarget, Side } from '../../core/dispute/state.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { DisputeQuery } from '../../wire/disputes.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { ownOrOwned } from './owned.ts'
import { ownerReach } from './reach.ts'
import { Sql, readCursor } from './rows.ts'

export type NewDispute = {
  readonly id: string
  readonly subject: Subject
  readonly target: DisputeTarget
  readonly side: Side
  readonly customer: string | undefined
  readonly contract: string | undefined
  readonly ticket: string | undefined
  readonly by: string
  readonly at: Instant
  readonly answerBy: Instant
}

/** False where another one about the same runs already. */
export async function saveDispute(tx: Transaction, dispute: NewDispute): Promise<boolean> {
  const { id, subject, target, side, customer, contract, ticket, by, at, answerBy } = dispute
  const verdict = target.what === 'verdict' ? target : undefined
  const rows = await tx.query(
    `INSERT INTO dispute (tenant_id, id, subject, what, of_fact, promise, episode, verdict, side, state, customer, contract, ticket, raised_by, raised_at, answer_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.tenant,
      id,
      subject,
      target.what,
      target.what === 'verdict' ? null : target.of,
      verdict?.promise ?? null,
      verdict?.episode ?? null,
      verdict?.verdict ?? null,
      side,
      customer ?? null,
      contract ?? null,
      ticket ?? null,
      by,
      at,
      answerBy,
    ],
  )
  return rows.length > 0
}

export type DisputeStep = {
  readonly id: string
  readonly from: DisputeStanding
  readonly state: DisputeStanding
  readonly fact: string
  readonly by: string
  readonly at: Instant
  readonly remedy?: string | undefined
}

/** False where it does not stand as the step saw it: somebody was faster. */
export async function stepDispute(tx: Transaction, { id, from, state, fact, by, at, remedy }: DisputeStep): Promise<boolean> {
  const columns =
    state === 'answered' ? 'answer = $5, answered_by = $6, answered_at = $7' : 'decision = $5, settled_by = $6, settled_at = $7'
  const rows = await tx.query(
    `UPDATE dispute SET state = $4, ${columns}, remedy = $8 WHERE tenant_id = $1 AND id = $2 AND state = $3 RETURNING id`,
    [tx.tenant, id, from, state, fact, by, at, remedy ?? null],
  )
  return rows.length > 0
}

/** Objections to these entries that are not settled: fact → dispute. */
export async function runningDisputes(
  tx: Tx,
  facts: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly state: 'open' | 'answered' }>> {
  if (facts.length === 0) return new Map()
  const rows = await tx.query<{ id: string; state: 'open' | 'answered'; of_fact: string }>(
    `SELECT q.id, q.state, q.of_fact FROM dispute q WHERE q.of_fact = ANY($1) AND q.state IN ('open', 'answered')`,
    [facts],
  )
  return new Map(rows.map(({ id, state, of_fact: of }) => [of, { id, state }]))
}

export type DisputeRow = {
  id: string
  subject: Subject
  what: DisputeTarget['what']
  of_fact: string | null
  promise: string | null
  episode: number | null
  verdict: string | null
  side: Side
  state: DisputeStanding
  customer: string | null
  contract: string | null
  contract_number: string | null
  ticket: string | null
  ticket_number: string | null
  ticket_title: string | null
  bound_hash: string | null
  raised_by: string
  raised_name: string | null
  raised_at: Instant
  answer_by: Instant
  answer: string | null
  answered_by: string | null
  answered_name: string | null
  answered_at: Instant | null
  decision: string | null
  settled_by: string | null
  settled_name: string | null
  settled_at: Instant | null
  remedy: 'void' | 'correct' | 'waive' | null
}

/** `from`, `until`: raised in this span, half-open. */
export type DisputesWanted = DisputeQuery & {
  readonly id?: string | undefined
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
}

/** Those that the person may see, the newest first. */
export function findDisputes(tx: Tx, actor: Actor, query: DisputesWanted): Promise<DisputeRow[]> {
  const sql = new Sql()
  const place = readCursor(query.cursor, ['instant', 'text'])
  const states = query.state === 'running' ? ['open', 'answered'] : [query.state]
  const where = [
    ownerReach(sql, actor, { action: 'fact.read', ticket: 't', owner: 'q' }),
    query.id === undefined ? 'true' : `q.id = ${sql.value(query.id)}`,
    query.state === undefined ? 'true' : `q.state = ANY(${sql.value(states)})`,
    query.contract === undefined ? 'true' : `q.contract = ${sql.value(query.contract)}`,
    query.ticket === undefined ? 'true' : `q.ticket = ${sql.value(query.ticket)}`,
    query.mine === undefined ? 'true' : ownOrOwned({ person: sql.value(actor.person), ticket: 't' }, 'o.subject = q.subject'),
    query.from === undefined ? 'true' : `q.raised_at >= ${sql.value(query.from)}`,
    query.until === undefined ? 'true' : `q.raised_at < ${sql.value(query.until)}`,
    place ? `(q.raised_at, q.id) < (${sql.value(place[0])}, ${sql.value(place[1])})` : 'true',
  ]
  return tx.query(
    `SELECT q.id, q.subject, q.what, q.of_fact, q.promise, q.episode, q.verdict, q.side, q.state, q.customer, q.contract, k.number AS contract_number,
       q.ticket, t.number AS ticket_number, t.title AS ticket_title, r.bound_hash, q.raised_by, p.name AS raised_name, q.raised_at, q.answer_by,
       q.answer, q.answered_by, a.name AS answered_name, q.answered_at, q.decision, q.settled_by, s.name AS settled_name, q.settled_at, q.remedy
     FROM dispute q LEFT JOIN ticket t ON t.tenant_id = q.tenant_id AND t.id = q.ticket
       LEFT JOIN contract k ON k.tenant_id = q.tenant_id AND k.id = q.contract
       LEFT JOIN record_state r ON r.tenant_id = q.tenant_id AND r.subject = q.subject
       LEFT JOIN person p ON p.tenant_id = q.tenant_id AND p.id = q.raised_by
       LEFT JOIN person a ON a.tenant_id = q.tenant_id AND a.id = q.answered_by
       LEFT JOIN person s ON s.tenant_id = q.tenant_id AND s.id = q.settled_by
     WHERE ${where.join(' AND ')} ORDER BY q.raised_at DESC, q.id DESC LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}
