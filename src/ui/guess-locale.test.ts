import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessLocale } from './guess-locale.ts'

test('the language is what was used here last, else what the browser wants, else Chinese', () => {
  assert.equal(guessLocale('en', ['zh-CN']), 'en')
  assert.equal(guessLocale('fr', ['en-GB']), 'en')
  assert.equal(guessLocale(null, ['de', 'zh-HK', 'en']), 'zh-TW')
  assert.equal(guessLocale(null, ['zh']), 'zh-CN')
  assert.equal(guessLocale(null, ['zh-Hant-TW']), 'zh-TW')
  assert.equal(guessLocale(null, ['de']), 'zh-CN')
})
