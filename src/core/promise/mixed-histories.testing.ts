import fc from 'fast-check'
import type { Fact, FactType, Json, Subject } from '../fact.ts'
import { at } from './given.testing.ts'
import { CLAUSES, NEXT, PUBLISHED } from './mixed.testing.ts'
import type { BoundPlan } from './types.ts'

/** The histories of a contract, its devices and their faults: facts of every kind that a clause of `mixed.testing.ts` reacts to. */

const OWNERS: readonly Subject[] = [
  ...(['contract/C1', 'asset/A1', 'asset/A2', 'ticket/T1', 'ticket/T2'] as const),
  ...(['visit/V1', 'site/S1', 'model/M1'] as const),
]

/** Those to whom the plan promises something. */
export function owners({ plan: { promises } }: BoundPlan): fc.Arbitrary<Subject> {
  const nouns = new Set<string>(Object.values(promises).map(({ per }) => per))
  return fc.constantFrom(...OWNERS.filter((subject) => nouns.has(subject.slice(0, subject.indexOf('/')))))
}

const START = at('2026-02-01 09:00')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const LASTS_DAYS = 150
export const END = START + 260 * DAY_MS

/** Whose facts they are: of the contract, of a device, of a fault. Deeds done without a fault (a patrol, a report) are the contract's. */
const OF_CONTRACT: readonly FactType[] = [
  ...(['contract.signed', 'contract.accepted', 'contract.ended', 'visit.done', 'visit.done', 'visit.done', 'visit.agreed'] as const),
  ...(['training.held', 'training.held', 'document.issued', 'report.delivered', 'notice.delivered', 'approval.given'] as const),
  ...(['complaint.opened', 'invoice.issued', 'stock.changed', 'survey.answered'] as const),
]
const OF_ASSET: readonly FactType[] = [
  ...(['asset.accepted', 'asset.handed-over', 'asset.tested', 'asset.tested', 'asset.reconnected', 'asset.described'] as const),
  ...([
    'asset.scrapped',
    'cover.extended',
    'cover.ended',
    'cover.excluded',
    'part.replaced',
    'visit.done',
    'notice.delivered',
    'training.held',
  ] as const),
]
const OF_TICKET: readonly FactType[] = [
  ...(['ticket.reported', 'ticket.replied', 'ticket.accepted', 'ticket.graded', 'ticket.graded', 'ticket.judged', 'ticket.noted'] as const),
  ...(['ticket.paused', 'ticket.paused', 'ticket.resumed', 'ticket.restored', 'ticket.confirmed', 'ticket.closed'] as const),
  ...([
    'ticket.reopened',
    'ticket.cancelled',
    'ticket.merged',
    'remote.solved',
    'visit.dispatched',
    'visit.agreed',
    'visit.arrived',
  ] as const),
  ...(['visit.arrived', 'visit.done', 'visit.signed', 'loan.delivered', 'loan.returned', 'work.failed', 'work.failed'] as const),
  ...(['work.succeeded', 'part.replaced', 'callback.made', 'form.filled', 'survey.answered', 'notice.delivered'] as const),
]
const OF_ALL: readonly FactType[] = ['obligation.waived', 'obligation.excused', 'obligation.moved', 'calendar.published']

type Draw = {
  readonly type: FactType
  readonly place: number
  readonly of: 'contract' | 'asset' | 'ticket'
  readonly when: number
  readonly data: { readonly [key: string]: Json }
}

/** Much happens at the full hour, and much at a midnight or at closing time, where clocks run out. */
const moments = fc
  .tuple(
    fc.integer({ min: 0, max: LASTS_DAYS }),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.constantFrom(15, 8, 4, 1, 24) },
      { weight: 1, arbitrary: fc.nat(23) },
    ),
    fc.constantFrom(0, 0, 0, 1, -1, 60_000),
  )
  .map(([day, hour, ms]) => Math.max(START, START + day * DAY_MS + hour * HOUR_MS + ms))

/** What facts say: all that any clause asks for, now this way and now that. */
const data: fc.Arbitrary<{ readonly [key: string]: Json }> = fc.record(
  {
    grade: fc.constantFrom('major', 'general'),
    by: fc.constantFrom('customer', 'customer', 'staff'),
    zone: fc.constantFrom('city', 'county'),
    class: fc.constantFrom('core', 'edge'),
    cover: fc.constantFrom('equipment', 'none'),
    type: fc.constantFrom('fault', 'fault', 'consultation'),
    kind: fc.constantFrom('renewal', 'renewal', 'other'),
    reason: fc.constantFrom('wait', 'proven', 'told', 'unknown'),
    evidence: fc.constant('photo'),
    notice: fc.constant(true),
    removable: fc.boolean(),
    passed: fc.boolean(),
    problem: fc.constantFrom('noise', 'heat'),
    travel: fc.constantFrom('1h', '3h'),
    score: fc.constantFrom(40, 60, 100),
    quantity: fc.constantFrom(0, 1, 2),
    part: fc.constantFrom('pump', 'fan'),
    makerTerm: fc.constantFrom('1mo', '3mo'),
    promise: fc.constantFrom(...Object.keys(CLAUSES), 'patrol', 'patrol', 'upkeep'),
    occurrence: fc.constantFrom(1, 2, 3),
    checklists: fc.constantFrom(['basic'], ['deep', 'basic']),
    people: fc.constantFrom(1, 2),
    person: fc.constantFrom('lin', 'wang'),
    role: fc.constantFrom('service-manager', 'lead'),
    to: fc.constant(NEXT),
    promises: fc.subarray(Object.keys(CLAUSES)),
    calendars: fc.constant({ office: PUBLISHED }),
    into: fc.constantFrom('ticket/T1', 'ticket/T2'),
    startsAt: fc.nat(LASTS_DAYS).map((day) => START + day * DAY_MS),
  },
  { requiredKeys: ['by', 'type', 'reason', 'problem', 'promise', 'role', 'passed', 'kind', 'to', 'calendars', 'into'] },
)

const drawOf = (of: Draw['of'], types: readonly FactType[]): fc.Arbitrary<Draw> =>
  fc.record({ type: fc.constantFrom(...types), place: fc.nat(1), of: fc.constant(of), when: moments, data })

const happenings = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: drawOf('contract', OF_CONTRACT) },
    { weight: 3, arbitrary: drawOf('asset', OF_ASSET) },
    { weight: 6, arbitrary: drawOf('ticket', OF_TICKET) },
    { weight: 1, arbitrary: fc.constantFrom<Draw['of']>('contract', 'asset', 'ticket').chain((of) => drawOf(of, OF_ALL)) },
  ),
  { maxLength: 24, size: 'max' },
)

/** Nearly every story begins with an acceptance, a device and a fault. */
const beginnings = fc
  .tuple(data, fc.nat(20), fc.nat(20))
  .map(([said, device, fault]): Draw[] => [
    { type: 'contract.accepted', place: 0, of: 'contract', when: START, data: said },
    { type: 'asset.accepted', place: 0, of: 'asset', when: START + device * DAY_MS, data: said },
    { type: 'asset.handed-over', place: 0, of: 'asset', when: START + device * DAY_MS, data: said },
    { type: 'ticket.reported', place: 0, of: 'ticket', when: START + fault * DAY_MS, data: said },
  ])
  .chain((all) => fc.subarray(all, { minLength: 2 }))

/** A fact names every subject that it is about: a fault its device, and so the contract, the place and the model. */
function aboutOf({ of, type, place, data: { quantity, into } }: Draw): { readonly subject: Subject; readonly also: readonly Subject[] } {
  const contract: readonly Subject[] = ['contract/C1', 'site/S1']
  const asset: Subject = place === 0 ? 'asset/A1' : 'asset/A2'
  const noun = type.slice(0, type.indexOf('.'))
  const piece: readonly Subject[] =
    noun === 'visit' || noun === 'loan' ? [`${noun}/${noun === 'visit' ? 'V' : 'L'}${quantity === 2 ? 2 : 1}`] : []
  if (of === 'contract') return { subject: 'contract/C1', also: ['site/S1', ...piece] }
  if (of === 'asset') return { subject: asset, also: [...contract, 'model/M1', ...piece] }
  // The fact of a merging names the ticket that lives on too.
  const merged: readonly Subject[] = type === 'ticket.merged' ? [into as Subject] : []
  return { subject: place === 0 ? 'ticket/T1' : 'ticket/T2', also: [asset, ...contract, 'model/M1', ...piece, ...merged] }
}

function factOf(draw: Draw, index: number): Fact {
  const how = { occurredAt: draw.when, recordedAt: draw.when, source: 'system', by: 'lin' } as const
  return { id: `f${index + 1}`, seq: index + 1, ...aboutOf(draw), type: draw.type, ...how, data: draw.data }
}

const stories = fc.tuple(beginnings, happenings).map((parts) =>
  parts
    .flat()
    .toSorted((a, b) => a.when - b.when)
    .map(factOf),
)

/** Facts that are known as they happen, in ledger order. */
export const timely: fc.Arbitrary<readonly Fact[]> = stories

function inLedgerOrder(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => a.recordedAt - b.recordedAt || a.seq - b.seq).map((fact, index) => ({ ...fact, seq: index + 1 }))
}

/** The same told days late or ahead, by machine or by hand (补录). */
const delayed = stories.chain((facts) =>
  fc
    .array(
      fc.tuple(fc.constantFrom(0, 0, 0, 0, HOUR_MS, 3 * DAY_MS, 30 * DAY_MS, -2 * DAY_MS), fc.constantFrom('system', 'hand', 'phone')),
      {
        minLength: facts.length,
        maxLength: facts.length,
      },
    )
    .map((how) =>
      facts.map((fact, index): Fact => {
        const [late, source] = how[index]! as [number, Fact['source']]
        return { ...fact, recordedAt: fact.occurredAt + late, source }
      }),
    ),
)

type Ruling = {
  readonly kind: 'void' | 'approve' | 'refuse' | 'dispute' | 'move' | 'regrade' | 'other'
  readonly of: number
  readonly after: number
  readonly by: number
}

const RULED: Partial<Record<Ruling['kind'], FactType>> = {
  void: 'fact.voided',
  approve: 'fact.approved',
  refuse: 'fact.refused',
  dispute: 'fact.disputed',
}

const rulings: fc.Arbitrary<readonly Ruling[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Ruling['kind']>('void', 'approve', 'approve', 'refuse', 'dispute', 'move', 'regrade', 'other'),
    of: fc.nat(27),
    after: fc.integer({ min: 0, max: 40 }),
    by: fc.integer({ min: -6, max: 6 }),
  }),
  { maxLength: 5 },
)

function rulingOn({ kind, of, after, by }: Ruling, { facts, index }: { readonly facts: readonly Fact[]; readonly index: number }): Fact {
  const target = facts[of % facts.length]!
  const told = target.recordedAt + after * DAY_MS
  const said: Readonly<Record<Ruling['kind'], { readonly [key: string]: Json }>> = {
    void: { reason: 'typo' },
    approve: {},
    refuse: { reason: 'unproven' },
    dispute: { reason: 'unproven' },
    move: { field: 'occurredAt', to: target.occurredAt + by * DAY_MS, reason: 'typo' },
    regrade: { field: 'grade', to: 'major', reason: 'typo' },
    other: { field: 'kind', to: 'renewal', reason: 'typo' },
  }
  return {
    ...target,
    id: `r${index}`,
    seq: facts.length + index,
    type: RULED[kind] ?? 'fact.corrected',
    by: 'wang',
    occurredAt: told,
    recordedAt: told,
    data: { of: target.id, ...said[kind] },
  }
}

/** Facts learned late or early, by hand or by machine, corrected, voided, approved; in ledger order. */
export const troubled: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(delayed, rulings)
  .map(([facts, about]) => inLedgerOrder([...facts, ...about.map((one, index) => rulingOn(one, { facts, index: index + 1 }))]))

/** The same facts, known late by machines alone: what was known late counts as if it had been known at once. */
export const belated: fc.Arbitrary<readonly Fact[]> = delayed.map((facts) => facts.map((fact) => ({ ...fact, source: 'device' })))

/** An instant inside the story or after it. */
export const instants: fc.Arbitrary<number> = fc
  .tuple(moments, fc.constantFrom(0, 0, 1, -1, 20 * DAY_MS, 90 * DAY_MS))
  .map(([moment, off]) => moment + off)

/** All that names an owner. */
export function naming(facts: readonly Fact[], subject: Subject): Fact[] {
  return facts.filter((fact) => fact.subject === subject || fact.also.includes(subject))
}
