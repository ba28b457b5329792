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

test('a model that two contracts have is counted under the one that promises something of it', async () => {
  const yaml = `plan: stocked\ntitle: 备件\nversion: 1\ntimezone: Asia/Shanghai\ncalendars:\n  always: {hours: 24x7}\npromises:\n  spares: {level: {per: model, measure: stock.on-hand / count asset.accepted, over: now, at-least: 3%}, text: 备件百分之三, source: [T-3]}\n`
  assert.equal((await manager.post('/api/plans', { yaml })).status, 201)
  const device = async (serial: string) =>
    (await manager.post('/api/assets', { customer: 'jia', site: 'jia-site', name: '主机', model: 'LSB-680', serial })).body.id
  const count = async (contract: string, quantity: number) => {
    const values = { place: 'local', model: 'LSB-680', quantity }
    assert.equal((await manager.post('/api/services', { type: 'stock.changed', contract, values })).status, 201)
  }
  const contracts: string[] = []
  for (const [number, plan] of [
    ['HT-stocked', 'stocked@1'],
    ['HT-beside', 'modest@1'],
  ] as const) {
    const body = { number, title: '服务', customer: 'jia', plan, assets: [await device(number)] }
    const { id, version } = (await manager.post('/api/contracts', body)).body
    contracts.push(id)
    if (plan === 'stocked@1') await count(id, 1)
    const reached = await manager.post(`/api/contracts/${id}/reach`, { version, milestone: 'accepted', evidence: '报告 1' })
    assert.equal(reached.status, 200, reached.text)
  }
  await count(contracts[0]!, 3)
  const { items } = (await manager.get('/api/obligations?subject=model/LSB-680&promise=spares')).body
  assert.deepEqual(
    items.map(({ state }: { state: string }) => state),
    ['open'],
  )
  assert.deepEqual(await differences(), [])
})
