import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from './audit.ts'
import { logInAs, plantTenant, startTestServer } from './http/http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')

/** One plan that promises something to tickets, and one that promises only to the contract. */
const PROMISES = {
  prompt:
    'reply: {deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 1h, calendar: always}, text: 一小时答复, source: [T-1]}',
  modest: 'check: {recurring: {starts: contract.signed, every: 1mo, task: visit}, text: 每月巡检, source: [T-2]}',
}

async function ticketUnder(plan: keyof typeof PROMISES): Promise<string> {
  const yaml = `plan: ${plan}\ntitle: 服务\nversion: 1\ntimezone: Asia/Shanghai\ncalendars:\n  always: {hours: 24x7}\npromises:\n  ${PROMISES[plan]}\n`
  assert.equal((await manager.post('/api/plans', { yaml })).status, 201)
  const signed = await manager.post('/api/contracts', { number: `HT-${plan}`, title: '服务', customer: 'jia', plan: `${plan}@1` })
  assert.equal(signed.status, 201, signed.text)
  const report = { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract: signed.body.id }
  return (await manager.post('/api/tickets', report)).body.id
}

const record = (ticket: string, type: string, values = {}) => manager.post('/api/services', { type, ticket, values })
const ticketOf = async (id: string) => (await manager.get(`/api/tickets/${id}`)).body.ticket
const differences = async () => (await auditTenant(server.services, 'east')).differences

for (const plan of ['prompt', 'modest'] as const) {
  test(`a visit that is recorded under a ticket moves it as one that its own page tells, under the ${plan} plan`, async () => {
    const id = await ticketUnder(plan)
    const before = await ticketOf(id)
    assert.equal(before.state, 'reported')
    const visit = await record(id, 'visit.arrived')
    assert.equal(visit.status, 201, visit.text)
    const during = await ticketOf(id)
    assert.deepEqual([during.state, during.version], ['working', before.version + 1])
    assert.equal((await manager.post(`/api/tickets/${id}/restore`, {})).status, 200)
    assert.equal((await manager.post(`/api/tickets/${id}/close`, { note: '电话确认' })).body.code, 'ticket.close-visit-open')
    assert.equal((await manager.post(`/api/services/${visit.body.id}/continue`, { type: 'visit.done', values: {} })).status, 200)
    assert.equal((await manager.post(`/api/tickets/${id}/close`, { note: '电话确认' })).status, 200)
    assert.deepEqual(await differences(), [])
  })

  test(`what moves no ticket leaves its version as it is, and is derived again to the same, under the ${plan} plan`, async () => {
    const { items } = (await manager.get('/api/contracts')).body
    const contract = items.find((one: any) => one.number === `HT-${plan}`).id
    const report = { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract }
    const id = (await manager.post('/api/tickets', report)).body.id as string
    const before = await ticketOf(id)
    assert.equal((await record(id, 'form.filled', { form: 'call-record' })).status, 201)
    assert.equal((await ticketOf(id)).version, before.version)
    assert.equal((await manager.post(`/api/tickets/${id}/reply`, { channel: 'phone', summary: '已联系' })).status, 200)
    assert.deepEqual(await differences(), [])
  })
}

test('a visit that was recorded under a ticket and is declared void is taken back from the ticket too', async () => {
  const { items } = (await manager.get('/api/contracts')).body
  const report = { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract: items[0].id }
  const id = (await manager.post('/api/tickets', report)).body.id as string
  const visit = await record(id, 'visit.arrived')
  assert.equal((await ticketOf(id)).state, 'working')
  assert.equal((await manager.post(`/api/facts/${visit.body.fact}/void`, { reason: '去错了地方' })).status, 200)
  assert.equal((await ticketOf(id)).state, 'reported')
  assert.deepEqual(await differences(), [])
})
