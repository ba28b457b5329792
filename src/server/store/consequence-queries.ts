import type { Actor } from '../../core/access/can.ts'
import type { Subject } from '../../core/fact.ts'
import { REVIEW } from '../../core/promise/review.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Tx } from '../database/pool.ts'
import { customerReach, obligationReach } from './reach.ts'
import { Sql } from './rows.ts'
import { ownTask, UNDONE_TASK } from './tasks.ts'

/** That a rule acted: whose, and for the how-many-th time. What came of it stands in the record of that subject. */
export type Firing = { readonly subject: Subject; readonly promise: string; readonly episode: number; readonly at: Instant }

/** What was sent by itself and has not been taken back since. */
const STANDS = `e.of IS NULL AND e.kind <> 'withdraw' AND NOT EXISTS (SELECT FROM effect w WHERE w.tenant_id = e.tenant_id AND w.subject = e.subject AND w.kind = 'withdraw' AND w.of = e.key)`

const FROM = `FROM effect e JOIN record_state r ON r.tenant_id = e.tenant_id AND r.subject = e.subject LEFT JOIN ticket t ON t.tenant_id = e.tenant_id AND t.id = r.ticket`

/** Escalations of broken clocks stand beside what rules bring; of a device only what is given, owed or moved is asked. */
const BY_RULES = `e.kind IN ('extend', 'restart', 'entitle', 'demand', 'credit', 'deduct', 'require-form', 'open-task')`

export type FiringsWanted = {
  readonly contract?: string | undefined
  readonly promise?: string | undefined
  readonly asset?: string | undefined
  readonly right?: 'yes' | 'no' | undefined
  /** tasks that nobody has done yet: all, or one's own */
  readonly todo?: 'all' | 'mine' | undefined
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
  readonly after?: readonly (string | number | null)[] | undefined
  readonly limit: number
}

/** The newest first: under one clause of a contract, or for one device and its tickets. */
export function firings(tx: Tx, actor: Actor, wanted: FiringsWanted): Promise<Firing[]> {
  const sql = new Sql()
  const { contract, promise, asset, right, todo, from, until, after } = wanted
  const reached = obligationReach(sql, actor, 'r')
  const own = () => `r.owner = 'asset/' || a.id AND ${customerReach(sql, actor, { action: 'asset.read', column: 'a.customer' })}`
  const of = (id: string) => `EXISTS (SELECT FROM asset a WHERE a.tenant_id = e.tenant_id AND a.id = ${sql.value(id)}
    AND (${own()} OR ((t.asset = a.id OR e.params ->> 'asset' = 'asset/' || a.id) AND ${reached})))`
  const where = [
    todo === undefined ? STANDS : `(${STANDS} OR e."to" = '${REVIEW}') AND ${UNDONE_TASK}`,
    todo === 'mine' ? ownTask(sql.value(actor.person)) : 'true',
    contract === undefined ? 'true' : `r.contract = ${sql.value(contract)}`,
    promise === undefined ? BY_RULES : `e.promise = ${sql.value(promise)}`,
    asset === undefined ? reached : of(asset),
    right === undefined ? 'true' : `e.kind ${right === 'yes' ? '=' : '<>'} 'entitle'`,
    from === undefined ? 'true' : `e.at >= ${sql.value(from)}`,
    until === undefined ? 'true' : `e.at < ${sql.value(until)}`,
    after
      ? `(e.at, e.subject, e.promise, e.episode) < (${sql.value(after[0])}::bigint, ${sql.value(after[1])}, ${sql.value(after[2])}, ${sql.value(after[3])}::int)`
      : 'true',
  ]
  const text = `SELECT DISTINCT e.at, e.subject, e.promise, e.episode ${FROM} WHERE ${where.join(' AND ')}
    ORDER BY e.at DESC, e.subject DESC, e.promise DESC, e.episode DESC LIMIT ${sql.value(wanted.limit)}`
  return tx.query<Firing>(text, sql.values)
}

export type Fired = { readonly promise: string; readonly times: number; readonly last: Instant }

/** How often each of these clauses acted in a span, and when last. */
export function timesFired(
  tx: Tx,
  actor: Actor,
  { contract, promises, from, until }: { contract: string; promises: readonly string[]; from: Instant; until: Instant },
): Promise<Fired[]> {
  const sql = new Sql()
  const where = [
    STANDS,
    `r.contract = ${sql.value(contract)} AND e.promise = ANY(${sql.value(promises)}) AND e.at >= ${sql.value(from)} AND e.at < ${sql.value(until)}`,
    obligationReach(sql, actor, 'r'),
  ]
  const text = `SELECT e.promise, count(DISTINCT (e.subject, e.episode))::int AS times, max(e.at)::bigint AS last ${FROM} WHERE ${where.join(' AND ')} GROUP BY e.promise`
  return tx.query<Fired>(text, sql.values)
}
