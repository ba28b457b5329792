import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SOUND, change, planOf, sentencesOf } from './given.testing.ts'
import { lintPlan } from './lint.ts'
import { PLANTED_ORDER } from './planted-order.testing.ts'
import { aboutOneThing } from './same-thing.ts'

type Change = readonly [from: string, to: string]

/** Clauses of the sound plan's own, by id and form; `reading` answers what they leave open. */
function clauses(all: Readonly<Record<string, string>>, reading = ''): Change {
  const written = Object.entries(all).map(([id, form]) => `  ${id}:\n    ${form}\n    text: 说定的事。\n    source: [L-6]\n${reading}`)
  return ['later:\n', `${written.join('')}later:\n`]
}
const changed = (changes: readonly Change[]) => changes.reduce((text, [from, to]) => change(from, to, text), SOUND)
const lint = (text: string) => lintPlan(planOf(text))
const codes = (...changes: readonly Change[]) => lint(changed(changes)).map(({ code }) => code)

for (const { code, changes, told } of PLANTED_ORDER)
  test(`${code} is found where it was planted, and said in a sentence`, () => {
    assert.deepEqual(
      lint(changed(changes)).map((one) => [one.code, sentencesOf(one)['zh-CN']]),
      [[code, told]],
    )
  })

test('a reading says which of two is meant; what cannot be at all no reading makes possible', () => {
  const read = (text: string) => text.replaceAll('    source: [L-6]\n', '    source: [L-6]\n    reading: 两边说定以这一条为准。\n')
  const left = PLANTED_ORDER.filter(({ changes }) => lint(read(changed(changes))).length > 0).map(({ code }) => code)
  assert.deepEqual(left, [
    'lint-bounds-impossible',
    'lint-gates-ring',
    'lint-waits-for-none',
    'lint-waits-for-nothing',
    'lint-due-before-start',
  ])
})

const level = (bounds: string, over = 'quarter') => `level: {per: contract, measure: stock.on-hand, over: ${over}, ${bounds}}`

test('bounds of one number contradict each other only over one time, and two that are the same do not', () => {
  assert.deepEqual(codes(clauses({ spares: level('at-least: 3%'), shelf: level('at-least: 3%') })), [])
  assert.deepEqual(codes(clauses({ spares: level('at-least: 3%'), shelf: level('at-least: 5%', 'now') })), [])
  assert.deepEqual(codes(clauses({ spares: level('at-least: 2%'), shelf: level('at-most: 2%') })), [])
  assert.deepEqual(codes(clauses({ shelf: level('at-most: 2%'), spares: level('at-least: 3%') })), ['lint-bounds-impossible'])
  assert.deepEqual(codes(clauses({ spares: level('at-least: 3%, at-most: 2%') })), ['lint-bounds-impossible'])
})

test('hours that meet in one row only differ all the same', () => {
  const clock = (calendar: string, within = '2h') =>
    `deadline: {starts: complaint.opened, kept-by: complaint.closed, within: ${within}, calendar: ${calendar}}`
  assert.deepEqual(codes(clauses({ heard: clock('desk'), answered: clock('desk', '120min') })), [])
  assert.deepEqual(codes(clauses({ heard: clock('desk'), answered: clock('{by: hours, 5x8: desk, 7x24: always}') })), ['lint-hours-differ'])
})

test('gates that have another way, or never hold back the same ticket, are no ring', () => {
  const gate = (before: string, rest: string) => `gate: {before: ${before}, ${rest}}`
  const confirmed = gate('ticket.confirmed', 'needs: ticket.closed')
  assert.deepEqual(codes(clauses({ closed: gate('ticket.closed', 'needs: [ticket.confirmed, ticket.restored]'), confirmed })), [])
  const apart = {
    closed: gate('ticket.closed', `needs: ticket.confirmed, when: 'type == "consultation"'`),
    confirmed: gate('ticket.confirmed', `needs: ticket.closed, when: 'type == "fault"'`),
  }
  assert.deepEqual(codes(clauses(apart)), [])
  assert.deepEqual(codes(clauses({ ...apart, closed: apart.closed.replace('consultation', 'fault') })), ['lint-gates-ring'])
})

test('what is owed for other reasons than the deed that a gate holds back may be wanted before it', () => {
  const closed = 'gate: {before: ticket.closed, needs: report.delivered}'
  assert.deepEqual(codes(clauses({ closed, rapport: 'deadline: {starts: ticket.restored, kept-by: report.delivered, within: 3d}' })), [])
})

test('where neither the one nor the other promises anything nothing is lost', () => {
  const none: Change = ['city: 8h, county: travel + 2h', 'city: none, county: travel + 2h']
  assert.deepEqual(codes(none, ['within: {by: grade, major: 4h, general: 2d}', 'within: {by: zone, city: none, county: 4h}']), [])
})

test('a notice before the end of a cover that is long enough, or for life, is in time', () => {
  const cover = (term: string) => `cover: {per: contract, starts: contract.accepted, term: ${term}}`
  const reminder = (lead: string) => `deadline: {per: contract, due: warranty.end - ${lead}, kept-by: notice.delivered}`
  assert.deepEqual(codes(clauses({ warranty: cover('24mo'), reminder: reminder('10d') })), [])
  assert.deepEqual(codes(clauses({ warranty: cover('24mo'), reminder: reminder('2y') })), [])
  assert.deepEqual(codes(clauses({ warranty: cover('lifetime'), reminder: reminder('30mo') })), [])
})

test('rules that start from one event and do different things are two things', () => {
  const [from, to] = clauses({
    warranty: 'cover: {per: contract, starts: contract.accepted, term: 24mo}',
    longer: 'rule: {on: work.failed, then: [{extend: warranty, by: 60d}, {notify: service-manager}]}',
    refund: 'rule: {on: work.failed, then: [{entitle: refund}, {notify: service-manager}]}',
    more: 'rule: {on: work.failed, then: [{extend: warranty, by: 30d}]}',
    told: 'rule: {on: work.failed, then: [{notify: service-manager}]}',
  })
  const plan = planOf(change(from, to))
  const same = (one: string, other: string) => aboutOneThing({ clause: plan.promises[one]!, plan }, { clause: plan.promises[other]!, plan })
  assert.equal(same('longer', 'refund'), false)
  assert.equal(same('longer', 'more'), true)
  assert.equal(same('told', 'refund'), false)
  assert.equal(same('told', 'told'), true)
})
