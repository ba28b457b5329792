import type { Subject } from '../../core/fact.ts'
import type { Billed } from '../../core/remedy/amount.ts'
import type { Entry } from '../../core/remedy/standing.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { present } from './rows.ts'

type EntryRow = {
  readonly remedy: string
  readonly nth: number
  readonly fen: number
  readonly how: Entry['how']
  readonly invoice: string | null
  readonly replaced: boolean
}

/** Of a contract, or of these remedies. `but`: a bill that is about to be corrected, whose lines count no more. */
export type EntriesWanted = { readonly contract: string } | { readonly remedies: readonly string[] }

export async function remedyEntries(tx: Tx, wanted: EntriesWanted, but?: string | null): Promise<Entry[]> {
  const [where, value] = 'contract' in wanted ? ['e.contract = $1', wanted.contract] : ['e.remedy = ANY($1)', wanted.remedies]
  const rows = await tx.query<EntryRow>(
    `SELECT e.remedy, e.nth, e.fen, e.how, e.invoice, (e.invoice = $2 OR EXISTS (
       SELECT FROM invoice b WHERE b.tenant_id = e.tenant_id AND b.corrects = e.invoice AND b.phase = 'issued')) IS TRUE AS replaced
     FROM remedy_entry e WHERE ${where}`,
    [value, but ?? null],
  )
  return rows.map(({ invoice, ...row }) => ({ ...row, invoice: present(invoice) }))
}

/** Whose rules of this contract brought about something that may be money. */
export async function ownersOfMoney(tx: Tx, contract: string): Promise<Subject[]> {
  const rows = await tx.query<{ subject: Subject }>(
    `SELECT DISTINCT e.subject FROM effect e JOIN record_state r ON r.tenant_id = e.tenant_id AND r.subject = e.subject
     WHERE r.contract = $1 AND e.kind IN ('credit', 'deduct', 'entitle', 'demand') AND e.of IS NULL`,
    [contract],
  )
  return rows.map(({ subject }) => subject)
}

/** What issued bills charged for these tickets, by column; a corrected bill, or the one that is about to be, is not counted. */
export async function billedFor(
  tx: Tx,
  subjects: readonly Subject[],
  but: readonly (string | null | undefined)[],
): Promise<Readonly<Record<Subject, Billed>>> {
  const tickets = subjects.flatMap((subject) => (subject.startsWith('ticket/') ? [subject.slice('ticket/'.length)] : []))
  if (tickets.length === 0) return {}
  const rows = await tx.query<{ ticket: string; of: string; fen: number }>(
    `SELECT n.ticket, c.of, sum(c.fen)::bigint AS fen FROM invoice n
     CROSS JOIN LATERAL (
       SELECT one ->> 'column' AS of, coalesce((one ->> 'fen')::bigint, 0) AS fen FROM jsonb_array_elements(n.frozen -> 'charges' -> 'columns') one
       UNION ALL SELECT 'bill', (n.frozen -> 'charges' ->> 'totalFen')::bigint) c
     WHERE n.ticket = ANY($1) AND n.phase = 'issued' AND NOT n.id = ANY($2)
       AND NOT EXISTS (SELECT FROM invoice b WHERE b.tenant_id = n.tenant_id AND b.corrects = n.id AND b.phase = 'issued')
     GROUP BY n.ticket, c.of`,
    [tickets, but.filter((id) => typeof id === 'string')],
  )
  const billed: Record<Subject, Record<string, number>> = {}
  for (const { ticket, of, fen } of rows) (billed[`ticket/${ticket}`] ??= {})[of] = Number(fen)
  return billed
}

export type NewEntry = Pick<Entry, 'remedy' | 'nth' | 'fen' | 'how' | 'invoice'> & {
  readonly contract: string
  readonly fact: string
  readonly person: string
  readonly at: Instant
}

/** Fails on `remedy_entry_pkey` where somebody else gave it at the same moment. */
export async function addEntries(tx: Transaction, entries: readonly NewEntry[]): Promise<void> {
  for (const one of entries)
    await tx.query(
      `INSERT INTO remedy_entry (tenant_id, remedy, nth, contract, fen, how, invoice, fact, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [tx.tenant, one.remedy, one.nth, one.contract, one.fen, one.how, one.invoice ?? null, one.fact, one.person, one.at],
    )
}

/** The key of the table says that somebody else gave it first. */
export const GIVEN_FIRST = 'remedy_entry_pkey'
