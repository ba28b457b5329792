import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { setStage } from '../stage/stage.testing.ts'
import { choose } from './choose.testing.ts'

const stage = await setStage()
const agent = await stage.as('xu')
const admin = await stage.as('admin')
const { page } = agent

const go = (path: string, on: Page = page) => on.goto(`${stage.url}${path}`)

// Promise board -------------------------------------------------------------------------------------------------------------

test('the promise board: each clause with its text and rate, and its evidence two clicks away', async () => {
  await go('/board')
  await page.getByRole('textbox', { name: /合同号/ }).fill('jp')
  await page.waitForURL(/q=jp/)
  await page.locator('.contract-row', { hasText: '锦屏市第三人民医院' }).click()
  const clause = page.locator('.clause-row', { hasText: '工程师抵达设备所在现场' })
  await clause.getByText(/%/).waitFor()
  await clause.click()
  const panel = page.locator('.clause-panel')
  await panel.locator('.cite', { hasText: '“' }).waitFor()
  await panel.locator('.instance').last().click()
  await panel.getByText(/证据 \d+ 件/).waitFor()
  await panel.getByText('逐句说明').click()
  await panel
    .getByText(/到期时间/)
    .first()
    .waitFor()
  assert.match(page.url(), /promise=.+instance=/)
  await panel.getByRole('button', { name: '只看没有按时的' }).click()
  await panel.getByRole('button', { name: /全部 \d+ 次/ }).click()
  await panel.getByRole('link', { name: /打开工单 GD/ }).click()
  await page.waitForURL(/\/tickets\/[\w-]{8,}/)
})

test('what is signed but not carried yet is said plainly; another year is another board; the panel closes', async () => {
  await go('/board/ht-2025-044')
  await page.getByText('尚未接入的条款').waitFor()
  await page.locator('.clause-row').nth(1).click()
  await page.locator('.clause-panel').getByRole('button', { name: '关闭' }).click()
  await page.locator('.clause-panel').waitFor({ state: 'detached' })
  await page.locator('.board-head .ant-select').click()
  await page.locator('.ant-select-item-option', { hasText: '2025 年' }).click()
  await page.waitForURL(/year=.*2025/)
  await page.getByRole('link', { name: '看工单' }).click()
  await page.waitForURL(/contract=ht-2025-044/)
})

// Customers, sites, devices -------------------------------------------------------------------------------------------------

test('a customer, a place and a device are added, changed, and reported on from their page', async () => {
  await go('/customers')
  await page.getByRole('button', { name: '添加客户' }).click()
  await page.locator('#record-name').fill('青禾乳业')
  await page.locator('#record-contactName').fill('动力科 米工')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '青禾乳业' }).waitFor()
  await page.getByRole('button', { name: '添加地点' }).click()
  await page.locator('#record-name').fill('一厂 灌装车间')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '添加设备' }).click()
  await page.locator('#record-name').fill('配电箱')
  await page.locator('#record-model').fill('AL-7')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '修改 配电箱' }).click()
  await page.locator('#record-serial').fill('QHAL7-001')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByText('序列号 QHAL7-001').waitFor()
  await page.getByRole('button', { name: '修改 一厂 灌装车间' }).click()
  await page.locator('#record-address').fill('青禾路 1 号')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByText('青禾路 1 号').waitFor()
  await page.getByRole('link', { name: '报修' }).click()
  await page.waitForURL(/\/tickets\/new/)
  await page.getByText('青禾乳业').first().waitFor()
  await page.getByText('配电箱').first().waitFor()
})

test('two people on one record: the second sees field against field, and nothing typed is lost', async () => {
  await go('/customers?q=qh')
  await page.locator('.sheet-row', { hasText: '青禾乳业' }).click()
  await page.getByRole('button', { name: '修改', exact: true }).click()
  await page.locator('#record-contactName').fill('动力科 贺工')
  const id = page.url().split('/').at(-1) ?? ''
  const other = admin.context.request
  const answer = await other.patch(`${stage.url}/api/customers/${id}`, {
    data: { version: 1, contactName: '设备科 陶工' },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  const conflict = page.locator('.conflict')
  await conflict.getByText('动力科 贺工').waitFor()
  await conflict.getByText('设备科 陶工').waitFor()
  await conflict.getByRole('button', { name: '看过了，按我填的提交' }).click()
  await page.locator('.sheet-head', { hasText: '动力科 贺工' }).waitFor()
})

// New ticket ----------------------------------------------------------------------------------------------------------------

test('a new ticket: found by pinyin, the clocks it will start are shown before, what was typed survives a refusal', async () => {
  await go('/tickets/new')
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.getByText('请用一句话写明要办的事。').waitFor()
  await page.getByText('请选择客户。').waitFor()
  await page.locator('#new-customer').fill('jp')
  await page.locator('.ant-select-item-option', { hasText: '锦屏市第三人民医院' }).click()
  await page.locator('#new-asset').fill('ZZ-15')
  await page.locator('.ant-select-item-option', { hasText: '自助挂号机' }).click()
  await page.locator('.preview-clock', { hasText: '答复' }).first().waitFor()
  await choose(page, 'new-customerGrade', '重大故障')
  await choose(page, 'new-grade', '一般故障')
  await page.getByRole('radio', { name: '配件更换' }).click()
  await page.locator('#new-title').fill('换打印头')
  await page.getByRole('button', { name: '登记工单' }).click()
  await page
    .locator('.field-error')
    .getByText(/请填写配件/)
    .waitFor()
  assert.equal(await page.locator('#new-title').inputValue(), '换打印头')
  await page.locator('[id="new-values.part"]').fill('打印头')
  await page.locator('[id="new-values.quantity"]').fill('2')
  await choose(page, 'new-channel', '邮件')
  await page.locator('[id="new-contact.name"]').fill('郑工')
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.getByRole('heading', { name: '换打印头' }).waitFor()
  await page.getByText('客户报 重大故障').waitFor()
  await page.getByText('配件：打印头').waitFor()
})

test('a report that comes late asks why, and is marked 补录', async () => {
  await go('/tickets/new?customer=jinping')
  await page.locator('#new-title').fill('昨天夜里报的')
  await page.getByRole('button', { name: /不是现在发生的/ }).click()
  const { clock } = (await (await page.context().request.get(`${stage.url}/api/session`)).json()) as { clock: { now: number } }
  await page.locator('#new-occurredAt').fill(new Date(clock.now + 6 * 3_600_000).toISOString().slice(0, 16))
  await page.locator('#new-lateReason').fill('夜班本上记的')
  await page.locator('#new-lateEvidence').fill('夜班本照片')
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.getByRole('heading', { name: '昨天夜里报的' }).waitFor()
  await page.locator('.backfill', { hasText: '补录' }).first().waitFor()
})

// The shell -----------------------------------------------------------------------------------------------------------------

test('Ctrl+K finds records, pages and actions, in Chinese and by pinyin initials', async () => {
  await go('/board')
  await page.locator('.contract-row').first().waitFor()
  await page.keyboard.press('Control+k')
  const box = page.getByRole('textbox', { name: '搜索' })
  await box.fill('jp')
  await page
    .getByRole('option', { name: /锦屏市第三人民医院/ })
    .first()
    .waitFor()
  await box.fill('khsb')
  await page.getByRole('option', { name: /客户设备/ }).waitFor()
  await box.fill('xjgd')
  await page.getByRole('option', { name: /新建工单/ }).waitFor()
  await page.waitForTimeout(400)
  await box.press('Enter')
  await page.waitForURL(/\/tickets\/new/)
  await page.getByRole('button', { name: /搜工单/ }).click()
  await box.fill('没有这样的东西')
  await page.getByText(/没有找到“没有这样的东西”/).waitFor()
  await box.press('Escape')
})

test('two keys jump between rooms; every name on the rail leads to a room', async () => {
  await go('/board')
  await page.locator('.contract-row').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('heading', { name: '快到期' }).waitFor()
  const rooms = await page.locator('.rail a:not(.logo)').allTextContents()
  for (const room of rooms) {
    await page.locator('.rail a', { hasText: room }).click()
    await page.locator('main h1').first().waitFor()
    assert.equal(await page.locator('.empty[role=alert]').count(), 0, room)
  }
  assert.ok(rooms.length >= 4)
})

test('the demo’s clock is moved from the top bar, by a step and to a time, and never back', async () => {
  const face = page.getByRole('button', { name: /示范环境的时钟/ })
  const before = await face.textContent()
  await face.click()
  await page.getByRole('button', { name: '+30 分' }).click()
  await page.waitForFunction((text) => document.querySelector('button.wall-clock')?.textContent !== text, before)
  await face.click()
  const until = page.locator('#travel-until')
  await until.fill('2020-01-01T00:00')
  await page.getByText('只能拨到现在以后。').waitFor()
  assert.ok(await page.getByRole('button', { name: '拨过去' }).isDisabled())
  const { clock } = (await (await page.context().request.get(`${stage.url}/api/session`)).json()) as { clock: { now: number } }
  await until.fill(new Date(clock.now + 11 * 3_600_000).toISOString().slice(0, 16))
  await page.getByRole('button', { name: '拨过去' }).click()
  await page.locator('.notice', { hasText: '现在是' }).last().waitFor()
})

test('what was escalated is in the inbox with its clause, leads to the ticket, and is acknowledged once', async () => {
  const manager = await stage.as('gu')
  await go('/inbox', manager.page)
  const items = manager.page.locator('.inbox-item')
  await items.first().waitFor()
  const count = await items.count()
  await items.first().getByRole('button', { name: '确认收到' }).click()
  await manager.page.waitForFunction((n) => document.querySelectorAll('.inbox-item').length === n, count - 1)
  await manager.page.getByText('全部', { exact: true }).click()
  await manager.page
    .getByText(/顾南 .+ 确认/)
    .first()
    .waitFor()
  await items.first().getByRole('link').click()
  await manager.page.waitForURL(/\/tickets\/[\w-]{8,}/)
  assert.deepEqual(manager.complaints, [])
  await manager.context.close()
})

// People, trail ---------------------------------------------------------------------------------------------------------------

test('a person is added with a one-time link, sets a password by it, gets another role, and leaves', async () => {
  const on = admin.page
  await go('/people', on)
  await on.getByRole('button', { name: '添加人员' }).click()
  await on.locator('#person-name').fill('米小满')
  await on.locator('#person-account').fill('mi')
  await choose(on, 'person-team', '华西一队')
  await choose(on, 'person-roles', '工程师')
  await on.keyboard.press('Escape')
  await on.getByRole('button', { name: '添加并生成登录链接' }).click()
  const link = await on.getByRole('textbox', { name: '登录链接' }).inputValue()
  assert.match(link, /\/password#nxr_/)
  await on.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
  const fresh = await stage.browser.newContext({ locale: 'zh-CN' })
  const own = await fresh.newPage()
  await own.goto(link)
  await own.locator('#link-password').fill('qingshan-baiyun-7')
  await own.getByRole('button', { name: '设定' }).click()
  await own.getByRole('link', { name: '去登录' }).click()
  await own.locator('#login-account').fill('mi@chuanhe')
  await own.locator('#login-password').fill('qingshan-baiyun-7')
  await own.getByRole('button', { name: /登录$/ }).click()
  await own.waitForURL(/\/overview/)
  await on.getByRole('textbox', { name: /姓名、账号/ }).fill('mxm')
  await on.locator('.sheet-row', { hasText: '米小满' }).click()
  await choose(on, 'drawer-roles', '调度')
  await on.keyboard.press('Escape')
  await on.getByRole('button', { name: '保存角色' }).click()
  await on.locator('.notice', { hasText: '米小满 的角色已保存' }).waitFor()
  await on.getByRole('button', { name: '办理离职' }).click()
  await on.getByRole('button', { name: '确认离职' }).click()
  await on.locator('.notice', { hasText: '米小满 的账号已关闭' }).waitFor()
  await own.goto(`${stage.url}/tickets`)
  await own.waitForURL(/\/login/)
  await fresh.close()
})

test('people are filtered by role, team and whether they left', async () => {
  const on = admin.page
  await go('/people', on)
  const choices = on.locator('.sheet-head .ant-select')
  for (const [at, label, expected] of [
    [0, '调度', '秦岚'],
    [1, '值班台', '秦岚'],
  ] as const) {
    await choices.nth(at).click()
    await on.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: label }).first().click()
    await on.locator('.sheet-row', { hasText: expected }).waitFor()
  }
  await go('/people?left=yes', on)
  await on.locator('.sheet-row', { hasText: '米小满' }).waitFor()
})

test('the trail says who did what, and finds it again', async () => {
  const on = admin.page
  await go('/trail', on)
  await on.locator('.trail-row').first().waitFor()
  await on.getByRole('textbox', { name: /人、动作/ }).fill('程立言')
  await on.waitForURL(/q=/)
  await on.locator('.trail-row', { hasText: '程立言' }).first().waitFor()
  await on.getByRole('textbox', { name: /人、动作/ }).fill('登录')
  await on.waitForURL(/q=%E7%99%BB/)
  await on.locator('.trail-row', { hasText: '登录' }).first().waitFor()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual([...agent.complaints, ...admin.complaints], [])
})
