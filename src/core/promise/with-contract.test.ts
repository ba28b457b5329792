import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from './cover/given.testing.ts'
import { story } from './from-yaml.testing.ts'
import { at } from './given.testing.ts'
import { ACCEPTED, CONTRACT, deed, lines, planOf } from './rhythm.testing.ts'

// What is owed on and on, where its clause does not say until when: it ends with its contract.

const monthly = planOf('recurring', 'starts: contract.accepted\ntask: visit\nevery: 1mo')
const visit = (when: string) => deed(when, 'visit.done', {})

const on = (when: string, type: 'contract.signed' | 'contract.amended' | 'contract.ended', data: NonNullable<Told[2]> = {}): Told => [
  when,
  type,
  data,
  { on: CONTRACT },
]

test('without an end of its own it ends with its contract: what is due by then is owed, nothing after', () => {
  const told = [on('2026-01-10 10:00', 'contract.signed', { endsOn: '2026-04-01' }), ACCEPTED]
  assert.deepEqual(lines(monthly, told, '2026-12-31 10:00'), ['1 broken 01-31 10:00 → 03-01 00:00', '2 broken 03-01 00:00 → 04-01 00:00'])
  const early = [...told, visit('2026-02-10 10:00'), on('2026-02-20 10:00', 'contract.ended')]
  assert.match(lines(monthly, early, '2026-12-31 10:00').at(-1)!, /^2 cancelled/)
  assert.equal(lines(monthly, early, '2026-12-31 10:00').length, 2)
})

test('a contract that is renewed goes on, and what was called off is owed again; after its end nothing begins', () => {
  const told = [on('2026-01-10 10:00', 'contract.signed', { endsOn: '2026-03-10' }), ACCEPTED, visit('2026-02-10 10:00')]
  assert.equal(lines(monthly, told, '2026-05-01 10:00').length, 1)
  const renewed = [...told, on('2026-03-05 10:00', 'contract.amended', { endsOn: '2026-05-10' })]
  assert.deepEqual(lines(monthly, renewed, '2026-12-31 10:00').slice(1), [
    '2 broken 03-01 00:00 → 04-01 00:00',
    '3 broken 04-01 00:00 → 05-01 00:00',
  ])
  const late: Told = ['2026-04-10 10:00', 'contract.accepted', {}, { on: CONTRACT }]
  assert.deepEqual(lines(monthly, [told[0]!, late], '2026-12-31 10:00'), [])
})

test('a device under two contracts is looked after until the last of them ends, side by side or one after the other', () => {
  const perDevice = planOf('recurring', 'per: asset\nstarts: asset.accepted\ntask: visit\nevery: 1mo')
  const ofContract =
    (id: string) =>
    (when: string, type: 'contract.signed' | 'contract.ended', data: NonNullable<Told[2]> = {}): Told => [
      when,
      type,
      data,
      { on: `contract/${id}`, also: ['asset/A1'] },
    ]
  const [first, second] = [ofContract('K1'), ofContract('K2')]
  const accepted: Told = ['2026-01-31 10:00', 'asset.accepted', {}, { on: 'asset/A1' }]
  const seen = (told: readonly Told[]) => story(perDevice, told, { subject: 'asset/A1', at: '2026-12-31 10:00' }).obligations.length
  const both = [first('2026-01-10 10:00', 'contract.signed', { endsOn: '2026-05-01' }), accepted]
  assert.equal(seen(both), 3)
  assert.equal(seen([...both, second('2026-02-10 10:00', 'contract.signed', { endsOn: '2026-04-01' })]), 3)
  assert.equal(seen([...both, second('2026-02-10 10:00', 'contract.signed'), second('2026-02-20 10:00', 'contract.ended')]), 3)
  assert.equal(seen([...both, second('2026-04-10 10:00', 'contract.signed', { endsOn: '2026-08-01' })]), 6)
})

test('what comes under the contract later is owed from then on, and what had begun does not begin again', () => {
  const stock = planOf('level', 'per: model\nmeasure: stock.on-hand\nover: now\nat-least: 1')
  const told = (
    when: string,
    type: 'contract.signed' | 'contract.amended',
    data: NonNullable<Told[2]>,
    models: readonly string[],
  ): Told => [when, type, data, { on: CONTRACT, also: models.map((model): `model/${string}` => `model/${model}`) }]
  const facts = [
    told('2026-01-10 10:00', 'contract.signed', { startsOn: '2026-01-20' }, ['M1']),
    told('2026-03-05 10:00', 'contract.amended', { assets: ['A1', 'A2'], startsOn: '2026-01-20' }, ['M1', 'M2']),
  ]
  const owed = (model: string, known = facts) =>
    story(stock, known, { subject: `model/${model}`, at: '2026-06-01 10:00' }).obligations.map(({ state, openedAt }) => [state, openedAt])
  assert.deepEqual(owed('M1'), [['broken', at('2026-01-20 00:00')]])
  assert.deepEqual(owed('M2', facts.slice(1)), [['broken', at('2026-03-06 00:00')]])
})
