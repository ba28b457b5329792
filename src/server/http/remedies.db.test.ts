import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { openWaker } from '../jobs/waker.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const HOUR = 3_600_000
const waker = openWaker({ services: server.services })
after(() => waker.stop())

const manager = await logInAs(server, 'service-manager@east')
const customer = await logInAs(server, 'customer-administrator@east')

/** A lift: a late arrival costs a share of the contract price and of the labour, a failed repair a sum that the contract may state. */
const PLAN = `plan: lift
title: 电梯维保
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
grades: [{id: major, name: 停梯}, {id: general, name: 偏差}]
promises:
  arrive:
    title: 到场
    text: 两小时内到场。
    source: [T-1]
    deadline: {starts: ticket.reported, kept-by: visit.arrived, within: 2h, calendar: always}
  late:
    title: 迟到补偿
    text: 到场每迟一次，补偿合同价的 1%。
    source: [T-2]
    rule: {per: ticket, on: arrive.broken, then: [{credit: 1%, of: contract-price}]}
  late-labour:
    title: 迟到减免
    text: 迟到的，人工费减半。
    source: [T-3]
    rule: {per: ticket, on: arrive.broken, then: [{deduct: 50%, of: labour}]}
  failed:
    title: 未修复补偿
    text: 未修复的，另行补偿。
    source: [T-4]
    rule: {per: ticket, on: work.failed, then: [{credit: unstated}]}
charges:
  - {parts: list, labour: list, text: 按价目表收费。, source: [T-5]}
`
assert.equal((await manager.post('/api/plans', { yaml: PLAN })).status, 201)
const terms = [
  { key: 'amounts.contract-price', value: '20000', source: '合同第 3 条' },
  { key: 'prices.labour', value: '200', source: '价目表' },
]
const signed = await manager.post('/api/contracts', {
  number: 'HT-9',
  title: '电梯维保',
  customer: 'jia',
  plan: 'lift@1',
  sites: ['jia-site'],
  assets: ['jia-asset'],
  terms,
})
assert.equal(signed.status, 201, signed.text)
const contract = signed.body.id as string

async function report(title: string): Promise<string> {
  const about = { customer: 'jia', site: 'jia-site', asset: 'jia-asset', contract, type: 'fault', grade: 'general' }
  const answer = await manager.post('/api/tickets', { channel: 'phone', title, description: title, ...about })
  assert.equal(answer.status, 201, answer.text)
  return answer.body.id
}

async function step(path: string, body: object = {}, status = 200): Promise<any> {
  const answer = await manager.post(`/api${path}`, body)
  assert.equal(answer.status, status, answer.text)
  return answer.body
}

/** Nobody comes for three hours; then two hours of work. */
async function late(title: string): Promise<string> {
  const ticket = await report(title)
  server.time.now += 3 * HOUR
  await waker.wakeDue()
  await step(`/tickets/${ticket}/arrive`)
  server.time.now += 2 * HOUR
  await step(`/tickets/${ticket}/finish-visit`)
  await step(`/tickets/${ticket}/judge`, { cause: 'wear' })
  return ticket
}

const get = async (path: string, who = manager) => (await who.get(`/api${path}`)).body
const money = async (ticket: string, promise: string) =>
  (await get(`/tickets/${ticket}`)).consequences.find((one: any) => one.promise === promise && one.kind !== 'open-task')
const draft = (ticket: string) => step('/invoices', { ticket }, 201)
const put = (bill: any, content: object) =>
  manager.ask('PUT', `/api/invoices/${bill.id}`, {
    body: { version: bill.version, content: { stated: {}, added: [], changes: [], ...content } },
  })
const lines = (bill: any) => bill.account.remedies.map((one: any) => `${one.clause} ${one.state} ${one.fen ?? '?'}`).toSorted()

async function issue(bill: any): Promise<any> {
  const shown = await step(`/invoices/${bill.id}/show`, { version: bill.version })
  return step(`/invoices/${bill.id}/issue`, { version: shown.version })
}

const first = await late('困人')

test('a broken promise is money on the ticket: how much, of what, at which rate, and that it is still owed', async () => {
  const credit = await money(first, 'late')
  assert.deepEqual([credit.money.fen, credit.money.owedFen, credit.open], [20_000, 20_000, true])
  assert.equal(credit.money.why, '合同价 20000.00 元（合同第 3 条） × 1% = 200.00 元')
  const share = await money(first, 'late-labour')
  assert.deepEqual([share.money.fen, share.open], [undefined, true])
  assert.match(share.money.why, /人工的 50%/)
  const board = await get(`/consequences?contract=${contract}&promise=late`)
  assert.equal(board.items[0].money.fen, 20_000)
})

test('the bill of the service takes both over, each with its why, and is less by them; issued they are settled, and once', async () => {
  const bill = await draft(first)
  assert.deepEqual(lines(bill), ['迟到减免 on-bill -20000', '迟到补偿 on-bill -20000'])
  assert.equal(bill.account.totalFen, 2 * 20_000 - 20_000 - 20_000)
  const line = bill.account.remedies.find((one: any) => one.clause === '迟到补偿')
  assert.deepEqual([line.text, line.source, line.ticket.id], ['到场每迟一次，补偿合同价的 1%。', ['T-2'], first])
  assert.match(line.because, /到场/)
  const issued = await issue(bill)
  assert.deepEqual([issued.totalFen, issued.account.totalFen, lines(issued).length], [0, 0, 2])
  const credit = await money(first, 'late')
  assert.deepEqual([credit.open, credit.money.owedFen, credit.money.standing], [false, 0, '已在费用单上抵扣 200.00 元'])
  assert.match(credit.settled.words, /补偿结清/)
  const seen = await get(`/invoices/${bill.id}`, customer)
  assert.deepEqual(lines(seen), lines(issued))
})

test('the next bill of the contract takes over what another service brought about, and leaves what it is told to leave', async () => {
  const second = await late('平层不准')
  const third = await report('换灯')
  await step(`/tickets/${third}/arrive`)
  server.time.now += HOUR
  await step(`/tickets/${third}/finish-visit`)
  await step(`/tickets/${third}/judge`, { cause: 'wear' })
  const bill = await draft(third)
  assert.deepEqual(lines(bill), ['迟到补偿 on-bill -20000'])
  const [one] = bill.account.remedies
  assert.equal((await put(bill, { remedies: [{ of: one.id, fen: 5, reason: '少给' }] })).body.code, 'remedy.states-amount')
  assert.equal((await put(bill, { remedies: [{ of: 'ticket/x|late|1|credit:1%', leftOut: true, reason: '无' }] })).status, 400)
  assert.equal((await put(bill, { remedies: [{ of: one.id, reason: '无' }] })).body.code, 'remedy.no-amount')
  const left = await put(bill, { remedies: [{ of: one.id, leftOut: true, reason: '随本服务的单' }] })
  assert.deepEqual(lines(left.body), ['迟到补偿 left-out -20000'])
  await issue(left.body)
  assert.equal((await money(second, 'late')).money.owedFen, 20_000)
  await issue(await draft(second))
})

test('a remedy that was shown on two bills is given by the one that is issued first; the other must be shown again', async () => {
  const [a, b] = [await late('噪音'), await late('抖动')]
  const bills = [await draft(a), await draft(b)]
  const shown = await Promise.all(bills.map(({ id, version }) => step(`/invoices/${id}/show`, { version })))
  await step(`/invoices/${bills[0].id}/issue`, { version: shown[0].version })
  const again = await manager.post(`/api/invoices/${bills[1].id}/issue`, { version: shown[1].version })
  assert.equal(again.body.code, 'invoice.moved-on', again.text)
  const detail = await get(`/invoices/${bills[1].id}`)
  assert.ok(detail.departure)
  const anew = await issue({ id: bills[1].id, version: detail.version })
  assert.deepEqual(lines(anew), ['迟到减免 on-bill -20000'])
  assert.equal((await money(a, 'late')).money.owedFen + (await money(b, 'late')).money.owedFen, 0)
})

let unrepaired: { readonly ticket: string; readonly failure: string }

test('a sum that neither plan nor contract states is asked for, agreed on with evidence, and settled by that bill', async () => {
  const ticket = await report('门不关')
  await step(`/tickets/${ticket}/arrive`)
  server.time.now += HOUR
  await step(`/tickets/${ticket}/finish-visit`)
  const failed = await step('/services', { type: 'work.failed', ticket, values: {} }, 201)
  unrepaired = { ticket, failure: failed.fact }
  await step(`/tickets/${ticket}/judge`, { cause: 'wear' })
  const open = await money(ticket, 'failed')
  assert.deepEqual([open.money.fen, open.open], [undefined, true])
  assert.match(open.money.why, /^金额未约定/)
  const bill = await draft(ticket)
  assert.deepEqual(lines(bill), ['未修复补偿 asked ?'])
  const kept = await put(bill, { remedies: [{ of: open.id, fen: 8000, reason: '补充协议 2 号' }] })
  assert.deepEqual(lines(kept.body), ['未修复补偿 on-bill -8000'])
  await issue(kept.body)
  const settled = await money(ticket, 'failed')
  assert.deepEqual([settled.open, settled.money.owedFen], [false, 0])
})

test('a sum that was agreed on for a cause that is none holds up no draft', async () => {
  const ticket = await report('门不开')
  await step(`/tickets/${ticket}/arrive`)
  server.time.now += HOUR
  await step(`/tickets/${ticket}/finish-visit`)
  const failed = await step('/services', { type: 'work.failed', ticket, values: {} }, 201)
  await step(`/tickets/${ticket}/judge`, { cause: 'wear' })
  const { id } = await money(ticket, 'failed')
  const agreed = { remedies: [{ of: id, fen: 6000, reason: '补充协议 3 号' }] }
  const kept = await put(await draft(ticket), agreed)
  await step(`/facts/${failed.fact}/void`, { reason: '登错了工单' })
  const again = await put(kept.body, agreed)
  assert.deepEqual([again.status, lines(again.body)], [200, []], again.text)
  await issue(again.body)
})

test('paid out it is a record of its own, no more than is owed, with what shows it, and it goes into no bill', async () => {
  const ticket = await late('异味')
  const { id } = await money(ticket, 'late')
  const pay = (body: object, who = manager) => who.post('/api/remedies', { remedy: id, fen: 20_000, evidence: '转账 7 号', ...body })
  assert.equal((await pay({}, await logInAs(server, 'customer-administrator@east'))).status, 403)
  assert.equal((await pay({ fen: 20_001 })).body.code, 'remedy.too-much')
  assert.equal((await pay({ evidence: ' ' })).status, 400)
  assert.equal((await pay({ remedy: 'ticket/none|late|1|credit:1%' })).status, 400)
  const both = (await Promise.all([pay({}), pay({})])).map(({ status }) => status).toSorted((x, y) => x - y)
  assert.equal(both[0], 200)
  assert.ok(both[1] === 400 || both[1] === 409, `${both[1]}`)
  const settled = await money(ticket, 'late')
  assert.deepEqual([settled.open, settled.money.standing], [false, '已支付 200.00 元'])
  const bill = await draft(ticket)
  assert.deepEqual(lines(bill), ['迟到减免 on-bill -20000'])
  await issue(bill)
})

test('a payment that is sent twice at once is one, and both get its answer', async () => {
  const { id } = await money(await late('异响'), 'late')
  const key = { 'idempotency-key': 'paid-once-0123456789' }
  const pay = () => manager.post('/api/remedies', { remedy: id, fen: 20_000, evidence: '转账 8 号' }, key)
  const [one, other] = await Promise.all([pay(), pay()])
  assert.deepEqual([one.status, other.body], [200, one.body], other.text)
  assert.deepEqual((await pay()).body, one.body)
})

test('a cause that turns out to be none is a further line of the next bill; the bill stays, and everything derives again', async () => {
  const bills = (await get(`/invoices?ticket=${unrepaired.ticket}`)).items
  const voided = await manager.post(`/api/facts/${unrepaired.failure}/void`, { reason: '登错了工单' })
  assert.equal(voided.status, 200, voided.text)
  assert.equal(await money(unrepaired.ticket, 'failed'), undefined)
  assert.equal((await get(`/invoices/${bills[0].id}`)).totalFen, bills[0].totalFen)
  const next = await draft(await report('换轴承'))
  const back = next.account.remedies.find((one: any) => one.clause === '未修复补偿')
  assert.deepEqual([back.state, back.fen, back.at], ['on-bill', 8000, undefined])
  assert.match(back.why[0], /原已给 80\.00 元，按现在的事实应为 0\.00 元/)
  await issue(next)
  const last = await draft(await report('换绳'))
  assert.deepEqual(
    last.account.remedies.filter((one: any) => one.clause === '未修复补偿'),
    [],
  )
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
