import assert from 'node:assert/strict'
import { test } from 'node:test'
import { badgeAt, spokenLabel } from './clock-label.ts'

const HOUR = 3_600_000

test('the badge on the page says what the engine says', () => {
  const open = { state: 'open', openedAt: 0, dueAt: 24 * HOUR } as const
  assert.deepEqual([badgeAt(open, 20.8 * HOUR, 'zh-CN').words, badgeAt(open, 20.8 * HOUR, 'zh-CN').tone], ['剩余 3 小时 12 分', 'open'])
  assert.equal(badgeAt(open, 23.8 * HOUR, 'zh-CN').tone, 'near')
  assert.equal(badgeAt({ state: 'paused', openedAt: 0, reason: '客户改期' }, 0, 'zh-CN').words, '暂停，客户改期')
})

test('a screen reader hears promise, words and due instant in one sentence', () => {
  assert.equal(spokenLabel('到场', '剩余 58 分', '今天 15:51'), '到场，剩余 58 分，今天 15:51')
  assert.equal(spokenLabel('修复', '等待到场', undefined), '修复，等待到场')
})
