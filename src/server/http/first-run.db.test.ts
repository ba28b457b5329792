import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { foundTenant } from '../tenants.ts'
import { upload } from './files/upload.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer({ options: { demoTenant: 'east' } })
await plantTenant(server, 'east', { demo: true })
await plantTenant(server, 'west')
const admin = await logInAs(server, 'administrator@east')
const manager = await logInAs(server, 'service-manager@east')
const western = await logInAs(server, 'administrator@west')
assert.equal((await manager.post('/api/plans/bundled')).status, 200)
const signed = await manager.post('/api/contracts', {
  number: 'HT-1',
  title: '机电维保',
  customer: 'jia',
  plan: 'shebei-2nian@1',
  signedOn: '2026-09-20',
  startsOn: '2026-09-21',
  sites: ['jia-site'],
  assets: ['jia-asset'],
})
assert.equal(signed.status, 201, signed.text)
const reported = await manager.post('/api/tickets', {
  customer: 'jia',
  asset: 'jia-asset',
  title: '水压不足',
  type: 'fault',
  channel: 'phone',
})
assert.equal(reported.status, 201, reported.text)
await upload(admin, { name: '照片.txt', text: '一张照片的说明' })

const FIRM = { confirm: 'east 机电', code: 'qingyuan', name: '青原机电', timezone: 'Asia/Shanghai' }

/** How many rows of a tenant stand in each table that has any. */
async function rowsOf(tenant: string): Promise<Record<string, number>> {
  const tables = await server.owner.raw.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE column_name = 'tenant_id' AND table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'tenant'`,
  )
  const counted: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const found = await server.owner.raw.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}" WHERE tenant_id = $1`, [tenant])
    if (found.rows[0]!.n > 0) counted[name] = found.rows[0]!.n
  }
  return counted
}

test('each first step knows by itself whether it is done', async () => {
  const steps = async (person: typeof admin) =>
    Object.fromEntries((await person.get('/api/first-run')).body.steps.map((one: { id: string; done: boolean }) => [one.id, one.done]))
  assert.deepEqual(await steps(admin), { letterhead: false, data: true, people: true, plan: true, contract: true, fault: true })
  assert.deepEqual(await steps(western), { letterhead: false, data: true, people: true, plan: false, contract: false, fault: false })
  assert.equal((await manager.get('/api/first-run')).status, 403)
})

test('what would go is counted; only the demo, only by its administrator, only with its name typed', async () => {
  const { body } = await admin.get('/api/demo')
  const counts = Object.fromEntries(body.counts.map((one: { kind: string; n: number }) => [one.kind, one.n]))
  assert.deepEqual([body.name, counts.customers, counts.contracts, counts.tickets], ['east 机电', 2, 1, 1])
  assert.ok(counts.facts >= 2)
  const before = await rowsOf('east')
  assert.equal((await western.get('/api/demo')).body.code, 'demo.none')
  assert.equal((await western.post('/api/demo/clear', { ...FIRM, confirm: 'west 机电' })).body.code, 'demo.none')
  assert.equal((await manager.post('/api/demo/clear', FIRM)).status, 403)
  for (const [field, value, code] of [
    ['confirm', 'east', 'demo.confirm'],
    ['timezone', 'Asia/Nowhere', 'demo.timezone'],
    ['code', 'west', 'demo.code-taken'],
  ]) {
    const refused = await admin.post('/api/demo/clear', { ...FIRM, [field!]: value })
    assert.deepEqual([refused.status, refused.body.field, refused.body.code], [400, field, code])
  }
  assert.deepEqual(await rowsOf('east'), before)
})

test('cleared, nothing of the demo is left but its code, another firm keeps all, and an own one begins with its first line of the trail', async () => {
  const west = await rowsOf('west')
  const { status, body, text } = await admin.post('/api/demo/clear', FIRM)
  assert.equal(status, 200, text)
  assert.deepEqual(await rowsOf('east'), {})
  assert.deepEqual(await rowsOf('west'), west)
  assert.equal((await admin.get('/api/session')).status, 401)
  const left: string[] = []
  for await (const { sha256 } of server.services.files.contents('east')) left.push(sha256)
  assert.deepEqual(left, [])
  const at = server.time.now
  const again = await foundTenant(server.services.address, { id: 'east', name: '再来', timezone: 'Asia/Shanghai', demo: true, at }, () =>
    Promise.resolve(1),
  )
  assert.equal(again, undefined, 'its code stays taken: no later start fills it again')
  assert.deepEqual((await fetch(`${server.url}/api/welcome`).then((answer) => answer.json())) as object, { mail: false })
  const setUp = await fetch(`${server.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ token: body.link.token, name: '安知夏', account: 'an', password: 'bamboo-river-42' }),
  })
  assert.equal(setUp.status, 200, await setUp.clone().text())
  const own = await logInAs(server, 'an@qingyuan')
  const steps = (await own.get('/api/first-run')).body.steps.filter((one: { done: boolean }) => one.done)
  assert.deepEqual(steps, [])
  const lines = (await own.get('/api/trail?limit=20')).body.items.map((one: { action: string }) => one.action)
  assert.equal(lines.at(-1), 'demo.cleared')
  const audited = await auditTenant(server.services, 'qingyuan')
  assert.deepEqual(audited.differences, [])
})
