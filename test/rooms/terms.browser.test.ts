import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager

const RATE = 'term-charges.charge-1.parts'
const card = (title: string) => page.locator('.place-card', { has: page.getByRole('heading', { name: title, exact: true }) })
const termOf = async (key: string): Promise<any> => {
  const contract = await (await page.context().request.get(`${stage.url}/api/contracts/ht-2025-031`)).json()
  return contract.terms.find((one: { key: string }) => one.key === key)
}

test('a plan lists the prices that it leaves to the contract', async () => {
  await page.goto(`${stage.url}/plans/shebei-2nian@1`)
  const asked = page.locator('.place-card .sheet-row')
  await asked.filter({ hasText: '价目 · 配件' }).waitFor({ timeout: 30_000 })
  await asked.filter({ hasText: '收费 · 配件怎么收（质保为设备质保且原因为人为损坏）' }).waitFor()
})

test('a contract says how something is charged, in words or by an amount, and what parts cost; the page tells it with where it stands', async () => {
  await page.goto(`${stage.url}/contracts/ht-2025-031/amend`)
  await page.locator(`[id="${RATE}"]`).waitFor()
  await choose(page, RATE, '按成本')
  await choose(page, RATE, '固定金额')
  const field = page.locator('.field', { has: page.locator(`[id="${RATE}"]`) })
  await field.getByLabel(/：数值$/).fill('300.00')
  await field.getByLabel(/的出处$/).fill('补充协议二')
  await page.locator('[id="term-prices.parts"]').fill('P-100 水泵 1200.00\nP-7 密封 18')
  await page.getByLabel('价目 · 配件 的出处').fill('价格附件')

  await page.locator('#contract-reason').fill('约定价目')
  await page.getByRole('button', { name: '登记变更' }).click()
  await page.waitForURL(/\/contracts\/ht-2025-031$/)
  const agreed = card('约定的值')
  await agreed.getByText(/300\.00 元\s*补充协议二/).waitFor()
  await agreed.getByText(/水泵 P-100 1200\.00 元、密封 P-7 18\.00 元\s*价格附件/).waitFor()
  await agreed.getByText(/^尚未约定 \d+ 处$/).click()

  assert.equal((await termOf('charges.charge-1.parts')).value, '300.00')
})

test('a price list with a line that lacks its price is refused under the field, with the line', async () => {
  await page.goto(`${stage.url}/contracts/ht-2025-031/amend`)
  await page.locator('[id="term-prices.parts"]').fill('P-100 水泵 1200.00\nP-7 密封')
  await page.locator('#contract-reason').fill('改价')
  await page.getByRole('button', { name: '登记变更' }).click()
  await page
    .getByText(/价目第 2 行不对/)
    .first()
    .waitFor()
  assert.equal((await termOf('prices.parts')).value.length, 2)
  assert.deepEqual(
    manager.complaints.filter((one) => !/422|400/.test(one)),
    [],
  )
})

const HOURS = 'term-calendars.workdays'

test('the hours that a plan leaves open are chosen day by day, and stand in the draft as the plan writes hours', async () => {
  const written = readFileSync(join(import.meta.dirname, '../../plans/keyou.yaml'), 'utf8')
  const yaml = written.replace(/^plan: keyou$/m, 'plan: keyou-b').replace(/^ {2}workdays: .*$/m, '  workdays: {hours: unstated}')
  const taken = await page.context().request.post(`${stage.url}/api/plans`, {
    data: { yaml },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(taken.ok(), await taken.text())
  await page.goto(`${stage.url}/contracts/new?plan=keyou-b@1`)
  await page.locator('#contract-title').fill('按时段的一份')
  const field = page.locator('.field', { has: page.locator(`[id="${HOURS}"]`) })
  await choose(page, HOURS, '全天候（7×24）')
  assert.equal(await field.locator('.hours-row').count(), 0)
  await choose(page, HOURS, '按每周的时段')
  const row = field.locator('.hours-row')
  await row.getByLabel('结束').fill('12')
  await row.getByRole('button', { name: '再加一段' }).click()
  await row.getByLabel('开始').nth(1).fill('1330')
  await row.getByLabel('结束').nth(1).fill('18:00')
  await row.getByRole('button', { name: '再加一段' }).click()
  await row.getByRole('button', { name: '去掉这一段' }).nth(2).click()
  await row.getByRole('button', { name: '周五' }).click()
  await field.getByRole('button', { name: '再加几天' }).click()
  await row.nth(1).getByLabel('开始').fill('9')
  await row.nth(1).getByLabel('结束').fill('12')
  await field.getByRole('button', { name: '再加几天' }).click()
  await row.nth(2).getByRole('button', { name: '去掉这一行' }).click()
  await field.getByLabel('按国家法定节假日与调休').click()
  await field.getByLabel(/的出处$/).fill('附件二')
  await page.getByRole('button', { name: '存为草稿' }).click()
  await page.waitForURL(/draft=/)
  const id = new URL(page.url()).searchParams.get('draft') ?? assert.fail('no draft')
  const { content } = await (await page.context().request.get(`${stage.url}/api/contract-drafts/${id}`)).json()
  const term = content.terms.find((one: { key: string }) => one.key === 'calendars.workdays')
  assert.equal(term.value, 'mon-thu 09:00-12:00 13:30-18:00; sat 09:00-12:00')
  await page.goto(page.url())
  await row.nth(1).waitFor()
  assert.equal(await row.count(), 2)
  assert.equal(await row.first().getByLabel('结束').nth(1).inputValue(), '18:00')
  await page.setViewportSize({ width: 390, height: 844 })
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390)
  await page.setViewportSize({ width: 1440, height: 1000 })
})

test('hours that say more than a week are typed as they stand, and nothing of them is lost', async () => {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const more = '每月末次周五 09:00-12:00'
  const terms = [{ key: 'calendars.workdays', value: more, source: '附件二' }]
  const kept = await page.context().request.post(`${stage.url}/api/contract-drafts`, {
    data: { title: '另有时段的一份', content: { plan: 'keyou-b@1', terms } },
    headers,
  })
  assert.ok(kept.ok(), await kept.text())
  const { id } = await kept.json()
  await page.goto(`${stage.url}/contracts/new?draft=${id}`)
  const field = page.locator(`[id="${HOURS}"]`)
  await field.waitFor()
  assert.equal(await field.inputValue(), more)
  await field.fill('mon-fri 09:00-18:00')
  await page.getByRole('button', { name: '存为草稿' }).click()
  await page.locator('.notice').first().waitFor()
  const { content } = await (await page.context().request.get(`${stage.url}/api/contract-drafts/${id}`)).json()
  assert.equal(content.terms.find((one: { key: string }) => one.key === 'calendars.workdays').value, 'mon-fri 09:00-18:00')
})

test('a calendar that a clause may take is offered by its hours, never by its name', async () => {
  const written = readFileSync(join(import.meta.dirname, '../../plans/keyou.yaml'), 'utf8')
  const yaml = written.replace(/^plan: keyou$/m, 'plan: keyou-c').replace('calendar: always', 'calendar: unstated')
  const taken = await page.context().request.post(`${stage.url}/api/plans`, {
    data: { yaml },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(taken.ok(), await taken.text())
  await page.goto(`${stage.url}/contracts/new?plan=keyou-c@1`)
  await choose(page, 'term-promises.reply.calendar', '周一至周五 00:00-24:00')
  const field = page.locator('.field', { has: page.locator('[id="term-promises.reply.calendar"]') })
  await field.locator('.ant-select-content', { hasText: '周一至周五 00:00-24:00' }).waitFor()
})
