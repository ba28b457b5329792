import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SOUND, change, planOf, sentencesOf } from './given.testing.ts'
import { lintPlan } from './lint.ts'

// Clauses that are not written alike, and promise one thing all the same in some case.

type Change = readonly [from: string, to: string]

const findings = (...changes: readonly Change[]) => lintPlan(planOf(changes.reduce((text, [from, to]) => change(from, to, text), SOUND)))
const codes = (...changes: readonly Change[]): string[] => findings(...changes).map(({ code }) => code)

function told(...changes: readonly Change[]): string[] {
  return findings(...changes).flatMap((one) => [
    `${one.severity} ${one.at.line}:${one.at.column} ${one.at.path} ${one.code}`,
    sentencesOf(one)['zh-CN'],
  ])
}

const SECOND = (deadline: string): Change => [
  '\nlater:',
  `\n  second:\n    text: 来电一小时内回复。\n    source: [L-7]\n    deadline: ${deadline}\nlater:`,
]

test('two clauses that hold in one case with two numbers are asked about, in whatever order, chain or condition they are written', () => {
  assert.deepEqual(told(SECOND('{starts: ticket.reported, kept-by: ticket.replied, within: 1h, when: channel == "mail"}')), [
    'error 20:3 promises.reply lint-events-overlap',
    'reply 与 second 有一种情形两条都适用，起止相同而时限不同（30min 与 1h）：那时以哪一条为准？',
  ])
  for (const deadline of [
    '{starts: [callback.made, ticket.reported], kept-by: ticket.replied, within: 1h}',
    '{starts: ticket.reported, kept-by: [ticket.restored, ticket.replied], within: 1h}',
    `{starts: 'ticket.reported where type == "fault"', kept-by: ticket.replied, within: 1h}`,
    '{starts: ticket.reported, kept-by: ticket.replied, within: {by: grade, major: 30min, general: 1h}}',
  ])
    assert.equal(
      codes(SECOND(deadline)).includes(deadline.includes('by: grade') ? 'lint-same-events' : 'lint-events-overlap'),
      true,
      deadline,
    )
  const read: Change = ['source: [L-7]\n', 'source: [L-7]\n    reading: 以先到期的为准。\n']
  const mailed = SECOND('{starts: ticket.reported, kept-by: ticket.replied, within: 1h, when: channel == "mail"}')
  assert.deepEqual(codes(mailed, read), [])
})

test('clauses for cases that never meet are not held against each other', () => {
  const cases = (mine: string, theirs: string) =>
    codes(
      ['      target: 10min\n', `      target: 10min\n      when: '${mine}'\n`],
      SECOND(`{starts: ticket.reported, kept-by: ticket.replied, within: 1h, when: '${theirs}'}`),
    )
  const apart: readonly (readonly [string, string])[] = [
    ['channel == "mail"', 'channel == "phone"'],
    ['channel == "mail"', 'channel != "mail"'],
    ['channel == "mail"', 'channel in ["phone", "portal"] || channel == "mail" && type == "request" && channel == "phone"'],
    ['channel == "mail" && type == "fault"', 'type == "request"'],
  ]
  for (const [mine, theirs] of apart) assert.deepEqual(cases(mine, theirs), [], `${mine} | ${theirs}`)
  for (const [mine, theirs] of [
    ['channel == "mail"', 'type == "fault"'],
    ['channel != "mail"', 'channel != "phone"'],
    ['channel in ["mail", "phone"]', 'channel == "phone"'],
  ] as const)
    assert.deepEqual(cases(mine, theirs), ['lint-events-overlap'], `${mine} | ${theirs}`)
})
