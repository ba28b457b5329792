import type { DEMO_KINDS, FIRST_STEPS } from '../../wire/first-run.ts'
import type { Tx } from '../database/pool.ts'

type Steps = Readonly<Record<(typeof FIRST_STEPS)[number], boolean>>

/** Which of the first steps a firm has taken: seen from what is there, nothing is ticked off by hand. */
export async function firstSteps(tx: Tx): Promise<Steps> {
  const [row] = await tx.query<Steps>(
    `SELECT EXISTS (SELECT FROM letterhead) AS letterhead,
       EXISTS (SELECT FROM customer) AND EXISTS (SELECT FROM asset) AS data,
       (SELECT count(*) FROM (SELECT FROM person WHERE customer IS NULL AND left_at IS NULL LIMIT 2) p) > 1 AS people,
       EXISTS (SELECT FROM plan WHERE retired_at IS NULL) AS plan,
       EXISTS (SELECT FROM contract) AS contract,
       EXISTS (SELECT FROM ticket) AS fault`,
  )
  return row!
}

type Counts = Readonly<Record<(typeof DEMO_KINDS)[number], number>>

export async function contentsOf(tx: Tx): Promise<Counts> {
  const count = (table: string, as: string) => `(SELECT count(*) FROM ${table}) AS ${as}`
  const [row] = await tx.query<Counts>(
    `SELECT ${count('customer', 'customers')}, ${count('asset', 'assets')}, ${count('person', 'people')}, ${count('plan', 'plans')},
       ${count('contract', 'contracts')}, ${count('ticket', 'tickets')}, ${count('fact', 'facts')}, ${count('file', 'files')}`,
  )
  return row!
}
