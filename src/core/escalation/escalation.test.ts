import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../fact.ts'
import type { Escalation, EscalationContext, EscalationDecision, EscalationState } from './escalation.ts'
import { acknowledge, begin, climb, end, evolve, initialState, isLastRung, nextRungAt, nextWake, rungsOf } from './escalation.ts'
import { sayEscalationRefusal } from './say.ts'

const MINUTE = 60_000
const RUNGS = ['duty-engineer', 'service-manager', 'centre-manager']
let made = 0
const at = (minute: number): EscalationContext => ({
  now: minute * MINUTE,
  newId: () => `f${++made}`,
  subject: 'ticket/T1',
  also: ['contract/C1'],
})

/** The state after the facts of a decision that was taken. */
function told(before: EscalationState, decision: EscalationDecision): EscalationState {
  assert.ok(decision.ok, JSON.stringify(decision))
  return decision.facts.map((fact, place): Fact => ({ ...fact, seq: place, recordedAt: fact.occurredAt })).reduce(evolve, before)
}
const refusedAs = (decision: EscalationDecision): string | undefined => (decision.ok ? undefined : decision.refusal.code)
const only = ({ escalations }: EscalationState): Escalation => escalations.at(-1)!

function begun(people: readonly string[] = ['xu'], rungs: readonly string[] = RUNGS): EscalationState {
  const beginning = { effect: 'e1', promise: 'arrive', episode: 1, rungs, waitMs: 15 * MINUTE, people }
  return told(initialState(), begin(beginning, at(134)))
}

test('the first rung is told, and the second is due a quarter of an hour later', () => {
  const state = begun()
  const { id, promise, rung, toldAt, reached } = only(state)
  assert.deepEqual({ promise, rung, toldAt, reached }, { promise: 'arrive', rung: 0, toldAt: 134 * MINUTE, reached: ['xu'] })
  assert.ok(id.startsWith('f'))
  assert.equal(nextRungAt(only(state)), 149 * MINUTE)
  assert.equal(nextWake(state), 149 * MINUTE)
})

test('the facts stand on the ticket, are said by nobody, and speak to the contract', () => {
  const decision = begin({ effect: 'e1', promise: 'arrive', episode: 1, rungs: RUNGS, waitMs: 1, people: ['xu'] }, at(0))
  assert.ok(decision.ok)
  const [fact] = decision.facts
  assert.deepEqual(
    { type: fact!.type, subject: fact!.subject, also: fact!.also, source: fact!.source, by: fact!.by, role: fact!.data.role },
    { type: 'escalation.told', subject: 'ticket/T1', also: ['contract/C1'], source: 'system', by: undefined, role: 'duty-engineer' },
  )
})

test('nobody goes on before the wait is over, and at its instant the next rung is told', () => {
  const state = begun()
  assert.equal(refusedAs(climb(only(state), ['gu'], at(148))), 'not-due')
  const next = only(told(state, climb(only(state), ['gu'], at(149))))
  assert.deepEqual([next.rung, next.reached, next.people], [1, ['gu'], ['xu', 'gu']])
  assert.equal(nextRungAt(next), 164 * MINUTE)
})

test('nobody is told twice: who was told on a lower rung is left out of the next', () => {
  const state = begun(['xu', 'gu'])
  const next = only(told(state, climb(only(state), ['gu', 'lin'], at(149))))
  assert.deepEqual(next.reached, ['lin'])
  assert.deepEqual(next.people, ['xu', 'gu', 'lin'])
})

test('a rung where nobody is there to be told waits for nobody', () => {
  const state = begun([])
  assert.equal(nextRungAt(only(state)), 134 * MINUTE)
  const second = told(state, climb(only(state), [], at(134)))
  assert.equal(only(second).rung, 1)
  assert.equal(nextRungAt(only(second)), 134 * MINUTE)
})

test('a rung whose only people were told already waits for nobody either', () => {
  const state = begun(['gu'])
  const next = only(told(state, climb(only(state), ['gu'], at(149))))
  assert.deepEqual(next.reached, [])
  assert.equal(nextRungAt(next), 149 * MINUTE)
})

test('the last rung stays, and waits for whoever acknowledges', () => {
  const state = begun(['gu'], ['service-manager'])
  assert.ok(isLastRung(only(state)))
  assert.equal(nextRungAt(only(state)), undefined)
  assert.equal(nextWake(state), undefined)
  assert.equal(refusedAs(climb(only(state), ['lin'], at(10_000))), 'not-due')
})

test('acknowledged on the second rung, by whom and when, and nobody else is told', () => {
  let state = begun()
  state = told(state, climb(only(state), ['gu'], at(149)))
  state = told(state, acknowledge(only(state), 'gu', at(151)))
  const { state: standing, by, at: when, rung } = only(state)
  assert.deepEqual([standing, by, when, rung], ['acknowledged', 'gu', 151 * MINUTE, 1])
  assert.equal(nextRungAt(only(state)), undefined)
  assert.equal(refusedAs(climb(only(state), ['lin'], at(999))), 'not-due')
})

test('who was told on a lower rung may still acknowledge after the next was told', () => {
  let state = begun()
  state = told(state, climb(only(state), ['gu'], at(149)))
  assert.equal(only(told(state, acknowledge(only(state), 'xu', at(150)))).by, 'xu')
})

test('only who was told acknowledges, once, and not what has ended', () => {
  const state = begun()
  assert.equal(refusedAs(acknowledge(only(state), 'lin', at(140))), 'not-told')
  const done = told(state, acknowledge(only(state), 'xu', at(140)))
  assert.equal(refusedAs(acknowledge(only(done), 'xu', at(141))), 'acknowledged-already')
  const over = told(state, end(only(state), 'done', at(140)))
  assert.equal(refusedAs(acknowledge(only(over), 'xu', at(141))), 'ended')
})

test('what was done meanwhile, or was not broken after all, ends it: nobody follows', () => {
  for (const why of ['done', 'withdrawn'] as const) {
    const state = begun()
    const over = told(state, end(only(state), why, at(140)))
    assert.deepEqual([only(over).state, only(over).at], ['ended', 140 * MINUTE])
    assert.equal(nextWake(over), undefined)
    assert.equal(refusedAs(end(only(over), why, at(141))), 'ended')
  }
})

test('several of one ticket go on by themselves, each in its own time; the first of them wakes', () => {
  let state = begun()
  state = told(state, begin({ effect: 'e2', promise: 'reply', episode: 1, rungs: RUNGS, waitMs: 5 * MINUTE, people: ['xu'] }, at(136)))
  assert.equal(nextWake(state), 141 * MINUTE)
  state = told(state, acknowledge(only(state), 'xu', at(137)))
  assert.equal(nextWake(state), 149 * MINUTE)
  assert.deepEqual(
    state.escalations.map((one) => one.state),
    ['waiting', 'acknowledged'],
  )
})

test('facts of others, and what comes after an acknowledgement, change nothing', () => {
  const state = begun()
  const other: Fact = {
    id: 'x',
    seq: 1,
    subject: 'ticket/T1',
    also: [],
    type: 'ticket.noted',
    occurredAt: 1,
    recordedAt: 1,
    source: 'hand',
    data: {},
  }
  assert.equal(evolve(state, other), state)
  const done = told(state, acknowledge(only(state), 'xu', at(140)))
  const late: Fact = { ...other, type: 'escalation.told', data: { escalation: only(state).id, rung: 1, people: ['gu'] } }
  assert.deepEqual(evolve(done, late).escalations, done.escalations)
})

test('the firm’s further roles stand behind those that the plan names, and none twice', () => {
  assert.deepEqual(rungsOf(['support-team'], ['service-manager']), ['support-team', 'service-manager'])
  assert.deepEqual(rungsOf(['service-manager'], ['service-manager', 'administrator']), ['service-manager', 'administrator'])
})

test('a refusal says what is in the way in three languages', () => {
  for (const locale of ['zh-CN', 'zh-TW', 'en'] as const)
    assert.ok(sayEscalationRefusal({ code: 'not-told', params: {} }, locale).length > 10)
})
