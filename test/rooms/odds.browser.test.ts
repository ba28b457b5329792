import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

/** The controls that no story of the other rooms passes: what is thought over, put aside, chosen otherwise or asked for again. */
const stage = await setStage()
const agent = await stage.as('xu')
const manager = await stage.as('gu')
const admin = await stage.as('admin')

const go = (path: string, on: Page) => on.goto(`${stage.url}${path}`)
const dialog = (on: Page) => on.getByRole('dialog')
const headers = () => ({ 'idempotency-key': crypto.randomUUID(), origin: stage.url })

async function api<Answer>(on: Page, path: string): Promise<Answer> {
  return (await (await on.context().request.get(`${stage.url}/api${path}`)).json()) as Answer
}

async function post<Answer>(on: Page, path: string, data: object): Promise<Answer> {
  const answer = await on.context().request.post(`${stage.url}/api${path}`, { data, headers: headers() })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

async function openTicket(words: string, on: Page): Promise<string> {
  const { items } = await api<{ items: { id: string; title: string }[] }>(on, `/tickets?view=all&q=${encodeURIComponent(words)}`)
  const row = items[0] ?? assert.fail(words)
  await go(`/tickets/${row.id}`, on)
  await on.getByRole('heading', { name: row.title }).waitFor()
  return row.id
}

const cross = (on: Page) =>
  dialog(on)
    .getByRole('button', { name: /Close|关闭/ })
    .first()

async function factsOf(ticket: string | undefined, type: string): Promise<readonly Record<string, unknown>[]> {
  const { items } = await api<{ items: { type: string; data: Record<string, unknown> }[] }>(manager.page, `/facts?subject=ticket/${ticket}`)
  return items.filter((one) => one.type === type).map((one) => one.data)
}

/** Opens a box, closes it with its cross, and finds nothing done. */
async function closesByCross(on: Page, open: () => Promise<void>, sign: string): Promise<void> {
  await open()
  await on.locator(sign).waitFor()
  await on.locator('.ant-modal-close, .ant-drawer-close').last().click()
  await on.locator(sign).waitFor({ state: 'detached' })
}

// Boxes that are closed without a deed ----------------------------------------------------------------------------------------

test('the box of a milestone, of a person, of a team, of a correction and of a voiding are closed by their cross', async () => {
  await go('/contracts', manager.page)
  await manager.page.locator('a.sheet-row', { hasText: 'HT-2025-031' }).click()
  await closesByCross(manager.page, () => manager.page.getByRole('button', { name: '登记里程碑' }).click(), '#reach-evidence')
  await go('/people', admin.page)
  await closesByCross(admin.page, () => admin.page.getByRole('button', { name: '添加人员' }).click(), '#person-name')
  await go('/settings/teams', admin.page)
  await closesByCross(admin.page, () => admin.page.getByRole('button', { name: '新建班组' }).click(), '#team-name')
  await openTicket('探测器 3 回路连续误报', manager.page)
  const fact = manager.page.locator('.fact', { hasText: '答复客户' }).first()
  const menu = async (item: string): Promise<void> => {
    await fact.hover()
    await fact.locator('.fact-menu').click()
    await manager.page.getByRole('menuitem', { name: item }).click()
  }
  await closesByCross(manager.page, () => menu('更正'), '#correct-reason')
  await closesByCross(manager.page, () => menu('作废'), '#void-reason')
})

test('the link for a new person is put away by its cross, and the person is there', async () => {
  const on = admin.page
  await go('/people', on)
  await on.getByRole('button', { name: '添加人员' }).click()
  await on.locator('#person-name').fill('白晓声')
  await on.locator('#person-account').fill('bai')
  await on.locator('#person-phone').fill('分机 G08')
  await choose(on, 'person-team', '华西二队')
  await choose(on, 'person-roles', '工程师')
  await on.keyboard.press('Escape')
  await on.getByRole('button', { name: '添加并生成登录链接' }).click()
  const link = on.getByRole('textbox', { name: '登录链接' })
  await link.waitFor()
  await on.locator('.ant-modal', { has: link }).locator('.ant-modal-close').click()
  await link.waitFor({ state: 'detached' })
  await on.locator('.sheet-row', { hasText: '白晓声' }).waitFor()
  const { items } = await api<{ items: { phone?: string; team?: { name: string } }[] }>(on, '/people?q=bai')
  assert.deepEqual([items[0]?.phone, items[0]?.team?.name], ['分机 G08', '华西二队'])
})

test('a form of the ticket is left by its button and by its cross, and nothing is recorded', async () => {
  const on = agent.page
  const id = await openTicket('探测器 3 回路连续误报', on)
  const open = () => on.locator('.ticket-side').getByRole('button', { name: '需要上门' }).click()
  await open()
  await dialog(on).getByRole('button', { name: '不做了' }).click()
  await on.locator('#ask-note').waitFor({ state: 'detached' })
  await closesByCross(on, open, '#ask-note')
  assert.deepEqual(await factsOf(id, 'visit.needed'), [])
})

// Values chosen otherwise -----------------------------------------------------------------------------------------------------

test('an engineer’s judgement says whether the fault can be removed and whether it stops the work', async () => {
  const engineer = await stage.as('lin')
  const on = engineer.page
  const id = await openTicket('3 号冷水机组高压报警停机', on)
  await on.locator('.ticket-side').getByRole('button', { name: '判定原因' }).click()
  await on.locator('#ask-cause').click()
  await on.locator('.ant-select-item-option', { hasText: '自然磨损' }).click()
  await choose(on, 'ask-removable', '否')
  await choose(on, 'ask-affectsWork', '是')
  await dialog(on).getByRole('button', { name: '判定原因' }).click()
  await on.locator('.fact', { hasText: '判定原因' }).getByText('原因：自然磨损，故障能够排除：否，影响使用：是').waitFor()
  const judged = (await factsOf(id, 'ticket.judged')).at(-1)
  assert.deepEqual([judged?.removable, judged?.affectsWork], [false, true])
  assert.deepEqual(engineer.complaints, [])
})

test('a visit says its travel in hours; Enter in its field sends the form', async () => {
  const on = agent.page
  const id = await openTicket('探测器 3 回路连续误报', on)
  await on.locator('.ticket-side').getByRole('button', { name: '需要上门' }).click()
  await on.locator('#ask-travelMs').fill('1.5')
  await on.locator('#ask-travelMs').press('Enter')
  await on.locator('.fact', { hasText: '需要上门' }).first().waitFor()
  assert.deepEqual(
    (await factsOf(id, 'visit.needed')).map((one) => one.travelMs),
    [5_400_000],
  )
})

test('a reply is written from the foot of the timeline, by another channel, put aside, and its time taken back to now', async () => {
  const on = agent.page
  await openTicket('挂号机打印头卡纸', on)
  const composer = on.locator('.composer')
  await composer.getByRole('button', { name: /内部备注/ }).click()
  await on.getByRole('textbox', { name: '内部备注' }).waitFor()
  await composer.getByRole('button', { name: /关\s?闭/ }).click()
  await composer.getByRole('button', { name: /回复客户/ }).click()
  await on.getByRole('textbox', { name: '回复客户' }).fill('已寄出备件。')
  await composer.locator('.ant-select').click()
  await on.locator('.ant-select-item-option', { hasText: '邮件' }).click()
  await on.getByRole('button', { name: /不是现在发生的/ }).click()
  await on.locator('#reply-occurredAt').waitFor()
  await on.getByRole('button', { name: '就是现在' }).click()
  await on.locator('#reply-occurredAt').waitFor({ state: 'detached' })
  await on.getByRole('textbox', { name: '回复客户' }).press('Control+Enter')
  await on.locator('.fact-box.message', { hasText: '已寄出备件。' }).getByText('邮件').waitFor()
})

test('a time is corrected to the minute, and a ticket graded from its facts', async () => {
  const on = manager.page
  await openTicket('探测器 3 回路连续误报', on)
  const fact = on.locator('.fact', { hasText: '答复客户' }).first()
  await fact.hover()
  await fact.locator('.fact-menu').click()
  await on.getByRole('menuitem', { name: '更正' }).click()
  await choose(on, 'correct-field', '发生时间')
  const before = await on.locator('#correct-to').inputValue()
  const earlier = new Date(Date.parse(`${before}Z`) - 60_000).toISOString().slice(0, 16)
  await on.locator('#correct-to').fill(earlier)
  await on.locator('#correct-reason').fill('通话清单为准')
  await on.getByRole('button', { name: '登记更正' }).click()
  await fact.getByText(new RegExp(`更正：.*${earlier.slice(11)}`)).waitFor()
  await on.locator('.facts-row').getByRole('button', { name: '定级' }).click()
  await on.locator('#ask-grade').waitFor()
  await on.keyboard.press('Escape')
})

test('a token lives as long as was chosen', async () => {
  const on = manager.page
  await go('/me', on)
  await on.locator('#token-name').fill('周报')
  await choose(on, 'token-scopes', 'ticket.read')
  await on.keyboard.press('Escape')
  await choose(on, 'token-days', '7 天')
  await on.getByRole('button', { name: '生成令牌' }).click()
  await on.locator('.secret').waitFor()
  const { items } = await api<{ items: { name: string; expiresAt: number; createdAt: number }[] }>(on, '/tokens')
  const token = items.find((one) => one.name === '周报') ?? assert.fail('no token')
  assert.equal(Math.round((token.expiresAt - token.createdAt) / 86_400_000), 7)
})

test('people of one team are shown by themselves', async () => {
  const on = admin.page
  await go('/people', on)
  await on.getByRole('combobox', { name: '全部班组' }).click()
  await on.locator('.ant-select-item-option', { hasText: '华西二队' }).click()
  await on.waitForURL(/team=huaxi-2/)
  await on.locator('.sheet-row', { hasText: '沈一鸣' }).waitFor({ state: 'detached' })
  await on.locator('.sheet-row', { hasText: '贺知远' }).waitFor()
})

test('people who have left are shown by themselves', async () => {
  const on = admin.page
  await go('/people', on)
  await on.locator('.sheet-row', { hasText: '林晓棠' }).waitFor()
  await on.getByRole('combobox', { name: '已离职' }).click()
  await on.locator('.ant-select-item-option', { hasText: '已离职' }).click()
  await on.waitForURL(/left=yes/)
  await on.locator('.sheet-row', { hasText: '林晓棠' }).waitFor({ state: 'detached' })
})

// Asked for again ---------------------------------------------------------------------------------------------------------------

test('what could not be shown is asked for again with a button', async () => {
  const on = agent.page
  const refusal = { type: 'about:blank', title: '请求太多', status: 429, code: 'rate.limited', detail: '请求太多，请稍后再试。' }
  const contracts = /\/api\/contracts(\?|$)/
  await on.route(contracts, (route) => route.fulfill({ status: 429, contentType: 'application/problem+json', json: refusal }))
  await go('/contracts', on)
  const again = on.getByRole('button', { name: '再试一次' }).first()
  await again.waitFor()
  await on.unroute(contracts)
  await again.click()
  await on.locator('a.sheet-row').first().waitFor()
})

test('what a clock says is copied whole', async () => {
  const on = agent.page
  await agent.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.url })
  await openTicket('挂号机打印头卡纸', on)
  await on.locator('.clock-card', { hasText: '修复' }).first().click()
  await on.locator('.why').getByRole('button', { name: '复制' }).click()
  await on.locator('.notice', { hasText: '已复制' }).waitFor()
  assert.match(await on.evaluate(() => navigator.clipboard.readText()), /^条款：.*\n[\s\S]*到期时间：/)
})

test('a plan is read from a file that the button asks for', async () => {
  const on = manager.page
  await go('/plans/new', on)
  const [chooser] = await Promise.all([on.waitForEvent('filechooser'), on.locator('button', { hasText: '选择文件' }).click()])
  await chooser.setFiles(join(import.meta.dirname, '../../plans/keyou.yaml'))
  await on.locator('#plan-yaml .cm-line', { hasText: 'plan: keyou' }).waitFor()
})

test('a contract agrees on one of the values that its plan offers', async () => {
  const on = manager.page
  await go('/contracts/new', on)
  await choose(on, 'contract-plan', /信息系统支持服务方案 第 1 版/)
  await on.locator('[id^="term-"]').first().waitFor()
  await choose(on, 'term-dimensions.hours', '5x8')
  await on.locator('#contract-title').fill('两种时段取一种')
  await on.getByRole('button', { name: '存为草稿' }).click()
  await on.waitForURL(/draft=/)
  const draft = new URL(on.url()).searchParams.get('draft')
  assert.match(JSON.stringify(await api(on, `/contract-drafts/${draft}`)), /dimensions\.hours.*5x8/)
})

test('devices of a contract are found while one types: what does not fit is not offered', async () => {
  const on = manager.page
  await go('/contracts/new', on)
  await on.locator('#contract-customer').fill('锦屏')
  await choose(on, 'contract-customer', '锦屏市第三人民医院')
  await on.locator('#contract-assets').fill('挂号')
  const offered = on.locator('.ant-select-dropdown', { has: on.locator('#contract-assets_list') }).locator('.ant-select-item-option')
  await offered.filter({ hasText: '自助挂号机' }).waitFor()
  await offered.filter({ hasText: '冷水机组' }).waitFor({ state: 'detached' })
  await on.keyboard.press('Escape')
})

test('the search is closed by a click beside it', async () => {
  const on = agent.page
  await go('/tickets', on)
  await on.locator('.ticket-row:not(.columns)').first().waitFor()
  await on.keyboard.press('Control+k')
  const palette = on.locator('.palette')
  await palette.locator('input').waitFor()
  await palette.locator('.palette-entry').first().waitFor()
  await on.locator('.ant-modal-wrap').click({ position: { x: 1300, y: 900 } })
  await palette.locator('input').waitFor({ state: 'hidden' })
})

test('where a browser does not see that the end is near, the list goes on by its button; the next ticket is a click away', async () => {
  const on = agent.page
  const { items } = await api<{ items: { id: string }[] }>(on, '/customers?q=云栈')
  for (let n = 0; n < 55; n++)
    await post(on, '/tickets', { type: 'consultation', channel: 'mail', title: `问题 ${n}`, description: '请答复', customer: items[0]?.id })
  const blind = await stage.as('xu')
  await blind.page.addInitScript(() => {
    globalThis.IntersectionObserver = class {
      observe(): void {}
      disconnect(): void {}
    } as unknown as typeof IntersectionObserver
  })
  await go('/tickets?view=open', blind.page)
  const rows = blind.page.locator('.ticket-row:not(.columns)')
  await rows.first().waitFor()
  const first = await rows.count()
  await blind.page.getByRole('button', { name: '再看一些' }).click()
  await blind.page.waitForFunction((before) => document.querySelectorAll('.ticket-row:not(.columns)').length > before, first)
  await rows.first().getByRole('link').first().click()
  await blind.page
    .locator('.walk')
    .getByText(/第 1 张/)
    .waitFor()
  await blind.page.locator('.walk').getByRole('button', { name: '下一张' }).click()
  await blind.page
    .locator('.walk')
    .getByText(/第 2 张/)
    .waitFor()
  assert.deepEqual(blind.complaints, [])
})

test('the demo’s clock goes to the time that is named, to the minute', async () => {
  const on = admin.page
  const clockNow = async () => (await api<{ clock: { now: number } }>(on, '/session')).clock.now
  await go('/tickets', on)
  const wanted = Math.ceil((await clockNow()) / 60_000) * 60_000 + 3 * 3_600_000
  await on.getByRole('button', { name: /示范环境的时钟/ }).click()
  await on.locator('#travel-until').fill(new Date(wanted + 8 * 3_600_000).toISOString().slice(0, 16))
  await on.getByRole('button', { name: '拨过去' }).click()
  for (let tries = 0; (await clockNow()) < wanted; tries++) {
    assert.ok(tries < 50, 'the clock did not go there')
    await on.waitForTimeout(100)
  }
})

test('on a phone the sheet of actions is closed again', async () => {
  const phone = await stage.as('xu', { width: 390, height: 844 })
  await openTicket('挂号机打印头卡纸', phone.page)
  await phone.page.getByRole('button', { name: '更多动作' }).click()
  await cross(phone.page).click()
  await dialog(phone.page).waitFor({ state: 'hidden' })
  await phone.page.getByRole('button', { name: '更多动作' }).click()
  await dialog(phone.page).getByRole('button', { name: '定级' }).first().waitFor()
  await phone.context.close()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual([...agent.complaints, ...manager.complaints, ...admin.complaints], [])
})
