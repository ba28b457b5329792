import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')

const PLAN = `plan: loaners
title: 备用设备
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
dimensions:
  class: {values: [basic, standard, high], set-by: asset}
promises:
  loaner:
    title: 备用设备
    text: 寄出之后两日内送来不低于原设备的备用设备。
    source: [T-1]
    deadline: {per: contract, starts: rma.shipped, kept-by: loan.delivered where class >= asset.class, within: 48h, calendar: always}
`
const made = await manager.post('/api/plans', { yaml: PLAN })
assert.equal(made.status, 201, made.text)
const signed = await manager.post('/api/contracts', {
  number: 'HT-5',
  title: '备用设备',
  customer: 'jia',
  plan: 'loaners@1',
  assets: ['jia-asset'],
})
assert.equal(signed.status, 201, signed.text)
const contract = signed.body.id as string
const record = async (type: string, values: object) => {
  server.time.now += 60_000
  return manager.post('/api/services', { contract, type, asset: 'jia-asset', values })
}
const states = async () => {
  const { instances } = (await manager.get(`/api/contracts/${contract}/board/loaner`)).body
  return instances.map((one: any) => one.state).sort()
}

test('a loaner of a lower class than the device is recorded and does not keep the promise; one of the same class does', async () => {
  const device = (await manager.get('/api/assets/jia-asset')).body
  const changed = await manager.patch('/api/assets/jia-asset', { version: device.version, class: 'standard' })
  assert.equal(changed.status, 200, changed.text)
  assert.equal((await record('rma.shipped', {})).status, 201)
  assert.deepEqual(await states(), ['open'])
  const lower = await record('loan.delivered', { class: 'basic' })
  assert.equal(lower.status, 201, lower.text)
  assert.deepEqual(await states(), ['open'])
  const [row] = (await manager.get(`/api/services?contract=${contract}&noun=loan`)).body.items
  assert.deepEqual(
    row.entries[0].said.map(({ field, words }: any) => [field, words]),
    [
      ['class', 'basic'],
      ['lowerClass', '是'],
    ],
  )
  assert.equal((await record('loan.delivered', { class: 'basic', lowerClass: false })).body.code, 'service.class-lower')
  assert.equal((await record('loan.delivered', { class: 'standard' })).status, 201)
  assert.deepEqual(await states(), ['kept'])
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
