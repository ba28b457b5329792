import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import { SOUND, change, planOf } from './given.testing.ts'
import { lintPlan } from './lint.ts'
import { sayFinding } from './say.ts'

/** What is said of the plan with these changes, of one kind, in each language. */
function said(code: string, ...changes: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const plan = planOf(changes.reduce((text, [from, to]) => change(from, to, text), SOUND))
  const finding = lintPlan(plan).find((one) => one.code === code) ?? assert.fail(code)
  return LOCALES.map((locale) => sayFinding(finding, locale, plan))
}

test('a clause is called what the plan calls it, between the marks of each language', () => {
  assert.deepEqual(said('lint-chain-kept', ['starts: onsite.done', 'starts: onsite.kept']), [
    '“修复” 接在 “到站” 按时做到（kept）之后：“到站” 一旦超时，这一条就不再起算。多半应写成做完（done）。',
    '「修复」 接在 「到站」 如期做到（kept）之後：「到站」 一旦逾時，這一條就不再起算。多半應寫成做完（done）。',
    '“修复” hangs on “到站” being kept in time (kept): once “到站” is late, it never starts. Done at all (done) is probably meant.',
  ])
})

test('promises that wait for each other are each called by their name', () => {
  const ring = [
    'starts: \'ticket.reported where type == "fault"\'\n      kept-by: visit',
    'starts: pump-repair.done\n      kept-by: visit',
  ] as const
  assert.deepEqual(said('lint-cycle', ring), [
    '这些承诺互相等待，谁也不会起算：“到站”、“修复”。',
    '這些承諾互相等待，誰也不會起算：「到站」、「修复」。',
    'These promises wait for each other, and none ever starts: “到站”, “修复”.',
  ])
})
