import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../../fact.ts'
import type { BoundPlan } from '../types.ts'
import { derive } from '../derive.ts'
import { at, clockOf } from '../given.testing.ts'
import { about, carrying, cover, facts, lasting, recordOf, rule } from './given.testing.ts'
import type { Told } from './given.testing.ts'
import { coversAt } from './at.ts'

const ACCEPTED: Told = ['2026-03-02 10:00', 'asset.accepted']

function spans(bound: BoundPlan, lines: readonly Told[], subject: Subject = 'asset/A1'): string[] {
  const when = '2026-12-31 12:00'
  const { record } = recordOf(bound, facts(...lines), { subject, at: when })
  return coversAt(bound, record, at(when)).map(({ cover: id, start, end }) => `${id} ${clockOf(start)} – ${clockOf(end)}`)
}

test('from the day of making that the acceptance states, not from the acceptance', () => {
  const bound = carrying([cover('equipment', { starts: 'asset.made', term: '12mo' })])
  assert.deepEqual(spans(bound, [['2026-03-02 10:00', 'asset.accepted', { made: '2026-01-15' }]]), [
    'equipment 01-15 00:00 – 2027-01-16 00:00',
  ])
  assert.deepEqual(spans(bound, [ACCEPTED]), [])
})

test('90 days after the delivery at the latest, or from acceptance: the earlier of them', () => {
  const bound = carrying([cover('equipment', { starts: ['asset.accepted', 'contract.delivered + 90d'], term: '12mo' })])
  const delivered: Told = ['2026-03-01 10:00', 'contract.delivered', {}, { also: ['asset/A1'] }]
  assert.deepEqual(spans(bound, [delivered]), ['equipment 05-30 00:00 – 2027-05-31 00:00'])
})

test('a contract is covered from its own acceptance, and its devices from theirs', () => {
  const bound = carrying([cover('project', { per: 'contract', starts: 'contract.accepted', term: '36mo' }), cover('equipment', {})])
  const lines: Told[] = [
    ['2026-03-01 10:00', 'contract.accepted'],
    ['2026-03-02 10:00', 'asset.accepted', {}, { also: ['contract/C1'] }],
  ]
  assert.deepEqual(spans(bound, lines, 'contract/C1'), ['project 03-01 10:00 – 2029-03-02 00:00'])
  assert.deepEqual(spans(bound, lines), ['equipment 03-02 10:00 – 2028-03-03 00:00'])
})

test('a condition is judged once, at the start', () => {
  const bound = carrying([cover('equipment', { when: 'bought' })], { tests: { bought: (data) => data.bought === true } })
  assert.deepEqual(spans(bound, [ACCEPTED]), [])
  assert.deepEqual(spans(bound, [['2026-03-02 10:00', 'asset.accepted', { bought: true }]]), ['equipment 03-02 10:00 – 2028-03-03 00:00'])
})

test('a cover stated outright counts from and to the days that it states; the acceptance afterwards moves nothing', () => {
  const bound = carrying([cover('equipment', {})])
  const stated: Told = ['2026-02-01 10:00', 'cover.started', { start: '2026-01-01', end: '2026-06-30' }]
  assert.deepEqual(spans(bound, [stated, ACCEPTED]), ['equipment 01-01 00:00 – 07-01 00:00'])
})

test('a cover stated by its name begins no other; without a name it begins one only where the plan has no other', () => {
  const bound = carrying([cover('equipment', {}), cover('software', { term: '12mo' })])
  const stated = (data: Told[2]): Told => ['2026-02-01 10:00', 'cover.started', data]
  assert.deepEqual(spans(bound, [stated({ cover: 'software' })]), ['software 02-01 10:00 – 2027-02-02 00:00'])
  assert.deepEqual(spans(bound, [stated({})]), [])
})

test('a rule may begin the whole term anew, and never ends a cover earlier by it', () => {
  const restart = rule('anew', { on: 'part.replaced where main', per: 'asset', does: [{ kind: 'restart', cover: 'equipment' }] })
  const bound = carrying([cover('equipment', { term: '12mo' }), restart], { tests: { main: (data) => data.part === 'main-board' } })
  const main: Told = ['2026-09-01 10:00', 'part.replaced', { part: 'main-board' }]
  assert.deepEqual(spans(bound, [ACCEPTED, main]), ['equipment 03-02 10:00 – 2027-09-02 00:00'])
  const extended: Told = ['2026-08-01 10:00', 'cover.extended', { by: '24mo' }]
  assert.deepEqual(spans(bound, [ACCEPTED, extended, main]), ['equipment 03-02 10:00 – 2029-03-03 00:00'])
})

test('a device’s own notice hangs on the end of its cover, and moves when that is extended', () => {
  const bound = carrying([cover('equipment', { term: '1mo' })], {
    promises: {
      welcome: { starts: 'asset.accepted', keptBy: 'training.held', within: '5d', per: 'asset' },
      notice: { due: 'equipment.end - 3d', keptBy: 'notice.delivered', per: 'asset' },
    },
  })
  const due = (lines: readonly Told[]) => {
    const { obligations } = derive(bound, about(facts(...lines), 'asset/A1'), { asOf: at('2026-03-20 12:00'), subject: 'asset/A1' })
    return obligations.map(({ promise, dueAt }) => `${promise} ${clockOf(dueAt)}`)
  }
  assert.deepEqual(due([ACCEPTED]), ['welcome 03-08 00:00', 'notice 03-31 00:00'])
  assert.deepEqual(due([ACCEPTED, ['2026-03-10 10:00', 'cover.extended', { by: '10d' }]]), ['welcome 03-08 00:00', 'notice 04-10 00:00'])
})

test('a rule and the cover that it extends count the same faults: as many extensions as were sent', () => {
  const more = rule('more', { on: 'ticket.judged', does: [{ kind: 'extend', cover: 'equipment', by: lasting('10d') }] })
  const bound = carrying([cover('equipment', {}), more])
  const judged = (when: string, type: 'ticket.judged' | 'ticket.reopened'): Told => [
    when,
    type,
    {},
    { on: 'ticket/T1', also: ['asset/A1'] },
  ]
  const lines: Told[] = [
    ACCEPTED,
    judged('2026-04-01 10:00', 'ticket.judged'),
    judged('2026-04-02 10:00', 'ticket.judged'),
    judged('2026-04-03 10:00', 'ticket.reopened'),
    judged('2026-04-04 10:00', 'ticket.judged'),
  ]
  const { effects } = derive(bound, about(facts(...lines), 'ticket/T1'), { asOf: at('2026-12-31 12:00'), subject: 'ticket/T1' })
  assert.deepEqual(
    effects.map(({ key }) => key),
    ['ticket/T1|more|1|extend:equipment', 'ticket/T1|more|2|extend:equipment'],
  )
  assert.deepEqual(spans(bound, lines), ['equipment 03-02 10:00 – 2028-03-23 00:00'])
})
