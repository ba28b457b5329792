import assert from 'node:assert/strict'
import { test } from 'node:test'
import { primaryCommand } from './primary.ts'

const EVERYTHING = ['accept', 'reply', 'assign', 'arrive', 'finish-visit', 'restore', 'answer', 'confirm', 'close', 'reopen']
type Story = {
  readonly state: string
  readonly assigned?: boolean
  readonly facts?: readonly string[]
  readonly allowed?: readonly string[]
}

function primary({ state, assigned = false, facts = [], allowed = EVERYTHING }: Story): string | undefined {
  return primaryCommand({
    ticket: { state, assignee: assigned ? { id: 'lin', name: '林' } : undefined },
    timeline: facts.map((type) => ({ type })),
    actions: EVERYTHING.map((command) => ({ command, allowed: allowed.includes(command) })),
  })
}

test('a new report wants an answer first, then somebody who takes it', () => {
  assert.equal(primary({ state: 'reported' }), 'reply')
  assert.equal(primary({ state: 'reported', facts: ['ticket.replied'] }), 'accept')
  assert.equal(primary({ state: 'accepted', facts: ['ticket.replied'] }), 'assign')
})

test('who is expected on site arrives, who is there finishes', () => {
  const facts = ['ticket.replied', 'visit.needed']
  assert.equal(primary({ state: 'working', assigned: true, facts }), 'arrive')
  assert.equal(primary({ state: 'working', assigned: true, facts: [...facts, 'visit.arrived'] }), 'finish-visit')
  assert.equal(primary({ state: 'working', assigned: true, facts: [...facts, 'visit.arrived', 'visit.done'] }), 'restore')
})

test('after the work it is confirmed, closed, and may be reopened', () => {
  assert.equal(primary({ state: 'restored' }), 'confirm')
  assert.equal(primary({ state: 'confirmed' }), 'close')
  assert.equal(primary({ state: 'closed' }), 'reopen')
})

test('what is not allowed is never the primary button', () => {
  assert.equal(primary({ state: 'reported', allowed: ['accept'] }), 'accept')
  assert.equal(primary({ state: 'restored', allowed: ['close'] }), 'close')
  assert.equal(primary({ state: 'reported', allowed: [] }), undefined)
})
