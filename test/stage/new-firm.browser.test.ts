import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { auditTenant } from '../../src/server/audit.ts'
import { withTenant } from '../../src/server/database/pool.ts'
import { newLink } from '../../src/server/http/session/password.ts'
import { createTenant } from '../../src/server/tenants.ts'
import { choose } from '../browser/choose.testing.ts'
import { MINUTE_MS, setStage } from './stage.testing.ts'
import { pastePlan } from '../rooms/plan-text.testing.ts'

/** A new firm comes from nothing to a running clock by its own pages, as they are shipped: no row is put anywhere by hand. */
const stage = await setStage({ past: 0, asShipped: true })
const { services } = stage.server
const FIRM = 'qingyuan'
const [ADMIN, AGENT] = ['cedar-lantern-71', 'willow-anchor-38']

/** What `tenant create` does: the firm with the shipped roles, nobody in it, and the link for whoever comes first. */
async function foundFirm(): Promise<string> {
  const at = services.clock.machine()
  assert.ok(await createTenant(services.address, services.pool, { id: FIRM, name: '青原机电', timezone: 'Asia/Shanghai', demo: false, at }))
  const link = await withTenant(services.pool, FIRM, (tx) => newLink(tx, 'setup', { person: undefined, now: at }))
  return `${stage.url}${link.path}`
}

const complaints: string[] = []
async function openWindow(): Promise<Page> {
  const context = await stage.browser.newContext({
    viewport: { width: 1440, height: 1000 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.setDefaultTimeout(10_000)
  return page
}

const page = await openWindow()
const agent = await openWindow()

async function logIn(on: Page, account: string, password: string): Promise<void> {
  await on.goto(`${stage.url}/login`)
  await on.locator('#login-account').fill(`${account}@${FIRM}`)
  await on.locator('#login-password').fill(password)
  await on.getByRole('button', { name: /登录$/ }).click()
  await on.waitForURL(/\/tickets/)
}

const save = () => page.locator('.ant-modal').getByRole('button', { name: '保存' }).click()
const inRail = (name: string) => page.locator('.rail').getByRole('link', { name }).click()

test('the first administrator comes in by the link and finds an empty house', async () => {
  await page.goto(await foundFirm())
  await page.locator('#link-name').fill('安知夏')
  await page.locator('#link-account').fill('an')
  await page.locator('#link-password').fill(ADMIN)
  await page.getByRole('button', { name: '设定' }).click()
  await page.getByText('已设定。').waitFor()
  await logIn(page, 'an', ADMIN)
  await inRail('合同')
  await page.getByText('还没有合同。').waitFor()
})

test('a plan is brought in as its text', async () => {
  await inRail('方案')
  await page.getByText(/还没有方案/).waitFor()
  await page.getByRole('link', { name: '起草方案' }).click()
  await page.getByRole('button', { name: '从骨架开始' }).click()
  await pastePlan(page, readFileSync(join(import.meta.dirname, '../../plans/shebei-2nian.yaml'), 'utf8'))
  await page.locator('h1', { hasText: '设备售后服务计划' }).waitFor()
  await page.getByRole('button', { name: '存为第 1 版' }).click()
  await page.waitForURL(/\/plans\/shebei-2nian@1$/)
  await page.locator('h1').getByText('草稿').waitFor()
})

test('a customer, a place and a device are added', async () => {
  await inRail('客户设备')
  await page.getByRole('button', { name: '添加客户' }).click()
  await page.locator('#record-name').fill('临川市图书馆')
  await save()
  await page.getByRole('heading', { name: '临川市图书馆' }).waitFor()
  await page.getByRole('button', { name: '添加地点' }).click()
  await page.locator('#record-name').fill('总馆')
  await save()
  await page.locator('.place-card', { hasText: '总馆' }).getByRole('button', { name: '添加设备' }).click()
  await page.locator('#record-name').fill('恒湿机组')
  await page.locator('#record-model').fill('HS-40')
  await save()
  await page.locator('li', { hasText: '恒湿机组' }).waitFor()
})

test('a contract is signed for it', async () => {
  await inRail('合同')
  await page.getByRole('link', { name: '新建合同' }).click()
  await page.locator('#contract-number').fill('QY-001')
  await page.locator('#contract-title').fill('恒湿机组维保')
  await page.locator('#contract-customer').fill('图书馆')
  await choose(page, 'contract-customer', '临川市图书馆')
  await choose(page, 'contract-sites', '总馆')
  await page.keyboard.press('Escape')
  await choose(page, 'contract-assets', '恒湿机组')
  await page.keyboard.press('Escape')
  await choose(page, 'contract-plan', /第 1 版/)
  await page.getByRole('button', { name: '签署' }).click()
  await page.getByRole('button', { name: '确认签署' }).click()
  await page.locator('h1').getByText('生效中').waitFor()
  await inRail('方案')
  await page.locator('a.sheet-row', { hasText: 'shebei-2nian@1' }).getByText('生效中').waitFor()
})

test('a hotline agent is invited and sets a password', async () => {
  await inRail('人员')
  await page.getByRole('button', { name: '添加人员' }).click()
  await page.locator('#person-name').fill('苏晚')
  await page.locator('#person-account').fill('su')
  await choose(page, 'person-roles', '客服专员')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '添加并生成登录链接' }).click()
  const link = await page.getByRole('textbox', { name: '登录链接' }).inputValue()
  await agent.goto(link)
  await agent.locator('#link-password').fill(AGENT)
  await agent.getByRole('button', { name: '设定' }).click()
  await agent.getByText('已设定。').waitFor()
  await logIn(agent, 'su', AGENT)
})

test('the new agent reports a fault, and the reply clock of the signed plan runs', async () => {
  await agent.goto(`${stage.url}/tickets/new`)
  await agent.locator('#new-customer').fill('图书馆')
  await choose(agent, 'new-customer', '临川市图书馆')
  await agent.locator('#new-asset').fill('恒湿')
  await choose(agent, 'new-asset', /恒湿机组/)
  await agent.locator('#new-title').fill('古籍库湿度上不去')
  await agent.getByRole('button', { name: '登记工单' }).click()
  await agent.waitForURL(/\/tickets\/[\w-]{8,}$/)
  const reply = agent.locator('.clock-card', { has: agent.getByText('答复', { exact: true }) }).first()
  await reply.getByText(/剩余 (29|30) 分/).waitFor()
  const id = agent.url().split('/').at(-1)
  const detail = await (await agent.context().request.get(`${stage.url}/api/tickets/${id}`)).json()
  const clock = detail.obligations.find((one: { promise: string }) => one.promise === 'reply')
  assert.deepEqual([clock.state, clock.dueAt - detail.ticket.reportedAt], ['open', 30 * MINUTE_MS])
  await page.goto(`${stage.url}/tickets?view=open`)
  await page.locator('.ticket-row', { hasText: '古籍库湿度上不去' }).waitFor()
})

test('all of it is in the ledger, and derives again to the same; another firm sees none of it', async () => {
  const audited = await auditTenant(services, FIRM)
  assert.ok(audited.facts >= 2)
  assert.deepEqual(audited.differences, [])
  const other = await stage.as('gu')
  for (const list of ['contracts', 'plans', 'customers', 'tickets?view=all', 'people', 'contract-drafts', 'roles', 'teams'])
    assert.doesNotMatch(await (await other.context.request.get(`${stage.url}/api/${list}`)).text(), /QY-001|临川|恒湿|苏晚|安知夏/, list)
  assert.deepEqual([...complaints, ...other.complaints], [])
})
