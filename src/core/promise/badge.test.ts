import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BadgeInput } from './badge.ts'
import { LOCALES } from '../words.ts'
import { badgeOf, isNear } from './badge.ts'
import { badgeReason, waitingWords } from './badge-reason.ts'
import { at, event, given } from './given.testing.ts'
import { roundedWords } from './lengths.ts'
import { exactWords } from './lengths.ts'

const MIN = 60_000
const base: BadgeInput = {
  state: 'open',
  openedAt: at('10:00'),
  dueAt: at('14:00'),
  keptAt: undefined,
  brokenAt: undefined,
  fulfilledAt: undefined,
}
const words = (input: Partial<BadgeInput>, when: string) => badgeOf({ ...base, ...input }, at(when), 'zh-CN').words

test('what is left is rounded down and never flatters', () => {
  assert.equal(words({}, '13:17:00.001'), '剩余 42 分')
  assert.equal(words({}, '13:18'), '剩余 42 分')
  assert.equal(words({}, '10:48'), '剩余 3 小时 12 分')
  assert.equal(words({}, '13:59:20'), '剩余 40 秒')
  assert.equal(words({}, '13:59:59.500'), '剩余 0 秒')
  assert.equal(words({ dueAt: at('10-06 10:30') }, '10:00'), '剩余 6 天')
})

test('what is over is rounded up and never hides', () => {
  const broken = { state: 'broken', brokenAt: at('14:00') } as const
  assert.equal(words(broken, '15:19:00.001'), '超时 1 小时 20 分')
  assert.equal(words(broken, '15:20'), '超时 1 小时 20 分')
  assert.equal(words(broken, '14:00:00.001'), '超时 1 秒')
  assert.equal(words(broken, '14:59:59.999'), '超时 1 小时')
  assert.equal(words({ ...broken, fulfilledAt: at('14:30') }, '20:00'), '晚 30 分完成')
})

test('kept says how early, in whole units', () => {
  assert.equal(words({ state: 'kept', keptAt: at('13:47:30') }, '20:00'), '提前 12 分')
  assert.equal(words({ state: 'kept', keptAt: at('14:00') }, '20:00'), '按时')
  assert.equal(words({ state: 'kept', keptAt: at('13:00'), dueAt: undefined }, '20:00'), '已兑现')
})

test('paused and excused say what for', () => {
  assert.equal(words({ state: 'paused', reason: '等客户' }, '11:00'), '暂停，等客户')
  assert.equal(words({ state: 'excused', reason: '改约' }, '11:00'), '已豁免，改约')
  assert.equal(words({ state: 'excused' }, '11:00'), '已豁免')
  assert.equal(words({ state: 'cancelled' }, '11:00'), '已取消')
})

test('a clock without a number says how long it has run', () => {
  assert.equal(words({ dueAt: undefined }, '13:05'), '已计时 3 小时 5 分')
})

test('near is half an hour, and the last third of a clock shorter than an hour and a half', () => {
  assert.equal(isNear(at('10:00'), at('14:00'), at('13:29:59')), false)
  assert.equal(isNear(at('10:00'), at('14:00'), at('13:30')), true)
  assert.equal(isNear(at('10:00'), at('10:30'), at('10:19:59')), false)
  assert.equal(isNear(at('10:00'), at('10:30'), at('10:20')), true)
  assert.equal(badgeOf(base, at('13:30'), 'zh-CN').tone, 'near')
})

test('the words hold until the instant that the badge names, and change there', () => {
  for (const state of ['open', 'broken'] as const) {
    for (const when of ['14:00', '14:00:01', '13:10:07.250', '13:55:00', '16:10:30', '13:50']) {
      const input = { ...base, state, brokenAt: state === 'broken' ? at('13:00') : undefined }
      const now = at(when)
      const badge = badgeOf(input, now, 'en')
      if (badge.validUntil === undefined) continue
      assert.equal(badgeOf(input, badge.validUntil - 1, 'en').words, badge.words, `${state} ${when}`)
      assert.ok(badge.validUntil > now)
    }
  }
})

test('the three languages all have words for every state', () => {
  for (const locale of LOCALES) {
    for (const state of ['open', 'paused', 'kept', 'broken', 'excused', 'cancelled'] as const) {
      const badge = badgeOf({ ...base, state, keptAt: at('13:00'), brokenAt: at('14:00') }, at('13:50'), locale)
      assert.ok(badge.words.length > 0 && !badge.words.includes('{'), `${locale} ${state}`)
    }
  }
})

test('the reason of a badge is the running pause’s, by the name that the plan gives it', () => {
  const story = given({
    promises: { r: { starts: 'ticket.reported', keptBy: 'ticket.restored', within: '4h', pauses: ['wait'] } },
    reasons: { wait: { name: '等客户' } },
  })
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
  assert.equal(badgeReason(story.obligation('r', '12:00'), story.bound.plan, 'zh-CN'), '等客户')
})

test('a clock that has not started says what it waits for', () => {
  const { plan } = given({
    promises: { arrive: { title: '到场', starts: 'ticket.reported', keptBy: 'visit.arrived', within: '1h' } },
  }).bound
  assert.equal(waitingWords(event('visit.arrived'), plan, 'zh-CN'), '等待到场')
  assert.equal(waitingWords(event('arrive.done + 8h'), plan, 'zh-CN'), '等待“到场”完成之后 8 小时')
})

test('lengths use at most two units, exact ones all that they need', () => {
  assert.equal(roundedWords(25 * 60 * MIN + 59 * MIN, 'down', 'zh-CN'), '1 天 1 小时')
  assert.equal(roundedWords(25 * 60 * MIN + 59 * MIN, 'up', 'zh-CN'), '1 天 2 小时')
  assert.equal(roundedWords(59 * MIN + 59_001, 'up', 'en'), '1 h')
  assert.equal(exactWords(5_400_123, 'zh-CN'), '1 小时 30 分 0.123 秒')
  assert.equal(exactWords(0, 'en'), '0 s')
})
