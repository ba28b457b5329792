import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bundledPlans } from '../bundled-plans.ts'
import { withTenant } from '../database/pool.ts'
import { deliver } from '../jobs/deliver.ts'
import { openWaker } from '../jobs/waker.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'

// Whom a contract names for the roles of its plan: they are called as the plan calls them, and what the plan sends to a role comes to them.

const server = await startTestServer()
const { services, time } = server
await plantTenant(server, 'east', { demo: true })
const manager = await logInAs(server, 'service-manager@east')
const keeper = await logInAs(server, 'parts-keeper@east')

const yamlOf = (id: string) => bundledPlans().find(({ file }) => file === `${id}.yaml`)!.yaml

async function signUnder(plan: string, more: object): Promise<string> {
  const ref = good(await manager.post('/api/plans', { yaml: yamlOf(plan) })).ref
  return good(await manager.post('/api/contracts', { number: `HT-${plan}`, title: '外科楼弱电', customer: 'jia', plan: ref, ...more })).id
}

/** What time alone has brought, and where it went. */
async function letTimePass(ms: number): Promise<void> {
  time.now += ms
  const waker = openWaker({ services })
  await waker.wakeDue()
  await waker.stop()
  const waiting = await withTenant(services.pool, 'east', (tx) =>
    tx.query<{ key: string }>('SELECT key FROM effect WHERE tenant_id = $1 AND delivered_at IS NULL ORDER BY key', ['east']),
  )
  for (const { key } of waiting) await deliver(services, { tenant: 'east', effect: key })
}

const report = (contract: string) => ({
  type: 'fault',
  channel: 'phone',
  title: '摄像机黑屏',
  description: '三楼走廊',
  customer: 'jia',
  contract,
})

test('a contract names its people by the roles of its plan, in the plan’s own words', async () => {
  const contract = await signUnder('shishi-4bu', {
    terms: [{ key: 'promises.routed.within', value: '1h', source: '合同附件一' }],
    people: { 'hotline-desk': ['east-parts-keeper'], 'after-sales-lead': ['east-engineer'] },
  })
  const { roles } = good(await manager.get('/api/plans/shishi-4bu'))
  const named = new Map(roles.map((one: any) => [one.id, one.name]))
  assert.deepEqual(
    ['lead', 'service-manager', 'after-sales-lead', 'hotline-desk'].map((id) => named.get(id)),
    ['负责人', '客服经理', '项目售后负责人', '热线'],
  )
  const { people } = good(await manager.get(`/api/contracts/${contract}`))
  assert.deepEqual(
    people.map((one: any) => [one.roleName, one.person.id]),
    [
      ['项目售后负责人', 'east-engineer'],
      ['热线', 'east-parts-keeper'],
    ],
  )
})

test('the customer’s people and the maker’s are named by no contract of the vendor', async () => {
  good(await manager.post('/api/plans', { yaml: yamlOf('zhineng') }))
  const ids = good(await manager.get('/api/plans/zhineng')).roles.map((one: any) => one.id)
  assert.ok(ids.includes('senior-engineer') && !ids.includes('administrator-trainee') && !ids.includes('customer'))
})

test('a request that nobody takes up comes to the line that watches over it, and to nobody else’s inbox twice (S003-66)', async () => {
  const [contract] = good(await manager.get('/api/contracts?limit=1')).items
  const ticket = good(await manager.post('/api/tickets', report(contract.id)))
  await letTimePass(59 * 60_000)
  assert.deepEqual(good(await keeper.get('/api/inbox')).items, [])
  await letTimePass(2 * 60_000)
  const { items } = good(await keeper.get('/api/inbox'))
  assert.deepEqual(
    items.map((one: any) => [one.kind, one.title, one.ticket?.number]),
    [['notify', '监督执行', ticket.number]],
  )
  const others = good(await manager.get('/api/inbox')).items
  assert.deepEqual(
    others.map((one: any) => one.kind),
    ['escalate'],
  )
})

// Who may do what -------------------------------------------------------------------------------------------------------------

const engineer = await logInAs(server, 'engineer@east')

async function ticketUnder(number: string): Promise<string> {
  const [contract] = good(await manager.get(`/api/contracts?q=${number}`)).items
  return good(await manager.post('/api/tickets', report(contract.id))).id
}

const assign = (id: string) => ({ at: `/api/tickets/${id}/assign`, body: { person: 'east-dispatcher' } })

test('whom the contract names for the role that assigns may assign there, though their role in the firm does not (S003-59)', async () => {
  const { at, body } = assign(await ticketUnder('HT-shishi-4bu'))
  good(await engineer.post(at, body))
  const ticket = good(await engineer.get(at.replace('/assign', '')))
  assert.equal(ticket.ticket.assignee.id, 'east-dispatcher')
  assert.equal(ticket.actions.find((one: any) => one.command === 'assign').allowed, true)
})

test('everybody else is refused there, and told who does it', async () => {
  const { at, body } = assign(await ticketUnder('HT-shishi-4bu'))
  const refused = await manager.post(at, body)
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.detail],
    [403, 'access.by-contract', '按合同约定，“派工”由项目售后负责人（engineer 某）负责；请找他们办理。'],
  )
  const { actions } = good(await manager.get(at.replace('/assign', '')))
  const shown = actions.find((one: any) => one.command === 'assign')
  assert.deepEqual([shown.allowed, shown.refusal], [false, refused.body.detail])
})

test('where a contract names nobody for the role, the firm’s own roles decide; and nowhere else may who is named elsewhere', async () => {
  good(await manager.post('/api/contracts', { number: 'HT-bare', title: '门诊楼弱电', customer: 'jia', plan: 'shishi-4bu@1' }))
  const { at, body } = assign(await ticketUnder('HT-bare'))
  // of another contract’s tickets this engineer sees none
  assert.equal((await engineer.post(at, body)).status, 404)
  good(await manager.post(at, body))
})

test('a person whom no contract names is refused before anything is looked at, and a role that assigns does not waive', async () => {
  const id = await ticketUnder('HT-shishi-4bu')
  assert.equal((await keeper.post(`/api/tickets/${id}/assign`, { person: 'east-engineer' })).status, 403)
  const waived = await engineer.post(`/api/tickets/${id}/waive`, { promise: 'routed', reason: '客户改期', evidence: '邮件' })
  assert.equal(waived.status, 403)
})
