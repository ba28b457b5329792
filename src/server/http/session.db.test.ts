import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withTenant } from '../database/pool.ts'
import { PASSWORD, Person, logInAs, plantTenant, startTestServer } from './http.testing.ts'
import { newLink } from './session/password.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantTenant(server, 'north', { demo: true })
const { url, services, time } = server

test('a person logs in with account@tenant and learns who they are', async () => {
  const person = await logInAs(server, 'hotline-agent@east')
  const { body } = await person.get('/api/session')
  assert.equal(body.me.account, 'hotline-agent@east')
  assert.deepEqual(body.me.roles, [{ id: 'hotline-agent', name: '客服专员' }])
  assert.equal(body.tenant.id, 'east')
  assert.equal(body.clock.now, time.now)
})

test('the cookie is opaque, carries its tenant, and no script can read it', async () => {
  const answer = await new Person(url).post('/api/session', { account: 'engineer@east', password: PASSWORD })
  const cookie = answer.headers.getSetCookie()[0] ?? ''
  assert.match(cookie, /^nuoxing=nxc_east_[A-Za-z0-9_-]{43}; .*HttpOnly/)
  assert.match(cookie, /SameSite=Lax/)
  const rows = await withTenant(services.pool, 'east', (tx) => tx.query<{ secret_hash: Buffer }>('SELECT secret_hash FROM session'))
  const secret = cookie.split('_').slice(2).join('_').split(';')[0] ?? ''
  assert.ok(rows.every((row) => !row.secret_hash.toString('latin1').includes(secret) && row.secret_hash.length === 32))
})

test('a wrong password, an unknown account and an unknown tenant get the same answer', async () => {
  const answers = await Promise.all(
    ['engineer@east', 'nobody@east', 'engineer@nowhere'].map((account) =>
      new Person(url).post('/api/session', { account, password: 'wrong password' }),
    ),
  )
  assert.deepEqual(
    answers.map((one) => one.status),
    [401, 401, 401],
  )
  assert.equal(new Set(answers.map((one) => one.text)).size, 1)
})

test('eight wrong passwords lock an account, known or not, and the lock runs out by itself', async () => {
  for (const account of ['parts-keeper@east', 'ghost@east']) {
    const tries = []
    for (let n = 0; n < 9; n++) tries.push(await new Person(url).post('/api/session', { account, password: 'wrong password' }))
    assert.deepEqual(
      tries.map((one) => one.status),
      [401, 401, 401, 401, 401, 401, 401, 401, 423],
      account,
    )
    assert.match(tries.at(-1)?.body.detail, /15 分钟/)
  }
  assert.equal((await new Person(url).post('/api/session', { account: 'parts-keeper@east', password: PASSWORD })).status, 423)
  time.now += 15 * 60_000 + 1
  assert.equal((await new Person(url).post('/api/session', { account: 'parts-keeper@east', password: PASSWORD })).status, 200)
})

test('logging in gives a new session and ends the one that came with the request', async () => {
  const person = await logInAs(server, 'dispatcher@east')
  const planted = person.cookie
  await person.post('/api/session', { account: 'dispatcher@east', password: PASSWORD })
  assert.notEqual(person.cookie, planted)
  const old = new Person(url)
  old.cookie = planted
  time.now += 6_000
  assert.equal((await old.get('/api/session')).status, 401)
})

test('after logging out the session is dead at once', async () => {
  const person = await logInAs(server, 'dispatcher@east')
  const cookie = person.cookie
  assert.equal((await person.delete('/api/session')).status, 200)
  person.cookie = cookie
  const after = await person.get('/api/session')
  assert.equal(after.status, 401)
  assert.equal(after.body.code, 'session.expired')
})

test('a session nobody uses for twelve hours ends', async () => {
  const person = await logInAs(server, 'dispatcher@east')
  time.now += 11 * 3_600_000
  assert.equal((await person.get('/api/session')).status, 200)
  time.now += 11 * 3_600_000
  assert.equal((await person.get('/api/session')).status, 200)
  time.now += 13 * 3_600_000
  assert.equal((await person.get('/api/session')).status, 401)
})

test('a session of one tenant is nothing in another, whatever its cookie says', async () => {
  const person = await logInAs(server, 'administrator@east')
  person.cookie = person.cookie?.replace('nxc_east_', 'nxc_north_')
  assert.equal((await person.get('/api/session')).status, 401)
})

test('a write that another site sends is refused, log-in included', async () => {
  const person = await logInAs(server, 'administrator@east')
  const foreign = await person.post('/api/customers', { name: '某某' }, { origin: 'https://evil.example' })
  assert.equal(foreign.status, 403)
  assert.equal(foreign.body.code, 'request.origin')
  const logIn = await new Person(url).post(
    '/api/session',
    { account: 'engineer@east', password: PASSWORD },
    { origin: 'https://evil.example' },
  )
  assert.equal(logIn.status, 403)
  const crossSite = await person.post('/api/customers', { name: '某某' }, { 'sec-fetch-site': 'cross-site' })
  assert.equal(crossSite.status, 403)
  const own = await person.post('/api/customers', { name: '本站写的客户' }, { origin: url })
  assert.equal(own.status, 201)
})

test('a changed password ends every other session of the person', async () => {
  const here = await logInAs(server, 'account-manager@east')
  const there = await logInAs(server, 'account-manager@east')
  assert.equal((await here.post('/api/password', { current: 'not the password', password: 'a-new-long-one' })).body.field, 'current')
  assert.equal((await here.post('/api/password', { current: PASSWORD, password: 'password123' })).body.code, 'password.weak')
  assert.equal((await here.post('/api/password', { current: PASSWORD, password: 'a-new-long-one' })).status, 200)
  assert.equal((await there.get('/api/session')).status, 401)
  assert.equal((await here.get('/api/session')).status, 200)
})

test('a reset link works once, lifts the lock and ends all sessions', async () => {
  const admin = await logInAs(server, 'administrator@east')
  const before = await logInAs(server, 'project-manager@east')
  const { body: link } = await admin.post('/api/people/east-project-manager/invite', {})
  const reset = () => new Person(url).post('/api/password-reset', { token: link.token, password: 'fresh-bamboo-7' })
  assert.equal(
    (await new Person(url).post('/api/password-reset', { token: link.token, password: '1234567890' })).body.code,
    'password.weak',
  )
  assert.equal((await reset()).status, 200)
  assert.equal((await reset()).body.code, 'reset.invalid')
  assert.equal((await before.get('/api/session')).status, 401)
  assert.equal((await new Person(url).post('/api/session', { account: 'project-manager@east', password: 'fresh-bamboo-7' })).status, 200)
})

test('a reset link dies after a day, and is nothing as a session or in another tenant', async () => {
  const link = await withTenant(services.pool, 'east', (tx) => newLink(tx, 'reset', { person: 'east-engineer', now: time.now }))
  const asSession = new Person(url)
  asSession.cookie = `nuoxing=${link.token.replace('nxr_', 'nxc_')}`
  assert.equal((await asSession.get('/api/session')).status, 401)
  assert.equal(
    (await new Person(url).post('/api/password-reset', { token: link.token.replace('_east_', '_north_'), password: 'fresh-bamboo-7' }))
      .status,
    400,
  )
  time.now += 24 * 3_600_000 + 1
  assert.equal(
    (await new Person(url).post('/api/password-reset', { token: link.token, password: 'fresh-bamboo-7' })).body.code,
    'reset.invalid',
  )
})

test('the first administrator makes their own account by a link that works once', async () => {
  const link = await withTenant(services.pool, 'north', (tx) => newLink(tx, 'setup', { person: undefined, now: time.now }))
  const first = await new Person(url).post('/api/setup', {
    token: link.token,
    name: '程立言',
    account: 'cheng',
    password: 'mountain-lake-9',
  })
  assert.deepEqual(first.body, { ok: true, account: 'cheng@north' })
  const again = await new Person(url).post('/api/setup', { token: link.token, name: '别人', account: 'other', password: 'mountain-lake-9' })
  assert.equal(again.body.code, 'setup.invalid')
  const person = new Person(url)
  const session = await person.post('/api/session', { account: 'cheng@north', password: 'mountain-lake-9' })
  assert.equal(session.body.me.roles[0].id, 'administrator')
})

test('a token does what its scopes name, no more, and dies with its person', async () => {
  const admin = await logInAs(server, 'administrator@north')
  const agent = await logInAs(server, 'hotline-agent@north')
  assert.equal((await agent.post('/api/tokens', { name: '越权', scopes: ['person.manage'] })).body.field, 'scopes')
  const made = await agent.post('/api/tokens', { name: '脚本', scopes: ['customer.read'] })
  assert.match(made.body.secret, /^nx_north_/)
  const program = new Person(url, { token: made.body.secret })
  assert.equal((await program.get('/api/customers')).status, 200)
  assert.equal((await program.get('/api/sites')).body.code, 'session.scope')
  assert.equal((await program.post('/api/tokens', { name: '再一个', scopes: ['customer.read'] })).body.code, 'session.token-refused')
  assert.equal((await agent.get('/api/tokens')).text.includes(made.body.secret), false)
  const { body: person } = await admin.get('/api/people/north-hotline-agent')
  assert.equal((await admin.post('/api/people/north-hotline-agent/leave', { version: person.version })).status, 200)
  assert.equal((await program.get('/api/customers')).status, 401)
  assert.equal((await agent.get('/api/session')).status, 401)
  assert.equal((await new Person(url).post('/api/session', { account: 'hotline-agent@north', password: PASSWORD })).status, 401)
})

test('a role that is taken away is gone with the next request', async () => {
  const admin = await logInAs(server, 'administrator@north')
  const manager = await logInAs(server, 'service-manager@north')
  assert.equal((await manager.post('/api/customers', { name: '还能写' })).status, 201)
  const { body: person } = await admin.get('/api/people/north-service-manager')
  assert.equal(
    (await admin.post('/api/people/north-service-manager/roles', { version: person.version, roles: ['parts-keeper'] })).status,
    200,
  )
  assert.equal((await manager.post('/api/customers', { name: '不能写了' })).status, 403)
})

test('log-ins, failures, grants and leavings stand in the trail, which can be searched and not be changed', async () => {
  const admin = await logInAs(server, 'administrator@north')
  const { body } = await admin.get('/api/trail?q=service-manager')
  assert.deepEqual(new Set(body.items.map((one: { action: string }) => one.action)).has('person.roles'), true)
  const { body: failures } = await (await logInAs(server, 'administrator@east')).get('/api/trail?action=session.failed')
  assert.ok(failures.items.some((one: { detail: { account?: string } }) => one.detail.account === 'ghost@east'))
  await assert.rejects(
    withTenant(services.pool, 'north', (tx) => tx.query('DELETE FROM trail')),
    /permission denied/,
  )
})

test('the trail is searched by the words that its lines read, in the language of the reader', async () => {
  const admin = await logInAs(server, 'administrator@north')
  for (const [locale, q] of [
    ['zh-CN', '登录'],
    ['zh-TW', '登入'],
    ['en', 'logged in'],
  ] as const) {
    assert.equal((await admin.patch('/api/session', { locale })).status, 200)
    const { items } = (await admin.get(`/api/trail?q=${encodeURIComponent(q)}`)).body
    assert.ok(items.length > 0, locale)
    for (const { action, words } of items) assert.ok(words.toLowerCase().includes(q), `${locale} ${action}`)
    const elsewhere = (await admin.get(`/api/trail?q=${encodeURIComponent('登录')}`)).body.items.length
    assert.equal(elsewhere > 0, locale === 'zh-CN', locale)
  }
  await admin.patch('/api/session', { locale: 'zh-CN' })
})

test('problems are said in the language that was asked for, by code and field', async () => {
  const said = await Promise.all(
    ['zh-CN', 'zh-TW', 'en-GB,en;q=0.8', 'zh-Hant-HK', 'fr'].map((language) =>
      new Person(url, { language }).post('/api/session', { account: 'x', password: '', more: 1 }),
    ),
  )
  assert.deepEqual(
    said.map((one) => one.body.title),
    ['请求有误', '請求有誤', 'Something in the request is wrong', '請求有誤', '请求有误'],
  )
  const [first] = said
  assert.equal(first?.headers.get('content-type'), 'application/problem+json; charset=utf-8')
  assert.deepEqual(
    first?.body.errors.map((one: { field: string }) => one.field),
    ['account', 'password', 'more'],
  )
})

test('a chosen language wins over the browser’s', async () => {
  const person = await logInAs(server, 'senior-management@east')
  person.language = 'zh-CN'
  await person.patch('/api/session', { locale: 'en', theme: 'dark' })
  const { body } = await person.get('/api/session')
  assert.equal(body.locale, 'en')
  assert.equal(body.theme, 'dark')
  assert.equal((await person.get('/api/customers/none')).body.title, 'Not found')
})
