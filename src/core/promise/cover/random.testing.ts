import fc from 'fast-check'
import type { Fact, FactType, Json, Subject } from '../../fact.ts'
import type { Clause } from '../../plan/types.ts'
import type { RuleEffect } from '../../plan/forms.ts'
import type { BoundPlan } from '../types.ts'
import { at } from '../given.testing.ts'
import { carrying, cover, gate, lasting, rule } from './given.testing.ts'
import type { CoverText, GateText } from './given.testing.ts'

/** Random plans of covers, gates and rules, and histories in which much happens at one instant. */

const HOUR = 3_600_000
export const START = at('2026-03-02 00:00')
export const DAYS = 120

export const SHAPES = {
  starts: [
    'asset.accepted',
    ['asset.accepted', 'asset.handed-over'],
    { all: ['asset.accepted', 'asset.handed-over'] },
    'asset.accepted + 3d',
  ],
  term: ['10d', '1mo', '2mo', '48h', 'lifetime', { 'longer-of': ['1mo', 'maker'] }, { 'shorter-of': ['2mo', 'maker'] }],
  replaced: ['remainder', 'restart', 'longer-of 1mo', 'add 10d'],
} as const

export type Shape = {
  readonly starts: (typeof SHAPES.starts)[number]
  readonly term: (typeof SHAPES.term)[number]
  readonly replaced: (typeof SHAPES.replaced)[number]
}

export const shapes: fc.Arbitrary<Shape> = fc.record({
  starts: fc.constantFrom(...SHAPES.starts),
  term: fc.constantFrom(...SHAPES.term),
  replaced: fc.constantFrom(...SHAPES.replaced),
})

export const TESTS = {
  hopeless: (data: Readonly<Record<string, unknown>>) => data.hopeless === true,
  'own == true': (data: Readonly<Record<string, unknown>>) => data.own === true,
}

export function coverOf(shape: Shape): Clause {
  return cover('equipment', { ...(shape as CoverText), excludes: ['human-damage'] })
}

export const EXTENSION = rule('more', {
  on: 'ticket.judged where hopeless',
  does: [{ kind: 'extend', cover: 'equipment', by: lasting('20d') }],
})

const needs: fc.Arbitrary<GateText['needs']> = fc.constantFrom<GateText['needs']>(
  'visit.agreed',
  'loan.returned',
  'visit.agreed + 2h',
  ['visit.agreed', 'report.delivered'],
  { all: ['visit.signed', 'loan.returned', 'report.delivered'] },
)

export const gates = fc
  .record({ before: fc.constantFrom<FactType>('visit.dispatched', 'ticket.closed'), needs, own: fc.boolean(), waive: fc.boolean() })
  .map(({ before, needs: asked, own, waive }) => {
    const text: GateText = {
      before,
      ...(asked === undefined ? {} : { needs: asked }),
      ...(own ? { allows: 'own == true' } : {}),
      waive: waive ? 'service-manager' : undefined,
      onBroken: [{ escalate: 'service-manager' }],
    }
    return gate('release', text)
  })

const does = fc.subarray<RuleEffect>(
  [
    { kind: 'notify', to: 'customer' },
    { kind: 'entitle', what: 'replacement' },
    { kind: 'credit', fen: 100, percent: undefined, of: undefined },
    { kind: 'count-as-not-done', promise: 'visit' },
  ],
  { minLength: 1 },
)

export const rules = fc
  .record({ times: fc.constantFrom(1, 2), once: fc.constantFrom<'event' | 'owner'>('event', 'owner'), does, ends: fc.boolean() })
  .map(({ ends, ...text }) =>
    rule('row', { on: 'work.failed', same: text.times > 1 ? ['problem'] : [], ...(ends ? { unless: 'work.succeeded' } : {}), ...text }),
  )

export const plans: fc.Arbitrary<BoundPlan> = fc.tuple(shapes, gates, rules).map(([shape, release, row]) =>
  carrying([coverOf(shape), EXTENSION, release, row], {
    tests: TESTS,
    reasons: { 'human-damage': { evidence: true } },
    promises: {
      visit: { starts: 'ticket.reported', keptBy: 'work.failed', within: '5d' },
      notice: { due: 'equipment.end - 3d', keptBy: 'notice.delivered', per: 'contract' },
    },
  }),
)

const TICKETS: readonly Subject[] = ['ticket/T1', 'ticket/T2']
const ASSETS: readonly Subject[] = ['asset/A1', 'asset/A2']

/** What may happen, and whose fact it is. */
const OF_ASSET: readonly FactType[] = [
  ...(['asset.accepted', 'asset.accepted', 'asset.handed-over', 'asset.handed-over', 'asset.described', 'asset.scrapped'] as const),
  ...(['part.replaced', 'part.replaced', 'cover.extended', 'cover.extended', 'cover.excluded', 'cover.ended'] as const),
]
const OF_TICKET: readonly FactType[] = [
  ...(['ticket.reported', 'ticket.judged', 'ticket.judged', 'ticket.reopened', 'ticket.closed', 'ticket.cancelled'] as const),
  ...(['visit.dispatched', 'visit.dispatched', 'visit.agreed', 'visit.arrived', 'visit.signed'] as const),
  ...(['loan.delivered', 'loan.returned', 'report.delivered', 'work.failed', 'work.failed', 'work.succeeded'] as const),
  ...(['obligation.waived', 'part.replaced', 'cover.excluded'] as const),
]

const data: fc.Arbitrary<{ readonly [key: string]: Json }> = fc.record({
  hopeless: fc.boolean(),
  own: fc.boolean(),
  problem: fc.constantFrom('noise', 'heat'),
  by: fc.constantFrom('10d', '1mo', '36h', 'soon'),
  part: fc.constantFrom('pump', 'fan'),
  whole: fc.boolean(),
  reason: fc.constantFrom('human-damage', 'wear'),
  evidence: fc.constantFrom('', 'photo'),
  promise: fc.constant('release'),
  role: fc.constantFrom('service-manager', 'engineer'),
})

type Draw = {
  readonly hour: number
  readonly type: FactType
  readonly place: number
  readonly data: { readonly [key: string]: Json }
  readonly maker: string | undefined
  readonly visit: string | undefined
  readonly late: number
}

const hours = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: DAYS }).map((day) => day * 24 + 9) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: DAYS * 24 }) },
)

function drawOf(type: fc.Arbitrary<FactType>, place: fc.Arbitrary<number>, hour: fc.Arbitrary<number> = hours): fc.Arbitrary<Draw> {
  return fc.record({
    hour,
    type,
    place,
    data,
    maker: fc.option(fc.constantFrom('1mo', '3mo'), { nil: undefined }),
    visit: fc.option(fc.constantFrom('visit/V1', 'visit/V2'), { nil: undefined }),
    late: fc.constantFrom(0, 0, 0, 1, 30),
  })
}

const early = fc.integer({ min: 0, max: 20 }).map((day) => day * 24 + 9)
const eitherPlace = fc.integer({ min: 0, max: 1 })

/** Most devices are accepted and most tickets reported before anything else happens to them. */
const beginnings = fc
  .tuple(
    ...[0, 1].flatMap((place) => [
      drawOf(fc.constantFrom<FactType>('asset.accepted', 'asset.accepted', 'asset.handed-over'), fc.constant(place), early),
      drawOf(fc.constantFrom<FactType>('asset.handed-over', 'ticket.noted'), fc.constant(place), early),
      drawOf(fc.constant<FactType>('ticket.reported'), fc.constant(place), early),
    ]),
  )
  .chain((all) => fc.subarray(all, { minLength: 3 }))

const happenings = fc.array(drawOf(fc.oneof(fc.constantFrom(...OF_ASSET), fc.constantFrom(...OF_TICKET)), eitherPlace), { maxLength: 18 })

const stories: fc.Arbitrary<readonly Draw[]> = fc.tuple(beginnings, happenings).map((parts) => parts.flat())

/** What moves a cover; what ends it for good is rare. */
const MOVES: readonly FactType[] = [
  ...(['part.replaced', 'part.replaced', 'part.replaced', 'cover.extended', 'cover.extended', 'cover.extended'] as const),
  ...(['ticket.judged', 'ticket.judged', 'ticket.judged', 'ticket.reopened', 'asset.accepted', 'asset.handed-over'] as const),
  ...(['asset.described', 'asset.described'] as const),
]

const ofDevice: fc.Arbitrary<readonly Draw[]> = fc
  .tuple(
    drawOf(fc.constant<FactType>('asset.accepted'), fc.constant(0), early),
    fc.array(drawOf(fc.constantFrom(...MOVES), fc.constant(0)), { minLength: 1, maxLength: 10 }),
    fc.array(drawOf(fc.constantFrom<FactType>('asset.scrapped', 'cover.ended'), fc.constant(0)), { maxLength: 1 }),
    fc.boolean(),
  )
  .map(([first, moves, last, ends]) => [first, ...moves, ...(ends ? last : [])])

function subjectsOf({ type, place, visit }: Draw): { readonly subject: Subject; readonly also: readonly Subject[] } {
  const asset = ASSETS[place]!
  const owner: readonly Subject[] = [asset, 'contract/C1']
  if (type.startsWith('asset.') || type === 'cover.extended' || type === 'cover.ended') return { subject: asset, also: ['contract/C1'] }
  const piece = type.startsWith('visit.') && visit !== undefined ? [visit as Subject] : []
  const loan: readonly Subject[] = type.startsWith('loan.') && visit !== undefined ? [visit === 'visit/V1' ? 'loan/L1' : 'loan/L2'] : []
  return { subject: TICKETS[place]!, also: [...owner, ...piece, ...loan] }
}

function factOf(draw: Draw, index: number, late: boolean): Fact {
  const occurredAt = START + draw.hour * HOUR
  const told: { [key: string]: Json } = { ...draw.data }
  if (draw.type.startsWith('part.') && draw.data.whole === true) delete told.part
  if (draw.type === 'cover.extended' || draw.type === 'cover.ended') for (const key of ['part', 'whole']) delete told[key]
  if (draw.type === 'cover.excluded') delete told.part
  if ((draw.type === 'asset.accepted' || draw.type === 'asset.described') && draw.maker !== undefined) told.makerTerm = draw.maker
  return {
    id: `f${index + 1}`,
    seq: index + 1,
    ...subjectsOf(draw),
    type: draw.type,
    occurredAt,
    recordedAt: occurredAt + (late ? draw.late * 24 * HOUR : 0),
    source: late && draw.visit !== undefined ? 'hand' : 'system',
    by: 'first',
    data: told,
  }
}

function sorted(list: readonly Draw[]): Draw[] {
  return list.toSorted((a, b) => a.hour - b.hour)
}

const ofFault = fc.array(drawOf(fc.constantFrom(...OF_TICKET), fc.constant(0)), { minLength: 4, maxLength: 24 })

function inTime(list: readonly Draw[]): readonly Fact[] {
  return sorted(list).map((draw, index) => factOf(draw, index, false))
}

/** Facts that are known as they happen. */
export const timely: fc.Arbitrary<readonly Fact[]> = stories.map(inTime)

/** The same about one device and one fault of it at a time, where most facts move its cover. */
export const device: fc.Arbitrary<readonly Fact[]> = ofDevice.map(inTime)

/** The same of one ticket, one fact an hour: what happens within one instant has cases of its own. */
export const fault: fc.Arbitrary<readonly Fact[]> = ofFault
  .map(inTime)
  .map((facts) => facts.map((fact, index) => ({ ...fact, occurredAt: START + index * HOUR, recordedAt: START + index * HOUR })))

/** Facts of which some are learned late, and some corrected or voided. */
export const untidy: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(
    stories,
    fc.array(fc.record({ of: fc.nat(23), hour: fc.integer({ min: 1, max: 40 * 24 }), days: fc.integer({ min: -5, max: 5 }) }), {
      maxLength: 3,
    }),
  )
  .map(([list, changes]) => {
    const known = sorted(list).map((draw, index) => factOf(draw, index, true))
    const about = changes.map((change, index): Fact => {
      const target = known[change.of % known.length]!
      const told = target.recordedAt + change.hour * HOUR
      const to = target.occurredAt + change.days * 24 * HOUR
      const said: { readonly [key: string]: Json } =
        change.days === 0
          ? { of: target.id, reason: 'typo' }
          : change.days > 3
            ? { of: target.id }
            : { of: target.id, field: 'occurredAt', from: target.occurredAt, to, reason: 'typo' }
      return {
        ...target,
        id: `c${index + 1}`,
        seq: known.length + index + 1,
        type: change.days === 0 ? 'fact.voided' : change.days > 3 ? 'fact.approved' : 'fact.corrected',
        by: 'second',
        occurredAt: told,
        recordedAt: told,
        data: said,
      }
    })
    // The ledger is written in the order in which things are learned.
    return [...known, ...about]
      .toSorted((a, b) => a.recordedAt - b.recordedAt || a.seq - b.seq)
      .map((fact, index) => ({ ...fact, seq: index + 1 }))
  })
