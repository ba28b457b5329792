import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AMENDMENT, amended, CONTRACT, lines, says, seen, version } from './amended.testing.ts'
import { at, learned } from './given.testing.ts'
import { derive } from './derive.ts'
import { adopt, emptyRecord, learn, refolded } from './record.ts'

const QUARTERLY = 'patrol: {title: 巡检, recurring: {per: contract, starts: contract.accepted, every: 3mo, task: visit}}'
const MONTHLY = 'patrol: {title: 巡检, recurring: {per: contract, starts: contract.accepted, every: 1mo, task: visit}}'
const accepted = ['01-01 10:00', 'contract.accepted'] as const
const changed = ['05-15 10:00', 'contract.amended'] as const
const visit = (when: string) => [when, 'visit.done'] as const

test('a visit that runs keeps its day, and from then on the visits come as newly agreed', () => {
  const bound = amended({ before: version(1, QUARTERLY), after: version(2, MONTHLY) })
  const facts = lines(accepted, visit('03-20 10:00'), changed, visit('06-20 10:00'))
  assert.deepEqual(says(bound, facts, '07-15 12:00'), [
    'patrol#1 kept 03-20 10:00',
    'patrol#2 kept 06-20 10:00',
    'patrol#3 open 08-02 00:00',
  ])
  const [, second, third] = seen(bound, facts, '07-15 12:00')
  assert.deepEqual([second?.why.plan, third?.why.plan], ['jidian@1', 'jidian@2'])
})

test('moved by a decision, the running visit is due as newly agreed, and none is left out behind it', () => {
  const [before, after] = [version(1, QUARTERLY), version(2, MONTHLY)]
  const bound = amended({ before, after })
  const facts = lines(accepted, visit('03-20 10:00'), changed, ['05-16 10:00', 'obligation.moved', { to: after.ref, binding: after.hash }])
  assert.deepEqual(says(bound, facts, '05-17 10:00'), ['patrol#1 kept 03-20 10:00', 'patrol#2 open 06-02 00:00'])
  const [, moved] = seen(bound, facts, '05-17 10:00')
  assert.deepEqual(moved?.why.notes.at(-1)?.params, { to: 'jidian@2', before: at('07-02 00:00'), after: at('06-02 00:00') })
  assert.deepEqual(says(bound, facts, '07-01 12:00'), [
    'patrol#1 kept 03-20 10:00',
    'patrol#2 broken 06-02 00:00',
    'patrol#3 open 07-02 00:00',
    'patrol#4 open 08-02 00:00',
  ])
})

test('a decision never breaks anything before its own instant', () => {
  const [before, after] = [
    version(1, 'plan-sent: {deadline: {starts: contract.accepted, kept-by: document.issued, within: 30d}}'),
    version(2, 'plan-sent: {deadline: {starts: contract.accepted, kept-by: document.issued, within: 5d}}'),
  ]
  const bound = amended({ before, after })
  const facts = lines(
    accepted,
    ['01-10 10:00', 'contract.amended'],
    ['01-12 09:00', 'obligation.moved', { to: after.ref, binding: after.hash }],
  )
  assert.deepEqual(says(bound, facts, '01-11 10:00'), ['plan-sent#1 open 02-01 00:00'])
  assert.deepEqual(says(bound, facts, '01-20 10:00'), ['plan-sent#1 broken 01-12 09:00'])
})

test('a visit is done once, under whichever version it is owed', () => {
  const early = 'patrol: {title: 巡检, recurring: {per: contract, starts: contract.accepted, every: 3mo, task: visit, ahead: 2mo}}'
  const bound = amended({ before: version(1, QUARTERLY), after: version(2, early) })
  const facts = lines(accepted, visit('03-20 10:00'), changed, visit('06-20 10:00'))
  assert.deepEqual(says(bound, facts, '06-21 10:00'), [
    'patrol#1 kept 03-20 10:00',
    'patrol#2 kept 06-20 10:00',
    'patrol#3 open 10-02 00:00',
  ])
})

test('a clause that is left out brings nothing new, and what runs of it runs on', () => {
  const bound = amended({
    before: version(1, QUARTERLY),
    after: version(2, 'other: {recurring: {per: contract, starts: contract.accepted, every: 1y, task: report}}'),
  })
  const facts = lines(accepted, visit('03-20 10:00'), changed)
  assert.deepEqual(says(bound, facts, '11-15 10:00'), [
    'patrol#1 kept 03-20 10:00',
    'patrol#2 broken 07-02 00:00',
    'other#1 open 2027-01-02 00:00',
  ])
  assert.equal(seen(bound, facts, '11-15 10:00').at(-1)?.openedAt, at('05-15 10:00'), 'nothing new is owed before the amendment')
})

test('what has happened before the amendment opens no deadline of the new text', () => {
  const training = 'course: {deadline: {starts: contract.accepted, kept-by: training.held, within: 30d}}'
  const bound = amended({ before: version(1, QUARTERLY), after: version(2, QUARTERLY, training) })
  assert.deepEqual(says(bound, lines(accepted, changed), '06-20 10:00'), [
    'patrol#1 broken 04-02 00:00',
    'patrol#2 open 07-02 00:00',
    'patrol#3 open 10-02 00:00',
  ])
})

const STOCK = (share: number) => `spares: {level: {measure: stock.on-hand, per: contract, over: now, at-least: ${share}}}`
const stocked = (when: string, onHand: number) => [when, 'stock.changed', { quantity: onHand, model: 'p1' }] as const

test('a number that must hold at every moment is kept up to the amendment and owed anew from it', () => {
  const bound = amended({ before: version(1, STOCK(3)), after: version(2, STOCK(5)) })
  const facts = lines(stocked('02-01 10:00', 4), changed, stocked('06-01 10:00', 6))
  const states = seen(bound, facts, '06-02 10:00').map(({ episode, state, openedAt, why }) => [episode, state, openedAt, why.plan])
  assert.deepEqual(states, [
    [1, 'kept', at('02-01 10:00'), 'jidian@1'],
    [2, 'broken', at('05-15 10:00'), 'jidian@2'],
    [3, 'open', at('06-01 10:00'), 'jidian@2'],
  ])
})

test('a number that was broken is owed again from the amendment that asks for no more than there is', () => {
  const bound = amended({ before: version(1, STOCK(5)), after: version(2, STOCK(3)) })
  const states = seen(bound, lines(stocked('02-01 10:00', 4), changed), '05-16 10:00').map(({ state, openedAt }) => [state, openedAt])
  assert.deepEqual(states, [
    ['broken', at('02-01 10:00')],
    ['open', at('05-15 10:00')],
  ])
})

test('a measured quarter is finished as it was begun', () => {
  const visits = (least: number) =>
    `visits: {level: {measure: count visit.done, per: contract, starts: contract.accepted, over: quarter, at-least: ${least}}}`
  const bound = amended({ before: version(1, visits(1)), after: version(2, visits(3)) })
  const facts = lines(accepted, visit('02-01 10:00'), visit('04-20 10:00'), changed, visit('07-20 10:00'))
  const states = seen(bound, facts, '10-05 10:00').map(({ episode, state, why }) => [episode, state, why.plan])
  assert.deepEqual(states, [
    [1, 'kept', 'jidian@1'],
    [2, 'kept', 'jidian@1'],
    [3, 'broken', 'jidian@2'],
    [4, 'open', 'jidian@2'],
  ])
})

test('a rule counts on over an amendment and acts for the next time', () => {
  const rule = 'third: {rule: {on: complaint.opened, per: contract, times: 2, then: [{notify: service-manager}]}}'
  const bound = amended({ before: version(1, rule), after: version(2, rule) })
  const complaint = (when: string) => [when, 'complaint.opened'] as const
  const facts = lines(complaint('02-01 10:00'), complaint('02-02 10:00'), changed, complaint('06-01 10:00'))
  const { effects } = derive(bound, facts, { asOf: at('06-02 10:00'), subject: CONTRACT })
  assert.deepEqual(
    effects.map(({ episode, at: when }) => [episode, when]),
    [
      [1, at('02-02 10:00')],
      [2, at('06-01 10:00')],
    ],
  )
})

test('a record that goes on under the amended plan is the one that is folded from its first fact', () => {
  const before = version(1, QUARTERLY)
  const bound = amended({ before, after: version(2, MONTHLY, STOCK(2)) })
  const facts = lines(accepted, stocked('02-01 10:00', 1), visit('03-20 10:00'), changed, visit('06-20 10:00'), stocked('07-01 10:00', 9))
  const cut = facts.findIndex(({ id }) => id === AMENDMENT)
  const old = learned(learn(before, emptyRecord(before, CONTRACT), facts.slice(0, cut)))
  const turned = learned(adopt(bound, old.record, { facts: facts.slice(cut, cut + 1), history: facts.slice(0, cut) }))
  const lived = learned(learn(bound, turned.record, { facts: facts.slice(cut + 1), history: () => facts }))
  const audited = refolded(bound, lived.record, facts)
  assert.deepEqual(lived.record, audited.record)
  assert.deepEqual([...old.beliefs, ...turned.beliefs, ...lived.beliefs], audited.beliefs)
})
