import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inTransaction, openPool, withTenant } from '../database/pool.ts'
import { openPost } from '../jobs/post.ts'
import { openMailbox } from '../messages/smtp.testing.ts'
import { addMessages } from '../store/messages.ts'
import { plantContracts } from './contract.testing.ts'
import { Person, good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

const mailbox = await openMailbox()
const server = await startTestServer({ outbound: mailbox.outbound })
const { services, time, url } = server
await plantTenant(server, 'east', { demo: true })
await plantContracts(server, 'east')
const administrator = await logInAs(server, 'administrator@east')
const manager = await logInAs(server, 'service-manager@east')
const hotline = await logInAs(server, 'hotline-agent@east')
const relay = openPool({ address: services.address, role: 'nuoxing_relay', max: 2 })
const post = openPost({ services, pool: relay, sweepMs: 3_600_000, onTrouble: (error) => assert.fail(String(error)) })
after(async () => {
  await post.stop()
  await relay.close()
  await mailbox.down()
})

const put = (path: string, body: unknown, person = administrator) => person.ask('PUT', path, { body })
const CONTRACT = '/api/contracts/jia-contract'

async function letter(title: string, more: object = {}): Promise<string> {
  const plain = {
    key: title,
    kind: 'escalation',
    channel: 'mail',
    person: 'east-service-manager',
    recipient: '顾南',
    address: 'gu@vendor.example',
    locale: 'zh-CN',
    title,
    body: '正文',
  } as const
  const [id] = await inTransaction(services.pool, 'east', (tx) => addMessages(tx, [{ ...plain, ...more }], time.now))
  return id!
}

test('what was sent is listed by state, channel, kind and reader, the newest first, each with its log', async () => {
  const first = await letter('第一封')
  time.now += 1000
  const second = await letter('第二封', { kind: 'follow-up' })
  await post.sendDue()
  const all = good(await manager.get('/api/messages'))
  assert.deepEqual(
    all.items.map((one: any) => [one.title, one.state]),
    [
      ['第二封', 'accepted'],
      ['第一封', 'accepted'],
    ],
  )
  assert.deepEqual(
    good(await manager.get('/api/messages?kind=follow-up')).items.map((one: any) => one.id),
    [second],
  )
  for (const [query, count] of [
    ['state=failed', 0],
    ['state=accepted', 2],
    ['channel=inbox', 0],
    ['channel=mail', 2],
    ['person=east-service-manager', 2],
    ['person=east-engineer', 0],
  ] as const)
    assert.equal(good(await manager.get(`/api/messages?${query}`)).items.length, count, query)
  const detail = good(await manager.get(`/api/messages/${first}`))
  assert.deepEqual(
    detail.log.map((line: any) => line.event),
    ['queued', 'handed', 'accepted'],
  )
  // Two that are due at once go out side by side.
  const place = mailbox.accepted.findIndex((mail) => mail.subject === '第一封')
  assert.equal(detail.log.at(-1).detail, `250 taken as ${place + 1}`)
  assert.equal(detail.messageId, mailbox.accepted[place]!.messageId)
})

test('a dead letter is sent again by whoever may send, and by nobody else; what arrived is not', async () => {
  mailbox.next({ code: 550, words: 'no such mailbox', at: 'recipient' })
  const id = await letter('打回的信')
  await post.sendDue()
  assert.deepEqual([good(await manager.get('/api/mail')).failed, good(await manager.get('/api/mail')).on], [1, true])
  assert.equal((await hotline.post(`/api/messages/${id}/resend`)).status, 403)
  assert.equal((await hotline.get('/api/messages')).status, 403)
  assert.equal(good(await manager.post(`/api/messages/${id}/resend`)).state, 'queued')
  await post.sendDue()
  const sent = good(await manager.get(`/api/messages/${id}`))
  assert.deepEqual([sent.state, sent.log.map((line: any) => line.event).slice(-3)], ['accepted', ['again', 'handed', 'accepted']])
  assert.deepEqual([(await manager.post(`/api/messages/${id}/resend`)).body.code], ['message.not-dead'])
})

test('a firm writes a template of its own, sees it used up to date, and goes back to the shipped one', async () => {
  const list = good(await administrator.get('/api/templates')).items
  assert.equal(list.length, 27)
  const shipped = list.find((one: any) => one.kind === 'renewal-notice' && one.locale === 'zh-CN')
  const own = { version: 0, subject: '川禾提醒：{contract} 快到期了', body: '{name}：请续保 {contract}。\n{details}' }
  assert.equal(good(await put('/api/templates/renewal-notice/zh-CN', own)).version, 1)
  assert.deepEqual((await put('/api/templates/renewal-notice/zh-CN', own)).body.conflict, [])
  assert.equal((await manager.get('/api/templates')).status, 403)
  const contact = good(await manager.post(`${CONTRACT}/contacts`, { name: '郑工', email: 'zheng@customer.example' }))
  const preview = good(await manager.post(`${CONTRACT}/notices/preview`, { kind: 'renewal', contacts: [contact.id] }))
  assert.match(preview.subject, /^川禾提醒：HT-jia .* 快到期了$/)
  const back = good(await administrator.post('/api/templates/renewal-notice/zh-CN/reset', { version: 1 }))
  assert.deepEqual([back.version, back.subject, back.body], [0, shipped.subject, shipped.body])
  const trail = good(await administrator.get('/api/trail?q=template')).items.map((one: any) => one.words)
  assert.deepEqual(trail, ['消息模板换回随产品的文字', '修改消息模板'])
})

test('a template with a place that nothing fills is refused with its line and name, and nothing is kept', async () => {
  const answer = await put('/api/templates/escalation/zh-CN', { version: 0, subject: '升级', body: '{name}\n请看 {liink} 和 {due' })
  assert.equal(answer.status, 400)
  assert.deepEqual(
    answer.body.errors.map((one: any) => [one.field, one.code, one.detail]),
    [
      ['body', 'template.unknown', '第 2 行的 {liink} 没有内容可填：请从旁边的列表里选。'],
      ['body', 'template.unclosed', '第 2 行的 {due 没有写完：请补上“}”。'],
    ],
  )
  const kept = good(await administrator.get('/api/templates')).items.find((one: any) => one.kind === 'escalation' && one.locale === 'zh-CN')
  assert.equal(kept.version, 0)
})

test('a template is tried on oneself, at one’s own address, with invented data', async () => {
  const text = { subject: '试：{number}', body: '{name} {link}' }
  assert.deepEqual((await administrator.post('/api/templates/escalation/zh-CN/try', text)).body.code, 'mail.no-address')
  const me = good(await administrator.get('/api/people/east-administrator'))
  good(await administrator.ask('PATCH', `/api/people/${me.id}`, { body: { version: me.version, email: 'admin@vendor.example' } }))
  assert.equal(good(await administrator.post('/api/templates/escalation/zh-CN/try', text)).address, 'admin@vendor.example')
  await post.sendDue()
  const mail = mailbox.accepted.at(-1)!
  assert.deepEqual([mail.subject, mail.to![0]!.address], ['试：GD-2026-0012', 'admin@vendor.example'])
})

test('an address that is none is refused by its field', async () => {
  for (const email of ['x', 'a b@c.example', 'a@b, c@d.example', 'a@b\r\nBcc: c@d.example', '郑 <z@c.example>']) {
    const answer = await manager.post(`${CONTRACT}/contacts`, { name: '郑工', email })
    assert.deepEqual([answer.status, answer.body.field], [400, 'email'], email)
  }
})

test('one chooses for oneself which mails come, in which language, and when one is left alone', async () => {
  const wanted = { mailOff: ['follow-up'], locale: 'en', quietFrom: 1320, quietUntil: 450, digestAt: 480 }
  const kept = good(await put('/api/message-settings', wanted, manager))
  assert.deepEqual(kept, { ...wanted, mailOn: true })
  assert.deepEqual(good(await manager.get('/api/message-settings')), kept)
  assert.equal((await put('/api/message-settings', { ...wanted, mailOff: ['password-reset'] }, manager)).status, 400)
  assert.deepEqual((await put('/api/message-settings', { ...wanted, digestAt: 1440 }, manager)).body.field, 'digestAt')
})

test('a test mail goes to one’s own address, and who has none is told where it is added', async () => {
  assert.deepEqual((await manager.post('/api/message-settings/try')).body.code, 'mail.no-address')
  assert.deepEqual(good(await administrator.post('/api/message-settings/try')), { address: 'admin@vendor.example' })
  await post.sendDue()
  assert.deepEqual(
    [mailbox.accepted.at(-1)!.subject, mailbox.accepted.at(-1)!.to![0]!.address],
    ['这是一封试发的消息', 'admin@vendor.example'],
  )
})

test('a notice is recorded when the customer’s server took it, with the message as evidence, and once however many got it', async () => {
  const zheng = good(await manager.get(`${CONTRACT}/contacts`)).items.find((one: any) => one.name === '郑工')
  const meng = good(await manager.post(`${CONTRACT}/contacts`, { name: 'Ms Meng', email: 'meng@customer.example', locale: 'en' }))
  const body = { kind: 'maintenance', contacts: [zheng.id, meng.id] }
  assert.deepEqual((await manager.post(`${CONTRACT}/notices`, body)).body.field, 'details')
  assert.equal((await hotline.post(`${CONTRACT}/notices`, { ...body, details: '看看' })).status, 403)
  assert.equal((await manager.post(`${CONTRACT}/notices`, { ...body, contacts: ['nobody'] })).body.field, 'contacts')
  const notices = async () => good(await manager.get('/api/services?contract=jia-contract&noun=notice')).items
  await mailbox.down()
  const sent = good(await manager.post(`${CONTRACT}/notices`, { ...body, details: '10 月 12 日周一上午停机保养。' }))
  assert.deepEqual(new Set(sent.messages.map((one: any) => one.name)), new Set(['郑工', 'Ms Meng']))
  await post.sendDue()
  assert.deepEqual(await notices(), [], 'not delivered, so not recorded')
  await mailbox.up()
  time.now += 60_000
  await post.sendDue()
  const [notice, ...more] = await notices()
  assert.deepEqual([notice.id, more.length, notice.entries.length], [sent.notice, 0, 1])
  const evidence = notice.entries[0].said.map((one: any) => one.words).join('；')
  assert.match(evidence, /维护/)
  assert.match(evidence, /(zheng|meng)@customer\.example.*250 taken/)
  const mails = mailbox.accepted.slice(-2).toSorted((a, b) => a.to![0]!.address!.localeCompare(b.to![0]!.address!))
  assert.deepEqual(
    mails.map((mail) => mail.to![0]!.address),
    ['meng@customer.example', 'zheng@customer.example'],
  )
  assert.match(mails[0]!.subject!, /^Maintenance notice: HT-jia/)
  assert.match(mails[1]!.subject!, /^维护通知：HT-jia/)
  assert.ok(mails[1]!.text!.includes('10 月 12 日周一上午停机保养。'))
  const listed = good(await manager.get('/api/messages?contract=jia-contract')).items
  assert.deepEqual(new Set(listed.map((one: any) => one.recipient)), new Set(['郑工', 'Ms Meng']))
})

test('a mail that came back is no evidence: with the last reader’s gone the notice is void, and sent again it is recorded anew', async () => {
  const notices = async () => good(await manager.get('/api/services?contract=jia-contract&noun=notice')).items
  const [first] = await notices()
  const mails = good(await manager.get('/api/messages?contract=jia-contract&channel=mail')).items
  const back = (name: string, person = manager, reason = '5.1.1 收件人不存在') =>
    person.post(`/api/messages/${mails.find((one: any) => one.recipient === name).id}/bounce`, { reason })
  assert.equal((await back('郑工', hotline)).status, 403)
  assert.equal((await back('郑工', manager, ' ')).body.field, 'reason')
  const bounced = good(await back('郑工'))
  assert.deepEqual([bounced.state, bounced.lastError, bounced.log.at(-1).event], ['bounced', '5.1.1 收件人不存在', 'bounced'])
  assert.equal((await back('郑工')).body.code, 'message.not-arrived')
  const again = async (name: string) => {
    good(await manager.post(`/api/messages/${mails.find((one: any) => one.recipient === name).id}/resend`))
    await post.sendDue()
  }
  const stand = async () =>
    (await notices()).filter((one: any) => one.entries.some((entry: any) => !entry.voided)).map((one: any) => one.id)
  assert.deepEqual(await stand(), [first.id], 'the other reader has it')
  await again('郑工')
  assert.deepEqual(await stand(), [first.id], 'sent again, it is the same notice')
  good(await back('Ms Meng'))
  assert.deepEqual(await stand(), [first.id])
  good(await back('郑工'))
  assert.deepEqual(await stand(), [])
  await again('郑工')
  await again('Ms Meng')
  const [anew, ...more] = await stand()
  assert.ok(anew !== undefined && anew !== first.id && more.length === 0, 'one notice, however many got it')
  const fact = (await notices()).find((one: any) => one.id === anew).entries[0].fact
  good(await manager.post(`/api/facts/${fact}/void`, { reason: '误登' }))
  good(await back('郑工'))
  await again('郑工')
  assert.equal((await stand()).length, 1, 'what was void already is recorded anew as well')
  const words = good(await administrator.get('/api/trail?q=message')).items.map((one: any) => one.words)
  assert.equal(words.filter((one: string) => one === '登记邮件被退回').length, 4)
})

test('a worker that died after a notice was accepted leaves nothing unrecorded', async () => {
  const before = good(await manager.get('/api/services?contract=jia-contract&noun=notice')).items.length
  const zheng = good(await manager.get(`${CONTRACT}/contacts`)).items.find((one: any) => one.name === '郑工')
  const sent = good(await manager.post(`${CONTRACT}/notices`, { kind: 'renewal', contacts: [zheng.id] }))
  // As a killed process leaves it: accepted, and not yet recorded.
  await withTenant(services.pool, 'east', (tx) =>
    tx.query(`UPDATE message SET state = 'accepted', next_try_at = NULL, answer = '250 ok' WHERE id = $1`, [sent.messages[0].id]),
  )
  await post.sendDue()
  await post.sendDue()
  const later = good(await manager.get('/api/services?contract=jia-contract&noun=notice')).items
  // Two of one instant stand in either order.
  assert.deepEqual([later.length, later.filter((one: any) => one.id === sent.notice).length], [before + 1, 1])
  assert.ok(good(await manager.get(`/api/messages/${sent.messages[0].id}`)).log.some((line: any) => line.event === 'recorded'))
})

test('a contact who was removed gets nothing more', async () => {
  const contact = good(await manager.post(`${CONTRACT}/contacts`, { name: '旧人', email: 'old@customer.example' }))
  good(await manager.ask('DELETE', `/api/contacts/${contact.id}`))
  assert.equal((await manager.post(`${CONTRACT}/notices`, { kind: 'renewal', contacts: [contact.id] })).body.field, 'contacts')
})

const linkIn = (text: string) => /#(nxr_east_[\w-]+)/.exec(text)?.[1] ?? assert.fail(text)

test('a link to a new password goes to the person’s own address, works, and stands in no table', async () => {
  const person = good(await administrator.get('/api/people/east-engineer'))
  good(
    await administrator.ask('PATCH', `/api/people/${person.id}`, { body: { version: person.version, email: 'engineer@vendor.example' } }),
  )
  const stranger = new Person(url)
  for (const account of ['engineer@east', 'engineer@east', 'nobody@east'])
    assert.deepEqual(good(await stranger.post('/api/password-reset/request', { account })), { ok: true })
  const before = mailbox.accepted.length
  await post.sendDue()
  assert.equal(mailbox.accepted.length, before + 1, 'one mail a minute, however often somebody asks')
  const mail = mailbox.accepted.at(-1)!
  assert.deepEqual([mail.subject, mail.to![0]!.address], ['重设密码的链接', 'engineer@vendor.example'])
  const token = linkIn(mail.text!)
  const stored = await withTenant(services.pool, 'east', (tx) =>
    tx.query<{ row: string }>(`SELECT to_jsonb(m)::text AS row FROM message m WHERE kind = 'password-reset'`),
  )
  assert.equal(stored.length, 1)
  assert.ok(!stored[0]!.row.includes(token) && stored[0]!.row.includes('一次性链接'))
  good(await stranger.post('/api/password-reset', { token, password: 'fresh-bamboo-77' }))
  good(await new Person(url).post('/api/session', { account: 'engineer@east', password: 'fresh-bamboo-77' }))
})

test('an invitation goes by mail and is shown to nobody; by hand it is shown, and the mailed link dies', async () => {
  const made = good(
    await administrator.post('/api/people', { name: '苏晚', account: 'su', email: 'su@vendor.example', roles: ['engineer'] }),
  )
  assert.deepEqual(made.invitation, { mailedTo: 'su@vendor.example' })
  await post.sendDue()
  const mail = mailbox.accepted.at(-1)!
  assert.equal(mail.subject, 'east 机电 的账号已为您开通')
  assert.ok(mail.text!.includes('su@east'))
  const byHand = good(await administrator.post(`/api/people/${made.id}/invite`, { byHand: true }))
  assert.match(byHand.token, /^nxr_east_/)
  assert.equal(
    (await new Person(url).post('/api/password-reset', { token: linkIn(mail.text!), password: 'fresh-bamboo-88' })).body.code,
    'reset.invalid',
  )
  good(await new Person(url).post('/api/password-reset', { token: byHand.token, password: 'fresh-bamboo-88' }))
})

test('somebody without an address is given the link by hand, as where there is no mail', async () => {
  const made = good(await administrator.post('/api/people', { name: '无邮', account: 'wuyou', roles: ['engineer'] }))
  assert.match(made.invitation.token, /^nxr_east_/)
})
