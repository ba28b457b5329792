import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { HOUR_MS, setStage, travel } from '../stage/stage.testing.ts'

const stage = await setStage()
const manager = await stage.as('gu')
const buyer = await stage.as('zheng')
const { page } = manager

const CUSTOMER = 'jinping'

async function post<Answer>(path: string, data: unknown, on: Page = page): Promise<Answer> {
  const answer = await on.context().request.post(`${stage.url}/api${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}
const get = async <Answer>(path: string): Promise<Answer> =>
  (await (await page.context().request.get(`${stage.url}/api${path}`)).json()) as Answer

const { items: contracts } = await get<{ items: { id: string; number: string; customer: { id: string } }[] }>('/contracts?limit=200')
const contract = contracts.find(({ customer }) => customer.id === CUSTOMER) ?? assert.fail('no contract of the hospital')

/** A fault on the hospital's chiller: an hour on site, a part replaced, the cause judged. */
async function repaired(title: string, cause: string): Promise<string> {
  const { id } = await post<{ id: string }>('/tickets', {
    channel: 'phone',
    title,
    description: title,
    type: 'fault',
    customer: CUSTOMER,
    asset: 'lsb-680',
    contract: contract.id,
  })
  await post(`/tickets/${id}/arrive`, {})
  await travel(manager, stage.url, HOUR_MS)
  await post(`/tickets/${id}/finish-visit`, {})
  await post('/services', { type: 'part.replaced', ticket: id, values: { part: 'valve', quantity: 2 } })
  await post(`/tickets/${id}/judge`, { cause })
  return id
}

const button = (name: string, on: Page = page) => on.getByRole('button', { name, exact: true })
const card = (title: string, on: Page = page) => on.locator('.place-card', { has: on.getByRole('heading', { name: title, exact: true }) })
const saved = () => page.locator('.ant-modal').waitFor({ state: 'detached' })

/** Sets an item right by its row: prices in yuan, with the paper that shows them. */
async function priceItem(row: string | RegExp, amounts: Readonly<Record<string, string>>, reason: string): Promise<void> {
  await card('计费项目').locator('li', { hasText: row }).getByRole('button', { name: '修改' }).click()
  for (const [field, value] of Object.entries(amounts)) await page.locator(`#item-${field}`).fill(value)
  await page.locator('#item-reason').fill(reason)
  await page.locator('.ant-modal').getByRole('button', { name: '保存' }).click()
  await saved()
}

test('a repair within the warranty stands in the list with a bill of nothing, and says what was given; where there is none it says so', async () => {
  await page.goto(`${stage.url}/invoices`)
  await page.locator('.sheet-list a', { hasText: '壁挂炉点火三次失败' }).click()
  await page.getByText('本次服务按质保免收 348.00 元。').first().waitFor()
  await page.goto(`${stage.url}/invoices?state=shown`)
  await page.getByText('没有这样的费用单。').waitFor()
})

test('a bill is drawn up on the ticket, priced with evidence, shown, agreed to where amounts were agreed on, and issued', async () => {
  const ticket = await repaired('冷凝压力高', 'wear')
  await page.goto(`${stage.url}/tickets/${ticket}`)
  await card('费用').waitFor({ timeout: 60_000 })
  await card('费用').getByRole('button', { name: '开费用单' }).click()
  await page.waitForURL(/\/invoices\//)
  await page.getByRole('heading', { name: '费用单草稿' }).waitFor()
  await card('计费项目').locator('li', { hasText: 'valve' }).getByRole('button', { name: '修改' }).click()
  await page.locator('#item-listFen').fill('1.005')
  await page.locator('.ant-modal').getByRole('button', { name: '保存' }).click()
  assert.equal(await page.locator('.ant-modal .field-error').count(), 2)
  await page.locator('.ant-modal-close').click()
  await priceItem('valve', { listFen: '640.00', costFen: '420', quantity: '2' }, '2026 年备件价目表')
  await page.locator('#stated-km').fill('abc')
  const caseCard = card('本次服务的情况')
  await caseCard.getByRole('button', { name: '保存' }).click()
  await caseCard.locator('.field-error').waitFor()
  await page.locator('#stated-km').fill('36')
  await caseCard.getByText('服务时间以外').click()
  await caseCard.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').first().waitFor()
  await card('计费项目').getByRole('button', { name: '添加项目' }).click()
  await choose(page, 'item-column', '损失')
  await page.locator('#item-name').fill('登高车')
  await page.locator('#item-agreedFen').fill('300')
  await page.locator('#item-reason').fill('报价单 3 号')
  await page.locator('.ant-modal').getByRole('button', { name: '保存' }).click()
  await saved()
  await card('计费项目').locator('li', { hasText: '登高车' }).getByText('商定 ¥300.00').waitFor()
  await card('计费项目').locator('li', { hasText: '差旅' }).getByRole('button', { name: '修改' }).click()
  await page.locator('#item-left-out').check()
  await page.locator('#item-reason').fill('顺路')
  await page.locator('.ant-modal').getByRole('button', { name: '保存' }).click()
  await saved()
  const left = await page.locator('.invoice-sum').textContent()
  assert.doesNotMatch(left ?? '', /未定/, left ?? '')
  await button('出示给客户').click()
  await page.locator('.tag.invoice-shown').waitFor()
  assert.equal(await button('开出').count(), 0, 'an agreed amount waits for the customer')
  await button('同意费用').click()
  await page.locator('#record-evidence').fill('签字的报价单')
  await page.locator('.ant-modal button[type=submit]').click()
  await saved()
  await page.getByText('客户已同意').waitFor()
  await button('开出').click()
  await page.locator('.tag.invoice-issued').waitFor()
  assert.match((await page.locator('h1').textContent()) ?? '', /费用单 FY-\d{4}-\d{6}/)
})

test('what was entered is taken away again, what a record says is left out, and a draft that nobody saw is removed', async () => {
  const ticket = await repaired('膨胀阀异响', 'wear')
  const { id } = await post<{ id: string }>('/invoices', { ticket })
  await page.goto(`${stage.url}/invoices/${id}`)
  await card('计费项目').getByRole('button', { name: '添加项目' }).click()
  await page.locator('#item-name').fill('吊具')
  await page.locator('#item-listFen').fill('5')
  await page.locator('#item-reason').fill('收据')
  await page.locator('.ant-modal').getByRole('button', { name: '保存' }).click()
  await saved()
  await card('计费项目').locator('li', { hasText: '吊具' }).getByRole('button', { name: '修改' }).click()
  await button('去掉这一项').click()
  await saved()
  assert.equal(await card('计费项目').locator('li', { hasText: '吊具' }).count(), 0)
  await card('计费项目').locator('li', { hasText: 'valve' }).getByRole('button', { name: '修改' }).click()
  await page.locator('#item-left-out').check()
  await page.locator('#item-reason').fill('客户自备')
  await page.locator('.ant-modal').getByRole('button', { name: '保存' }).click()
  await saved()
  await card('计费项目').locator('li .voided', { hasText: 'valve' }).waitFor()
  await button('删除草稿').click()
  await page.waitForURL(new RegExp(`/tickets/${ticket}`))
  await card('费用').getByText('还没有费用单。').waitFor()
})

test('the cause judged anew: the issued bill says by how much it departs, the correcting one is drawn up, and the list finds it', async () => {
  const ticket = await repaired('压缩机进液', 'wear')
  const { items } = await get<{ items: { id: string; number?: string; ticket: { id: string } }[] }>(
    '/invoices?state=issued&customer=jinping',
  )
  assert.equal(items.length, 1)
  const made = await post<{ id: string; version: number; account: { items: { id: string; column: string }[] } }>('/invoices', { ticket })
  const changes = made.account.items.map(({ id, column }) =>
    column === 'parts' ? { of: id, listFen: 64_000, costFen: 42_000, reason: '价目表' } : { of: id, leftOut: true, reason: '合并' },
  )
  const kept = await (
    await page.context().request.put(`${stage.url}/api/invoices/${made.id}`, {
      data: { version: made.version, content: { stated: {}, added: [], changes } },
      headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
    })
  ).json()
  const shown = await post<{ version: number }>(`/invoices/${made.id}/show`, { version: kept.version })
  await post(`/invoices/${made.id}/issue`, { version: shown.version })
  await post(`/tickets/${ticket}/judge`, { cause: 'human-damage' })
  await page.goto(`${stage.url}/invoices`)
  await choose(page, 'invoice-state', '待更正')
  await page.waitForURL(/state=to-correct/)
  await page.locator('.sheet-list li').first().waitFor()
  await page.locator('.sheet-list a', { hasText: '压缩机进液' }).click()
  await page.locator('.invoice-departure').waitFor()
  await button('开更正单').click()
  await page.getByText(/^更正 FY-/).waitFor()
  await page.getByRole('heading', { name: '费用单草稿' }).waitFor()
})

test('the list is narrowed by month and customer, summed, and taken along as a file', async () => {
  await page.goto(`${stage.url}/invoices`)
  await page.locator('.invoice-sums').waitFor()
  const month = await page.evaluate(() => new Date().toISOString().slice(0, 7))
  const [year, of] = month.split('-').map(Number)
  await page.locator('#invoice-month').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: `${year}年${of}月` }).click()
  await page.waitForURL(new RegExp(`month=${month}`))
  await page.locator('#invoice-customer').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '锦屏市第三人民医院' }).click()
  await page.waitForURL(/customer=jinping/)
  await page.goto(`${stage.url}/invoices?customer=${CUSTOMER}`)
  const download = page.waitForEvent('download')
  await button('导出 CSV').click()
  const file = await (await download).path()
  const text = readFileSync(file, 'utf8')
  assert.match(text, /^\uFEFF"费用单号","状态"/)
  assert.match(text, /冷凝压力高/)
  const rows = text.trim().split('\r\n').length - 1
  const administrator = await stage.as('admin')
  await administrator.page.goto(`${stage.url}/trail`)
  const lines = administrator.page.locator('.trail-row', { hasText: '导出费用单' })
  assert.match((await lines.textContent()) ?? '', new RegExp(`锦屏市第三人民医院 · 共 ${rows} 行`))
  await post('/taken/invoices', { state: 'issued', month: '2026-03', count: 4 })
  await administrator.page.reload()
  await lines.filter({ hasText: '2026年3月 · 已开出 · 共 4 行' }).waitFor()
})

test('the customer sees the same lines of the bill that was shown, and agrees himself', async () => {
  const ticket = await repaired('送客户看', 'wear')
  const made = await post<{ id: string; version: number; account: { items: { id: string }[] } }>('/invoices', { ticket })
  const content = {
    stated: {},
    added: [{ id: 'one', column: 'loss', name: '高空作业', agreedFen: 20_000, evidence: '报价' }],
    changes: made.account.items.map(({ id }) => ({ of: id, leftOut: true, reason: '合并' })),
  }
  const kept = await (
    await page.context().request.put(`${stage.url}/api/invoices/${made.id}`, {
      data: { version: made.version, content },
      headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
    })
  ).json()
  await post(`/invoices/${made.id}/show`, { version: kept.version })
  await buyer.page.goto(`${stage.url}/invoices/${made.id}`)
  await buyer.page.getByText('高空作业').first().waitFor()
  assert.equal(await button('开出', buyer.page).count(), 0)
  await button('同意费用', buyer.page).click()
  await buyer.page.getByText('客户已同意').waitFor()
})

test('nothing was asked of another host, and no page broke', () => {
  assert.deepEqual([...manager.complaints, ...buyer.complaints], [])
})
