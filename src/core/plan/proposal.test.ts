import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SOUND, change, findingsOf, planOf } from './given.testing.ts'
import { lintPlan } from './lint.ts'
import { proposalsOf } from './proposal.ts'
import type { Proposal } from './proposal.ts'
import type { Finding } from './types.ts'

type Change = readonly [from: string, to: string]

/** What is wrong with a text; of one that is a plan, what is to be asked about it. */
function told(text: string): readonly Finding[] {
  const wrong = findingsOf(text)
  return wrong.length > 0 ? wrong : lintPlan(planOf(text))
}

const planted = (changes: readonly Change[]): string => changes.reduce((text, [from, to]) => change(from, to, text), SOUND)

/** As the editor writes it: the first place at or after the line of the finding. */
function applied(text: string, { at }: Finding, { find, replace }: Proposal): string {
  const lines = text.split('\n')
  const before = lines.slice(0, at.line - 1).join('\n')
  const rest = text.slice(before.length)
  assert.ok(rest.includes(find), `${find} stands nowhere behind line ${at.line}`)
  return before + rest.replace(find, () => replace)
}

const clause = (id: string, form: string): Change => [
  '\nlater:',
  `\n  ${id}:\n    text: 另一句承诺。\n    source: [L-7]\n    ${form}\nlater:`,
]

/** What is proposed for the slips that were made, and that each of them ends the finding that it is for. */
function proposed(code: string, ...changes: readonly Change[]): readonly Proposal[] {
  const text = planted(changes)
  const found = told(text).find((one) => one.code === code) ?? assert.fail(`no ${code}`)
  const proposals = proposalsOf(found)
  for (const one of proposals) {
    const left = told(applied(text, found, one)).map((other) => `${other.code} ${other.at.path}`)
    assert.ok(!left.includes(`${code} ${found.at.path}`), `${one.find} → ${one.replace} leaves ${left.join(', ')}`)
  }
  return proposals
}

test('a name that is spelt otherwise is proposed as it was probably meant', () => {
  assert.deepEqual(proposed('unknown-fact-near', ['kept-by: ticket.replied', 'kept-by: ticket.repplied']), [
    { find: 'ticket.repplied', replace: 'ticket.replied' },
  ])
  assert.deepEqual(proposed('unknown-promise-near', ['starts: onsite.done', 'starts: onsit.done']), [{ find: 'onsit', replace: 'onsite' }])
  assert.deepEqual(proposed('unknown-key-near', ['later:\n', 'latter:\n']), [{ find: 'latter', replace: 'later' }])
  assert.deepEqual(proposed('bad-choice', ['notice: customer', 'notice: custumer']), [{ find: 'custumer', replace: 'customer' }])
})

test('a length as people write it is proposed as the language writes it', () => {
  for (const [written, meant] of [
    ['30 分钟', '30min'],
    ['30分', '30min'],
    ['2小时', '2h'],
    ['1 个工作日', '1wd'],
    ['3 days', '3d'],
  ] as const)
    assert.deepEqual(proposed('bad-value', ['within: 30min', `within: ${written}`]), [{ find: written, replace: meant }])
  for (const unsure of ['soon', '30', '1.5 个月', '半小时'])
    assert.deepEqual(proposed('bad-value', ['within: 30min', `within: ${unsure}`]), [], unsure)
})

test('a chain that hangs on kept, or on what never comes late, is proposed to hang on done', () => {
  assert.deepEqual(proposed('lint-chain-kept', ['starts: onsite.done', 'starts: onsite.kept']), [
    { find: 'onsite.kept', replace: 'onsite.done' },
  ])
  const unstated: Change = ['within: 30min', 'within: unstated']
  assert.deepEqual(proposed('lint-never-starts', ['starts: onsite.done', 'starts: reply.broken'], unstated), [
    { find: 'reply.broken', replace: 'reply.done' },
  ])
  assert.deepEqual(proposed('lint-never-starts', ['starts: onsite.done', 'starts: reply at 80%'], unstated), [], 'a share has no such twin')
})

test('of two numbers for one thing the other one is proposed, where each is one number', () => {
  const second = (within: string) => clause('second', `deadline: {starts: ticket.reported, kept-by: ticket.replied, within: ${within}}`)
  assert.deepEqual(proposed('lint-same-events', second('1h')), [{ find: '30min', replace: '1h' }])
  assert.deepEqual(proposed('lint-same-events', second('{by: grade, major: 1h, general: 2h}')), [])
  const slips = [
    clause('loaner', 'deadline: {starts: remote.failed, kept-by: loan.delivered, within: 12h}'),
    clause('factory', 'deadline: {starts: remote.failed, kept-by: rma.shipped, within: 12d}'),
  ]
  assert.deepEqual(proposed('lint-unit-slip', ...slips), [{ find: '12h', replace: '12d' }])
})

test('a place that nobody has is proposed to be each of those that are there', () => {
  const spares = clause('spares', `level: {per: contract, measure: 'stock.on-hand where place == "moon"', over: now, at-least: 2}`)
  assert.deepEqual(
    proposed('lint-place-unknown', spares).map(({ replace }) => replace),
    ['place == "local"', 'place == "branch"', 'place == "factory"'],
  )
})

test('where the customer grades, the grade that a clause waits for is proposed to be theirs', () => {
  const triage = clause('triage', 'deadline: {starts: ticket.reported, kept-by: ticket.graded, within: 20min}')
  assert.deepEqual(proposed('lint-graded-twice', ['dimensions:\n', 'grade-by: customer\ndimensions:\n'], triage), [
    { find: 'ticket.graded', replace: 'ticket.graded where by == "customer"' },
  ])
})

test('a clause that is counted by what no record names is proposed to be counted by what holds it', () => {
  const per = (noun: string) => clause('each', `deadline: {per: ${noun}, starts: ticket.reported, kept-by: ticket.replied, within: 1d}`)
  assert.deepEqual(proposed('per-component', per('component')), [{ find: 'per: component', replace: 'per: asset' }])
  assert.deepEqual(proposed('per-call', per('call')), [{ find: 'per: call', replace: 'per: ticket' }])
})

test('where somebody has to decide what was meant nothing is proposed', () => {
  assert.deepEqual(proposalsOf({ code: 'lint-unstated', params: { text: '及时', place: 'promises.reply.within' } }), [])
  assert.deepEqual(proposalsOf({ code: 'constructor', params: {} }), [])
})
