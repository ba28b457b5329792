import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR_MS, setStage, travel } from './stage.testing.ts'

// 大屏: hangs in the room of the desk, follows by itself, and nobody touches it.

const stage = await setStage()
const manager = await stage.as('gu', { width: 1920, height: 1080 })
const agent = await stage.as('xu')
const { page } = manager
const figure = (name: string) => page.locator('.wall-figure', { has: page.getByText(name, { exact: true }) }).locator('b')
const post = async (path: string, data: object): Promise<{ id: string }> => {
  const answer = await agent.context.request.post(`${stage.url}/api${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as { id: string }
}

test('from the overview one comes to the wall: the nearest clocks, the figures of today, and who is on duty', async () => {
  await page.goto(`${stage.url}/overview`)
  await page.getByRole('link', { name: '大屏' }).click()
  await page.locator('.wall-row').first().waitFor()
  await page.getByRole('region', { name: '现在值班' }).getByText('顾南').waitFor()
  assert.match(await figure('今天报修').innerText(), /^\d+$/)
  assert.equal(await page.locator('.rail').count(), 0)
})

test('a fault that comes in stands on it by itself, and once its time is over it leads in red', async () => {
  const before = Number(await figure('今天报修').innerText())
  await post('/tickets', { channel: 'phone', title: '大屏上的故障', customer: 'jinping', contract: 'ht-2025-031', type: 'fault' })
  const row = page.locator('.wall-row', { hasText: '大屏上的故障' })
  await row.locator('[data-tone=open], [data-tone=near]').waitFor()
  await page.waitForFunction(
    (count) => [...document.querySelectorAll('.wall-figure b')].some((one) => Number(one.textContent) === count),
    before + 1,
  )
  await travel(agent, stage.url, HOUR_MS)
  await row.locator('[data-tone=broken]').waitFor()
  assert.match(await figure('已超时').innerText(), /^[1-9]/)
})

test('it fills the screen and nothing of it has to be scrolled to; on a phone it is a page', async () => {
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), 1080)
  const phone = await stage.as('gu', { width: 390, height: 844 })
  await phone.page.goto(`${stage.url}/wall`)
  await phone.page.locator('.wall-row').first().waitFor()
  assert.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth), 390)
  assert.deepEqual([...manager.complaints, ...phone.complaints], [])
})

test('it is the firm’s own: a customer’s people learn nothing of the day', async () => {
  const customer = await stage.as('zheng')
  assert.equal((await customer.context.request.get(`${stage.url}/api/desk/today`)).status(), 403)
})
