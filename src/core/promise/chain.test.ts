import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf, given } from './given.testing.ts'

const arrive = { starts: 'ticket.reported', keptBy: 'visit.arrived', within: '24h' } as const
const repair = { starts: 'arrive.done', keptBy: 'ticket.restored', within: '4h' } as const

test('a late arrival starts the repair clock all the same: done is in time or late', () => {
  const story = given({ promises: { arrive, repair } }).fact('10:00', 'ticket.reported')
  assert.equal(story.says('repair', '11:00'), 'none')
  assert.equal(story.fact('12:00', 'visit.arrived').says('repair', '13:00'), 'open due 16:00')
  assert.equal(story.fact('10-01 12:00', 'visit.arrived').says('repair', '10-01 13:00'), 'open due 10-01 16:00')
})

test('a chain on kept lets a late one off', () => {
  const story = given({ promises: { arrive, repair: { ...repair, starts: 'arrive.kept' } } }).fact('10:00', 'ticket.reported')
  assert.equal(story.fact('10-01 12:00', 'visit.arrived').says('repair', '10-01 13:00'), 'none')
  assert.equal(story.fact('12:00', 'visit.arrived').says('repair', '13:00'), 'open due 16:00')
})

test('a chain on the breach starts at the due instant', () => {
  const story = given({ promises: { arrive, sorry: { starts: 'arrive.broken', keptBy: 'callback.made', within: '1h' } } }).fact(
    '10:00',
    'ticket.reported',
  )
  assert.equal(story.says('sorry', '10-01 10:30'), 'open due 10-01 11:00')
})

test('a chain on the due instant starts there, kept early or not', () => {
  const story = given({ promises: { arrive, review: { starts: 'arrive.due', keptBy: 'callback.made', within: '1h' } } }).fact(
    '10:00',
    'ticket.reported',
  )
  assert.equal(story.fact('12:00', 'visit.arrived').says('review', '10-01 10:30'), 'open due 10-01 11:00')
  assert.equal(story.says('review', '10-01 10:30'), 'open due 10-01 11:00')
  assert.equal(story.fact('12:00', 'ticket.cancelled').says('review', '10-01 10:30'), 'none')
})

test('an offset waits: the loaner clock starts eight hours after the arrival', () => {
  const loaner = { starts: 'arrive.done + 8h', keptBy: 'loan.delivered', within: '48h', unless: 'ticket.restored' } as const
  const story = given({ promises: { arrive, loaner } }).fact('10:00', 'ticket.reported').fact('11:00', 'visit.arrived')
  assert.equal(story.says('loaner', '18:59'), 'none')
  assert.equal(story.says('loaner', '19:00'), 'open due 10-02 19:00')
  assert.equal(story.fact('20:00', 'ticket.restored').says('loaner', '21:00'), 'cancelled')
})

test('what calls a clock off before it starts has called it off: nothing runs', () => {
  const loaner = { starts: 'arrive.done + 8h', keptBy: 'loan.delivered', within: '48h', unless: 'ticket.restored' } as const
  const story = given({ promises: { arrive, loaner } })
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'visit.arrived')
    .fact('12:00', 'ticket.restored')
  assert.equal(story.says('loaner', '20:00'), 'cancelled')
})

test('a negative offset opens before its cause, and never breaks before it', () => {
  const story = given({ promises: { arrive, prepare: { starts: 'arrive.done - 2h', keptBy: 'form.filled', within: '1h' } } })
    .fact('10:00', 'ticket.reported')
    .fact('13:00', 'visit.arrived')
  assert.equal(story.says('prepare', '14:00'), 'broken at 13:00')
  assert.equal(clockOf(story.obligation('prepare', '14:00').openedAt), '11:00')
})

test('a share of the clock is reached once, pauses taken out', () => {
  const text = {
    promises: {
      repair: { ...repair, starts: 'ticket.reported', pauses: ['wait'] },
      warn: { starts: 'repair at 75%', keptBy: 'ticket.accepted', within: '30min' },
    },
    reasons: { wait: {} },
  } as const
  const story = given(text).fact('10:00', 'ticket.reported')
  assert.equal(story.says('warn', '12:59'), 'none')
  assert.equal(story.says('warn', '13:00'), 'open due 13:30')
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('12:00', 'ticket.resumed')
  assert.equal(paused.says('warn', '13:30'), 'none')
  assert.equal(paused.says('warn', '14:00'), 'open due 14:30')
  assert.equal(story.fact('12:00', 'ticket.restored').says('warn', '15:00'), 'none')
})

test('all of several events have happened at the last of them', () => {
  const text = {
    promises: { start: { starts: { all: ['asset.accepted', 'asset.handed-over'] }, keptBy: 'report.delivered', within: '2h' } },
  } as const
  const story = given(text).fact('10:00', 'asset.handed-over').fact('10:30', 'asset.handed-over')
  assert.equal(story.says('start', '11:00'), 'none')
  assert.equal(story.fact('11:00', 'asset.accepted').says('start', '11:30'), 'open due 13:00')
})

test('any of several events keeps', () => {
  const story = given({
    promises: { reply: { starts: 'ticket.reported', keptBy: ['ticket.replied', 'remote.started'], within: '1h' } },
  }).fact('10:00', 'ticket.reported')
  assert.equal(story.fact('10:20', 'remote.started').says('reply', '11:00'), 'kept at 10:20')
})

test('a due time may hang on the due time of another promise, and moves with it', () => {
  const text = {
    promises: {
      repair: { ...repair, starts: 'ticket.reported', pauses: ['wait'] },
      report: { due: 'repair.due + 2h', keptBy: 'report.delivered' },
    },
    reasons: { wait: {} },
  } as const
  const story = given(text).fact('10:00', 'ticket.reported')
  assert.equal(story.says('report', '11:00'), 'open due 16:00')
  assert.equal(
    story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('12:00', 'ticket.resumed').says('report', '13:00'),
    'open due 17:00',
  )
})

test('a kept-by fact before the start in the same episode keeps', () => {
  const story = given({ promises: { arrive, repair } })
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'ticket.restored')
    .fact('12:00', 'visit.arrived')
  assert.equal(story.says('repair', '13:00'), 'kept at 11:00')
})

test('an arrival that was waived still starts the repair clock when the engineer comes', () => {
  const story = given({ promises: { arrive, repair } })
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'obligation.waived', { promise: 'arrive', reason: 'snow', evidence: 'w', role: 'service-manager' })
    .fact('12:00', 'visit.arrived')
  assert.equal(story.says('repair', '13:00'), 'open due 16:00')
  assert.equal(story.says('arrive', '13:00'), 'excused')
})
