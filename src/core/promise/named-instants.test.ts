import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carrying, cover, facts, gate } from './cover/given.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { derive } from './derive.ts'
import { told } from './from-yaml.testing.ts'
import { at, given } from './given.testing.ts'
import type { EventText } from './given.testing.ts'

// What waits for an instant that is named ahead, and what is told twice at one instant.

const farewell = (starts: EventText) =>
  carrying([cover('equipment', { term: '1mo' })], {
    promises: { farewell: { starts, keptBy: 'document.issued', within: '1d', per: 'asset' } },
  })

function seen(starts: EventText, lines: readonly Told[], when: string): string[] {
  return told(derive(farewell(starts), facts(...lines), { asOf: at(when), subject: 'asset/A1' }).obligations)
}

const accepted: Told = ['2026-03-02 10:00', 'asset.accepted']
const extended: Told = ['2026-03-10 10:00', 'cover.extended', { cover: 'equipment', by: '20d' }]

test('a deadline that starts some days before a cover ends opens then, and not earlier', () => {
  assert.deepEqual(seen('equipment.end - 10d', [accepted], '2026-03-23 23:59'), [])
  assert.deepEqual(seen('equipment.end - 10d', [accepted], '2026-03-24 00:00'), ['farewell#1 open 03-26 00:00'])
})

test('when the cover is extended it waits for the new end; the old one opens nothing', () => {
  assert.deepEqual(seen('equipment.end - 10d', [accepted, extended], '2026-04-12 23:59'), [])
  assert.deepEqual(seen('equipment.end - 10d', [accepted, extended], '2026-04-13 00:00'), ['farewell#1 open 04-15 00:00'])
})

test('at the end itself it opens with the end', () => {
  assert.deepEqual(seen('equipment.end', [accepted], '2026-04-02 23:59'), [])
  assert.deepEqual(seen('equipment.end', [accepted], '2026-04-03 00:00'), ['farewell#1 open 04-05 00:00'])
})

test('of two facts at one instant that open a gate the first in the ledger is its evidence', () => {
  const closed = carrying([gate('closed', { before: 'ticket.closed', needs: 'loan.returned' })])
  const agreed = carrying([gate('closed', { before: 'ticket.closed', needs: 'ticket.confirmed' })])
  const lines = (twice: Told[1]): Told[] => [
    ['10:00', 'ticket.reported'],
    ['10:05', 'loan.delivered'],
    ['11:00', twice],
    ['11:00', twice],
    ['12:00', 'ticket.closed'],
  ]
  const evidence = (bound: typeof closed, twice: Told[1]) =>
    derive(bound, facts(...lines(twice)), { asOf: at('13:00'), subject: 'ticket/T1' }).obligations.map((one) => one.evidence)
  assert.deepEqual(evidence(closed, 'loan.returned'), [['f3', 'f5']])
  assert.deepEqual(evidence(agreed, 'ticket.confirmed'), [['f3', 'f5']])
})

test('who reports for the customer gives the grade that rules, not one of the customer’s own beside it', () => {
  const { why } = given({
    promises: { repair: { starts: 'ticket.reported', keptBy: 'ticket.restored', within: { by: 'grade', major: '4h', general: '8h' } } },
  })
    .fact('10:00', 'ticket.reported', { grade: 'general', by: 'customer' })
    .fact('10:30', 'ticket.graded', { grade: 'major', by: 'staff' })
    .obligation('repair', '11:00')
  assert.deepEqual(why.dimensions, { grade: { value: 'major', by: 'staff' } })
})
