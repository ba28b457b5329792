import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { choose } from './choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage()
const agent = await stage.as('xu')
const { page } = agent
const rows = page.locator('.ticket-row:not(.columns)')

async function openList(query = ''): Promise<void> {
  await page.goto(`${stage.url}/tickets${query}`)
  await rows.first().waitFor()
}

const query = (): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams)
const total = async (): Promise<number> => rows.count()

async function chooseIn(chip: string, option: string, on: Page = page): Promise<void> {
  await on.locator('.chip', { hasText: chip }).click()
  await on.locator('.ant-dropdown-menu-item', { hasText: option }).click()
}

test('the list opens on what falls due soon, under headings of nearness, clocks first', async () => {
  await page.goto(`${stage.url}/tickets`)
  await page.getByRole('heading', { name: '快到期' }).waitFor()
  await rows.first().waitFor()
  await page.locator('.group-head').first().waitFor()
  const badge = await rows.first().locator('.badge').getAttribute('aria-label')
  assert.match(badge ?? '', /，剩余 .+，(今天|明天|周|\d)/)
})

test('each view of day one is a link with its count, and lives in the address', async () => {
  await openList('?view=open')
  const open = await total()
  await page
    .getByRole('link', { name: /已超时/ })
    .first()
    .click()
  await page.getByRole('heading', { name: '已超时' }).waitFor()
  assert.equal(query().view, 'overdue')
  const said = Number(await page.locator('.view.on .s12').textContent())
  await page.waitForFunction((count) => document.querySelectorAll('.ticket-row:not(.columns)').length === count, said)
  assert.ok(said > 0 && said < open)
})

test('what is overdue is said on every other view, and is one click away', async () => {
  await openList('?view=open')
  await page.getByText(/另有 \d+ 张已超时/).waitFor()
  await page.getByRole('link', { name: '看已超时' }).click()
  await page.getByRole('heading', { name: '已超时' }).waitFor()
})

test('state, type and order stand in the address, and going back takes them away', async () => {
  await openList('?view=all')
  await chooseIn('类型', '功能调整')
  await page.waitForURL(/type=adjustment/)
  await chooseIn('排序', '最早报修')
  await page.waitForURL(/sort=reported/)
  await chooseIn('状态', '已关闭')
  await page.waitForURL(/state=closed/)
  await page.reload()
  await page.locator('.chip', { hasText: '功能调整' }).waitFor()
  await chooseIn('类型', '全部')
  await page.waitForFunction(() => !location.search.includes('type='))
})

type Condition = { readonly field: string; readonly operator?: string; readonly value: string }

async function addCondition({ field, operator, value }: Condition): Promise<void> {
  await page.locator('.chip-add').click()
  await choose(page, 'condition-field', field)
  if (operator !== undefined) await choose(page, 'condition-operator', operator)
  if (/^\d/.test(value)) await page.locator('#condition-value').fill(value)
  else await choose(page, 'condition-value', new RegExp(`^${value}$`))
  await page.getByRole('button', { name: '加上' }).click()
}

type Listed = { readonly items: readonly { readonly id: string; readonly channel: string; readonly reportedAt: number }[] }
const listed = async (search: string): Promise<Listed['items']> =>
  ((await (await page.context().request.get(`${stage.url}/api/tickets?view=all&limit=200${search}`)).json()) as Listed).items
const shown = (count: number) => page.waitForFunction((n) => document.querySelectorAll('.ticket-row:not(.columns)').length === n, count)

test('a condition is added as a chip with its operator, stands in the address, holds with others, and is taken away by a click', async () => {
  await openList('?view=all')
  const all = await listed('')
  const day = new Date(all[0]!.reportedAt + 8 * 3_600_000).toISOString().slice(0, 10)
  await page.locator('.chip-add').click()
  await page.getByRole('button', { name: '加上' }).click()
  await page.locator('#condition-value-error').waitFor()
  await page.locator('.chip-add').click()
  await addCondition({ field: '渠道', operator: '不是', value: '电话' })
  await page.waitForURL(/where=channel%3Anot%3Aphone/)
  const others = all.filter(({ channel }) => channel !== 'phone')
  assert.ok(others.length > 0 && others.length < all.length)
  await shown(others.length)
  await addCondition({ field: '报修', operator: '早于', value: day })
  const start = Date.parse(`${day}T00:00+08:00`)
  await page.getByRole('button', { name: '去掉筛选：报修' }).getByText(day).waitFor()
  assert.deepEqual(
    (await listed(`&where=channel:not:phone,reported:before:${day}`)).map(({ id }) => id).sort(),
    others
      .filter(({ reportedAt }) => reportedAt < start)
      .map(({ id }) => id)
      .sort(),
  )
  await page.getByRole('button', { name: '去掉筛选：报修' }).click()
  await page.reload()
  await shown(others.length)
  await page.getByRole('button', { name: '去掉筛选：渠道' }).click()
  await shown(all.length)
  assert.equal(query().where, undefined)
})

test('tickets with a dispute that is not settled are a condition away', async () => {
  const [first] = await listed('')
  const { obligations } = await (await page.context().request.get(`${stage.url}/api/tickets/${first!.id}`)).json()
  const raised = await page.context().request.post(`${stage.url}/api/obligations/${obligations[0].id}/dispute`, {
    data: { reason: '客户说当时没有接到电话' },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(raised.ok(), await raised.text())
  await openList('?view=all')
  await addCondition({ field: '异议', value: '未了结' })
  await page.waitForURL(/where=dispute%3Ais%3Arunning/)
  const { items } = (await (await page.context().request.get(`${stage.url}/api/disputes?state=running&limit=200`)).json()) as {
    items: { ticket?: { id: string } }[]
  }
  const disputed = new Set(items.flatMap(({ ticket }) => (ticket ? [ticket.id] : [])))
  assert.ok(disputed.has(first!.id) && disputed.size < (await listed('')).length)
  await shown(disputed.size)
  assert.deepEqual(new Set((await listed('&where=dispute:is:running')).map(({ id }) => id)), disputed)
  await page.getByRole('button', { name: '去掉筛选：异议' }).click()
})

test('words find by title, number or pinyin initials; a filter that leaves nothing is named and can be cleared', async () => {
  await openList('?view=open')
  const words = page.getByRole('textbox', { name: /找编号/ })
  await words.fill('没有这样的工单')
  await page.getByText(/按文字筛选，没有符合的工单/).waitFor()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await rows.first().waitFor()
  await words.fill('jpsdsr')
  await page.waitForURL(/q=jpsdsr/)
  await page.waitForFunction(() => [...document.querySelectorAll('.ticket-row .where')].every((cell) => cell.textContent?.includes('锦屏')))
})

test('J and K walk, X selects, Enter opens, Escape clears', async () => {
  await openList('?view=open')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  const current = page.locator('.ticket-row.current')
  assert.equal(await current.getAttribute('id'), await rows.first().getAttribute('id'))
  await page.keyboard.press('x')
  await page.getByText('已选 1 张').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('已选 1 张').waitFor({ state: 'detached' })
  const title = await current.locator('.title').textContent()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: title ?? '' }).waitFor()
  await page.getByText(/第 1 张，共 \d+ 张/).waitFor()
  await page.keyboard.press('j')
  await page.getByText(/第 2 张，共 \d+ 张/).waitFor()
  await page.getByRole('button', { name: '上一张' }).click()
  await page.getByRole('heading', { name: title ?? '' }).waitFor()
})

test('C opens the form of a new ticket, but not while one types', async () => {
  await openList('?view=open')
  await page.getByRole('textbox', { name: /找编号/ }).press('c')
  assert.match(page.url(), /\/tickets(\?|$)/)
  await page.getByRole('heading', { name: '全部未关闭' }).click()
  await page.keyboard.press('c')
  await page.waitForURL(/\/tickets\/new/)
})

async function assignSelected(name: string): Promise<void> {
  await page.keyboard.press('s')
  await page.locator('#bulk-person').fill(name)
  await page.locator('.ant-select-item-option', { hasText: name }).click()
}

test('many are assigned at once: what was done stands, what was refused is named with its reason, and it can be taken back', async () => {
  await openList('?view=open')
  const mine = rows.filter({ hasText: '林晓棠' }).first()
  const others = rows.filter({ hasText: '沈一鸣' }).first()
  const number = (await others.locator('.what .s12').textContent())?.split(' ')[0] ?? ''
  await mine.getByRole('checkbox').check()
  await others.getByRole('checkbox').check()
  await page.getByText('已选 2 张').waitFor()
  await assignSelected('林晓棠')
  const notice = page.locator('.notice', { hasText: '1 张已派给 林晓棠，1 张没有派' })
  await notice.getByText(/已经派给这位同事/).waitFor()
  await rows.filter({ hasText: number }).filter({ hasText: '林晓棠' }).waitFor()
  await notice.getByRole('button', { name: /改派回去 1 张/ }).click()
  await rows.filter({ hasText: number }).filter({ hasText: '沈一鸣' }).waitFor()
})

test('everything in sight is selected with one box, and cleared with a button', async () => {
  await openList('?view=open')
  await page.getByRole('checkbox', { name: '全选' }).check()
  await page.getByText(`已选 ${await total()} 张`).waitFor()
  await page.getByRole('button', { name: /清除/ }).click()
  await page.locator('.bulk').waitFor({ state: 'detached' })
})

test('a view is kept under a name with its filters, shared or not, and can be dropped', async () => {
  await openList('?view=open&type=fault')
  await page.getByRole('button', { name: '存为视图' }).click()
  await page.locator('#view-name').fill('故障都在这')
  await page.getByRole('switch', { name: '大家都能用' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  const kept = page.locator('.view', { hasText: '故障都在这' })
  await kept.waitFor()
  await page.getByText('共享视图').waitFor()
  await page.getByRole('link', { name: /待派工/ }).click()
  await kept.getByRole('link').click()
  await page.waitForURL(/type=fault/)
  await kept.hover()
  await page.getByRole('button', { name: '删除视图 故障都在这' }).click()
  await kept.waitFor({ state: 'detached' })
})

test('a click on the title opens the ticket, and the way back leads to the list', async () => {
  await openList('?view=open')
  await rows.first().locator('.title').click()
  await page.waitForURL(/\/tickets\/[\w-]{8,}/)
  await page.locator('.back').click()
  await rows.first().waitFor()
})

test('on a phone rows are cards, nothing is wider than the screen, and the main button is at the bottom', async () => {
  const phone = await stage.as('xu', { width: 390, height: 844 })
  await phone.page.goto(`${stage.url}/tickets?view=open`)
  await phone.page.locator('.ticket-row:not(.columns)').first().waitFor()
  assert.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth), 390)
  const box = await phone.page.getByRole('link', { name: /新建工单/ }).boundingBox()
  assert.ok(box && box.height >= 52 && box.y > 650, JSON.stringify(box))
  await phone.context.close()
})

/** What a browser downloads until the list stands, as a server that compresses would send it. */
const FIRST_LOAD_KB = 350

test('the first page is light: all that is loaded until the list stands, compressed, within its budget', async () => {
  const window = await stage.as('xu')
  const bodies: Promise<Buffer>[] = []
  window.page.on('response', (response) => {
    if (response.url().includes('/assets/')) bodies.push(response.body())
  })
  await window.page.goto(`${stage.url}/tickets`)
  await window.page.locator('.ticket-row').first().waitFor()
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000
  console.log(`first load ${kilobytes.toFixed(0)} kB in ${sizes.length} files`)
  assert.ok(sizes.length > 3 && kilobytes <= FIRST_LOAD_KB, `${kilobytes.toFixed(0)} kB`)
  await window.context.close()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(agent.complaints, [])
})
