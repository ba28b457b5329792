import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { withTenant } from '../database/pool.ts'
import { logInAs, markOf, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantTenant(server, 'north', { demo: true })
const { services, time } = server
const agent = await logInAs(server, 'hotline-agent@east')
const admin = await logInAs(server, 'administrator@east')
const named = (body: { items: { name: string }[] }) => body.items.map((one) => one.name)

test('a customer is found by Chinese text, by pinyin initials and by its contact', async () => {
  await agent.post('/api/customers', { name: '锦屏市第三人民医院', contactName: '设备科 郑工' })
  await agent.post('/api/customers', { name: '星野商业广场' })
  assert.deepEqual(named((await agent.get(`/api/customers?q=${encodeURIComponent('人民医院')}`)).body), ['锦屏市第三人民医院'])
  assert.deepEqual(named((await agent.get('/api/customers?q=xysy')).body), ['星野商业广场'])
  assert.deepEqual(named((await agent.get(`/api/customers?q=${encodeURIComponent('郑工')}`)).body), ['锦屏市第三人民医院'])
  assert.deepEqual(named((await agent.get('/api/customers?q=%25')).body), [], 'a percent sign is a letter like any other')
})

test('a list is paged by a cursor without a gap or a repetition', async () => {
  const seen: string[] = []
  for (let cursor = ''; ;) {
    const { body } = await agent.get(`/api/customers?limit=2${cursor}`)
    seen.push(...named(body))
    if (body.next === undefined) break
    cursor = `&cursor=${body.next}`
  }
  const { body: whole } = await agent.get('/api/customers?limit=200')
  assert.deepEqual(seen, named(whole))
  assert.equal(new Set(seen).size, seen.length)
  assert.equal((await agent.get('/api/customers?cursor=bm9uc2Vuc2U')).body.field, 'cursor', 'a mark that is none of ours is told')
})

test('the same key with the same body gets the first answer, with another body 409, and none 400', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const first = await agent.post('/api/customers', { name: '远山制药' }, key)
  const again = await agent.post('/api/customers', { name: '远山制药' }, key)
  assert.equal(first.status, 201)
  assert.deepEqual(again.body, first.body)
  assert.equal(named((await agent.get(`/api/customers?q=${encodeURIComponent('远山')}`)).body).length, 1)
  const other = await agent.post('/api/customers', { name: '近山制药' }, key)
  assert.deepEqual([other.status, other.body.code], [409, 'idempotency.reused'])
  const keyless = await agent.post('/api/customers', { name: '近山制药' }, { 'idempotency-key': '' })
  assert.deepEqual([keyless.status, keyless.body.code, keyless.body.field], [400, 'idempotency.missing', 'Idempotency-Key'])
})

test('ten writes with one key at the same time take effect once', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const answers = await Promise.all(Array.from({ length: 10 }, () => agent.post('/api/customers', { name: '只此一家' }, key)))
  assert.equal(new Set(answers.map((one) => one.body.id)).size, 1)
  assert.equal(named((await agent.get(`/api/customers?q=${encodeURIComponent('只此一家')}`)).body).length, 1)
})

test('two people who change one record: the second sees field against field and nothing is overwritten', async () => {
  const { body: customer } = await agent.post('/api/customers', { name: '云栈数据中心' })
  const hers = await agent.patch(`/api/customers/${customer.id}`, { version: customer.version, contactName: '卓工' })
  assert.equal(hers.body.version, customer.version + 1)
  const his = await admin.patch(`/api/customers/${customer.id}`, { version: customer.version, contactName: '陆工', note: '常年客户' })
  assert.deepEqual([his.status, his.body.code], [409, 'version.conflict'])
  assert.deepEqual(his.body.conflict, [
    { field: 'contactName', yours: '陆工', theirs: '卓工' },
    { field: 'note', yours: '常年客户', theirs: null },
  ])
  assert.equal((await agent.get(`/api/customers/${customer.id}`)).body.contactName, '卓工')
})

test('an empty field is emptied by null and left alone when it is not named', async () => {
  const { body: site } = await agent.post('/api/sites', { customer: 'jia', name: '二车间', address: '工业园 12 号', zone: 'county' })
  const { body } = await agent.patch(`/api/sites/${site.id}`, { version: site.version, zone: null })
  assert.deepEqual([body.zone, body.address, body.timezone], [undefined, '工业园 12 号', 'Asia/Shanghai'])
})

test('a device stands at a site of its own customer', async () => {
  const foreign = await agent.post('/api/assets', { customer: 'jia', site: 'yi-site', name: '主机' })
  assert.deepEqual([foreign.status, foreign.body.field, foreign.body.code], [400, 'site', 'field.of-other-customer'])
  const nowhere = await agent.post('/api/assets', { customer: 'jia', site: 'none', name: '主机' })
  assert.deepEqual([nowhere.body.field, nowhere.body.code], ['site', 'field.no-such'])
  const { body: asset } = await agent.post('/api/assets', {
    customer: 'jia',
    site: 'jia-site',
    name: '主机',
    serial: 'CH-1',
    acceptedOn: '2026-02-27',
  })
  assert.equal(asset.site.id, 'jia-site')
  assert.equal(
    (await agent.post('/api/assets', { customer: 'jia', site: 'jia-site', name: '又一台', serial: 'CH-1' })).body.field,
    'serial',
  )
  assert.equal(
    (await agent.patch(`/api/assets/${asset.id}`, { version: asset.version, site: 'yi-site' })).body.code,
    'field.of-other-customer',
  )
})

test('bad input is refused with the field and the reason, and never breaks the server', async () => {
  const bad: [unknown, string][] = [
    [{}, 'name'],
    [{ name: 5 }, 'name'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
    [{ name: '好', id: 'mine' }, 'id'],
    [{ name: '好', tenant_id: 'north' }, 'tenant_id'],
    [{ name: 'a\u0000b' }, 'name'],
    [[], ''],
  ]
  for (const [body, field] of bad) {
    const answer = await agent.post('/api/customers', body)
    assert.deepEqual([answer.status, answer.body.field], [400, field], JSON.stringify(body))
  }
  for (const text of ['{', 'null"', '{"name":"x"', '\u0000'])
    assert.equal((await agent.post('/api/customers', text)).body.code, 'request.body-not-json', text)
  assert.equal((await agent.post('/api/customers', { name: '好'.repeat(200_000) })).status, 413)
  assert.equal(
    (await agent.ask('POST', '/api/customers', { body: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }))
      .status,
    415,
  )
  for (const path of [
    '/api/customers/%00',
    '/api/customers/%ff',
    '/api/customers/..%2f..',
    `/api/customers/${'x'.repeat(65)}`,
    "/api/customers/'%20OR%201=1",
  ]) {
    assert.ok([400, 404].includes((await agent.get(path)).status), path)
  }
  for (const query of ['limit=0', 'limit=abc', 'limit=9999', 'unknown=1', 'cursor=%00'])
    assert.equal((await agent.get(`/api/customers?${query}`)).status, 400, query)
})

test('only an administrator manages people, and nobody hands out what is not theirs', async () => {
  assert.equal((await agent.post('/api/people', { name: '新人', account: 'xin' })).status, 403)
  const made = await admin.post('/api/people', { name: '罗嘉禾', account: 'luo', team: 'west-1', roles: ['engineer'] })
  assert.equal(made.status, 201)
  assert.match(made.body.invitation.token, /^nxr_east_/)
  assert.equal((await admin.post('/api/people', { name: '重名', account: 'luo' })).body.field, 'account')
  assert.equal(
    (await admin.post('/api/people', { name: '甲', account: 'jia', roles: ['customer-user'] })).body.code,
    'person.role-customer',
  )
  assert.equal(
    (await admin.post('/api/people', { name: '甲', account: 'jia', customer: 'jia', roles: ['engineer'] })).body.code,
    'person.role-customer',
  )
  assert.equal((await admin.post('/api/people', { name: '甲', account: 'jia', roles: ['king'] })).body.code, 'person.role-unknown')
})

test('the secret of an invitation is given once: a repetition does not show it again', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const body = { name: '贺知远', account: 'he' }
  const first = await admin.post('/api/people', body, key)
  const again = await admin.post('/api/people', body, key)
  assert.equal(again.body.id, first.body.id)
  assert.equal(again.body.invitation, undefined)
})

test('the last administrator stays, and nobody makes themselves leave', async () => {
  const { body: me } = await admin.get('/api/people/east-administrator')
  assert.equal((await admin.post('/api/people/east-administrator/leave', { version: me.version })).body.code, 'person.self-leave')
  const roles = await admin.post('/api/people/east-administrator/roles', { version: me.version, roles: ['engineer'] })
  assert.equal(roles.body.code, 'person.last-administrator')
})

test('people of a customer reach their own customer and nothing of another, by any way of asking', async () => {
  const zheng = await logInAs(server, 'customer-administrator@east')
  const own = await zheng.get('/api/sites')
  assert.ok(own.text.includes(markOf('east', 'jia')))
  const asked = [
    '/api/sites',
    '/api/sites?customer=yi',
    '/api/sites/yi-site',
    '/api/assets?customer=yi',
    '/api/assets/yi-asset',
    `/api/search?q=${markOf('east', 'yi')}`,
    '/api/search?q=MARK',
  ]
  for (const path of asked)
    assert.ok(!(await zheng.get(path)).text.includes(`${markOf('east', 'yi')}医`) && !(await zheng.get(path)).text.includes('yi-'), path)
  assert.equal((await zheng.get('/api/people')).status, 403)
  assert.equal((await zheng.get('/api/trail')).status, 403)
})

test('a saved view is its maker’s unless shared, and a draft is nobody else’s', async () => {
  const mine = await agent.post('/api/views', { name: '医院客户', query: { view: 'open', customer: 'jia' } })
  const shared = await agent.post('/api/views', { name: '值班', query: { view: 'overdue' }, shared: true })
  const { body } = await admin.get('/api/views')
  assert.deepEqual(
    body.items.map((one: { id: string }) => one.id),
    [shared.body.id],
  )
  assert.equal((await admin.delete(`/api/views/${mine.body.id}`)).status, 404)
  await agent.ask('PUT', '/api/drafts', { body: { subject: 'ticket/t1', kind: 'reply', text: '郑工您好' } })
  assert.equal((await agent.get('/api/drafts?subject=ticket/t1&kind=reply')).body.text, '郑工您好')
  assert.equal((await admin.get('/api/drafts?subject=ticket/t1&kind=reply')).body.text, '')
})

test('only a demo’s clock moves, only forward, and sessions do not age by it', async () => {
  const real = await logInAs(server, 'service-manager@east')
  assert.deepEqual([(await real.post('/api/clock/advance', { ms: 1000 })).status], [422])
  const demo = await logInAs(server, 'service-manager@north')
  const { body } = await demo.post('/api/clock/advance', { ms: 30 * 86_400_000 })
  assert.equal(body.now, time.now + 30 * 86_400_000)
  assert.equal((await demo.post('/api/clock/advance', { ms: -5 })).status, 400)
  const { body: session } = await demo.get('/api/session')
  assert.deepEqual([session.clock.offsetMs, session.tenant.demo], [30 * 86_400_000, true])
})

test('headers tell a browser to trust nothing from outside', async () => {
  const { headers } = await agent.get('/api/session')
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'self'.*script-src 'self';.*frame-ancestors 'none'/)
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('referrer-policy'), 'same-origin')
})

test('every row that HTTP wrote stands under its own tenant', async () => {
  for (const table of ['customer', 'site', 'asset', 'person', 'saved_view', 'trail', 'idempotency']) {
    const rows = await withTenant(services.pool, 'north', (tx) =>
      tx.query<{ tenant_id: string }>(`SELECT DISTINCT tenant_id FROM ${table}`),
    )
    assert.ok(
      rows.every((row) => row.tenant_id === 'north'),
      table,
    )
  }
})
