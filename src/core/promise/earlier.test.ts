import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, given } from './given.testing.ts'

const reply = { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min' } as const
const repair = { starts: 'ticket.reported', keptBy: 'ticket.restored', within: '4h', pauses: ['deferred'] } as const
const deferred = { deferred: { evidence: false } } as const

const merged = (since: string) =>
  [
    { into: 'ticket/T1', since: at(since) },
    { subject: 'ticket/T9', also: ['ticket/T1'] },
  ] as const
const split = (since: string) => [{ from: 'ticket/T9', since: at(since) }, { also: ['ticket/T9'] }] as const

test('the ticket that lives on owes from the earliest report', () => {
  const story = given({ promises: { reply, repair } })
    .fact('10:00', 'ticket.reported')
    .fact('10:05', 'ticket.merged', ...merged('09:45'))
  assert.equal(story.says('reply', '10:04'), 'open due 10:30')
  assert.equal(story.says('reply', '10:06'), 'open due 10:15')
  assert.equal(story.says('repair', '10:06'), 'open due 13:45')
  assert.equal(story.obligation('repair', '11:00').why.usedMs, 75 * 60_000)
  assert.deepEqual(
    story.obligation('repair', '10:06').why.notes.map((note) => [note.kind, note.params]),
    [['reported-earlier', { since: at('09:45') }]],
  )
})

test('what was merged in later than it was reported changes nothing', () => {
  const story = given({ promises: { repair } })
    .fact('10:00', 'ticket.reported')
    .fact('10:40', 'ticket.merged', ...merged('10:20'))
  assert.equal(story.says('repair', '10:50'), 'open due 14:00')
  assert.deepEqual(story.obligation('repair', '10:50').why.notes, [])
})

test('a due time that has passed by the earlier report is broken by the merger, never before it', () => {
  const story = given({ promises: { reply } })
    .fact('10:00', 'ticket.reported')
    .fact('10:20', 'ticket.merged', ...merged('09:30'))
  assert.equal(story.says('reply', '10:19'), 'open due 10:30')
  assert.equal(story.says('reply', '10:30'), 'broken at 10:20')
})

test('what has been kept by then stays kept, and what the merged ticket owed ends with it', () => {
  const story = given({ promises: { reply, repair } })
    .fact('10:00', 'ticket.reported')
    .fact('10:25', 'ticket.replied')
    .fact('10:30', 'ticket.merged', ...merged('09:30'))
  assert.equal(story.says('reply', '11:00'), 'kept at 10:25')
  const ended = given({ promises: { repair } })
    .fact('10:00', 'ticket.reported')
    .fact('10:30', 'ticket.merged', { into: 'ticket/T2', since: at('10:00') }, { also: ['ticket/T2'] })
  assert.equal(ended.obligation('repair', '11:00').state, 'cancelled')
})

test('of several that are merged in the earliest counts, in whatever order they come', () => {
  const story = given({ promises: { repair } }).fact('10:00', 'ticket.reported')
  const one = story.fact('10:05', 'ticket.merged', ...merged('09:40')).fact('10:06', 'ticket.merged', ...merged('09:20'))
  const other = story.fact('10:05', 'ticket.merged', ...merged('09:20')).fact('10:06', 'ticket.merged', ...merged('09:40'))
  for (const told of [one, other]) assert.equal(told.says('repair', '10:10'), 'open due 13:20')
})

test('a pause goes on in a clock that begins earlier, and is counted out of it once', () => {
  const story = given({ promises: { repair }, reasons: deferred })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'ticket.paused', { reason: 'deferred' })
    .fact('10:20', 'ticket.merged', ...merged('09:30'))
    .fact('10:40', 'ticket.resumed', {})
  assert.equal(story.says('repair', '11:00'), 'open due 14:00')
  assert.equal(story.obligation('repair', '11:00').pausedMs, 30 * 60_000)
})

test('a merger that is declared void gives the clock its own beginning back', () => {
  const story = given({ promises: { repair } })
    .fact('10:00', 'ticket.reported')
    .fact('10:05', 'ticket.merged', merged('09:30')[0], { ...merged('09:30')[1], id: 'm' })
    .fact('10:10', 'fact.voided', { of: 'm', reason: 'not the same' })
  assert.equal(story.says('repair', '10:20'), 'open due 14:00')
})

test('a ticket that was split off owes from when the other was reported; that one does not hear of it', () => {
  const off = given({ promises: { repair } })
    .fact('10:00', 'ticket.reported')
    .fact('10:00', 'ticket.split', ...split('08:30'))
  assert.equal(off.says('repair', '10:10'), 'open due 12:30')
  const origin = given({ promises: { repair } })
    .fact('10:00', 'ticket.reported')
    .fact('10:30', 'ticket.split', { from: 'ticket/T1', since: at('08:30') }, { subject: 'ticket/T9', also: ['ticket/T1'] })
  assert.equal(origin.says('repair', '10:40'), 'open due 14:00')
})

test('clocks of a reopening, of a later event or started anew by a regrade keep their own beginning', () => {
  const text = {
    promises: {
      repair: { ...repair, within: { by: 'grade', major: '2h', general: '8h' }, regrade: 'restart' },
      report: { starts: 'visit.arrived', keptBy: 'report.delivered', within: '2h' },
    },
    grades: ['major', 'general'],
  } as const
  const story = given(text)
    .fact('10:00', 'ticket.reported', { grade: 'general' })
    .fact('10:10', 'visit.arrived')
    .fact('11:00', 'ticket.graded', { grade: 'major' })
    .fact('11:10', 'ticket.merged', ...merged('09:00'))
  assert.equal(story.says('repair', '11:20'), 'open due 13:00')
  assert.equal(story.says('report', '11:20'), 'open due 12:10')
  const again = given({ promises: { repair } })
    .fact('10:00', 'ticket.reported')
    .fact('10:30', 'ticket.restored')
    .fact('11:00', 'ticket.reopened')
    .fact('11:10', 'ticket.merged', ...merged('09:00'))
  assert.equal(again.says('repair', '11:20'), 'open due 15:00')
})

test('stored step by step, a merged story says what it says when told at once', () => {
  const story = given({ promises: { reply, repair } })
    .fact('10:00', 'ticket.reported')
    .fact('10:05', 'ticket.merged', ...merged('09:45'))
    .fact('10:12', 'ticket.replied')
  const seen = story.seen('12:00').obligations.map((one) => [one.promise, one.state, one.dueAt])
  const { obligations } = story.replayed('12:00')
  assert.deepEqual(
    obligations.map((one) => [one.promise, one.state, one.dueAt]),
    seen,
  )
  assert.deepEqual(story.beliefs('12:00'), [
    '10:00 reply open',
    '10:00 repair open',
    '10:05 reply open',
    '10:05 repair open',
    '10:12 reply kept',
  ])
})
