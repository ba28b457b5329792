import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { withTenant } from '../database/pool.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const HOUR = 3_600_000

const manager = await logInAs(server, 'service-manager@east')
const engineer = await logInAs(server, 'engineer@east')
const customer = await logInAs(server, 'customer-administrator@east')

/** A weighbridge: free in its warranty, parts by the list for what people broke, everything by the list afterwards; driving is agreed case by case. */
const PLAN = `plan: scale
title: 汽车衡售后
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
grades: [{id: major, name: 停磅}, {id: general, name: 偏差}]
reasons:
  human-damage: {name: 人为损坏, evidence: required}
promises:
  reply:
    title: 答复
    text: 一小时内答复。
    source: [S-1]
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 1h, calendar: always}
  scale:
    title: 整机质保
    text: 验收后质保两年，人为损坏不在其列。
    source: [S-2]
    cover: {per: asset, starts: asset.accepted, term: 24mo, excludes: [human-damage]}
charges:
  - {when: 'cover == "scale" && cause == "human-damage"', parts: list, labour: free, travel: free, text: 人为损坏收零件费，人工免费。, source: [S-3]}
  - {when: 'cover == "scale"', parts: free, labour: free, travel: free, text: 质保期内不收费。, source: [S-4]}
  - {parts: list, labour: list, travel: quoted, text: 过保按价目表收费，路费另行商定。, source: [S-5]}
`
assert.equal((await manager.post('/api/plans', { yaml: PLAN })).status, 201)
const signed = await manager.post('/api/contracts', {
  number: 'HT-7',
  title: '汽车衡维保',
  customer: 'jia',
  plan: 'scale@1',
  sites: ['jia-site'],
  assets: ['jia-asset'],
})
assert.equal(signed.status, 201, signed.text)
const contract = signed.body.id as string
const accepted = await manager.post('/api/services', { type: 'asset.accepted', contract, asset: 'jia-asset', values: {} })
assert.equal(accepted.status, 201, accepted.text)

async function report(title: string): Promise<string> {
  const answer = await manager.post('/api/tickets', {
    channel: 'phone',
    title,
    description: title,
    customer: 'jia',
    site: 'jia-site',
    asset: 'jia-asset',
    contract,
    type: 'fault',
    grade: 'general',
  })
  assert.equal(answer.status, 201, answer.text)
  return answer.body.id
}

/** Two hours on site, two cells replaced, and the cause judged. */
async function repair(ticket: string, cause = 'wear'): Promise<string> {
  const arrived = await manager.post(`/api/tickets/${ticket}/arrive`, {})
  assert.equal(arrived.status, 200, arrived.text)
  server.time.now += 2 * HOUR
  const done = await manager.post(`/api/tickets/${ticket}/finish-visit`, {})
  assert.equal(done.status, 200, done.text)
  const part = await manager.post('/api/services', { type: 'part.replaced', ticket, values: { part: 'cell', quantity: 2 } })
  assert.equal(part.status, 201, part.text)
  const judged = await manager.post(`/api/tickets/${ticket}/judge`, { cause })
  assert.equal(judged.status, 200, judged.text)
  return part.body.fact
}

const get = async (id: string, who = manager) => (await who.get(`/api/invoices/${id}`)).body
const put = (id: string, version: number, content: object) =>
  manager.ask('PUT', `/api/invoices/${id}`, { body: { version, content: { stated: {}, added: [], changes: [], ...content } } })
const step = (id: string, name: string, body: object, who = manager) => who.post(`/api/invoices/${id}/${name}`, body)
const lines = (bill: any) =>
  bill.account.lines.map((one: any) => `${one.column} ${one.fen ?? one.open} ${one.payer ?? ''} ${one.source.join(' ')}`.trim())

const PRICES = { labour: 20_000, parts: 64_000 }

/** The prices that the list of this contract does not have, with the paper that shows them. */
function priced(bill: any) {
  return bill.account.items
    .filter((one: any) => one.column in PRICES)
    .map((one: any) => ({ of: one.id, listFen: PRICES[one.column as keyof typeof PRICES], reason: '2026 年价目表' }))
}

async function open(ticket: string): Promise<any> {
  const made = await manager.post('/api/invoices', { ticket })
  assert.equal(made.status, 201, made.text)
  const kept = await put(made.body.id, made.body.version, { changes: priced(made.body) })
  assert.equal(kept.status, 200, kept.text)
  return kept.body
}

async function issue(bill: any): Promise<any> {
  const shown = await step(bill.id, 'show', { version: bill.version })
  assert.equal(shown.status, 200, shown.text)
  const issued = await step(bill.id, 'issue', { version: shown.body.version })
  assert.equal(issued.status, 200, issued.text)
  return issued.body
}

test('under warranty a bill of nothing proves what the warranty gave, line by line with the clause', async () => {
  const ticket = await report('称重漂移')
  await repair(ticket)
  const bill = await open(ticket)
  assert.deepEqual(lines(bill), ['parts 0 vendor S-4', 'labour 0 vendor S-4', 'travel 0 vendor S-4'])
  assert.deepEqual([bill.account.totalFen, bill.account.freeFen], [0, 2 * PRICES.parts + 2 * PRICES.labour])
  assert.equal(bill.account.given, '本次服务按质保免收 1680.00 元，另有 1 项免收而价目表上没有价格。')
  assert.match(bill.account.cover.join('\n'), /报修时：整机质保\n开单时：整机质保，至 2028-09-23/)
  const issued = await issue(bill)
  assert.deepEqual([issued.phase, issued.number, issued.totalFen, issued.departure], ['issued', 'FY-2026-000001', 0, undefined])
  const facts = (await manager.get(`/api/facts?subject=invoice/${bill.id}`)).body.items
  assert.deepEqual(
    facts.map((one: any) => [one.type, one.data.fen, one.data.freeFen]),
    [
      ['invoice.shown', 0, 168_000],
      ['invoice.issued', 0, 168_000],
    ],
  )
  assert.equal(facts[0].data.hash, facts[1].data.hash)
})

test('a bill is written on by one at a time, and issued it stays, whoever asks, by whatever way', async () => {
  const ticket = await report('显示屏不亮')
  await repair(ticket)
  const bill = await open(ticket)
  assert.equal((await manager.post('/api/invoices', { ticket })).body.code, 'invoice.open-already')
  assert.equal((await put(bill.id, bill.version - 1, {})).body.code, 'invoice.stale')
  assert.equal((await step(bill.id, 'issue', { version: bill.version })).body.code, 'invoice.not-shown')
  const issued = await issue(bill)
  assert.equal((await put(bill.id, issued.version, {})).body.code, 'invoice.issued-already')
  assert.equal((await step(bill.id, 'show', { version: issued.version })).body.code, 'invoice.issued-already')
  assert.equal((await manager.ask('DELETE', `/api/invoices/${bill.id}`)).body.code, 'invoice.was-shown')
  await assert.rejects(
    withTenant(server.services.pool, 'east', (tx) => tx.query('UPDATE invoice SET total_fen = 1 WHERE id = $1', [bill.id])),
    /stays as it is/,
  )
})

test('the same step twice under one key issues once', async () => {
  const ticket = await report('打印机卡纸')
  await repair(ticket)
  const bill = await open(ticket)
  const shown = (await step(bill.id, 'show', { version: bill.version })).body
  const headers = { 'idempotency-key': 'issue-it-once-0001' }
  const [first, again] = [
    await manager.ask('POST', `/api/invoices/${bill.id}/issue`, { body: { version: shown.version }, headers }),
    await manager.ask('POST', `/api/invoices/${bill.id}/issue`, { body: { version: shown.version }, headers }),
  ]
  assert.deepEqual([first.status, again.status, again.body.number], [200, 200, first.body.number])
  const facts = (await manager.get(`/api/facts?subject=invoice/${bill.id}`)).body.items
  assert.deepEqual(
    facts.map((one: any) => one.type),
    ['invoice.shown', 'invoice.issued'],
  )
})

test('what somebody broke costs the parts by the list; judged later, the issued bill says by how much it departs, and a correcting one names it', async () => {
  const ticket = await report('传感器被撞断')
  await repair(ticket)
  const bill = await issue(await open(ticket))
  assert.equal(bill.totalFen, 0)
  const judged = await manager.post(`/api/tickets/${ticket}/judge`, { cause: 'human-damage' })
  assert.equal(judged.status, 200, judged.text)
  const after = await get(bill.id)
  assert.deepEqual([after.totalFen, after.departure.differenceFen], [0, 2 * PRICES.parts])
  assert.equal(after.departure.words, '按现在的事实应多收 1280.00 元。已开出的费用单保持原样，可以另开一张更正单。')
  const due = (await manager.get('/api/invoices?state=to-correct')).body
  assert.deepEqual([due.items.map((one: any) => one.id), due.sums.differenceFen], [[bill.id], 128_000])
  const correcting = await manager.post('/api/invoices', { ticket, corrects: bill.id })
  assert.equal(correcting.status, 201, correcting.text)
  assert.deepEqual(lines(correcting.body), ['parts 128000 customer S-3', 'labour 0 vendor S-3', 'travel 0 vendor S-3'])
  const issued = await issue(correcting.body)
  assert.deepEqual([issued.corrects.id, issued.totalFen], [bill.id, 128_000])
  assert.deepEqual((await get(bill.id)).correctedBy.id, issued.id)
  assert.equal((await get(bill.id)).departure, undefined)
  assert.equal((await manager.get('/api/invoices?state=to-correct')).body.items.length, 0)
  assert.equal((await manager.post('/api/invoices', { ticket, corrects: bill.id })).body.code, 'invoice.corrected-already')
})

test('an exclusion with its evidence changes what is charged, and declared void it changes it back', async () => {
  const ticket = await report('地脚松动')
  await repair(ticket)
  const exclude = (values: object) => manager.post('/api/services', { type: 'cover.excluded', ticket, asset: 'jia-asset', values })
  assert.equal((await exclude({ reason: 'human-damage', cover: 'scale' })).body.field, 'values.evidence')
  const excluded = await exclude({ reason: 'human-damage', cover: 'scale', evidence: '现场照片两张，司机签字' })
  assert.equal(excluded.status, 201, excluded.text)
  const bill = await issue(await open(ticket))
  assert.equal(bill.totalFen, 128_000)
  assert.match(bill.account.cover.join('\n'), /本次故障不在质保之列：人为损坏/)
  const voided = await manager.post(`/api/facts/${excluded.body.fact}/void`, { reason: '照片是另一台的' })
  assert.equal(voided.status, 200, voided.text)
  assert.equal((await get(bill.id)).departure.differenceFen, -128_000)
  const other = await report('另一处故障')
  await repair(other)
  assert.equal((await open(other)).account.totalFen, 0, 'one fault was excluded, not the device')
})

test('what is agreed case by case is open until an amount stands there, and is issued with the word of the customer alone', async () => {
  server.time.now += 800 * 24 * HOUR
  const late = await logInAs(server, 'service-manager@east')
  const buyer = await logInAs(server, 'customer-administrator@east')
  manager.cookie = late.cookie
  customer.cookie = buyer.cookie
  engineer.cookie = (await logInAs(server, 'engineer@east')).cookie
  const ticket = await report('过保后又漂移')
  await repair(ticket)
  const made = (await manager.post('/api/invoices', { ticket })).body
  assert.match(made.account.cover.join('\n'), /不在质保期内/)
  assert.deepEqual(lines(made), ['parts unpriced  S-5', 'labour unpriced  S-5', 'travel quoted  S-5'])
  assert.equal((await step(made.id, 'show', { version: made.version })).body.code, 'invoice.still-open')
  const way = made.account.items.find((one: any) => one.column === 'travel')
  const kept = await put(made.id, made.version, { changes: [...priced(made), { of: way.id, agreedFen: 15_000, reason: '电话商定' }] })
  assert.equal(kept.body.account.totalFen, 128_000 + 40_000 + 15_000)
  const shown = (await step(made.id, 'show', { version: kept.body.version })).body
  assert.equal(shown.needsAgreement, true)
  assert.equal((await step(made.id, 'issue', { version: shown.version })).body.code, 'invoice.not-agreed')
  assert.equal((await step(made.id, 'agree', { version: shown.version })).body.field, 'evidence')
  const agreed = await step(made.id, 'agree', { version: shown.version }, customer)
  assert.equal(agreed.status, 200, agreed.text)
  const issued = await step(made.id, 'issue', { version: agreed.body.version })
  assert.deepEqual([issued.status, issued.body.totalFen], [200, 183_000])
})

test('a customer sees the same lines of his own bills, once they were shown, without what the vendor wrote or pays himself', async () => {
  const ticket = await report('客户看得到的')
  await repair(ticket)
  const bill = await open(ticket)
  assert.equal((await customer.get(`/api/invoices/${bill.id}`)).status, 404)
  const way = bill.account.items.find((one: any) => one.column === 'travel')
  const kept = await put(bill.id, bill.version, {
    changes: [...priced(bill), { of: way.id, leftOut: true, reason: '顺路' }],
    added: [{ id: 'crane', column: 'parts', name: '吊具', listFen: 5000, costFen: 3000, evidence: '收据' }],
  })
  const shown = (await step(bill.id, 'show', { version: kept.body.version })).body
  const seen = await get(bill.id, customer)
  assert.deepEqual(lines(seen), lines(shown))
  assert.equal(seen.content, undefined)
  assert.ok(seen.account.items.every((one: any) => one.costFen === undefined))
  assert.equal((await step(bill.id, 'issue', { version: shown.version }, customer)).status, 403)
  const listed = (await customer.get('/api/invoices')).body.items
  assert.ok(listed.every((one: any) => one.customer.id === 'jia' && one.phase !== 'draft'))
})

test('bad amounts are told at their field, nothing of them is written', async () => {
  const ticket = await report('写错的')
  await repair(ticket)
  const made = (await manager.post('/api/invoices', { ticket })).body
  const add = (item: object) => put(made.id, made.version, { added: [{ id: 'x', column: 'parts', name: '件', evidence: '单', ...item }] })
  assert.deepEqual((await add({ listFen: 10.5 })).status, 400)
  assert.deepEqual((await add({ listFen: -1 })).status, 400)
  const fine = await add({ listFen: 10, quantity: 1.0005 })
  assert.deepEqual([fine.status, fine.body.field], [400, 'content.added[0].quantity'])
  const [part] = made.account.items
  const twice = [
    { of: part.id, listFen: 1, reason: '一' },
    { of: part.id, listFen: 2, reason: '二' },
  ]
  assert.equal((await put(made.id, made.version, { changes: twice })).body.code, 'invoice.twice')
  assert.equal((await get(made.id)).version, made.version)
  assert.deepEqual((await manager.ask('DELETE', `/api/invoices/${made.id}`)).body, { ok: true })
  assert.equal((await manager.get(`/api/invoices/${made.id}`)).status, 404)
})

test('a second bill of a ticket charges what was done since, not what stands on the first', async () => {
  const ticket = await report('修了两次')
  await repair(ticket)
  const first = await open(ticket)
  const way = first.account.items.find((one: any) => one.column === 'travel')
  const kept = await put(first.id, first.version, { changes: [...priced(first), { of: way.id, leftOut: true, reason: '顺路' }] })
  await issue(kept.body)
  server.time.now += HOUR
  await manager.post('/api/services', { type: 'part.replaced', ticket, values: { part: 'cell', quantity: 1 } })
  assert.equal((await get(first.id)).departure, undefined, 'what is done afterwards is no fault of the bill')
  const second = await manager.post('/api/invoices', { ticket })
  assert.deepEqual(
    second.body.account.items.map((one: any) => [one.column, one.quantity]),
    [['parts', 1]],
  )
})

test('the list is narrowed by month and summed; an engineer reads and does not write', async () => {
  const all = (await manager.get('/api/invoices?state=issued')).body
  const september = (await manager.get('/api/invoices?state=issued&month=2026-09')).body
  assert.ok(september.items.length > 0 && september.items.length < all.items.length)
  const standing = september.items.filter((one: any) => one.correctedBy === undefined)
  assert.equal(
    september.sums.totalFen,
    standing.reduce((sum: number, one: any) => sum + one.totalFen, 0),
  )
  assert.equal((await engineer.get('/api/invoices')).status, 200)
  assert.equal((await engineer.post('/api/invoices', { ticket: 'x' })).status, 403)
})

test('the audit derives everything again and finds no difference', async () => {
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
