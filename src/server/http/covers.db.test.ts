import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { openBackground } from '../jobs/worker.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const logIn = async () => ({
  manager: await logInAs(server, 'service-manager@east'),
  agent: await logInAs(server, 'hotline-agent@east'),
})
let { manager, agent } = await logIn()

/** Days go by; nobody's session lasts so long. */
async function pass(days: number): Promise<void> {
  server.time.now += days * 86_400_000
  ;({ manager, agent } = await logIn())
}

/** The equipment plan with the rule that some texts promise: sixty days more for a fault that cannot be removed and affects the work. */
const PLAN = readFileSync(join(import.meta.dirname, '../../../plans/shebei-2nian.yaml'), 'utf8').replace(
  'charges:\n',
  `  longer:
    title: 质保顺延
    rule:
      on: ticket.judged where removable == false && affectsWork
      then: [{extend: equipment, by: 60d}]
    text: 不能排除且影响使用的故障，每次顺延六十天。
    source: [T-1]
  covered-reply:
    title: 质保内回访
    deadline:
      starts: ticket.restored
      kept-by: callback.made
      within: {by: cover, equipment: 1d, none: none}
    text: 质保内的故障修复后一日内回访。
    source: [T-2]
  signed-off:
    title: 签字后关单
    gate: {before: ticket.closed, needs: ticket.confirmed, waive: service-manager}
    text: 客户确认之后才关单。
    source: [T-3]
charges:
`,
)

const added = await manager.post('/api/plans', { yaml: PLAN })
assert.equal(added.status, 201, added.text)
const SIGN = { number: 'HT-1', title: '机电设备售后', customer: 'jia', plan: 'shebei-2nian@1', sites: ['jia-site'], assets: ['jia-asset'] }
const contract = (await manager.post('/api/contracts', SIGN)).body.id as string

const coverOf = async (who = manager) => (await who.get(`/api/contracts/${contract}/covers`)).body.items[0]?.covers[0]
const reach = async (milestone: string): Promise<string> => {
  const { version } = (await manager.get(`/api/contracts/${contract}`)).body
  const answer = await manager.post(`/api/contracts/${contract}/reach`, { version, milestone, evidence: '报告 9' })
  assert.equal(answer.status, 200, answer.text)
  return answer.body.facts[0]
}
const report = async (): Promise<{ id: string; cover: unknown }> => {
  const made = await agent.post('/api/tickets', {
    channel: 'phone',
    title: '停机',
    description: '面板报高压',
    customer: 'jia',
    asset: 'jia-asset',
    contract,
  })
  assert.equal(made.status, 201, made.text)
  const [fact] = (await agent.get(`/api/facts?subject=ticket/${made.body.id}`)).body.items
  return { id: made.body.id, cover: fact.data.cover }
}

/** Reported before the cover began. */
let uncovered = ''

test('before its start has come a cover says what it waits for, and a report carries that there is none', async () => {
  const cover = await coverOf()
  assert.deepEqual([cover.title, cover.standing, cover.words], ['设备质保', 'waiting', ['起点：项目验收且安装调试']])
  const { id, cover: reported } = await report()
  uncovered = id
  assert.equal(reported, 'none')
  assert.equal((await agent.get(`/api/tickets/${id}`)).body.reportedCover, 'none')
})

test('one of two records starts nothing; with the other the cover runs to the end of the same day two years later', async () => {
  await reach('commissioned')
  assert.equal((await coverOf()).standing, 'waiting')
  await pass(1)
  await reach('accepted')
  const cover = await coverOf()
  assert.equal(cover.standing, 'in-force')
  assert.equal(new Date(cover.end).toISOString(), '2028-09-24T16:00:00.000Z')
  assert.match(cover.words[0], /^设备质保至 2028-09-24，因为：$/)
  assert.match(cover.words[1], /2026-09-24，项目验收：自 2026-09-24 起算 24 个月，至 2028-09-24/)
  assert.match((await coverOf(agent)).words[0], /2028-09-24/)
})

test('a report on the device carries the cover in force, and a clock that turns on it runs', async () => {
  const { id, cover } = await report()
  assert.equal(cover, 'equipment')
  assert.equal((await agent.post(`/api/tickets/${id}/restore`, {})).status, 200)
  const { obligations, reportedCover } = (await agent.get(`/api/tickets/${id}`)).body
  assert.equal(reportedCover, 'equipment')
  assert.ok(obligations.some((one: any) => one.promise === 'covered-reply' && one.state === 'open'))
})

test('what is sent in, and work on it, carries the cover: that of its ticket’s report, or that of the device', async () => {
  const received = async (whom: object, values: object = {}): Promise<unknown> => {
    const made = await manager.post('/api/services', { type: 'rma.received', values, ...whom })
    assert.equal(made.status, 201, made.text)
    const [fact] = (await manager.get(`/api/facts?subject=rma/${made.body.id}`)).body.items
    return fact.data.cover
  }
  assert.equal(await received({ ticket: uncovered }), 'none')
  assert.equal(await received({ contract, asset: 'jia-asset' }), 'equipment')
  assert.equal(await received({ contract, asset: 'jia-asset' }, { cover: 'none' }), 'equipment', 'nobody is asked')
  const [row] = (await manager.get(`/api/services?ticket=${uncovered}&noun=rma`)).body.items
  assert.equal(row.entries[0].said.find(({ field }: { field: string }) => field === 'cover').words, '不在质保内')
})

test('a fault that cannot be removed and affects the work moves the end by sixty days, once, and the trail says so', async () => {
  const { id } = await report()
  const judge = { cause: 'defect', removable: false, affectsWork: true }
  assert.equal((await manager.post(`/api/tickets/${id}/judge`, judge)).status, 200)
  const cover = await coverOf()
  assert.equal(new Date(cover.end).toISOString(), '2028-11-23T16:00:00.000Z')
  assert.match(cover.words.at(-1), /质保顺延/)
  assert.equal((await manager.post(`/api/tickets/${id}/judge`, judge)).status, 200)
  assert.equal((await coverOf()).end, cover.end, 'said again in the same fault it says nothing new')
})

test('whoever closes before the customer has confirmed is refused with what is missing and who may let it pass; nothing is written', async () => {
  const { id } = await report()
  assert.equal((await agent.post(`/api/tickets/${id}/restore`, {})).status, 200)
  const facts = async () => (await agent.get(`/api/facts?subject=ticket/${id}`)).body.items.length
  const before = await facts()
  const refused = await agent.post(`/api/tickets/${id}/close`, { note: '电话无人接听' })
  assert.deepEqual([refused.status, refused.body.code], [422, 'promise.gate'])
  assert.equal(
    refused.body.detail,
    '暂不能登记“关单”：客户确认之后才关单。须先有客户确认，目前尚未发生。客服经理可以说明理由并附依据，放行一次。',
  )
  assert.equal(await facts(), before)
  assert.equal((await agent.post(`/api/tickets/${id}/confirm`, {})).status, 200)
  assert.equal((await agent.post(`/api/tickets/${id}/close`, {})).status, 200)
  const { obligations } = (await agent.get(`/api/tickets/${id}`)).body
  assert.ok(obligations.some((one: any) => one.promise === 'signed-off' && one.state === 'kept'))
})

test('a closing that has happened is recorded all the same, and its gate is broken', async () => {
  const { id } = await report()
  assert.equal((await agent.post(`/api/tickets/${id}/restore`, {})).status, 200)
  server.time.now += 5 * 60_000
  const closed = await agent.post(`/api/tickets/${id}/close`, { note: '电话无人接听', occurredAt: server.time.now - 2 * 60_000 })
  assert.equal(closed.status, 200, closed.text)
  const shown = await agent.get(`/api/tickets/${id}`)
  assert.equal(shown.status, 200, shown.text)
  const { obligations } = shown.body
  assert.ok(obligations.some((one: any) => one.promise === 'signed-off' && one.state === 'broken'))
})

test('what the rule did reaches the inbox of the service manager, in words', async () => {
  const worker = await openBackground({ services: server.services })
  try {
    const until = Date.now() + 15_000
    for (;;) {
      const { items } = (await manager.get('/api/inbox')).body
      const told = items.find((one: any) => one.kind === 'extend')
      if (told) {
        assert.match(told.words, /^GD-2026-\d+：按“质保顺延”，.*设备质保.*60 天/)
        break
      }
      assert.ok(Date.now() < until, 'nothing came')
      await new Promise((done) => setTimeout(done, 200))
    }
  } finally {
    await worker.stop()
  }
})

test('an acceptance that is declared void takes the start with it; entered anew, every date follows', async () => {
  const { milestones } = (await manager.get(`/api/contracts/${contract}`)).body
  const accepted = milestones.find((one: any) => one.milestone === 'accepted')
  assert.equal((await manager.post(`/api/facts/${accepted.fact}/void`, { reason: '日期登错' })).status, 200)
  assert.equal((await coverOf()).standing, 'waiting')
  await pass(5)
  await reach('accepted')
  assert.deepEqual((await coverOf()).words, [
    '设备质保至 2028-09-29，因为：',
    '2026-09-29，项目验收：自 2026-09-29 起算 24 个月，至 2028-09-29。',
  ])
})

test('all of it derives again from the facts to the same', async () => {
  const { differences } = await auditTenant(server.services, 'east')
  assert.deepEqual(differences, [])
})

test('under a later version a device goes on under the one that it began with, and all of it derives again to the same', async () => {
  const ahead = `promises:
  spare-first:
    title: 备件先行
    cover: {per: asset, starts: contract.accepted, term: 6mo}
    text: 前六个月备件先行。
    source: [T-4]
`
  const later = PLAN.replace('version: 1', 'version: 2')
    .replace('promises:\n', ahead)
    .replace('none: none', 'spare-first: none, none: none')
  const replaced = await manager.post('/api/plans', { yaml: later })
  assert.equal(replaced.status, 201, replaced.text)
  const { version } = (await manager.get(`/api/contracts/${contract}`)).body
  const amended = await manager.post(`/api/contracts/${contract}/amend`, { version, plan: 'shebei-2nian@2', reason: '换新版' })
  assert.equal(amended.status, 200, amended.text)
  const before = (await coverOf()).end
  const { id } = await report()
  const judged = await manager.post(`/api/tickets/${id}/judge`, { cause: 'wear', removable: false, affectsWork: true })
  assert.equal(judged.status, 200, judged.text)
  assert.notEqual((await coverOf()).end, before)
  const audit = await auditTenant(server.services, 'east')
  assert.deepEqual(audit.differences, [])
})

test('what the contract has as a whole covers a fault whose device has no cover of its own, and a fault without a device', async () => {
  const yaml = PLAN.replace('plan: shebei-2nian', 'plan: whole-support')
    .replace(
      '  covered-reply:\n',
      `  support:
    title: 免费支持期
    cover: {per: contract, starts: contract.signed, term: 6mo}
    text: 签约起六个月免费支持。
    source: [T-4]
  covered-reply:
`,
    )
    .replace('equipment: 1d, none: none}', 'equipment: 1d, support: 2d, none: none}')
  const plan = await manager.post('/api/plans', { yaml })
  assert.equal(plan.status, 201, plan.text)
  const asset = await manager.post('/api/assets', { name: '新设备', customer: 'jia', site: 'jia-site', serial: 'W-1' })
  assert.equal(asset.status, 201, asset.text)
  const made = await manager.post('/api/contracts', { ...SIGN, number: 'HT-W', plan: 'whole-support@1', assets: [asset.body.id] })
  assert.equal(made.status, 201, made.text)
  const told = async (device: string | undefined) => {
    const body = { channel: 'phone', title: '停机', description: '面板报高压', customer: 'jia', contract: made.body.id }
    const answer = await agent.post('/api/tickets', device === undefined ? body : { ...body, asset: device })
    assert.equal(answer.status, 201, answer.text)
    return (await agent.get(`/api/facts?subject=ticket/${answer.body.id}`)).body.items[0].data.cover
  }
  assert.deepEqual([await told(asset.body.id), await told(undefined)], ['support', 'support'])
  await pass(200)
  assert.equal(await told(asset.body.id), 'none')
})
