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
