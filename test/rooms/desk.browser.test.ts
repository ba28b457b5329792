import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { HOUR_MS, MINUTE_MS, setStage } from '../stage/stage.testing.ts'
import { chooseInMenu } from './user-menu.testing.ts'

const stage = await setStage()
const agent = await stage.as('xu')
const { page } = agent
const palette = page.locator('.palette')
const box = page.getByRole('textbox', { name: '搜索' })

async function openTickets(on: Page = page): Promise<void> {
  await on.goto(`${stage.url}/tickets?view=open`)
  await on.locator('.ticket-row:not(.columns)').first().waitFor()
}

async function tenantClock(): Promise<number> {
  const { clock } = (await (await page.context().request.get(`${stage.url}/api/session`)).json()) as { clock: { now: number } }
  return clock.now
}

test('search opens over a field one is typing in, is walked by arrows, and the entry under the mark is the one that opens', async () => {
  await openTickets()
  await page.getByRole('textbox', { name: /找编号/ }).press('Control+k')
  await box.fill('zt')
  await palette.getByRole('option', { name: /暂停中/ }).waitFor()
  await box.fill('')
  const options = palette.getByRole('option')
  await options.nth(3).waitFor()
  await box.press('ArrowDown')
  await box.press('ArrowDown')
  await box.press('ArrowUp')
  assert.equal(await options.nth(1).getAttribute('aria-selected'), 'true')
  assert.match((await options.nth(1).textContent()) ?? '', /快到期/)
  await box.press('ArrowUp')
  await box.press('ArrowUp')
  assert.equal(await options.last().getAttribute('aria-selected'), 'true')
  await page.waitForTimeout(300)
  await box.press('Enter')
  await page.waitForURL(/\/me$/)
})

test('a view, a device and an engineer are found by initials and opened with a click', async () => {
  await page.getByRole('button', { name: /搜工单/ }).click()
  await box.fill('ycs')
  await palette.getByRole('option', { name: /已超时/ }).click()
  await page.waitForURL(/view=overdue/)
  await page.keyboard.press('Control+k')
  await box.fill('zzghj')
  await palette
    .getByRole('group', { name: '设备' })
    .getByRole('option', { name: /自助挂号机/ })
    .click()
  await page.waitForURL(/\/devices\/zz-15$/)
  await page.getByRole('heading', { name: /自助挂号机/ }).waitFor()
})

test('Enter that closes a composition does not open an entry', async () => {
  await openTickets()
  await page.keyboard.press('Control+k')
  await box.fill('cnkb')
  await palette.getByRole('option', { name: /承诺看板/ }).waitFor()
  await page.waitForTimeout(400)
  await box.evaluate((input) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })),
  )
  await page.waitForTimeout(200)
  assert.match(page.url(), /\/tickets/)
  await box.press('Enter')
  await page.waitForURL(/\/board/)
})

test('the sheet of shortcuts opens with ? and from the menu, names the rooms one may enter, and closes with Escape', async () => {
  await openTickets()
  await page.keyboard.press('Shift+?')
  const sheet = page.getByRole('dialog', { name: '快捷键' })
  await sheet.getByText('G B').waitFor()
  await sheet.getByText('派工').waitFor()
  await page.locator('.ant-modal:not([class*=ant-zoom-appear])').waitFor()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /的菜单/ }).click()
  await page.getByRole('menuitem', { name: '快捷键' }).click()
  await sheet.waitFor()
  await page.locator('.ant-modal:not([class*=ant-zoom-appear])').waitFor()
  assert.equal(await sheet.getByText('G A', { exact: true }).count(), 0)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
})

test('each jump of two keys leads to its room', async () => {
  const boss = await stage.as('admin')
  await openTickets(boss.page)
  for (const [keys, path] of [
    ['gb', /\/board$/],
    ['gc', /\/customers$/],
    ['gp', /\/people$/],
    ['ga', /\/trail$/],
    ['gt', /\/tickets$/],
  ] as const) {
    for (const key of keys) await boss.page.keyboard.press(key)
    await boss.page.waitForURL(path)
  }
  assert.deepEqual(boss.complaints, [])
  await boss.context.close()
})

test('the demo’s clock goes by two hours and by a day, exactly, and every page hears of it', async () => {
  const colleague = await stage.as('qin')
  await openTickets(colleague.page)
  const face = page.getByRole('button', { name: /示范环境的时钟/ })
  for (const [step, ms] of [
    ['+2 小时', 2 * HOUR_MS],
    ['+1 天', 24 * HOUR_MS],
  ] as const) {
    const before = await tenantClock()
    await face.click()
    await page.getByRole('button', { name: step }).click()
    await page.locator('.travel').waitFor({ state: 'detached' })
    await page.locator('.notice', { hasText: '现在是' }).last().waitFor()
    // The notice may be that of the step before.
    let moved = 0
    for (const end = Date.now() + 10_000; moved < ms && Date.now() < end;) moved = (await tenantClock()) - before
    assert.ok(moved >= ms && moved < ms + MINUTE_MS, `${step}: ${moved}`)
  }
  const said = await face.textContent()
  await colleague.page.waitForFunction((text) => document.querySelector('.wall-clock')?.textContent === text, said)
  await colleague.context.close()
})

test('a notice is put away with its button', async () => {
  const notice = page.locator('.notice').first()
  await page.getByRole('button', { name: /示范环境的时钟/ }).click()
  await page.getByRole('button', { name: '+30 分' }).click()
  await notice.waitFor()
  while ((await page.locator('.notice').count()) > 0) await notice.getByRole('button', { name: '收起提示' }).click()
})

test('language and appearance change from the menu, at once and for the next visit', async () => {
  await openTickets()
  await chooseInMenu(page, '外观', '深色')
  await page.waitForFunction(() => document.documentElement.dataset.scheme === 'dark')
  await chooseInMenu(page, '外观', '深色紧凑')
  await page.waitForFunction(() => document.documentElement.dataset.density === 'compact')
  await page.reload()
  await page.waitForFunction(
    () => document.documentElement.dataset.scheme === 'dark' && document.documentElement.dataset.density === 'compact',
  )
  await chooseInMenu(page, '外观', '浅色')
  await page.waitForFunction(() => document.documentElement.dataset.scheme === 'light')
  await chooseInMenu(page, '语言', 'English')
  await page.getByRole('heading', { name: 'Tickets' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Tickets' }).waitFor()
  await chooseInMenu(page, 'Language', '繁體中文')
  await page.getByRole('heading', { name: '工單' }).waitFor()
  await chooseInMenu(page, '語言', '简体中文')
  await page.getByRole('heading', { name: '工单', exact: true }).waitFor()
})

test('the bell leads to the inbox and counts down as messages are acknowledged', async () => {
  const manager = await stage.as('gu')
  await openTickets(manager.page)
  const bell = manager.page.getByRole('link', { name: /收件箱，\d+ 条未确认/ })
  const unread = async (): Promise<number> => Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0])
  const before = await unread()
  assert.ok(before > 0)
  await bell.click()
  await manager.page.getByRole('heading', { name: '收件箱' }).waitFor()
  await manager.page.locator('.inbox-item').first().getByRole('button', { name: '确认收到' }).click()
  await manager.page.waitForFunction(
    (count) => document.querySelector('.bell')?.getAttribute('aria-label')?.includes(`${count} 条`),
    before - 1,
  )
  assert.deepEqual(manager.complaints, [])
  await manager.context.close()
})

test('in a room that the portal does not have yet a customer sees the rooms of a customer, and no other by its address', async () => {
  const customer = await stage.as('zheng')
  await customer.page.goto(`${stage.url}/board`)
  await customer.page.locator('.contract-row').first().waitFor()
  const rooms = await customer.page.locator('.rail a:not(.logo)').allTextContents()
  assert.ok(!rooms.includes('审计记录'), rooms.join())
  await customer.page.goto(`${stage.url}/trail`)
  await customer.page.waitForURL(`${stage.url}/portal/`)
  assert.deepEqual(customer.complaints, [])
  await customer.context.close()
})

test('logging out here ends the session, not only the page', async () => {
  await openTickets()
  await page.getByRole('button', { name: /的菜单/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.waitForURL(/\/login/)
  assert.equal((await page.context().request.get(`${stage.url}/api/session`)).status(), 401)
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(agent.complaints, [])
})
