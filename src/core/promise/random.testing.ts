import { env } from 'node:process'
import fc from 'fast-check'
import type { Fact, FactSource, FactType, Json } from '../fact.ts'
import type { BoundPlan } from './types.ts'
import type { ClauseText, EventText, ValueText } from './given.testing.ts'
import { at, plan } from './given.testing.ts'

/** Few runs by default; NUOXING_PROVE=n multiplies them. A failure prints its seed. */
export const RUNS = { numRuns: 150 * Number(env.NUOXING_PROVE ?? 1) }

const START = at('10:00')
const STEP = 5 * 60_000
const IDS = ['p0', 'p1', 'p2', 'p3', 'p4']

const openings = fc.constantFrom<FactType>('ticket.reported', 'ticket.reported', 'ticket.accepted', 'visit.arrived')
const doings = fc.constantFrom<FactType>('ticket.replied', 'visit.arrived', 'ticket.restored', 'ticket.accepted')
const offsets = fc.constantFrom('', '', '', ' + 30min', ' + 2h', ' - 1h', ' + 1d')

/** A promise's state, of a clause written before: chains of any depth, no ring of openings. */
function chained(index: number): fc.Arbitrary<string> {
  const states = fc.constantFrom('.done', '.done', '.kept', '.broken', '.due', '.opened', '.cancelled', ' at 80%', ' at 50%')
  return fc.tuple(fc.integer({ min: 0, max: index - 1 }), states).map(([of, state]) => `${IDS[of]}${state}`)
}

function startOf(index: number): fc.Arbitrary<EventText> {
  if (index === 0) return fc.constant('ticket.reported')
  const one = fc.tuple(fc.oneof(openings, chained(index), chained(index)), offsets).map(([event, offset]) => event + offset)
  return fc.oneof(
    { weight: 6, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one) },
    { weight: 1, arbitrary: fc.tuple(one, one).map((all) => ({ all })) },
  )
}

const limits = fc.constantFrom('20min', '1h', '2h', '4h', '1d', '1wd', '0.5wd')

function table(rows: fc.Arbitrary<string>): fc.Arbitrary<ValueText> {
  const byGrade = fc.tuple(rows, rows).map(([major, general]) => ({ by: 'grade', major, general }))
  const byZone = fc.tuple(byGrade, rows).map(([city, otherwise]) => ({ by: 'zone', city, else: otherwise }))
  return fc.oneof({ weight: 3, arbitrary: rows }, { weight: 2, arbitrary: byGrade }, { weight: 1, arbitrary: byZone })
}

function clause(index: number): fc.Arbitrary<ClauseText> {
  const kept =
    index === 0 ? fc.constant('ticket.replied') : fc.oneof({ weight: 4, arbitrary: doings }, { weight: 1, arbitrary: chained(index) })
  return fc
    .record({
      starts: startOf(index),
      keptBy: kept,
      unless: fc.option(fc.constantFrom('remote.solved', 'ticket.closed', 'p0.done'), { nil: undefined, freq: 2 }),
      within: table(fc.oneof({ weight: 8, arbitrary: limits }, { weight: 1, arbitrary: fc.constantFrom('none', 'unstated') })),
      calendar: table(fc.constantFrom('always', 'always', 'office')),
      pauses: fc.subarray(['wait', 'proven', 'short']),
      excuses: fc.subarray(['storm']),
      regrade: fc.constantFrom('retroactive', 'restart', 'keep'),
      reopen: fc.constantFrom('new', 'new', 'resume'),
      onBroken: fc.subarray([{ escalate: 'lead' }, { escalate: 'service-manager' }]),
      byDue: fc.boolean(),
    })
    .map(({ byDue, ...text }): ClauseText => {
      // Some hang their due time on another promise's instead of having a limit of their own.
      if (index === 0 || !byDue || index % 2 === 1) return text as ClauseText
      const { starts: _starts, within: _within, ...rest } = text
      return { ...rest, due: `p${index - 1}.due + 1h` } as ClauseText
    })
}

export const plans: fc.Arbitrary<BoundPlan> = fc
  .tuple(
    fc.integer({ min: 1, max: IDS.length }),
    fc.constantFrom<'customer' | 'staff'>('customer', 'staff'),
    ...IDS.map((_, index) => clause(index)),
  )
  .map(([size, gradeBy, ...clauses]) =>
    plan({
      promises: Object.fromEntries(clauses.slice(0, size).map((one, index) => [IDS[index]!, one])),
      reasons: { wait: {}, proven: { evidence: true }, short: { limit: '1h' }, storm: { evidence: true } },
      gradeBy,
    }),
  )

type Draft = { readonly type: FactType; readonly data: { readonly [key: string]: Json } }

const reasons = fc.constantFrom('wait', 'proven', 'short', 'unknown')
const grades = fc.constantFrom('major', 'general')

const openingData: readonly Draft['data'][] = [{}, { zone: 'city' }, { grade: 'major' }]
const proofs: readonly Draft['data'][] = [{}, { evidence: 'e' }]
const ends: readonly Draft['data'][] = [{}, { reason: 'wait' }, { reason: 'proven' }]

function draft(type: FactType, data: Draft['data'] = {}): Draft {
  return { type, data }
}

const drafts: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 8, arbitrary: doings.map((type) => draft(type)) },
  { weight: 2, arbitrary: fc.constantFrom(...openingData).map((data) => draft('ticket.reported', data)) },
  {
    weight: 4,
    arbitrary: fc.tuple(reasons, fc.constantFrom(...proofs)).map(([reason, extra]) => draft('ticket.paused', { reason, ...extra })),
  },
  { weight: 3, arbitrary: fc.constantFrom(...ends).map((data) => draft('ticket.resumed', data)) },
  {
    weight: 3,
    arbitrary: fc.tuple(grades, fc.constantFrom('staff', 'customer')).map(([grade, by]) => draft('ticket.graded', { grade, by })),
  },
  { weight: 2, arbitrary: fc.constantFrom<FactType>('remote.solved', 'ticket.closed', 'ticket.noted').map((type) => draft(type)) },
  { weight: 1, arbitrary: fc.constantFrom<FactType>('ticket.reopened', 'ticket.cancelled').map((type) => draft(type)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...IDS)
      .map((promise) => draft('obligation.waived', { promise, reason: 'storm', role: 'lead', evidence: 'e' })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...IDS).map((promise) => draft('obligation.excused', { promise, reason: 'storm', evidence: 'e' })),
  },
)

const proof = { reason: 'forgot', evidence: 'list' }

function finished(made: Draft, seq: number, times: { occurredAt: number; recordedAt: number; source: FactSource; by: string }): Fact {
  const data = times.source === 'hand' && made.type !== 'ticket.paused' ? { ...proof, ...made.data } : made.data
  return { id: `f${seq}`, seq, subject: 'ticket/T1', also: [], type: made.type, ...times, data }
}

const moments = fc.integer({ min: 0, max: 240 }).map((step) => START + step * STEP)

/** Facts learned as they happen, in ledger order, at instants that often fall together. */
export const histories: fc.Arbitrary<readonly Fact[]> = fc.array(fc.tuple(drafts, moments), { maxLength: 18 }).map((list) => {
  const opening: Draft = { type: 'ticket.reported', data: {} }
  const sorted = [[opening, START] as const, ...list].sort((a, b) => a[1] - b[1])
  return sorted.map(([one, when], index) => finished(one, index + 1, { occurredAt: when, recordedAt: when, source: 'system', by: 'lin' }))
})

const meta = fc.oneof(
  fc.nat(9).map((of) => draft('fact.voided', { of: `f${of + 2}` })),
  fc.nat(9).map((of) => draft('fact.approved', { of: `f${of + 2}` })),
  fc
    .tuple(fc.nat(9), moments)
    .map(([of, to]) => ({ type: 'fact.corrected' as const, data: { of: `f${of + 2}`, field: 'occurredAt', to } })),
  fc.tuple(fc.nat(9), grades).map(([of, to]) => ({ type: 'fact.corrected' as const, data: { of: `f${of + 2}`, field: 'grade', to } })),
)

/** Facts learned late or early, by hand or by machine, corrected, voided, approved; in ledger order (recordedAt never falls). */
export const troubledHistories: fc.Arbitrary<readonly Fact[]> = fc
  .array(
    fc.record({
      draft: fc.oneof({ weight: 5, arbitrary: drafts }, { weight: 1, arbitrary: meta }),
      recordedAt: moments,
      delay: fc.constantFrom(0, 0, 0, 0, STEP, 3 * STEP, 24 * STEP, -6 * STEP),
      source: fc.constantFrom<FactSource>('system', 'hand', 'phone'),
      by: fc.constantFrom('lin', 'wang'),
    }),
    { maxLength: 18 },
  )
  .map((list) => {
    const opening = {
      draft: { type: 'ticket.reported' as const, data: {} } as Draft,
      recordedAt: START,
      delay: 0,
      source: 'system' as const,
      by: 'lin',
    }
    const sorted = [opening, ...list].sort((a, b) => a.recordedAt - b.recordedAt)
    return sorted.map(({ draft: made, recordedAt, delay, source, by }, index) => {
      const about = made.type.startsWith('fact.')
      return finished(made, index + 1, { occurredAt: about ? recordedAt : recordedAt - delay, recordedAt, source, by })
    })
  })

/** An instant inside the story or after it. */
export const instants: fc.Arbitrary<number> = fc.tuple(moments, fc.constantFrom(0, 1, -1, 60_000)).map(([moment, off]) => moment + off)

export const END = START + 12 * 24 * 3_600_000
