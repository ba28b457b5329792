import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommandName } from './command.ts'
import { allowedActions } from './decide.ts'
import { MINUTE, NINE, PLAN, commandOf, given } from './given.testing.ts'
import { COMMANDS, COMMAND_NAMES } from './guards.ts'
import { initialState } from './state.ts'

// Intentions that are refused ---------------------------------------------------------------------------------------------

test('a fault is not closed before it is restored', () => {
  given('report').when('close').refused('not-restored')
  given('report').when('confirm').refused('not-restored')
  given('report').when('refuse').refused('not-restored')
})

test('without the customer’s confirmation closing needs a word of why', () => {
  given('report', 'restore').when({ name: 'close' }).refused('close-unconfirmed', 'note')
  given('report', 'restore').when({ name: 'close', note: '三次电话未接' }).becomes('ticket.closed', { confirmed: false })
  given('report', 'restore', 'confirm').when({ name: 'close' }).becomes('ticket.closed', { confirmed: true })
})

test('a closed ticket takes no work, and says that it can be reopened', () => {
  for (const name of ['assign', 'transfer', 'pause', 'cancel', 'merge', 'grade', 'edit', 'need-visit', 'close', 'accept'] as const) {
    given('report', 'restore', 'confirm', 'close').when(name).refused('is-closed')
  }
})

test('cancelled and merged tickets say so', () => {
  given('report', 'cancel').when('assign').refused('is-cancelled')
  given('report', 'merge').when('assign').refused('is-merged')
  given('report', 'merge').when('reopen').refused('is-merged')
})

test('a restored ticket is not sent out again before it is reopened or refused', () => {
  for (const name of ['assign', 'transfer', 'pause', 'cancel', 'merge', 'need-visit', 'accept'] as const)
    given('report', 'restore').when(name).refused('is-restored')
  given('report', 'restore', 'refuse').when('assign').becomes('ticket.assigned')
})

test('what is still being worked on is not reopened, what is accepted not accepted again, what is confirmed not confirmed again', () => {
  given('report').when('reopen').refused('still-open')
  given('report', 'accept').when('accept').refused('accepted-already')
  given('report', 'restore', 'confirm').when('confirm').refused('confirmed-already')
})

test('whoever is on site is not called back by a cancellation', () => {
  given('report', 'arrive').when('cancel').refused('cancel-on-site')
  given('report', 'arrive').when('merge').refused('cancel-on-site')
  given('report', 'arrive', 'finish-visit').when('cancel').becomes('ticket.cancelled')
})

test('a ticket is not closed while somebody is on site', () => {
  given('report', 'arrive', 'restore', 'confirm').when('close').refused('close-visit-open')
  given('report', 'arrive', 'restore', 'confirm', 'finish-visit').when('close').becomes('ticket.closed')
})

test('the same engineer is not assigned twice, the same team not asked twice', () => {
  given('report', 'assign').when('assign').refused('assign-same', 'person')
  given('report', 'assign').when({ name: 'assign', person: 'shen' }).becomes('ticket.assigned', { person: 'shen', from: 'lin' })
  given('report', 'transfer').when('transfer').refused('transfer-same', 'team')
})

test('another team finds its own engineer', () => {
  assert.equal(given('report', 'assign', 'transfer').story.state.assignee, undefined)
})

test('a ticket is merged into an open ticket of the same customer, not into itself', () => {
  given('report').when({ name: 'merge', into: 'T1', reason: '重复' }).refused('merge-itself', 'into')
  given('report').when({ name: 'merge', into: 'T2', reason: ' ' }).refused('note-empty', 'reason')
  given('report').when('merge', { into: undefined }).refused('merge-missing', 'into')
  given('report')
    .when('merge', { into: { subject: 'ticket/T2', phase: 'accepted', customer: 'xingye' } })
    .refused('merge-other-customer', 'into')
  given('report')
    .when('merge', { into: { subject: 'ticket/T2', phase: 'closed', customer: 'jinping' } })
    .refused('merge-ended', 'into')
  const fact = given('report').when('merge').becomes('ticket.merged', { into: 'ticket/T2' })
  assert.ok(fact.also.includes('ticket/T2'), 'the ticket that lives on hears of it')
})

// What is reported to have happened -----------------------------------------------------------------------------------------

const CLOSED = ['report', 'restore', 'confirm', 'close'] as const

test('what the field reports is never refused, whatever the ticket says: it is marked', () => {
  const reports = COMMAND_NAMES.filter((name) => COMMANDS[name].kind === 'report')
  assert.ok(reports.includes('arrive') && reports.includes('restore') && reports.includes('finish-visit'))
  for (const name of reports) {
    const { decision, story } = given(...CLOSED).when(name)
    assert.ok(decision.ok, name)
    assert.equal(story.facts.at(-1)?.data.conflict, 'closed-before', name)
    assert.equal(story.state.phase, 'closed', name)
  }
})

test('an arrival entered after the ticket was closed, but made before, is marked as learned meanwhile', () => {
  given(...CLOSED)
    .when({ name: 'arrive', occurredAt: NINE + MINUTE })
    .becomes('visit.arrived', { conflict: 'closed-meanwhile' })
})

test('contradictions are named', () => {
  given('report', 'cancel').when('arrive').becomes('visit.arrived', { conflict: 'cancelled-before' })
  given('report', 'merge').when('restore').becomes('ticket.restored', { conflict: 'merged-before' })
  given('report', 'restore').when('restore').becomes('ticket.restored', { conflict: 'restored-already' })
  given('report').when('finish-visit').becomes('visit.done', { conflict: 'not-arrived' })
  given('report').when('remote-solve').becomes('remote.solved', { conflict: 'remote-not-started' })
  given('report')
    .when({ name: 'arrive', occurredAt: NINE - MINUTE })
    .becomes('visit.arrived', { conflict: 'before-report' })
})

test('what fits carries no mark', () => {
  for (const name of ['reply', 'arrive', 'restore', 'remote-start', 'judge'] as const) {
    const { story } = given('report', name)
    assert.equal(story.facts.at(-1)?.data.conflict, undefined, name)
  }
})

// When it happened -----------------------------------------------------------------------------------------------------------

test('nothing happens in the future', () => {
  for (const name of ['reply', 'assign', 'arrive'] as const) {
    given('report')
      .when({ ...commandOf(name), occurredAt: NINE + 60 * MINUTE })
      .refused('in-future', 'occurredAt')
  }
})

test('nothing is told of more than ten years later: such a time is a slip of the year', () => {
  const years = (count: number) => NINE - Math.floor(count * 365.25) * 24 * 60 * MINUTE
  const told = { lateReason: '补录', lateEvidence: '通话清单' }
  for (const occurredAt of [0, years(10.1)])
    given()
      .when({ ...commandOf('report'), ...told, occurredAt })
      .refused('long-ago', 'occurredAt')
  given()
    .when({ ...commandOf('report'), ...told, occurredAt: years(9.9) })
    .becomes('ticket.reported')
  given()
    .when({ ...commandOf('report'), ...told, occurredAt: years(12) }, { source: 'import' })
    .becomes('ticket.reported')
  given('report')
    .when({ ...commandOf('arrive'), ...told, occurredAt: 0 })
    .refused('long-ago', 'occurredAt')
})

test('nobody intends anything about a ticket before it was reported', () => {
  given('report')
    .when({ name: 'assign', person: 'lin', occurredAt: NINE - MINUTE })
    .refused('before-report', 'occurredAt')
})

const LATE = { name: 'reply', channel: 'phone', summary: '已联系', occurredAt: NINE + 5 * MINUTE } as const

function afterwards(minutes: number) {
  const scene = given('report')
  scene.story.now = NINE + minutes * MINUTE
  return scene
}

test('ten minutes late is in time, a millisecond more is a back-filled entry', () => {
  afterwards(15).when(LATE).becomes('ticket.replied')
  const scene = afterwards(15)
  scene.story.now += 1
  scene.when(LATE).refused('late-reason', 'lateReason')
})

test('a back-filled entry names its reason, then its evidence; the words stand beside it', () => {
  afterwards(125).when(LATE).refused('late-reason', 'lateReason')
  afterwards(125)
    .when({ ...LATE, lateReason: '在现场' })
    .refused('late-evidence', 'lateEvidence')
  const { becomes, text } = afterwards(125).when({ ...LATE, lateReason: '在现场', lateEvidence: '通话清单' })
  const fact = becomes('ticket.replied', { reason: true, evidence: true })
  assert.ok(!JSON.stringify(fact.data).includes('通话清单'))
  assert.equal(text('lateReason'), '在现场')
  assert.equal(text('lateEvidence'), '通话清单')
  assert.equal(fact.occurredAt, NINE + 5 * MINUTE)
})

test('the back-filled mark does not hide what a fact says of its own reason', () => {
  afterwards(125)
    .when({ name: 'pause', reason: 'weather', occurredAt: NINE + MINUTE, lateReason: '在现场', lateEvidence: '照片' })
    .becomes('ticket.paused', { reason: 'weather' })
})

test('the telephone system, the mail server and devices bring their own time', () => {
  for (const source of ['phone', 'mail', 'device', 'import', 'system'] as const)
    afterwards(125).when(LATE, { source }).becomes('ticket.replied')
})

test('how late is late is a setting', () => {
  afterwards(15)
    .when(LATE, { backfillMs: 5 * MINUTE })
    .refused('late-reason', 'lateReason')
})

test('reasons for being late are not kept for what was in time', () => {
  assert.equal(
    afterwards(10)
      .when({ ...LATE, lateReason: '在现场', lateEvidence: '清单' })
      .text('lateReason'),
    undefined,
  )
})

// The page -----------------------------------------------------------------------------------------------------------------

test('the page offers every command, each with whether it can be done', () => {
  const { state, now } = given('report').story
  const allowed = new Map(allowedActions(state, { now }).map((one) => [one.command, one.refusal?.code]))
  assert.equal(allowed.get('assign'), undefined)
  assert.ok(allowed.has('assign'))
  assert.equal(allowed.get('close'), 'not-restored')
  assert.equal(allowed.get('resume'), 'resume-not-paused')
  assert.ok(!allowed.has('report' as never) && !allowed.has('void' as never))
})

test('the page says beforehand what will be marked', () => {
  const { state, now } = given(...CLOSED).story
  assert.equal(allowedActions(state, { now }).find((one) => one.command === 'arrive')?.conflict, 'closed-before')
})

test('what the page refuses is refused, in every phase', () => {
  const stories = [
    [],
    ['report'],
    ['report', 'accept'],
    ['report', 'arrive'],
    ['report', 'restore'],
    ['report', 'restore', 'confirm'],
    CLOSED,
    ['report', 'cancel'],
    ['report', 'merge'],
    [...CLOSED, 'reopen'],
  ] as const
  for (const steps of stories) {
    for (const { command, refusal } of allowedActions(given(...steps).story.state, { now: NINE })) {
      const { decision } = given(...steps).when(command as CommandName)
      if (refusal) assert.ok(!decision.ok && decision.refusal.code === refusal.code, `${steps.join()} ${command}`)
    }
  }
})

test('before the report nothing is allowed', () => {
  assert.ok(allowedActions(initialState(), { now: NINE }).every((one) => one.refusal?.code === 'absent'))
})

test('no decision changes the plan that it was given', () => {
  const before = JSON.stringify(PLAN)
  for (const name of COMMAND_NAMES) given('report').when(name)
  assert.equal(JSON.stringify(PLAN), before)
})
