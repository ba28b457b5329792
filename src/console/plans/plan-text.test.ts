import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asNextVersion, lineAt, worstByLine } from './plan-text.ts'

test('a finding leads to its line, wherever that stands in the text', () => {
  const text = 'plan: a\ntitle: 二\nversion: 1'
  assert.deepEqual(lineAt(text, 1), { start: 0, end: 7 })
  assert.deepEqual(lineAt(text, 2), { start: 8, end: 16 })
  assert.equal(text.slice(...Object.values(lineAt(text, 3))), 'version: 1')
})

test('a line beyond the end leads to the last one', () => {
  assert.deepEqual(lineAt('a\nb', 9), { start: 2, end: 3 })
  assert.deepEqual(lineAt('', 1), { start: 0, end: 0 })
})

test('a line carries the gravest of what is to be said of it', () => {
  const worst = worstByLine([
    { line: 2, severity: 'question' },
    { line: 2, severity: 'error' },
    { line: 2, severity: 'warning' },
    { line: 5, severity: 'warning' },
  ])
  assert.deepEqual(
    [...worst],
    [
      [2, 'error'],
      [5, 'warning'],
    ],
  )
})

test('the next version is the same text with its number', () => {
  assert.equal(asNextVersion('plan: a\nversion: 1\ntitle: version: 1', 2), 'plan: a\nversion: 2\ntitle: version: 1')
  assert.equal(asNextVersion('plan: a', 2), 'plan: a')
})
