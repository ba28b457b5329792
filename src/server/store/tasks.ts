import type { Subject } from '../../core/fact.ts'
import { REVIEW } from '../../core/promise/review.ts'
import type { Consequence, Effect } from '../../core/promise/types.ts'
import type { Tx } from '../database/pool.ts'

/** A fact `f` that was not declared void. */
export const STOOD = `NOT EXISTS (SELECT FROM fact_subject vs JOIN fact v ON v.tenant_id = vs.tenant_id AND v.seq = vs.seq
  WHERE vs.tenant_id = f.tenant_id AND vs.subject = f.subject AND v.type = 'fact.voided' AND v.data ->> 'of' = f.id)`

/** Facts `f` about the subject of an effect `e` that were not declared void. */
const told = (condition: string) => `FROM fact_subject fs JOIN fact f ON f.tenant_id = fs.tenant_id AND f.seq = fs.seq
  WHERE fs.tenant_id = e.tenant_id AND fs.subject = e.subject AND ${condition} AND ${STOOD}`

/** What the effect is called among those of its event. */
const NAME = `CASE WHEN e.of IS NULL THEN 'open-task:' || e."to" ELSE substr(e.key, length(concat_ws('|', e.subject, e.promise, e.episode)) + 2) END`

const DONE = told(
  `f.type = 'task.done' AND f.data ->> 'promise' = e.promise AND (f.data ->> 'episode')::int = e.episode AND f.data ->> 'effect' = ${NAME}`,
)

/** As many fillings of its form since as there were tasks until it: the oldest being settled first, it is. Whether any other is, its record says. */
const FILLED = `(SELECT count(*) ${told(`f.occurred_at >= e.at AND ((f.type = 'form.filled' AND f.data ->> 'form' = e."to") OR f.data -> 'filled' ? e."to")`)})
  >= (SELECT count(*) FROM effect o WHERE o.tenant_id = e.tenant_id AND o.subject = e.subject AND o.kind = 'open-task' AND o.promise = e.promise AND o."to" = e."to" AND o.at <= e.at)`

/** Tasks `e` about which nobody has said yet that they are done; which of them stand, and are open, their records say. */
export const UNDONE_TASK = `e.kind = 'open-task' AND NOT EXISTS (SELECT ${DONE}) AND NOT ${FILLED}`

/** Has nobody said yet that this one is done? */
export async function isUndone(tx: Tx, key: string): Promise<boolean> {
  return (await tx.query(`SELECT FROM effect e WHERE e.key = $1 AND ${UNDONE_TASK}`, [key])).length > 0
}

/** 我的: one's ticket's, else that of the role for which the contract names one; where it names nobody, of a role that one has. */
export const ownTask = (person: string) => `(t.assignee = ${person}
  OR EXISTS (SELECT FROM contract_person cp WHERE cp.tenant_id = e.tenant_id AND cp.contract = r.contract AND cp.role = e.params ->> 'owner' AND cp.person = ${person})
  OR (EXISTS (SELECT FROM person_role h WHERE h.tenant_id = e.tenant_id AND h.person = ${person} AND h.role = e.params ->> 'owner')
    AND NOT EXISTS (SELECT FROM contract_person cp WHERE cp.tenant_id = e.tenant_id AND cp.contract = r.contract AND cp.role = e.params ->> 'owner')))`

type ReviewRow = Pick<Effect, 'key' | 'subject' | 'promise' | 'episode' | 'to' | 'params' | 'at'> & {
  readonly done: string | null
  readonly done_at: number | null
}

/** 核对: what was taken back of these and may have been carried out, each with the fact that settled it. No record tells of them: what they are about is gone. */
export async function reviewsOf(tx: Tx, subjects: readonly Subject[]): Promise<Consequence[]> {
  const text = `SELECT e.key, e.subject, e.promise, e.episode, e."to", e.params, e.at, d.id AS done, d.occurred_at AS done_at
    FROM effect e LEFT JOIN LATERAL (SELECT f.id, f.occurred_at ${DONE} ORDER BY f.seq LIMIT 1) d ON true
    WHERE e.subject = ANY($1) AND e.kind = 'open-task' AND e."to" = '${REVIEW}' AND e.of IS NOT NULL`
  const rows = await tx.query<ReviewRow>(text, [subjects])
  return rows.map(({ done, done_at: at, ...row }) => ({
    ...row,
    kind: 'open-task',
    open: done === null,
    ...(done === null || at === null ? {} : { settled: { at, fact: done } }),
  }))
}
