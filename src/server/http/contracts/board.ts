import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Board, BoardClause, BoardPromise, BoardPromiseQuery, BoardQuery } from '../../../wire/board.ts'
import { withTenant } from '../../database/pool.ts'
import { timesFired } from '../../store/consequence-queries.ts'
import { contractParts, findContracts } from '../../store/contract-queries.ts'
import type { ContractRow as Row } from '../../store/contract-queries.ts'
import { stoppedAt, timesStopped } from '../../store/gate-refusals.ts'
import { boardObligations, placeOf } from '../../store/obligation-queries.ts'
import type { StoredObligation } from '../../store/obligation-queries.ts'
import { pageOf, readCursor } from '../../store/rows.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { boundOf, plansFor } from '../plan-of.ts'
import { explain } from '../present/clock.ts'
import { factViewFor, presentFacts } from '../present/fact.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { agreedClauses, averagesOf, boardClause, earlierClause, periodOf, totalsOf } from './board-clause.ts'
import type { Period } from './board-clause.ts'
import { evidenceOf, presentStopped, toldOf } from './board-evidence.ts'
import {
  boardLevel,
  comingOnBoard,
  coursesOf,
  coversOnBoard,
  factsOfLevels,
  firedOf,
  recordsOfBoard,
  rulesIn,
  stoppedOf,
} from './board-forms.ts'
import { presentContract } from './read.ts'

type Reads<Query = undefined, Params = undefined> = Call<'contract.read', Params, Query, undefined>
type Id = { readonly id: string }

/** One contract has at most some thousand judged instances a year; the strip shows them all. */
const MOST_MARKS = 20_000
/** Of the attempts that a gate stopped the newest are listed; how many there were stands on its row. */
const MOST_STOPPED = 50

/** A board with what it was made of. */
export type ReadBoard = {
  readonly board: Board
  readonly row: Row
  readonly bound: BoundPlan
  readonly period: Period
  /** the newest first */
  readonly instances: readonly StoredObligation[]
  /** of the instances, by hash */
  readonly plans: ReadonlyMap<string, BoundPlan>
}

type Looks = { readonly http: Http; readonly caller: Caller }
type Asked = { readonly id: string; readonly year?: number | undefined; readonly month?: number | undefined }

/** Each clause of the signed plan and of its earlier editions, what became of it in a year or a month of it, and what comes next; undefined: no such contract. */
export async function readBoard({ http, caller }: Looks, { id, ...asked }: Asked): Promise<ReadBoard | undefined> {
  const now = await http.services.clock.now(caller.tenant)
  const contract = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [row] = await findContracts(tx, caller, { id, limit: 1 })
    return row && { row, parts: await contractParts(tx, row.id) }
  })
  if (!contract) return undefined
  const bound = await boundOf(http, caller.tenant, contract.row.bound_hash)
  const period = periodOf(bound, now, asked)
  const { from, until } = period
  const { instances, told, records } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const found = await boardObligations(tx, caller, { contract: id, from, until, limit: MOST_MARKS })
    const covered = await recordsOfBoard(tx, id, contract.parts)
    return { instances: found, told: await factsOfLevels(tx, found, bound), records: covered }
  })
  const byPromise = Map.groupBy(instances, (one) => one.promise)
  const plans = await plansFor(http, caller.tenant, [...instances, ...(records ?? [])])
  const courses = coursesOf(told, { bound, plans }, { from, until: Math.min(until, now) })
  const covers = coversOnBoard(records, { bound, plans, devices: contract.parts.assets.length, now })
  const coming = comingOnBoard(records, { bound, plans, now })
  const agreed = agreedClauses(bound, instances, plans).map((one) => ({ ...one, instances: byPromise.get(one.clause.id) ?? [] }))
  const { acted, stopped } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    acted: await timesFired(tx, caller, { contract: id, promises: rulesIn(agreed), from, until }),
    stopped: await timesStopped(tx, caller, { contract: id, from, until }),
  }))
  const clauses = agreed.map((one): BoardClause => ({
    ...boardClause(one, one.instances, { now, coming: coming.get(one.clause.id) }),
    level: one.clause.form === 'level' ? boardLevel(one.clause, one.instances, { courses, now }) : undefined,
    covers: one.earlier ? undefined : covers.get(one.clause.id),
    fired: firedOf(one.clause, acted),
    stopped: stoppedOf(one.clause, stopped),
  }))
  const board: Board = {
    contract: presentContract(contract.row, now),
    year: period.year,
    from,
    until,
    zone: bound.plan.timezone,
    assets: contract.parts.assets.length,
    sites: contract.parts.sites.length,
    totals: totalsOf(clauses, instances, now),
    averages: averagesOf(agreed),
    clauses,
    later: bound.plan.later.map((one) => ({ id: one.id, text: one.text, source: [...one.source] })),
    asOf: now,
  }
  return { board, row: contract.row, bound, period, instances, plans }
}

/** The promise board (承诺看板) of a year. */
export async function getBoard({ http, caller, params, query }: Reads<BoardQuery, Id>): Promise<Board | Refused> {
  return (await readBoard({ http, caller }, { id: params.id, year: query.year }))?.board ?? recordMissing()
}

/** One clause of the board, instance by instance, newest first, each with the facts that are its evidence. */
export async function getBoardPromise({
  http,
  caller,
  params,
  query,
  locale,
}: Reads<BoardPromiseQuery, { id: string; promise: string }>): Promise<BoardPromise | Refused> {
  const now = await http.services.clock.now(caller.tenant)
  const [row] = await withTenant(http.services.pool, caller.tenant, (tx) => findContracts(tx, caller, { id: params.id, limit: 1 }))
  if (!row) return recordMissing()
  const bound = await boundOf(http, caller.tenant, row.bound_hash)
  const span = periodOf(bound, now, query)
  const wanted = { contract: params.id, promise: params.promise, from: span.from, until: span.until }
  const { all, page, subjects } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const whole = await boardObligations(tx, caller, { ...wanted, limit: MOST_MARKS })
    const rest =
      query.cursor === undefined
        ? whole
        : await boardObligations(tx, caller, {
            ...wanted,
            limit: query.limit + 1,
            after: readCursor(query.cursor, ['instant', 'text', 'count']),
          })
    const shown = pageOf(rest.slice(0, query.limit + 1), {
      limit: query.limit,
      place: (one) => [placeOf(one), one.subject, one.episode],
      show: (one) => one,
    })
    return { all: whole, page: shown, subjects: [...new Set(shown.items.map((one) => one.subject))] }
  })
  const plans = await plansFor(http, caller.tenant, all)
  const agreed = agreedClauses(bound, all, plans).find(({ clause }) => clause.id === params.promise) ?? {
    clause: await withTenant(http.services.pool, caller.tenant, (tx) => earlierClause(tx, caller, { row, promise: params.promise })),
    earlier: true,
  }
  if (!agreed.clause) return recordMissing()
  const { found, told, stopped } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    found: await evidenceOf(tx, subjects),
    told: await toldOf(tx, { caller, bound, locale }, { subjects, promises: [params.promise] }),
    stopped: await stoppedAt(tx, caller, { ...wanted, limit: MOST_STOPPED }),
  }))
  const { facts, beliefs } = found
  const view = factViewFor(found, { caller, locale, bound })
  const instances = page.items.map((one) => {
    const evidence = facts.filter((fact) => one.evidence.includes(fact.id) || fact.id === one.why.anchor.fact)
    const own = beliefs.filter((belief) => belief.subject === one.subject)
    return {
      ...explain(one, { bound: plans.get(one.boundHash ?? '') ?? bound, locale, beliefs: own }),
      facts: presentFacts(evidence, view),
      told: [...(told.get(`${one.subject}|${one.promise}|${one.episode}`) ?? [])],
    }
  })
  return {
    clause: boardClause({ clause: agreed.clause, earlier: agreed.earlier }, all, { now }),
    instances,
    stopped: await presentStopped({ http, caller, locale }, stopped),
    next: page.next,
  }
}
