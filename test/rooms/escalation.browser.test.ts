import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { HOUR_MS, MINUTE_MS, setStage, travel } from '../stage/stage.testing.ts'

/** A clock breaks at night: the first rung does not answer, the second acknowledges. */
const stage = await setStage({ past: 0 })
const agent = await stage.as('xu')
const manager = await stage.as('gu')
const boss = await stage.as('admin')
const SHOTS = process.env.SHOTS
const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}

const headers = () => ({ 'idempotency-key': crypto.randomUUID(), origin: stage.url })
async function report(title: string): Promise<{ id: string; number: string }> {
  const assets = await agent.context.request.get(`${stage.url}/api/assets?customer=jinping&limit=1`)
  const [asset] = ((await assets.json()) as { items: { id: string }[] }).items
  const data = { channel: 'phone', title, customer: 'jinping', asset: asset!.id, description: '无人应答' }
  const answer = await agent.context.request.post(`${stage.url}/api/tickets`, { data, headers: headers() })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as { id: string; number: string }
}

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`${stage.url}/tickets/${id}`)
  await page.getByRole('region', { name: '升级' }).waitFor()
}

test('how long a role has and who is told after the plan’s own is set beside the teams', async () => {
  const { page } = boss
  await page.goto(`${stage.url}/settings/teams`)
  const setting = page.getByRole('region', { name: '升级' })
  const wait = setting.getByLabel('等待确认')
  assert.equal(await wait.inputValue(), '15')
  await wait.fill('10')
  await setting.getByLabel('再告知').click()
  await page.locator('.ant-select-dropdown').getByText('管理员', { exact: true }).click()
  await page.keyboard.press('Escape')
  await shot(page, 'setting')
  await setting.getByRole('button', { name: '保存升级设置' }).click()
  await page.getByText('升级设置已保存，此后的超时按此告知').waitFor()
  await page.reload()
  await setting.getByText('管理员').waitFor()
  assert.equal(await wait.inputValue(), '10')
})

test('an escalation that the first rung leaves lying is acknowledged on the second, and goes no further', async () => {
  const { id } = await report('夜间冷水机组停机')
  await travel(boss, stage.url, 3 * HOUR_MS)
  await open(manager.page, id)
  const first = manager.page.getByRole('region', { name: '升级' }).getByRole('listitem').first()
  await shot(manager.page, 'before')
  await first.getByText(/已升级至.*经理 · .* 告知 顾南 · 未确认，.* 转管理员/).waitFor()
  await shot(manager.page, 'first-rung')
  await travel(boss, stage.url, 11 * MINUTE_MS)
  await manager.page.goto(`${stage.url}/overview`)
  const desk = manager.page.getByRole('region', { name: '升级未确认' })
  await desk.getByText('夜间冷水机组停机').first().waitFor({ state: 'attached' })
  await shot(manager.page, 'desk')
  const wall = await stage.as('gu', { width: 1920, height: 1080, dark: true })
  await wall.page.goto(`${stage.url}/wall`)
  const count = wall.page.getByRole('region', { name: '升级未确认' }).getByRole('heading').locator('b')
  await count.waitFor()
  await shot(wall.page, 'wall')
  const before = Number(await count.innerText())
  const { page } = boss
  await open(page, id)
  const line = page.getByRole('region', { name: '升级' }).getByRole('listitem').first()
  await line.getByText(/已升级至管理员 · .* 告知 .* · 未确认，已是最后一级/).waitFor()
  await page
    .locator('.timeline')
    .getByText(/升级至管理员，告知/)
    .first()
    .waitFor()
  await line.getByRole('button', { name: '确认收到' }).click()
  await line.getByText(/确认收到$/).waitFor()
  await line.getByRole('button', { name: '确认收到' }).waitFor({ state: 'detached' })
  await shot(page, 'second-rung')
  // live, without a reload
  await wall.page
    .locator('.wall-escalations h2 b')
    .getByText(String(before - 1), { exact: true })
    .waitFor()
  await desk.getByText('夜间冷水机组停机').waitFor({ state: 'detached' })
})

test('what is acknowledged in the inbox is acknowledged on the ticket', async () => {
  const { id, number } = await report('夜间空压机停机')
  await travel(boss, stage.url, 3 * HOUR_MS)
  const { page } = manager
  await page.goto(`${stage.url}/inbox`)
  const item = page.locator('.inbox-item', { hasText: number }).first()
  await item.getByRole('button', { name: '确认收到' }).click()
  await item.waitFor({ state: 'detached' })
  await open(page, id)
  await page
    .getByRole('region', { name: '升级' })
    .getByText(/顾南 .* 确认收到$/)
    .first()
    .waitFor()
})
