import type { Subject } from '../../core/fact.ts'
import type { Actor } from '../../core/access/can.ts'
import { STAYING } from '../../core/promise/again.ts'
import { ownerIn } from '../../core/promise/owner.ts'
import type { Obligation } from '../../core/promise/types.ts'
import type { ReleaseKind } from '../../core/release/ask.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { ObligationQuery } from '../../wire/obligations.ts'
import type { Tx } from '../database/pool.ts'
import { ownedBy, UNDONE } from './owned.ts'
import { obligationReach } from './reach.ts'
import { Sql, present, readCursor } from './rows.ts'

type Row = {
  subject: Obligation['subject']
  promise: string
  episode: number
  ticket: string | null
  ticket_number: string | null
  ticket_title: string | null
  contract: string | null
  contract_number: string | null
  customer: string | null
  release: string | null
  release_kind: ReleaseKind | null
  dispute: string | null
  dispute_state: 'open' | 'answered' | null
  bound_hash: string | null
  state: Obligation['state']
  opened_at: number
  due_at: number | null
  target_at: number | null
  kept_at: number | null
  broken_at: number | null
  fulfilled_at: number | null
  ended_at: number | null
  provisional: boolean
  paused_ms: number
  evidence: string[]
  why: Obligation['why']
}

/** An obligation as it is stored, with the names of what it belongs to. */
export type StoredObligation = Obligation & {
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string } | undefined
  readonly contract: { readonly id: string; readonly number: string } | undefined
  readonly boundHash: string | undefined
  readonly customer: string | undefined
} & ObligationMarks

/** What stands on top of a verdict, and is none: a waiver or excuse that waits for a second person, an objection that is not settled. */
export type ObligationMarks = {
  readonly release?: { readonly id: string; readonly kind: ReleaseKind } | undefined
  readonly dispute?: { readonly id: string; readonly state: 'open' | 'answered' } | undefined
}

/** An objection that runs: to the verdict itself, or to an entry on which it stands (what kept or broke it, its anchor, a pause). */
const DISPUTED = `SELECT q.id, q.state FROM dispute q WHERE q.tenant_id = o.tenant_id AND q.contract IS NOT DISTINCT FROM o.contract AND q.state IN ('open', 'answered')
    AND (q.of_fact = ANY(o.evidence) OR q.of_fact = o.why #>> '{anchor,fact}' OR o.why -> 'pauses' @> jsonb_build_array(jsonb_build_object('fact', q.of_fact))
      OR (q.subject = o.subject AND q.promise = o.promise AND q.episode = o.episode)) ORDER BY q.raised_at LIMIT 1`

const COLUMNS = `o.subject, o.promise, o.episode, o.ticket, t.number AS ticket_number, t.title AS ticket_title, o.contract, k.number AS contract_number, o.customer, w.id AS release, w.kind AS release_kind, d.id AS dispute, d.state AS dispute_state, r.bound_hash,
  o.state, o.opened_at, o.due_at, o.target_at, o.kept_at, o.broken_at, o.fulfilled_at, o.ended_at, o.provisional, o.paused_ms, o.evidence, o.why`

const FROM = `FROM obligation o LEFT JOIN ticket t ON t.tenant_id = o.tenant_id AND t.id = o.ticket LEFT JOIN contract k ON k.tenant_id = o.tenant_id AND k.id = o.contract
  LEFT JOIN record_state r ON r.tenant_id = o.tenant_id AND r.subject = o.subject
  LEFT JOIN release w ON w.tenant_id = o.tenant_id AND w.subject = o.subject AND w.promise = o.promise AND coalesce(w.episode, 0) = o.episode AND w.state = 'waiting'
  LEFT JOIN LATERAL (${DISPUTED}) d ON true`

function obligationOf(row: Row): StoredObligation {
  return {
    subject: row.subject,
    promise: row.promise,
    episode: row.episode,
    openedAt: row.opened_at,
    dueAt: present(row.due_at),
    targetAt: present(row.target_at),
    provisional: row.provisional,
    state: row.state,
    keptAt: present(row.kept_at),
    brokenAt: present(row.broken_at),
    fulfilledAt: present(row.fulfilled_at),
    endedAt: present(row.ended_at),
    pausedMs: row.paused_ms,
    evidence: row.evidence,
    why: row.why,
    ticket: row.ticket === null ? undefined : { id: row.ticket, number: row.ticket_number ?? '', title: row.ticket_title ?? '' },
    contract: row.contract === null ? undefined : { id: row.contract, number: row.contract_number ?? '' },
    boundHash: present(row.bound_hash),
    customer: present(row.customer),
    release: row.release === null ? undefined : { id: row.release, kind: row.release_kind ?? 'waive' },
    dispute: row.dispute === null ? undefined : { id: row.dispute, state: row.dispute_state ?? 'open' },
  }
}

export async function obligationsOfTickets(tx: Tx, tickets: readonly string[]): Promise<StoredObligation[]> {
  const rows = await tx.query<Row>(`SELECT ${COLUMNS} ${FROM} WHERE o.ticket = ANY($1) ORDER BY o.opened_at, o.promise, o.episode`, [
    tickets,
  ])
  return rows.map(obligationOf)
}

export async function obligationsOf(tx: Tx, subject: Subject): Promise<StoredObligation[]> {
  const rows = await tx.query<Row>(`SELECT ${COLUMNS} ${FROM} WHERE o.subject = $1 ORDER BY o.opened_at, o.promise, o.episode`, [subject])
  return rows.map(obligationOf)
}

/** Those that these facts started. */
export async function obligationsFrom(tx: Tx, facts: readonly string[]): Promise<StoredObligation[]> {
  if (facts.length === 0) return []
  // By the contracts that the facts name: an index leads there, and none to what a clock began with.
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} ${FROM} WHERE o.contract IN (SELECT substr(s.subject, 10) FROM fact f JOIN fact_subject s ON s.tenant_id = f.tenant_id AND s.seq = f.seq
       WHERE f.id = ANY($1) AND s.subject LIKE 'contract/%') AND o.why #>> '{anchor,fact}' = ANY($1) ORDER BY o.opened_at, o.promise, o.episode`,
    [facts],
  )
  return rows.map(obligationOf)
}

/** Those of these owners that these facts started. */
export async function obligationsStarted(tx: Tx, owners: readonly Subject[], facts: readonly string[]): Promise<StoredObligation[]> {
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} ${FROM} WHERE o.subject = ANY($1) AND o.why #>> '{anchor,fact}' = ANY($2) ORDER BY o.opened_at, o.promise, o.episode`,
    [owners, facts],
  )
  return rows.map(obligationOf)
}

/** A number that did not hold: of a window that is over, or that holds again since, nothing is left to be done. */
const OVER = `o.why -> 'detail' ?| array['atLeast', 'atMost'] AND (o.due_at IS NOT NULL OR EXISTS (SELECT FROM obligation later
  WHERE later.tenant_id = o.tenant_id AND later.subject = o.subject AND later.promise = o.promise AND later.episode > o.episode))`

/** Broken, and still to be done. */
const UNMET = `o.state = 'broken' AND o.fulfilled_at IS NULL AND o.ended_at IS NULL AND t.closed_at IS NULL AND (${OVER}) IS NOT TRUE`

/** 欠缺: record forms that a rule requires and nobody has filled in. */
const LACKING = `o.state = 'open' AND o.due_at IS NULL AND o.why #> '{detail,forms}' IS NOT NULL`

const OWNERS: Readonly<Record<NonNullable<ObligationQuery['owner']>, string>> = {
  ticket: `o.subject LIKE 'ticket/%'`,
  contract: `o.subject LIKE 'contract/%'`,
  standing: `split_part(o.subject, '/', 1) IN (${STAYING.map((noun) => `'${noun}'`).join(', ')})`,
}

const mine = (person: string) =>
  `(t.assignee = ${person} OR (o.subject, o.promise, o.episode) IN (SELECT own.subject, own.promise, own.episode FROM (${ownedBy(person, UNDONE)}) own))`

/** An owner's obligations are those under all its contracts; those of one record are asked for by its own name. */
const whose = (subject: string) => (ownerIn(subject as Subject) === subject ? 'r.owner' : 'o.subject')

/** Filtered, by due time; what has no due time stands at the end. Who sees an obligation: `obligationReach`. */
export async function findObligations(
  tx: Tx,
  actor: Actor,
  query: ObligationQuery & { readonly now: Instant },
): Promise<StoredObligation[]> {
  const sql = new Sql()
  const place = readCursor(query.cursor, ['instant', 'text', 'text', 'count'])
  const equal = (['state', 'promise', 'contract', 'customer', 'ticket'] as const).filter((name) => query[name] !== undefined)
  const key = '(coalesce(o.due_at, 9007199254740991), o.subject, o.promise, o.episode)'
  const where = [
    obligationReach(sql, actor, 'o'),
    ...equal.map((name) => `o.${name} = ${sql.value(query[name])}`),
    query.subject === undefined ? 'true' : `${whose(query.subject)} = ${sql.value(query.subject)}`,
    query.dueFrom === undefined ? 'true' : `o.due_at >= ${sql.value(query.dueFrom)}`,
    query.dueUntil === undefined ? 'true' : `o.due_at < ${sql.value(query.dueUntil)}`,
    query.dueWithin === undefined ? 'true' : `o.due_at >= ${sql.value(query.now)} AND o.due_at < ${sql.value(query.now + query.dueWithin)}`,
    query.owner === undefined ? 'true' : OWNERS[query.owner],
    query.unmet === undefined ? 'true' : UNMET,
    query.missing === undefined ? 'true' : LACKING,
    query.mine === undefined ? 'true' : mine(sql.value(actor.person)),
    query.disputed === undefined ? 'true' : query.disputed === 'yes' ? 'd.id IS NOT NULL' : 'd.id IS NULL',
    place
      ? `${key} > (${sql.value(place[0])}::bigint, ${sql.value(place[1])}, ${sql.value(place[2])}, ${sql.value(place[3])}::int)`
      : 'true',
  ]
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${key} LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
  return rows.map(obligationOf)
}

export type ObligationKey = { readonly subject: string; readonly promise: string; readonly episode: number }

export async function findObligation(tx: Tx, actor: Actor, key: ObligationKey): Promise<StoredObligation | undefined> {
  const sql = new Sql()
  const where = `o.subject = ${sql.value(key.subject)} AND o.promise = ${sql.value(key.promise)} AND o.episode = ${sql.value(key.episode)} AND ${obligationReach(sql, actor, 'o')}`
  const [row] = await tx.query<Row>(`SELECT ${COLUMNS} ${FROM} WHERE ${where}`, sql.values)
  return row && obligationOf(row)
}

/** Whose obligations run under a contract: its own, its tickets', its devices'. */
export async function runningSubjects(tx: Tx, contract: string): Promise<Obligation['subject'][]> {
  const text = `SELECT DISTINCT subject FROM obligation WHERE contract = $1 AND state IN ('open', 'paused') ORDER BY subject`
  return (await tx.query<{ subject: Obligation['subject'] }>(text, [contract])).map(({ subject }) => subject)
}

export type BeliefRow = {
  promise: string
  episode: number
  at: number
  state: string
  due_at: number | null
  kept_at: number | null
  broken_at: number | null
  fulfilled_at: number | null
  provisional: boolean
}

/** Every verdict that was believed, in the order in which it came to be believed. */
export function beliefsOf(tx: Tx, subjects: readonly string[]): Promise<(BeliefRow & { subject: string })[]> {
  return tx.query(
    'SELECT subject, promise, episode, at, state, due_at, kept_at, broken_at, fulfilled_at, provisional FROM belief WHERE subject = ANY($1) ORDER BY id',
    [subjects],
  )
}

export type BoardWanted = {
  readonly contract: string
  readonly from: number
  readonly until: number
  readonly promise?: string | undefined
  readonly limit: number
  readonly after?: readonly (string | number | null)[] | undefined
}

const AT = 'coalesce(o.broken_at, o.kept_at, o.ended_at, o.due_at, o.opened_at)'
/** `placeOf` of a row. */
const PLACE = `(${AT} - CASE WHEN ${AT} = o.due_at THEN 1 ELSE 0 END)`

/** When an instance stands in time: at its verdict, else when it will come due. What is due at 24:00 belongs to the day, and so to the period, that ends with it. */
export function placeOf(one: Obligation): number {
  const at = one.brokenAt ?? one.keptAt ?? one.endedAt ?? one.dueAt ?? one.openedAt
  return at === one.dueAt ? at - 1 : at
}

/** Instances of a contract that touch the span: judged in it, to come due in it, or running in it, be they due later. */
export async function boardObligations(tx: Tx, actor: Actor, wanted: BoardWanted): Promise<StoredObligation[]> {
  const sql = new Sql()
  const [from, until] = [sql.value(wanted.from), sql.value(wanted.until)]
  const running = `o.state IN ('open', 'paused') AND o.opened_at < ${until} AND (o.due_at IS NULL OR o.state = 'paused' OR ${PLACE} >= ${from})`
  const where = [
    `o.contract = ${sql.value(wanted.contract)}`,
    `((${PLACE} >= ${from} AND ${PLACE} < ${until}) OR (${running}))`,
    wanted.promise === undefined ? 'true' : `o.promise = ${sql.value(wanted.promise)}`,
    obligationReach(sql, actor, 'o'),
    wanted.after
      ? `(${PLACE}, o.subject, o.episode) < (${sql.value(wanted.after[0])}::bigint, ${sql.value(wanted.after[1])}, ${sql.value(wanted.after[2])}::int)`
      : 'true',
  ]
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${PLACE} DESC, o.subject DESC, o.episode DESC LIMIT ${sql.value(wanted.limit)}`,
    sql.values,
  )
  return rows.map(obligationOf)
}

type Owed = { readonly contracts: readonly string[]; readonly now: Instant }

/** By contract: how much is overdue and still to be done, and when the next thing is due. */
export async function owedNow(
  tx: Tx,
  { contracts, now }: Owed,
): Promise<ReadonlyMap<string, { readonly overdue: number; readonly nextDueAt?: Instant }>> {
  const rows = await tx.query<{ contract: string; overdue: number; next_due_at: Instant | null }>(
    `SELECT o.contract, count(*) FILTER (WHERE o.state = 'broken')::int AS overdue, min(o.due_at) FILTER (WHERE o.state = 'open' AND o.due_at > $2) AS next_due_at
     FROM obligation o WHERE o.contract = ANY($1) AND ${UNDONE} GROUP BY o.contract`,
    [contracts, now],
  )
  return new Map(
    rows.map(({ contract, overdue, next_due_at: next }) => [contract, { overdue, ...(next === null ? {} : { nextDueAt: next }) }]),
  )
}
