import type { Actor } from '../../core/access/can.ts'
import { totalOf } from '../../core/invoice/account.ts'
import type { Account } from '../../core/invoice/account.ts'
import type { InvoiceContent } from '../../core/invoice/content.ts'
import type { InvoicePhase, InvoiceState } from '../../core/invoice/state.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { InvoiceQuery } from '../../wire/invoices.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { customerReach } from './reach.ts'
import { Sql, readCursor } from './rows.ts'

export type InvoiceRow = {
  id: string
  version: number
  number: string | null
  phase: InvoicePhase
  ticket: string
  ticket_number: string
  ticket_title: string
  contract: string
  contract_number: string
  contract_starts: string | null
  contract_ends: string | null
  contract_ended: Instant | null
  customer: string
  customer_name: string
  asset: string | null
  asset_name: string | null
  corrects: string | null
  corrects_number: string | null
  corrected_by: string | null
  corrected_number: string | null
  content: InvoiceContent
  frozen: Account | null
  total_fen: number | null
  free_fen: number | null
  state_json: InvoiceState | null
  changed_at: Instant
  shown_at: Instant | null
  issued_at: Instant | null
  /** something was learned of its ticket, device or contract since it was shown or issued */
  moved: boolean
}

const MOVED = `(n.shown_at IS NOT NULL AND EXISTS (
  SELECT FROM fact_subject s JOIN fact f ON f.tenant_id = s.tenant_id AND f.seq = s.seq
  WHERE s.tenant_id = n.tenant_id AND s.subject IN ('ticket/' || n.ticket, 'contract/' || n.contract, 'asset/' || coalesce(n.asset, ''))
    AND f.recorded_at >= coalesce(n.issued_at, n.shown_at) AND f.subject NOT LIKE 'invoice/%'))`

const COLUMNS = `n.id, n.version, n.number, n.phase, n.ticket, t.number AS ticket_number, t.title AS ticket_title, n.contract, k.number AS contract_number,
  k.starts_on AS contract_starts, k.ends_on AS contract_ends, k.ended_at AS contract_ended, n.customer, c.name AS customer_name,
  n.asset, a.name AS asset_name, n.corrects, o.number AS corrects_number, b.id AS corrected_by, b.number AS corrected_number, n.content, n.frozen,
  n.total_fen, n.free_fen, n.state_json, n.changed_at, n.shown_at, n.issued_at, ${MOVED} AS moved`

const FROM = `FROM invoice n
  JOIN ticket t ON t.tenant_id = n.tenant_id AND t.id = n.ticket
  JOIN contract k ON k.tenant_id = n.tenant_id AND k.id = n.contract
  JOIN customer c ON c.tenant_id = n.tenant_id AND c.id = n.customer
  LEFT JOIN asset a ON a.tenant_id = n.tenant_id AND a.id = n.asset
  LEFT JOIN invoice o ON o.tenant_id = n.tenant_id AND o.id = n.corrects
  LEFT JOIN invoice b ON b.tenant_id = n.tenant_id AND b.corrects = n.id AND b.phase = 'issued'`

/** A draft is the vendor's own paper; a customer's people see what was shown to them, of their own customer. */
function reach(sql: Sql, actor: Actor): string {
  const mine = customerReach(sql, actor, { action: 'invoice.read', column: 'n.customer' })
  return actor.customer === undefined ? mine : `${mine} AND n.phase <> 'draft'`
}

const STATES: Readonly<Record<InvoiceQuery['state'], string>> = {
  all: 'true',
  open: `n.phase <> 'issued'`,
  shown: `n.phase = 'shown'`,
  issued: `n.phase = 'issued'`,
  'to-correct': `n.phase = 'issued' AND b.id IS NULL AND ${MOVED}`,
}

export type InvoicesWanted = Omit<InvoiceQuery, 'month'> & {
  readonly id?: string | undefined
  /** issued in these, half-open */
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
}

function wanted(sql: Sql, actor: Actor, query: InvoicesWanted): string {
  const is = (column: string, value: string | undefined) => (value === undefined ? 'true' : `${column} = ${sql.value(value)}`)
  return [
    reach(sql, actor),
    is('n.id', query.id),
    is('n.ticket', query.ticket),
    is('n.contract', query.contract),
    is('n.customer', query.customer),
    STATES[query.state],
    query.from === undefined ? 'true' : `n.issued_at >= ${sql.value(query.from)} AND n.issued_at < ${sql.value(query.until)}`,
  ].join(' AND ')
}

/** Bills that the person may see, the last changed first. */
export function findInvoices(tx: Tx, actor: Actor, query: InvoicesWanted): Promise<InvoiceRow[]> {
  const sql = new Sql()
  const place = readCursor(query.cursor, ['instant', 'text'])
  const where = wanted(sql, actor, query)
  const after = place ? `(n.changed_at, n.id) < (${sql.value(place[0])}, ${sql.value(place[1])})` : 'true'
  return tx.query(
    `SELECT ${COLUMNS} ${FROM} WHERE ${where} AND ${after} ORDER BY n.changed_at DESC, n.id DESC LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}

export async function findInvoice(tx: Tx, actor: Actor, id: string): Promise<InvoiceRow | undefined> {
  return (await findInvoices(tx, actor, { id, state: 'all', limit: 1 }))[0]
}

export type InvoiceSums = { readonly count: number; readonly total_fen: number; readonly free_fen: number }

/** Over all that were asked for; one that was corrected is counted by what corrects it. */
export async function sumInvoices(tx: Tx, actor: Actor, query: InvoicesWanted): Promise<InvoiceSums> {
  const sql = new Sql()
  const where = wanted(sql, actor, query)
  const [row] = await tx.query<InvoiceSums>(
    `SELECT count(*)::int AS count, coalesce(sum(n.total_fen) FILTER (WHERE b.id IS NULL), 0)::bigint AS total_fen,
       coalesce(sum(n.free_fen) FILTER (WHERE b.id IS NULL), 0)::bigint AS free_fen ${FROM} WHERE ${where}`,
    sql.values,
  )
  return row!
}

/** Records that stand on issued bills of a ticket, but for this one and the one that it corrects. */
export async function billedFacts(tx: Tx, ticket: string, but: readonly (string | null | undefined)[]): Promise<string[]> {
  const rows = await tx.query<{ facts: string[] }>(
    `SELECT n.frozen->'facts' AS facts FROM invoice n WHERE n.ticket = $1 AND n.phase = 'issued' AND NOT n.id = ANY($2)
       AND NOT EXISTS (SELECT FROM invoice b WHERE b.tenant_id = n.tenant_id AND b.corrects = n.id AND b.phase = 'issued')`,
    [ticket, but.filter((id) => typeof id === 'string')],
  )
  return rows.flatMap(({ facts }) => facts)
}

export type NewInvoice = {
  readonly id: string
  readonly ticket: string
  readonly contract: string
  readonly customer: string
  readonly asset: string | undefined
  readonly corrects: string | undefined
  readonly content: InvoiceContent
  readonly person: string
  readonly now: Instant
}

export async function addInvoice(tx: Tx, one: NewInvoice): Promise<void> {
  await tx.query(
    `INSERT INTO invoice (tenant_id, id, phase, ticket, contract, customer, asset, corrects, content, person, created_at, changed_at)
     VALUES ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [
      tx.tenant,
      one.id,
      one.ticket,
      one.contract,
      one.customer,
      one.asset ?? null,
      one.corrects ?? null,
      JSON.stringify(one.content),
      one.person,
      one.now,
    ],
  )
}

type Version = { readonly id: string; readonly version: number }

/** What was shown is shown no more once somebody writes on it. False: it is not the version that the writer saw, or it was issued. */
export async function changeInvoice(
  tx: Tx,
  { id, version, content, now }: Version & { content: InvoiceContent; now: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE invoice SET content = $4, phase = 'draft', changed_at = $5, version = version + 1
     WHERE tenant_id = $1 AND id = $2 AND version = $3 AND phase <> 'issued' RETURNING id`,
    [tx.tenant, id, version, JSON.stringify(content), now],
  )
  return rows.length > 0
}

/** A draft that nobody was shown. */
export async function dropInvoice(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query(`DELETE FROM invoice WHERE tenant_id = $1 AND id = $2 AND shown_at IS NULL RETURNING id`, [tx.tenant, id])
  return rows.length > 0
}

export type InvoiceStepRow = Version & {
  readonly state: InvoiceState
  readonly frozen: Account | undefined
  readonly year: number
  readonly now: Instant
}

const KIND = 'FY'

/** The number comes with the first showing, without gaps: it is taken in the transaction that shows. */
async function numberFor(tx: Transaction, { id, year }: InvoiceStepRow): Promise<string> {
  const [known] = await tx.query<{ number: string | null }>('SELECT number FROM invoice WHERE tenant_id = $1 AND id = $2', [tx.tenant, id])
  if (known?.number) return known.number
  const [row] = await tx.query<{ last: number }>(
    `INSERT INTO number_sequence AS s (tenant_id, kind, year, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (tenant_id, kind, year) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [tx.tenant, KIND, year],
  )
  return `${KIND}-${year}-${String(row!.last).padStart(6, '0')}`
}

/** The row after a step. False: it is not the version that the writer saw. */
export async function stepInvoice(tx: Transaction, step: InvoiceStepRow): Promise<boolean> {
  const { id, version, state, frozen, now } = step
  const number = await numberFor(tx, step)
  const rows = await tx.query(
    `UPDATE invoice SET phase = $4, state_json = $5, number = $6, changed_at = $7::bigint, version = version + 1,
       frozen = coalesce($8::jsonb, frozen), total_fen = coalesce($9::bigint, total_fen), free_fen = coalesce($10::bigint, free_fen),
       shown_at = CASE WHEN $8::jsonb IS NULL THEN shown_at ELSE $7::bigint END,
       issued_at = CASE WHEN $4 = 'issued' THEN $7::bigint ELSE issued_at END
     WHERE tenant_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [
      tx.tenant,
      id,
      version,
      state.phase,
      JSON.stringify(state),
      number,
      now,
      frozen ? JSON.stringify(frozen) : null,
      frozen ? totalOf(frozen) : null,
      frozen?.freeFen ?? null,
    ],
  )
  return rows.length > 0
}
