import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { POINT } from '../../src/server/files/picture.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage()
const admin = await stage.as('admin')
const manager = await stage.as('gu')
const { page } = manager

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await page.context().request.post(`${stage.url}/api${path}`, { data, headers })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

/** A boiler whose contract covers it for three years from its acceptance. */
const DEVICE = 'bgl-24'
const CONTRACT = 'ht-2025-068'
const section = (name: string, on: Page = page) => on.getByRole('region', { name, exact: true })
const card = (title: string, on: Page = page) => on.locator('.place-card', { has: on.getByRole('heading', { name: title, exact: true }) })

async function open(on: Page = page): Promise<void> {
  await on.goto(`${stage.url}/devices/${DEVICE}`)
  await on.getByRole('heading', { name: '壁挂炉 0703 BG-24' }).waitFor()
}

const report = { channel: 'phone', title: '壁挂炉不点火', description: '现场来电', customer: 'bailu', asset: DEVICE, contract: CONTRACT }
const ticket = (await post<{ id: string }>('/tickets', report)).id

test('a device is reached from its customer, its ticket and its contract', async () => {
  const heading = page.getByRole('heading', { name: '壁挂炉 0703 BG-24' })
  await page.goto(`${stage.url}/customers/bailu`)
  await page.getByRole('link', { name: '壁挂炉 0703' }).click()
  await heading.waitFor()
  assert.equal(await page.locator('nav a[aria-current="page"]').innerText(), '客户设备', 'a device belongs to that room')
  await page.goto(`${stage.url}/tickets/${ticket}`)
  await page.getByRole('link', { name: '壁挂炉 0703 BG-24' }).click()
  await heading.waitFor()
  await page.goto(`${stage.url}/contracts/${CONTRACT}`)
  await page.locator('.pairs').getByRole('link', { name: '壁挂炉 0703' }).click()
  await heading.waitFor()
  await page.goto(`${stage.url}/contracts/${CONTRACT}`)
  await page.locator('.covered').getByRole('link', { name: '壁挂炉 0703' }).click()
  await heading.waitFor()
})

test('it says whose it is, what is covered until when and because of what, and its faults with their clocks', async () => {
  await open()
  await page.getByText(/序列号 CHBG24-0703/).waitFor()
  const covers = section('质保')
  await covers.getByText('享有：免费维修、免费更换零件；不含用户原因').waitFor()
  await covers.getByText(/设备质保至 2028-11-05，因为/).waitFor()
  await covers.getByText(/2025-11-05，项目验收.*自 2025-11-05 起算 36 个月/).waitFor()
  await section('故障与工单')
    .getByRole('link', { name: /壁挂炉不点火/ })
    .click()
  await page.waitForURL(new RegExp(`/tickets/${ticket}$`))
  await open()
  await covers.getByRole('link', { name: /HT-2025-068/ }).click()
  await page.waitForURL(/\/contracts\/ht-2025-068$/)
  await open()
  await page.getByRole('link', { name: '白鹭湾社区' }).click()
  await page.waitForURL(/\/customers\/bailu$/)
})

const line = (standing: string, on: Page = page) => section('质保', on).locator('li', { has: on.getByText(standing, { exact: true }) })

test('who answers a fault sees with it what is free today, until when, and what is not', async () => {
  await page.goto(`${stage.url}/tickets/${ticket}`)
  await line('质保内').getByText('免费维修、免费更换零件；不含用户原因').waitFor()
  await line('质保内').getByText('设备质保，至 2028-11-05').waitFor()
  const desk = await stage.as('xu')
  await desk.page.goto(`${stage.url}/tickets/new?customer=bailu&asset=${DEVICE}`)
  await line('质保内', desk.page).getByText('免费维修、免费更换零件；不含用户原因').waitFor()
  const waiting = { ...report, title: '探测器误报', customer: 'mingde', asset: 'jb-3200', contract: 'ht-2026-007' }
  await page.goto(`${stage.url}/tickets/${(await post<{ id: string }>('/tickets', waiting)).id}`)
  await line('质保外').getByText('设备质保、三包、使用寿命，未起算（起点：安装调试）').waitFor()
})

test('the papers of the device and of its contract are at hand on its fault, each with its file (S002-251)', async () => {
  await page.goto(`${stage.url}/tickets/${ticket}`)
  await line('质保内').waitFor()
  assert.equal(await section('设备资料').count(), 0, 'nothing was handed over yet')
  await open()
  await card('服务记录').getByRole('button', { name: '登记服务' }).click()
  const drawer = page.locator('.service-drawer')
  await page.locator('#service-type').click()
  await page.locator('#service-type').fill('出具文件')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '出具文件' }).first().click()
  await page.locator('#service-document').fill('接线图')
  await drawer.locator('input[type=file]').setInputFiles({ name: '接线图.png', mimeType: 'image/png', buffer: POINT })
  await drawer.getByText('已传好').waitFor()
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await post('/services', { type: 'document.issued', contract: CONTRACT, values: { document: '维护手册' } })
  await post('/services', { type: 'document.issued', contract: CONTRACT, asset: 'bgl-28', values: { document: '另一台的说明' } })
  await page.goto(`${stage.url}/tickets/${ticket}`)
  const papers = section('设备资料')
  await papers.getByText('维护手册').waitFor()
  await papers.getByText('接线图', { exact: false }).first().waitFor()
  await papers.getByRole('link', { name: /接线图\.png/ }).click()
  await page.getByRole('dialog').getByRole('img', { name: '接线图.png' }).waitFor()
  await page.keyboard.press('Escape')
  assert.equal(await papers.getByText('另一台的说明').count(), 0)
})

test('what the maker gives moves the end; a fault of the user’s own is left out, with what shows it and its ticket', async () => {
  await post('/services', { type: 'asset.described', contract: CONTRACT, asset: DEVICE, values: { makerTerm: '48mo' } })
  const values = { reason: 'customer-cause', cover: 'equipment', evidence: '照片 2 张，私自拆机' }
  await post('/services', { type: 'cover.excluded', ticket, asset: DEVICE, values })
  await open()
  await section('质保')
    .getByText(/设备质保至 2029-11-05，因为/)
    .waitFor()
  await section('质保').getByText('原厂期限 48 个月').waitFor()
  const excluded = section('不在质保内的')
  await excluded.getByText('因“用户原因”，不在“设备质保”内').waitFor()
  await section('质保')
    .getByText(/因“用户原因”，本次（GD-\d+-\d+）不在质保内/)
    .waitFor()
  await excluded.getByText('依据：照片 2 张，私自拆机').waitFor()
  await section('这台设备的记录').locator('li').nth(1).waitFor()
  await page.goto(`${stage.url}/tickets/${ticket}`)
  await line('本次除外')
    .getByText(/因“用户原因”，本次（GD-\d+-\d+）不在质保内/)
    .waitFor()
  assert.equal(await line('质保内').count(), 0)
  await open()
  await excluded.getByRole('link', { name: /壁挂炉不点火/ }).click()
  await page.waitForURL(new RegExp(`/tickets/${ticket}$`))
})

test('parts and loaners of its tickets stand together, and what it has a right to says why', async () => {
  await post('/services', { type: 'part.replaced', ticket, values: { part: 'fan' } })
  await post('/services', { type: 'loan.delivered', ticket, asset: DEVICE, values: {} })
  for (const problem of ['ignition', 'ignition'])
    await post('/services', { type: 'work.failed', ticket, asset: DEVICE, values: { problem } })
  await open()
  const things = card('备件、备机与返修')
  await things.getByText('更换备件').first().waitFor()
  await things.locator('.service-row').nth(1).waitFor()
  const rights = section('质保')
  await rights.getByRole('heading', { name: '按规则另应给予' }).waitFor()
  await rights.getByText('应给予：同型号新机').waitFor()
  assert.equal(await section('规则产生的事项').getByText('应给予').count(), 0, 'a right stands in one place')
  await rights
    .locator('.consequence')
    .getByRole('link', { name: new RegExp(report.title) })
    .click()
  await page.waitForURL(new RegExp(`/tickets/${ticket}$`))
})

test('a cover that has ended says since when, and what it gave; a fault of before goes by what it was reported under', async () => {
  const body = { ...report, title: '壁挂炉漏水', asset: 'bgl-28' }
  const before = (await post<{ id: string }>('/tickets', body)).id
  await post('/services', { type: 'cover.ended', contract: CONTRACT, asset: 'bgl-28', values: { cover: 'equipment' } })
  await page.goto(`${stage.url}/devices/bgl-28`)
  await section('质保').getByText('已到期').waitFor()
  await section('质保').getByText('到期前享有：免费维修、免费更换零件；不含用户原因').waitFor()
  await page.goto(`${stage.url}/tickets/${before}`)
  await line('质保外')
    .getByText(/设备质保，已于 \d{4}-\d\d-\d\d 到期/)
    .waitFor()
  await section('质保').getByText('报修时在“设备质保”内，时限照报修时算。').waitFor()
})

test('what is done to it is recorded from its page, for this device', async () => {
  await open()
  await card('服务记录').getByRole('button', { name: '登记服务' }).click()
  const drawer = page.locator('.service-drawer')
  await page.locator('#service-type').click()
  await page.locator('#service-type').fill('回访')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '回访' }).first().click()
  await drawer.getByText('壁挂炉 0703').waitFor()
  await page.locator('#service-summary').fill('用户说火力稳定')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await card('服务记录').getByText('用户说火力稳定').waitFor()
})

test('what is promised of the device itself has its clock and leads to the board', async () => {
  await page.goto(`${stage.url}/devices/zz-15`)
  const promises = section('对这台设备的承诺')
  await promises.waitFor()
  const { items } = (await (await page.context().request.get(`${stage.url}/api/obligations?subject=asset/zz-15`)).json()) as {
    items: { promise: string }[]
  }
  if (items.length === 0) {
    await promises.getByText('没有只对这台设备的承诺。').waitFor()
    return
  }
  await promises.getByRole('link').first().click()
  await page.waitForURL(/\/board\//)
})

test('its name is put right from its page; a fault is reported for it', async () => {
  await open(admin.page)
  await admin.page.getByRole('button', { name: '修改' }).click()
  const form = admin.page.locator('.ant-modal', { has: admin.page.locator('form') })
  await form.locator('#record-class').fill('B')
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'detached' })
  await admin.page.getByText(/B 档/).waitFor()
  const desk = await stage.as('xu')
  await open(desk.page)
  await desk.page.getByRole('link', { name: '报修', exact: true }).click()
  await desk.page.waitForURL(/\/tickets\/new\?.*asset=bgl-24/)
  assert.deepEqual(desk.complaints, [])
})

test('on a phone, in the dark, everything has its place', async () => {
  const phone = await stage.as('gu', { width: 390, height: 844, dark: true })
  await open(phone.page)
  await section('质保', phone.page)
    .getByText(/设备质保至/)
    .waitFor()
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(wide <= 390, `${wide}`)
  assert.deepEqual(phone.complaints, [])
})
