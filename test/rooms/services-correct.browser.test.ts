import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage()
const manager = await stage.as('gu')
const { page } = manager
const CONTRACT = 'ht-2025-031'

async function tell(path: string, data: object): Promise<void> {
  const answer = await page.context().request.post(`${stage.url}/api${path}`, { data, headers: { 'idempotency-key': randomUUID() } })
  assert.ok(answer.ok(), await answer.text())
}

const card = page.locator('.place-card', { has: page.getByRole('heading', { name: '服务记录', exact: true }) })
const drawer = page.locator('.service-drawer')
const entries = () => card.locator('.service-row', { hasText: '备件' }).first().locator('.service-entry')

test('a wrong quantity is put right where it stands: before beside after, with the reason; the wrong entry stays, void', async () => {
  await tell('/services', { type: 'part.replaced', contract: CONTRACT, values: { part: 'P-100', quantity: 12 } })
  await page.goto(`${stage.url}/contracts/${CONTRACT}`)
  await entries().first().getByRole('button', { name: '更正' }).click()
  await drawer.getByText('还没有改动。').waitFor()
  await page.locator('#service-quantity').fill('2')
  await drawer.locator('.correct-changes li', { hasText: '12' }).getByText('2', { exact: true }).waitFor()
  await drawer.getByRole('button', { name: '更正' }).click()
  assert.equal(await drawer.locator('.field-error').count(), 1)
  await page.locator('#service-reason').fill('多打了一个 1')
  await drawer.getByRole('button', { name: '更正' }).click()
  await page.getByText('已更正，原记录作废').waitFor()
  await drawer.waitFor({ state: 'detached' })
  await entries()
    .nth(1)
    .getByText(/数量 2/)
    .waitFor()
  assert.equal(await entries().count(), 2)
  assert.equal(await entries().locator('.voided').count(), 1)
})

test('a wrong hour is shown before it is put right, and asks by what it can be shown; the drawer is left by its button', async () => {
  await entries().nth(1).getByRole('button', { name: '更正' }).click()
  await page.locator('#service-at').fill('2026-01-05T09:00')
  await drawer.locator('.correct-changes li', { hasText: '发生时间' }).waitFor()
  await page.locator('#service-lateEvidence').fill('领料单 7')
  await drawer.getByRole('button', { name: '不做了' }).click()
  await drawer.waitFor({ state: 'detached' })
  await entries().nth(1).getByRole('button', { name: '更正' }).click()
  await page.locator('.ant-drawer-close').click()
  await drawer.waitFor({ state: 'detached' })
  assert.equal(await entries().count(), 2)
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(manager.complaints, [])
})
