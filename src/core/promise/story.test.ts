import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Story } from './given.testing.ts'
import { badgeOf } from './badge.ts'
import { at, clockOf, given } from './given.testing.ts'
import { nextWake, wake } from './record.ts'

/** A two-year service plan of an equipment vendor, as far as a ticket carries it. */
const twoYears = given({
  reasons: { 'customer-deferred': { name: '客户改期', evidence: true, notice: 'customer', limit: '5d' }, 'spare-wait': { name: '等备件' } },
  promises: {
    reply: { title: '电话答复', starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min', target: '10min' },
    arrive: {
      title: '到场',
      starts: 'ticket.reported',
      keptBy: 'visit.arrived',
      within: '24h',
      unless: 'remote.solved',
      onBroken: [{ escalate: 'service-manager' }],
    },
    repair: {
      title: '修复',
      starts: 'arrive.done',
      keptBy: 'ticket.restored',
      within: { by: 'grade', major: '8h', general: '4h' },
      pauses: ['customer-deferred', 'spare-wait'],
      onBroken: [{ escalate: 'service-manager' }, { escalate: 'senior-management' }],
    },
    loaner: { title: '备机', starts: 'arrive.done + 8h', keptBy: 'loan.delivered', within: '48h', unless: 'ticket.restored' },
    callback: { title: '回访', starts: 'ticket.closed', keptBy: 'callback.made', within: '3d' },
  },
}).fact('09:00', 'ticket.reported', { type: 'fault', grade: 'general' })

/** Promise, state and due or verdict instant of everything that can be seen. */
function board(story: Story, when: string): string[] {
  return story.seen(when).obligations.map((one) => `${one.promise} ${story.says(one.promise, when)}`)
}

test('two clocks run at the report, two wait for what comes', () => {
  assert.deepEqual(board(twoYears, '09:05'), ['reply open due 09:30', 'arrive open due 10-01 09:00'])
})

test('a reply at twenty-nine minutes is kept with one minute left', () => {
  const story = twoYears.fact('09:29', 'ticket.replied')
  const one = story.obligation('reply', '09:40')
  assert.equal(badgeOf(one, at('09:40'), 'zh-CN').words, '提前 1 分')
  assert.equal(one.why.leftMs, 60_000)
  assert.equal(clockOf(one.targetAt), '09:10')
})

test('the arrival breaks at its due instant, escalates once, and a late arrival starts the repair clock', () => {
  const story = twoYears.fact('09:29', 'ticket.replied').fact('10-01 11:30', 'visit.arrived')
  assert.deepEqual(story.beliefs('10-01 12:00'), [
    '09:00 reply open',
    '09:00 arrive open',
    '09:29 reply kept',
    '10-01 09:00 arrive broken',
    '10-01 11:30 arrive broken',
    '10-01 11:30 repair open',
  ])
  assert.deepEqual(
    story.replayed('10-01 12:00').effects.map((one) => `${one.kind} ${one.promise} ${one.to} ${clockOf(one.at)}`),
    ['escalate arrive service-manager 10-01 09:00'],
  )
  assert.equal(story.says('repair', '10-01 12:00'), 'open due 10-01 15:30')
})

test('a breach may go up two steps at once, each step one message', () => {
  const story = twoYears.fact('10:00', 'visit.arrived')
  const { effects } = story.replayed('15:00')
  assert.deepEqual(
    effects.map((one) => one.to),
    ['service-manager', 'senior-management'],
  )
  assert.equal(new Set(effects.map((one) => one.key)).size, 2)
})

test('a remote solution calls the arrival off, and with it everything that would have followed', () => {
  const story = twoYears
    .fact('09:20', 'ticket.replied')
    .fact('10:00', 'remote.solved')
    .fact('10:01', 'ticket.restored')
    .fact('10:10', 'ticket.closed')
  assert.deepEqual(board(story, '10-01 12:00'), ['reply kept at 09:20', 'arrive cancelled', 'callback open due 10-04 00:00'])
})

test('a visit that the customer puts off pauses the repair only once the customer was told and it is proved', () => {
  const asked = twoYears.fact('10:00', 'visit.arrived').fact('11:00', 'ticket.paused', { reason: 'customer-deferred' })
  assert.equal(asked.says('repair', '11:30'), 'open due 14:00')
  const proved = asked.fact('11:30', 'ticket.paused', { reason: 'customer-deferred', evidence: 'message-12' })
  assert.equal(proved.says('repair', '11:45'), 'open due 14:00')
  const told = proved.fact('12:00', 'notice.delivered', { reason: 'customer-deferred', to: 'customer' })
  assert.equal(told.says('repair', '13:00'), 'paused due 15:00')
  assert.equal(told.fact('16:00', 'ticket.resumed').says('repair', '16:30'), 'open due 18:00')
})

test('the loaner clock starts eight hours after the arrival, unless all is well by then', () => {
  const story = twoYears.fact('10:00', 'visit.arrived')
  assert.equal(story.says('loaner', '18:00'), 'open due 10-02 18:00')
  assert.equal(story.fact('20:00', 'ticket.restored').says('loaner', '21:00'), 'cancelled')
  assert.equal(story.fact('20:00', 'loan.delivered').says('loaner', '21:00'), 'kept at 20:00')
})

test('the grade moves the running clock, and a pause for spare parts is kept', () => {
  const story = twoYears
    .fact('10:00', 'visit.arrived')
    .fact('11:00', 'ticket.paused', { reason: 'spare-wait' })
    .fact('12:00', 'ticket.resumed')
    .fact('12:30', 'ticket.graded', { grade: 'major', by: 'staff' })
  assert.equal(story.says('repair', '13:00'), 'open due 19:00')
})

test('a reply recorded two hours late turns nothing until a second person approves, then both verdicts stand in the record', () => {
  const proof = { reason: 'phone was flat', evidence: 'call-record-8' }
  const late = twoYears.fact('09:20', 'ticket.replied', proof, { recorded: '11:20', source: 'hand', by: 'lin', id: 'late' })
  assert.equal(late.obligation('reply', '11:30').state, 'broken')
  const approved = late.fact('11:40', 'fact.approved', { of: 'late' }, { by: 'wang' })
  assert.equal(approved.says('reply', '12:00'), 'kept at 09:20')
  const lines = approved.beliefs('12:00').filter((line) => line.includes('reply'))
  assert.deepEqual(lines, ['09:00 reply open', '09:30 reply broken', '11:20 reply broken', '11:40 reply kept'])
})

test('a second fault on the same ticket is a new episode with clocks of its own', () => {
  const story = twoYears
    .fact('09:10', 'ticket.replied')
    .fact('10:00', 'visit.arrived')
    .fact('12:00', 'ticket.restored')
    .fact('13:00', 'ticket.closed')
    .fact('15:00', 'ticket.reopened')
  assert.equal(story.says('reply', '15:10'), 'open due 15:30')
  assert.equal(story.says('arrive', '15:10'), 'open due 10-01 15:00')
  assert.equal(story.says('repair', '15:10'), 'kept at 12:00')
  const again = story.fact('16:00', 'visit.arrived')
  assert.equal(again.says('repair', '16:10'), 'open due 20:00')
  assert.equal(again.obligation('repair', '16:10').episode, 2)
})

test('the record wakes for each thing that comes by itself, in its order, and then sleeps', () => {
  let { record } = twoYears.fact('10:00', 'visit.arrived').replayed('10:00')
  const wakes: string[] = []
  for (let next = nextWake(record); next !== undefined; next = nextWake(record)) {
    const woken = wake(twoYears.bound, record, next)
    wakes.push(`${clockOf(next)} ${woken.beliefs.map((line) => `${line.promise} ${line.state}`).join(', ')}`)
    record = woken.record
  }
  assert.deepEqual(wakes, ['14:00 repair broken', '18:00 loaner open', '10-02 18:00 loaner broken'])
})

test('a corrected arrival moves the repair clock that hangs on it, and escalates nothing twice', () => {
  const story = twoYears.fact('10-01 10:00', 'visit.arrived', {}, { id: 'v', by: 'lin' })
  const earlier = { of: 'v', field: 'occurredAt', from: '2026-10-01T10:00:00+08:00', to: '2026-10-01T09:30:00+08:00', reason: 'gate book' }
  const corrected = story.fact('10-01 10:30', 'fact.corrected', earlier, { by: 'wang' })
  assert.equal(corrected.says('arrive', '10-01 11:00'), 'broken at 10-01 09:00 done 10-01 09:30')
  assert.equal(corrected.says('repair', '10-01 11:00'), 'open due 10-01 13:30')
  assert.deepEqual(
    corrected.replayed('10-01 11:00').effects.map((one) => one.kind),
    ['escalate'],
  )
})

test('an arrival corrected into time takes the escalation back, and the breach stays readable in the record', () => {
  const story = twoYears.fact('10-01 10:00', 'visit.arrived', {}, { id: 'v', by: 'lin' })
  const inTime = { of: 'v', field: 'occurredAt', from: '2026-10-01T10:00:00+08:00', to: '2026-10-01T08:30:00+08:00', reason: 'gate book' }
  const corrected = story.fact('10-01 10:30', 'fact.corrected', inTime, { by: 'wang' })
  assert.equal(corrected.says('arrive', '10-01 11:00'), 'kept at 10-01 08:30')
  assert.deepEqual(
    corrected.replayed('10-01 11:00').effects.map((one) => `${one.kind} ${one.promise}`),
    ['escalate arrive', 'withdraw arrive'],
  )
  assert.ok(corrected.beliefs('10-01 11:00').includes('10-01 09:00 arrive broken'))
})

test('a phone that was offline reports late: no approval is needed, the device is the witness', () => {
  const story = twoYears.fact('10-01 08:55', 'visit.arrived', {}, { recorded: '10-01 14:00', source: 'device', by: 'lin' })
  assert.equal(story.says('arrive', '10-01 13:59'), 'broken at 10-01 09:00')
  assert.equal(story.says('arrive', '10-01 14:00'), 'kept at 10-01 08:55')
  assert.equal(story.says('repair', '10-01 14:00'), 'broken at 10-01 12:55')
})

test('a field report with a conflict counts, and shows the conflict', () => {
  const story = twoYears
    .fact('10:00', 'ticket.cancelled')
    .fact('10:30', 'ticket.reopened')
    .fact('11:00', 'visit.arrived', { conflict: 'cancelled-before' })
  const one = story.obligation('arrive', '12:00')
  assert.equal(one.state, 'kept')
  assert.ok(one.why.notes.some((note) => note.kind === 'conflict' && note.params.conflict === 'cancelled-before'))
})
