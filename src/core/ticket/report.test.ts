import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NINE, REPORT, given } from './given.testing.ts'
import { COMMAND_NAMES } from './guards.ts'

// Reporting --------------------------------------------------------------------------------------------------------------

test('a report carries who, where, what kind and which grade, and names every owner', () => {
  const fact = given().when('report').becomes('ticket.reported', {
    number: 'GD-2026-000042',
    type: 'fault',
    channel: 'phone',
    customer: 'jinping',
    site: 'main',
    asset: 'lsb-680',
    contract: 'ht-31',
    customerGrade: 'general',
    zone: 'city',
    plan: 'trial@1',
  })
  assert.equal(fact.subject, 'ticket/T1')
  assert.deepEqual([...fact.also].sort(), ['asset/lsb-680', 'contract/ht-31', 'customer/jinping', 'site/main'])
  assert.equal(fact.by, 'xu')
  assert.equal(fact.occurredAt, NINE)
})

test('a report of a device whose model is known names the model too, so that its faults are counted', () => {
  const { becomes } = given().when('report', { place: { model: 'LSB-680' } })
  assert.ok(becomes('ticket.reported').also.includes('model/LSB-680'))
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
  const { decision } = given().when({
    name: 'report',
    ...REPORT,
    title: ' ',
    customerGrade: 'mild',
    dimensions: { hours: '9x5', colour: 'red', constructor: 'x' },
  })
  assert.ok(!decision.ok)
  const wrong = [decision.refusal, ...(decision.refusal.more ?? [])]
  assert.deepEqual(
    wrong.map(({ code, field }) => [code, field]),
    [
      ['report-title', 'title'],
      ['report-grade-unknown', 'customerGrade'],
      ['report-dimension-value', 'dimensions.hours'],
      ['report-dimension-unknown', 'dimensions.colour'],
      ['report-dimension-unknown', 'dimensions.constructor'],
    ],
  )
  assert.equal(decision.refusal.more?.[0]?.params.known, '重大故障、一般故障')
})

test('a zone that this plan does not know is left out, not refused: the site has it for another plan', () => {
  const { data } = given()
    .when('report', { place: { zone: 'moon', class: 'A', dimensions: { hours: '7x24', colour: 'red' } } })
    .becomes('ticket.reported', { class: 'A', hours: '7x24' })
  assert.equal(data.zone, undefined)
  assert.equal(data.colour, undefined)
})

test('what the report itself says of a dimension goes before what the site says', () => {
  given()
    .when({ name: 'report', ...REPORT, dimensions: { zone: 'county' } })
    .becomes('ticket.reported', { zone: 'county', dimensions: { zone: 'county' } })
})

test('without a plan any grade may be named: nothing is counted by it', () => {
  given()
    .when({ name: 'report', ...REPORT, customerGrade: 'urgent' }, { plan: undefined, planRef: undefined })
    .becomes('ticket.reported', { customerGrade: 'urgent' })
})

test('a ticket is reported once', () => {
  given('report').when('report').refused('already-reported')
})

test('nothing can be done to a ticket that was never reported', () => {
  for (const name of COMMAND_NAMES) if (name !== 'report') given().when(name).refused('absent')
})

// Editing, noting ----------------------------------------------------------------------------------------------------------

test('an edit changes something, and names the device it moves to', () => {
  given('report').when({ name: 'edit' }).refused('edit-nothing')
  given('report').when({ name: 'edit', title: REPORT.title }).refused('edit-nothing')
  given('report').when({ name: 'edit', title: ' ' }).refused('report-title', 'title')
  const fact = given('report')
    .when({ name: 'edit', asset: 'pa-240' }, { place: { zone: 'county' } })
    .becomes('ticket.edited', { asset: 'pa-240', zone: 'county' })
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
  const { data } = given('report')
    .when('edit', { place: { zone: 'county' } })
    .becomes('ticket.edited')
  assert.equal(data.zone, undefined)
})

test('a new contact alone is a change, and stands beside the fact', () => {
  const { becomes, text } = given('report').when({ name: 'edit', contact: { phone: '分机 A09' } })
  assert.deepEqual(becomes('ticket.edited').data, {})
  assert.equal(text('contactPhone'), '分机 A09')
})

test('a report without place, form or dimensions carries none of them', () => {
  const { data } = given()
    .when({ name: 'report', type: 'fault', channel: 'mail', title: '停机', customer: 'jinping' }, { place: undefined })
    .becomes('ticket.reported')
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
