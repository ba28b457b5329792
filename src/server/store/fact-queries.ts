import type { Fact, FactSource, FactType, Json, Subject } from '../../core/fact.ts'
import type { Actor } from '../../core/access/can.ts'
import type { Tx } from '../database/pool.ts'
import { ticketReach } from './reach.ts'
import { Sql } from './rows.ts'

export type FactRow = {
  id: string
  seq: number
  subject: Subject
  also: Subject[]
  type: FactType
  occurred_at: number
  recorded_at: number
  source: FactSource
  by_person: string | null
  data: { [key: string]: Json }
}

export const FACT_ROW = 'f.id, f.seq, f.subject, f.also, f.type, f.occurred_at, f.recorded_at, f.source, f.by_person, f.data'

export function factOf(row: FactRow): Fact {
  return {
    id: row.id,
    seq: row.seq,
    subject: row.subject,
    also: row.also,
    type: row.type,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    source: row.source,
    by: row.by_person ?? undefined,
    data: row.data,
  }
}

/** `own`: without those that only name the subject as well */
export type FactsWanted = { readonly afterSeq?: number | undefined; readonly limit: number; readonly own?: boolean | undefined }

/** The facts that name a subject, in the order in which the ledger learned them. */
export async function factsAbout(tx: Tx, subject: string, { afterSeq = 0, limit, own = false }: FactsWanted): Promise<Fact[]> {
  const rows = await tx.query<FactRow>(
    `SELECT ${FACT_ROW} FROM fact_subject s JOIN fact f ON f.tenant_id = s.tenant_id AND f.seq = s.seq WHERE s.subject = $1 AND s.seq > $2 AND (f.subject = $1 OR NOT $4) ORDER BY s.seq LIMIT $3`,
    [subject, afterSeq, limit, own],
  )
  return rows.map(factOf)
}

/** The same, of those that somebody may see: what names tickets is seen by who sees one of them. */
export async function factsSeenAbout(
  tx: Tx,
  actor: Actor,
  { subject, afterSeq = 0, limit, own = false }: FactsWanted & { readonly subject: string },
): Promise<Fact[]> {
  const sql = new Sql()
  const named = `fact_subject n WHERE n.tenant_id = f.tenant_id AND n.seq = f.seq AND n.subject LIKE 'ticket/%'`
  const reach = ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })
  const about = sql.value(subject)
  const rows = await tx.query<FactRow>(
    `SELECT ${FACT_ROW} FROM fact_subject s JOIN fact f ON f.tenant_id = s.tenant_id AND f.seq = s.seq
     WHERE s.subject = ${about} AND s.seq > ${sql.value(afterSeq)} AND (f.subject = ${about} OR NOT ${sql.value(own)})
       AND (NOT EXISTS (SELECT FROM ${named}) OR EXISTS (SELECT FROM ${named} AND EXISTS (
         SELECT FROM ticket t WHERE t.tenant_id = n.tenant_id AND t.id = substr(n.subject, 8) AND ${reach})))
     ORDER BY s.seq LIMIT ${sql.value(limit)}`,
    sql.values,
  )
  return rows.map(factOf)
}

export async function factById(tx: Tx, id: string): Promise<Fact | undefined> {
  const [row] = await tx.query<FactRow>(`SELECT ${FACT_ROW} FROM fact f WHERE f.id = $1`, [id])
  return row && factOf(row)
}

/** Those of these ids that are there. */
export async function factsOf(tx: Tx, ids: readonly string[]): Promise<Fact[]> {
  if (ids.length === 0) return []
  return (await tx.query<FactRow>(`SELECT ${FACT_ROW} FROM fact f WHERE f.id = ANY($1) ORDER BY f.seq`, [ids])).map(factOf)
}

/** What was agreed on a contract, the oldest first: its signature, every amendment, and papers that were attached to them later. */
export async function agreedFacts(tx: Tx, contract: Subject): Promise<Fact[]> {
  const rows = await tx.query<FactRow>(
    `SELECT ${FACT_ROW} FROM fact_subject s JOIN fact f ON f.tenant_id = s.tenant_id AND f.seq = s.seq
     WHERE s.subject = $1 AND f.subject = $1 AND f.type IN ('contract.signed', 'contract.amended', 'contract.attested') ORDER BY s.seq`,
    [contract],
  )
  return rows.map(factOf)
}

/** Texts beside facts: fact id → field → text; what was erased is not there any more. */
export async function textsOf(tx: Tx, facts: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const rows = await tx.query<{ fact: string; field: string; text: string }>(
    'SELECT fact, field, text FROM fact_text WHERE fact = ANY($1) AND text IS NOT NULL',
    [facts],
  )
  const texts = new Map<string, Record<string, string>>()
  for (const { fact, field, text } of rows) texts.set(fact, { ...texts.get(fact), [field]: text })
  return texts
}
