import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommandName } from './command.ts'
import { MINUTE, NINE, PLAN, REPORT, commandOf, given } from './given.testing.ts'
import { COMMANDS, COMMAND_NAMES } from './guards.ts'
import { allowedActions } from './decide.ts'
import { evolve } from './evolve.ts'
import { initialState } from './state.ts'

// Reporting --------------------------------------------------------------------------------------------------------------

test('a report carries who, where, what kind and which grade, and names every owner', () => {
  const fact = given().when('report').becomes('ticket.reported', {
    number: 'GD-2026-000042', type: 'fault', channel: 'phone', customer: 'jinping', site: 'main', asset: 'lsb-680', contract: 'ht-31', customerGrade: 'general', zone: 'city', plan: 'trial@1',
  })
  assert.equal(fact.subject, 'ticket/T1')
  assert.deepEqual([...fact.also].sort(), ['asset/lsb-680', 'contract/ht-31', 'customer/jinping', 'site/main'])
  assert.equal(fact.by, 'xu')
  assert.equal(fact.occurredAt, NINE)
})

test('title, description and contact stand beside the fact, never in it', () => {
  const { becomes, text } = given().when('report')
  const written = JSON.stringify(becomes('ticket.reported').data)
  for (const secret of [REPORT.title, REPORT.description!, '郑工', '分机 A01']) assert.ok(!written.includes(secret), secret)
  assert.equal(text('title'), REPORT.title)
  assert.equal(text('contactName'), '郑工')
  assert.equal(text('contactPhone'), '分机 A01')
})

test('all that is wrong with a report is said at once', () => {
  const { decision } = given().when({ name: 'report', ...REPORT, title: ' ', customerGrade: 'mild', dimensions: { hours: '9x5', colour: 'red' } })
  assert.ok(!decision.ok)
  const wrong = [decision.refusal, ...(decision.refusal.more ?? [])]
  assert.deepEqual(wrong.map(({ code, field }) => [code, field]), [
    ['report-title', 'title'],
    ['report-grade-unknown', 'customerGrade'],
    ['report-dimension-value', 'dimensions.hours'],
    ['report-dimension-unknown', 'dimensions.colour'],
  ])
  assert.equal(decision.refusal.more?.[0]?.params.known, '重大故障、一般故障')
})

test('a zone that this plan does not know is left out, not refused: the site has it for another plan', () => {
  const { data } = given().when('report', { place: { zone: 'moon', class: 'A', dimensions: { hours: '7x24', colour: 'red' } } }).becomes('ticket.reported', { class: 'A', hours: '7x24' })
  assert.equal(data.zone, undefined)
  assert.equal(data.colour, undefined)
})

test('what the report itself says of a dimension goes before what the site says', () => {
  given().when({ name: 'report', ...REPORT, dimensions: { zone: 'county' } }).becomes('ticket.reported', { zone: 'county', dimensions: { zone: 'county' } })
})

test('without a plan any grade may be named: nothing is counted by it', () => {
  given().when({ name: 'report', ...REPORT, customerGrade: 'urgent' }, { plan: undefined, planRef: undefined }).becomes('ticket.reported', { customerGrade: 'urgent' })
})

test('a ticket is reported once', () => {
  given('report').when('report').refused('already-reported')
})

test('nothing can be done to a ticket that was never reported', () => {
  for (const name of COMMAND_NAMES) if (name !== 'report') given().when(name).refused('absent')
})

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
  for (const name of ['assign', 'transfer', 'pause', 'cancel', 'merge', 'need-visit', 'accept'] as const) given('report', 'restore').when(name).refused('is-restored')
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
  given('report').when({ name: 'merge', into: 'T1' }).refused('merge-itself', 'into')
  given('report').when('merge', { into: undefined }).refused('merge-missing', 'into')
  given('report').when('merge', { into: { subject: 'ticket/T2', phase: 'accepted', customer: 'xingye' } }).refused('merge-other-customer', 'into')
  given('report').when('merge', { into: { subject: 'ticket/T2', phase: 'closed', customer: 'jinping' } }).refused('merge-ended', 'into')
  const fact = given('report').when('merge').becomes('ticket.merged', { into: 'ticket/T2' })
  assert.ok(fact.also.includes('ticket/T2'), 'the ticket that lives on hears of it')
})

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
  const bare = given('report').when({ name: 'pause', reason: 'customer-deferred' }).becomes('ticket.paused', { reason: 'customer-deferred' })
  assert.equal(bare.data.evidence, undefined)
  const { becomes, text } = given('report').when({ name: 'pause', reason: 'customer-deferred', evidence: '改期邮件', noticeAt: NINE })
  const { data } = becomes('ticket.paused', { reason: 'customer-deferred', evidence: true, notice: true, noticeAt: NINE })
  assert.ok(!JSON.stringify(data).includes('改期邮件'))
  assert.equal(text('evidence'), '改期邮件')
})

test('a second pause for one reason is only for bringing what the first one lacked', () => {
  const bare = { name: 'pause', reason: 'customer-deferred' } as const
  given('report', bare).when(bare).refused('pause-already', 'reason')
  const { story } = given('report', bare, { ...bare, evidence: '改期邮件' }, { ...bare, noticeAt: NINE })
  assert.deepEqual(story.state.waiting.map(({ reason, evidence, notice }) => [reason, evidence, notice]), [['customer-deferred', true, true]])
  given('report', bare, { ...bare, evidence: '改期邮件' }).when({ ...bare, evidence: '另一封' }).refused('pause-already', 'reason')
})

test('the customer is told before it is recorded that they were', () => {
  given('report').when({ name: 'pause', reason: 'weather', noticeAt: NINE + 60 * MINUTE }).refused('pause-notice-future', 'noticeAt')
})

test('resuming ends one reason, or without a reason all', () => {
  given('report').when('resume').refused('resume-not-paused')
  const two = ['report', 'pause', { name: 'pause', reason: 'customer-deferred' }] as const
  given(...two).when({ name: 'resume', reason: 'lunch' }).refused('resume-other-reason', 'reason')
  assert.deepEqual(given(...two, { name: 'resume', reason: 'weather' }).story.state.waiting.map((one) => one.reason), ['customer-deferred'])
  assert.deepEqual(given(...two, 'resume').story.state.waiting, [])
})

test('several reasons may run at once', () => {
  assert.equal(given('report', 'pause', { name: 'pause', reason: 'customer-deferred' }).story.state.waiting.length, 2)
})

// Visits and remote work ---------------------------------------------------------------------------------------------------

test('a visit has a subject of its own, and every fact of it names the ticket', () => {
  const needed = given('report').when({ name: 'need-visit', special: true, travelMs: 2 * 60 * MINUTE }).becomes('visit.needed', { special: true, travelMs: 7_200_000, zone: 'city', customerGrade: 'general', type: 'fault' })
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
  given('report').when({ name: 'need-visit', travelMs: 60 * 24 * 60 * MINUTE }).refused('visit-travel', 'travelMs')
})

test('remote work is followed from the customer’s leave to its end', () => {
  const { story } = given('report', { name: 'remote-authorise', by: '郑工' }, 'remote-start', 'remote-fail')
  assert.equal(story.state.remote, 'failed')
  assert.deepEqual(story.facts.map((fact) => fact.type), ['ticket.reported', 'remote.authorised', 'remote.started', 'remote.failed'])
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
  given('report').when({ name: 'need-visit', travelMs: 30 * 24 * 60 * MINUTE }).becomes('visit.needed')
  given('report').when({ name: 'need-visit', travelMs: -1 }).refused('visit-travel', 'travelMs')
})

test('without a travel time of its own a visit carries that of the site', () => {
  given('report').when('need-visit', { place: { travelMs: 90 * MINUTE } }).becomes('visit.needed', { travelMs: 90 * MINUTE })
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
  const remote = (...steps: readonly ('remote-authorise' | 'remote-start' | 'remote-solve' | 'remote-fail' | 'remote-end')[]) => given('report', ...steps).story.state.remote
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
  given(...CLOSED).when({ name: 'arrive', occurredAt: NINE + MINUTE }).becomes('visit.arrived', { conflict: 'closed-meanwhile' })
})

test('contradictions are named', () => {
  given('report', 'cancel').when('arrive').becomes('visit.arrived', { conflict: 'cancelled-before' })
  given('report', 'merge').when('restore').becomes('ticket.restored', { conflict: 'merged-before' })
  given('report', 'restore').when('restore').becomes('ticket.restored', { conflict: 'restored-already' })
  given('report').when('finish-visit').becomes('visit.done', { conflict: 'not-arrived' })
  given('report').when('remote-solve').becomes('remote.solved', { conflict: 'remote-not-started' })
  given('report').when({ name: 'arrive', occurredAt: NINE - MINUTE }).becomes('visit.arrived', { conflict: 'before-report' })
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
    given('report').when({ ...commandOf(name), occurredAt: NINE + 60 * MINUTE }).refused('in-future', 'occurredAt')
  }
})

test('nobody intends anything about a ticket before it was reported', () => {
  given('report').when({ name: 'assign', person: 'lin', occurredAt: NINE - MINUTE }).refused('before-report', 'occurredAt')
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
  afterwards(125).when({ ...LATE, lateReason: '在现场' }).refused('late-evidence', 'lateEvidence')
  const { becomes, text } = afterwards(125).when({ ...LATE, lateReason: '在现场', lateEvidence: '通话清单' })
  const fact = becomes('ticket.replied', { reason: true, evidence: true })
  assert.ok(!JSON.stringify(fact.data).includes('通话清单'))
  assert.equal(text('lateReason'), '在现场')
  assert.equal(text('lateEvidence'), '通话清单')
  assert.equal(fact.occurredAt, NINE + 5 * MINUTE)
})

test('the back-filled mark does not hide what a fact says of its own reason', () => {
  afterwards(125).when({ name: 'pause', reason: 'weather', occurredAt: NINE + MINUTE, lateReason: '在现场', lateEvidence: '照片' }).becomes('ticket.paused', { reason: 'weather' })
})

test('the telephone system, the mail server and devices bring their own time', () => {
  for (const source of ['phone', 'mail', 'device', 'import', 'system'] as const) afterwards(125).when(LATE, { source }).becomes('ticket.replied')
})

test('how late is late is a setting', () => {
  afterwards(15).when(LATE, { backfillMs: 5 * MINUTE }).refused('late-reason', 'lateReason')
})

test('reasons for being late are not kept for what was in time', () => {
  assert.equal(afterwards(10).when({ ...LATE, lateReason: '在现场', lateEvidence: '清单' }).text('lateReason'), undefined)
})

// Editing, noting ----------------------------------------------------------------------------------------------------------

test('an edit changes something, and names the device it moves to', () => {
  given('report').when({ name: 'edit' }).refused('edit-nothing')
  given('report').when({ name: 'edit', title: REPORT.title }).refused('edit-nothing')
  given('report').when({ name: 'edit', title: ' ' }).refused('report-title', 'title')
  const fact = given('report').when({ name: 'edit', asset: 'pa-240' }, { place: { zone: 'county' } }).becomes('ticket.edited', { asset: 'pa-240', zone: 'county' })
  assert.ok(fact.also.includes('asset/pa-240') && fact.also.includes('asset/lsb-680'))
  assert.equal(given('report', 'edit').story.state.title, '三号机组高压停机')
})

test('an edit of the site names both places, and keeps the device', () => {
  const { becomes, story } = given('report').when({ name: 'edit', site: 'east' })
  const { also } = becomes('ticket.edited', { site: 'east' })
  assert.ok(also.includes('site/east') && also.includes('site/main'))
  assert.ok(!also.some((one) => one.endsWith('undefined')))
  assert.deepEqual([story.state.site, story.state.asset], ['east', 'lsb-680'])
})

test('an edit of the device keeps the site; of the title, both', () => {
  const device = given('report', { name: 'edit', asset: 'pa-240' }).story.state
  assert.deepEqual([device.site, device.asset], ['main', 'pa-240'])
  const title = given('report', 'edit').story.state
  assert.deepEqual([title.site, title.asset], ['main', 'lsb-680'])
})

test('an edit of the title does not move the ticket to another zone', () => {
  const { data } = given('report').when('edit', { place: { zone: 'county' } }).becomes('ticket.edited')
  assert.equal(data.zone, undefined)
})

test('a new contact alone is a change, and stands beside the fact', () => {
  const { becomes, text } = given('report').when({ name: 'edit', contact: { phone: '分机 A09' } })
  assert.deepEqual(becomes('ticket.edited').data, {})
  assert.equal(text('contactPhone'), '分机 A09')
})

test('a report without place, form or dimensions carries none of them', () => {
  const { data } = given().when({ name: 'report', type: 'fault', channel: 'mail', title: '停机', customer: 'jinping' }, { place: undefined }).becomes('ticket.reported')
  assert.deepEqual(Object.keys(data).sort(), ['channel', 'customer', 'number', 'plan', 'type'])
})

test('a report for which no number was drawn is not taken', () => {
  given().when('report', { number: undefined }).refused('number-missing')
})

test('a note stays among ourselves: it names the ticket alone', () => {
  const fact = given('report').when('note').becomes('ticket.noted')
  assert.deepEqual(fact.also, [])
  given('report').when({ name: 'note', text: '  ' }).refused('note-empty', 'text')
})

test('a reply says something', () => {
  given('report').when({ name: 'reply', channel: 'phone', summary: ' ' }).refused('reply-summary', 'summary')
  given('report').when({ name: 'answer', summary: '' }).refused('reply-summary', 'summary')
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
  const stories = [[], ['report'], ['report', 'accept'], ['report', 'arrive'], ['report', 'restore'], ['report', 'restore', 'confirm'], CLOSED, ['report', 'cancel'], ['report', 'merge'], [...CLOSED, 'reopen']] as const
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
