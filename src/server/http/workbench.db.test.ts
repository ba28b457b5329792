import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plantContracts } from './contract.testing.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

// 工作台: since when somebody was away is kept at the server, and with it what changed.

const server = await startTestServer()
await plantTenant(server, 'east', { demo: true })
await plantContracts(server, 'east')
const agent = await logInAs(server, 'hotline-agent@east')
const manager = await logInAs(server, 'service-manager@east')
const MINUTE_MS = 60_000

const desk = async (): Promise<any> => good(await agent.get('/api/desk'))
const seen = async (read = false) => good(await agent.post('/api/desk/seen', { read }))
async function pass(minutes: number): Promise<void> {
  await server.services.clock.advance('east', minutes * MINUTE_MS)
}

const report = async (title: string) =>
  good(await manager.post('/api/tickets', { channel: 'phone', title, customer: 'jia', contract: 'jia-contract', asset: 'jia-asset' }))
    .id as string

test('a first visit tells no changes: nothing was missed', async () => {
  await report('早先的故障')
  const { since, changes } = await desk()
  assert.deepEqual([since, changes], [undefined, []])
  await seen()
  assert.equal((await desk()).since, undefined)
})

test('who was away for half an hour is told what others did on their own and their team’s tickets, the newest of each', async () => {
  const ticket = await report('水泵停转')
  good(await manager.post(`/api/tickets/${ticket}/transfer`, { team: 'west-1' }))
  await pass(10)
  await seen()
  assert.equal((await desk()).since, undefined, 'ten minutes are no absence')
  const left = await server.services.clock.now('east')
  await pass(45)
  good(await manager.post(`/api/tickets/${ticket}/note`, { text: '客户又来电' }))
  good(await manager.post(`/api/tickets/${ticket}/reply`, { channel: 'phone', summary: '已答复' }))
  await seen()
  const { since, changes } = await desk()
  assert.ok(Math.abs(since - left) < MINUTE_MS)
  assert.deepEqual(
    changes.map((one: any) => [one.ticket.title, one.by.name, one.count]),
    [['水泵停转', 'service-manager 某', 2]],
  )
  assert.match(changes[0].words, /答复/)
  // what one did oneself is no news
  good(await agent.post(`/api/tickets/${ticket}/note`, { text: '收到' }))
  assert.equal((await desk()).changes[0].count, 2)
})

test('what broke meanwhile is told by its promise; what was read is counted from now', async () => {
  const { broken } = await desk()
  assert.ok(Array.isArray(broken))
  await seen(true)
  const after = await desk()
  assert.deepEqual([after.changes, after.broken], [[], []])
  assert.ok(after.since !== undefined)
})

test('the desk is of those who work on tickets', async () => {
  const customer = await logInAs(server, 'customer-administrator@east')
  assert.equal((await customer.get('/api/desk')).status, 403)
  assert.equal((await customer.post('/api/desk/seen', {})).status, 403)
  assert.equal((await agent.post('/api/desk/seen', { read: 'yes' })).body.field, 'read')
})
