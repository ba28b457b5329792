import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plantContracts } from '../contract.testing.ts'
import { good, logInAs, plantTenant, startTestServer } from '../http.testing.ts'
import { portalAddress } from './address.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantContracts(server, 'east')
const administrator = await logInAs(server, 'customer-administrator@east')
const user = await logInAs(server, 'customer-user@east')
const agent = await logInAs(server, 'hotline-agent@east')

test('devices are shown with their site, its zone and their covers, to every person of their customer alone', async () => {
  for (const person of [administrator, user]) {
    const { items } = good(await person.get('/api/portal/devices'))
    assert.deepEqual(
      items.map(({ id }: { id: string }) => id),
      ['jia-asset'],
    )
    assert.equal(items[0].zone, 'Asia/Shanghai')
    assert.ok(Array.isArray(items[0].covers))
    assert.deepEqual(good(await person.get('/api/portal/devices/jia-asset')), items[0])
    assert.equal((await person.get('/api/portal/devices/yi-asset')).status, 404)
  }
})

test('the form of a report says what is asked, by type and device, and under which contract it would stand', async () => {
  const form = good(await user.get('/api/portal/report-form?asset=jia-asset'))
  assert.ok(form.fields.some(({ id, name }: { id: string; name: string }) => id === 'nature' && name === '故障性质'))
  assert.ok(form.types.length > 5)
  assert.equal(form.contract.id, 'jia-contract')
  const parts = good(await user.get('/api/portal/report-form?type=parts-exchange'))
  assert.deepEqual(
    parts.fields.map(({ id }: { id: string }) => id),
    ['part', 'quantity', 'partSerial', 'damage'],
  )
  const elsewhere = await user.get('/api/portal/report-form?asset=yi-asset')
  assert.deepEqual([elsewhere.status, elsewhere.body.field], [400, 'asset'])
})

test('whom to call are the lines of the customer’s own contracts', async () => {
  const { lines, duty } = good(await user.get('/api/portal/lines'))
  assert.ok(lines.every(({ contract }: { contract: { number: string } }) => contract.number.includes('jia')))
  assert.deepEqual(duty, [])
})

test('a rating and a complaint are service records of the ticket, once a key, and only of one’s own customer', async () => {
  const report = { channel: 'portal', title: '停机', customer: 'jia', asset: 'jia-asset', contract: 'jia-contract' }
  const { id } = good(await user.post('/api/tickets', report))
  const headers = { 'idempotency-key': 'rating-of-the-user-1' }
  const rating = { body: { satisfied: true, score: 5 }, headers }
  const first = good(await user.ask('POST', `/api/portal/tickets/${id}/rate`, rating))
  assert.deepEqual(good(await user.ask('POST', `/api/portal/tickets/${id}/rate`, rating)), first)
  assert.equal(first.noun, 'survey')
  const complaint = good(await administrator.post(`/api/portal/tickets/${id}/complain`, { kind: 'delay', text: '晚到' }))
  assert.equal(complaint.noun, 'complaint')
  const { items } = good(await agent.get(`/api/services?ticket=${id}`))
  assert.deepEqual(items.map(({ noun }: { noun: string }) => noun).toSorted(), ['complaint', 'survey'])
  const odd = await user.post(`/api/portal/tickets/${id}/rate`, { satisfied: true, score: 6 })
  assert.deepEqual([odd.status, odd.body.field], [400, 'score'])
  const other = good(await agent.post('/api/tickets', { channel: 'phone', title: '别家', customer: 'yi', contract: 'yi-contract' }))
  assert.equal((await user.post(`/api/portal/tickets/${other.id}/complain`, { kind: 'delay', text: '看看' })).status, 404)
  assert.equal((await agent.post(`/api/portal/tickets/${id}/rate`, { satisfied: true, score: 5 })).status, 403)
})

test('a visit to come is shown with its date and who comes; the customer agrees to the date that they saw', async () => {
  const DAY = 86_400_000
  const { id } = good(
    await user.post('/api/tickets', { channel: 'portal', title: '漏油', customer: 'jia', asset: 'jia-asset', contract: 'jia-contract' }),
  )
  const startsAt = server.time.now + DAY
  const values = { startsAt, person: 'east-engineer' }
  const visit = good(await agent.post('/api/services', { type: 'visit.planned', ticket: id, values })).id
  good(await agent.post('/api/services', { type: 'visit.planned', contract: 'yi-contract', values }))
  const [shown, ...others] = good(await user.get('/api/portal/visits')).items
  assert.deepEqual(others, [])
  assert.deepEqual([shown.id, shown.startsAt, shown.agreed, shown.person, shown.ticket.id], [visit, startsAt, false, 'engineer 某', id])
  const agree = (at: number, by = user) => by.post(`/api/portal/visits/${visit}/agree`, { version: shown.version, startsAt: at })
  const moved = await agree(startsAt + 1)
  assert.deepEqual([moved.status, moved.body.code], [409, 'visit.moved'])
  assert.equal((await agree(startsAt, agent)).status, 403)
  good(await agree(startsAt))
  assert.equal(good(await administrator.get('/api/portal/visits')).items[0].agreed, true)
  const [record] = good(await agent.get(`/api/services?ticket=${id}`)).items
  const said = record.entries.at(-1).said.map(({ words }: { words: string }) => words)
  assert.ok(said.includes('客户'), said.join())
  good(await agent.post(`/api/services/${visit}/continue`, { type: 'visit.agreed', values: { startsAt: startsAt + DAY, by: 'vendor' } }))
  const again = good(await user.get('/api/portal/visits')).items[0]
  assert.deepEqual([again.startsAt, again.agreed], [startsAt + DAY, false], 'a new date is asked for anew')
  good(await agent.post(`/api/services/${visit}/continue`, { type: 'visit.arrived', values: { person: 'east-engineer' } }))
  assert.deepEqual(good(await user.get('/api/portal/visits')).items, [])
})

test('the vendor’s people are told that they have the console', async () => {
  for (const path of ['devices', 'devices/jia-asset', 'report-form', 'lines', 'visits']) {
    const { status, body } = await agent.get(`/api/portal/${path}`)
    assert.deepEqual([status, body.code], [403, 'portal.for-customers'], path)
  }
})

test('an address of the console has its place in the portal, or none', () => {
  assert.equal(portalAddress('/tickets/new'), '/portal/report')
  assert.equal(portalAddress('/tickets/new?asset=a%26b'), '/portal/report?device=a%26b')
  assert.equal(portalAddress('/tickets/T-1?x=1'), '/portal/tickets/T-1')
  assert.equal(portalAddress('/settings/roles'), '/portal/')
  for (const none of ['/portal/', '/q/x', '/board', '/contracts/C1', '/login', '//']) assert.equal(portalAddress(none), undefined, none)
})
