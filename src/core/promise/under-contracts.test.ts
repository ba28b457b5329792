import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, Subject } from '../fact.ts'
import { facts } from './cover/given.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { at, clockOf } from './given.testing.ts'
import { belated, naming, timely } from './mixed-histories.testing.ts'
import { plans } from './mixed.testing.ts'
import { contractsIn, isShared, isToldTo, ownerIn, toldTo, underContract } from './owner.ts'
import { begin, emptyRecord, learn, needsHistory, refolded, wake } from './record.ts'
import type { Learned } from './record.ts'
import { concerns } from './fold.ts'
import { planOf } from './rhythm.testing.ts'
import type { BoundPlan } from './types.ts'

const DEVICE: Subject = 'asset/A1'
const SECOND = underContract(DEVICE, 'K2')
const first = { subject: DEVICE, contract: 'K1' }
const second = { subject: SECOND, contract: 'K2' }

const fact = (subject: Subject, also: readonly Subject[], type: Fact['type'] = 'asset.accepted') => ({ subject, also, type })

test('a record carries the name of its owner, and behind it the contract where it is not the first', () => {
  assert.deepEqual([ownerIn(SECOND), ownerIn(DEVICE), ownerIn('ticket/T1')], [DEVICE, DEVICE, 'ticket/T1'])
  assert.deepEqual([ownerIn('model/LSB-680@2'), ownerIn(underContract('model/LSB-680@2', 'K2'))], ['model/LSB-680@2', 'model/LSB-680@2'])
  assert.deepEqual((['asset/A1', 'site/S1', 'model/M', 'customer/C', 'contract/K1', 'ticket/T1'] as const).map(isShared), [
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})

test('what is recorded under a contract is that contract’s alone, what is recorded under none is told to all', () => {
  const under = (contract: string) => fact(DEVICE, [`contract/${contract}`, 'site/S1'])
  assert.deepEqual([isToldTo(first, under('K1')), isToldTo(second, under('K1'))], [true, false])
  assert.deepEqual([isToldTo(first, under('K2')), isToldTo(second, under('K2'))], [false, true])
  assert.deepEqual(
    [first, second].map((one) => isToldTo(one, fact('ticket/T1', [DEVICE], 'ticket.reported'))),
    [true, true],
  )
  assert.deepEqual(contractsIn(fact('contract/K1', [DEVICE, 'contract/K2'])), ['K1', 'K2'])
  const both = fact(DEVICE, ['contract/K1', 'contract/K2'])
  assert.deepEqual(
    [first, second].map((one) => isToldTo(one, both)),
    [true, true],
  )
  assert.equal(isToldTo(second, fact('asset/A2', ['contract/K2'])), false)
})

test('what releases an obligation is told to the record in which that stands, and to no other', () => {
  const waived = fact(SECOND, ['contract/K2'], 'obligation.waived')
  assert.deepEqual([isToldTo(first, waived), isToldTo(second, waived)], [false, true])
  const of = fact(DEVICE, ['contract/K1'], 'obligation.waived')
  assert.deepEqual([isToldTo(first, of), isToldTo({ subject: underContract(DEVICE, 'K1'), contract: 'K1' }, of)], [true, false])
  assert.equal(isToldTo(second, fact('contract/K2', [SECOND, 'contract/K2'], 'fact.approved')), true)
})

test('a ticket and a contract hear all that names them, whatever contracts that names beside', () => {
  const merged = fact('ticket/T1', ['ticket/T2', 'contract/K1'], 'ticket.merged')
  assert.equal(isToldTo({ subject: 'ticket/T2', contract: 'K2' }, merged), true)
  assert.equal(isToldTo({ subject: 'contract/K1', contract: 'K1' }, fact('contract/K2', ['contract/K1'], 'contract.signed')), true)
})

const monthly = planOf('recurring', 'per: asset\nstarts: asset.accepted\ntask: visit\nevery: 1mo\non-broken: [{escalate: lead}]')
const accepted: Told = ['2026-01-31 10:00', 'asset.accepted', {}, { on: DEVICE }]
const signed: Told = ['2026-05-10 10:00', 'contract.signed', { endsOn: '2027-01-01' }, { on: 'contract/K2', also: [DEVICE] }]

test('a record that begins late learns at once what was known: what was over is history, what comes is owed, nothing of before is sent', () => {
  const known = facts(accepted, signed)
  const news = known.slice(1)
  const begun = begin(monthly, SECOND, { facts: news, history: known })
  assert.deepEqual([begun.record.begun?.at, begun.record.position], [at('2026-05-10 10:00'), news[0]!.seq])
  const seen = wake(monthly, begun.record, at('2026-05-20 10:00'))
  assert.deepEqual(
    seen.obligations.map((one) => `${one.state} ${clockOf(one.dueAt ?? 0)}`),
    ['open 06-01 00:00', 'open 07-01 00:00'],
  )
  assert.deepEqual([begun.effects, begun.beliefs.every(({ state }) => state === 'open')], [[], true])
  const late = wake(monthly, begun.record, at('2026-06-01 10:00'))
  assert.deepEqual(
    late.effects.map(({ key }) => key.split('|').slice(0, 2)),
    [[SECOND, 'care']],
  )
})

test('a record that begins with the first that is known of its owner is as it always was', () => {
  const known = facts(accepted)
  const begun = begin(monthly, DEVICE, { facts: known, history: [] })
  assert.equal(begun.record.begun, undefined)
  assert.deepEqual(begun, learn(monthly, emptyRecord(monthly, DEVICE), known))
})

function liveFrom(
  bound: BoundPlan,
  record: { readonly subject: Subject; readonly contract: string },
  known: readonly Fact[],
  from: number,
) {
  const told = toldTo(record, known).filter((one) => concerns(bound, record.subject, one))
  const start = told.findIndex(({ seq }) => seq >= from)
  if (start < 0) return undefined
  let learned: Learned = begin(bound, record.subject, { facts: told.slice(start, start + 1), history: told.slice(0, start + 1) })
  const beliefs = [...learned.beliefs]
  const effects = [...learned.effects]
  for (let until = start + 2; until <= told.length; until++) {
    const next = learn(bound, learned.record, { facts: [told[until - 1]!], history: () => told.slice(0, until) })
    if (needsHistory(next)) assert.fail('the history was given')
    learned = next
    beliefs.push(...next.beliefs)
    effects.push(...next.effects)
  }
  return { learned, told, beliefs, effects }
}

/** Each fact under one of two contracts, or under none. */
const parted = (known: readonly Fact[], under: readonly (string | undefined)[]): Fact[] =>
  known.map((one, index): Fact => {
    const contract = under[index % under.length]
    return contract === undefined ? one : { ...one, also: [...one.also, `contract/${contract}`] }
  })

test('live = audit: whatever is told under two contracts and under none, and whenever their records began, each folds to the same from nothing', () => {
  const histories = fc.oneof(timely, belated)
  const contracts = fc.array(fc.constantFrom('K1', 'K2', undefined), { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(plans, histories, contracts, fc.nat(40), (bound, history, under, from) => {
      const known = parted(naming(history, DEVICE), under).toSorted((a, b) => a.recordedAt - b.recordedAt || a.seq - b.seq)
      const inOrder = known.map((one, index) => ({ ...one, seq: index + 1 }))
      for (const record of [first, second]) {
        const live = liveFrom(bound, record, inOrder, from)
        if (!live) continue
        const again = refolded(bound, live.learned.record, live.told)
        assert.deepEqual(again.record, live.learned.record)
        assert.deepEqual(again.obligations, live.learned.obligations)
        assert.deepEqual([again.beliefs, again.effects], [live.beliefs, live.effects])
        const begunAt = live.learned.record.begun?.at ?? -Infinity
        assert.ok(live.effects.every((one) => one.kind === 'withdraw' || one.at > begunAt))
      }
    }),
    { numRuns: 60 * Number(process.env.NUOXING_PROVE ?? 1) },
  )
})
