import type { Subject } from '../../core/fact.ts'
import type { Account } from '../../core/invoice/account.ts'
import type { InvoicePhase, InvoiceState } from '../../core/invoice/state.ts'
import { isShared, ownerIn } from '../../core/promise/owner.ts'
import type { ServiceState } from '../../core/service/state.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Tx } from '../database/pool.ts'
import type { DisputeRow } from './disputes.ts'
import type { ReleaseRow } from './releases.ts'
import type { ServiceRecordRow } from './services.ts'

/** Rows that only an audit reads: every table by itself, so that none of them decides what the others are looked through for. */

/** Whatever facts speak about and whatever has a row that facts must have made. */
export async function everySubject(tx: Tx): Promise<Subject[]> {
  const named = ['record_state', 'fact', 'fact_subject', 'obligation', 'belief', 'effect', 'dispute', 'release'].map(
    (table) => `SELECT subject FROM ${table} WHERE tenant_id = $1`,
  )
  const made = ['ticket', 'contract'].map((noun) => `SELECT '${noun}/' || id FROM ${noun} WHERE tenant_id = $1`)
  const all = [
    ...named,
    ...made,
    `SELECT noun || '/' || id FROM service_record WHERE tenant_id = $1`,
    `SELECT 'invoice/' || id FROM invoice WHERE tenant_id = $1 AND phase <> 'draft'`,
  ].join(' UNION ')
  return (await tx.query<{ subject: Subject }>(`${all} ORDER BY subject`, [tx.tenant])).map((row) => row.subject)
}

export type AuditedService = {
  readonly state: ServiceState
  readonly row: Pick<ServiceRecordRow, 'noun' | 'phase' | 'customer' | 'contract' | 'ticket' | 'site' | 'asset' | 'part_of'>
}

export async function readServiceRow(tx: Tx, subject: Subject): Promise<AuditedService | undefined> {
  const [noun, id] = subject.split('/')
  const text = `SELECT noun, phase, customer, contract, ticket, site, asset, part_of, state_json FROM service_record
    WHERE tenant_id = $1 AND noun = $2 AND id = $3`
  const [found] = await tx.query<AuditedService['row'] & { state_json: ServiceState }>(text, [tx.tenant, noun, id])
  if (!found) return undefined
  const { state_json: state, ...row } = found
  return { state, row }
}

const DISPUTE_COLUMNS = [
  'what',
  'of_fact',
  'promise',
  'episode',
  'verdict',
  'side',
  'state',
  'raised_by',
  'raised_at',
  'answer_by',
  'answer',
  'answered_by',
  'answered_at',
  'decision',
  'settled_by',
  'settled_at',
  'remedy',
] as const

export type AuditedDispute = Pick<DisputeRow, (typeof DISPUTE_COLUMNS)[number]>

export async function readDisputeRows(tx: Tx, subject: Subject): Promise<(readonly [id: string, row: AuditedDispute])[]> {
  const text = `SELECT id, ${DISPUTE_COLUMNS.join(', ')} FROM dispute WHERE tenant_id = $1 AND subject = $2 ORDER BY id`
  const rows = await tx.query<AuditedDispute & { id: string }>(text, [tx.tenant, subject])
  return rows.map(({ id, ...row }) => [id, row])
}

export type AuditedRelease = Pick<
  ReleaseRow,
  'kind' | 'promise' | 'episode' | 'state' | 'asked_by' | 'asked_at' | 'decided_by' | 'decided_at'
>

export async function readReleaseRows(tx: Tx, subject: Subject): Promise<(readonly [id: string, row: AuditedRelease])[]> {
  const text = `SELECT id, kind, promise, episode, state, asked_by, asked_at, decided_by, decided_at FROM release
    WHERE tenant_id = $1 AND subject = $2 ORDER BY id`
  const rows = await tx.query<AuditedRelease & { id: string }>(text, [tx.tenant, subject])
  return rows.map(({ id, ...row }) => [id, row])
}

/** When the waker looks at a record next, as its column says; undefined: there is no record. */
export async function readWake(tx: Tx, subject: Subject): Promise<{ readonly at: Instant | null } | undefined> {
  const text = 'SELECT next_wake_at AS at FROM record_state WHERE tenant_id = $1 AND subject = $2'
  return (await tx.query<{ at: Instant | null }>(text, [tx.tenant, subject]))[0]
}

export type AuditedInvoice = {
  readonly phase: InvoicePhase
  readonly state: InvoiceState | null
  readonly frozen: Account | null
  readonly totals: { readonly fen: number | null; readonly freeFen: number | null }
}

/** A bill that was shown: of a draft there is no fact. */
export async function readInvoiceRow(tx: Tx, subject: Subject): Promise<AuditedInvoice | undefined> {
  if (!subject.startsWith('invoice/')) return undefined
  const text = `SELECT phase, state_json AS state, frozen, jsonb_build_object('fen', total_fen, 'freeFen', free_fen) AS totals FROM invoice
    WHERE tenant_id = $1 AND id = $2 AND phase <> 'draft'`
  return (await tx.query<AuditedInvoice>(text, [tx.tenant, subject.slice('invoice/'.length)]))[0]
}

export type AuditedEntry = Readonly<Record<'fen' | 'how' | 'invoice' | 'person' | 'at', unknown>>

/** What was given for remedies in the ledger of this subject, by the fact that says so. */
export async function readEntryRows(tx: Tx, subject: Subject): Promise<(readonly [fact: string, row: AuditedEntry])[]> {
  const text = `SELECT e.fact, e.fen, e.how, e.invoice, e.person, e.at FROM remedy_entry e JOIN fact f ON f.tenant_id = e.tenant_id AND f.id = e.fact
    WHERE e.tenant_id = $1 AND f.subject = $2 ORDER BY e.fact`
  const rows = await tx.query<AuditedEntry & { fact: string }>(text, [tx.tenant, subject])
  return rows.map(({ fact, ...row }) => [fact, row])
}

/** What is booked as given for a remedy without a fact that says so. */
export function entriesWithoutFact(tx: Tx): Promise<{ fact: string; contract: string; fen: number }[]> {
  return tx.query(
    `SELECT e.fact, e.contract, e.fen FROM remedy_entry e WHERE e.tenant_id = $1
       AND NOT EXISTS (SELECT FROM fact f WHERE f.tenant_id = e.tenant_id AND f.id = e.fact) ORDER BY e.fact`,
    [tx.tenant],
  )
}

/** What the facts of a subject call it: fact → title; an erased one is empty. */
export async function readTitles(tx: Tx, subject: Subject): Promise<ReadonlyMap<string, string>> {
  const text = `SELECT f.id, x.text FROM fact_subject s JOIN fact f ON f.tenant_id = s.tenant_id AND f.seq = s.seq AND f.subject = s.subject
    JOIN fact_text x ON x.tenant_id = f.tenant_id AND x.fact = f.id AND x.field = 'title' WHERE s.tenant_id = $1 AND s.subject = $2`
  const rows = await tx.query<{ id: string; text: string | null }>(text, [tx.tenant, subject])
  return new Map(rows.map((row) => [row.id, row.text ?? '']))
}

/** Facts that name a subject, and the contract and plan under which they were said, where the subject has no record for that. */
export type Unheard = { readonly hash: string; readonly contract: string | null; readonly facts: readonly string[] }

/**
 * Said under a plan is what names its contract, else what the record that it is about stands under, or that of the ticket which a visit is the visit of. An
 * owner that several contracts may have in common has a record under each; whatever else, one.
 */
export function plansWithout(tx: Tx, subject: Subject): Promise<Unheard[]> {
  return tx.query(
    `SELECT r.bound_hash AS hash, CASE WHEN $3 THEN r.contract END AS contract, array_agg(f.id) AS facts
     FROM fact_subject s JOIN fact f ON f.tenant_id = s.tenant_id AND f.seq = s.seq
       JOIN LATERAL (SELECT o.bound_hash, o.contract FROM record_state o WHERE o.tenant_id = f.tenant_id
           AND (o.subject = f.subject OR (o.subject = ANY(f.also) AND (o.subject LIKE 'ticket/%' OR ($3 AND o.subject LIKE 'contract/%'))))
         ORDER BY ($3 AND o.subject LIKE 'contract/%') DESC, o.subject = f.subject DESC LIMIT 1) r ON r.bound_hash IS NOT NULL
     WHERE s.tenant_id = $1 AND s.subject = $2 AND NOT EXISTS (SELECT FROM record_state own WHERE own.tenant_id = $1 AND (own.subject = $2 OR own.owner = $2)
         AND (NOT $3 OR own.contract IS NOT DISTINCT FROM r.contract))
     GROUP BY 1, 2`,
    [tx.tenant, subject, isShared(subject) && ownerIn(subject) === subject],
  )
}

/** Where the list of the facts about a subject and the facts themselves part. */
export type Misled = { readonly subject: Subject; readonly fact: string; readonly listed: boolean }

export function misledFacts(tx: Tx): Promise<Misled[]> {
  return tx.query(
    `SELECT coalesce(s.subject, f.subject) AS subject, coalesce(f.id, g.id, s.seq::text) AS fact, s.seq IS NOT NULL AS listed
     FROM (SELECT DISTINCT seq, id, named AS subject FROM fact, unnest(fact.subject || also) named WHERE tenant_id = $1) f
       FULL JOIN (SELECT seq, subject FROM fact_subject WHERE tenant_id = $1) s ON s.seq = f.seq AND s.subject = f.subject
       LEFT JOIN fact g ON g.tenant_id = $1 AND g.seq = s.seq
     WHERE s.seq IS NULL OR f.seq IS NULL ORDER BY 1, 2`,
    [tx.tenant],
  )
}

type InboxLine = Readonly<Record<'kind' | 'subject' | 'promise' | 'episode' | 'at', unknown>>

/** A line of an inbox that is not there, is there without an effect that was sent, or says something else than its effect. */
export type AstrayLine = {
  readonly subject: Subject
  readonly effect: string
  /** null: nobody at all was told */
  readonly person: string | null
  readonly stored: InboxLine | null
  readonly derived: InboxLine | null
}

const LINE = (of: string): string =>
  `jsonb_build_object('kind', ${of}.kind, 'subject', ${of}.subject, 'promise', ${of}.promise, 'episode', ${of}.episode, 'at', ${of}.at)`

/**
 * Who was told is no part of an effect: it goes by who held the role then. But a line says what its effect says; whoever was written to in an inbox has that
 * line, and of what is said in the house somebody was told, but for a rung of an escalation that was not reached or where nobody was.
 */
export function astrayLines(tx: Tx): Promise<AstrayLine[]> {
  return tx.query(
    `SELECT i.subject, i.effect, i.person, ${LINE('i')} AS stored, CASE WHEN e.delivered_at IS NULL THEN NULL ELSE ${LINE('e')} END AS derived
       FROM inbox i LEFT JOIN effect e ON e.tenant_id = i.tenant_id AND e.key = i.effect
       WHERE i.tenant_id = $1 AND (e.delivered_at IS NULL OR ${LINE('i')} <> ${LINE('e')})
     UNION ALL SELECT e.subject, e.key, m.person, NULL, ${LINE('e')}
       FROM message m JOIN effect e ON e.tenant_id = m.tenant_id AND e.key = m.effect
       WHERE m.tenant_id = $1 AND m.key = m.effect || '|person/' || m.person || '|inbox'
         AND NOT EXISTS (SELECT FROM inbox i WHERE i.tenant_id = $1 AND i.effect = m.effect AND i.person = m.person)
     UNION ALL SELECT e.subject, e.key, NULL, NULL, ${LINE('e')}
       FROM effect e WHERE e.tenant_id = $1 AND e.delivered_at IS NOT NULL AND e.of IS NULL AND e.kind <> 'entrust'
         AND NOT EXISTS (SELECT FROM inbox i WHERE i.tenant_id = $1 AND i.effect = e.key)
         AND NOT EXISTS (SELECT FROM message m WHERE m.tenant_id = $1 AND m.effect = e.key)
         AND NOT EXISTS (SELECT FROM escalation x JOIN effect f ON f.tenant_id = x.tenant_id AND f.key = x.effect
           WHERE x.tenant_id = $1 AND e.kind = 'escalate' AND f.subject = e.subject AND f.promise = e.promise AND f.episode = e.episode AND e."to" = ANY(x.rungs))
     ORDER BY 1, 2, 3`,
    [tx.tenant],
  )
}
