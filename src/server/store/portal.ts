import type { Tx } from '../database/pool.ts'

export type StandingContract = { readonly id: string; readonly number: string; readonly title: string; readonly bound_hash: string }

/** The contracts of a customer that nobody has ended, for whichever of its people asks: what they may read of them is another question. */
export function contractsStanding(tx: Tx, customer: string): Promise<StandingContract[]> {
  return tx.query('SELECT id, number, title, bound_hash FROM contract WHERE customer = $1 AND ended_at IS NULL ORDER BY number LIMIT 50', [
    customer,
  ])
}

export async function phonesOf(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; phone: string }>('SELECT id, phone FROM person WHERE id = ANY($1) AND phone IS NOT NULL', [
    people,
  ])
  return new Map(rows.map(({ id, phone }) => [id, phone]))
}

export async function zonesOfSites(tx: Tx, sites: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; timezone: string }>('SELECT id, timezone FROM site WHERE id = ANY($1)', [sites])
  return new Map(rows.map(({ id, timezone }) => [id, timezone]))
}
