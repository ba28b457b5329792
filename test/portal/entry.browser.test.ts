import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEMO_PASSWORD } from '../../src/server/demo/vendor.ts'
import { setStage } from '../stage/stage.testing.ts'

/** A customer's people have an entry of their own; the console's addresses lead them there. */
const stage = await setStage({ past: 0 })
const context = await stage.browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 390, height: 844 } })
const asked: string[] = []
context.on('request', (request) => {
  if (!request.url().startsWith(stage.url)) asked.push(request.url())
})
const page = await context.newPage()
page.setDefaultTimeout(20_000)
const complaints: string[] = []
page.on('pageerror', (error) => complaints.push(error.message))

const go = (path: string) => page.goto(`${stage.url}${path}`)

async function logIn(account: string, password: string): Promise<void> {
  await page.locator('#login-account').fill(account)
  await page.locator('#login-password').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

test('whoever is not logged in is led to the door of the portal and, inside, to the page they wanted', async () => {
  await go('/portal/devices')
  await page.waitForURL(/\/portal\/login\?to=/)
  await logIn('zheng@chuanhe', 'not-the-password')
  await page.getByRole('alert').getByText('账号或密码不对').waitFor()
  assert.equal(await page.locator('#login-account').inputValue(), 'zheng@chuanhe')
  await logIn('zheng@chuanhe', DEMO_PASSWORD)
  await page.getByRole('heading', { name: '我的设备' }).waitFor()
})

test('the first page shows tickets with their clocks, devices with their cover and whom to call, and fits a phone', async () => {
  await go('/portal/')
  await page.getByRole('heading', { name: '郑工，您好' }).waitFor()
  await page.locator('.ticket-card .badge').first().waitFor()
  await page.locator('.device-card', { hasText: '质保至 2027-03-14' }).first().waitFor()
  await page.getByRole('heading', { name: '现在找谁' }).waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390)
})

test('an address of the console leads to what the portal has in its place', async () => {
  const ways = [
    ['/', '/portal/'],
    ['/overview', '/portal/'],
    ['/tickets', '/portal/tickets'],
    ['/tickets/new?asset=lsb-680', '/portal/report?device=lsb-680'],
    ['/devices/lsb-680', '/portal/devices/lsb-680'],
    ['/trail', '/portal/'],
  ] as const
  for (const [from, to] of ways) {
    await go(from)
    assert.equal(page.url(), `${stage.url}${to}`)
  }
  await page.getByRole('link', { name: '首页' }).click()
  await page.getByRole('heading', { name: '郑工，您好' }).waitFor()
})

test('a page that is not there says so and leads back', async () => {
  await go('/portal/nowhere')
  await page.getByText('没有这一页').waitFor()
  await page.getByRole('link', { name: '回到首页' }).click()
  await page.getByRole('heading', { name: '郑工，您好' }).waitFor()
})

test('a device is found by its serial number, and says until when it is covered and why', async () => {
  await page.getByRole('link', { name: '设备', exact: true }).click()
  await page.locator('#devices-find').fill('CHZZ15')
  await page.waitForFunction(() => document.querySelectorAll('.device-card').length === 1)
  await page.locator('.device-card', { hasText: '自助挂号机' }).click()
  await page.getByText('因为', { exact: true }).waitFor()
  await page.getByText(/项目验收：自 2025-03-14 起算 24 个月/).waitFor()
  await page.getByRole('link', { name: '返回' }).click()
  await page.locator('#devices-find').fill('没有这样的设备')
  await page.getByText('没有找到“没有这样的设备”').waitFor()
})

test('a page that could not be loaded says so, and comes back when it is asked again', async () => {
  await context.route('**/api/portal/devices**', (route) => route.abort())
  await go('/portal/devices?q=LSB')
  await page.getByRole('alert').getByText('没有连上服务器').waitFor()
  await context.unroute('**/api/portal/devices**')
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.locator('.device-card', { hasText: '3 号螺杆式冷水机组' }).waitFor()
})

test('language and appearance are kept with the person', async () => {
  await go('/portal/me')
  await page.getByRole('button', { name: '深色' }).click()
  await page.waitForFunction(() => document.documentElement.dataset.scheme === 'dark')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Appearance' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: '繁體中文' }).click()
  await page.getByRole('heading', { name: '外觀' }).waitFor()
  await page.getByRole('button', { name: '简体中文' }).click()
  await page.getByRole('heading', { name: '外观' }).waitFor()
  await page.getByRole('button', { name: '跟随系统' }).click()
  await page.waitForFunction(() => document.documentElement.dataset.scheme === 'light')
})

test('logging out ends the session; a forgotten password is asked for without telling whether there is such an account', async () => {
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  assert.equal((await context.request.get(`${stage.url}/api/session`)).status(), 401)
  await page.getByRole('button', { name: '忘记密码' }).click()
  await page.locator('#forgot-account').fill('nobody@chuanhe')
  await page.getByRole('button', { name: '申请重设' }).click()
  await page.getByText('如果有这个账号').waitFor()
  await page.getByRole('button', { name: '回到登录' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
})

test('a demo account is one touch; the vendor’s own people are led to the console', async () => {
  await page.getByRole('button', { name: /郑工/ }).click()
  await page.getByRole('heading', { name: '郑工，您好' }).waitFor()
  await context.clearCookies()
  await go('/portal/login')
  await page.getByRole('button', { name: /许静怡/ }).click()
  await page.waitForURL(/\/(overview|tickets)/)
  await go('/portal/tickets')
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/portal'))
  await page.locator('.rail').waitFor()
})

test('a customer’s person who logs in at the console’s door is in the portal, too', async () => {
  await context.clearCookies()
  await go('/tickets')
  await page.waitForURL(/\/login\?to=/)
  await page.locator('#login-account').fill('zheng@chuanhe')
  await page.locator('#login-password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: /登录$/ }).click()
  await page.waitForURL(`${stage.url}/portal/tickets`)
  await page.getByRole('heading', { name: '我的工单' }).waitFor()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual([...asked, ...complaints], [])
})
