import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SOUND, change, planOf } from './given.testing.ts'
import { lintPlan } from './lint.ts'
import { located } from './places.ts'
import { PLAN_FILES, bundledText } from './plans.testing.ts'

const lineOf = (text: string, line: number): string => text.split('\n')[line - 1] ?? ''
/** Of findings at no clause: what they speak of, and the line to which they point. */
const pointed = (text: string) =>
  lintPlan(planOf(text))
    .filter(({ clauses }) => clauses.length === 0)
    .map(({ at }) => ({ path: at.path, line: lineOf(text, at.line) }))

test('what is asked of a calendar, a reason, a line of the charges or a channel stands at the line where it is declared', () => {
  const asked = [
    ['desk: {weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}', 'desk: {hours: unstated}'],
    ['excuses: [flood]', 'excuses: [customer-deferred]'],
  ].reduce((text, [from, to]) => change(from!, to!, text), SOUND)
  const sections = `charges:
  - {labour: free}
  - {when: grade == "major", travel: unstated}
channels:
  first: {name: 热线, kind: phone, calendar: desk}
  second: {name: 热线, kind: phone}
`
  assert.deepEqual(pointed(asked + sections), [
    { path: 'channels.first', line: '  first: {name: 热线, kind: phone, calendar: desk}' },
    { path: 'calendars.desk', line: '  desk: {hours: unstated}' },
    { path: 'charges.charge-2.travel', line: '  - {when: grade == "major", travel: unstated}' },
    { path: 'reasons.flood', line: '  flood: {name: 汛期封路}' },
  ])
})

test('every question that a bundled plan raises about no clause points at a line that names it', () => {
  const all = PLAN_FILES.flatMap((file) => pointed(bundledText(file)))
  assert.notEqual(all.length, 0)
  for (const { path, line } of all) {
    const [section, name = ''] = path.split('.')
    assert.match(line, section === 'charges' ? /^ {2}(- |  )/ : new RegExp(`^  ${name}:`), path)
  }
})

test('what was declared at a place that nobody kept stays at the head of the file', () => {
  const at = { line: 1, column: 1, path: 'reasons.flood' }
  const finding = { code: 'lint-unused-reason', severity: 'question', at, params: {}, clauses: [] } as const
  assert.deepEqual(located(finding, {}), finding)
  assert.deepEqual(located(finding, { places: { 'reasons.other': { line: 7, column: 3 } } }), finding)
})
