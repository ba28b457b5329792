import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson } from '../canonical.ts'
import { at, clockOf, given, learned } from './given.testing.ts'
import { standing } from './render.ts'
import { earliestRecordedAt, emptyRecord, learn, lookAt, needsHistory, nextWake, refolded, replay, wake } from './record.ts'

const reply = { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min', onBroken: [{ escalate: 'service-manager' }] } as const
const story = given({ promises: { reply } }).fact('10:00', 'ticket.reported')
const subject = 'ticket/T1'

test('the record says what was believed, from when on, and keeps both verdicts', () => {
  const late = story.fact('10:20', 'ticket.replied', {}, { recorded: '12:00', source: 'phone' })
  assert.deepEqual(late.beliefs('13:00'), ['10:00 reply open', '10:30 reply broken', '12:00 reply kept'])
})

test('a breach escalates once; when a late fact turns it, exactly one withdrawal names the message', () => {
  const late = story.fact('10:20', 'ticket.replied', {}, { recorded: '12:00', source: 'phone' })
  const { effects } = late.replayed('13:00')
  assert.deepEqual(
    effects.map((one) => [one.kind, one.to, clockOf(one.at)]),
    [
      ['escalate', 'service-manager', '10:30'],
      ['withdraw', 'service-manager', '12:00'],
    ],
  )
  assert.equal(effects[1]!.of, effects[0]!.key)
  assert.equal(effects[0]!.key, 'ticket/T1|reply|1|escalate:service-manager')
})

test('a corrected arrival does not escalate twice', () => {
  const late = story
    .fact('11:00', 'ticket.replied', {}, { id: 'r' })
    .fact('12:00', 'fact.corrected', { of: 'r', field: 'occurredAt', to: '2026-09-30T10:50:00+08:00', reason: 'typo' })
  assert.deepEqual(
    late.replayed('13:00').effects.map((one) => one.kind),
    ['escalate'],
  )
})

test('a message that was withdrawn and follows again is sent anew, under a key of its own', () => {
  const back = story
    .fact('10:20', 'ticket.replied', {}, { recorded: '11:00', source: 'phone', id: 'r' })
    .fact('12:00', 'fact.voided', { of: 'r', reason: 'other ticket' })
  const { effects } = back.replayed('13:00')
  assert.deepEqual(
    effects.map((one) => one.kind),
    ['escalate', 'withdraw', 'escalate'],
  )
  assert.equal(new Set(effects.map((one) => one.key)).size, 3)
})

test('a child opened by a verdict that a late fact removes goes with it, and so on down the chain', () => {
  const text = {
    promises: {
      reply,
      sorry: { starts: 'reply.broken', keptBy: 'callback.made', within: '1h' },
      gift: { starts: 'sorry.broken', keptBy: 'notice.delivered', within: '1h' },
    },
  } as const
  const late = given(text).fact('10:00', 'ticket.reported').fact('10:20', 'ticket.replied', {}, { recorded: '12:00', source: 'phone' })
  assert.deepEqual(late.beliefs('13:00').slice(-3), ['12:00 reply kept', '12:00 sorry withdrawn', '12:00 gift withdrawn'])
  assert.deepEqual(
    late.seen('13:00').obligations.map((one) => one.promise),
    ['reply'],
  )
})

test('a reply at the very due instant is never believed late and escalates nothing', () => {
  const exact = story.fact('10:30', 'ticket.noted').fact('10:30', 'ticket.replied')
  assert.deepEqual(exact.beliefs('13:00'), ['10:00 reply open', '10:30 reply kept'])
  assert.deepEqual(exact.replayed('13:00').effects, [])
})

test('nextWake is the next due time, then nothing', () => {
  const first = learned(learn(story.bound, emptyRecord(story.bound, subject), story.facts))
  assert.equal(clockOf(nextWake(first.record)), '10:30')
  const woken = wake(story.bound, first.record, at('10:30'))
  assert.deepEqual(
    woken.beliefs.map((one) => one.state),
    ['broken'],
  )
  assert.equal(nextWake(woken.record), undefined)
  assert.equal(earliestRecordedAt(woken.record), at('10:30') + 1)
})

test('a late fact asks for the history, and changes nothing without it', () => {
  const first = wake(
    story.bound,
    learned(learn(story.bound, emptyRecord(story.bound, subject), [...story.facts, story.fact('11:00', 'ticket.noted').facts[1]!])).record,
    at('12:00'),
  )
  const late = { ...story.fact('10:20', 'ticket.replied', {}, { recorded: '12:30', source: 'phone' }).facts[1]!, id: 'f3', seq: 3 }
  const before = canonicalJson(first.record)
  assert.ok(needsHistory(learn(story.bound, first.record, [late])))
  assert.equal(canonicalJson(first.record), before)
  const done = learned(
    learn(story.bound, first.record, { facts: [late], history: () => [...story.facts, story.fact('11:00', 'ticket.noted').facts[1]!] }),
  )
  assert.equal(done.obligations[0]!.state, 'kept')
})

test('a late waker, an early waker and none at all leave the same record', () => {
  const facts = story.fact('10:40', 'ticket.noted').fact('12:00', 'ticket.replied').facts
  const live = (wakes: readonly string[]) => {
    let result = learned(learn(story.bound, emptyRecord(story.bound, subject), [facts[0]!]))
    const lines = [...result.beliefs]
    for (const when of wakes) lines.push(...(result = wake(story.bound, result.record, at(when))).beliefs)
    for (const fact of facts.slice(1)) lines.push(...(result = learned(learn(story.bound, result.record, [fact]))).beliefs)
    return canonicalJson([result.record, result.obligations, lines])
  }
  assert.equal(live([]), live(['10:30']))
  assert.equal(live([]), live(['10:10', '10:37']))
})

test('an audit refolds from nothing and finds the stored record, byte for byte', () => {
  const facts = story.fact('10:40', 'ticket.noted').fact('10:20', 'ticket.replied', {}, { recorded: '12:00', source: 'phone' }).facts
  const stored = replay(story.bound, facts, at('13:00'))
  const audited = refolded(story.bound, stored.record, facts)
  assert.equal(
    canonicalJson([audited.record, audited.obligations.map(standing)]),
    canonicalJson([stored.record, stored.obligations.map(standing)]),
  )
  const tampered = facts.map((fact) => (fact.type === 'ticket.replied' ? { ...fact, occurredAt: at('10:35') } : fact))
  assert.notEqual(canonicalJson(refolded(story.bound, stored.record, tampered).record), canonicalJson(stored.record))
})

test('a fact announced for later wakes the record when its time comes', () => {
  const ahead = story.fact('10:20', 'ticket.replied', {}, { recorded: '10:10' })
  assert.deepEqual(ahead.beliefs('10:40'), ['10:00 reply open', '10:20 reply kept'])
})

test('the approval of a back-filled fact refolds, and the record keeps both verdicts', () => {
  const proof = { reason: 'forgot', evidence: 'list' }
  const late = story
    .fact('10:20', 'ticket.replied', proof, { recorded: '12:20', source: 'hand', by: 'lin', id: 'r' })
    .fact('12:30', 'fact.approved', { of: 'r' }, { by: 'wang' })
  assert.deepEqual(late.beliefs('13:00'), ['10:00 reply open', '10:30 reply broken', '12:20 reply broken', '12:30 reply kept'])
  assert.deepEqual(
    late.replayed('13:00').effects.map((one) => one.kind),
    ['escalate', 'withdraw'],
  )
})

test('an approval that nobody waits for needs no history', () => {
  const first = learned(learn(story.bound, emptyRecord(story.bound, subject), story.facts))
  const idle = { ...story.fact('10:05', 'fact.approved', { of: 'f1' }).facts[1]! }
  assert.ok(!needsHistory(learn(story.bound, first.record, [idle])))
})

test('a running pause is one line of the record, however often it is looked at', () => {
  const text = given({ promises: { reply: { ...reply, pauses: ['wait'] } }, reasons: { wait: {} } })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'ticket.paused', { reason: 'wait' })
    .fact('10:15', 'ticket.noted')
    .fact('10:20', 'ticket.noted')
    .fact('10:25', 'ticket.resumed')
  assert.deepEqual(text.beliefs('10:30'), ['10:00 reply open', '10:10 reply paused', '10:25 reply open'])
})

test('the record of a long-lived subject does not grow with its facts', () => {
  let long = story.fact('10:10', 'ticket.replied')
  const small = JSON.stringify(long.replayed('11:00').record).length
  for (let index = 0; index < 300; index++) long = long.fact(`11:00:00.${String(index).padStart(3, '0')}`, 'ticket.noted')
  assert.ok(JSON.stringify(long.replayed('12:00').record).length < small * 1.5)
})

test('what time alone moves is no change of an obligation; a fact, a pause or a breach is', () => {
  const text = given({ promises: { reply: { ...reply, within: '4h', pauses: ['wait'] } }, reasons: { wait: {} } })
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
  const standingAt = (when: string) => canonicalJson(text.seen(when).obligations.map(standing))
  assert.equal(standingAt('10:10'), standingAt('10:50'))
  assert.notEqual(standingAt('10:50'), standingAt('11:00'))
  assert.equal(standingAt('11:00'), standingAt('18:00'))
})

test('looking at a record shows the clocks as of now and leaves it as it was', () => {
  const { record } = learned(learn(story.bound, emptyRecord(story.bound, subject), story.facts))
  const before = canonicalJson(record)
  assert.equal(lookAt(story.bound, record, at('10:10')).obligations[0]!.why.usedMs, 600_000)
  assert.equal(lookAt(story.bound, record, at('11:00')).obligations[0]!.state, 'broken')
  // at the due instant itself nothing can keep it any more
  assert.equal(lookAt(story.bound, record, at('10:30')).obligations[0]!.state, 'broken')
  assert.equal(lookAt(story.bound, record, at('10:30') - 1).obligations[0]!.state, 'open')
  assert.equal(canonicalJson(record), before)
})

test('the approval of a correction refolds too', () => {
  const move = { of: 'r', field: 'occurredAt', to: '2026-09-30T10:20:00+08:00', reason: 'typo' }
  const moved = story
    .fact('10:40', 'ticket.replied', {}, { id: 'r', source: 'hand', by: 'lin' })
    .fact('11:00', 'fact.corrected', move, { id: 'c', source: 'hand', by: 'lin' })
    .fact('11:10', 'fact.approved', { of: 'c' }, { by: 'wang' })
  assert.deepEqual(moved.beliefs('11:30').slice(-2), ['10:40 reply broken', '11:10 reply kept'])
})
