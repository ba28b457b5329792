import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paste } from '../rooms/paste.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

// Lists that are longer than a page, and an objection of the vendor's own.

const stage = await setStage({ past: 0 })
const customer = await stage.as('zheng', { width: 390, height: 844 })
const manager = await stage.as('gu')
const agent = await stage.as('xu')

async function post(path: string, data: object, by = manager): Promise<{ id: string }> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await by.context.request.post(`${stage.url}/api${path}`, { data, headers })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as { id: string }
}

test('tickets and devices beyond the first page are shown when asked for', async () => {
  const { items } = (await (await manager.context.request.get(`${stage.url}/api/sites?customer=jinping`)).json()) as {
    items: { id: string }[]
  }
  const site = items[0]?.id ?? assert.fail('no site')
  for (let made = 0; made < 25; made++)
    await post('/tickets', { channel: 'phone', title: `第 ${made} 件`, customer: 'jinping', contract: 'ht-2025-031' })
  for (let made = 0; made < 12; made++) await post('/assets', { name: `摄像机 ${made}`, customer: 'jinping', site })
  const { page } = customer
  for (const [path, card] of [
    ['tickets', '.ticket-card'],
    ['devices', '.device-card'],
  ] as const) {
    await page.goto(`${stage.url}/portal/${path}`)
    await page.locator(card).first().waitFor()
    const shown = await page.locator(card).count()
    await page.getByRole('button', { name: '再看一些' }).click()
    await page.waitForFunction(({ of, count }) => document.querySelectorAll(of).length > count, { of: card, count: shown })
  }
  assert.deepEqual(customer.complaints, [])
})

test('the vendor objects to an entry from its menu, with a picture pasted into the form', async () => {
  const { id } = await post('/tickets', { channel: 'phone', title: '空调漏水', customer: 'jinping', contract: 'ht-2025-031' }, agent)
  await post(`/tickets/${id}/reply`, { channel: 'phone', summary: '下午来看' }, agent)
  const { page } = manager
  await page.goto(`${stage.url}/tickets/${id}`)
  await page.getByRole('heading', { name: '空调漏水' }).waitFor()
  await page.locator('.fact', { hasText: '下午来看' }).locator('.fact-menu').click()
  await page.getByRole('menuitem', { name: '提出异议' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('textarea').first().waitFor()
  await paste(dialog.locator('textarea').first())
  await dialog.locator('.upload').first().waitFor()
})
