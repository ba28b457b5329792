import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { withTenant } from '../database/pool.ts'
import { openWaker } from '../jobs/waker.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantTenant(server, 'west')

const manager = await logInAs(server, 'service-manager@east')
const chief = await logInAs(server, 'senior-management@east')
const agent = await logInAs(server, 'hotline-agent@east')
const customer = await logInAs(server, 'customer-administrator@east')

const MINUTE = 60_000
const waker = openWaker({ services: server.services })
after(() => waker.stop())

async function later(ms: number): Promise<void> {
  server.time.now += ms
  await waker.wakeDue()
}

/** A clause of each kind of owner: ticket, contract, visit and device; and roles that the plan names for waiving in its second version. */
const PLAN = (version: number, roles = '') => `plan: care
title: 定期服务
version: ${version}
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
reasons:
  flood: {name: 汛期封路, evidence: required}
${roles}
promises:
  reply:
    title: 答复
    text: 半小时内答复。
    source: [T-1]
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 30min, calendar: always, excuses: [flood], on-broken: [{escalate: service-manager}]}
  calls:
    title: 电话回访
    text: 每两周电话回访一次。
    source: [T-2]
    recurring: {starts: contract.signed, every: 2w, task: call, on-broken: [{escalate: service-manager}]}
  leave:
    title: 现场完成
    text: 到场后四小时内做完。
    source: [T-3]
    deadline: {per: visit, starts: visit.arrived, kept-by: visit.done, within: 4h, calendar: always}
  tested:
    title: 验收后测试
    text: 设备验收后一天内测试。
    source: [T-4]
    deadline: {per: asset, starts: asset.accepted, kept-by: asset.tested, within: 1d, calendar: always}
`

async function must(answer: Promise<{ status: number; text: string; body: any }>, status?: number): Promise<any> {
  const got = await answer
  assert.ok(status === undefined ? got.status < 300 : got.status === status, `${got.status} ${got.text}`)
  return got.body
}

async function sign(person: Person, number: string, plan: string, people = {}): Promise<string> {
  const body = { number, title: '定期服务', customer: 'jia', plan, sites: ['jia-site'], assets: ['jia-asset'], people }
  return (await must(person.post('/api/contracts', body))).id
}

await must(manager.post('/api/plans', { yaml: PLAN(1) }))
const contract = await sign(manager, 'HT-1', 'care@1')

async function report(): Promise<string> {
  const body = { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract }
  return (await must(manager.post('/api/tickets', body))).id
}

const one = async (id: string) => must(manager.get(`/api/obligations/${id}`))
const waiting = async (person = chief) => (await must(person.get('/api/releases?state=waiting'))).items as any[]
const WHY = { reason: '客户书面同意改约', evidence: '客户回函 2026-09' }

test('a waiver of a ticket’s promise waits for the second person; until then nothing is changed, and the obligation says that it waits', async () => {
  const ticket = await report()
  const id = `ticket.${ticket}.reply.1`
  const asked = await must(manager.post(`/api/obligations/${id}/waive`, WHY))
  assert.equal(asked.state, 'waiting')
  const before = await one(id)
  assert.deepEqual([before.state, before.release], ['open', { id: asked.id, kind: 'waive' }])
  const [listed] = await waiting()
  assert.deepEqual(
    [listed.id, listed.title, listed.reason, listed.evidence, listed.own, listed.alone, listed.ticket.id],
    [asked.id, '答复', WHY.reason, WHY.evidence, false, false, ticket],
  )
  const own = await manager.post(`/api/releases/${asked.id}/approve`)
  assert.equal(own.status, 422)
  assert.match(own.body.detail, /另一人复核/)
  const approved = await must(chief.post(`/api/releases/${asked.id}/approve`, { note: '同意' }))
  assert.equal(approved.state, 'in-force')
  const now = await one(id)
  assert.deepEqual([now.state, now.release], ['excused', undefined])
  assert.ok(now.words.some((line: string) => line.includes('经另一人复核')))
  assert.deepEqual(await waiting(), [])
  const page = await must(customer.get(`/api/tickets/${ticket}`))
  assert.ok(page.timeline.some((fact: any) => fact.type === 'obligation.waived'))
})

test('the ticket’s own command asks in the same way, and the same is not asked twice at once', async () => {
  const ticket = await report()
  await must(manager.post(`/api/tickets/${ticket}/waive`, { promise: 'reply', ...WHY }))
  assert.equal((await waiting()).length, 1)
  for (const path of [`/api/tickets/${ticket}/waive`, `/api/tickets/${ticket}/excuse`]) {
    const reason = path.endsWith('excuse') ? 'flood' : WHY.reason
    const twice = await chief.post(path, { promise: 'reply', reason, evidence: '单' })
    assert.equal(twice.body.code, 'ticket.waive-waiting', twice.text)
  }
  const [{ id }] = (await waiting()) as [{ id: string }]
  assert.equal((await manager.post(`/api/facts/${id}/approve`)).body.code, 'release.elsewhere')
  const bare = await chief.post(`/api/releases/${id}/refuse`, { reason: '' })
  assert.equal(bare.status, 400)
  await must(chief.post(`/api/releases/${id}/refuse`, { reason: '客户没有同意' }))
  assert.equal((await one(`ticket.${ticket}.reply.1`)).state, 'open')
  const late = await chief.post(`/api/releases/${id}/approve`)
  assert.deepEqual([late.status, late.body.code], [422, 'release.release-decided'])
  const last = (await must(manager.get('/api/releases?state=refused'))).items.find((row: any) => row.id === id)
  assert.deepEqual([last.state, last.decision, last.decidedBy.id], ['refused', '客户没有同意', 'east-senior-management'])
  await must(manager.post(`/api/tickets/${ticket}/reply`, { channel: 'phone', summary: '已答复' }))
})

test('who asked takes it back; another person may not; what counts already is declared void', async () => {
  const ticket = await report()
  const id = `ticket.${ticket}.reply.1`
  const first = await must(manager.post(`/api/obligations/${id}/waive`, WHY))
  assert.equal((await chief.post(`/api/releases/${first.id}/withdraw`)).body.code, 'release.release-others')
  await must(manager.post(`/api/releases/${first.id}/withdraw`, { reason: '不需要了' }))
  assert.equal((await one(id)).release, undefined)
  const again = await must(manager.post(`/api/obligations/${id}/waive`, WHY))
  await must(chief.post(`/api/releases/${again.id}/approve`))
  assert.equal((await one(id)).state, 'excused')
  await must(manager.post(`/api/facts/${again.id}/void`, { reason: '登记到别的单上了' }))
  assert.equal((await one(id)).state, 'open')
  await must(manager.post(`/api/tickets/${ticket}/reply`, { channel: 'phone', summary: '已答复' }))
})

test('an escalation that was sent is withdrawn once the waiver counts, and not while it waits', async () => {
  const ticket = await report()
  const id = `ticket.${ticket}.reply.1`
  await later(40 * MINUTE)
  assert.equal((await one(id)).state, 'broken')
  const effects = () =>
    withTenant(server.services.pool, 'east', (tx) =>
      tx.query<{ kind: string }>('SELECT kind FROM effect WHERE subject = $1 ORDER BY at, kind', [`ticket/${ticket}`]),
    ).then((rows) => rows.map(({ kind }) => kind))
  const sent = await effects()
  assert.deepEqual(sent, ['escalate'])
  const asked = await must(manager.post(`/api/obligations/${id}/waive`, WHY))
  assert.deepEqual(await effects(), sent)
  const late = await manager.post(`/api/obligations/${id}/excuse`, { reason: 'flood', evidence: '通告' })
  assert.equal(late.body.code, 'release.excuse-broken')
  await must(chief.post(`/api/releases/${asked.id}/approve`))
  const waived = await one(id)
  assert.equal(waived.state, 'excused')
  assert.ok(waived.brokenAt !== undefined)
  // What a breach opened runs on: the breach stays on the record (law 4), and so does what was sent for it.
  assert.deepEqual(await effects(), sent)
})

test('an excuse approved in time excuses; one that waited until after the breach helps nobody', async () => {
  const ticket = await report()
  const id = `ticket.${ticket}.reply.1`
  const asked = await must(manager.post(`/api/obligations/${id}/excuse`, { reason: 'flood', evidence: '交管通告' }))
  const [listed] = await waiting()
  assert.equal(listed.reason, '汛期封路')
  await must(chief.post(`/api/releases/${asked.id}/approve`))
  assert.equal((await one(id)).state, 'excused')
  const slow = await report()
  const other = await must(manager.post(`/api/obligations/ticket.${slow}.reply.1/excuse`, { reason: 'flood', evidence: '交管通告' }))
  await later(40 * MINUTE)
  const late = await chief.post(`/api/releases/${other.id}/approve`)
  assert.deepEqual([late.status, late.body.code], [422, 'release.release-too-late'])
  await must(chief.post(`/api/releases/${other.id}/refuse`, { reason: '已超时' }))
})

test('what a contract, a visit and a device themselves owe is waived in the same way', async () => {
  const calls = `contract.${contract}.calls.1`
  const visit = (await must(manager.post('/api/services', { type: 'visit.arrived', contract, asset: 'jia-asset' }))).id
  const accepted = await must(manager.post('/api/services', { type: 'asset.accepted', contract, asset: 'jia-asset' }))
  assert.ok(accepted)
  for (const id of [calls, `visit.${visit}.leave.1`, 'asset.jia-asset.tested.1']) {
    assert.equal((await one(id)).state, 'open', id)
    const asked = await must(manager.post(`/api/obligations/${id}/waive`, WHY))
    assert.deepEqual((await one(id)).release, { id: asked.id, kind: 'waive' }, id)
    await must(chief.post(`/api/releases/${asked.id}/approve`))
    assert.equal((await one(id)).state, 'excused', id)
  }
  const { items } = await must(manager.get(`/api/facts?subject=contract/${contract}&limit=200`))
  assert.ok(items.some((fact: any) => fact.type === 'fact.approved'))
})

test('whoever has not the right neither asks nor decides, nor reads what waits', async () => {
  const ticket = await report()
  const id = `ticket.${ticket}.reply.1`
  for (const person of [agent, customer]) {
    assert.equal((await person.post(`/api/obligations/${id}/waive`, WHY)).status, 403)
    assert.equal((await person.get('/api/releases')).status, 403)
  }
  assert.equal((await manager.post('/api/obligations/ticket.nothing.reply.1/waive', WHY)).status, 404)
  assert.equal((await manager.post('/api/releases/nothing/approve')).status, 404)
  await must(manager.post(`/api/tickets/${ticket}/reply`, { channel: 'phone', summary: '已答复' }))
})

test('where the plan names a role for it, only who has it by the firm or by the contract asks', async () => {
  const roles = 'roles:\n  lead: {name: 项目负责人, may: [waive], duties: 统筹}\n'
  await must(manager.post('/api/plans', { yaml: PLAN(2, roles) }))
  const named = await sign(manager, 'HT-2', 'care@2', { lead: ['east-senior-management'] })
  await later(MINUTE)
  const calls = `contract.${named}.calls.1`
  const without = await manager.post(`/api/obligations/${calls}/waive`, WHY)
  assert.equal(without.body.code, 'release.waive-role')
  assert.match(without.body.detail, /项目负责人/)
  const asked = await must(chief.post(`/api/obligations/${calls}/waive`, WHY))
  await must(manager.post(`/api/releases/${asked.id}/approve`))
  assert.equal((await one(calls)).state, 'excused')
})

test('two who decide at the same moment: one word counts', async () => {
  const ticket = await report()
  const asked = await must(manager.post(`/api/obligations/ticket.${ticket}.reply.1/waive`, WHY))
  const answers = await Promise.all(
    ['approve', 'refuse', 'approve', 'refuse'].map((what) =>
      chief.post(`/api/releases/${asked.id}/${what}`, what === 'refuse' ? { reason: '不' } : {}),
    ),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 422, 422, 422])
})

test('where nobody else has the right, it counts at once and carries the mark', async () => {
  const alone = await logInAs(server, 'service-manager@west')
  await withTenant(server.services.pool, 'west', (tx) => tx.query(`UPDATE person SET left_at = 0 WHERE id = 'west-senior-management'`))
  await must(alone.post('/api/plans', { yaml: PLAN(1) }))
  const own = await sign(alone, 'HT-1', 'care@1')
  await later(MINUTE)
  const asked = await must(alone.post(`/api/obligations/contract.${own}.calls.1/waive`, WHY))
  assert.equal(asked.state, 'in-force')
  assert.equal((await must(alone.get(`/api/obligations/contract.${own}.calls.1`))).state, 'excused')
  const [listed] = (await must(alone.get('/api/releases'))).items
  assert.deepEqual([listed.alone, listed.state], [true, 'in-force'])
})

test('an audit derives all of it again', async () => {
  for (const tenant of ['east', 'west']) {
    const audit = await auditTenant(server.services, tenant)
    assert.deepEqual(audit.differences, [])
  }
})

test('a waiver whose row was changed, or taken away, without a fact is found', async () => {
  const { rows } = await server.owner.raw.query(`SELECT id FROM release WHERE tenant_id = 'east' AND state = 'refused' ORDER BY id LIMIT 1`)
  const { rows: others } = await server.owner.raw.query(
    `SELECT id FROM release WHERE tenant_id = 'east' AND id <> $1 ORDER BY id LIMIT 1`,
    [rows[0].id],
  )
  await server.owner.raw.query(`UPDATE release SET state = 'in-force' WHERE id = $1`, [rows[0].id])
  await server.owner.raw.query('DELETE FROM release WHERE id = $1', [others[0].id])
  const { differences } = await auditTenant(server.services, 'east')
  assert.deepEqual(
    differences.map(({ what, key, stored }) => [what, key, stored === undefined]).toSorted((a, b) => Number(a[2]) - Number(b[2])),
    [
      ['release', rows[0].id, false],
      ['release', others[0].id, true],
    ],
  )
})
