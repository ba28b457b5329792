import { inTransaction } from '../database/pool.ts'
import type { Transaction } from '../database/pool.ts'
import type { Services } from '../services.ts'
import type { NewTenant } from '../tenants.ts'
import { foundIn, withOwner } from '../tenants.ts'

type Named = { readonly name: string }

/** Tables that hold rows of tenants, each before those that it refers to. */
async function tablesInOrder(tx: Transaction): Promise<readonly string[]> {
  const tables = await tx.query<Named>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'tenant' ORDER BY 1`,
  )
  const references = await tx.query<{ from: string; to: string }>(
    `SELECT DISTINCT f.relname AS "from", t.relname AS "to" FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND f.oid <> t.oid`,
  )
  const left = new Set(tables.map(({ name }) => name))
  const order: string[] = []
  while (left.size > 0) {
    const free = [...left].filter((name) => !references.some(({ from, to }) => to === name && left.has(from)))
    if (free.length === 0) throw new Error(`tables that refer to each other in a ring: ${[...left].join(', ')}`)
    order.push(...free)
    for (const name of free) left.delete(name)
  }
  return order
}

/**
 * All rows of a tenant. The tenant's own row stays, as a firm without people that is no demo any more: so its code stays taken, and no later start fills it again.
 * Only the owner can: whoever serves may neither change nor remove a fact.
 */
async function dropRows(tx: Transaction, tenant: string): Promise<void> {
  // whoever writes to it waits
  await tx.query('SELECT tenant_id FROM tenant WHERE tenant_id = $1 FOR UPDATE', [tenant])
  for (const table of await tablesInOrder(tx)) await tx.query(`DELETE FROM "${table}" WHERE tenant_id = $1`, [tenant])
  await tx.query('UPDATE tenant SET demo = false, clock_offset_ms = 0, seeding = NULL WHERE tenant_id = $1', [tenant])
}

/** Thrown inside the transaction, so that the demo stays where the code of the new firm is taken. */
class CodeTaken extends Error {}

/** Attachments lie outside of the database: what is left of them after a crash is swept with what belongs to nobody. */
async function dropFiles({ files }: Services, tenant: string): Promise<void> {
  for await (const { sha256 } of files.contents(tenant)) await files.remove({ tenant, sha256 })
  for await (const { id } of files.uploads(tenant)) await files.dropParts({ tenant, id })
}

export type Clearing<T> = { readonly demo: string; readonly firm: NewTenant; readonly fill: (tx: Transaction) => Promise<T> }

/**
 * The demo vendor goes as a whole and a firm of one's own begins, in one transaction. A ledger that is sealed is not emptied row by row and then called the same:
 * what was proved under it is gone with it, and the new firm's begins with its first fact. Undefined: the code is taken, and nothing has changed.
 */
export async function clearDemo<T>(services: Services, { demo, firm, fill }: Clearing<T>): Promise<{ readonly filled: T } | undefined> {
  try {
    const founded = await withOwner(services.address, (owner) =>
      inTransaction(owner, firm.id, async (tx) => {
        await dropRows(tx, demo)
        const made = await foundIn(tx, firm, fill)
        if (!made) throw new CodeTaken()
        return made
      }),
    )
    for (const kind of ['people', 'plan', 'parties', 'holidays', 'clock'] as const) services.live.changed({ tenant: demo, kind, ids: [] })
    // what was being written at that moment, by whoever waited, goes as well
    await withOwner(services.address, (owner) => inTransaction(owner, demo, (tx) => dropRows(tx, demo)))
    await dropFiles(services, demo)
    return founded
  } catch (error) {
    if (error instanceof CodeTaken) return undefined
    throw error
  }
}
