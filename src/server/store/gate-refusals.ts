import type { EventExpr, Test } from '../../core/plan/types.ts'
import type { FactType, Json, Subject } from '../../core/fact.ts'
import type { Actor } from '../../core/access/can.ts'
import type { Tx } from '../database/pool.ts'
import { obligationReach } from './reach.ts'
import { Sql } from './rows.ts'
import { writeTrail } from './trail.ts'

const ACTION = 'gate.refused'
/** A request is sent again soon, or not at all. */
const SENT_AGAIN_MS = 86_400_000

/** An attempt that a gate stopped: what somebody was about to state, of which subject, and what was missing. */
export type GateRefusal = {
  readonly at: number
  readonly person: string | undefined
  readonly subject: Subject
  readonly contract: string | undefined
  readonly promise: string
  /** the bound plan by whose words it was refused */
  readonly plan: string
  readonly type: FactType
  readonly missing: readonly EventExpr[]
  readonly allows: Test | undefined
  /** of the request: sent again after a broken line it is one attempt */
  readonly key: string | undefined
}

/** A line of the trail and nothing else: what was refused has not happened, so no fact tells of it. */
export async function noteGateRefusal(tx: Tx, { at, person, subject, key, ...data }: GateRefusal): Promise<void> {
  const text = `SELECT FROM trail WHERE action = '${ACTION}' AND at >= $3 AND person = $1 AND data ->> 'key' = $2 LIMIT 1`
  const before = key === undefined ? [] : await tx.query(text, [person ?? null, key, at - SENT_AGAIN_MS])
  if (before.length > 0) return
  await writeTrail(tx, { at, person, action: ACTION, subject, data: { ...data, key } as { [name: string]: Json | undefined } })
}

export type StoppedWanted = { readonly contract: string; readonly from: number; readonly until: number }
export type Stopped = { readonly promise: string; readonly times: number; readonly last: number }

/** Attempts under one contract, of what somebody may see the promises of; what was refused as a first step has no record yet and is its contract's. */
function attempts(sql: Sql, actor: Actor, { contract, from, until }: StoppedWanted): string {
  return `FROM trail a LEFT JOIN record_state r ON r.tenant_id = a.tenant_id AND r.subject = a.subject
      JOIN contract k ON k.tenant_id = a.tenant_id AND k.id = a.data ->> 'contract'
      CROSS JOIN LATERAL (SELECT k.tenant_id, k.customer, k.id AS contract, r.ticket) o
      LEFT JOIN ticket t ON t.tenant_id = a.tenant_id AND t.id = r.ticket
      LEFT JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person
    WHERE a.action = '${ACTION}' AND a.at >= ${sql.value(from)} AND a.at < ${sql.value(until)} AND k.id = ${sql.value(contract)}
      AND ${obligationReach(sql, actor, 'o')}`
}

/** How often each gate of a contract stopped somebody. */
export function timesStopped(tx: Tx, actor: Actor, wanted: StoppedWanted): Promise<Stopped[]> {
  const sql = new Sql()
  const text = `SELECT a.data ->> 'promise' AS promise, count(*)::int AS times, max(a.at) AS last ${attempts(sql, actor, wanted)} GROUP BY 1`
  return tx.query<Stopped>(text, sql.values)
}

export type StoppedRow = {
  id: number
  at: number
  person: string | null
  person_name: string | null
  subject: Subject
  data: { plan: string; type: FactType; missing: EventExpr[]; allows?: Test }
}

/** The newest attempts that one gate stopped. */
export function stoppedAt(
  tx: Tx,
  actor: Actor,
  { promise, limit, ...wanted }: StoppedWanted & { promise: string; limit: number },
): Promise<StoppedRow[]> {
  const sql = new Sql()
  const text = `SELECT a.id, a.at, a.person, p.name AS person_name, a.subject, a.data ${attempts(sql, actor, wanted)}
    AND a.data ->> 'promise' = ${sql.value(promise)} ORDER BY a.at DESC, a.id DESC LIMIT ${sql.value(limit)}`
  return tx.query<StoppedRow>(text, sql.values)
}
