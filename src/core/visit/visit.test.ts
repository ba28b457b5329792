import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../fact.ts'
import type { VisitCommand, VisitContext, VisitPhase, VisitState } from './visit.ts'
import { LOCALES } from '../words.ts'
import { TRANSITIONS, VISIT_PHASES, decide, evolve, initialState, sayVisitRefusal } from './visit.ts'

const RUNS = { numRuns: 200 * Number(env.NUOXING_PROVE ?? 1) }
const NOON = Date.UTC(2026, 8, 30, 4)
const HOUR = 3_600_000

const context = (now = NOON): VisitContext => ({
  now,
  subject: 'visit/V1',
  owners: ['ticket/T1', 'site/main'],
  newId: () => 'f',
  source: 'hand',
  person: 'lin',
})

const COMMANDS = {
  need: { name: 'need' },
  plan: { name: 'plan', person: 'shen', at: NOON + 2 * HOUR },
  arrive: { name: 'arrive' },
  finish: { name: 'finish' },
} as const satisfies Record<VisitCommand['name'], VisitCommand>

function told(state: VisitState, command: VisitCommand): { readonly state: VisitState; readonly fact?: Fact; readonly code?: string } {
  const decision = decide(state, command, context())
  if (!decision.ok) return { state, code: decision.refusal.code }
  const fact: Fact = { ...decision.facts[0]!, seq: 1, recordedAt: NOON }
  return { state: evolve(state, fact), fact }
}

const after = (...commands: readonly (keyof typeof COMMANDS)[]) =>
  commands.reduce((state, name) => told(state, COMMANDS[name]).state, initialState())

test('a visit is needed, planned, reached and done', () => {
  assert.deepEqual(after('need', 'plan', 'arrive', 'finish'), {
    phase: 'done',
    ticket: 'T1',
    neededAt: NOON,
    person: 'lin',
    plannedAt: NOON + 2 * HOUR,
    arrivedAt: NOON,
    doneAt: NOON,
  })
})

test('every phase of a visit can be reached', () => {
  const reached = new Set<VisitPhase>(['absent'])
  for (const phase of reached) for (const { from, to } of Object.values(TRANSITIONS)) if (from.includes(phase)) reached.add(to)
  assert.deepEqual([...reached].sort(), [...VISIT_PHASES].sort())
})

test('every fact of a visit names what the visit is for', () => {
  for (const command of Object.values(COMMANDS)) assert.deepEqual(told(initialState(), command).fact?.also, ['ticket/T1', 'site/main'])
})

test('whoever comes without a plan came', () => {
  assert.equal(after('arrive').phase, 'arrived')
  assert.equal(told(initialState(), COMMANDS.arrive).fact?.data.conflict, undefined)
})

test('a second arrival is marked and restarts nothing', () => {
  const first = after('need', 'arrive')
  const { state, fact } = told(first, { name: 'arrive', person: 'shen', occurredAt: NOON - HOUR })
  assert.equal(fact?.data.conflict, 'arrived-before')
  assert.deepEqual(state, first)
})

test('work that is done without an arrival is marked, not refused', () => {
  assert.equal(told(after('need'), COMMANDS.finish).fact?.data.conflict, 'not-arrived')
  assert.equal(told(after('need', 'arrive', 'finish'), COMMANDS.finish).fact?.data.conflict, 'done-before')
})

test('what makes no sense any more is not planned', () => {
  assert.equal(told(after('need', 'arrive'), COMMANDS.plan).code, 'on-site')
  assert.equal(told(after('arrive', 'finish'), COMMANDS.plan).code, 'done-already')
  assert.equal(told(after('need'), COMMANDS.need).code, 'needed-already')
  assert.equal(told(after('need'), { ...COMMANDS.plan, person: ' ' }).code, 'person-missing')
  assert.equal(told(after('need'), { ...COMMANDS.plan, at: NOON }).code, 'planned-past')
  assert.equal(told(after('need'), { name: 'arrive', occurredAt: NOON + 1 }).code, 'in-future')
})

test('a plan may be moved', () => {
  const later = { name: 'plan', person: 'luo', at: NOON + 5 * HOUR } as const
  const { state } = told(after('need', 'plan'), later)
  assert.deepEqual([state.person, state.plannedAt], ['luo', NOON + 5 * HOUR])
})

test('refusals are sentences in every language', () => {
  for (const code of ['in-future', 'needed-already', 'done-already', 'on-site', 'person-missing', 'planned-past'] as const) {
    for (const locale of LOCALES) assert.match(sayVisitRefusal({ code, params: {} }, locale), /[。.]$/)
  }
})

test('whatever is told, a visit never goes back, and arriving and finishing are never refused', () => {
  const order = (phase: VisitPhase) => VISIT_PHASES.indexOf(phase)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.values(COMMANDS)), { maxLength: 12 }), (commands) => {
      let state = initialState()
      for (const command of commands) {
        const { state: next, code } = told(state, command)
        if (command.name === 'arrive' || command.name === 'finish') assert.equal(code, undefined)
        assert.ok(order(next.phase) >= order(state.phase))
        state = next
      }
    }),
    RUNS,
  )
})

test('facts of other nouns leave a visit as it is', () => {
  const state = after('need')
  assert.equal(
    evolve(state, {
      id: 'x',
      seq: 1,
      subject: 'ticket/T1',
      also: ['visit/V1'],
      type: 'ticket.paused',
      occurredAt: NOON,
      recordedAt: NOON,
      source: 'hand',
      data: {},
    }),
    state,
  )
})
