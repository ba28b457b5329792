import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { withTenant } from '../database/pool.ts'
import { deliver } from '../jobs/deliver.ts'
import { openWaker } from '../jobs/waker.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
let manager = await logInAs(server, 'service-manager@east')
const engineer = await logInAs(server, 'engineer@east')

const PLAN = `plan: care
title: 空压机保养
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  manual:
    title: 资料
    text: 验收后五日内交齐资料。
    source: [C-1]
    owner: keepers
    deadline: {starts: contract.accepted, kept-by: document.issued, within: 5d, calendar: always}
  arrive:
    title: 到场
    text: 四小时内到场。
    source: [C-2]
    owner: keepers
    deadline: {starts: ticket.reported, kept-by: visit.arrived, within: 4h, calendar: always}
  reply:
    title: 答复
    text: 一小时内答复。
    source: [C-3]
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 1h, calendar: always}
roles:
  keepers: {name: 维保组}
`
assert.equal((await manager.post('/api/plans', { yaml: PLAN })).status, 201)

async function sign(number: string, people: object): Promise<string> {
  const about = { number, title: '空压机保养', customer: 'jia', plan: 'care@1', sites: ['jia-site'], assets: ['jia-asset'], people }
  const signed = await manager.post('/api/contracts', about)
  assert.equal(signed.status, 201, signed.text)
  const { id } = signed.body
  const accepted = await manager.post(`/api/contracts/${id}/reach`, { version: 1, milestone: 'accepted', evidence: '验收单 7' })
  assert.equal(accepted.status, 200, accepted.text)
  return id
}

/** Every effect that waits becomes its messages, as the worker's job does it. */
async function deliverAll(): Promise<void> {
  const text = 'SELECT key FROM effect WHERE delivered_at IS NULL ORDER BY at, key'
  const waiting = await withTenant(server.services.pool, 'east', (tx) => tx.query<{ key: string }>(text))
  for (const { key } of waiting) await deliver(server.services, { tenant: 'east', effect: key })
}

const inboxOf = async (who: typeof engineer) => (await who.get('/api/inbox?state=unread')).body.items
const due = async (who: typeof engineer, query: string) =>
  (await who.get(`/api/obligations?${query}`)).body.items.map((one: any) => `${one.contract.number} ${one.promise}`).toSorted()

const named = await sign('HT-1', { keepers: ['east-engineer'] })
await sign('HT-2', {})

test('whom the contract names for a clause finds in their inbox what is theirs now, once; nobody else does, and where nobody is named nobody', async () => {
  await deliverAll()
  const [one, ...more] = await inboxOf(engineer)
  assert.deepEqual(more, [])
  assert.match(one.words, /^HT-1 空压机保养：按“资料”，由维保组负责，已经开始。$/)
  assert.deepEqual([one.kind, one.text, one.contract.id], ['entrust', '验收后五日内交齐资料。', named])
  assert.deepEqual(await inboxOf(manager), [])
  assert.equal((await engineer.post(`/api/inbox/${one.id}/acknowledge`)).status, 200)
  await deliverAll()
  assert.deepEqual(await inboxOf(engineer), [])
})

test('what was no beginning after all is taken back from whom it was told to, in words that say what it was', async () => {
  const third = await sign('HT-3', { keepers: ['east-engineer'] })
  await deliverAll()
  const { items } = (await manager.get(`/api/facts?subject=contract/${third}`)).body
  const { id } = items.find((fact: any) => fact.type === 'contract.accepted')
  assert.equal((await manager.post(`/api/facts/${id}/void`, { reason: '登错了合同' })).status, 200)
  await deliverAll()
  const [back, told] = (await inboxOf(engineer)).toSorted((a: any, b: any) => b.kind.localeCompare(a.kind))
  assert.deepEqual([back.kind, told.kind], ['withdraw', 'entrust'])
  assert.equal(back.words, '更正：HT-3 空压机保养 按“资料”曾告知您“由维保组负责，已经开始”，按补充的记录不再成立，前一条撤回。')
  for (const one of [back, told]) assert.equal((await engineer.post(`/api/inbox/${one.id}/acknowledge`)).status, 200)
})

test('what one answers for is asked for by itself: of contracts and of tickets, until it is done', async () => {
  const about = { customer: 'jia', site: 'jia-site', asset: 'jia-asset', contract: named, type: 'fault' }
  const made = await manager.post('/api/tickets', { channel: 'phone', title: '漏油', description: '漏油', ...about })
  assert.equal(made.status, 201, made.text)
  assert.deepEqual(await due(engineer, 'mine=yes'), ['HT-1 arrive', 'HT-1 manual'])
  assert.deepEqual(
    [await due(engineer, 'owner=standing'), await due(manager, 'owner=standing')],
    [['HT-1 manual'], ['HT-1 manual', 'HT-2 manual']],
  )
  assert.deepEqual(await due(manager, 'mine=yes'), [])
  server.time.now += 5 * 3_600_000
  assert.equal((await manager.post(`/api/tickets/${made.body.id}/assign`, { person: 'east-service-manager' })).status, 200)
  assert.deepEqual(await due(manager, 'mine=yes'), ['HT-1 arrive', 'HT-1 reply'])
  const record = { type: 'document.issued', contract: named, values: { document: 'manual' } }
  assert.equal((await manager.post('/api/services', record)).status, 201)
  assert.deepEqual(await due(engineer, 'mine=yes'), ['HT-1 arrive'])
})

test('so are objections and what waits for a second person', async () => {
  server.time.now += 6 * 24 * 3_600_000
  manager = await logInAs(server, 'service-manager@east')
  const waker = openWaker({ services: server.services })
  await waker.wakeDue()
  await waker.stop()
  const broken = (await manager.get('/api/obligations?unmet=yes')).body.items.filter((one: any) => one.promise !== 'reply')
  assert.deepEqual(broken.map((one: any) => `${one.contract.number} ${one.promise}`).toSorted(), ['HT-1 arrive', 'HT-2 manual'])
  for (const { id } of broken) {
    const waived = await manager.post(`/api/obligations/${id}/waive`, { reason: '客户改约', evidence: '来电 3' })
    assert.equal(waived.status, 200, waived.text)
    const raised = await manager.post(`/api/obligations/${id}/dispute`, { reason: '已经做了', evidence: '签到表' })
    assert.equal(raised.status, 200, raised.text)
  }
  for (const path of ['/api/releases', '/api/disputes']) {
    const count = async (query: string) => (await manager.get(`${path}${query}`)).body.items.length
    assert.deepEqual([await count(''), await count('?mine=yes')], [2, 1], path)
  }
})

test('all of it derives again from the facts to the same', async () => {
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
