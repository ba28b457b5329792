import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import { refusal, sayServiceRefusal, serviceName } from './refusal.ts'
import { SERVICE_NOUNS, SERVICE_STEPS } from './vocabulary.ts'
import { SERVICE_ZH_CN } from './words/zh-CN.ts'
import type { ServiceRefusalCode } from './refusal.ts'

const CODES = Object.keys(SERVICE_ZH_CN).filter((code): code is ServiceRefusalCode => !code.includes('.') && code !== 'comma')
const PARAMS = { field: 'kind', step: 'visit.done', phase: 'visit.planned', choices: 'a b', form: '派工单' }

test('every refusal is a whole sentence in every language, with the reader’s own names in it', () => {
  for (const code of CODES)
    for (const locale of LOCALES) {
      const sentence = sayServiceRefusal({ ...refusal(code, PARAMS, 'kind'), expects: 'number' }, locale)
      assert.match(sentence, /[。.]$/, `${code} ${locale}`)
      assert.doesNotMatch(sentence, /[{}]|undefined/)
    }
  assert.equal(
    sayServiceRefusal(refusal('step-not-now', { phase: 'loan.returned' }), 'zh-CN'),
    '现在不能登记这一步：这条记录的上一步是“备机归还”。',
  )
})

test('what should stand there is said in the reader’s language', () => {
  const wrong = { ...refusal('field-kind', { field: 'fen' }, 'fen'), expects: 'fen' } as const
  assert.equal(sayServiceRefusal(wrong, 'zh-CN'), '“金额”不是要填的内容：以分为单位的整数金额。')
  assert.equal(sayServiceRefusal(wrong, 'en'), '“amount” is not what is asked for: a whole amount in fen.')
})

test('every field, every choice and every noun of the table has a name in every language', () => {
  for (const locale of LOCALES) {
    for (const noun of SERVICE_NOUNS) assert.notEqual(serviceName('noun', noun, locale), locale === 'en' ? '' : noun, noun)
    for (const { fields } of Object.values(SERVICE_STEPS))
      for (const { id, choices = [] } of fields) {
        assert.ok(Object.hasOwn(SERVICE_ZH_CN, `field.${id}`), id)
        for (const choice of choices) assert.ok(Object.hasOwn(SERVICE_ZH_CN, `choice.${choice}`), choice)
      }
  }
})

test('what has no name of ours is said as the plan calls it', () => {
  assert.equal(serviceName('choice', 'lift-overhaul', 'zh-CN'), 'lift-overhaul')
})
