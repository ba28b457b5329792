import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const HOUR = 3_600_000

const manager = await logInAs(server, 'service-manager@east')
const engineer = await logInAs(server, 'engineer@east')

const PLAN = `plan: answers
title: 空压机维保
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  reply:
    title: 答复
    text: 一小时内由专工答复。
    source: [A-1]
    owner: specialist
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 1h, calendar: always}
  arrive:
    title: 到场
    text: 四小时内由值班到场。
    source: [A-2]
    owner: watch
    deadline: {starts: ticket.reported, kept-by: visit.arrived, within: 4h, calendar: always}
roles:
  specialist: {name: 空压专工}
  watch: {name: 值班员}
  builders: {name: 安装组, leads: [before-acceptance]}
  keepers: {name: 维保组, leads: [after-acceptance]}
`
assert.equal((await manager.post('/api/plans', { yaml: PLAN })).status, 201)
const signed = await manager.post('/api/contracts', {
  number: 'HT-5',
  title: '空压机维保',
  customer: 'jia',
  plan: 'answers@1',
  sites: ['jia-site'],
  assets: ['jia-asset'],
  people: { specialist: ['east-engineer'], keepers: ['east-dispatcher'] },
})
assert.equal(signed.status, 201, signed.text)
const contract = signed.body.id as string

async function report(title: string): Promise<string> {
  const about = { customer: 'jia', site: 'jia-site', asset: 'jia-asset', contract, type: 'fault' }
  const answer = await manager.post('/api/tickets', { channel: 'phone', title, description: title, ...about })
  assert.equal(answer.status, 201, answer.text)
  return answer.body.id
}

async function answering(ticket: string, promise: string): Promise<string> {
  const { obligations } = (await manager.get(`/api/tickets/${ticket}`)).body
  const { owner } = obligations.find((one: any) => one.promise === promise)
  return [owner.role, ...owner.people.map((one: any) => one.id)].join(' ')
}

const mine = async (who: typeof engineer) => (await who.get('/api/tickets?view=mine')).body.items.map((one: any) => one.title)

test('a clause is with whom the contract names for its role: it stands on the clock and in their own list as long as it is open', async () => {
  const ticket = await report('排气温度高')
  assert.equal(await answering(ticket, 'reply'), '空压专工 east-engineer')
  assert.deepEqual(await mine(engineer), ['排气温度高'])
  assert.deepEqual(await mine(manager), [])
  assert.equal((await manager.post(`/api/tickets/${ticket}/reply`, { channel: 'phone', summary: '已联系' })).status, 200)
  assert.deepEqual(await mine(engineer), [])
})

test('where nobody is named it is with who is on duty at that desk, else with whom the ticket was given to', async () => {
  const ticket = await report('漏油')
  assert.equal(await answering(ticket, 'arrive'), '值班员')
  const { now } = server.time
  const values = { person: 'east-hotline-agent', desk: 'watch', start: now - HOUR, end: now + HOUR }
  const shift = await manager.post('/api/services', { type: 'shift.planned', contract, values })
  assert.equal(shift.status, 201, shift.text)
  assert.equal(await answering(ticket, 'arrive'), '值班员 east-hotline-agent')
  server.time.now += 2 * HOUR
  assert.equal(await answering(ticket, 'arrive'), '值班员')
  const given = await manager.post(`/api/tickets/${ticket}/assign`, { person: 'east-engineer' })
  assert.equal(given.status, 200, given.text)
  assert.equal(await answering(ticket, 'arrive'), '值班员 east-engineer')
})

test('who leads changes with the milestone, and the hand-over is told on contract and ticket', async () => {
  const ticket = await report('异响')
  const leading = async (path: string) => (await manager.get(path)).body.leading
  const before = await leading(`/api/tickets/${ticket}`)
  assert.deepEqual([before.now, before.handOvers], [[{ role: '安装组', phase: '验收之前', people: [] }], []])
  const accepted = await manager.post(`/api/contracts/${contract}/reach`, { version: 1, milestone: 'accepted', evidence: '验收单 7' })
  assert.equal(accepted.status, 200, accepted.text)
  for (const path of [`/api/tickets/${ticket}`, `/api/contracts/${contract}`]) {
    const after = await leading(path)
    assert.deepEqual(after.now, [{ role: '维保组', phase: '验收之后', people: ['dispatcher 某'] }])
    assert.match(after.handOvers[0].words, /由安装组转维保组 dispatcher 某牵头$/)
  }
})
