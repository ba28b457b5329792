import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CALENDAR_WORDS } from '../calendar/words.ts'
import { SOUND, change, findingsOf, sentencesOf, tell } from './given.testing.ts'
import { CHARGE_MISTAKES, CONDITIONS, EVENTS, FORM_MISTAKES, NAMES, OPENINGS, SCHEDULE_MISTAKES, TABLES } from './planted-clause.testing.ts'
import { CALENDARS, KEYS, SHAPES, YAML } from './planted-file.testing.ts'
import type { Planted } from './planted-file.testing.ts'
import { FINDINGS_ZH_CN } from './words/zh-CN.ts'

const covered = new Set<string>()

/** Each mistake, planted alone into the sound plan, is told once, at its place, in a sentence that is whole in every language. */
function holds(planted: readonly Planted[]): void {
  for (const [from, to, told, sentence] of planted) {
    const findings = findingsOf(change(from, to))
    assert.deepEqual(tell(findings), [told], to)
    const [only] = findings
    assert.ok(only)
    assert.equal(sentencesOf(only)['zh-CN'], sentence)
    assert.equal(only.severity, 'error')
    covered.add(only.code)
  }
}

test('the plan into which the mistakes are planted has none', () => {
  assert.deepEqual(findingsOf(SOUND), [])
})

test('what is not YAML is told on its line, with what mostly goes wrong there', () => holds(YAML))

test('a map, a list or a value that is none is told with what should stand there', () => holds(SHAPES))

test('a key that nobody knows, that is missing or that is written twice is told where it stands or should stand', () => holds(KEYS))

test('an event that cannot be read is told with how events are written', () => holds(EVENTS))

test('a promise opens in one way and has a limit, in a form that can be carried out', () => holds(OPENINGS))

test('each form demands what it cannot do without, and a clause has one form', () => holds(FORM_MISTAKES))

test('a distance of a charge speaks of travel alone', () => holds(CHARGE_MISTAKES))

test('a schedule is one, its phases follow each other, a level has a bound', () => holds(SCHEDULE_MISTAKES))

test('a name that is declared nowhere is told with those that are', () => holds(NAMES))

test('a table has a row for every value of its dimension and no others', () => holds(TABLES))

test('a condition that cannot be judged is told with the condition', () => holds(CONDITIONS))

test('a calendar and a time zone are checked where they stand', () => holds(CALENDARS))

test('no finding of the parser goes without its place and its sentence here', () => {
  const elsewhere = /^(term-|lint-)|^(calendar-unstated|dimension-unset)$/
  const expected = Object.keys(FINDINGS_ZH_CN).filter((code) => !elsewhere.test(code))
  assert.deepEqual(
    expected.filter((code) => !covered.has(code)),
    [],
  )
})

test('of what may be wrong with a calendar only its shape and what is open are told elsewhere', () => {
  const codes = Object.keys(CALENDAR_WORDS['zh-CN']).map((code) => `calendar.${code}`)
  assert.deepEqual(
    codes.filter((code) => !covered.has(code)),
    ['calendar.not-a-calendar', 'calendar.hours-unstated'],
  )
})
