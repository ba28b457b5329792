import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPlanText } from '../../server/plan-file.ts'
import { SOUND, change } from './given.testing.ts'
import { outlinePlan } from './outline.ts'
import type { OutlinedClause } from './outline.ts'
import { parsePlan } from './parse.ts'
import { PLAN_FILES, bundledText } from './plans.testing.ts'

/** The outline of a text that is YAML; undefined for one that is not. */
function outline(text: string): readonly OutlinedClause[] | undefined {
  const read = readPlanText(text)
  if (!read.ok) return undefined
  const parsed = parsePlan(read.node)
  const plan = parsed.ok ? parsed.plan : parsed.sketch
  return plan && outlinePlan(read.node, { plan, findings: parsed.findings }, 'zh-CN')
}

test('every clause of a plan stands in its order, with its line, its form, its text and its words', () => {
  const clauses = outline(SOUND) ?? assert.fail()
  const lines = SOUND.split('\n')
  for (const { id, line, words, form } of clauses) {
    assert.equal(lines[line - 1]?.trim(), `${id}:`)
    assert.ok(words.length > 1 && form !== undefined, id)
  }
  const [first] = clauses
  assert.ok(first?.source.length)
})

test('a slip in one clause takes that clause its words and no other', () => {
  const broken = outline(change('within: 30min', 'within: soon')) ?? assert.fail()
  const silent = broken.filter(({ words }) => words.length === 0)
  assert.equal(silent.length, 1)
  assert.ok(silent[0]?.text !== undefined, 'what was signed is still shown')
})

test('a clause that has only its name so far is there, without words', () => {
  assert.deepEqual(
    outline('promises:\n  reply:\n  repair: {text: 修复}\n')?.map(({ id, text, words }) => [id, text, words]),
    [
      ['reply', undefined, []],
      ['repair', '修复', []],
    ],
  )
  assert.deepEqual(outline('plan: a\n'), [])
})

test('wherever a plan is broken off or a line of it is missing, what can be read is read and nothing fails', () => {
  const texts = PLAN_FILES.map(bundledText)
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.boolean(), (text, number, cut) => {
      const lines = text.split('\n')
      const at = number % lines.length
      const left = cut ? lines.slice(0, at) : lines.toSpliced(at, 1)
      for (const clause of outline(left.join('\n')) ?? []) assert.equal(left[clause.line - 1]?.trim().split(':')[0], clause.id)
    }),
    { numRuns: 60 },
  )
})
