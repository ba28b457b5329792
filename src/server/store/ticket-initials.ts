import { acrossTenants } from '../database/pool.ts'
import type { Pool } from '../database/pool.ts'
import { initialsOf } from './initials.ts'

const AT_ONCE = 500

type Untold = { tenant_id: string; id: string; title: string }

/** Tickets from before their titles were found by pinyin initials are given them, a few at a time; later ones have them from the start. */
export async function fillTicketInitials(owner: Pool): Promise<void> {
  for (;;) {
    const rows = await acrossTenants<Untold>(
      owner,
      'SELECT tenant_id, id, title FROM ticket WHERE initials IS NULL ORDER BY tenant_id, id LIMIT $1',
      [AT_ONCE],
    )
    if (rows.length === 0) return
    const told = rows.map(({ title, ...ticket }) => ({ ...ticket, initials: initialsOf(title) }))
    await acrossTenants(
      owner,
      `UPDATE ticket t SET initials = n.initials FROM json_to_recordset($1) AS n(tenant_id text, id text, initials text)
       WHERE t.tenant_id = n.tenant_id AND t.id = n.id AND t.initials IS NULL`,
      [JSON.stringify(told)],
    )
  }
}
