import type { Actor } from '../../core/access/can.ts'
import type { AlikeQuery } from '../../wire/ties.ts'
import type { Tx } from '../database/pool.ts'
import { ticketReach } from './reach.ts'
import { Sql } from './rows.ts'

export type AlikeRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly reported_at: number
  readonly closed_at: number | null
  readonly asset: string | null
  readonly asset_name: string | null
  readonly model: string | null
  readonly said: string | null
}

/** As many are held against what is asked: all further ones are older. */
const CANDIDATES = 200

const COLUMNS = `t.id, t.number, t.title, t.state, t.reported_at, t.closed_at, t.asset, a.name AS asset_name, a.model,
  (SELECT string_agg(x.text, ' ') FROM fact_text x WHERE x.tenant_id = t.tenant_id AND x.fact = t.state_json ->> 'reportedFact'
    AND x.field IN ('description', 'values.symptom') AND x.text IS NOT NULL) AS said`
const JOIN = 'LEFT JOIN asset a ON a.tenant_id = t.tenant_id AND a.id = t.asset'

/** Open tickets of the customer, the newest first. */
export function openOfCustomer(tx: Tx, actor: Actor, { customer, ticket = '' }: AlikeQuery): Promise<AlikeRow[]> {
  const sql = new Sql()
  return tx.query(
    `SELECT ${COLUMNS} FROM ticket t ${JOIN} WHERE t.customer = ${sql.value(customer)} AND t.closed_at IS NULL AND t.id <> ${sql.value(ticket)}
       AND ${ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })} ORDER BY t.reported_at DESC LIMIT ${CANDIDATES}`,
    sql.values,
  )
}

/** Closed tickets that may show how it was put right before: of devices of that model, and what was closed last. */
export function closedLike(
  tx: Tx,
  actor: Actor,
  { model, ticket = '' }: { model: string | undefined; ticket?: string },
): Promise<AlikeRow[]> {
  const sql = new Sql()
  const reach = ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })
  const closed = `t.closed_at IS NOT NULL AND t.state = 'closed' AND t.id <> ${sql.value(ticket)} AND ${reach}`
  const ofModel =
    model === undefined
      ? ''
      : `(SELECT t.id FROM asset m JOIN ticket t ON t.tenant_id = m.tenant_id AND t.asset = m.id WHERE m.model = ${sql.value(model)} AND ${closed}
         ORDER BY t.reported_at DESC LIMIT ${CANDIDATES}) UNION `
  return tx.query(
    `SELECT ${COLUMNS} FROM (${ofModel}(SELECT t.id FROM ticket t WHERE ${closed} ORDER BY t.changed_at DESC, t.id DESC LIMIT ${CANDIDATES})) f
       JOIN ticket t ON t.id = f.id ${JOIN} ORDER BY t.closed_at DESC`,
    sql.values,
  )
}

export async function modelOf(tx: Tx, asset: string): Promise<string | undefined> {
  const [row] = await tx.query<{ model: string | null }>('SELECT model FROM asset WHERE id = $1', [asset])
  return row?.model ?? undefined
}

/** What was written down when tickets were put right, the last word first: ticket → text. */
export async function solutionsOf(tx: Tx, tickets: readonly string[], types: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (tickets.length === 0) return new Map()
  const rows = await tx.query<{ ticket: string; text: string }>(
    `SELECT DISTINCT ON (s.subject) substr(s.subject, 8) AS ticket, x.text FROM fact_subject s
       JOIN fact f ON f.tenant_id = s.tenant_id AND f.seq = s.seq JOIN fact_text x ON x.tenant_id = f.tenant_id AND x.fact = f.id
     WHERE s.subject = ANY($1) AND f.type = ANY($2) AND x.field = 'summary' AND x.text IS NOT NULL
       AND NOT EXISTS (SELECT FROM fact_subject v JOIN fact g ON g.tenant_id = v.tenant_id AND g.seq = v.seq
         WHERE v.subject = s.subject AND g.type = 'fact.voided' AND g.data ->> 'of' = f.id)
     ORDER BY s.subject, s.seq DESC`,
    [tickets.map((id) => `ticket/${id}`), types],
  )
  return new Map(rows.map(({ ticket, text }) => [ticket, text]))
}
