import assert from 'node:assert/strict'
import { test } from 'node:test'
import { derive } from './derive.ts'
import { facts } from './cover/given.testing.ts'
import { story } from './from-yaml.testing.ts'
import { at, clockOf } from './given.testing.ts'
import { ACCEPTED, CONTRACT, planOf } from './rhythm.testing.ts'
import type { BoundPlan } from './types.ts'

const OWNED = { more: '    owner: lead\n' }
const monthly = planOf('recurring', 'starts: contract.accepted\ntask: visit\nevery: 1mo', OWNED)

function told(bound: BoundPlan, when: string): string[] {
  const { effects } = derive(bound, facts(ACCEPTED), { asOf: at(when), subject: CONTRACT })
  return effects.map((one) => `${clockOf(one.at)} ${one.key}`)
}

test('whom a clause names is told of what a contract owes as it opens, once for each time', () => {
  assert.deepEqual(told(monthly, '2026-02-14 23:59'), ['01-31 10:00 contract/C1|care|1|entrust:lead'])
  assert.deepEqual(told(monthly, '2026-02-15 00:00').slice(1), ['02-15 00:00 contract/C1|care|2|entrust:lead'])
})

test('what opens at one instant is told once, however often it is to be done', () => {
  const weekly = planOf('recurring', 'starts: contract.accepted\ntask: visit\nevery: 1w\nahead: 3w', OWNED)
  assert.deepEqual(told(weekly, '2026-01-31 10:00'), ['01-31 10:00 contract/C1|care|1|entrust:lead'])
  assert.equal(story(weekly, [ACCEPTED], { subject: CONTRACT, at: '2026-01-31 10:00' }).obligations.length, 3)
  assert.deepEqual(told(weekly, '2026-02-01 00:00').slice(1), ['02-01 00:00 contract/C1|care|4|entrust:lead'])
})

test('a clause that names nobody, and a number that is to hold, tell nobody', () => {
  assert.deepEqual(told(planOf('recurring', 'starts: contract.accepted\ntask: visit\nevery: 1mo'), '2026-02-15 00:00'), [])
  const held = planOf('level', 'starts: contract.accepted\nmeasure: count visit.done\nover: month\nat-least: 1', OWNED)
  assert.deepEqual(told(held, '2026-02-15 00:00'), [])
})

test('the clocks of a ticket stand in the list of tickets: nobody is told of them', () => {
  const more = `    owner: lead
  reply:
    title: 答复
    text: 一小时内答复。
    source: [R-2]
    owner: lead
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 1h, calendar: always}
`
  const bound = planOf('recurring', 'starts: contract.accepted\ntask: visit\nevery: 1mo', { more })
  const { obligations, effects } = story(bound, [['2026-02-01 10:00', 'ticket.reported']], { subject: 'ticket/T1', at: '2026-02-01 10:10' })
  assert.deepEqual([obligations.map(({ promise }) => promise), effects], [['reply'], []])
})

test('of what was over before the contract was taken over nobody is told', () => {
  const taken = { ...monthly, cutOver: at('2026-03-05 00:00') }
  assert.deepEqual(told(taken, '2026-03-20 10:00'), ['03-18 00:00 contract/C1|care|3|entrust:lead'])
})
