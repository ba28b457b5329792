import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FactType } from '../fact.ts'
import { eventsMeet } from './same-thing.ts'
import type { EventExpr } from './types.ts'

const fact = (type: FactType): EventExpr => ({ kind: 'fact', type, where: undefined })
const anyOf = (...types: FactType[]): EventExpr => ({ kind: 'any', of: types.map(fact) })
const allOf = (...of: EventExpr[]): EventExpr => ({ kind: 'all', of })
const meet = (one: EventExpr, other: EventExpr): boolean => {
  const of = (event: EventExpr) => ({ event, when: undefined, plan: { promises: {} } })
  return eventsMeet(of(one), of(other))
}

test('what must all come is one thing in whatever order it is written, through whichever of a list', () => {
  const one = allOf(anyOf('contract.accepted', 'asset.accepted'), fact('contract.commissioned'))
  assert.equal(meet(one, allOf(fact('contract.commissioned'), fact('asset.accepted'))), true)
  assert.equal(meet(one, allOf(fact('contract.commissioned'), fact('contract.shipped'))), false)
})

test('more ways than anybody means are not told apart one by one: only the same words are the same', () => {
  const list = anyOf('ticket.reported', 'ticket.replied', 'ticket.restored', 'ticket.closed')
  const many = allOf(...Array.from({ length: 40 }, () => list))
  assert.equal(meet(many, many), true)
  assert.equal(meet(many, allOf(...Array.from({ length: 41 }, () => list))), false)
})
