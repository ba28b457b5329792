import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { plantContracts } from './contract.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'

const MIN = 60_000

const server = await startTestServer()
await plantTenant(server, 'east', { demo: true })
await plantContracts(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const customer = await logInAs(server, 'customer-administrator@east')

let offset = 0
const now = () => server.time.now + offset
async function travel(ms: number): Promise<void> {
  assert.equal((await manager.post('/api/clock/advance', { ms })).status, 200)
  offset += ms
}

type Clock = { promise: string; state: string; dueAt: number; openedAt: number; title: string; words: string[] }
type Tie = { kind: string; ticket: { id: string; number: string; state: string }; reason?: string }
type Line = { type: string; words: string; texts: Record<string, string>; from?: { id: string; number: string } }
type Detail = { ticket: { id: string; number: string; state: string; title: string }; obligations: Clock[]; ties: Tie[]; timeline: Line[] }
type Made = { id: string; number: string; clocks: Clock[]; facts: string[] }

const REPORT = { channel: 'phone', title: '3 号冷水机组高压停机', description: '面板报高压', customer: 'jia', asset: 'jia-asset' }
async function report(more: object = {}, by: Person = agent): Promise<Made> {
  const answer = await by.post('/api/tickets', { ...REPORT, ...more })
  assert.equal(answer.status, 201, answer.text)
  return answer.body as Made
}
const command = (id: string, name: string, body: object = {}, by: Person = manager) => by.post(`/api/tickets/${id}/${name}`, body)
const page = async (id: string, by: Person = manager): Promise<Detail> => (await by.get(`/api/tickets/${id}`)).body as Detail
const due = (detail: Detail, promise: string) => detail.obligations.find((one) => one.promise === promise)?.dueAt ?? 0
const differences = async () => (await auditTenant(server.services, 'east')).differences

test('a merged ticket ends with reason and link; the one that lives on owes from the earliest report, and an audit agrees', async () => {
  const first = await report({ title: '机组停了，来电报修' })
  const firstReplyDue = due(await page(first.id), 'reply')
  await travel(10 * MIN)
  const second = await report()
  await command(first.id, 'reply', { channel: 'phone', summary: '已告知先断电' })
  const merged = await command(first.id, 'merge', { into: second.id, reason: '同一台机组报了两次' })
  assert.equal(merged.status, 200, merged.text)
  const gone = await page(first.id)
  assert.equal(gone.ticket.state, 'merged')
  assert.deepEqual(
    gone.ties.map(({ kind, ticket, reason }) => [kind, ticket.id, ticket.number, reason]),
    [['merged-into', second.id, second.number, '同一台机组报了两次']],
  )
  assert.equal(gone.obligations.find((one) => one.promise === 'arrive')?.state, 'cancelled')
  const lives = await page(second.id)
  assert.equal(due(lives, 'reply'), firstReplyDue)
  assert.equal(due(lives, 'arrive'), due(gone, 'arrive'))
  assert.ok(
    lives.obligations[0]?.words.some((line) => /最早报于/.test(line)),
    JSON.stringify(lives.obligations[0]?.words),
  )
  assert.deepEqual(
    lives.ties.map(({ kind, ticket }) => [kind, ticket.id]),
    [['merged-here', first.id]],
  )
  const said = lives.timeline.find((one) => one.texts.summary === '已告知先断电')
  assert.deepEqual(said?.from, { id: first.id, number: first.number })
  assert.ok(lives.timeline.some((one) => one.words === `${first.number} 并入本单`))
  assert.ok(gone.timeline.some((one) => one.words === `并入 ${second.number}`))
  // The lists sort by the clock as it stands now.
  const { items } = (await manager.get('/api/tickets?view=open&sort=due')).body as { items: { id: string; nearest: Clock }[] }
  assert.equal(items.find(({ id }) => id === second.id)?.nearest.dueAt, firstReplyDue)
  assert.deepEqual(await differences(), [])
})

test('a chain of mergers carries the earliest report to the last; void, the last has its own beginning back', async () => {
  const first = await report()
  const start = now()
  await travel(5 * MIN)
  const second = await report()
  await travel(5 * MIN)
  const third = await report()
  await command(first.id, 'merge', { into: second.id, reason: '重复' })
  const answer = await command(second.id, 'merge', { into: third.id, reason: '重复' })
  assert.equal(due(await page(third.id), 'reply'), start + 30 * MIN)
  const [fact] = (answer.body as Made).facts
  assert.equal((await manager.post(`/api/facts/${fact}/void`, { reason: '并错了' })).status, 200)
  assert.equal(due(await page(third.id), 'reply'), start + 40 * MIN)
  assert.notEqual((await page(second.id)).ticket.state, 'merged')
  assert.deepEqual((await page(third.id)).ties, [])
  assert.deepEqual(await differences(), [])
})

test('a merger asks for a reason and for an open ticket of the same customer', async () => {
  const one = await report()
  const other = await report({ customer: 'yi', asset: 'yi-asset' })
  const without = await command(one.id, 'merge', { into: other.id })
  assert.equal(without.status, 400)
  assert.ok(JSON.stringify(without.body).includes('reason'), without.text)
  const elsewhere = await command(one.id, 'merge', { into: other.id, reason: '重复' })
  assert.equal(elsewhere.status, 400)
  assert.match(elsewhere.text, /另一位客户/)
  assert.equal((await command(one.id, 'merge', { into: 'nobody', reason: '重复' })).status, 400)
  assert.equal((await page(one.id)).ticket.state, 'reported')
})

test('a report under no contract may be merged into one that has: that one’s own plan hears it', async () => {
  const answer = await manager.post('/api/customers', { name: '临江制药' })
  assert.equal(answer.status, 201, answer.text)
  const id = (answer.body as { id: string }).id
  const one = await report({ customer: id, asset: undefined, title: '空压机漏油' })
  const two = await report({ customer: id, asset: undefined, title: '空压机还在漏油' })
  assert.equal((await command(one.id, 'merge', { into: two.id, reason: '重复' })).status, 200)
  assert.equal((await page(two.id)).ties[0]?.kind, 'merged-here')
  assert.deepEqual(await differences(), [])
})

test('two tickets are linked from either side, seen from both, hidden from the customer, and unlinked', async () => {
  const one = await report()
  const other = await report({ customer: 'yi', asset: 'yi-asset', title: '同批次压缩机停机' })
  assert.equal((await command(one.id, 'relate', { to: other.id }, agent)).status, 200)
  const again = await command(other.id, 'relate', { to: one.id }, agent)
  assert.equal(again.status, 400)
  assert.match(again.text, /已经关联/)
  assert.deepEqual(
    [(await page(one.id)).ties[0]?.ticket.id, (await page(other.id)).ties[0]?.ticket.id],
    [other.id, one.id],
    'across customers',
  )
  const seen = await customer.get(`/api/tickets/${one.id}`)
  assert.ok(!seen.text.includes(other.id) && !seen.text.includes(other.number), 'another customer’s ticket')
  const facts = await customer.get(`/api/facts?subject=ticket/${one.id}`)
  assert.ok(!facts.text.includes(other.id), facts.text)
  assert.equal((await command(other.id, 'unrelate', { to: one.id }, agent)).status, 200)
  assert.deepEqual((await page(one.id)).ties, [])
  assert.equal((await command(other.id, 'unrelate', { to: one.id }, agent)).status, 400)
  assert.deepEqual(await differences(), [])
})

test('what is split off owes from the original report, and either says so', async () => {
  const origin = await report()
  const start = now()
  await travel(20 * MIN)
  const preview = await agent.post('/api/tickets/preview', { ...REPORT, splitFrom: origin.id })
  assert.equal((preview.body as { clocks: Clock[] }).clocks.find((one) => one.promise === 'reply')?.dueAt, start + 30 * MIN)
  const off = await report({ title: '2 号水泵异响', splitFrom: origin.id })
  assert.equal(due(await page(off.id), 'reply'), start + 30 * MIN)
  assert.equal(due(await page(off.id), 'arrive'), start + 24 * 60 * MIN)
  assert.deepEqual([(await page(off.id)).ties[0]?.kind, (await page(origin.id)).ties[0]?.kind], ['split-from', 'split-off'])
  assert.ok((await page(off.id)).timeline.some((one) => one.words === `从 ${origin.number} 拆出`))
  const missing = await agent.post('/api/tickets', { ...REPORT, splitFrom: 'nobody' })
  assert.equal(missing.status, 400)
  assert.ok(missing.text.includes('splitFrom'))
  assert.deepEqual(await differences(), [])
})

type Alike = { duplicates: { id: string; because: string }[]; cases: { id: string; because: string; solution?: string }[] }
const alike = async (query: string, by: Person = agent) => (await by.get(`/api/tickets/alike?${query}`)).body as Alike

test('while one types, open tickets of the same device or words are proposed, and closed ones with how they were put right', async () => {
  const solved = await report({ title: '高压报警，制冷停机' })
  await command(solved.id, 'restore', { summary: '清洗冷凝器，高压恢复正常' })
  await command(solved.id, 'confirm')
  await command(solved.id, 'close')
  const open = await report({ title: '机组高压报警停机' })
  const found = await alike(`customer=jia&asset=jia-asset&words=${encodeURIComponent('机组高压报警停机')}`)
  assert.ok(
    found.duplicates.some(({ id, because }) => id === open.id && because === 'device-words'),
    JSON.stringify(found.duplicates),
  )
  assert.deepEqual(
    found.cases.filter(({ id }) => id === solved.id).map(({ because, solution }) => [because, solution]),
    [['device-words', '清洗冷凝器，高压恢复正常']],
  )
  const itself = await alike(`customer=jia&asset=jia-asset&words=${encodeURIComponent('机组高压报警停机')}&ticket=${open.id}`)
  assert.ok(!itself.duplicates.some(({ id }) => id === open.id))
  const elsewhere = await alike(`customer=yi&asset=yi-asset&words=${encodeURIComponent('机组高压报警停机')}`)
  assert.ok(!elsewhere.duplicates.some(({ id }) => id === open.id), 'another customer’s')
  assert.ok(elsewhere.cases.some(({ id, because }) => id === solved.id && because === 'model-words'))
})

test('a customer’s person is shown cases of their own alone, and of those what was said to them', async () => {
  const foreign = await report({ customer: 'yi', asset: 'yi-asset', title: '水泵高压报警' })
  await command(foreign.id, 'restore', { summary: '换了压力开关' })
  await command(foreign.id, 'close', { note: '客户电话确认' })
  const seen = await alike(`customer=jia&asset=jia-asset&words=${encodeURIComponent('水泵高压报警')}`, customer)
  assert.ok(!seen.cases.some(({ id }) => id === foreign.id))
  assert.deepEqual((await alike('customer=yi', customer)).duplicates, [])
  const bad = await agent.get('/api/tickets/alike?customer=%20')
  assert.equal(bad.status, 400)
})
