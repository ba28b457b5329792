import type { Subject } from '../../core/fact.ts'
import { ownerIn } from '../../core/promise/owner.ts'
import type { Tx } from '../database/pool.ts'

/** What people call a subject: a ticket and a contract by number and title, a device and a place by name. Those that have no name of their own are left out. */
export async function namesOfSubjects(tx: Tx, subjects: readonly Subject[]): Promise<ReadonlyMap<string, string>> {
  const text = `
    SELECT 'ticket/' || id AS subject, number || ' ' || title AS name FROM ticket WHERE 'ticket/' || id = ANY($1)
    UNION ALL SELECT 'contract/' || id, number || ' ' || title FROM contract WHERE 'contract/' || id = ANY($1)
    UNION ALL SELECT 'asset/' || id, name FROM asset WHERE 'asset/' || id = ANY($1)
    UNION ALL SELECT 'site/' || id, name FROM site WHERE 'site/' || id = ANY($1)`
  const rows = await tx.query<{ subject: string; name: string }>(text, [subjects.map(ownerIn)])
  const names = new Map(rows.map(({ subject, name }) => [subject, name]))
  return new Map(
    subjects.flatMap((subject) => {
      const name = names.get(ownerIn(subject))
      return name === undefined ? [] : [[subject, name] as const]
    }),
  )
}

export type TicketName = { readonly id: string; readonly number: string; readonly title: string }

/** The ticket that each of these is, or is part of (a visit, a loan). */
export async function ticketsOf(tx: Tx, subjects: readonly Subject[]): Promise<ReadonlyMap<Subject, TicketName>> {
  const text = `SELECT r.subject, t.id, t.number, t.title FROM record_state r
      LEFT JOIN service_record s ON s.tenant_id = r.tenant_id AND s.noun = split_part(r.subject, '/', 1) AND s.id = split_part(r.subject, '/', 2)
      JOIN ticket t ON t.tenant_id = r.tenant_id AND t.id = coalesce(r.ticket, s.ticket) WHERE r.subject = ANY($1)`
  const rows = await tx.query<TicketName & { subject: Subject }>(text, [subjects])
  return new Map(rows.map(({ subject, id, number, title }) => [subject, { id, number, title }]))
}

/** The records that belong to a ticket: its own first, then those of its visits, loans, returns. */
export async function recordsOfTicket(tx: Tx, ticket: string): Promise<Subject[]> {
  const text = `SELECT subject FROM (SELECT subject FROM record_state WHERE ticket = $1 UNION SELECT noun || '/' || id FROM service_record WHERE ticket = $1) own
    ORDER BY subject <> 'ticket/' || $1, subject LIMIT 200`
  return (await tx.query<{ subject: Subject }>(text, [ticket])).map(({ subject }) => subject)
}
