import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const administrator = await logInAs(server, 'administrator@east')

const PLAN = `plan: own
title: 自派人员
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  own-staff:
    title: 自派人员
    text: 上门只派本单位的人。
    source: [T-1]
    gate: {per: contract, before: visit.dispatched, allows: own == true, waive: service-manager}
`
assert.equal((await manager.post('/api/plans', { yaml: PLAN })).status, 201)
const signed = await manager.post('/api/contracts', { number: 'HT-6', title: '自派人员', customer: 'jia', plan: 'own@1' })
assert.equal(signed.status, 201, signed.text)
const contract = signed.body.id as string

const ENGINEER = 'east-engineer'
const dispatch = (values: object, more: object = {}) =>
  manager.post('/api/services', { contract, type: 'visit.dispatched', values: { person: ENGINEER, ...values }, ...more })
const states = async () => {
  const { instances } = (await manager.get(`/api/contracts/${contract}/board/own-staff`)).body
  return instances.map((one: any) => one.state).sort()
}
const engineer = async () => (await administrator.get(`/api/people/${ENGINEER}`)).body
const works = async (subcontractor: string | null) =>
  administrator.patch(`/api/people/${ENGINEER}`, { version: (await engineer()).version, subcontractor })

test('whoever is dispatched is own staff by the list of people, without anybody ticking it; what is said otherwise is refused', async () => {
  const sent = await dispatch({})
  assert.equal(sent.status, 201, sent.text)
  assert.deepEqual(await states(), ['kept'])
  const denied = await dispatch({ own: false })
  assert.deepEqual([denied.status, denied.body.code, denied.body.errors[0].field], [400, 'service.own-is', 'values.own'])
  assert.match(denied.body.detail ?? denied.body.title, /我方自有人员/)
})

test('a subcontractor’s person is not sent where only own staff may come, whatever is claimed; once sent all the same, the promise is broken', async () => {
  const changed = await works('临江安装队')
  assert.equal(changed.status, 200, changed.text)
  assert.equal((await engineer()).subcontractor, '临江安装队')
  assert.equal((await dispatch({ own: true })).body.code, 'service.own-not')
  const refused = await dispatch({})
  assert.equal(refused.status, 422, refused.text)
  assert.match(refused.text, /上门只派本单位的人/)
  assert.deepEqual(await states(), ['kept'])
  const told = await dispatch({}, { occurredAt: server.time.now - 60_000 })
  assert.equal(told.status, 201, told.text)
  assert.deepEqual(await states(), ['broken', 'kept'])
  assert.equal((await works(null)).status, 200)
  assert.equal((await engineer()).subcontractor, undefined)
  assert.equal((await dispatch({})).status, 201)
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})

test('a note that is put right later leaves whose people came: they were ours on that day', async () => {
  const { id, fact } = (await dispatch({})).body
  assert.equal((await works('临江安装队')).status, 200)
  const said = { person: ENGINEER, kind: 'inspection' }
  const put = await manager.post(`/api/services/${id}/correct`, { fact, reason: '补写种类', values: said })
  assert.equal(put.status, 200, put.text)
  const { items } = (await manager.get(`/api/services?contract=${contract}`)).body
  const steps = items.find((one: any) => one.id === id).entries
  assert.deepEqual(
    steps.map(({ answers }: any) => answers.values.own),
    [true, true],
    JSON.stringify(steps),
  )
  assert.equal((await works(null)).status, 200)
})

test('a customer’s person works for no subcontractor', async () => {
  const body = { name: '外人', account: 'wairen', customer: 'jia', subcontractor: '临江安装队', roles: ['customer-user'] }
  const { status, body: said } = await administrator.post('/api/people', body)
  assert.deepEqual([status, said.code, said.errors[0].field], [400, 'person.subcontractor-customer', 'subcontractor'])
})
