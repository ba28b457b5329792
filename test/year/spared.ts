import { openingEvent } from '../../src/core/plan/clause-events.ts'
import { leavesOf } from '../../src/core/plan/event.ts'
import type { FactType } from '../../src/core/fact.ts'
import type { RecurringClause } from '../../src/core/plan/forms.ts'
import type { Clause, DeadlineClause, EventExpr, Plan } from '../../src/core/plan/types.ts'
import { DAY_MS } from '../../src/core/time/instant.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import type { Firm, House } from './firm.ts'
import { standingsOf } from './instances.ts'
import type { Standing } from './instances.ts'
import type { Values } from './want.ts'

export function typesIn(event: EventExpr | undefined): FactType[] {
  return leavesOf(event).flatMap((leaf) => (leaf.kind === 'fact' ? [leaf.type] : []))
}

/** The facts with which an event begins, through whatever chain of promises. */
export function rootsOf(plan: Plan, event: EventExpr | undefined, seen: readonly string[] = []): FactType[] {
  return leavesOf(event).flatMap((leaf) => {
    if (leaf.kind === 'fact') return [leaf.type]
    const id = leaf.kind === 'instant' ? leaf.noun : leaf.promise
    if (id === 'event') return ['event.announced' as const]
    const clause = seen.includes(id) ? undefined : plan.promises[id]
    return clause ? rootsOf(plan, openingEvent(clause), [...seen, id]) : []
  })
}

/** What comes once in the life of a contract or a device is lived through, once in each contract; a story cannot make it happen. */
export function isLivedThrough(plan: Plan, clause: Clause): boolean {
  const roots = rootsOf(plan, openingEvent(clause))
  return roots.length > 0 && roots.every((type) => /^(contract\.|asset\.(accepted|handed-over|in-service)$)/.test(type))
}

const MINUTE_MS = 60_000
/** A story waits so long for what its deed would keep; what takes longer it passes by as a deed beside the occurrences. */
const MOST_MS = 150 * DAY_MS
/** Or so often for what has not begun: a deed told before would keep it from the start. */
const WEEKS = 12
/** No series gets so far. */
const NEVER = 9_999

type Lived = DeadlineClause | RecurringClause

/** What a deed of this type would keep of all that a contract owes over its life. */
function keptOverLife(plan: Plan, type: FactType): Lived[] {
  return Object.values(plan.promises).filter(
    (clause): clause is Lived =>
      (clause.form === 'deadline' || clause.form === 'recurring') && typesIn(clause.keptBy).includes(type) && isLivedThrough(plan, clause),
  )
}

/** Until when a deed must wait: for the clock that it would end, or for one that is still to begin. */
function waitFor(
  clause: Lived,
  of: readonly Standing[],
  { now, type }: { readonly now: Instant; readonly type: FactType },
): Instant | undefined {
  const ends = of.flatMap(({ state, due_at: due }) => (/open|paused/.test(state) && due !== null && due >= now ? [due + MINUTE_MS] : []))
  if (ends.length > 0) return Math.max(...ends)
  return of.length === 0 && clause.form === 'deadline' && !isMilestone(type) ? now + 7 * DAY_MS : undefined
}

const isMilestone = (type: FactType): boolean => /^(contract\.(shipped|delivered|commissioned|accepted)|asset\..*)$/.test(type)

/**
 * A house that is to break what it owes over its life must not keep it by a deed told for another story: the story waits until the clock is through. Where
 * that takes a year, the deed names itself as none of the occurrences; the values to say so are returned.
 */
export async function* sparing(firm: Firm, house: House, type: FactType): AsyncGenerator<Instant, Values, void> {
  const clauses = house.manner === 'broken' ? keptOverLife(house.plan, type) : []
  let beside: Values = {}
  for (let week = 0; clauses.length > 0 && week < WEEKS; week++) {
    const now = await firm.now()
    const all = await standingsOf(
      firm,
      house.contract,
      clauses.map(({ id }) => id),
    )
    const waits = clauses.flatMap((clause) => {
      const of = all.filter(({ promise }) => promise === clause.id)
      const wait = of.some(({ broken }) => broken) ? undefined : waitFor(clause, of, { now, type })
      if (wait !== undefined && wait - now > MOST_MS && clause.form === 'recurring')
        beside = { occurrence: { promise: clause.id, number: NEVER } }
      return wait === undefined || wait - now > MOST_MS ? [] : [wait]
    })
    if (waits.length === 0) break
    yield Math.max(...waits)
  }
  return beside
}
