import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import { SOUND, change, planOf, sentencesOf } from './given.testing.ts'
import { CONTRADICTIONS } from './contradictions.testing.ts'
import { lintPlan } from './lint.ts'
import { PLANTED_FORMS } from './planted-forms.testing.ts'
import { PLANTED_NAMES } from './planted-names.testing.ts'
import { PLANTED_ORDER } from './planted-order.testing.ts'
import type { Finding } from './types.ts'
import { FINDINGS_ZH_CN } from './words/zh-CN.ts'

type Change = readonly [from: string, to: string]

function spoilt(...changes: readonly Change[]): string {
  return changes.reduce((text, [from, to]) => change(from, to, text), SOUND)
}

function lint(...changes: readonly Change[]): readonly Finding[] {
  return lintPlan(planOf(spoilt(...changes)))
}

const covered = new Set<string>()
const OF_FORMS = [
  ...[...PLANTED_FORMS, ...PLANTED_NAMES, ...PLANTED_ORDER].map(({ code }) => code),
  ...CONTRADICTIONS.flatMap(({ found }) => found),
]

/** `warning 40:3 promises.pump-repair lint-chain-kept` of each finding, with its sentence on the next line. */
function told(...changes: readonly Change[]): string[] {
  return lint(...changes).flatMap((one) => {
    covered.add(one.code)
    return [`${one.severity} ${one.at.line}:${one.at.column} ${one.at.path} ${one.code}`, sentencesOf(one)['zh-CN']]
  })
}

const codes = (...changes: readonly Change[]) => lint(...changes).map((one) => one.code)

const DESK = '{weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}'
const REPAIR = 'starts: onsite.done\n      kept-by: ticket.restored\n      within: {by: grade, major: 4h, general: 2d}'
const REPAIR_FROM_REPORT = (within: string, starts = 'ticket.reported') =>
  [REPAIR, `starts: ${starts}\n      kept-by: ticket.restored\n      within: ${within}`] as const

test('about a sound plan there is nothing to ask', () => {
  assert.deepEqual(told(), [])
})

test('a promise without a number is a question with its text, at the row that lacks it', () => {
  assert.deepEqual(told(['within: 30min', 'within: unstated']), [
    'question 20:3 promises.reply lint-unstated',
    '“接报后半小时之内回电。”没有给出数字：promises.reply.within。请与客户约定，或在合同条款中填写；在此之前只计量，不判超时。',
  ])
  assert.deepEqual(told(['major: 4h, general: 2d', 'major: {by: zone, city: 4h, else: unstated}, general: unstated']), [
    'question 40:3 promises.pump-repair lint-unstated',
    '“到站之后按故障轻重限时修复。”没有给出数字：promises.pump-repair.within.major.else。请与客户约定，或在合同条款中填写；在此之前只计量，不判超时。',
    'question 40:3 promises.pump-repair lint-unstated',
    '“到站之后按故障轻重限时修复。”没有给出数字：promises.pump-repair.within.general。请与客户约定，或在合同条款中填写；在此之前只计量，不判超时。',
  ])
})

test('a row for which nothing is promised is no question', () => {
  assert.deepEqual(codes(['general: 2d', 'general: none']), [])
})

test('a promise without text is asked about by its title, and without a title by its name', () => {
  const asked = (...changes: readonly Change[]) =>
    lint(['within: 30min', 'within: unstated'], ...changes).find((one) => one.code === 'lint-unstated')
  assert.equal(asked(['    text: 接报后半小时之内回电。\n', ''])?.params.text, '回电')
  assert.equal(asked(['    text: 接报后半小时之内回电。\n', ''], ['    title: 回电\n', ''])?.params.text, 'reply')
})

test('a calendar without hours is a question', () => {
  assert.deepEqual(told([DESK, '{hours: unstated}']), [
    'question 7:3 calendars.desk lint-calendar-unstated',
    '日历 desk 没有写明时段：请问清后在合同条款中填写。',
  ])
})

test('a chain on `kept` lets the late off the next clock; on `done` or `opened` it does not', () => {
  assert.deepEqual(told(['starts: onsite.done', 'starts: onsite.kept']), [
    'warning 40:3 promises.pump-repair lint-chain-kept',
    'pump-repair 接在 onsite 按时做到（kept）之后：onsite 一旦超时，这一条就不再起算。多半应写成做完（done）。',
  ])
  for (const state of ['opened', 'done', 'due', 'broken', 'cancelled'])
    assert.deepEqual(codes(['starts: onsite.done', `starts: onsite.${state}`]), [], state)
  assert.deepEqual(codes(['starts: onsite.done', 'starts: [remote.failed, onsite.kept + 1h]']), ['lint-chain-kept'])
})

test('a ring of promises that wait for each other never starts', () => {
  assert.deepEqual(told(['starts: onsite.done', 'starts: pump-repair.done']), [
    'error 40:3 promises.pump-repair lint-cycle',
    '这些承诺互相等待，谁也不会起算：pump-repair。',
  ])
  const ring = lint(
    ['starts: onsite.done', 'starts: onsite at 50%'],
    ['starts: \'ticket.reported where type == "fault"\'', 'starts: pump-repair.opened'],
  )
  assert.deepEqual(
    ring.map((one) => [one.code, one.clauses, one.params.promises]),
    [['lint-cycle', ['onsite', 'pump-repair'], 'onsite pump-repair']],
  )
})

test('a ring that a fact can break open is none, nor is a long chain', () => {
  assert.deepEqual(codes(['starts: onsite.done', 'starts: [pump-repair.cancelled, ticket.reopened]']), [])
  assert.deepEqual(codes(['starts: \'ticket.reported where type == "fault"\'', 'starts: reply.done']), [])
})

test('a clause that hangs on a ring without being part of it is not blamed for it', () => {
  const tail =
    '\n  handover:\n    text: 修复后两小时内交还泵房。\n    source: [L-8]\n    deadline: {starts: pump-repair.done, kept-by: ticket.confirmed, within: 2h}\nlater:'
  const found = lint(['starts: onsite.done', 'starts: pump-repair.done'], ['\nlater:', tail])
  assert.deepEqual(
    found.map((one) => [one.code, one.clauses]),
    [['lint-cycle', ['pump-repair']]],
  )
})

test('a clause shows the text that was signed and where it stands', () => {
  assert.deepEqual(told(['    source: [L-1]\n', '']), ['warning 20:3 promises.reply lint-no-source', 'reply 没有写出处（source）。'])
  assert.deepEqual(told(['    source: [L-1]', '    source: []']), [
    'warning 20:3 promises.reply lint-no-source',
    'reply 没有写出处（source）。',
  ])
  assert.deepEqual(told(['    text: 市区当日到站，郊县次日到站。\n', '']), [
    'warning 30:3 promises.onsite lint-no-text',
    'onsite 没有写条文（text）：双方看不到它从哪句话来。',
  ])
})

test('a repair that is due before somebody must be there is told with both numbers', () => {
  assert.deepEqual(told(REPAIR_FROM_REPORT('6h'), ['county: travel + 2h', 'county: 12h']), [
    'warning 40:3 promises.pump-repair lint-repair-before-arrival',
    'pump-repair 从报修起算 6h，而到场（onsite）可以晚到 市区 8h, 郊县 12h：修复会早于到场到期。',
  ])
  assert.deepEqual(lint(REPAIR_FROM_REPORT('6h'))[0]?.clauses, ['pump-repair', 'onsite'])
})

test('the shortest repair is held against the longest arrival, minutes against hours', () => {
  assert.deepEqual(codes(REPAIR_FROM_REPORT('{by: grade, major: 470min, general: 24h}')), ['lint-repair-before-arrival'])
  assert.deepEqual(codes(REPAIR_FROM_REPORT('{by: grade, major: 490min, general: 24h}')), [])
  assert.deepEqual(codes(REPAIR_FROM_REPORT('8h')), [])
})

test('of numbers that are no hours, and of promises without any, nobody can say which ends first', () => {
  assert.deepEqual(codes(REPAIR_FROM_REPORT('1d')), [])
  assert.deepEqual(codes(REPAIR_FROM_REPORT('travel + 1h')), [])
  assert.deepEqual(codes(REPAIR_FROM_REPORT('unstated')), ['lint-unstated'])
})

test('an arrival that runs from something later than the report is later still', () => {
  const later = ['starts: \'ticket.reported where type == "fault"\'', 'starts: ticket.accepted'] as const
  assert.deepEqual(codes(REPAIR_FROM_REPORT('8h'), later), ['lint-repair-before-arrival'])
  assert.deepEqual(codes(REPAIR_FROM_REPORT('9h'), later), [])
})

test('a repair that runs from the arrival, or an arrival that nobody knows the start of, is not held against the other', () => {
  assert.deepEqual(codes(['major: 4h', 'major: 1h']), [])
  assert.deepEqual(codes(REPAIR_FROM_REPORT('6h'), ['starts: \'ticket.reported where type == "fault"\'', 'starts: part.arrived']), [])
})

test('a condition on the staff’s grade is not known at the report; on the customer’s it is', () => {
  const asked: Change = ['      excuses: [flood]\n', '      excuses: [flood]\n      when: grade == "major" && zone == "city"\n']
  assert.deepEqual(told(REPAIR_FROM_REPORT('24h'), asked), [
    'warning 40:3 promises.pump-repair lint-when-later',
    'pump-repair 的条件用到 grade，而它在起算时还不知道。',
  ])
  assert.deepEqual(codes(REPAIR_FROM_REPORT('24h'), asked, ['dimensions:\n', 'grade-by: customer\ndimensions:\n']), [])
  assert.deepEqual(codes(asked), [])
})

test('a dimension that staff set is not known at the report; one of the site or the contract is', () => {
  const asked: Change = ['      excuses: [flood]\n', '      excuses: [flood]\n      when: hours == "7x24"\n']
  assert.deepEqual(codes(REPAIR_FROM_REPORT('24h'), asked, ['set-by: contract', 'set-by: staff']), ['lint-when-later'])
  for (const who of ['contract', 'site', 'asset', 'customer'])
    assert.deepEqual(codes(REPAIR_FROM_REPORT('24h'), asked, ['set-by: contract', `set-by: ${who}`]), [], who)
})

test('a word of a condition that only looks like the grade is not asked about', () => {
  const asked = (cel: string): Change => ['      excuses: [flood]\n', `      excuses: [flood]\n      when: '${cel}'\n`]
  assert.deepEqual(codes(REPAIR_FROM_REPORT('24h'), asked('customerGrade == "grade"')), [])
  assert.deepEqual(codes(REPAIR_FROM_REPORT('24h'), asked('channel == "grade"')), [])
})

const SECOND = (deadline: string): Change => [
  '\nlater:',
  `\n  second:\n    text: 来电一小时内回复。\n    source: [L-7]\n    deadline: ${deadline}\nlater:`,
]

test('two clauses of one start and one end with two numbers are told once, with both', () => {
  assert.deepEqual(told(SECOND('{starts: ticket.reported, kept-by: ticket.replied, within: 1h}')), [
    'error 20:3 promises.reply lint-same-events',
    'reply 与 second 起止相同而时限不同（30min 与 1h）：以哪一条为准？',
  ])
})

test('two clauses that end, start or hold for something else do not contradict each other; nor do two of one number', () => {
  for (const deadline of [
    '{starts: ticket.reported, kept-by: ticket.replied, within: 30min, calendar: {by: hours, 5x8: desk, 7x24: always}}',
    '{starts: ticket.reported, kept-by: ticket.answered, within: 1h}',
    '{starts: ticket.accepted, kept-by: ticket.replied, within: 30min}',
    '{starts: ticket.reported, kept-by: ticket.replied, within: {by: grade, major: 30min, general: none}, when: channel == "mail", calendar: {by: hours, 5x8: desk, 7x24: always}}',
    '{starts: ticket.reported, kept-by: ticket.replied, within: 1h, per: asset}',
  ])
    assert.deepEqual(codes(SECOND(deadline)), [], deadline)
})

test('what hangs on the lateness of a promise without a number never starts', () => {
  assert.deepEqual(told(['starts: onsite.done', 'starts: reply.broken'], ['within: 30min', 'within: unstated']).slice(2), [
    'warning 40:3 promises.pump-repair lint-never-starts',
    'pump-repair 等 reply 到期或超时才起算，而 reply 没有会到期的时限：这一条永远不会起算。',
  ])
  const without = (start: string) => codes(['starts: onsite.done', `starts: ${start}`], ['within: 30min', 'within: none'])
  assert.deepEqual(without('reply at 80%'), ['lint-never-starts'])
  assert.deepEqual(without('reply.due'), ['lint-never-starts'])
  assert.deepEqual(without('reply.done'), ['lint-waits-for-nothing'], 'what is not promised is not done either')
  assert.deepEqual(codes(['starts: onsite.done', 'starts: reply.broken']), [])
})

test('one row with a number is enough for a promise to be late at times', () => {
  assert.deepEqual(
    codes(['starts: onsite.done', 'starts: reply.broken'], ['within: 30min', 'within: {by: zone, city: 30min, county: none}']),
    [],
  )
})

test('a warranty without a length is asked for it; one with a length, or for life, is not', () => {
  assert.deepEqual(told(['later:\n', `${COVER}later:\n`]), [
    'question 50:3 promises.pumps lint-term-unstated',
    '“泵组在保修期内免费修。”没有写明期限：promises.pumps.term。请与客户约定，或在合同条款中填写；在此之前不起算。',
  ])
  for (const term of ['24mo', 'lifetime', 'maker'])
    assert.deepEqual(codes(['later:\n', `${COVER.replace('unstated', term)}later:\n`]), [], term)
})

test('a price and a distance that the plan leaves to the contract are asked for, each with the term that fills it', () => {
  const charges = 'charges:\n  - {beyond-km: unstated, travel: 2.50}\n  - {parts: unstated, labour: list}\n'
  assert.deepEqual(told(['later:\n', `${charges}later:\n`]), [
    'question 51:6 charges.charge-1.beyond-km lint-distance-unstated',
    '收费第 1 条没有写明多少公里以外起算：请与客户约定，或在合同条款 charges.charge-1.beyond-km 中填写；在此之前账单上为未定。',
    'question 52:6 charges.charge-2.parts lint-price-unstated',
    '收费第 2 条没有写明配件怎么收：请与客户约定，或在合同条款 charges.charge-2.parts 中填写；在此之前账单上为未定。',
  ])
  assert.deepEqual(codes(['later:\n', `${charges.replaceAll('unstated', '30')}later:\n`]), [])
})

test('a number that must hold and is not named is asked for; a target alone is not', () => {
  assert.deepEqual(told(['later:\n', `${PRESSURE}later:\n`]), [
    'question 50:3 promises.pressure lint-bound-unstated',
    '“水压令人满意。”没有写明数值：promises.pressure.at-least。请与客户约定，或在合同条款中填写；在此之前只计量，不判超时。',
  ])
  assert.deepEqual(codes(['later:\n', `${PRESSURE.replace('unstated', '4')}later:\n`]), [])
})

test('what comes regularly without a period is asked for it; three months are a period', () => {
  assert.deepEqual(told(['later:\n', `${ROUNDS}later:\n`]), [
    'question 50:3 promises.rounds lint-period-unstated',
    '“定期巡泵。”没有写明周期：promises.rounds.every。请与客户约定，或在合同条款中填写；在此之前不排日期。',
  ])
  assert.deepEqual(codes(['later:\n', `${ROUNDS.replace('unstated', '3mo')}later:\n`]), [])
})

test('a cover without a source or a text is told like any other clause', () => {
  const bare = (lost: RegExp) => codes(['later:\n', `${COVER.replace('unstated', '24mo').replace(lost, '')}later:\n`])
  assert.deepEqual(bare(/ {4}source: .*\n/), ['lint-no-source'])
  assert.deepEqual(bare(/ {4}text: .*\n/), ['lint-no-text'])
})

test('a cover of another owner is followed wherever it is named, so what hangs on its end starts', () => {
  const after = `  farewell:
    deadline: {per: contract, starts: pumps.ended, kept-by: notice.delivered, within: 5d}
    text: 保修满后五天内说明今后怎样收费。
    source: [L-9]
`
  assert.deepEqual(codes(['later:\n', `${COVER.replace('unstated', '24mo')}${after}later:\n`]), [])
})

test('a promise of one owner does not see those of another', () => {
  const asset: Change = ['      unless: remote.solved\n', '      unless: remote.solved\n      per: asset\n']
  assert.deepEqual(told(asset, ['      excuses: [flood]\n', '      excuses: [flood]\n      per: ticket\n']), [
    'warning 41:3 promises.pump-repair lint-other-owner',
    'pump-repair（按工单计）接在 onsite（按设备计）之后：两者不属同一主体，这一条不会起算。',
  ])
  assert.deepEqual(codes(asset), [])
})

test('a target is tighter than its limit, row by row', () => {
  assert.deepEqual(told(['target: 10min', 'target: 30min']), [
    'warning 20:3 promises.reply lint-target-after-limit',
    'reply 的目标 30min 不早于时限 30min：目标应当更紧。',
  ])
  const rows = (target: string) => codes(['      excuses: [flood]\n', `      excuses: [flood]\n      target: ${target}\n`])
  assert.deepEqual(rows('{by: grade, major: 3h, general: 1h}'), [])
  assert.deepEqual(rows('{by: grade, major: 5h, general: 1h}'), ['lint-target-after-limit'])
  assert.deepEqual(codes(['target: 10min', 'target: {by: zone, city: 20min, county: 1h}']), ['lint-target-after-limit'])
  assert.deepEqual(codes(['target: 10min', 'target: 1wd']), [])
})

test('what is declared and never used is asked about', () => {
  assert.deepEqual(told(['calendar: {by: hours, 5x8: desk, 7x24: always}', 'calendar: desk']), [
    'question 15:3 dimensions.hours lint-unused-dimension',
    '维度 hours 已声明，但没有条款用到。',
  ])
  assert.deepEqual(told(['excuses: [flood]', 'excuses: [customer-deferred]']), [
    'question 18:3 reasons.flood lint-unused-reason',
    '原因 flood 已声明，但没有条款用到。',
  ])
})

test('a dimension that only a condition asks for is used', () => {
  const plain: Change = ['calendar: {by: hours, 5x8: desk, 7x24: always}', 'calendar: desk\n      when: hours == "7x24"']
  assert.deepEqual(codes(plain), [])
  const site: Change = ['set-by: contract', 'set-by: site']
  assert.deepEqual(
    codes(['calendar: {by: hours, 5x8: desk, 7x24: always}', 'calendar: desk'], ['type == "fault"', 'hours == "5x8"'], site),
    [],
  )
})

test('no question of lint goes without its sentence here', () => {
  const expected = Object.keys(FINDINGS_ZH_CN).filter((code) => code.startsWith('lint-'))
  assert.deepEqual(
    // those of the forms beside the deadline have their own test
    expected.filter((code) => !covered.has(code) && !OF_FORMS.includes(code)),
    [],
  )
})

const ROUNDS = `  rounds:
    recurring: {starts: contract.accepted, every: unstated, task: visit}
    text: 定期巡泵。
    source: [L-7]
`

const COVER = `  pumps:
    cover: {per: asset, starts: contract.accepted, term: unstated}
    text: 泵组在保修期内免费修。
    source: [L-8]
`

const PRESSURE = `  pressure:
    level: {per: contract, measure: mean score of survey.answered, over: month, at-least: unstated}
    text: 水压令人满意。
    source: [L-10]
`

const PLANTINGS: readonly (readonly [code: string, ...changes: Change[]])[] = [
  ['lint-unstated', ['general: 2d', 'general: unstated']],
  ['lint-term-unstated', ['later:\n', `${COVER}later:\n`]],
  ['lint-period-unstated', ['later:\n', `${ROUNDS}later:\n`]],
  ['lint-bound-unstated', ['later:\n', `${PRESSURE}later:\n`]],
  ['lint-calendar-unstated', [DESK, '{hours: unstated}']],
  ['lint-no-source', ['    source: [L-1]\n', '']],
  ['lint-no-text', ['    text: 市区当日到站，郊县次日到站。\n', '']],
  ['lint-chain-kept', ['starts: onsite.done', 'starts: onsite.kept']],
  ['lint-target-after-limit', ['target: 10min', 'target: 45min']],
  ['lint-unused-reason', ['name: 汛期封路}\n', 'name: 汛期封路}\n  strike: {name: 停工}\n']],
  [
    'lint-unused-dimension',
    ['dimensions:\n', 'dimensions:\n  season: {name: 季节, values: [{id: wet, name: 雨季}, {id: dry, name: 旱季}], set-by: site}\n'],
  ],
  ['lint-same-events', SECOND('{starts: ticket.reported, kept-by: ticket.replied, within: 2h}')],
  ...PLANTED_FORMS.map(({ code, changes }) => [code, ...changes] as const),
]

test('each finding comes with what was planted and goes with it, whatever else is wrong in the plan', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...PLANTINGS]), (planted) => {
      const found = codes(...planted.flatMap(([, ...changes]) => changes))
      assert.deepEqual([...found].sort(), planted.map(([code]) => code).sort())
    }),
    { numRuns: RUNS.numRuns / 3 },
  )
})

test('a reason that a price or a condition asks for as a cause is used; one that is only spelt alike is not', () => {
  const declared = change('name: 汛期封路}\n', 'name: 汛期封路}\n  strike: {name: 停工}\n')
  const unused = (text: string) => lintPlan(planOf(text)).filter(({ code }) => code === 'lint-unused-reason')
  const priced = (cause: string) => `${declared}charges:\n  - {when: 'cause == "${cause}"', parts: free}\n`
  assert.equal(unused(priced('strike')).length, 0)
  assert.deepEqual(
    unused(priced('strikes')).map(({ params }) => params),
    [{ reason: 'strike' }],
  )
  const judged = `  told:
    deadline: {starts: 'ticket.judged where cause == "strike"', kept-by: ticket.replied, within: 1h}
    text: 停工的当面说明。
    source: [L-9]
`
  assert.equal(unused(declared.replace('later:\n', `${judged}later:\n`)).length, 0)
})
