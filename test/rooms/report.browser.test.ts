import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

/** What is asked when a ticket is reported ends up in its record, answer by answer. */
const stage = await setStage({ past: 0 })
const agent = await stage.as('xu')
const manager = await stage.as('gu')

const go = (path: string, on: Page) => on.goto(`${stage.url}${path}`)

async function api<Answer>(on: Page, path: string): Promise<Answer> {
  return (await (await on.context().request.get(`${stage.url}/api${path}`)).json()) as Answer
}

async function post(on: Page, path: string, data: object): Promise<void> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await on.context().request.post(`${stage.url}/api${path}`, { data, headers })
  assert.ok(answer.ok(), await answer.text())
}

async function factsOf(ticket: string | undefined, type: string): Promise<readonly Record<string, unknown>[]> {
  const { items } = await api<{ items: { type: string; data: Record<string, unknown> }[] }>(manager.page, `/facts?subject=ticket/${ticket}`)
  return items.filter((one) => one.type === type).map((one) => one.data)
}

const RUIYAN = readFileSync(join(import.meta.dirname, '../../plans/ruiyan.yaml'), 'utf8')

test('the form of a ticket keeps every kind of answer: place, contract, a choice of the plan, date, yes or no, number and phone', async () => {
  const on = agent.page
  const text = RUIYAN.replace('plan: ruiyan', 'plan: chosen-hours')
    .replace('set-by: contract', 'set-by: staff')
    .replace('title: 信息系统支持服务方案', 'title: 分时段支持方案')
  await post(manager.page, '/plans', { yaml: text })
  const { items } = await api<{ items: { id: string }[] }>(manager.page, '/customers?q=锦屏市第三人民医院')
  const customer = items[0]?.id ?? assert.fail('no customer')
  await post(manager.page, '/contracts', {
    number: 'HT-2026-K1',
    title: '分时段支持',
    customer,
    plan: 'chosen-hours@1',
    signedOn: '2025-01-10',
    startsOn: '2025-01-10',
    endsOn: '2028-01-10',
    terms: [],
    sites: [],
    assets: [],
    people: {},
  })
  await go('/tickets/new', on)
  await on.getByRole('radio', { name: '例行服务' }).click()
  await on.locator('#new-title').fill('季度保养')
  await on.locator('#new-customer').fill('锦屏')
  await choose(on, 'new-customer', '锦屏市第三人民医院')
  await choose(on, 'new-site', '东院区')
  await choose(on, 'new-contract', /HT-2026-K1/)
  await choose(on, 'new-dimensions.hours', '7x24')
  await on.locator('[id="new-values.items"]').fill('清洁滤网')
  await on.locator('[id="new-values.wantedOn"]').fill('2026-10-12')
  await choose(on, 'new-values.downtimeAllowed', '是')
  await on.locator('[id="new-contact.phone"]').fill('分机 F77')
  await on.getByRole('button', { name: '登记工单' }).click()
  await on.getByRole('heading', { name: '季度保养' }).waitFor()
  const id = new URL(on.url()).pathname.split('/').at(-1)
  const [reported] = await factsOf(id, 'ticket.reported')
  assert.equal(JSON.stringify(reported).includes('7x24'), true)
  assert.equal((reported?.values as { downtimeAllowed?: boolean } | undefined)?.downtimeAllowed, true)
  const detail = JSON.stringify(await api(on, `/tickets/${id}`))
  for (const said of ['东院区', 'HT-2026-K1', '清洁滤网', '2026-10-12', '分机 F77']) assert.ok(detail.includes(said), said)
})

test('what was said when a part was asked for is in the record: channel, who called, their words, our grade, how many', async () => {
  const on = agent.page
  await go('/tickets/new?customer=jinping', on)
  await on.getByRole('radio', { name: '配件更换' }).click()
  await on.locator('#new-title').fill('换两只打印头')
  await on.locator('#new-description').fill('两台都磨损了')
  await choose(on, 'new-contract', /HT-2025-031/)
  await choose(on, 'new-grade', '一般故障')
  await on.locator('[id="new-values.part"]').fill('打印头')
  await on.locator('[id="new-values.quantity"]').fill('2')
  await choose(on, 'new-channel', '邮件')
  await on.locator('[id="new-contact.name"]').fill('器械科 郑工')
  await on.getByRole('button', { name: '登记工单' }).click()
  await on.getByRole('heading', { name: '换两只打印头' }).waitFor()
  const id = new URL(on.url()).pathname.split('/').at(-1)
  const [reported] = await factsOf(id, 'ticket.reported')
  assert.deepEqual(
    [reported?.channel, reported?.grade, (reported?.values as { quantity?: number } | undefined)?.quantity],
    ['mail', 'general', 2],
  )
  const detail = JSON.stringify(await api(on, `/tickets/${id}`))
  for (const said of ['两台都磨损了', '器械科 郑工']) assert.ok(detail.includes(said), said)
})

test('a fault says when it began, what the customer takes for its cause, its kind, nature and place', async () => {
  const on = agent.page
  await go('/tickets/new?customer=jinping', on)
  await on.locator('#new-title').fill('自助机黑屏')
  await on.locator('[id="new-values.place"]').fill('一楼大厅')
  await choose(on, 'new-values.nature', '供电')
  await on.locator('[id="new-values.began"]').fill('今早八点前后')
  await on.locator('[id="new-values.cause"]').fill('夜里停过电')
  await choose(on, 'new-values.category', '突然发生')
  await on.getByRole('button', { name: '登记工单' }).click()
  await on.getByRole('heading', { name: '自助机黑屏' }).waitFor()
  for (const said of ['今早八点前后', '夜里停过电', /故障类别：突然发生/]) await on.getByText(said).first().waitFor()
  await on
    .getByText(/性质：供电/)
    .first()
    .waitFor()
  await on
    .getByText(/一楼大厅/)
    .first()
    .waitFor()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual([...agent.complaints, ...manager.complaints], [])
})

test('who grades a fault reads what each grade means, where it is chosen and after', async () => {
  const on = agent.page
  await go('/tickets/new', on)
  await on.getByRole('radio', { name: '故障' }).click()
  const { items } = await api<{ items: { customer: { name: string } }[] }>(manager.page, '/contracts?q=HT-2025-052')
  const customer = items[0]?.customer.name ?? assert.fail('no contract')
  await on.locator('#new-customer').fill(customer)
  await choose(on, 'new-customer', customer)
  await on.locator('#new-grade').click()
  await on.locator('.ant-select-dropdown:visible').getByText('合同产品或服务的故障使业务系统中断').click()
  await on.locator('form').getByText('合同产品或服务的故障使业务系统中断').first().waitFor()
})

test('the contract says under which number each channel is reached and when; the report names the one that was used, and counts as the plan says', async () => {
  const on = agent.page
  await go('/contracts/ht-2026-003', manager.page)
  const channels = manager.page.getByRole('region', { name: '服务渠道' })
  assert.equal(await channels.getByRole('link', { name: '000-5550 0033' }).getAttribute('href'), 'tel:00055500033')
  assert.equal(await channels.getByRole('link', { name: 'support@chuanhe.example' }).getAttribute('href'), 'mailto:support@chuanhe.example')
  await go('/contracts/ht-2025-052', manager.page)
  assert.equal(await channels.getByRole('link', { name: 'fuwu.chuanhe' }).getAttribute('href'), 'https://fuwu.chuanhe.example')
  await go('/tickets/new?customer=yuanshan', on)
  await on.getByText(/^受理时间：/).waitFor()
  await choose(on, 'new-channel', '值班工程师手机')
  await on.getByText(/^受理时间：.*全天/).waitFor()
  await on.locator('#new-title').fill('查验终端死机')
  await on.getByRole('button', { name: '登记工单' }).click()
  await on.getByRole('heading', { name: '查验终端死机' }).waitFor()
  await on.getByText('（值班工程师手机）').first().waitFor()
  const id = new URL(on.url()).pathname.split('/').at(-1)
  const [reported] = await factsOf(id, 'ticket.reported')
  assert.deepEqual([reported?.channel, reported?.line], ['phone', 'duty-engineer'])
})
