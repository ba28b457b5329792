import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AMENDMENT, amended, lines, says, seen, version } from './amended.testing.ts'
import type { Line } from './amended.testing.ts'
import { amendedPlan } from './amended.ts'
import { at } from './given.testing.ts'

const accepted: Line = ['01-01 10:00', 'contract.accepted']
const changed: Line = ['05-15 10:00', 'contract.amended']
const visit = (when: string): Line => [when, 'visit.done']
const patrol = (every: string, more = '') =>
  `patrol: {title: 巡检, recurring: {per: contract, starts: contract.accepted, every: ${every}, task: visit${more}}}`

test('visits that are counted from the last one done go on from the last one, whoever’s version that was', () => {
  const floating = ', anchor: floating'
  const bound = amended({ before: version(1, patrol('3mo')), after: version(2, patrol('1mo', floating)) })
  const facts = lines(accepted, visit('03-20 10:00'), changed, visit('06-20 10:00'))
  assert.deepEqual(says(bound, facts, '06-21 10:00'), [
    'patrol#1 kept 03-20 10:00',
    'patrol#2 kept 06-20 10:00',
    'patrol#3 open 07-21 00:00',
  ])
  const waiting = lines(accepted, visit('03-20 10:00'), changed)
  assert.deepEqual(
    says(bound, waiting, '06-21 10:00'),
    ['patrol#1 kept 03-20 10:00', 'patrol#2 open 07-02 00:00'],
    'nothing new while one is owed',
  )
})

test('a contract that is amended twice owes each visit once, and its numbers go on', () => {
  const [first, second, third] = [version(1, patrol('3mo')), version(2, patrol('1mo')), version(3, patrol('2mo'))]
  const bound = amendedPlan(amendedPlan(first, second, AMENDMENT), third, 'again')
  const facts = lines(
    accepted,
    visit('03-20 10:00'),
    changed,
    visit('06-20 10:00'),
    ['07-10 10:00', 'contract.amended'],
    visit('07-20 10:00'),
  )
  const twice = facts.map((fact) => (fact.occurredAt === at('07-10 10:00') ? { ...fact, id: 'again' } : fact))
  assert.deepEqual(
    seen(bound, twice, '08-03 10:00').map(({ episode, state, dueAt, why }) => [episode, state, dueAt, why.plan]),
    [
      [1, 'kept', at('04-02 00:00'), 'jidian@1'],
      [2, 'kept', at('07-02 00:00'), 'jidian@1'],
      [3, 'kept', at('08-02 00:00'), 'jidian@2'],
      [4, 'open', at('09-02 00:00'), 'jidian@3'],
    ],
  )
})

test('a gate judges each deed by the version in force at that instant', () => {
  const gate = (needs: string) => `go: {gate: {before: visit.dispatched, per: contract, needs: ${needs}, waive: service-manager}}`
  const bound = amended({ before: version(1, gate('visit.agreed')), after: version(2, gate('approval.given')) })
  const facts = lines(['02-01 10:00', 'visit.agreed'], ['02-02 10:00', 'visit.dispatched'], changed, ['06-01 10:00', 'visit.dispatched'])
  assert.deepEqual(says(bound, facts, '06-02 10:00'), ['go#1 kept 02-02 10:00', 'go#2 broken 06-01 10:00'])
})

test('a waiver that was given and not used lets one deed pass under the new text as well, and no second one', () => {
  const gate = 'go: {gate: {before: visit.dispatched, per: contract, needs: visit.agreed, waive: service-manager}}'
  const bound = amended({ before: version(1, gate), after: version(2, gate) })
  const waiver: Line = ['05-01 10:00', 'obligation.waived', { promise: 'go', role: 'service-manager', reason: '客户催急', evidence: true }]
  const facts = lines(waiver, changed, ['06-01 10:00', 'visit.dispatched'], ['06-03 10:00', 'visit.dispatched'])
  assert.deepEqual(says(bound, facts, '06-04 10:00'), ['go#1 excused 06-01 10:00', 'go#2 broken 06-03 10:00'])
})

test('a deadline that waits for another goes on with it, whichever version that one was owed under', () => {
  const letter = (days: number) => `letter: {deadline: {starts: contract.accepted, kept-by: document.issued, within: ${days}d}}`
  const answer = (days: number) => `answer: {deadline: {starts: letter.done, kept-by: notice.delivered, within: ${days}d}}`
  const bound = amended({ before: version(1, letter(200), answer(10)), after: version(2, letter(200), answer(3)) })
  const facts = lines(accepted, changed, ['06-01 10:00', 'document.issued'])
  assert.deepEqual(says(bound, facts, '06-02 10:00'), ['letter#1 kept 06-01 10:00', 'answer#1 open 06-05 00:00'])
})

test('what is due before an instant that the contract names is owed from the amendment on, and a running one keeps its day', () => {
  const notice = (days: number) => `renewal: {deadline: {due: event.start - ${days}d, kept-by: notice.delivered, per: contract}}`
  const facts = lines(['02-01 10:00', 'event.announced', { start: '2026-09-30T00:00:00+08:00' }], changed)
  const added = amended({ before: version(1, patrol('1y')), after: version(2, patrol('1y'), notice(30)) })
  const [only] = seen(added, facts, '05-16 10:00')
  assert.deepEqual([only?.promise, only?.openedAt, only?.why.plan], ['renewal', at('05-15 10:00'), 'jidian@2'])
  assert.equal(only?.why.anchor.event, 'event.start - 30d', 'it counts from what its own text names')
  const stays = amended({ before: version(1, notice(10)), after: version(2, notice(30)) })
  const [running] = seen(stays, facts, '05-16 10:00')
  assert.deepEqual([running?.why.plan, running?.openedAt], ['jidian@1', at('02-01 10:00')])
})
