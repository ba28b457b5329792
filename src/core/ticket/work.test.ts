import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evolve } from './evolve.ts'
import { MINUTE, NINE, given } from './given.testing.ts'

// Grades -------------------------------------------------------------------------------------------------------------------

test('the staff’s grade and the customer’s are both kept', () => {
  const { state } = given('report', { name: 'grade', grade: 'major', reason: '单机无备用' }).story
  assert.equal(state.grade, 'major')
  assert.equal(state.customerGrade, 'general')
})

test('a grade that differs from the other side’s says why', () => {
  given('report').when({ name: 'grade', grade: 'major' }).refused('grade-reason', 'reason')
  const { becomes, text } = given('report').when({ name: 'grade', grade: 'major', reason: '单机无备用' })
  becomes('ticket.graded', { grade: 'major', by: 'staff' })
  assert.equal(text('reason'), '单机无备用')
  given('report').when({ name: 'grade', grade: 'general' }).becomes('ticket.graded')
})

test('the customer may change their own grade', () => {
  const { story } = given('report', { name: 'grade', grade: 'major', by: 'customer' })
  assert.equal(story.state.customerGrade, 'major')
  assert.equal(story.state.grade, undefined)
})

test('a grade is one of the plan’s, and another than before', () => {
  given('report').when({ name: 'grade', grade: 'mild' }).refused('report-grade-unknown', 'grade')
  given('report', 'grade').when('grade').refused('grade-same', 'grade')
  given('report').when('grade', { plan: undefined }).refused('grade-no-plan')
})

// Pauses -------------------------------------------------------------------------------------------------------------------

test('a pause names a reason of the plan, and says whether its evidence and notice are there', () => {
  given('report').when({ name: 'pause', reason: 'lunch' }).refused('pause-reason-unknown', 'reason')
  const bare = given('report')
    .when({ name: 'pause', reason: 'customer-deferred' })
    .becomes('ticket.paused', { reason: 'customer-deferred' })
  assert.equal(bare.data.evidence, undefined)
  const { becomes, text } = given('report').when({ name: 'pause', reason: 'customer-deferred', evidence: '改期邮件', noticeAt: NINE })
  const { data } = becomes('ticket.paused', { reason: 'customer-deferred', evidence: true, notice: true, noticeAt: NINE })
  assert.ok(!JSON.stringify(data).includes('改期邮件'))
  assert.equal(text('evidence'), '改期邮件')
})

test('a file attached to a pause is its evidence', () => {
  const files = [{ id: 'f1', sha256: 'a'.repeat(64) }]
  const bare = { name: 'pause', reason: 'customer-deferred' } as const
  given('report')
    .when({ ...bare, files })
    .becomes('ticket.paused', { reason: 'customer-deferred', evidence: true })
  given('report', bare)
    .when({ ...bare, files })
    .becomes('ticket.paused', { reason: 'customer-deferred', evidence: true })
  given('report', bare)
    .when({ ...bare, files: [] })
    .refused('pause-already', 'reason')
})

test('a second pause for one reason is only for bringing what the first one lacked', () => {
  const bare = { name: 'pause', reason: 'customer-deferred' } as const
  given('report', bare).when(bare).refused('pause-already', 'reason')
  const { story } = given('report', bare, { ...bare, evidence: '改期邮件' }, { ...bare, noticeAt: NINE })
  assert.deepEqual(
    story.state.waiting.map(({ reason, evidence, notice }) => [reason, evidence, notice]),
    [['customer-deferred', true, true]],
  )
  given('report', bare, { ...bare, evidence: '改期邮件' })
    .when({ ...bare, evidence: '另一封' })
    .refused('pause-already', 'reason')
})

test('the customer is told before it is recorded that they were', () => {
  given('report')
    .when({ name: 'pause', reason: 'weather', noticeAt: NINE + 60 * MINUTE })
    .refused('pause-notice-future', 'noticeAt')
})

test('resuming ends one reason, or without a reason all', () => {
  given('report').when('resume').refused('resume-not-paused')
  const two = ['report', 'pause', { name: 'pause', reason: 'customer-deferred' }] as const
  given(...two)
    .when({ name: 'resume', reason: 'lunch' })
    .refused('resume-other-reason', 'reason')
  assert.deepEqual(
    given(...two, { name: 'resume', reason: 'weather' }).story.state.waiting.map((one) => one.reason),
    ['customer-deferred'],
  )
  assert.deepEqual(given(...two, 'resume').story.state.waiting, [])
})

test('several reasons may run at once', () => {
  assert.equal(given('report', 'pause', { name: 'pause', reason: 'customer-deferred' }).story.state.waiting.length, 2)
})

// Visits and remote work ---------------------------------------------------------------------------------------------------

test('a visit has a subject of its own, and every fact of it names the ticket', () => {
  const needed = given('report')
    .when({ name: 'need-visit', special: true, travelMs: 2 * 60 * MINUTE, note: '大雾封路' })
    .becomes('visit.needed', { special: true, travelMs: 7_200_000, zone: 'city', customerGrade: 'general', type: 'fault' })
  assert.match(needed.subject, /^visit\//)
  assert.ok(needed.also.includes('ticket/T1'))
  const { story } = given('report', 'need-visit', 'arrive', 'finish-visit')
  assert.equal(new Set(story.facts.slice(1).map((fact) => fact.subject)).size, 1)
  assert.equal(story.state.visit, 'done')
})

test('later facts of the ticket speak to the visit under way as well', () => {
  const fact = given('report', 'need-visit').when('pause').becomes('ticket.paused')
  assert.ok(fact.also.some((one) => one.startsWith('visit/')))
})

test('who comes a second time after the first visit was done opens another visit', () => {
  const { story } = given('report', 'need-visit', 'arrive', 'finish-visit', 'arrive')
  assert.equal(story.state.visits, 2)
  assert.equal(story.state.visit, 'arrived')
})

test('who comes without having been asked for is recorded all the same', () => {
  const fact = given('report').when({ name: 'arrive', person: 'lin' }).becomes('visit.arrived', { person: 'lin' })
  assert.equal(fact.data.conflict, undefined)
})

test('a visit is not asked for while one is, and no journey takes two months', () => {
  given('report', 'need-visit').when('need-visit').refused('visit-open-already')
  given('report')
    .when({ name: 'need-visit', travelMs: 60 * 24 * 60 * MINUTE })
    .refused('visit-travel', 'travelMs')
})

test('whoever claims special circumstances writes down which', () => {
  given('report').when({ name: 'need-visit', special: true, note: '  ' }).refused('visit-special', 'note')
  given('report').when({ name: 'need-visit', special: true, note: '道路积雪封闭' }).becomes('visit.needed', { special: true })
})

test('remote work is followed from the customer’s leave to its end', () => {
  const { story } = given('report', { name: 'remote-authorise', by: '郑工' }, 'remote-start', 'remote-fail')
  assert.equal(story.state.remote, 'failed')
  assert.deepEqual(
    story.facts.map((fact) => fact.type),
    ['ticket.reported', 'remote.authorised', 'remote.started', 'remote.failed'],
  )
  assert.equal(story.facts[1]?.data.by, 'customer')
  assert.ok(story.texts.some(({ field, text }) => field === 'by' && text === '郑工'))
})

test('after a visit is done another one can be asked for, with a subject of its own; while somebody is on site none can', () => {
  const { story } = given('report', 'need-visit', 'arrive', 'finish-visit', 'need-visit')
  assert.equal(new Set(story.facts.slice(1).map((fact) => fact.subject)).size, 2)
  assert.deepEqual([story.state.visit, story.state.visits], ['needed', 2])
  given('report', 'arrive').when('need-visit').refused('close-visit-open')
})

test('a journey may take no time at all, and up to thirty days', () => {
  given('report').when({ name: 'need-visit', travelMs: 0 }).becomes('visit.needed', { travelMs: 0 })
  given('report')
    .when({ name: 'need-visit', travelMs: 30 * 24 * 60 * MINUTE })
    .becomes('visit.needed')
  given('report').when({ name: 'need-visit', travelMs: -1 }).refused('visit-travel', 'travelMs')
})

test('without a travel time of its own a visit carries that of the site', () => {
  given('report')
    .when('need-visit', { place: { travelMs: 90 * MINUTE } })
    .becomes('visit.needed', { travelMs: 90 * MINUTE })
})

test('a second arrival of the same visit is nothing new, and a late request sets nobody back', () => {
  const { story } = given('report', 'need-visit', 'arrive', 'arrive')
  assert.deepEqual([story.state.visit, story.state.visits], ['arrived', 1])
  const done = given('report', 'need-visit', 'arrive', 'finish-visit').story
  const again = { ...done.facts[2]!, id: 'late' }
  assert.equal(evolve(done.state, again).visit, 'done')
  const arrived = given('report', 'need-visit', 'arrive').story
  assert.equal(evolve(arrived.state, { ...arrived.facts[1]!, id: 'late' }).visit, 'arrived')
})

test('remote work that ends without a result leaves none; one that solved or failed keeps it', () => {
  const remote = (...steps: readonly ('remote-authorise' | 'remote-start' | 'remote-solve' | 'remote-fail' | 'remote-end')[]) =>
    given('report', ...steps).story.state.remote
  assert.equal(remote('remote-authorise', 'remote-end'), 'none')
  assert.equal(remote('remote-start', 'remote-end'), 'none')
  assert.equal(remote('remote-start', 'remote-solve', 'remote-end'), 'solved')
  assert.equal(remote('remote-start', 'remote-fail', 'remote-end'), 'failed')
})

test('what was judged is kept: cause, whether it can be removed, whether work suffers', () => {
  const { state } = given('report', { name: 'judge', cause: 'wear', removable: false, affectsWork: true }).story
  assert.deepEqual([state.cause, state.removable, state.affectsWork], ['wear', false, true])
})

test('a reopened ticket begins its next episode without visit, remote work or restoration', () => {
  const { state } = given('report', 'remote-start', 'arrive', 'finish-visit', 'restore', 'confirm', 'close', 'reopen').story
  assert.deepEqual([state.episode, state.visit, state.remote, state.restoredAt, state.closedAt], [2, 'none', 'none', undefined, undefined])
  assert.equal(given('report', 'restore', 'reopen', 'restore', 'reopen').story.state.episode, 3)
})
