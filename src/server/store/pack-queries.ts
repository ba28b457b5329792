import type { Actor } from '../../core/access/can.ts'
import type { Fact } from '../../core/fact.ts'
import type { Tx } from '../database/pool.ts'
import { FACT_ROW, factOf } from './fact-queries.ts'
import type { FactRow } from './fact-queries.ts'
import { ticketReach } from './reach.ts'
import { Sql } from './rows.ts'

export type ContractFactsWanted = {
  readonly contract: string
  readonly from: number
  readonly until: number
  /** also these, whenever they happened: verdicts of the period stand on them */
  readonly evidence: readonly string[]
  readonly limit: number
}

/**
 * What was recorded of a contract: its own facts, whatever their time (they say what is agreed), those of its tickets, devices and service records that
 * happened in the period, and the evidence of what was judged in it. A ticket's facts are read by whoever reads its obligations.
 */
export async function factsOfContract(tx: Tx, actor: Actor, wanted: ContractFactsWanted): Promise<Fact[]> {
  const sql = new Sql()
  const { contract, from, until, evidence, limit } = wanted
  const reach = ticketReach(sql, actor, { action: 'obligation.read', ticket: 't' })
  const own = sql.value(`contract/${contract}`)
  const rows = await tx.query<FactRow>(
    `SELECT ${FACT_ROW} FROM record_state r LEFT JOIN ticket t ON t.tenant_id = r.tenant_id AND t.id = r.ticket
       JOIN fact f ON f.tenant_id = r.tenant_id AND f.subject IN (r.subject, r.owner)
         AND (f.subject = r.subject AND r.subject <> r.owner OR ${own} = ANY(f.subject || f.also)
           OR NOT EXISTS (SELECT FROM unnest(f.also) named WHERE named LIKE 'contract/%'))
     WHERE r.contract = ${sql.value(contract)} AND (r.ticket IS NULL OR (${reach}))
       AND (r.subject = ${own} OR (f.occurred_at >= ${sql.value(from)} AND f.occurred_at < ${sql.value(until)}) OR f.id = ANY(${sql.value(evidence)}))
     ORDER BY f.seq LIMIT ${sql.value(limit)}`,
    sql.values,
  )
  return rows.map(factOf)
}

export type FileOfPack = { fact: string; id: string; name: string; size: number; sha256: string }

/** The files that these facts carry, with the hash of their contents. */
export async function filesInPack(tx: Tx, facts: readonly string[]): Promise<FileOfPack[]> {
  return tx.query<FileOfPack>(
    `SELECT u.fact, f.id, f.name, f.size, f.content AS sha256 FROM file_use u JOIN file f ON f.tenant_id = u.tenant_id AND f.id = u.file
     WHERE u.fact = ANY($1) AND f.content IS NOT NULL ORDER BY u.at, u.id`,
    [facts],
  )
}

export type TextOfPack = { fact: string; field: string; text: string; salt: string }

/** Texts beside these facts with the salt of their hash; what was erased is not there any more. */
export function textsInPack(tx: Tx, facts: readonly string[]): Promise<TextOfPack[]> {
  return tx.query('SELECT fact, field, text, salt FROM fact_text WHERE fact = ANY($1) AND text IS NOT NULL ORDER BY fact, field', [facts])
}

/** The texts of plans by their references, as they were taken in. */
export function plansInPack(tx: Tx, refs: readonly string[]): Promise<{ ref: string; yaml: string }[]> {
  return tx.query('SELECT ref, yaml FROM plan WHERE ref = ANY($1) ORDER BY ref', [refs])
}
