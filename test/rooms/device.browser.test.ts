import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
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
  const rights = section('规则产生的事项')
  await rights.getByText('应给予：同型号新机').waitFor()
  await rights.getByRole('link', { name: /壁挂炉不点火/ }).click()
  await page.waitForURL(new RegExp(`/tickets/${ticket}$`))
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

if (process.env.SHOTS)
  test('pictures', async () => {
    for (const [width, dark] of [
      [1440, false],
      [1440, true],
      [390, false],
      [390, true],
    ] as const) {
      const { page: other } = await stage.as('gu', { width, height: 1000, dark })
      await open(other)
      await other.waitForTimeout(1200)
      await other.screenshot({ path: `${process.env.SHOTS}/device-${width}-${dark ? 'dark' : 'light'}.png`, fullPage: true })
    }
  })
