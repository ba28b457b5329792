import type { FactNoun, FactType } from '../fact.ts'
import { FACTS } from '../fact.ts'
import { measureEvents } from '../plan/clause-events.ts'
import { leavesOf } from '../plan/event.ts'
import type { EventLeaf } from '../plan/event.ts'
import type { CoverClause, GateClause, RecurringClause, RuleClause } from '../plan/forms.ts'
import type { Clause, EventExpr, Plan } from '../plan/types.ts'
import type { Slot } from './compile.ts'
import { termFields } from './cover/term.ts'
import { settlingTypes } from './rule/settling.ts'

export type SlotEvent = { readonly slot: Slot; readonly event: EventExpr }

function given(events: Readonly<Partial<Record<Slot, EventExpr | undefined>>>): SlotEvent[] {
  return Object.entries(events).flatMap(([slot, event]) => (event ? [{ slot: slot as Slot, event }] : []))
}

/** Clauses whose events move a cover: rules that extend it or start it anew. They count wherever the cover itself is followed. */
export function rulesOnCover({ promises }: Pick<Plan, 'promises'>, cover: string) {
  return Object.values(promises).flatMap((clause) => {
    if (clause.form !== 'rule') return []
    const effect = clause.effects.find((one) => (one.kind === 'extend' || one.kind === 'restart') && one.cover === cover)
    return effect ? [{ rule: clause, effect }] : []
  })
}

function facts(...types: readonly FactType[]): EventExpr {
  return { kind: 'any', of: types.map((type) => ({ kind: 'fact', type })) }
}

function isCover({ promises }: Pick<Plan, 'promises'>, id: string): boolean {
  return Object.hasOwn(promises, id) && promises[id]?.form === 'cover'
}

/**
 * One event of a cover's start, without its offset: what starts it is put together device by device, which the machine cannot do for a contract that
 * follows the covers of many. An instant is read off the facts that carry it (`asset.made`); the end of another cover is heard when it comes.
 */
function bareStart(leaf: EventLeaf, plan: Pick<Plan, 'promises'>): EventExpr {
  if (leaf.kind !== 'instant') return { ...leaf, offset: undefined }
  const { noun, name } = leaf
  if (isCover(plan, noun)) return { kind: 'promise', promise: noun, state: name === 'start' ? 'started' : 'ended' }
  if (!Object.hasOwn(FACTS, noun)) return { ...leaf, offset: undefined }
  return facts(...FACTS[noun as FactNoun].map((participle) => `${noun}.${participle}` as FactType))
}

const STATEMENTS: readonly FactType[] = ['ticket.judged', 'ticket.graded']

/** Is this fact a statement about the ticket? Said again in the same episode it says nothing new: one fault is one event. */
export function isStatement(type: FactType | undefined): boolean {
  return type !== undefined && STATEMENTS.includes(type)
}

/** What a rule must hear beside its own events: a reopened ticket is another fault. */
function againOf(rule: RuleClause): EventExpr | undefined {
  const states = leavesOf(rule.on).some((leaf) => leaf.kind === 'fact' && isStatement(leaf.type))
  return states ? facts('ticket.reopened') : undefined
}

/** By what the things that a rule brings about are seen to be settled: the form that is filled in, the loaner that arrives. */
function settling({ effects }: RuleClause): EventExpr | undefined {
  const types = new Set(effects.flatMap(settlingTypes))
  return types.size === 0 ? undefined : facts(...types)
}

function asked<Event>(wanted: boolean, event: Event): Event | undefined {
  return wanted ? event : undefined
}

function coverSlots(clause: CoverClause, plan: Pick<Plan, 'promises'>): SlotEvent[] {
  const scrapped: readonly FactType[] = clause.per === 'asset' ? ['asset.scrapped'] : []
  return [
    ...leavesOf(clause.starts).map((leaf, index): SlotEvent => ({ slot: `starts-${index}`, event: bareStart(leaf, plan) })),
    ...given({
      started: facts('cover.started'),
      described: asked(termFields(clause.term).length > 0, facts('asset.described')),
      until: clause.until,
      replaced: facts('part.replaced'),
      excluded: facts('cover.excluded'),
      extended: facts('cover.extended'),
      ended: facts('cover.ended', ...scrapped),
    }),
    ...rulesOnCover(plan, clause.id).flatMap(({ rule }, index) =>
      given({ [`rule-${index}`]: rule.on, [`unless-${index}`]: rule.unless, [`again-${index}`]: againOf(rule) }),
    ),
  ]
}

/** What goes out and must come back: asked only of what went out. A ticket without a visit has nobody to sign. */
const WENT_OUT: Readonly<Partial<Record<FactType, readonly FactType[]>>> = {
  'loan.returned': ['loan.delivered'],
  'rma.returned': ['rma.shipped', 'rma.received'],
  'visit.signed': ['visit.arrived'],
  'remote.ended': ['remote.started'],
  'complaint.closed': ['complaint.opened'],
}

export function wentOut(leaf: EventLeaf): readonly FactType[] {
  return leaf.kind === 'fact' ? (WENT_OUT[leaf.type] ?? []) : []
}

/**
 * What is owed on and on ends with its contract, and before it where the clause says so: with the last day that was agreed, or when somebody ended the contract
 * before. A right lasts as long as it was given for; what is to be done goes on only while there is somebody to do it for.
 */
const WITH_ITS_CONTRACT: EventExpr = { kind: 'instant', noun: 'contract', name: 'end' }

function endOf({ until }: Pick<RecurringClause, 'until'>): EventExpr {
  return until === undefined ? WITH_ITS_CONTRACT : { kind: 'any', of: [until, WITH_ITS_CONTRACT] }
}

function recurringSlots(clause: RecurringClause): SlotEvent[] {
  return given({
    starts: clause.starts,
    until: endOf(clause),
    keptBy: clause.keptBy,
    agreed: asked(clause.agreedBy !== undefined, facts('visit.agreed')),
    submitted: asked(clause.approvedBy !== undefined, facts('document.issued')),
    approved: asked(clause.approvedBy !== undefined, facts('approval.given')),
    published: asked(clause.holiday !== 'keep', facts('calendar.published')),
  })
}

function gateSlots(clause: GateClause): SlotEvent[] {
  return [
    ...given({ before: clause.before, waived: clause.waive === undefined ? undefined : facts('obligation.waived') }),
    ...leavesOf(clause.needs).flatMap((leaf, index): SlotEvent[] => {
      const out = wentOut(leaf)
      const needed: SlotEvent = { slot: `needs-${index}`, event: { ...leaf, offset: undefined } }
      return out.length > 0 ? [needed, { slot: `out-${index}`, event: facts(...out) }] : [needed]
    }),
  ]
}

/** A device is accepted by itself, or with all that its contract covers. */
function heardAs(event: EventExpr): readonly EventExpr[] {
  const byItself = event.kind === 'fact' && event.type === 'asset.accepted' && event.where === undefined
  return byItself ? [event, { kind: 'fact', type: 'contract.accepted' }] : [event]
}

/** What a clause listens to, by what it does with it: the events of its file, and those that its form brings along. */
export function slotsOf(clause: Clause, plan: Pick<Plan, 'promises'>): readonly SlotEvent[] {
  switch (clause.form) {
    case 'deadline':
      return given({ starts: clause.starts, keptBy: clause.keptBy, unless: clause.unless, due: clause.due })
    case 'recurring':
      return recurringSlots(clause)
    case 'level':
      return [
        ...given({ starts: clause.starts, until: endOf(clause) }),
        ...measureEvents(clause.measure).flatMap((event, index): SlotEvent[] =>
          heardAs(event).map((one) => ({ slot: `measure-${index}`, event: one })),
        ),
      ]
    case 'cover':
      return coverSlots(clause, plan)
    case 'gate':
      return gateSlots(clause)
    case 'rule':
      return given({ on: clause.on, unless: clause.unless, again: againOf(clause), settles: settling(clause) })
    default:
      return clause satisfies never
  }
}
