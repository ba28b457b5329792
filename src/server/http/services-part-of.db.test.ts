import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')

/** A repair in the works, papers for an announced event, and complaints, each with a clock of its own. */
const PLAN = `plan: works
title: 返修与活动
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  workshop:
    text: 收到返修件七日内修好。
    source: [T-1]
    deadline: {starts: rma.received, kept-by: work.succeeded, within: 7d, calendar: always}
  meeting-plan:
    text: 活动开始前给出保障方案。
    source: [T-2]
    deadline: {due: event.start, kept-by: document.issued, calendar: always}
  complaint-handled:
    text: 投诉两日内处理。
    source: [T-3]
    deadline: {starts: complaint.opened, kept-by: complaint.closed, within: 2d, calendar: always}
  purchase-approved:
    text: 备件先批后购。
    source: [T-4]
    gate: {per: model, before: stock.changed, needs: approval.given, waive: service-manager}
`
assert.equal((await manager.post('/api/plans', { yaml: PLAN })).status, 201)
const signed = await manager.post('/api/contracts', {
  number: 'HT-7',
  title: '返修',
  customer: 'jia',
  plan: 'works@1',
  assets: ['jia-asset'],
})
assert.equal(signed.status, 201, signed.text)
const contract = signed.body.id as string
const record = async (body: object) => {
  const answer = await manager.post('/api/services', body)
  assert.equal(answer.status, 201, answer.text)
  return answer.body.id as string
}
const states = async (promise: string) => {
  const { instances } = (await manager.get(`/api/contracts/${contract}/board/${promise}`)).body
  return instances.map((one: any) => one.state).sort()
}

test('the work on a device that was sent in is part of its return, step by step, and keeps the repair in the works', async () => {
  const rma = await record({ type: 'rma.received', contract, asset: 'jia-asset' })
  const other = await record({ type: 'rma.received', contract, asset: 'jia-asset' })
  const work = await record({ type: 'work.started', partOf: rma })
  assert.equal((await manager.post(`/api/services/${work}/continue`, { type: 'work.succeeded' })).status, 200)
  assert.deepEqual(await states('workshop'), ['kept', 'open'])
  const { items } = (await manager.get(`/api/services?contract=${contract}&noun=work`)).body
  assert.deepEqual([items[0].partOf.id, items[0].asset.id], [rma, 'jia-asset'])
  await record({ type: 'work.succeeded', contract })
  assert.deepEqual(await states('workshop'), ['kept', 'open'], 'work that names no return repairs none')
  await record({ type: 'work.succeeded', partOf: other })
  assert.deepEqual(await states('workshop'), ['kept', 'kept'])
})

test('papers that are part of an announced event are papers for that event', async () => {
  const start = server.time.now + 5 * 86_400_000
  const event = await record({ type: 'event.announced', contract, values: { start, end: start + 1 } })
  assert.deepEqual(await states('meeting-plan'), ['open'])
  await record({ type: 'document.issued', partOf: event, values: { document: 'plan' } })
  assert.deepEqual(await states('meeting-plan'), ['kept'])
})

test('each complaint has a clock of its own, though one customer brings them all', async () => {
  const first = await record({ type: 'complaint.opened', contract })
  await record({ type: 'complaint.opened', contract })
  assert.equal(
    (await manager.post(`/api/services/${first}/continue`, { type: 'complaint.closed', values: { outcome: 'upheld', told: 'phone' } }))
      .status,
    200,
  )
  assert.deepEqual(await states('complaint-handled'), ['kept', 'open'])
})

test('spares of a model are bought once buying them was approved for that model', async () => {
  const stock = { type: 'stock.changed', contract, values: { place: 'local', model: 'LSB', quantity: 2 } }
  assert.equal((await manager.post('/api/services', stock)).body.code, 'promise.gate')
  await record({ type: 'approval.given', contract, values: { by: 'vendor', model: 'LSB' } })
  await record(stock)
  assert.deepEqual(await states('purchase-approved'), ['kept'])
})

test('a record that is not there is told by its field; all of it derives again to the same', async () => {
  const { status, body } = await manager.post('/api/services', { type: 'work.started', partOf: 'nothing' })
  assert.deepEqual([status, body.field], [400, 'partOf'])
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
