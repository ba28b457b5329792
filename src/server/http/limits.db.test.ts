import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plantContracts } from './contract.testing.ts'
import { PASSWORD, Person, logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer({ options: { logInsPerMinute: 6, metricsToken: 'lantern-of-figures', trustedProxy: ['127.0.0.1'] } })
for (const tenant of ['east', 'north']) {
  await plantTenant(server, tenant)
  await plantContracts(server, tenant)
}

/** As a proxy hands them on: from an address of their own. */
const from = (address: string) => ({ 'x-forwarded-for': address })

test('log-ins from one address are limited by the minute, with the time to wait; another address is not held up', async () => {
  const stranger = new Person(server.url)
  const tries = []
  for (let n = 0; n < 8; n++)
    tries.push(await stranger.post('/api/session', { account: `nobody-${n}@east`, password: 'not the password' }, from('203.0.113.7')))
  assert.deepEqual(
    tries.map((one) => one.status),
    [401, 401, 401, 401, 401, 401, 429, 429],
  )
  const last = tries.at(-1)!
  assert.match(last.headers.get('content-type') ?? '', /^application\/problem\+json/)
  assert.ok(Number(last.headers.get('retry-after')) > 0)
  assert.match(last.body.detail, /请求太频繁，请 \d+ 秒后再试/)
  const other = await new Person(server.url).post('/api/session', { account: 'engineer@east', password: PASSWORD }, from('203.0.113.8'))
  assert.equal(other.status, 200)
})

test('reports by the code of a device, and tries of codes, are limited by the minute for one address; another address is not held up', async () => {
  const agent = await logInAs(server, 'hotline-agent@east')
  const { items } = (await agent.post('/api/customers/jia/codes', {})).body as { items: { code?: { url: string } }[] }
  const code = new URL(items[0]?.code?.url ?? assert.fail('no code')).pathname.replace('/portal/q/', '')
  const contact = { name: '老李', phone: '13800001111' }
  const report = (address: string) =>
    new Person(server.url).post(`/api/codes/${code}/report`, { title: '停机', description: '停机', contact }, from(address))
  const statuses = []
  for (let n = 0; n < 4; n++) statuses.push((await report('203.0.113.30')).status)
  assert.deepEqual(statuses, [201, 201, 201, 429])
  assert.equal((await report('203.0.113.31')).status, 201)
  const tries = []
  for (let n = 0; n < 37; n++)
    tries.push((await new Person(server.url).get(`/api/codes/east.${String(n).padStart(22, 'A')}`, from('203.0.113.32'))).status)
  assert.deepEqual([tries[0], tries[35], tries[36]], [404, 404, 429])
})

test('figures are for this machine, or for whoever has the token', async () => {
  const near = new Person(server.url)
  assert.equal((await near.get('/metrics')).status, 200)
  assert.equal((await near.get('/metrics', from('203.0.113.9'))).status, 403)
  assert.equal((await near.get('/metrics', { ...from('203.0.113.9'), authorization: 'Bearer lantern' })).status, 403)
  assert.equal((await near.get('/metrics', { ...from('203.0.113.9'), authorization: 'Bearer lantern-of-figures' })).status, 200)
})

test('figures move with what happens: requests by route, refused log-ins, nothing of any tenant', async () => {
  const value = async (line: RegExp): Promise<number> => Number(line.exec((await new Person(server.url).get('/metrics')).text)?.[1] ?? 0)
  const reads = /nuoxing_http_request_seconds_count\{method="GET",route="\/api\/tickets",status="200"\} (\d+)/
  const failures = /nuoxing_log_in_failures_total (\d+)/
  const before = [await value(reads), await value(failures)]
  const agent = new Person(server.url)
  await agent.post('/api/session', { account: 'hotline-agent@north', password: 'wrong' }, from('203.0.113.20'))
  await agent.post('/api/session', { account: 'hotline-agent@north', password: PASSWORD }, from('203.0.113.21'))
  await agent.get('/api/tickets')
  await agent.get('/api/tickets')
  assert.deepEqual([await value(reads), await value(failures)], [before[0]! + 2, before[1]! + 1])
  const { text } = await agent.get('/metrics')
  assert.match(text, /nuoxing_sealing_failures_total 0/)
  assert.doesNotMatch(text, /east|north|hotline-agent/)
})

test('what lies in another firm is answered as what does not exist', async () => {
  const north = await logInAs({ url: server.url }, 'service-manager@north')
  const report = { channel: 'phone', title: '停机', customer: 'jia', contract: 'jia-contract' }
  const foreign = (await north.post('/api/tickets', report)).body.id as string
  const east = new Person(server.url)
  await east.post('/api/session', { account: 'service-manager@east', password: PASSWORD }, from('203.0.113.30'))
  for (const command of ['', '/accept', '/reply', '/assign', '/close', '/waive']) {
    const ask = (id: string) =>
      command === '' ? east.get(`/api/tickets/${id}`) : east.post(`/api/tickets/${id}${command}`, { channel: 'phone', summary: '好' })
    const [real, madeUp] = [await ask(foreign), await ask('AAAAAAAAAAAAAAAA')]
    assert.deepEqual([real.status, real.body], [madeUp.status, madeUp.body], command)
  }
})
