import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { auditTenant } from '../../src/server/audit.ts'
import { choose } from '../browser/choose.testing.ts'
import { enterFirst, foundFirm, invite } from './firm.testing.ts'
import { MINUTE_MS, setStage } from './stage.testing.ts'
import { pastePlan } from '../rooms/plan-text.testing.ts'

/** A new firm comes from nothing to a running clock by its own pages, as they are shipped: no row is put anywhere by hand. */
const stage = await setStage({ past: 0, asShipped: true })
const { services } = stage.server
const firm = await foundFirm(stage, { id: 'qingyuan', name: '青原机电' })

const page = await firm.open()
const agent = await firm.open()

const save = () => page.locator('.ant-modal').getByRole('button', { name: '保存' }).click()
const inRail = (name: string) => page.locator('.rail').getByRole('link', { name }).click()

test('the first administrator comes in by the link and finds an empty house', async () => {
  await enterFirst(firm, page, { name: '安知夏', account: 'an', password: 'cedar-lantern-71' })
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
  const su = { name: '苏晚', account: 'su', password: 'willow-anchor-38', role: '客服专员' }
  await invite(firm, { by: page, to: agent }, su)
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
  const audited = await auditTenant(services, firm.id)
  assert.ok(audited.facts >= 2)
  assert.deepEqual(audited.differences, [])
  const other = await stage.as('gu')
  for (const list of ['contracts', 'plans', 'customers', 'tickets?view=all', 'people', 'contract-drafts', 'roles', 'teams'])
    assert.doesNotMatch(await (await other.context.request.get(`${stage.url}/api/${list}`)).text(), /QY-001|临川|恒湿|苏晚|安知夏/, list)
  assert.deepEqual([...firm.complaints, ...other.complaints], [])
})
