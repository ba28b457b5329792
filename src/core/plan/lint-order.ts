import type { Duration } from '../time/duration.ts'
import { formatDuration } from '../time/duration.ts'
import { leavesOf } from './event.ts'
import { found } from './finding.ts'
import type { CoverClause, GateClause } from './forms.ts'
import { testsMeet, waysMeet } from './overlap.ts'
import type { Way } from './overlap.ts'
import { casesOf } from './same-thing.ts'
import { deadlinesOf } from './types.ts'
import type { Clause, DeadlineClause, EventExpr, Finding, Plan } from './types.ts'
import { cellsOf } from './value.ts'

type Fact = Extract<EventExpr, { readonly kind: 'fact' }>

const isOne = (one: Fact, other: Fact): boolean => one.type === other.type && testsMeet(one.where, other.where)

/** The facts that have to come for an event, in whichever way it comes. */
function needed(event: EventExpr | undefined): readonly Fact[] {
  if (!event) return []
  if (event.kind === 'fact') return [event]
  if (event.kind === 'all') return event.of.flatMap(needed)
  if (event.kind !== 'any') return []
  const [first = [], ...others] = event.of.map(needed)
  return first.filter((fact) => others.every((way) => way.some((one) => isOne(one, fact))))
}

const factsIn = (event: EventExpr | undefined): readonly Fact[] => leavesOf(event).flatMap((leaf) => (leaf.kind === 'fact' ? [leaf] : []))

/** Does the gate hold back what the other event needs? */
const holdsBack = ({ before }: GateClause, event: EventExpr | undefined): boolean =>
  factsIn(before).some((held) => needed(event).some((fact) => isOne(fact, held)))

// Gates --------------------------------------------------------------------------------------------------------------------------

/** Gates that open for one another: each wants first what the other lets through last. */
function gatesInARing(gates: readonly GateClause[]): Finding[] {
  const before = (one: GateClause, other: GateClause) =>
    one.per === other.per && testsMeet(one.when, other.when) && holdsBack(other, one.needs)
  const reached = (from: GateClause, seen: readonly GateClause[] = []): readonly GateClause[] =>
    gates.filter((one) => before(from, one) && !seen.includes(one)).reduce((all, one) => reached(one, [...all, one]), seen)
  const ring = gates.filter((gate) => reached(gate).includes(gate))
  const [first] = ring
  if (!first) return []
  const own = ring.filter((one) => one === first || (reached(first).includes(one) && reached(one).includes(first)))
  const params = { promises: own.map(({ id }) => id).join(' ') }
  return [found('lint-gates-ring', { severity: 'error', clauses: own, params })]
}

/** A gate that wants first what another clause owes only afterwards. */
function gatesBeforeTheirTime(gates: readonly GateClause[], clocks: readonly DeadlineClause[]): Finding[] {
  return gates.flatMap((gate) =>
    clocks.flatMap((clock) => {
      const { starts, keptBy } = clock
      const late = starts?.kind === 'fact' && holdsBack(gate, starts)
      const wanted = keptBy.kind === 'fact' && needed(gate.needs).some((fact) => isOne(fact, keptBy))
      const isOpen = gate.reading === undefined && clock.reading === undefined && gate.per === clock.per
      if (!late || !wanted || !isOpen) return []
      return [found('lint-gate-early', { severity: 'question', clauses: [gate, clock], params: { promise: gate.id, other: clock.id } })]
    }),
  )
}

// Clocks -------------------------------------------------------------------------------------------------------------------------

type Wait = { readonly clause: DeadlineClause; readonly parent: DeadlineClause }

/** The done promises that a clock waits for. */
function waits(clause: DeadlineClause, { promises }: Plan): readonly Wait[] {
  const starts = clause.starts?.kind === 'all' ? clause.starts.of : [clause.starts]
  return starts.flatMap((leaf) => {
    const parent = leaf?.kind === 'promise' && (leaf.state === 'done' || leaf.state === 'kept') ? promises[leaf.promise] : undefined
    return parent?.form === 'deadline' ? [{ clause, parent }] : []
  })
}

const namesOf = (way: Way): string => way.flatMap((one) => ('values' in one ? one.values : [])).join(' ')

/** Where nothing is promised nothing is ever done: what follows never starts there, though it states a time. */
function waitsForNone({ clause, parent }: Wait): Finding[] {
  const none = casesOf(parent, parent.within).filter(({ value }) => value.kind === 'none')
  const own = casesOf(clause, clause.within).filter(({ value }) => value.kind === 'scalar')
  const lost = none.find((row) => own.some(({ way }) => waysMeet(way, row.way)))
  if (!lost) return []
  const params = { promise: clause.id, on: parent.id }
  const of = { severity: 'warning', clauses: [clause, parent] } as const
  if (parent.within?.kind === 'none') return [found('lint-waits-for-nothing', { ...of, params })]
  return [found('lint-waits-for-none', { ...of, params: { ...params, row: namesOf(lost.way) } })]
}

const DAYS: Readonly<Record<Duration['unit'], readonly [least: number, most: number]>> = {
  min: [1 / 1440, 1 / 1440],
  h: [1 / 24, 1 / 24],
  d: [1, 1],
  // Five working days take a week, and with a long holiday two more.
  wd: [1, 3],
  w: [7, 7],
  mo: [28, 31],
  y: [365, 366],
}

function longest(cover: CoverClause): number {
  const terms = cellsOf(cover.term).map(({ value }) =>
    value.kind === 'scalar' && value.value.kind === 'duration' ? value.value.duration : undefined,
  )
  return Math.max(0, ...terms.map((term) => (term ? term.value * DAYS[term.unit][1] : Infinity)))
}

/** Thirty months before the end of two years: that is before it begins. */
function dueBeforeItBegins(clause: DeadlineClause, plan: Plan): Finding[] {
  const at = clause.due
  if (at?.kind !== 'instant' || at.name !== 'end' || !at.offset || at.offset.value >= 0) return []
  const cover = plan.promises[at.noun]
  if (cover?.form !== 'cover' || -at.offset.value * DAYS[at.offset.unit][0] <= longest(cover)) return []
  const params = { promise: clause.id, on: cover.id, lead: formatDuration({ ...at.offset, value: -at.offset.value }) }
  return [found('lint-due-before-start', { severity: 'warning', clauses: [clause, cover], params })]
}

const isGate = (clause: Clause): clause is GateClause => clause.form === 'gate'

/** What a plan has in an order in which it cannot happen. */
export function lintOrder(plan: Plan): readonly Finding[] {
  const clocks = Object.values(deadlinesOf(plan))
  const gates = Object.values(plan.promises).filter(isGate)
  return [
    ...gatesInARing(gates),
    ...gatesBeforeTheirTime(gates, clocks),
    ...clocks.flatMap((clause) => waits(clause, plan)).flatMap(waitsForNone),
    ...clocks.flatMap((clause) => dueBeforeItBegins(clause, plan)),
  ]
}
