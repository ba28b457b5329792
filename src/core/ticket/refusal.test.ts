import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import { CHANNELS, TICKET_TYPES } from './forms.ts'
import { REPORT, given } from './given.testing.ts'
import { COMMAND_NAMES } from './guards.ts'
import { isName, nameOf, refusal, sayConflict, sayPhase, sayRefusal } from './refusal.ts'
import type { RefusalCode } from './refusal.ts'
import { PHASES } from './transitions.ts'
import { NAMES_EN, REFUSALS_EN } from './words/en.ts'
import { NAMES_ZH_CN, REFUSALS_ZH_CN } from './words/zh-CN.ts'
import { NAMES_ZH_TW, REFUSALS_ZH_TW } from './words/zh-TW.ts'

const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort()

test('the languages say the same things with the same places', () => {
  for (const key of Object.keys(REFUSALS_ZH_CN) as RefusalCode[]) {
    assert.deepEqual(places(REFUSALS_EN[key]), places(REFUSALS_ZH_CN[key]), key)
    assert.deepEqual(places(REFUSALS_ZH_TW[key]), places(REFUSALS_ZH_CN[key]), key)
  }
  assert.deepEqual(Object.keys(NAMES_EN), Object.keys(NAMES_ZH_CN))
  assert.deepEqual(Object.keys(NAMES_ZH_TW), Object.keys(NAMES_ZH_CN))
})

test('the Taiwan file holds no character that is written only on the mainland', () => {
  const simplified =
    /[这个们没为开关报时间应经级条变说请让选项务写护记录补样认确户复换产专业东车马鱼鸟龙门问闻单据凭证废备给统绝约组织终结维续网缺罗职联胜脑节处虑虚视觉计订讨训议论设许访评识诉词试该详误读课调谁谈谢责败账货质购费贴贵资赔赶轻载辑输边达过运还进远违连迟适递遗邮部释银错键锁镇长闭队阳阴阶际陆险随隐难静项顺须预领频题额风饭饮馆验]/
  const words = [...Object.values(REFUSALS_ZH_TW), ...Object.values(NAMES_ZH_TW)]
  for (const sentence of words) assert.doesNotMatch(sentence.replaceAll('部', '').replaceAll('缺', ''), simplified)
})

test('every refusal is a sentence that ends', () => {
  for (const sentence of [...Object.values(REFUSALS_ZH_CN), ...Object.values(REFUSALS_ZH_TW)]) assert.match(sentence, /。$/)
  for (const sentence of Object.values(REFUSALS_EN)) assert.match(sentence, /\.$/)
})

test('every phase, type, channel and command has a name', () => {
  const keys = [
    ...PHASES.map((one) => `phase.${one}`),
    ...TICKET_TYPES.map((one) => `type.${one}`),
    ...CHANNELS.map((one) => `channel.${one}`),
    ...COMMAND_NAMES.map((one) => `command.${one}`),
  ]
  for (const key of keys) assert.ok(isName(key), key)
})

test('a refusal says the number it was given', () => {
  assert.equal(sayRefusal(refusal('late-reason', { minutes: 125 }), 'zh-CN'), '这是补录（晚了 125 分钟）：请写明为什么当时没有登记。')
})

test('a parameter that is a name is said by its name, in the reader’s language', () => {
  const { decision } = given().when({ name: 'report', ...REPORT, values: { impact: 'huge' } })
  assert.ok(!decision.ok)
  assert.equal(sayRefusal(decision.refusal, 'zh-CN'), '影响没有这个选项。')
  assert.equal(sayRefusal(decision.refusal, 'en'), '“Impact” has no such option.')
})

test('no refusal that rules can give leaves a place unfilled', () => {
  const asked = COMMAND_NAMES.flatMap((name) => [
    given().when(name),
    given('report').when(name),
    given('report', 'restore', 'confirm', 'close').when(name),
  ])
  for (const { decision } of asked) {
    if (decision.ok) continue
    for (const locale of LOCALES) assert.deepEqual(places(sayRefusal(decision.refusal, locale)), [], decision.refusal.code)
  }
})

test('phases and conflicts are said by name; an unknown one is shown as it is', () => {
  assert.equal(sayPhase('working', 'zh-CN'), '处理中')
  assert.equal(sayPhase('dreaming', 'zh-CN'), 'dreaming')
  assert.equal(sayConflict('closed-before', 'zh-CN'), '工单此前已关闭')
  assert.equal(sayConflict('odd', 'en'), 'odd')
  assert.equal(nameOf('type.parts-exchange', 'zh-TW'), '零件更換')
})
