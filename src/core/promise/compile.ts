import type { Duration } from '../time/duration.ts'
import type { FactType } from '../fact.ts'
import { asClock } from '../plan/clock-clause.ts'
import { leavesOf } from '../plan/event.ts'
import type { Clause, DeadlineClause, EventExpr, OwnerNoun, PromiseState, Span, Value } from '../plan/types.ts'
import type { BoundPlan } from './types.ts'
import { sayEvent } from './event-text.ts'
import { slotsOf } from './slots.ts'

/** What an event of a clause does when it happens. */
export type Slot =
  | 'starts'
  | `starts-${number}`
  | 'keptBy'
  | 'unless'
  | 'due'
  | 'until'
  | 'before'
  | 'needs'
  | 'on'
  | 'again'
  | 'waived'
  | 'agreed'
  | 'submitted'
  | 'approved'
  | 'published'
  | 'started'
  | 'described'
  | 'replaced'
  | 'excluded'
  | 'extended'
  | 'ended'
  | `measure-${number}`
  | `needs-${number}`
  | `out-${number}`
  | `rule-${number}`
  | `unless-${number}`
  | `again-${number}`

/** Does an event of this slot open its clause? Late, such a fact refolds; back-filled and not yet approved, it counts from when it says it happened. */
export function opensClause(slot: Slot): boolean {
  return slot === 'starts' || slot === 'due' || slot === 'started' || slot.startsWith('starts-')
}

/** One step from a leaf up to its clause: an offset to add, or a place in an `all`. `ends`: counted from the end of a cover, which lasts to the end of its day. */
export type Step =
  | { readonly kind: 'offset'; readonly duration: Duration; readonly ends?: true }
  | { readonly kind: 'all'; readonly node: number; readonly child: number; readonly size: number }

type Judge = (scope: Readonly<Record<string, unknown>>) => boolean

export type Leaf = {
  readonly id: number
  readonly clause: number
  readonly slot: Slot
  readonly steps: readonly Step[]
  readonly where: Judge | undefined
  /** waits for another promise, and so counts in that instance's episode */
  readonly chained: boolean
  /** the whole event as the plan writes it */
  readonly text: string
}

export type CompiledClause = {
  readonly index: number
  /** the clause as the plan has it */
  readonly source: Clause
  /** as the clock that its instances run by */
  readonly clause: DeadlineClause
  /** followed here because clauses of this owner name it (`until: equipment.end`); its own owner answers for it */
  readonly mirror: boolean
  readonly when: Judge | undefined
  /** dimensions that its tables and calendar turn on */
  readonly dimensions: readonly string[]
  /** who waits for its states */
  readonly on: Readonly<Record<PromiseState, readonly Leaf[]>>
  /** shares, ascending, and who waits for them */
  readonly rungs: readonly { readonly percent: number; readonly leaves: readonly Leaf[] }[]
  /** rows chosen before, by the values of its dimensions */
  readonly rows: Map<string, Row>
}

/** What the tables of a clause say for one set of dimension values. */
export type Row = {
  readonly none: boolean
  readonly within: Span | undefined
  readonly target: Span | undefined
  /** undefined: not stated */
  readonly calendar: string | undefined
}

/** A plan as an index: what happens → who listens. Made once a bound plan. */
export type CompiledPlan = {
  readonly bound: BoundPlan
  readonly clauses: readonly CompiledClause[]
  /** those of the other five forms: deadlines bring nothing of their own beside their instances */
  readonly others: readonly CompiledClause[]
  readonly leaves: readonly Leaf[]
  readonly byFact: ReadonlyMap<FactType, readonly Leaf[]>
  /** `equipment.end` → listeners */
  readonly byInstant: ReadonlyMap<string, readonly Leaf[]>
  /** dimensions beside the grade that facts may set */
  readonly dimensions: readonly string[]
  /** fact types that open a clause: a late one of these refolds */
  readonly openers: ReadonlySet<FactType>
}

type Draft = {
  readonly bound: BoundPlan
  readonly index: ReadonlyMap<string, number>
  readonly leaves: Leaf[]
  readonly byFact: Map<FactType, Leaf[]>
  readonly byPromise: Map<string, Leaf[]>
  readonly byShare: Map<string, Leaf[]>
  readonly byInstant: Map<string, Leaf[]>
  nodes: number
}

type Place = { readonly clause: number; readonly slot: Slot; readonly steps: readonly Step[]; readonly text: string }

function push<Key>(map: Map<Key, Leaf[]>, key: Key, leaf: Leaf): void {
  const list = map.get(key)
  if (list) list.push(leaf)
  else map.set(key, [leaf])
}

function judgeOf(bound: BoundPlan, test: { readonly cel: string } | undefined): Judge | undefined {
  if (!test) return undefined
  const judge = bound.tests.get(test.cel)
  if (!judge) throw new Error(`a condition of ${bound.ref} was not compiled: ${test.cel}`)
  return judge
}

function addLeaf(draft: Draft, place: Place, fact: { readonly where: Judge | undefined } | undefined): Leaf {
  const leaf = { id: draft.leaves.length, ...place, where: fact?.where, chained: fact === undefined }
  draft.leaves.push(leaf)
  return leaf
}

/** Where a promise stands; undefined when it belongs to another owner: the state of another subject enters only as a fact. */
function indexOf(draft: Draft, promise: string): number | undefined {
  if (!Object.hasOwn(draft.bound.plan.promises, promise))
    throw new Error(`${draft.bound.ref} names the promise ${promise} and does not have it`)
  return draft.index.get(promise)
}

/** Days before and after the end of a cover are counted from its last day: the midnight with which that ends is the next day's only on paper. */
function offsetOf({ bound: { plan } }: Draft, event: EventExpr, duration: Duration): Step {
  const noun = event.kind === 'instant' && event.name === 'end' ? event.noun : ''
  const ends = Object.hasOwn(plan.promises, noun) && plan.promises[noun]?.form === 'cover'
  return ends ? { kind: 'offset', duration, ends } : { kind: 'offset', duration }
}

function addEvent(draft: Draft, event: EventExpr | undefined, outer: Place): void {
  if (!event) return
  // Steps run from the leaf outwards, so what stands inside comes first.
  const steps = event.offset ? [offsetOf(draft, event, event.offset), ...outer.steps] : outer.steps
  const place = { ...outer, steps }
  switch (event.kind) {
    case 'fact':
      return push(draft.byFact, event.type, addLeaf(draft, place, { where: judgeOf(draft.bound, event.where) }))
    case 'promise':
      return push(draft.byPromise, `${indexOf(draft, event.promise)}:${event.state}`, addLeaf(draft, place, undefined))
    case 'share':
      return push(draft.byShare, `${indexOf(draft, event.promise)}:${event.percent}`, addLeaf(draft, place, undefined))
    case 'instant':
      return push(draft.byInstant, `${event.noun}.${event.name}`, addLeaf(draft, place, { where: undefined }))
    case 'any':
      for (const one of event.of) addEvent(draft, one, place)
      return
    case 'all': {
      const node = draft.nodes++
      for (const [child, one] of event.of.entries())
        addEvent(draft, one, { ...place, steps: [{ kind: 'all', node, child, size: event.of.length }, ...steps] })
      return
    }
    default:
      return never(event)
  }
}

function never(value: never): never {
  throw new Error(`unknown event ${JSON.stringify(value)}`)
}

function tableDimensions(value: Value<unknown> | undefined, into: Set<string>): void {
  if (value?.kind !== 'table') return
  into.add(value.by)
  for (const row of Object.values(value.rows)) tableDimensions(row, into)
  tableDimensions(value.otherwise, into)
}

function addClause(draft: Draft, clause: Clause, index: number): void {
  for (const { slot, event } of slotsOf(clause, draft.bound.plan))
    addEvent(draft, event, { clause: index, slot, steps: [], text: sayEvent(event) })
}

function compileClause(draft: Draft, { source, mirror }: Followed, index: number): CompiledClause {
  const clause = asClock(source)
  const dimensions = new Set<string>()
  for (const value of [clause.within, clause.target, clause.calendar]) tableDimensions(value, dimensions)
  const heard = (state: PromiseState) => draft.byPromise.get(`${index}:${state}`) ?? []
  const on = {
    opened: heard('opened'),
    due: heard('due'),
    kept: heard('kept'),
    broken: heard('broken'),
    done: heard('done'),
    cancelled: heard('cancelled'),
    started: heard('started'),
    ended: heard('ended'),
    extended: heard('extended'),
  }
  const rungs = []
  for (const [key, leaves] of draft.byShare) {
    const [parent, percent] = key.split(':')
    if (parent === String(index)) rungs.push({ percent: Number(percent), leaves })
  }
  rungs.sort((a, b) => a.percent - b.percent)
  return { index, source, mirror, clause, when: judgeOf(draft.bound, clause.when), dimensions: [...dimensions], on, rungs, rows: new Map() }
}

type Followed = { readonly source: Clause; readonly mirror: boolean }

/** Covers that these clauses name: `until: equipment.end`, `starts: equipment.ended`. */
function coversNamed({ plan }: BoundPlan, clauses: readonly Clause[]): string[] {
  const leaves = clauses.flatMap((clause) => slotsOf(clause, plan)).flatMap(({ event }) => leavesOf(event))
  const names = leaves.flatMap((leaf) => (leaf.kind === 'instant' ? [leaf.noun] : leaf.kind === 'promise' ? [leaf.promise] : []))
  return names.filter((name) => Object.hasOwn(plan.promises, name) && plan.promises[name]?.form === 'cover')
}

/**
 * The clauses of one kind of owner, and the covers of other owners that they name. A cover is followed wherever it is named, from the facts that name that
 * owner too: so a contract's visits end with the cover of its devices without a join (law 1).
 */
function followed(bound: BoundPlan, noun: OwnerNoun): Followed[] {
  const own = Object.values(bound.plan.promises).filter((clause) => clause.per === noun)
  const list: Followed[] = own.map((source) => ({ source, mirror: false }))
  const ids = new Set(own.map((clause) => clause.id))
  // A cover may begin with the end of another: that one is followed too.
  for (let from = 0; from < list.length; from++) {
    for (const id of coversNamed(bound, [list[from]!.source])) {
      if (ids.has(id)) continue
      ids.add(id)
      list.push({ source: bound.plan.promises[id]!, mirror: true })
    }
  }
  return list
}

function compileBound(bound: BoundPlan, noun: string): CompiledPlan {
  const list = followed(bound, noun as OwnerNoun)
  const index = new Map(list.map(({ source }, at) => [source.id, at]))
  const draft: Draft = {
    bound,
    index,
    leaves: [],
    byFact: new Map(),
    byPromise: new Map(),
    byShare: new Map(),
    byInstant: new Map(),
    nodes: 0,
  }
  for (const [at, { source }] of list.entries()) addClause(draft, source, at)
  const clauses = list.map((one, at) => compileClause(draft, one, at))
  const openers = new Set<FactType>(['ticket.reported'])
  for (const [type, leaves] of draft.byFact) if (leaves.some(({ slot }) => opensClause(slot))) openers.add(type)
  const { leaves, byFact, byInstant } = draft
  const others = clauses.filter(({ source }) => source.form !== 'deadline')
  return {
    bound,
    clauses,
    others,
    leaves,
    byFact,
    byInstant,
    dimensions: ['zone', 'cover', ...Object.keys(bound.plan.dimensions)],
    openers,
  }
}

const compiled = new WeakMap<BoundPlan, Map<string, CompiledPlan>>()

/**
 * The index of a bound plan for one kind of owner (`ticket`, `visit` …), made on first use and kept as long as the plan is.
 * Throws when the plan names what it does not have: binding checks that.
 */
export function compilePlan(bound: BoundPlan, noun: string): CompiledPlan {
  const byNoun = compiled.get(bound) ?? new Map<string, CompiledPlan>()
  compiled.set(bound, byNoun)
  const known = byNoun.get(noun)
  if (known) return known
  const made = compileBound(bound, noun)
  byNoun.set(noun, made)
  return made
}
