import type { Fact, Subject } from '../../core/fact.ts'
import type { RecordState } from '../../core/promise/record.ts'
import type { Belief, Effect, Obligation } from '../../core/promise/types.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { initialsOf } from './initials.ts'
import { compose } from './write.ts'
import type { Part } from './write.ts'

/** A subject's record as stored. `version` is what a writer must still find. */
export type StoredRecord = {
  readonly subject: Subject
  readonly version: number
  readonly contract: string | undefined
  readonly customer: string | undefined
  /** the ticket that its obligations belong to */
  readonly ticket: string | undefined
  readonly boundHash: string | undefined
  readonly position: number
  readonly record: RecordState | undefined
  /** `promise|episode` → digest of what stands in the row */
  readonly written: Readonly<Record<string, string>>
  readonly beliefs: number
}

export type RecordRow = {
  readonly subject: Subject
  readonly version: number
  readonly contract: string | null
  readonly customer: string | null
  readonly ticket: string | null
  readonly bound_hash: string | null
  readonly position: number
  readonly record: RecordState | null
  readonly written: Readonly<Record<string, string>>
  readonly beliefs: number
}

export const RECORD_COLUMNS =
  'r.subject, r.version, r.contract, r.customer, r.ticket, r.bound_hash, r.position, r.record, r.written, r.beliefs'

export function recordOf(row: RecordRow): StoredRecord {
  const { subject, version, contract, customer, ticket, bound_hash, position, record, written, beliefs } = row
  const belonging = { contract: contract ?? undefined, customer: customer ?? undefined, ticket: ticket ?? undefined }
  return { subject, version, ...belonging, boundHash: bound_hash ?? undefined, position, record: record ?? undefined, written, beliefs }
}

export type FirstAnswer = { readonly bodyHash: string; readonly answer: unknown }

/** What a command on a subject begins with, in one statement: its record, its aggregate's state, and the first answer if the key was used. */
export type Standing = {
  readonly record: StoredRecord | undefined
  readonly state: unknown
  readonly stateVersion: number
  readonly first: FirstAnswer | undefined
}

export type Key = { readonly person: string; readonly key: string }

export async function readStanding(tx: Tx, subject: Subject, key: Key | undefined): Promise<Standing> {
  const text = `
    SELECT ${RECORD_COLUMNS}, coalesce(t.state_json, k.state_json, v.state_json, n.state_json) AS state_json, coalesce(t.version, k.version, v.version, n.version) AS state_version, i.body_hash, i.answer
    FROM (SELECT 1) one
    LEFT JOIN record_state r ON r.tenant_id = $1 AND r.subject = $2
    LEFT JOIN ticket t ON t.tenant_id = $1 AND t.id = $3
    LEFT JOIN contract k ON k.tenant_id = $1 AND k.id = $6
    LEFT JOIN service_record v ON v.tenant_id = $1 AND v.noun || '/' || v.id = $2 AND v.id = $7
    LEFT JOIN invoice n ON n.tenant_id = $1 AND n.id = $8
    LEFT JOIN idempotency i ON i.tenant_id = $1 AND i.person = $4 AND i.key = $5`
  const idOf = (noun: string): string => (subject.startsWith(noun) ? subject.slice(noun.length) : '')
  type Row = { [Name in keyof RecordRow]: RecordRow[Name] | null } & {
    state_json: unknown
    state_version: number | null
    body_hash: string | null
    answer: unknown
  }
  const values = [
    tx.tenant,
    subject,
    idOf('ticket/'),
    key?.person ?? '',
    key?.key ?? '',
    idOf('contract/'),
    subject.slice(subject.indexOf('/') + 1),
    idOf('invoice/'),
  ]
  const [row] = await tx.query<Row>({ name: 'read-standing', text, values })
  return {
    record: row!.version === null ? undefined : recordOf(row as RecordRow),
    state: row!.state_json ?? undefined,
    stateVersion: row!.state_version ?? 0,
    first: row!.body_hash === null ? undefined : { bodyHash: row!.body_hash, answer: row!.answer },
  }
}

/** Records of further owners that a fact speaks to. */
export async function readRecords(tx: Tx, subjects: readonly Subject[]): Promise<StoredRecord[]> {
  const text = `SELECT ${RECORD_COLUMNS} FROM record_state r WHERE r.tenant_id = $1 AND r.subject = ANY($2)`
  return (await tx.query<RecordRow>({ name: 'read-records', text, values: [tx.tenant, subjects] })).map(recordOf)
}

/** Tickets as they stand, to be moved by what was done under them. */
export function readTicketStates(tx: Tx, ids: readonly string[]): Promise<{ id: string; version: number; state: unknown }[]> {
  return tx.query('SELECT id, version, state_json AS state FROM ticket WHERE tenant_id = $1 AND id = ANY($2)', [tx.tenant, ids])
}

export async function readFirstAnswer(tx: Tx, { person, key }: Key): Promise<FirstAnswer | undefined> {
  const text = 'SELECT body_hash, answer FROM idempotency WHERE tenant_id = $1 AND person = $2 AND key = $3'
  const [row] = await tx.query<{ body_hash: string; answer: unknown }>(text, [tx.tenant, person, key])
  return row && { bodyHash: row.body_hash, answer: row.answer }
}

type FactRow = {
  readonly id: string
  readonly seq: number
  readonly subject: Subject
  readonly also: readonly Subject[]
  readonly type: Fact['type']
  readonly occurred_at: number
  readonly recorded_at: number
  readonly source: Fact['source']
  readonly by_person: string | null
  readonly data: Fact['data']
}

function factOf({ id, seq, subject, also, type, occurred_at, recorded_at, source, by_person, data }: FactRow): Fact {
  return { id, seq, subject, also, type, occurredAt: occurred_at, recordedAt: recorded_at, source, by: by_person ?? undefined, data }
}

/** All facts that name the subject, in ledger order. */
export async function readFacts(tx: Tx, subject: Subject): Promise<Fact[]> {
  const text = `
    SELECT f.id, f.seq, f.subject, f.also, f.type, f.occurred_at, f.recorded_at, f.source, f.by_person, f.data
    FROM fact_subject s JOIN fact f ON f.tenant_id = s.tenant_id AND f.seq = s.seq
    WHERE s.tenant_id = $1 AND s.subject = $2 ORDER BY s.seq`
  return (await tx.query<FactRow>({ name: 'read-facts', text, values: [tx.tenant, subject] })).map(factOf)
}

export async function readFact(tx: Tx, id: string): Promise<Fact | undefined> {
  const text =
    'SELECT id, seq, subject, also, type, occurred_at, recorded_at, source, by_person, data FROM fact WHERE tenant_id = $1 AND id = $2'
  const [row] = await tx.query<FactRow>(text, [tx.tenant, id])
  return row && factOf(row)
}

/** What one command or wake-up writes, all of it or nothing. */
export type Change = {
  readonly records: readonly RecordChange[]
  readonly facts: readonly (Fact & { readonly salt: string; readonly texts: Readonly<Record<string, string>> })[]
  readonly texts: readonly { readonly fact: string; readonly field: string; readonly text: string; readonly salt: string }[]
  readonly obligations: readonly (Obligation & {
    readonly place: number
    readonly ticket: string | undefined
    readonly contract: string | undefined
    readonly customer: string | undefined
  })[]
  readonly withdrawn: readonly { readonly subject: Subject; readonly promise: string; readonly episode: number }[]
  readonly beliefs: readonly (Belief & { readonly id: number })[]
  readonly effects: readonly Effect[]
  readonly tickets: readonly TicketChange[]
  readonly answer: (Key & { readonly bodyHash: string; readonly answer: unknown; readonly at: Instant }) | undefined
}

/** `version`: the one that must still stand; 0: the record must not be there yet. */
export type RecordChange = StoredRecord & { readonly nextWakeAt: Instant | undefined }

/** The columns by which tickets are listed. */
export type TicketColumns = {
  readonly number: string
  readonly type: string
  readonly state: string
  readonly channel: string
  readonly title: string
  readonly customer: string | undefined
  readonly site: string | undefined
  readonly asset: string | undefined
  readonly contract: string | undefined
  readonly assignee: string | undefined
  readonly team: string | undefined
  readonly grade: string | undefined
  readonly customerGrade: string | undefined
  readonly priority: 'high' | undefined
  readonly reportedAt: Instant
  readonly closedAt: Instant | undefined
}

/** `rank`: 0 nothing open, 1 open, 2 paused only, 3 broken and not yet fulfilled. `dueAt`: of the nearest open clock, else of the last broken. */
export type TicketClock = { readonly rank: number; readonly dueAt: Instant | undefined; readonly promise: string | undefined }

export type TicketChange = { readonly id: string; readonly clock: TicketClock } & (
  | {
      readonly kind: 'opened' | 'changed'
      readonly columns: TicketColumns
      readonly state: unknown
      readonly version: number
      readonly changedAt: Instant
    }
  | { readonly kind: 'clock' }
)

const RECORD_SHAPE =
  'subject text, version int, contract text, customer text, ticket text, bound_hash text, position bigint, next_wake_at bigint, record json, written json, beliefs int'

const MOVED: Part = {
  name: 'moved',
  sql: (n) => `UPDATE record_state r SET version = r.version + 1, position = n.position, next_wake_at = n.next_wake_at, record = n.record,
      written = n.written, beliefs = n.beliefs, bound_hash = n.bound_hash
    FROM json_to_recordset(${n}) AS n(${RECORD_SHAPE})
    WHERE r.tenant_id = $1 AND r.subject = n.subject AND r.version = n.version RETURNING 1`,
}
const OPENED: Part = {
  name: 'opened',
  sql: (
    n,
  ) => `INSERT INTO record_state (tenant_id, subject, version, contract, customer, ticket, bound_hash, position, next_wake_at, record, written, beliefs)
    SELECT $1, n.subject, 1, n.contract, n.customer, n.ticket, n.bound_hash, n.position, n.next_wake_at, n.record, n.written, n.beliefs
    FROM json_to_recordset(${n}) AS n(${RECORD_SHAPE}) RETURNING 1`,
}
const FACTS: Part = {
  name: 'facts',
  sql: (n) => `INSERT INTO fact (tenant_id, seq, id, subject, also, type, occurred_at, recorded_at, source, by_person, data, texts, salt)
    SELECT $1, n.seq, n.id, n.subject, n.also, n.type, n.occurred_at, n.recorded_at, n.source, n.by_person, n.data, n.texts, n.salt
    FROM json_to_recordset(${n}) AS n(seq bigint, id text, subject text, also text[], type text, occurred_at bigint, recorded_at bigint,
      source text, by_person text, data jsonb, texts jsonb, salt text) RETURNING 1`,
}
const SUBJECTS: Part = {
  name: 'subjects',
  sql: (n) => `INSERT INTO fact_subject (tenant_id, subject, seq)
    SELECT $1, n.subject, n.seq FROM json_to_recordset(${n}) AS n(subject text, seq bigint) RETURNING 1`,
}
const TEXTS: Part = {
  name: 'texts',
  sql: (n) => `INSERT INTO fact_text (tenant_id, fact, field, text, salt)
    SELECT $1, n.fact, n.field, n.text, n.salt FROM json_to_recordset(${n}) AS n(fact text, field text, text text, salt text) RETURNING 1`,
}
const OBLIGATION_FIELDS =
  'ticket, contract, customer, state, opened_at, due_at, target_at, kept_at, broken_at, fulfilled_at, ended_at, provisional, paused_ms, evidence, why, place'
const OBLIGATIONS: Part = {
  name: 'obligations',
  sql: (n) => `INSERT INTO obligation (tenant_id, subject, promise, episode, ${OBLIGATION_FIELDS})
    SELECT $1, n.subject, n.promise, n.episode, ${OBLIGATION_FIELDS.split(', ')
      .map((field) => `n.${field}`)
      .join(', ')}
    FROM json_to_recordset(${n}) AS n(subject text, promise text, episode int, ticket text, contract text, customer text, state text,
      opened_at bigint, due_at bigint, target_at bigint, kept_at bigint, broken_at bigint, fulfilled_at bigint, ended_at bigint,
      provisional boolean, paused_ms bigint, evidence text[], why jsonb, place int)
    ON CONFLICT (tenant_id, subject, promise, episode) DO UPDATE SET (${OBLIGATION_FIELDS}) =
      (${OBLIGATION_FIELDS.split(', ')
        .map((field) => `excluded.${field}`)
        .join(', ')}) RETURNING 1`,
}
const WITHDRAWN: Part = {
  name: 'withdrawn',
  sql: (n) => `DELETE FROM obligation o USING json_to_recordset(${n}) AS n(subject text, promise text, episode int)
    WHERE o.tenant_id = $1 AND o.subject = n.subject AND o.promise = n.promise AND o.episode = n.episode RETURNING 1`,
}
const BELIEFS: Part = {
  name: 'beliefs',
  sql: (
    n,
  ) => `INSERT INTO belief (tenant_id, subject, id, promise, episode, at, state, due_at, kept_at, broken_at, fulfilled_at, provisional)
    SELECT $1, n.subject, n.id, n.promise, n.episode, n.at, n.state, n.due_at, n.kept_at, n.broken_at, n.fulfilled_at, n.provisional
    FROM json_to_recordset(${n}) AS n(subject text, id int, promise text, episode int, at bigint, state text, due_at bigint, kept_at bigint,
      broken_at bigint, fulfilled_at bigint, provisional boolean) RETURNING 1`,
}
const EFFECTS: Part = {
  name: 'effects',
  sql: (n) => `INSERT INTO effect (tenant_id, key, subject, promise, episode, kind, "to", params, at, of)
    SELECT $1, n.key, n.subject, n.promise, n.episode, n.kind, n."to", n.params, n.at, n.of
    FROM json_to_recordset(${n}) AS n(key text, subject text, promise text, episode int, kind text, "to" text, params jsonb, at bigint, of text) RETURNING 1`,
}
const TICKET_SHAPE = `id text, version int, number text, type text, state text, channel text, title text, customer text, site text, asset text,
  contract text, assignee text, team text, grade text, customer_grade text, priority text, initials text, reported_at bigint, changed_at bigint, closed_at bigint,
  due_at bigint, due_promise text, clock_rank smallint, state_json jsonb`
const TICKET_FIELDS =
  `version, number, type, state, channel, title, customer, site, asset, contract, assignee, team, grade, customer_grade, priority, initials,
  reported_at, changed_at, closed_at, due_at, due_promise, clock_rank, state_json`.split(/,\s*/)
const TICKET_OPENED: Part = {
  name: 'ticket_opened',
  sql: (n) => `INSERT INTO ticket (tenant_id, id, ${TICKET_FIELDS.join(', ')})
    SELECT $1, n.id, ${TICKET_FIELDS.map((field) => `n.${field}`).join(', ')} FROM json_to_recordset(${n}) AS n(${TICKET_SHAPE}) RETURNING 1`,
}
const TICKET_CHANGED: Part = {
  name: 'ticket_changed',
  sql: (n) => `UPDATE ticket t SET ${TICKET_FIELDS.map((field) => `${field} = n.${field}`).join(', ')}
    FROM json_to_recordset(${n}) AS n(${TICKET_SHAPE}) WHERE t.tenant_id = $1 AND t.id = n.id RETURNING 1`,
}
const TICKET_CLOCK: Part = {
  name: 'ticket_clock',
  sql: (n) => `UPDATE ticket t SET due_at = n.due_at, due_promise = n.due_promise, clock_rank = n.clock_rank
    FROM json_to_recordset(${n}) AS n(id text, due_at bigint, due_promise text, clock_rank smallint)
    WHERE t.tenant_id = $1 AND t.id = n.id AND (t.due_at, t.due_promise, t.clock_rank) IS DISTINCT FROM (n.due_at, n.due_promise, n.clock_rank) RETURNING 1`,
}
const ANSWER: Part = {
  name: 'answer',
  sql: (n) => `INSERT INTO idempotency (tenant_id, person, key, body_hash, answer, created_at)
    SELECT $1, n.person, n.key, n.body_hash, n.answer, n.created_at
    FROM json_to_recordset(${n}) AS n(person text, key text, body_hash text, answer jsonb, created_at bigint) RETURNING 1`,
}

function answerRow({ person, key, bodyHash, answer, at }: NonNullable<Change['answer']>): object {
  return { person, key, body_hash: bodyHash, answer, created_at: at }
}

function recordRow({ boundHash, nextWakeAt, ...same }: RecordChange): object {
  return { ...same, bound_hash: boundHash, next_wake_at: nextWakeAt }
}

function factRow({ seq, id, subject, also, type, occurredAt, recordedAt, source, by, data, texts, salt }: Change['facts'][number]): object {
  return { seq, id, subject, also, type, occurred_at: occurredAt, recorded_at: recordedAt, source, by_person: by, data, texts, salt }
}

function obligationRow(one: Change['obligations'][number]): object {
  const { openedAt, dueAt, targetAt, keptAt, brokenAt, fulfilledAt, endedAt, pausedMs, ...same } = one
  const instants = {
    opened_at: openedAt,
    due_at: dueAt,
    target_at: targetAt,
    kept_at: keptAt,
    broken_at: brokenAt,
    fulfilled_at: fulfilledAt,
    ended_at: endedAt,
  }
  return { ...same, ...instants, paused_ms: pausedMs }
}

function beliefRow({ dueAt, keptAt, brokenAt, fulfilledAt, ...same }: Change['beliefs'][number]): object {
  return { ...same, due_at: dueAt, kept_at: keptAt, broken_at: brokenAt, fulfilled_at: fulfilledAt }
}

function ticketRow(change: TicketChange): object {
  const clock = { id: change.id, due_at: change.clock.dueAt, due_promise: change.clock.promise, clock_rank: change.clock.rank }
  if (change.kind === 'clock') return clock
  const { customerGrade, reportedAt, closedAt, ...same } = change.columns
  const columns = { ...same, initials: initialsOf(same.title), customer_grade: customerGrade, reported_at: reportedAt, closed_at: closedAt }
  return { ...columns, ...clock, version: change.version, changed_at: change.changedAt, state_json: change.state }
}

/**
 * Writes changes in one statement. Throws SQLSTATE 40001 when a record moved on since it was read, 23505 on record_state_pkey when somebody
 * else opened it, on idempotency_pkey when the key was used; nothing of any of them is written then.
 */
export async function writeChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  const all = <One>(of: (change: Change) => readonly One[]): One[] => changes.flatMap(of)
  const records = all(({ records: some }) => some)
  const standing = records.filter((one) => one.version > 0)
  const tickets = (kind: TicketChange['kind']) => all((change) => change.tickets.filter((one) => one.kind === kind)).map(ticketRow)
  const facts = all((change) => change.facts)
  const rows = new Map<Part, readonly object[]>([
    [MOVED, standing.map(recordRow)],
    [OPENED, records.filter((one) => one.version === 0).map(recordRow)],
    [FACTS, facts.map(factRow)],
    [SUBJECTS, facts.flatMap(({ subject, also, seq }) => [...new Set([subject, ...also])].map((named) => ({ subject: named, seq })))],
    [TEXTS, all((change) => change.texts)],
    [OBLIGATIONS, all((change) => change.obligations).map(obligationRow)],
    [WITHDRAWN, all((change) => change.withdrawn)],
    [BELIEFS, all((change) => change.beliefs).map(beliefRow)],
    [EFFECTS, all((change) => change.effects)],
    [ANSWER, all(({ answer }) => (answer ? [answerRow(answer)] : []))],
    [TICKET_OPENED, tickets('opened')],
    [TICKET_CHANGED, tickets('changed')],
    [TICKET_CLOCK, tickets('clock')],
  ])
  await tx.query(compose(tx.tenant, rows, { part: MOVED, count: standing.length }))
}

/** One change by itself, as `writeChanges`. */
export function writeChange(tx: Tx, change: Change): Promise<void> {
  return writeChanges(tx, [change])
}

/** Locks records that are due by `now` (the tenant's clock) and that nobody else is at. */
export async function claimDue(
  tx: Transaction,
  { now, most, except }: { readonly now: Instant; readonly most: number; readonly except: readonly Subject[] },
): Promise<StoredRecord[]> {
  const text = `SELECT ${RECORD_COLUMNS} FROM record_state r WHERE r.tenant_id = $1 AND r.next_wake_at <= $2 AND r.subject <> ALL($3)
    ORDER BY r.next_wake_at LIMIT $4 FOR UPDATE SKIP LOCKED`
  return (await tx.query<RecordRow>({ name: 'claim-due', text, values: [tx.tenant, now, except, most] })).map(recordOf)
}
