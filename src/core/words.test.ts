import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LOCALES, say } from './words.ts'

test('Chinese is the language of the product where no other is asked for', () => {
  assert.deepEqual(LOCALES, ['zh-CN', 'zh-TW', 'en'])
})

test('a sentence is filled at its places, with numbers as they are', () => {
  assert.equal(say('{who}已于{at}到场，用时 {minutes} 分钟', { who: '吴岚', at: '9:05', minutes: 35 }), '吴岚已于9:05到场，用时 35 分钟')
  assert.equal(say('{n}', { n: 0 }), '0')
  assert.equal(say('[{empty}]', { empty: '' }), '[]')
})

test('a place that stands twice is filled twice', () => {
  assert.equal(say('{city}市内 4 小时，{city}市外另计路程', { city: '苏州' }), '苏州市内 4 小时，苏州市外另计路程')
})

test('a place without a value stays visible', () => {
  assert.equal(say('等待{event}，还剩 {left}', { left: '2 小时' }), '等待{event}，还剩 2 小时')
  assert.equal(say('等待{event}'), '等待{event}')
})

test('a value that no place asks for is left out', () => {
  assert.equal(say('已关闭', { at: '9:05' }), '已关闭')
})

test('a name that every object inherits fills nothing', () => {
  for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) assert.equal(say(`{${name}}`, {}), `{${name}}`)
})

test('only whole names in braces are places: empty braces, blanks and signs are text', () => {
  const params = { a: '甲', 'a b': '乙', 'a-b': '丙', '': '丁' }
  for (const sentence of ['{}', '{ a }', '{a b}', '{a-b}', '{a', 'a}', '$a']) assert.equal(say(sentence, params), sentence)
  assert.equal(say('{{a}}', params), '{甲}')
})

test('a value is put in as it is: its braces are no places and its dollar signs no patterns', () => {
  assert.equal(say('{title}·{state}', { title: '{state}', state: '处理中' }), '{state}·处理中')
  for (const text of ['$&', '$1', "$'", '$$', '\\1']) assert.equal(say('[{text}]', { text }), `[${text}]`)
})

test('whatever is filled in arrives whole and in its order, and the text around it stays', () => {
  const plain = fc.string().filter((text) => !/[{}]/.test(text))
  fc.assert(
    fc.property(plain, plain, plain, fc.string(), fc.string(), (before, between, after, first, second) => {
      const said = say(`${before}{first}${between}{second}${after}`, { first, second })
      assert.equal(said, before + first + between + second + after)
    }),
  )
})
