import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SOUND, change, planOf, sentencesOf } from './given.testing.ts'
import { lintForms } from './lint-forms.ts'
import { PLANTED_FORMS } from './planted-forms.testing.ts'
import type { Planted } from './planted-forms.testing.ts'
import type { Finding } from './types.ts'

function lint(changes: Planted['changes'], more: (text: string) => string = (text) => text): readonly Finding[] {
  return lintForms(planOf(more(changes.reduce((text, [from, to]) => change(from, to, text), SOUND))))
}
const codes = (changes: Planted['changes']) => lint(changes).map(({ code }) => code)

for (const { code, changes, told } of PLANTED_FORMS)
  test(`${code} is found where it was planted, and said in a sentence`, () => {
    assert.deepEqual(
      lint(changes).map((one) => [one.code, sentencesOf(one)['zh-CN']]),
      [[code, told]],
    )
  })

test('of a sound plan nothing is asked', () => {
  assert.deepEqual(lint([]), [])
})

test('what a clause’s reading has answered is not asked again', () => {
  const read = (text: string) => text.replaceAll('    source: [L-6]\n', '    source: [L-6]\n    reading: 两条都做，各算各的。\n')
  const left = PLANTED_FORMS.filter(({ changes }) => lint(changes, read).length > 0).map(({ code }) => code)
  // hours, lines, prices and forms carry no reading, and none opens what cannot come
  const unread = [
    'lint-calendar-hours',
    'lint-price-twice',
    'lint-lines-differ',
    'lint-forms-source',
    'lint-place-unknown',
    'lint-same-inside',
    'lint-gate-nobody',
  ]
  assert.deepEqual(left, unread)
})

const clause = (id: string, form: string, text = '说定的事。'): readonly [string, string] => [
  'later:\n',
  `  ${id}:\n    ${form}\n    text: ${text}\n    source: [L-6]\nlater:\n`,
]

test('clauses that only look alike are not held against each other', () => {
  const calls = 'recurring: {starts: contract.accepted, every: 3mo, task: call}'
  assert.deepEqual(codes([clause('a', calls), clause('b', calls.replace('call}', 'report}'))]), [])
  assert.deepEqual(codes([clause('a', calls), clause('b', calls)]), [])
  const cover = 'cover: {per: contract, starts: contract.accepted, term: 36mo, gives: [free-repair]}'
  assert.deepEqual(codes([clause('a', cover), clause('b', cover)]), [])
  assert.deepEqual(codes([clause('a', cover), clause('b', cover.replace('repair', 'upgrades').replace('36', '12'))]), [])
  const slip = (id: string, limit: string) => clause(id, `deadline: {starts: remote.failed, kept-by: ${id}, within: ${limit}}`)
  assert.deepEqual(
    codes([slip('loan.delivered', '12h'), slip('rma.shipped', '3d')].map(([from, to]) => [from, to.replace(/^ {2}(\w+)\.\w+:/, '  $1s:')])),
    [],
  )
  assert.deepEqual(codes([clause('once', 'recurring: {starts: contract.accepted, times: 2, per-period: 1y, task: report}')]), [])
})

test('an answer in working days beside a line that is always open is asked about; in office hours, or in hours, it is not', () => {
  const line = (calendar: string): readonly [string, string] => [
    'reasons:\n',
    `channels:\n  line: {name: 热线, kind: phone, calendar: ${calendar}}\nreasons:\n`,
  ]
  const answer = (limit: string) =>
    clause('answer', `deadline: {starts: ticket.reported, kept-by: ticket.answered, within: ${limit}, calendar: desk}`)
  assert.deepEqual(
    lint([line('always'), answer('7wd')]).map((one) => sentencesOf(one)['zh-CN']),
    ['“热线”全天有人接听，而 answer 按工作日计：客户在夜里和周末来电时，从何时起算？'],
  )
  assert.deepEqual(codes([line('desk'), answer('7wd')]), [])
  assert.deepEqual(codes([line('always'), answer('4h')]), [])
})

test('what a cover leaves out and a price list gives away is a warning; what is priced, or not left out, is none', () => {
  const cover = (excludes: string) =>
    clause('warranty', `cover: {per: contract, starts: contract.accepted, term: 12mo, excludes: [${excludes}]}`)
  const charge = (price: string): readonly [string, string] => [
    'promises:\n',
    `charges:\n  - {when: 'cover != "none" && cause == "flood"', parts: ${price}, labour: free}\npromises:\n`,
  ]
  assert.deepEqual(
    lint([charge('free'), cover('flood')]).map((one) => sentencesOf(one)['zh-CN']),
    ['warranty 不保 flood，而收费 charge-1 对它全部免费：到底收不收？'],
  )
  assert.deepEqual(codes([charge('at-cost'), cover('flood')]), [])
  assert.deepEqual(codes([charge('free'), cover('customer-deferred')]), [])
})

test('a price that comes before every other of its column leaves none to come; one for some bills leaves the rest', () => {
  const charges = (...lines: readonly string[]): readonly [string, string] => [
    'promises:\n',
    `charges:\n${lines.map((line) => `  - ${line}\n`).join('')}promises:\n`,
  ]
  assert.deepEqual(codes([charges('{parts: list}', `{when: 'cover == "none"', parts: at-cost}`)]), ['lint-price-twice'])
  assert.deepEqual(codes([charges(`{when: 'cover == "none"', parts: list}`, '{parts: at-cost}')]), [])
  assert.deepEqual(codes([charges('{parts: list}', '{labour: free}')]), [])
  assert.deepEqual(codes([charges('{beyond-km: 50, travel: 2.50}', '{travel: free}')]), [])
})

test('a gate stays shut only where none of the ways through it can be recorded, by a right or on a form that the plan has', () => {
  const gate = (needs: string) => codes([clause('gate', `gate: {before: ticket.closed, needs: ${needs}}`)])
  const lost = `'form.filled where form == "lost-sheet"'`
  assert.deepEqual(gate('ticket.confirmed'), [])
  assert.deepEqual(gate(`[ticket.confirmed, ${lost}]`), [])
  assert.deepEqual(gate(`{all: [ticket.confirmed, ${lost}]}`), ['lint-gate-nobody'])
  assert.deepEqual(gate('calendar.published'), ['lint-gate-nobody'])
})

test('words that name their time, that no number stands beside, or that are read, are not asked about', () => {
  const vague = (text: string, within = '5d') =>
    codes([clause('x', `deadline: {starts: contract.signed, kept-by: training.held, within: ${within}}`, text)])
  assert.deepEqual(vague('尽快安排培训。'), ['lint-text-vague'])
  assert.deepEqual(vague('尽快安排培训，不晚于 5 天。'), [])
  assert.deepEqual(vague('尽快安排培训。', 'unstated'), [])
  const hours = (calendar: string, text: string) =>
    codes([clause('x', `deadline: {starts: complaint.opened, kept-by: complaint.closed, within: 4h, calendar: ${calendar}}`, text)])
  assert.deepEqual(hours('always', '全天候受理投诉。'), [])
  assert.deepEqual(hours('desk', '二十四小时之内答复。'), [])
  assert.deepEqual(hours('desk', '二十四小时受理投诉。'), ['lint-text-hours'])
})
