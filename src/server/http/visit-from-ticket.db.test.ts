import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { plantContracts } from './contract.testing.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantContracts(server, 'east')
const manager = await logInAs(server, 'service-manager@east')

test('a visit that began as a service record and is finished on the page of its ticket is done in both, and audited clean', async () => {
  const fault = { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract: 'jia-contract' }
  const ticket = good(await manager.post('/api/tickets', fault)).id
  good(await manager.post(`/api/tickets/${ticket}/accept`, {}))
  const arrived = { type: 'visit.arrived', ticket, values: { person: 'east-engineer' } }
  const { id } = good(await manager.post('/api/services', arrived))
  good(await manager.post(`/api/tickets/${ticket}/finish-visit`, { summary: '换了风扇' }))
  const [record] = good(await manager.get(`/api/services?ticket=${ticket}`)).items
  assert.deepEqual([record.id, record.entries.map((entry: any) => entry.type).toSorted()], [id, ['visit.arrived', 'visit.done']])
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})

/** A visit that was recorded as a service record, with its ticket. */
async function visited() {
  const fault = { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract: 'jia-contract' }
  const ticket = good(await manager.post('/api/tickets', fault)).id
  good(await manager.post(`/api/tickets/${ticket}/accept`, {}))
  const { id } = good(await manager.post('/api/services', { type: 'visit.arrived', ticket, values: { person: 'east-engineer' } }))
  const record = async () => good(await manager.get(`/api/services?ticket=${ticket}`)).items.find((one: any) => one.id === id)
  const [arrival] = (await record()).entries
  return { ticket, record, arrival }
}

test('when an engineer came is put right on the ticket: the record says the same, and what hangs on it counts from then', async () => {
  const { ticket, record, arrival } = await visited()
  server.time.now += 3_600_000
  const to = arrival.at + 600_000
  good(await manager.post(`/api/facts/${arrival.fact}/correct`, { field: 'occurredAt', from: arrival.at, to, reason: '表走快了' }))
  const [entry] = (await record()).entries
  assert.deepEqual([entry.fact, entry.at], [arrival.fact, to])
  const { obligations } = good(await manager.get(`/api/tickets/${ticket}`))
  assert.equal(obligations.find((one: any) => one.promise === 'arrive').keptAt, to)
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})

test('who rules on a ticket and sees no service records still rules on its visit: the record follows', async () => {
  const grants = ['ticket.read', 'fact.void'].map((action) => ({ action, scope: 'all' }))
  const role = "UPDATE role SET grants = $1 WHERE tenant_id = 'east' AND id = 'parts-keeper'"
  await server.owner.raw.query(role, [JSON.stringify(grants)])
  const reviewer = await logInAs(server, 'parts-keeper@east')
  const { record, arrival } = await visited()
  assert.equal((await reviewer.get('/api/services')).status, 403)
  good(await reviewer.post(`/api/facts/${arrival.fact}/void`, { reason: '那天没有人去' }))
  const after = await record()
  assert.deepEqual([after.phase, after.entries[0].voided], ['absent', true])
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
