import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage()
const manager = await stage.as('admin')
const { page } = manager
const form = page.locator('.ant-modal', { has: page.locator('form') })
const conflict = page.locator('.conflict')

const go = (path: string, on: Page = page) => on.goto(`${stage.url}${path}`)
const save = () => form.getByRole('button', { name: '保存' }).click()

type Stored = { readonly version: number; readonly id: string }

/** Somebody else is faster: the record changes under the open form. */
async function changeElsewhere(path: string, change: Record<string, unknown>): Promise<void> {
  const { request } = page.context()
  const { version } = (await (await request.get(`${stage.url}/api${path}`)).json()) as Stored
  const answer = await request.patch(`${stage.url}/api${path}`, {
    data: { version, ...change },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
}

test('customers are found by initials; what is not there is named back', async () => {
  await go('/customers')
  await page.locator('a.sheet-row').nth(3).waitFor()
  const find = page.locator('.sheet-find input')
  await find.fill('yz')
  await page.waitForFunction(() => document.querySelectorAll('a.sheet-row').length === 1)
  await page.locator('a.sheet-row', { hasText: '云栈数据中心' }).waitFor()
  await find.fill('没有这家')
  await page.getByText('没有找到“没有这家”。').waitFor()
  await page.locator('.sheet-find .ant-input-clear-icon').click()
  await page.locator('a.sheet-row').nth(3).waitFor()
})

test('a customer cannot be saved without a name, and an abandoned form adds nobody', async () => {
  await go('/customers')
  await page.locator('a.sheet-row').first().waitFor()
  const before = await page.locator('a.sheet-row').count()
  await page.getByRole('button', { name: '添加客户' }).click()
  await page.locator('#record-contactName').fill('后勤处 贾工')
  assert.ok(await form.getByRole('button', { name: '保存' }).isDisabled())
  await page.locator('#record-name').fill('不会存下的一家')
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('a.sheet-row').first().waitFor()
  assert.equal(await page.locator('a.sheet-row').count(), before)
})

test('from a customer one goes to its open tickets, its promise board, and a ticket for one device', async () => {
  const desk = await stage.as('xu')
  await go('/customers/jinping', desk.page)
  await desk.page
    .locator('.sheet-head')
    .getByRole('link', { name: /未关闭/ })
    .click()
  await desk.page.waitForURL(/\/tickets\?.*customer=jinping/)
  await desk.page.goBack()
  await desk.page.locator('.place-card', { hasText: '合同' }).locator('a.sheet-row').first().click()
  await desk.page.waitForURL(/\/board\/ht-/)
  await desk.page.goBack()
  const device = desk.page.locator('.place-card li', { hasText: '自助挂号机' })
  await device.getByRole('link', { name: /未关闭/ }).click()
  await desk.page.waitForURL(/asset=zz-15/)
  await desk.page.locator('.ticket-row .device', { hasText: '自助挂号机' }).first().waitFor()
  await desk.page.goBack()
  await device.getByRole('link', { name: '报修' }).click()
  await desk.page.waitForURL(/\/tickets\/new\?.*asset=zz-15/)
  await desk.page.goBack()
  await desk.page.locator('.sheet-head').getByRole('link', { name: '新建工单' }).click()
  await desk.page.waitForURL(/\/tickets\/new\?customer=jinping/)
  assert.deepEqual(desk.complaints, [])
  await desk.context.close()
})

test('a note of several lines and a contact are kept; emptying a field empties the record', async () => {
  await go('/customers/mingde')
  await page.getByRole('button', { name: '修改', exact: true }).click()
  await page.locator('#record-contactPhone').fill('分机 Q77')
  await page.locator('#record-note').fill('午休时间不进教室。\n西门登记。')
  await save()
  await page
    .locator('.sheet-head', { hasText: '分机 Q77' })
    .getByText(/午休时间不进教室/)
    .waitFor()
  await page.getByRole('button', { name: '修改', exact: true }).click()
  assert.equal(await page.locator('#record-note').inputValue(), '午休时间不进教室。\n西门登记。')
  await page.locator('#record-contactPhone').fill('')
  await save()
  await form.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByText(/午休时间不进教室/).waitFor()
  assert.equal(await page.getByText('分机 Q77').count(), 0)
})

test('a place in another zone and a device with its class and day of acceptance stand as they were typed', async () => {
  await go('/customers/mingde')
  await page.getByRole('button', { name: '添加地点' }).click()
  await page.locator('#record-name').fill('实验楼')
  await page.locator('#record-address').fill('锦屏市明德街 23 号')
  await choose(page, 'record-zone', '重庆以外')
  await save()
  const place = page.locator('.place-card', { hasText: '实验楼' })
  await place.getByRole('button', { name: '添加设备' }).click()
  await page.locator('#record-name').fill('气体报警主机')
  await page.locator('#record-model').fill('QB-9')
  await page.locator('#record-class').fill('A')
  await page.locator('#record-acceptedOn').fill('2026-03-09')
  await save()
  await place.locator('li', { hasText: '气体报警主机' }).getByText('2026-03-09 验收').waitFor()
  await place.getByText('重庆以外').waitFor()
  await page.reload()
  await page.getByRole('button', { name: '修改 气体报警主机' }).click()
  assert.equal(await page.locator('#record-class').inputValue(), 'A')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '修改 实验楼' }).click()
  await page.locator('.ant-modal').getByText('重庆以外').waitFor()
  await page.keyboard.press('Escape')
})

test('a device that a colleague changed meanwhile: field against field, and dropping one’s own keeps theirs', async () => {
  await go('/customers/jinping')
  await page.getByRole('button', { name: '修改 公共广播主机' }).click()
  await page.locator('#record-serial').fill('CHPA24-0083')
  await changeElsewhere('/assets/pa-240', { serial: 'CHPA24-0099' })
  await save()
  const line = conflict.locator('tbody tr')
  await line.first().waitFor()
  assert.deepEqual(await line.locator('td').allTextContents(), ['CHPA24-0083', 'CHPA24-0099'])
  await conflict.getByRole('button', { name: '先不提交' }).click()
  await conflict.waitFor({ state: 'detached' })
  assert.equal(await page.locator('#record-serial').inputValue(), 'CHPA24-0083')
  await page.keyboard.press('Escape')
  await page.getByText('序列号 CHPA24-0099').waitFor()
})

test('a place that a colleague changed meanwhile: after a look one’s own goes over it', async () => {
  await go('/customers/jinping')
  await page.getByRole('button', { name: '修改 东院区' }).click()
  await page.locator('#record-address').fill('锦屏市东山镇 20 号')
  await changeElsewhere('/sites/jinping-east', { address: '锦屏市东山镇 19 号' })
  await save()
  await conflict.getByText('锦屏市东山镇 19 号').waitFor()
  await conflict.getByRole('button', { name: '看过了，按我填的提交' }).click()
  await page.locator('.place-card', { hasText: '锦屏市东山镇 20 号' }).waitFor()
})

test('while the server cannot be reached nothing typed is lost, and the form is saved later', async () => {
  await go('/customers/xingye')
  await page.getByRole('button', { name: '修改', exact: true }).click()
  await page.locator('#record-contactName').fill('工程部 陆主管')
  await manager.context.setOffline(true)
  await save()
  await form.getByText(/没有连上服务器/).waitFor()
  assert.equal(await page.locator('#record-contactName').inputValue(), '工程部 陆主管')
  await manager.context.setOffline(false)
  await save()
  await page.locator('.sheet-head', { hasText: '工程部 陆主管' }).waitFor()
})

test('a customer’s own people do not reach the vendor’s list of customers, nor a customer’s page by its address', async () => {
  const customer = await stage.as('zheng')
  for (const path of ['/customers', '/customers/mingde']) {
    await go(path, customer.page)
    await customer.page.getByRole('heading', { name: '郑工，您好' }).waitFor()
    await customer.page.locator('.device-card').first().waitFor()
    assert.equal(await customer.page.getByText('明德中学').count(), 0)
  }
  assert.deepEqual(customer.complaints, [])
  await customer.context.close()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(manager.complaints, [])
})
