import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../wire/facts.ts'
import { byDay, correctable, currentValue, faceOf, textsOf } from './fact-view.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const fact = (part: Partial<Fact>): Fact => ({
  id: 'f',
  seq: 1,
  subject: 'ticket/T',
  also: [],
  type: 'ticket.replied',
  occurredAt: at('2026-09-22T16:20'),
  recordedAt: 0,
  source: 'hand',
  data: {},
  texts: {},
  words: '',
  visibility: 'all',
  ...part,
})

test('a note among ourselves and a word to the customer never look alike', () => {
  assert.equal(faceOf(fact({ type: 'ticket.noted', texts: { text: '带滤芯' } })), 'note')
  assert.equal(faceOf(fact({ texts: { summary: '已答复' } })), 'message')
  assert.equal(faceOf(fact({ type: 'ticket.assigned' })), 'line')
})

test('facts stand under the day on which they happened where the site is', () => {
  const facts = [fact({ occurredAt: at('2026-09-22T23:59') }), fact({ occurredAt: at('2026-09-23T00:00') })]
  const days = byDay(facts, at('2026-09-23T10:00'), { zone: 'Asia/Shanghai', locale: 'zh-CN' })
  assert.deepEqual(
    days.map((day) => [day.name, day.facts.length]),
    [
      ['9 月 22 日 周二', 1],
      ['9 月 23 日 周三', 1],
    ],
  )
})

test('what is said elsewhere on the page is not said again in the line', () => {
  const { main, others } = textsOf(
    fact({ texts: { title: '停机', description: '面板报高压', contactPhone: '139', lateReason: '没信号', 'values.place': '制冷站' } }),
  )
  assert.equal(main, '面板报高压')
  assert.deepEqual(others, [['values.place', '制冷站']])
})

test('when it happened and what it says may be corrected; ids and statements about facts may not', () => {
  assert.deepEqual(correctable(fact({ data: { channel: 'phone' } })), ['occurredAt', 'channel'])
  assert.deepEqual(correctable(fact({ data: { customer: 'jp', number: 'GD-1', grade: 'major' } })), ['occurredAt', 'grade'])
  assert.deepEqual(correctable(fact({ type: 'fact.corrected' })), [])
})

test('a correction is made against what the fact says now, not against what it said first', () => {
  const corrected = [
    { fact: 'c1', field: 'channel', from: 'phone', to: 'mail', at: 1 },
    { fact: 'c2', field: 'channel', from: 'mail', to: 'im', at: 2 },
  ]
  const one = fact({ data: { channel: 'phone', removable: false }, corrected })
  assert.equal(currentValue(one, 'channel'), 'im')
  assert.equal(currentValue(one, 'removable'), false)
  assert.equal(currentValue(one, 'occurredAt'), one.occurredAt)
})
