import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf, given } from './given.testing.ts'

const reply = { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min' } as const
const opened = given({ promises: { reply } }).fact('10:00', 'ticket.reported')

test('a reply in time keeps the promise, with the minutes that were left', () => {
  const story = opened.fact('10:29', 'ticket.replied')
  assert.equal(story.says('reply', '11:00'), 'kept at 10:29')
  const { why, evidence } = story.obligation('reply', '11:00')
  assert.equal(why.leftMs, 60_000)
  assert.deepEqual(evidence, ['f2'])
})

test('a fact at the due instant keeps the promise', () => {
  assert.equal(opened.fact('10:30', 'ticket.replied').says('reply', '10:30'), 'kept at 10:30')
})

test('one millisecond later the promise is broken, at its due time and not when somebody noticed', () => {
  const story = opened.fact('10:30:00.001', 'ticket.replied')
  assert.equal(story.says('reply', '12:00'), 'broken at 10:30 done 10:30:00.001')
})

test('before the due instant the clock is open, at it without a fact it is broken', () => {
  assert.equal(opened.says('reply', '10:29:59.999'), 'open due 10:30')
  assert.equal(opened.says('reply', '10:30'), 'broken at 10:30')
})

test('done after the breach stays broken and says when it was done', () => {
  assert.equal(opened.fact('12:00', 'ticket.replied').says('reply', '13:00'), 'broken at 10:30 done 12:00')
})

test('at one instant kept comes before cancelled, whatever the ledger order', () => {
  assert.equal(opened.fact('10:10', 'ticket.cancelled').fact('10:10', 'ticket.replied').says('reply', '11:00'), 'kept at 10:10')
  assert.equal(opened.fact('10:10', 'ticket.replied').fact('10:10', 'ticket.cancelled').says('reply', '11:00'), 'kept at 10:10')
})

test('at one instant excused comes before cancelled and cancelled before the breach', () => {
  const waiver = { promise: 'reply', reason: 'storm', evidence: 'notice-7', role: 'service-manager' }
  assert.equal(opened.fact('10:30', 'ticket.cancelled').says('reply', '11:00'), 'cancelled')
  assert.equal(opened.fact('10:30', 'ticket.cancelled').fact('10:30', 'obligation.waived', waiver).says('reply', '11:00'), 'excused')
})

test('a cancellation after the verdict leaves the verdict alone', () => {
  assert.equal(opened.fact('10:10', 'ticket.replied').fact('10:20', 'ticket.cancelled').says('reply', '11:00'), 'kept at 10:10')
  assert.equal(opened.fact('10:40', 'ticket.cancelled').says('reply', '11:00'), 'broken at 10:30')
})

test('a cancelled ticket opens nothing more', () => {
  const story = given({ promises: { reply, survey: { starts: 'ticket.restored', keptBy: 'survey.answered', within: '1d' } } })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'ticket.cancelled')
    .fact('10:20', 'ticket.restored')
  assert.equal(story.says('survey', '11:00'), 'none')
})

test('a clause may start with the cancellation itself', () => {
  const story = given({
    promises: {
      reply,
      confirm: { starts: 'ticket.cancelled', keptBy: 'notice.delivered', within: '1h' },
      again: { starts: 'reply.cancelled', keptBy: 'callback.made', within: '2h' },
    },
  })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'ticket.cancelled')
  assert.equal(story.says('confirm', '10:30'), 'open due 11:10')
  assert.equal(story.says('again', '10:30'), 'open due 12:10')
})

test('the absorbed ticket of a merger has its open clocks cancelled, the one that lives on keeps them', () => {
  assert.equal(opened.fact('10:10', 'ticket.merged', { into: 'ticket/T9' }, { also: ['ticket/T9'] }).says('reply', '11:00'), 'cancelled')
  assert.equal(
    opened.fact('10:10', 'ticket.merged', { into: 'ticket/T1' }, { subject: 'ticket/T7', also: ['ticket/T1'] }).says('reply', '10:20'),
    'open due 10:30',
  )
})

test('unless ends an open clock as cancelled', () => {
  const story = given({
    promises: { arrive: { starts: 'ticket.reported', keptBy: 'visit.arrived', within: '24h', unless: 'remote.solved' } },
  }).fact('10:00', 'ticket.reported')
  assert.equal(story.fact('11:00', 'remote.solved').says('arrive', '12:00'), 'cancelled')
  assert.equal(story.fact('11:00', 'visit.arrived').fact('12:00', 'remote.solved').says('arrive', '13:00'), 'kept at 11:00')
})

test('a waiver before the breach excuses, after it excuses and the breach stays on the record', () => {
  const waiver = { promise: 'reply', reason: 'storm', evidence: 'notice-7', role: 'service-manager' }
  assert.equal(opened.fact('10:10', 'obligation.waived', waiver).says('reply', '11:00'), 'excused')
  const late = opened.fact('10:40', 'obligation.waived', waiver).obligation('reply', '11:00')
  assert.equal(late.state, 'excused')
  assert.equal(clockOf(late.brokenAt), '10:30')
  assert.equal(clockOf(late.endedAt), '10:40')
})

test('a waiver without role, reason or evidence waives nothing', () => {
  const whole = { promise: 'reply', reason: 'storm', evidence: 'notice-7', role: 'service-manager' }
  for (const missing of ['reason', 'evidence', 'role'] as const) {
    const data = { ...whole, [missing]: '' }
    assert.equal(opened.fact('10:10', 'obligation.waived', data).says('reply', '10:20'), 'open due 10:30', missing)
  }
})

test('an excuse counts for the reasons that the clause names, with the evidence they demand, and only before the breach', () => {
  const story = given({ promises: { reply: { ...reply, excuses: ['storm'] } }, reasons: { storm: { evidence: true }, strike: {} } }).fact(
    '10:00',
    'ticket.reported',
  )
  assert.equal(
    story.fact('10:10', 'obligation.excused', { promise: 'reply', reason: 'storm', evidence: 'n7' }).says('reply', '11:00'),
    'excused',
  )
  assert.equal(story.fact('10:10', 'obligation.excused', { promise: 'reply', reason: 'storm' }).says('reply', '10:20'), 'open due 10:30')
  assert.equal(story.fact('10:10', 'obligation.excused', { promise: 'reply', reason: 'strike' }).says('reply', '10:20'), 'open due 10:30')
  assert.equal(
    story.fact('10:31', 'obligation.excused', { promise: 'reply', reason: 'storm', evidence: 'n7' }).says('reply', '11:00'),
    'broken at 10:30',
  )
})

test('what is promised without a number is measured and never broken', () => {
  const story = given({ promises: { reply: { ...reply, within: 'unstated' } } }).fact('10:00', 'ticket.reported')
  assert.equal(story.says('reply', '10-30 10:00'), 'open due open-ended')
  const done = story.fact('12:00', 'ticket.replied').obligation('reply', '13:00')
  assert.equal(done.state, 'kept')
  assert.equal(done.why.usedMs, 7_200_000)
})

test('a target is shown and never broken', () => {
  const story = given({ promises: { reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', target: '10min' } } }).fact(
    '10:00',
    'ticket.reported',
  )
  const late = story.obligation('reply', '12:00')
  assert.equal(late.state, 'open')
  assert.equal(clockOf(late.targetAt), '10:10')
})

test('office hours run out at closing time, not at the next opening', () => {
  const story = given({ promises: { reply: { ...reply, within: '2h', calendar: 'office' } } }).fact('15:00', 'ticket.reported')
  assert.equal(story.says('reply', '16:00'), 'open due 17:00')
  const evening = given({ promises: { reply: { ...reply, within: '3h', calendar: 'office' } } }).fact('15:00', 'ticket.reported')
  assert.equal(evening.says('reply', '16:00'), 'open due 10-01 10:00')
})

test('civil days do not count the start day and fall due at the end of the day', () => {
  const story = given({ promises: { report: { starts: 'ticket.restored', keptBy: 'report.delivered', within: '3d' } } }).fact(
    '10:00',
    'ticket.restored',
  )
  assert.equal(story.says('report', '11:00'), 'open due 10-04 00:00')
})

test('a due event names the instant, and an announcement that moves it moves the clock', () => {
  const story = given({ promises: { remind: { due: 'event.start - 48h', keptBy: 'notice.delivered' } } }).fact('10:00', 'event.announced', {
    start: '2026-10-09T10:00:00+08:00',
  })
  assert.equal(story.says('remind', '11:00'), 'open due 10-07 10:00')
  const moved = story.fact('12:00', 'event.announced', { start: '2026-10-12T10:00:00+08:00' })
  assert.equal(moved.says('remind', '13:00'), 'open due 10-10 10:00')
  assert.equal(moved.says('remind', '10-11 10:00'), 'broken at 10-10 10:00')
})

test('what waits to begin some hours later never begins once the ticket is cancelled', () => {
  const story = given({ promises: { loaner: { starts: 'visit.arrived + 8h', keptBy: 'loan.delivered', within: '48h' } } })
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'visit.arrived')
  assert.equal(story.says('loaner', '19:00'), 'open due 10-02 19:00')
  const cancelled = story.fact('12:00', 'ticket.cancelled')
  assert.deepEqual(
    cancelled.seen('20:00').obligations.filter(({ promise }) => promise === 'loaner'),
    [],
  )
})

test('an instant that is moved into the past breaks a promise when that is known, and not before', () => {
  const { brokenAt, dueAt } = given({ promises: { remind: { due: 'event.start - 48h', keptBy: 'notice.delivered' } } })
    .fact('10:00', 'event.announced', { start: '2026-10-10T10:00:00+08:00' })
    .fact('10-02 12:00', 'event.announced', { start: '2026-10-03T10:00:00+08:00' })
    .obligation('remind', '10-04 00:00')
  assert.deepEqual([clockOf(dueAt), clockOf(brokenAt)], ['10-01 10:00', '10-02 12:00'])
})

test('an announcement that moves the due time into the past breaks at the announcement', () => {
  const story = given({ promises: { remind: { due: 'event.start - 48h', keptBy: 'notice.delivered' } } }).fact('10:00', 'event.announced', {
    start: '2026-10-01T10:00:00+08:00',
  })
  assert.equal(story.says('remind', '10-01 10:00'), 'broken at 10:00')
})

test('stated travel time adds to the limit, and without it there is no due time yet', () => {
  const text = { promises: { kit: { starts: 'ticket.reported', keptBy: 'visit.arrived', within: 'travel + 2h' } } } as const
  assert.equal(given(text).fact('10:00', 'ticket.reported', { travel: '3h' }).says('kit', '11:00'), 'open due 15:00')
  const later = given(text).fact('10:00', 'ticket.reported').fact('10:30', 'ticket.edited', { travel: '1h' })
  assert.equal(later.says('kit', '10:10'), 'open due open-ended')
  assert.equal(later.says('kit', '10:40'), 'open due 13:00')
})

test('when is judged once, at the opening', () => {
  const text = {
    promises: { reply: { ...reply, when: 'hot' } },
    tests: { hot: (scope: Readonly<Record<string, unknown>>) => scope.type === 'fault' },
  } as const
  assert.equal(given(text).fact('10:00', 'ticket.reported', { type: 'fault' }).says('reply', '10:10'), 'open due 10:30')
  const cold = given(text).fact('10:00', 'ticket.reported', { type: 'advice' })
  assert.equal(cold.says('reply', '10:10'), 'none')
  assert.equal(cold.fact('10:20', 'ticket.reported', { type: 'fault' }).says('reply', '10:21'), 'none')
})

test('where looks into the one fact', () => {
  const text = {
    promises: { loan: { starts: 'ticket.reported', keptBy: 'loan.delivered where good', within: '2h' } },
    tests: { good: (scope: Readonly<Record<string, unknown>>) => scope.class === 'A' },
  } as const
  const story = given(text).fact('10:00', 'ticket.reported')
  assert.equal(story.fact('11:00', 'loan.delivered', { class: 'B' }).says('loan', '11:30'), 'open due 12:00')
  assert.equal(story.fact('11:00', 'loan.delivered', { class: 'A' }).says('loan', '11:30'), 'kept at 11:00')
})

test('a second opening fact changes nothing, the first arrival counts', () => {
  assert.equal(opened.fact('10:20', 'ticket.reported').says('reply', '10:25'), 'open due 10:30')
  assert.equal(opened.fact('10:10', 'ticket.replied').fact('10:20', 'ticket.replied').says('reply', '10:25'), 'kept at 10:10')
})

test('clauses of another owner are not this ticket’s', () => {
  const story = given({ promises: { sign: { starts: 'visit.arrived', keptBy: 'visit.signed', within: '4h', per: 'visit' } } }).fact(
    '10:00',
    'visit.arrived',
    {},
    { subject: 'visit/V1', also: ['ticket/T1'] },
  )
  assert.equal(story.says('sign', '11:00'), 'none')
})
