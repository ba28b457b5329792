import { deadlinesOf } from '../plan/types.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../fact.ts'
import type { ClauseText, PlanText } from './given.testing.ts'
import { canonicalJson } from '../canonical.ts'
import { dueCalculator } from './due.ts'
import { Story, at, clockOf, plan } from './given.testing.ts'
import { RUNS, plans } from './random.testing.ts'

type Data = { readonly [key: string]: Json }

const arrive: ClauseText = { starts: 'ticket.reported', keptBy: 'visit.arrived', within: '2h' }

function calculator(clause: ClauseText, more: Partial<PlanText> = {}) {
  const promises = { reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min' }, ...more.promises, p: clause }
  const found = dueCalculator(plan({ ...more, promises }), 'p')
  assert.ok(found)
  return found
}

/** The due time of a clause that starts at an instant, as people read it. */
function dueOf(clause: ClauseText, start: string, data: Data = {}, more: Partial<PlanText> = {}): string | undefined {
  return clockOf(calculator(clause, more)(at(start), data)?.dueAt)
}

test('a plan without the clause has no due time of it', () => {
  assert.equal(dueCalculator(plan({ promises: { p: arrive } }), 'q'), undefined)
})

test('a clause is asked for its due time before anything has happened', () => {
  assert.equal(dueOf(arrive, '10:00'), '12:00')
  assert.equal(dueOf({ ...arrive, calendar: 'office' }, '16:00'), '10-01 10:00')
  assert.equal(dueOf({ ...arrive, within: '1d' }, '10:00'), '10-02 00:00')
})

test('one calculator is asked often, and each answer stands for itself', () => {
  const ask = calculator({ ...arrive, within: { by: 'grade', major: '1h', general: '4h' } })
  const answers = (['major', 'general', 'major'] as const).map((grade) => clockOf(ask(at('10:00'), { grade })?.dueAt))
  assert.deepEqual(answers, ['11:00', '14:00', '11:00'])
  assert.equal(clockOf(ask(at('09:00'), { grade: 'general' })?.dueAt), '13:00')
})

test('whatever starts a clause is taken to happen at the instant asked for', () => {
  for (const starts of ['visit.arrived', 'reply.done', 'reply.broken', 'reply at 80%', 'event.start', 'ticket.judged where hard'])
    assert.equal(dueOf({ ...arrive, starts }, '10:00', {}, { tests: { hard: () => false } }), '12:00', starts)
})

test('an offset still counts, forwards and backwards', () => {
  assert.equal(dueOf({ ...arrive, starts: 'reply.done + 8h' }, '10:00'), '20:00')
  assert.equal(dueOf({ ...arrive, starts: 'ticket.reported - 1h' }, '10:00'), '11:00')
  assert.equal(dueOf({ ...arrive, starts: 'ticket.reported + 3d' }, '10:00'), '10-04 02:00')
})

test('of several events that may start it the earliest does, of several that must the last', () => {
  const events = ['ticket.accepted + 1h', 'reply.done + 3h']
  assert.equal(dueOf({ ...arrive, starts: events }, '10:00'), '13:00')
  assert.equal(dueOf({ ...arrive, starts: { all: events } }, '10:00'), '15:00')
  assert.equal(dueOf({ ...arrive, starts: [{ all: events }, 'visit.arrived + 2h'] }, '10:00'), '14:00')
})

test('a due time that hangs on an event is that event’s instant, with its offset', () => {
  const remind: ClauseText = { due: 'event.start - 48h', keptBy: 'notice.delivered' }
  assert.equal(dueOf(remind, '10-09 10:00'), '10-07 10:00')
  assert.equal(dueOf({ due: 'reply.due', keptBy: 'notice.delivered' }, '10:00'), '10:00')
  assert.equal(dueOf({ due: 'reply.due + 1h', keptBy: 'notice.delivered' }, '10:00'), '11:00')
})

test('the row is chosen by what the data say, nested tables too', () => {
  const within = { by: 'zone', city: { by: 'grade', major: '1h', general: '2h' }, county: '6h' } as const
  const due = (data: Data) => dueOf({ ...arrive, within }, '10:00', data)
  assert.equal(due({ zone: 'city', grade: 'major' }), '11:00')
  assert.equal(due({ zone: 'city', grade: 'general' }), '12:00')
  assert.equal(due({ zone: 'county', grade: 'major' }), '16:00')
})

test('as long as the grade is unknown the strictest row is shown, and said to be provisional', () => {
  const ask = calculator({ ...arrive, within: { by: 'grade', major: '1h', general: '2h' } })
  assert.deepEqual([clockOf(ask(at('10:00'), {})?.dueAt), ask(at('10:00'), {})?.provisional], ['11:00', true])
  assert.equal(ask(at('10:00'), { grade: 'general' })?.provisional, false)
})

test('whose grade rules is the plan’s to say', () => {
  const clause: ClauseText = { ...arrive, within: { by: 'grade', major: '1h', general: '2h' } }
  const data = { grade: 'general', customerGrade: 'major' }
  assert.equal(dueOf(clause, '10:00', data), '12:00')
  assert.equal(dueOf(clause, '10:00', data, { gradeBy: 'customer' }), '11:00')
})

test('travel counts as it is stated; where nobody stated it there is no due time yet', () => {
  const kit: ClauseText = { ...arrive, within: 'travel + 2h' }
  assert.equal(dueOf(kit, '10:00', { travel: '3h' }), '15:00')
  assert.equal(dueOf(kit, '10:00', { travelMs: 1_800_000 }), '12:30')
  const open = calculator(kit)(at('10:00'), {})
  assert.deepEqual([open?.state, open?.dueAt], ['open', undefined])
})

test('a row that promises nothing has no due time, one without a number an open clock', () => {
  const clause: ClauseText = { ...arrive, within: { by: 'grade', major: 'unstated', general: 'none' } }
  assert.equal(calculator(clause)(at('10:00'), { grade: 'general' }), undefined)
  const unstated = calculator(clause)(at('10:00'), { grade: 'major' })
  assert.ok(unstated)
  assert.equal(unstated.dueAt, undefined)
})

test('the condition of a clause is asked of the data', () => {
  const tests = { fault: (scope: Readonly<Record<string, unknown>>) => scope.type === 'fault' }
  assert.equal(dueOf({ ...arrive, when: 'fault' }, '10:00', { type: 'fault' }, { tests }), '12:00')
  assert.equal(calculator({ ...arrive, when: 'fault' }, { tests })(at('10:00'), { type: 'advice' }), undefined)
})

test('what would call the clock off does not hide its due time', () => {
  assert.equal(dueOf({ ...arrive, unless: 'remote.solved' }, '10:00'), '12:00')
  assert.equal(dueOf({ ...arrive, unless: 'reply.done' }, '10:00'), '12:00')
  assert.equal(dueOf({ ...arrive, unless: 'ticket.reported' }, '10:00'), '12:00')
})

test('what keeps a clause does not keep it in the question, even where the opening itself would', () => {
  const asked = calculator({ ...arrive, keptBy: 'ticket.reported' })(at('10:00'), {})
  assert.deepEqual([asked?.state, clockOf(asked?.dueAt)], ['open', '12:00'])
})

test('a clause that visits or devices own is asked like one of the ticket', () => {
  for (const per of ['visit', 'asset', 'contract'] as const)
    assert.equal(dueOf({ ...arrive, per, starts: 'visit.arrived' }, '10:00'), '12:00', per)
})

test('the target comes with the due time', () => {
  const asked = calculator({ ...arrive, target: '45min' })(at('10:00'), {})
  assert.deepEqual([clockOf(asked?.targetAt), clockOf(asked?.dueAt)], ['10:45', '12:00'])
})

test('a due time beyond the compiled years is not made up', () => {
  assert.equal(dueOf({ ...arrive, within: '10y' }, '10:00'), undefined)
})

test('the plan that was asked is as it was', () => {
  const bound = plan({ promises: { p: { ...arrive, unless: 'remote.solved', onBroken: [{ escalate: 'lead' }] }, q: arrive } })
  const before = canonicalJson(bound.plan)
  dueCalculator(bound, 'p')?.(at('10:00'), {})
  assert.equal(canonicalJson(bound.plan), before)
})

test('for a clause that the report opens, the answer is the due time that the ticket then gets', () => {
  const data = fc.record({ grade: fc.constantFrom('major', 'general'), zone: fc.constantFrom('city', 'county') }, { requiredKeys: [] })
  fc.assert(
    fc.property(plans, data, (bound, known) => {
      for (const clause of Object.values(deadlinesOf(bound.plan))) {
        const { starts } = clause
        if (starts?.kind !== 'fact' || starts.type !== 'ticket.reported' || starts.where) continue
        const asked = dueCalculator(bound, clause.id)!(at('10:00'), known)
        const real = new Story(bound).fact('10:00', 'ticket.reported', known)
        const opened = real.seen('10-02 10:00').obligations.find((one) => one.promise === clause.id)
        if (opened && !opened.brokenAt) assert.equal(asked?.dueAt, opened.dueAt, clause.id)
        assert.equal(opened === undefined, asked === undefined, clause.id)
      }
    }),
    RUNS,
  )
})
