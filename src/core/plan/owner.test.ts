import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadPlan } from '../../server/plan-file.ts'
import { FACTS } from '../fact.ts'

const FRAME = `plan: owners
title: 谁名下的时钟
version: 1
timezone: Asia/Shanghai
calendars: {always: {hours: 24x7}}
promises:
`

/** id → body of its deadline; gives id → owner. */
function ownersOf(clauses: Readonly<Record<string, string>>): Record<string, string> {
  const lines = Object.entries(clauses).map(([id, body]) => `  ${id}: {deadline: {${body}, kept-by: visit.done}}\n`)
  const loaded = loadPlan(FRAME + lines.join(''))
  assert.ok(loaded.ok, JSON.stringify(loaded.findings))
  return Object.fromEntries(Object.values(loaded.plan.promises).map((clause) => [clause.id, clause.per]))
}

test('a clock belongs to the noun of what starts it', () => {
  const owners = ownersOf({
    answer: 'starts: ticket.reported, within: 1h',
    collect: 'starts: loan.delivered, within: 5d',
    quote: 'starts: rma.received, within: 5d',
    train: 'starts: contract.accepted, within: 1mo',
    check: 'starts: asset.accepted, within: 1mo',
  })
  assert.deepEqual(owners, { answer: 'ticket', collect: 'loan', quote: 'rma', train: 'contract', check: 'asset' })
})

test('remote help, visits, work and parts are about a ticket', () => {
  for (const fact of ['remote.failed', 'visit.needed', 'work.started', 'part.requested', 'callback.made'])
    assert.deepEqual(ownersOf({ follow: `starts: ${fact}, within: 1h` }), { follow: 'ticket' }, fact)
})

test('every fact that may start a clock gives it an owner', () => {
  for (const [noun, participles] of Object.entries(FACTS))
    assert.ok(ownersOf({ follow: `starts: ${noun}.${participles[0]}, within: 1h` }).follow, noun)
})

test('a chain belongs to the owner of the promise that it hangs on, however long it is and in whatever order it is written', () => {
  const owners = ownersOf({
    last: 'starts: middle.done + 2d, within: 1d',
    middle: 'starts: first at 80%, within: 1d',
    first: 'starts: contract.signed, within: 10d',
  })
  assert.deepEqual(owners, { last: 'contract', middle: 'contract', first: 'contract' })
})

test('a clause may name its owner itself, and what hangs on it follows', () => {
  const owners = ownersOf({
    accept: 'starts: ticket.reported, within: 1h, per: customer',
    thank: 'starts: accept.done, within: 1d',
    apologise: 'starts: accept.broken, within: 1d, per: contract',
  })
  assert.deepEqual(owners, { accept: 'customer', thank: 'customer', apologise: 'contract' })
})

test('a clock that is given as a due instant belongs to the noun of that instant', () => {
  const owners = ownersOf({
    prepare: 'due: event.start - 1d',
    plan: 'due: {all: [ticket.reported + 2h, remote.failed]}',
  })
  assert.deepEqual(owners, { prepare: 'event', plan: 'ticket' })
})

test('of several events that may start a clock the first one tells its owner', () => {
  assert.deepEqual(ownersOf({ follow: 'starts: [asset.accepted, contract.accepted], within: 1d' }), { follow: 'asset' })
})

test('promises that wait for each other in a ring belong to the ticket: reading them ends', () => {
  const owners = ownersOf({
    hen: 'starts: egg.done, within: 1d',
    egg: 'starts: hen.done, within: 1d',
    alone: 'starts: alone.kept, within: 1d',
  })
  assert.deepEqual(owners, { hen: 'ticket', egg: 'ticket', alone: 'ticket' })
})
