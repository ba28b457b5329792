import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact, Subject } from '../fact.ts'
import type { PlanText } from './given.testing.ts'
import { derive, obligationKey, ownerOf } from './derive.ts'
import { Story, at, clockOf, given, plan } from './given.testing.ts'
import { concerns } from './fold.ts'
import { replay } from './record.ts'

const visitOne = { subject: 'visit/V1', also: ['ticket/T1'] } as const
const visitTwo = { subject: 'visit/V2', also: ['ticket/T1'] } as const

const text: PlanText = {
  promises: {
    arrive: { starts: 'ticket.reported', keptBy: 'visit.arrived', within: '4h', onBroken: [{ escalate: 'lead' }] },
    sign: { per: 'visit', starts: 'visit.done', keptBy: 'visit.signed', within: '2h', onBroken: [{ escalate: 'lead' }] },
    depart: { per: 'visit', starts: 'visit.dispatched', keptBy: 'visit.departed', within: '30min' },
    inspect: { per: 'asset', starts: 'asset.handed-over', keptBy: 'asset.tested', within: '3d' },
  },
}

const story = given(text)
  .fact('10:00', 'ticket.reported')
  .fact('10:10', 'visit.dispatched', {}, visitOne)
  .fact('10:20', 'visit.departed', {}, visitOne)
  .fact('11:00', 'visit.arrived', {}, visitOne)
  .fact('12:00', 'visit.done', {}, visitOne)
  .fact('12:30', 'visit.dispatched', {}, visitTwo)
  .fact('12:40', 'visit.done', {}, visitTwo)
  .fact('13:00', 'visit.signed', {}, visitTwo)

function factsOf(subject: Subject, facts: readonly Fact[] = story.facts): readonly Fact[] {
  return facts.filter((fact) => fact.subject === subject || fact.also.includes(subject))
}

function statesOf(subject: Subject, when: string, told: Story = story): string[] {
  return derive(told.bound, factsOf(subject, told.facts), { asOf: at(when), subject }).obligations.map(
    (one) => `${one.promise} ${one.state}`,
  )
}

test('a ticket owes what is promised per ticket, a visit what is promised per visit', () => {
  assert.deepEqual(statesOf('ticket/T1', '13:30'), ['arrive kept'])
  assert.deepEqual(statesOf('visit/V1', '13:30'), ['sign open', 'depart kept'])
  assert.deepEqual(statesOf('visit/V2', '13:30'), ['sign kept', 'depart broken'])
})

test('a signature on one visit keeps nothing on another', () => {
  assert.deepEqual(statesOf('visit/V1', '14:30'), ['sign broken', 'depart kept'])
})

test('an obligation carries its owner, and its key names it', () => {
  const [sign] = derive(story.bound, factsOf('visit/V1'), { asOf: at('13:30'), subject: 'visit/V1' }).obligations
  assert.equal(sign?.subject, 'visit/V1')
  assert.equal(obligationKey(sign), 'visit/V1|sign|1')
})

test('a breach on a visit goes up under the visit’s name', () => {
  const { effects } = derive(story.bound, factsOf('visit/V1'), { asOf: at('15:00'), subject: 'visit/V1' })
  assert.deepEqual(
    effects.map((effect) => [effect.key, effect.subject, clockOf(effect.at)]),
    [['visit/V1|sign|1|escalate:lead', 'visit/V1', '14:00']],
  )
})

test('a device has clocks of its own, opened by its own facts', () => {
  const handed = story.fact('14:00', 'asset.handed-over', {}, { subject: 'asset/A7', also: ['ticket/T1'] })
  assert.deepEqual(statesOf('asset/A7', '15:00', handed), ['inspect open'])
  assert.deepEqual(statesOf('ticket/T1', '15:00', handed), ['arrive kept'])
})

test('an owner of a kind that the plan promises nothing owes nothing', () => {
  assert.deepEqual(statesOf('contract/C1', '15:00', story.fact('14:00', 'contract.signed', {}, { subject: 'contract/C1' })), [])
})

test('without a view the owner is the subject of the earliest fact in the ledger, in whatever order the facts come', () => {
  assert.equal(ownerOf(story.facts), 'ticket/T1')
  assert.equal(ownerOf(story.facts.toReversed()), 'ticket/T1')
  assert.equal(ownerOf([]), undefined)
  assert.equal(ownerOf(story.facts.slice(1)), 'visit/V1')
})

test('nothing is owed where nothing happened', () => {
  assert.deepEqual(derive(story.bound, [], at('10:00')), { obligations: [], effects: [], consequences: [] })
  assert.deepEqual(derive(story.bound, story.facts, { asOf: at('09:00'), subject: 'ticket/T1' }), {
    obligations: [],
    effects: [],
    consequences: [],
  })
  const empty = replay(story.bound, [], at('10:00'))
  assert.deepEqual([empty.obligations, empty.beliefs, empty.effects, empty.nextWakeAt], [[], [], [], undefined])
})

test('the record of a visit is folded like that of a ticket, and wakes for its own clocks', () => {
  const seen = replay(story.bound, factsOf('visit/V1'), { asOf: at('13:30'), subject: 'visit/V1' })
  assert.equal(seen.record.subject, 'visit/V1')
  assert.equal(clockOf(seen.nextWakeAt), '14:00')
  const later = replay(story.bound, factsOf('visit/V1'), { asOf: at('16:00'), subject: 'visit/V1' })
  assert.deepEqual(
    later.beliefs.map((line) => `${line.subject} ${clockOf(line.at)} ${line.promise} ${line.state}`),
    ['visit/V1 10:10 depart open', 'visit/V1 10:20 depart kept', 'visit/V1 12:00 sign open', 'visit/V1 14:00 sign broken'],
  )
})

test('a visit is paused only by facts that name it', () => {
  const pausing: PlanText = {
    promises: { sign: { per: 'visit', starts: 'visit.done', keptBy: 'visit.signed', within: '2h', pauses: ['wait'] } },
    reasons: { wait: {} },
  }
  const done = new Story(plan(pausing)).fact('10:00', 'visit.done', {}, visitOne)
  const ticketOnly = done.fact('10:30', 'ticket.paused', { reason: 'wait' })
  const both = done.fact('10:30', 'ticket.paused', { reason: 'wait' }, { also: ['visit/V1'] })
  assert.deepEqual(statesOf('visit/V1', '11:00', ticketOnly), ['sign open'])
  assert.deepEqual(statesOf('visit/V1', '11:00', both), ['sign paused'])
})

test('a device does not hear what a ticket goes through, only what one of its clauses waits for', () => {
  const asset: Subject = 'asset/A7'
  const both = { also: [asset] } as const
  const told = given({
    promises: {
      inspect: { per: 'asset', starts: 'ticket.restored', keptBy: 'asset.tested', within: { by: 'grade', major: '1d', general: '3d' } },
    },
  })
    .fact('10:00', 'ticket.reported', { grade: 'major' }, both)
    .fact('10:05', 'ticket.replied', {}, both)
    .fact('11:00', 'ticket.restored', { grade: 'general' }, both)
  const heard = told.facts.filter((fact) => concerns(told.bound, asset, fact)).map((fact) => fact.type)
  assert.deepEqual(heard, ['ticket.restored'])
  assert.deepEqual(statesOf(asset, '12:00', told), ['inspect open'])
  const record = replay(told.bound, factsOf(asset, told.facts), { asOf: at('12:00'), subject: asset }).record
  assert.equal(record.base.dimensions.grade ?? record.tail[0]?.fact.data.grade, 'general')
})

test('what is about an owner itself, and what is said of facts and obligations, always reaches it', () => {
  const asset: Subject = 'asset/A7'
  const about = (subject: Subject, type: Fact['type']) => concerns(story.bound, asset, { subject, type })
  assert.deepEqual(
    [
      about(asset, 'asset.scrapped'),
      about('ticket/T1', 'fact.voided'),
      about('ticket/T1', 'obligation.waived'),
      about('ticket/T1', 'ticket.graded'),
    ],
    [true, true, true, false],
  )
})
