import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plantContracts } from './contract.testing.ts'
import { PASSWORD, Person, good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

// How far somebody reaches: to the facts of their own tickets, to people who may no more than they, and to nobody who does not work here.

const server = await startTestServer()
await plantTenant(server, 'east')
await plantContracts(server, 'east')
const administrator = await logInAs(server, 'administrator@east')
const manager = await logInAs(server, 'service-manager@east')

const FAULT = { channel: 'phone', title: '停机', description: '面板报高压', customer: 'jia', asset: 'jia-asset', contract: 'jia-contract' }

test('what names a ticket is told only to who sees that ticket, by whichever subject it is asked for', async () => {
  const { id } = good(await manager.post('/api/tickets', FAULT))
  const user = await logInAs(server, 'customer-user@east')
  assert.equal((await user.get(`/api/tickets/${id}`)).status, 404)
  for (const subject of ['asset/jia-asset', 'customer/jia', 'site/jia-site']) {
    const seen = (await user.get(`/api/facts?subject=${subject}`)).body?.items ?? []
    assert.deepEqual(
      seen.filter((fact: any) => fact.type === 'ticket.reported'),
      [],
      subject,
    )
    const all = good(await manager.get(`/api/facts?subject=${subject}`)).items
    assert.ok(
      all.some((fact: any) => fact.type === 'ticket.reported'),
      subject,
    )
  }
  const own = good(await user.post('/api/tickets', { ...FAULT, channel: 'portal' })).id
  const seen = good(await user.get('/api/facts?subject=asset/jia-asset')).items
  assert.deepEqual(
    seen.filter((fact: any) => fact.type === 'ticket.reported').map((fact: any) => fact.subject),
    [`ticket/${own}`],
  )
})

test('whoever may more is not managed by who may less: no link, no other address, no role taken, no leaving', async () => {
  const grants = [
    { action: 'person.manage', scope: 'all' },
    { action: 'person.read', scope: 'all' },
  ]
  good(await administrator.post('/api/roles', { id: 'clerk', name: '人事', grants }))
  const made = good(await administrator.post('/api/people', { name: '人事某', account: 'clerk', roles: ['clerk'] }))
  const token = made.invitation.token
  good(await new Person(server.url).post('/api/password-reset', { token, password: PASSWORD }))
  const clerk = await logInAs(server, 'clerk@east')
  const target = good(await clerk.get('/api/people/east-administrator'))
  const tries = [
    clerk.post('/api/people/east-administrator/invite', { byHand: true }),
    clerk.patch('/api/people/east-administrator', { version: target.version, email: 'mine@vendor.example' }),
    clerk.post('/api/people/east-administrator/roles', { version: target.version, roles: ['clerk'] }),
    clerk.post('/api/people/east-administrator/leave', { version: target.version }),
  ]
  for (const answer of await Promise.all(tries)) {
    assert.deepEqual([answer.status, answer.body.code], [403, 'person.above-own'])
    assert.doesNotMatch(answer.body.detail, /[a-z]+\.[a-z]+/)
  }
  assert.deepEqual(good(await clerk.get('/api/people/east-administrator')), target)
  const other = good(await clerk.post('/api/people', { name: '新人', account: 'fresh', roles: ['clerk'] }))
  good(await clerk.post(`/api/people/${other.id}/invite`, { byHand: true }))
})

test('work is given to who works here: not to a customer, not to who has left, not to nobody', async () => {
  const { id } = good(await manager.post('/api/tickets', FAULT))
  good(await manager.post(`/api/tickets/${id}/accept`, {}))
  const gone = good(await administrator.post('/api/people', { name: '离职某', account: 'gone', roles: ['engineer'] }))
  good(await administrator.post(`/api/people/${gone.id}/leave`, { version: gone.version }))
  for (const person of ['east-customer-user', gone.id, 'nobody']) {
    const answer = await manager.post(`/api/tickets/${id}/assign`, { person })
    assert.deepEqual([answer.status, answer.body.code, answer.body.field], [400, 'field.no-such', 'person'], person)
    assert.equal((await manager.post(`/api/tickets/${id}/arrive`, { person })).body.field, 'person', person)
  }
  good(await manager.post(`/api/tickets/${id}/assign`, { person: 'east-engineer' }))
})
