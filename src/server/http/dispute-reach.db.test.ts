import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { logInAs, must, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const logIn = async () => ({
  manager: await logInAs(server, 'service-manager@east'),
  chief: await logInAs(server, 'senior-management@east'),
  agent: await logInAs(server, 'hotline-agent@east'),
  customer: await logInAs(server, 'customer-administrator@east'),
})
let { manager, chief, agent, customer } = await logIn()
const DAY = 86_400_000

async function pass(days: number): Promise<void> {
  server.time.now += days * DAY
  ;({ manager, chief, agent, customer } = await logIn())
}

const PLAN = `plan: care
title: 定期服务
version: 1
timezone: Asia/Shanghai
calendars: {always: {hours: 24x7}}
reasons:
  human-damage: {name: 人为损坏, evidence: required}
promises:
  calls:
    title: 电话回访
    text: 每两周电话回访一次。
    source: [T-1]
    recurring: {starts: contract.accepted, every: 2w, task: call}
  equipment:
    title: 设备质保
    text: 验收起质保两年，人为损坏除外。
    source: [T-2]
    cover: {per: asset, starts: contract.accepted, term: 24mo, excludes: [human-damage], gives: [free-repair]}
`

await must(manager.post('/api/plans', { yaml: PLAN }))
const SIGN = {
  number: 'HT-1',
  title: '定期服务',
  customer: 'jia',
  plan: 'care@1',
  sites: ['jia-site'],
  assets: ['jia-asset'],
  terms: [{ key: 'dispute-within', value: '5d', source: '附件三' }],
}
const { id: contract } = await must(manager.post('/api/contracts', SIGN))
const standing = async (who = customer) => must(who.get(`/api/contracts/${contract}`))
const coverNow = async (who = customer) => (await must(who.get(`/api/contracts/${contract}/covers`))).items[0].covers[0]
const services = async () => (await must(manager.get(`/api/services?contract=${contract}`))).items
const OBJECT = { reason: '与事实不符', evidence: '现场照片' }
const object = (who: typeof manager, fact: string) => who.post(`/api/facts/${fact}/dispute`, OBJECT)

await must(manager.post(`/api/contracts/${contract}/reach`, { version: 1, milestone: 'accepted', evidence: '验收单' }))

test('a milestone that somebody objects to carries the mark for both sides, until it is taken back', async () => {
  const [accepted] = (await standing()).milestones
  const { id } = await must(object(customer, accepted.fact))
  for (const who of [customer, manager]) assert.deepEqual((await standing(who)).milestones[0].dispute, { id, state: 'open' })
  const { items } = await must(customer.get(`/api/facts?subject=contract/${contract}`))
  assert.deepEqual(items.find((fact: any) => fact.id === accepted.fact).dispute, { id, state: 'open' })
  await must(manager.post(`/api/disputes/${id}/answer`, { answer: '验收单有贵方签字' }))
  assert.equal((await standing()).milestones[0].dispute.state, 'answered')
  await must(customer.post(`/api/disputes/${id}/withdraw`))
  assert.equal((await standing()).milestones[0].dispute, undefined)
})

test('a service record is objected to within the term of its contract, and upheld it is void in the record of both', async () => {
  const { fact } = await must(agent.post('/api/services', { type: 'training.held', contract, values: { kind: 'onsite' } }))
  const { id } = await must(object(customer, fact))
  const [row] = await services()
  assert.deepEqual([row.entries[0].fact, row.entries[0].dispute], [fact, { id, state: 'open' }])
  const shown = await must(customer.get(`/api/disputes/${id}`))
  assert.deepEqual([shown.words, shown.contract.number, shown.raised.evidence], ['培训', 'HT-1', OBJECT.evidence])
  await must(chief.post(`/api/disputes/${id}/settle`, { outcome: 'upheld', reason: '当天没有到人', remedy: { kind: 'void', of: fact } }))
  const [after] = await services()
  assert.deepEqual([after.entries[0].voided, after.entries[0].dispute], [true, undefined])
  const again = await must(agent.post('/api/services', { type: 'training.held', contract, values: { kind: 'remote' } }))
  await pass(6)
  const late = await object(customer, again.fact)
  assert.deepEqual([late.status, late.body.code], [422, 'dispute.late'])
  assert.match(late.body.detail, /5 天内/)
})

test('what took something out of a cover is an entry that may be objected to, and upheld the cover is whole again', async () => {
  const before = await coverNow()
  assert.deepEqual([before.standing, before.exclusions], ['in-force', []])
  const excluded = { type: 'cover.excluded', contract, asset: 'jia-asset', values: { reason: 'human-damage', evidence: '照片三张' } }
  const { fact } = await must(agent.post('/api/services', excluded))
  const after = await coverNow()
  assert.equal(after.standing, 'ended')
  assert.deepEqual(
    after.exclusions.map((one: any) => [one.fact, after.words[one.step].includes('人为损坏'), one.dispute]),
    [[fact, true, undefined]],
  )
  const { id } = await must(object(customer, fact))
  assert.deepEqual((await coverNow()).exclusions[0].dispute, { id, state: 'open' })
  const shown = await must(manager.get(`/api/disputes/${id}`))
  assert.deepEqual([shown.what, shown.words], ['exclusion', '不在质保内'])
  await must(manager.post(`/api/disputes/${id}/settle`, { outcome: 'upheld', reason: '系正常磨损', remedy: { kind: 'void', of: fact } }))
  assert.deepEqual(await coverNow(), before)
})

/** The disk is full, or the machine goes down, just as the dispute is to be settled. */
async function failingToSettle(work: () => Promise<void>): Promise<void> {
  const sql = (text: string) => server.owner.raw.query(text)
  await sql("CREATE FUNCTION no_settling() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$")
  await sql('CREATE TRIGGER no_settling BEFORE UPDATE ON dispute FOR EACH ROW EXECUTE FUNCTION no_settling()')
  try {
    await work()
  } finally {
    await sql('DROP FUNCTION no_settling CASCADE')
  }
}

test('a decision and what puts it right stand together: a failure between leaves neither, and the same request is done whole later', async () => {
  const { fact } = await must(agent.post('/api/services', { type: 'training.held', contract, values: { kind: 'onsite' } }))
  const { version } = await standing(manager)
  const reached = await must(manager.post(`/api/contracts/${contract}/reach`, { version, milestone: 'shipped', evidence: '运单 1' }))
  for (const entered of [fact, reached.facts[0]]) {
    const { id } = await must(object(customer, entered))
    const entry = async () => {
      const { items } = await must(manager.get(`/api/facts?subject=contract/${contract}&limit=200`))
      return { facts: items.length, ...items.find((one: any) => one.id === entered) }
    }
    const before = await entry()
    const body = { outcome: 'upheld', reason: '记错了', remedy: { kind: 'void', of: entered } }
    const key = { 'idempotency-key': `settle-${entered}` }
    await failingToSettle(async () => {
      assert.equal((await chief.post(`/api/disputes/${id}/settle`, body, key)).status, 500)
    })
    assert.deepEqual(await entry(), before)
    const settled = await must(chief.post(`/api/disputes/${id}/settle`, body, key))
    assert.deepEqual(await must(chief.post(`/api/disputes/${id}/settle`, body, key)), settled)
    const after = await entry()
    assert.deepEqual([after.facts, after.voided !== undefined, after.dispute], [before.facts + 2, true, undefined])
    const { state, remedy, may } = await must(customer.get(`/api/disputes/${id}`))
    assert.deepEqual([state, remedy, may], ['upheld', 'void', []])
    const twice = await manager.post(`/api/disputes/${id}/settle`, body)
    assert.deepEqual([twice.status, twice.body.code], [422, 'dispute.settled'])
  }
})

test('all of it derives again from the facts to the same', async () => {
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
