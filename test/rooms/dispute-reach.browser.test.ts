import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage()
const manager = await stage.as('gu')
const agent = await stage.as('xu')
const customer = await stage.as('zheng')
const CONTRACT = 'ht-2025-031'

async function api<Answer>(path: string, on: Page): Promise<Answer> {
  const answer = await on.context().request.get(`${stage.url}/api${path}`)
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

async function tell<Answer>(path: string, data: object, on: Page): Promise<Answer> {
  const answer = await on.context().request.post(`${stage.url}/api${path}`, { data, headers: { 'idempotency-key': randomUUID() } })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

type Contract = { readonly version: number; readonly assets: readonly { readonly id: string; readonly name: string }[] }

const card = (title: string, on: Page) => on.locator('.place-card', { has: on.getByRole('heading', { name: title, exact: true }) })

async function object(on: Page, reason: string): Promise<void> {
  const dialog = on.getByRole('dialog')
  await dialog.locator('#record-reason').fill(reason)
  await dialog.getByRole('button', { name: '提出异议' }).click()
  await on.getByText('异议已登记，等对方答复').waitFor()
}

test('a customer objects to a milestone where it stands, and both sides see the mark', async () => {
  const { version } = await api<Contract>(`/contracts/${CONTRACT}`, manager.page)
  await tell(`/contracts/${CONTRACT}/reach`, { version, milestone: 'delivered', evidence: '到货单 12' }, manager.page)
  const { page } = customer
  await page.goto(`${stage.url}/contracts/${CONTRACT}`)
  const line = card('里程碑', page).locator('.milestone', { hasText: '到货' })
  await line.getByRole('button', { name: '对“到货”提出异议' }).click()
  await object(page, '到货少一箱')
  await line.getByRole('link', { name: '异议' }).waitFor()
  await manager.page.goto(`${stage.url}/contracts/${CONTRACT}`)
  await card('里程碑', manager.page).locator('.milestone', { hasText: '到货' }).getByRole('link', { name: '异议' }).click()
  await manager.page.getByText('到货少一箱').waitFor()
})

test('a colleague objects to a service record; who entered it is offered no objection to it', async () => {
  await tell('/services', { type: 'training.held', contract: CONTRACT, values: { kind: 'onsite' } }, agent.page)
  for (const [on, offered] of [
    [agent.page, 0],
    [manager.page, 1],
  ] as const) {
    await on.goto(`${stage.url}/contracts/${CONTRACT}`)
    const entry = card('服务记录', on).locator('.service-entry', { hasText: '培训' }).first()
    await entry.waitFor()
    assert.equal(await entry.locator('.dispute-open').count(), offered)
  }
  const entry = card('服务记录', manager.page).locator('.service-entry', { hasText: '培训' }).first()
  await entry.locator('.dispute-open').click()
  await object(manager.page, '当天改期了')
  await entry.getByRole('link', { name: '异议' }).waitFor()
})

test('a customer objects to what took their device out of cover; upheld, the cover is as it was', async () => {
  const { assets } = await api<Contract>(`/contracts/${CONTRACT}`, manager.page)
  const excluded = {
    type: 'cover.excluded',
    contract: CONTRACT,
    asset: assets[0]?.id,
    values: { reason: 'human-damage', evidence: '照片' },
  }
  await tell('/services', excluded, agent.page)
  const { page } = customer
  await page.goto(`${stage.url}/contracts/${CONTRACT}`)
  const step = card('质保', page).locator('.cover-line li', { hasText: '人为损坏' })
  await step.locator('.dispute-open').click()
  await object(page, '系正常磨损')
  await step.getByRole('link', { name: '异议' }).waitFor()
  await manager.page.goto(`${stage.url}/contracts/${CONTRACT}`)
  await card('质保', manager.page).getByRole('link', { name: '异议' }).click()
  await manager.page.getByRole('button', { name: '支持', exact: true }).click()
  await manager.page.locator('#record-remedy').click()
  await manager.page.locator('.ant-select-item-option', { hasText: '作废：不在质保内' }).click()
  await manager.page.locator('#record-reason').fill('复核照片，系磨损')
  await manager.page.getByRole('dialog').getByRole('button', { name: '支持', exact: true }).click()
  await manager.page.getByText('已作废有误的记录。').waitFor()
  await page.reload()
  await card('质保', page).locator('.cover-line').first().waitFor()
  assert.equal(await step.count(), 0)
})

test('the record of the contract shows the same marks, and no page asked another host or broke', async () => {
  const { page } = customer
  const row = card('记录', page).locator('.sheet-row', { hasText: '到货' })
  await row.getByRole('link', { name: '异议' }).waitFor()
  assert.deepEqual([...manager.complaints, ...agent.complaints, ...customer.complaints], [])
})
