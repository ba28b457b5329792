import type { Fact, Subject } from '../../core/fact.ts'
import { ownerIn, toldTo } from '../../core/promise/owner.ts'
import type { Tx } from '../database/pool.ts'
import { RECORD_COLUMNS, readFacts, recordOf } from './ledger.ts'
import type { RecordRow, StoredRecord } from './ledger.ts'

/** Every record of these owners, under whatever contract. */
export async function readRecordsOf(tx: Tx, owners: readonly Subject[]): Promise<StoredRecord[]> {
  const text = `SELECT ${RECORD_COLUMNS} FROM record_state r WHERE r.tenant_id = $1 AND r.owner = ANY($2)`
  return (await tx.query<RecordRow>({ name: 'read-records-of', text, values: [tx.tenant, owners] })).map(recordOf)
}

/** The records of a contract, its own among them, and those of these owners under it. */
export async function readRecordsUnder(tx: Tx, contract: string, owners: readonly Subject[]): Promise<StoredRecord[]> {
  const subjects = [`contract/${contract}`, ...owners]
  return (await readRecordsOf(tx, subjects as Subject[])).filter((one) => one.contract === contract)
}

/** All facts from which a record is folded, in ledger order. */
export async function readFactsOf(tx: Tx, { subject, contract }: Pick<StoredRecord, 'subject' | 'contract'>): Promise<readonly Fact[]> {
  const owner = ownerIn(subject)
  const named = await readFacts(tx, owner)
  if (owner === subject) return toldTo({ subject, contract }, named)
  const own = await readFacts(tx, subject)
  const all = new Map([...named, ...own].map((fact) => [fact.id, fact]))
  return toldTo(
    { subject, contract },
    [...all.values()].toSorted((a, b) => a.seq - b.seq),
  )
}
