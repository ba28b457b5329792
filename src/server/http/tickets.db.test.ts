import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { openBackground } from '../jobs/worker.ts'
import { plantContracts } from './contract.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'

const MIN = 60_000
const HOUR = 60 * MIN

const server = await startTestServer()
await plantTenant(server, 'east', { demo: true })
await plantContracts(server, 'east')
const { time } = server
const agent = await logInAs(server, 'hotline-agent@east')
const manager = await logInAs(server, 'service-manager@east')
const engineer = await logInAs(server, 'engineer@east')

let offset = 0
/** The tenant's clock, as everything but sessions goes by it. */
const now = () => time.now + offset
async function travel(ms: number): Promise<void> {
  assert.equal((await manager.post('/api/clock/advance', { ms })).status, 200)
  offset += ms
}

type Clock = { promise: string; state: string; dueAt: number; keptAt?: number; brokenAt?: number }
const REPORT = {
  channel: 'phone',
  title: '3 号冷水机组停机',
  description: '面板报高压',
  customer: 'jia',
  asset: 'jia-asset',
  contact: { name: '郑工', phone: '13912346027' },
}

async function report(more: object = {}, by: Person = agent) {
  const answer = await by.post('/api/tickets', { ...REPORT, ...more })
  assert.equal(answer.status, 201, answer.text)
  return answer.body as { id: string; number: string; state: string; version: number; clocks: Clock[]; facts: string[] }
}
const command = (id: string, name: string, body: object = {}, by: Person = agent) => by.post(`/api/tickets/${id}/${name}`, body)
const page = async (id: string, by: Person = agent) => (await by.get(`/api/tickets/${id}`)).body
const clock = (clocks: Clock[], promise: string) => clocks.find((one) => one.promise === promise)

test('a report starts two clocks at once, and the page says what waits for what comes', async () => {
  const made = await report()
  assert.match(made.number, /^GD-2026-\d{6}$/)
  assert.deepEqual(
    made.clocks.map((one) => [one.promise, one.dueAt - now()]),
    [
      ['reply', 30 * MIN],
      ['arrive', 24 * HOUR],
    ],
  )
  const body = await page(made.id)
  assert.equal(body.ticket.customer.id, 'jia')
  assert.equal(body.ticket.site.id, 'jia-site', 'the device says where')
  assert.equal(body.ticket.contract.id, 'jia-contract', 'the contract that covers the device')
  assert.deepEqual(body.contact, { name: '郑工', phone: '139****6027' })
  assert.deepEqual(
    body.waiting.map((one: { promise: string; state: string }) => [one.promise, one.state]),
    [['repair', 'waiting']],
  )
  assert.equal(body.timeline[0].texts.description, '面板报高压')
  const why = body.obligations[0]
  assert.equal(why.why.usedMs + why.why.leftMs, why.why.withinMs)
  assert.ok(why.words.length > 2, why.words)
})

test('a preview says the same clocks and writes nothing', async () => {
  const before = (await agent.get('/api/tickets?view=all')).body.items.length
  const { body, status } = await agent.post('/api/tickets/preview', REPORT)
  assert.equal(status, 200)
  assert.deepEqual(
    body.clocks.map((one: { promise: string; dueAt: number }) => [one.promise, one.dueAt - now()]),
    [
      ['reply', 30 * MIN],
      ['arrive', 24 * HOUR],
    ],
  )
  assert.equal((await agent.get('/api/tickets?view=all')).body.items.length, before)
})

test('a reply at 29 minutes keeps with one minute left', async () => {
  const made = await report()
  await travel(29 * MIN)
  const { body } = await command(made.id, 'reply', { channel: 'phone', summary: '已电话联系' })
  const reply = clock(body.clocks, 'reply')
  assert.deepEqual([reply?.state, (reply?.dueAt ?? 0) - (reply?.keptAt ?? 0)], ['kept', MIN])
})

test('a report sent twice with one key is one ticket; the same key for another report is refused', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const first = await agent.post('/api/tickets', REPORT, key)
  const again = await agent.post('/api/tickets', REPORT, key)
  assert.deepEqual(again.body, first.body)
  const other = await agent.post('/api/tickets', { ...REPORT, title: '别的' }, key)
  assert.deepEqual([other.status, other.body.code], [409, 'idempotency.reused'])
})

test('numbers have no gap where a report was refused', async () => {
  const first = await report()
  assert.equal((await agent.post('/api/tickets', { ...REPORT, grade: 'no-such' })).status, 400)
  const second = await report()
  assert.equal(Number(second.number.slice(8)) - Number(first.number.slice(8)), 1)
})

test('what does not belong together is refused by field', async () => {
  const refused = async (more: object) => (await agent.post('/api/tickets', { ...REPORT, ...more })).body
  assert.equal((await refused({ customer: 'none' })).field, 'customer')
  assert.equal((await refused({ customer: 'yi' })).field, 'asset')
  assert.equal((await refused({ contract: 'yi-contract' })).code, 'field.of-other-customer')
  assert.equal((await refused({ site: 'yi-site' })).field, 'site')
  assert.equal((await refused({ assignee: 'x' })).code, 'field.unknown')
  assert.equal((await refused({ values: { shoeSize: 42 } })).field, 'values.shoeSize')
})

test('an arrival that passes is broken at its due instant, escalates once, and arriving late starts the repair', async () => {
  const background = await openBackground({ services: server.services })
  after(() => background.stop())
  const made = await report()
  await command(made.id, 'reply', { channel: 'phone', summary: '已联系' })
  const due = clock(made.clocks, 'arrive')!.dueAt
  await travel(27 * HOUR)
  const until = performance.now() + 15_000
  let inbox
  do {
    await new Promise((done) => setTimeout(done, 100))
    inbox = (await manager.get('/api/inbox')).body.items.filter((one: { ticket?: { id: string } }) => one.ticket?.id === made.id)
  } while (inbox.length === 0 && performance.now() < until)
  assert.equal(inbox.length, 1)
  assert.match(inbox[0].words, /到场/)
  const arrive = clock((await page(made.id)).ticket.clocks, 'arrive')
  assert.deepEqual([arrive?.state, arrive?.brokenAt], ['broken', due])
  const { body: read } = await manager.post(`/api/inbox/${inbox[0].id}/acknowledge`)
  assert.equal(read.acknowledgedAt, now())
  const late = await command(made.id, 'arrive', {}, manager)
  assert.equal(clock(late.body.clocks, 'repair')?.state, 'open')
  assert.equal(
    (await agent.get('/api/tickets?view=overdue')).body.items.some((one: { id: string }) => one.id === made.id),
    false,
    'arrived: late, and no longer overdue',
  )
  await background.stop()
})

test('a reply recorded two hours late turns nothing until a second person approves; then both verdicts stand', async () => {
  const made = await report()
  const reportedAt = now()
  await travel(2 * HOUR)
  const bare = await command(made.id, 'reply', { channel: 'phone', summary: '当时就联系了', occurredAt: reportedAt + 10 * MIN })
  assert.deepEqual([bare.status, bare.body.field], [400, 'lateReason'])
  const late = await command(made.id, 'reply', {
    channel: 'phone',
    summary: '当时就联系了',
    occurredAt: reportedAt + 10 * MIN,
    lateReason: '夜班手机没电',
    lateEvidence: '通话记录截图',
  })
  assert.equal(late.status, 200, late.text)
  assert.equal(clock(late.body.clocks, 'reply')?.state, 'broken')
  const [fact] = late.body.facts
  const mark = (await page(made.id)).timeline.find((one: { id: string }) => one.id === fact)
  assert.equal(mark.backfill.lateMs, 110 * MIN)
  assert.equal(mark.backfill.reason, '夜班手机没电')
  assert.equal((await agent.post(`/api/facts/${fact}/approve`)).status, 422, 'not by oneself')
  assert.equal((await manager.post(`/api/facts/${fact}/approve`, {})).status, 200)
  const approved = await page(made.id)
  assert.equal(clock(approved.ticket.clocks, 'reply')?.state, 'kept')
  const { body } = await agent.get(`/api/obligations/ticket.${made.id}.reply.1`)
  const verdicts = body.beliefs.map((one: { state: string }) => one.state)
  assert.deepEqual(
    verdicts.filter((state: string, index: number) => state !== verdicts[index - 1]),
    ['open', 'broken', 'kept'],
  )
  assert.equal(approved.timeline.find((one: { id: string }) => one.id === fact).backfill.approved.by.id, 'east-service-manager')
})

test('a correction must start from what the fact says, and may be taken from one person by another only knowingly', async () => {
  const made = await report()
  const { body } = await command(made.id, 'grade', { grade: 'general' })
  const fact = body.facts[0]
  const stale = await manager.post(`/api/facts/${fact}/correct`, { field: 'grade', from: 'major', to: 'general', reason: '看错' })
  assert.ok(stale.status >= 400 && stale.status < 500, stale.text)
  const right = await manager.post(`/api/facts/${fact}/correct`, { field: 'grade', from: 'general', to: 'major', reason: '看错' })
  assert.equal(right.status, 200, right.text)
  assert.equal((await page(made.id)).ticket.grade.id, 'major')
})

test('an intention that the rules do not allow is refused with a sentence, the page says it beforehand', async () => {
  const made = await report()
  const close = await command(made.id, 'close')
  assert.equal(close.status, 422)
  assert.match(close.body.detail, /[一-鿿]/)
  const shown = (await page(made.id)).actions.find((one: { command: string }) => one.command === 'close')
  assert.deepEqual([shown.allowed, shown.refusal], [false, close.body.detail])
})

test('what the field reports on a closed ticket is recorded and marked, never refused', async () => {
  const made = await report()
  for (const [name, body] of [
    ['reply', { channel: 'phone', summary: '好' }],
    ['arrive', {}],
    ['finish-visit', {}],
    ['restore', {}],
    ['confirm', {}],
    ['close', {}],
  ] as const)
    assert.equal((await command(made.id, name, body, manager)).status, 200, name)
  const again = await command(made.id, 'arrive', {}, manager)
  assert.equal(again.status, 200)
  assert.equal(again.body.conflicts.length, 1)
  const fact = (await page(made.id)).timeline.findLast((one: { type: string }) => one.type === 'visit.arrived')
  assert.match(fact.conflict, /[一-鿿]/)
})

test('an engineer works on what is assigned to them and on nothing else', async () => {
  const made = await report()
  assert.equal((await command(made.id, 'reply', { channel: 'phone', summary: '我来' }, engineer)).status, 404, 'of no team of theirs')
  assert.equal((await command(made.id, 'assign', { person: 'east-engineer' })).status, 200)
  assert.equal((await command(made.id, 'reply', { channel: 'phone', summary: '我来' }, engineer)).status, 200)
  assert.equal((await command(made.id, 'cancel', { reason: '误报' }, engineer)).status, 403)
  assert.equal((await command(made.id, 'assign', { person: 'nobody' })).body.field, 'person')
})

test('an intention made on an older version is told so, with the version that stands', async () => {
  const made = await report()
  await command(made.id, 'grade', { grade: 'general' })
  const late = await command(made.id, 'cancel', { reason: '误报', expectedVersion: made.version }, manager)
  assert.deepEqual([late.status, late.body.code], [409, 'ticket.stale'])
})

test('a list is in the order of due times, without a gap over its pages, and each view counts what it shows', async () => {
  const dues: (number | null)[] = []
  const ids: string[] = []
  for (let cursor = ''; ;) {
    const { body } = await agent.get(`/api/tickets?view=open&limit=3${cursor}`)
    for (const row of body.items) {
      ids.push(row.id)
      dues.push(row.nearest?.dueAt ?? null)
    }
    if (body.next === undefined) break
    cursor = `&cursor=${body.next}`
  }
  assert.equal(new Set(ids).size, ids.length)
  const { body: views } = await agent.get('/api/tickets/views')
  assert.equal(views.counts.open, ids.length)
  for (const view of ['due-soon', 'overdue', 'unassigned', 'mine', 'paused', 'closed', 'all', 'visit-today']) {
    const { body } = await agent.get(`/api/tickets?view=${view}&limit=200`)
    assert.equal(body.items.length, views.counts[view], view)
  }
  const found = await agent.get(`/api/tickets?view=all&q=${encodeURIComponent('冷水')}`)
  assert.equal(found.body.items.length, views.counts.all)
  for (const sort of ['due', '-due', 'reported', '-reported', 'changed', '-changed'])
    assert.equal((await agent.get(`/api/tickets?sort=${sort}`)).status, 200, sort)
})

test('the promise board counts each clause, names its rate with its count, and opens down to the evidence', async () => {
  const { body: board } = await manager.get('/api/contracts/jia-contract/board?year=2026')
  const reply = board.clauses.find((one: { promise: string }) => one.promise === 'reply')
  assert.ok(reply.counts.kept > 0)
  assert.equal(reply.rate, reply.counts.kept / (reply.counts.kept + reply.counts.broken))
  assert.equal(reply.marks.length, reply.counts.kept + reply.counts.broken + reply.counts.open + reply.counts.paused + reply.counts.excused)
  assert.deepEqual(
    board.later.map((one: { id: string }) => one.id),
    ['loaner'],
  )
  const { body: drill } = await manager.get('/api/contracts/jia-contract/board/reply?year=2026&limit=3')
  assert.equal(drill.instances.length, 3)
  const kept = drill.instances.find((one: { state: string }) => one.state === 'kept')
  assert.ok(!kept || kept.facts.some((fact: { type: string }) => fact.type === 'ticket.replied'))
  assert.equal((await manager.get('/api/contracts/jia-contract/board?year=2025')).body.totals.judged, 0)
})

test('plans are shown as they were signed, in words of three languages', async () => {
  for (const language of ['zh-CN', 'zh-TW', 'en']) {
    const { body } = await manager.ask('GET', '/api/plans/kuaixiu@1', { headers: { 'accept-language': language } })
    assert.ok(body.yaml.includes('plan: kuaixiu') && body.words.length > 3, language)
    assert.equal(body.clauses, 3)
  }
  assert.equal((await manager.get('/api/plans/none@1')).status, 404)
})

test('a pause that runs moves the due time alike wherever one looks: on the ticket, in the list, at the obligation itself', async () => {
  const { id } = await report({ title: '等客户停电' })
  const paused = await command(id, 'pause', { reason: 'customer-deferred', evidence: '改期单', noticeAt: now() })
  assert.equal(paused.status, 200, paused.text)
  const onTicket = async () => (await page(id)).obligations.find((one: any) => one.state === 'paused')
  const before = await onTicket()
  await travel(3 * HOUR)
  const shown = await onTicket()
  assert.equal(shown.dueAt, before.dueAt + 3 * HOUR)
  const single = (await agent.get(`/api/obligations/${shown.id}`)).body
  const listed = (await agent.get(`/api/obligations?state=paused&ticket=${id}`)).body.items[0]
  assert.deepEqual([single.dueAt, single.pausedMs], [shown.dueAt, shown.pausedMs])
  assert.deepEqual([listed.dueAt, listed.pausedMs], [shown.dueAt, shown.pausedMs])
})
