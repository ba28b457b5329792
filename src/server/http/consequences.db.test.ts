import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')

const PLAN = readFileSync(join(import.meta.dirname, '../../../plans/shebei-2nian.yaml'), 'utf8').replace(
  'charges:\n',
  `  twice:
    title: 两修不好换新
    rule: {on: work.failed, times: 2, same: [asset, problem], unless: work.succeeded, then: [{entitle: replacement}]}
    text: 同一台设备为同一个毛病连修两次还是不能正常用的，免费换一台新机。
    source: [T-1]
  inspected:
    title: 到场必有记录
    rule: {on: visit.done, then: [{require-form: site-inspection}]}
    text: 每次上门都记录在案。
    source: [T-2]
charges:
`,
)
assert.equal((await manager.post('/api/plans', { yaml: PLAN })).status, 201)
const SIGN = { number: 'HT-1', title: '机电设备售后', customer: 'jia', plan: 'shebei-2nian@1', sites: ['jia-site'], assets: ['jia-asset'] }
const contract = (await manager.post('/api/contracts', SIGN)).body.id as string

async function report(): Promise<string> {
  const body = { channel: 'phone', title: '停机', description: '面板报高压', customer: 'jia', asset: 'jia-asset', contract }
  const made = await agent.post('/api/tickets', body)
  assert.equal(made.status, 201, made.text)
  return made.body.id
}

async function record(ticket: string, type: string, values: object = {}, forms?: object): Promise<string> {
  server.time.now += 60_000
  const made = await manager.post('/api/services', { type, ticket, asset: 'jia-asset', values, ...(forms ? { forms } : {}) })
  assert.equal(made.status, 201, made.text)
  return made.body.fact
}

const FILLED = { 'site-inspection': { found: '滤网堵塞', outcome: '现场修理' } }
const fillIn = (ticket: string) => record(ticket, 'form.filled', { form: 'site-inspection' }, FILLED)
const ticketOf = async (id: string, who = manager) => (await who.get(`/api/tickets/${id}`)).body
const lacking = async () => (await manager.get('/api/obligations?missing=yes')).body.items
const boardRow = async (promise: string) =>
  (await manager.get(`/api/contracts/${contract}/board`)).body.clauses.find((one: any) => one.promise === promise)

test('before a rule has acted its ticket has nothing to show, and its row on the board says so', async () => {
  assert.deepEqual((await ticketOf(await report())).consequences, [])
  assert.deepEqual((await boardRow('twice')).fired, { times: 0 })
})

test('a second failed repair of one fault gives the right to a new device: said with its reason, its promise, for which device, until it is handed over', async () => {
  const id = await report()
  await record(id, 'work.failed', { problem: '轴封 漏水' })
  assert.deepEqual((await ticketOf(id)).consequences, [])
  await record(id, 'work.failed', { problem: '轴封漏水' })
  const [one, ...more] = (await ticketOf(id)).consequences
  assert.deepEqual(more, [])
  assert.deepEqual(
    [one.words, one.because, one.title, one.asset.id, one.open, one.settled],
    ['应给予：同型号新机', '维修未成，同一设备、问题接连 2 次', '两修不好换新', 'jia-asset', true, undefined],
  )
  assert.equal(one.at, server.time.now)
  await record(id, 'asset.handed-over', { model: 'X2' })
  const [after] = (await ticketOf(id)).consequences
  assert.equal(after.open, false)
  assert.equal(after.settled.at, server.time.now)
  assert.ok(after.settled.by.name)
})

test('a form that a rule requires is missing until it is filled in; the ticket, the overview and the board say which', async () => {
  const id = await report()
  await record(id, 'visit.done', { kind: 'repair' })
  const { obligations, consequences } = await ticketOf(id)
  const demand = obligations.find((one: any) => one.promise === 'inspected')
  assert.deepEqual([demand.state, demand.missing, demand.dueAt], ['open', ['现场检查记录'], undefined])
  assert.ok(demand.words.includes('欠缺：现场检查记录。填写之后即了结，没有期限。'))
  assert.deepEqual([consequences[0].words, consequences[0].open, consequences[0].form], ['须填写“现场检查记录”', true, 'site-inspection'])
  assert.deepEqual(
    (await lacking()).map((one: any) => [one.ticket.id, one.missing]),
    [[id, ['现场检查记录']]],
  )
  assert.deepEqual([(await boardRow('inspected')).fired.times, (await boardRow('inspected')).counts.open], [1, 1])
  const fact = await fillIn(id)
  const filled = (await ticketOf(id)).obligations.find((one: any) => one.promise === 'inspected')
  assert.deepEqual([filled.state, filled.keptAt, filled.evidence, filled.missing], ['kept', server.time.now, [fact], undefined])
  const [settled] = (await ticketOf(id)).consequences
  assert.deepEqual([settled.open, settled.settled.at], [false, server.time.now])
  assert.deepEqual(await lacking(), [])
  const { texts } = (await ticketOf(id)).timeline.find((one: any) => one.id === fact)
  assert.deepEqual(Object.keys(texts), ['现场检查记录 · 检查所见'], 'what was written is called by the form and its field')
})

test('a filling that is declared void leaves the form missing again', async () => {
  const id = await report()
  await record(id, 'visit.done', { kind: 'repair' })
  const fact = await fillIn(id)
  assert.deepEqual(await lacking(), [])
  assert.equal((await manager.post(`/api/facts/${fact}/void`, { reason: '记在别的单上' })).status, 200)
  assert.deepEqual(
    (await lacking()).map((one: any) => one.ticket.id),
    [id],
  )
})

test('the clause on the board opens what it brought about, the newest first, each with its ticket', async () => {
  const { items } = (await manager.get(`/api/consequences?contract=${contract}&promise=inspected`)).body
  assert.deepEqual(
    items.map((one: any) => one.open),
    [true, false],
  )
  assert.ok(items.every((one: any) => one.ticket.number.startsWith('GD-')))
  const first = (await manager.get(`/api/consequences?contract=${contract}&promise=inspected&limit=1`)).body
  const second = (await manager.get(`/api/consequences?contract=${contract}&promise=inspected&limit=1&cursor=${first.next}`)).body
  assert.deepEqual([...first.items, ...second.items], items)
})

test('a device knows what it has a right to, whichever of its tickets gave it', async () => {
  const { items } = (await manager.get('/api/consequences?asset=jia-asset')).body
  assert.equal(items.filter((one: any) => one.kind === 'entitle').length, 1)
  assert.deepEqual((await manager.get('/api/consequences?asset=nobody')).body.items, [])
})

test('what a device has a right to is asked for by itself, and so is all the rest', async () => {
  const asked = async (right: string): Promise<any[]> => (await manager.get(`/api/consequences?asset=jia-asset${right}`)).body.items
  const [all, rights, rest] = [await asked(''), await asked('&right=yes'), await asked('&right=no')]
  assert.deepEqual(
    rights.map((one) => one.kind),
    ['entitle'],
  )
  assert.ok(rest.length > 0 && rest.every((one) => one.kind !== 'entitle'))
  assert.equal(rights.length + rest.length, all.length)
})

test('all of it derives again from the facts to the same', async () => {
  const { differences } = await auditTenant(server.services, 'east')
  assert.deepEqual(differences, [])
})
