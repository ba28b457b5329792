import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boundFrom } from '../promise/from-yaml.testing.ts'
import { derive } from '../promise/derive.ts'
import type { Fact } from '../fact.ts'
import { CHANNELS, LINE_CHANNELS } from '../ticket/forms.ts'
import { LOCALES } from '../words.ts'
import { channelPlaces, readAddress } from './channel-terms.ts'
import { explainPlan } from './explain.ts'
import { placeWords, termWords } from './open-words.ts'
import { mergeTerms } from './terms.ts'
import { tellPlan } from './told.ts'
import type { Term } from './types.ts'

const TEXT = `plan: lines
title: 渠道
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  desk: {weekly: {mon-fri: ["09:00-17:00"]}}
promises:
  reply:
    title: 答复
    text: 热线一小时内答复。
    source: [L-1]
    deadline: {starts: 'ticket.reported where channel == "phone"', kept-by: ticket.replied, within: 1h, calendar: always}
  at-once:
    title: 急答
    text: 打值班手机的，十分钟内答复。
    source: [L-2]
    deadline: {starts: 'ticket.reported where channel == "duty"', kept-by: ticket.replied, within: 10min, calendar: always}
  beside:
    title: 其余
    text: 不打值班手机的，一天内答复。
    source: [L-3]
    deadline: {starts: 'ticket.reported where channel != "duty"', kept-by: ticket.replied, within: 1d, calendar: always}
  listed:
    title: 书面或值班
    text: 信箱或值班手机来的，两小时内答复。
    source: [L-4]
    deadline: {starts: 'ticket.reported where channel in ["duty", "mail"]', kept-by: ticket.replied, within: 2h, calendar: always}
channels:
  hotline: {name: 热线, kind: phone, calendar: desk}
  duty: {name: 值班手机, kind: phone, calendar: desk}
  box: {name: 支持信箱, kind: mail, calendar: always}
  page: {name: 网站, kind: portal, calendar: always}
  counter: {name: 服务中心, kind: visit, calendar: desk}
`
const { plan } = boundFrom(TEXT)
const term = (id: string, value: unknown): Term => ({ key: `channels.${id}`, value, source: '附件一' }) as Term

const GOOD: readonly (readonly [string, unknown])[] = [
  ['hotline', '028-5550 1234'],
  ['hotline', '+86 (28) 5550-1234 转 801'],
  ['hotline', 4005550123],
  ['box', 'service@example.com'],
  ['page', 'https://fuwu.example.com/report?from=1'],
  ['counter', '梓州市花园路 1 号'],
]

const BAD: readonly (readonly [string, unknown, string])[] = [
  ['hotline', '打热线', 'term-bad-value'],
  ['hotline', '12', 'term-bad-value'],
  ['hotline', 'service@example.com', 'term-bad-value'],
  ['hotline', ['028'], 'term-bad-value'],
  ['box', 'service@example', 'term-bad-value'],
  ['box', '<a@b.cn>', 'term-bad-value'],
  ['page', 'fuwu.example.com', 'term-bad-value'],
  ['page', 'javascript://x.y%0aalert(1)', 'term-bad-value'],
  ['page', 'https://a b.cn', 'term-bad-value'],
  ['counter', '   ', 'term-bad-value'],
  ['counter', '路'.repeat(201), 'term-bad-value'],
  ['nowhere', '028-5550 1234', 'term-unknown'],
  ['hotline.more', '028-5550 1234', 'term-unknown'],
]

test('the contract fills in number, address or page of each channel, of the right kind', () => {
  for (const [id, value] of GOOD) {
    const merged = mergeTerms(plan, [term(id, value)])
    assert.ok(merged.ok, `${id} ${String(value)}`)
    assert.equal(merged.plan.channels[id]?.address, String(value))
  }
})

test('what is no number, no address, no page, or of no channel is refused at its key', () => {
  for (const [id, value, code] of BAD) {
    const merged = mergeTerms(plan, [term(id, value)])
    assert.deepEqual(
      merged.ok ? 'ok' : merged.findings.map((one) => `${one.at.path} ${one.code}`),
      [`channels.${id} ${code}`],
      String(value),
    )
  }
})

test('a number is read without the room around it', () => {
  assert.equal(readAddress('phone', ' 028-5550 1234 '), '028-5550 1234')
  assert.equal(readAddress('text', 7), '7')
})

test('each channel is a place of the contract, called by its name', () => {
  const places = channelPlaces(plan)
  assert.deepEqual(
    places.map(({ key, kind }) => `${key} ${kind}`),
    ['channels.hotline phone', 'channels.duty phone', 'channels.box mail', 'channels.page url', 'channels.counter text'],
  )
  assert.equal(placeWords(plan, 'channels.duty', 'zh-CN'), '渠道 · 值班手机')
  assert.equal(termWords(plan, term('duty', '139'), 'zh-CN'), '139')
})

test('the plan in words says under which number a channel is reached, and its hours', () => {
  const merged = mergeTerms(plan, [term('duty', '028-5550 1234')])
  assert.ok(merged.ok)
  for (const locale of LOCALES) {
    const said = explainPlan(merged.plan, locale).join('\n')
    assert.match(said, /值班手机 028-5550 1234/)
    assert.doesNotMatch(said, /[{}]/)
  }
})

test('the annex says where a number was agreed on, and of a channel without one nothing', () => {
  const terms = [term('duty', '028-5550 1234')]
  const merged = mergeTerms(plan, terms)
  assert.ok(merged.ok)
  assert.deepEqual(
    tellPlan(merged.plan, 'zh-CN', terms).channels.map(({ agreed }) => agreed),
    [[], ['附件一'], [], [], []],
  )
})

function opens(data: Readonly<Record<string, string>>, when = '2026-09-26T23:00:00+08:00'): string[] {
  const at = Date.parse(when)
  const fact: Fact = {
    id: 'f1',
    seq: 1,
    subject: 'ticket/T1',
    also: [],
    type: 'ticket.reported',
    occurredAt: at,
    recordedAt: at,
    source: 'phone',
    data,
  }
  const { obligations } = derive(boundFrom(TEXT), [fact], { asOf: at, subject: 'ticket/T1' })
  return obligations.map(({ promise }) => promise)
}

test('a clause asks for a kind of channel or for one of the plan’s own by the same word, and outside its hours the report counts as the plan says', () => {
  assert.deepEqual(opens({ channel: 'phone', line: 'duty' }), ['reply', 'at-once', 'listed'])
  assert.deepEqual(opens({ channel: 'phone', line: 'hotline' }), ['reply', 'beside'])
  assert.deepEqual(opens({ channel: 'phone' }), ['reply', 'beside'])
  assert.deepEqual(opens({ channel: 'mail', line: 'box' }), ['beside', 'listed'])
})

test('every kind of channel over which somebody reports is one of the trade’s; over remote help nobody does', () => {
  for (const kind of Object.values(LINE_CHANNELS)) assert.ok(CHANNELS.includes(kind))
  assert.equal(LINE_CHANNELS.remote, undefined)
})
