import assert from 'node:assert/strict'
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
