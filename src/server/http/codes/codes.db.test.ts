import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../../audit.ts'
import { plantContracts } from '../contract.testing.ts'
import { Person, good, logInAs, plantTenant, startTestServer } from '../http.testing.ts'

const server = await startTestServer()
for (const tenant of ['east', 'north']) {
  await plantTenant(server, tenant)
  await plantContracts(server, tenant)
}
const agent = await logInAs(server, 'hotline-agent@east')
const customer = await logInAs(server, 'customer-administrator@east')
const engineer = await logInAs(server, 'engineer@east')

type Sheet = { customer: { id: string }; items: { id: string; site: string; code?: { url: string } }[] }
const contact = { name: '门卫老李', phone: '138 0000 1111' }
const stranger = () => new Person(server.url)

async function codeOn(asset = 'jia-asset', by = 'jia'): Promise<string> {
  const { items } = good(await agent.post(`/api/customers/${by}/codes`, {})) as Sheet
  return new URL(items.find(({ id }) => id === asset)?.code?.url ?? assert.fail('no code')).pathname.replace('/portal/q/', '')
}

test('every device of a customer gets a code of its own, once; whoever may not manage devices sees none', async () => {
  const none = good(await agent.get('/api/customers/jia/codes')) as Sheet
  assert.deepEqual(
    none.items.map(({ id, code }) => [id, code]),
    [['jia-asset', undefined]],
  )
  const first = await codeOn()
  assert.match(first, /^east\.[A-Za-z0-9_-]{22}$/)
  assert.equal(await codeOn(), first, 'printed again it is the same')
  for (const other of [customer, engineer]) {
    assert.equal((await other.get('/api/customers/jia/codes')).status, 403)
    assert.equal((await other.post('/api/customers/jia/codes', {})).status, 403)
  }
  assert.equal((await stranger().get('/api/customers/jia/codes')).status, 401)
})

test('whoever scans it sees the device, its cover and the form, and nothing of tickets, people or contracts', async () => {
  good(
    await agent.post('/api/tickets', {
      channel: 'phone',
      title: '轴承异响一事',
      customer: 'jia',
      asset: 'jia-asset',
      contact: { name: '郑工', phone: '13911112222' },
    }),
  )
  const scanned = await stranger().get(`/api/codes/${await codeOn()}`)
  assert.equal(scanned.status, 200, scanned.text)
  assert.deepEqual(Object.keys(scanned.body).toSorted(), ['asOf', 'covers', 'device', 'firm', 'form'])
  assert.deepEqual(Object.keys(scanned.body.form).toSorted(), ['dimensions', 'fields', 'grades', 'types', 'zone'])
  for (const hidden of ['轴承异响', '郑工', '13911112222', 'jia-contract', 'openTickets', 'yi-'])
    assert.ok(!scanned.text.includes(hidden), hidden)
  const parts = good(await stranger().get(`/api/codes/${await codeOn()}?type=parts-exchange`))
  assert.deepEqual(
    parts.form.fields.map(({ id }: { id: string }) => id),
    ['part', 'quantity', 'partSerial', 'damage'],
  )
})

test('the promised times are known before anything is sent, by the contract of the device', async () => {
  const path = `/api/codes/${await codeOn()}/preview`
  const seen = good(await stranger().post(path, { title: '停机', description: '面板报高压' }))
  const own = good(
    await customer.post('/api/tickets/preview', {
      channel: 'qr',
      title: '停机',
      description: '面板报高压',
      customer: 'jia',
      asset: 'jia-asset',
    }),
  )
  assert.ok(seen.clocks.length > 0)
  assert.deepEqual(
    seen.clocks.map(({ promise }: { promise: string }) => promise),
    own.clocks.map(({ promise }: { promise: string }) => promise),
  )
})

test('a report by a code is a ticket of the device with name and phone as they were said, and no person stands by it', async () => {
  const path = `/api/codes/${await codeOn()}/report`
  const headers = { 'idempotency-key': 'scanned-at-the-door' }
  const body = { title: '漏水', description: '机组下面漏水', contact }
  const made = good(await stranger().ask('POST', path, { body, headers }))
  assert.deepEqual(good(await stranger().ask('POST', path, { body, headers })), made, 'sent again it is the same ticket')
  assert.deepEqual(Object.keys(made).toSorted(), ['at', 'number'])
  const { items } = good(await agent.get('/api/tickets?view=all')) as { items: { id: string; number: string }[] }
  const ticket = items.find(({ number }) => number === made.number) ?? assert.fail('no ticket')
  const detail = good(await agent.get(`/api/tickets/${ticket.id}`))
  const [reported] = detail.timeline
  assert.deepEqual(
    [detail.ticket.channel, detail.ticket.asset.id, reported.by, reported.texts.contactName, reported.texts.contactPhone],
    ['qr', 'jia-asset', undefined, contact.name, contact.phone],
  )
  assert.ok(detail.obligations.length > 0)
  assert.equal((await auditTenant(server.services, 'east')).differences.length, 0)
})

test('name and phone are wanted, what is the ticket’s own is not theirs to say', async () => {
  const path = `/api/codes/${await codeOn()}/report`
  const field = async (body: object) => {
    const { status, body: answer } = await stranger().post(path, body)
    return [status, answer.field ?? answer.errors?.[0]?.field]
  }
  assert.deepEqual(await field({ title: '停', contact: { phone: contact.phone } }), [400, 'contact.name'])
  assert.deepEqual(await field({ title: '停', contact: { name: '李', phone: '分机' } }), [400, 'contact.phone'])
  for (const own of ['customer', 'asset', 'contract', 'grade', 'splitFrom', 'channel', 'files', 'occurredAt'])
    assert.equal((await field({ title: '停', contact, [own]: 'x' }))[0], 400, own)
})

test('a device is reported five times an hour by its code and no more, with the time to wait; another device is not held up', async () => {
  const code = await codeOn('yi-asset', 'yi')
  const path = `/api/codes/${code}/report`
  const statuses = []
  for (let n = 0; n < 6; n++) statuses.push((await stranger().post(path, { title: `第 ${n} 次`, description: '停机', contact })).status)
  assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429])
  const held = await stranger().post(path, { title: '再来', description: '停机', contact })
  assert.ok(Number(held.headers.get('retry-after')) > 3500)
  assert.match(held.body.detail, /一小时内报修太多次了。请 \d+ 分钟后再报/)
  assert.equal((await stranger().post(`/api/codes/${await codeOn()}/report`, { title: '停', description: '停机', contact })).status, 201)
})

test('a code that was revoked, was never made or is another firm’s opens nothing, and all three are answered alike', async () => {
  const before = await codeOn()
  good(await agent.post('/api/assets/jia-asset/code/revoke', {}))
  const secret = before.split('.')[1]
  for (const code of [before, `north.${secret}`, `nowhere.${secret}`, `east.${'A'.repeat(22)}`]) {
    const { status, body } = await stranger().get(`/api/codes/${code}`)
    assert.deepEqual([status, body.code], [404, 'code.unknown'], code)
  }
  for (const odd of ['east.short', 'x', `EAST.${secret}`]) assert.equal((await stranger().get(`/api/codes/${odd}`)).status, 404, odd)
  assert.equal((await stranger().post(`/api/codes/${before}/report`, { title: '停', description: '停机', contact })).status, 404)
  const again = await agent.post('/api/assets/jia-asset/code/revoke', {})
  assert.deepEqual([again.status, again.body.code], [409, 'code.none'])
  assert.notEqual(await codeOn(), before)
  const administrator = await logInAs(server, 'administrator@east')
  const [line] = good(await administrator.get('/api/trail?action=code.revoked')).items
  assert.deepEqual([line.words, line.subject], ['作废设备二维码', 'asset/jia-asset'])
})
