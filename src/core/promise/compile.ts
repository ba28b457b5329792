import type { Duration } from '../time/duration.ts'
import type { FactType } from '../fact.ts'
import { asClock } from '../plan/clock-clause.ts'
import { leavesOf } from '../plan/event.ts'
import type { Clause, DeadlineClause, EventExpr, OwnerNoun, PromiseState, Span, Value } from '../plan/types.ts'
import type { BoundPlan } from './types.ts'
import { sayEvent } from './event-text.ts'
import { slotsOf } from './slots.ts'
import { againOf } from './again.ts'
import type { Again } from './again.ts'

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
  | 'settles'
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
  /** the edition of the contract's plan that the clause is of: its calendars, conditions and reasons */
  readonly bound: BoundPlan
  /** what its form remembers it by: the clause's id, told apart by edition */
  readonly memory: string
  /** all editions of this clause, itself among them, the oldest first: they owe one thing, never two */
  readonly kin: readonly number[]
  /** the amendments with which it begins and ceases to bring anything new; undefined: from the start, for good */
  readonly since: string | undefined
  readonly until: string | undefined
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
  /** deadlines that open anew with each event that starts them, and the leaves (by id) of those events (`again.ts`) */
  readonly again: Again
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

function compileClause(
  draft: Draft,
  { source, mirror, edition }: Placed,
  { index, kin }: { index: number; kin: readonly number[] },
): CompiledClause {
  const clause = asClock(source)
  const dimensions = new Set<string>()
  for (const value of [clause.within, clause.target, clause.calendar]) tableDimensions(value, dimensions)
  const heard = (state: PromiseState) => kin.flatMap((one) => draft.byPromise.get(`${one}:${state}`) ?? [])
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
  const { bound, since, until, number } = edition
  return {
    index,
    bound,
    memory: number === 0 ? source.id : `${source.id}@${number}`,
    kin,
    since,
    until,
    source,
    mirror,
    clause,
    when: judgeOf(bound, clause.when),
    dimensions: [...dimensions],
    on,
    rungs: rungsOf(draft, kin),
    rows: new Map(),
  }
}

/** Who waits for shares of a clause's clock, in whatever edition. */
function rungsOf({ byShare }: Draft, kin: readonly number[]): CompiledClause['rungs'] {
  const shares = new Map<number, Leaf[]>()
  for (const [key, leaves] of byShare) {
    const [parent, percent] = key.split(':')
    if (kin.includes(Number(parent))) shares.set(Number(percent), [...(shares.get(Number(percent)) ?? []), ...leaves])
  }
  return [...shares].map(([percent, leaves]) => ({ percent, leaves })).sort((a, b) => a.percent - b.percent)
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

type Numbered = {
  readonly bound: BoundPlan
  readonly number: number
  readonly since: string | undefined
  readonly until: string | undefined
}

/** A clause in the edition that it stands in. */
type Placed = Followed & { readonly edition: Numbered }

function editionsOf(bound: BoundPlan): Numbered[] {
  const editions = bound.editions ?? [{ bound: bound.plain ?? bound }]
  return editions.map((one, number) => ({ bound: one.bound, number, since: one.amendedBy, until: editions[number + 1]?.amendedBy }))
}

/** The clauses of every edition. A right that was promised (质保) stays what it was under the first: devices keep the version that they began under. */
function placed(bound: BoundPlan, noun: OwnerNoun): Placed[] {
  const list: Placed[] = []
  for (const edition of editionsOf(bound)) {
    const known = new Set(list.filter(({ source }) => source.form === 'cover').map(({ source }) => source.id))
    for (const one of followed(edition.bound, noun)) if (!known.has(one.source.id)) list.push({ ...one, edition })
  }
  return list
}

/** Where a promise that a clause names stands: in its own edition, else (a cover) in the one that has it. */
function indexFor(list: readonly Placed[], edition: Numbered): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  for (const [at, one] of list.entries()) if (one.edition.number <= edition.number) index.set(one.source.id, at)
  for (const [id, at] of index) {
    const { edition: of, source } = list[at]!
    if (of.number !== edition.number && source.form !== 'cover') index.delete(id)
  }
  return index
}

function compileBound(bound: BoundPlan, noun: string): CompiledPlan {
  const list = placed(bound, noun as OwnerNoun)
  const maps = { leaves: [], byFact: new Map(), byPromise: new Map(), byShare: new Map(), byInstant: new Map() }
  let nodes = 0
  for (const edition of editionsOf(bound)) {
    const draft: Draft = { ...maps, bound: edition.bound, index: indexFor(list, edition), nodes }
    for (const [at, one] of list.entries()) if (one.edition.number === edition.number) addClause(draft, one.source, at)
    nodes = draft.nodes
  }
  const draft: Draft = { ...maps, bound, index: new Map(), nodes }
  const kinOf = (id: string) => list.flatMap(({ source }, at) => (source.id === id ? [at] : []))
  const clauses = list.map((one, index) => compileClause(draft, one, { index, kin: kinOf(one.source.id) }))
  const openers = new Set<FactType>(['ticket.reported'])
  for (const [type, leaves] of draft.byFact) if (leaves.some(({ slot }) => opensClause(slot))) openers.add(type)
  const { leaves, byFact, byInstant } = draft
  const others = clauses.filter(({ source }) => source.form !== 'deadline')
  const named = editionsOf(bound).flatMap((one) => Object.keys(one.bound.plan.dimensions))
  const again = againOf(noun, byFact)
  return { bound, clauses, others, leaves, byFact, byInstant, dimensions: [...new Set(['zone', 'cover', ...named])], openers, again }
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
