import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asNextVersion, titleIn } from './text.ts'

test('the next version is the same text with its number', () => {
  assert.equal(asNextVersion('plan: a\nversion: 1\ntitle: 一', 2), 'plan: a\nversion: 2\ntitle: 一')
  assert.equal(asNextVersion('plan: a\n', 2), 'plan: a\n')
  assert.equal(asNextVersion('text: version 1 of it\nversion: 12', 13), 'text: version 1 of it\nversion: 13')
})

test('a text has its title as soon as one is written, with or without quotes; of a long one the beginning', () => {
  assert.equal(titleIn('plan: a\ntitle: 泵站维保\n'), '泵站维保')
  assert.equal(titleIn('title: "泵站 维保"'), '泵站 维保')
  assert.equal(titleIn('plan: a\n  title: 不是它'), '')
  assert.equal(titleIn('title:'), '')
  assert.equal(titleIn(`title: ${'长'.repeat(300)}`).length, 120)
})
