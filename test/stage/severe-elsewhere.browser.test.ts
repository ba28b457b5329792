import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { auditTenant } from '../../src/server/audit.ts'
import { choose } from '../browser/choose.testing.ts'
import { enterFirst, foundFirm, invite } from './firm.testing.ts'
import { HOUR_MS, setStage } from './stage.testing.ts'

/** A service manager takes over a plan that leaves a place open, agrees on it with the customer, and sees the first fault run by it. */
const stage = await setStage({ past: 0 })
const firm = await foundFirm(stage, { id: 'lanqiao', name: '岚桥安全设备' })
const PLAN = join(import.meta.dirname, '../../plans/keyou.yaml')
const PLACE = '到场 · 时限（严重故障 · 重庆以外）'
const OPEN = new RegExp(PLACE)

const page = await firm.open()
const inRail = (name: string) => page.locator('.rail').getByRole('link', { name }).click()
const save = () => page.locator('.ant-modal').getByRole('button', { name: '保存' }).click()
const card = (title: string) => page.locator('.place-card', { has: page.getByRole('heading', { name: title, exact: true }) })
const clock = (title: string, on: Page = page) => on.locator('.clock-card', { has: on.getByText(title, { exact: true }) }).first()

test('a service manager comes into a new firm', async () => {
  const first = await firm.open()
  await enterFirst(firm, first, { name: '白榆', account: 'bai', password: 'copper-meadow-52' })
  await invite(firm, { by: first, to: page }, { name: '陆川', account: 'lu', password: 'harbor-linden-64', role: '客服经理' })
})

test('the plan is imported from its file, and its open place is a question beside its clause', async () => {
  await inRail('方案')
  await page.getByRole('link', { name: '起草方案' }).click()
  await page.locator('input[type=file]').setInputFiles(PLAN)
  await page.locator('h1', { hasText: '安全设备质量服务承诺' }).waitFor()
  const question = page.locator('.clause-block', { hasText: '重庆以外的严重故障没有写明时长' }).locator('.plan-finding')
  await question.getByText('待填').waitFor()
  await question.getByText(OPEN).waitFor()
  await page.getByRole('button', { name: '存为第 1 版' }).click()
  await page.waitForURL(/\/plans\/keyou@1$/)
  await card('签合同时要填').getByText(OPEN).waitFor()
})

test('customer, a site outside Chongqing and its device are registered', async () => {
  await inRail('客户设备')
  await page.getByRole('button', { name: '添加客户' }).click()
  await page.locator('#record-name').fill('浔江银行')
  await save()
  await page.getByRole('heading', { name: '浔江银行' }).waitFor()
  await page.getByRole('button', { name: '添加地点' }).click()
  await page.locator('#record-name').fill('南昌机房')
  await choose(page, 'record-zone', '重庆以外')
  await save()
  await page.locator('.place-card', { hasText: '南昌机房' }).getByRole('button', { name: '添加设备' }).click()
  await page.locator('#record-name').fill('边界防火墙')
  await page.locator('#record-model').fill('FW-9200')
  await save()
  await page.locator('li', { hasText: '边界防火墙' }).waitFor()
})

/** Both sides have signed: the contract is in force. */
async function sign(): Promise<void> {
  await page.getByRole('button', { name: '签署' }).click()
  await page.getByRole('button', { name: '确认签署' }).click()
  await page.locator('h1').getByText('生效中').waitFor()
}

test('the contract asks for the open place beside the clause as it was signed, and is given eight hours with their source', async () => {
  await inRail('方案')
  await page.locator('a.sheet-row', { hasText: 'keyou@1' }).click()
  await page.getByRole('link', { name: '按此签合同' }).click()
  await page.locator('#contract-number').fill('LQ-2026-01')
  await page.locator('#contract-title').fill('边界安全维保')
  await page.locator('#contract-customer').fill('浔江')
  await choose(page, 'contract-customer', '浔江银行')
  await choose(page, 'contract-sites', '南昌机房')
  await page.keyboard.press('Escape')
  await choose(page, 'contract-assets', '边界防火墙')
  await page.keyboard.press('Escape')
  const place = page.locator('.field', { hasText: OPEN })
  await place.getByText('“须到现场支持时').waitFor()
  await place.getByText('不填：只计时，不判超时').waitFor()
  await page.getByLabel(`${PLACE} 的值`).fill('8 小时')
  await page.getByRole('button', { name: '签署' }).click()
  await place.locator('.field-error').waitFor()
  await page.getByLabel(`${PLACE} 的出处`).fill('补充协议第 2 条')
  await sign()
  await card('约定的值').getByText('8 小时 补充协议第 2 条').waitFor()
})

test('a severe fault outside Chongqing: nobody is sent before remote help has failed; then the arrival runs by the contract’s term', async () => {
  await inRail('客户设备')
  await page.getByText('浔江银行').first().click()
  await page.locator('li', { hasText: '边界防火墙' }).getByRole('link', { name: '报修' }).click()
  await page.locator('#new-title').fill('双机切换失败，网银中断')
  await choose(page, 'new-grade', '严重故障')
  await page.locator('.preview').getByText('到场', { exact: true }).waitFor()
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.waitForURL(/\/tickets\/[\w-]{8,}$/)
  await clock('到场').getByText('等待确定需要上门').waitFor()
  await page.keyboard.press('r')
  await page.getByRole('textbox', { name: '回复客户' }).fill('远程看过，须到现场。')
  await page.getByRole('button', { name: '登记答复' }).click()
  await clock('答复')
    .getByText(/已兑现/)
    .waitFor()
  const side = page.locator('.ticket-side')
  const dialog = page.getByRole('dialog')
  await side.getByRole('button', { name: '需要上门' }).click()
  await dialog.getByRole('button', { name: '需要上门' }).click()
  await dialog.getByText('软硬件出了故障，先做远程服务，远程解决不了才上门。').waitFor()
  await dialog.getByRole('button', { name: '不做了' }).click()
  for (const name of ['远程未解决', '需要上门']) {
    await side.getByRole('button', { name }).click()
    await dialog.getByRole('button', { name }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  await clock('到场')
    .getByText(/剩余 7 小时 59 分/)
    .waitFor()
})

test('its why names the clause, the term and where that was agreed', async () => {
  await clock('到场').click()
  const why = page.locator('.why')
  await why.locator('.cite', { hasText: '“须到现场支持时' }).waitFor()
  await why.getByText('严重故障 · 重庆以外').waitFor()
  await why.getByText('8 小时 补充协议第 2 条').waitFor()
  await why.getByText('逐句说明').click()
  await why.getByText('这个值由合同约定：8 小时（补充协议第 2 条）。').waitFor()
  await why.getByRole('button', { name: '关闭' }).click()
})

test('the engineer arrives: the promise is kept, and everything derives again to the same', async () => {
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByRole('button', { name: '到场' }).click()
  await clock('到场')
    .getByText(/已兑现，提前 7 小时/)
    .waitFor()
  const id = page.url().split('/').at(-1)
  const { obligations } = await (await page.context().request.get(`${stage.url}/api/tickets/${id}`)).json()
  const arrive = obligations.find((one: { promise: string }) => one.promise === 'arrive')
  assert.deepEqual([arrive.state, arrive.dueAt - arrive.openedAt], ['kept', 8 * HOUR_MS])
  assert.deepEqual((await auditTenant(stage.server.services, firm.id)).differences, [])
  assert.deepEqual(firm.complaints, [])
})
