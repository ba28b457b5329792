import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR_MS, MINUTE_MS, setStage, travel } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 24 })
const manager = await stage.as('gu')
const { page } = manager

type Due = {
  readonly id: string
  readonly subject: string
  readonly state: string
  readonly dueAt?: number
  readonly fulfilledAt?: number
  readonly ticket?: { id: string; number: string }
}
type Me = { readonly clock: { now: number }; readonly tenant: { readonly zone: string } }

const api = async <Answer>(path: string): Promise<Answer> =>
  (await (await page.context().request.get(`${stage.url}/api${path}`)).json()) as Answer
const due = async (query: string) => (await api<{ items: Due[] }>(`/obligations?limit=200&${query}`)).items
const now = async () => (await api<Me>('/session')).clock.now

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const answer = await page.context().request.post(`${stage.url}/api${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

const group = (name: string) => page.locator('.due-group', { has: page.getByRole('heading', { name: new RegExp(`^${name}`) }) })
const rows = (name: string) => group(name).locator('.due-row')

test('the first name on the rail, and the sign above it, lead home', async () => {
  await page.goto(`${stage.url}/tickets`)
  await page.locator('.rail').getByRole('link', { name: '工作台' }).click()
  await page.waitForURL(/\/overview$/)
  await page.goto(`${stage.url}/tickets`)
  await page.getByRole('link', { name: '诺行' }).click()
  await page.waitForURL(/\/overview$/)
  await page.getByRole('heading', { name: '今天', exact: true }).waitFor()
})

test('what is overdue and not done yet stands there, the oldest first, and leads to its ticket', async () => {
  const unmet = await due('unmet=yes&disputed=no')
  assert.ok(unmet.length > 0)
  for (const one of unmet) assert.deepEqual([one.state, one.fulfilledAt], ['broken', undefined])
  assert.deepEqual(
    unmet.map((one) => one.dueAt),
    unmet.map((one) => one.dueAt).toSorted((a, b) => a! - b!),
  )
  await page.goto(`${stage.url}/overview`)
  await rows('已超时').first().waitFor()
  assert.equal(await rows('已超时').count(), Math.min(unmet.length, 20))
  const first = unmet.find(({ ticket }) => ticket)!
  await rows('已超时').filter({ hasText: first.ticket!.number }).first().click()
  await page.waitForURL(new RegExp(`/tickets/${first.ticket!.id}`))
})

test('a new fault is due today, then about to fall due, then overdue, and gone once it is answered; nobody reloads the page', async () => {
  const timeZone = (await api<Me>('/session')).tenant.zone
  const dayAt = (at: number) => new Date(at).toLocaleDateString('en-CA', { timeZone })
  if (dayAt(await now()) !== dayAt((await now()) + HOUR_MS)) await travel(manager, stage.url, HOUR_MS)
  await page.goto(`${stage.url}/overview`)
  const reported = { channel: 'phone', title: '首页上看得见的故障', customer: 'jinping', contract: 'ht-2025-031', type: 'fault' }
  const ticket = await post<{ id: string }>('/tickets', reported)
  const mine = (name: string) => rows(name).filter({ hasText: '首页上看得见的故障' }).filter({ hasText: '答复' })
  await mine('今天到期').waitFor()
  await travel(manager, stage.url, 27 * MINUTE_MS)
  await mine('快到期').waitFor()
  assert.equal(await mine('今天到期').count(), 0)
  await travel(manager, stage.url, 4 * MINUTE_MS)
  await mine('已超时').waitFor()
  await post(`/tickets/${ticket.id}/reply`, { channel: 'phone', summary: '已联系客户' })
  await mine('已超时').waitFor({ state: 'detached' })
})

test('what falls due within thirty days is that of contracts, their sites and devices, and leads to its clause', async () => {
  const until = (await now()) + 30 * 24 * HOUR_MS
  const rounds = await due(`state=open&owner=standing&dueWithin=${30 * 24 * HOUR_MS}`)
  assert.ok(rounds.length > 0)
  for (const one of rounds) assert.ok(/^(contract|site|asset|model|customer)\//.test(one.subject) && one.dueAt! < until, one.id)
  await page.goto(`${stage.url}/overview`)
  await rows('30 天内的定期服务').first().waitFor()
  assert.equal(await rows('30 天内的定期服务').count(), Math.min(rounds.length, 20))
  await rows('30 天内的定期服务').first().click()
  await page.waitForURL(/\/board\/.*promise=/)
  await page.locator('.clause-panel').waitFor()
  assert.deepEqual(manager.complaints, [])
})

const WATCH = `plan: watch
title: 空压机值守
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  manual:
    title: 资料交付
    text: 验收后五日内交齐资料。
    source: [W-1]
    owner: keepers
    deadline: {starts: contract.accepted, kept-by: document.issued, within: 5d, calendar: always}
roles:
  keepers: {name: 维保组}
`

async function sign(number: string, people: object): Promise<void> {
  const { id } = await post<{ id: string }>('/contracts', { number, title: '空压机值守', customer: 'jinping', plan: 'watch@1', people })
  await post(`/contracts/${id}/reach`, { version: 1, milestone: 'accepted', evidence: '验收单' })
}

test('the switch shows what one answers for oneself in every list, and the address keeps it', async () => {
  await post('/plans', { yaml: WATCH })
  await sign('HT-WATCH-1', { keepers: ['gu'] })
  await sign('HT-WATCH-2', { keepers: ['lin'] })
  await page.goto(`${stage.url}/overview`)
  const standing = (number: string) => rows('30 天内的定期服务').filter({ hasText: number })
  await standing('HT-WATCH-1').waitFor()
  await standing('HT-WATCH-2').waitFor()
  await page.locator('.sheet-head .ant-segmented-item', { hasText: '我的' }).click()
  await standing('HT-WATCH-2').waitFor({ state: 'detached' })
  await standing('HT-WATCH-1').waitFor()
  await page.waitForURL(/\/overview\?whose=mine$/)
  const own = { 已超时: 'unmet=yes&disputed=no', 欠缺的记录: 'missing=yes' }
  for (const [name, query] of Object.entries(own))
    assert.equal(await rows(name).count(), Math.min((await due(`${query}&mine=yes`)).length, 20), name)
  await page.reload()
  await standing('HT-WATCH-1').waitFor()
  assert.equal(await standing('HT-WATCH-2').count(), 0)
  await page.locator('.sheet-head .ant-segmented-item', { hasText: '全部' }).click()
  await standing('HT-WATCH-2').waitFor()
  await page.waitForURL(/\/overview$/)
})

test('who answers for a clause finds that it has begun in the inbox, with the way to it', async () => {
  const engineer = await stage.as('lin')
  await engineer.page.goto(`${stage.url}/inbox`)
  const item = engineer.page.locator('.inbox-item', { hasText: '按“资料交付”，由维保组负责，已经开始' })
  await item.getByRole('link', { name: 'HT-WATCH-2' }).waitFor()
})

const CALLS = `plan: calls
title: 回访约定
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  unhappy:
    title: 不满意再处理
    text: 回访不满意的，再上门一次。
    source: [T-1]
    rule: {on: 'callback.made where !satisfied', then: [{open-task: call-on, owner: keepers}]}
words:
  call-on: 再次上门
roles:
  keepers: {name: 维保组}
`

test('a task that a rule gave stands on the first page with whose it is, until somebody says what was done', async () => {
  await post('/plans', { yaml: CALLS })
  const about = { number: 'HT-CALLS', title: '回访约定', customer: 'jinping', plan: 'calls@1', people: { keepers: ['gu'] } }
  const { id: contract } = await post<{ id: string }>('/contracts', about)
  const reported = { channel: 'phone', title: '回访不满意的故障', customer: 'jinping', contract, type: 'fault' }
  const ticket = await post<{ id: string }>('/tickets', reported)
  await post('/services', { type: 'callback.made', ticket: ticket.id, values: { satisfied: false } })
  await page.goto(`${stage.url}/overview?whose=mine`)
  const task = group('待办任务').locator('.consequence', { hasText: '再次上门' })
  await task.getByText('顾南').waitFor()
  await task.getByRole('link', { name: '回访不满意的故障' }).waitFor()
  await task.getByRole('button', { name: '已办' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('做了什么').fill('已再次登门，客户认可')
  await dialog.getByRole('button', { name: '已办' }).click()
  await task.waitFor({ state: 'detached' })
  await page.goto(`${stage.url}/tickets/${ticket.id}`)
  const settled = page.getByRole('region', { name: '规则产生的事项' })
  await settled.getByText(/顾南 · 已再次登门，客户认可/).waitFor()
})

test('on a wide screen the groups stand in two columns of about one height', async () => {
  const wide = await stage.as('gu', { width: 1440, height: 1000 })
  await wide.page.goto(`${stage.url}/overview`)
  await wide.page.locator('.due-group').nth(3).waitFor()
  const heightsOf = (part: string) => wide.page.locator(part).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  const [columns, groups] = [await heightsOf('.overview > div'), await heightsOf('.overview .due-group')]
  assert.equal(columns.length, 2)
  assert.ok(Math.abs(columns[0]! - columns[1]!) <= Math.max(...groups), `${columns} of ${groups}`)
})

test('on a phone the groups stand below each other, and nothing runs over the edge', async () => {
  const phone = await stage.as('gu', { width: 390, height: 844, dark: true })
  await phone.page.goto(`${stage.url}/overview`)
  await phone.page.locator('.due-group').nth(3).waitFor()
  const boxes = await phone.page.locator('.due-group').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left))
  assert.equal(new Set(boxes).size, 1)
  assert.ok(await phone.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
})
