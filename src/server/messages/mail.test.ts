import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { fillTemplate } from '../../core/message/template.ts'
import { escapeHtml, letterHtml } from './letter-html.ts'
import { judgeFailure, openMail } from './mail.ts'
import { openMailbox } from './smtp.testing.ts'

const runs = 40 * Number(process.env.NUOXING_PROVE ?? 1)
const mailbox = await openMailbox()
const mail = openMail(mailbox.outbound.mail!)
after(async () => {
  mail.close()
  await mailbox.down()
})

/** What people, devices and enemies put into names and titles. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '\r\nBcc: spy@enemy.example',
    'a\nSubject: 中奖了',
    '=?utf-8?B?QmNj?=',
    '<script>alert(1)</script>',
    '"x" <y@z>',
    '\u2028X-Evil: 1',
    '{link}',
    'a,b;c:d',
  ),
)

test('no value becomes a header, a second reader or a tag: what arrives has the headers that were set and the text that was filled in', async () => {
  const property = fc.asyncProperty(nasty, nasty, nasty, async (name, title, text) => {
    const filled = fillTemplate(
      { subject: '升级：{title}', body: '{name}，您好：\n\n{text}\n\n请看 {link}' },
      { name, title, text, link: 'https://desk.example/tickets/a' },
    )
    const letter = {
      tenant: 'alpha',
      id: 'a'.repeat(32),
      recipient: name,
      address: 'gu@vendor.example',
      locale: 'zh-CN',
      corrects: undefined,
      ...filled,
    }
    assert.equal((await mail.handOver(letter)).kind, 'accepted')
    const arrived = mailbox.accepted.at(-1)!
    const keys = arrived.headers.map(({ key }) => key).sort()
    assert.deepEqual(keys, [
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ])
    assert.deepEqual(
      arrived.to!.map((one) => one.address),
      ['gu@vendor.example'],
    )
    assert.equal(arrived.bcc, undefined)
    assert.equal(arrived.subject, filled.subject)
    assert.equal(arrived.text!.replaceAll('\r\n', '\n').trim(), filled.body.replaceAll(/\r\n?/g, '\n').trim())
    assert.ok(!/<script|<img|<link|<form/i.test(arrived.html ?? ''))
  })
  await fc.assert(property, { numRuns: runs })
})

test('in HTML every sign of a value is text, and only addresses of pages are links', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const html = letterHtml(text, 'zh-CN')
      const tags = [...html.matchAll(/<\/?([a-z!]+)/gi)].map(([, name]) => name)
      assert.ok(
        tags.every((name) => ['!doctype', 'html', 'body', 'p', 'br', 'a'].includes(name!)),
        html,
      )
    }),
  )
  assert.equal(escapeHtml(`<b>"&'`), '&lt;b&gt;&quot;&amp;&#39;')
  assert.match(letterHtml('看 https://a.example/x?a=1&b=2。', 'zh-CN'), /<a href="https:\/\/a\.example\/x\?a=1&amp;b=2">[^<]*<\/a>。/)
  assert.ok(!letterHtml('javascript:alert(1)', 'zh-CN').includes('<a'))
})

test('a server’s no to this mail is final; a no to us, or no answer at all, is not', () => {
  const kind = (failure: object, words = 'x') => {
    const judged = judgeFailure(failure, words)
    return judged.kind === 'deferred' ? `deferred${judged.doubtful ? ' in doubt' : ''}` : judged.kind
  }
  assert.equal(kind({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }), 'refused')
  assert.equal(kind({ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }), 'refused')
  assert.equal(kind({ code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' }), 'deferred')
  assert.equal(kind({ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }), 'deferred')
  assert.equal(kind({ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }), 'deferred')
  assert.equal(kind({ code: 'ESOCKET', syscall: 'connect', command: 'CONN' }, 'connect ECONNREFUSED'), 'deferred')
  assert.equal(kind({ code: 'ETIMEDOUT', command: 'CONN' }, 'Greeting never received'), 'deferred')
  assert.equal(kind({ code: 'ECONNECTION', command: 'CONN' }, 'Connection closed unexpectedly'), 'deferred in doubt')
  assert.equal(kind({ code: 'ETIMEDOUT', command: 'CONN' }, 'Timeout'), 'deferred in doubt')
})
