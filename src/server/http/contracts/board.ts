import { dayOf } from '../../../core/time/civil.ts'
import { monthFrom } from '../../../core/time/instant.ts'
import { instantOf } from '../../../core/time/zone.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Clause } from '../../../core/plan/types.ts'
import type { Board, BoardClause, BoardPromise, BoardPromiseQuery, BoardQuery } from '../../../wire/contracts.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { timesFired } from '../../store/consequence-queries.ts'
import { contractParts, findContracts, findPlans } from '../../store/contract-queries.ts'
import type { ContractRow as Row } from '../../store/contract-queries.ts'
import { runningDisputes } from '../../store/disputes.ts'
import { filesOf } from '../../store/files.ts'
import { factsAbout, textsOf } from '../../store/fact-queries.ts'
import { beliefsOf, boardObligations, markAt } from '../../store/obligation-queries.ts'
import type { StoredObligation } from '../../store/obligation-queries.ts'
import { pageOf, readCursor } from '../../store/rows.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import type { Caller } from '../caller.ts'
import { boundOf, plansFor } from '../plan-of.ts'
import { explain, obligationId } from '../present/clock.ts'
import { factViewFor, presentFacts } from '../present/fact.ts'
import { yearAt } from '../tickets/year.ts'
import { loadZone } from '../../zones.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { boardLevel, coursesOf, coversOnBoard, factsOfLevels, firedOf, recordsOfCovers, rulesIn } from './board-forms.ts'
import { presentContract } from './read.ts'

type Reads<Query = undefined, Params = undefined> = Call<'contract.read', Params, Query, undefined>
type Id = { readonly id: string }

/** One contract has at most some thousand judged instances a year; the strip shows them all. */
const MOST_MARKS = 20_000

type Year = { readonly year: number; readonly from: number; readonly until: number }

/** A calendar year as the plan's zone lives it. */
function yearOf(bound: BoundPlan, now: number, asked: number | undefined): Year {
  const zone = loadZone(bound.plan.timezone)
  const year = asked ?? yearAt(now, bound.plan.timezone)
  return { year, from: instantOf(zone, dayOf(year, 1, 1), 0), until: instantOf(zone, dayOf(year + 1, 1, 1), 0) }
}

function isUnstated(clause: Clause): boolean {
  if (clause.form !== 'deadline') return false
  return clause.within?.kind === 'unstated' || (clause.within === undefined && clause.due === undefined)
}

/** Judged, and somebody objects to it: it stands apart until that is settled. */
function isDisputed({ state, dispute }: StoredObligation): boolean {
  return dispute !== undefined && (state === 'kept' || state === 'broken')
}

/** A clause of what is in force, or (`earlier`, 原约定) one that an amendment left out and something was still owed under. */
type AgreedClause = { readonly clause: Clause; readonly earlier: boolean }

/** The clauses in force, then those of earlier editions under which these instances stand. `plans`: those of the instances, by hash. */
function agreedClauses(
  { plan }: BoundPlan,
  instances: readonly StoredObligation[],
  plans: ReadonlyMap<string, BoundPlan>,
): readonly AgreedClause[] {
  const left = new Map<string, Clause>()
  for (const { promise, boundHash = '' } of instances) {
    const clause = Object.hasOwn(plan.promises, promise) ? undefined : plans.get(boundHash)?.plan.promises[promise]
    if (clause) left.set(promise, clause)
  }
  return [
    ...Object.values(plan.promises).map((clause) => ({ clause, earlier: false })),
    ...[...left.values()].map((clause) => ({ clause, earlier: true })),
  ]
}

/** A clause of an earlier edition of which nothing stands in the year that is asked for. */
async function earlierClause(tx: Tx, caller: Caller, { row, promise }: { row: Row; promise: string }): Promise<Clause | undefined> {
  const refs = new Set((row.state_json?.agreements ?? []).map(({ plan }) => plan))
  for (const ref of refs)
    for (const { parsed } of await findPlans(tx, caller, { ref })) if (parsed.promises[promise]) return parsed.promises[promise]
  return undefined
}

/** A clause with everything that was judged under it. The rate is kept ÷ (kept + broken); excused and disputed stand apart. */
function boardClause(
  { clause, earlier }: AgreedClause,
  instances: readonly StoredObligation[],
  now: number,
): Omit<BoardClause, 'level' | 'covers' | 'fired'> {
  const count = (state: StoredObligation['state']) => instances.filter((one) => one.state === state && !isDisputed(one)).length
  const counts = {
    kept: count('kept'),
    broken: count('broken'),
    open: count('open'),
    paused: count('paused'),
    excused: count('excused'),
    cancelled: count('cancelled'),
    disputed: instances.filter(isDisputed).length,
  }
  const judged = counts.kept + counts.broken
  const dues = instances.filter((one) => one.state === 'open' && (one.dueAt ?? 0) > now).map((one) => one.dueAt ?? 0)
  return {
    promise: clause.id,
    title: clause.title ?? clause.id,
    form: clause.form,
    text: clause.text,
    source: [...clause.source],
    owedBy: clause.owedBy,
    earlier,
    counts,
    rate: judged === 0 ? undefined : counts.kept / judged,
    judged,
    nextDueAt: dues.length === 0 ? undefined : Math.min(...dues),
    marks: instances
      .filter((one) => one.state !== 'cancelled')
      .map((one) => ({ id: obligationId(one), at: markAt(one), state: one.state, ...(one.dispute ? { disputed: true } : {}) }))
      .toReversed(),
    unstated: isUnstated(clause),
  }
}

/** The promise board (承诺看板): each clause of the signed plan and of its earlier editions, what became of it this year, and what comes next. */
export async function getBoard({ http, caller, params, query }: Reads<BoardQuery, Id>): Promise<Board | Refused> {
  const now = await http.services.clock.now(caller.tenant)
  const contract = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [row] = await findContracts(tx, caller, { id: params.id, limit: 1 })
    return row && { row, parts: await contractParts(tx, row.id) }
  })
  if (!contract) return recordMissing()
  const bound = await boundOf(http, caller.tenant, contract.row.bound_hash)
  const { year, from, until } = yearOf(bound, now, query.year)
  const { instances, told, records } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const found = await boardObligations(tx, caller, { contract: params.id, from, until, limit: MOST_MARKS })
    const covered = await recordsOfCovers(tx, { contract: params.id, assets: contract.parts.assets })
    return { instances: found, told: await factsOfLevels(tx, found, bound), records: covered }
  })
  const byPromise = Map.groupBy(instances, (one) => one.promise)
  const plans = await plansFor(http, caller.tenant, [...instances, ...(records ?? [])])
  const courses = coursesOf(told, { bound, plans }, { from, until: Math.min(until, now) })
  const covers = coversOnBoard(records, { bound, plans, devices: contract.parts.assets.length, now })
  const agreed = agreedClauses(bound, instances, plans)
  const acted = await withTenant(http.services.pool, caller.tenant, (tx) =>
    timesFired(tx, caller, { contract: params.id, promises: rulesIn(agreed), from, until }),
  )
  const clauses = agreed.map((one): BoardClause => {
    const own = byPromise.get(one.clause.id) ?? []
    const level = one.clause.form === 'level' ? boardLevel(one.clause, own, { courses, now }) : undefined
    return {
      ...boardClause(one, own, now),
      level,
      covers: one.earlier ? undefined : covers.get(one.clause.id),
      fired: firedOf(one.clause, acted),
    }
  })
  return {
    contract: presentContract(contract.row, now),
    year,
    from,
    until,
    zone: bound.plan.timezone,
    assets: contract.parts.assets.length,
    sites: contract.parts.sites.length,
    totals: totalsOf(clauses, instances, now),
    clauses,
    later: bound.plan.later.map(({ id, text, source }) => ({ id, text, source: [...source] })),
    asOf: now,
  }
}

function totalsOf(clauses: readonly BoardClause[], instances: readonly StoredObligation[], now: number): Board['totals'] {
  const sum = (state: keyof BoardClause['counts']) => clauses.reduce((total, clause) => total + clause.counts[state], 0)
  const [kept, broken] = [sum('kept'), sum('broken')]
  const dues = instances.filter((one) => one.state === 'open' && (one.dueAt ?? 0) > now).map((one) => one.dueAt ?? 0)
  return {
    kept,
    broken,
    open: sum('open'),
    paused: sum('paused'),
    excused: sum('excused'),
    disputed: sum('disputed'),
    judged: kept + broken,
    rate: kept + broken === 0 ? undefined : kept / (kept + broken),
    dueWithin30d: dues.filter((due) => due <= monthFrom(now)).length,
    nextDueAt: dues.length === 0 ? undefined : Math.min(...dues),
  }
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
  const span = yearOf(bound, now, query.year)
  const wanted = { contract: params.id, promise: params.promise, from: span.from, until: span.until }
  const { all, page, subjects } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const whole = await boardObligations(tx, caller, { ...wanted, limit: MOST_MARKS })
    const rest =
      query.cursor === undefined
        ? whole
        : await boardObligations(tx, caller, { ...wanted, limit: query.limit + 1, after: readCursor(query.cursor, 3) })
    const shown = pageOf(rest.slice(0, query.limit + 1), {
      limit: query.limit,
      place: (one) => [markAt(one), one.subject, one.episode],
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
  const found = await withTenant(http.services.pool, caller.tenant, (tx) => evidenceOf(tx, subjects))
  const { facts, beliefs } = found
  const view = factViewFor(found, { caller, locale, bound })
  const instances = page.items.map((one) => {
    const evidence = facts.filter((fact) => one.evidence.includes(fact.id) || fact.id === one.why.anchor.fact)
    const own = beliefs.filter((belief) => belief.subject === one.subject)
    return {
      ...explain(one, { bound: plans.get(one.boundHash ?? '') ?? bound, locale, beliefs: own }),
      facts: presentFacts(evidence, view),
    }
  })
  return { clause: boardClause({ clause: agreed.clause, earlier: agreed.earlier }, all, now), instances, next: page.next }
}

/** The facts of some subjects with their texts, the names that they carry, and every verdict believed. */
async function evidenceOf(tx: Tx, subjects: readonly string[]) {
  const lists = await Promise.all(subjects.map((subject) => factsAbout(tx, subject, { limit: 1_000 })))
  const facts = lists.flat()
  const ids = facts.map((fact) => fact.id)
  const people = facts.flatMap((fact) => [fact.by, fact.data.person]).filter((id) => typeof id === 'string')
  return {
    facts,
    beliefs: await beliefsOf(tx, subjects),
    texts: await textsOf(tx, ids),
    files: await filesOf(tx, ids),
    disputes: await runningDisputes(tx, ids),
    names: await nameBook(tx, { people, teams: [] }),
  }
}
