import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact, FactType, Json, Subject } from '../fact.ts'
import { MINUTE, NINE, given, Story } from './given.testing.ts'
import { earliestReport, isRelated, tiesOf } from './ties.ts'

type Sort = { readonly subject?: Subject; readonly id?: string }

let seq = 0
function fact(type: FactType, data: Readonly<Record<string, Json>>, { subject = 'ticket/T1', id }: Sort = {}): Fact {
  seq++
  return { id: id ?? `t${seq}`, seq, subject, also: [], type, occurredAt: NINE, recordedAt: NINE, source: 'hand', data }
}

const kinds = (subject: Subject, facts: readonly Fact[]) => tiesOf(subject, facts).map(({ kind, ticket }) => `${kind} ${ticket}`)

test('a merger, a split and a link are told from either side', () => {
  const facts = [
    fact('ticket.split', { from: 'ticket/T2', since: NINE }),
    fact('ticket.related', { to: 'ticket/T3' }),
    fact('ticket.merged', { into: 'ticket/T4', since: NINE }),
  ]
  assert.deepEqual(kinds('ticket/T1', facts), ['split-from ticket/T2', 'related ticket/T3', 'merged-into ticket/T4'])
  assert.deepEqual(kinds('ticket/T2', facts), ['split-off ticket/T1'])
  assert.deepEqual(kinds('ticket/T3', facts), ['related ticket/T1'])
  assert.deepEqual(kinds('ticket/T4', facts), ['merged-here ticket/T1'])
  assert.deepEqual(kinds('ticket/T5', facts), [])
})

test('a link that either side removed is none, until somebody links the two again', () => {
  const linked = [fact('ticket.related', { to: 'ticket/T2' })]
  assert.ok(isRelated(linked, 'ticket/T2', 'ticket/T1'))
  const removed = [...linked, fact('ticket.unrelated', { to: 'ticket/T1' }, { subject: 'ticket/T2' })]
  assert.ok(!isRelated(removed, 'ticket/T1', 'ticket/T2'))
  assert.ok(isRelated([...removed, fact('ticket.related', { to: 'ticket/T2' })], 'ticket/T1', 'ticket/T2'))
})

test('what was declared void ties nothing and reports nothing earlier', () => {
  const facts = [
    fact('ticket.merged', { into: 'ticket/T1', since: NINE - MINUTE }, { subject: 'ticket/T2', id: 'm' }),
    fact('fact.voided', { of: 'm', reason: 'stated' }),
  ]
  assert.deepEqual(kinds('ticket/T1', facts), [])
  assert.equal(earliestReport({ subject: 'ticket/T1', reportedAt: NINE }, facts), NINE)
})

test('a matter was first reported with the earliest of all that became one ticket', () => {
  const ticket = { subject: 'ticket/T1', reportedAt: NINE } as const
  const from = (since: number) => fact('ticket.merged', { into: 'ticket/T1', since }, { subject: 'ticket/T2' })
  assert.equal(earliestReport(ticket, []), NINE)
  assert.equal(earliestReport(ticket, [from(NINE - 5 * MINUTE), from(NINE - 9 * MINUTE), from(NINE + MINUTE)]), NINE - 9 * MINUTE)
  // Its own merger into another, and what was split off from it, say nothing of its own beginning.
  assert.equal(earliestReport(ticket, [fact('ticket.merged', { into: 'ticket/T9', since: 1 })]), NINE)
  assert.equal(earliestReport(ticket, [fact('ticket.split', { from: 'ticket/T1', since: 1 }, { subject: 'ticket/T3' })]), NINE)
  assert.equal(earliestReport(ticket, [fact('ticket.split', { from: 'ticket/T3', since: NINE - MINUTE })]), NINE - MINUTE)
})

test('a merger of a merged ticket carries the earliest report on', () => {
  const told = given('report').story
  const before = fact('ticket.merged', { into: 'ticket/T1', since: NINE - 30 * MINUTE }, { subject: 'ticket/T0' })
  const decision = told.ask('merge', { facts: [...told.facts, before] })
  assert.ok(decision.ok)
  assert.deepEqual(decision.facts[0]?.data, { into: 'ticket/T2', since: NINE - 30 * MINUTE })
})

test('two tickets are linked once, not with themselves, and only what is linked is unlinked', () => {
  given('report').when('unrelate').refused('relate-not', 'to')
  given('report').when({ name: 'relate', to: 'T1' }).refused('relate-itself', 'to')
  given('report').when({ name: 'unrelate', to: 'T1' }).refused('relate-itself', 'to')
  given('report').when('relate', { into: undefined }).refused('merge-missing', 'to')
  given('report', 'relate').when('relate').refused('relate-already', 'to')
  given('report', 'relate').when('unrelate').becomes('ticket.unrelated', { to: 'ticket/T2' })
  given('report', 'relate', 'unrelate').when('relate').becomes('ticket.related', { to: 'ticket/T2' })
})

test('a link speaks to the two tickets alone: the customer does not hear of it', () => {
  const linked = given('report').when('relate').becomes('ticket.related')
  assert.deepEqual(linked.also, ['ticket/T2'])
})

const ORIGIN = { subject: 'ticket/T2', phase: 'accepted', customer: 'jinping', since: NINE - 40 * MINUTE } as const

test('a report that splits a ticket says so in a second fact, with when the matter was first reported', () => {
  const told = new Story()
  const command = { name: 'report', type: 'fault', channel: 'phone', title: '二号机组异响', customer: 'jinping', splitFrom: 'T2' } as const
  const decision = told.ask(command, { from: ORIGIN })
  assert.ok(decision.ok)
  assert.deepEqual(
    decision.facts.map(({ type, also }) => [type, also]),
    [
      ['ticket.reported', ['customer/jinping']],
      ['ticket.split', ['ticket/T2', 'customer/jinping']],
    ],
  )
  assert.deepEqual(decision.facts[1]?.data, { from: 'ticket/T2', since: NINE - 40 * MINUTE })
  told.tell(command, { from: ORIGIN })
  assert.equal(told.state.phase, 'reported')
  assert.equal(told.state.title, '二号机组异响')
})

test('nothing is split off from what is not there, has ended, or is another customer’s', () => {
  const ask = (from: object | undefined) =>
    new Story().ask(
      { name: 'report', type: 'fault', channel: 'phone', title: '异响', customer: 'jinping', splitFrom: 'T2' },
      { from: from as typeof ORIGIN },
    )
  const code = (from: object | undefined) => {
    const decision = ask(from)
    return decision.ok ? 'done' : `${decision.refusal.code} ${decision.refusal.field}`
  }
  assert.equal(code(undefined), 'merge-missing splitFrom')
  assert.equal(code({ ...ORIGIN, customer: 'xingye' }), 'split-other-customer splitFrom')
  assert.equal(code({ ...ORIGIN, phase: 'closed' }), 'split-ended splitFrom')
  assert.equal(code(ORIGIN), 'done')
})
