import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '../database/pool.ts'
import { readPdf, says } from '../documents/read-pdf.testing.ts'
import { addPerson } from '../store/people.ts'
import { setPassword } from '../store/session.ts'
import { download, picture, upload } from './files/upload.testing.ts'
import { PASSWORD, logInAs, must, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'
import { hashPassword } from './passwords.ts'

// Service records are open to the customer whose they are (S000-95): what was done and what stands on its forms, and none of our notes.

const server = await startTestServer()
const { services, time } = server
await plantTenant(server, 'east')
const password = await hashPassword(PASSWORD)
await inTransaction(services.pool, 'east', async (tx) => {
  const neighbour = { id: 'neighbour', name: '邻', account: 'neighbour', phone: undefined, team: undefined, customer: 'yi' }
  await addPerson(tx, { ...neighbour, roles: ['customer-administrator'], now: time.now })
  await setPassword(tx, 'neighbour', password)
})
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const customer = await logInAs(server, 'customer-administrator@east')
const user = await logInAs(server, 'customer-user@east')
const neighbour = await logInAs(server, 'neighbour@east')

const PLAN = `plan: care
title: 定期服务
version: 1
timezone: Asia/Shanghai
calendars: {always: {hours: 24x7}}
forms:
  sheet: {name: 巡检单, fields: [{id: found, name: 发现, type: text, required: true}, {id: site, name: 现场, type: photo}], text: 每次巡检填单。, source: [T-2]}
promises:
  inspection:
    title: 月度巡检
    text: 每月巡检一次。
    source: [T-1]
    recurring: {starts: contract.signed, every: 1mo, task: visit}
`
await must(manager.post('/api/plans', { yaml: PLAN }))
const SIGN = { number: 'HT-1', title: '定期服务', customer: 'jia', plan: 'care@1', sites: ['jia-site'], assets: ['jia-asset'] }
const { id: contract } = await must(manager.post('/api/contracts', SIGN))
const paper = await upload(agent, { name: '内部记录.txt', text: '不给客户看' })
const photo = await upload(agent, { name: '现场.png', bytes: picture(2_000, 'site') })
const visit = await must(
  agent.post('/api/services', {
    type: 'visit.done',
    contract,
    values: { kind: 'inspection', checklists: ['sheet'], summary: '内部说明' },
    forms: { sheet: { found: '滤网积灰', site: [photo.id] } },
    files: [paper.id],
  }),
)
await must(
  agent.post('/api/services', {
    type: 'shift.planned',
    contract,
    values: { person: 'east-engineer', start: time.now, end: time.now + 3_600_000 },
  }),
)
const report = (who: Person) =>
  must(who.post('/api/tickets', { channel: 'portal', title: '停机', customer: 'jia', asset: 'jia-asset', contract }))
const { id: theirs } = await report(customer)
const { id: own } = await report(user)
for (const ticket of [theirs, own]) await must(agent.post('/api/services', { type: 'callback.made', ticket, values: { satisfied: true } }))

const read = async (who: Person, query = '') => (await must(who.get(`/api/services?${query}`))).items

test('a customer reads what was done under their contract and what stands on its forms, and none of our notes, papers and shifts', async () => {
  const [ours, shown] = [await read(manager, `contract=${contract}`), await read(customer, `contract=${contract}`)]
  assert.deepEqual(
    shown.map((one: any) => one.id),
    ours.filter((one: any) => one.noun !== 'shift').map((one: any) => one.id),
  )
  const entryIn = (rows: any[]) => rows.find((one) => one.id === visit.id).entries[0]
  assert.deepEqual([entryIn(ours).said.some((one: any) => one.words === '内部说明'), entryIn(ours).files.length], [true, 1])
  const entry = entryIn(shown)
  assert.deepEqual([entry.forms[0].said.map(({ words }: any) => words), entry.files], [['滤网积灰', '现场.png'], undefined])
  assert.deepEqual(
    entry.said.map((one: any) => one.field),
    ['kind', 'checklists'],
  )
  assert.ok(!JSON.stringify(shown).includes('内部'))
  assert.deepEqual(
    [(await download(server.url, customer, photo.id)).status, (await download(server.url, customer, paper.id)).status],
    [200, 404],
  )
  assert.equal((await download(server.url, neighbour, photo.id)).status, 404)
})

test('a form that was filled in is taken by the customer as a paper, without our notes; what is still to be done is told to them', async () => {
  const sheet = await customer.get(`/api/services/${visit.id}/forms/${visit.fact}/sheet`)
  assert.equal(sheet.status, 200, sheet.text)
  assert.ok(says(await readPdf(sheet.bytes), '滤网积灰'))
  const { occurrences } = await must(customer.get(`/api/contracts/${contract}/tasks`))
  assert.deepEqual(occurrences, (await must(manager.get(`/api/contracts/${contract}/tasks`))).occurrences)
  assert.equal((await customer.get(`/api/contracts/${contract}/roster`)).status, 404)
})

test('who has only their own tickets reads the records of those; another customer reads none', async () => {
  assert.deepEqual(
    (await read(user)).map((one: any) => one.ticket.id),
    [own],
  )
  for (const query of ['', `contract=${contract}`, `ticket=${own}`, 'asset=jia-asset']) assert.deepEqual(await read(neighbour, query), [])
  for (const who of [user, neighbour]) assert.equal((await who.get(`/api/services/${visit.id}/forms/${visit.fact}/sheet`)).status, 404)
  assert.equal((await neighbour.get(`/api/contracts/${contract}/tasks`)).status, 404)
})

test('nobody of a customer records, goes on with or corrects a service', async () => {
  for (const who of [customer, user]) {
    assert.equal((await who.post('/api/services', { type: 'callback.made', contract })).status, 403)
    assert.equal((await who.post(`/api/services/${visit.id}/continue`, { type: 'visit.signed' })).status, 403)
    assert.equal((await who.post(`/api/facts/${visit.fact}/void`, { reason: '不对' })).status, 403)
  }
})
