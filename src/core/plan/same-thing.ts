import { canonicalJson } from '../canonical.ts'
import { formatDuration, elapsedMsOf } from '../time/duration.ts'
import { testsMeet, waysMeet, waysOf } from './overlap.ts'
import type { Saying, Way } from './overlap.ts'
import type { CoverClause, RuleClause } from './forms.ts'
import type { Clause, DeadlineClause, EventExpr, Plan, Span, Test, Value } from './types.ts'

/** A clause in its plan: two clauses of one plan, or of two. */
export type Placed<C extends Clause = Clause> = { readonly clause: C; readonly plan: Pick<Plan, 'promises'> }

/** One fact, state or instant that has to come; `moved`: by what it is moved, innermost first. */
type Part = { readonly key: string; readonly where: Test | undefined }

type Asked = { readonly plan: Pick<Plan, 'promises'>; readonly seen: readonly string[]; readonly moved: readonly string[] }

/** What is done by a promise: the deed itself, in time or late, so that a chain from an arrival and a clock from an arrival start by the same. */
function deedOf(event: EventExpr, { plan, seen }: Asked): EventExpr | undefined {
  if (event.kind !== 'promise' || (event.state !== 'done' && event.state !== 'kept') || seen.includes(event.promise)) return undefined
  const parent = Object.hasOwn(plan.promises, event.promise) ? plan.promises[event.promise] : undefined
  return parent?.form === 'deadline' ? parent.keptBy : undefined
}

type Ways = readonly (readonly Part[])[]

/** More ways than this nobody writes to be told apart: such an event is only what it says, word for word. */
const MOST_WAYS = 256

const asWritten = (event: EventExpr, moved: readonly string[]): Ways => [[{ key: canonicalJson([event, moved]), where: undefined }]]

function product(all: Ways, ways: Ways): Ways {
  return all.flatMap((parts) => ways.map((way) => [...parts, ...way]))
}

/** The ways in which an event can come, each with all that has to come for it. */
function comings(event: EventExpr, asked: Asked): Ways {
  const moved = event.offset ? [formatDuration(event.offset), ...asked.moved] : asked.moved
  if (event.kind === 'any') return event.of.flatMap((one) => comings(one, { ...asked, moved }))
  if (event.kind === 'all') {
    const each = event.of.map((one) => comings(one, { ...asked, moved }))
    const many = each.reduce((count, ways) => count * ways.length, 1)
    return many > MOST_WAYS ? asWritten(event, moved) : each.reduce(product, [[]])
  }
  const deed = deedOf(event, asked)
  if (deed && event.kind === 'promise') return comings(deed, { ...asked, moved, seen: [...asked.seen, event.promise] })
  const { offset: _offset, ...bare } = event
  const where = bare.kind === 'fact' ? bare.where : undefined
  return [[{ key: canonicalJson([{ ...bare, where: undefined }, moved]), where }]]
}

function comingsOf(event: EventExpr, plan: Asked['plan']) {
  return comings(event, { plan, seen: [], moved: [] }).map((parts) => [...parts].sort((a, b) => (a.key < b.key ? -1 : 1)))
}

type Of = { readonly event: EventExpr | undefined; readonly when: Test | undefined; readonly plan: Asked['plan'] }

/**
 * Can one and the same thing that happens be the event of both, under what else they ask for? Any of a list will do, in whatever order it is written.
 * What the one asks of the fact itself and the other as its condition are held against each other.
 */
export function eventsMeet(one: Of, other: Of): boolean {
  if (!testsMeet(one.when, other.when)) return false
  if (!one.event || !other.event) return one.event === other.event
  const others = comingsOf(other.event, other.plan)
  return comingsOf(one.event, one.plan).some((parts) =>
    others.some(
      (against) =>
        parts.length === against.length &&
        parts.every(
          ({ key, where }, at) =>
            key === against[at]!.key &&
            testsMeet(where, against[at]!.where) &&
            testsMeet(where, other.when) &&
            testsMeet(against[at]!.where, one.when),
        ),
    ),
  )
}

const unasked = ({ plan }: Placed, event: EventExpr | undefined): Of => ({ event, plan, when: undefined })
const opening = ({ clause, plan }: Placed<DeadlineClause>): Of => ({ event: clause.starts ?? clause.due, when: clause.when, plan })

/** What ends a ticket altogether: beside another deed it only says that this one is then owed no more. */
const OVER = ['ticket.restored', 'ticket.closed', 'remote.solved']

/** By what a clock is kept, without that the ticket is over by then: the first that is named is what is promised. */
function deeds({ clause: { keptBy } }: Placed<DeadlineClause>): readonly EventExpr[] {
  const of = keptBy.kind === 'any' && keptBy.offset === undefined ? keptBy.of : [keptBy]
  const own = of.filter((one) => one.kind !== 'fact' || !OVER.includes(one.type))
  return own.length === 0 ? of : own
}

/** Do two clocks end by one and the same deed: the first that each names, or the same ones in another order? */
export function endTogether(one: Placed<DeadlineClause>, other: Placed<DeadlineClause>): boolean {
  if (one.clause.per !== other.clause.per) return false
  const [left, right] = [deeds(one), deeds(other)]
  const meet = (a: EventExpr | undefined, b: EventExpr | undefined) => eventsMeet(unasked(one, a), unasked(other, b))
  if (meet(left[0], right[0])) return true
  return left.length === right.length && left.every((a) => right.some((b) => meet(a, b)))
}

/** Deeds that commitments promise for one another: an answer that solves it, and a plan of how it will be solved. */
const ALIKE = ['ticket.answered', 'ticket.plan-sent']

/** Do two clocks end by deeds that do for one another? */
export function endAlike(one: Placed<DeadlineClause>, other: Placed<DeadlineClause>): boolean {
  if (one.clause.per !== other.clause.per) return false
  const alike = (event: EventExpr | undefined) => event?.kind === 'fact' && ALIKE.includes(event.type)
  return endTogether(one, other) || (alike(deeds(one)[0]) && alike(deeds(other)[0]))
}

/** Is there a case in which both clocks start, at the same time? */
function startTogether(one: Placed<DeadlineClause>, other: Placed<DeadlineClause>): boolean {
  return (one.clause.due === undefined) === (other.clause.due === undefined) && eventsMeet(opening(one), opening(other))
}

/** Do two clocks run together, from one start until one deed? */
export function runTogether(one: Placed<DeadlineClause>, other: Placed<DeadlineClause>): boolean {
  return endTogether(one, other) && startTogether(one, other)
}

type Row<T> = { readonly way: Way; readonly value: Value<T> }

const spanKey = ({ travel, duration }: Span): string => `${travel ? 'travel ' : ''}${elapsedMsOf(duration) ?? formatDuration(duration)}`

/** The rows of a value, each with the case for which it stands. */
export function rowsOf<T>(value: Value<T> | undefined, way: Way = []): readonly Row<T>[] {
  if (!value) return []
  if (value.kind !== 'table') return [{ way, value }]
  const below = (saying: Saying, row: Value<T>) => rowsOf(row, [...way, saying])
  const rows = Object.entries(value.rows).flatMap(([row, of]) => below({ field: value.by, kind: 'in', values: [row] }, of))
  if (!value.otherwise) return rows
  return [...rows, ...below({ field: value.by, kind: 'not', values: Object.keys(value.rows) }, value.otherwise)]
}

/** The rows of a value in the cases in which its clause holds at all. */
export function casesOf<T>({ when }: { readonly when: Test | undefined }, value: Value<T> | undefined): readonly Row<T>[] {
  return (waysOf(when) ?? [[]]).flatMap((way) => rowsOf(value, way))
}

function limitOf(value: Value<Span>): string {
  return value.kind === 'scalar' ? spanKey(value.value) : value.kind
}

/** The limits that two clocks have for one case and that are not the same: an hour is sixty minutes, and rows that stand for other cases are no contradiction. A row of no promise stands for none. */
function otherLimits(one: DeadlineClause, other: DeadlineClause): readonly (readonly [string, string])[] {
  const rows = (clause: DeadlineClause) => casesOf(clause, clause.within).filter(({ value }) => value.kind !== 'none')
  const others = rows(other)
  return rows(one).flatMap(({ way, value }) =>
    others.flatMap((row) => {
      const [limit, otherLimit] = [limitOf(value), limitOf(row.value)]
      return limit !== otherLimit && waysMeet(way, row.way) ? [[limit, otherLimit] as const] : []
    }),
  )
}

/** Is there a case in which the two clocks run by other hours? */
export function hoursDiffer(one: DeadlineClause, other: DeadlineClause): boolean {
  const named = (value: Value<string>) => (value.kind === 'scalar' ? value.value : value.kind)
  const others = casesOf(other, other.calendar)
  return casesOf(one, one.calendar).some(({ way, value }) =>
    others.some((row) => named(row.value) !== named(value) && waysMeet(way, row.way)),
  )
}

/** Is there a case for which the two clocks have other limits? */
export function limitsDiffer(one: DeadlineClause, other: DeadlineClause): boolean {
  return otherLimits(one, other).length > 0
}

/** Is there a case for which the two clocks have other numbers? What is promised without one is asked for anyway. */
export function numbersDiffer(one: DeadlineClause, other: DeadlineClause): boolean {
  return otherLimits(one, other).some((limits) => !limits.includes('unstated'))
}

/** Do two rights give the same, or some of it? Those that do not say what they give are warranties. */
export function givesTheSame(one: readonly string[], other: readonly string[]): boolean {
  return (one.length === 0 && other.length === 0) || one.some((gift) => other.includes(gift))
}

/** A right that does not say what it gives is a warranty like any other of its owner. */
function sameRight(one: CoverClause, other: CoverClause): boolean {
  if (givesTheSame(one.gives, other.gives)) return one.gives.length > 0 || one.per === other.per
  return (one.gives.length === 0 || other.gives.length === 0) && one.per === other.per
}

/** Telling somebody is done by every rule: two that do nothing else of the same do different things. */
const TELLING = ['notify', 'escalate']

function doTheSame(one: RuleClause, other: RuleClause): boolean {
  const deedsOf = ({ effects }: RuleClause) => {
    const kinds = effects.map(({ kind }) => kind)
    const own = kinds.filter((kind) => !TELLING.includes(kind))
    return own.length === 0 ? kinds : own
  }
  const others = deedsOf(other)
  return deedsOf(one).some((kind) => others.includes(kind))
}

/** Are two clauses of one form, other than clocks, about the same thing, by whatever name and in whatever spelling? */
export function aboutOneThing(one: Placed, other: Placed): boolean {
  const [a, b] = [one.clause, other.clause]
  switch (a.form) {
    case 'cover':
      return b.form === 'cover' && sameRight(a, b) && testsMeet(a.when, b.when)
    case 'recurring':
      return b.form === 'recurring' && a.task === b.task && testsMeet(a.when, b.when)
    case 'gate':
      return b.form === 'gate' && eventsMeet({ ...one, event: a.before, when: a.when }, { ...other, event: b.before, when: b.when })
    case 'level':
      return b.form === 'level' && canonicalJson(a.measure) === canonicalJson(b.measure)
    case 'rule':
      return (
        b.form === 'rule' && doTheSame(a, b) && eventsMeet({ ...one, event: a.on, when: a.when }, { ...other, event: b.on, when: b.when })
      )
    case 'deadline':
      return false
    default:
      return a satisfies never
  }
}
