import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Clock } from '../../wire/obligations.ts'
import type { TicketRow } from '../../wire/tickets.ts'
import { groupRows, nearnessOf } from './groups.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-09-23T14:00+08:00')
const MINUTE = 60_000
const clock = (part: Partial<Clock>): Clock => ({
  id: 'c',
  promise: 'p',
  title: '到场',
  episode: 1,
  state: 'open',
  openedAt: NOW - MINUTE,
  provisional: false,
  pausedMs: 0,
  owedBy: 'vendor',
  ...part,
})
const near = (part: Partial<Clock>) => nearnessOf({ nearest: clock(part) }, NOW, ZONE)

test('a ticket stands under the heading of how near its clock is', () => {
  assert.equal(near({ dueAt: NOW + 30 * MINUTE }), 'half-hour')
  assert.equal(near({ dueAt: NOW + 31 * MINUTE }), 'two-hours')
  assert.equal(near({ dueAt: NOW + 121 * MINUTE }), 'today')
  assert.equal(near({ dueAt: Date.parse('2026-09-24T00:30+08:00') }), 'later')
})

test('a clock that is due at midnight belongs to today', () => {
  assert.equal(near({ dueAt: Date.parse('2026-09-24T00:00+08:00') }), 'today')
})

test('overdue is what broke and is not done, or has passed its due time', () => {
  assert.equal(near({ state: 'broken', brokenAt: NOW - MINUTE }), 'overdue')
  assert.equal(near({ dueAt: NOW - 1 }), 'overdue')
  assert.equal(near({ state: 'broken', brokenAt: NOW - MINUTE, fulfilledAt: NOW }), 'no-clock')
})

test('paused clocks, clocks without a number and tickets without clocks stand apart', () => {
  assert.equal(near({ state: 'paused', dueAt: NOW + MINUTE }), 'paused')
  assert.equal(near({}), 'no-clock')
  assert.equal(nearnessOf({}, NOW, ZONE), 'no-clock')
})

test('headings come in the order of urgency, rows keep the order in which they came', () => {
  const row = (id: string, part: Partial<Clock>) => ({ id, nearest: clock(part) }) as TicketRow
  const rows = [
    row('a', { dueAt: NOW + 60 * MINUTE }),
    row('b', { state: 'paused' }),
    row('c', { dueAt: NOW - 1 }),
    row('d', { dueAt: NOW + 61 * MINUTE }),
  ]
  const groups = groupRows(rows, NOW, ZONE).map((group) => [group.nearness, group.rows.map((one) => one.id)])
  assert.deepEqual(groups, [
    ['overdue', ['c']],
    ['two-hours', ['a', 'd']],
    ['paused', ['b']],
  ])
})
