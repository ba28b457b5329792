import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { plantContracts } from './contract.testing.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

// 分派: rules are data; where a report goes, and why, stands in its own fact.

const server = await startTestServer()
await plantTenant(server, 'east', { demo: true })
await plantContracts(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')

const report = { channel: 'phone', title: '水泵停转', customer: 'jia', contract: 'jia-contract', asset: 'jia-asset' }
const ticketOf = async (more: object = {}): Promise<any> => {
  const { id } = good(await manager.post('/api/tickets', { ...report, ...more }))
  return good(await manager.get(`/api/tickets/${id}`))
}
const put = (body: object) => manager.ask('PUT', '/api/routing', { body })

const RULES = [
  { name: '重点客户优先', when: { customerClasses: ['key'] }, high: true },
  { name: '咨询归西区', when: { types: ['consultation'] }, team: 'west', high: false },
  { name: '甲项目故障', when: { types: ['fault'], contracts: ['jia-contract'] }, team: 'west-1', high: false },
]

test('while nobody set rules a report is in no team, and says nothing of it', async () => {
  assert.equal(good(await manager.get('/api/routing')).version, 0)
  const { ticket, timeline } = await ticketOf()
  assert.deepEqual([ticket.team, ticket.priority, timeline[0].data.routed], [undefined, undefined, undefined])
})

test('what cannot hold is refused by its rule and field, and the rules stay as they were', async () => {
  const field = async (body: object) => {
    const { status, body: problem } = await put({ version: 0, otherwise: null, ...body })
    assert.equal(status, 400, JSON.stringify(problem))
    return [problem.field, problem.code]
  }
  assert.deepEqual(await field({ rules: [{ name: '错', when: {}, team: 'nowhere', high: false }] }), ['rules.0.team', 'field.no-such'])
  assert.deepEqual(await field({ rules: [RULES[0], { name: '空', when: {}, high: false }] }), ['rules.1.team', 'routing.does-nothing'])
  assert.deepEqual(await field({ rules: [], otherwise: 'nowhere' }), ['otherwise', 'field.no-such'])
  assert.equal((await agent.ask('PUT', '/api/routing', { body: { version: 0, rules: [], otherwise: null } })).status, 403)
  assert.equal(good(await manager.get('/api/routing')).version, 0)
})

test('the first rule that matches sends the report, and the fact says which and what of it held', async () => {
  good(await put({ version: 0, rules: RULES, otherwise: 'west' }))
  const { ticket, timeline } = await ticketOf()
  assert.deepEqual([ticket.team.id, ticket.priority], ['west-1', undefined])
  assert.deepEqual(timeline[0].data.routed.held, ['types', 'contracts'])
  assert.match(timeline[0].words, /按规则“甲项目故障”（类型、项目相符）分到西区一队$/)
})

test('what no rule sends falls to the default team', async () => {
  const { ticket, timeline } = await ticketOf({ type: 'suggestion', description: '希望有日报' })
  assert.equal(ticket.team.id, 'west')
  assert.match(timeline[0].words, /没有规则相符，分到默认班组西区$/)
})

test('a key customer is ranked ahead, whatever the team', async () => {
  const { version } = good(await manager.get('/api/customers/jia'))
  good(await manager.patch('/api/customers/jia', { version, class: 'key' }))
  const { ticket, timeline } = await ticketOf({ title: '重点客户的故障' })
  assert.deepEqual([ticket.team.id, ticket.priority], ['west-1', 'high'])
  assert.match(timeline[0].words, /，由“重点客户优先”提为优先$/)
  const listed = good(await manager.get('/api/tickets?view=open&team=west-1')).items
  assert.deepEqual(
    listed.filter((one: any) => one.priority === 'high').map((one: any) => one.title),
    ['重点客户的故障'],
  )
  const wrong = await manager.patch('/api/customers/jia', { version: version + 1, class: 'vip' })
  assert.deepEqual([wrong.status, wrong.body.field], [400, 'class'])
})

test('how the work is arranged is not the customer’s', async () => {
  const { ticket } = await ticketOf({ title: '客户看到的' })
  const customer = await logInAs(server, 'customer-administrator@east')
  const { text, body } = await customer.get(`/api/tickets/${ticket.id}`)
  assert.ok(!text.includes('甲项目故障') && !text.includes('重点客户优先') && !text.includes('routed'))
  assert.equal(body.ticket.priority, undefined)
  assert.equal((await customer.get('/api/routing')).status, 403)
})

test('a trial tells rule by rule why, also of rules that are not saved yet, and writes nothing', async () => {
  const tryOut = async (body: object) => good(await manager.post('/api/routing/preview', body))
  const now = await tryOut({ type: 'fault', customer: 'jia', contract: 'jia-contract' })
  assert.deepEqual([now.team.id, now.high], ['west-1', true])
  assert.deepEqual(now.why, [
    '“重点客户优先”：客户类别相符',
    '“咨询归西区”：类型不符，看下一条',
    '“甲项目故障”：类型、项目相符',
    '由“甲项目故障”分到西区一队',
    '由“重点客户优先”提为优先',
  ])
  const typed = await tryOut({ type: 'fault', rules: [], otherwise: 'west' })
  assert.deepEqual([typed.team.name, typed.why], ['西区', ['没有规则相符，分到默认班组西区']])
  const nowhere = await tryOut({ type: 'fault', rules: [], otherwise: null })
  assert.deepEqual([nowhere.team, nowhere.why], [undefined, ['没有规则相符，也没有默认班组，不归任何班组']])
})

test('of two who change the rules at once one is told, and a retired team takes nothing', async () => {
  const stale = await put({ version: 0, rules: [], otherwise: null })
  assert.deepEqual([stale.status, stale.body.code], [409, 'routing.changed'])
  const added = good(await manager.post('/api/teams', { id: 'night', name: '夜班' }))
  good(await put({ version: 1, rules: [{ name: '夜班', when: {}, team: 'night', high: false }], otherwise: 'west' }))
  good(await manager.patch('/api/teams/night', { version: added.version, retired: true }))
  server.http.grounds.drop()
  assert.equal((await ticketOf()).ticket.team.id, 'west')
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
