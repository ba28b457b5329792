import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { plantContracts } from './contract.testing.ts'
import { picture, upload } from './files/upload.testing.ts'
import { logInAs, must, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantContracts(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const customer = await logInAs(server, 'customer-administrator@east')
/** may put right what they entered themselves */
const engineer = await logInAs(server, 'engineer@east')
const MINUTE = 60_000

async function report(): Promise<string> {
  const body = { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract: 'jia-contract' }
  return (await must(manager.post('/api/tickets', body))).id
}

const rowOf = async (ticket: string) => (await must(manager.get(`/api/services?ticket=${ticket}`))).items[0]
const correct = (id: string, body: object, who = manager) => who.post(`/api/services/${id}/correct`, body)

test('a part that was mistyped is put right in one act: what it should say stands in its place, with its files, and the wrong one stays void', async () => {
  const ticket = await report()
  const slip = await upload(manager, { name: '领料单.png', bytes: picture(9_000) })
  const values = { part: 'P-100', quantity: 12 }
  const { id, fact } = await must(manager.post('/api/services', { type: 'part.replaced', ticket, values, files: [slip.id] }))
  const [wrong] = (await rowOf(ticket)).entries
  assert.deepEqual(wrong.answers, { values, forms: {} })
  const body = { fact, reason: '多打了一个 1', values: { ...values, quantity: 2 }, files: [slip.id] }
  for (const who of [customer, engineer]) assert.equal((await correct(id, body, who)).status, 403)
  await must(correct(id, body))
  const { entries, version } = await rowOf(ticket)
  assert.deepEqual(
    entries.map((one: any) => [one.voided, one.answers.values.quantity, one.files[0].name]),
    [
      [true, 12, '领料单.png'],
      [false, 2, '领料单.png'],
    ],
  )
  const again = await correct(id, { ...body, expectedVersion: version })
  assert.deepEqual([again.status, again.body.code], [422, 'service.void-already'])
  const stale = await correct(id, { ...body, fact: entries[1].fact, expectedVersion: version - 1 })
  assert.equal(stale.status, 409)
})

test('an arrival of the wrong hour counts as it happened once a second person has approved, and the ticket stands where it stood', async () => {
  const ticket = await report()
  server.time.now += 30 * MINUTE
  const { id } = await must(manager.post('/api/services', { type: 'visit.needed', ticket, values: {} }))
  const { fact } = await must(manager.post(`/api/services/${id}/continue`, { type: 'visit.arrived' }))
  await must(manager.post(`/api/tickets/${ticket}/restore`, {}))
  const arrive = async () => (await must(manager.get(`/api/obligations/ticket.${ticket}.arrive.1`))).keptAt
  const before = await arrive()
  const stateOf = async () => (await must(manager.get(`/api/tickets/${ticket}`))).ticket.state
  const state = await stateOf()
  const occurredAt = before - 20 * MINUTE
  const bare = await correct(id, { fact, reason: '时间记错', occurredAt })
  assert.deepEqual([bare.status, bare.body.field], [400, 'lateEvidence'])
  const put = await must(correct(id, { fact, reason: '时间记错', occurredAt, lateEvidence: '门禁记录' }))
  assert.equal(await stateOf(), state)
  const entry = (await rowOf(ticket)).entries.find((one: any) => one.fact === put.fact)
  assert.deepEqual([entry.at, entry.late, entry.approvedBy], [occurredAt, true, undefined])
  await must(agent.post(`/api/facts/${put.fact}/approve`))
  assert.equal(await arrive(), occurredAt)
})

test('all of it derives again from the facts to the same', async () => {
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
