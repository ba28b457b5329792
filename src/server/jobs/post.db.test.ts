import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Subject } from '../../core/fact.ts'
import { inTransaction, openPool, withTenant } from '../database/pool.ts'
import { openMailbox } from '../messages/smtp.testing.ts'
import { at, done, foundFirms, reported, say } from '../seam.testing.ts'
import type { Services } from '../services.ts'
import { addMessages, sendAgain } from '../store/messages.ts'
import type { MessageRow, NewMessage } from '../store/messages.ts'
import { transact } from '../transact.ts'
import { deliver } from './deliver.ts'
import { openDigests } from './digest.ts'
import { openPost } from './post.ts'
import type { Post } from './post.ts'
import { openWaker } from './waker.ts'

const firm = await foundFirms()
const { clock } = firm
const mailbox = await openMailbox()
after(() => mailbox.down())
const services = await firm.open({ outbound: mailbox.outbound })
await firm.owner.query(`UPDATE person SET email = id || '@vendor.example', name = '顾南' WHERE tenant_id = 'alpha' AND id = 'gu'`)

const inAlpha = <Row>(text: string, values: readonly unknown[] = []) =>
  withTenant(services.pool, 'alpha', (tx) => tx.query<Row>(text, values))
const messagesAbout = (subject: string, channel = 'mail') =>
  inAlpha<MessageRow>('SELECT * FROM message WHERE about = $1 AND channel = $2 ORDER BY created_at, kind DESC', [subject, channel])
const logOf = async (message: string) =>
  (await inAlpha<{ event: string }>('SELECT event FROM message_log WHERE message = $1 ORDER BY n', [message])).map((row) => row.event)

/** A worker that sends when it is told to, and not by itself. */
function workerOf(of: Services, t: { after: (end: () => Promise<void>) => void }): Post {
  const pool = openPool({ address: firm.database.address, role: 'nuoxing_relay', max: 3 })
  const post = openPost({ services: of, pool, sweepMs: 3_600_000, onTrouble: (error) => assert.fail(String(error)) })
  t.after(async () => {
    await post.stop()
    await pool.close()
  })
  return post
}

/** Every effect that waits becomes its messages, as the worker's job does it. */
async function deliverAll(): Promise<void> {
  const waiting = await inAlpha<{ key: string }>('SELECT key FROM effect WHERE delivered_at IS NULL ORDER BY at, key')
  for (const { key } of waiting) await deliver(services, { tenant: 'alpha', effect: key })
}

/** A ticket whose reply broke, and the escalation of it as messages. */
async function broken(when: string): Promise<Subject> {
  clock.now = at(when)
  const subject = await reported(services)
  clock.now += 31 * 60_000
  const waker = openWaker({ services })
  await waker.wakeDue()
  await waker.stop()
  await deliverAll()
  return subject
}

let written = 0
async function write(more: Partial<NewMessage> = {}): Promise<string> {
  const key = `trial ${++written}`
  const plain: NewMessage = {
    key,
    kind: 'escalation',
    channel: 'mail',
    recipient: '顾南',
    address: 'gu@vendor.example',
    locale: 'zh-CN',
    title: key,
    body: '正文',
  }
  const [id] = await inTransaction(services.pool, 'alpha', (tx) => addMessages(tx, [{ ...plain, ...more }], clock.now))
  return id!
}
const standing = async (id: string) => (await inAlpha<MessageRow>('SELECT * FROM message WHERE id = $1', [id]))[0]!

test('an escalation goes by mail as well: Chinese arrives whole, as text and as HTML, with the headers of a machine’s mail', async (t) => {
  const subject = await broken('2026-09-30 10:00')
  const [message] = await messagesAbout(subject)
  await workerOf(services, t).sendDue()
  const mail = mailbox.accepted.at(-1)!
  assert.match(mail.subject!, /^升级：GD-.* 的“reply”已超时$/)
  assert.match(mail.text!, /顾南，您好：\n\nGD-.*（冷水机组停机）的“reply”应在 2026 年 9 月 30 日（?周三）? ?10:30 前完成/)
  assert.match(mail.text!, /https:\/\/desk\.vendor\.example\/tickets\//)
  assert.match(mail.html!, /<a href="https:\/\/desk\.vendor\.example\/tickets\//)
  assert.ok(mail.html!.includes('冷水机组停机'))
  assert.deepEqual(
    [mail.from!.name, mail.from!.address, mail.to![0]!.address],
    ['诺行示例服务', 'service@vendor.example', 'gu@vendor.example'],
  )
  assert.equal(mail.messageId, `<${message!.id}.alpha@vendor.example>`)
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value
  assert.deepEqual([header('auto-submitted'), header('content-language')], ['auto-generated', 'zh-CN'])
  const sent = await standing(message!.id)
  assert.deepEqual([sent.state, sent.attempts, sent.answer], ['accepted', 1, '250 taken as 1'])
  assert.deepEqual(await logOf(sent.id), ['queued', 'handed', 'accepted'])
  assert.deepEqual(
    (await messagesAbout(subject, 'inbox')).map((one) => [one.person, one.state]),
    [['gu', 'accepted']],
  )
})

test('a server that has no time now is asked again a minute later, and takes it then', async (t) => {
  const post = workerOf(services, t)
  mailbox.next({ code: 451, words: '4.7.1 greylisted', at: 'recipient' })
  const id = await write()
  await post.sendDue()
  const waiting = await standing(id)
  assert.deepEqual([waiting.state, waiting.next_try_at, waiting.doubtful], ['deferred', clock.now + 60_000, false])
  assert.match(waiting.last_error!, /451.*greylisted/)
  clock.now += 59_000
  await post.sendDue()
  assert.equal((await standing(id)).attempts, 1)
  clock.now += 1_000
  await post.sendDue()
  assert.deepEqual([(await standing(id)).state, await logOf(id)], ['accepted', ['queued', 'handed', 'deferred', 'handed', 'accepted']])
})

test('what the server refuses for good is a dead letter, which is sent again when somebody says so', async (t) => {
  const post = workerOf(services, t)
  mailbox.next({ code: 550, words: '5.1.1 no such mailbox', at: 'recipient' })
  const id = await write()
  await post.sendDue()
  assert.deepEqual([(await standing(id)).state, (await standing(id)).next_try_at], ['failed', null])
  clock.now += 6 * 3_600_000
  await post.sendDue()
  assert.equal((await standing(id)).attempts, 1)
  assert.ok(await inTransaction(services.pool, 'alpha', (tx) => sendAgain(tx, id, clock.now)))
  await post.sendDue()
  assert.deepEqual(
    [(await standing(id)).state, await logOf(id)],
    ['accepted', ['queued', 'handed', 'failed', 'again', 'handed', 'accepted']],
  )
})

test('while the server is down mails wait; when it is up again they go; after 72 hours they are given up', async (t) => {
  const post = workerOf(services, t)
  await mailbox.down()
  const [first, second] = [await write(), await write()]
  await post.sendDue()
  assert.deepEqual([(await standing(first)).state, (await standing(first)).doubtful], ['deferred', false])
  await mailbox.up()
  clock.now += 60_000
  await post.sendDue()
  assert.equal((await standing(first)).state, 'accepted')
  assert.equal((await standing(second)).state, 'accepted')
  await mailbox.down()
  const lost = await write()
  const begins = clock.now
  for (let n = 0; n < 40 && (await standing(lost)).state !== 'failed'; n++) {
    await post.sendDue()
    clock.now = (await standing(lost)).next_try_at ?? clock.now
  }
  await mailbox.up()
  const gone = await standing(lost)
  assert.equal(gone.state, 'failed')
  assert.ok(clock.now - begins <= 72 * 3_600_000 && clock.now - begins > 65 * 3_600_000, String((clock.now - begins) / 3_600_000))
})

test('a worker that dies between handing over and its mark: the mail is sent once more under the same Message-ID, never lost', async (t) => {
  const id = await write()
  const before = mailbox.accepted.length
  // What a killed process leaves behind: handed over, held, the mail taken, and nobody who would say so.
  const dying = await firm.open({ outbound: mailbox.outbound })
  mailbox.whileTaking = async () => {
    mailbox.whileTaking = async () => undefined
    await dying.pool.close()
  }
  const pool = openPool({ address: firm.database.address, role: 'nuoxing_relay', max: 2 })
  const post = openPost({ services: dying, pool, sweepMs: 3_600_000 })
  await post.sendDue()
  await post.stop()
  await pool.close()
  assert.equal((await standing(id)).state, 'handed')
  const next = workerOf(services, t)
  await next.sendDue()
  assert.equal((await standing(id)).attempts, 1, 'held for the worker that had it')
  clock.now += 5 * 60_000
  await next.sendDue()
  const sent = await standing(id)
  assert.deepEqual([sent.state, sent.attempts, sent.doubtful], ['accepted', 2, true])
  const ids = mailbox.accepted.slice(before).map((mail) => mail.messageId)
  assert.deepEqual(ids, [`<${id}.alpha@vendor.example>`, `<${id}.alpha@vendor.example>`])
})

test('a line that breaks after the text was taken leaves a doubt, and the mail is tried again', async (t) => {
  const post = workerOf(services, t)
  mailbox.next('hang-up')
  const id = await write()
  await post.sendDue()
  assert.deepEqual([(await standing(id)).state, (await standing(id)).doubtful], ['deferred', true])
  clock.now += 60_000
  await post.sendDue()
  assert.equal((await standing(id)).state, 'accepted')
})

test('two workers on one database send each of a hundred mails once', async (t) => {
  const other = await firm.open({ outbound: mailbox.outbound })
  const before = mailbox.accepted.length
  for (let n = 0; n < 100; n++) await write()
  const posts = [workerOf(services, t), workerOf(other, t)]
  await Promise.all(posts.map((post) => post.sendDue()))
  await Promise.all(posts.map((post) => post.sendDue()))
  const sent = mailbox.accepted.slice(before).map((mail) => mail.messageId)
  assert.deepEqual([sent.length, new Set(sent).size], [100, 100])
})

test('what was sent and no longer follows gets one correction that names it, by the same way', async (t) => {
  const post = workerOf(services, t)
  const subject = await broken('2026-10-08 10:00')
  await post.sendDue()
  const [original] = await messagesAbout(subject)
  const reply = say(subject, { type: 'ticket.replied', occurredAt: at('2026-10-08 10:10'), source: 'device' })
  await done(transact(services, reply))
  await deliverAll()
  await deliverAll()
  await post.sendDue()
  const [, correction, ...more] = await messagesAbout(subject)
  assert.deepEqual([correction!.kind, correction!.corrects, correction!.state, more.length], ['correction', original!.id, 'accepted', 0])
  const mail = mailbox.accepted.at(-1)!
  assert.equal(mail.subject, `更正：${original!.title}`)
  assert.ok(mail.text!.includes(original!.title))
  assert.deepEqual([mail.inReplyTo, mail.references], [`<${original!.id}.alpha@vendor.example>`, `<${original!.id}.alpha@vendor.example>`])
  assert.deepEqual(
    (await messagesAbout(subject, 'inbox')).map((one) => one.kind),
    ['escalation', 'correction'],
  )
  assert.deepEqual(await logOf(original!.id), ['queued', 'handed', 'accepted', 'corrected'])
})

test('what has not left when it no longer follows never does, and nothing is corrected', async (t) => {
  const before = mailbox.accepted.length
  const subject = await broken('2026-10-09 10:00')
  await done(transact(services, say(subject, { type: 'ticket.replied', occurredAt: at('2026-10-09 10:10'), source: 'device' })))
  await deliverAll()
  await workerOf(services, t).sendDue()
  assert.deepEqual(
    (await messagesAbout(subject)).map((one) => [one.kind, one.state]),
    [['escalation', 'withdrawn']],
  )
  assert.equal(mailbox.accepted.length, before)
})

test('an effect that is delivered twice, or by two workers at once, becomes its messages once', async () => {
  const subject = await broken('2026-10-12 10:00')
  const [effect] = await inAlpha<{ key: string }>('SELECT key FROM effect WHERE subject = $1', [subject])
  await Promise.all([1, 2, 3].map(() => deliver(services, { tenant: 'alpha', effect: effect!.key })))
  assert.equal((await messagesAbout(subject)).length, 1)
  assert.equal((await messagesAbout(subject, 'inbox')).length, 1)
})

test('who does not want mail of a kind gets it in the inbox alone, in the language chosen', async () => {
  await firm.owner.query(
    `INSERT INTO message_setting (tenant_id, person, mail_off, locale) VALUES ('alpha', 'gu', ARRAY['escalation'], 'en')`,
  )
  const subject = await broken('2026-10-13 10:00')
  assert.deepEqual(await messagesAbout(subject), [])
  assert.match((await messagesAbout(subject, 'inbox'))[0]!.title, /is overdue|was not|escalated/i)
  await firm.owner.query('DELETE FROM message_setting')
})

/** What a rule brings somebody to do, told to whoever holds a role. */
async function followUp(role: string, when: string): Promise<string> {
  clock.now = at(when)
  const subject = await reported(services)
  const key = `follow|${role}|${when}`
  await firm.owner.query(
    `INSERT INTO effect (tenant_id, key, kind, "to", subject, promise, episode, at) VALUES ('alpha', $1, 'notify', $2, $3, 'reply', 1, $4)`,
    [key, role, subject, clock.now],
  )
  await deliver(services, { tenant: 'alpha', effect: key })
  return subject
}

test('who wants one mail a day gets what can wait in one, at the hour chosen; nobody on duty is spared, and an empty inbox brings none', async (t) => {
  await firm.owner.query(`UPDATE person SET email = id || '@vendor.example' WHERE tenant_id = 'alpha' AND id = 'wei'`)
  await firm.owner.query(`INSERT INTO message_setting (tenant_id, person, digest_at) VALUES ('alpha', 'gu', 480), ('alpha', 'wei', 480)`)
  const forManager = await followUp('service-manager', '2026-10-15 06:00')
  assert.equal((await messagesAbout(forManager)).length, 1)
  const forOther = await followUp('administrator', '2026-10-15 06:10')
  assert.deepEqual([(await messagesAbout(forOther)).length, (await messagesAbout(forOther, 'inbox')).length], [0, 1])
  const pool = openPool({ address: firm.database.address, role: 'nuoxing_relay', max: 2 })
  const digests = openDigests({ services, pool, sweepMs: 3_600_000, onTrouble: (error) => assert.fail(String(error)) })
  t.after(async () => {
    await digests.stop()
    await pool.close()
  })
  const sent = () => inAlpha<MessageRow>(`SELECT * FROM message WHERE kind = 'digest' AND person = 'wei' ORDER BY created_at`)
  await digests.run()
  assert.equal((await sent()).length, 0)
  clock.now = at('2026-10-15 08:00')
  await digests.run()
  await digests.run()
  const [only, ...others] = await sent()
  assert.deepEqual([only?.title, others], ['alpha：收件箱里有 1 件事等着您', []])
  assert.match(only!.body, /\n1\. GD-.*\n/)
  clock.now = at('2026-10-16 08:30')
  await digests.run()
  assert.equal((await sent()).length, 2)
  await firm.owner.query(`UPDATE inbox SET acknowledged_at = 1 WHERE tenant_id = 'alpha'`)
  clock.now = at('2026-10-17 08:30')
  await digests.run()
  assert.equal((await sent()).length, 2)
  await firm.owner.query('DELETE FROM message_setting')
})

test('without a mail server messages go to inboxes alone, and none waits to be sent', async () => {
  const quiet = await firm.open()
  const subject = await (async () => {
    clock.now = at('2026-10-14 10:00')
    const one = await reported(quiet)
    clock.now += 31 * 60_000
    const waker = openWaker({ services: quiet })
    await waker.wakeDue()
    await waker.stop()
    const [effect] = await inAlpha<{ key: string }>('SELECT key FROM effect WHERE subject = $1', [one])
    await deliver(quiet, { tenant: 'alpha', effect: effect!.key })
    return one
  })()
  assert.deepEqual(await messagesAbout(subject), [])
  assert.equal((await messagesAbout(subject, 'inbox')).length, 1)
})
