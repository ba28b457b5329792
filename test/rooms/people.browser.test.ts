import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { setStage } from '../stage/stage.testing.ts'

const PASSWORD = 'qingshan-baiyun-7'

const stage = await setStage({ past: 0 })
const admin = await stage.as('admin')
const { page } = admin
await admin.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.url })
const row = (name: string, on: Page = page) => on.locator('.sheet-row', { hasText: name })
const drawer = page.locator('.ant-drawer')
const link = page.getByRole('textbox', { name: '登录链接' })

async function openPeople(query = '', on: Page = page): Promise<void> {
  await on.goto(`${stage.url}/people${query}`)
  await on.locator('.sheet-row').first().waitFor()
}

async function choose(id: string, label: string): Promise<void> {
  await page.locator(`#${id}`).click()
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: label }).first().click()
}

async function closeBox(): Promise<void> {
  await page
    .getByRole('dialog', { name: '登录链接' })
    .locator('button.ant-btn', { hasText: /关\s?闭/ })
    .click()
  await link.waitFor({ state: 'detached' })
}

async function logIn(account: string, password: string): Promise<{ readonly page: Page; readonly status: number }> {
  const context = await stage.browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const answer = await context.request.post(`${stage.url}/api/session`, { data: { account: `${account}@chuanhe`, password } })
  return { page: await context.newPage(), status: answer.status() }
}

async function setPassword(address: string): Promise<void> {
  const context = await stage.browser.newContext({ locale: 'zh-CN' })
  const own = await context.newPage()
  await own.goto(address)
  await own.locator('#link-password').fill(PASSWORD)
  await own.getByRole('button', { name: '设定' }).click()
  await own.getByRole('link', { name: '去登录' }).click()
  await own.waitForURL(/\/login/)
  await context.close()
}

test('people are found by initials and by account; nobody is said in words', async () => {
  await openPeople()
  const find = page.locator('.sheet-find input')
  await find.fill('sym')
  await page.waitForURL(/q=sym/)
  await page.waitForFunction(() => document.querySelectorAll('.sheet-row').length === 1)
  await row('沈一鸣').waitFor()
  await find.fill('lin')
  await row('林晓棠').waitFor()
  await find.fill('没有这个人')
  await page.getByText('没有符合的人员。').waitFor()
  await page.locator('.sheet-find .ant-input-clear-icon').click()
  await row('许静怡').waitFor()
})

test('a subcontractor’s person is entered with the firm, seen as such, and not sent where only own staff may come', async () => {
  await openPeople()
  await page.getByRole('button', { name: '添加人员' }).click()
  await page.locator('#person-name').fill('陶安装')
  await page.locator('#person-account').fill('tao')
  await page.locator('#person-subcontractor').fill('临江安装队')
  await choose('person-roles', '工程师')
  await page.keyboard.press('Escape')
  await page.locator('.ant-modal button[type="submit"]').click()
  await closeBox()
  await row('陶安装').getByText('分包：临江安装队').waitFor()
  const manager = await stage.as('jiang')
  const found = await manager.context.request.get(`${stage.url}/api/tickets?view=open&limit=50`)
  const { items } = (await found.json()) as { items: { id: string; contract?: { number: string } }[] }
  const ticket = items.find(({ contract }) => contract?.number === 'HT-2025-044') ?? assert.fail('no ticket under that plan')
  await manager.page.goto(`${stage.url}/tickets/${ticket.id}`)
  await manager.page.locator('.ticket-side').getByRole('button', { name: '登记服务' }).click()
  await manager.page.locator('#service-type').click()
  await manager.page.locator('#service-type').fill('派工')
  await manager.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '派工' }).first().click()
  assert.equal(await manager.page.locator('#service-own').count(), 0)
  await manager.page.locator('#service-person').fill('陶')
  await manager.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '临江安装队' }).click()
  await manager.page.locator('.service-drawer').getByRole('button', { name: '登记', exact: true }).click()
  await manager.page.locator('.service-drawer').getByText('保养只派自己的员工，不交给别人做。').waitFor()
})

test('a role chosen as a filter stands in the address, survives a reload, and is taken away with its cross', async () => {
  await openPeople('?role=engineer')
  await row('林晓棠').waitFor()
  assert.equal(await row('许静怡').count(), 0)
  await page.reload()
  await row('林晓棠').waitFor()
  await page.locator('.sheet-head .ant-select').first().hover()
  await page.locator('.sheet-head .ant-select').first().locator('.ant-select-clear').click()
  await row('许静怡').waitFor()
})

test('an account that exists is refused under its field, and nothing typed is lost', async () => {
  await openPeople()
  await page.getByRole('button', { name: '添加人员' }).click()
  await page.locator('#person-name').fill('林小路')
  assert.ok(await page.getByRole('button', { name: '添加并生成登录链接' }).isDisabled())
  await page.locator('#person-account').fill('lin')
  await page.locator('#person-phone').fill('分机 Z09')
  await choose('person-roles', '工程师')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '添加并生成登录链接' }).click()
  await page.locator('#person-account-error').waitFor()
  assert.equal(await page.locator('#person-name').inputValue(), '林小路')
  await page.locator('#person-account').fill('linxl')
  await page.getByRole('button', { name: '添加并生成登录链接' }).click()
  await link.waitFor()
  await page.getByRole('button', { name: /复\s?制/ }).click()
  await page.locator('.notice', { hasText: '已复制' }).waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link.inputValue())
  await closeBox()
  await row('林小路').waitFor()
})

test('a customer’s person gets the roles of a customer alone, and then sees that customer’s tickets alone', async () => {
  await openPeople()
  await page.getByRole('button', { name: '添加人员' }).click()
  await page.locator('#person-name').fill('安可')
  await page.locator('#person-account').fill('anke')
  await page.locator('#person-customer').fill('jp')
  await page.locator('.ant-select-item-option', { hasText: '锦屏市第三人民医院' }).click()
  await page.locator('#person-team').waitFor({ state: 'detached' })
  await page.locator('#person-roles').click()
  // by its own field: the list of customers may still be closing
  const offered = page.locator('.ant-select-dropdown', { has: page.locator('#person-roles_list') }).locator('.ant-select-item-option')
  await offered.first().waitFor()
  assert.ok((await offered.allTextContents()).every((name) => name.includes('客户')))
  await offered.first().click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '添加并生成登录链接' }).click()
  await setPassword(await link.inputValue())
  await closeBox()
  const { page: theirs, status } = await logIn('anke', PASSWORD)
  assert.equal(status, 200)
  await theirs.goto(`${stage.url}/tickets`)
  await theirs.locator('h1').first().waitFor()
  const where = await theirs.locator('.ticket-row:not(.columns) .where').allTextContents()
  assert.ok(where.every((text) => text.includes('锦屏市第三人民医院')))
  await theirs.context().close()
})

test('from a customer’s page one of its people is invited, who then has the portal; what there is of them is changed there too', async () => {
  await page.goto(`${stage.url}/customers/jinping`)
  const people = page.getByRole('region', { name: '客户的账号' })
  await row('郑工').waitFor()
  await people.getByRole('button', { name: /邀\s?请/ }).click()
  await page.getByRole('dialog', { name: '邀请锦屏市第三人民医院的人' }).waitFor()
  assert.equal(await page.locator('#person-customer, #person-team').count(), 0)
  await page.locator('.ant-modal-close').click()
  await page.locator('#person-name').waitFor({ state: 'detached' })
  await people.getByRole('button', { name: /邀\s?请/ }).click()
  await page.locator('#person-name').fill('白主任')
  await page.locator('#person-account').fill('bai')
  await choose('person-roles', '客户')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '添加并生成登录链接' }).click()
  await setPassword(await link.inputValue())
  await closeBox()
  await row('白主任').click()
  await drawer.getByRole('button', { name: '生成重设密码的链接' }).click()
  await link.waitFor()
  await closeBox()
  await drawer.locator('.ant-drawer-close').click()
  await drawer.waitFor({ state: 'detached' })
  const { page: theirs, status } = await logIn('bai', PASSWORD)
  assert.equal(status, 200)
  await theirs.goto(`${stage.url}/portal/`)
  await theirs.getByRole('heading', { name: '白主任，您好' }).waitFor()
  await theirs.context().close()
})

test('a name and a phone are changed in the drawer', async () => {
  await openPeople()
  await row('唐可').click()
  await drawer.getByRole('button', { name: /修\s?改/ }).click()
  await page.locator('#record-phone').fill('分机 B99')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /保\s?存$/ })
    .last()
    .click()
  await drawer.getByText('分机 B99').waitFor()
  await drawer.locator('.ant-drawer-close').click()
  await drawer.waitFor({ state: 'detached' })
})

test('a link for a new password is made from the drawer, works once, and the old password no longer opens', async () => {
  await openPeople()
  await row('唐可').click()
  await drawer.getByRole('button', { name: '生成重设密码的链接' }).click()
  const address = await link.inputValue()
  await setPassword(address)
  await closeBox()
  assert.equal((await logIn('tang', 'shuodao-zuodao')).status, 401)
  assert.equal((await logIn('tang', PASSWORD)).status, 200)
  const again = await stage.browser.newContext({ locale: 'zh-CN' })
  const used = await again.newPage()
  await used.goto(address)
  await used.locator('#link-password').fill('another-long-word-9')
  await used.getByRole('button', { name: '设定' }).click()
  await used
    .getByRole('alert')
    .getByText(/已用过/)
    .waitFor()
  await again.close()
})

test('a role that is taken away no longer counts when its holder next opens a page', async () => {
  const { page: theirs } = await logIn('tang', PASSWORD)
  await theirs.goto(`${stage.url}/tickets?view=open`)
  await theirs.getByRole('link', { name: /新建工单/ }).waitFor()
  await openPeople()
  await row('唐可').click()
  await choose('drawer-roles', '工程师')
  await page.keyboard.press('Escape')
  await drawer.locator('.ant-select-selection-item', { hasText: '客服专员' }).locator('.ant-select-selection-item-remove').click()
  await drawer.getByRole('button', { name: '保存角色' }).click()
  await page.locator('.notice', { hasText: '唐可 的角色已保存' }).waitFor()
  await theirs.reload()
  await theirs.locator('h1').first().waitFor()
  await theirs.getByRole('button', { name: /的菜单/ }).click()
  await theirs.getByRole('menu').getByText('唐可 · 工程师').waitFor()
  assert.equal(await theirs.locator('.ticket-grid input[type=checkbox]').count(), 0)
  await theirs.context().close()
})

test('leaving is asked for twice, can be thought over, and closes the open page and the door at once', async () => {
  const { page: theirs } = await logIn('tang', PASSWORD)
  await theirs.goto(`${stage.url}/tickets?view=open`)
  await theirs.locator('h1').first().waitFor()
  await openPeople()
  await row('唐可').click()
  await drawer.getByRole('button', { name: '办理离职' }).click()
  await drawer.getByText(/唐可 的账号会立刻关闭/).waitFor()
  await drawer.getByRole('button', { name: '不做了' }).click()
  await drawer.getByRole('button', { name: '办理离职' }).click()
  await drawer.getByRole('button', { name: '确认离职' }).click()
  await page.locator('.notice', { hasText: '唐可 的账号已关闭' }).waitFor()
  assert.equal((await theirs.context().request.get(`${stage.url}/api/tickets?limit=1`)).status(), 401)
  assert.equal((await logIn('tang', PASSWORD)).status, 401)
  await theirs.context().close()
  await openPeople('?left=yes')
  await row('唐可').getByText('已离职').waitFor()
  await row('唐可').click()
  await drawer.getByText('tang').waitFor()
  assert.equal(await drawer.getByRole('button', { name: /保存角色|办理离职|重设密码/ }).count(), 0)
})

test('nobody sends themselves away; who may not manage people reads and changes nothing', async () => {
  await openPeople()
  await row('程立言').click()
  await drawer.getByRole('button', { name: '保存角色' }).waitFor()
  assert.equal(await drawer.getByRole('button', { name: '办理离职' }).count(), 0)
  const agent = await stage.as('xu')
  await openPeople('', agent.page)
  assert.equal(await agent.page.getByRole('button', { name: '添加人员' }).count(), 0)
  await row('林晓棠', agent.page).click()
  await agent.page.locator('.ant-drawer dd', { hasText: '工程师' }).waitFor()
  assert.equal(await agent.page.locator('.ant-drawer .ant-btn').count(), 0)
  assert.deepEqual(agent.complaints, [])
  await agent.context.close()
})

test('the trail tells of the person added, the roles changed and the leaving, under their day, and of nobody who was not asked for', async () => {
  await page.goto(`${stage.url}/trail`)
  await page
    .locator('h2.day', { hasText: /\d+ 月 \d+ 日/ })
    .first()
    .waitFor()
  const find = page.locator('.sheet-find input')
  await find.fill('唐可')
  await page.waitForURL(/q=/)
  const told = page.locator('.trail-row', { hasText: '唐可' })
  await told.nth(2).waitFor()
  await find.fill('没有这样的事')
  await page.getByText('没有找到“没有这样的事”。').waitFor()
  await page.locator('.sheet-find .ant-input-clear-icon').click()
  await page.locator('.trail-row').nth(5).waitFor()
})

test('a trail longer than a page goes on below', async () => {
  for (let wrong = 0; wrong < 4; wrong++) await logIn('xu', 'shuodao-zuodao')
  const { request } = admin.context
  for (let made = 0; made < 110; made++) {
    const answer = await request.post(`${stage.url}/api/tokens`, {
      data: { name: `大屏 ${made}`, scopes: ['ticket.read'], days: 7 },
      headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
    })
    assert.ok(answer.ok(), await answer.text())
  }
  await page.goto(`${stage.url}/trail`)
  const more = page.getByRole('button', { name: '再看一些' })
  await more.waitFor()
  const before = await page.locator('.trail-row').count()
  await more.click()
  await page.waitForFunction((count) => document.querySelectorAll('.trail-row').length > count, before)
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(admin.complaints, [])
})
