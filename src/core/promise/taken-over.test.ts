import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../canonical.ts'
import type { Fact } from '../fact.ts'
import { derive } from './derive.ts'
import { at, clockOf, given, learned } from './given.testing.ts'
import type { FactText } from './given.testing.ts'
import { END, RUNS, histories, instants, plans } from './random.testing.ts'
import { emptyRecord, historyOf, learn, refolded, replay } from './record.ts'
import type { BoundPlan } from './types.ts'

/** Taken over at noon; everything of before comes in one import an hour later. */
const CUT_OVER = at('12:00')
const arrive = { starts: 'ticket.reported', keptBy: 'visit.arrived', within: '2h', onBroken: [{ escalate: 'lead' }] } as const
const repair = { starts: 'arrive.done', keptBy: 'ticket.restored', within: '4h', onBroken: [{ escalate: 'lead' }] } as const
const loaner = { starts: 'arrive.broken', keptBy: 'loan.delivered', within: '8h' } as const

const plan = given({ promises: { arrive, repair, loaner }, bound: { cutOver: CUT_OVER } })
const told: FactText = { recorded: '13:00', source: 'import' }
const imported = (row: number) => ({ imported: { run: 'R1', file: 'F1', sha256: '0', sheet: 'tickets', row } })

const lines = (story: typeof plan, when: string): string[] =>
  story.seen(when).obligations.map((one) => `${one.promise} ${one.state} ${clockOf(one.dueAt)}`)

test('what was done before the taking over starts what falls due after it', () => {
  const story = plan.fact('09:00', 'ticket.reported', imported(2), told).fact('10:00', 'visit.arrived', imported(2), told)
  assert.deepEqual(lines(story, '13:00'), ['repair open 14:00'])
  const { effects } = story.replayed('15:00')
  assert.deepEqual(
    effects.map(({ promise, kind, at: when }) => `${promise} ${kind} ${clockOf(when)}`),
    ['repair escalate 14:00'],
  )
})

test('what nobody wrote down about before starts nothing, and nobody is told of it', () => {
  const story = plan.fact('09:00', 'ticket.reported', imported(2), told)
  assert.deepEqual(lines(story, '13:00'), [])
  assert.deepEqual(story.replayed('20:00').effects, [])
})

test('a pause across the day moves what would have been over before it into our time', () => {
  const paused = given({
    promises: { arrive: { ...arrive, pauses: ['wait'] } },
    reasons: { wait: {} },
    bound: { cutOver: CUT_OVER },
  })
    .fact('09:00', 'ticket.reported', imported(2), told)
    .fact('10:00', 'ticket.paused', { ...imported(2), reason: 'wait' }, told)
  assert.equal(paused.obligation('arrive', '13:00').state, 'paused')
  const resumed = paused.fact('13:30', 'ticket.resumed', { reason: 'wait' })
  assert.deepEqual(lines(resumed, '14:00'), ['arrive open 14:30'])
})

test('history is shown apart, with what was done and when', () => {
  const story = plan.fact('09:00', 'ticket.reported', imported(2), told).fact('10:00', 'visit.arrived', imported(2), told)
  const { record } = story.replayed('13:00')
  const past = historyOf(story.bound, record, at('13:00'))
  assert.deepEqual(
    past.map((one) => `${one.promise} ${clockOf(one.dueAt)} ${clockOf(one.fulfilledAt)}`),
    ['arrive 11:00 10:00'],
  )
  assert.deepEqual(historyOf(story.bound, emptyRecord(story.bound, 'ticket/T1'), at('13:00')), [])
})

test('an import is one piece of news: the first of its lines is not believed before the last is read', () => {
  const late = given({ promises: { reply: { ...arrive, keptBy: 'ticket.replied', within: '210min' } }, bound: { cutOver: CUT_OVER } })
  const story = late.fact('09:00', 'ticket.reported', imported(2), told).fact('12:20', 'ticket.replied', imported(2), told)
  assert.deepEqual([story.says('reply', '13:00'), story.replayed('14:00').effects], ['kept at 12:20', []])
  const apart = late.fact('09:00', 'ticket.reported', imported(2), told).fact('12:20', 'ticket.replied', { imported: { run: 'R2' } }, told)
  assert.deepEqual(
    apart.replayed('14:00').effects.map(({ kind }) => kind),
    ['escalate', 'withdraw'],
  )
})

test('learned live in one call, or folded anew from the ledger, an import leaves the same record', () => {
  const { bound, facts } = plan
    .fact('08:00', 'ticket.reported', {}, { recorded: '08:00' })
    .fact('10:00', 'visit.arrived', imported(2), told)
    .fact('11:30', 'ticket.restored', imported(3), told)
    .fact('13:10', 'ticket.closed')
  const [first, ...rest] = facts as [Fact, ...Fact[]]
  const opened = learned(learn(bound, emptyRecord(bound, 'ticket/T1'), [first]))
  const live = learned(learn(bound, opened.record, { facts: rest, history: () => facts }))
  assert.deepEqual(live.record, refolded(bound, live.record, facts).record)
})

test('a regrade after the taking over breaks in our time what it moves back before it', () => {
  const graded = given({
    promises: { fix: { starts: 'ticket.reported', keptBy: 'ticket.restored', within: { by: 'grade', major: '2h', general: '12h' } } },
    bound: { cutOver: CUT_OVER },
  })
    .fact('09:00', 'ticket.reported', { ...imported(2), grade: 'general' }, told)
    .fact('13:30', 'ticket.graded', { grade: 'major' })
  assert.equal(graded.says('fix', '13:29'), 'open due 21:00')
  assert.equal(graded.says('fix', '14:00'), 'broken at 13:30')
})

test('what has no number and was done before is history; done after, it is ours', () => {
  const soon = given({
    promises: { soon: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: 'unstated' } },
    bound: { cutOver: CUT_OVER },
  }).fact('09:00', 'ticket.reported', imported(2), told)
  assert.equal(soon.fact('10:00', 'ticket.replied', imported(2), told).says('soon', '14:00'), 'none')
  assert.equal(soon.says('soon', '14:00'), 'open due open-ended')
  assert.equal(soon.fact('13:30', 'ticket.replied').says('soon', '14:00'), 'kept at 13:30')
})

test('called off before the taking over it is history as well', () => {
  const called = plan
    .fact('09:00', 'ticket.reported', imported(2), told)
    .fact('10:00', 'visit.arrived', imported(2), told)
    .fact('11:00', 'ticket.cancelled', imported(2), told)
  assert.deepEqual(lines(called, '13:00'), ['repair cancelled 14:00'])
  const early = given({ promises: { soon: { ...arrive, within: 'unstated' } }, bound: { cutOver: CUT_OVER } })
    .fact('09:00', 'ticket.reported', imported(2), told)
    .fact('10:00', 'ticket.cancelled', imported(2), told)
  assert.deepEqual(lines(early, '13:00'), [])
})

// Laws over random plans and histories ------------------------------------------------------------------------------------------

const SUBJECT = 'ticket/T1'
const under = (bound: BoundPlan, cutOver: number): BoundPlan => ({ ...bound, cutOver })

test('law: nothing is sent for what came due up to the taking over, and nothing that was over by then is owed', () => {
  fc.assert(
    fc.property(plans, histories, instants, instants, (bound, facts, cutOver, asOf) => {
      const { obligations, effects } = derive(under(bound, cutOver), facts, { asOf, subject: SUBJECT })
      assert.ok(effects.every(({ at: when }) => when > cutOver))
      const over = obligations.filter(({ openedAt, brokenAt }) => openedAt < cutOver && brokenAt !== undefined && brokenAt <= cutOver)
      assert.deepEqual(over, [])
    }),
    RUNS,
  )
})

test('law: a contract taken over before anything happened is like any other', () => {
  fc.assert(
    fc.property(plans, histories, instants, (bound, facts, asOf) => {
      const plain = derive(bound, facts, { asOf, subject: SUBJECT })
      assert.equal(canonicalJson(derive(under(bound, 0), facts, { asOf, subject: SUBJECT })), canonicalJson(plain))
    }),
    RUNS,
  )
})

test('law: one import at the end of a history leaves the record that its facts alone would leave, and sends no more than they do', () => {
  fc.assert(
    fc.property(plans, histories, (bound, facts) => {
      const recordedAt = END
      const one = facts.map((fact): Fact => ({ ...fact, source: 'import', recordedAt, data: { ...fact.data, ...imported(1) } }))
      const apart = one.map((fact, row): Fact => ({ ...fact, data: { ...fact.data, imported: { run: `R${row}` } } }))
      const [whole, single] = [one, apart].map((all) => replay(bound, all, { asOf: END, subject: SUBJECT }))
      assert.equal(canonicalJson(whole!.obligations), canonicalJson(single!.obligations))
      assert.ok(whole!.effects.length <= single!.effects.length)
      assert.deepEqual(
        whole!.effects.filter(({ kind }) => kind === 'withdraw'),
        [],
      )
    }),
    RUNS,
  )
})
