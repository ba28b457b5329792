import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carrying, cover, facts, gate } from './cover/given.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { derive } from './derive.ts'
import { told } from './from-yaml.testing.ts'
import { at, given } from './given.testing.ts'
import { ACCEPTED, care, CONTRACT, lines, planOf } from './rhythm.testing.ts'
import type { EventText } from './given.testing.ts'

// What waits for an instant that is named ahead, and what is told twice at one instant.

const farewell = (starts: EventText) =>
  carrying([cover('equipment', { term: '1mo' })], {
    promises: { farewell: { starts, keptBy: 'document.issued', within: '1d', per: 'asset' } },
  })

function seen(starts: EventText, happened: readonly Told[], when: string): string[] {
  return told(derive(farewell(starts), facts(...happened), { asOf: at(when), subject: 'asset/A1' }).obligations)
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
  const happened = (twice: Told[1]): Told[] => [
    ['10:00', 'ticket.reported'],
    ['10:05', 'loan.delivered'],
    ['11:00', twice],
    ['11:00', twice],
    ['12:00', 'ticket.closed'],
  ]
  const evidence = (bound: typeof closed, twice: Told[1]) =>
    derive(bound, facts(...happened(twice)), { asOf: at('13:00'), subject: 'ticket/T1' }).obligations.map((one) => one.evidence)
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

test('when one of two devices is covered for life the covers of both have no end any more: what waits for it waits on', () => {
  const bound = carrying([cover('equipment', { term: { by: 'class', rows: { core: '1mo', edge: 'lifetime' } } })], {
    dimensions: { class: { id: 'class', values: ['core', 'edge'], setBy: 'asset' } },
    promises: { renewal: { due: 'equipment.end - 10d', keptBy: 'notice.delivered', per: 'contract' } },
  })
  const renewed = (...more: readonly Told[]) => {
    const first: Told = ['2026-03-02 10:00', 'asset.accepted', { class: 'core' }, { also: [CONTRACT] }]
    return told(derive(bound, facts(first, ...more), { asOf: at('2026-03-30 10:00'), subject: CONTRACT }).obligations)
  }
  assert.deepEqual(renewed(), ['renewal#1 broken 03-24 00:00'])
  const forLife: Told = ['2026-03-05 10:00', 'asset.accepted', { class: 'edge' }, { on: 'asset/A2', also: [CONTRACT] }]
  const [renewal] = renewed(forLife)
  assert.match(renewal!, /^renewal#1 open 9999-/)
})

test('what falls due at the very end of a cover is owed, and nothing after it', () => {
  const more = '  equipment: {cover: {per: contract, starts: contract.accepted, term: 2mo}}\n'
  const bound = planOf('recurring', 'starts: contract.accepted\ntask: visit\nevery: 1mo\nuntil: equipment.end', { more })
  assert.deepEqual(lines(bound, [ACCEPTED], '2026-06-01 00:00'), [
    '1 broken 01-31 10:00 → 03-01 00:00',
    '2 broken 03-01 00:00 → 04-01 00:00',
  ])
})

test('a level says of its bounds those that are stated, and no others', () => {
  const stands = (bounds: string) => {
    const [one] = care(
      planOf('level', `measure: count visit.done\nover: month\nstarts: contract.accepted\n${bounds}`),
      [ACCEPTED],
      '2026-02-03 00:00',
    )
    const { from: _, until: __, value, ...stated } = one!.why.detail!
    return { value, ...stated }
  }
  assert.deepEqual(stands('at-least: 1'), { value: 0, atLeast: 1 })
  assert.deepEqual(stands('at-most: 3'), { value: 0, atMost: 3 })
  assert.deepEqual(stands('target: 2'), { value: 0, target: 2 })
})
