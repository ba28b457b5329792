import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TicketRow } from '../../wire/tickets.ts'
import { inQueue, queueFilters, urgencies } from './urgency.ts'

const NOW = Date.parse('2026-11-27T10:00:00+08:00')
const due = (minutes: number): TicketRow => ({ nearest: { state: 'open', dueAt: NOW + minutes * 60_000 } }) as TicketRow

test('clocks are counted by how near they are, the nearest first; what there is none of is left out', () => {
  const rows = [due(200), due(20), due(25), due(-5), { nearest: { state: 'paused' } } as TicketRow]
  assert.deepEqual(urgencies(rows, NOW, 'Asia/Shanghai'), [
    { nearness: 'overdue', count: 1 },
    { nearness: 'half-hour', count: 2 },
    { nearness: 'today', count: 1 },
    { nearness: 'paused', count: 1 },
  ])
  assert.deepEqual(urgencies([], NOW, 'Asia/Shanghai'), [])
})

test('one’s own queue asks for no team, the others do', () => {
  assert.deepEqual(queueFilters('mine', 'desk'), { view: 'mine', sort: 'due', limit: '100', team: undefined })
  assert.equal(queueFilters('team', 'desk').team, 'desk')
  assert.equal(queueFilters('unassigned', 'desk').view, 'unassigned')
})

test('what is ranked ahead comes first among the equally near, and never before what is nearer', () => {
  const high = (minutes: number): TicketRow => ({ ...due(minutes), priority: 'high' })
  const rows = [due(10), due(20), high(25), high(100)]
  assert.deepEqual(inQueue(rows, NOW, 'Asia/Shanghai'), [high(25), due(10), due(20), high(100)])
})
