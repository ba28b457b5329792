import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { openWaker } from '../jobs/waker.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
let manager = await logInAs(server, 'service-manager@east')
let agent = await logInAs(server, 'hotline-agent@east')
const waker = openWaker({ services: server.services })
after(() => waker.stop())

async function later(ms: number): Promise<void> {
  server.time.now += ms
  await waker.wakeDue()
}

const plan = (version: number, { reply, visits }: { readonly reply: string; readonly visits: string }) => `plan: xunjian
title: 巡检与报修
version: ${version}
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
promises:
  reply:
    title: 答复
    text: 接到报修后答复
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: ${reply}}
  patrol:
    title: 巡检
    text: 定期上门巡检
    recurring: {starts: contract.accepted, every: ${visits}, task: visit}
`
const SIGN = { number: 'HT-A', title: '巡检', customer: 'jia', plan: 'xunjian@1', sites: ['jia-site'], assets: ['jia-asset'] }
const DAY = 86_400_000

async function clocksOf(contract: string) {
  const { items } = (await manager.get(`/api/obligations?contract=${contract}&limit=50`)).body
  return items.map((one: any) => [one.promise, one.episode, one.state, one.dueAt])
}

test('an amendment shows before it is agreed what runs and how it would be; a decision moves it; the record follows, and an audit agrees', async () => {
  for (const text of [plan(1, { reply: '4h', visits: '3mo' }), plan(2, { reply: '2h', visits: '1mo' })])
    assert.equal((await manager.post('/api/plans', { yaml: text })).status, 201)
  const { id } = (await manager.post('/api/contracts', SIGN)).body
  const accepted = await manager.post(`/api/contracts/${id}/reach`, { version: 1, milestone: 'accepted', evidence: '验收单 1' })
  assert.equal(accepted.status, 200, accepted.text)
  const reported = await agent.post('/api/tickets', {
    channel: 'phone',
    title: '停机',
    customer: 'jia',
    asset: 'jia-asset',
    grade: 'major',
  })
  assert.equal(reported.status, 201, reported.text)
  await later(1_000)
  const before = await clocksOf(id)
  const preview = await manager.post(`/api/contracts/${id}/amend-preview`, { version: 2, plan: 'xunjian@2' })
  assert.equal(preview.status, 200, preview.text)
  assert.deepEqual(
    preview.body.items.map((one: any) => [one.title, one.of.split(' ')[1] ?? one.of, one.plan, one.stateAfter]),
    [
      ['巡检', '巡检', 'xunjian@1', 'open'],
      ['答复', '停机', 'xunjian@1', 'open'],
    ],
  )
  const [patrol, reply] = preview.body.items
  assert.equal(reply.dueBefore - reply.dueAfter, 2 * 3_600_000)
  assert.ok(patrol.dueAfter < patrol.dueBefore)
  assert.deepEqual(await clocksOf(id), before, 'a look writes nothing')
  assert.equal((await agent.post(`/api/contracts/${id}/amend-preview`, { version: 2, plan: 'xunjian@2' })).status, 403)

  const amended = await manager.post(`/api/contracts/${id}/amend`, { version: 2, plan: 'xunjian@2', reason: '客户要求加密' })
  assert.equal(amended.status, 200, amended.text)
  assert.deepEqual(await clocksOf(id), before, 'what runs stays under its version')
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
  const left = (await manager.get(`/api/contracts/${id}/moves`)).body
  assert.deepEqual([left.to, left.items.length], ['xunjian@2', 2])

  assert.equal((await manager.post(`/api/contracts/${id}/moves`, {})).body.field, 'reason')
  const key = { 'idempotency-key': 'move-once-0001' }
  const decided = await manager.post(`/api/contracts/${id}/moves`, { reason: '双方同意' }, key)
  assert.deepEqual([decided.status, decided.body], [200, { moved: 2 }], decided.text)
  assert.deepEqual((await manager.post(`/api/contracts/${id}/moves`, { reason: '双方同意' }, key)).body, { moved: 2 })
  assert.deepEqual(
    (await clocksOf(id)).map(([promise, episode, state, due]: any) => [promise, episode, state, due]),
    [
      ['reply', 1, 'open', reply.dueAfter],
      ['patrol', 1, 'open', patrol.dueAfter],
    ],
  )
  assert.deepEqual((await manager.get(`/api/contracts/${id}/moves`)).body.items, [])
  const facts = (await manager.get(`/api/facts?subject=ticket/${reported.body.id}`)).body.items
  assert.ok(
    facts.some((fact: any) => fact.type === 'obligation.moved' && JSON.stringify(fact).includes('双方同意')),
    JSON.stringify(facts.at(-1)),
  )
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})

test('after the decision visits come and tickets open as newly agreed, and an audit agrees', async () => {
  const [{ id }] = (await manager.get('/api/contracts')).body.items
  await later(40 * DAY)
  manager = await logInAs(server, 'service-manager@east')
  agent = await logInAs(server, 'hotline-agent@east')
  const visits = (await manager.get(`/api/obligations?contract=${id}&promise=patrol`)).body.items
  assert.deepEqual(
    visits.map((one: any) => [one.episode, one.state]),
    [
      [1, 'broken'],
      [2, 'open'],
    ],
  )
  const again = await agent.post('/api/tickets', { channel: 'phone', title: '又停机', customer: 'jia', asset: 'jia-asset', grade: 'major' })
  assert.equal(again.body.clocks.find((one: any) => one.promise === 'reply').dueAt - server.time.now, 2 * 3_600_000)
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})

test('what an amendment leaves out stays on the board as agreed before, in its totals and instance by instance', async () => {
  const [{ id, version }] = (await manager.get('/api/contracts')).body.items
  const before = (await manager.get(`/api/contracts/${id}/board`)).body
  const without = plan(3, { reply: '2h', visits: '1mo' }).replace('  patrol:\n    title: 巡检\n', '  rounds:\n    title: 例行巡检\n')
  assert.equal((await manager.post('/api/plans', { yaml: without })).status, 201)
  const amended = await manager.post(`/api/contracts/${id}/amend`, { version, plan: 'xunjian@3', reason: '改名' })
  assert.equal(amended.status, 200, amended.text)
  await later(1_000)
  const board = (await manager.get(`/api/contracts/${id}/board`)).body
  assert.deepEqual(
    board.clauses.map((one: any) => [one.promise, one.title, one.earlier]),
    [
      ['reply', '答复', false],
      ['rounds', '例行巡检', false],
      ['patrol', '巡检', true],
    ],
  )
  const patrol = (of: any) => of.clauses.find((one: any) => one.promise === 'patrol')
  assert.ok(patrol(board).counts.broken > 0 && patrol(board).counts.open > 0, JSON.stringify(patrol(board).counts))
  assert.deepEqual(patrol(board).marks, patrol(before).marks)
  assert.deepEqual(
    [board.totals.kept, board.totals.broken, board.totals.rate],
    [before.totals.kept, before.totals.broken, before.totals.rate],
  )
  const told = (await manager.get(`/api/contracts/${id}/board/patrol`)).body
  assert.deepEqual([told.clause.title, told.clause.earlier, told.clause.counts], ['巡检', true, patrol(board).counts])
  assert.deepEqual([told.instances.length, told.instances[0].title], [patrol(board).marks.length, '巡检'])
  assert.equal((await manager.get(`/api/contracts/${id}/board/patrol?year=2020`)).body.clause.judged, 0)
  assert.equal((await manager.get(`/api/contracts/${id}/board/nothing`)).status, 404)
})
