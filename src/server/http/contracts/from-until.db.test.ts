import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { auditTenant } from '../../audit.ts'
import { openWaker } from '../../jobs/waker.ts'
import { logInAs, plantTenant, startTestServer } from '../http.testing.ts'

// From when and until when a contract makes anything owed.

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const bundled = (id: string) => readFileSync(join(import.meta.dirname, `../../../../plans/${id}.yaml`), 'utf8')
const SIGN = { title: '机电设备售后', customer: 'jia', sites: ['jia-site'], assets: ['jia-asset'] }

const owedOf = async (contract: string) =>
  (await manager.get(`/api/obligations?contract=${contract}`)).body.items.map(({ promise, episode, state, dueAt, brokenAt }: any) => ({
    promise,
    episode,
    state,
    dueAt,
    brokenAt,
  }))

test('what is owed after the signature counts from the day that stands on the contract, not from when it was entered', async () => {
  assert.equal((await manager.post('/api/plans', { yaml: bundled('zhibao') })).status, 201)
  const sign = { ...SIGN, number: 'HT-day', plan: 'zhibao@1', signedOn: '2026-09-01' }
  const signed = await manager.post('/api/contracts', sign)
  assert.equal(signed.status, 201, signed.text)
  const shipping = (await owedOf(signed.body.id)).find(({ promise }: any) => promise === 'shipping')
  const due = Date.parse('2026-09-11T00:00:00+08:00')
  assert.deepEqual([shipping.state, shipping.dueAt, shipping.brokenAt], ['broken', due, due])
})

test('with its contract ends what is owed on and on: what runs is called off with the reason, and nothing opens any more', async () => {
  const yaml = `plan: rounds
title: 巡检
version: 1
timezone: Asia/Shanghai
calendars: {always: {hours: 24x7}}
promises:
  monthly-visit:
    title: 月度巡检
    text: 每月巡检一次。
    source: [T-1]
    recurring: {starts: contract.signed, every: 1mo, task: visit}
`
  assert.equal((await manager.post('/api/plans', { yaml })).status, 201)
  const signed = await manager.post('/api/contracts', { ...SIGN, number: 'HT-end', plan: 'rounds@1', endsOn: '2027-09-23' })
  assert.equal(signed.status, 201, signed.text)
  const { id } = signed.body
  const waker = openWaker({ services: server.services })
  after(() => waker.stop())
  server.time.now += 60_000
  await waker.wakeDue()
  assert.deepEqual(
    (await owedOf(id)).map(({ state }: any) => state),
    ['open'],
  )
  const { version } = (await manager.get(`/api/contracts/${id}`)).body
  assert.equal((await manager.post(`/api/contracts/${id}/end`, { version, reason: '双方解除' })).status, 200)
  server.time.now += 60_000
  await waker.wakeDue()
  const [visit, ...more] = (await manager.get(`/api/obligations?contract=${id}`)).body.items
  assert.deepEqual([visit.state, more.length], ['cancelled', 0])
  const why = (await manager.get(`/api/obligations/${visit.id}`)).body
  assert.match(why.words.join(''), /服务期结束，这一次不再需要/)
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
