import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logInAs, plantTenant, startTestServer } from '../http.testing.ts'
import { plantContracts } from '../contract.testing.ts'
import { picture, upload } from './upload.testing.ts'

const server = await startTestServer()
for (const tenant of ['east', 'north']) await plantTenant(server, tenant, { demo: true })
await plantContracts(server, 'east')
const agent = await logInAs(server, 'hotline-agent@east')
const manager = await logInAs(server, 'service-manager@east')
const customer = await logInAs(server, 'customer-administrator@east')
const stranger = await logInAs(server, 'service-manager@north')

const KB = 1024

async function newTicket(customerId = 'jia'): Promise<string> {
  const answer = await agent.post('/api/tickets', {
    channel: 'phone',
    title: '停机',
    customer: customerId,
    asset: `${customerId}-asset`,
    contract: `${customerId}-contract`,
  })
  assert.equal(answer.status, 201, answer.text)
  return answer.body.id
}

test('a step of a service record and a milestone of a contract carry their files, and the record shows them', async () => {
  const ticket = await newTicket()
  const [plan, report, waybill] = await Promise.all(
    ['上门计划.png', '服务报告.png', '运单.png'].map((name) => upload(manager, { name, bytes: picture(9 * KB) })),
  )
  const needed = await manager.post('/api/services', { type: 'visit.needed', ticket, values: { summary: '去看看' }, files: [plan!.id] })
  assert.equal(needed.status, 201, needed.text)
  const next = await manager.post(`/api/services/${needed.body.id}/continue`, { type: 'visit.arrived', files: [report!.id] })
  assert.ok(next.status < 300, next.text)
  const { body } = await manager.get(`/api/services?ticket=${ticket}`)
  const names = body.items[0].entries.map((entry: { files?: { name: string }[] }) => entry.files?.map((one) => one.name))
  assert.deepEqual(names, [['上门计划.png'], ['服务报告.png']])
  const terms = { plan: 'kuaixiu@1', terms: [], sites: [], assets: ['jia-asset'], people: {} }
  const signed = await manager.post('/api/contracts', { number: 'HT-F', title: '附件合同', customer: 'jia', ...terms })
  assert.equal(signed.status, 201, signed.text)
  const place = `/api/contracts/${signed.body.id}`
  const reached = { version: signed.body.version, milestone: 'shipped', evidence: '运单 1', files: [waybill!.id] }
  const done = await manager.post(`${place}/reach`, reached)
  assert.ok(done.status < 300, done.text)
  const after = await manager.get(place)
  assert.deepEqual(
    after.body.milestones[0].files.map((one: { name: string }) => one.name),
    ['运单.png'],
  )
  // the customer reads the contract, and not by what we show that it was shipped
  assert.equal((await customer.get(place)).body.milestones[0].files, undefined)
  for (const file of [plan!, report!, waybill!]) assert.equal((await customer.get(`/api/files/${file.id}`)).status, 404)
  assert.equal((await agent.get(`/api/files/${waybill!.id}`)).status, 200)
  const wrong = await manager.post('/api/services', { type: 'visit.needed', ticket, values: { summary: '去' }, files: ['none'] })
  assert.deepEqual([wrong.status, wrong.body.code], [400, 'file.unknown'])
})

test('a waiver carries its files to whoever approves it, and its fact is sealed over them', async () => {
  const ticket = await newTicket()
  const letter = await upload(manager, { name: '客户回函.png', bytes: picture(9 * KB) })
  const body = { reason: '客户书面同意改约', evidence: '客户回函', files: [letter.id] }
  const path = `/api/obligations/ticket.${ticket}.arrive.1/waive`
  const wrong = await manager.post(path, { ...body, files: ['none'] })
  assert.deepEqual([wrong.status, wrong.body.code, wrong.body.field], [400, 'file.unknown', 'files.0'])
  const asked = await manager.post(path, body)
  assert.ok(asked.status < 300, asked.text)
  const [waiting] = (await manager.get('/api/releases?state=waiting')).body.items
  assert.deepEqual([waiting.id, waiting.files.map((one: { name: string }) => one.name)], [asked.body.id, ['客户回函.png']])
  const { timeline } = (await manager.get(`/api/tickets/${ticket}`)).body
  const fact = timeline.find((one: { id: string }) => one.id === asked.body.id)
  assert.deepEqual(fact.data.files, [{ id: letter.id, sha256: letter.sha256 }])
})

test('a device that is told something shows its files on its own record', async () => {
  const file = await upload(manager, { name: '移交单.png', bytes: picture(9 * KB) })
  const told = await manager.post('/api/services', {
    type: 'asset.handed-over',
    contract: 'jia-contract',
    asset: 'jia-asset',
    files: [file.id],
  })
  assert.equal(told.status, 201, told.text)
  const facts = await manager.get('/api/facts?subject=asset/jia-asset&own=yes')
  assert.ok(facts.body.items.some((fact: { files?: { id: string }[] }) => fact.files?.[0]?.id === file.id))
  assert.equal((await agent.get(`/api/files/${file.id}`)).status, 200)
  assert.equal((await stranger.get(`/api/files/${file.id}`)).status, 404)
})

test('a fault is reported with its photo, in one transaction', async () => {
  const file = await upload(agent, { name: '故障.png', bytes: picture(9 * KB) })
  const report = { channel: 'phone', title: '漏水', customer: 'jia', asset: 'jia-asset', contract: 'jia-contract', files: [file.id] }
  const { body } = await agent.post('/api/tickets', report)
  const page = await customer.get(`/api/tickets/${body.id}`)
  assert.equal(page.body.timeline[0].files[0].name, '故障.png')
  const preview = await agent.post('/api/tickets/preview', report)
  assert.equal(preview.status, 200)
})
