import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { plantContracts } from './contract.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east', { demo: true })
await plantContracts(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const engineer = await logInAs(server, 'engineer@east')
const user = await logInAs(server, 'customer-user@east')
const head = await logInAs(server, 'customer-administrator@east')

type Named = { id: string; name: string }
type Detail = {
  watching: boolean
  watchers: Named[]
  actions: unknown[]
  timeline: { type: string; texts: Record<string, string>; visibility: string }[]
  ticket: { id: string }
}
type Notice = { id: string; why: string; words: string; text?: string; by?: Named; ticket: { id: string }; readAt?: number }

async function report(title: string, by: Person = agent): Promise<{ id: string; number: string }> {
  const answer = await by.post('/api/tickets', { channel: 'phone', title, customer: 'jia', asset: 'jia-asset' })
  assert.equal(answer.status, 201, answer.text)
  return answer.body as { id: string; number: string }
}
const command = (id: string, name: string, body: object, by: Person) => by.post(`/api/tickets/${id}/${name}`, body)
const page = async (id: string, by: Person) => (await by.get(`/api/tickets/${id}`)).body as Detail
const told = async (by: Person, state = 'unread') =>
  (await by.get(`/api/notices?state=${state}`)).body as { items: Notice[]; unread: number }
const bell = async (by: Person) => ((await by.get('/api/session')).body as { unreadInbox: number }).unreadInbox
const watch = (id: string, watching: boolean, by: Person) => by.ask('PUT', `/api/tickets/${id}/watch`, { body: { watching } })

test('who follows a ticket is told of what others do on it, once each, until they have seen it; unfollowed, no longer', async () => {
  const made = await report('冷却塔漏水')
  assert.equal((await watch(made.id, true, manager)).status, 200)
  assert.deepEqual([(await page(made.id, manager)).watching, (await page(made.id, agent)).watching], [true, false])
  assert.deepEqual(
    (await page(made.id, agent)).watchers.map(({ id }) => id),
    ['east-service-manager'],
  )
  const before = await bell(manager)
  await command(made.id, 'reply', { channel: 'phone', summary: '已告知关阀' }, agent)
  await command(made.id, 'accept', {}, manager)
  const { items, unread } = await told(manager)
  assert.deepEqual(
    items.map(({ why, words, text, by, ticket }) => [why, words, text, by?.id, ticket.id]),
    [['watch', '答复客户', '已告知关阀', 'east-hotline-agent', made.id]],
    'one’s own doing is no news',
  )
  assert.deepEqual([unread, await bell(manager)], [1, before + 1])
  assert.equal((await manager.ask('PUT', `/api/notices/${made.id}/read`)).status, 200)
  assert.equal((await told(manager)).unread, 0)
  assert.equal((await told(manager, 'all')).items[0]?.id, items[0]?.id)
  await watch(made.id, false, manager)
  await command(made.id, 'note', { text: '阀门型号待查' }, agent)
  assert.equal((await told(manager)).unread, 0)
})

test('who is named in a note is told, follows from then on, and reads a ticket that is otherwise beyond them', async () => {
  const made = await report('油泵压力低')
  assert.equal((await page(made.id, engineer)).ticket, undefined, 'of no team of theirs')
  const noted = await command(made.id, 'note', { text: '@engineer 某 上次是滤芯堵', mentions: ['east-engineer'] }, agent)
  assert.equal(noted.status, 200, noted.text)
  const [notice] = (await told(engineer)).items
  assert.deepEqual([notice?.why, notice?.text, notice?.ticket.id], ['mention', '@engineer 某 上次是滤芯堵', made.id])
  assert.equal((await page(made.id, engineer)).watching, true)
  assert.equal((await command(made.id, 'restore', {}, engineer)).status, 403, 'following is reading')
  const strange = await command(made.id, 'note', { text: '@谁', mentions: ['east-customer-user'] }, agent)
  assert.equal(strange.status, 400)
  assert.ok(strange.text.includes('mentions'))
})

test('both sides of a merger see the ticket that lives on, the customer’s person who reported the other one too', async () => {
  const theirs = await report('门禁读头失灵', user)
  const ours = await report('门禁读头失灵，前台来电')
  assert.equal((await page(ours.id, user)).ticket, undefined)
  const merged = await command(theirs.id, 'merge', { into: ours.id, reason: '同一读头' }, manager)
  assert.equal(merged.status, 200, merged.text)
  const seen = await page(ours.id, user)
  assert.equal(seen.ticket.id, ours.id)
  assert.deepEqual([seen.watching, seen.watchers], [true, []], 'who else follows is ours')
  await command(ours.id, 'note', { text: '读头已停产' }, agent)
  await command(ours.id, 'reply', { channel: 'phone', summary: '明日换读头' }, agent)
  const rows = await server.owner.raw.query(`SELECT person, why FROM ticket_notice WHERE ticket = $1 AND person = 'east-customer-user'`, [
    ours.id,
  ])
  assert.equal(rows.rows.length, 1, 'of the reply, not of the note')
})

test('what the customer writes reaches who has the ticket and who follows it, is read by both sides, and keeps no promise', async () => {
  const made = await report('水泵漏油', user)
  await command(made.id, 'assign', { person: 'east-hotline-agent' }, manager)
  await watch(made.id, true, manager)
  const clocks = async () =>
    ((await agent.get(`/api/tickets/${made.id}`)).body as { obligations: { state: string }[] }).obligations.map(({ state }) => state)
  const before = await clocks()
  const written = await command(made.id, 'message', { channel: 'portal', text: '明早能来吗' }, user)
  assert.equal(written.status, 200, written.text)
  assert.deepEqual(await clocks(), before)
  for (const one of [agent, manager]) {
    const notice = (await told(one)).items.find(({ ticket, text }) => ticket.id === made.id && text === '明早能来吗')
    assert.deepEqual([notice?.words, notice?.by?.id], ['客户留言', 'east-customer-user'])
  }
  for (const one of [agent, head, user]) {
    const line = (await page(made.id, one)).timeline.find(({ type }) => type === 'ticket.messaged')
    assert.deepEqual([line?.texts, line?.visibility], [{ text: '明早能来吗' }, 'all'])
  }
  assert.equal(
    (await command(made.id, 'message', { channel: 'mail', text: '邮件里说门禁改了' }, agent)).status,
    200,
    'what came another way is entered',
  )
  const blank = await command(made.id, 'message', { channel: 'portal', text: ' ' }, user)
  assert.deepEqual(
    [
      blank.status,
      (blank.body as { field?: string; errors?: { field: string }[] }).errors?.[0]?.field ?? (blank.body as { field?: string }).field,
    ],
    [400, 'text'],
  )
})

test('the customer’s view is what the customer’s own people are given, to the letter', async () => {
  const made = await report('空压机异响')
  await command(made.id, 'reply', { channel: 'phone', summary: '请先停机' }, agent)
  await command(made.id, 'note', { text: '疑似轴承' }, agent)
  const view = (await agent.get(`/api/tickets/${made.id}/as-customer`)).body as Detail
  const theirs = await page(made.id, head)
  assert.deepEqual(view.timeline, theirs.timeline)
  assert.ok(view.timeline.some(({ texts }) => texts.summary === '请先停机'))
  assert.ok(!JSON.stringify(view).includes('疑似轴承'))
  assert.deepEqual(view.actions, [])
  assert.equal((await engineer.get(`/api/tickets/${made.id}/as-customer`)).status, 404)
})

test('followers, notes that name somebody and mergers leave nothing that an audit would not find in the facts', async () => {
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
  const bad = await watch('nobody', true, agent)
  assert.equal(bad.status, 404)
  assert.equal((await agent.ask('PUT', '/api/tickets/nobody/watch', { body: { watching: 'yes' } })).status, 400)
})
