import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { setStage } from '../stage/stage.testing.ts'

const WIDTH = 390
const HEIGHT = 844
const THUMB_PX = 44

const stage = await setStage()
const agent = await stage.as('xu', { width: WIDTH, height: HEIGHT })
const { page } = agent
const cards = page.locator('.ticket-row:not(.columns)')

async function openList(on: Page = page): Promise<void> {
  await on.goto(`${stage.url}/tickets?view=open`)
  await on.locator('.ticket-row:not(.columns)').first().waitFor()
}

async function boxOf(on: Page, selector: string): Promise<{ x: number; y: number; width: number; height: number }> {
  return (await on.locator(selector).first().boundingBox()) ?? assert.fail(`${selector} is not on the page`)
}

/** Names what is wider than the screen; nothing may be, unless it scrolls inside a box of its own. */
async function assertFits(on: Page, what: string): Promise<void> {
  const seen = await on.evaluate((width) => {
    const scrolls = (one: Element | null): boolean =>
      one !== null &&
      one !== document.body &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement))
    const wide = [...document.querySelectorAll('#root *')].filter((one) => {
      const box = one.getBoundingClientRect()
      return box.width > 0 && box.right > width + 1 && !scrolls(one.parentElement)
    })
    return { page: document.documentElement.scrollWidth, wide: wide.slice(0, 4).map((one) => `${one.tagName}.${one.className}`) }
  }, WIDTH)
  assert.deepEqual(seen, { page: WIDTH, wide: [] }, what)
}

const ROOMS = [
  '/tickets?view=open',
  '/tickets?view=overdue',
  '/tickets/new',
  '/board',
  '/board/ht-2025-031',
  '/customers',
  '/customers/jinping',
  '/contracts',
  '/contracts/new?plan=keyou@1',
  '/contracts/ht-2025-044',
  '/contracts/ht-2025-052',
  '/contracts/ht-2025-052/amend',
  '/plans',
  '/plans/new',
  '/plans/keyou@1',
  '/settings/roles',
  '/settings/teams',
  '/people',
  '/trail',
  '/inbox',
  '/me',
  '/nowhere',
]

for (const dark of [false, true])
  test(`on a phone no room is wider than the screen, and its text is told from its ground, ${dark ? 'dark' : 'light'}`, async () => {
    const boss = await stage.as('admin', { width: WIDTH, height: HEIGHT, dark })
    for (const room of ROOMS) {
      await boss.page.goto(stage.url + room)
      await boss.page.locator('h1, .empty, .board-head').first().waitFor()
      await boss.page.waitForFunction(() => !document.querySelector('.skeleton'))
      assert.equal(await boss.page.evaluate(() => document.documentElement.dataset.scheme), dark ? 'dark' : 'light', room)
      await assertFits(boss.page, room)
    }
    const [ink, ground] = await boss.page.evaluate(() => {
      const bright = (color: string): number => (color.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
      return [bright(getComputedStyle(document.body).color), bright(getComputedStyle(document.body).backgroundColor)]
    })
    assert.ok(Math.abs((ink ?? 0) - (ground ?? 0)) > 380, `${ink} on ${ground}`)
    assert.equal((ink ?? 0) > (ground ?? 0), dark)
    assert.deepEqual(boss.complaints, [])
    await boss.context.close()
  })

test('tickets stand as cards: as wide as the screen, one below the other, the clock on top, no heads of columns', async () => {
  await openList()
  const boxes = await cards.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))
  assert.ok(boxes.length > 3)
  for (const [at, box] of boxes.entries()) {
    assert.ok(box.width > WIDTH * 0.85 && box.right <= WIDTH, JSON.stringify(box))
    assert.ok(box.height > THUMB_PX * 1.5, JSON.stringify(box))
    const before = boxes[at - 1]
    assert.ok(!before || box.top >= before.bottom - 1)
  }
  assert.equal(await page.locator('.ticket-row.columns').isVisible(), false)
  const clock = await boxOf(page, '.ticket-row:not(.columns) .nearest')
  const title = await boxOf(page, '.ticket-row:not(.columns) .title')
  assert.ok(clock.y < title.y)
})

test('views lie above the list and are changed with a thumb; a card opens its ticket and the way back leads to the list', async () => {
  await openList()
  const view = page.getByRole('navigation', { name: '视图' }).getByRole('link', { name: /待派工/ })
  await view.scrollIntoViewIfNeeded()
  await view.click()
  await page.waitForURL(/view=unassigned/)
  await cards.first().locator('.title').click()
  await page.waitForURL(/\/tickets\/[\w-]{8,}/)
  await page.locator('.back').click()
  await cards.first().waitFor()
})

test('a ticket has its main button at the bottom, as high as a thumb needs, and it opens its form; the other actions come from below', async () => {
  await openList()
  await page
    .getByRole('navigation', { name: '视图' })
    .getByRole('link', { name: /待派工/ })
    .click()
  await page.waitForURL(/view=unassigned/)
  await cards.first().locator('.title').click()
  await page.waitForURL(/\/tickets\/[\w-]{8,}/)
  const main = page.locator('.phone-bar .button-primary')
  await main.waitFor()
  const box = (await main.boundingBox()) ?? assert.fail('no main button')
  assert.ok(box.height >= THUMB_PX && box.y + box.height > HEIGHT - 140 && box.y + box.height <= HEIGHT, JSON.stringify(box))
  await assertFits(page, 'ticket')
  await main.click()
  await page.locator('.ant-drawer, textarea:focus, .notice').first().waitFor()
  await page.reload()
  await page.getByRole('button', { name: '更多动作' }).click()
  await page.locator('.ant-drawer-bottom .actions, .ant-drawer-bottom button').nth(2).waitFor()
  await assertFits(page, 'more actions')
})

test('an engineer on site finds the tickets that are theirs, and each fits the screen from top to end', async () => {
  const engineer = await stage.as('lin', { width: WIDTH, height: HEIGHT })
  await engineer.page.goto(`${stage.url}/tickets?view=mine`)
  const own = engineer.page.locator('.ticket-row:not(.columns)')
  await own.first().waitFor()
  await own.first().locator('.title').click()
  await engineer.page.waitForURL(/\/tickets\/[\w-]{8,}/)
  await engineer.page.locator('.phone-bar').waitFor()
  await engineer.page.getByText('经过', { exact: true }).first().waitFor()
  await engineer.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await assertFits(engineer.page, 'an engineer’s ticket')
  assert.deepEqual(engineer.complaints, [])
  await engineer.context.close()
})

test('the axis of a contract begins with the month that is now, and the year is one touch away', async () => {
  await page.goto(`${stage.url}/contracts/ht-2025-031`)
  const axis = page.locator('.axis-card')
  await axis.getByText(/^\d{4} 年 \d+ 月$/).waitFor()
  assert.ok((await axis.locator('.axis-list h3').count()) <= 1)
  assert.ok((await boxOf(page, '.axis-card')).height < 2 * HEIGHT)
  await axis.getByText('年', { exact: true }).click()
  await axis.locator('.axis-list h3').nth(1).waitFor()
  await axis.getByText('月', { exact: true }).click()
  await axis.getByText(/^\d{4} 年 \d+ 月$/).waitFor()
})

test('rooms are a bar at the bottom, each as high as a thumb needs and within reach', async () => {
  await openList()
  const links = page.locator('.rail a:not(.logo)')
  for (const link of await links.all()) {
    await link.scrollIntoViewIfNeeded()
    const box = (await link.boundingBox()) ?? assert.fail('a room is out of reach')
    assert.ok(box.height >= THUMB_PX && box.x >= 0 && box.x + box.width <= WIDTH, JSON.stringify(box))
  }
  await links.filter({ hasText: '客户设备' }).click()
  await page.waitForURL(/\/customers/)
})

test('forms come from below or over the page, and fit: a customer, a person, a clause and its evidence', async () => {
  await page.goto(`${stage.url}/customers`)
  await page.getByRole('button', { name: '添加客户' }).click()
  const modal = page.locator('.ant-modal:not([class*=ant-zoom-appear])')
  await modal.waitFor()
  const form = await boxOf(page, '.ant-modal')
  assert.ok(form.x >= 0 && form.x + form.width <= WIDTH, JSON.stringify(form))
  await page.keyboard.press('Escape')
  await page.goto(`${stage.url}/people`)
  await page.locator('.sheet-row', { hasText: '林晓棠' }).click()
  await page.locator('.ant-drawer-bottom dd', { hasText: '华西一队' }).waitFor()
  await assertFits(page, 'a person')
  await page.goto(`${stage.url}/board/ht-2025-031`)
  await page.locator('button.clause-row').first().click()
  await page.locator('.clause-panel .cite').waitFor()
  await assertFits(page, 'a clause')
  const close = page.locator('.clause-panel').getByRole('button', { name: '关闭' })
  await close.click()
  await page.locator('.clause-panel').waitFor({ state: 'detached' })
})

test('search opens from the top bar and fits; the menu is within the screen', async () => {
  await openList()
  await page.locator('.find').click()
  await page.getByRole('textbox', { name: '搜索' }).fill('jp')
  await page
    .getByRole('option', { name: /锦屏市第三人民医院/ })
    .first()
    .waitFor()
  const palette = await boxOf(page, '.palette')
  assert.ok(palette.x >= 0 && palette.x + palette.width <= WIDTH, JSON.stringify(palette))
  await page
    .getByRole('option', { name: /锦屏市第三人民医院/ })
    .first()
    .click()
  await page.waitForURL(/\/(customers|tickets|board)/)
  await page.locator('.top .avatar').click()
  await page.getByRole('menuitem', { name: '我的设置' }).click()
  await page.waitForURL(/\/me$/)
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(agent.complaints, [])
})
