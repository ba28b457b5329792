import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { HOUR_MS, setStage, travel } from '../stage/stage.testing.ts'

const stage = await setStage()
const manager = await stage.as('gu')
const { page } = manager

/** A boiler under a plan by which a late arrival costs a share of the contract price, and a failed repair a sum to be agreed on. */
const PLAN = `plan: guolu-buchang
title: 锅炉维保（迟到补偿）
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  arrive:
    title: 到场
    text: 接到报修后一小时内到场。
    source: [第 4 条]
    deadline: {starts: ticket.reported, kept-by: visit.arrived, within: 1h, calendar: always}
  late:
    title: 迟到补偿
    text: 每迟到一次，补偿合同价的 1%。
    source: [第 9 条]
    rule: {per: ticket, on: arrive.broken, then: [{credit: 1%, of: contract-price}]}
  failed:
    title: 未修复补偿
    text: 一次没有修好的，另行商定补偿。
    source: [第 10 条]
    rule: {per: ticket, on: work.failed, then: [{credit: unstated}]}
charges:
  - {parts: free, labour: list, text: 按工时收费。, source: [第 11 条]}
`

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await page.context().request.post(`${stage.url}/api${path}`, { data, headers })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

await post('/plans', { yaml: PLAN })
const contract = await post<{ id: string }>('/contracts', {
  number: 'HT-2026-901',
  title: '锅炉维保',
  customer: 'jinping',
  plan: 'guolu-buchang@1',
  assets: ['lsb-680'],
  terms: [
    { key: 'amounts.contract-price', value: '36000', source: '合同第 2 条' },
    { key: 'prices.labour', value: '180', source: '价目表' },
  ],
})

async function report(title: string): Promise<string> {
  const about = { customer: 'jinping', asset: 'lsb-680', contract: contract.id, type: 'fault' }
  const { id } = await post<{ id: string }>('/tickets', { channel: 'phone', title, description: title, ...about })
  return id
}

const section = (on: Page = page) => on.getByRole('region', { name: '规则产生的事项' })
const line = (words: string) => section().locator('li', { hasText: words })
const remedy = (words: string) => page.getByRole('region', { name: '补偿' }).locator('li', { hasText: words })
const sum = () => page.locator('.invoice-amount')
const gone = () => page.locator('.ant-modal').waitFor({ state: 'detached' })

const late = await report('锅炉熄火')

test('the promise breaks: the ticket says what the customer gets for it, reckoned from what, by which clause, and that it is still owed', async () => {
  await travel(manager, stage.url, 2 * HOUR_MS)
  await post(`/tickets/${late}/arrive`, {})
  await travel(manager, stage.url, HOUR_MS)
  await post(`/tickets/${late}/finish-visit`, {})
  await post('/services', { type: 'work.failed', ticket: late, values: {} })
  await post(`/tickets/${late}/judge`, { cause: 'wear' })
  await page.goto(`${stage.url}/tickets/${late}`)
  await line('迟到补偿').getByText('¥360.00').waitFor()
  await line('迟到补偿').getByText('合同价 36000.00 元（合同第 2 条） × 1% = 360.00 元').waitFor()
  await line('迟到补偿').getByText('应给 360.00 元').waitFor()
  await line('未修复补偿')
    .getByText(/^金额未约定/)
    .waitFor()
})

test('its bill is less by it, with the why; a sum that nobody stated is entered with what was agreed, left to a later bill, or given', async () => {
  const { id } = await post<{ id: string }>('/invoices', { ticket: late })
  await page.goto(`${stage.url}/invoices/${id}`)
  await remedy('每迟到一次').getByText('−¥360.00').waitFor()
  await remedy('每迟到一次').getByText('每迟到一次，补偿合同价的 1%。').waitFor()
  assert.equal(await sum().textContent(), '−¥180.00')
  await remedy('一次没有修好').getByRole('button', { name: '修改' }).click()
  await page.locator('.ant-modal button[type=submit]').click()
  await page.locator('.ant-modal .field-error').first().waitFor()
  await page.locator('#remedy-fen').fill('100')
  await page.locator('#remedy-reason').fill('电话商定')
  await page.locator('.ant-modal button[type=submit]').click()
  await gone()
  await remedy('一次没有修好').getByText('−¥100.00').waitFor()
  assert.equal(await sum().textContent(), '−¥280.00')
  await remedy('一次没有修好').getByRole('button', { name: '修改' }).click()
  await page.locator('#remedy-left-out').check()
  await page.locator('.ant-modal button[type=submit]').click()
  await gone()
  await remedy('一次没有修好').getByText('不随本单').waitFor()
  await remedy('一次没有修好').getByRole('button', { name: '修改' }).click()
  await page.locator('.ant-modal-close').click()
  await gone()
  await page.getByRole('button', { name: '出示给客户', exact: true }).click()
  await page.getByRole('button', { name: '开出', exact: true }).click()
  await page.locator('.tag.invoice-issued').waitFor()
  assert.equal(await sum().textContent(), '−¥180.00')
})

test('issued it is settled and given to nobody twice; what is left is paid out from the ticket, with what shows it', async () => {
  await page.goto(`${stage.url}/tickets/${late}`)
  await line('迟到补偿').getByText('已在费用单上抵扣 360.00 元').waitFor()
  await line('迟到补偿').getByText('已了结').waitFor()
  assert.equal(await line('迟到补偿').getByRole('button', { name: '登记支付' }).count(), 0)
  await line('未修复补偿').getByRole('button', { name: '登记支付' }).click()
  await page.locator('#record-fen').fill('88')
  await page.locator('#record-evidence').fill('转账单 20260')
  await page.locator('.ant-modal button[type=submit]').click()
  await gone()
  await line('未修复补偿').getByText('已支付 88.00 元').waitFor()
  const next = await report('锅炉漏水')
  const { id } = await post<{ id: string }>('/invoices', { ticket: next })
  await page.goto(`${stage.url}/invoices/${id}`)
  await page.getByRole('heading', { name: '费用单草稿' }).waitFor()
  assert.equal(await page.getByRole('region', { name: '补偿' }).count(), 0)
})

test('on the contract’s board the clause tells the same', async () => {
  await page.goto(`${stage.url}/board/${contract.id}`)
  await page.locator('button.clause-row', { hasText: '每迟到一次' }).click()
  await page.locator('.clause-panel').getByText('¥360.00').waitFor()
  await page.locator('.clause-panel').getByText('已在费用单上抵扣 360.00 元').waitFor()
})
