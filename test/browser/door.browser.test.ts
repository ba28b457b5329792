import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../../src/server/demo/vendor.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 0 })
const context = await stage.browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1280, height: 900 } })
const page: Page = await context.newPage()
page.setDefaultTimeout(10_000)

async function logIn(account: string, password: string): Promise<void> {
  await page.locator('#login-account').fill(account)
  await page.locator('#login-password').fill(password)
  await page.getByRole('button', { name: /登录$/ }).click()
}

test('whoever is not logged in is led to the door and, inside, to the page they wanted', async () => {
  await page.goto(`${stage.url}/board`)
  await page.waitForURL(/\/login\?to=/)
  await logIn('xu@chuanhe', 'not-the-password')
  await page.getByRole('alert').getByText('账号或密码不对').waitFor()
  assert.equal(await page.locator('#login-account').inputValue(), 'xu@chuanhe')
  await logIn('xu@chuanhe', DEMO_PASSWORD)
  await page.getByRole('heading', { name: '承诺看板' }).waitFor()
})

test('the menu logs out, and the way back needs the door again', async () => {
  await page.getByRole('button', { name: /的菜单/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.waitForURL(/\/login/)
  await page.goto(`${stage.url}/tickets`)
  await page.waitForURL(/\/login/)
})

test('the door speaks three languages, and remembers which', async () => {
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  await page.getByRole('button', { name: '繁體中文' }).click()
  await page.getByRole('heading', { name: '登入' }).waitFor()
  await page.getByRole('button', { name: '简体中文' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
})

test('a forgotten password is asked for without telling whether there is such an account', async () => {
  await page.getByRole('button', { name: '忘记密码' }).click()
  await page.locator('#forgot-account').fill('nobody@chuanhe')
  await page.getByRole('button', { name: '申请重设' }).click()
  await page.getByText(/如果有这个账号/).waitFor()
  await page.getByRole('button', { name: '回到登录' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
})

test('a link that is incomplete or used up says so', async () => {
  await page.goto(`${stage.url}/password`)
  await page.getByText('链接不完整').waitFor()
  await page.goto('about:blank')
  await page.goto(`${stage.url}/setup#nxs_chuanhe_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`)
  await page.locator('#link-name').fill('某某')
  await page.locator('#link-account').fill('moumou')
  await page.locator('#link-password').fill('qingshan-baiyun-7')
  await page.getByRole('button', { name: '设定' }).click()
  await page
    .getByRole('alert')
    .getByText(/链接无效、已用过或已过期/)
    .waitFor()
})

test('a demo account is one click; language, appearance and density are kept with the person', async () => {
  await page.goto(`${stage.url}/login`)
  await page.getByRole('button', { name: /程立言/ }).click()
  await page.waitForURL(/\/overview/)
  await page.getByRole('heading', { name: '今天', exact: true }).waitFor()
  await page.getByRole('button', { name: /的菜单/ }).click()
  await page.getByRole('menuitem', { name: '我的设置' }).click()
  await page.getByText('深色', { exact: true }).click()
  await page.waitForFunction(() => document.documentElement.dataset.scheme === 'dark')
  await page.getByText('紧凑', { exact: true }).click()
  await page.waitForFunction(
    () => document.documentElement.dataset.density === 'compact' && document.documentElement.dataset.scheme === 'light',
  )
  await page.getByText('English', { exact: true }).click()
  await page.getByRole('heading', { name: 'My settings' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'My settings' }).waitFor()
  await page.getByText('简体中文', { exact: true }).click()
  await page.getByRole('heading', { name: '我的设置' }).waitFor()
})

test('a token is made for a program, its secret shown once, and revoked', async () => {
  await page.locator('#token-name').fill('值班大屏')
  await page.locator('#token-scopes').click()
  await page.locator('.ant-select-item-option', { hasText: 'ticket.read' }).first().click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '生成令牌' }).click()
  const secret = (await page.locator('.secret').textContent()) ?? ''
  const asProgram = await fetch(`${stage.url}/api/tickets?limit=1`, { headers: { authorization: `Bearer ${secret}` } })
  assert.equal(asProgram.status, 200)
  await page.locator('.sheet-row', { hasText: '值班大屏' }).getByRole('button', { name: '撤销' }).click()
  await page.locator('.notice', { hasText: '令牌“值班大屏”已撤销' }).waitFor()
  const after = await fetch(`${stage.url}/api/tickets?limit=1`, { headers: { authorization: `Bearer ${secret}` } })
  assert.equal(after.status, 401)
})

test('a password is changed only by who knows the old one, and a weak one is refused under its field', async () => {
  await page.locator('#password-current').fill('not-the-password')
  await page.locator('#password-password').fill('qingshan-baiyun-7')
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.locator('#password-current-error').getByText('现在的密码不对').waitFor()
  await page.locator('#password-current').fill(DEMO_PASSWORD)
  await page.locator('#password-password').fill('short')
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.locator('#password-password-error').waitFor()
  await page.locator('#password-password').fill('qingshan-baiyun-7')
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.locator('.notice', { hasText: '密码已改' }).waitFor()
})

test('a session that ended under the page is opened again over it, and what was typed is still there', async () => {
  const agent = await stage.as('xu')
  const on = agent.page
  await on.goto(`${stage.url}/tickets/new`)
  await on.locator('#new-title').fill('写到一半')
  await agent.context.clearCookies()
  await on.locator('#new-customer').fill('jp')
  await on.locator('#again-password').fill('not-the-password')
  await on.getByRole('button', { name: /登录$/ }).click()
  await on.locator('#again-password-error').getByText('账号或密码不对').waitFor()
  await on.locator('#again-password').fill(DEMO_PASSWORD)
  await on.getByRole('button', { name: /登录$/ }).click()
  await on.locator('#again-password').waitFor({ state: 'detached' })
  assert.equal(await on.locator('#new-title').inputValue(), '写到一半')
  await agent.context.close()
})

test('a page that does not exist says so and leads back', async () => {
  await page.goto(`${stage.url}/nowhere`)
  await page.getByText('没有这一页').waitFor()
  await page.getByRole('link', { name: '去看工单' }).click()
  await page.waitForURL(/\/tickets/)
})

test('while the server cannot be reached the page says so calmly, keeps what it shows, and comes back', async () => {
  await page.getByRole('heading', { name: /快到期|全部未关闭/ }).waitFor()
  await context.setOffline(true)
  await page.getByRole('textbox', { name: /找编号/ }).fill('断网时')
  await page
    .getByText(/没有连上服务器|与服务器的连接断开/)
    .first()
    .waitFor({ timeout: 30_000 })
  await context.setOffline(false)
  await page.reload()
  await page.getByRole('heading', { name: /快到期|全部未关闭/ }).waitFor()
})
