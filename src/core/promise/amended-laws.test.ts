import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FactType } from '../fact.ts'
import { AMENDMENT, amended, CONTRACT, version } from './amended.testing.ts'
import { at, learned } from './given.testing.ts'
import { RUNS } from './random.testing.ts'
import type { Fact } from '../fact.ts'
import { derive } from './derive.ts'
import { adopt, emptyRecord, learn, needsHistory, refolded, replay } from './record.ts'
import type { BoundPlan, Obligation } from './types.ts'

const DAY = 86_400_000
const every = fc.constantFrom('1mo', '2mo', '3mo', '1w', '10d', '6mo')

/** Each clause by its name, so that two versions may have it alike, otherwise, or not at all. */
const CLAUSES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  patrol: fc
    .tuple(every, fc.constantFrom('', ', anchor: floating', ', ahead: 20d'))
    .map(([period, more]) => `{recurring: {per: contract, starts: contract.accepted, every: ${period}, task: visit${more}}}`),
  report2: every.map(
    (period) => `{recurring: {per: contract, starts: contract.accepted, every: ${period}, task: report, until: contract.ended}}`,
  ),
  twice: fc
    .integer({ min: 1, max: 3 })
    .map((times) => `{recurring: {per: contract, starts: contract.accepted, times: ${times}, per-period: 6mo, task: training}}`),
  letter: fc
    .integer({ min: 3, max: 90 })
    .map((days) => `{deadline: {starts: contract.accepted, kept-by: document.issued, within: ${days}d, on-broken: [{escalate: lead}]}}`),
  answer: fc.integer({ min: 1, max: 30 }).map((days) => `{deadline: {starts: letter.done, kept-by: notice.delivered, within: ${days}d}}`),
  visits: fc
    .tuple(fc.constantFrom('month', 'quarter', 'now', 'contract-year'), fc.integer({ min: 1, max: 3 }))
    .map(
      ([over, least]) =>
        `{level: {measure: count visit.done, per: contract, starts: contract.accepted, over: ${over}, at-least: ${least}}}`,
    ),
  third: fc
    .integer({ min: 1, max: 3 })
    .map((times) => `{rule: {on: complaint.opened, per: contract, times: ${times}, then: [{notify: service-manager}]}}`),
  agreed: fc.constant('{gate: {before: visit.dispatched, per: contract, needs: visit.agreed, waive: service-manager}}'),
}

const chosen = fc
  .record(Object.fromEntries(Object.entries(CLAUSES).map(([id, text]) => [id, fc.option(text, { nil: undefined, freq: 4 })])))
  .map((clauses) => {
    const named = Object.entries(clauses).filter(([id, text]) => text !== undefined && (id !== 'answer' || clauses.letter !== undefined))
    return named.length === 0
      ? ['patrol: {recurring: {per: contract, starts: contract.accepted, every: 3mo, task: visit}}']
      : named.map(([id, text]) => `${id}: ${text}`)
  })

const happened = fc.constantFrom<FactType>(
  'contract.accepted',
  'visit.done',
  'visit.done',
  'report.delivered',
  'training.held',
  'document.issued',
  'notice.delivered',
  'complaint.opened',
  'visit.agreed',
  'visit.dispatched',
)

/** A contract's life over a year and a half; some of it is told days after it happened. */
const lives = fc
  .array(fc.tuple(happened, fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 0, 0, 5)), { minLength: 2, maxLength: 24 })
  .map((steps) => {
    let now = at('01-01 10:00')
    return steps.map(([type, days, late], index): Fact => {
      now += days * DAY
      const [subject, data] = [CONTRACT, { by: 'customer', reason: true, evidence: true }]
      const first = index === 0 ? 'contract.accepted' : type
      return {
        id: `f${index}`,
        seq: index + 1,
        subject,
        also: [],
        type: first,
        occurredAt: now - late * DAY,
        recordedAt: now,
        source: 'system',
        by: undefined,
        data,
      }
    })
  })

const END = at('01-01 10:00') + 700 * DAY

/** The same life with the amendment recorded before its n-th fact. */
function withAmendment(life: readonly Fact[], place: number): Fact[] {
  const index = 1 + (place % life.length)
  const recordedAt = (life[index - 1]?.recordedAt ?? 0) + 3_600_000
  const amendment: Fact = { ...life[0]!, id: AMENDMENT, type: 'contract.amended', occurredAt: recordedAt, recordedAt, data: {} }
  return [...life.slice(0, index), amendment, ...life.slice(index)].map((fact, seq) => ({ ...fact, seq: seq + 1 }))
}

const seenAt = (bound: BoundPlan, facts: readonly Fact[], asOf: number) => derive(bound, facts, { asOf, subject: CONTRACT })
const plain = ({ promise, episode, state, dueAt, keptAt, brokenAt, fulfilledAt }: Obligation) => [
  promise,
  episode,
  state,
  dueAt,
  keptAt,
  brokenAt,
  fulfilledAt,
]

test('up to its instant an amendment changes nothing, in no verdict, belief or message', () => {
  fc.assert(
    fc.property(chosen, chosen, lives, (old, anew, life) => {
      const before = version(1, ...old)
      const bound = amended({ before, after: version(2, ...anew) })
      const [one, other] = [before, bound].map((plan) => replay(plan, life, { asOf: END, subject: CONTRACT }))
      assert.deepEqual(one!.obligations.map(plain), other!.obligations.map(plain))
      assert.deepEqual(one!.beliefs, other!.beliefs)
      assert.deepEqual(one!.effects, other!.effects)
    }),
    { numRuns: RUNS.numRuns / 3 },
  )
})

test('an amendment that agrees on the same again drops nothing and doubles nothing', () => {
  const without = (clauses: readonly string[]) => clauses.filter((one) => !one.startsWith('visits:'))
  fc.assert(
    fc.property(chosen, lives, fc.nat(), (clauses, life, place) => {
      const kept =
        without(clauses).length > 0 ? without(clauses) : ['third: {rule: {on: complaint.opened, per: contract, then: [{notify: lead}]}}']
      const before = version(1, ...kept)
      const facts = withAmendment(life, place)
      const alone = seenAt(before, facts, END)
      const both = seenAt(amended({ before, after: version(2, ...kept) }), facts, END)
      const sorted = (list: readonly Obligation[]) => list.map(plain).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
      assert.deepEqual(sorted(both.obligations), sorted(alone.obligations))
      assert.deepEqual(
        both.effects.map(({ key, at: when }) => [key, when]).sort(),
        alone.effects.map(({ key, at: when }) => [key, when]).sort(),
      )
    }),
    { numRuns: RUNS.numRuns / 3 },
  )
})

test('whatever is amended, no number of a clause is given twice, and no two versions owe the same day', () => {
  fc.assert(
    fc.property(chosen, chosen, lives, fc.nat(), (old, anew, life, place) => {
      const bound = amended({ before: version(1, ...old), after: version(2, ...anew) })
      const facts = withAmendment(life, place)
      const { obligations } = seenAt(bound, facts, END)
      const keys = obligations.map(({ promise, episode }) => `${promise}|${episode}`)
      assert.equal(new Set(keys).size, keys.length, keys.join(' '))
      const since = facts.find(({ id }) => id === AMENDMENT)!.recordedAt
      for (const one of obligations) {
        const newer = one.why.plan.endsWith('@2')
        assert.ok(newer ? one.openedAt >= since : one.openedAt <= since, `${one.promise}#${one.episode} opened outside its version`)
        const twin = obligations.some(
          (two) =>
            two.promise === one.promise &&
            two.why.plan !== one.why.plan &&
            two.dueAt === one.dueAt &&
            two.state === 'open' &&
            one.state === 'open',
        )
        assert.ok(!twin, `${one.promise} is owed twice on one day`)
      }
    }),
    { numRuns: RUNS.numRuns / 2 },
  )
})

test('a record that is amended live is byte for byte the one that an audit folds', () => {
  fc.assert(
    fc.property(chosen, chosen, lives, fc.nat(), (old, anew, life, place) => {
      const before = version(1, ...old)
      const bound = amended({ before, after: version(2, ...anew) })
      const facts = withAmendment(life, place)
      const cut = facts.findIndex(({ id }) => id === AMENDMENT)
      const first = learned(learn(before, emptyRecord(before, CONTRACT), { facts: facts.slice(0, cut), history: () => facts }))
      const turned = learned(adopt(bound, first.record, { facts: [facts[cut]!], history: facts.slice(0, cut) }))
      const rest = learn(bound, turned.record, { facts: facts.slice(cut + 1), history: () => facts })
      assert.ok(!needsHistory(rest))
      const audited = refolded(bound, rest.record, facts)
      assert.deepEqual(rest.record, audited.record)
      assert.deepEqual([...first.beliefs, ...turned.beliefs, ...rest.beliefs], audited.beliefs)
      assert.deepEqual([...first.effects, ...turned.effects, ...rest.effects], audited.effects)
    }),
    { numRuns: RUNS.numRuns / 3 },
  )
})
