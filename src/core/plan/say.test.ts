import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CALENDAR_WORDS } from '../calendar/words.ts'
import { LOCALES } from '../words.ts'
import { sayFinding } from './say.ts'
import { CONDITION_EN, EXPECTED_EN, EXPLAIN_EN, FINDINGS_EN } from './words/en.ts'
import { CONDITION_ZH_CN, EXPECTED_ZH_CN, EXPLAIN_ZH_CN, FINDINGS_ZH_CN } from './words/zh-CN.ts'
import { CONDITION_ZH_TW, EXPECTED_ZH_TW, EXPLAIN_ZH_TW, FINDINGS_ZH_TW } from './words/zh-TW.ts'

type Dictionary = Readonly<Record<string, string>>

const FILES: readonly { readonly name: string; readonly 'zh-CN': Dictionary; readonly 'zh-TW': Dictionary; readonly en: Dictionary }[] = [
  { name: 'findings', 'zh-CN': FINDINGS_ZH_CN, 'zh-TW': FINDINGS_ZH_TW, en: FINDINGS_EN },
  { name: 'expected', 'zh-CN': EXPECTED_ZH_CN, 'zh-TW': EXPECTED_ZH_TW, en: EXPECTED_EN },
  { name: 'explain', 'zh-CN': EXPLAIN_ZH_CN, 'zh-TW': EXPLAIN_ZH_TW, en: EXPLAIN_EN },
  { name: 'condition', 'zh-CN': CONDITION_ZH_CN, 'zh-TW': CONDITION_ZH_TW, en: CONDITION_EN },
]

const placesOf = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort()

test('every sentence asks for the same values in every language', () => {
  for (const { name, 'zh-CN': words, ...others } of FILES)
    for (const [key, sentence] of Object.entries(words))
      for (const [locale, translated] of Object.entries(others))
        assert.deepEqual(placesOf(translated[key] ?? ''), placesOf(sentence), `${name} ${key} ${locale}`)
})

test('no language has a sentence that the others lack', () => {
  for (const { name, 'zh-CN': words, ...others } of FILES)
    for (const translated of Object.values(others)) assert.deepEqual(Object.keys(translated).sort(), Object.keys(words).sort(), name)
})

/** Characters that only simplified texts have. */
const SIMPLIFIED = /[们这写对错应为从时级单则节数换区档维护条员说请须与标务询关闭设备认识误读计断续点线边没个来开]/

test('English sentences hold no Chinese, and traditional ones no simplified characters', () => {
  for (const { name, 'zh-TW': traditional, en } of FILES) {
    for (const [key, sentence] of Object.entries(en)) assert.doesNotMatch(sentence, /\p{Script=Han}/u, `${name} ${key}`)
    for (const [key, sentence] of Object.entries(traditional)) assert.doesNotMatch(sentence, SIMPLIFIED, `${name} ${key}`)
  }
})

test('a finding of the plan is one sentence in the reader’s language', () => {
  const finding = { code: 'missing-row', params: { dimension: 'grade', rows: 'major general' } }
  assert.equal(sayFinding(finding, 'zh-CN'), '按 grade 的表缺少这些行：major general。没有承诺就写 none，没有数字就写 unstated。')
  assert.equal(sayFinding(finding, 'zh-TW'), '按 grade 的表缺少這些行：major general。沒有承諾就寫 none，沒有數字就寫 unstated。')
  assert.equal(
    sayFinding(finding, 'en'),
    'The table by grade lacks these rows: major general. Write none where nothing is promised, unstated where there is no number.',
  )
})

test('what was expected of a value is said in the language of the sentence', () => {
  const finding = { code: 'bad-value', params: { path: 'version', value: 'zero', expects: 'whole-number' } }
  assert.equal(sayFinding(finding, 'zh-CN'), 'version 的值“zero”不对，应当是正整数。')
  assert.equal(sayFinding(finding, 'zh-TW'), 'version 的值「zero」不對，應當是正整數。')
  assert.equal(sayFinding(finding, 'en'), 'The value “zero” of version is wrong; it must be a positive whole number.')
})

test('what is wrong with a calendar is said in the calendar’s own words', () => {
  for (const locale of LOCALES)
    assert.equal(
      sayFinding({ code: 'calendar.bad-date', params: { value: '2026-02-30' } }, locale),
      CALENDAR_WORDS[locale]['bad-date'].replace('{value}', '2026-02-30'),
    )
})

test('every sentence that tells of a mistake ends, so that several can stand one after the other', () => {
  for (const [key, sentence] of Object.entries(FINDINGS_ZH_CN)) assert.match(sentence, /[。？]$|\{condition\}$/, key)
  for (const [key, sentence] of Object.entries(FINDINGS_EN)) assert.match(sentence, /[.?]$|\{condition\}$|: \{known\}\.$/, key)
})

test('owners are said by their names', () => {
  const params = { promise: 'inspect', owner: 'asset', on: 'reply', otherOwner: 'ticket' }
  assert.match(sayFinding({ code: 'lint-other-owner', params }, 'zh-CN'), /按设备计.*按工单计/)
  assert.match(sayFinding({ code: 'lint-other-owner', params }, 'zh-TW'), /設備.*工單/)
  assert.doesNotMatch(sayFinding({ code: 'lint-other-owner', params }, 'en'), /asset/)
})
