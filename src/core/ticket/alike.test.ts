import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { gramsOf } from '../document/grams.ts'
import { alike, likeness } from './alike.ts'
import type { Case } from './alike.ts'

const ASKED: Case = { id: '', asset: 'a1', model: 'LSB-680', words: '冷水机组高压报警停机' }
const cases: readonly Case[] = [
  { id: 'same-device', asset: 'a1', model: 'LSB-680', words: '滤网清洗' },
  { id: 'same-device-words', asset: 'a1', model: 'LSB-680', words: '机组高压报警' },
  { id: 'same-model', asset: 'a2', model: 'LSB-680', words: '触摸屏黑屏' },
  { id: 'same-model-words', asset: 'a3', model: 'LSB-680', words: '高压报警，主机停机' },
  { id: 'words', asset: 'a4', model: 'KT-2', words: '冷水机组高压报警' },
  { id: 'other', asset: 'a5', model: 'KT-2', words: '打印头卡纸' },
]
const found = (asked: Case, bare: boolean, most = 9) =>
  alike(asked, cases, { most, bare }).map(({ one, because }) => `${one.id} ${because}`)

test('what is alike is named with what makes it so, the likest first', () => {
  assert.deepEqual(found(ASKED, true), [
    'same-device-words device-words',
    'same-model-words model-words',
    'same-device device',
    'words words',
    'same-model model',
  ])
})

test('the same model alone is a case to look at, and no duplicate', () => {
  assert.ok(!found(ASKED, false).some((one) => one.startsWith('same-model ')))
  assert.equal(found(ASKED, true, 2).length, 2)
})

test('without a device only words count, and a ticket is not like itself', () => {
  assert.deepEqual(found({ id: 'words', words: '冷水机组高压报警停机' }, true), ['same-device-words words', 'same-model-words words'])
  assert.deepEqual(found({ id: '', words: '' }, true), [])
})

test('likeness is the share of the shorter text, between nothing and all, the same from both sides', () => {
  assert.equal(likeness(gramsOf('高压报警'), gramsOf('冷水机组高压报警停机')), 1)
  assert.equal(likeness(gramsOf(''), gramsOf('高压报警')), 0)
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const [left, right] = [gramsOf(a), gramsOf(b)]
      const share = likeness(left, right)
      assert.ok(share >= 0 && share <= 1)
      assert.equal(share, likeness(right, left))
    }),
  )
})
