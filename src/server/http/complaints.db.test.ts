import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { bundledPlans } from '../bundled-plans.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

// 投诉: apart from faults, with clocks of their own and an owner who is not the one they are about.

const server = await startTestServer()
await plantTenant(server, 'east', { demo: true })
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const yaml = bundledPlans().find(({ file }) => file === 'houxu.yaml')!.yaml
const plan = good(await manager.post('/api/plans', { yaml })).ref
const contract = good(await manager.post('/api/contracts', { number: 'HT-1', title: '后续服务', customer: 'jia', plan })).id as string

const list = async (query = '', who = manager): Promise<any[]> => good(await who.get(`/api/complaints${query}`)).items
const step = (id: string, type: string, values: object) => manager.post(`/api/services/${id}/continue`, { type, values })
let id = ''

test('a complaint is recorded with whom it is about, and its own clock runs from then on', async () => {
  const wrong = await agent.post('/api/services', { type: 'complaint.opened', contract, values: { kind: 'attitude', accused: 'nobody' } })
  assert.deepEqual([wrong.status, wrong.body.field], [400, 'values.accused'])
  const values = { kind: 'attitude', accused: 'east-engineer', summary: '说话难听' }
  id = good(await agent.post('/api/services', { type: 'complaint.opened', contract, values })).id
  const [one] = await list()
  assert.deepEqual([one.customer.name.includes('jia'), one.accused.name, one.owner, one.phase], [true, 'engineer 某', undefined, 'opened'])
  assert.deepEqual(
    one.clocks.map(({ promise, state }: any) => [promise, state]),
    [['complaint-handled', 'open']],
  )
})

test('whoever it is about does not look after it: refused with the reason, and nothing is written', async () => {
  const refused = await step(id, 'complaint.assigned', { person: 'east-engineer' })
  assert.deepEqual([refused.status, refused.body.code], [400, 'service.owner-accused'])
  assert.match(refused.body.detail, /被投诉的人不能负责/)
  assert.equal((await list())[0]!.owner, undefined)
  good(await step(id, 'complaint.assigned', { person: 'east-hotline-agent' }))
  assert.equal((await list())[0]!.owner.name, 'hotline-agent 某')
  assert.equal((await list('?mine=yes', agent)).length, 1)
  assert.equal((await list('?mine=yes')).length, 0)
})

test('it is closed with an outcome once the customer was told, and its clock is kept by that', async () => {
  const early = await step(id, 'complaint.closed', { outcome: 'upheld' })
  assert.deepEqual([early.status, early.body.field], [400, 'values.told'])
  good(await step(id, 'complaint.answered', { told: 'phone', summary: '已致歉，换人上门' }))
  good(await step(id, 'complaint.closed', { outcome: 'upheld', told: 'letter', satisfied: true }))
  assert.deepEqual(await list(), [])
  const [one] = await list('?state=closed')
  assert.deepEqual([one.outcome, one.clocks[0].state], ['属实', 'kept'])
  assert.equal((await list('?state=all')).length, 1)
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})

test('two complaints have a clock each, and a fault is none of them', async () => {
  const open = async () => good(await agent.post('/api/services', { type: 'complaint.opened', contract, values: { kind: 'delay' } })).id
  const [first] = [await open(), await open()]
  good(await agent.post('/api/tickets', { channel: 'phone', title: '停机', customer: 'jia', contract }))
  const found = await list()
  assert.equal(found.length, 2)
  for (const one of found) assert.equal(one.clocks.length, 1)
  good(await step(first!, 'complaint.closed', { outcome: 'unfounded', told: 'phone' }))
  assert.deepEqual(
    (await list()).map(({ clocks }) => clocks[0].state),
    ['open'],
  )
})

test('complaints are ours to look after: a customer’s person does not read who is accused', async () => {
  const customer = await logInAs(server, 'customer-administrator@east')
  assert.equal((await customer.get('/api/complaints')).status, 403)
  assert.equal((await manager.get('/api/complaints?state=odd')).body.field, 'state')
})
