import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { withTenant } from '../database/pool.ts'
import { openWaker } from '../jobs/waker.ts'
import { openBackground } from '../jobs/worker.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const DAY = 86_400_000

const logIn = async () => ({
  manager: await logInAs(server, 'service-manager@east'),
  agent: await logInAs(server, 'hotline-agent@east'),
  engineer: await logInAs(server, 'engineer@east'),
})
let { manager, agent, engineer } = await logIn()

const waker = openWaker({ services: server.services })
after(() => waker.stop())

/** Time goes by, and what it alone brings comes. */
async function later(ms: number): Promise<void> {
  server.time.now += ms
  await waker.wakeDue()
}

async function pass(days: number): Promise<void> {
  await later(days * DAY)
  ;({ manager, agent, engineer } = await logIn())
}

/** What the contract's plan wants again and again, what must hold, and a notice that hangs on a device's cover. */
const PLAN = `plan: care
title: 定期服务
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  inspection:
    title: 月度巡检
    text: 每月巡检一次，做完月检表。
    source: [T-1]
    recurring:
      starts: contract.signed
      every: 1mo
      task: visit
      kept-by: visit.done where kind == "inspection"
      checklist: [monthly-check]
      agreed-by: customer
      on-broken: [{escalate: service-manager}]
  calls:
    title: 电话回访
    text: 每两周电话回访一次。
    source: [T-2]
    recurring: {starts: contract.signed, every: 2w, task: call}
  spares:
    title: 本地备件
    text: 本地备件不少于两件。
    source: [T-3]
    level: {measure: 'stock.on-hand where place == "local"', over: now, starts: contract.signed, at-least: 2}
  after-repair:
    title: 修后回访
    text: 修复后三日内回访。
    source: [T-4]
    deadline: {starts: ticket.restored, kept-by: callback.made, within: 3d, calendar: always}
  tested:
    title: 先验后用
    text: 备用机归还之前不得结清。
    source: [T-5]
    gate: {before: ticket.closed, needs: loan.returned, waive: service-manager}
`
assert.equal((await manager.post('/api/plans', { yaml: PLAN })).status, 201)
const signed = await manager.post('/api/contracts', {
  number: 'HT-9',
  title: '定期服务',
  customer: 'jia',
  plan: 'care@1',
  sites: ['jia-site'],
  assets: ['jia-asset'],
})
assert.equal(signed.status, 201, signed.text)
const contract = signed.body.id as string

const tasks = async () => (await manager.get(`/api/contracts/${contract}/tasks`)).body
const board = async (promise: string) => {
  const { instances } = (await manager.get(`/api/contracts/${contract}/board/${promise}`)).body
  return instances.map((one: any) => `${one.episode} ${one.state}`).sort()
}
const record = (body: object, who = manager) => who.post('/api/services', { contract, ...body })
const services = async (query = `contract=${contract}`) => (await manager.get(`/api/services?${query}`)).body.items

/** By which clock a ticket stands in the lists. */
async function listedBy(ticket: string): Promise<unknown[]> {
  const text = 'SELECT due_promise, clock_rank FROM ticket WHERE id = $1'
  const [row] = await withTenant(server.services.pool, 'east', (tx) =>
    tx.query<{ due_promise: string | null; clock_rank: number }>(text, [ticket]),
  )
  return [row?.due_promise, row?.clock_rank]
}

test('what is to be done again and again, and what the plan listens to, is told for the form', async () => {
  const { occurrences, types, values, checklists } = await tasks()
  assert.deepEqual(
    occurrences.map((one: any) => [one.promise, one.number, one.state]),
    [
      ['calls', 1, 'open'],
      ['inspection', 1, 'open'],
    ],
  )
  assert.deepEqual(occurrences[1].types, ['visit.done'])
  assert.deepEqual(
    types
      .filter((one: any) => one.heard)
      .map((one: any) => one.type)
      .sort(),
    ['callback.made', 'stock.changed', 'visit.done'],
  )
  assert.deepEqual(values['visit.done'], { kind: ['inspection'] })
  assert.deepEqual(checklists, [{ id: 'monthly-check', name: 'monthly-check' }])
})

test('a visit with its checklist keeps the inspection; one without says what was missing, and a call keeps the call', async () => {
  assert.equal((await record({ type: 'visit.done', values: { kind: 'inspection' } })).status, 201)
  assert.deepEqual(await board('inspection'), ['1 open'])
  const [open] = (await manager.get(`/api/contracts/${contract}/board/inspection`)).body.instances
  assert.ok(
    open.words.some((line: string) => line.includes('缺少检查表 monthly-check')),
    open.words,
  )
  const done = await record(
    { type: 'visit.done', site: 'jia-site', values: { kind: 'inspection', checklists: ['monthly-check'], people: 1, summary: '一切正常' } },
    engineer,
  )
  assert.equal(done.status, 201, done.text)
  assert.deepEqual(await board('inspection'), ['1 kept'])
  assert.equal((await record({ type: 'callback.made', values: { satisfied: true, score: 95 } }, agent)).status, 201)
  assert.deepEqual(await board('calls'), ['1 kept'])
})

test('a visit is gone through step by step, and the list shows each with what it says', async () => {
  const needed = await record({ type: 'visit.needed', asset: 'jia-asset', values: { kind: 'maintenance' } })
  const { id } = needed.body
  assert.deepEqual([needed.body.noun, needed.body.phase, needed.body.version], ['visit', 'needed', 1])
  const next = (body: object) => manager.post(`/api/services/${id}/continue`, body)
  const planned = await next({ type: 'visit.planned', values: { startsAt: server.time.now + DAY, person: 'east-engineer' } })
  assert.equal(planned.status, 200, planned.text)
  assert.equal((await next({ type: 'visit.done', values: {}, expectedVersion: 1 })).status, 409)
  assert.equal((await next({ type: 'visit.done', values: {}, expectedVersion: 2 })).status, 200)
  const row = (await services()).find((one: any) => one.id === id)
  assert.deepEqual(
    [row.title, row.phase, row.asset.id, row.site.id, row.contract.number],
    ['上门', 'done', 'jia-asset', 'jia-site', 'HT-9'],
  )
  assert.deepEqual(
    row.entries.map((one: any) => one.type),
    ['visit.needed', 'visit.planned', 'visit.done'],
  )
  assert.ok(
    row.entries[1].said.some((one: any) => one.label === '人员' && !one.words.includes('east-engineer')),
    JSON.stringify(row.entries[1]),
  )
  assert.deepEqual(row.next, ['visit.signed'])
})

test('the customer agreed to another day: the occurrence that is named is owed on that day', async () => {
  await pass(20)
  const { occurrences } = await tasks()
  const inspection = occurrences.find((one: any) => one.promise === 'inspection')
  const startsAt = inspection.until + 3 * DAY
  const agreed = await record({
    type: 'visit.agreed',
    values: { startsAt, by: 'customer', occurrence: { promise: 'inspection', number: inspection.number } },
  })
  assert.equal(agreed.status, 201, agreed.text)
  const moved = (await tasks()).occurrences.find((one: any) => one.promise === 'inspection' && one.number === inspection.number)
  assert.ok(moved.until > startsAt && moved.until <= startsAt + DAY)
})

test('local spares are measured as they change: below two the promise is broken at that instant, and holds again with the next delivery', async () => {
  const stock = (quantity: number) => record({ type: 'stock.changed', values: { place: 'local', part: 'P-1', quantity } })
  assert.deepEqual(await board('spares'), ['1 broken'])
  assert.equal((await stock(2)).status, 201)
  await later(1_000)
  assert.deepEqual(await board('spares'), ['1 broken', '2 open'])
  assert.equal((await stock(1)).status, 201)
  await later(1_000)
  assert.deepEqual(await board('spares'), ['1 broken', '2 broken'])
})

test('what is done under a ticket keeps its promise, and the ticket’s clock in the lists follows', async () => {
  const made = await agent.post('/api/tickets', {
    channel: 'phone',
    title: '停机',
    description: '面板报高压',
    customer: 'jia',
    asset: 'jia-asset',
    contract,
  })
  assert.equal(made.status, 201, made.text)
  const ticket = made.body.id as string
  assert.equal((await agent.post(`/api/tickets/${ticket}/restore`, {})).status, 200)
  const clock = () => listedBy(ticket)
  assert.deepEqual(await clock(), ['after-repair', 1])
  assert.equal((await agent.post('/api/services', { type: 'callback.made', ticket, values: { satisfied: true } })).status, 201)
  const { obligations } = (await agent.get(`/api/tickets/${ticket}/obligations`)).body
  assert.deepEqual(
    obligations.filter((one: any) => one.promise === 'after-repair').map((one: any) => one.state),
    ['kept'],
  )
  assert.deepEqual(await clock(), [null, 0])
  const loan = await agent.post('/api/services', { type: 'loan.delivered', ticket, values: { class: 'a' } })
  assert.equal((await agent.post(`/api/tickets/${ticket}/confirm`, { by: '郑工' })).status, 200)
  assert.equal((await agent.post(`/api/tickets/${ticket}/close`, {})).body.code, 'promise.gate')
  assert.equal((await agent.post(`/api/services/${loan.body.id}/continue`, { type: 'loan.returned' })).status, 200)
  assert.equal((await agent.post(`/api/tickets/${ticket}/close`, {})).status, 200)
  assert.equal((await services(`ticket=${ticket}`)).length, 2)
})

test('a step that was entered late counts only once another person has approved it; a wrong one is declared void', async () => {
  await pass(30)
  const before = ['1 kept', '2 kept', '3 broken', '4 open', '5 open']
  assert.deepEqual(await board('calls'), before)
  const late = { type: 'callback.made', occurredAt: server.time.now - 2 * DAY, values: { satisfied: true } }
  const bare = await record(late)
  assert.deepEqual([bare.status, bare.body.field], [400, 'lateReason'])
  const proof = { lateReason: '当天没有网络', lateEvidence: '通话清单 7' }
  const entered = await record({ ...late, ...proof })
  assert.equal(entered.status, 201, entered.text)
  assert.equal((await manager.post(`/api/facts/${entered.body.fact}/approve`, {})).body.code, 'service.approval-own')
  assert.equal((await agent.post(`/api/facts/${entered.body.fact}/approve`, {})).status, 200)
  const [row] = await services(`contract=${contract}&noun=callback`)
  assert.equal(row.entries[0].late, true)
  assert.ok(row.entries[0].approvedBy)
  assert.ok(row.entries[0].said.some((one: any) => one.words === '通话清单 7'))
  assert.deepEqual(await board('calls'), ['1 kept', '2 kept', '3 broken', '4 kept', '5 open'])
  assert.equal((await manager.post(`/api/facts/${entered.body.fact}/void`, { reason: '记错了' })).status, 200)
  assert.deepEqual(await board('calls'), before)
  assert.equal(
    (await manager.post(`/api/facts/${entered.body.fact}/correct`, { field: 'score', from: null, to: 3, reason: '改分' })).body.code,
    'service.no-correction',
  )
})

test('a device is told things again and again, and a wrong one of them is declared void', async () => {
  const tested = await record({ type: 'asset.tested', asset: 'jia-asset', values: { passed: false } })
  assert.equal(tested.status, 201, tested.text)
  assert.equal((await record({ type: 'asset.tested', asset: 'jia-asset', values: { passed: true } })).status, 201)
  assert.equal((await manager.post(`/api/facts/${tested.body.fact}/void`, { reason: '台次弄错' })).status, 200)
  assert.equal((await manager.post(`/api/facts/${tested.body.fact}/void`, { reason: '再来' })).body.code, 'service.void-already')
  const facts = (await manager.get('/api/facts?subject=asset/jia-asset&own=yes')).body.items
  assert.equal(facts.filter((one: any) => one.type === 'asset.tested').length, 2)
})

test('what is wrong is told by its field, in the reader’s language, and nothing is written', async () => {
  const before = (await services()).length
  const wrong = async (body: object) => {
    const { status, body: problem } = await record(body)
    assert.ok(status === 400 || status === 422, `${status} ${JSON.stringify(problem)}`)
    assert.doesNotMatch(problem.detail, /[{}]|undefined/)
    return [problem.field, problem.code]
  }
  assert.deepEqual(await wrong({ type: 'visit.eaten' }), ['type', 'service.step-unknown'])
  assert.deepEqual(await wrong({ type: 'ticket.closed' }), ['type', 'service.step-unknown'])
  assert.deepEqual(await wrong({ type: 'loan.returned' }), ['type', 'service.opens-elsewhere'])
  assert.deepEqual(await wrong({ type: 'visit.agreed', values: { by: 'customer' } }), ['values.startsAt', 'service.field-required'])
  assert.deepEqual(await wrong({ type: 'callback.made', values: { score: 'many' } }), ['values.score', 'service.field-kind'])
  assert.deepEqual(await wrong({ type: 'callback.made', values: { colour: 'red' } }), ['values.colour', 'service.field-unknown'])
  assert.deepEqual(await wrong({ type: 'visit.done', values: { person: 'nobody' } }), ['values.person', 'field.no-such'])
  assert.deepEqual(await wrong({ type: 'callback.made', asset: 'nothing' }), ['asset', 'field.no-such'])
  assert.deepEqual(await wrong({ type: 'callback.made', asset: 'yi-asset' }), ['asset', 'field.of-other-customer'])
  assert.deepEqual(await wrong({ type: 'asset.tested', values: { passed: true } }), ['asset', 'field.required'])
  assert.deepEqual(await wrong({ type: 'callback.made', occurredAt: server.time.now + DAY }), ['occurredAt', 'service.in-future'])
  assert.deepEqual((await manager.post('/api/services', { type: 'callback.made' })).body.field, 'contract')
  assert.deepEqual((await manager.post('/api/services', { type: 'callback.made', contract: 'none' })).body.field, 'contract')
  assert.equal((await manager.post('/api/services/none/continue', { type: 'visit.done' })).status, 404)
  assert.equal((await services()).length, before)
})

test('the same key gets the first answer again and writes once; other content under it is told', async () => {
  const before = (await services()).length
  const body = { type: 'callback.made', contract, values: { satisfied: true } }
  const ask = (content: object) =>
    manager.ask('POST', '/api/services', { body: content, headers: { 'idempotency-key': 'twice-the-same-1' } })
  const [first, second] = [await ask(body), await ask(body)]
  assert.deepEqual([first.status, second.status, second.body.id], [201, 201, first.body.id])
  assert.equal((await ask({ ...body, values: { satisfied: false } })).status, 409)
  assert.equal((await services()).length, before + 1)
})

test('a missed inspection reaches the inbox of the service manager by itself', async () => {
  await pass(40)
  const worker = await openBackground({ services: server.services })
  try {
    const until = Date.now() + 15_000
    for (;;) {
      const { items } = (await manager.get('/api/inbox')).body
      if (items.some((one: any) => one.kind === 'escalate' && /月度巡检/.test(one.words))) break
      assert.ok(Date.now() < until, 'nothing came')
      await new Promise((done) => setTimeout(done, 200))
    }
  } finally {
    await worker.stop()
  }
  assert.ok((await board('inspection')).some((one: string) => one.endsWith('broken')))
})

test('all of it derives again from the facts to the same', async () => {
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
