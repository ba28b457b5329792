import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { openWaker } from '../jobs/waker.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
let manager = await logInAs(server, 'service-manager@east')

const bundled = (name: string): string => readFileSync(join(import.meta.dirname, `../../../plans/${name}.yaml`), 'utf8')
const small = (plan: string, promises: string): string =>
  `plan: ${plan}\ntitle: ${plan}\nversion: 1\ntimezone: Asia/Shanghai\ncalendars:\n  always: {hours: 24x7}\nforms:\n  half-month: {name: 半月维保单, fields: [{id: found, name: 情况, type: text}]}\npromises:\n${promises}`

const CARE = `  equipment: {title: 质保, cover: {per: asset, starts: asset.accepted, term: 36mo}, text: 质保, source: [T-1]}
  care: {title: 半月维保, recurring: {per: asset, starts: asset.accepted, every: 2w, task: visit, checklist: half-month}, text: 半月维保, source: [T-2]}
  twice: {title: 换新机, rule: {per: asset, on: work.failed, times: 2, then: [{entitle: new-device}]}, text: 两次修不好换新, source: [T-3]}
`
for (const yaml of [
  bundled('fengji'),
  bundled('zhineng'),
  bundled('shebei-2nian'),
  small('care-a', CARE),
  small('care-b', CARE.replace('36mo', '48mo').replace('every: 2w', 'every: 1mo')),
  small(
    'twice-a-year',
    '  half-year: {recurring: {starts: contract.signed, on: {months: [6, 12], days: 11-20}, task: visit}, text: 半年巡检, source: [T-6]}\n',
  ),
  small(
    'bare',
    '  reply: {deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 1h, calendar: always}, text: 答复, source: [T-4]}\n',
  ),
  small(
    'stock',
    '  spares: {level: {per: model, measure: stock.on-hand / count asset.accepted, over: now, at-least: 50%}, text: 备件, source: [T-5]}\n',
  ),
]) {
  const added = await manager.post('/api/plans', { yaml })
  assert.equal(added.status, 201, added.text)
}

let serial = 0
async function device(): Promise<string> {
  const body = { customer: 'jia', site: 'jia-site', name: `主机 ${++serial}`, model: 'LSB-900', serial: `S-${serial}` }
  return (await manager.post('/api/assets', body)).body.id
}

type Covering = { readonly assets?: readonly string[]; readonly sites?: readonly string[] }

async function sign(plan: string, covering: Covering): Promise<string> {
  const body = { number: `HT-${++serial}`, title: plan, customer: 'jia', plan: `${plan}@1`, ...covering }
  const signed = await manager.post('/api/contracts', body)
  assert.equal(signed.status, 201, signed.text)
  return signed.body.id
}

async function step(contract: string, what: string, body: object): Promise<void> {
  const { version } = (await manager.get(`/api/contracts/${contract}`)).body
  const answer = await manager.post(`/api/contracts/${contract}/${what}`, { version, ...body })
  assert.equal(answer.status, 200, answer.text)
}
const reach = (contract: string, milestone: string) => step(contract, 'reach', { milestone, evidence: '报告 9' })
const end = (contract: string) => step(contract, 'end', { reason: '到期不续' })

async function record(body: { readonly type: string; readonly [key: string]: unknown }): Promise<any> {
  const answer = await manager.post('/api/services', { values: {}, ...body })
  assert.equal(answer.status, 201, answer.text)
  return answer.body
}
const accept = (asset: string, contract?: string) => record({ type: 'asset.accepted', asset, contract })

async function owed(contract: string, promise: string, state = 'open'): Promise<any[]> {
  return (await manager.get(`/api/obligations?contract=${contract}&promise=${promise}&state=${state}`)).body.items
}
const clause = async (contract: string, promise: string) =>
  (await manager.get(`/api/contracts/${contract}/board`)).body.clauses.find((one: any) => one.promise === promise)
const differences = async () => (await auditTenant(server.services, 'east')).differences

async function wait(days: number): Promise<void> {
  server.time.now += days * 86_400_000
  const waker = openWaker({ services: server.services })
  await waker.wakeDue()
  await waker.stop()
  manager = await logInAs(server, 'service-manager@east')
}

test('a device that two bundled plans promise something has a record under each, and each is derived again to the same', async () => {
  const asset = await device()
  for (const plan of ['fengji', 'zhineng']) await reach(await sign(plan, { assets: [asset], sites: ['jia-site'] }), 'accepted')
  assert.deepEqual(await differences(), [])
})

test('a contract that follows an ended one owes its own visits for the device, and the ended one none', async () => {
  const asset = await device()
  const first = await sign('care-a', { assets: [asset] })
  await accept(asset, first)
  await wait(1)
  assert.ok((await owed(first, 'care')).length > 0)
  await end(first)
  const second = await sign('care-b', { assets: [asset] })
  await accept(asset, second)
  await wait(20)
  assert.deepEqual([(await owed(first, 'care')).length, (await owed(second, 'care')).length > 0], [0, true])
  assert.equal((await clause(second, 'care')).counts.open, (await owed(second, 'care')).length)
  assert.equal((await clause(first, 'care')).counts.open, 0)
  const { occurrences } = (await manager.get(`/api/contracts/${second}/tasks`)).body
  assert.deepEqual(
    occurrences.slice(0, 1).map((one: any) => [one.promise, one.asset?.id]),
    [['care', asset]],
  )
  const visit = await record({ type: 'visit.done', contract: second, asset, values: { checklists: ['half-month'] } })
  assert.ok(visit.id)
  assert.equal((await owed(second, 'care', 'kept')).length, 1)
  assert.equal((await owed(first, 'care', 'kept')).length, 0, 'what is done under one contract is not done under the other')
  assert.deepEqual(await differences(), [])
})

test('each contract shows the right that it gives the device itself, on its own page and on that of the device', async () => {
  const asset = await device()
  const contracts = [await sign('care-a', { assets: [asset] }), await sign('care-b', { assets: [asset] })]
  for (const contract of contracts) await accept(asset, contract)
  const words = async (path: string, of: (body: any) => any[]) => of((await manager.get(path)).body).map(({ words: [line] }: any) => line)
  const years = []
  for (const contract of contracts) {
    const [own] = await words(`/api/contracts/${contract}/covers`, ({ items }) => items.find((one: any) => one.asset?.id === asset).covers)
    const [shown] = await words(
      `/api/assets/${asset}/covers`,
      (body) => body.contracts.find((one: any) => one.contract.id === contract).covers,
    )
    assert.equal(own, shown)
    years.push(/至 (\d{4})/.exec(own)?.[1])
  }
  assert.deepEqual(years, ['2029', '2030'])
  assert.deepEqual(await differences(), [])
})

test('a renewed contract owes the quarterly visits of its places on its own board; the ended one owes nothing any more', async () => {
  const asset = await device()
  const covering = { sites: ['jia-site'], assets: [asset] }
  const first = await sign('shebei-2nian', covering)
  for (const milestone of ['accepted', 'commissioned']) await reach(first, milestone)
  await wait(80)
  assert.ok((await owed(first, 'quarterly-visit')).length > 0)
  await end(first)
  for (const promise of ['quarterly-visit', 'quarterly-statistics', 'monthly-callback'])
    assert.deepEqual(await owed(first, promise), [], `${promise} of an ended contract`)
  const second = await sign('shebei-2nian', covering)
  for (const milestone of ['accepted', 'commissioned']) await reach(second, milestone)
  await wait(80)
  const visits = await owed(second, 'quarterly-visit')
  assert.ok(visits.length > 0)
  assert.equal((await clause(second, 'quarterly-visit')).counts.open, visits.length)
  assert.deepEqual(await owed(first, 'quarterly-visit'), [])
  const task = (await manager.get(`/api/contracts/${second}/tasks`)).body.occurrences.filter(
    (one: any) => one.promise === 'quarterly-visit',
  )
  assert.deepEqual([task.length, task[0].site.id], [visits.length, 'jia-site'])
  assert.deepEqual(await differences(), [])
})

test('a visit of a further contract is waived like any other, and the first one stays owed', async () => {
  const asset = await device()
  const contracts = [await sign('care-a', { assets: [asset] }), await sign('care-b', { assets: [asset] })]
  for (const contract of contracts) await accept(asset, contract)
  await wait(1)
  const [[kept], [waived]] = [await owed(contracts[0]!, 'care'), await owed(contracts[1]!, 'care')]
  const explained = await manager.get(`/api/obligations/${waived.id}`)
  assert.equal(explained.status, 200, explained.text)
  const answer = await manager.post(`/api/obligations/${waived.id}/waive`, { reason: '客户书面同意', evidence: '函 1' })
  assert.equal(answer.status, 200, answer.text)
  const [{ release }] = await owed(contracts[1]!, 'care')
  const chief = await logInAs(server, 'senior-management@east')
  const approved = await chief.post(`/api/releases/${release.id}/approve`, { note: '同意' })
  assert.equal(approved.status, 200, approved.text)
  assert.equal((await manager.get(`/api/obligations/${waived.id}`)).body.state, 'excused')
  assert.equal((await manager.get(`/api/obligations/${kept.id}`)).body.state, 'open')
  const disputed = await manager.post(`/api/obligations/${waived.id}/dispute`, { reason: '不同意', evidence: '函 2' })
  assert.ok(disputed.status < 300, disputed.text)
  const { items } = (await manager.get(`/api/obligations?subject=asset/${asset}&promise=care`)).body
  assert.equal(new Set(items.map((one: any) => one.contract.id)).size, 2, 'the device lists what it is owed under both')
  assert.deepEqual(await differences(), [])
})

test('faults under a contract are counted under that contract, whatever others promise the device', async () => {
  const asset = await device()
  const contracts = [await sign('care-a', { assets: [asset] }), await sign('bare', { assets: [asset] })]
  const rights = async () =>
    (await manager.get(`/api/consequences?asset=${asset}`)).body.items.filter((one: any) => one.kind === 'entitle').length
  for (const [contract, expected] of [
    [contracts[1], 0],
    [contracts[0], 1],
  ] as const) {
    const report = { channel: 'phone', title: '停机', customer: 'jia', asset, contract }
    const ticket = (await manager.post('/api/tickets', report)).body.id
    for (let tries = 0; tries < 2; tries++) await record({ type: 'work.failed', ticket })
    assert.equal(await rights(), expected)
  }
  assert.deepEqual(await differences(), [])
})

test('of a model each contract counts its own devices', async () => {
  const assets = [await device(), await device(), await device()]
  const contracts = [await sign('stock', { assets: assets.slice(0, 1) }), await sign('stock', { assets: assets.slice(1) })]
  for (const contract of contracts) {
    await reach(contract, 'accepted')
    await record({ type: 'stock.changed', contract, values: { place: 'local', model: 'LSB-900', quantity: 1 } })
  }
  await wait(1)
  const states = await Promise.all(contracts.map(async (one) => (await clause(one, 'spares')).level.readings.at(-1)?.value))
  assert.deepEqual(states, [1, 0.5])
  assert.deepEqual(await differences(), [])
})

test('what was known of a device before its contract is heard when that begins, and nothing of before is owed', async () => {
  const asset = await device()
  const ticket = (await manager.post('/api/tickets', { channel: 'phone', title: '停机', customer: 'jia', asset })).body.id
  const fail = () => record({ type: 'work.failed', ticket })
  await fail()
  await fail()
  await wait(1)
  const contract = await sign('care-a', { assets: [asset] })
  await accept(asset, contract)
  await wait(1)
  const rights = async () => (await manager.get(`/api/consequences?asset=${asset}`)).body.items.length
  assert.equal(await rights(), 0)
  assert.deepEqual(await differences(), [])
  await fail()
  assert.equal(await rights(), 1, 'a fault that was reported under no contract is told to the device under each')
  assert.deepEqual(await differences(), [])
})

test('the board shows the next date of what recurs before its occurrence appears', async () => {
  const contract = await sign('twice-a-year', { assets: [await device()] })
  await wait(1)
  const { nextDueAt, counts } = await clause(contract, 'half-year')
  assert.equal(counts.open, 0)
  const day = new Date(nextDueAt - 1).toISOString().slice(5, 10)
  assert.ok(['06-20', '12-20'].includes(day), day)
  assert.ok(nextDueAt > server.time.now)
})
