import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HOUR_MS, MINUTE_MS } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import { LOCALES } from '../words.ts'
import { digestDay } from './digest.ts'
import { exampleData } from './examples.ts'
import { MESSAGE_KINDS, PLACEHOLDERS, canWait, isOptional, isSecret } from './kinds.ts'
import { afterQuiet } from './quiet.ts'
import { GIVE_UP_AFTER_MS, nextTry } from './retry.ts'
import { shippedTemplate } from './shipped.ts'
import { checkTemplate, fillTemplate, oneLine } from './template.ts'

const SHANGHAI: Zone = { id: 'Asia/Shanghai', tzdata: 'test', transitions: [{ at: 0, offsetMs: 8 * HOUR_MS }] }
const wall = (text: string) => Date.parse(`${text}:00+08:00`)

test('every shipped template can be filled, in every language, and leaves no place open', () => {
  for (const locale of LOCALES)
    for (const kind of MESSAGE_KINDS) {
      const template = shippedTemplate(kind, locale)
      assert.deepEqual(checkTemplate(kind, template), [], `${kind} ${locale}`)
      const filled = fillTemplate(template, Object.fromEntries(PLACEHOLDERS[kind].map((name) => [name, `值${name}`])))
      assert.ok(!/[{}]/.test(filled.subject + filled.body), `${kind} ${locale}`)
      assert.ok(filled.subject.length > 0 && filled.body.includes('值name'))
    }
})

test('each language asks for the same in every shipped template', () => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join()
  for (const kind of MESSAGE_KINDS) {
    const said = LOCALES.map((locale) => places(Object.values(shippedTemplate(kind, locale)).join('\n')))
    assert.deepEqual(new Set(said).size, 1, kind)
  }
})

test('a place that nothing fills is named with its line, in the subject and in the text', () => {
  assert.deepEqual(checkTemplate('escalation', { subject: '升级 {nummer}', body: '{name}\n\n请看 {liink}，{number}' }), [
    { code: 'unknown', field: 'subject', line: 1, name: 'nummer' },
    { code: 'unknown', field: 'body', line: 3, name: 'liink' },
  ])
})

test('a place of another kind of message is as unknown as a typo: a correction knows no link', () => {
  assert.deepEqual(
    checkTemplate('correction', { subject: '更正', body: '{link}' }).map((one) => one.name),
    ['link'],
  )
})

test('a brace that is not closed on its line is refused with what stands behind it', () => {
  assert.deepEqual(checkTemplate('escalation', { subject: '{number', body: '第一行\n{due 前\n{}' }), [
    { code: 'unclosed', field: 'subject', line: 1, name: 'number' },
    { code: 'unclosed', field: 'body', line: 2, name: 'due 前' },
    { code: 'unknown', field: 'body', line: 3, name: '' },
  ])
})

test('a template has no conditions and runs nothing: only bare names are places', () => {
  for (const text of ['{if due}', '{number.length}', '{ number }', '{number|upper}', '{__proto__}', '{constructor}'])
    assert.equal(checkTemplate('escalation', { subject: text, body: '' }).length, 1, text)
})

test('a value is text: its braces are no places, its dollar signs no patterns', () => {
  const filled = fillTemplate({ subject: '{number}', body: '{title}·{number}' }, { number: '{title}', title: '$& $1 {number}' })
  assert.deepEqual(filled, { subject: '{title}', body: '$& $1 {number}·{title}' })
})

test('a subject is one line whatever is put in', () => {
  assert.equal(
    fillTemplate({ subject: '关于 {title}', body: '' }, { title: '甲\r\nBcc: 乙\u2028丙\u0000丁' }).subject,
    '关于 甲 Bcc: 乙 丙 丁',
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.ok(!/[\p{Cc}\p{Zl}\p{Zp}]/u.test(oneLine(text)))))
})

test('an empty value leaves no hole in the letter', () => {
  assert.equal(fillTemplate({ subject: '', body: '甲\n\n{details}\n\n乙' }, { details: '' }).body, '甲\n\n乙')
})

test('what is filled in arrives whole, wherever it stands', () => {
  const plain = fc.string().filter((text) => !/[{}\s]/.test(text))
  fc.assert(
    fc.property(plain, plain, (name, number) => {
      assert.equal(fillTemplate({ subject: '', body: `甲{name}乙{number}丙` }, { name, number }).body, `甲${name}乙${number}丙`)
    }),
  )
})

test('attempts follow after 1, 2, 4 … minutes, six hours apart at most, for 72 hours', () => {
  const firstTriedAt = 1_000_000
  const waits: number[] = []
  let now = firstTriedAt
  for (let attempts = 1; ; attempts++) {
    const next = nextTry({ attempts, firstTriedAt, now })
    if (next === undefined) break
    waits.push((next - now) / MINUTE_MS)
    now = next
  }
  assert.deepEqual(waits.slice(0, 11), [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360])
  assert.ok(waits.slice(9).every((minutes) => minutes === 360))
  assert.ok(now <= firstTriedAt + GIVE_UP_AFTER_MS && now > firstTriedAt + GIVE_UP_AFTER_MS - 6 * HOUR_MS)
})

test('the last attempt may fall on the 72nd hour itself, and none after it', () => {
  const firstTriedAt = 0
  assert.equal(nextTry({ attempts: 30, firstTriedAt, now: 66 * HOUR_MS }), 72 * HOUR_MS)
  assert.equal(nextTry({ attempts: 30, firstTriedAt, now: 66 * HOUR_MS + 1 }), undefined)
  assert.equal(nextTry({ attempts: 1, firstTriedAt, now: 72 * HOUR_MS - MINUTE_MS }), 72 * HOUR_MS)
})

test('in quiet hours over midnight what can wait waits until the morning, on either side of midnight', () => {
  const night = { from: 22 * 60, until: 7 * 60 + 30 }
  const say = (text: string) => new Date(afterQuiet(wall(text), night, SHANGHAI) + 8 * HOUR_MS).toISOString().slice(5, 16)
  assert.equal(say('2026-09-30T21:59'), '09-30T21:59')
  assert.equal(say('2026-09-30T22:00'), '10-01T07:30')
  assert.equal(say('2026-10-01T03:00'), '10-01T07:30')
  assert.equal(say('2026-10-01T07:29'), '10-01T07:30')
  assert.equal(say('2026-10-01T07:30'), '10-01T07:30')
})

test('quiet hours within a day end on that day; none are none', () => {
  const noon = { from: 12 * 60, until: 13 * 60 }
  assert.equal(afterQuiet(wall('2026-09-30T12:20'), noon, SHANGHAI), wall('2026-09-30T13:00'))
  assert.equal(afterQuiet(wall('2026-09-30T11:59'), noon, SHANGHAI), wall('2026-09-30T11:59'))
  assert.equal(afterQuiet(wall('2026-09-30T13:00'), noon, SHANGHAI), wall('2026-09-30T13:00'))
  assert.equal(afterQuiet(wall('2026-09-30T00:00'), { from: 0, until: 0 }, SHANGHAI), wall('2026-09-30T00:00'))
})

test('nothing is ever sent within quiet hours, before its time, or a day late', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), minute, minute, (at, from, until) => {
      const sent = afterQuiet(at, { from, until }, SHANGHAI)
      assert.ok(sent >= at && sent - at < 24 * HOUR_MS)
      assert.equal(afterQuiet(sent, { from, until }, SHANGHAI), sent)
    }),
  )
})

test('an escalation and a correction go at once, day or night; only what is to be done some time can wait', () => {
  assert.deepEqual(MESSAGE_KINDS.filter(canWait), ['follow-up'])
})

test('one may do without mail about work, and not without what is about one’s account or the customer', () => {
  assert.deepEqual(MESSAGE_KINDS.filter(isOptional), ['escalation', 'follow-up'])
  assert.deepEqual(MESSAGE_KINDS.filter(isSecret), ['password-reset', 'invitation'])
})

test('the example fills every place of every kind in the reader’s language, and no other place', () => {
  for (const locale of LOCALES)
    for (const kind of MESSAGE_KINDS) {
      const data = exampleData(kind, locale)
      assert.deepEqual(Object.keys(data), [...PLACEHOLDERS[kind]])
      for (const [name, value] of Object.entries(data)) assert.notEqual(value, name, `${locale} ${kind} has no example for {${name}}`)
      const { subject, body } = fillTemplate(shippedTemplate(kind, locale), data)
      assert.ok(!/[{}]/.test(subject + body))
    }
  assert.equal(exampleData('escalation', 'zh-CN').due, '2026 年 9 月 30 日周三 14:30')
  assert.equal(exampleData('correction', 'en').link, undefined)
})

test('a digest is due from its hour on, once a day', () => {
  const today = Math.floor((wall('2026-09-30T00:00') + 8 * HOUR_MS) / (24 * HOUR_MS))
  const due = (text: string, last?: number) => digestDay(wall(text), { at: 8 * 60, last }, SHANGHAI)
  assert.deepEqual([due('2026-09-30T07:59'), due('2026-09-30T08:00'), due('2026-09-30T23:59', today - 1)], [undefined, today, today])
  assert.deepEqual(
    [due('2026-09-30T08:01', today), due('2026-10-01T07:59', today), due('2026-10-01T08:00', today)],
    [undefined, undefined, today + 1],
  )
})
