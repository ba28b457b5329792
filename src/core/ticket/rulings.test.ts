import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from './given.testing.ts'
import { MINUTE, NINE, given } from './given.testing.ts'

const LATE: Told = {
  name: 'reply',
  channel: 'phone',
  summary: '已联系',
  occurredAt: NINE + MINUTE,
  lateReason: '在现场',
  lateEvidence: '通话清单',
}

/** A ticket with a reply entered two hours late by 许静怡: fact f2. */
function backfilled() {
  const scene = given('report')
  scene.story.now = NINE + 120 * MINUTE
  const { decision } = scene.when(LATE)
  assert.ok(decision.ok)
  return scene
}

const GU = { person: { id: 'gu', role: 'service-manager' } }

// Approving -----------------------------------------------------------------------------------------------------------------

test('a back-filled entry is approved by another person, once', () => {
  backfilled().when({ name: 'approve', of: 'f2' }).refused('approve-same-person')
  const scene = backfilled()
  const fact = scene.when({ name: 'approve', of: 'f2' }, GU).becomes('fact.approved', { of: 'f2' })
  assert.equal(fact.by, 'gu')
  scene.when({ name: 'approve', of: 'f2' }, GU).refused('approve-done-already', 'of')
})

test('what was entered in time, or by the telephone system, needs no approval', () => {
  given('report', 'reply').when({ name: 'approve', of: 'f2' }, GU).refused('approve-not-needed', 'of')
})

test('a correction that moves a time can be approved like a back-filled entry', () => {
  const scene = given('report', 'reply')
  scene
    .when({ name: 'correct', of: 'f2', field: 'occurredAt', from: NINE + MINUTE, to: NINE + 30_000, reason: '看错表' })
    .becomes('fact.corrected')
  scene.when({ name: 'approve', of: 'f3' }, GU).becomes('fact.approved', { of: 'f3' })
})

test('a correction of something else than a time needs no approval, nor does a fact that merely has such a field', () => {
  const scene = given('report', { name: 'correct', of: 'f1', field: 'channel', from: 'phone', to: 'mail', reason: '选错' }, 'assign')
  scene.when({ name: 'approve', of: 'f2' }, GU).refused('approve-not-needed', 'of')
})

test('only facts of this ticket are spoken of', () => {
  given('report').when({ name: 'approve', of: 'f99' }, GU).refused('fact-missing', 'of')
  given('report').when({ name: 'void', of: 'f1', reason: '重复' }, { facts: [] }).refused('fact-missing', 'of')
})

test('a statement about a fact speaks about everything that the fact speaks about', () => {
  const scene = given('report', 'arrive')
  const [, arrived] = scene.story.facts
  const fact = scene.when({ name: 'void', of: arrived!.id, reason: '记错单' }).becomes('fact.voided')
  assert.ok(fact.also.includes(arrived!.subject))
  assert.equal(fact.subject, 'ticket/T1')
})

// Correcting ---------------------------------------------------------------------------------------------------------------

const correction = (field: string, from: string | number | boolean, to: string | number | boolean) =>
  ({ name: 'correct', of: 'f1', field, from, to, reason: '选错' }) as const

test('a correction names what it says now, what it should say, and why', () => {
  const { becomes, text } = given('report').when(correction('channel', 'phone', 'mail'))
  const { data } = becomes('fact.corrected', { of: 'f1', field: 'channel', from: 'phone', to: 'mail', reason: 'stated' })
  assert.equal(text('reason'), '选错')
  assert.ok(!JSON.stringify(data).includes('选错'))
})

test('two people do not correct past each other: the second one sees what stands', () => {
  const scene = given('report', correction('channel', 'phone', 'mail'))
  scene.when(correction('channel', 'phone', 'portal')).refused('correct-from', 'from')
  scene.when(correction('channel', 'mail', 'portal')).becomes('fact.corrected', { from: 'mail', to: 'portal' })
})

test('whose ticket it is, its number and its contract are no slips of the pen', () => {
  for (const [field, value] of [
    ['customer', 'jinping'],
    ['contract', 'ht-31'],
    ['number', 'GD-2026-000042'],
    ['nonsense', 'x'],
  ] as const) {
    given('report')
      .when(correction(field, value, 'other'))
      .refused('correct-field', 'field')
  }
})

test('a correction is of the same kind, brings something new, and is no free text', () => {
  given('report')
    .when(correction('channel', 'phone', 'phone'))
    .refused('correct-same', 'to')
  given('report')
    .when(correction('channel', 'phone', 7))
    .refused('correct-kind', 'to')
  given('report')
    .when(correction('channel', 'phone', '客户郑工的手机'))
    .refused('correct-kind', 'to')
  given('report')
    .when({ ...correction('channel', 'phone', 'mail'), to: null })
    .refused('correct-kind', 'to')
  given('report', 'pause')
    .when({ ...correction('evidence', 'x', 'y'), of: 'f2' })
    .refused('correct-field', 'field')
  given('report')
    .when({ ...correction('channel', 'phone', 'mail'), reason: ' ' })
    .refused('correct-reason', 'reason')
})

test('a time is not corrected into the future or into another decade, nor a statement about a fact corrected at all', () => {
  given('report')
    .when(correction('occurredAt', NINE, NINE + 60 * MINUTE))
    .refused('in-future', 'to')
  given('report')
    .when(correction('occurredAt', NINE, 0))
    .refused('long-ago', 'to')
  const scene = given('report', correction('channel', 'phone', 'mail'))
  scene.when({ ...correction('field', 'channel', 'type'), of: 'f2' }).refused('correct-field', 'field')
})

test('the ticket is what it would be had the fact always read so', () => {
  const { state } = given('report', correction('customerGrade', 'general', 'major'), correction('site', 'main', 'east')).story
  assert.equal(state.customerGrade, 'major')
  assert.equal(state.site, 'east')
  assert.equal(
    given('report', 'assign', { name: 'correct', of: 'f2', field: 'person', from: 'lin', to: 'shen', reason: '点错人' }).story.state
      .assignee,
    'shen',
  )
})

test('the type of a ticket, its channel, zone and time may be put right', () => {
  const { state } = given(
    'report',
    correction('type', 'fault', 'adjustment'),
    correction('channel', 'phone', 'mail'),
    correction('zone', 'city', 'county'),
    correction('occurredAt', NINE, NINE - MINUTE),
  ).story
  assert.equal(state.type, 'adjustment')
  assert.equal(state.channel, 'mail')
  assert.equal(state.dimensions.zone, 'county')
  assert.equal(state.reportedAt, NINE - MINUTE)
})

test('a correction of what was overtaken since changes nothing that came after', () => {
  const { state } = given(
    'report',
    'assign',
    { name: 'assign', person: 'shen' },
    { name: 'correct', of: 'f2', field: 'person', from: 'lin', to: 'luo', reason: '点错人' },
  ).story
  assert.equal(state.assignee, 'shen')
})

test('a ticket that is called a consultation afterwards was settled by its answer', () => {
  const { state } = given('report', 'answer', correction('type', 'fault', 'consultation')).story
  assert.equal(state.phase, 'restored')
})

// Voiding ------------------------------------------------------------------------------------------------------------------

const voided = (of: string) => ({ name: 'void', of, reason: '记错单' }) as const

test('a void restoration puts the ticket back to work', () => {
  const { state } = given('report', 'assign', 'restore', voided('f3')).story
  assert.equal(state.phase, 'working')
  assert.equal(state.restoredAt, undefined)
  assert.equal(state.assignee, 'lin')
})

test('a void grade brings the one before back', () => {
  const { state } = given(
    'report',
    { name: 'grade', grade: 'general' },
    { name: 'grade', grade: 'major', reason: '无备用' },
    voided('f3'),
  ).story
  assert.equal(state.grade, 'general')
})

test('a void assignment leaves the ticket to nobody', () => {
  const { state } = given('report', 'assign', voided('f2')).story
  assert.equal(state.assignee, undefined)
  assert.equal(state.phase, 'reported')
})

test('a void resumption lets the pause run on', () => {
  assert.equal(given('report', 'pause', 'resume', voided('f3')).story.state.waiting.length, 1)
})

test('a void closing of a ticket opens it as it was', () => {
  const { state } = given('report', 'restore', 'confirm', 'close', voided('f4')).story
  assert.equal(state.phase, 'confirmed')
  assert.equal(state.closedAt, undefined)
})

test('a void reopening takes the new episode with it', () => {
  const { state } = given('report', 'restore', 'reopen', voided('f3')).story
  assert.equal(state.episode, 1)
  assert.equal(state.phase, 'restored')
  assert.equal(state.restoredAt, NINE + MINUTE)
})

test('who was told of an escalation, and who took it on, is neither void nor corrected', () => {
  const scene = given('report')
  const told = { type: 'escalation.told', occurredAt: NINE, recordedAt: NINE, source: 'system', data: { rung: 0, people: ['gu'] } } as const
  scene.story.facts.push({ ...told, id: 'e1', seq: 99, subject: scene.story.facts[0]!.subject, also: [] })
  scene.when(voided('e1')).refused('ruled-escalation', 'of')
  scene.when({ name: 'correct', of: 'e1', field: 'rung', from: 0, to: 1, reason: '点错' }).refused('ruled-escalation', 'of')
})

test('a report is never void, a fact not void twice, and void is not said without a reason', () => {
  given('report').when(voided('f1')).refused('void-report', 'of')
  given('report', 'reply', voided('f2')).when(voided('f2')).refused('fact-voided-already', 'of')
  given('report', 'reply', voided('f2'))
    .when({ name: 'correct', of: 'f2', field: 'channel', from: 'phone', to: 'mail', reason: '选错' })
    .refused('fact-voided-already', 'of')
  given('report', 'reply')
    .when({ ...voided('f2'), reason: '' })
    .refused('void-reason', 'reason')
})

test('a note that is void changes nothing of the ticket', () => {
  const before = given('report', 'note').story.state
  assert.deepEqual(given('report', 'note', voided('f2')).story.state, before)
})

// Waiving and excusing -------------------------------------------------------------------------------------------------------

test('a waiver carries the role, and that reason and evidence were given', () => {
  const { becomes, text } = given('report').when('waive')
  const { data } = becomes('obligation.waived', { promise: 'arrive', episode: 1, role: 'service-manager', evidence: true })
  assert.ok(!JSON.stringify(data).includes('邮件'))
  assert.equal(text('reason'), '客户同意改日')
  assert.equal(text('evidence'), '邮件')
})

test('an excuse is a reason that the clause itself accepts', () => {
  given('report').when('excuse').becomes('obligation.excused', { promise: 'arrive', reason: 'weather', evidence: true })
  given('report')
    .when({ name: 'excuse', promise: 'arrive', reason: 'customer-deferred', evidence: '邮件' })
    .refused('excuse-reason-unknown', 'reason')
})

test('only a promise of the plan that is open or broken on this ticket can be waived', () => {
  given('report').when({ name: 'waive', promise: 'sing', reason: '-', evidence: '-' }).refused('waive-promise-unknown', 'promise')
  given('report').when('waive', { plan: undefined }).refused('waive-promise-unknown', 'promise')
  given('report').when('waive', { obligations: [] }).refused('waive-not-open', 'promise')
  for (const state of ['kept', 'excused', 'cancelled'] as const)
    given('report')
      .when('waive', { obligations: [{ promise: 'arrive', episode: 1, state }] })
      .refused('waive-settled', 'promise')
  for (const state of ['open', 'paused', 'broken'] as const)
    given('report')
      .when('waive', { obligations: [{ promise: 'arrive', episode: 1, state }] })
      .becomes('obligation.waived')
})

test('the episode that is waived is the one named', () => {
  const obligations = [
    { promise: 'arrive', episode: 1, state: 'kept' },
    { promise: 'arrive', episode: 2, state: 'broken' },
  ] as const
  given('report').when('waive', { obligations }).refused('waive-settled', 'promise')
  given('report')
    .when({ name: 'waive', promise: 'arrive', episode: 2, reason: '客户同意', evidence: '邮件' }, { obligations })
    .becomes('obligation.waived', { episode: 2 })
})

test('no waiver without reason and evidence', () => {
  given('report').when({ name: 'waive', promise: 'arrive', reason: ' ', evidence: '邮件' }).refused('waive-reason', 'reason')
  given('report').when({ name: 'waive', promise: 'arrive', reason: '客户同意', evidence: '' }).refused('waive-evidence', 'evidence')
})

test('a promise may be waived after the ticket was closed: the verdict is talked about later', () => {
  given('report', 'restore', 'confirm', 'close').when('waive').becomes('obligation.waived')
})
