import type { Subject } from '../../core/fact.ts'
import type { Tx } from '../database/pool.ts'

/** What people call a subject: a ticket and a contract by number and title, a device and a place by name. Those that have no name of their own are left out. */
export async function namesOfSubjects(tx: Tx, subjects: readonly Subject[]): Promise<ReadonlyMap<string, string>> {
  const text = `
    SELECT 'ticket/' || id AS subject, number || ' ' || title AS name FROM ticket WHERE 'ticket/' || id = ANY($1)
    UNION ALL SELECT 'contract/' || id, number || ' ' || title FROM contract WHERE 'contract/' || id = ANY($1)
    UNION ALL SELECT 'asset/' || id, name FROM asset WHERE 'asset/' || id = ANY($1)
    UNION ALL SELECT 'site/' || id, name FROM site WHERE 'site/' || id = ANY($1)`
  const rows = await tx.query<{ subject: string; name: string }>(text, [subjects])
  return new Map(rows.map(({ subject, name }) => [subject, name]))
}

export type TicketName = { readonly id: string; readonly number: string; readonly title: string }

/** The ticket that each of these is, or is part of (a visit, a loan). */
export async function ticketsOf(tx: Tx, subjects: readonly Subject[]): Promise<ReadonlyMap<Subject, TicketName>> {
  const text = `SELECT r.subject, t.id, t.number, t.title FROM record_state r JOIN ticket t ON t.tenant_id = r.tenant_id AND t.id = r.ticket WHERE r.subject = ANY($1)`
  const rows = await tx.query<TicketName & { subject: Subject }>(text, [subjects])
  return new Map(rows.map(({ subject, id, number, title }) => [subject, { id, number, title }]))
}

/** The records that belong to a ticket: its own first, then those of its visits, loans, returns. */
export async function recordsOfTicket(tx: Tx, ticket: string): Promise<Subject[]> {
  const text = `SELECT subject FROM record_state WHERE ticket = $1 ORDER BY subject <> 'ticket/' || $1, subject LIMIT 200`
  return (await tx.query<{ subject: Subject }>(text, [ticket])).map(({ subject }) => subject)
}
